//! Whose vault it is, with his keys.

use rusqlite::Connection;

use crate::crypto::hybrid::Identity;
use crate::crypto::secret::Secret32;
use crate::crypto::signing::SigningKey;
use crate::crypto::transport::TransportKey;
use crate::domain::ids::MemberId;
use crate::domain::people::{Callsign, Contingent, Role};
use crate::domain::time::Timestamp;
use crate::vault::error::VaultError;
use crate::vault::rows::{Columns, first, run};
use crate::wire::realm::Realm;
use crate::wire::statement::member_of;

/// A profile about to be made.
pub struct NewProfile {
    /// What its holder does.
    pub role: Role,
    /// What others call him.
    pub callsign: Callsign,
    /// His contingent.
    pub contingent: Option<Contingent>,
    /// His realm.
    pub realm: Realm,
    /// The key his statements are signed with.
    pub signing: SigningKey,
    /// What opens packets for him.
    pub identity: Identity,
    /// The key of his TLS connections.
    pub transport: TransportKey,
}

/// Whose vault it is.
pub struct Profile {
    /// His id.
    pub me: MemberId,
    /// What he does.
    pub role: Role,
    /// What others call him.
    pub callsign: Callsign,
    /// His contingent.
    pub contingent: Option<Contingent>,
    /// His realm.
    pub realm: Realm,
    /// The key his statements are signed with.
    pub signing: SigningKey,
    /// What opens packets for him.
    pub identity: Identity,
    /// The key of his TLS connections.
    pub transport: TransportKey,
}

impl NewProfile {
    pub(crate) fn store(self, connection: &Connection, now: Timestamp) -> Result<Profile, VaultError> {
        let Self { role, callsign, contingent, realm, signing, identity, transport } = self;
        run(
            connection,
            "INSERT INTO profile (one, role, callsign, contingent, realm, signing_secret, opening_secret,
                                  transport_secret, created)
             VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)",
            &[
                &role.to_string(),
                &callsign.as_str(),
                &contingent.as_ref().map(Contingent::as_str),
                &realm.write()?,
                signing.expose_secret(),
                &identity.export().expose(),
                transport.expose_secret(),
                &now.to_string(),
            ],
        )?;
        let me = member_of(&signing.verifying_key());
        Ok(Profile { me, role, callsign, contingent, realm, signing, identity, transport })
    }
}

impl Profile {
    pub(crate) fn load(connection: &Connection) -> Result<Self, VaultError> {
        let found = first(connection, "SELECT * FROM profile", &[], |row| {
            let secret = |column: &str| -> Result<Secret32, VaultError> {
                let mut bytes: [u8; 32] = row.get(column)?;
                Ok(Secret32::taken_from(&mut bytes))
            };
            let signing = SigningKey::from_secret(secret("signing_secret")?);
            Ok(Self {
                me: member_of(&signing.verifying_key()),
                role: row.code("role")?,
                callsign: row.text("callsign")?,
                contingent: row.text_or_none("contingent")?,
                realm: Realm::read(&row.get::<_, Vec<u8>>("realm")?)?,
                signing,
                identity: row.text("opening_secret")?,
                transport: TransportKey::from_secret(secret("transport_secret")?),
            })
        })?;
        // A database without its one profile row was never finished.
        found.ok_or(VaultError::Damaged)
    }
}
