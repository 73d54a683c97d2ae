//! What keys change in the guide.

use crate::screens::kit::edit::Edit;
use crate::screens::observer::guide::room::{GuideRoom, Shown};
use crate::screens::observer::keys::Command;
use crate::screens::observer::message::Effect;
use crate::screens::observer::room::Room;
use crate::screens::observer::state::State;

/// Columns of the list of chapters, with what parts it from the text.
pub const CHAPTERS: u16 = 34;
/// Rows of a screen that are not the body of a room: two markings, tabs, notice, keys.
const AROUND: u16 = 5;

/// Columns a chapter's text has on a terminal of this width.
#[must_use]
pub fn text_columns(width: u16) -> usize {
    usize::from(width.saturating_sub(CHAPTERS + 2).min(84)).max(1)
}

/// Rows a chapter's text has on a terminal of this height.
#[must_use]
pub fn text_rows(height: u16) -> usize {
    usize::from(height.saturating_sub(AROUND)).max(1)
}

/// Types into the words that narrow the chapters.
pub fn write(state: &mut State, edit: &Edit) -> Vec<Effect> {
    with(state, |room, shown| room.edit(edit, shown));
    Vec::new()
}

/// Obeys a command in the guide.
pub fn obey(state: &mut State, command: Command) -> Vec<Effect> {
    match command {
        Command::Search => state.guide.search.begin(),
        // Enter leaves the words in force and gives the keys back.
        Command::Open => state.guide.search.leave(),
        Command::Leave if state.guide.search.is_open() => state.guide.search.clear(),
        Command::Leave => return state.enter(Room::Reports),
        Command::Up => with(state, |room, shown| room.step(-1, shown)),
        Command::Down => with(state, |room, shown| room.step(1, shown)),
        Command::First => with(state, |room, shown| room.step(isize::MIN, shown)),
        Command::Last => with(state, |room, shown| room.step(isize::MAX, shown)),
        Command::PageUp => with(state, |room, shown| room.read(false, shown)),
        Command::PageDown => with(state, |room, shown| room.read(true, shown)),
        _ => {}
    }
    Vec::new()
}

fn with(state: &mut State, act: impl FnOnce(&mut GuideRoom, Shown<'_>)) {
    let (width, height) = state.size;
    let shown = Shown {
        catalogue: &state.catalogue,
        tongue: state.tongue,
        columns: text_columns(width),
        rows: text_rows(height),
    };
    act(&mut state.guide, shown);
}
