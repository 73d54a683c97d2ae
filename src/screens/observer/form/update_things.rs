//! What keys change among the persons and things of a report.

use crate::desks::spoken::particulars;
use crate::domain::code::Coded;
use crate::domain::draft::DraftField;
use crate::domain::entity::{EntityRef, EntityType};
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::desk::front::Notice;
use crate::screens::kit::edit::Edit;
use crate::screens::kit::widgets::form::{Field, Reaction};
use crate::screens::observer::form::entries::Entry;
use crate::screens::observer::form::keys::Act;
use crate::screens::observer::form::report_form::{Over, ReportForm};
use crate::screens::observer::form::thing_form::{Part, ThingForm};
use crate::screens::observer::form::thing_read;
use crate::screens::observer::form::things::Things;
use crate::screens::observer::message::Effect;
use crate::screens::observer::state::{Question, Screen, State};

/// Opens empty fields for another of a kind, by its place among the kinds.
pub fn describe(form: &mut ReportForm, kind: usize, from_list: bool) {
    let Some(kind) = EntityType::ALL.get(kind) else { return };
    let mut thing = ThingForm::new(*kind, &form.draft);
    thing_read::show_back(&mut thing, &form.draft);
    let at = form.draft.entities.len();
    form.over = Over::Things(Things { at, editing: Some(thing), from_list });
}

/// Types into the focused field.
pub fn write(form: &mut ReportForm, edit: &Edit, tongue: Tongue) -> Vec<Effect> {
    let Over::Things(things) = &mut form.over else { return Vec::new() };
    let Some(thing) = &mut things.editing else { return Vec::new() };
    let onward = match thing.form.edit(edit, tongue) {
        Reaction::Before => false,
        Reaction::Behind => true,
        Reaction::Changed => {
            thing.warned = false;
            thing_read::show_back(thing, &form.draft);
            return Vec::new();
        }
        Reaction::Stayed => return Vec::new(),
    };
    step(form, onward)
}

/// To the next field or the one before, what is written saved.
fn step(form: &mut ReportForm, onward: bool) -> Vec<Effect> {
    let fields = settle(form, false);
    let effects = form.saving(fields);
    if let Over::Things(Things { editing: Some(thing), .. }) = &mut form.over {
        if onward { thing.form.next() } else { thing.form.previous() }
    }
    effects
}

/// Does what a key means here.
pub fn obey(state: &mut State, act: Act) -> Vec<Effect> {
    let Screen::Form(form) = &mut state.screen else { return Vec::new() };
    let Over::Things(things) = &mut form.over else { return Vec::new() };
    if things.editing.is_some() {
        return in_thing(state, act);
    }
    match act {
        Act::Up => things.step(&form.draft, -1),
        Act::Down => things.step(&form.draft, 1),
        Act::Open => {
            let opened = things.selected(&form.draft).map(|one| ThingForm::open(one, &form.draft));
            if let Some(mut thing) = opened {
                thing_read::show_back(&mut thing, &form.draft);
                things.editing = Some(thing);
                things.from_list = true;
            }
        }
        Act::Remove => {
            state.question = things.selected(&form.draft).map(|one| Question::TakeOut(one.reference));
        }
        Act::Describe(kind) => describe(form, kind, true),
        Act::Leave => form.over = Over::Nothing,
        _ => {}
    }
    Vec::new()
}

fn in_thing(state: &mut State, act: Act) -> Vec<Effect> {
    let Screen::Form(form) = &mut state.screen else { return Vec::new() };
    match act {
        Act::NextField => return step(form, true),
        Act::PreviousField => return step(form, false),
        Act::Enter => {
            let Over::Things(Things { editing: Some(thing), .. }) = &form.over else { return Vec::new() };
            let at = thing.form.focused().map(|field| field.key);
            let ties = thing.form.field(Part::Tie).and_then(Field::chosen).is_some();
            if at == Some(Part::TieTo) && ties {
                return tie(state);
            }
            if !thing.at_last() {
                return step(form, true);
            }
        }
        Act::Leave => {}
        _ => return Vec::new(),
    }
    // Done with it.
    let fields = settle(form, true);
    let effects = form.saving(fields);
    let Over::Things(things) = &mut form.over else { return effects };
    if lacks(things) && !things.editing.as_ref().is_some_and(|thing| thing.warned) {
        if let Some(thing) = &mut things.editing {
            thing.warned = true;
        }
        state.front.notice = Some(Notice::Failed(Word("thing-not-kept").into()));
        return effects;
    }
    let from_list = std::mem::take(&mut things.from_list);
    things.editing = None;
    if !from_list {
        form.over = Over::Nothing;
    }
    form.show_back(Entry::Things, &state.front.catalogue, state.front.moment);
    form.show_back(Entry::What, &state.front.catalogue, state.front.moment);
    effects
}

/// Whether what is being described is not in the report although something is written.
#[must_use]
pub fn lacks(things: &Things) -> bool {
    let wrong = |thing: &ThingForm| {
        thing.written()
            && (thing.reference.is_none() || thing.form.fields().any(|field| field.error.is_some()))
    };
    things.editing.as_ref().is_some_and(wrong)
}

/// Takes what is written of a person or thing over into the draft; gives the fields to be saved. What it lacks is
/// told when it is left.
pub fn settle(form: &mut ReportForm, leaving: bool) -> Vec<DraftField> {
    let Over::Things(Things { editing: Some(thing), .. }) = &mut form.over else { return Vec::new() };
    if !thing.written() && thing.reference.is_none() {
        return Vec::new();
    }
    let kind = match thing_read::read(thing) {
        Ok(kind) => kind,
        Err((part, wrong)) => {
            if leaving && let Some(field) = thing.form.field_mut(part) {
                field.error = Some(wrong);
                thing.form.focus_on(part);
            }
            return Vec::new();
        }
    };
    let before = form.draft.entities.clone();
    let done = match thing.reference {
        Some(reference) => form.draft.change_entity(reference, kind),
        None => form.draft.add_entity(kind).map(|reference| thing.reference = Some(reference)),
    };
    if let Err(refused) = done
        && let Some(field) = thing.form.field_mut(first(thing.kind))
    {
        field.error = Some(particulars::refused(refused));
    }
    if form.draft.entities == before { Vec::new() } else { vec![DraftField::Entities] }
}

/// The first field of a kind.
const fn first(kind: EntityType) -> Part {
    match kind {
        EntityType::Person | EntityType::Place => Part::Description,
        EntityType::Vehicle => Part::Type,
        EntityType::Boat => Part::Plate,
        EntityType::Phone => Part::Number,
        EntityType::Document => Part::Paper,
        EntityType::Organisation => Part::Name,
    }
}

/// Ties what is described to another, or unties the two.
fn tie(state: &mut State) -> Vec<Effect> {
    let Screen::Form(form) = &mut state.screen else { return Vec::new() };
    let mut fields = settle(form, true);
    let Over::Things(Things { editing: Some(thing), .. }) = &mut form.over else { return Vec::new() };
    match thing.tie() {
        Some(tie) if form.draft.unlink(tie) => fields.push(DraftField::Links),
        Some(tie) => match form.draft.link(tie) {
            Ok(()) => fields.push(DraftField::Links),
            Err(refused) => state.front.notice = Some(Notice::Failed(particulars::refused(refused))),
        },
        None => {}
    }
    thing_read::show_back(thing, &form.draft);
    form.saving(fields)
}

/// Takes a person or thing out of the report.
pub fn take_out(state: &mut State, reference: EntityRef) -> Vec<Effect> {
    let Screen::Form(form) = &mut state.screen else { return Vec::new() };
    let fields = match form.draft.remove_entity(reference) {
        Ok(fields) => fields,
        Err(refused) => {
            state.front.notice = Some(Notice::Failed(particulars::refused(refused)));
            return Vec::new();
        }
    };
    if let Over::Things(things) = &mut form.over {
        things.step(&form.draft, 0);
    }
    form.show_back(Entry::Things, &state.front.catalogue, state.front.moment);
    form.saving(fields)
}
