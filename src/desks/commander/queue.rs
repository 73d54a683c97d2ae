//! The commander's queue: what he owes Brussels, and what repeats what.
//!
//! ```text
//!  summaries of what is owed ──┐
//!  marks of all that is held ──┴─▶ rows: precedence, then the least time left, then age ─▶ a list of ten thousand
//! ```
//!
//! Nothing here reads a report whole. Which reports repeat one another changes only when one comes, so it is worked out
//! once and kept.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::desks::commander::{CommanderDesk, KnownRepeats};
use crate::desks::enrolment::roster_in_force;
use crate::desks::error::DeskError;
use crate::domain::catalogue::indicator::IndicatorId;
use crate::domain::grading::NatoGrade;
use crate::domain::ids::{Digest, MemberId, ReportId};
use crate::domain::overdue::Countdown;
use crate::domain::people::Callsign;
use crate::domain::place::Given;
use crate::domain::precedence::Precedence;
use crate::domain::repeats::{Repeat, Repeats, repeats};
use crate::domain::return_reason::ReturnReason;
use crate::domain::text::{Line, Text};
use crate::domain::time::{Period, Timestamp};
use crate::vault::clock::SetBack;
use crate::vault::owed::OwedSummary;
use crate::vault::summaries::OPENING;
use crate::wire::roster::Roster;

/// An owed report as the queue shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct QueueRow {
    /// The digest of its statement.
    pub digest: Digest,
    /// Its id.
    pub id: ReportId,
    /// The author's number for it.
    pub sequence: u32,
    /// Who filed it.
    pub author: MemberId,
    /// What he is called, as far as the roster in force knows him.
    pub callsign: Option<Callsign>,
    /// What the author suggests; once it is reviewed, what was released.
    pub precedence: Precedence,
    /// The author suggests IMMEDIATE, or more, and nobody has released or lowered it yet.
    pub suggests_immediate: bool,
    /// When it was filed, by its author's clock.
    pub recorded: Timestamp,
    /// When it was seen.
    pub observed: Period,
    /// The words of the place.
    pub place: Option<Line>,
    /// The position of the place.
    pub position: Option<Given>,
    /// Every indicator, in the order they were picked.
    pub indicators: Vec<IndicatorId>,
    /// Nothing fitted the catalogue, and yet it was odd.
    pub just_odd: bool,
    /// How the facts begin, on one line.
    pub opening: Option<Text<OPENING>>,
    /// Somebody counted looked under 18.
    pub minors: bool,
    /// When it reached this desk.
    pub received: Timestamp,
    /// When it goes on, reviewed or as it stands.
    pub due: Timestamp,
    /// What was done about it.
    pub state: QueueState,
    /// Other reports held here that it repeats, gone ones among them, and why: content, for screens alone.
    pub repeats: Arc<[Repeat]>,
    /// There are more of them than are told.
    pub more_repeats: bool,
    /// How many attachments it names.
    pub attachments: u32,
    /// The version it completes, if that is held here.
    pub completes: Option<Digest>,
    /// A newer version by the same author is here; this one goes along.
    pub superseded: bool,
}

/// What was done about an owed report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QueueState {
    /// Nothing yet.
    New,
    /// It was given back, and nothing has come since.
    Returned(ReturnReason),
    /// It completes a version that was given back, and waits for a review.
    Completed,
    /// It is reviewed, and goes with the next batch.
    Reviewed(NatoGrade),
}

impl QueueRow {
    /// How long it still has.
    pub fn countdown(&self, now: Timestamp) -> Countdown {
        Countdown::until(self.due, self.received, now)
    }

    /// Where it stands in the queue.
    pub fn place_in_queue(&self) -> impl Ord + use<> {
        (Reverse(self.precedence), self.due, self.recorded, self.id)
    }
}

impl CommanderDesk {
    /// Every owed report: by precedence, then the least time left, then age.
    ///
    /// # Errors
    /// [`DeskError::NoRoster`] without one, and what the vault says.
    pub fn queue_rows(&self, now: Timestamp) -> Result<Vec<QueueRow>, DeskError> {
        self.vault.look_at_clock(now)?;
        let mut rows = self.rows_of(self.vault.owed()?)?;
        rows.sort_by_cached_key(QueueRow::place_in_queue);
        Ok(rows)
    }

    /// Some rows of the queue, read again: what to put into the list after an act, instead of reading ten thousand.
    /// Whatever has gone meanwhile is left out.
    ///
    /// # Errors
    /// As [`CommanderDesk::queue_rows`].
    pub fn queue_rows_of(&self, reports: &[Digest]) -> Result<Vec<QueueRow>, DeskError> {
        let mut owed = Vec::new();
        for report in reports {
            owed.extend(self.vault.owed_one(*report)?);
        }
        let mut rows = self.rows_of(owed)?;
        rows.sort_by_cached_key(QueueRow::place_in_queue);
        Ok(rows)
    }

    /// That the clock of this desk was set back while reports were here that are still owed. The time they had spent
    /// stays spent.
    ///
    /// # Errors
    /// What the vault says.
    pub fn clock_set_back(&self) -> Result<Option<SetBack>, DeskError> {
        Ok(self.vault.clock_set_back()?)
    }

    /// The other reports held here that one repeats, gone ones among them.
    ///
    /// # Errors
    /// What the vault says.
    pub fn repeats_of(&self, report: Digest) -> Result<Repeats, DeskError> {
        self.with_repeats(|known| known.get(&report).cloned().unwrap_or_default())
    }

    fn rows_of(&self, owed: Vec<OwedSummary>) -> Result<Vec<QueueRow>, DeskError> {
        let roster = roster_in_force(&self.vault)?;
        self.with_repeats(|known| owed.into_iter().map(|owed| row(owed, &roster, known)).collect())
    }

    fn with_repeats<T>(&self, act: impl FnOnce(&BTreeMap<Digest, Repeats>) -> T) -> Result<T, DeskError> {
        let mut known = self.repeats.borrow_mut();
        let held = self.vault.reports_held()?;
        if known.held != held {
            *known = KnownRepeats { held, of: repeats(&self.vault.marks()?) };
        }
        Ok(act(&known.of))
    }
}

fn row(owed: OwedSummary, roster: &Roster, known: &BTreeMap<Digest, Repeats>) -> QueueRow {
    let state = match (owed.review, owed.returned) {
        (Some((grade, _)), _) => QueueState::Reviewed(grade),
        (None, Some(reason)) => QueueState::Returned(reason),
        (None, None) if owed.was_asked_for => QueueState::Completed,
        (None, None) => QueueState::New,
    };
    let Repeats { told, more } = known.get(&owed.digest).cloned().unwrap_or_default();
    QueueRow {
        digest: owed.digest,
        id: owed.id,
        sequence: owed.sequence,
        author: owed.author,
        callsign: roster.member(owed.author).map(|member| member.callsign.0.clone()),
        precedence: owed.review.map_or(owed.suggested, |(_, released)| released),
        suggests_immediate: owed.review.is_none() && owed.suggested.needs_release(),
        recorded: owed.recorded,
        observed: owed.observed,
        place: owed.place,
        position: owed.position,
        indicators: owed.indicators,
        just_odd: owed.just_odd,
        opening: owed.opening,
        minors: owed.minors,
        received: owed.time.received,
        due: owed.time.due(roster.limits().forwarding_hours),
        state,
        repeats: told,
        more_repeats: more,
        attachments: owed.attachments,
        completes: owed.completes,
        superseded: owed.superseded,
    }
}
