//! How a form is drawn: label, field, and below it what was understood or not; the focused row always in sight.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text::{self, cells};
use crate::screens::kit::theme::Theme;
use crate::screens::kit::widgets::form::{Field, Form, Input};

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
    let inputs = inputs_height(row, width, tongue);
    let notes: usize = row.iter().map(|field| notes(field, width, tongue).len()).sum();
    inputs.saturating_add(cells(notes))
}

/// Rows of the fields of a row; beside others, each has one.
fn inputs_height<K>(row: &[Field<K>], width: u16, tongue: Tongue) -> u16 {
    match row {
        [alone] => input_height(alone, width, tongue),
        _ => 1,
    }
}

/// Columns beside the label of a field that stands alone in its row.
fn beside<K>(field: &Field<K>, width: u16, tongue: Tongue) -> u16 {
    let label = cells(plain_text::width(&tongue.say(field.label))).saturating_add(1);
    let start = field.label_columns.saturating_sub(MARGIN).max(label);
    width.saturating_sub(MARGIN + 1).saturating_sub(start)
}

fn input_height<K>(field: &Field<K>, width: u16, tongue: Tongue) -> u16 {
    match &field.input {
        // The label has a line of its own.
        Input::Area(area) => cells(area.lines().clamp(AREA_LINES.0, AREA_LINES.1)).saturating_add(1),
        Input::Several(several) => several.height(beside(field, width, tongue), tongue),
        Input::Choice(choice) => {
            let columns = beside(field, width, tongue);
            if choice.fits(columns, tongue) { 1 } else { choice.height(columns, tongue) }
        }
        Input::Line(_) | Input::Opener(_) => 1,
    }
}

/// What a line below a field is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Note {
    /// Not understood.
    Wrong,
    /// May be meant.
    Offer,
    /// May be meant, and the keys are on it.
    Chosen,
    /// Understood.
    Read,
    /// Worth a thought.
    Advice,
}

impl Note {
    const fn sign(self) -> &'static str {
        match self {
            Self::Wrong => "!",
            Self::Offer => "·",
            Self::Chosen => "›",
            Self::Read => "=",
            Self::Advice => "~",
        }
    }

    fn style(self, theme: Theme) -> Style {
        match self {
            Self::Wrong => theme.error,
            Self::Offer => theme.plain,
            Self::Chosen => theme.selected,
            Self::Read => theme.muted,
            Self::Advice => theme.warning,
        }
    }
}

/// The lines below a field: what may be meant, what was not understood or else what was, and what is worth a thought.
/// The sign of each says which.
fn notes<K>(field: &Field<K>, width: u16, tongue: Tongue) -> Vec<(Note, String)> {
    let columns = usize::from(width.saturating_sub(MARGIN + 3));
    let (offers, at) = &field.offers;
    let offers = offers.iter().enumerate().map(|(place, said)| {
        let here = *at == Some(place);
        (if here { Note::Chosen } else { Note::Offer }, said)
    });
    let told: Vec<(Note, &Phrase)> = match &field.error {
        Some(error) => vec![(Note::Wrong, error)],
        None => field.echo.iter().map(|echo| (Note::Read, echo)).collect(),
    };
    let advice = field.advice.iter().map(|said| (Note::Advice, said));
    let mut lines = Vec::new();
    for (note, said) in offers.chain(told).chain(advice) {
        let text = plain_text::many_lines(&tongue.speak(said));
        for (place, line) in plain_text::wrapped(&text, columns).into_iter().enumerate() {
            let sign = if place == 0 { note.sign() } else { " " };
            lines.push((note, format!("{sign} {line}")));
        }
    }
    lines
}

fn draw_row<K: Copy + PartialEq>(row: &[Field<K>], pen: &mut Pen<'_>, area: Rect, focused: Option<K>) {
    let (theme, tongue) = (pen.theme(), pen.tongue());
    let count = cells(row.len()).max(1);
    let inner =
        Rect { x: area.x.saturating_add(MARGIN), width: area.width.saturating_sub(MARGIN + 1), ..area };
    let share = inner.width / count;
    let mut under = inputs_height(row, area.width, tongue);
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
        let column = if place == 0 && count < 3 { field.label_columns.saturating_sub(MARGIN) } else { 0 };
        let start = column.max(end.saturating_add(1));
        let value = Rect {
            x: cell.x.saturating_add(start),
            width: cell.width.saturating_sub(start),
            height: under.min(cell.height),
            ..cell
        };
        draw_input(field, pen, if count == 1 { (value, cell) } else { (value, value) }, has_focus);
    }
    for (note, line) in row.iter().flat_map(|field| notes(field, area.width, tongue)) {
        pen.write(inner, 0, under, &line, note.style(theme));
        under = under.saturating_add(1);
    }
}

/// Draws what stands in a field: beside its label, or for a long field below it.
fn draw_input<K>(field: &Field<K>, pen: &mut Pen<'_>, (beside, whole): (Rect, Rect), focused: bool) {
    match &field.input {
        Input::Line(line) => line.draw(pen, beside, focused),
        Input::Choice(choice) => choice.draw(pen, beside, focused),
        Input::Several(several) => several.draw(pen, beside, focused),
        Input::Opener(shown) => {
            let theme = pen.theme();
            let shown = pen.tongue().speak(shown);
            pen.write(beside, 0, 0, &shown, if focused { theme.selected } else { theme.plain });
            if focused {
                pen.point(beside, 0, 0);
            }
        }
        Input::Area(text) => {
            let height = cells(text.lines().clamp(AREA_LINES.0, AREA_LINES.1));
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
