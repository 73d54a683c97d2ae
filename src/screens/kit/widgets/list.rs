//! A list of entries, one of which is selected.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text::cells;

/// Columns in front of each entry: the sign of the selected one stands there.
pub const MARGIN: u16 = 2;

/// A piece of a line, with the column it begins at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Column inside the entry.
    pub column: u16,
    /// Columns it may take.
    pub columns: u16,
    /// The text.
    pub text: String,
    /// Its look where the entry is not selected.
    pub style: Style,
}

/// An entry: one or more lines, each made of pieces.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// From top to bottom.
    pub lines: Vec<Vec<Piece>>,
}

/// The place `steps` further on in a list of `count`, stopping at both ends.
#[must_use]
pub fn moved(selected: usize, count: usize, steps: isize) -> usize {
    selected.saturating_add_signed(steps).min(count.saturating_sub(1))
}

/// Draws the entries that fit, the selected one among them with a sign before it.
pub fn draw(pen: &mut Pen<'_>, area: Rect, entries: &[Entry], selected: usize) {
    draw_some(pen, area, entries.len(), selected, |place| entries.get(place).cloned().unwrap_or_default());
}

/// Draws a list of `count` entries of which only those in sight are made: ten thousand cost no more than ten.
pub fn draw_some(
    pen: &mut Pen<'_>,
    area: Rect,
    count: usize,
    selected: usize,
    entry: impl Fn(usize) -> Entry,
) {
    let height = |entry: &Entry| cells(entry.lines.len()).max(1);
    let selected = selected.min(count.saturating_sub(1));
    let mut above = Vec::new();
    let chosen = (selected < count).then(|| entry(selected));
    let mut used = chosen.as_ref().map_or(0, height);
    let mut first = selected;
    while let Some(place) = first.checked_sub(1) {
        let next = entry(place);
        used = used.saturating_add(height(&next));
        if used > area.height {
            break;
        }
        above.push((place, next));
        first = place;
    }
    let below = (selected + 1..count).map(|place| (place, entry(place)));
    let mut row = 0_u16;
    let mut last = first;
    for (place, entry) in above.into_iter().rev().chain(chosen.map(|chosen| (selected, chosen))).chain(below)
    {
        if row >= area.height {
            break;
        }
        let part = Rect { y: area.y.saturating_add(row), height: height(&entry), ..area }.intersection(area);
        draw_entry(pen, part, &entry, place == selected);
        row = row.saturating_add(height(&entry));
        last = place + 1;
    }
    let edge = area.width.saturating_sub(1);
    let title = pen.theme().title;
    if first > 0 {
        pen.write(area, edge, 0, "↑", title);
    }
    if last < count || row > area.height {
        pen.write(area, edge, area.height.saturating_sub(1), "↓", title);
    }
}

fn draw_entry(pen: &mut Pen<'_>, part: Rect, entry: &Entry, selected: bool) {
    let theme = pen.theme();
    if selected {
        pen.paint(Rect { height: 1, ..part }, theme.selected);
        pen.write(part, 0, 0, "›", theme.selected);
    }
    for (line, pieces) in entry.lines.iter().enumerate() {
        for piece in pieces {
            let x = part.x.saturating_add(MARGIN).saturating_add(piece.column);
            let cell = Rect { x, width: piece.columns, ..part }.intersection(part);
            let style = if selected && line == 0 { theme.selected } else { piece.style };
            pen.write(cell, 0, cells(line), &piece.text, style);
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use std::cell::RefCell;

    use super::{Entry, Piece, draw, draw_some, moved};
    use crate::language::tongue::Tongue;
    use crate::screens::kit::pen::Pen;
    use crate::screens::kit::theme::{Theme, ThemeName};

    #[test]
    fn the_selection_stops_at_both_ends() {
        assert_eq!(moved(0, 3, -1), 0);
        assert_eq!(moved(1, 3, 9), 2);
        assert_eq!(moved(0, 0, 1), 0);
    }

    #[test]
    fn the_selected_entry_is_in_sight_and_bears_a_sign() {
        let entry = |text: &str| Entry {
            lines: vec![vec![Piece { column: 0, columns: 9, text: text.to_owned(), style: Style::new() }]],
        };
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 2));
        let mut pen = Pen::new(&mut buffer, Theme::of(ThemeName::NoColour), Tongue::English);
        draw(
            &mut pen,
            Rect::new(0, 0, 8, 2),
            &[entry("one"), entry("two"), entry("three"), entry("four")],
            2,
        );
        let shown: String = buffer.content().iter().map(|cell| cell.symbol().to_owned()).collect();
        assert_eq!(shown, "  two  ↑› three↓");
    }

    #[test]
    fn of_a_long_list_only_what_is_in_sight_is_made() {
        let made = RefCell::new(Vec::new());
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 3));
        let mut pen = Pen::new(&mut buffer, Theme::of(ThemeName::NoColour), Tongue::English);
        draw_some(&mut pen, Rect::new(0, 0, 8, 3), 10_000, 9_000, |place| {
            made.borrow_mut().push(place);
            Entry::default()
        });
        assert!(made.borrow().len() <= 5, "{:?}", made.borrow());
    }
}
