//! A box in front of the screen: one sentence, and what can be answered.

use ratatui::layout::Rect;

use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text::{self, cells};

/// What is said, and the answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Popup {
    /// A word or two.
    pub title: String,
    /// What is said, as short paragraphs.
    pub text: String,
    /// A key and what it means, for each answer.
    pub answers: Vec<(String, String)>,
}

/// Draws the box in the middle of `area`, over whatever stands there.
pub fn draw(pen: &mut Pen<'_>, area: Rect, popup: &Popup) {
    let theme = pen.theme();
    let width = area.width.saturating_sub(4).min(66);
    let columns = usize::from(width.saturating_sub(6));
    let lines = plain_text::wrapped(&plain_text::many_lines(&popup.text), columns);
    let height = cells(lines.len()).saturating_add(6).min(area.height);
    let left = area.x.saturating_add(area.width.saturating_sub(width) / 2);
    let top = area.y.saturating_add(area.height.saturating_sub(height) / 2);
    let frame = Rect::new(left, top, width, height);
    pen.hide_cursor();
    pen.clear(frame);
    let rule = "─".repeat(usize::from(width.saturating_sub(2)));
    pen.write(frame, 0, 0, &format!("┌{rule}┐"), theme.title);
    for row in 1..height.saturating_sub(1) {
        pen.write(frame, 0, row, "│", theme.title);
        pen.write(frame, width.saturating_sub(1), row, "│", theme.title);
    }
    pen.write(frame, 0, height.saturating_sub(1), &format!("└{rule}┘"), theme.title);
    pen.write(frame, 2, 0, &format!(" {} ", popup.title), theme.title);
    let inner = Rect::new(left.saturating_add(3), top.saturating_add(2), width.saturating_sub(6), height)
        .intersection(frame);
    for (row, line) in lines.iter().enumerate().take(usize::from(height.saturating_sub(5))) {
        pen.write(inner, 0, cells(row), line, theme.plain);
    }
    let mut column = 0;
    let row = height.saturating_sub(4);
    for (key, meaning) in &popup.answers {
        column = pen.write(inner, column, row, key, theme.selected).saturating_add(1);
        column = pen.write(inner, column, row, meaning, theme.plain).saturating_add(3);
    }
}
