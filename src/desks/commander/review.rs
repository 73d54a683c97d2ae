//! A report opened for review: the original exactly as signed, and everything known beside it.

use crate::desks::commander::judging::{europol_for, nearest_basis};
use crate::desks::commander::{CommanderDesk, screening};
use crate::desks::enrolment::roster_in_force;
use crate::desks::error::DeskError;
use crate::desks::signer::{Signature, Signer, signature_of, signer_of};
use crate::domain::alert::{Alert, calls};
use crate::domain::catalogue::ilo::IloDimension;
use crate::domain::catalogue::indicator::Labels;
use crate::domain::code::Coded;
use crate::domain::draft::Draft;
use crate::domain::grading::{Basis, EuropolCode, NatoGrade};
use crate::domain::ids::{Digest, ReportId};
use crate::domain::observation::{Attachment, IndicatorSeen};
use crate::domain::repeats::Repeats;
use crate::domain::report::{Return, Review};
use crate::domain::screening::{DimensionCount, DimensionState, Screening};
use crate::domain::time::Timestamp;
use crate::vault::answers::HeldFeedback;
use crate::vault::reports::HeldReport;
use crate::wire::report::ReportV1;

/// A report as a commander reviews it.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenedReport {
    /// The report exactly as filed, facts and assessment apart, and what became of it.
    pub held: HeldReport,
    /// Whether its signature holds today: checked anew from the bytes that were signed.
    pub signature: Signature,
    /// Who signed it, as far as the roster in force knows him.
    pub author: Option<Signer>,
    /// When it reached this desk.
    pub received: Timestamp,
    /// When it goes on, reviewed or as it stands; nothing once it has gone.
    pub due: Option<Timestamp>,
    /// Its indicators, with what the catalogue calls them.
    pub indicators: Vec<OpenedIndicator>,
    /// Its attachments.
    pub attachments: Vec<OpenedAttachment>,
    /// The other versions of it held here, the oldest first.
    pub versions: Vec<Version>,
    /// Every time it was given back, the newest last.
    pub returns: Vec<Return>,
    /// The review in force.
    pub review: Option<Review>,
    /// The nearest basis any of its indicators has: what a Europol code is derived by.
    pub basis: Basis,
    /// How its indicators screen. Never without [`Screening::CAUTION`].
    pub screening: Screening,
    /// What must be read before going on, the gravest first.
    pub alerts: Vec<Alert>,
    /// Other reports held here that it repeats, gone ones among them, and why: content, for screens alone.
    pub repeats: Repeats,
    /// Reports whose review marks them as duplicates of this one.
    pub duplicates: Vec<Digest>,
    /// What the police said of it to its commander, oldest first.
    pub answers: Vec<HeldFeedback>,
}

/// An indicator with what the catalogue of this program calls it; a newer catalogue may know more.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenedIndicator {
    /// Which, by what basis, about whom.
    pub seen: IndicatorSeen,
    /// What it is called.
    pub labels: Option<Labels>,
}

/// An attachment, and whether its bytes are here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedAttachment {
    /// Which.
    pub attachment: Attachment,
    /// Its bytes are here; otherwise they are still on the way.
    pub here: bool,
}

/// Another version of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version {
    /// The digest of its statement.
    pub digest: Digest,
    /// Its id.
    pub id: ReportId,
    /// The author's number for it.
    pub sequence: u32,
    /// When it was filed, by its author's clock.
    pub recorded: Timestamp,
}

impl OpenedReport {
    /// The Europol code that a grade would give it, always derived.
    pub fn europol_for(&self, grade: NatoGrade) -> Option<EuropolCode> {
        europol_for(grade, self.basis)
    }

    /// The screening by dimension: what is counted, and what that comes to.
    pub fn dimensions(&self) -> impl Iterator<Item = (IloDimension, DimensionCount, DimensionState)> + '_ {
        IloDimension::ALL
            .iter()
            .map(|dimension| (*dimension, self.screening.count(*dimension), self.screening.state(*dimension)))
    }
}

impl CommanderDesk {
    /// Opens a report for review, which is logged.
    ///
    /// # Errors
    /// [`DeskError::NoRoster`] without one, and what the vault says.
    pub fn open_for_review(&self, report: Digest, now: Timestamp) -> Result<OpenedReport, DeskError> {
        let roster = roster_in_force(&self.vault)?;
        let held = self.consult(report, now)?;
        let time = self.vault.time_of(report)?;
        let seen = held.report.observation();
        let here = self.vault.attachments_of(report)?;
        let attachments = seen.attachments.iter().map(|attachment| OpenedAttachment {
            here: here.contains(&(attachment.digest, true)),
            attachment: attachment.clone(),
        });
        let indicators = seen.indicators.iter().map(|indicator| OpenedIndicator {
            labels: self.catalogue.get(&indicator.id).map(|known| known.labels.clone()),
            seen: indicator.clone(),
        });
        // The flags speak of a draft; a draft that begins from this report says what the report says.
        let as_draft = Draft::correcting(&held.report, held.report.head().id, now);
        let mut versions = Vec::new();
        for digest in self.vault.versions_of(report)? {
            let head = self.vault.report(digest)?.report.head().clone();
            versions.push(Version { digest, id: head.id, sequence: head.sequence, recorded: head.recorded });
        }
        Ok(OpenedReport {
            signature: signature_of::<ReportV1>(&self.vault, report, &roster)?,
            author: signer_of(&roster, held.report.head().author),
            received: time.received,
            due: (held.facts.forwarded.is_none()).then(|| time.due(roster.limits().forwarding_hours)),
            indicators: indicators.collect(),
            attachments: attachments.collect(),
            versions,
            returns: self.vault.returns_of(report)?.into_iter().map(|(_, returned)| returned).collect(),
            review: self.vault.review_of(report)?.map(|(_, review)| review),
            basis: nearest_basis(&held.report),
            screening: screening(&held.report, &self.catalogue),
            alerts: calls(&as_draft, &self.catalogue).alerts,
            repeats: self.repeats_of(report)?,
            duplicates: self.vault.marked_as_duplicates_of(report)?,
            answers: self.answers(report)?,
            held,
        })
    }
}
