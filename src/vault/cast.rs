//! A commander's vault for tests, with the people of [`crate::wire::cast`] in force.

use tempfile::TempDir;

use crate::crypto::hybrid::Identity;
use crate::crypto::passphrase::WorkFactor;
use crate::crypto::secret::Passphrase;
use crate::crypto::transport::TransportKey;
use crate::domain::people::Role;
use crate::vault::profile::NewProfile;
use crate::vault::unlock::Vault;
use crate::wire::cast::{COMMANDER, key, member, noon, realm, roster};

/// The vault, which lasts as long as its folder.
pub(crate) fn commander() -> (TempDir, Vault) {
    let home = tempfile::tempdir().unwrap();
    let himself = member(COMMANDER, Role::Commander);
    let new = NewProfile {
        role: Role::Commander,
        callsign: himself.callsign.0,
        contingent: himself.contingent.map(|contingent| contingent.0),
        realm: realm(),
        signing: key(COMMANDER),
        identity: Identity::generate().unwrap(),
        transport: TransportKey::generate().unwrap(),
    };
    let passphrase = Passphrase::new("correct horse battery staple".to_owned());
    let mut vault = Vault::create(home.path(), &passphrase, WorkFactor::LEAST, new, noon()).unwrap();
    vault.install_roster(&roster(), noon()).unwrap();
    (home, vault)
}
