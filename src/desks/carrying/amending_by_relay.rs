//! What amends the roster, told to the relay by commanders and the cell, and heard from it by everybody it concerns, in
//! the contact they have with it anyway.
//!
//! The relay is told before anything else, because a revocation bites at its door. What it cannot be told today is offered
//! again with every contact; what was said to it by others is judged here as if its author had said it.

use crate::courier::heard::Heard;
use crate::courier::road::{Road, RoadError};
use crate::desks::enrolment::amending::take_amendments;
use crate::desks::error::DeskError;
use crate::desks::intake::not_read::NotRead;
use crate::desks::intake::read_set_aside_again;
use crate::desks::intake::set_aside::SetAside;
use crate::domain::ids::Digest;
use crate::domain::people::Role;
use crate::domain::time::Timestamp;
use crate::vault::unlock::Vault;
use crate::wire::amendment_sequence::AmendmentPage;
use crate::wire::relay_api::ProblemCode;
use crate::wire::statement::{SignedStatement, StatementError, digest_of};

/// Most pages that are asked for in one contact: a relay that always has another must not hold the line for ever.
pub(crate) const MOST_PAGES: usize = 64;

/// What to tell the relay, and from which number on to ask it; nothing for a desk that has no part in this.
pub(crate) fn amendments_to_exchange(
    vault: &Vault,
) -> Result<Option<(Vec<SignedStatement>, u64)>, DeskError> {
    match vault.profile().role {
        Role::Commander | Role::Cell => Ok(Some((vault.amendments_to_tell()?, vault.amendments_heard()?))),
        // Whose keys of the cell are void he must know: else he believes an answer that a thief signed.
        Role::Observer => Ok(Some((Vec::new(), vault.amendments_heard()?))),
        _ => Ok(None),
    }
}

/// Takes in a page of what the relay told, and says whether there may be another behind it. What does not count here is set
/// aside, and so is what only a newer program can read: neither hides the rest.
pub(crate) fn heard_amendments(
    vault: &mut Vault,
    bytes: &[u8],
    up_to: u64,
    now: Timestamp,
) -> Result<bool, DeskError> {
    let page = AmendmentPage::read(bytes);
    for (item, why) in page.unreadable.iter().filter(|(_, why)| *why == StatementError::FutureVersion) {
        vault.set_aside(digest_of(item), None, SetAside::from(*why).code(), item, now)?;
    }
    let amended = take_amendments(vault, page.amendments, now)?;
    for (statement, why) in &amended.refused {
        let reason = SetAside::from(*why).code();
        vault.set_aside(statement.digest(), Some(statement.signer()), reason, statement.bytes(), now)?;
    }
    let at_relay: Vec<Digest> = amended.new.iter().map(|(_, digest)| *digest).chain(amended.known).collect();
    vault.told_amendments(&at_relay, now)?;
    read_set_aside_again(vault, now)?;
    // The number moves on past what was looked at and nothing else: behind what has no end a word may lie that nobody
    // would ever ask for again.
    let moves_on = page.whole && vault.amendments_heard()? != up_to;
    if moves_on {
        // Power fails before this line: it is asked for once more, and found to be here already.
        vault.hear_amendments(up_to)?;
    }
    Ok(moves_on)
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
    let Some((_, mut after)) = amendments_to_exchange(vault)? else { return Ok(Ok(())) };
    for _ in 0..MOST_PAGES {
        let Some(asked) = heard.more_amendments(after) else { break };
        match road.amendments(asked) {
            Ok(Some((bytes, up_to))) if heard_amendments(vault, &bytes, up_to, now)? => after = up_to,
            Ok(_) => break,
            Err(why) => return Ok(Err(why)),
        }
        if heard.amendments.is_some_and(|newest| newest <= after) {
            break;
        }
    }
    Ok(Ok(()))
}

/// What the relay does not accept, with the reason in words.
pub(crate) fn not_accepted(amendment: Digest) -> (Digest, NotRead) {
    (amendment, RoadError::refused(ProblemCode::BadAmendment).into())
}
