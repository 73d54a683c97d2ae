//! The whole exercise: who sees what, when, and what the cell should make of it.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use crate::desks::exercise::dice::SeededDice;
use crate::desks::exercise::kosovo::of_observer;
use crate::desks::exercise::photo::{Photo, taken};
use crate::desks::exercise::plan::Plan;
use crate::desks::exercise::plans::{ALL, NUMBER, SCOUT, STASH, TRAIL, VAN};
use crate::desks::exercise::ride::{Ride, Ring, phone};
use crate::desks::exercise::scene::{Scene, Setting};
use crate::desks::exercise::voices::{CellVoice, CommanderVoice, cell, commander};
use crate::desks::exercise::words::{Words, filled};
use crate::domain::catalogue::Catalogue;
use crate::domain::code::Coded;
use crate::domain::draft::Draft;
use crate::domain::duty::Duty;
use crate::domain::ids::ReportId;
use crate::domain::observation::{Aggravators, Language, LocalAuthority};
use crate::domain::observation_terms::{TimePrecision, TriState};
use crate::domain::precedence::Precedence;
use crate::domain::return_reason::ReturnReason;
use crate::domain::text::Line;
use crate::domain::time::{Period, Timestamp};

/// The contingents of an exercise, by index.
pub const CONTINGENTS: [&str; 2] = ["KFOR1", "KFOR2"];
/// Observers of each contingent.
pub const OBSERVERS: usize = 5;
/// The seed of the demonstration. The dictionary of the wire was trained on others.
pub const DEMONSTRATION: u64 = 2014;
/// How long an exercise lasts, in minutes: four weeks.
const LASTS: u32 = 4 * 7 * 24 * 60;

/// The language each observer writes in, by contingent and index.
const WRITES: [[Language; OBSERVERS]; 2] = {
    use Language::{Dutch, English, French, German};
    [[Dutch, French, Dutch, German, English], [French, Dutch, French, English, German]]
};

/// One report to be filed.
#[derive(Debug, Clone, PartialEq)]
pub struct Sighting {
    /// Index into [`CONTINGENTS`].
    pub contingent: usize,
    /// Index of the observer in his contingent, below [`OBSERVERS`].
    pub observer: usize,
    /// When he files it. Sightings stand in this order.
    pub filed: Timestamp,
    /// The filled draft; nothing stands in the way of filing it.
    pub draft: Draft,
    /// The bytes of its attachments and their media types.
    pub attachments: Vec<Photo>,
    /// What his commander might do.
    pub commander: CommanderVoice,
    /// What the cell might answer.
    pub cell: Option<CellVoice>,
}

/// What a cell that looks well finds, as indices into the sightings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Truth {
    /// The whole plate of the grey van.
    pub plate: String,
    /// Where the whole plate was read.
    pub plate_read: Vec<usize>,
    /// Where it was read in part; both contingents have seen the van.
    pub plate_half_read: Vec<usize>,
    /// The plate of the car that drives ahead.
    pub scout_plate: String,
    /// Where that car was seen.
    pub scouted: Vec<usize>,
    /// The telephone number that unrelated people carry.
    pub phone: String,
    /// Where it was seen.
    pub phone_seen: Vec<usize>,
}

/// An exercise.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// What is reported, in the order of filing.
    pub sightings: Vec<Sighting>,
    /// What there is to find.
    pub truth: Truth,
}

/// What the ring does within each twenty reports: at which place, to whom, and how.
const ROUND: u32 = 20;
const BEATS: [(u32, usize, Plan); 7] = [
    (0, 1, VAN),
    (1, 0, TRAIL),
    (6, 0, SCOUT),
    (9, 1, NUMBER),
    (12, 0, NUMBER),
    (15, 1, STASH),
    (17, 0, VAN),
];

impl Scenario {
    /// The exercise of a seed: `reports` sightings within the four weeks before `now`. From two reports on, both
    /// contingents have met the van.
    #[must_use]
    pub fn new(seed: u64, reports: u32, now: Timestamp, catalogue: &Catalogue) -> Self {
        let mut dice = SeededDice::new(seed);
        let ring = Ring::drawn(&mut dice);
        let words: BTreeMap<Language, Words> =
            Language::ALL.iter().map(|language| (*language, Words::of(*language))).collect();
        let mut scenario = Self {
            sightings: Vec::new(),
            truth: Truth {
                plate: ring.van.plate.clone(),
                scout_plate: ring.scout.plate.clone(),
                phone: ring.phone.clone(),
                ..Truth::default()
            },
        };
        for number in 0..reports {
            let beat = BEATS.iter().find(|(place, ..)| *place == number % ROUND);
            let (contingent, plan) = match beat {
                Some((_, contingent, plan)) => (*contingent, plan),
                None => (usize::from(dice.one_in(2)), drawn(&mut dice)),
            };
            let observer = usize::try_from(dice.below(5)).unwrap_or(0);
            let language = WRITES.get(contingent).and_then(|row| row.get(observer));
            let Some(words) = language.and_then(|language| words.get(language)) else { continue };
            let step = LASTS / reports;
            let seen = earlier(now, step * (reports - 1 - number) + 240 + dice.below(step.max(1)));
            let author = (contingent, observer);
            let sighting =
                Self::sighting(author, plan, beat.is_some(), seen, words, &ring, catalogue, &mut dice);
            scenario.sightings.push(sighting);
        }
        scenario.sightings.sort_by_key(|sighting| sighting.filed);
        scenario.give_one_back(&words);
        scenario.truth.find(&scenario.sightings);
        scenario
    }

    /// Every exercise shows what happens to a report that comes back, so if chance gave none back, the middle one is.
    fn give_one_back(&mut self, words: &BTreeMap<Language, Words>) {
        let middle = self.sightings.len() / 2;
        if self.sightings.iter().any(|sighting| sighting.commander.returned.is_some()) {
            return;
        }
        if let Some(sighting) = self.sightings.get_mut(middle) {
            let reason = ReturnReason::CountsMissing;
            let lines = words
                .get(&sighting.draft.language)
                .map(|words| words.lines(&format!("return.{}", reason.code())));
            let note = lines.and_then(|lines| lines.first().copied()).and_then(|line| Line::new(line).ok());
            sighting.commander.returned = note.map(|note| (reason, note));
        }
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "a sighting is where everything the exercise draws comes together"
    )]
    fn sighting(
        (contingent, observer): (usize, usize),
        plan: &Plan,
        of_the_ring: bool,
        seen: Timestamp,
        words: &Words,
        ring: &Ring,
        catalogue: &Catalogue,
        dice: &mut SeededDice,
    ) -> Sighting {
        let locality = of_observer(contingent, observer, dice);
        let photo = taken_now_and_then(dice);
        let setting = Setting {
            plan,
            words,
            locality,
            seen,
            rides: rides(plan, of_the_ring, ring, dice),
            phone: if of_the_ring { ring.phone.clone() } else { phone(dice) },
            photo: photo.is_some(),
        };
        let scene = Scene::set(&setting, catalogue, dice);
        let observed = observed(seen, dice);
        let over = observed.as_ref().map_or(seen, Period::to);
        let filed = later(over, dice.between(4, 90));
        let begun = earlier(filed, dice.between(1, 3));
        let mut draft = Draft::begin(ReportId::fresh(begun, dice), begun, words.language());
        draft.observed = observed;
        draft.place = locality.spot(dice.word(words.lines("spot")), dice);
        draft.duty = Some(dice.pick(plan.duties).copied().unwrap_or(Duty::Other));
        draft.phase = Some(plan.phase).filter(|_| !dice.one_in(5));
        draft.suspected = Some(plan.suspected).filter(|_| !dice.one_in(4));
        draft.forms = plan.forms.iter().copied().filter(|_| !dice.one_in(3)).collect();
        draft.counts = scene.counts;
        draft.just_odd = scene.indicators.is_empty();
        draft.aggravators = aggravators(plan);
        draft.local_authority = local_authority(words, &scene, dice);
        draft.scene_and_objects = Line::new(dice.word(words.lines("scene"))).ok().filter(|_| dice.one_in(10));
        draft.precedence = dice.one_in(12).then_some(Precedence::Priority);
        draft.attachments = photo.iter().map(|photo| photo.attachment.clone()).collect();
        let voice = commander(words, &scene.gaps, dice);
        let answer = cell(of_the_ring, words, &scene.gaps, dice);
        draft.facts = scene.facts;
        draft.assessment = scene.assessment;
        draft.indicators = scene.indicators;
        draft.entities = scene.entities;
        draft.links = scene.links;
        let attachments = photo.into_iter().collect();
        Sighting { contingent, observer, filed, draft, attachments, commander: voice, cell: answer }
    }
}

impl Truth {
    /// Looks through the sightings for what the ring left in them.
    fn find(&mut self, sightings: &[Sighting]) {
        for (place, sighting) in sightings.iter().enumerate() {
            let marks = sighting.draft.entities.iter().filter_map(|entity| entity.kind.mark());
            for mark in marks.map(Line::as_str) {
                if mark == self.plate {
                    self.plate_read.push(place);
                } else if mark == self.scout_plate {
                    self.scouted.push(place);
                } else if mark == self.phone {
                    self.phone_seen.push(place);
                } else if mark.contains('?') && fits(mark, &self.plate) {
                    self.plate_half_read.push(place);
                }
            }
        }
    }
}

fn fits(half: &str, whole: &str) -> bool {
    half.chars().count() == whole.chars().count()
        && half.chars().zip(whole.chars()).all(|(seen, real)| seen == '?' || seen == real)
}

fn later(from: Timestamp, minutes: u32) -> Timestamp {
    moved(from, i64::from(minutes))
}

fn earlier(from: Timestamp, minutes: u32) -> Timestamp {
    moved(from, -i64::from(minutes))
}

fn moved(from: Timestamp, minutes: i64) -> Timestamp {
    from.instant().checked_add_signed(TimeDelta::minutes(minutes)).map_or(from, Timestamp::new)
}

/// A kind of sighting that is not the ring's, the frequent ones more often.
fn drawn(dice: &mut SeededDice) -> &'static Plan {
    let mut left = dice.below(ALL.iter().map(|plan| plan.weight).sum());
    for plan in &ALL {
        match left.checked_sub(plan.weight) {
            Some(rest) => left = rest,
            None => return plan,
        }
    }
    &VAN
}

fn rides(plan: &Plan, of_the_ring: bool, ring: &Ring, dice: &mut SeededDice) -> [Option<Ride>; 2] {
    let mut any = |kind| Ride::any(kind, dice);
    let (first, second) = (plan.rides.0.map(&mut any), plan.rides.1.map(&mut any));
    match plan.key {
        "van" | "stash" if of_the_ring => [Some(ring.van.clone()), second],
        "trail" if of_the_ring => [Some(ring.van.half_read(dice)), second],
        "scout" if of_the_ring => [Some(ring.scout.clone()), Some(ring.van.half_read(dice))],
        _ if dice.one_in(5) => [first.map(|ride| ride.half_read(dice)), second],
        _ => [first, second],
    }
}

/// About one report in eight has a photograph.
fn taken_now_and_then(dice: &mut SeededDice) -> Option<Photo> {
    if dice.one_in(8) { taken(dice) } else { None }
}

fn observed(seen: Timestamp, dice: &mut SeededDice) -> Option<Period> {
    let zulu = seen.instant();
    let entered = match dice.below(5) {
        0 => Some(format!("-{}m", dice.between(5, 60))),
        1 => Some(zulu.format("%d%H%MZ%b%y").to_string().to_uppercase()),
        2 => Some(zulu.format("%H%MZ").to_string()),
        _ => None,
    };
    match dice.below(6) {
        0 => Period::new(seen, later(seen, dice.between(5, 120)), TimePrecision::Period, entered).ok(),
        1 | 2 => Period::new(seen, seen, TimePrecision::About, entered).ok(),
        _ => Period::new(seen, seen, TimePrecision::Exact, entered).ok(),
    }
}

fn aggravators(plan: &Plan) -> Aggravators {
    let [apparent_minor, organised_group, official_involved, life_danger] = plan.graver;
    Aggravators { apparent_minor, organised_group, official_involved, life_danger }
}

/// Whether the local police were told. Where an official takes part, nobody tells them.
fn local_authority(words: &Words, scene: &Scene, dice: &mut SeededDice) -> LocalAuthority {
    let official = scene.indicators.iter().any(|seen| seen.id.as_str() == "trn.official_lets_pass");
    let acted = dice.pick(TriState::ALL).copied().unwrap_or_default();
    match dice.below(6) {
        _ if official => LocalAuthority { told: TriState::No, ..LocalAuthority::default() },
        0 => {
            let who = filled(dice.word(words.lines("local")), &scene.gaps);
            LocalAuthority { told: TriState::Yes, who: Line::new(&who).ok(), acted }
        }
        1 | 2 => LocalAuthority { told: TriState::No, ..LocalAuthority::default() },
        _ => LocalAuthority::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::Narrative;
    use std::collections::BTreeSet;

    fn now() -> Timestamp {
        Timestamp::parse("2026-11-21T14:30:00Z").unwrap()
    }

    fn exercise(seed: u64, reports: u32) -> (Scenario, Catalogue) {
        let catalogue = Catalogue::embedded().unwrap();
        (Scenario::new(seed, reports, now(), &catalogue), catalogue)
    }

    #[test]
    fn a_seed_gives_the_same_exercise_twice_and_another_seed_another() {
        let (one, _) = exercise(7, 60);
        assert_eq!(one, exercise(7, 60).0);
        assert_ne!(one, exercise(8, 60).0);
        assert!(one.sightings.is_sorted_by_key(|sighting| sighting.filed));
    }

    #[test]
    fn every_draft_can_be_filed_and_lies_in_the_past() {
        let (exercise, catalogue) = exercise(DEMONSTRATION, 400);
        assert_eq!(exercise.sightings.len(), 400);
        for sighting in &exercise.sightings {
            assert_eq!(sighting.draft.obstacles(&catalogue), [], "{}", sighting.draft.id);
            let observed = sighting.draft.observed.as_ref().unwrap();
            assert!(observed.from() < sighting.filed && sighting.draft.begun < sighting.filed);
            assert!(observed.to() <= now() && sighting.filed <= now());
            assert!(sighting.contingent < CONTINGENTS.len() && sighting.observer < OBSERVERS);
            assert!(sighting.cell.is_some());
            let sizes = sighting.attachments.iter().map(|photo| photo.bytes.len() as u64);
            assert!(sizes.eq(sighting.draft.attachments.iter().map(|attachment| attachment.size)));
        }
    }

    #[test]
    fn texts_are_whole_varied_and_as_long_as_soldiers_write() {
        let (exercise, _) = exercise(DEMONSTRATION, 400);
        let facts: Vec<&str> = exercise
            .sightings
            .iter()
            .filter_map(|one| one.draft.facts.as_ref())
            .map(Narrative::as_str)
            .collect();
        assert_eq!(facts.len(), 400);
        let all: Vec<&str> = exercise
            .sightings
            .iter()
            .flat_map(|one| {
                let cell = one.cell.as_ref();
                [
                    one.draft.facts.as_ref(),
                    one.draft.assessment.as_ref(),
                    one.commander.comment.as_ref(),
                    cell.and_then(|cell| cell.to_observer.as_ref()),
                    cell.and_then(|cell| cell.to_commander.as_ref()),
                ]
            })
            .flatten()
            .map(Narrative::as_str)
            .collect();
        assert!(all.iter().all(|text| !text.contains(['{', '}'])), "a gap was left open");
        let lengths: Vec<usize> = facts.iter().map(|text| text.chars().count()).collect();
        assert!(lengths.iter().all(|length| (50..=800).contains(length)), "{lengths:?}");
        let mean = lengths.iter().sum::<usize>() / lengths.len();
        assert!((250..=350).contains(&mean), "{mean}");
        assert!(facts.iter().collect::<BTreeSet<_>>().len() > 395);
        let languages: BTreeSet<_> = exercise.sightings.iter().map(|one| one.draft.language).collect();
        assert_eq!(languages.len(), 4);
    }

    #[test]
    fn both_contingents_meet_the_van_from_two_reports_on() {
        for (seed, reports) in [(1, 2), (2, 20), (DEMONSTRATION, 200)] {
            let (exercise, _) = exercise(seed, reports);
            let truth = &exercise.truth;
            let by = |found: &[usize]| -> BTreeSet<usize> {
                found.iter().map(|place| exercise.sightings[*place].contingent).collect()
            };
            assert!(by(&truth.plate_read).contains(&1) && by(&truth.plate_half_read).contains(&0));
            if reports >= 20 {
                assert_eq!(by(&truth.phone_seen).len(), 2, "{seed}");
                assert!(!truth.scouted.is_empty());
                assert!(truth.plate_read.len() * 4 < exercise.sightings.len(), "the rest is noise");
            }
        }
    }

    #[test]
    fn indicators_counts_and_things_agree_with_each_other() {
        let (exercise, _) = exercise(3, 400);
        for sighting in &exercise.sightings {
            let draft = &sighting.draft;
            assert_eq!(draft.just_odd, draft.indicators.is_empty());
            let minors = draft.aggravators.apparent_minor == TriState::Yes;
            assert!(!draft.counts.minors() || minors, "{}", draft.id);
            let facts = draft.facts.as_ref().unwrap().as_str();
            for entity in &draft.entities {
                if let Some(mark) = entity.kind.mark().filter(|mark| mark.as_str().starts_with('+')) {
                    assert!(facts.contains(mark.as_str()), "a number nobody wrote down");
                }
            }
        }
        let photos = exercise.sightings.iter().filter(|one| !one.attachments.is_empty()).count();
        assert!((25..80).contains(&photos), "{photos}");
        let odd = exercise.sightings.iter().filter(|one| one.draft.just_odd).count();
        assert!((50..160).contains(&odd), "{odd}");
    }
}
