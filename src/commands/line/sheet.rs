//! A person or thing while it is described, answer by answer.

use crate::desks::spoken::{codes, particulars};
use crate::domain::code::Coded;
use crate::domain::entity::{Document, EntityKind, EntityType, Person, Vehicle, VehicleType};
use crate::domain::subject_category::SubjectCategory;
use crate::domain::text::Line;
use crate::language::phrase::Phrase;
use crate::language::word::Word;

/// A question about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Detail {
    /// The question.
    pub question: Word,
    /// What helps to answer it.
    pub hint: Word,
    /// What is asked for.
    pub asks: Asks,
}

/// What a question asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// What a person may be in the matter.
    Category,
    /// What kind of vehicle it is.
    VehicleType,
    /// Words, kept at this place.
    Words(usize, Reads),
}

/// How words are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reads {
    /// As they are.
    Plainly,
    /// As a plate.
    Plate,
    /// As a telephone number.
    Phone,
    /// As the sign of a country.
    Country,
}

/// What is known of it so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    kind: EntityType,
    category: Option<SubjectCategory>,
    vehicle: Option<VehicleType>,
    words: [Option<Line>; 6],
}

impl Detail {
    /// What there is to choose from.
    pub fn choices(self) -> Vec<Phrase> {
        match self.asks {
            Asks::Category => SubjectCategory::ALL.iter().map(|code| codes::category(*code).into()).collect(),
            Asks::VehicleType => VehicleType::ALL.iter().map(|code| codes::vehicle(*code).into()).collect(),
            Asks::Words(..) => Vec::new(),
        }
    }
}

impl Reads {
    /// How words are read, to be shown back; `region` is the country they were seen in.
    ///
    /// # Errors
    /// Why they cannot be read so.
    pub fn shown_back(self, words: &str, region: Option<&str>) -> Result<Vec<Phrase>, Phrase> {
        match self {
            Self::Plainly => Ok(Vec::new()),
            Self::Plate => particulars::plate(words),
            Self::Phone => particulars::phone(words, region),
            Self::Country => Ok(particulars::country_sign(words).into_iter().collect()),
        }
    }
}

impl Sheet {
    /// Nothing is known yet.
    pub fn blank(kind: EntityType) -> Self {
        Self { kind, category: None, vehicle: None, words: [None, None, None, None, None, None] }
    }

    /// What is known of something in the report.
    pub fn of(held: &EntityKind) -> Self {
        let (kind, words) = match held.clone() {
            EntityKind::Person(one) => {
                let Person { description, age, language, nationality_shown, name_shown, category: _ } = one;
                (EntityType::Person, [description, age, language, nationality_shown, name_shown, None])
            }
            EntityKind::Vehicle(one) => (EntityType::Vehicle, of_vehicle(one)),
            EntityKind::Boat(one) => (EntityType::Boat, of_vehicle(one)),
            EntityKind::Phone { number, description } => {
                (EntityType::Phone, [Some(number), description, None, None, None, None])
            }
            EntityKind::Document(Document { kind, number, country, description }) => {
                (EntityType::Document, [Some(kind), number, country, description, None, None])
            }
            EntityKind::Place { description } => {
                (EntityType::Place, [Some(description), None, None, None, None, None])
            }
            EntityKind::Organisation { name, description } => {
                (EntityType::Organisation, [Some(name), description, None, None, None, None])
            }
        };
        let category = if let EntityKind::Person(one) = held { one.category } else { None };
        let vehicle = match held {
            EntityKind::Vehicle(one) | EntityKind::Boat(one) => Some(one.kind),
            _ => None,
        };
        Self { kind, category, vehicle, words }
    }

    /// The questions about it, in order.
    pub fn details(&self) -> &'static [Detail] {
        match self.kind {
            EntityType::Person => PERSON,
            EntityType::Vehicle => VEHICLE,
            EntityType::Boat => BOAT,
            EntityType::Phone => PHONE,
            EntityType::Document => DOCUMENT,
            EntityType::Place => PLACE,
            EntityType::Organisation => ORGANISATION,
        }
    }

    /// What stands at a question.
    pub fn present(&self, asks: Asks) -> Option<Phrase> {
        match asks {
            Asks::Category => self.category.map(|code| codes::category(code).into()),
            Asks::VehicleType => self.vehicle.map(|code| codes::vehicle(code).into()),
            Asks::Words(place, _) => {
                let words = self.words.get(place).and_then(Option::as_ref);
                words.map(|words| Phrase::verbatim(words.as_str()))
            }
        }
    }

    /// Chooses what stands at this place of the list.
    pub fn choose(&mut self, asks: Asks, place: Option<usize>) {
        match asks {
            Asks::Category => {
                self.category = place.and_then(|place| SubjectCategory::ALL.get(place)).copied();
            }
            Asks::VehicleType => self.vehicle = place.and_then(|place| VehicleType::ALL.get(place)).copied(),
            Asks::Words(..) => {}
        }
    }

    /// Writes words, or takes them out.
    pub fn write(&mut self, place: usize, words: Option<Line>) {
        if let Some(held) = self.words.get_mut(place) {
            *held = words;
        }
    }

    /// The person or thing, once enough is known to be worth keeping.
    pub fn kept(&self) -> Option<EntityKind> {
        let [first, second, third, fourth, fifth, sixth] = self.words.clone();
        let anything = self.words.iter().any(Option::is_some);
        Some(match self.kind {
            EntityType::Person if !anything && self.category.is_none() => return None,
            EntityType::Person => EntityKind::Person(Person {
                category: self.category,
                description: first,
                age: second,
                language: third,
                nationality_shown: fourth,
                name_shown: fifth,
            }),
            EntityType::Vehicle | EntityType::Boat if !anything && self.vehicle.is_none() => return None,
            EntityType::Vehicle | EntityType::Boat => {
                let boat = self.kind == EntityType::Boat;
                let vehicle = Vehicle {
                    kind: self.vehicle.unwrap_or(if boat { VehicleType::Boat } else { VehicleType::Other }),
                    plate: first,
                    country: second,
                    make: third,
                    colour: fourth,
                    direction: fifth,
                    description: sixth,
                };
                if boat { EntityKind::Boat(vehicle) } else { EntityKind::Vehicle(vehicle) }
            }
            EntityType::Phone => EntityKind::Phone { number: first?, description: second },
            EntityType::Document => EntityKind::Document(Document {
                kind: first?,
                number: second,
                country: third,
                description: fourth,
            }),
            EntityType::Place => EntityKind::Place { description: first? },
            EntityType::Organisation => EntityKind::Organisation { name: first?, description: second },
        })
    }
}

fn of_vehicle(vehicle: Vehicle) -> [Option<Line>; 6] {
    let Vehicle { kind: _, plate, country, make, colour, direction, description } = vehicle;
    [plate, country, make, colour, direction, description]
}

const fn detail(question: Word, hint: Word, asks: Asks) -> Detail {
    Detail { question, hint, asks }
}

const PERSON: &[Detail] = &[
    detail(Word("ask-person-category"), Word("hint-person-category"), Asks::Category),
    detail(Word("ask-person-description"), Word("hint-person-description"), Asks::Words(0, Reads::Plainly)),
    detail(Word("ask-person-age"), Word("hint-person-age"), Asks::Words(1, Reads::Plainly)),
    detail(Word("ask-person-language"), Word("hint-person-language"), Asks::Words(2, Reads::Plainly)),
    detail(Word("ask-person-nationality"), Word("hint-person-nationality"), Asks::Words(3, Reads::Plainly)),
    detail(Word("ask-person-name"), Word("hint-person-name"), Asks::Words(4, Reads::Plainly)),
];

const VEHICLE: &[Detail] = &[
    detail(Word("ask-vehicle-kind"), Word("hint-vehicle-kind"), Asks::VehicleType),
    detail(Word("ask-vehicle-plate"), Word("hint-vehicle-plate"), Asks::Words(0, Reads::Plate)),
    detail(Word("ask-vehicle-country"), Word("hint-vehicle-country"), Asks::Words(1, Reads::Country)),
    detail(Word("ask-vehicle-make"), Word("hint-vehicle-make"), Asks::Words(2, Reads::Plainly)),
    detail(Word("ask-vehicle-colour"), Word("hint-vehicle-colour"), Asks::Words(3, Reads::Plainly)),
    detail(Word("ask-vehicle-direction"), Word("hint-vehicle-direction"), Asks::Words(4, Reads::Plainly)),
    detail(Word("ask-vehicle-description"), Word("hint-vehicle-description"), Asks::Words(5, Reads::Plainly)),
];

const BOAT: &[Detail] = &[
    detail(Word("ask-boat-plate"), Word("hint-boat-plate"), Asks::Words(0, Reads::Plainly)),
    detail(Word("ask-boat-country"), Word("hint-boat-country"), Asks::Words(1, Reads::Country)),
    detail(Word("ask-boat-make"), Word("hint-boat-make"), Asks::Words(2, Reads::Plainly)),
    detail(Word("ask-boat-colour"), Word("hint-boat-colour"), Asks::Words(3, Reads::Plainly)),
    detail(Word("ask-boat-direction"), Word("hint-boat-direction"), Asks::Words(4, Reads::Plainly)),
    detail(Word("ask-boat-description"), Word("hint-boat-description"), Asks::Words(5, Reads::Plainly)),
];

const PHONE: &[Detail] = &[
    detail(Word("ask-phone-number"), Word("hint-phone-number"), Asks::Words(0, Reads::Phone)),
    detail(Word("ask-phone-description"), Word("hint-phone-description"), Asks::Words(1, Reads::Plainly)),
];

const DOCUMENT: &[Detail] = &[
    detail(Word("ask-document-kind"), Word("hint-document-kind"), Asks::Words(0, Reads::Plainly)),
    detail(Word("ask-document-number"), Word("hint-document-number"), Asks::Words(1, Reads::Plainly)),
    detail(Word("ask-document-country"), Word("hint-document-country"), Asks::Words(2, Reads::Plainly)),
    detail(
        Word("ask-document-description"),
        Word("hint-document-description"),
        Asks::Words(3, Reads::Plainly),
    ),
];

const PLACE: &[Detail] =
    &[detail(Word("ask-place-description"), Word("hint-place-description"), Asks::Words(0, Reads::Plainly))];

const ORGANISATION: &[Detail] = &[
    detail(Word("ask-organisation-name"), Word("hint-organisation-name"), Asks::Words(0, Reads::Plainly)),
    detail(
        Word("ask-organisation-description"),
        Word("hint-organisation-description"),
        Asks::Words(1, Reads::Plainly),
    ),
];

#[cfg(test)]
mod tests {
    use super::{Asks, Sheet};
    use crate::domain::code::Coded;
    use crate::domain::entity::EntityType;
    use crate::domain::text::Line;

    #[test]
    fn everything_that_was_answered_is_kept_and_comes_back() {
        for kind in EntityType::ALL.iter().copied() {
            let mut sheet = Sheet::blank(kind);
            assert_eq!(sheet.kept(), None, "{kind:?}: nothing is known, so there is nothing");
            for detail in sheet.details() {
                match detail.asks {
                    Asks::Words(place, _) => sheet.write(place, Line::new(detail.question.0).ok()),
                    asks => sheet.choose(asks, Some(1)),
                }
                assert!(sheet.present(detail.asks).is_some());
            }
            let kept = sheet.kept().unwrap();
            assert_eq!(Sheet::of(&kept).kept(), Some(kept), "{kind:?}");
        }
    }
}
