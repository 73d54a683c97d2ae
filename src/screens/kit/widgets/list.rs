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
    let theme = pen.theme();
    let height = |entry: &Entry| cells(entry.lines.len()).max(1);
    let mut first = selected.min(entries.len());
    let mut used = entries.get(selected).map_or(0, height);
    while let Some(above) = first.checked_sub(1) {
        used = used.saturating_add(entries.get(above).map_or(0, height));
        if used > area.height {
            break;
        }
        first = above;
    }
    let mut row = 0_u16;
    for (place, entry) in entries.iter().enumerate().skip(first) {
        if row >= area.height {
            break;
        }
        let part = Rect { y: area.y.saturating_add(row), height: height(entry), ..area }.intersection(area);
        if place == selected {
            pen.paint(Rect { height: 1, ..part }, theme.selected);
            pen.write(part, 0, 0, "›", theme.selected);
        }
        for (line, pieces) in entry.lines.iter().enumerate() {
            for piece in pieces {
                let x = part.x.saturating_add(MARGIN).saturating_add(piece.column);
                let cell = Rect { x, width: piece.columns, ..part }.intersection(part);
                let style = if place == selected && line == 0 { theme.selected } else { piece.style };
                pen.write(cell, 0, cells(line), &piece.text, style);
            }
        }
        row = row.saturating_add(height(entry));
    }
    let edge = area.width.saturating_sub(1);
    if first > 0 {
        pen.write(area, edge, 0, "↑", theme.title);
    }
    let below = entries.iter().skip(first).fold(0_u16, |sum, entry| sum.saturating_add(height(entry)));
    if below > area.height {
        pen.write(area, edge, area.height.saturating_sub(1), "↓", theme.title);
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::{Entry, Piece, draw, moved};
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
}
