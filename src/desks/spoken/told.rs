//! A whole report, line by line: what it holds and nothing else, filed or still being written.

use crate::desks::spoken::{codes, shown, terms};
use crate::domain::catalogue::Catalogue;
use crate::domain::draft::Draft;
use crate::domain::entity::{EntityKind, Link, Vehicle, VehicleType};
use crate::domain::observation::{Attachment, Counts, Entity, IndicatorSeen};
use crate::domain::observation_terms::TriState;
use crate::domain::subject_category::SubjectCategory;
use crate::domain::text::{Line, Text};
use crate::language::phrase::Phrase;
use crate::language::word::Word;

/// A line of a report: what it is about, and what it says.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// What it is about.
    pub label: Word,
    /// What it says.
    pub text: Phrase,
}

/// Everything a draft holds, from top to bottom. A filed report is told by the draft that would correct it.
#[must_use]
pub fn draft(draft: &Draft, catalogue: &Catalogue) -> Vec<Told> {
    let mut lines = Lines(Vec::new());
    whereabouts(draft, &mut lines);
    lines.say(Word("label-duty"), draft.duty.map(terms::duty));
    lines.say(Word("label-phase"), draft.phase.map(codes::phase));
    lines.say(Word("label-suspected"), draft.suspected.map(codes::suspected));
    lines.say(Word("label-forms"), list(draft.forms.iter().map(|form| codes::form(*form).into()).collect()));
    for seen in &draft.indicators {
        lines.say(Word("label-indicators"), Some(indicator(seen, catalogue)));
    }
    lines.say(Word("label-indicators"), draft.just_odd.then_some(Word("just-odd")));
    lines.say(Word("label-counts"), counts(&draft.counts));
    for one in &draft.entities {
        lines.say(Word("label-entities"), Some(entity(one)));
    }
    for one in &draft.links {
        lines.say(Word("label-links"), Some(link(one)));
    }
    lines.say(Word("label-facts"), words(draft.facts.as_ref()));
    lines.say(Word("label-assessment"), words(draft.assessment.as_ref()));
    what_makes_it_graver(draft, &mut lines);
    let local = &draft.local_authority;
    lines.say(Word("label-local-told"), known(local.told));
    lines.say(Word("label-local-who"), words(local.who.as_ref()));
    lines.say(Word("label-local-acted"), known(local.acted));
    lines.say(Word("label-scene-and-objects"), words(draft.scene_and_objects.as_ref()));
    for one in &draft.attachments {
        lines.say(Word("label-attachments"), Some(attachment(one)));
    }
    lines.say(Word("label-precedence"), draft.precedence.map(codes::precedence));
    lines.say(Word("label-language"), Some(codes::language(draft.language)));
    lines.0
}

fn whereabouts(draft: &Draft, lines: &mut Lines) {
    let observed = draft.observed.as_ref().map(|period| {
        Word("time-understood")
            .with("time", shown::time_written(period).trim_start_matches('~'))
            .with("precision", terms::time_precision(period.precision()))
    });
    lines.say(Word("label-when"), observed);
    let Some(place) = &draft.place else { return };
    lines.say(Word("label-where"), place.position().map(shown::position_line));
    for line in place.position().map(shown::position).unwrap_or_default() {
        lines.say(Word("label-that-is"), Some(line));
    }
    lines.say(Word("label-place-words"), words(place.words()));
    lines.say(Word("label-own-position"), place.observer_at.as_ref().map(shown::position_line));
    lines.say(Word("label-near-school"), known(place.near_school.within_350_m));
}

fn what_makes_it_graver(draft: &Draft, lines: &mut Lines) {
    let graver = draft.aggravators;
    lines.say(Word("label-apparent-minor"), known(graver.apparent_minor));
    lines.say(Word("label-organised-group"), known(graver.organised_group));
    lines.say(Word("label-official-involved"), known(graver.official_involved));
    lines.say(Word("label-life-danger"), known(graver.life_danger));
}

/// An indicator with how it is known, what shows it and what was noted. One that this device's catalogue does not know
/// goes by its name.
#[must_use]
pub fn indicator(seen: &IndicatorSeen, catalogue: &Catalogue) -> Phrase {
    let known = catalogue.get(&seen.id);
    let label =
        known.map_or_else(|| Phrase::verbatim(seen.id.to_string()), |known| terms::label(&known.labels));
    let mut details = vec![Phrase::from(terms::basis(seen.basis))];
    details.extend(seen.subject.map(|subject| Phrase::verbatim(subject.to_string())));
    details.extend(words(seen.note.as_ref()));
    Word("indicator-line").with("label", label).with("details", details)
}

/// A person or thing in one line.
#[must_use]
pub fn entity(entity: &Entity) -> Phrase {
    let looks = looks(&entity.kind);
    let (reference, kind) = (entity.reference.to_string(), codes::entity(entity.kind.entity_type()));
    if looks.is_empty() {
        return Word("entity-bare").with("reference", reference).with("kind", kind);
    }
    Word("entity-line").with("reference", reference).with("kind", kind).with("looks", looks)
}

/// A tie in one line.
#[must_use]
pub fn link(link: &Link) -> Phrase {
    Word("tie-line")
        .with("from", link.from.to_string())
        .with("tie", codes::tie(link.link))
        .with("to", link.to.to_string())
}

/// A file in one line.
#[must_use]
pub fn attachment(attachment: &Attachment) -> Phrase {
    let word = match attachment.derived_from {
        None => Word("attachment-line"),
        Some(_) => Word("attachment-copy"),
    };
    // A size is read, never counted with: more than a f64 holds exactly is no file of ours.
    word.with("digest", attachment.digest.short())
        .with("kind", attachment.media_type.as_str())
        .with("bytes", u32::try_from(attachment.size).unwrap_or(u32::MAX))
}

/// How many people, or nothing where nobody was counted.
#[must_use]
pub fn counts(counts: &Counts) -> Option<Phrase> {
    let all = [
        (Word("count-men"), counts.men),
        (Word("count-women"), counts.women),
        (Word("count-boys"), counts.boys),
        (Word("count-girls"), counts.girls),
        (Word("count-unknown"), counts.unknown),
    ];
    list(
        all.into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(word, count)| word.with("count", count))
            .collect(),
    )
}

fn looks(kind: &EntityKind) -> Vec<Phrase> {
    let said = |fields: &[&Option<Line>]| -> Vec<Phrase> {
        fields.iter().filter_map(|field| words(field.as_ref())).collect()
    };
    match kind {
        EntityKind::Person(person) => {
            let category = person.category.filter(|category| *category != SubjectCategory::Unknown);
            let mut all: Vec<Phrase> =
                category.map(|code| codes::category(code).into()).into_iter().collect();
            all.extend(said(&[
                &person.description,
                &person.age,
                &person.language,
                &person.nationality_shown,
                &person.name_shown,
            ]));
            all
        }
        EntityKind::Vehicle(vehicle) | EntityKind::Boat(vehicle) => {
            let Vehicle { kind: of, plate, country, make, colour, direction, description } = vehicle;
            // A boat is called one already, and "other" tells nothing.
            let tells = matches!(kind, EntityKind::Vehicle(_)) && *of != VehicleType::Other;
            let of = tells.then(|| codes::vehicle(*of).into());
            let mut all: Vec<Phrase> = of.into_iter().collect();
            all.extend(said(&[colour, make, plate, country, direction, description]));
            all
        }
        EntityKind::Phone { number, description } => {
            [words(Some(number)), words(description.as_ref())].into_iter().flatten().collect()
        }
        EntityKind::Document(paper) => {
            let mut all = vec![Phrase::verbatim(paper.kind.as_str())];
            all.extend(said(&[&paper.number, &paper.country, &paper.description]));
            all
        }
        EntityKind::Place { description } => vec![Phrase::verbatim(description.as_str())],
        EntityKind::Organisation { name, description } => {
            [words(Some(name)), words(description.as_ref())].into_iter().flatten().collect()
        }
    }
}

fn words<const MAX: usize>(text: Option<&Text<MAX>>) -> Option<Phrase> {
    text.map(|text| Phrase::verbatim(text.as_str()))
}

/// What nobody answered is not told.
fn known(answer: TriState) -> Option<Word> {
    (answer != TriState::Unknown).then(|| codes::tri_state(answer))
}

fn list(phrases: Vec<Phrase>) -> Option<Phrase> {
    (!phrases.is_empty()).then(|| Word("list").with("items", phrases))
}

struct Lines(Vec<Told>);

impl Lines {
    fn say(&mut self, label: Word, text: Option<impl Into<Phrase>>) {
        self.0.extend(text.map(|text| Told { label, text: text.into() }));
    }
}
