//! What there is to see in an exercise, the ring's doings first.

use crate::desks::exercise::plan::{Cast, PLAIN, Plan, STAY, TRANSIT};
use crate::domain::duty::Duty;
use crate::domain::entity::VehicleType;
use crate::domain::grading::Basis;
use crate::domain::observation_terms::{SuspectedKind, TriState};
use crate::domain::phase::Phase;
use crate::domain::protocol_form::ProtocolForm;

use Basis::{SawMyself as Saw, ToldByEyewitness as Told};
use Duty::{Checkpoint, Convoy, Guard, Patrol};
use ProtocolForm::{Child, Labour, Sexual};
use SuspectedKind::{Both, Unknown as NotKnown};
use TriState::{Unknown, Yes};
use VehicleType::{Car, Lorry, Minibus, Van};

/// A van with women and children behind covered windows.
pub const VAN: Plan = Plan {
    key: "van",
    weight: 3,
    suspected: Both,
    tells: &[
        &[("trn.covered_windows", Saw), ("mob.no_means", Saw)],
        &[("trn.covered_windows", Saw)],
        &[("trn.covered_windows", Saw), ("mob.escorted_always", Saw)],
        &[("trn.covered_windows", Saw), ("beh.fear_uniform", Saw)],
    ],
    adds: &[&[("beh.spoken_for", Saw)], &[("bod.clothes_mismatch", Saw)], &[]],
    men: (1, 2),
    women: (2, 4),
    children: (2, 3),
    rides: (Some(Van), None),
    cast: &[Cast::Suspect],
    graver: [Yes, Unknown, Unknown, Unknown],
    ..TRANSIT
};

/// The same van again, its plate half read.
pub const TRAIL: Plan = Plan {
    key: "trail",
    weight: 0,
    tells: &[
        &[("trn.repeat_carrier", Saw)],
        &[("trn.covered_windows", Saw), ("trn.plate_mismatch", Saw)],
        &[("trn.repeat_carrier", Saw)],
    ],
    adds: &[&[], &[]],
    ..VAN
};

/// A car that looks ahead for another.
pub const SCOUT: Plan = Plan {
    key: "scout",
    tells: &[&[("trn.scout_car", Saw)], &[("trn.scout_car", Saw)], &[("trn.scout_car", Saw)]],
    adds: &[&[], &[]],
    men: (2, 3),
    rides: (Some(Car), Some(Van)),
    cast: &[Cast::Suspect],
    graver: [Unknown, Yes, Unknown, Unknown],
    ..TRANSIT
};

/// One number in the pockets of people who do not know each other.
pub const NUMBER: Plan = Plan {
    key: "number",
    duties: &[Checkpoint],
    tells: &[
        &[("net.same_number", Saw)],
        &[("net.same_number", Saw)],
        &[("net.same_number", Saw), ("trn.paid_per_head", Saw)],
    ],
    adds: &[&[], &[("trn.route_notes", Saw)]],
    men: (2, 4),
    graver: [Unknown, Yes, Unknown, Unknown],
    ..TRANSIT
};

/// A house in which changing groups stay for a night.
pub const STASH: Plan = Plan {
    key: "stash",
    duties: &[Patrol],
    tells: &[
        &[("sit.stash_house", Saw)],
        &[("sit.stash_house", Saw)],
        &[("sit.stash_house", Saw), ("sit.unfit_lodging", Saw)],
    ],
    adds: &[&[("sit.stash_house", Told)], &[], &[]],
    others: (6, 14),
    rides: (Some(Van), None),
    house: true,
    graver: [Unknown, Yes, Unknown, Unknown],
    ..TRANSIT
};

/// Every kind of sighting an exercise draws its noise from.
pub static ALL: [Plan; 25] = [
    VAN,
    TRAIL,
    SCOUT,
    NUMBER,
    STASH,
    Plan {
        key: "recruiter",
        duties: &[Guard, Patrol],
        phase: Phase::Recruitment,
        suspected: Both,
        forms: &[Labour, Sexual],
        tells: &[
            &[("net.camp_recruiter", Saw)],
            &[("net.camp_recruiter", Saw)],
            &[("net.camp_recruiter", Told)],
        ],
        adds: &[&[], &[]],
        men: (1, 2),
        rides: (Some(Car), None),
        cast: &[Cast::Suspect],
        ..PLAIN
    },
    Plan {
        key: "flat",
        forms: &[Sexual],
        tells: &[
            &[("sit.private_flat", Saw)],
            &[("sit.private_flat", Saw), ("mob.escorted_always", Saw)],
            &[("sit.private_flat", Saw), ("sex.third_party_deals", Saw)],
        ],
        adds: &[&[], &[("mob.rotated", Told)]],
        women: (2, 3),
        others: (4, 9),
        house: true,
        ..STAY
    },
    Plan {
        key: "contractor",
        duties: &[Guard],
        tells: &[
            &[("lab.base_contractor", Told), ("mob.documents_held", Told)],
            &[("lab.base_contractor", Told), ("lab.long_hours", Told)],
            &[("lab.base_contractor", Saw), ("mob.documents_one_carrier", Saw)],
        ],
        adds: &[&[("sit.unfit_lodging", Told)], &[("lab.debt", Told), ("lab.no_pay", Told)]],
        men: (5, 12),
        ..STAY
    },
    Plan {
        key: "child",
        duties: &[Checkpoint],
        suspected: Both,
        forms: &[Child],
        tells: &[
            &[("chd.unrelated_adults", Saw), ("beh.story_conflict", Saw)],
            &[("chd.unrelated_adults", Saw), ("beh.no_common_language", Saw)],
            &[("chd.unrelated_adults", Saw), ("chd.phone_slip", Saw)],
        ],
        adds: &[&[], &[("mob.no_means", Saw)]],
        men: (1, 1),
        women: (1, 1),
        children: (1, 1),
        cast: &[Cast::Child, Cast::Suspect],
        graver: [Yes, Unknown, Unknown, Unknown],
        ..TRANSIT
    },
    Plan {
        key: "lorry",
        duties: &[Checkpoint, Convoy, Guard],
        tells: &[
            &[("trn.load_disturbed", Saw)],
            &[("trn.load_disturbed", Saw)],
            &[("trn.hidden_people", Saw)],
        ],
        adds: &[&[("trn.life_at_risk", Saw)], &[("trn.hidden_people", Saw)]],
        others: (3, 8),
        rides: (Some(Lorry), None),
        graver: [Unknown, Unknown, Unknown, Yes],
        ..TRANSIT
    },
    Plan {
        key: "swap",
        duties: &[Patrol, Convoy],
        tells: &[&[("trn.vehicle_swap", Saw)], &[("trn.vehicle_swap", Saw)]],
        adds: &[&[]],
        others: (3, 7),
        rides: (Some(Van), Some(Minibus)),
        graver: [Unknown, Yes, Unknown, Unknown],
        ..TRANSIT
    },
    Plan {
        key: "foot",
        duties: &[Patrol],
        tells: &[
            &[("trn.night_offroad", Saw), ("trn.foot_guide", Saw)],
            &[("trn.night_offroad", Basis::DeviceRecorded), ("trn.foot_guide", Basis::DeviceRecorded)],
            &[("trn.foot_guide", Saw)],
        ],
        adds: &[&[], &[]],
        others: (5, 12),
        ..TRANSIT
    },
    Plan {
        key: "left",
        duties: &[Patrol, Convoy],
        weight: 2,
        tells: &[
            &[("trn.abandoned_group", Saw)],
            &[("trn.abandoned_group", Saw), ("trn.paid_per_head", Told)],
        ],
        adds: &[&[("bod.exhausted", Saw)]],
        children: (2, 3),
        others: (4, 8),
        graver: [Yes, Unknown, Unknown, Yes],
        ..TRANSIT
    },
    Plan {
        key: "begging",
        duties: &[Patrol],
        forms: &[Child, Labour],
        tells: &[
            &[("beg.dropped_watched", Saw)],
            &[("beg.money_taken", Saw), ("chd.no_school", Saw)],
            &[("beg.money_taken", Saw)],
        ],
        adds: &[&[("lab.threats", Saw)]],
        men: (1, 1),
        women: (1, 1),
        children: (2, 5),
        rides: (Some(Car), None),
        cast: &[Cast::Suspect, Cast::Child],
        graver: [Yes, Unknown, Unknown, Unknown],
        ..STAY
    },
    Plan {
        key: "works",
        tells: &[
            &[("sit.sleep_at_work", Saw), ("sit.unfit_lodging", Saw)],
            &[("lab.hazard", Saw), ("lab.guarded_work", Saw)],
            &[("mob.drop_collect", Saw)],
        ],
        adds: &[&[("lab.debt", Told)], &[("mob.confined", Saw)]],
        men: (4, 14),
        rides: (Some(Minibus), None),
        ..STAY
    },
    Plan {
        key: "papers",
        duties: &[Checkpoint],
        tells: &[&[("mob.documents_one_carrier", Saw)], &[("doc.serial_new", Saw), ("beh.coached", Saw)]],
        adds: &[&[("doc.false", Saw)], &[("beh.coached", Saw)]],
        others: (4, 9),
        cast: &[Cast::Suspect],
        ..TRANSIT
    },
    Plan {
        key: "official",
        duties: &[Checkpoint, Patrol],
        weight: 2,
        suspected: NotKnown,
        tells: &[&[("trn.official_lets_pass", Saw)], &[("trn.official_lets_pass", Saw)]],
        adds: &[&[]],
        others: (3, 6),
        rides: (Some(Van), None),
        graver: [Unknown, Unknown, Yes, Unknown],
        ..TRANSIT
    },
    Plan {
        key: "fear",
        duties: &[Patrol, Checkpoint],
        forms: &[Sexual],
        phase: Phase::Unknown,
        tells: &[
            &[("beh.fear_companion", Saw), ("mob.contact_cut", Saw)],
            &[("beh.help_signal", Saw)],
            &[("bod.injury", Saw), ("beh.spoken_for", Saw)],
        ],
        adds: &[&[("mob.escorted_always", Saw)], &[("beh.help_signal", Saw)]],
        men: (1, 1),
        women: (1, 1),
        rides: (Some(Car), None),
        cast: &[Cast::Victim, Cast::Suspect],
        ..STAY
    },
    Plan {
        key: "gear",
        duties: &[Patrol],
        tells: &[&[("trn.discarded_gear", Saw)], &[("trn.discarded_gear", Saw)]],
        adds: &[&[]],
        ..TRANSIT
    },
    Plan {
        key: "crowd",
        tells: &[&[("trn.overloaded", Saw)], &[("trn.overloaded", Saw)]],
        adds: &[&[]],
        others: (7, 12),
        rides: (Some(Car), None),
        ..TRANSIT
    },
    Plan {
        key: "cash",
        duties: &[Checkpoint],
        weight: 2,
        tells: &[&[("net.cash_phones", Saw)], &[("net.cash_phones", Saw), ("trn.paid_per_head", Saw)]],
        adds: &[&[]],
        men: (1, 1),
        rides: (Some(Car), None),
        cast: &[Cast::Suspect],
        ..TRANSIT
    },
    Plan {
        key: "promise",
        weight: 2,
        forms: &[Sexual, Labour],
        tells: &[
            &[("doc.job_deception", Told)],
            &[("doc.marriage_promise", Told), ("mob.documents_held", Told)],
        ],
        adds: &[&[]],
        women: (1, 1),
        cast: &[Cast::Victim],
        ..STAY
    },
    Plan {
        key: "plates",
        weight: 2,
        tells: &[&[("trn.plate_mismatch", Saw)], &[("trn.plate_mismatch", Saw)]],
        adds: &[&[]],
        men: (1, 2),
        rides: (Some(Van), None),
        ..TRANSIT
    },
    Plan {
        key: "odd",
        weight: 20,
        duties: &[Guard, Patrol, Checkpoint, Duty::Other],
        tells: &[&[], &[], &[], &[], &[], &[], &[], &[]],
        rides: (Some(Car), None),
        ..PLAIN
    },
    PLAIN,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desks::exercise::words::Words;
    use crate::domain::catalogue::Catalogue;
    use crate::domain::catalogue::indicator::IndicatorId;
    use crate::domain::catalogue::terms::{Flag, Observable};
    use crate::domain::observation::Language;

    #[test]
    fn each_sentence_has_its_indicators_and_each_indicator_may_be_picked() {
        let (words, catalogue) = (Words::of(Language::English), Catalogue::embedded().unwrap());
        for plan in &ALL {
            assert_eq!(words.lines(plan.key).len(), plan.tells.len(), "{}", plan.key);
            assert_eq!(words.lines(&format!("{}.more", plan.key)).len(), plan.adds.len(), "{}", plan.key);
            for (id, _) in plan.tells.iter().chain(plan.adds).flat_map(|tells| tells.iter()) {
                let row = catalogue.get(&IndicatorId::parse(id).unwrap()).unwrap_or_else(|| panic!("{id}"));
                assert_ne!(row.observable, Observable::Derived, "{id}");
                assert!(!row.has(Flag::RestrictedChannel) && !row.has(Flag::NoMedia), "{id}");
            }
        }
    }

    #[test]
    fn the_larger_part_of_an_exercise_is_not_the_ring() {
        let all: u32 = ALL.iter().map(|plan| plan.weight).sum();
        let ordinary: u32 =
            ALL.iter().filter(|plan| ["odd", "plain"].contains(&plan.key)).map(|plan| plan.weight).sum();
        assert!(ordinary * 4 > all, "{ordinary} of {all}");
    }
}
