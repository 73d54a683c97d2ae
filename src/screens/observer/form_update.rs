//! What keys change in the form of a draft and in its list of indicators.

use crate::domain::draft::{DraftField, Obstacle};
use crate::language::word::Word;
use crate::screens::kit::edit::{Edit, Step};
use crate::screens::kit::widgets::form::{Input, Reaction};
use crate::screens::observer::entries::Entry;
use crate::screens::observer::keys::Command;
use crate::screens::observer::message::Effect;
use crate::screens::observer::picking::Picking;
use crate::screens::observer::report_form::ReportForm;
use crate::screens::observer::state::{Notice, Question, Screen, State};
use crate::screens::observer::{when_entry, words};

/// Rows a page key goes in the list of indicators.
const PAGE: isize = 10;

/// A draft was opened: one without a time is about now until the soldier says otherwise.
pub fn begin(state: &mut State) -> Vec<Effect> {
    let moment = state.moment;
    let Screen::Form(form) = &mut state.screen else { return Vec::new() };
    if form.draft.observed.is_some() {
        return Vec::new();
    }
    form.draft.observed = when_entry::about_now(moment);
    let text = form.draft.observed.as_ref().map(when_entry::written).unwrap_or_default();
    if let Some(field) = form.form.field_mut(Entry::When) {
        field.offer_text(&text);
    }
    form.show_back(Entry::When, &state.catalogue, moment);
    saving(form, [DraftField::Observed])
}

/// Saves what was written in the focused field; `leaving` it, what is not understood is told.
pub fn save(state: &mut State, leaving: bool) -> Vec<Effect> {
    let Screen::Form(form) = &mut state.screen else { return Vec::new() };
    let fields = form.settle(leaving, &state.catalogue, state.moment);
    saving(form, fields)
}

/// Types or pastes into the focused field, or narrows the list of indicators.
pub fn write(state: &mut State, edit: &Edit) -> Vec<Effect> {
    let Screen::Form(form) = &mut state.screen else { return Vec::new() };
    if let Some(picking) = &mut form.picking {
        picking.picker.edit(edit);
        return Vec::new();
    }
    match form.edit(edit, state.tongue, state.moment) {
        Reaction::Before => move_focus(state, false),
        Reaction::Behind => move_focus(state, true),
        Reaction::Changed | Reaction::Stayed => Vec::new(),
    }
}

/// Obeys a command while the form is on the screen.
pub fn obey(state: &mut State, command: Command) -> Vec<Effect> {
    let Screen::Form(form) = &mut state.screen else { return Vec::new() };
    if form.picking.is_some() {
        return in_picker(state, command);
    }
    match command {
        Command::NextField => move_focus(state, true),
        Command::PreviousField => move_focus(state, false),
        Command::Enter => enter(state),
        Command::JustOdd => just_odd(state),
        Command::File => ask_to_file(state),
        Command::Leave => leave(state),
        _ => Vec::new(),
    }
}

fn saving(form: &ReportForm, fields: impl IntoIterator<Item = DraftField>) -> Vec<Effect> {
    fields.into_iter().map(|field| Effect::Save(Box::new(form.draft.clone()), field)).collect()
}

fn move_focus(state: &mut State, onward: bool) -> Vec<Effect> {
    let effects = save(state, true);
    if let Screen::Form(form) = &mut state.screen {
        if onward {
            form.form.next();
        } else {
            form.form.previous();
        }
    }
    effects
}

fn enter(state: &mut State) -> Vec<Effect> {
    let Screen::Form(form) = &mut state.screen else { return Vec::new() };
    match form.form.focused().map(|field| (&field.input, field.key)) {
        Some((Input::Area(_), _)) => {
            form.edit(&Edit::Type('\n'), state.tongue, state.moment);
            Vec::new()
        }
        Some((Input::Opener(_), _)) => {
            form.picking = Some(Picking::open(&form.draft, &state.catalogue));
            Vec::new()
        }
        // Nothing stands below the last field: whoever goes on from there is done.
        Some((_, Entry::Urgency)) => ask_to_file(state),
        _ => move_focus(state, true),
    }
}

fn just_odd(state: &mut State) -> Vec<Effect> {
    let Screen::Form(form) = &mut state.screen else { return Vec::new() };
    form.draft.just_odd = !form.draft.just_odd;
    form.show_back(Entry::What, &state.catalogue, state.moment);
    saving(form, [DraftField::JustOdd])
}

fn ask_to_file(state: &mut State) -> Vec<Effect> {
    let effects = save(state, true);
    let Screen::Form(form) = &state.screen else { return effects };
    let wrong = form.not_understood();
    if !wrong.is_empty() {
        state.notice = Some(Notice::Failed(words::kept_but(&wrong)));
        return effects;
    }
    let obstacles = form.draft.obstacles(&state.catalogue);
    state.question = Some(if obstacles.is_empty() { Question::File } else { Question::NotYet(obstacles) });
    effects
}

fn leave(state: &mut State) -> Vec<Effect> {
    let mut effects = save(state, true);
    let Screen::Form(form) = &state.screen else { return effects };
    let wrong = form.not_understood();
    state.notice = Some(if wrong.is_empty() {
        Notice::Done(Word("draft-kept").into())
    } else {
        Notice::Failed(words::kept_but(&wrong))
    });
    state.screen = Screen::Reports;
    effects.push(Effect::LoadReports);
    effects
}

fn in_picker(state: &mut State, command: Command) -> Vec<Effect> {
    let Screen::Form(form) = &mut state.screen else { return Vec::new() };
    let Some(picking) = &mut form.picking else { return Vec::new() };
    match command {
        Command::Up => picking.picker.move_by(-1),
        Command::Down => picking.picker.move_by(1),
        Command::PageUp => picking.picker.move_by(-PAGE),
        Command::PageDown => picking.picker.move_by(PAGE),
        Command::BasisOnward | Command::BasisBack => {
            if picking.picker.turn_manner(command == Command::BasisOnward) {
                return picked(state);
            }
            let step = if command == Command::BasisOnward { Step::Right } else { Step::Left };
            picking.picker.edit(&Edit::Step(step));
        }
        Command::Toggle => {
            let Some(row) = picking.selected() else { return Vec::new() };
            if picking.leaves_the_normal_road(row, &state.catalogue) {
                // Said before anything of it is saved.
                state.question = Some(Question::OwnForces(row));
                return Vec::new();
            }
            picking.picker.toggle(row);
            return picked(state);
        }
        Command::JustOdd => return just_odd(state),
        Command::Leave => form.picking = None,
        Command::NextField | Command::PreviousField => {
            form.picking = None;
            return move_focus(state, command == Command::NextField);
        }
        _ => {}
    }
    Vec::new()
}

/// Takes the picks over into the draft.
fn picked(state: &mut State) -> Vec<Effect> {
    let Screen::Form(form) = &mut state.screen else { return Vec::new() };
    let Some(picking) = &form.picking else { return Vec::new() };
    form.draft.indicators = picking.seen(&form.draft);
    form.show_back(Entry::What, &state.catalogue, state.moment);
    form.show_back(Entry::Urgency, &state.catalogue, state.moment);
    saving(form, [DraftField::Indicators])
}

/// What the answer to a question about the draft leads to.
pub fn answer(state: &mut State, question: Question, yes: bool) -> Vec<Effect> {
    let Screen::Form(form) = &mut state.screen else { return Vec::new() };
    match (question, yes) {
        (Question::File, true) => {
            // What could not be saved before is saved first; where that fails again, nothing is filed.
            let mut effects = save(state, true);
            if let Screen::Form(form) = &state.screen {
                effects.push(Effect::File(form.draft.id));
            }
            return effects;
        }
        (Question::NotYet(obstacles), true) => {
            let first = obstacles.first().map(|obstacle| match obstacle {
                Obstacle::Time => Entry::When,
                Obstacle::Place => Entry::Where,
                Obstacle::Substance | Obstacle::OwnForces | Obstacle::NoMedia => Entry::What,
            });
            first.into_iter().for_each(|entry| form.form.focus_on(entry));
        }
        (Question::OwnForces(row), true) => {
            if let Some(picking) = &mut form.picking {
                picking.picker.toggle(row);
            }
            return picked(state);
        }
        _ => {}
    }
    Vec::new()
}
