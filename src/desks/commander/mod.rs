//! The commander's desk: he adds, he never edits, and he cannot withhold.
//!
//! ```text
//!  owed: filed, not in a batch ──┬─ review ──▶ ready ──────────────┐
//!                                ├─ return ──▶ still owed ─ limit ─┼─▶ batch ─▶ packets for Brussels
//!                                └─ nothing ─▶ limit: as it stands ┘
//!  answers from Brussels ─▶ one packet for each observer concerned
//! ```

pub mod batching;
pub mod beside;
pub mod contingent;
pub mod forwarding;
pub mod judging;
pub mod passing_down;
pub(super) mod portions;
pub mod preview;
pub mod queue;
pub(super) mod ready;
pub mod review;
pub mod sent;

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::desks::enrolment::{at_desk, roster_in_force};
use crate::desks::error::DeskError;
use crate::domain::answer::Audience;
use crate::domain::catalogue::Catalogue;
use crate::domain::catalogue::terms::Flag;
use crate::domain::grading::{Handling, InformationCredibility, NatoGrade, SourceReliability};
use crate::domain::ids::Digest;
use crate::domain::marking::{Caveat, Marking};
use crate::domain::observation::LocalAuthority;
use crate::domain::overdue::Countdown;
use crate::domain::people::Role;
use crate::domain::precedence::Precedence;
use crate::domain::repeats::Repeats;
use crate::domain::report::{FiledReport, Return, Review};
use crate::domain::screening::Screening;
use crate::domain::text::Narrative;
use crate::domain::time::Timestamp;
use crate::vault::answers::HeldFeedback;
use crate::vault::reports::HeldReport;
use crate::vault::unlock::Vault;
use crate::wire::statement::{Signed, sign};

/// What a commander can do.
pub struct CommanderDesk {
    pub(super) vault: Vault,
    pub(super) catalogue: Catalogue,
    pub(super) repeats: RefCell<KnownRepeats>,
}

/// What repeats what, as long as no further report comes.
#[derive(Debug, Default)]
pub(super) struct KnownRepeats {
    /// How many reports were held, and the newest of them.
    pub(super) held: (u32, u32),
    /// The repeats of each that has some.
    pub(super) of: BTreeMap<Digest, Repeats>,
}

/// An owed report with all its words, for a few. A list takes `queue_rows`.
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
    /// When it goes on, reviewed or as it stands.
    pub due: Timestamp,
}

impl Owed {
    /// How long it still has.
    pub fn countdown(&self, now: Timestamp) -> Countdown {
        Countdown::until(self.due, self.received, now)
    }
}

/// What a commander decides about a report, as far as he has decided it. Whatever he leaves out follows from the report.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Judgement {
    /// How reliable the source is; F when he cannot judge.
    pub reliability: Option<SourceReliability>,
    /// How credible the information is, judged apart; 6 when he cannot judge.
    pub credibility: Option<InformationCredibility>,
    /// What may be done with it.
    pub handling: Option<Handling>,
    /// Caveats he adds. The author's stay, whatever stands here.
    pub caveats: Option<Vec<Caveat>>,
    /// How fast it goes; only he releases IMMEDIATE.
    pub precedence: Option<Precedence>,
    /// A higher marking than the author's.
    pub marking: Option<Marking>,
    /// His words.
    pub comment: Option<Narrative>,
    /// Whether he told a local authority, and what came of it.
    pub local_authority: Option<LocalAuthority>,
    /// The digest of another report held here that tells the same sighting. Both go on.
    pub duplicate_of: Option<Digest>,
}

impl Judgement {
    /// A judgement that grades, and leaves the rest to the report.
    pub fn graded(grade: NatoGrade) -> Self {
        Self { reliability: Some(grade.source), credibility: Some(grade.information), ..Self::default() }
    }

    /// The grade as it stands: the half that is not decided cannot be judged.
    pub fn grade(&self) -> NatoGrade {
        NatoGrade {
            source: self.reliability.unwrap_or(NatoGrade::UNJUDGED.source),
            information: self.credibility.unwrap_or(NatoGrade::UNJUDGED.information),
        }
    }
}

impl CommanderDesk {
    /// Sits down at a commander's desk.
    pub fn open(mut vault: Vault) -> Result<Self, DeskError> {
        at_desk(&vault, Role::Commander)?;
        vault.complete_lists()?;
        Ok(Self { vault, catalogue: Catalogue::embedded()?, repeats: RefCell::default() })
    }

    /// The vault underneath.
    pub fn vault(&mut self) -> &mut Vault {
        &mut self.vault
    }

    /// The catalogue indicators are looked up in.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// Reports that have not gone to Brussels, each with all its words, the most urgent and then the oldest first.
    pub fn queue(&self) -> Result<Vec<Owed>, DeskError> {
        let hours = roster_in_force(&self.vault)?.limits().forwarding_hours;
        let mut owed = Vec::new();
        for time in self.vault.owed_times()? {
            owed.push(Owed {
                review: self.vault.review_of(time.digest)?.map(|(_, review)| review),
                returned: self.vault.return_of(time.digest)?.map(|(_, returned)| returned),
                received: time.received,
                due: time.due(hours),
                held: self.vault.report(time.digest)?,
            });
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

/// The review of a report whose time is up before anybody looked at it.
pub(super) fn unjudged(held: &HeldReport, catalogue: &Catalogue, now: Timestamp) -> Review {
    let review = Review::as_it_stands(held.digest, &held.report, now);
    Review { handling: handled(review.handling.clone(), &held.report, catalogue), ..review }
}

/// A report that touches officials is never handled more freely than H2, whoever looked at it or did not.
pub(super) fn handled(handling: Handling, report: &FiledReport, catalogue: &Catalogue) -> Handling {
    let officials = (report.observation().indicators.iter())
        .filter_map(|indicator| catalogue.get(&indicator.id))
        .any(|indicator| indicator.has(Flag::Official));
    if officials { handling.where_officials_are_involved() } else { handling }
}
