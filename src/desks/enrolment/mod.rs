//! Becoming a member.
//!
//! ```text
//!  realm.json ─ request ─▶ a vault with fresh keys + a request file ─▶ authorities approve ─▶ roster ─ install ─▶ in
//!                                                                 └─▶ his commander enrols ─▶ roster + membership ─▶ in
//! ```

pub mod amending;
pub mod authority;
pub mod files;

use std::path::Path;

use crate::crypto::hybrid::Identity;
use crate::crypto::passphrase::WorkFactor;
use crate::crypto::secret::Passphrase;
use crate::crypto::signing::SigningKey;
use crate::crypto::transport::TransportKey;
use crate::desks::enrolment::amending::take_amendments;
use crate::desks::error::DeskError;
use crate::domain::people::{Callsign, Contingent, Role};
use crate::domain::time::Timestamp;
use crate::vault::error::VaultError;
use crate::vault::profile::{NewProfile, Profile};
use crate::vault::unlock::Vault;
use crate::wire::amendment_sequence::UnverifiedSequence;
use crate::wire::keys::RecipientText;
use crate::wire::realm::Realm;
use crate::wire::request::RequestV1;
use crate::wire::roster::{Roster, RosterError};
use crate::wire::spelling::{Code, Plain};
use crate::wire::statement::{SignedStatement, StatementError, sign};

/// Who asks to become a member.
#[derive(Debug, Clone)]
pub struct Applicant {
    /// What he will do.
    pub role: Role,
    /// What others will call him.
    pub callsign: Callsign,
    /// His contingent.
    pub contingent: Option<Contingent>,
}

/// Makes a vault with fresh keys for somebody.
pub fn make_profile(
    home: &Path,
    passphrase: &Passphrase,
    work: WorkFactor,
    realm: Realm,
    applicant: Applicant,
    now: Timestamp,
) -> Result<Vault, DeskError> {
    let Applicant { role, callsign, contingent } = applicant;
    match role {
        Role::Observer | Role::Commander if contingent.is_none() => return Err(DeskError::ContingentMissing),
        // A relay cannot have a vault: it is built without what opens one.
        Role::Relay => return Err(DeskError::CannotEnrol(role)),
        _ => {}
    }
    let new = NewProfile {
        role,
        callsign,
        contingent,
        realm,
        signing: SigningKey::generate()?,
        identity: Identity::generate()?,
        transport: TransportKey::generate()?,
    };
    Ok(Vault::create(home, passphrase, work, new, now)?)
}

/// The request with which a profile asks to be put on the roster.
pub fn request(profile: &Profile, now: Timestamp) -> Result<SignedStatement, DeskError> {
    let recipient =
        RecipientText::new(&profile.identity.recipient().to_string()).ok_or(StatementError::BadPayload)?;
    let asked = RequestV1 {
        role: Code(profile.role),
        callsign: Plain(profile.callsign.clone()),
        contingent: profile.contingent.clone().map(Plain),
        signing_key: Plain(profile.signing.verifying_key()),
        recipient: Some(Plain(recipient)),
        transport_key: Plain(profile.transport.public()),
        at: Plain(now),
    };
    Ok(sign(asked, &profile.signing, profile.realm.id())?.statement)
}

/// Puts a roster in force in a vault, and the amendments that come with it in the file a commander makes for a new
/// device.
///
/// # Errors
/// Those of a roster, or why an amendment does not count by it. A roster that counts is in force then all the same.
pub fn install(vault: &mut Vault, file: &[u8], now: Timestamp) -> Result<Roster, DeskError> {
    let UnverifiedSequence { roster, amendments } =
        UnverifiedSequence::read(file).map_err(RosterError::from)?;
    match roster {
        Some(roster) => {
            let roster = Roster::read(&roster, &vault.profile().realm)?;
            match vault.install_roster(&roster, now) {
                // A newer one came meanwhile; it is the one that the rest is judged by.
                Err(VaultError::OlderRoster { .. }) if !amendments.is_empty() => {}
                outcome => outcome?,
            }
        }
        None if amendments.is_empty() => return Err(RosterError::from(StatementError::Malformed).into()),
        None => {}
    }
    if let Some((_, why)) = take_amendments(vault, amendments, now)?.refused.first() {
        return Err((*why).into());
    }
    vault.roster()?.ok_or(DeskError::NoRoster)
}

/// The people in force, with the profile among them.
pub(crate) fn roster_in_force(vault: &Vault) -> Result<Roster, DeskError> {
    let roster = vault.roster()?.ok_or(DeskError::NoRoster)?;
    match roster.member(vault.profile().me) {
        Some(member) if member.revoked.is_none() => Ok(roster),
        _ => Err(DeskError::NotOnRoster),
    }
}

/// That a profile is at its own desk.
pub(crate) fn at_desk(vault: &Vault, wanted: Role) -> Result<(), DeskError> {
    let found = vault.profile().role;
    if found == wanted { Ok(()) } else { Err(DeskError::OtherDesk { found, wanted }) }
}
