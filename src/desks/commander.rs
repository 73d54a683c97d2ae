//! The commander's desk: he adds, he never edits, and he cannot withhold.
//!
//! ```text
//!  owed: filed, not in a batch ──┬─ review ──▶ ready ──────────────┐
//!                                ├─ return ──▶ still owed ─ limit ─┼─▶ batch ─▶ packets for Brussels
//!                                └─ nothing ─▶ limit: as it stands ┘
//!  answers from Brussels ─▶ one packet for each observer concerned
//! ```

use crate::desks::enrolment::{at_desk, roster_in_force};
use crate::desks::error::DeskError;
use crate::domain::answer::Audience;
use crate::domain::catalogue::Catalogue;
use crate::domain::catalogue::terms::Flag;
use crate::domain::grading::{Basis, EuropolCode, Handling, NatoGrade};
use crate::domain::ids::Digest;
use crate::domain::marking::{Ceiling, Marking};
use crate::domain::overdue::Countdown;
use crate::domain::people::Role;
use crate::domain::precedence::Precedence;
use crate::domain::report::{FiledReport, Return, Review};
use crate::domain::return_reason::ReturnReason;
use crate::domain::screening::Screening;
use crate::domain::text::{Line, Narrative};
use crate::domain::time::Timestamp;
use crate::vault::answers::HeldFeedback;
use crate::vault::reports::HeldReport;
use crate::vault::unlock::Vault;
use crate::wire::review::{ReturnV1, ReviewV1};
use crate::wire::statement::{Signed, sign};

/// What a commander can do.
pub struct CommanderDesk {
    pub(super) vault: Vault,
    pub(super) catalogue: Catalogue,
}

/// An owed report as the commander sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Owed {
    /// The report and the facts about it.
    pub held: HeldReport,
    /// His review, if he made one.
    pub review: Option<Review>,
    /// Why he gave it back, if he did.
    pub returned: Option<Return>,
    /// When it reached this desk. A road that took weeks does not use up the time for a review.
    pub received: Timestamp,
    /// How many hours it may stay.
    pub hours: u32,
    /// When it goes on, reviewed or as it stands.
    pub due: Timestamp,
}

impl Owed {
    /// How long it still has.
    pub fn countdown(&self, now: Timestamp) -> Countdown {
        Countdown::of(self.received, self.hours, now)
    }
}

/// What a commander decides about a report. Whatever he leaves out follows from the report.
#[derive(Debug, Clone, Default)]
pub struct Judgement {
    /// His grade; F6 when he cannot judge.
    pub grade: Option<NatoGrade>,
    /// What may be done with it.
    pub handling: Option<Handling>,
    /// How fast it goes; only he releases IMMEDIATE.
    pub precedence: Option<Precedence>,
    /// A higher marking than the author's.
    pub marking: Option<Marking>,
    /// His words.
    pub comment: Option<Narrative>,
}

impl CommanderDesk {
    /// Sits down at a commander's desk.
    pub fn open(vault: Vault) -> Result<Self, DeskError> {
        at_desk(&vault, Role::Commander)?;
        Ok(Self { vault, catalogue: Catalogue::embedded()? })
    }

    /// The vault underneath.
    pub fn vault(&mut self) -> &mut Vault {
        &mut self.vault
    }

    /// The catalogue indicators are looked up in.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// Reports that have not gone to Brussels, the most urgent and then the oldest first.
    pub fn queue(&self) -> Result<Vec<Owed>, DeskError> {
        let hours = roster_in_force(&self.vault)?.limits().forwarding_hours;
        let mut owed = Vec::new();
        for held in self.vault.reports()? {
            if held.facts.forwarded.is_none() {
                let received = self.vault.received_at(held.digest)?;
                owed.push(Owed {
                    review: self.vault.review_of(held.digest)?.map(|(_, review)| review),
                    returned: self.vault.return_of(held.digest)?.map(|(_, returned)| returned),
                    received,
                    hours,
                    due: received.plus_hours(hours),
                    held,
                });
            }
        }
        owed.sort_by_key(|owed| {
            let head = owed.held.report.head();
            (std::cmp::Reverse(head.precedence), head.recorded, head.id)
        });
        Ok(owed)
    }

    /// Everything held, gone or not.
    pub fn reports(&self) -> Result<Vec<HeldReport>, DeskError> {
        Ok(self.vault.reports()?)
    }

    /// Opens a report to read it, which is logged.
    pub fn consult(&self, report: Digest, now: Timestamp) -> Result<HeldReport, DeskError> {
        let held = self.vault.report(report)?;
        self.vault.log_consultation(report, "review", now)?;
        Ok(held)
    }

    /// What the police said of a report to its commander.
    pub fn answers(&self, report: Digest) -> Result<Vec<HeldFeedback>, DeskError> {
        Ok(self.vault.feedback_on(report, Audience::Commander)?)
    }

    /// How the indicators of a report screen. For commanders and the cell alone, never for the observer.
    pub fn screening(&self, report: &FiledReport) -> Screening {
        screening(report, &self.catalogue)
    }

    /// Reviews a report. Until it is forwarded a later review replaces an earlier one; both are kept.
    pub fn review(
        &mut self,
        report: Digest,
        judgement: Judgement,
        now: Timestamp,
    ) -> Result<Review, DeskError> {
        let held = self.vault.report(report)?;
        if held.facts.forwarded.is_some() {
            return Err(DeskError::AlreadyForwarded);
        }
        let review = judged(&held, judgement, &self.catalogue, now);
        if review.marking < held.report.head().marking {
            return Err(DeskError::MarkingLowered);
        }
        let roster = roster_in_force(&self.vault)?;
        Ceiling(roster.limits().ceiling.0).permits(review.marking)?;
        let signed = self.signed(ReviewV1::from(&review))?;
        self.vault.take_review(&signed, now)?;
        Ok(review)
    }

    /// Gives a report back to its author. It stays owed, and goes on as it stands when its time is up.
    pub fn give_back(
        &mut self,
        report: Digest,
        reason: ReturnReason,
        note: Option<Line>,
        now: Timestamp,
    ) -> Result<(), DeskError> {
        if self.vault.report(report)?.facts.forwarded.is_some() {
            return Err(DeskError::AlreadyForwarded);
        }
        let signed = self.signed(ReturnV1::from(&Return { report, reason, note, at: now }))?;
        self.vault.take_return(&signed, now)?;
        Ok(())
    }

    pub(super) fn signed<P: crate::wire::statement::Payload>(
        &self,
        payload: P,
    ) -> Result<Signed<P>, DeskError> {
        let profile = self.vault.profile();
        Ok(sign(payload, &profile.signing, profile.realm.id())?)
    }
}

/// How the indicators of a report screen.
pub(crate) fn screening(report: &FiledReport, catalogue: &Catalogue) -> Screening {
    let seen = report.observation();
    Screening::of(
        catalogue,
        seen.indicators.iter().map(|indicator| &indicator.id),
        seen.counts.minors(),
        seen.phase,
    )
}

/// The review that follows from a judgement: what the commander left out follows from the report.
fn judged(held: &HeldReport, judgement: Judgement, catalogue: &Catalogue, now: Timestamp) -> Review {
    let (head, seen) = (held.report.head(), held.report.observation());
    let grade = judgement.grade.unwrap_or(NatoGrade::UNJUDGED);
    let basis = seen.indicators.iter().map(|indicator| indicator.basis).min().unwrap_or(Basis::SawMyself);
    let handling = judgement.handling.unwrap_or_default();
    Review {
        report: held.digest,
        grade,
        europol: EuropolCode::derived_from(grade, basis, false),
        handling: handled(handling, &held.report, catalogue),
        caveats: head.caveats.clone(),
        precedence: judgement.precedence.unwrap_or_else(|| head.precedence.before_release()),
        marking: judgement.marking.unwrap_or(head.marking),
        comment: judgement.comment,
        as_it_stands: false,
        at: now,
    }
}

/// The review of a report whose time is up before anybody looked at it.
pub(super) fn unjudged(held: &HeldReport, catalogue: &Catalogue, now: Timestamp) -> Review {
    let review = Review::as_it_stands(held.digest, &held.report, now);
    Review { handling: handled(review.handling.clone(), &held.report, catalogue), ..review }
}

/// A report that touches officials is never handled more freely than H2, whoever looked at it or did not.
fn handled(handling: Handling, report: &FiledReport, catalogue: &Catalogue) -> Handling {
    let officials = (report.observation().indicators.iter())
        .filter_map(|indicator| catalogue.get(&indicator.id))
        .any(|indicator| indicator.has(Flag::Official));
    if officials { handling.where_officials_are_involved() } else { handling }
}
