//! What keys change in the list of indicators, and in what is said of a picked one.

use crate::desks::spoken::terms;
use crate::domain::draft::DraftField;
use crate::language::word::Word;
use crate::screens::desk::front::Notice;
use crate::screens::kit::edit::{Edit, Step};
use crate::screens::kit::widgets::form::Reaction;
use crate::screens::observer::form::entries::Entry;
use crate::screens::observer::form::keys::Act;
use crate::screens::observer::form::picked::Picked;
use crate::screens::observer::form::report_form::{Over, ReportForm};
use crate::screens::observer::message::Effect;
use crate::screens::observer::state::{Question, Screen, State};

/// Rows a page key goes.
const PAGE: isize = 10;

/// Whether more is being said of a picked indicator.
#[must_use]
pub fn in_details(form: &ReportForm) -> bool {
    matches!(&form.over, Over::Picking(picking) if picking.details.is_some())
}

/// Types into the list's filter, or into what is said of a picked one.
pub fn write(state: &mut State, edit: &Edit) -> Vec<Effect> {
    let (tongue, language) = (state.front.tongue, terms::written_in(state.front.tongue));
    let Screen::Form(form) = &mut state.screen else { return Vec::new() };
    let Over::Picking(picking) = &mut form.over else { return Vec::new() };
    match &mut picking.details {
        Some(details) => match details.form.edit(edit, tongue) {
            Reaction::Before => details.form.previous(),
            Reaction::Behind => details.form.next(),
            Reaction::Changed | Reaction::Stayed => {}
        },
        None => picking.edit(edit, &state.front.catalogue, language),
    }
    Vec::new()
}

/// Does what a key means here.
pub fn obey(state: &mut State, act: Act) -> Vec<Effect> {
    let Screen::Form(form) = &mut state.screen else { return Vec::new() };
    if in_details(form) {
        return said(state, act);
    }
    let Over::Picking(picking) = &mut form.over else { return Vec::new() };
    match act {
        Act::Up => picking.picker.move_by(-1),
        Act::Down => picking.picker.move_by(1),
        Act::PageUp => picking.picker.move_by(-PAGE),
        Act::PageDown => picking.picker.move_by(PAGE),
        Act::BasisOnward | Act::BasisBack => {
            let onward = act == Act::BasisOnward;
            if picking.picker.turn_manner(onward) {
                return taken_over(state);
            }
            picking.picker.edit(&Edit::Step(if onward { Step::Right } else { Step::Left }));
        }
        Act::Toggle => {
            let Some(row) = picking.selected() else { return Vec::new() };
            if picking.leaves_the_normal_road(row, &state.front.catalogue) {
                // Said before anything of it is saved.
                state.question = Some(Question::OwnForces(row));
                return Vec::new();
            }
            return pick(state, row);
        }
        Act::Details => match picking.picked_place(&form.draft) {
            Some(place) => picking.details = Picked::open(&form.draft, place),
            None => state.front.notice = Some(Notice::Failed(Word("pick-first").into())),
        },
        _ => {}
    }
    Vec::new()
}

/// Picks a row, or takes it back.
pub fn pick(state: &mut State, row: usize) -> Vec<Effect> {
    if let Screen::Form(form) = &mut state.screen
        && let Over::Picking(picking) = &mut form.over
    {
        picking.picker.toggle(row);
    }
    taken_over(state)
}

/// Takes the picks over into the draft.
fn taken_over(state: &mut State) -> Vec<Effect> {
    let Screen::Form(form) = &mut state.screen else { return Vec::new() };
    let Over::Picking(picking) = &mut form.over else { return Vec::new() };
    form.draft.indicators = picking.seen(&form.draft);
    picking.show_again(&form.draft);
    form.show_picks(&state.front.catalogue, state.front.moment);
    form.saving([DraftField::Indicators])
}

/// What keys do while more is said of a picked indicator.
fn said(state: &mut State, act: Act) -> Vec<Effect> {
    let Screen::Form(form) = &mut state.screen else { return Vec::new() };
    let fields = settle_details(form);
    let effects = form.saving(fields);
    let Over::Picking(picking) = &mut form.over else { return effects };
    let Some(details) = &mut picking.details else { return effects };
    match act {
        Act::NextField => details.form.next(),
        Act::PreviousField => details.form.previous(),
        Act::Enter if !details.at_last() => details.form.next(),
        Act::Enter | Act::Leave => {
            picking.details = None;
            picking.show_again(&form.draft);
            form.show_back(Entry::What, &state.front.catalogue, state.front.moment);
        }
        _ => {}
    }
    effects
}

/// Takes what is said of a picked indicator over into the draft. Gives the field to be saved, if it changed.
pub fn settle_details(form: &mut ReportForm) -> Option<DraftField> {
    let Over::Picking(picking) = &mut form.over else { return None };
    let changed = picking.details.as_mut()?.settle(&mut form.draft);
    changed.then_some(DraftField::Indicators)
}
