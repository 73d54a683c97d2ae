//! What amends the roster, told to the relay and heard from it: by commanders and the cell, in the contact they have with
//! it anyway.
//!
//! The relay is told before anything else, because a revocation bites at its door. What it cannot be told today is offered
//! again with every contact; what was said to it by others is judged here as if its author had said it.

use crate::courier::heard::Heard;
use crate::courier::road::{Road, RoadError};
use crate::desks::amending::take_amendments;
use crate::desks::error::DeskError;
use crate::desks::intake::read_set_aside_again;
use crate::desks::not_read::NotRead;
use crate::desks::set_aside::SetAside;
use crate::domain::ids::Digest;
use crate::domain::people::Role;
use crate::domain::time::Timestamp;
use crate::vault::unlock::Vault;
use crate::wire::amendment::UnverifiedSequence;
use crate::wire::relay_api::ProblemCode;
use crate::wire::statement::SignedStatement;

/// What to tell the relay, and from which number on to ask it; nothing for a desk that has no part in this.
pub(crate) fn amendments_to_exchange(
    vault: &Vault,
) -> Result<Option<(Vec<SignedStatement>, u64)>, DeskError> {
    match vault.profile().role {
        Role::Commander | Role::Cell => Ok(Some((vault.amendments_to_tell()?, vault.amendments_heard()?))),
        _ => Ok(None),
    }
}

/// Takes in what the relay told. What does not count here is passed over: its author, or a packet, may bring it again.
pub(crate) fn heard_amendments(
    vault: &mut Vault,
    bytes: &[u8],
    up_to: u64,
    now: Timestamp,
) -> Result<(), DeskError> {
    // A relay may be hostile: what cannot be read is no reason to stop, nor to ask for it for ever.
    if let Ok(sequence) = UnverifiedSequence::read(bytes) {
        let amended = take_amendments(vault, sequence.amendments, now)?;
        for (statement, why) in &amended.refused {
            let reason = SetAside::from(*why).code();
            vault.set_aside(statement.digest(), Some(statement.signer()), reason, statement.bytes(), now)?;
        }
        let at_relay: Vec<Digest> =
            amended.new.iter().map(|(_, digest)| *digest).chain(amended.known).collect();
        vault.told_amendments(&at_relay, now)?;
        read_set_aside_again(vault, now)?;
    }
    // Power fails before this line: it is asked for once more, and found to be here already.
    Ok(vault.hear_amendments(up_to)?)
}

/// Tells the relay, over a road that is used step by step; gives back what does not count there.
pub(crate) fn tell_amendments(
    vault: &mut Vault,
    road: &mut dyn Road,
    now: Timestamp,
) -> Result<Result<Vec<(Digest, NotRead)>, RoadError>, DeskError> {
    let Some((tell, _)) = amendments_to_exchange(vault)?.filter(|(tell, _)| !tell.is_empty()) else {
        return Ok(Ok(Vec::new()));
    };
    let refused = match road.tell(&tell) {
        Ok(Some(refused)) => refused,
        Ok(None) => return Ok(Ok(Vec::new())),
        Err(why) => return Ok(Err(why)),
    };
    let known = tell.iter().map(SignedStatement::digest).filter(|told| !refused.contains(told));
    vault.told_amendments(&known.collect::<Vec<_>>(), now)?;
    Ok(Ok(refused.into_iter().map(not_accepted).collect()))
}

/// Asks the relay, over a road that is used step by step, if it has said that there is more.
pub(crate) fn hear_amendments(
    vault: &mut Vault,
    road: &mut dyn Road,
    heard: Heard,
    now: Timestamp,
) -> Result<Result<(), RoadError>, DeskError> {
    let Some((_, after)) = amendments_to_exchange(vault)? else { return Ok(Ok(())) };
    match heard.more_amendments(after).map(|after| road.amendments(after)).transpose() {
        Ok(more) => {
            if let Some((bytes, up_to)) = more.flatten() {
                heard_amendments(vault, &bytes, up_to, now)?;
            }
            Ok(Ok(()))
        }
        Err(why) => Ok(Err(why)),
    }
}

/// What the relay does not accept, with the reason in words.
pub(crate) fn not_accepted(amendment: Digest) -> (Digest, NotRead) {
    (amendment, RoadError::refused(ProblemCode::BadAmendment).into())
}
