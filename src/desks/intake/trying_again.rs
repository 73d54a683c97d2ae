//! What was set aside, tried once more where something could have changed.
//!
//! ```text
//!  other people in force ─▶ by signers who are members now, of members, of devices ─┐
//!  another program ───────▶ whatever the one before could not take ─────────────────┼─▶ taken, or aside for another reason
//!  a report came ─────────▶ what speaks of it ──────────────────────────────────────┘
//! ```
//!
//! Nothing else is read again, and one thing at a time: what somebody sends that cannot be taken costs nothing whenever
//! somebody else's packet comes.

use std::collections::BTreeSet;

use crate::desks::enrolment::amending::{amends, take_amendments};
use crate::desks::error::DeskError;
use crate::desks::intake::set_aside::{SetAside, UNKNOWN_SIGNER, WORTH_ANOTHER_PROGRAM, WORTH_OTHER_PEOPLE};
use crate::desks::intake::taking::{take_alone, waits_for};
use crate::desks::intake::who_reads::read_by;
use crate::domain::ids::Digest;
use crate::domain::time::Timestamp;
use crate::vault::aside::Aside;
use crate::vault::unlock::Vault;
use crate::wire::kind::Kind;
use crate::wire::roster::Roster;
use crate::wire::statement::UnverifiedStatement;

/// Memberships and revocations judged together: more than one act of a commander has.
const TOGETHER: usize = 500;
/// How often what was taken makes room for more. What is still due then is due the next time.
const ROUNDS: usize = 8;

/// What became of what was tried again.
#[derive(Debug, Default)]
pub(super) struct TriedAgain {
    /// What was taken.
    pub taken: Vec<(Kind, Digest)>,
    /// What is kept among the rivals now, with the reason.
    pub refused: Vec<(Digest, SetAside)>,
    /// Everything that is aside no longer.
    pub gone: BTreeSet<Digest>,
}

/// Tries again whatever could be taken now that these were.
pub(super) fn try_again(
    vault: &mut Vault,
    brought: &[(Kind, Digest)],
    now: Timestamp,
) -> Result<TriedAgain, DeskError> {
    let mut tried = TriedAgain::default();
    let mut from = 0;
    for round in 1..=ROUNDS {
        let new = if round == 1 { brought } else { tried.taken.get(from..).unwrap_or_default() };
        let due = due(vault, new)?;
        if round < ROUNDS && vault.changed_since_judged()?.any() {
            vault.all_judged()?;
        }
        from = tried.taken.len();
        try_these(vault, &due, now, &mut tried)?;
        if tried.taken.len() == from {
            break;
        }
    }
    Ok(tried)
}

/// Whether a kind of statement amends the roster at a desk that is to know.
pub(super) fn is_amendment_for(vault: &Vault, kind: Kind) -> bool {
    amends(kind) && read_by(vault.profile().role).contains(&kind)
}

/// The people in force, whether this profile is still one of them or not: what was handed to it before is taken either
/// way, and the next thing it wants to do is refused.
pub(super) fn people_in_force(vault: &Vault) -> Result<Roster, DeskError> {
    vault.roster()?.ok_or(DeskError::NoRoster)
}

/// What was set aside and could be taken now.
fn due(vault: &Vault, brought: &[(Kind, Digest)]) -> Result<BTreeSet<Digest>, DeskError> {
    let changed = vault.changed_since_judged()?;
    let mut due = BTreeSet::new();
    if changed.program {
        for reason in WORTH_ANOTHER_PROGRAM {
            due.extend(vault.aside_by_another_program(reason)?);
        }
    }
    if changed.people {
        for reason in WORTH_OTHER_PEOPLE {
            due.extend(vault.aside_because(reason)?);
        }
        let people = people_in_force(vault)?;
        for signer in vault.signers_aside(UNKNOWN_SIGNER)? {
            if people.member(signer).is_some() {
                due.extend(vault.aside_signed_by(UNKNOWN_SIGNER, signer)?);
            }
        }
    }
    for (kind, digest) in brought {
        match kind {
            Kind::Report => due.extend(vault.aside_about(*digest)?),
            Kind::EarlierReports => due.extend(vault.aside_about_earlier_report(*digest)?),
            _ => {}
        }
    }
    Ok(due)
}

fn try_these(
    vault: &mut Vault,
    due: &BTreeSet<Digest>,
    now: Timestamp,
    tried: &mut TriedAgain,
) -> Result<(), DeskError> {
    let (mut amendments, mut others) = (Vec::new(), Vec::new());
    for digest in due {
        let Some(bytes) = vault.aside(*digest)? else { continue };
        match UnverifiedStatement::parse(&bytes) {
            Ok(word) if is_amendment_for(vault, word.kind()) => {
                amendments.push(word);
                if amendments.len() == TOGETHER {
                    try_amendments(vault, std::mem::take(&mut amendments), now, tried)?;
                }
            }
            Ok(word) => others.push((word.kind(), *digest)),
            Err(why) => vault.still_aside(&unread(*digest, SetAside::from(why).code()))?,
        }
    }
    try_amendments(vault, amendments, now, tried)?;
    // What others refer to comes first.
    others.sort_unstable();
    let people = people_in_force(vault)?;
    for (_, digest) in others {
        let Some(bytes) = vault.aside(digest)? else { continue };
        let Ok(statement) = UnverifiedStatement::parse(&bytes) else { continue };
        let (kind, signer) = (statement.kind(), statement.signer());
        match take_alone(vault, people.check(statement), &people, now)? {
            Ok(_) => tried.taken.push((kind, digest)),
            Err(SetAside::Forked) => tried.refused.push((digest, SetAside::Forked)),
            Err(why) => {
                let (signer, about) = (Some(signer), waits_for(&bytes, why));
                let aside = Aside { signer, about, ..unread(digest, why.code()) };
                vault.still_aside(&aside)?;
                continue;
            }
        }
        vault.no_longer_aside(digest)?;
        tried.gone.insert(digest);
    }
    Ok(())
}

fn try_amendments(
    vault: &mut Vault,
    amendments: Vec<UnverifiedStatement>,
    now: Timestamp,
    tried: &mut TriedAgain,
) -> Result<(), DeskError> {
    if amendments.is_empty() {
        return Ok(());
    }
    let amended = take_amendments(vault, amendments, now)?;
    let new = amended.new.iter().map(|(_, digest)| *digest);
    for digest in new.chain(amended.known) {
        vault.no_longer_aside(digest)?;
        tried.gone.insert(digest);
    }
    tried.taken.extend(amended.new);
    for (word, why) in amended.refused {
        let reason = SetAside::from(why).code();
        vault.still_aside(&Aside { signer: Some(word.signer()), ..unread(word.digest(), reason) })?;
    }
    Ok(())
}

/// Something aside of which nothing more is known.
fn unread(digest: Digest, reason: &'static str) -> Aside<'static> {
    Aside { digest, signer: None, about: None, reason, bytes: &[] }
}
