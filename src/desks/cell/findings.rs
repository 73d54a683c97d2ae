//! What is missing, contradicts itself or has gone quiet.
//!
//! ```text
//!  reports, rivals, tallies ─▶ findings, each with what is known ─▶ gone by itself when the report comes, by any road
//! ```
//!
//! Nothing of this is stored: it follows from what is here whenever somebody looks.

use crate::desks::cell::CellDesk;
use crate::desks::enrolment::roster_in_force;
use crate::desks::error::DeskError;
use crate::domain::chain::{ChainFinding, findings};
use crate::domain::ids::MemberId;
use crate::domain::people::{Callsign, Contingent, Role};
use crate::domain::silence::{Silence, silence};
use crate::domain::time::Timestamp;
use crate::vault::chains::HeardTally;
use crate::wire::roster::{Member, Roster};

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amiss {
    /// Something with his reports.
    Chain(ChainFinding),
    /// Nothing came for too long.
    Silent(Silence),
}

/// Batches of a commander that came by and did not bring what is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassedBy {
    /// Whose.
    pub commander: MemberId,
    /// What he is called.
    pub callsign: Callsign,
    /// How many.
    pub batches: u32,
    /// When the last of them came, by the cell's clock.
    pub last: Timestamp,
}

/// Something wrong with one observer's reports, with what is known of it: a row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Whose reports.
    pub observer: MemberId,
    /// What he is called.
    pub callsign: Callsign,
    /// His contingent.
    pub contingent: Option<Contingent>,
    /// Whether his keys were revoked since.
    pub revoked: bool,
    /// What is wrong.
    pub amiss: Amiss,
    /// Since when the cell can know, by its own clock.
    pub since: Timestamp,
    /// Until when it may only be late: a commander may take that long. None where no delay explains it.
    pub may_be_late_until: Option<Timestamp>,
    /// His tally that counts most.
    pub tally: Option<HeardTally>,
    /// Batches of his commanders that came since.
    pub passed_by: Vec<PassedBy>,
    /// How many reports are known to carry the number of a fork; a few of them are kept whole. Zero for anything else.
    pub histories: u32,
}

impl Finding {
    /// Whether no delay that is allowed explains it any more.
    pub fn is_grave(&self, now: Timestamp) -> bool {
        self.may_be_late_until.is_none_or(|until| until < now)
    }
}

impl CellDesk {
    /// Everything that is missing, contradicts itself or has gone quiet, the gravest first, then the oldest.
    pub fn findings(&self, now: Timestamp) -> Result<Vec<Finding>, DeskError> {
        let roster = roster_in_force(&self.vault)?;
        let mut found = Vec::new();
        for member in roster.everybody().filter(|member| member.role.0 == Role::Observer) {
            let observer = member.id();
            let (links, tallies) = self.vault.chain(observer)?;
            for finding in findings(&links, &tallies) {
                let since = self.known_since(observer, finding)?.unwrap_or(now);
                found.push(self.finding(member, &roster, Amiss::Chain(finding), since)?);
            }
            let good =
                member.revoked.is_none() && member.valid_until.as_ref().is_none_or(|until| now <= until.0);
            let named = self.vault.named_since(observer)?.unwrap_or(now);
            let quiet = silence(self.vault.last_heard_of(observer)?, named, now).filter(|_| good);
            if let Some(quiet) = quiet {
                found.push(self.finding(member, &roster, Amiss::Silent(quiet), quiet.since)?);
            }
        }
        found.sort_by_key(|finding| {
            let silent = matches!(finding.amiss, Amiss::Silent(_));
            (!finding.is_grave(now), silent, finding.since, finding.observer)
        });
        Ok(found)
    }

    fn known_since(&self, observer: MemberId, finding: ChainFinding) -> Result<Option<Timestamp>, DeskError> {
        Ok(match finding {
            ChainFinding::Missing { from, .. } => self.vault.first_told_of(observer, from)?,
            ChainFinding::Forked { sequence } => self.vault.last_told_of(observer, sequence, sequence)?,
            ChainFinding::Broken { sequence } => {
                self.vault.last_told_of(observer, sequence.saturating_sub(1), sequence)?
            }
            ChainFinding::TallyContradicts { filed } => self.vault.last_told_of(observer, filed, filed)?,
        })
    }

    fn finding(
        &self,
        member: &Member,
        roster: &Roster,
        amiss: Amiss,
        since: Timestamp,
    ) -> Result<Finding, DeskError> {
        let mut passed_by = Vec::new();
        for passage in self.vault.batches_since(since)? {
            let his = (roster.member(passage.commander)).filter(|commander| {
                commander.contingent.is_some() && commander.contingent == member.contingent
            });
            passed_by.extend(his.map(|commander| PassedBy {
                commander: passage.commander,
                callsign: commander.callsign.0.clone(),
                batches: passage.batches,
                last: passage.last,
            }));
        }
        let late = matches!(amiss, Amiss::Chain(ChainFinding::Missing { .. }));
        Ok(Finding {
            observer: member.id(),
            callsign: member.callsign.0.clone(),
            contingent: member.contingent.as_ref().map(|contingent| contingent.0.clone()),
            revoked: member.revoked.is_some(),
            amiss,
            since,
            may_be_late_until: late.then(|| since.plus_hours(roster.limits().forwarding_hours)),
            tally: self.vault.highest_tally(member.id())?,
            passed_by,
            histories: match amiss {
                Amiss::Chain(ChainFinding::Forked { sequence }) => {
                    self.vault.signed_under(member.id(), sequence)?
                }
                _ => 0,
            },
        })
    }
}
