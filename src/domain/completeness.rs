//! How complete a draft is, and what an officer will miss most in it.
//!
//! It counts and points out; it decides nothing and holds nothing up. It speaks only of what the soldier may know
//! already: never of anything he would have to go and find out.

use crate::domain::catalogue::Catalogue;
use crate::domain::catalogue::indicator::Indicator;
use crate::domain::catalogue::terms::{Dimension, Flag, Subject};
use crate::domain::draft::Draft;
use crate::domain::entity::{EntityKind, Vehicle};
use crate::domain::folding::{self, Word};
use crate::domain::grading::Basis;
use crate::domain::observation_terms::{PositionMethod, TimePrecision};

/// Part of a report that makes it complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
    /// A person or thing told from others: a plate, a number, looks.
    Particulars,
    /// What was seen or heard.
    Facts,
}

impl Part {
    /// All parts, from top to bottom.
    pub const ALL: [Self; 7] =
        [Self::When, Self::Where, Self::Duty, Self::What, Self::Who, Self::Particulars, Self::Facts];

    /// What it is worth at most; all parts together are worth 100.
    #[must_use]
    pub const fn weight(self) -> u8 {
        match self {
            Self::When | Self::Where => 20,
            Self::What | Self::Particulars | Self::Facts => 15,
            Self::Who => 10,
            Self::Duty => 5,
        }
    }

    /// What a draft holds of it, from 0 to its weight.
    #[must_use]
    pub fn held(self, draft: &Draft) -> u8 {
        let length = draft.facts.as_ref().map_or(0, |facts| facts.as_str().chars().count());
        let position = draft.place.as_ref().and_then(|place| place.position());
        let about = |precision| precision == TimePrecision::About;
        let stands = match self {
            Self::When => match draft.observed.as_ref().map(|period| about(period.precision())) {
                None => return 0,
                // A time that is about right is worth nearly as much as an exact one.
                Some(true) => return 15,
                Some(false) => true,
            },
            Self::Where if draft.place.is_some() && position.is_none() => return 12,
            Self::Where => position.is_some(),
            Self::Duty => draft.duty.is_some(),
            Self::What => draft.just_odd || !draft.indicators.is_empty(),
            Self::Who => draft.counts.total() > 0,
            Self::Particulars => {
                length >= DESCRIBING_FACTS || draft.entities.iter().any(|entity| tells(&entity.kind))
            }
            Self::Facts if (1..SHORT_FACTS).contains(&length) => return 10,
            Self::Facts => length > 0,
        };
        if stands { self.weight() } else { 0 }
    }

    /// Whether a draft holds anything of it.
    #[must_use]
    pub fn stands_in(self, draft: &Draft) -> bool {
        self.held(draft) > 0
    }
}

/// Something an officer would miss.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missed {
    /// When it was, at least about.
    When,
    /// Where it was, at least about.
    Where,
    /// An indicator, that it was odd, or a sentence.
    What,
    /// The plate of a vehicle that is spoken of, or the part of it that was read.
    Plate,
    /// How old somebody under 18 looked.
    Age,
    /// What was seen or heard, in the soldier's own words.
    Facts,
    /// How many people.
    Counts,
    /// A position beside the words.
    Position,
    /// Which way it went.
    Direction,
    /// The time to the minute.
    ExactTime,
    /// The number that several people carried, as far as it was read.
    PhoneNumber,
    /// Who told it, in a word: a shopkeeper, the interpreter.
    WhoTold,
    /// Looks, clothing, colour.
    Description,
    /// How far off an estimated position may be.
    PositionError,
    /// Whether it was on the way or at the place of stay or work.
    Phase,
}

/// How complete a draft is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completeness {
    /// 0 to 100.
    pub percent: u8,
    /// The parts that hold something, out of [`Part::ALL`].
    pub held: usize,
    /// What an officer will miss most in this very draft, the gravest first; at most three, because more would not
    /// be read.
    pub missed: Vec<Missed>,
}

/// How many things are pointed out at once.
const POINTED_OUT: usize = 3;

/// Facts shorter than this, in characters, hardly describe anybody.
const SHORT_FACTS: usize = 60;

/// Facts of this length, in characters, mostly do.
const DESCRIBING_FACTS: usize = 120;

/// How complete a draft is, and what is missed most in it.
#[must_use]
pub fn completeness(draft: &Draft, catalogue: &Catalogue) -> Completeness {
    Completeness {
        percent: Part::ALL.iter().map(|part| part.held(draft)).sum(),
        held: Part::ALL.iter().filter(|part| part.stands_in(draft)).count(),
        missed: missed(draft, catalogue),
    }
}

/// What an officer will miss most, the gravest first.
fn missed(draft: &Draft, catalogue: &Catalogue) -> Vec<Missed> {
    let text = draft.facts.as_ref().map_or("", |facts| facts.as_str());
    let said = Said { text, words: folding::words(text) };
    let picked: Vec<&Indicator> =
        draft.indicators.iter().filter_map(|seen| catalogue.get(&seen.id)).collect();
    let position = draft.place.as_ref().and_then(|place| place.position());
    let about =
        |draft: &Draft| draft.observed.as_ref().is_some_and(|at| at.precision() == TimePrecision::About);
    let nothing = draft.indicators.is_empty() && !draft.just_odd && text.is_empty();
    let child = draft.counts.minors() || picked.iter().any(|row| row.has(Flag::Minor));
    let moving =
        picked.iter().any(|row| row.dimension == Dimension::Transit) || rides(draft).next().is_some();
    let vehicle = picked.iter().any(|row| row.subject == Subject::Vehicle)
        || rides(draft).next().is_some()
        || said.names(VEHICLES);
    let number = picked.iter().any(|row| NUMBER_CARRIED.contains(&row.id.as_str()));
    let told = draft
        .indicators
        .iter()
        .any(|seen| matches!(seen.basis, Basis::ToldByEyewitness | Basis::Hearsay) && seen.note.is_none());
    // In the order of their gravity.
    let all = [
        (draft.observed.is_none(), Missed::When),
        (draft.place.is_none(), Missed::Where),
        (nothing, Missed::What),
        (vehicle && !plate_known(draft) && !said.holds_a_plate(), Missed::Plate),
        (child && !age_known(draft) && !said.names(AGES), Missed::Age),
        (!nothing && text.is_empty(), Missed::Facts),
        (draft.counts.total() == 0, Missed::Counts),
        (draft.place.is_some() && position.is_none(), Missed::Position),
        (moving && !direction_known(draft) && !said.names(DIRECTIONS), Missed::Direction),
        (about(draft), Missed::ExactTime),
        (number && !phone_known(draft) && !said.holds_a_number(), Missed::PhoneNumber),
        (told && !said.names(TELLING), Missed::WhoTold),
        (!described(draft, text), Missed::Description),
        (
            position.is_some_and(|at| at.method == PositionMethod::Estimate && at.error_m < 10),
            Missed::PositionError,
        ),
        (draft.phase.is_none() && picked.iter().any(|row| row.ilo.is_some()), Missed::Phase),
    ];
    all.into_iter().filter(|(missing, _)| *missing).map(|(_, missed)| missed).take(POINTED_OUT).collect()
}

/// Indicators that speak of a telephone number somebody carried.
const NUMBER_CARRIED: &[&str] = &["net.same_number", "chd.phone_slip"];

fn rides(draft: &Draft) -> impl Iterator<Item = &Vehicle> {
    draft.entities.iter().filter_map(|entity| match &entity.kind {
        EntityKind::Vehicle(ride) | EntityKind::Boat(ride) => Some(ride),
        _ => None,
    })
}

fn plate_known(draft: &Draft) -> bool {
    rides(draft).any(|ride| ride.plate.is_some())
}

fn direction_known(draft: &Draft) -> bool {
    rides(draft).any(|ride| ride.direction.is_some())
}

fn phone_known(draft: &Draft) -> bool {
    draft.entities.iter().any(|entity| matches!(entity.kind, EntityKind::Phone { .. }))
}

fn age_known(draft: &Draft) -> bool {
    draft
        .entities
        .iter()
        .any(|entity| matches!(&entity.kind, EntityKind::Person(person) if person.age.is_some()))
}

fn described(draft: &Draft, text: &str) -> bool {
    let length = text.chars().count();
    length == 0 || length >= SHORT_FACTS || draft.entities.iter().any(|entity| tells(&entity.kind))
}

/// Whether an entity tells a person or thing from others.
fn tells(kind: &EntityKind) -> bool {
    match kind {
        EntityKind::Person(person) => person.description.is_some() || person.name_shown.is_some(),
        EntityKind::Vehicle(ride) | EntityKind::Boat(ride) => {
            ride.plate.is_some() || ride.colour.is_some() || ride.make.is_some() || ride.description.is_some()
        }
        EntityKind::Document(paper) => paper.number.is_some() || paper.description.is_some(),
        EntityKind::Phone { .. } | EntityKind::Place { .. } | EntityKind::Organisation { .. } => true,
    }
}

/// The facts, looked through for what need not be asked again.
struct Said<'a> {
    text: &'a str,
    words: Vec<Word>,
}

impl Said<'_> {
    /// Whether a word begins with one of these; the list holds folded words of all four languages, and one that ends
    /// in a full stop is taken whole.
    fn names(&self, list: &str) -> bool {
        let fits = |word: &str, named: &str| match named.strip_suffix('.') {
            Some(whole) => word == whole,
            None => word.starts_with(named),
        };
        self.words.iter().any(|word| list.split_ascii_whitespace().any(|named| fits(&word.folded, named)))
    }

    /// Whether a word may be a plate or a part of one: two digits or more beside a capital or `?`.
    fn holds_a_plate(&self) -> bool {
        self.text.split_whitespace().any(|word| {
            let word = word.trim_matches(|c: char| matches!(c, ',' | '.' | ';' | ':' | '(' | ')' | '"'));
            let digits = word.chars().filter(char::is_ascii_digit).count();
            let others = word.chars().filter(|c| c.is_uppercase() || *c == '?').count();
            // Longer ones are grid references.
            digits >= 2 && others >= 1 && (4..=11).contains(&word.chars().count())
        })
    }

    /// Whether six digits or more follow each other, blanks aside: a telephone number.
    fn holds_a_number(&self) -> bool {
        let mut run = 0;
        self.text.chars().any(|c| {
            run = match c {
                c if c.is_ascii_digit() || c == '?' => run + 1,
                ' ' | '-' | '/' | '.' => run,
                _ => 0,
            };
            run >= 6
        })
    }
}

/// Vehicles in four languages; short ones whole.
const VEHICLES: &str = "van. vans. car. cars. auto. autos. bus. lorry lorries truck taxi vehicle minibus minivan trailer \
    motorbike coach. wagen bestelwagen busje vrachtwagen personenwagen voertuig camionnette camionette \
    voiture camion. camions. fourgon vehicule remorque minibuss lieferwagen transporter kleinbus kombi \
    lkw. pkw. fahrzeug lastwagen anhanger sprinter. transit.";

/// Ways to tell an age.
const AGES: &str = "year aged. age. baby babies infant toddler teen jaar. jarig leeftijd peuter kleuter zuigeling tiener \
    ans. mois. agee. agees. ages. bebe nourrisson adolescent jahr alter. saugling kleinkind jugendlich";

/// Ways to tell a direction.
const DIRECTIONS: &str = "toward heading direction bound. north south east. eastw west richting naar. noord zuid oost vers. \
    nord sud. sudost sudwest suden est. ouest richtung nach. osten ostlich";

/// Ways to say that somebody told something.
const TELLING: &str = "said. says. told. according interpreter neighbour zei. zegt. zeggen. vertel volgens tolk buur dit. \
    disent. raconte selon. interprete voisin sagt erzahl laut. dolmetsch nachbar";

#[cfg(test)]
mod tests {
    use super::{Completeness, Missed, Part, completeness};
    use crate::domain::catalogue::Catalogue;
    use crate::domain::code::Coded;
    use crate::domain::draft::Draft;
    use crate::domain::duty::Duty;
    use crate::domain::entity::{EntityKind, Person, Vehicle, VehicleType};
    use crate::domain::grading::Basis;
    use crate::domain::ids::{ReportId, tests::Counting};
    use crate::domain::observation::{IndicatorSeen, Language};
    use crate::domain::observation_terms::{PositionMethod, TimePrecision};
    use crate::domain::phase::Phase;
    use crate::domain::place::{Given, Place, Position};
    use crate::domain::text::{Line, Narrative};
    use crate::domain::time::{Period, Timestamp};

    fn now() -> Timestamp {
        Timestamp::parse("2026-11-21T14:30:00Z").unwrap()
    }

    fn draft(indicators: &[&str]) -> Draft {
        let mut draft = Draft::begin(ReportId::fresh(now(), &mut Counting(1)), now(), Language::English);
        let seen = |name: &&str| IndicatorSeen {
            id: name.parse().unwrap(),
            basis: Basis::SawMyself,
            subject: None,
            note: None,
        };
        draft.indicators = indicators.iter().map(seen).collect();
        draft
    }

    /// Time, place and people are told; what is missed then comes from the rest.
    fn told(indicators: &[&str], facts: &str) -> Draft {
        let mut draft = draft(indicators);
        draft.observed = Some(Period::moment(now(), TimePrecision::Exact));
        let given = Given::degrees(42.89, 20.86).unwrap();
        let position = Position { given, error_m: 100, method: PositionMethod::Map };
        draft.place = Some(Place::new(Some(position), None).unwrap());
        draft.counts.women = 2;
        draft.phase = Some(Phase::Transit);
        draft.facts = Narrative::new(facts).ok();
        draft
    }

    fn of(draft: &Draft) -> Completeness {
        completeness(draft, &Catalogue::embedded().unwrap())
    }

    fn ride(plate: Option<&str>, direction: Option<&str>) -> EntityKind {
        let line = |text: Option<&str>| text.map(|text| Line::new(text).unwrap());
        EntityKind::Vehicle(Vehicle {
            kind: VehicleType::Van,
            plate: line(plate),
            country: None,
            make: None,
            colour: None,
            direction: line(direction),
            description: None,
        })
    }

    const LONG: &str =
        "It came from the old road without lights and stood a while by the shed, two people got out.";

    #[test]
    fn an_empty_draft_holds_nothing_and_a_full_one_everything() {
        let empty = of(&draft(&[]));
        assert_eq!((empty.percent, empty.held), (0, 0));
        assert_eq!(empty.missed, [Missed::When, Missed::Where, Missed::What]);
        assert_eq!(Part::ALL.iter().map(|part| part.weight()).sum::<u8>(), 100);
        let mut full = told(&["trn.scout_car"], LONG);
        full.duty = Some(Duty::Checkpoint);
        full.add_entity(ride(Some("01-?23-KS"), Some("north"))).unwrap();
        assert_eq!(of(&full), Completeness { percent: 100, held: Part::ALL.len(), missed: vec![] });
    }

    #[test]
    fn about_and_in_words_are_honest_answers_and_worth_nearly_as_much() {
        let mut draft = told(&["mob.confined"], LONG);
        let exact = of(&draft).percent;
        draft.observed = Some(Period::moment(now(), TimePrecision::About));
        draft.place = Some(Place::new(None, Line::new("near the mill").ok()).unwrap());
        assert_eq!(of(&draft).percent, exact - 5 - 8);
        assert_eq!(of(&draft).missed, [Missed::Position, Missed::ExactTime]);
    }

    #[test]
    fn a_vehicle_in_the_list_or_in_the_words_is_missed_without_its_plate_and_its_direction() {
        for (indicators, facts) in [
            (&["trn.scout_car"][..], LONG),
            (
                &["mob.confined"][..],
                "Two women were sitting on the floor of a grey van, the door was open for a moment.",
            ),
            (
                &["mob.confined"][..],
                "Deux femmes assises dans une camionnette grise, la porte est restée ouverte un moment.",
            ),
            (
                &["mob.confined"][..],
                "Zwei Frauen saßen in einem grauen Lieferwagen, die Tür stand einen Augenblick offen.",
            ),
            (
                &["mob.confined"][..],
                "Twee vrouwen zaten in een grijze bestelwagen, de deur stond een ogenblik open, zei iemand.",
            ),
        ] {
            let draft = told(indicators, facts);
            assert_eq!(of(&draft).missed.first(), Some(&Missed::Plate), "{facts}");
            let read = told(indicators, &format!("{facts} Plate 01-?23-KS."));
            assert!(!of(&read).missed.contains(&Missed::Plate), "{facts}");
        }
        let mut draft = told(&["trn.scout_car"], LONG);
        assert_eq!(of(&draft).missed, [Missed::Plate, Missed::Direction]);
        draft.add_entity(ride(Some("*23"), None)).unwrap();
        assert_eq!(of(&draft).missed, [Missed::Direction]);
        draft.facts = Narrative::new(&format!("{LONG} Towards Leposavic.")).ok();
        assert_eq!(of(&draft).missed, []);
    }

    #[test]
    fn somebody_under_eighteen_is_missed_without_an_age() {
        let mut draft = told(
            &["chd.no_school"],
            "The children were sitting in the snow beside the entrance of the mall all day.",
        );
        assert_eq!(of(&draft).missed.first(), Some(&Missed::Age));
        let child = Person { age: Line::new("about 8").ok(), ..Person::default() };
        draft.add_entity(EntityKind::Person(child)).unwrap();
        assert!(!of(&draft).missed.contains(&Missed::Age));
        let said = told(
            &["chd.no_school"],
            "Two boys, about ten years old, were sitting in the snow beside the entrance.",
        );
        assert!(!of(&said).missed.contains(&Missed::Age));
    }

    #[test]
    fn what_was_told_is_missed_without_a_word_on_who_told_it() {
        let mut draft = told(
            &["lab.debt"],
            "He works there since spring and has to pay off the journey, three hundred a month.",
        );
        draft.indicators.iter_mut().for_each(|seen| seen.basis = Basis::Hearsay);
        assert_eq!(of(&draft).missed, [Missed::WhoTold]);
        draft.indicators.iter_mut().for_each(|seen| seen.note = Line::new("the cook").ok());
        assert_eq!(of(&draft).missed, []);
    }

    #[test]
    fn a_number_carried_short_words_and_a_too_good_guess_are_pointed_out() {
        let mut draft = told(&["net.same_number"], "Five men, one slip each.");
        assert_eq!(of(&draft).missed, [Missed::PhoneNumber, Missed::Description]);
        draft.facts = Narrative::new("Five men, one slip each: 044 1?3 4").ok();
        assert_eq!(of(&draft).missed, [Missed::Description]);
        let mut guessed = told(&["mob.confined"], LONG);
        let given = Given::grid("34TDN8905848763").unwrap();
        let position = Position { given, error_m: 1, method: PositionMethod::Estimate };
        guessed.place = Some(Place::new(Some(position), None).unwrap());
        guessed.phase = None;
        assert_eq!(of(&guessed).missed, [Missed::PositionError, Missed::Phase]);
    }

    #[test]
    fn more_in_a_draft_never_lowers_its_score_and_three_are_pointed_out_at_most() {
        let catalogue = Catalogue::embedded().unwrap();
        for indicator in catalogue.iter() {
            for duty in Duty::ALL {
                let mut draft = draft(&[]);
                let empty = of(&draft).percent;
                draft.duty = Some(*duty);
                let begun = of(&draft).percent;
                draft.indicators = self::draft(&[indicator.id.as_str()]).indicators;
                let picked = completeness(&draft, &catalogue);
                assert!(empty < begun && begun < picked.percent && picked.missed.len() <= 3);
            }
        }
    }
}
