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

pub mod in_time;
pub mod marks;
pub mod nearby;
pub mod shared;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::domain::catalogue::indicator::IndicatorId;
use crate::domain::ids::{Digest, MemberId, ReportId};
use crate::domain::mark::{Mark, MarkKind};
use crate::domain::repeats::in_time::InTime;
use crate::domain::repeats::marks::{Marks, matters};
use crate::domain::repeats::nearby::Nearby;
use crate::domain::repeats::shared::shared;

/// Repeats told of one report; where there are more, those nearest in time are told.
pub const MOST: usize = 12;

/// Reports passed over, because they are of one matter, before nothing further is looked for.
const MOST_PASSED: usize = 100;

/// Comparisons after which nothing is looked up by what was read in part. Ten thousand reports with such a plate each take
/// about as many, within a second.
const MOST_COMPARED: usize = 80_000_000;

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

    /// The mark that is shared.
    #[must_use]
    pub const fn mark(&self) -> Option<&Mark> {
        if let Self::SharedMark { mark, .. } = self { Some(mark) } else { None }
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
    /// At most [`MOST`], the strongest reasons first, and of one strength the nearest in time. Held once, however many
    /// lists show it.
    pub told: Arc<[Repeat]>,
    /// There are more than are told.
    pub more: bool,
}

/// For each report that repeats others, which and why. Where too much was read in part to be looked up, there is more, if
/// none is told.
#[must_use]
pub fn repeats(all: &[Marks]) -> BTreeMap<Digest, Repeats> {
    let mut gathering = Gathering::over(all);
    gathering.same_words();
    gathering.shared_marks();
    gathering.told()
}

/// What is found so far, by the place of each report in the list.
struct Gathering<'a> {
    all: &'a [Marks],
    /// Which matter each belongs to.
    matters: Vec<usize>,
    found: Vec<Vec<(usize, RepeatReason)>>,
    more: Vec<bool>,
    /// How many comparisons it took.
    looked_at: usize,
    /// How many it may take to look up what was read in part, and to tell of it; then it is left out.
    most: usize,
}

impl<'a> Gathering<'a> {
    fn over(all: &'a [Marks]) -> Self {
        let (found, more) = (vec![Vec::new(); all.len()], vec![false; all.len()]);
        Self { all, matters: matters(all), found, more, looked_at: 0, most: MOST_COMPARED }
    }

    fn same_words(&mut self) {
        let mut said: BTreeMap<(MemberId, Digest), Vec<usize>> = BTreeMap::new();
        for (at, one) in self.all.iter().enumerate() {
            if let Some(facts) = one.facts {
                said.entry((one.author, facts)).or_default().push(at);
            }
        }
        for reports in said.into_values().filter(|reports| reports.len() > 1) {
            let in_time = InTime::of(reports.iter().copied(), self.all);
            for at in reports {
                self.add_nearest(at, &in_time, &RepeatReason::SameWords);
            }
        }
    }

    fn shared_marks(&mut self) {
        let marks = shared(self.all, self.most, &mut self.looked_at);
        let most = self.looked_at.saturating_add(self.most);
        for one in &marks {
            let reason =
                |partial| RepeatReason::SharedMark { kind: one.mark.kind(), mark: one.mark.clone(), partial };
            let alike = std::iter::once((&one.holders, !one.mark.is_whole()));
            let readings =
                one.readings.iter().filter_map(|other| marks.get(*other)).map(|other| (&other.holders, true));
            for at in one.holders.places() {
                self.leave_out(at, one.more);
            }
            // What is written alike is found in any case.
            for (number, (holders, partial)) in alike.chain(readings).enumerate() {
                for at in one.holders.places() {
                    if number > 0 && self.looked_at >= most {
                        self.leave_out(at, true);
                    } else {
                        self.add_nearest(at, holders, &reason(partial));
                    }
                }
            }
        }
    }

    /// Adds as many of these reports as are told at most, the nearest in time.
    fn add_nearest(&mut self, at: usize, reports: &InTime, reason: &RepeatReason) {
        let Some(one) = self.all.get(at) else { return };
        let mut left = MOST;
        for (passed, other) in reports.nearest(one.begins(), i64::MAX).enumerate() {
            self.looked_at += 1;
            if left == 0 || passed > MOST_PASSED {
                self.leave_out(at, true);
                break;
            }
            left -= usize::from(self.add(at, other, reason.clone()));
        }
    }

    /// Adds one that is not of the same matter.
    fn add(&mut self, at: usize, other: usize, reason: RepeatReason) -> bool {
        let apart = self.matters.get(at) != self.matters.get(other);
        let Some(found) = self.found.get_mut(at).filter(|_| apart) else { return false };
        found.push((other, reason));
        true
    }

    fn leave_out(&mut self, at: usize, some: bool) {
        if let Some(more) = self.more.get_mut(at) {
            *more |= some;
        }
    }

    fn in_common(&self, at: usize, other: usize) -> Vec<IndicatorId> {
        let (Some(one), Some(other)) = (self.all.get(at), self.all.get(other)) else { return Vec::new() };
        one.indicators.iter().filter(|id| other.indicators.contains(id)).cloned().collect()
    }

    /// Each report's own, one report after the other: of a crowd in one place far more is near than is told.
    fn told(&mut self) -> BTreeMap<Digest, Repeats> {
        let nearby = Nearby::of(self.all);
        let mut told = BTreeMap::new();
        for at in 0..self.all.len() {
            self.add_nearby(at, &nearby);
            let found = self.found.get_mut(at).map(std::mem::take).unwrap_or_default();
            let more = self.more.get(at).is_some_and(|more| *more);
            let Some(one) = self.all.get(at).filter(|_| more || !found.is_empty()) else { continue };
            told.insert(one.report, self.ranked(one, found, more));
        }
        told
    }

    fn add_nearby(&mut self, at: usize, nearby: &Nearby<'_>) {
        let (near, more) = nearby.to(at, &mut self.looked_at);
        for one in near {
            let indicators = self.in_common(at, one.other);
            let (metres, minutes) = (one.metres, one.minutes);
            let reason = match indicators.is_empty() {
                true => RepeatReason::SamePlace { metres, minutes },
                false => RepeatReason::SameSighting { metres, minutes, indicators },
            };
            self.add(at, one.other, reason);
        }
        self.leave_out(at, more);
    }

    fn ranked(&self, one: &Marks, found: Vec<(usize, RepeatReason)>, more: bool) -> Repeats {
        let mut ranked: Vec<_> = (found.into_iter())
            .filter_map(|(at, reason)| self.all.get(at).map(|other| (other, reason)))
            .map(|(other, reason)| {
                let away = one.begins().abs_diff(other.begins());
                (
                    (reason.rank(), away, other.report, reason.mark().map(|mark| mark.text().to_owned())),
                    Repeat { other: other.report, other_id: other.id, reason },
                )
            })
            .collect();
        ranked.sort_by(|(one, _), (other, _)| one.cmp(other));
        let mut shared = BTreeSet::new();
        ranked.retain(|(_, repeat)| match &repeat.reason {
            // Of two readings of one mark, the surer one.
            RepeatReason::SharedMark { kind, mark, .. } => {
                shared.insert((repeat.other, *kind, mark.text().to_owned()))
            }
            _ => true,
        });
        let more = more || ranked.len() > MOST;
        Repeats { told: ranked.into_iter().take(MOST).map(|(_, repeat)| repeat).collect(), more }
    }
}

#[cfg(test)]
mod tests {
    use super::marks::{Marks, Spot};
    use super::nearby::compare;
    use super::{Gathering, MOST, Repeat, RepeatReason, matters, repeats};
    use crate::domain::ids::{Digest, MemberId, ReportId};
    use crate::domain::mark::{Mark, MarkKind};
    use crate::domain::time::Timestamp;
    use proptest::prelude::*;

    fn hour(number: u32) -> Timestamp {
        Timestamp::parse("2026-11-01T00:00:00Z").unwrap().plus_hours(number)
    }

    fn digest(number: u32) -> Digest {
        let mut bytes = [7; 32];
        bytes[..4].copy_from_slice(&number.to_be_bytes());
        Digest::from_bytes(bytes)
    }

    /// A report about nothing, by an author of its own, days apart from every other.
    fn report(number: u32) -> Marks {
        let author = MemberId::from_bytes([u8::try_from(number % 251).unwrap(); 16]);
        let seen = hour(number * 100);
        Marks {
            report: digest(number),
            id: ReportId::of(author, number + 1),
            author,
            supersedes: None,
            from: seen,
            to: seen,
            spot: None,
            indicators: vec![],
            marks: vec![],
            facts: None,
        }
    }

    fn with(number: u32, kind: MarkKind, typed: &str) -> Marks {
        Marks { marks: Mark::read(kind, typed).into_iter().collect(), ..report(number) }
    }

    fn at(number: u32, latitude: f64, longitude: f64, error_m: u32, seen: Timestamp) -> Marks {
        let spot = Some(Spot { latitude, longitude, error_m });
        Marks { spot, from: seen, to: seen, ..report(number) }
    }

    /// What each says of the other.
    fn between(one: Marks, other: Marks) -> [Vec<RepeatReason>; 2] {
        let digests = [one.report, other.report];
        let found = repeats(&[one, other]);
        digests.map(|digest| {
            found
                .get(&digest)
                .map(|found| found.told.iter().map(|repeat| repeat.reason.clone()).collect())
                .unwrap_or_default()
        })
    }

    fn share(kind: MarkKind, one: &str, other: &str) -> Option<bool> {
        let said =
            between(with(1, kind, one), with(2, kind, other)).map(|reasons| match reasons.as_slice() {
                [] => None,
                [RepeatReason::SharedMark { partial, kind: told, .. }] if *told == kind => Some(*partial),
                other => panic!("{other:?}"),
            });
        assert_eq!(said[0], said[1], "the same from both sides");
        said[0]
    }

    #[test]
    fn one_plate_is_found_however_it_was_typed_and_says_when_it_was_read_in_part() {
        use MarkKind::{Boat, Document, Phone, Plate};
        assert_eq!(share(Plate, "01-482-KD", "01 482 kd"), Some(false));
        assert_eq!(share(Plate, "01-482-KD", "01-4?2-KD"), Some(true));
        assert_eq!(
            share(Plate, "01-4?2-KD", "?1-482-KD"),
            Some(true),
            "each has read what the other has not"
        );
        assert_eq!(share(Plate, "01-4?2-KD", "01-4?2-KD"), Some(true), "written alike and unread alike");
        assert_eq!(share(Plate, "01-482-KD", "*482KD"), Some(true));
        assert_eq!(share(Plate, "01-482-KD", "01-483-KD"), None);
        assert_eq!(share(Plate, "01-482-KD", "??-48?-??"), None, "two characters are not enough");
        assert_eq!(share(Plate, "01-482-KD", "1-482-KD"), None, "a place less");
        assert_eq!(share(Plate, "none seen", "none seen"), None, "words are no plate");
        assert_eq!(share(Phone, "+383 44 123 456", "00383 44 123456"), Some(false));
        assert_eq!(share(Phone, "+383 44 123 456", "044 123 456"), Some(true), "its country is not told");
        assert_eq!(share(Phone, "+383 44 123 456", "+383 44 1?3 4?6"), Some(true));
        assert_eq!(share(Phone, "+383 44 123 456", "+383 44 123 457"), None);
        assert_eq!(share(Document, "BB 123 4567", "bb1234567"), Some(false));
        assert_eq!(share(Document, "BB 123 4567", "BB12?4567"), Some(true));
        assert_eq!(
            share(Boat, "Sveti Nikola od Mora i Ribara", "SVETI NIKOLA OD MORA I RIBARA"),
            Some(false)
        );
        assert_eq!(share(Boat, "unknown", "unknown"), None);
        let across = between(with(1, Plate, "01482KD"), with(2, Boat, "01482KD"));
        assert_eq!(across, [vec![], vec![]], "a car is no boat");
    }

    #[test]
    fn one_place_in_one_window_is_found_as_far_as_both_are_known() {
        let near = |one: Marks, other: Marks| {
            let [one, other] = between(one, other);
            assert_eq!(one, other);
            !one.is_empty()
        };
        let here = |error, seen| at(1, 42.9, 20.9, error, seen);
        // Four thousandths of a degree to the north: 445 m.
        let north = |latitude: f64, error, seen| at(2, 42.9 + latitude, 20.9, error, seen);
        assert!(near(here(10, hour(9)), north(0.004, 10, hour(15))), "six hours");
        assert!(!near(here(10, hour(9)), north(0.004, 10, hour(16))), "seven");
        assert!(!near(here(10, hour(9)), north(0.006, 10, hour(9))), "667 m, and known to 10");
        assert!(near(here(300, hour(9)), north(0.006, 400, hour(9))), "and known to 700 together");
        assert!(near(here(10, hour(9)), north(0.044, 5_000, hour(9))), "4.9 km, and known to five");
        assert!(!near(here(10, hour(9)), north(0.0, 5_001, hour(9))), "too vague");
        let lasted = Marks { to: hour(20), ..here(10, hour(9)) };
        assert!(near(lasted, north(0.0, 10, hour(26))), "the window runs from its end");
        let vast = Marks { to: hour(34), ..here(10, hour(9)) };
        assert!(!near(vast, north(0.0, 10, hour(20))), "more than a day is no window");
        assert!(
            near(at(1, 10.0, 179.999, 10, hour(9)), at(2, 10.0, -179.999, 10, hour(9))),
            "222 m across the line"
        );
    }

    #[test]
    fn a_sighting_told_twice_is_told_from_another_sighting_of_the_same_place() {
        let picked = |ids: &[&str], number| Marks {
            indicators: ids.iter().map(|id| id.parse().unwrap()).collect(),
            ..at(number, 42.9, 20.9, 10, hour(9))
        };
        let [one, _] = between(
            picked(&["trn.scout_car", "trn.covered_windows"], 1),
            picked(&["trn.covered_windows"], 2),
        );
        let [RepeatReason::SameSighting { metres: 0, minutes: 0, indicators }] = one.as_slice() else {
            panic!("{one:?}")
        };
        assert_eq!(indicators, &["trn.covered_windows".parse().unwrap()]);
        let [one, _] = between(picked(&["trn.scout_car"], 1), picked(&["trn.covered_windows"], 2));
        assert_eq!(one, [RepeatReason::SamePlace { metres: 0, minutes: 0 }]);
        assert!(!one[0].looks_like_a_duplicate());
    }

    #[test]
    fn the_same_words_of_one_author_are_a_duplicate_and_of_two_are_not() {
        let said = |number, author| Marks {
            facts: Some(digest(99)),
            author: MemberId::from_bytes([author; 16]),
            ..report(number)
        };
        let [one, other] = between(said(1, 1), said(2, 1));
        assert_eq!((one, other), (vec![RepeatReason::SameWords], vec![RepeatReason::SameWords]));
        assert_eq!(between(said(1, 1), said(2, 2)), [vec![], vec![]]);
    }

    #[test]
    fn a_version_and_what_it_completes_are_one_matter() {
        let author = MemberId::from_bytes([1; 16]);
        let version = |number: u32, of: Option<u32>| Marks {
            author,
            id: ReportId::of(author, number),
            supersedes: of.map(|of| ReportId::of(author, of)),
            ..with(number, MarkKind::Plate, "01482KD")
        };
        let chain = [version(1, None), version(2, Some(1)), version(3, Some(2))];
        assert!(repeats(&chain).is_empty());
        let found = repeats(&[chain.as_slice(), &[with(9, MarkKind::Plate, "01482KD")]].concat());
        assert_eq!(found[&digest(9)].told.len(), 3, "to another report each version is one");
        assert_eq!(found[&digest(3)].told.len(), 1);
        // A chain that bites its tail ends all the same.
        assert!(repeats(&[version(1, Some(2)), version(2, Some(1))]).is_empty());
        // And nobody joins another's matter by naming its id.
        let stranger =
            Marks { supersedes: Some(ReportId::of(author, 1)), ..with(9, MarkKind::Plate, "01482KD") };
        assert_eq!(repeats(&[version(1, None), stranger]).len(), 2);
    }

    #[test]
    fn the_nearest_are_told_and_that_there_are_more() {
        let all: Vec<Marks> = (0..40).map(|number| with(number, MarkKind::Plate, "01482KD")).collect();
        let found = repeats(&all);
        let told = &found[&digest(20)];
        assert!(told.more && told.told.len() == MOST);
        assert!(told.told.iter().all(|repeat| (14..=26).any(|near| repeat.other == digest(near))));
        assert!(!repeats(&all[..MOST + 1])[&digest(3)].more);
    }

    #[test]
    fn nothing_of_what_was_written_is_printed_by_the_way() {
        let found = repeats(&[with(1, MarkKind::Plate, "01482KD"), with(2, MarkKind::Plate, "01482KD")]);
        assert!(!format!("{found:?}").contains("482"));
    }

    /// Each with each: slow, and plainly right.
    fn each_with_each(all: &[Marks]) -> Vec<Vec<Repeat>> {
        let matters = matters(all);
        let one_by_one = |one: &Marks, matter: usize| {
            let mut found = Vec::new();
            for (other, of) in all.iter().zip(&matters).filter(|(_, of)| **of != matter) {
                let mut add = |reason| found.push(Repeat { other: other.report, other_id: other.id, reason });
                let _ = of;
                if one.author == other.author && one.facts.is_some() && one.facts == other.facts {
                    add(RepeatReason::SameWords);
                }
                for mark in &one.marks {
                    if let Some(partial) =
                        other.marks.iter().filter_map(|theirs| mark.shared_with(theirs)).min()
                    {
                        add(RepeatReason::SharedMark { kind: mark.kind(), mark: mark.clone(), partial });
                    }
                }
                if let Some((metres, minutes)) = compare(one, other) {
                    let indicators: Vec<_> =
                        one.indicators.iter().filter(|id| other.indicators.contains(id)).cloned().collect();
                    add(match indicators.is_empty() {
                        true => RepeatReason::SamePlace { metres, minutes },
                        false => RepeatReason::SameSighting { metres, minutes, indicators },
                    });
                }
            }
            found.sort_by_key(|repeat| {
                let away = all
                    .iter()
                    .find(|other| other.report == repeat.other)
                    .unwrap()
                    .begins()
                    .abs_diff(one.begins());
                (
                    repeat.reason.rank(),
                    away,
                    repeat.other,
                    repeat.reason.mark().map(|mark| mark.text().to_owned()),
                )
            });
            found
        };
        all.iter().zip(&matters).map(|(one, matter)| one_by_one(one, *matter)).collect()
    }

    fn a_mark() -> impl Strategy<Value = Option<Mark>> {
        let plate = "[01?]{2}[AB?*][01]{3}".prop_map(|typed| Mark::read(MarkKind::Plate, &typed));
        let phone = "(\\+38344|044|0)[12?]{6}".prop_map(|typed| Mark::read(MarkKind::Phone, &typed));
        prop_oneof![plate, phone]
    }

    prop_compose! {
        fn a_report()(
            number in 0_u32..1_000, author in 0_u8..3, supersedes in prop::option::of(0_u32..20),
            // A small piece of the ground, in the south, the north, and across the line where the day begins.
            place in prop::option::of((prop_oneof![Just(-33.0), Just(78.0), Just(0.0)], -20_i32..20, -20_i32..20)),
            error_m in prop_oneof![0_u32..600, 0_u32..6_000],
            hours in 0_u32..40, lasting in 0_u32..30,
            picked in prop::collection::vec(prop_oneof![Just("trn.scout_car"), Just("mob.confined")], 0..2),
            marks in prop::collection::vec(a_mark(), 0..3), facts in prop::option::of(0_u32..3),
        ) -> Marks {
            let author = MemberId::from_bytes([author; 16]);
            let spot = place.map(|(latitude, north, east)| Spot {
                latitude: latitude + f64::from(north) / 400.0,
                longitude: (180.0 + f64::from(east) / 400.0 + 180.0) % 360.0 - 180.0,
                error_m,
            });
            let mut marks: Vec<Mark> = marks.into_iter().flatten().collect();
            marks.dedup_by_key(|mark| mark.text().to_owned());
            Marks {
                report: digest(number),
                id: ReportId::of(author, number),
                author,
                supersedes: supersedes.map(|of| ReportId::of(author, of)),
                from: hour(hours),
                to: hour(hours + lasting),
                spot,
                indicators: picked.into_iter().map(|id| id.parse().unwrap()).collect(),
                marks,
                facts: facts.map(digest),
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_found_quickly_is_what_comparing_each_with_each_finds(
            mut all in prop::collection::vec(a_report(), 0..25)
        ) {
            all.sort_by_key(|one| one.report);
            all.dedup_by_key(|one| one.report);
            let found = repeats(&all);
            for (one, slow) in all.iter().zip(each_with_each(&all)) {
                let quick = found.get(&one.report).cloned().unwrap_or_default();
                let ranks = |told: &[Repeat]| told.iter().map(|repeat| repeat.reason.rank()).collect::<Vec<_>>();
                prop_assert_eq!(quick.more, slow.len() > MOST);
                if quick.more {
                    prop_assert_eq!(ranks(&quick.told), ranks(&slow[..MOST]));
                    prop_assert!(quick.told.iter().all(|repeat| slow.contains(repeat)));
                } else {
                    prop_assert_eq!(&*quick.told, &slow[..]);
                }
            }
        }
    }

    /// A thousand reports of one author with a hundred scraps of plates each, which all look alike: counted, not timed.
    #[test]
    fn whoever_writes_of_a_hundred_scraps_of_plates_holds_up_nobody() {
        let scrap = |number: u32| format!("ABC{:02}?{:03}", number % 100, number / 100);
        let hostile = |number: u32| Marks {
            marks: (0..99)
                .filter_map(|more| Mark::read(MarkKind::Plate, &scrap(number * 99 + more)))
                .collect(),
            ..report(number)
        };
        let mut all: Vec<Marks> = (0..1_000).map(hostile).collect();
        all.push(with(2_001, MarkKind::Plate, "01482KD"));
        all.push(with(2_002, MarkKind::Plate, "01-4?2-KD"));
        let mut gathering = Gathering::over(&all);
        gathering.most = 2_000_000;
        gathering.same_words();
        gathering.shared_marks();
        let found = gathering.told();
        // A walk that was begun is ended, and what is alike is compared in any case.
        assert!(gathering.looked_at < 6_000_000, "{}", gathering.looked_at);
        assert!(found[&digest(0)].more);
        let [one, other] = [2_001, 2_002].map(|number| &found[&digest(number)]);
        assert!(!one.more && !other.more, "{one:?} {other:?}");
        assert_eq!((one.told.len(), other.told.len()), (1, 1));
    }

    /// Ten thousand reports, of which ever more fall together: counted, not timed.
    #[test]
    fn ten_thousand_reports_are_not_compared_each_with_each() {
        let many = 10_000;
        let plate = |number: u32, unread: bool| {
            let digits = format!("{:06}", (number * 7_919) % 1_000_000);
            let (head, tail) = digits.split_at(3);
            format!("{}{head}{}{tail}", number % 8 + 1, if unread { "?" } else { "K" })
        };
        type Crowd = Box<dyn Fn(u32) -> Marks>;
        let crowds: [(&str, Crowd); 5] = [
            ("scattered", Box::new(move |number| with(number, MarkKind::Plate, &plate(number, false)))),
            (
                "every tenth plate read in part",
                Box::new(move |number| with(number, MarkKind::Plate, &plate(number, number % 10 == 0))),
            ),
            ("one plate", Box::new(|number| with(number, MarkKind::Plate, "01482KD"))),
            ("one place and one hour", Box::new(|number| at(number, 42.9, 20.9, 10, hour(9)))),
            (
                "one district, known badly",
                Box::new(|number| {
                    let east = f64::from(number % 100) / 1_000.0;
                    at(number, 42.9, 20.9 + east, 600 + number % 4_000, hour(number % 50))
                }),
            ),
        ];
        for (crowd, made) in crowds {
            let all: Vec<Marks> = (0..many).map(made).collect();
            let mut gathering = Gathering::over(&all);
            gathering.same_words();
            gathering.shared_marks();
            gathering.told();
            let for_each = gathering.looked_at / all.len();
            assert!(for_each <= 1_200, "{crowd}: {for_each} comparisons for each report");
        }
    }
}
