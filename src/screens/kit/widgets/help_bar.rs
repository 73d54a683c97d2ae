//! The line that tells which keys matter here.

use ratatui::layout::Rect;

use crate::screens::kit::keymap::HelpLine;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text;

/// Draws as many of the keys as fit, whole ones only.
pub fn draw(pen: &mut Pen<'_>, area: Rect, lines: &[HelpLine]) {
    let theme = pen.theme();
    let mut column = 1;
    for line in lines {
        let label = pen.tongue().say(line.label);
        let needed = plain_text::width(&line.keys) + 1 + plain_text::width(&label);
        if usize::from(column) + needed > usize::from(area.width) {
            break;
        }
        column = pen.write(area, column, 0, &line.keys, theme.title).saturating_add(1);
        column = pen.write(area, column, 0, &label, theme.muted).saturating_add(2);
    }
}
