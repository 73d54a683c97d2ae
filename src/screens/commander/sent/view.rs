//! The picture of the room.

use ratatui::layout::Rect;

use crate::language::word::Word;
use crate::screens::commander::state::State;
use crate::screens::desk::view::instead;
use crate::screens::kit::pen::Pen;

/// Draws the room.
pub fn draw(_state: &State, pen: &mut Pen<'_>, area: Rect) {
    instead::draw(pen, area, Word("commander-loading"));
}
