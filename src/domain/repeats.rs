//! Reports that repeat one another: the same plate, telephone, paper or boat, the same place at the same time, the same
//! sighting told twice.
//!
//! ```text
//!  report ── taken ─▶ Marks: what it can be compared by ─┐
//!  the marks of all that is held, owed or gone ──────────┴─ repeats ─▶ for each report, which others and why
//! ```
//!
//! It points out and decides nothing: both reports go on. What is compared by is content, so a reason is for screens and
//! never for a log. A version and the one it completes are one matter and no repeat of each other.

use std::collections::BTreeMap;

use crate::domain::catalogue::indicator::IndicatorId;
use crate::domain::ids::{Digest, MemberId, ReportId};
use crate::domain::mark::{Mark, MarkKind};
use crate::domain::time::Timestamp;

/// Hours that may lie between two sightings in one window.
pub const WINDOW_HOURS: u32 = 6;
/// Metres within which two places are one, however exactly both are known.
pub const SAME_PLACE_M: u32 = 500;
/// A position that may be off by more than this says too little to be compared, in metres.
pub const VAGUEST_M: u32 = 5_000;
/// Repeats told of one report; where there are more, those nearest in time are told.
pub const MOST: usize = 12;

/// A position in degrees on WGS84, and how far off it may be in metres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// North positive, -90 to 90.
    pub latitude: f64,
    /// East positive, -180 to 180.
    pub longitude: f64,
    /// How far off it may be, in metres.
    pub error_m: u32,
}

/// What a report can be compared by.
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

/// Why one report repeats another; the strongest reasons first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RepeatReason {
    /// The same author with the same words.
    SameWords,
    /// Same place, same window of time, and an indicator in common: perhaps one sighting told twice.
    SameSighting {
        /// Between the two places, in metres.
        metres: u32,
        /// Between the two times, in minutes.
        minutes: u32,
        /// What both picked.
        indicators: Vec<IndicatorId>,
    },
    /// They share a plate, a number or a name.
    SharedMark {
        /// Of what.
        kind: MarkKind,
        /// As this report has it, in the form in which such marks are compared.
        mark: Mark,
        /// One of the two was not read whole, so that it may be another.
        partial: bool,
    },
    /// Same place, same window of time.
    SamePlace {
        /// Between the two places, in metres.
        metres: u32,
        /// Between the two times, in minutes.
        minutes: u32,
    },
}

impl RepeatReason {
    /// Whether the other looks like the same sighting, rather than another sighting of the same thing.
    #[must_use]
    pub const fn looks_like_a_duplicate(&self) -> bool {
        matches!(self, Self::SameWords | Self::SameSighting { .. })
    }

    const fn rank(&self) -> u8 {
        match self {
            Self::SameWords => 0,
            Self::SameSighting { .. } => 1,
            Self::SharedMark { partial: false, .. } => 2,
            Self::SharedMark { partial: true, .. } => 3,
            Self::SamePlace { .. } => 4,
        }
    }
}

/// Another report that this one repeats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeat {
    /// The digest of its statement.
    pub other: Digest,
    /// Its id.
    pub other_id: ReportId,
    /// Why.
    pub reason: RepeatReason,
}

/// The repeats of one report.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Repeats {
    /// At most [`MOST`], the strongest reasons first, and of one strength the nearest in time.
    pub told: Vec<Repeat>,
    /// There are more than are told.
    pub more: bool,
}

/// For each report that repeats others, which and why.
#[must_use]
pub fn repeats(all: &[Marks]) -> BTreeMap<Digest, Repeats> {
    let mut found = BTreeMap::new();
    for one in all {
        let mut told: Vec<(u8, i64, Repeat)> = Vec::new();
        for other in all.iter().filter(|other| other.report != one.report) {
            for reason in reasons(one, other) {
                let repeat = Repeat { other: other.report, other_id: other.id, reason };
                told.push((repeat.reason.rank(), minutes_between(one, other), repeat));
            }
        }
        told.sort_by_key(|(rank, minutes, repeat)| (*rank, *minutes, repeat.other));
        let more = told.len() > MOST;
        told.truncate(MOST);
        if !told.is_empty() {
            found.insert(
                one.report,
                Repeats { told: told.into_iter().map(|(_, _, repeat)| repeat).collect(), more },
            );
        }
    }
    found
}

fn reasons(one: &Marks, other: &Marks) -> Vec<RepeatReason> {
    let mut reasons = Vec::new();
    if one.supersedes == Some(other.id) || other.supersedes == Some(one.id) {
        return reasons;
    }
    if one.author == other.author && one.facts.is_some() && one.facts == other.facts {
        reasons.push(RepeatReason::SameWords);
    }
    for mark in &one.marks {
        if let Some(partial) = other.marks.iter().filter_map(|theirs| mark.shared_with(theirs)).min() {
            reasons.push(RepeatReason::SharedMark { kind: mark.kind(), mark: mark.clone(), partial });
        }
    }
    reasons
}

fn minutes_between(one: &Marks, other: &Marks) -> i64 {
    let gap = one.from.seconds_since(other.to).max(other.from.seconds_since(one.to));
    gap.max(0) / 60
}
