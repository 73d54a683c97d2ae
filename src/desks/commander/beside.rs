//! What lies beside a report that is opened for review: what the realm leaves its commander to decide, what others of
//! its kind are called, and a look at a picture.

use std::collections::BTreeMap;

use crate::desks::commander::review::OpenedReport;
use crate::desks::commander::{CommanderDesk, handled};
use crate::desks::enrolment::roster_in_force;
use crate::desks::error::DeskError;
use crate::domain::grading::Handling;
use crate::domain::ids::{Digest, MemberId};
use crate::domain::marking::Marking;
use crate::domain::people::Callsign;
use crate::domain::report::Return;
use crate::domain::time::Timestamp;
use crate::media::preview::Preview;
use crate::vault::reports::HeldReport;

/// What lies beside an opened report.
#[derive(Debug, Clone, PartialEq)]
pub struct Beside {
    /// The highest marking of the realm.
    pub ceiling: Marking,
    /// It touches officials, so that it is never handled more freely than H2.
    pub officials: bool,
    /// How many other reports carry its number: two histories by one author.
    pub rivals: usize,
    /// What was given back of its earlier versions: the number of the version, and why.
    pub returned_before: Vec<(u32, Return)>,
    /// What the reports are called that it repeats or that repeat it.
    pub others: BTreeMap<Digest, OtherReport>,
}

/// Another report held here, by what people call it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherReport {
    /// Who filed it.
    pub author: MemberId,
    /// What he is called, as far as the roster in force knows him.
    pub callsign: Option<Callsign>,
    /// His number for it.
    pub sequence: u32,
    /// When he filed it, by his clock.
    pub recorded: Timestamp,
    /// It has gone to Brussels already.
    pub gone: bool,
}

impl CommanderDesk {
    /// What lies beside an opened report.
    ///
    /// # Errors
    /// [`DeskError::NoRoster`] without one, and what the vault says.
    pub fn beside(&self, opened: &OpenedReport) -> Result<Beside, DeskError> {
        let roster = roster_in_force(&self.vault)?;
        let mut others = BTreeMap::new();
        let repeats = opened.repeats.told.iter().map(|repeat| repeat.other);
        let marked = opened.review.iter().filter_map(|review| review.duplicate_of);
        for other in repeats.chain(marked).chain(opened.duplicates.iter().copied()) {
            if others.contains_key(&other) || !self.vault.holds_report(other)? {
                continue;
            }
            let held = self.vault.report(other)?;
            let head = held.report.head();
            let callsign = roster.member(head.author).map(|member| member.callsign.0.clone());
            let called = OtherReport {
                author: head.author,
                callsign,
                sequence: head.sequence,
                recorded: head.recorded,
                gone: held.facts.forwarded.is_some(),
            };
            others.insert(other, called);
        }
        let mut returned_before = Vec::new();
        for version in
            opened.versions.iter().filter(|version| version.recorded < opened.held.report.head().recorded)
        {
            let returns = self.vault.returns_of(version.digest)?;
            returned_before.extend(returns.into_iter().map(|(_, returned)| (version.sequence, returned)));
        }
        Ok(Beside {
            ceiling: roster.limits().ceiling.0,
            officials: handled(Handling::H0, &opened.held.report, &self.catalogue) != Handling::H0,
            rivals: self.rivals_of(&opened.held)?,
            returned_before,
            others,
        })
    }

    /// How many other reports carry the number of this one, those that were only counted among them.
    fn rivals_of(&self, held: &HeldReport) -> Result<usize, DeskError> {
        let head = held.report.head();
        let signed = self.vault.signed_under(head.author, head.sequence)?;
        Ok(usize::try_from(signed.saturating_sub(1)).unwrap_or(usize::MAX))
    }

    /// A picture attached to a report as so many columns and rows of characters at most. Its smaller copy shows the same
    /// and is here sooner.
    ///
    /// # Errors
    /// [`DeskError::NotAttached`], or [`DeskError::Picture`] when it gives none.
    pub fn look_at(
        &self,
        report: Digest,
        attachment: Digest,
        columns: u16,
        rows: u16,
    ) -> Result<Preview, DeskError> {
        let held = self.vault.report(report)?;
        let named = &held.report.observation().attachments;
        if !named.iter().any(|one| one.digest == attachment) {
            return Err(DeskError::NotAttached);
        }
        let mut shown = attachment;
        for copy in named.iter().filter(|one| one.derived_from == Some(attachment)) {
            if self.vault.holds_attachment(copy.digest)? {
                shown = copy.digest;
            }
        }
        Ok(Preview::of(&self.vault.attachment(shown)?, columns, rows)?)
    }
}
