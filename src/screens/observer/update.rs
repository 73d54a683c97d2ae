//! What a message changes: `(state, message, moment)` in, effects out. No clock, no dice, no disk, no terminal.

use crossterm::event::KeyEvent;

use crate::domain::draft::Draft;
use crate::language::word::Word;
use crate::screens::desk::errand::News;
use crate::screens::desk::front::Notice;
use crate::screens::desk::keys::{self as desk_keys, Command, Context};
use crate::screens::desk::me::update::Wish;
use crate::screens::desk::{guide, me};
use crate::screens::kit::edit::Edit;
use crate::screens::kit::event_loop::Moment;
use crate::screens::observer::errand::{Errand, Outcome};
use crate::screens::observer::form::report_form::ReportForm;
use crate::screens::observer::form::{update as form_update, update_files};
use crate::screens::observer::keys::{self, ROOMS};
use crate::screens::observer::message::{Effect, Message, Told};
use crate::screens::observer::room::Room;
use crate::screens::observer::state::{Question, Screen, State};
use crate::screens::observer::{answers, help_text, reports_update, transfer, words};

/// Takes one message in.
pub fn update(state: &mut State, message: Message, moment: Moment) -> Vec<Effect> {
    state.front.moment = moment;
    match message {
        Message::Key(key) => {
            state.front.notice = None;
            press(state, key)
        }
        Message::Paste(text) => write(state, &Edit::Paste(text)),
        Message::Resized(columns, rows) => {
            state.front.size = (columns, rows);
            form_update::resized(state);
            Vec::new()
        }
        Message::Tick => form_update::save(state, false),
        Message::Told(told) => hear(state, told),
    }
}

/// Asks the tables in turn what a key does, the nearest first; where none knows it, it is a letter.
fn press(state: &mut State, key: KeyEvent) -> Vec<Effect> {
    if let Some(act) = form_update::act(state, key) {
        return form_update::obey(state, act);
    }
    if let Some(command) = keys::command(state.contexts(), key) {
        return in_room(state, command);
    }
    let places = state.places();
    if places.contains(&Context::Rooms)
        && let Some(room) = ROOMS.command(&[()], key)
    {
        return state.enter(room);
    }
    match desk_keys::command(places, key) {
        Some(command) => obey(state, command),
        None => Edit::of(key).map_or_else(Vec::new, |edit| write(state, &edit)),
    }
}

/// Writes into the field that has the keys, if one can be seen.
fn write(state: &mut State, edit: &Edit) -> Vec<Effect> {
    let places = state.places();
    let acts = |place| places.contains(&place);
    if state.form_has_the_keys() {
        return form_update::write(state, edit);
    } else if acts(Context::Search) && matches!(state.screen, Screen::Guide) {
        guide::update::write(&mut state.front, edit);
    } else if acts(Context::Search) {
        return reports_update::write(state, edit);
    } else if acts(Context::Folder) {
        return transfer::update::write(state, edit);
    } else if acts(Context::Passphrase) {
        me::update::write(&mut state.front, edit);
    }
    Vec::new()
}

/// Obeys what a key does at every desk.
fn obey(state: &mut State, command: Command) -> Vec<Effect> {
    if let Some(chosen) = state.front.change_looks(command) {
        // Nothing else holds a spoken word, but what narrows the list is said in the language on the screen.
        state.narrow();
        // While the desk is lent, the choice holds for this time only.
        return if state.errand.is_some() { Vec::new() } else { vec![Effect::Choose(chosen)] };
    }
    match command {
        Command::Redraw => return vec![Effect::Redraw],
        _ if state.errand.is_some() => return transfer::update::while_lent(state, command),
        Command::Quit => return quit(state),
        _ if state.front.help(command, help_text::height()) => return Vec::new(),
        _ => {}
    }
    if let Some(question) = state.question.take() {
        return answer(state, question, command == Command::Yes);
    }
    match command {
        Command::NextRoom => return state.enter(state.room().next()),
        Command::PreviousRoom => return state.enter(state.room().previous()),
        _ => {}
    }
    match state.screen {
        Screen::Reports => reports_update::in_search(state, command),
        Screen::Transfer => transfer::update::in_ask(state, command),
        Screen::Guide if guide::update::obey(&mut state.front, command) => state.enter(Room::Reports),
        Screen::Me => match me::update::obey(&mut state.front, command) {
            Some(Wish::Leave) => state.enter(Room::Reports),
            Some(Wish::Choose(setting)) => {
                state.narrow();
                vec![Effect::Choose(setting)]
            }
            Some(Wish::ChangePassphrase) => transfer::update::go(state, Errand::ChangePassphrase),
            None => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn quit(state: &mut State) -> Vec<Effect> {
    // What could not be saved was told; whoever asks a second time leaves without it.
    let told = matches!(&state.screen, Screen::Form(form) if form.holds_unsaved());
    let mut effects = if told { Vec::new() } else { form_update::save(state, true) };
    effects.push(Effect::Leave);
    effects
}

/// Obeys what a key does in a room of this desk.
fn in_room(state: &mut State, command: keys::Command) -> Vec<Effect> {
    match state.screen {
        _ if command == keys::Command::Quit => quit(state),
        Screen::Reports => reports_update::in_list(state, command),
        Screen::Report(_) => reports_update::in_report(state, command),
        Screen::Answers => answers::update::in_list(state, command),
        Screen::Answer(_) => answers::update::in_answer(state, command),
        Screen::Transfer => transfer::update::obey(state, command),
        // What the form does stands in its own table, what the others do beside the desk.
        Screen::Guide | Screen::Me | Screen::Form(_) => Vec::new(),
    }
}

fn answer(state: &mut State, question: Question, yes: bool) -> Vec<Effect> {
    match (question, yes) {
        (Question::Discard(id), true) => vec![Effect::Discard(id)],
        (Question::Discard(_), false) => Vec::new(),
        (question, yes) => form_update::answer(state, question, yes),
    }
}

fn hear(state: &mut State, told: Told) -> Vec<Effect> {
    match told {
        Told::Lists(lists) => {
            reports_update::listed(state, *lists);
            Vec::new()
        }
        Told::Changed(changed) => reports_update::changed(state, *changed),
        Told::Report(own) => reports_update::opened(state, *own),
        Told::Answer(opened) => answers::update::opened(state, *opened),
        Told::Seen(answers) => {
            reports_update::seen(state, &answers);
            Vec::new()
        }
        Told::Me(who) => {
            state.front.me.who = Some(*who);
            Vec::new()
        }
        Told::Folders(typed, folders) => {
            transfer::update::offered(state, &typed, folders);
            Vec::new()
        }
        Told::Errand(news) => match *news {
            News::Going(progress) => {
                if let Some(errand) = &mut state.errand {
                    errand.further(progress, state.front.moment.now);
                }
                Vec::new()
            }
            News::Came(outcome) => came(state, outcome),
        },
        Told::Draft(draft) => {
            show(state, *draft);
            form_update::begin(state)
        }
        Told::Filed(number, changed) => {
            state.screen = Screen::Reports;
            state.search.clear();
            state.front.notice = Some(Notice::Done(words::filed(number)));
            vec![Effect::LoadChanged(changed)]
        }
        Told::NotFiled(obstacles) => {
            state.question = Some(Question::NotYet(obstacles));
            Vec::new()
        }
        Told::Discarded => {
            state.front.notice = Some(Notice::Done(Word("discarded").into()));
            vec![Effect::LoadChanged(Vec::new())]
        }
        Told::Saved(id, at) => {
            form_update::saved(state, id, at);
            Vec::new()
        }
        Told::OfFiles(id, news) => update_files::hear(state, id, news),
        Told::NotSaved(draft, field, why) => {
            // Whoever left the form in the meantime is brought back to it: what he wrote is nowhere else.
            if !matches!(&state.screen, Screen::Form(form) if form.draft.id == draft.id) {
                show(state, *draft);
            }
            if let Screen::Form(form) = &mut state.screen {
                form.save_again(field);
            }
            state.front.notice = Some(Notice::Failed(words::not_saved(field, why)));
            Vec::new()
        }
        Told::Failed(why) => {
            state.front.notice = Some(Notice::Failed(why));
            Vec::new()
        }
    }
}

/// An errand has ended, and the desk is back.
fn came(state: &mut State, outcome: Outcome) -> Vec<Effect> {
    let Some(underway) = state.errand.take() else { return Vec::new() };
    let mut effects = match underway.errand {
        Errand::ChangePassphrase => {
            let changed = if let Outcome::Failed(why) = outcome { Err(why) } else { Ok(()) };
            me::update::changed(&mut state.front, changed);
            vec![Effect::LoadMe]
        }
        Errand::Write(_) | Errand::Read(_) => transfer::update::came(state, outcome),
    };
    if underway.leaving {
        effects.push(Effect::Leave);
    }
    effects
}

fn show(state: &mut State, draft: Draft) {
    state.selected = Some(draft.id);
    let form =
        ReportForm::open(draft, state.long_field_columns(), &state.front.catalogue, state.front.moment);
    state.screen = Screen::Form(Box::new(form));
}
