//! What the commander sees: a picture of the state, which nothing here can change. Each room draws itself.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::language::word::Word;
use crate::screens::commander::room::Room;
use crate::screens::commander::state::{Screen, State};
use crate::screens::commander::{batch, contingent, help_text, queue, review, sent};
use crate::screens::desk::view::frame::{self, Picture};
use crate::screens::desk::view::tabs::Tab;
use crate::screens::desk::view::{guide, lent, me};
use crate::screens::kit::keymap::HelpLine;
use crate::screens::kit::pen::Pen;

/// Draws the whole picture.
pub fn draw(state: &State, frame: &mut Frame<'_>) {
    let picture = Picture {
        tabs: Room::ALL.into_iter().map(|room| tab(state, room)).collect(),
        here: (state.screen == Screen::Review).then(|| review::view::title(state)).flatten(),
        keys: keys(state),
        contexts: state.places(),
        help: &|| help_text::sections(state),
        body: &|pen, area| body(state, pen, area),
    };
    frame::draw(&state.front, &picture, frame);
}

fn body(state: &State, pen: &mut Pen<'_>, area: Rect) {
    match state.screen {
        Screen::Queue => queue::view::draw(state, pen, area),
        Screen::Review => review::view::draw(state, pen, area),
        Screen::Batch => batch::view::draw(state, pen, area),
        Screen::Sent => sent::view::draw(state, pen, area),
        Screen::Contingent => contingent::view::draw(state, pen, area),
        Screen::Guide => guide::draw(&state.front, pen, area),
        Screen::Me => me::draw(&state.front, pen, area),
    }
    if let Some(underway) = &state.errand {
        lent::draw(underway, pen, area);
    }
}

/// The keys of the room that act now.
fn keys(state: &State) -> Vec<HelpLine> {
    match state.screen {
        _ if !state.room_has_the_keys() => Vec::new(),
        Screen::Queue => queue::keys::KEYS.bar(state.queue.places().0),
        Screen::Review => review::keys::KEYS.bar(state.review.places().0),
        Screen::Batch => batch::keys::KEYS.bar(state.batch.places().0),
        Screen::Sent => sent::keys::KEYS.bar(state.sent.places().0),
        Screen::Contingent => contingent::keys::KEYS.bar(state.contingent.places().0),
        Screen::Guide | Screen::Me => Vec::new(),
    }
}

/// A room behind its tab, with what waits in it.
fn tab(state: &State, room: Room) -> Tab {
    let waits = match room {
        Room::Queue => Some((state.queue.tally().new, Word("tab-new"))),
        Room::Batch | Room::Sent | Room::Contingent | Room::Guide | Room::Me => None,
    };
    Tab { word: room.word(), waits, here: state.room() == room }
}
