//! A report, one struct per stage.
//!
//! Each step consumes the stage before it and adds one fact, so an edited filed report or a review of a draft cannot
//! be written down in code at all. There is no rejected report: the protocol of 20 March 2006 knows no holding back.

use crate::domain::grading::{EuropolCode, Handling, NatoGrade};
use crate::domain::ids::{Digest, MemberId, ReportId};
use crate::domain::marking::{Caveat, Marking};
use crate::domain::observation::{LocalAuthority, Observation};
use crate::domain::precedence::Precedence;
use crate::domain::return_reason::ReturnReason;
use crate::domain::text::{Line, Narrative};
use crate::domain::time::{ClockState, Timestamp};

/// What stands at the head of every filed report.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportHead {
    /// Which report.
    pub id: ReportId,
    /// Who filed it.
    pub author: MemberId,
    /// The author's number for it, from 1, without gaps.
    pub sequence: u32,
    /// Digest of the author's report before this one.
    pub previous: Option<Digest>,
    /// The report this one corrects.
    pub supersedes: Option<ReportId>,
    /// When it was filed, by the author's clock.
    pub recorded: Timestamp,
    /// What the author's device knew of that clock.
    pub clock: ClockState,
    /// The version of the indicator catalogue it was written with.
    pub catalogue_version: u32,
    /// Its marking.
    pub marking: Marking,
    /// Who may not see it.
    pub caveats: Vec<Caveat>,
    /// How urgent the author thinks it is; only the commander releases it.
    pub precedence: Precedence,
}

/// A filed report: complete, and never changed again.
#[derive(Debug, Clone, PartialEq)]
pub struct FiledReport {
    head: ReportHead,
    observation: Observation,
}

impl FiledReport {
    /// The end of [`crate::domain::draft::Draft::file`].
    pub(super) fn filed(head: ReportHead, observation: Observation) -> Self {
        Self { head, observation }
    }

    /// A report whose signature was verified, or that comes from the vault's own row.
    #[cfg(feature = "field")]
    pub(crate) fn vouched_for(head: ReportHead, observation: Observation) -> Self {
        Self { head, observation }
    }

    /// Who, which, when.
    pub fn head(&self) -> &ReportHead {
        &self.head
    }

    /// What.
    pub fn observation(&self) -> &Observation {
        &self.observation
    }

    /// Adds the commander's word.
    pub fn review(self, review: Review) -> ReviewedReport {
        ReviewedReport { report: self, review }
    }
}

/// What a commander adds to a report. He adds; he never edits.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    /// The digest of the report's statement.
    pub report: Digest,
    /// Reliability of the source and credibility of the information, judged apart.
    pub grade: NatoGrade,
    /// The Europol code that follows, labelled derived.
    pub europol: Option<EuropolCode>,
    /// What may be done with it.
    pub handling: Handling,
    /// Who may not see it.
    pub caveats: Vec<Caveat>,
    /// How fast it goes.
    pub precedence: Precedence,
    /// Its marking from here on; never lower than the author's.
    pub marking: Marking,
    /// The commander's words.
    pub comment: Option<Narrative>,
    /// Whether the commander told a local authority, and what came of it.
    pub local_authority: Option<LocalAuthority>,
    /// The digest of another report's statement: the same sighting told twice. Both go on.
    pub duplicate_of: Option<Digest>,
    /// Forwarded unreviewed because the time was up.
    pub as_it_stands: bool,
    /// When, by the commander's clock.
    pub at: Timestamp,
}

impl Review {
    /// The review of a report that nobody reviewed in time: F6, everything else as the author left it, and no faster
    /// than priority.
    pub fn as_it_stands(report: Digest, filed: &FiledReport, at: Timestamp) -> Self {
        Self {
            report,
            grade: NatoGrade::UNJUDGED,
            europol: None,
            handling: Handling::default(),
            caveats: filed.head.caveats.clone(),
            // Only a commander releases what is above priority, and no commander has looked at it.
            precedence: filed.head.precedence.before_release(),
            marking: filed.head.marking,
            comment: None,
            local_authority: None,
            duplicate_of: None,
            as_it_stands: true,
            at,
        }
    }
}

/// Why a commander gives a report back.
#[derive(Debug, Clone, PartialEq)]
pub struct Return {
    /// The digest of the report's statement.
    pub report: Digest,
    /// From a closed list; none of them asks to investigate.
    pub reason: ReturnReason,
    /// A few words.
    pub note: Option<Line>,
    /// When, by the commander's clock.
    pub at: Timestamp,
}

/// A report with its commander's word: what a batch is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewedReport {
    report: FiledReport,
    review: Review,
}

impl ReviewedReport {
    /// The report as filed.
    pub fn report(&self) -> &FiledReport {
        &self.report
    }

    /// The commander's word.
    pub fn review(&self) -> &Review {
        &self.review
    }
}
