//! What observers in the stories see.

use vigilia::desks::observer::ObserverDesk;
use vigilia::domain::draft::Draft;
use vigilia::domain::entity::{EntityKind, EntityRef, Vehicle, VehicleType};
use vigilia::domain::grading::Basis;
use vigilia::domain::ids::Digest;
use vigilia::domain::observation::{Counts, Entity, IndicatorSeen, Language};
use vigilia::domain::observation_terms::{PositionMethod, TimePrecision};
use vigilia::domain::place::{Given, Place, Position};
use vigilia::domain::text::{Line, Narrative};
use vigilia::domain::time::{Period, Timestamp};

use crate::support::realm::SeededDice;

/// A grey van with covered windows, at a checkpoint north of Mitrovica.
pub fn grey_van(mut draft: Draft, seen: Timestamp) -> Draft {
    let position =
        Position { given: Given::grid("34TDN8905848763").unwrap(), error_m: 10, method: PositionMethod::Map };
    draft.observed = Some(Period::new(seen, seen, TimePrecision::Exact, Some("-20m".to_owned())).unwrap());
    draft.place = Some(Place::new(Some(position), Line::new("checkpoint north of Mitrovica").ok()).unwrap());
    draft.counts = Counts { men: 2, women: 4, girls: 2, ..Counts::default() };
    draft.indicators = vec![IndicatorSeen {
        id: "trn.covered_windows".parse().unwrap(),
        basis: Basis::SawMyself,
        subject: EntityRef::nth(1).ok(),
        note: None,
    }];
    draft.entities = vec![Entity {
        reference: EntityRef::nth(1).unwrap(),
        kind: EntityKind::Vehicle(Vehicle {
            kind: VehicleType::Van,
            plate: Line::new("01-482-KD").ok(),
            country: Line::new("RKS").ok(),
            make: Line::new("VW Transporter").ok(),
            colour: Line::new("grey").ok(),
            direction: Line::new("Jarinje").ok(),
            description: None,
        }),
    }];
    draft.facts =
        Narrative::new("A grey van with covered windows was waved through; women and two girls inside.").ok();
    draft
}

/// Writes and files one report; gives back its digest.
pub fn files_a_report(desk: &mut ObserverDesk, now: Timestamp, seed: u64) -> Digest {
    let mut dice = SeededDice(seed);
    let draft = desk.begin(Language::English, now, &mut dice).unwrap();
    let id = draft.id;
    desk.discard(id, now).unwrap();
    desk.keep(&grey_van(draft, now), now).unwrap();
    let filed = desk.file(id, now).unwrap();
    desk.vault().report_digest(filed.head().id).unwrap()
}
