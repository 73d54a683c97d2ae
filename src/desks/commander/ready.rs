//! What is ready for Brussels: chosen by what stands in rows, before a single report is read.
//!
//! ```text
//!  released as IMMEDIATE ──────────────────────────────────▶ a portion of its own
//!  enrolled, revoked · reviewed, or time up · rivals, tallies ─▶ portions, by precedence and due time
//! ```

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::desks::commander::CommanderDesk;
use crate::desks::commander::portions::{Item, MOST_RETURNS, Portion, shared_out};
use crate::desks::enrolment::roster_in_force;
use crate::desks::error::DeskError;
use crate::domain::ids::{Digest, MemberId};
use crate::domain::overdue::Countdown;
use crate::domain::people::{Addressee, Role};
use crate::domain::precedence::Precedence;
use crate::domain::time::Timestamp;
use crate::vault::outbound::Unbatched;
use crate::wire::tally::TallyV1;

/// What was enrolled and revoked that goes along with something IMMEDIATE: as much as holds nothing up. The rest goes with
/// the next batch, and a report whose author the cell does not know yet waits there for it.
const WITH_IMMEDIATE: usize = 20;

/// A tally that the cell was not sent.
struct ToldTally {
    digest: Digest,
    /// The report it counts up to.
    head: Option<Digest>,
}

impl CommanderDesk {
    /// What was released as IMMEDIATE: each report with its author's tally, and nothing else.
    pub(super) fn released(&self) -> Result<Vec<Portion>, DeskError> {
        let unbatched = self.vault.unbatched()?;
        let released = unbatched.iter().filter(|one| one.reviewed.is_some_and(Precedence::needs_release));
        let released: Vec<&Unbatched> = released.collect();
        if released.is_empty() {
            return Ok(Vec::new());
        }
        let going: BTreeSet<Digest> = released.iter().map(|one| one.digest).collect();
        let (mut returns, mut amendments) = (self.returns_besides(&going)?, self.amendments_to_tell()?);
        returns.truncate(MOST_RETURNS);
        amendments.truncate(WITH_IMMEDIATE);
        let mut portions = Vec::new();
        for one in released {
            let tallies = self.tallies_to_tell(Some(one.author))?;
            let tallies = tallies.into_iter().filter(|tally| tally.head != Some(one.digest));
            let mut items = vec![Item::Report(0, *one)];
            // Without what was enrolled the cell may not know its author yet.
            items.extend(self.weighed(tallies.map(|tally| tally.digest).chain(amendments.iter().copied()))?);
            portions.push(Portion { items, returns: returns.clone(), slots: Vec::new(), alone: true });
        }
        Ok(portions)
    }

    /// Everything else that goes: every report that is reviewed or whose time is up, with its review, and what there is
    /// to tell of observers. `gone` is what would have gone before it.
    pub(super) fn normal(&self, now: Timestamp, gone: &BTreeSet<Digest>) -> Result<Vec<Portion>, DeskError> {
        self.vault.look_at_clock(now)?;
        let hours = self.hours()?;
        let mut reports: Vec<(usize, Unbatched)> = (self.vault.unbatched()?.into_iter().enumerate())
            .filter(|(_, one)| match one.reviewed {
                Some(precedence) => !precedence.needs_release(),
                // A version that was replaced goes along: it is withheld no more than any other.
                None => one.superseded || is_up(one, hours, now),
            })
            .collect();
        let going: BTreeSet<Digest> = reports.iter().map(|(_, one)| one.digest).collect();
        let news = self.news(now, gone)?;
        if reports.is_empty() && !news.is_any {
            return Ok(Vec::new());
        }
        reports.sort_by_key(|(_, one)| (Reverse(one.precedence()), one.time.due(hours)));
        let known = |tally: &ToldTally| tally.head.is_some_and(|head| going.contains(&head));
        let tallies = news.tallies.into_iter().filter(|tally| !known(tally)).map(|tally| tally.digest);
        let mut items = self.weighed(news.amendments.into_iter())?;
        items.extend(reports.into_iter().map(|(place, one)| Item::Report(place, one)));
        items.extend(self.weighed(news.rivals.into_iter().chain(tallies))?);
        let mut returns = self.returns_besides(&going.union(gone).copied().collect())?;
        let mut slots = self.vault.uncounted_slots()?;
        let mut shares = shared_out(items);
        if shares.is_empty() {
            // Slots alone that have waited for too long.
            shares.push(Vec::new());
        }
        let portion = |items| Portion {
            items,
            returns: returns.drain(..returns.len().min(MOST_RETURNS)).collect(),
            slots: std::mem::take(&mut slots),
            alone: false,
        };
        Ok(shares.into_iter().map(portion).collect())
    }

    /// Whether the time of some owed report is up, or the cell is to hear something that no report of this desk tells.
    pub(super) fn is_due(&self, now: Timestamp) -> Result<bool, DeskError> {
        let hours = self.hours()?;
        let time_is_up = self.vault.unbatched()?.iter().any(|one| is_up(one, hours, now));
        Ok(time_is_up || self.news(now, &BTreeSet::new())?.is_any)
    }

    /// How many hours a report may stay here.
    pub(super) fn hours(&self) -> Result<u32, DeskError> {
        Ok(roster_in_force(&self.vault)?.limits().forwarding_hours)
    }

    /// Signed things with what each weighs.
    pub(super) fn weighed(&self, digests: impl Iterator<Item = Digest>) -> Result<Vec<Item>, DeskError> {
        digests.map(|digest| Ok(Item::Other(digest, self.vault.length_of(digest)?))).collect()
    }

    /// Returns that are open of reports that do not go, the oldest first.
    fn returns_besides(&self, going: &BTreeSet<Digest>) -> Result<Vec<Digest>, DeskError> {
        let open = self.vault.open_returns()?.into_iter();
        Ok(open.filter(|(_, report)| !going.contains(report)).map(|(returned, _)| returned).collect())
    }

    /// The latest tally of each observer, or of one, as far as the cell was not sent it.
    fn tallies_to_tell(&self, of: Option<MemberId>) -> Result<Vec<ToldTally>, DeskError> {
        let latest = self.vault.latest_tallies()?.into_iter();
        let latest: Vec<Digest> = latest
            .filter(|(observer, _)| of.is_none_or(|of| of == *observer))
            .map(|(_, digest)| digest)
            .collect();
        let told = |digest| {
            let head = self.vault.signed::<TallyV1>(digest)?.payload.claim().head;
            Ok(ToldTally { digest, head })
        };
        self.untold(&latest)?.into_iter().map(told).collect()
    }

    /// Whom he enrolled and whose keys he made void, as far as the cell was not sent that.
    fn amendments_to_tell(&self) -> Result<Vec<Digest>, DeskError> {
        self.untold(&self.vault.amendments_by(self.vault.profile().me)?)
    }

    fn untold(&self, items: &[Digest]) -> Result<Vec<Digest>, DeskError> {
        Ok(self.vault.not_riding(items, &Addressee::Role(Role::Cell))?)
    }

    /// What no report of this desk tells, less what would have gone before it.
    fn news(&self, now: Timestamp, gone: &BTreeSet<Digest>) -> Result<News, DeskError> {
        let mut news = News {
            amendments: self.amendments_to_tell()?,
            // Reports that carry the number of another: both histories are the cell's to judge.
            rivals: self.untold(&self.vault.rivals()?)?,
            tallies: self.tallies_to_tell(None)?,
            is_any: false,
        };
        news.amendments.retain(|digest| !gone.contains(digest));
        news.tallies.retain(|tally| !gone.contains(&tally.digest));
        let (hours, oldest) = (self.hours()?, self.vault.oldest_uncounted_slot()?);
        news.is_any = !news.rivals.is_empty()
            || !news.amendments.is_empty()
            || oldest.is_some_and(|since| Countdown::of(since, hours, now).is_over());
        for tally in &news.tallies {
            news.is_any |= tally.head.map(|head| self.vault.holds(head)).transpose()? == Some(false);
        }
        Ok(news)
    }
}

/// What the cell was not sent and what no report tells it.
struct News {
    /// Who was enrolled, and who revoked.
    amendments: Vec<Digest>,
    /// Evidence of two histories.
    rivals: Vec<Digest>,
    /// How many each has filed.
    tallies: Vec<ToldTally>,
    /// Whether it is worth a batch without a report: two histories, somebody enrolled or revoked, a tally that counts up to
    /// a report that never came here, or slots that have waited as long as a report may.
    is_any: bool,
}

/// Whether the time of an owed report is up.
fn is_up(one: &Unbatched, hours: u32, now: Timestamp) -> bool {
    Countdown::until(one.time.due(hours), one.time.received, now).is_over()
}
