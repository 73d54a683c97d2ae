//! What a draft holds, written into the fields of its form.

use crate::desks::spoken::shown;
use crate::domain::code::Coded;
use crate::domain::draft::Draft;
use crate::domain::duty::Duty;
use crate::domain::observation_terms::{PositionMethod, SuspectedKind, TriState};
use crate::domain::phase::Phase;
use crate::domain::place::{Place, Position};
use crate::domain::precedence::Precedence;
use crate::domain::protocol_form::ProtocolForm;
use crate::domain::text::{Line, Text};
use crate::screens::kit::widgets::form::Form;
use crate::screens::observer::form::entries::Entry;
use crate::screens::observer::form::where_entry;

fn said<const MAX: usize>(text: Option<&Text<MAX>>) -> String {
    text.map_or(String::new(), |text| text.as_str().to_owned())
}

fn nth<C: Coded>(one: C) -> Option<usize> {
    C::ALL.iter().position(|other| *other == one)
}

/// The error as it stands in its field: empty where the digits of the position tell it.
#[must_use]
pub fn how_far(position: &Position) -> String {
    match where_entry::digits_error(&position.given) {
        Some(error_m) if error_m == position.error_m => String::new(),
        _ => position.error_m.to_string(),
    }
}

/// Writes everything a draft holds into the fields.
pub fn fill(form: &mut Form<Entry>, draft: &Draft) {
    if let Some(field) = form.field_mut(Entry::When) {
        field.offer_text(&draft.observed.as_ref().map(shown::time_written).unwrap_or_default());
    }
    for (entry, text) in texts(draft) {
        if let Some(field) = form.field_mut(entry) {
            field.set_text(&text);
        }
    }
    for (entry, place) in choices(draft) {
        if let Some(field) = form.field_mut(entry) {
            field.choose(place);
        }
    }
    if let Some(field) = form.field_mut(Entry::Forms) {
        let chosen: Vec<usize> = draft.forms.iter().filter_map(|one| nth::<ProtocolForm>(*one)).collect();
        field.choose_several(&chosen);
    }
    fill_place(form, draft);
}

/// Writes what a draft says of the place into its fields.
pub fn fill_place(form: &mut Form<Entry>, draft: &Draft) {
    let place = draft.place.as_ref();
    let position = place.and_then(Place::position);
    let words = said::<200>(place.and_then(Place::words));
    let stood = place.and_then(|place| place.observer_at.as_ref());
    let written = |position: &Position| shown::position_written(&position.given);
    let texts = [
        (Entry::Where, position.map_or_else(|| words.clone(), written)),
        (Entry::InWords, if position.is_some() { words.clone() } else { String::new() }),
        (Entry::HowFar, position.map(how_far).unwrap_or_default()),
        (Entry::StoodAt, stood.map(written).unwrap_or_default()),
    ];
    for (entry, text) in texts {
        if let Some(field) = form.field_mut(entry) {
            field.set_text(&text);
            field.touched = false;
        }
    }
    let school = place.map_or(TriState::Unknown, |place| place.near_school.within_350_m);
    let method = position.map_or(PositionMethod::Estimate, |position| position.method);
    for (entry, place) in [(Entry::KnownFrom, nth(method)), (Entry::School, nth(school))] {
        if let Some(field) = form.field_mut(entry) {
            field.choose(place);
        }
    }
}

fn texts(draft: &Draft) -> Vec<(Entry, String)> {
    let number = |count: u16| if count == 0 { String::new() } else { count.to_string() };
    let counts = draft.counts;
    vec![
        (Entry::Men, number(counts.men)),
        (Entry::Women, number(counts.women)),
        (Entry::Boys, number(counts.boys)),
        (Entry::Girls, number(counts.girls)),
        (Entry::Unknown, number(counts.unknown)),
        (Entry::Facts, said(draft.facts.as_ref())),
        (Entry::Assessment, said(draft.assessment.as_ref())),
        (Entry::ToldWho, said::<200>(draft.local_authority.who.as_ref())),
        (Entry::Scene, said(draft.scene_and_objects.as_ref() as Option<&Line>)),
    ]
}

fn choices(draft: &Draft) -> Vec<(Entry, Option<usize>)> {
    let urgency = draft.precedence.map_or(Some(0), |chosen| {
        Precedence::SUGGESTIBLE.iter().position(|one| *one == chosen).map(|at| at + 1)
    });
    let graver = draft.aggravators;
    let local = &draft.local_authority;
    vec![
        (Entry::Duty, draft.duty.and_then(nth::<Duty>)),
        (Entry::Phase, draft.phase.and_then(nth::<Phase>)),
        (Entry::Suspected, draft.suspected.and_then(nth::<SuspectedKind>)),
        (Entry::Minor, nth(graver.apparent_minor)),
        (Entry::Group, nth(graver.organised_group)),
        (Entry::Official, nth(graver.official_involved)),
        (Entry::Life, nth(graver.life_danger)),
        (Entry::Told, nth(local.told)),
        (Entry::Acted, nth(local.acted)),
        (Entry::Urgency, urgency),
    ]
}
