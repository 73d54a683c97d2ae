//! What may have happened before a commander sits down: reports of two observers, filed, carried, given back, completed and
//! reviewed by real desks.

use chrono::{FixedOffset, TimeZone, Utc};
use vigilia::desks::cell::CellDesk;
use vigilia::desks::commander::{CommanderDesk, Judgement};
use vigilia::desks::observer::ObserverDesk;
use vigilia::domain::draft::Draft;
use vigilia::domain::entity::EntityKind;
use vigilia::domain::grading::Basis;
use vigilia::domain::ids::{Digest, ReportId};
use vigilia::domain::observation::{Counts, IndicatorSeen, Language};
use vigilia::domain::observation_terms::{PositionMethod, TriState};
use vigilia::domain::people::Role;
use vigilia::domain::phase::Phase;
use vigilia::domain::place::{Given, Place, Position};
use vigilia::domain::precedence::Precedence;
use vigilia::domain::return_reason::ReturnReason;
use vigilia::domain::text::{Line, Narrative};
use vigilia::domain::time::Timestamp;
use vigilia::screens::kit::event_loop::Moment;

use crate::commander::typist::Typist;
use crate::stories::{at, carry};
use crate::support::photographs;
use crate::support::realm::{SeededDice, TestRealm};
use crate::support::sightings::grey_van;
use crate::typist::moment;

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
    seed: u64,
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
            seed: 10,
        }
    }

    /// An observer files what `seen` makes of the grey van, with these files; it is handed over later.
    pub fn files(
        &mut self,
        observer: usize,
        now: Timestamp,
        files: &[&[u8]],
        seen: impl FnOnce(&mut Draft),
    ) -> Digest {
        self.seed += 1;
        let desk = if observer == 0 { &mut self.one } else { &mut self.two };
        let mut draft = desk.begin(Language::English, now, &mut SeededDice(self.seed)).unwrap();
        let id = draft.id;
        desk.discard(id, now).unwrap();
        draft = grey_van(draft, now);
        seen(&mut draft);
        desk.keep(&draft, now).unwrap();
        for bytes in files {
            desk.attach(id, bytes, now).unwrap();
        }
        let filed = desk.file(id, now).unwrap();
        desk.vault().report_digest(filed.head().id).unwrap()
    }

    /// Everything filed so far reaches the commander.
    pub fn hands_over(&mut self, now: Timestamp) {
        for desk in [&mut self.one, &mut self.two] {
            desk.pack(now, &mut SeededDice(self.seed)).unwrap();
            carry(desk.vault(), self.commander.vault(), now);
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

fn indicator(id: &str, basis: Basis) -> IndicatorSeen {
    IndicatorSeen { id: id.parse().unwrap(), basis, subject: None, note: None }
}

/// A place of its own for each number, kilometres from the others.
fn its_own_place(number: u32) -> Place {
    let grid = Given::grid(&format!("34TDN89058{}", 50_000 + 1_000 * number)).unwrap();
    Place::new(Some(Position { given: grid, error_m: 10, method: PositionMethod::Map }), None).unwrap()
}

/// Nothing about it is out of the ordinary: a sighting of its own, with nobody under 18.
pub fn plain(number: u32) -> impl FnOnce(&mut Draft) {
    move |draft| {
        draft.counts = Counts { men: 2, ..Counts::default() };
        draft.entities.clear();
        draft.place = Some(its_own_place(number));
        draft.indicators = vec![indicator("trn.scout_car", Basis::SawMyself)];
        draft.facts = Narrative::new(&format!("Car number {number} drove ahead of a lorry and waited.")).ok();
    }
}

/// So many plain reports.
pub fn plain_reports(count: u32) -> Typist {
    let mut camp = Camp::pitched();
    for number in 0..count {
        let now = at(&format!("2026-11-21T{:02}:{:02}:00Z", 3 + number / 3, (number % 3) * 20));
        camp.files(usize::try_from(number % 2).unwrap(), now, &[], plain(number));
    }
    camp.hands_over(at("2026-11-21T12:35:00Z"));
    camp.sits_down(moment())
}

/// Of the first observer: 1, a full report with a photograph; 2, a child and people hidden in a lorry, so that he
/// suggests IMMEDIATE; 3, an official; 4, words that act on a terminal. Of the second: 1, the same van again.
pub fn a_day() -> Typist {
    let mut camp = Camp::pitched();
    let photo = photographs::jpeg(&photographs::noisy(640, 480, 30, 5), 640, 480, 85, None);
    camp.files(0, at("2026-11-21T12:05:00Z"), &[&photo, &[7; 2_048]], |draft| {
        draft.indicators.push(indicator("mob.documents_held", Basis::ToldByEyewitness));
        draft.indicators.push(indicator("lab.no_pay", Basis::Hearsay));
        draft.phase = Some(Phase::StayOrWork);
        draft.assessment = Narrative::new("I think they did not know where they were going.").ok();
        draft.aggravators.organised_group = TriState::Yes;
        draft.local_authority.told = TriState::Yes;
        draft.local_authority.who = Line::new("bridge post, 1310").ok();
        draft.local_authority.acted = TriState::No;
    });
    camp.files(0, at("2026-11-21T12:20:00Z"), &[], |draft| {
        draft.indicators = vec![indicator("trn.hidden_people", Basis::SawMyself)];
        draft.place = Some(its_own_place(9));
        draft.entities.clear();
        draft.facts =
            Narrative::new("Knocking from inside a lorry; a girl looked out below the canvas.").ok();
    });
    camp.files(0, at("2026-11-21T12:25:00Z"), &[], |draft| {
        plain(3)(draft);
        draft.indicators = vec![indicator("trn.official_lets_pass", Basis::SawMyself)];
    });
    camp.files(1, at("2026-11-21T12:50:00Z"), &[], |draft| {
        draft.facts = Narrative::new("The grey van again, now empty but for the driver.").ok();
        draft.counts = Counts { men: 1, ..Counts::default() };
    });
    camp.hands_over(at("2026-11-21T13:00:00Z"));
    camp.sits_down(moment())
}

/// A report that was given back, and the version that completes it.
pub fn completed() -> Typist {
    let mut camp = Camp::pitched();
    let first = camp.files(0, at("2026-11-21T12:05:00Z"), &[], plain(1));
    camp.hands_over(at("2026-11-21T13:00:00Z"));
    let note = Line::new("Two more were in front.").ok();
    let given_back = at("2026-11-21T13:10:00Z");
    camp.commander.give_back(first, ReturnReason::CountsMissing, note, given_back).unwrap();
    let id = camp.one.vault().report(first).unwrap().report.head().id;
    let now = at("2026-11-21T13:30:00Z");
    let draft = camp.one.begin_correction(id, now, &mut SeededDice(5)).unwrap();
    camp.one.file(draft.id, now).unwrap();
    camp.hands_over(at("2026-11-21T13:40:00Z"));
    camp.sits_down(moment())
}
