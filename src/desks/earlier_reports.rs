//! What goes down to a soldier who has a new device: every answer to what he filed with the ones before.
//!
//! ```text
//!  answers to reports of device 1 and 2, void ─┐
//!  answers to reports of device 3 ─────────────┼─▶ one packet for device 3, which stands for both
//!  which reports those were: told with them ──┘
//! ```
//!
//! All of it goes, whether the lost device had it or not: nobody here knows what it had read, the soldier has nothing of it
//! any more, and it is little. A report that was acknowledged and answered takes less than a kilobyte of words, before
//! they are compressed, once for each device that is lost; a hundred of them take some minutes of the worst line there is.
//! The reports themselves do not go: with their photographs they are a hundred times that, they lie with the police, and
//! whoever finds the next device would have them too.
//!
//! Nothing is sealed to void keys, so a lost device is told nothing more, and what waited for it waits for the new one.

use std::collections::BTreeMap;

use crate::desks::error::DeskError;
use crate::domain::ids::{Digest, MemberId};
use crate::domain::time::Timestamp;
use crate::vault::unlock::Vault;
use crate::wire::earlier_reports::{EarlierReportsV1, FiledEarlier, MOST_EARLIER};
use crate::wire::roster::Roster;
use crate::wire::spelling::Plain;
use crate::wire::statement::sign;

/// Answers that no packet to this member carries yet: those to his own reports, then those to reports of the devices he
/// stands for.
pub(super) fn answers_for(
    vault: &Vault,
    member: MemberId,
    roster: &Roster,
) -> Result<Vec<Digest>, DeskError> {
    let mut answers = vault.undelivered_to(member, member)?;
    for earlier in roster.stands_for(member) {
        answers.extend(vault.undelivered_to(member, earlier)?);
    }
    Ok(answers)
}

/// Signs and keeps what tells a member which reports of his earlier devices some answers are about; nothing where they
/// are about his own alone.
pub(super) fn earlier_reports(
    vault: &mut Vault,
    answers: &[Digest],
    member: MemberId,
    roster: &Roster,
    now: Timestamp,
) -> Result<Vec<Digest>, DeskError> {
    let stands_for = roster.stands_for(member);
    if stands_for.is_empty() {
        return Ok(Vec::new());
    }
    let mut reports: BTreeMap<MemberId, BTreeMap<(u32, Digest), FiledEarlier>> = BTreeMap::new();
    for answer in answers {
        for (author, handed) in vault.reports_spoken_of(*answer)? {
            if stands_for.contains(&author) {
                reports.entry(author).or_default().insert((handed.number, handed.report.0), handed);
            }
        }
    }
    let mut kept = Vec::new();
    for (earlier, reports) in reports {
        let reports: Vec<FiledEarlier> = reports.into_values().collect();
        for reports in reports.chunks(MOST_EARLIER) {
            let word =
                EarlierReportsV1 { earlier: Plain(earlier), reports: reports.to_vec(), at: Plain(now) };
            let profile = vault.profile();
            let signed = sign(word, &profile.signing, profile.realm.id())?;
            vault.keep_earlier_reports(&signed, now)?;
            kept.push(signed.statement.digest());
        }
    }
    Ok(kept)
}
