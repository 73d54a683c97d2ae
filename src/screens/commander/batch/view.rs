//! The picture of the room: what goes, and below it what the roads do.

use ratatui::layout::Rect;

use crate::language::word::Word;
use crate::screens::commander::batch::room::Asking;
use crate::screens::commander::batch::{moved, text};
use crate::screens::commander::state::State;
use crate::screens::desk::reading;
use crate::screens::desk::view::question::{self, Question};
use crate::screens::desk::view::{folder, reading as page};
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text::cells;

/// Draws the room.
pub fn draw(state: &State, pen: &mut Pen<'_>, area: Rect) {
    let (room, front) = (&state.batch, &state.front);
    let columns = reading::columns(area.width);
    let (above, below) = match &room.asking {
        Some(Asking::Folder(ask)) => folder::parts(ask, area),
        _ => (area, Rect { height: 0, ..area }),
    };
    let roads = moved::lines(room, front, columns);
    // What goes keeps half of the room at least.
    let height =
        if roads.is_empty() { 0 } else { cells(roads.len()).saturating_add(1).min(above.height / 2) };
    let goes = Rect { height: above.height.saturating_sub(height), ..above };
    page::draw(pen, goes, &text::lines(room, front, columns), room.first);
    let under = Rect {
        y: goes.y.saturating_add(goes.height).saturating_add(1),
        height: height.saturating_sub(1),
        ..above
    };
    page::draw(pen, under, &roads, 0);
    match &room.asking {
        Some(Asking::Folder(ask)) => folder::draw(ask, pen, below),
        Some(Asking::Forward) => question::draw(
            pen,
            area,
            Question {
                title: Word("batch-ask"),
                text: front.tongue.say(Word("batch-ask-text")).into_owned(),
                yes: Word("batch-ask-yes"),
                no: Word("batch-ask-no"),
            },
        ),
        None => {}
    }
}
