//! The two key holders who together say who belongs to a realm.
//!
//! ```text
//!  found ─▶ realm.json        requests ─ propose (first signature) ─▶ proposal ─ co-sign ─▶ roster
//! ```

use crate::crypto::signing::{SigningKey, VerifyingKey};
use crate::crypto::transport::TransportPublicKey;
use crate::desks::error::DeskError;
use crate::domain::ids::MemberId;
use crate::domain::people::{Callsign, Role};
use crate::domain::revocation::RevocationReason;
use crate::domain::text::Line;
use crate::domain::time::Timestamp;
use crate::vault::error::VaultError;
use crate::wire::amendment::Amendment;
use crate::wire::amendment_sequence::UnverifiedSequence;
use crate::wire::realm::{Authority, Charter, Realm};
use crate::wire::request::RequestV1;
use crate::wire::revocation::RevocationV1;
use crate::wire::roster::{Limits, Member, Revoked, Roster, RosterV1, SignedRoster};
use crate::wire::spelling::{Code, Plain};
use crate::wire::statement::{SignedStatement, sign};

/// What a realm is founded with.
#[derive(Debug, Clone)]
pub struct Founding {
    /// What people call it.
    pub name: Line,
    /// Whether everything in it is an exercise.
    pub exercise: bool,
    /// The authorities: what others call each, and the key it signs with.
    pub authorities: Vec<(Callsign, VerifyingKey)>,
    /// Host and port of the relay.
    pub relay_address: Option<Line>,
}

/// Founds a realm in which two authorities must sign together.
pub fn found(founding: Founding, now: Timestamp) -> Result<Realm, DeskError> {
    let authorities = (founding.authorities.into_iter())
        .map(|(callsign, key)| Authority { callsign: Plain(callsign), signing_key: Plain(key) })
        .collect();
    let charter = Charter {
        name: Plain(founding.name),
        exercise: founding.exercise,
        founded: Plain(now),
        threshold: 2,
        authorities,
    };
    Ok(Realm::found(charter, founding.relay_address)?)
}

/// The relay's entry on the roster.
pub fn relay_member(callsign: Callsign, signing: VerifyingKey, transport: TransportPublicKey) -> Box<Member> {
    Box::new(Member {
        role: Code(Role::Relay),
        callsign: Plain(callsign),
        contingent: None,
        signing_key: Plain(signing),
        recipient: None,
        transport_key: Some(Plain(transport)),
        valid_until: None,
        revoked: None,
    })
}

/// A change to the roster.
#[derive(Debug, Clone)]
pub enum Change {
    /// Somebody who asked, his request checked.
    Admit(Box<Member>),
    /// Somebody's keys are void.
    Revoke {
        /// Whose.
        member: MemberId,
        /// Why.
        reason: Line,
        /// His reports up to this number stay good.
        through_sequence: u32,
    },
}

/// Reads a request and checks that the asker holds the key he asks for.
pub fn read_request(bytes: &[u8], realm: &Realm) -> Result<Box<Member>, DeskError> {
    Ok(Box::new(RequestV1::read(bytes, realm.id())?.payload.member()))
}

/// What one authority says alone, where a stolen key cannot wait for the other's signature: somebody's keys are void. It
/// goes to the relay with the next contact of any commander or the cell that installs it; the roster follows.
pub fn revoke_alone(
    realm: &Realm,
    key: &SigningKey,
    member: MemberId,
    reason: RevocationReason,
    from_report: Option<u32>,
    now: Timestamp,
) -> Result<SignedStatement, DeskError> {
    let (member, reason) = (Plain(member), Code(reason));
    let word = RevocationV1 { member, reason, since: None, from_report, at: Plain(now) };
    Ok(sign(word, key, realm.id())?.statement)
}

/// Reads what commanders said since the roster was signed, in the file made for a new device or in words of their own: what
/// the next roster is to say of it.
///
/// # Errors
/// `Amendment` for a word that does not count by this roster.
pub fn read_amendments(bytes: &[u8], current: &Roster, realm: &Realm) -> Result<Vec<Change>, DeskError> {
    let sequence = UnverifiedSequence::read(bytes)?;
    let judged = current.clone().judge_all(sequence.amendments, realm)?;
    if let Some((_, why)) = judged.refused.first() {
        return Err((*why).into());
    }
    // Of a device whose keys were void before, and whose place was taken, nothing is left to change.
    let is_void = |id| current.member(id).is_some_and(|member| member.revoked.is_some());
    let fresh = |amendment: &Amendment| {
        !matches!(amendment, Amendment::Membership(_)) || !is_void(amendment.member())
    };
    let change = |amendment: Amendment| match amendment {
        Amendment::Membership(signed) => Ok(Change::Admit(Box::new(signed.payload.member))),
        Amendment::Revocation(signed) => {
            let revoked = signed.payload.revoked()?;
            Ok(Change::Revoke {
                member: signed.payload.member.0,
                reason: revoked.reason.0,
                through_sequence: revoked.through_sequence,
            })
        }
    };
    judged.good.into_iter().filter(fresh).map(change).collect()
}

/// Proposes the next roster, with the first authority's signature.
pub fn propose(
    current: Option<&Roster>,
    changes: Vec<Change>,
    realm: &Realm,
    key: &SigningKey,
    now: Timestamp,
) -> Result<SignedRoster, DeskError> {
    let (epoch, limits, mut members) = match current {
        Some(roster) => (roster.epoch(), roster.limits(), roster.payload().members.clone()),
        None => (0, Limits::default(), Vec::new()),
    };
    for change in changes {
        match change {
            Change::Admit(member) => match members.iter_mut().find(|known| known.id() == member.id()) {
                // Asking twice changes nothing; somebody revoked comes back with new keys only.
                Some(known) if known.revoked.is_some() => return Err(DeskError::NotOnRoster),
                Some(known) => *known = *member,
                None => members.push(*member),
            },
            Change::Revoke { member, reason, through_sequence } => {
                let known = members.iter_mut().find(|known| known.id() == member);
                let known = known.ok_or(VaultError::NotFound("member"))?;
                known.revoked.get_or_insert(Revoked {
                    at: Plain(now),
                    reason: Plain(reason),
                    through_sequence,
                });
            }
        }
    }
    let payload = RosterV1 { epoch: epoch + 1, issued: Plain(now), limits, members };
    Ok(SignedRoster::propose(payload, key, realm)?)
}

/// Adds another authority's signature to a proposal.
pub fn co_sign(proposal: &[u8], realm: &Realm, key: &SigningKey) -> Result<SignedRoster, DeskError> {
    Ok(SignedRoster::read(proposal, realm)?.co_sign(key, realm)?)
}
