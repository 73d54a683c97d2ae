//! Who signed something that is held, and whether the signature still holds.
//!
//! Everything was verified when it was taken in. It is verified again when it is opened, from the bytes that were signed and
//! the roster in force, without any line.

use crate::desks::error::DeskError;
use crate::domain::ids::{Digest, MemberId};
use crate::domain::people::{Callsign, Role};
use crate::vault::unlock::Vault;
use crate::wire::roster::Roster;
use crate::wire::statement::{Payload, SignerError, StatementError, UnverifiedStatement};

/// Who signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// What he is called.
    pub callsign: Callsign,
    /// What he does.
    pub role: Role,
}

/// What became of a signature that held when the answer was taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signature {
    /// It holds, and the signer's keys are good.
    Holds,
    /// It holds, and the signer's keys were revoked since: it counted when it was taken in.
    RevokedSince,
    /// The roster in force no longer names the signer, so it cannot be checked today.
    SignerGone,
    /// It does not hold: the bytes are not those that were signed.
    Broken,
}

/// A member as the roster in force knows him.
pub(super) fn signer_of(roster: &Roster, member: MemberId) -> Option<Signer> {
    let member = roster.member(member)?;
    Some(Signer { callsign: member.callsign.0.clone(), role: member.role.0 })
}

/// What became of the signature of a statement held here.
pub(super) fn signature_of<P: Payload>(
    vault: &Vault,
    digest: Digest,
    roster: &Roster,
) -> Result<Signature, DeskError> {
    let Ok(statement) = UnverifiedStatement::parse(vault.statement(digest)?.bytes()) else {
        return Ok(Signature::Broken);
    };
    if statement.digest() != digest {
        return Ok(Signature::Broken);
    }
    Ok(match roster.verify::<P>(statement) {
        Ok(_) => Signature::Holds,
        // The roster tells that a key was revoked only after its signature was found good.
        Err(StatementError::Signer(SignerError::Revoked)) => Signature::RevokedSince,
        Err(StatementError::Signer(SignerError::NotOnRoster)) => Signature::SignerGone,
        Err(_) => Signature::Broken,
    })
}
