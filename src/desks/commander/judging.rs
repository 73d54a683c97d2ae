//! A commander's word on a report, as long as it is owed.
//!
//! ```text
//!  begun, kept unsigned ─▶ judgement, decided as far as it is ─ review ──▶ reviewed ── a later review takes its place
//!                                                  │
//!                                                  └─ taken back ──▶ owed as if nobody had looked at it
//!  a reason from the list, and a note ─ give back ─▶ still owed, and goes as it stands when its time is up
//! ```
//!
//! What was signed is never deleted. A review leaves this desk with its batch and not before, so until then it binds
//! nobody: the vault keeps beside it that it counts no longer, and the log says who took it back and when. Once the report
//! is forwarded, nothing is taken back.

use crate::desks::commander::{CommanderDesk, Judgement, handled};
use crate::desks::enrolment::roster_in_force;
use crate::desks::error::DeskError;
use crate::domain::begun_review::BegunReview;
use crate::domain::catalogue::Catalogue;
use crate::domain::code::Coded;
use crate::domain::grading::{Basis, EuropolCode, NatoGrade};
use crate::domain::ids::Digest;
use crate::domain::marking::{Caveat, Ceiling};
use crate::domain::no_orders::orders;
use crate::domain::report::{FiledReport, Return, Review};
use crate::domain::return_reason::ReturnReason;
use crate::domain::text::Line;
use crate::domain::time::Timestamp;
use crate::vault::reports::HeldReport;
use crate::wire::review::{ReturnV1, ReviewV1};

impl CommanderDesk {
    /// Reviews a report. Until it is forwarded a later review replaces an earlier one; both are kept.
    ///
    /// # Errors
    /// [`DeskError::AlreadyForwarded`] once it has gone; [`DeskError::MarkingLowered`], [`DeskError::AboveCeiling`],
    /// [`DeskError::NotReleasable`] and [`DeskError::NotADuplicate`] for what a commander may not decide.
    pub fn review(
        &mut self,
        report: Digest,
        judgement: Judgement,
        now: Timestamp,
    ) -> Result<Review, DeskError> {
        let held = self.still_owed(report)?;
        let review = judged(&held, judgement, &self.catalogue, now);
        if review.marking < held.report.head().marking {
            return Err(DeskError::MarkingLowered);
        }
        if !review.precedence.is_suggestible() {
            return Err(DeskError::NotReleasable);
        }
        if let Some(other) = review.duplicate_of {
            self.can_be_repeated_by(other, report)?;
        }
        let roster = roster_in_force(&self.vault)?;
        Ceiling(roster.limits().ceiling.0).permits(review.marking)?;
        let signed = self.signed(ReviewV1::from(&review))?;
        self.vault.take_review(&signed, now)?;
        Ok(review)
    }

    /// Keeps what was begun on a report and not signed, or nothing, where everything is taken back.
    pub fn keep_begun(
        &self,
        report: Digest,
        begun: Option<&BegunReview>,
        now: Timestamp,
    ) -> Result<(), DeskError> {
        Ok(self.vault.keep_begun_review(report, begun, now)?)
    }

    /// What was begun on a report and not signed.
    pub fn begun(&self, report: Digest) -> Result<Option<BegunReview>, DeskError> {
        Ok(self.vault.begun_review(report)?)
    }

    /// Takes a review back before it is forwarded: the report is owed as if nobody had reviewed it.
    ///
    /// # Errors
    /// [`DeskError::AlreadyForwarded`] once it has gone, [`DeskError::NotReviewed`] where there is none.
    pub fn take_back_review(&mut self, report: Digest, now: Timestamp) -> Result<(), DeskError> {
        self.still_owed(report)?;
        if self.vault.take_back_review(report, now)? { Ok(()) } else { Err(DeskError::NotReviewed) }
    }

    /// Gives a report back to its author. It stays owed, and goes on as it stands when its time is up.
    ///
    /// # Errors
    /// [`DeskError::AlreadyForwarded`] once it has gone; [`DeskError::AsksToInvestigate`] for a note that asks a soldier to
    /// find something out.
    pub fn give_back(
        &mut self,
        report: Digest,
        reason: ReturnReason,
        note: Option<Line>,
        now: Timestamp,
    ) -> Result<(), DeskError> {
        self.still_owed(report)?;
        if let Some(at) = note.as_ref().and_then(|note| orders(note.as_str()).into_iter().next()) {
            return Err(DeskError::AsksToInvestigate { at });
        }
        let signed = self.signed(ReturnV1::from(&Return { report, reason, note, at: now }))?;
        self.vault.take_return(&signed, now)?;
        Ok(())
    }

    fn still_owed(&self, report: Digest) -> Result<HeldReport, DeskError> {
        let held = self.vault.report(report)?;
        if held.facts.forwarded.is_some() { Err(DeskError::AlreadyForwarded) } else { Ok(held) }
    }

    /// That a report can be marked as a duplicate of another: that one is here, and no duplicate of this one.
    fn can_be_repeated_by(&self, other: Digest, report: Digest) -> Result<(), DeskError> {
        let back = match self.vault.holds_report(other)? {
            true => self.vault.review_of(other)?.and_then(|(_, review)| review.duplicate_of),
            false => return Err(DeskError::NotADuplicate),
        };
        if other == report || back == Some(report) { Err(DeskError::NotADuplicate) } else { Ok(()) }
    }
}

/// The Europol code that follows from a grade and a basis: always derived, and shown so. What other reports say does not
/// corroborate it: that takes an officer.
#[must_use]
pub fn europol_for(grade: NatoGrade, basis: Basis) -> Option<EuropolCode> {
    EuropolCode::derived_from(grade, basis, false)
}

/// The nearest basis that any indicator of a report has; what only just was odd, its author saw.
#[must_use]
pub fn nearest_basis(report: &FiledReport) -> Basis {
    let seen = report.observation();
    seen.indicators.iter().map(|indicator| indicator.basis).min().unwrap_or(Basis::SawMyself)
}

/// The review that follows from a judgement: what the commander left out follows from the report.
fn judged(held: &HeldReport, judgement: Judgement, catalogue: &Catalogue, now: Timestamp) -> Review {
    let head = held.report.head();
    let grade = judgement.grade();
    let added = judgement.caveats.unwrap_or_default();
    let caveat = |one: &Caveat| head.caveats.contains(one) || added.contains(one);
    Review {
        report: held.digest,
        grade,
        europol: europol_for(grade, nearest_basis(&held.report)),
        handling: handled(judgement.handling.unwrap_or_default(), &held.report, catalogue),
        caveats: match added.iter().all(|one| head.caveats.contains(one)) {
            true => head.caveats.clone(),
            false => Caveat::ALL.iter().copied().filter(caveat).collect(),
        },
        precedence: judgement.precedence.unwrap_or_else(|| head.precedence.before_release()),
        marking: judgement.marking.unwrap_or(head.marking),
        comment: judgement.comment,
        local_authority: judgement.local_authority,
        duplicate_of: judgement.duplicate_of,
        as_it_stands: false,
        at: now,
    }
}
