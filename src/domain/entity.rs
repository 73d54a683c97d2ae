//! Persons, things and places an observation speaks of, and how they hang together.
//!
//! There is no field for ethnicity, religion or politics, on purpose (Directive (EU) 2016/680, art. 10): what is not
//! asked cannot be stored. Nationality stands only as shown on a paper or told.

use std::fmt;
use std::str::FromStr;

use crate::domain::code::{Coded, codes};
use crate::domain::subject_category::SubjectCategory;
use crate::domain::text::Line;

codes! {
    /// The kind of a vehicle or vessel.
    VehicleType, "vehicle_type" {
        Car = "car",
        Van = "van",
        Minibus = "minibus",
        Bus = "bus",
        Lorry = "lorry",
        Trailer = "trailer",
        Motorcycle = "motorcycle",
        Boat = "boat",
        Other = "other",
    }
}

codes! {
    /// What one entity is to another.
    LinkType, "link_type" {
        /// A person drives a vehicle.
        Drives = "drives",
        /// A person is in a vehicle or at a place.
        Inside = "inside",
        /// Travels together with.
        TravelsWith = "travels_with",
        /// Uses or carries.
        Uses = "uses",
        /// Gives orders to, or speaks for.
        Directs = "directs",
        /// Belongs to, or works for.
        BelongsTo = "belongs_to",
        /// Stood or stopped at.
        SeenAt = "seen_at",
        /// Some other tie.
        Other = "other",
    }
}

/// The name of an entity inside its own report: `e1` to `e99`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityRef(u8);

/// A text that names no entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an entity reference from e1 to e99")]
pub struct InvalidEntityRef;

impl EntityRef {
    /// The entity at this place of the list, counted from 1 to 99.
    pub fn nth(number: usize) -> Result<Self, InvalidEntityRef> {
        match u8::try_from(number) {
            Ok(n @ 1..=99) => Ok(Self(n)),
            _ => Err(InvalidEntityRef),
        }
    }
}

impl fmt::Display for EntityRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "e{}", self.0)
    }
}

impl FromStr for EntityRef {
    type Err = InvalidEntityRef;
    fn from_str(text: &str) -> Result<Self, InvalidEntityRef> {
        let number = text.strip_prefix('e').and_then(|n| n.parse().ok()).ok_or(InvalidEntityRef)?;
        Self::nth(number)
            .and_then(|found| if found.to_string() == text { Ok(found) } else { Err(InvalidEntityRef) })
    }
}

/// A person as he was seen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Person {
    /// What he may be in the matter.
    pub category: Option<SubjectCategory>,
    /// Looks: build, hair, clothing, marks.
    pub description: Option<Line>,
    /// Apparent age in years, as a range in words: "about 30".
    pub age: Option<Line>,
    /// Languages heard.
    pub language: Option<Line>,
    /// Nationality as shown on a paper or told, never as guessed.
    pub nationality_shown: Option<Line>,
    /// Name as shown or told.
    pub name_shown: Option<Line>,
}

/// A vehicle or vessel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vehicle {
    /// Its kind.
    pub kind: VehicleType,
    /// The plate or hull number; `?` stands for a character that was not read.
    pub plate: Option<Line>,
    /// Country of the plate, as read.
    pub country: Option<Line>,
    /// Make and model.
    pub make: Option<Line>,
    /// Colour.
    pub colour: Option<Line>,
    /// Where it was going.
    pub direction: Option<Line>,
    /// Anything else that tells it from others.
    pub description: Option<Line>,
}

/// A paper that was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Passport, identity card, permit…
    pub kind: Line,
    /// Its number; `?` stands for a character that was not read.
    pub number: Option<Line>,
    /// Country that is said to have issued it.
    pub country: Option<Line>,
    /// What was odd about it.
    pub description: Option<Line>,
}

codes! {
    /// What an entity can be.
    EntityType, "entity_type" {
        Person = "person",
        Vehicle = "vehicle",
        Boat = "boat",
        /// A telephone number.
        Phone = "phone",
        /// A paper.
        Document = "document",
        /// A house, a bar, a yard.
        Place = "place",
        /// A firm, an agency, a group.
        Organisation = "organisation",
    }
}

/// What an entity is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntityKind {
    /// A person.
    Person(Person),
    /// A vehicle on land.
    Vehicle(Vehicle),
    /// A boat.
    Boat(Vehicle),
    /// A telephone number, as seen.
    Phone {
        /// The number; `?` stands for a digit that was not read.
        number: Line,
        /// Where it was seen: on a slip, on a screen.
        description: Option<Line>,
    },
    /// A paper.
    Document(Document),
    /// A house, a bar, a yard.
    Place {
        /// What and where it is, in words.
        description: Line,
    },
    /// A firm, an agency, a group.
    Organisation {
        /// Its name as shown.
        name: Line,
        /// Anything else.
        description: Option<Line>,
    },
}

impl EntityKind {
    /// Which of them it is.
    pub const fn entity_type(&self) -> EntityType {
        match self {
            Self::Person(_) => EntityType::Person,
            Self::Vehicle(_) => EntityType::Vehicle,
            Self::Boat(_) => EntityType::Boat,
            Self::Phone { .. } => EntityType::Phone,
            Self::Document(_) => EntityType::Document,
            Self::Place { .. } => EntityType::Place,
            Self::Organisation { .. } => EntityType::Organisation,
        }
    }

    /// The code of the kind in schemas and lists.
    pub fn code(&self) -> &'static str {
        self.entity_type().code()
    }

    /// What other reports can be compared by: a plate, a number.
    pub fn mark(&self) -> Option<&Line> {
        match self {
            Self::Vehicle(vehicle) | Self::Boat(vehicle) => vehicle.plate.as_ref(),
            Self::Phone { number, .. } => Some(number),
            Self::Document(document) => document.number.as_ref(),
            Self::Person(_) | Self::Place { .. } | Self::Organisation { .. } => None,
        }
    }
}

/// How one entity hangs together with another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// Who or what.
    pub from: EntityRef,
    /// To whom or what.
    pub to: EntityRef,
    /// How.
    pub link: LinkType,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entity_reference_has_one_way_of_being_written() {
        assert_eq!("e12".parse(), EntityRef::nth(12));
        for bad in ["e0", "e100", "e012", "E1", "1", "e", "e-1", "e+1"] {
            assert!(bad.parse::<EntityRef>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_plate_or_a_number_is_what_reports_are_compared_by() {
        let phone = EntityKind::Phone { number: Line::new("+383 44 1??").unwrap(), description: None };
        assert_eq!(phone.mark().map(Line::as_str), Some("+383 44 1??"));
        assert_eq!(EntityKind::Person(Person::default()).mark(), None);
    }
}
