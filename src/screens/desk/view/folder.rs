//! A folder that is being named, below what lies there.

use ratatui::layout::Rect;

use crate::screens::desk::folder::Ask;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text::cells;

/// The part of an area that is left for the room, and the part the question takes.
#[must_use]
pub fn parts(ask: &Ask, area: Rect) -> (Rect, Rect) {
    let height = cells(ask.offers.len()).min(area.height / 2).saturating_add(3).min(area.height);
    let above = Rect { height: area.height.saturating_sub(height), ..area };
    (above, Rect { y: above.y.saturating_add(above.height), height, ..area })
}

/// Draws the question, what is typed, and what it may become.
pub fn draw(ask: &Ask, pen: &mut Pen<'_>, area: Rect) {
    let theme = pen.theme();
    let inner = Rect { x: area.x.saturating_add(2), width: area.width.saturating_sub(4), ..area };
    let title = pen.tongue().say(ask.title).into_owned();
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
