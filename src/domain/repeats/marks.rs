//! What a report can be compared with others by.

use std::collections::BTreeMap;

use crate::domain::catalogue::indicator::IndicatorId;
use crate::domain::ids::{Digest, MemberId, ReportId};
use crate::domain::mark::Mark;
use crate::domain::time::Timestamp;

/// A position in degrees on WGS84, and how far off it may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// North positive, -90 to 90.
    pub latitude: f64,
    /// East positive, -180 to 180.
    pub longitude: f64,
    /// How far off it may be, in metres.
    pub error_m: u32,
}

/// What a report can be compared with others by. All of it follows from the report.
#[derive(Debug, Clone, PartialEq)]
pub struct Marks {
    /// The digest of its statement.
    pub report: Digest,
    /// Its id.
    pub id: ReportId,
    /// Who filed it.
    pub author: MemberId,
    /// The report it completes.
    pub supersedes: Option<ReportId>,
    /// When it was seen: the first instant.
    pub from: Timestamp,
    /// When it was seen: the last instant.
    pub to: Timestamp,
    /// Where.
    pub spot: Option<Spot>,
    /// What of the catalogue.
    pub indicators: Vec<IndicatorId>,
    /// Plates, numbers, names.
    pub marks: Vec<Mark>,
    /// SHA-256 of its facts, folded; nothing where they are too short to tell one sighting from another.
    pub facts: Option<Digest>,
}

impl Marks {
    /// The first instant, in seconds since 1970.
    pub(super) fn begins(&self) -> i64 {
        self.from.instant().timestamp()
    }

    /// Whole minutes between the two sightings; none where they overlap.
    pub(super) fn minutes_from(&self, other: &Self) -> u32 {
        let gap = self.from.seconds_since(other.to).max(other.from.seconds_since(self.to));
        u32::try_from(gap.max(0) / 60).unwrap_or(u32::MAX)
    }
}

/// For each report, by its place in the list, which matter it belongs to: a version and what it completes are one.
pub(super) fn matters(all: &[Marks]) -> Vec<usize> {
    let place: BTreeMap<(MemberId, ReportId), usize> =
        all.iter().enumerate().map(|(at, one)| ((one.author, one.id), at)).collect();
    let mut leads: Vec<usize> = (0..all.len()).collect();
    for (at, one) in all.iter().enumerate() {
        let completed = one.supersedes.and_then(|old| place.get(&(one.author, old)));
        if let Some(old) = completed {
            let (head, other) = (head_of(&leads, at), head_of(&leads, *old));
            if let Some(lead) = leads.get_mut(head.max(other)) {
                *lead = head.min(other);
            }
        }
    }
    (0..all.len()).map(|at| head_of(&leads, at)).collect()
}

/// Leads run to smaller places only, so this ends whatever a report says of itself.
fn head_of(leads: &[usize], mut at: usize) -> usize {
    while let Some(lead) = leads.get(at).copied().filter(|lead| *lead < at) {
        at = lead;
    }
    at
}
