//! The fields of one person or thing.

use crate::desks::spoken::{codes, told};
use crate::domain::code::Coded;
use crate::domain::draft::Draft;
use crate::domain::entity::{EntityKind, EntityRef, EntityType, Link, LinkType, Vehicle, VehicleType};
use crate::domain::observation::Entity;
use crate::domain::subject_category::SubjectCategory;
use crate::domain::text::Line;
use crate::language::word::Word;
use crate::screens::kit::widgets::choice::Choice;
use crate::screens::kit::widgets::form::{Field, Form, Input};
use crate::screens::kit::widgets::text_field::TextField;
use crate::screens::observer::form::entries::LINE;

/// The fields, of one kind or another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What a person may be in the matter.
    Category,
    /// Looks of a person; anything else that tells a thing from others.
    Description,
    /// Apparent age.
    Age,
    /// Language heard.
    Language,
    /// Nationality as shown or told.
    Nationality,
    /// A name as shown or told.
    Name,
    /// Kind of vehicle.
    Type,
    /// Plate or hull number.
    Plate,
    /// Country, as read.
    Country,
    /// Make and model.
    Make,
    /// Colour.
    Colour,
    /// Where it was going.
    Direction,
    /// A telephone number, or that of a paper.
    Number,
    /// Kind of paper.
    Paper,
    /// What it is to another.
    Tie,
    /// To which other.
    TieTo,
}

/// The fields of one person or thing.
#[derive(Debug, Clone, PartialEq)]
pub struct ThingForm {
    /// What it is.
    pub kind: EntityType,
    /// Its name in the report, once it is in it.
    pub reference: Option<EntityRef>,
    /// The fields.
    pub form: Form<Part>,
    /// The others it may be tied to, in the order they are offered.
    pub others: Vec<EntityRef>,
    /// It was said that it lacks something; whoever leaves again leaves without it.
    pub warned: bool,
}

/// Columns of the labels.
const LABEL: u16 = 16;

fn line(part: Part, label: Word, hint: Word) -> Vec<Field<Part>> {
    vec![Field::new(part, label, Input::Line(TextField::new(LINE, Some(hint)))).labelled_in(LABEL)]
}

fn choice<C: Coded>(part: Part, label: Word, name: impl Fn(C) -> Word) -> Vec<Field<Part>> {
    let options = C::ALL.iter().map(|one| name(*one));
    vec![Field::new(part, label, Input::Choice(Choice::new(options))).labelled_in(LABEL)]
}

fn rows(kind: EntityType) -> Vec<Vec<Field<Part>>> {
    match kind {
        EntityType::Person => vec![
            line(Part::Description, Word("person-looks"), Word("person-looks-hint")),
            line(Part::Age, Word("person-age"), Word("person-age-hint")),
            choice::<SubjectCategory>(Part::Category, Word("person-category"), codes::category),
            line(Part::Language, Word("person-language"), Word("person-language-hint")),
            line(Part::Nationality, Word("person-nationality"), Word("person-nationality-hint")),
            line(Part::Name, Word("person-name"), Word("person-name-hint")),
        ],
        EntityType::Vehicle => vec![
            choice::<VehicleType>(Part::Type, Word("vehicle-kind"), codes::vehicle),
            line(Part::Plate, Word("vehicle-plate"), Word("vehicle-plate-hint")),
            line(Part::Country, Word("vehicle-country"), Word("vehicle-country-hint")),
            line(Part::Colour, Word("vehicle-colour"), Word("vehicle-colour-hint")),
            line(Part::Make, Word("vehicle-make"), Word("vehicle-make-hint")),
            line(Part::Direction, Word("vehicle-direction"), Word("vehicle-direction-hint")),
            line(Part::Description, Word("vehicle-description"), Word("vehicle-description-hint")),
        ],
        EntityType::Boat => vec![
            line(Part::Plate, Word("boat-plate"), Word("boat-plate-hint")),
            line(Part::Country, Word("boat-country"), Word("boat-country-hint")),
            line(Part::Make, Word("boat-make"), Word("boat-make-hint")),
            line(Part::Colour, Word("vehicle-colour"), Word("vehicle-colour-hint")),
            line(Part::Direction, Word("vehicle-direction"), Word("vehicle-direction-hint")),
            line(Part::Description, Word("vehicle-description"), Word("boat-description-hint")),
        ],
        EntityType::Phone => vec![
            line(Part::Number, Word("phone-number"), Word("phone-number-hint")),
            line(Part::Description, Word("phone-description"), Word("phone-description-hint")),
        ],
        EntityType::Document => vec![
            line(Part::Paper, Word("document-kind"), Word("document-kind-hint")),
            line(Part::Number, Word("document-number"), Word("document-number-hint")),
            line(Part::Country, Word("document-country"), Word("document-country-hint")),
            line(Part::Description, Word("document-description"), Word("document-description-hint")),
        ],
        EntityType::Place => {
            vec![line(Part::Description, Word("vehicle-description"), Word("place-description-hint"))]
        }
        EntityType::Organisation => vec![
            line(Part::Name, Word("organisation-name"), Word("organisation-name-hint")),
            line(Part::Description, Word("vehicle-description"), Word("organisation-description-hint")),
        ],
    }
}

impl ThingForm {
    /// Empty fields of a kind.
    #[must_use]
    pub fn new(kind: EntityType, draft: &Draft) -> Self {
        Self::with(kind, None, draft)
    }

    /// The fields of what is in the report.
    #[must_use]
    pub fn open(entity: &Entity, draft: &Draft) -> Self {
        let mut opened = Self::with(entity.kind.entity_type(), Some(entity.reference), draft);
        opened.fill(&entity.kind);
        opened
    }

    fn with(kind: EntityType, reference: Option<EntityRef>, draft: &Draft) -> Self {
        let others: Vec<&Entity> =
            draft.entities.iter().filter(|one| Some(one.reference) != reference).collect();
        let mut rows = rows(kind);
        if !others.is_empty() {
            rows.push(choice::<LinkType>(Part::Tie, Word("tie"), codes::tie));
            let names = Choice::new(others.iter().map(|one| told::entity(one)));
            rows.push(vec![Field::new(Part::TieTo, Word("tie-to"), Input::Choice(names)).labelled_in(LABEL)]);
        }
        let others = others.into_iter().map(|one| one.reference).collect();
        Self { kind, reference, form: Form::new(rows), others, warned: false }
    }

    fn fill(&mut self, kind: &EntityKind) {
        let lines: Vec<(Part, Option<&Line>)> = match kind {
            EntityKind::Person(one) => {
                let at = one.category.and_then(|code| SubjectCategory::ALL.iter().position(|c| *c == code));
                self.choose(Part::Category, at);
                vec![
                    (Part::Description, one.description.as_ref()),
                    (Part::Age, one.age.as_ref()),
                    (Part::Language, one.language.as_ref()),
                    (Part::Nationality, one.nationality_shown.as_ref()),
                    (Part::Name, one.name_shown.as_ref()),
                ]
            }
            EntityKind::Vehicle(ride) => {
                self.choose(Part::Type, VehicleType::ALL.iter().position(|code| *code == ride.kind));
                of_ride(ride)
            }
            EntityKind::Boat(ride) => of_ride(ride),
            EntityKind::Phone { number, description } => {
                vec![(Part::Number, Some(number)), (Part::Description, description.as_ref())]
            }
            EntityKind::Document(paper) => vec![
                (Part::Paper, Some(&paper.kind)),
                (Part::Number, paper.number.as_ref()),
                (Part::Country, paper.country.as_ref()),
                (Part::Description, paper.description.as_ref()),
            ],
            EntityKind::Place { description } => vec![(Part::Description, Some(description))],
            EntityKind::Organisation { name, description } => {
                vec![(Part::Name, Some(name)), (Part::Description, description.as_ref())]
            }
        };
        for (part, text) in lines {
            if let Some(field) = self.form.field_mut(part) {
                field.set_text(text.map_or("", |text| text.as_str()));
            }
        }
    }

    fn choose(&mut self, part: Part, place: Option<usize>) {
        if let Some(field) = self.form.field_mut(part) {
            field.choose(place);
        }
    }

    /// The tie that the two last fields tell of.
    #[must_use]
    pub fn tie(&self) -> Option<Link> {
        let chosen = |part| self.form.field(part).and_then(Field::chosen);
        let link = chosen(Part::Tie).and_then(|at| LinkType::ALL.get(at)).copied()?;
        let to = chosen(Part::TieTo).and_then(|at| self.others.get(at)).copied()?;
        Some(Link { from: self.reference?, to, link })
    }

    /// Whether the field that ends it has the keys.
    #[must_use]
    pub fn at_last(&self) -> bool {
        let last = self.form.fields().last().map(|field| field.key);
        self.form.focused().map(|field| field.key) == last
    }

    /// Whether anything was written or chosen.
    #[must_use]
    pub fn written(&self) -> bool {
        self.form.fields().any(|field| {
            !matches!(field.key, Part::Tie | Part::TieTo)
                && (!field.text().trim().is_empty() || field.chosen().is_some())
        })
    }
}

fn of_ride(ride: &Vehicle) -> Vec<(Part, Option<&Line>)> {
    vec![
        (Part::Plate, ride.plate.as_ref()),
        (Part::Country, ride.country.as_ref()),
        (Part::Make, ride.make.as_ref()),
        (Part::Colour, ride.colour.as_ref()),
        (Part::Direction, ride.direction.as_ref()),
        (Part::Description, ride.description.as_ref()),
    ]
}
