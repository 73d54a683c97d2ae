//! What a draft still lacks, what an officer would miss most, and what must be read before going on.
//!
//! It counts and points out; it decides nothing, and speaks only of what the soldier knows already.

use crate::domain::catalogue::Catalogue;
use crate::domain::catalogue::terms::{Flag, Subject};
use crate::domain::draft::Draft;
use crate::domain::entity::EntityKind;
use crate::domain::observation_terms::{PositionMethod, TimePrecision};
use crate::domain::precedence::Precedence;

/// Part of a report that makes it complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// When.
    When,
    /// Where.
    Where,
    /// On which duty.
    Duty,
    /// An indicator, or that it was odd.
    What,
    /// How many people.
    Who,
    /// What was seen or heard.
    Facts,
}

impl Part {
    /// All parts, from top to bottom.
    pub const ALL: [Self; 6] = [Self::When, Self::Where, Self::Duty, Self::What, Self::Who, Self::Facts];

    /// Whether a draft holds it.
    #[must_use]
    pub fn stands_in(self, draft: &Draft) -> bool {
        match self {
            Self::When => draft.observed.is_some(),
            Self::Where => draft.place.is_some(),
            Self::Duty => draft.duty.is_some(),
            Self::What => draft.just_odd || !draft.indicators.is_empty(),
            Self::Who => draft.counts.total() > 0,
            Self::Facts => draft.facts.is_some(),
        }
    }
}

/// Something an officer would miss.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missed {
    /// The time to the minute.
    ExactTime,
    /// A position beside the words.
    Position,
    /// How far off an estimated position may be.
    PositionError,
    /// A plate, or the part of it that was read.
    Plate,
    /// How many people.
    Counts,
    /// What was seen or heard, in the soldier's own words.
    Facts,
    /// Looks, clothing, colour, direction.
    Description,
}

/// How many things are pointed out at once; more would not be read.
const POINTED_OUT: usize = 3;

/// Facts shorter than this hardly describe anybody.
const SHORT_FACTS: usize = 60;

/// What an officer would miss most, the gravest first.
#[must_use]
pub fn missed(draft: &Draft, catalogue: &Catalogue) -> Vec<Missed> {
    let position = draft.place.as_ref().and_then(|place| place.position());
    let facts = draft.facts.as_ref().map_or("", |facts| facts.as_str());
    let on_vehicle = draft
        .indicators
        .iter()
        .filter_map(|seen| catalogue.get(&seen.id))
        .any(|indicator| indicator.subject == Subject::Vehicle);
    let plate_known = draft.entities.iter().any(|entity| {
        matches!(entity.kind, EntityKind::Vehicle(_) | EntityKind::Boat(_)) && entity.kind.mark().is_some()
    });
    let inexact =
        |draft: &Draft| draft.observed.as_ref().is_none_or(|seen| seen.precision() == TimePrecision::About);
    let all = [
        (inexact(draft), Missed::ExactTime),
        (position.is_none(), Missed::Position),
        (on_vehicle && !plate_known && !facts.split_whitespace().any(like_a_plate), Missed::Plate),
        (facts.is_empty(), Missed::Facts),
        (draft.counts.total() == 0, Missed::Counts),
        (!facts.is_empty() && facts.chars().count() < SHORT_FACTS, Missed::Description),
        (
            position.is_some_and(|at| at.method == PositionMethod::Estimate && at.error_m < 10),
            Missed::PositionError,
        ),
    ];
    all.into_iter().filter(|(missing, _)| *missing).map(|(_, missed)| missed).take(POINTED_OUT).collect()
}

/// Whether a word may be a plate or a part of one: letters or `?` beside digits.
fn like_a_plate(word: &str) -> bool {
    let word = word.trim_matches(|c: char| matches!(c, ',' | '.' | ';' | ':' | '(' | ')' | '"'));
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let others = word.chars().filter(|c| c.is_uppercase() || *c == '?').count();
    digits >= 2 && others >= 1 && word.chars().count() >= 4
}

/// Something that must be read before going on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alert {
    /// It speaks of our own side and stays on this device.
    OwnForces,
    /// Somebody may need help now: local help comes before any report.
    LocalHelp,
    /// What was picked suggests haste; the soldier chooses.
    SuggestsImmediate,
    /// Somebody may be hurt or ill: first aid, and tell the medic.
    FirstAid,
    /// Never photographed and never copied.
    NoMedia,
}

/// What the picked indicators and the counts call for.
#[must_use]
pub fn alerts(draft: &Draft, catalogue: &Catalogue) -> Vec<Alert> {
    let flags = draft.flags(catalogue);
    let hastens = suggested(draft, catalogue) == Precedence::Immediate;
    let all = [
        (flags.contains(&Flag::RestrictedChannel), Alert::OwnForces),
        (hastens, Alert::LocalHelp),
        (hastens && draft.precedence.is_none(), Alert::SuggestsImmediate),
        (flags.contains(&Flag::Medical), Alert::FirstAid),
        (flags.contains(&Flag::NoMedia), Alert::NoMedia),
    ];
    all.into_iter().filter(|(called, _)| *called).map(|(_, alert)| alert).collect()
}

/// The precedence that the picked indicators suggest.
#[must_use]
pub fn suggested(draft: &Draft, catalogue: &Catalogue) -> Precedence {
    Precedence::suggested_by(&draft.flags(catalogue))
}

#[cfg(test)]
mod tests {
    use super::{Alert, Missed, Part, alerts, like_a_plate, missed};
    use crate::domain::catalogue::Catalogue;
    use crate::domain::catalogue::indicator::IndicatorId;
    use crate::domain::draft::Draft;
    use crate::domain::grading::Basis;
    use crate::domain::ids::{Dice, ReportId};
    use crate::domain::observation::{IndicatorSeen, Language};
    use crate::domain::precedence::Precedence;
    use crate::domain::text::Narrative;
    use crate::domain::time::Timestamp;

    struct Same;
    impl Dice for Same {
        fn roll(&mut self, out: &mut [u8]) {
            out.fill(7);
        }
    }

    fn draft(indicators: &[&str]) -> Draft {
        let begun = Timestamp::parse("2026-11-21T14:30:00Z").unwrap();
        let mut draft = Draft::begin(ReportId::fresh(begun, &mut Same), begun, Language::English);
        let seen = |name: &&str| IndicatorSeen {
            id: IndicatorId::parse(name).unwrap(),
            basis: Basis::SawMyself,
            subject: None,
            note: None,
        };
        draft.indicators = indicators.iter().map(seen).collect();
        draft
    }

    fn catalogue() -> Catalogue {
        Catalogue::embedded().unwrap()
    }

    #[test]
    fn an_empty_draft_lacks_everything_and_a_finished_one_nothing() {
        let mut draft = draft(&[]);
        assert!(Part::ALL.iter().all(|part| !part.stands_in(&draft)));
        draft.just_odd = true;
        draft.counts.girls = 1;
        let held: Vec<_> = Part::ALL.iter().filter(|part| part.stands_in(&draft)).collect();
        assert_eq!(held, [&Part::What, &Part::Who]);
    }

    #[test]
    fn time_place_and_plate_are_missed_first_and_never_more_than_three() {
        let mut draft = draft(&["trn.hidden_people"]);
        assert_eq!(missed(&draft, &catalogue()), [Missed::ExactTime, Missed::Position, Missed::Plate]);
        draft.facts = Narrative::new("White Ford Transit, 01-?23-KS, towards the border.").ok();
        assert_eq!(missed(&draft, &catalogue()), [Missed::ExactTime, Missed::Position, Missed::Counts]);
    }

    #[test]
    fn a_plate_is_told_from_other_words() {
        assert!(["01-123-KS", "1-ABC-234", "?BC12", "(AB123CD),"].iter().all(|word| like_a_plate(word)));
        assert!(["14:30", "2026", "Ford", "people", "A1", "34"].iter().all(|word| !like_a_plate(word)));
    }

    #[test]
    fn a_child_calls_for_local_help_and_suggests_haste_until_the_soldier_chooses() {
        let mut draft = draft(&["sex.child_images"]);
        assert_eq!(
            alerts(&draft, &catalogue()),
            [Alert::LocalHelp, Alert::SuggestsImmediate, Alert::NoMedia]
        );
        draft.precedence = Some(Precedence::Routine);
        assert_eq!(alerts(&draft, &catalogue()), [Alert::LocalHelp, Alert::NoMedia]);
    }

    #[test]
    fn our_own_side_comes_first() {
        assert_eq!(alerts(&draft(&["own.profits"]), &catalogue()), [Alert::OwnForces]);
        assert_eq!(alerts(&draft(&["org.fresh_scar"]), &catalogue()), [Alert::FirstAid]);
        assert_eq!(alerts(&draft(&[]), &catalogue()), []);
    }
}
