//! All keys of a screen, read from the table the keys themselves are read from.

use std::borrow::Cow;

use ratatui::layout::Rect;

use crate::language::word::Word;
use crate::screens::kit::keymap::HelpLine;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text::{self, cells};

/// Keys that belong together, under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub title: Word,
    /// The keys.
    pub lines: Vec<HelpLine>,
}

/// How many lines the sheet takes.
#[must_use]
pub fn height(sections: &[Section]) -> usize {
    sections.iter().map(|section| section.lines.len() + 2).sum::<usize>().saturating_sub(1)
}

/// Draws the sheet from one of its lines on.
pub fn draw(pen: &mut Pen<'_>, area: Rect, sections: &[Section], first: usize) {
    let theme = pen.theme();
    let keys = sections.iter().flat_map(|section| &section.lines).map(|line| plain_text::width(&line.keys));
    let label_at = cells(keys.max().unwrap_or(0)).saturating_add(4);
    let tongue = pen.tongue();
    let mut lines: Vec<(u16, Cow<'_, str>, Cow<'_, str>)> = Vec::new();
    for section in sections {
        lines.push((0, tongue.say(section.title), Cow::Borrowed("")));
        let keys =
            section.lines.iter().map(|line| (2, Cow::Borrowed(line.keys.as_str()), tongue.say(line.label)));
        lines.extend(keys);
        lines.push((0, Cow::Borrowed(""), Cow::Borrowed("")));
    }
    for (row, (column, head, label)) in lines.into_iter().skip(first).enumerate() {
        pen.write(area, column, cells(row), &head, theme.title);
        pen.write(area, label_at, cells(row), &label, theme.plain);
    }
}
