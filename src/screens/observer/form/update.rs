//! What keys change in the form of a draft. What stands in front of the fields has a file of its own.

use crossterm::event::KeyEvent;

use crate::desks::spoken::shown;
use crate::domain::draft::{DraftField, Obstacle};
use crate::domain::ids::ReportId;
use crate::domain::time::Timestamp;
use crate::language::word::Word;
use crate::screens::desk::front::Notice;
use crate::screens::kit::edit::Edit;
use crate::screens::kit::widgets::form::{Input, Reaction};
use crate::screens::observer::form::entries::Entry;
use crate::screens::observer::form::keys::{self, Act};
use crate::screens::observer::form::map::Map;
use crate::screens::observer::form::picking::Picking;
use crate::screens::observer::form::report_form::{Over, ReportForm};
use crate::screens::observer::form::things::Things;
use crate::screens::observer::form::{update_files, update_picker, update_things, when_entry};
use crate::screens::observer::message::Effect;
use crate::screens::observer::state::{Question, Screen, State};
use crate::screens::observer::words;

/// A draft was opened: one without a time is about now until the soldier says otherwise.
pub fn begin(state: &mut State) -> Vec<Effect> {
    let moment = state.front.moment;
    let Screen::Form(form) = &mut state.screen else { return Vec::new() };
    if form.draft.observed.is_some() {
        return Vec::new();
    }
    form.draft.observed = when_entry::about_now(moment);
    let text = form.draft.observed.as_ref().map(shown::time_written);
    form.with(Entry::When, |field| field.offer_text(&text.unwrap_or_default()));
    form.show_back(Entry::When, &state.front.catalogue, moment);
    form.saving([DraftField::Observed])
}

/// Saves what was written in the focused field; `leaving` it, what is not understood is told.
pub fn save(state: &mut State, leaving: bool) -> Vec<Effect> {
    let Screen::Form(form) = &mut state.screen else { return Vec::new() };
    let mut fields = update_things::settle(form, leaving);
    fields.extend(update_picker::settle_details(form));
    fields.extend(form.settle(leaving, &state.front.catalogue, state.front.moment));
    form.saving(fields)
}

/// A field of this draft is durable since then.
pub fn saved(state: &mut State, id: ReportId, at: Timestamp) {
    if let Screen::Form(form) = &mut state.screen
        && form.draft.id == id
    {
        form.saved = Some(at);
    }
}

/// The terminal has another size.
pub fn resized(state: &mut State) {
    let (columns, cells) = (state.long_field_columns(), state.map_cells());
    let Screen::Form(form) = &mut state.screen else { return };
    form.form.fit(columns);
    if let Over::Map(map) = &mut form.over {
        map.fit(&form.draft, cells);
    }
}

/// What a key does in the form, if the form has the keys and the key does anything there.
#[must_use]
pub fn act(state: &State, key: KeyEvent) -> Option<Act> {
    match &state.screen {
        Screen::Form(form) if state.form_has_the_keys() => keys::act(form.spots(), key),
        _ => None,
    }
}

/// Types or pastes where the keys act.
pub fn write(state: &mut State, edit: &Edit) -> Vec<Effect> {
    let (tongue, moment) = (state.front.tongue, state.front.moment);
    let Screen::Form(form) = &mut state.screen else { return Vec::new() };
    match &mut form.over {
        Over::Nothing => match form.edit(edit, tongue, moment) {
            Reaction::Before => move_focus(state, false),
            Reaction::Behind => move_focus(state, true),
            Reaction::Changed | Reaction::Stayed => Vec::new(),
        },
        Over::Picking(_) => update_picker::write(state, edit),
        Over::Things(_) => update_things::write(form, edit, tongue),
        Over::Files => {
            if form.files.path.edit(edit) {
                form.files.paths.clear();
            }
            Vec::new()
        }
        Over::Map(_) => Vec::new(),
    }
}

/// Does what a key means in the form.
pub fn obey(state: &mut State, act: Act) -> Vec<Effect> {
    let Screen::Form(form) = &mut state.screen else { return Vec::new() };
    match act {
        Act::File => return ask_to_file(state),
        Act::JustOdd => return just_odd(state),
        _ => {}
    }
    match &mut form.over {
        Over::Nothing => in_fields(state, act),
        Over::Picking(_) => match act {
            Act::NextField | Act::PreviousField if !update_picker::in_details(form) => {
                let effects = close(state);
                effects.into_iter().chain(move_focus(state, act == Act::NextField)).collect()
            }
            Act::Leave if !update_picker::in_details(form) => close(state),
            act => update_picker::obey(state, act),
        },
        Over::Things(_) => update_things::obey(state, act),
        Over::Files if act == Act::Leave => close(state),
        Over::Files => update_files::obey(state, act),
        Over::Map(map) => {
            match act {
                Act::Closer | Act::Wider => map.zoom(&form.draft, act == Act::Closer),
                _ => form.over = Over::Nothing,
            }
            Vec::new()
        }
    }
}

fn in_fields(state: &mut State, act: Act) -> Vec<Effect> {
    let (cells, moment) = (state.map_cells(), state.front.moment);
    let Screen::Form(form) = &mut state.screen else { return Vec::new() };
    match act {
        Act::NextField => return move_focus(state, true),
        Act::PreviousField => return move_focus(state, false),
        Act::NextBlock => return move_block(state, true),
        Act::PreviousBlock => return move_block(state, false),
        Act::Enter => return enter(state),
        Act::Leave => return leave(state),
        Act::Up | Act::Down => {
            let mut names = std::mem::take(&mut form.names);
            names.step(act == Act::Down);
            form.offer(names);
        }
        Act::TakeName => {
            let fields = form.take_name(&state.front.catalogue, moment);
            return form.saving(fields);
        }
        Act::Describe(kind) => update_things::describe(form, kind, false),
        Act::Map => {
            let effects = save(state, true);
            if let Screen::Form(form) = &mut state.screen {
                match Map::of(&form.draft, cells) {
                    Some(map) => form.over = Over::Map(map),
                    None => state.front.notice = Some(Notice::Failed(Word("map-needs-position").into())),
                }
            }
            return effects;
        }
        _ => {}
    }
    Vec::new()
}

/// Closes what stands in front of the fields, and keeps what was written there.
fn close(state: &mut State) -> Vec<Effect> {
    let effects = save(state, true);
    if let Screen::Form(form) = &mut state.screen {
        form.over = Over::Nothing;
    }
    effects
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

fn move_block(state: &mut State, onward: bool) -> Vec<Effect> {
    let effects = save(state, true);
    if let Screen::Form(form) = &mut state.screen {
        let target = next_block(form, onward);
        target.into_iter().for_each(|entry| form.form.focus_on(entry));
    }
    effects
}

/// Where the next block begins, or this one, or the one before; round at both ends.
fn next_block(form: &ReportForm, onward: bool) -> Option<Entry> {
    let place = |entry: Entry| form.form.fields().position(|field| field.key == entry);
    let here = place(form.focused());
    let mut blocks = Entry::BLOCKS.into_iter();
    if onward {
        blocks.find(|entry| place(*entry) > here).or(Entry::BLOCKS.first().copied())
    } else {
        blocks.rfind(|entry| place(*entry) < here).or(Entry::BLOCKS.last().copied())
    }
}

fn enter(state: &mut State) -> Vec<Effect> {
    let (tongue, moment) = (state.front.tongue, state.front.moment);
    let Screen::Form(form) = &mut state.screen else { return Vec::new() };
    match form.form.focused().map(|field| (&field.input, field.key)) {
        Some((Input::Area(_), _)) => {
            form.edit(&Edit::Type('\n'), tongue, moment);
            Vec::new()
        }
        Some((_, Entry::What)) => {
            form.over = Over::Picking(Picking::open(&form.draft, &state.front.catalogue));
            Vec::new()
        }
        Some((_, Entry::Things)) => {
            form.over = Over::Things(Things::default());
            Vec::new()
        }
        Some((_, Entry::Files)) => update_files::open(state),
        // Nothing stands below the last field: whoever goes on from there is done.
        Some((_, Entry::Urgency)) => ask_to_file(state),
        _ => move_focus(state, true),
    }
}

fn just_odd(state: &mut State) -> Vec<Effect> {
    let Screen::Form(form) = &mut state.screen else { return Vec::new() };
    form.draft.just_odd = !form.draft.just_odd;
    form.show_back(Entry::What, &state.front.catalogue, state.front.moment);
    form.saving([DraftField::JustOdd])
}

fn ask_to_file(state: &mut State) -> Vec<Effect> {
    let effects = save(state, true);
    let Screen::Form(form) = &mut state.screen else { return effects };
    let unfinished = matches!(&form.over, Over::Things(things) if update_things::lacks(things));
    if unfinished {
        // What is half described is told where it stands.
        return effects;
    }
    form.over = Over::Nothing;
    let wrong = form.not_understood();
    if !wrong.is_empty() {
        state.front.notice = Some(Notice::Failed(words::kept_but(&wrong)));
        return effects;
    }
    let obstacles = form.draft.obstacles(&state.front.catalogue);
    state.question = Some(if obstacles.is_empty() { Question::File } else { Question::NotYet(obstacles) });
    effects
}

fn leave(state: &mut State) -> Vec<Effect> {
    let mut effects = save(state, true);
    let Screen::Form(form) = &state.screen else { return effects };
    let wrong = form.not_understood();
    state.front.notice = Some(if wrong.is_empty() {
        Notice::Done(Word("draft-kept").into())
    } else {
        Notice::Failed(words::kept_but(&wrong))
    });
    state.screen = Screen::Reports;
    effects.push(Effect::LoadChanged(Vec::new()));
    effects
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
                Obstacle::Substance | Obstacle::OwnForces => Entry::What,
                Obstacle::NoMedia => Entry::Files,
            });
            first.into_iter().for_each(|entry| form.form.focus_on(entry));
        }
        (Question::OwnForces(row), true) => return update_picker::pick(state, row),
        (Question::TakeOut(reference), true) => return update_things::take_out(state, reference),
        _ => {}
    }
    Vec::new()
}
