//! What may have happened before a commander sits down: reports filed by real observers and carried to him.

use vigilia::desks::commander::CommanderDesk;
use vigilia::desks::observer::ObserverDesk;
use vigilia::domain::draft::Draft;
use vigilia::domain::grading::Basis;
use vigilia::domain::ids::Digest;
use vigilia::domain::observation::{Counts, IndicatorSeen, Language};
use vigilia::domain::observation_terms::{PositionMethod, TriState};
use vigilia::domain::people::Role;
use vigilia::domain::phase::Phase;
use vigilia::domain::place::{Given, Place, Position};
use vigilia::domain::return_reason::ReturnReason;
use vigilia::domain::text::{Line, Narrative};
use vigilia::domain::time::Timestamp;

use crate::commander::seat::Commander;
use crate::stories::{at, carry};
use crate::support::photographs;
use crate::support::realm::{SeededDice, TestRealm};
use crate::support::sightings::grey_van;

/// A contingent: two observers and their commander.
pub struct Contingent {
    pub realm: TestRealm,
    pub observers: [ObserverDesk; 2],
    pub commander: CommanderDesk,
    seed: u64,
}

impl Contingent {
    pub fn new() -> Self {
        let mut realm = TestRealm::exercise("SILVER ARROW");
        let mut one = realm.apply(Role::Observer, "KFOR1-OBS1", Some("KFOR1"));
        let mut other = realm.apply(Role::Observer, "KFOR1-OBS2", Some("KFOR1"));
        let mut commander = realm.apply(Role::Commander, "KFOR1-CMD", Some("KFOR1"));
        let mut cell = realm.apply(Role::Cell, "CELL", None);
        let mut integrity = realm.apply(Role::Integrity, "INTEGRITY", None);
        realm.admit(&mut [&mut one, &mut other, &mut commander, &mut cell, &mut integrity]);
        Self {
            observers: [one, other].map(|vault| ObserverDesk::open(vault).unwrap()),
            commander: CommanderDesk::open(commander).unwrap(),
            realm,
            seed: 10,
        }
    }

    /// An observer files what `seen` makes of the grey van, with these files.
    pub fn files(
        &mut self,
        observer: usize,
        now: Timestamp,
        files: &[&[u8]],
        seen: impl FnOnce(&mut Draft),
    ) -> Digest {
        self.seed += 1;
        let desk = &mut self.observers[observer];
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
        for desk in &mut self.observers {
            desk.pack(now, &mut SeededDice(self.seed)).unwrap();
            carry(desk.vault(), self.commander.vault(), now);
        }
    }

    pub fn sits_down(self) -> Commander {
        Commander::at(self.commander, self.realm)
    }
}

fn indicator(id: &str, basis: Basis) -> IndicatorSeen {
    IndicatorSeen { id: id.parse().unwrap(), basis, subject: None, note: None }
}

/// A place of its own for each number, kilometres from the others.
fn elsewhere(number: u32) -> Place {
    let grid = Given::grid(&format!("34TDN89058{}", 50_000 + 1_000 * number)).unwrap();
    Place::new(Some(Position { given: grid, error_m: 10, method: PositionMethod::Map }), None).unwrap()
}

/// Nothing about it is out of the ordinary: a sighting of its own, with nobody under 18.
pub fn plain(number: u32) -> impl FnOnce(&mut Draft) {
    move |draft| {
        draft.counts = Counts { men: 2, ..Counts::default() };
        draft.entities.clear();
        draft.place = Some(elsewhere(number));
        draft.indicators = vec![indicator("trn.scout_car", Basis::SawMyself)];
        draft.facts = Narrative::new(&format!("Car number {number} drove ahead of a lorry and waited.")).ok();
    }
}

/// So many plain reports.
pub fn plain_reports(count: u32) -> Commander {
    let mut contingent = Contingent::new();
    for number in 0..count {
        let now = at(&format!("2026-11-21T{:02}:{:02}:00Z", 3 + number / 3, (number % 3) * 20));
        contingent.files(usize::try_from(number % 2).unwrap(), now, &[], plain(number));
    }
    contingent.hands_over(at("2026-11-21T12:35:00Z"));
    contingent.sits_down()
}

/// Of the first observer: 1, a full report with a photograph; 2, a child and people hidden in a lorry, so that he
/// suggests IMMEDIATE; 3, an official; 4, words that act on a terminal. Of the second: 1, the same van again.
pub fn a_day() -> Commander {
    let mut contingent = Contingent::new();
    let photo = photographs::jpeg(&photographs::noisy(640, 480, 30, 5), 640, 480, 85, None);
    contingent.files(0, at("2026-11-21T12:05:00Z"), &[&photo, &[7; 2_048]], |draft| {
        draft.indicators.push(indicator("mob.documents_held", Basis::ToldByEyewitness));
        draft.indicators.push(indicator("lab.no_pay", Basis::Hearsay));
        draft.phase = Some(Phase::StayOrWork);
        draft.assessment = Narrative::new("I think they did not know where they were going.").ok();
        draft.aggravators.organised_group = TriState::Yes;
        draft.local_authority.told = TriState::Yes;
        draft.local_authority.who = Line::new("bridge post, 1310").ok();
        draft.local_authority.acted = TriState::No;
    });
    contingent.files(0, at("2026-11-21T12:20:00Z"), &[], |draft| {
        draft.indicators = vec![indicator("trn.hidden_people", Basis::SawMyself)];
        draft.place = Some(elsewhere(9));
        draft.entities.clear();
        draft.facts =
            Narrative::new("Knocking from inside a lorry; a girl looked out below the canvas.").ok();
    });
    contingent.files(0, at("2026-11-21T12:25:00Z"), &[], |draft| {
        plain(3)(draft);
        draft.indicators = vec![indicator("trn.official_lets_pass", Basis::SawMyself)];
    });
    contingent.files(1, at("2026-11-21T12:50:00Z"), &[], |draft| {
        draft.facts = Narrative::new("The grey van again, now empty but for the driver.").ok();
        draft.counts = Counts { men: 1, ..Counts::default() };
    });
    contingent.hands_over(at("2026-11-21T13:00:00Z"));
    contingent.sits_down()
}

/// A report that was given back, and the version that completes it.
pub fn completed() -> Commander {
    let mut contingent = Contingent::new();
    let first = contingent.files(0, at("2026-11-21T12:05:00Z"), &[], plain(1));
    contingent.hands_over(at("2026-11-21T13:00:00Z"));
    let note = Line::new("Two more were in front.").ok();
    let given_back = at("2026-11-21T13:10:00Z");
    contingent.commander.give_back(first, ReturnReason::CountsMissing, note, given_back).unwrap();
    let id = contingent.observers[0].vault().report(first).unwrap().report.head().id;
    let now = at("2026-11-21T13:30:00Z");
    let draft = contingent.observers[0].begin_correction(id, now, &mut SeededDice(5)).unwrap();
    contingent.observers[0].file(draft.id, now).unwrap();
    contingent.hands_over(at("2026-11-21T13:40:00Z"));
    contingent.sits_down()
}
