//! What stands in the fields of a person or thing, read, and how plates and numbers were read.

use crate::desks::place_names;
use crate::desks::spoken::shown;
use crate::domain::code::Coded;
use crate::domain::country_sign::CountrySign;
use crate::domain::draft::Draft;
use crate::domain::entity::{Document, EntityKind, Person, Vehicle, VehicleType};
use crate::domain::phone::{Certainty, Phone, PhoneError};
use crate::domain::place::Place;
use crate::domain::plate::{Plate, PlateError, PlateNote};
use crate::domain::subject_category::SubjectCategory;
use crate::domain::text::Line;
use crate::geography::borders::Borders;
use crate::geography::country::Country;
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::kit::widgets::form::Field;
use crate::screens::observer::form::reading;
use crate::screens::observer::form::thing_form::{Part, ThingForm, ThingKind};
use crate::screens::observer::form::words;

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
        ThingKind::Person => EntityKind::Person(Person {
            category: chosen(Part::Category).and_then(|at| SubjectCategory::ALL.get(at)).copied(),
            description: line(Part::Description)?,
            age: line(Part::Age)?,
            language: line(Part::Language)?,
            nationality_shown: line(Part::Nationality)?,
            name_shown: line(Part::Name)?,
        }),
        ThingKind::Vehicle => {
            let kind = chosen(Part::Type).and_then(|at| VehicleType::ALL.get(at)).copied();
            EntityKind::Vehicle(ride(kind.unwrap_or(VehicleType::Other))?)
        }
        ThingKind::Boat => EntityKind::Boat(ride(VehicleType::Boat)?),
        ThingKind::Phone => {
            EntityKind::Phone { number: needed(Part::Number)?, description: line(Part::Description)? }
        }
        ThingKind::Document => EntityKind::Document(Document {
            kind: needed(Part::Paper)?,
            number: line(Part::Number)?,
            country: line(Part::Country)?,
            description: line(Part::Description)?,
        }),
        ThingKind::Place => EntityKind::Place { description: needed(Part::Description)? },
        ThingKind::Organisation => {
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
    let text = |part| thing.form.text(part).to_owned();
    let mut told: Vec<(Part, Vec<Phrase>, Vec<Phrase>)> = Vec::new();
    let plate = text(Part::Plate);
    if thing.kind == ThingKind::Vehicle && !plate.trim().is_empty() {
        told.push(match Plate::shown_back(&plate) {
            Ok(read) => {
                let notes = Plate::notes(&plate).into_iter().map(plate_note).collect();
                (Part::Plate, vec![Word("read-as").with("text", read)], notes)
            }
            Err(wrong) => (Part::Plate, Vec::new(), vec![plate_wrong(&wrong)]),
        });
    } else {
        told.push((Part::Plate, Vec::new(), Vec::new()));
    }
    let sign = CountrySign::known(&text(Part::Country)).and_then(|sign| Country::from_code(sign.country()));
    let sign = sign.map(|country| Word("sign-of").with("country", shown::country(country)));
    told.push((Part::Country, sign.into_iter().collect(), Vec::new()));
    if thing.kind == ThingKind::Phone {
        let (echo, advice) = number(&text(Part::Number), country_of(draft));
        told.push((Part::Number, echo, advice));
    }
    told.push((Part::TieTo, ties(thing, draft), Vec::new()));
    for (part, echo, advice) in told {
        if let Some(field) = thing.form.field_mut(part) {
            (field.echo, field.advice) = (echo, advice);
        }
    }
}

/// The ties of a thing, and what `Enter` does to the one that is chosen.
fn ties(thing: &ThingForm, draft: &Draft) -> Vec<Phrase> {
    let Some(reference) = thing.reference else { return vec![Word("tie-hint").into()] };
    let own = draft.links.iter().filter(|link| link.from == reference || link.to == reference);
    let mut all: Vec<Phrase> = own.map(words::tie).collect();
    all.push(match thing.tie() {
        Some(tie) if draft.links.contains(&tie) => Word("tie-untie").into(),
        Some(_) => Word("tie-enter").into(),
        None => Word("tie-hint").into(),
    });
    all
}

fn number(typed: &str, region: Option<Country>) -> (Vec<Phrase>, Vec<Phrase>) {
    if typed.trim().is_empty() {
        return (Vec::new(), Vec::new());
    }
    match Phone::read(typed, region.as_ref().map(Country::code)) {
        Ok(phone) => {
            let read = Word("read-as").with("text", phone.shown_back());
            let certain = match phone.certainty() {
                Certainty::Whole(code) => Country::from_code(code)
                    .map(|country| Word("phone-of").with("country", shown::country(country))),
                Certainty::Partial => Some(Word("phone-partial").into()),
                Certainty::NoCountry => Some(Word("phone-no-country").into()),
            };
            ([read].into_iter().chain(certain).collect(), Vec::new())
        }
        Err(wrong) => (Vec::new(), vec![phone_wrong(&wrong)]),
    }
}

fn plate_note(note: PlateNote) -> Phrase {
    let word = match note {
        PlateNote::TakenAsLatin => Word("plate-taken-as-latin"),
        PlateNote::OtherScript => Word("plate-other-script"),
        PlateNote::XIsALetter => Word("plate-x-is-a-letter"),
    };
    word.into()
}

fn plate_wrong(wrong: &PlateError) -> Phrase {
    match wrong {
        PlateError::NothingRead => Word("plate-nothing-read").into(),
        PlateError::TooLong => Word("plate-too-long").into(),
        PlateError::Foreign(letter) => Word("plate-foreign").with("letter", *letter),
    }
}

fn phone_wrong(wrong: &PhoneError) -> Phrase {
    match wrong {
        PhoneError::NothingRead => Word("phone-nothing-read").into(),
        PhoneError::TooShort => Word("phone-too-short").into(),
        PhoneError::TooLong => Word("phone-too-long").into(),
        PhoneError::Foreign(letter) => Word("phone-foreign").with("letter", *letter),
    }
}
