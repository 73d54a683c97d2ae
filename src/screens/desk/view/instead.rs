//! What is said where a list will be.

use ratatui::layout::Rect;

use crate::language::word::Word;
use crate::screens::kit::pen::Pen;

/// Says in words what stands where a list will be.
pub fn draw(pen: &mut Pen<'_>, area: Rect, word: Word) {
    let inner = Rect {
        x: area.x.saturating_add(2),
        y: area.y.saturating_add(1),
        width: area.width.saturating_sub(4).min(70),
        height: area.height.saturating_sub(1),
    };
    let (text, style) = (pen.tongue().say(word).into_owned(), pen.theme().plain);
    pen.paragraph(inner, 0, &text, style);
}
