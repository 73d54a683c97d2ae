//! What draws: writes text into a part of the picture, never outside it, and never a character that acts. It knows
//! the look and the language of the picture.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::language::tongue::Tongue;
use crate::screens::kit::plain_text;
use crate::screens::kit::theme::Theme;

/// Writes on one picture in one look and one language.
pub struct Pen<'a> {
    buffer: &'a mut Buffer,
    theme: Theme,
    tongue: Tongue,
    cursor: Option<Position>,
}

impl<'a> Pen<'a> {
    /// A pen for this picture, whose ground it paints first.
    pub fn new(buffer: &'a mut Buffer, theme: Theme, tongue: Tongue) -> Self {
        let whole = buffer.area;
        buffer.set_style(whole, theme.plain);
        Self { buffer, theme, tongue, cursor: None }
    }

    /// A pen for this picture as it stands, to write in front of it.
    pub fn over(buffer: &'a mut Buffer, theme: Theme, tongue: Tongue) -> Self {
        Self { buffer, theme, tongue, cursor: None }
    }

    /// The whole picture.
    pub fn whole(&self) -> Rect {
        self.buffer.area
    }

    /// The look.
    pub fn theme(&self) -> Theme {
        self.theme
    }

    /// The language.
    pub fn tongue(&self) -> Tongue {
        self.tongue
    }

    /// Writes one line at a column and row of `area`, cut at its right edge, and gives the column behind it.
    pub fn write(&mut self, area: Rect, column: u16, row: u16, text: &str, style: Style) -> u16 {
        let inside = area.intersection(self.buffer.area);
        let (x, y) = (area.x.saturating_add(column), area.y.saturating_add(row));
        if !inside.contains(Position::new(x, y)) {
            return column;
        }
        let room = usize::from(inside.right().saturating_sub(x));
        let text = plain_text::fitted(&plain_text::one_line(text), room);
        let (end, _) = self.buffer.set_stringn(x, y, &text, room, style);
        end.saturating_sub(area.x)
    }

    /// Writes the lines of a text from a row of `area` on, broken at its width, and gives the row behind them.
    pub fn paragraph(&mut self, area: Rect, row: u16, text: &str, style: Style) -> u16 {
        let text = plain_text::many_lines(text);
        let mut row = row;
        for line in plain_text::wrapped(&text, usize::from(area.width)) {
            self.write(area, 0, row, &line, style);
            row = row.saturating_add(1);
        }
        row
    }

    /// Gives a part of the picture a style and leaves its letters.
    pub fn paint(&mut self, area: Rect, style: Style) {
        self.buffer.set_style(area.intersection(self.buffer.area), style);
    }

    /// Empties a part of the picture.
    pub fn clear(&mut self, area: Rect) {
        let inside = area.intersection(self.buffer.area);
        for y in inside.top()..inside.bottom() {
            for x in inside.left()..inside.right() {
                if let Some(cell) = self.buffer.cell_mut(Position::new(x, y)) {
                    cell.reset();
                    cell.set_style(self.theme.plain);
                }
            }
        }
    }

    /// Says where the next letter will appear.
    pub fn point(&mut self, area: Rect, column: u16, row: u16) {
        let at = Position::new(area.x.saturating_add(column), area.y.saturating_add(row));
        if area.intersection(self.buffer.area).contains(at) {
            self.cursor = Some(at);
        }
    }

    /// Takes the cursor off the picture: something stands in front of the field it was in.
    pub fn hide_cursor(&mut self) {
        self.cursor = None;
    }

    /// Where the next letter will appear, if anywhere.
    pub fn cursor(&self) -> Option<Position> {
        self.cursor
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::{Position, Rect};

    use super::Pen;
    use crate::language::tongue::Tongue;
    use crate::screens::kit::theme::{Theme, ThemeName};

    #[test]
    fn nothing_is_written_outside_its_part_of_the_picture() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 2));
        let mut pen = Pen::new(&mut buffer, Theme::of(ThemeName::NoColour), Tongue::English);
        let theme = pen.theme();
        let part = Rect::new(1, 0, 4, 1);
        assert_eq!(pen.write(part, 0, 0, "Mitrovica", theme.plain), 4);
        pen.write(part, 0, 1, "below", theme.plain);
        pen.write(Rect::new(6, 1, 40, 9), 0, 0, "far\u{1b}", theme.plain);
        pen.write(Rect::new(60, 60, 4, 4), 0, 0, "off", theme.plain);
        pen.point(part, 9, 9);
        assert_eq!(pen.cursor(), None);
        pen.point(part, 3, 0);
        assert_eq!(pen.cursor(), Some(Position::new(4, 0)));
        assert_eq!(buffer, Buffer::with_lines([" Mit…   ", "      f…"]));
    }
}
