//! What waits, what was carried, and the folder that is being named.

use ratatui::layout::Rect;

use crate::language::word::Word;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text::cells;
use crate::screens::observer::reading;
use crate::screens::observer::state::State;
use crate::screens::observer::transfer::room::{Ask, Direction};
use crate::screens::observer::transfer::text;
use crate::screens::observer::view::reading as page;

/// Draws the room.
pub fn draw(state: &State, pen: &mut Pen<'_>, area: Rect) {
    let room = &state.transfer;
    let lines = text::lines(room, state.roads(), reading::columns(area.width), state.tongue);
    let Some(ask) = &room.ask else { return page::draw(pen, area, &lines, room.first) };
    let height = cells(ask.offers.len()).min(area.height / 2).saturating_add(3).min(area.height);
    let above = Rect { height: area.height.saturating_sub(height), ..area };
    page::draw(pen, above, &lines, room.first);
    let below = Rect { y: above.y.saturating_add(above.height), height, ..area };
    draw_ask(ask, pen, below);
}

fn draw_ask(ask: &Ask, pen: &mut Pen<'_>, area: Rect) {
    let theme = pen.theme();
    let inner = Rect { x: area.x.saturating_add(2), width: area.width.saturating_sub(4), ..area };
    let title = match ask.direction {
        Direction::Write => Word("transfer-to-which"),
        Direction::Read => Word("transfer-from-which"),
    };
    let title = pen.tongue().say(title).into_owned();
    pen.write(inner, 0, 0, &title, theme.title);
    pen.write(inner, 0, 1, "›", theme.title);
    let field = Rect {
        x: inner.x.saturating_add(2),
        y: inner.y.saturating_add(1),
        width: inner.width.saturating_sub(2),
        height: 1,
    };
    ask.field.draw(pen, field, true);
    let room = usize::from(area.height.saturating_sub(2));
    for (row, offer) in ask.offers.iter().take(room).enumerate() {
        pen.write(inner, 2, cells(row).saturating_add(2), offer, theme.muted);
    }
}
