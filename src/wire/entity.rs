//! Persons and things of a report in JSON.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::entity::{Document, EntityKind, EntityRef, Link, LinkType, Person, Vehicle, VehicleType};
use crate::domain::observation::Entity;
use crate::domain::subject_category::SubjectCategory;
use crate::domain::text::Line;
use crate::wire::spelling::{Code, Plain, present};

type Words = Option<Plain<Line>>;

/// A person or thing the report speaks of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum EntityV1 {
    /// A person as he was seen. There is no field for ethnicity, religion or politics, on purpose.
    Person {
        /// Its name inside the report.
        r#ref: Plain<EntityRef>,
        /// What he may be in the matter, as the observer judges it.
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
        category: Option<Code<SubjectCategory>>,
        /// Looks: build, hair, clothing, marks.
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
        description: Words,
        /// Apparent age in words.
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
        age: Words,
        /// Languages heard.
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
        language: Words,
        /// Nationality as shown on a paper or told.
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
        nationality_shown: Words,
        /// Name as shown or told.
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
        name_shown: Words,
    },
    /// A vehicle on land.
    Vehicle(VehicleV1),
    /// A boat.
    Boat(VehicleV1),
    /// A telephone number as seen.
    Phone {
        /// Its name inside the report.
        r#ref: Plain<EntityRef>,
        /// The number; `?` for a digit that was not read.
        number: Plain<Line>,
        /// Where it was seen.
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
        description: Words,
    },
    /// A paper that was seen.
    Document {
        /// Its name inside the report.
        r#ref: Plain<EntityRef>,
        /// What it is: passport, identity card, permit.
        kind: Plain<Line>,
        /// Its number; `?` for a character that was not read.
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
        number: Words,
        /// Country said to have issued it.
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
        country: Words,
        /// What was odd about it.
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
        description: Words,
    },
    /// A house, a bar, a yard.
    Place {
        /// Its name inside the report.
        r#ref: Plain<EntityRef>,
        /// What and where it is.
        description: Plain<Line>,
    },
    /// A firm, an agency, a group.
    Organisation {
        /// Its name inside the report.
        r#ref: Plain<EntityRef>,
        /// Its name as shown.
        name: Plain<Line>,
        /// Anything else.
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
        description: Words,
    },
}

/// What a vehicle or boat looked like.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VehicleV1 {
    /// Its name inside the report.
    pub r#ref: Plain<EntityRef>,
    /// Its kind.
    pub kind: Code<VehicleType>,
    /// The plate or hull number; `?` for a character that was not read.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub plate: Words,
    /// Country of the plate.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub country: Words,
    /// Make and model.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub make: Words,
    /// Colour.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub colour: Words,
    /// Where it was going.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub direction: Words,
    /// Anything else that tells it from others.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub description: Words,
}

/// How two entities hang together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkV1 {
    /// Who or what.
    pub from: Plain<EntityRef>,
    /// To whom or what.
    pub to: Plain<EntityRef>,
    /// How.
    pub link: Code<LinkType>,
}

fn plain(words: &Option<Line>) -> Words {
    words.clone().map(Plain)
}

fn words(plain: Words) -> Option<Line> {
    plain.map(|words| words.0)
}

impl VehicleV1 {
    fn new(r#ref: Plain<EntityRef>, vehicle: &Vehicle) -> Self {
        Self {
            r#ref,
            kind: Code(vehicle.kind),
            plate: plain(&vehicle.plate),
            country: plain(&vehicle.country),
            make: plain(&vehicle.make),
            colour: plain(&vehicle.colour),
            direction: plain(&vehicle.direction),
            description: plain(&vehicle.description),
        }
    }
}

impl From<VehicleV1> for Vehicle {
    fn from(looks: VehicleV1) -> Self {
        Self {
            kind: looks.kind.0,
            plate: words(looks.plate),
            country: words(looks.country),
            make: words(looks.make),
            colour: words(looks.colour),
            direction: words(looks.direction),
            description: words(looks.description),
        }
    }
}

impl From<&Entity> for EntityV1 {
    fn from(entity: &Entity) -> Self {
        let r#ref = Plain(entity.reference);
        match &entity.kind {
            EntityKind::Person(person) => Self::Person {
                r#ref,
                category: person.category.map(Code),
                description: plain(&person.description),
                age: plain(&person.age),
                language: plain(&person.language),
                nationality_shown: plain(&person.nationality_shown),
                name_shown: plain(&person.name_shown),
            },
            EntityKind::Vehicle(vehicle) => Self::Vehicle(VehicleV1::new(r#ref, vehicle)),
            EntityKind::Boat(boat) => Self::Boat(VehicleV1::new(r#ref, boat)),
            EntityKind::Phone { number, description } => {
                Self::Phone { r#ref, number: Plain(number.clone()), description: plain(description) }
            }
            EntityKind::Document(document) => Self::Document {
                r#ref,
                kind: Plain(document.kind.clone()),
                number: plain(&document.number),
                country: plain(&document.country),
                description: plain(&document.description),
            },
            EntityKind::Place { description } => {
                Self::Place { r#ref, description: Plain(description.clone()) }
            }
            EntityKind::Organisation { name, description } => {
                Self::Organisation { r#ref, name: Plain(name.clone()), description: plain(description) }
            }
        }
    }
}

impl From<EntityV1> for Entity {
    fn from(entity: EntityV1) -> Self {
        let (r#ref, kind) = match entity {
            EntityV1::Person {
                r#ref,
                category,
                description,
                age,
                language,
                nationality_shown,
                name_shown,
            } => {
                let person = Person {
                    category: category.map(|category| category.0),
                    description: words(description),
                    age: words(age),
                    language: words(language),
                    nationality_shown: words(nationality_shown),
                    name_shown: words(name_shown),
                };
                (r#ref, EntityKind::Person(person))
            }
            EntityV1::Vehicle(looks) => (looks.r#ref.clone(), EntityKind::Vehicle(looks.into())),
            EntityV1::Boat(looks) => (looks.r#ref.clone(), EntityKind::Boat(looks.into())),
            EntityV1::Phone { r#ref, number, description } => {
                (r#ref, EntityKind::Phone { number: number.0, description: words(description) })
            }
            EntityV1::Document { r#ref, kind, number, country, description } => {
                let document = Document {
                    kind: kind.0,
                    number: words(number),
                    country: words(country),
                    description: words(description),
                };
                (r#ref, EntityKind::Document(document))
            }
            EntityV1::Place { r#ref, description } => {
                (r#ref, EntityKind::Place { description: description.0 })
            }
            EntityV1::Organisation { r#ref, name, description } => {
                (r#ref, EntityKind::Organisation { name: name.0, description: words(description) })
            }
        };
        Self { reference: r#ref.0, kind }
    }
}

impl From<&Link> for LinkV1 {
    fn from(link: &Link) -> Self {
        Self { from: Plain(link.from), to: Plain(link.to), link: Code(link.link) }
    }
}

impl From<LinkV1> for Link {
    fn from(link: LinkV1) -> Self {
        Self { from: link.from.0, to: link.to.0, link: link.link.0 }
    }
}
