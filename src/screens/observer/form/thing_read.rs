//! What stands in the fields of a person or thing, read, and how plates and numbers were read.

use crate::desks::place_names;
use crate::desks::spoken::{particulars, told};
use crate::domain::code::Coded;
use crate::domain::draft::Draft;
use crate::domain::entity::{Document, EntityKind, EntityType, Person, Vehicle, VehicleType};
use crate::domain::place::Place;
use crate::domain::subject_category::SubjectCategory;
use crate::domain::text::Line;
use crate::geography::borders::Borders;
use crate::geography::country::Country;
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::kit::widgets::form::Field;
use crate::screens::observer::form::reading;
use crate::screens::observer::form::thing_form::{Part, ThingForm};

/// Why what is written makes no person or thing yet: which field, and what is wrong with it.
pub type Wrong = (Part, Phrase);

/// What the fields tell.
///
/// # Errors
/// The field that cannot be kept, or that must not stay empty.
pub fn read(thing: &ThingForm) -> Result<EntityKind, Wrong> {
    let line = |part| -> Result<Option<Line>, Wrong> {
        reading::words(thing.form.text(part)).map_err(|wrong| (part, wrong))
    };
    let needed = |part| -> Result<Line, Wrong> { line(part)?.ok_or((part, Word("thing-needs").into())) };
    let ride = |kind| -> Result<Vehicle, Wrong> {
        Ok(Vehicle {
            kind,
            plate: line(Part::Plate)?,
            country: line(Part::Country)?,
            make: line(Part::Make)?,
            colour: line(Part::Colour)?,
            direction: line(Part::Direction)?,
            description: line(Part::Description)?,
        })
    };
    let chosen = |part| thing.form.field(part).and_then(Field::chosen);
    Ok(match thing.kind {
        EntityType::Person => EntityKind::Person(Person {
            category: chosen(Part::Category).and_then(|at| SubjectCategory::ALL.get(at)).copied(),
            description: line(Part::Description)?,
            age: line(Part::Age)?,
            language: line(Part::Language)?,
            nationality_shown: line(Part::Nationality)?,
            name_shown: line(Part::Name)?,
        }),
        EntityType::Vehicle => {
            let kind = chosen(Part::Type).and_then(|at| VehicleType::ALL.get(at)).copied();
            EntityKind::Vehicle(ride(kind.unwrap_or(VehicleType::Other))?)
        }
        EntityType::Boat => EntityKind::Boat(ride(VehicleType::Boat)?),
        EntityType::Phone => {
            EntityKind::Phone { number: needed(Part::Number)?, description: line(Part::Description)? }
        }
        EntityType::Document => EntityKind::Document(Document {
            kind: needed(Part::Paper)?,
            number: line(Part::Number)?,
            country: line(Part::Country)?,
            description: line(Part::Description)?,
        }),
        EntityType::Place => EntityKind::Place { description: needed(Part::Description)? },
        EntityType::Organisation => {
            EntityKind::Organisation { name: needed(Part::Name)?, description: line(Part::Description)? }
        }
    })
}

/// The country in which the report was made, for a number that does not tell its own.
#[must_use]
pub fn country_of(draft: &Draft) -> Option<Country> {
    let position = draft.place.as_ref().and_then(Place::position)?;
    Borders::of_the_world().country_at(place_names::point(&position.given)?)
}

/// Shows beside each field how it was read. What is kept is what was typed; what looks like no plate or number is
/// pointed out and kept all the same.
pub fn show_back(thing: &mut ThingForm, draft: &Draft) {
    let text = |part| thing.form.text(part).trim().to_owned();
    let mut all: Vec<(Part, Result<Vec<Phrase>, Phrase>)> = Vec::new();
    let plate = text(Part::Plate);
    // The name of a boat is no plate.
    let is_plate = thing.kind == EntityType::Vehicle && !plate.is_empty();
    all.push((Part::Plate, if is_plate { particulars::plate(&plate) } else { Ok(Vec::new()) }));
    all.push((Part::Country, Ok(particulars::country_sign(&text(Part::Country)).into_iter().collect())));
    let number = text(Part::Number);
    if thing.kind == EntityType::Phone {
        let region = country_of(draft);
        let region = region.as_ref().map(Country::code);
        let read = if number.is_empty() { Ok(Vec::new()) } else { particulars::phone(&number, region) };
        all.push((Part::Number, read));
    }
    all.push((Part::TieTo, Ok(ties(thing, draft))));
    for (part, read) in all {
        let (echo, advice) = match read {
            Ok(echo) => (echo, Vec::new()),
            Err(wrong) => (Vec::new(), vec![wrong]),
        };
        if let Some(field) = thing.form.field_mut(part) {
            (field.echo, field.advice) = (echo, advice);
        }
    }
}

/// The ties of a thing, and what `Enter` does to the one that is chosen.
fn ties(thing: &ThingForm, draft: &Draft) -> Vec<Phrase> {
    let Some(reference) = thing.reference else { return vec![Word("tie-hint").into()] };
    let own = draft.links.iter().filter(|link| link.from == reference || link.to == reference);
    let mut all: Vec<Phrase> = own.map(told::link).collect();
    all.push(match thing.tie() {
        Some(tie) if draft.links.contains(&tie) => Word("tie-untie").into(),
        Some(_) => Word("tie-enter").into(),
        None => Word("tie-hint").into(),
    });
    all
}
