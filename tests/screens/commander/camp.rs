//! What may have happened before a commander sits down: reports of two observers, filed, carried, given back, completed and
//! reviewed by real desks.

use chrono::{FixedOffset, TimeZone, Utc};
use vigilia::desks::cell::CellDesk;
use vigilia::desks::commander::{CommanderDesk, Judgement};
use vigilia::desks::observer::ObserverDesk;
use vigilia::domain::draft::Draft;
use vigilia::domain::entity::EntityKind;
use vigilia::domain::ids::{Digest, ReportId};
use vigilia::domain::observation::Language;
use vigilia::domain::people::Role;
use vigilia::domain::place::{Given, Place};
use vigilia::domain::precedence::Precedence;
use vigilia::domain::return_reason::ReturnReason;
use vigilia::domain::text::{Line, Narrative};
use vigilia::domain::time::Timestamp;
use vigilia::screens::kit::event_loop::Moment;

use crate::commander::typist::Typist;
use crate::stories::{at, carry};
use crate::support::realm::{SeededDice, TestRealm};
use crate::support::sightings::grey_van;

/// 24 November 2026, 15:02 in Z, one hour later on the wall.
pub fn three_days_on() -> Moment {
    let now = Utc.with_ymd_and_hms(2026, 11, 24, 15, 2, 0).unwrap();
    Moment { now, local: FixedOffset::east_opt(3_600).unwrap() }
}

/// A contingent with two observers.
pub struct Camp {
    pub realm: TestRealm,
    pub one: ObserverDesk,
    pub two: ObserverDesk,
    pub commander: CommanderDesk,
    pub cell: CellDesk,
}

impl Camp {
    pub fn pitched() -> Self {
        let mut realm = TestRealm::exercise("SILVER ARROW");
        let mut one = realm.apply(Role::Observer, "KFOR1-OBS1", Some("KFOR1"));
        let mut two = realm.apply(Role::Observer, "KFOR1-OBS2", Some("KFOR1"));
        let mut commander = realm.apply(Role::Commander, "KFOR1-CMD", Some("KFOR1"));
        let mut cell = realm.apply(Role::Cell, "CELL", None);
        let mut integrity = realm.apply(Role::Integrity, "INTEGRITY", None);
        realm.admit(&mut [&mut one, &mut two, &mut commander, &mut cell, &mut integrity]);
        let observer = |vault| ObserverDesk::open(vault).unwrap();
        Self {
            one: observer(one),
            two: observer(two),
            commander: CommanderDesk::open(commander).unwrap(),
            cell: CellDesk::open(cell).unwrap(),
            realm,
        }
    }

    /// Sits down at the commander's desk.
    pub fn sits_down(self, moment: Moment) -> Typist {
        Typist::at(self.commander, self.realm, moment)
    }
}

/// Files what `seen` makes of the grey van, and hands it to the commander at once.
pub fn files(
    desk: &mut ObserverDesk,
    commander: &mut CommanderDesk,
    (now, seed): (Timestamp, u64),
    seen: impl FnOnce(&mut Draft),
) -> (ReportId, Digest) {
    let draft = desk.begin(Language::English, now, &mut SeededDice(seed)).unwrap();
    hands_over(desk, commander, (now, seed), grey_van(draft, now), seen)
}

fn hands_over(
    desk: &mut ObserverDesk,
    commander: &mut CommanderDesk,
    (now, seed): (Timestamp, u64),
    mut draft: Draft,
    seen: impl FnOnce(&mut Draft),
) -> (ReportId, Digest) {
    seen(&mut draft);
    desk.discard(draft.id, now).unwrap();
    desk.keep(&draft, now).unwrap();
    let filed = desk.file(draft.id, now).unwrap();
    desk.pack(now, &mut SeededDice(seed + 1_000)).unwrap();
    carry(desk.vault(), commander.vault(), now);
    let id = filed.head().id;
    (id, desk.vault().report_digest(id).unwrap())
}

fn elsewhere(draft: &mut Draft, words: &str, latitude: f64) {
    let mut position = draft.place.as_ref().unwrap().position().unwrap().clone();
    position.given = Given::degrees(latitude, 20.9).unwrap();
    draft.place = Place::new(Some(position), Line::new(words).ok()).ok();
}

fn plate(draft: &mut Draft, plate: &str) {
    if let EntityKind::Vehicle(vehicle) = &mut draft.entities[0].kind {
        vehicle.plate = Line::new(plate).ok();
    }
}

fn facts(draft: &mut Draft, words: &str) {
    draft.facts = Narrative::new(words).ok();
}

/// Seven reports of two observers: one whose time is up, one that goes in 5 h 12, one given back and completed, one for
/// which IMMEDIATE is suggested, one reviewed, one that is just odd. Two speak of one plate.
pub fn owed() -> Typist {
    let mut camp = Camp::pitched();
    let Camp { one, two, commander, .. } = &mut camp;
    files(one, commander, (at("2026-11-21T13:00:00Z"), 11), |_| {});
    files(two, commander, (at("2026-11-21T20:14:00Z"), 12), |draft| {
        elsewhere(draft, "fuel station on the M2", 42.70);
        facts(draft, "The van of the other day again, this time with one man and three women inside.");
        draft.counts.girls = 0;
    });
    let (first, given_back) = files(one, commander, (at("2026-11-22T09:30:00Z"), 13), |draft| {
        elsewhere(draft, "Gate 1", 42.80);
        plate(draft, "06-100-AB");
        facts(draft, "A minibus waited at the gate for an hour and left when the patrol came out.");
        draft.counts.girls = 0;
    });
    let note = Line::new("How many were in the back?").ok();
    commander.give_back(given_back, ReturnReason::CountsMissing, note, at("2026-11-22T10:00:00Z")).unwrap();
    let now = at("2026-11-23T08:00:00Z");
    let again = one.begin_correction(first, now, &mut SeededDice(14)).unwrap();
    hands_over(one, commander, (now, 14), again, |draft| {
        facts(
            draft,
            "A minibus with five women waited at the gate for an hour and left when the patrol came out.",
        );
    });
    let (_, odd) = files(two, commander, (at("2026-11-23T11:00:00Z"), 15), |draft| {
        elsewhere(draft, "Hotel Royal", 42.90);
        (draft.indicators, draft.just_odd, draft.entities) = (Vec::new(), true, Vec::new());
        facts(draft, "Every morning the same three girls are driven from the hotel and back at night.");
    });
    let judgement = Judgement::graded("B2".parse().unwrap());
    commander.review(odd, judgement, at("2026-11-23T12:00:00Z")).unwrap();
    files(two, commander, (at("2026-11-24T12:00:00Z"), 16), |draft| {
        elsewhere(draft, "border crossing at Jarinje", 43.10);
        plate(draft, "KM-204-ZZ");
        facts(draft, "A truck with people in the load space stands in the queue at the crossing now.");
        draft.precedence = Some(Precedence::Immediate);
    });
    files(one, commander, (at("2026-11-24T14:30:00Z"), 17), |draft| {
        elsewhere(draft, "bus station Zubin Potok", 42.95);
        plate(draft, "02-777-XY");
        facts(draft, "Two men led four young women from the bus to a car and took their papers from them.");
        draft.precedence = Some(Precedence::Priority);
        draft.counts.girls = 0;
    });
    camp.sits_down(three_days_on())
}

/// Everybody is enrolled and nobody has filed anything.
pub fn nothing_owed() -> Typist {
    Camp::pitched().sits_down(three_days_on())
}
