//! What keys change among the answers.

use crate::desks::observer::answers::OpenedAnswer;
use crate::domain::time::Timestamp;
use crate::screens::desk::reading;
use crate::screens::kit::widgets::list;
use crate::screens::observer::answers::page::AnswerPage;
use crate::screens::observer::answers::text;
use crate::screens::observer::keys::Command;
use crate::screens::observer::message::Effect;
use crate::screens::observer::room::Room;
use crate::screens::observer::state::{Screen, State};

/// Obeys a command in the list of answers.
pub fn in_list(state: &mut State, command: Command) -> Vec<Effect> {
    let count = state.answers.as_ref().map_or(0, Vec::len);
    if let Command::Go(go) = command {
        state.answer_at = list::moved(state.answer_at, count, go.steps());
        return Vec::new();
    }
    match command {
        Command::Open => {
            let chosen = state.answers.iter().flatten().nth(state.answer_at);
            chosen.map(|answer| Effect::OpenAnswer(answer.heard.statement)).into_iter().collect()
        }
        Command::Leave => state.enter(Room::Reports),
        _ => Vec::new(),
    }
}

/// Obeys a command where an answer lies open.
pub fn in_answer(state: &mut State, command: Command) -> Vec<Effect> {
    let (columns, tongue) = (reading::columns(state.front.size.0), state.front.tongue);
    let Screen::Answer(page) = &mut state.screen else { return Vec::new() };
    if let Command::Go(go) = command {
        page.first = list::moved(page.first, text::lines(page, columns, tongue).len(), go.steps());
        return Vec::new();
    }
    match command {
        Command::Leave => {
            state.screen = Screen::Answers;
            Vec::new()
        }
        Command::Onward | Command::Backward => {
            page.choose(command == Command::Onward);
            Vec::new()
        }
        Command::SeeReport => {
            let line = state.answered_line();
            line.map(|line| Effect::OpenReport(line.id)).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// An answer was opened: from now on it counts as seen.
pub fn opened(state: &mut State, opened: OpenedAnswer) -> Vec<Effect> {
    let heard = &opened.answer.heard;
    let news = heard.seen.is_none().then_some(heard.statement);
    state.screen = Screen::Answer(Box::new(AnswerPage::new(opened, Timestamp::new(state.front.moment.now))));
    news.map(|statement| Effect::MarkSeen(vec![statement])).into_iter().collect()
}
