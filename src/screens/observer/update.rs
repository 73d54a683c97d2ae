//! What a message changes: `(state, message, moment)` in, effects out. No clock, no dice, no disk, no terminal.

use crate::domain::draft::Draft;
use crate::language::word::Word;
use crate::screens::kit::edit::Edit;
use crate::screens::kit::event_loop::Moment;
use crate::screens::kit::widgets::list;
use crate::screens::observer::errand::{Errand, Outcome};
use crate::screens::observer::form::report_form::ReportForm;
use crate::screens::observer::form::{update as form_update, update_files};
use crate::screens::observer::keys::{self, Command, Context, steps};
use crate::screens::observer::message::{Effect, Message, Told};
use crate::screens::observer::state::{Notice, Question, Screen, State};
use crate::screens::observer::{answers, guide, help_text, me, reports_update, transfer, words};
use crate::vault::settings::Setting;

/// Takes one message in.
pub fn update(state: &mut State, message: Message, moment: Moment) -> Vec<Effect> {
    state.moment = moment;
    match message {
        Message::Key(key) => {
            state.notice = None;
            if let Some(act) = form_update::act(state, key) {
                return form_update::obey(state, act);
            }
            match keys::command(state.contexts(), key) {
                Some(command) => obey(state, command),
                None => Edit::of(key).map_or_else(Vec::new, |edit| write(state, &edit)),
            }
        }
        Message::Paste(text) => write(state, &Edit::Paste(text)),
        Message::Resized(columns, rows) => {
            state.size = (columns, rows);
            form_update::resized(state);
            Vec::new()
        }
        Message::Tick => form_update::save(state, false),
        Message::Told(told) => hear(state, told),
    }
}

/// Writes into the field that has the keys, if one can be seen.
fn write(state: &mut State, edit: &Edit) -> Vec<Effect> {
    let contexts = state.contexts();
    let acts = |context| contexts.contains(&context);
    if state.form_has_the_keys() {
        form_update::write(state, edit)
    } else if acts(Context::Search) && matches!(state.screen, Screen::Guide) {
        guide::update::write(state, edit)
    } else if acts(Context::Search) {
        reports_update::write(state, edit)
    } else if acts(Context::Folder) {
        transfer::update::write(state, edit)
    } else if acts(Context::Passphrase) {
        me::update::write(state, edit)
    } else {
        Vec::new()
    }
}

fn obey(state: &mut State, command: Command) -> Vec<Effect> {
    match command {
        Command::Theme => {
            state.theme = state.theme.next();
            return chosen(state, me::update::theme(state.theme));
        }
        Command::Language => {
            // Nothing else holds a spoken word, but what narrows the list is said in the language on the screen.
            state.tongue = state.tongue.next();
            state.narrow();
            return chosen(state, me::update::language(state.tongue));
        }
        Command::Redraw => return vec![Effect::Redraw],
        _ if state.errand.is_some() => return transfer::update::while_lent(state, command),
        Command::Help if state.help.is_none() => state.help = Some(0),
        Command::Help => state.help = None,
        Command::Quit => {
            // What could not be saved was told; whoever asks a second time leaves without it.
            let told = matches!(&state.screen, Screen::Form(form) if form.holds_unsaved());
            let mut effects = if told { Vec::new() } else { form_update::save(state, true) };
            effects.push(Effect::Leave);
            return effects;
        }
        _ if state.help.is_some() => scroll_help(state, command),
        _ => {
            if let Some(question) = state.question.take() {
                return answer(state, question, command == Command::Yes);
            }
            return in_room(state, command);
        }
    }
    Vec::new()
}

/// Keeps a choice, unless the desk is lent: then it holds for this time only.
fn chosen(state: &State, setting: Setting) -> Vec<Effect> {
    if state.errand.is_some() { Vec::new() } else { vec![Effect::Choose(setting)] }
}

fn in_room(state: &mut State, command: Command) -> Vec<Effect> {
    match command {
        Command::Room(room) => return state.enter(room),
        Command::NextRoom => return state.enter(state.room().next()),
        Command::PreviousRoom => return state.enter(state.room().previous()),
        _ => {}
    }
    match state.screen {
        Screen::Reports => reports_update::in_list(state, command),
        Screen::Report(_) => reports_update::in_report(state, command),
        Screen::Answers => answers::update::in_list(state, command),
        Screen::Answer(_) => answers::update::in_answer(state, command),
        Screen::Guide => guide::update::obey(state, command),
        Screen::Transfer => transfer::update::obey(state, command),
        Screen::Me => me::update::obey(state, command),
        // What the form does stands in its own table.
        Screen::Form(_) => Vec::new(),
    }
}

fn scroll_help(state: &mut State, command: Command) {
    let Some(first) = state.help else { return };
    let last = help_text::height();
    state.help = steps(command).map(|steps| list::moved(first, last, steps));
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
            state.me.who = Some(*who);
            Vec::new()
        }
        Told::Folders(typed, folders) => {
            transfer::update::offered(state, &typed, folders);
            Vec::new()
        }
        Told::Going(progress) => {
            transfer::update::going(state, progress);
            Vec::new()
        }
        Told::Came(outcome) => came(state, *outcome),
        Told::Draft(draft) => {
            show(state, *draft);
            form_update::begin(state)
        }
        Told::Filed(number, changed) => {
            state.screen = Screen::Reports;
            state.search.clear();
            state.notice = Some(Notice::Done(words::filed(number)));
            vec![Effect::LoadChanged(changed)]
        }
        Told::NotFiled(obstacles) => {
            state.question = Some(Question::NotYet(obstacles));
            Vec::new()
        }
        Told::Discarded => {
            state.notice = Some(Notice::Done(Word("discarded").into()));
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
            state.notice = Some(Notice::Failed(words::not_saved(field, why)));
            Vec::new()
        }
        Told::Failed(why) => {
            state.notice = Some(Notice::Failed(why));
            Vec::new()
        }
    }
}

/// An errand has ended, and the desk is back.
fn came(state: &mut State, outcome: Outcome) -> Vec<Effect> {
    let Some(underway) = state.errand.take() else { return Vec::new() };
    let mut effects = match underway.errand {
        Errand::ChangePassphrase => me::update::came(state, outcome),
        Errand::Write(_) | Errand::Read(_) => transfer::update::came(state, outcome),
    };
    if underway.leaving {
        effects.push(Effect::Leave);
    }
    effects
}

fn show(state: &mut State, draft: Draft) {
    state.selected = Some(draft.id);
    let form = ReportForm::open(draft, state.long_field_columns(), &state.catalogue, state.moment);
    state.screen = Screen::Form(Box::new(form));
}
