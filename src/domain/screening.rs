//! Screening: how the picked indicators fall into the ILO's dimensions of forced labour.
//!
//! For the commander and the cell, never for the observer: who learns what scores begins to see it. It is an aid to
//! reading, not a finding; it never says that somebody is a victim. Every use shows [`Screening::CAUTION`] beside it.
//!
//! Source: ILO and European Commission, operational indicators of trafficking in human beings (2009), the labour lists.
//! What is counted, and what is not:
//!
//! - An item of the ILO counts once, however many rows show it: "never left alone" and "kept inside" are two sights of
//!   one item, and two sights of one item must not look like two strong items.
//! - A row counts in one dimension, the first its items name for the phase. During transit and recruitment that is a
//!   recruitment dimension (the ILO counts transfer and transport there, so recruitment reads as transit does); where
//!   people stay or work it is a dimension of the destination. What was done to win somebody over stays true after
//!   arrival, so a row that is only in a recruitment list counts there in every phase. A row that is only in a list of
//!   the destination says nothing before arrival.
//! - With the phase unknown a row has the lower of its two weights, and none is lower than weak. Not knowing the phase
//!   therefore never weighs more than knowing it; [`Screening::awaiting_phase`] says what is left out for that reason.
//! - The rows of the catalogue's sexual dimension are left out. Their facts belong to the ILO's lists on sexual
//!   exploitation, whose weights are not available; weighing them by the labour lists would invent an answer.

use crate::domain::catalogue::Catalogue;
use crate::domain::catalogue::ilo::{AgeGroup, IloDimension, IloItem, IloProfile};
use crate::domain::catalogue::indicator::IndicatorId;
use crate::domain::catalogue::terms::{Dimension, Flag, LegalElement, Relevance, Weight};
use crate::domain::code::{Coded, codes};
use crate::domain::phase::Phase;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

codes! {
    /// What one dimension shows.
    DimensionState, "dimension_state" {
        /// Enough items of enough weight.
        Positive = "positive",
        /// Items, but not enough.
        Negative = "negative",
        /// No weighted item at all, which says nothing either way.
        NothingSeen = "nothing_seen",
    }
}

codes! {
    /// How the positive dimensions of a report stand together under the ILO's rule; not a ranking.
    ScreeningPattern, "screening_pattern" {
        /// Every element the rule asks for is positive: worth an officer's first look.
        AllElements = "all_elements",
        /// Deceptive recruitment and exploitation, without coercion at the destination.
        DeceptionAndExploitation = "deception_and_exploitation",
        /// Exploitation alone: by itself a matter of labour rights.
        ExploitationOnly = "exploitation_only",
        /// Positive dimensions in a combination the rule does not name, such as coercion without exploitation.
        OtherCombination = "other_combination",
        /// No positive dimension, which proves nothing.
        NonePositive = "none_positive",
    }
}

/// How many different items of each weight one dimension holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DimensionCount {
    /// Strong items.
    pub strong: usize,
    /// Medium items.
    pub medium: usize,
    /// Weak items.
    pub weak: usize,
}

impl DimensionCount {
    /// Positive with two strong items, one strong and any other, three medium, or two medium and a weak one.
    #[must_use]
    pub const fn state(self) -> DimensionState {
        let Self { strong, medium, weak } = self;
        if strong >= 2 || (strong == 1 && medium + weak >= 1) || medium >= 3 || (medium == 2 && weak >= 1) {
            DimensionState::Positive
        } else if strong + medium + weak > 0 {
            DimensionState::Negative
        } else {
            DimensionState::NothingSeen
        }
    }

    const fn add(&mut self, weight: Weight) {
        match weight {
            Weight::Strong => self.strong += 1,
            Weight::Medium => self.medium += 1,
            Weight::Weak => self.weak += 1,
        }
    }
}

/// The screening of one report for forced labour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screening {
    age: AgeGroup,
    phase: Phase,
    counts: BTreeMap<IloDimension, DimensionCount>,
    act_seen: bool,
    awaiting_phase: Vec<IndicatorId>,
}

impl Screening {
    /// The key of the text that stands beside every screening: indicators neither prove nor disprove anything.
    pub const CAUTION: &'static str = "screening-caution";

    /// Screens the indicators of one report. One picked twice counts once; one this catalogue lacks counts nowhere.
    ///
    /// The weights for children apply when minors are apparent, or when an indicator that concerns a child was picked.
    #[must_use]
    pub fn of<'a>(
        catalogue: &Catalogue,
        picked: impl IntoIterator<Item = &'a IndicatorId>,
        minors_apparent: bool,
        phase: Phase,
    ) -> Self {
        let picked: BTreeSet<_> = picked.into_iter().collect();
        let rows: Vec<_> = picked.into_iter().filter_map(|id| catalogue.get(id)).collect();
        let minors = minors_apparent || rows.iter().any(|row| row.has(Flag::Minor));
        let age = if minors { AgeGroup::Child } else { AgeGroup::Adult };

        let mut heaviest: BTreeMap<(IloDimension, &str), Weight> = BTreeMap::new();
        let mut awaiting_phase = Vec::new();
        for row in rows.iter().filter(|row| row.dimension != Dimension::Sexual) {
            let Some(ilo) = &row.ilo else { continue };
            match reading(ilo, age, phase) {
                Some((dimension, item, weight)) => {
                    let kept = heaviest.entry((dimension, item)).or_insert(weight);
                    *kept = weight.max(*kept);
                }
                None if phase == Phase::Unknown && at_destination(ilo, age).is_some() => {
                    awaiting_phase.push(row.id.clone());
                }
                None => {}
            }
        }
        let mut counts: BTreeMap<_, DimensionCount> = BTreeMap::new();
        for ((dimension, _), weight) in heaviest {
            counts.entry(dimension).or_default().add(weight);
        }
        let act_seen = rows
            .iter()
            .any(|row| row.legal_element == LegalElement::Act && row.relevance != Relevance::Smuggling);
        Self { age, phase, counts, act_seen, awaiting_phase }
    }

    /// Whose weights were used.
    #[must_use]
    pub const fn age_group(&self) -> AgeGroup {
        self.age
    }

    /// The phase by which the weights were chosen.
    #[must_use]
    pub const fn phase(&self) -> Phase {
        self.phase
    }

    /// The items counted in one dimension.
    #[must_use]
    pub fn count(&self, dimension: IloDimension) -> DimensionCount {
        self.counts.get(&dimension).copied().unwrap_or_default()
    }

    /// What one dimension shows.
    #[must_use]
    pub fn state(&self, dimension: IloDimension) -> DimensionState {
        self.count(dimension).state()
    }

    /// The indicators that would weigh at the destination and were left out because the phase is unknown.
    #[must_use]
    pub fn awaiting_phase(&self) -> &[IndicatorId] {
        &self.awaiting_phase
    }

    /// How the dimensions stand together.
    ///
    /// Adults: a means, exploitation, and coercion at the destination. Deceptive or coercive recruitment is a means;
    /// abuse of vulnerability, at recruitment or at the destination, stands in for it, but never for the coercion at
    /// the destination. Children: exploitation and an act (recruiting, moving, harbouring, receiving); no means
    /// (Palermo Protocol art. 3(c)). An act is an indicator of that element that does not speak for smuggling alone,
    /// or a positive recruitment dimension.
    #[must_use]
    pub fn pattern(&self) -> ScreeningPattern {
        use IloDimension as D;
        let positive = |dimension| self.state(dimension) == DimensionState::Positive;
        let recruited = [D::DeceptiveRecruitment, D::CoerciveRecruitment, D::VulnerableRecruitment]
            .into_iter()
            .any(positive);
        let rule_met = match self.age {
            AgeGroup::Adult => {
                let means = recruited || positive(D::VulnerabilityAtDestination);
                means && positive(D::CoercionAtDestination)
            }
            AgeGroup::Child => self.act_seen || recruited,
        };
        let positives = D::ALL.iter().filter(|dimension| positive(**dimension)).count();
        match (positive(D::Exploitation), rule_met) {
            (true, true) => ScreeningPattern::AllElements,
            (true, false) if positives == 1 => ScreeningPattern::ExploitationOnly,
            (true, false) if positive(D::DeceptiveRecruitment) && !positive(D::CoercionAtDestination) => {
                ScreeningPattern::DeceptionAndExploitation
            }
            _ if positives == 0 => ScreeningPattern::NonePositive,
            _ => ScreeningPattern::OtherCombination,
        }
    }
}

/// All six dimensions in a line, such as `DR -, CR +, VR ?, EX ?, CD +, VD ?`.
impl fmt::Display for Screening {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, dimension) in IloDimension::ALL.iter().enumerate() {
            let sign = match self.state(*dimension) {
                DimensionState::Positive => '+',
                DimensionState::Negative => '-',
                DimensionState::NothingSeen => '?',
            };
            let comma = if place == 0 { "" } else { ", " };
            write!(f, "{comma}{} {sign}", dimension.letters())?;
        }
        Ok(())
    }
}

type Reading<'a> = (IloDimension, &'a str, Weight);

fn reading(ilo: &IloProfile, age: AgeGroup, phase: Phase) -> Option<Reading<'_>> {
    match phase {
        Phase::Transit | Phase::Recruitment => at_recruitment(ilo, age),
        Phase::StayOrWork => at_destination(ilo, age).or_else(|| at_recruitment(ilo, age)),
        Phase::Unknown => {
            let weight = |reading: &Option<Reading<'_>>| reading.map(|(_, _, weight)| weight);
            let early = reading(ilo, age, Phase::Transit);
            let late = reading(ilo, age, Phase::StayOrWork);
            // Equal weights: nothing shows that the destination was reached.
            if weight(&late) < weight(&early) { late } else { early }
        }
    }
}

fn at_recruitment(ilo: &IloProfile, age: AgeGroup) -> Option<Reading<'_>> {
    let (dimension, name) = first(ilo.items(), false)?;
    Some((dimension, name, ilo.weights(age).transit?))
}

fn at_destination(ilo: &IloProfile, age: AgeGroup) -> Option<Reading<'_>> {
    let (dimension, name) = first(ilo.items(), true)?;
    Some((dimension, name, ilo.weights(age).destination?))
}

fn first(items: &[IloItem], at_destination: bool) -> Option<(IloDimension, &str)> {
    items
        .iter()
        .flat_map(|item| item.dimensions.iter().map(|dimension| (*dimension, item.name.as_str())))
        .find(|(dimension, _)| dimension.is_at_destination() == at_destination)
}

#[cfg(test)]
mod tests {
    use super::{DimensionCount, DimensionState, Screening, ScreeningPattern, reading};
    use crate::domain::catalogue::Catalogue;
    use crate::domain::catalogue::ilo::{AgeGroup, IloDimension as D};
    use crate::domain::catalogue::indicator::IndicatorId;
    use crate::domain::code::Coded;
    use crate::domain::phase::Phase;
    use std::collections::BTreeMap;

    fn screen(picked: &[&str], minors: bool, phase: Phase) -> Screening {
        let ids: Vec<_> = picked.iter().map(|id| IndicatorId::parse(id).unwrap()).collect();
        let catalogue = Catalogue::embedded().unwrap();
        assert!(ids.iter().all(|id| catalogue.get(id).is_some()), "the test cites the catalogue");
        Screening::of(&catalogue, &ids, minors, phase)
    }

    fn counted(strong: usize, medium: usize, weak: usize) -> DimensionCount {
        DimensionCount { strong, medium, weak }
    }

    /// A screening in which exactly these dimensions are positive.
    fn with_positive(age: AgeGroup, positive: &[D], act_seen: bool) -> Screening {
        let counts: BTreeMap<_, _> =
            positive.iter().map(|dimension| (*dimension, counted(2, 0, 0))).collect();
        Screening { age, phase: Phase::StayOrWork, counts, act_seen, awaiting_phase: Vec::new() }
    }

    #[test]
    fn the_published_codes_stand() {
        let states: Vec<_> = DimensionState::ALL.iter().map(|state| state.code()).collect();
        assert_eq!(states, ["positive", "negative", "nothing_seen"]);
        let patterns: Vec<_> = ScreeningPattern::ALL.iter().map(|pattern| pattern.code()).collect();
        assert_eq!(
            patterns,
            [
                "all_elements",
                "deception_and_exploitation",
                "exploitation_only",
                "other_combination",
                "none_positive"
            ]
        );
    }

    #[test]
    fn a_dimension_is_positive_in_four_ways_and_one_item_less_is_not_enough() {
        for (strong, medium, weak) in
            [(2, 0, 0), (1, 1, 0), (1, 0, 1), (0, 3, 0), (0, 2, 1), (3, 1, 0), (0, 2, 5)]
        {
            let count = counted(strong, medium, weak);
            assert_eq!(count.state(), DimensionState::Positive, "{count:?}");
        }
        for (strong, medium, weak) in [(1, 0, 0), (0, 2, 0), (0, 1, 1), (0, 1, 9), (0, 0, 1), (0, 0, 9)] {
            let count = counted(strong, medium, weak);
            assert_eq!(count.state(), DimensionState::Negative, "{count:?}");
        }
        assert_eq!(counted(0, 0, 0).state(), DimensionState::NothingSeen);
    }

    #[test]
    fn an_adult_pattern_asks_for_a_means_and_exploitation_and_coercion_at_the_destination() {
        let means = [
            D::DeceptiveRecruitment,
            D::CoerciveRecruitment,
            D::VulnerableRecruitment,
            D::VulnerabilityAtDestination,
        ];
        for means in means {
            let full = [means, D::Exploitation, D::CoercionAtDestination];
            let pattern = |positive: &[D]| with_positive(AgeGroup::Adult, positive, true).pattern();
            assert_eq!(pattern(&full), ScreeningPattern::AllElements, "{means}");
            for missing in full {
                let rest: Vec<_> = full.into_iter().filter(|dimension| *dimension != missing).collect();
                assert_ne!(pattern(&rest), ScreeningPattern::AllElements, "{means} without {missing}");
            }
        }
    }

    #[test]
    fn vulnerability_stands_in_for_a_means_but_not_for_coercion_at_the_destination() {
        let positive = [D::DeceptiveRecruitment, D::Exploitation, D::VulnerabilityAtDestination];
        assert_eq!(
            with_positive(AgeGroup::Adult, &positive, true).pattern(),
            ScreeningPattern::DeceptionAndExploitation
        );
    }

    #[test]
    fn lesser_patterns_of_adults_have_their_names() {
        for (positive, pattern) in [
            (vec![D::Exploitation], ScreeningPattern::ExploitationOnly),
            (vec![D::DeceptiveRecruitment, D::Exploitation], ScreeningPattern::DeceptionAndExploitation),
            (vec![D::CoerciveRecruitment, D::Exploitation], ScreeningPattern::OtherCombination),
            (vec![D::Exploitation, D::CoercionAtDestination], ScreeningPattern::OtherCombination),
            (vec![D::DeceptiveRecruitment, D::CoercionAtDestination], ScreeningPattern::OtherCombination),
            (vec![], ScreeningPattern::NonePositive),
        ] {
            assert_eq!(with_positive(AgeGroup::Adult, &positive, true).pattern(), pattern, "{positive:?}");
        }
    }

    #[test]
    fn a_child_needs_no_means_but_an_act_and_exploitation() {
        let child = |positive: &[D], act| with_positive(AgeGroup::Child, positive, act).pattern();
        assert_eq!(child(&[D::Exploitation], true), ScreeningPattern::AllElements);
        assert_eq!(child(&[D::Exploitation], false), ScreeningPattern::ExploitationOnly);
        assert_eq!(child(&[D::Exploitation, D::CoerciveRecruitment], false), ScreeningPattern::AllElements);
        assert_eq!(child(&[D::CoercionAtDestination], true), ScreeningPattern::OtherCombination);
        assert_eq!(
            with_positive(AgeGroup::Adult, &[D::Exploitation], true).pattern(),
            ScreeningPattern::ExploitationOnly
        );
    }

    #[test]
    fn an_adults_report_from_a_place_of_work_can_show_every_element() {
        let picked = [
            "doc.job_deception",
            "doc.marriage_promise",
            "lab.long_hours",
            "lab.hazard",
            "mob.documents_held",
            "mob.confined",
        ];
        let screening = screen(&picked, false, Phase::StayOrWork);
        assert_eq!(screening.to_string(), "DR +, CR ?, VR ?, EX +, CD +, VD ?");
        assert_eq!(screening.pattern(), ScreeningPattern::AllElements);
        for dropped in picked {
            let rest: Vec<_> = picked.into_iter().filter(|id| *id != dropped).collect();
            assert_ne!(
                screen(&rest, false, Phase::StayOrWork).pattern(),
                ScreeningPattern::AllElements,
                "{dropped}"
            );
        }
    }

    #[test]
    fn the_same_fact_is_coercive_recruitment_on_the_way_and_coercion_at_the_destination() {
        for (phase, dimension, count) in [
            (Phase::Transit, D::CoerciveRecruitment, counted(0, 1, 0)),
            (Phase::Recruitment, D::CoerciveRecruitment, counted(0, 1, 0)),
            (Phase::StayOrWork, D::CoercionAtDestination, counted(1, 0, 0)),
            (Phase::Unknown, D::CoerciveRecruitment, counted(0, 1, 0)),
        ] {
            let screening = screen(&["mob.documents_held"], false, phase);
            for other in D::ALL {
                let expected = if *other == dimension { count } else { counted(0, 0, 0) };
                assert_eq!(screening.count(*other), expected, "{phase} {other}");
            }
        }
    }

    #[test]
    fn a_row_of_two_items_counts_in_the_dimension_of_its_phase_alone() {
        let at = |id, phase| screen(&[id], false, phase).to_string();
        assert_eq!(at("doc.no_readable_contract", Phase::Transit), "DR -, CR ?, VR ?, EX ?, CD ?, VD ?");
        assert_eq!(at("doc.no_readable_contract", Phase::StayOrWork), "DR ?, CR ?, VR ?, EX -, CD ?, VD ?");
        assert_eq!(at("lab.no_pay", Phase::Transit), "DR ?, CR -, VR ?, EX ?, CD ?, VD ?");
        assert_eq!(at("lab.no_pay", Phase::StayOrWork), "DR ?, CR ?, VR ?, EX -, CD ?, VD ?");
    }

    #[test]
    fn recruitment_stays_true_after_arrival_and_the_destination_says_nothing_before_it() {
        for phase in Phase::ALL {
            assert_eq!(
                screen(&["doc.job_deception"], false, *phase).count(D::DeceptiveRecruitment).strong,
                1
            );
        }
        for phase in [Phase::Transit, Phase::Recruitment] {
            let screening = screen(&["lab.long_hours"], false, phase);
            assert_eq!(screening.state(D::Exploitation), DimensionState::NothingSeen);
            assert!(screening.awaiting_phase().is_empty(), "the phase is known");
        }
    }

    #[test]
    fn an_unknown_phase_never_weighs_more_than_a_known_one() {
        let catalogue = Catalogue::embedded().unwrap();
        for row in catalogue.iter() {
            let Some(ilo) = &row.ilo else { continue };
            for age in AgeGroup::ALL {
                let weight = |phase| reading(ilo, *age, phase).map(|(_, _, weight)| weight);
                let lower = weight(Phase::Transit).min(weight(Phase::StayOrWork));
                assert_eq!(weight(Phase::Unknown), lower, "{} {age}", row.id);
                assert_eq!(weight(Phase::Recruitment), weight(Phase::Transit), "{} {age}", row.id);
            }
        }
    }

    #[test]
    fn what_waits_for_the_phase_is_named() {
        let screening = screen(&["lab.long_hours", "mob.confined", "trn.overloaded"], false, Phase::Unknown);
        let waiting: Vec<_> = screening.awaiting_phase().iter().map(IndicatorId::as_str).collect();
        assert_eq!(waiting, ["lab.long_hours"]);
        assert_eq!(screening.to_string(), "DR ?, CR -, VR ?, EX ?, CD ?, VD ?");
    }

    #[test]
    fn two_sights_of_one_item_count_once() {
        let seen =
            ["mob.confined", "mob.escorted_always", "mob.contact_cut", "lab.guarded_work", "mob.confined"];
        let screening = screen(&seen, false, Phase::StayOrWork);
        assert_eq!(screening.count(D::CoercionAtDestination), counted(1, 0, 0));
        assert_eq!(
            screen(&["lab.hazard", "lab.child_heavy"], true, Phase::StayOrWork).count(D::Exploitation),
            counted(0, 1, 0)
        );
    }

    #[test]
    fn children_have_their_own_weights_and_an_indicator_about_a_child_is_enough_to_use_them() {
        let adult = screen(&["lab.threats"], false, Phase::Transit);
        assert_eq!(
            (adult.age_group(), adult.count(D::CoerciveRecruitment)),
            (AgeGroup::Adult, counted(0, 1, 0))
        );
        let child = screen(&["lab.threats"], true, Phase::Transit);
        assert_eq!(
            (child.age_group(), child.count(D::CoerciveRecruitment)),
            (AgeGroup::Child, counted(1, 0, 0))
        );
        let told = screen(&["lab.threats", "chd.found"], false, Phase::Transit);
        assert_eq!(
            (told.age_group(), told.count(D::CoerciveRecruitment)),
            (AgeGroup::Child, counted(1, 0, 0))
        );
    }

    #[test]
    fn a_childs_report_shows_every_element_through_act_and_exploitation() {
        let exploited = ["lab.long_hours", "chd.no_school"];
        assert_eq!(screen(&exploited, true, Phase::StayOrWork).pattern(), ScreeningPattern::ExploitationOnly);
        let smuggled = ["lab.long_hours", "chd.no_school", "trn.foot_guide"];
        assert_eq!(screen(&smuggled, true, Phase::StayOrWork).pattern(), ScreeningPattern::ExploitationOnly);
        let moved = ["lab.long_hours", "chd.no_school", "mob.drop_collect"];
        assert_eq!(screen(&moved, true, Phase::StayOrWork).pattern(), ScreeningPattern::AllElements);
    }

    #[test]
    fn sexual_rows_weigh_nothing_in_a_screening_for_labour() {
        for minors in [false, true] {
            for phase in Phase::ALL {
                let screening = screen(&["sex.third_party_deals"], minors, *phase);
                assert!(D::ALL.iter().all(|one| screening.state(*one) == DimensionState::NothingSeen));
                assert!(screening.awaiting_phase().is_empty());
            }
        }
    }

    #[test]
    fn an_indicator_of_another_catalogue_is_passed_over() {
        let unknown = IndicatorId::parse("new.one").unwrap();
        let screening = Screening::of(&Catalogue::embedded().unwrap(), [&unknown], false, Phase::Transit);
        assert_eq!(screening.to_string(), "DR ?, CR ?, VR ?, EX ?, CD ?, VD ?");
        assert_eq!(screening.pattern(), ScreeningPattern::NonePositive);
    }

    #[test]
    fn twenty_eight_rows_can_weigh_somewhere() {
        let catalogue = Catalogue::embedded().unwrap();
        let weighs = |id: &IndicatorId| {
            Phase::ALL.iter().any(|phase| {
                let screening = Screening::of(&catalogue, [id], true, *phase);
                D::ALL.iter().any(|one| screening.state(*one) != DimensionState::NothingSeen)
            })
        };
        assert_eq!(catalogue.iter().filter(|row| weighs(&row.id)).count(), 28, "29 rows, one of them sexual");
    }
}
