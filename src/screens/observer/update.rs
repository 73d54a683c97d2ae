//! What a message changes: `(state, message, moment)` in, effects out. No clock, no dice, no disk, no terminal.

use crate::desks::spoken::terms;
use crate::domain::draft::Draft;
use crate::domain::ids::ReportId;
use crate::language::word::Word;
use crate::screens::kit::edit::Edit;
use crate::screens::kit::event_loop::Moment;
use crate::screens::kit::widgets::list;
use crate::screens::observer::form::report_form::ReportForm;
use crate::screens::observer::form::{update as form_update, update_files};
use crate::screens::observer::keys::{self, Command};
use crate::screens::observer::message::{Effect, Message, Told};
use crate::screens::observer::state::{Notice, Question, Screen, State};
use crate::screens::observer::{help_text, report_text, words};

/// Lines a page key goes.
const PAGE: isize = 10;

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
    if state.form_has_the_keys() { form_update::write(state, edit) } else { Vec::new() }
}

fn obey(state: &mut State, command: Command) -> Vec<Effect> {
    match command {
        Command::Help if state.help.is_none() => state.help = Some(0),
        Command::Help => state.help = None,
        Command::Theme => state.theme = state.theme.next(),
        // Nothing else holds a spoken word. A person's choice is kept where the edge reads the first language from.
        Command::Language => state.tongue = state.tongue.next(),
        Command::Redraw => return vec![Effect::Redraw],
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
            return match state.screen {
                Screen::Reports => in_list(state, command),
                Screen::Report { id, first } => in_report(state, id, first, command),
                // What the form does stands in its own table.
                Screen::Form(_) => Vec::new(),
            };
        }
    }
    Vec::new()
}

fn scroll_help(state: &mut State, command: Command) {
    let Some(first) = state.help else { return };
    let last = help_text::height();
    state.help = steps(command).map(|steps| list::moved(first, last, steps));
}

/// How far a command goes up or down.
fn steps(command: Command) -> Option<isize> {
    match command {
        Command::Up => Some(-1),
        Command::Down => Some(1),
        Command::PageUp => Some(-PAGE),
        Command::PageDown => Some(PAGE),
        Command::First => Some(isize::MIN),
        Command::Last => Some(isize::MAX),
        _ => None,
    }
}

fn in_list(state: &mut State, command: Command) -> Vec<Effect> {
    if let Some(steps) = steps(command) {
        let place = list::moved(state.selected_place(), state.lines().len(), steps);
        state.selected = state.lines().get(place).map(|line| line.id);
        return Vec::new();
    }
    let selected = state.selected_line().map(|line| (line.id, line.is_draft));
    match (command, selected) {
        (Command::New, _) => return vec![Effect::Begin(terms::written_in(state.tongue))],
        (Command::Open, Some((id, true))) => return vec![Effect::Open(id)],
        (Command::Open, Some((id, false))) => state.screen = Screen::Report { id, first: 0 },
        (Command::Discard, Some((id, true))) => state.question = Some(Question::Discard(id)),
        _ => {}
    }
    Vec::new()
}

fn in_report(state: &mut State, id: ReportId, first: usize, command: Command) -> Vec<Effect> {
    if let Some(steps) = steps(command) {
        let (columns, tongue) = (report_text::columns(state.size.0), state.tongue);
        let count = state.line(id).map_or(0, |line| report_text::lines(line, columns, tongue).len());
        state.screen = Screen::Report { id, first: list::moved(first, count, steps) };
        return Vec::new();
    }
    match command {
        Command::Leave => state.screen = Screen::Reports,
        Command::Correct => return vec![Effect::Correct(id)],
        _ => {}
    }
    Vec::new()
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
        Told::Reports(lines) => {
            state.reports = Some(lines);
            if state.selected.and_then(|id| state.line(id)).is_none() {
                state.selected = state.lines().first().map(|line| line.id);
            }
            // The report that was open may be gone from a list that was read again.
            if let Screen::Report { id, .. } = state.screen
                && state.line(id).is_none()
            {
                state.screen = Screen::Reports;
            }
            Vec::new()
        }
        Told::Draft(draft) => {
            show(state, *draft);
            form_update::begin(state)
        }
        Told::Filed(number) => {
            state.screen = Screen::Reports;
            state.notice = Some(Notice::Done(words::filed(number)));
            vec![Effect::LoadReports]
        }
        Told::NotFiled(obstacles) => {
            state.question = Some(Question::NotYet(obstacles));
            Vec::new()
        }
        Told::Discarded => {
            state.notice = Some(Notice::Done(Word("discarded").into()));
            vec![Effect::LoadReports]
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

fn show(state: &mut State, draft: Draft) {
    state.selected = Some(draft.id);
    let form = ReportForm::open(draft, state.long_field_columns(), &state.catalogue, state.moment);
    state.screen = Screen::Form(Box::new(form));
}
