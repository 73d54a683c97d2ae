//! What the observer sees: a picture of the state, which nothing here can change.

mod answers;
mod help;
mod question;
mod reading;
mod reports;
mod transfer;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::language::word::Word;
use crate::screens::desk::view::frame::{self, Picture};
use crate::screens::desk::view::tabs::Tab;
use crate::screens::desk::view::{guide, lent, me};
use crate::screens::kit::keymap::HelpLine;
use crate::screens::kit::pen::Pen;
use crate::screens::observer::form::{keys as form_keys, view as form_view};
use crate::screens::observer::keys::KEYS;
use crate::screens::observer::room::Room;
use crate::screens::observer::state::{Screen, State};

/// Draws the whole picture.
pub fn draw(state: &State, frame: &mut Frame<'_>) {
    let here = match &state.screen {
        Screen::Form(form) => Some(form_view::title(state, form)),
        _ => None,
    };
    let picture = Picture {
        tabs: Room::ALL.into_iter().map(|room| tab(state, room)).collect(),
        here,
        keys: keys(state),
        contexts: state.places(),
        help: &|| help::sections(state),
        body: &|pen, area| body(state, pen, area),
    };
    frame::draw(&state.front, &picture, frame);
}

fn body(state: &State, pen: &mut Pen<'_>, area: Rect) {
    match &state.screen {
        Screen::Reports => reports::draw(state, pen, area),
        Screen::Report(page) => reading::report(state, page, pen, area),
        Screen::Answers => answers::draw(state, pen, area),
        Screen::Answer(page) => reading::answer(state, page, pen, area),
        Screen::Guide => guide::draw(&state.front, pen, area),
        Screen::Transfer => transfer::draw(state, pen, area),
        Screen::Me => me::draw(&state.front, pen, area),
        Screen::Form(opened) => form_view::draw(state, opened, pen, area),
    }
    if let Some(underway) = &state.errand {
        lent::draw(underway, pen, area);
    }
    if let Some(asked) = &state.question {
        question::draw(state, asked, pen, area);
    }
}

/// The keys of what is on the screen that act now.
fn keys(state: &State) -> Vec<HelpLine> {
    match &state.screen {
        Screen::Form(form) if state.form_has_the_keys() => form_keys::KEYS.bar(form.spots()),
        _ => KEYS.bar(state.contexts()),
    }
}

fn tab(state: &State, room: Room) -> Tab {
    let waits = match room {
        Room::Answers => Some((state.unseen(), Word("tab-new"))),
        Room::Transfer => Some((waiting(state), Word("tab-wait"))),
        Room::Reports | Room::Guide | Room::Me => None,
    };
    Tab { word: room.word(), waits, here: state.room() == room }
}

/// Reports that no road has yet; packets, where only parts of reports wait.
fn waiting(state: &State) -> usize {
    match state.transfer.reports_waiting() {
        0 => state.transfer.packets_waiting().0,
        reports => usize::try_from(reports).unwrap_or(usize::MAX),
    }
}
