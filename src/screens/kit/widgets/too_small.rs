//! What is shown where a screen does not fit.

use ratatui::layout::Rect;

use crate::language::word::Word;
use crate::screens::kit::pen::Pen;

/// Columns every screen can count on.
pub const COLUMNS: u16 = 80;

/// Rows every screen can count on.
pub const ROWS: u16 = 24;

/// Whether the screens fit.
#[must_use]
pub fn fits(area: Rect) -> bool {
    area.width >= COLUMNS && area.height >= ROWS
}

/// Says what is wrong and what to do, in the part of the picture that `area` is.
pub fn draw(pen: &mut Pen<'_>, area: Rect) {
    let (theme, whole) = (pen.theme(), pen.whole());
    let said = Word("too-small")
        .with("columns", whole.width)
        .with("rows", whole.height)
        .with("needed-columns", COLUMNS)
        .with("needed-rows", ROWS);
    let text = pen.tongue().speak(&said);
    let inner =
        Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(2), ..area }.intersection(area);
    pen.paragraph(inner, 0, &text, theme.warning);
}
