//! What waits, what was carried, and the folder that is being named.

use ratatui::layout::Rect;

use crate::screens::desk::reading;
use crate::screens::desk::view::{folder, reading as page};
use crate::screens::kit::pen::Pen;
use crate::screens::observer::state::State;
use crate::screens::observer::transfer::text;

/// Draws the room.
pub fn draw(state: &State, pen: &mut Pen<'_>, area: Rect) {
    let room = &state.transfer;
    let lines = text::lines(room, &state.roads(), reading::columns(area.width), state.front.tongue);
    let Some(ask) = &room.ask else { return page::draw(pen, area, &lines, room.first) };
    let (above, below) = folder::parts(ask, area);
    page::draw(pen, above, &lines, room.first);
    folder::draw(ask, pen, below);
}
