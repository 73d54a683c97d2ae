//! How a form is drawn: label, field, and below it what was understood or not; the focused row always in sight.

use ratatui::layout::Rect;

use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text::{self, cells};
use crate::screens::kit::widgets::form::{Field, Form, Input};

/// Columns for the sign of focus and the label.
pub const LABEL: u16 = 11;

/// Columns in front of everything that belongs to a row: the sign of focus stands there.
const MARGIN: u16 = 2;

/// A long field is shown with at least and at most so many lines.
const AREA_LINES: (usize, usize) = (2, 6);

/// Columns a long field has for its text in a form of this width.
#[must_use]
pub fn area_columns(width: u16) -> usize {
    // One column is left for the cursor behind the last letter, one for the signs of more above and below.
    usize::from(width.saturating_sub(MARGIN + 2)).max(1)
}

/// Draws the form from its first row on, or from where the focused row still fits.
pub fn draw<K: Copy + PartialEq>(form: &Form<K>, pen: &mut Pen<'_>, area: Rect) {
    let focused = form.focused().map(|field| field.key);
    let has_focus = |row: &[Field<K>]| row.iter().any(|field| Some(field.key) == focused);
    let heights: Vec<u16> = form.rows().iter().map(|row| height(row, area.width, pen.tongue())).collect();
    let current = form.rows().iter().position(|row| has_focus(row)).unwrap_or(0);
    let first = first_row(&heights, current, area.height);
    let mut top = 0_u16;
    for (row, height) in form.rows().iter().zip(&heights).skip(first) {
        if top >= area.height {
            break;
        }
        let part = Rect::new(area.x, area.y.saturating_add(top), area.width, *height).intersection(area);
        draw_row(row, pen, part, focused);
        top = top.saturating_add(*height);
    }
    let edge = area.width.saturating_sub(1);
    let theme = pen.theme();
    if first > 0 {
        pen.write(area, edge, 0, "↑", theme.title);
    }
    let below: u16 = heights.iter().skip(first).fold(0, |sum, height| sum.saturating_add(*height));
    if below > area.height {
        pen.write(area, edge, area.height.saturating_sub(1), "↓", theme.title);
    }
}

/// The first row to draw so that `current` is in sight to its last line.
fn first_row(heights: &[u16], current: usize, room: u16) -> usize {
    let mut first = current;
    let mut used = heights.get(current).copied().unwrap_or(0);
    while let Some(above) = first.checked_sub(1) {
        used = used.saturating_add(heights.get(above).copied().unwrap_or(0));
        if used > room {
            break;
        }
        first = above;
    }
    first
}

fn height<K>(row: &[Field<K>], width: u16, tongue: Tongue) -> u16 {
    let inputs = row.iter().map(|field| input_height(&field.input)).max().unwrap_or(0);
    let notes: usize = row.iter().map(|field| notes(field, width, tongue).len()).sum();
    inputs.saturating_add(cells(notes))
}

fn input_height(input: &Input) -> u16 {
    match input {
        // The label has a line of its own.
        Input::Area(area) => cells(area.lines().clamp(AREA_LINES.0, AREA_LINES.1)).saturating_add(1),
        Input::Line(_) | Input::Choice(_) | Input::Opener(_) => 1,
    }
}

/// The lines below a field: what was not understood, otherwise what was. The first says which of the two.
fn notes<K>(field: &Field<K>, width: u16, tongue: Tongue) -> Vec<(bool, String)> {
    let columns = usize::from(width.saturating_sub(MARGIN + 3));
    let lines = |said: &Phrase, sign: &str| {
        let text = plain_text::many_lines(&tongue.speak(said));
        let broken = plain_text::wrapped(&text, columns).into_iter().enumerate();
        broken
            .map(|(place, line)| if place == 0 { format!("{sign} {line}") } else { format!("  {line}") })
            .collect()
    };
    let (wrong, noted): (bool, Vec<Vec<String>>) = match &field.error {
        Some(error) => (true, vec![lines(error, "!")]),
        None => (false, field.echo.iter().map(|echo| lines(echo, "=")).collect()),
    };
    noted.into_iter().flatten().map(|line| (wrong, line)).collect()
}

fn draw_row<K: Copy + PartialEq>(row: &[Field<K>], pen: &mut Pen<'_>, area: Rect, focused: Option<K>) {
    let (theme, tongue) = (pen.theme(), pen.tongue());
    let count = cells(row.len()).max(1);
    let inner =
        Rect { x: area.x.saturating_add(MARGIN), width: area.width.saturating_sub(MARGIN + 1), ..area };
    let share = inner.width / count;
    let mut under = row.iter().map(|field| input_height(&field.input)).max().unwrap_or(1);
    for (place, field) in row.iter().enumerate() {
        let has_focus = Some(field.key) == focused;
        if has_focus {
            pen.write(area, 0, 0, "›", theme.title);
        }
        let left = share.saturating_mul(cells(place));
        let cell = Rect { x: inner.x.saturating_add(left), width: share, ..inner }.intersection(inner);
        let label = if has_focus { theme.title } else { theme.plain };
        let end = pen.write(cell, 0, 0, &tongue.say(field.label), label);
        // Where many stand beside each other, each needs its room more than it needs to stand below others.
        let column = if place == 0 && count < 3 { LABEL - MARGIN } else { 0 };
        let start = column.max(end.saturating_add(1));
        let value = Rect { x: cell.x.saturating_add(start), width: cell.width.saturating_sub(start), ..cell };
        draw_input(field, pen, if count == 1 { (value, cell) } else { (value, value) }, has_focus);
    }
    for (wrong, line) in row.iter().flat_map(|field| notes(field, area.width, tongue)) {
        pen.write(inner, 0, under, &line, if wrong { theme.error } else { theme.muted });
        under = under.saturating_add(1);
    }
}

/// Draws what stands in a field: beside its label, or for a long field below it.
fn draw_input<K>(field: &Field<K>, pen: &mut Pen<'_>, (beside, whole): (Rect, Rect), focused: bool) {
    match &field.input {
        Input::Line(line) => line.draw(pen, beside, focused),
        Input::Choice(choice) => choice.draw(pen, beside, focused),
        Input::Opener(shown) => {
            let theme = pen.theme();
            let shown = pen.tongue().speak(shown);
            pen.write(beside, 0, 0, &shown, if focused { theme.selected } else { theme.plain });
            if focused {
                pen.point(beside, 0, 0);
            }
        }
        Input::Area(text) => {
            let height = input_height(&field.input).saturating_sub(1);
            let below = Rect { y: whole.y.saturating_add(1), height, ..whole };
            text.draw(pen, below, focused);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::first_row;

    #[test]
    fn the_focused_row_is_in_sight_and_as_much_above_it_as_fits() {
        let heights = [2, 2, 1, 1, 3, 4];
        assert_eq!(first_row(&heights, 0, 6), 0);
        assert_eq!(first_row(&heights, 3, 6), 0);
        assert_eq!(first_row(&heights, 4, 6), 2);
        assert_eq!(first_row(&heights, 5, 6), 5);
        assert_eq!(first_row(&heights, 5, 2), 5, "a row higher than the screen is shown from its top");
        assert_eq!(first_row(&[], 0, 6), 0);
    }
}
