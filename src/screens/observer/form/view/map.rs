//! The large map in front of the form, with where it is in words below it.

use ratatui::layout::Rect;

use crate::screens::kit::pen::Pen;
use crate::screens::kit::widgets::map::{self, Signs};
use crate::screens::observer::form::entries::Entry;
use crate::screens::observer::form::map::Map;
use crate::screens::observer::form::report_form::ReportForm;

/// Draws the map, and on the last row the position as it is shown back.
pub fn draw(form: &ReportForm, large: &Map, pen: &mut Pen<'_>, area: Rect) {
    let inner = Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(2), ..area };
    map::draw(pen, inner, &large.chart, Signs::Braille);
    let tongue = pen.tongue();
    let said = form.form.field(Entry::Where).map(|field| field.echo.as_slice()).unwrap_or_default();
    let said: Vec<String> = said.iter().map(|line| tongue.speak(line)).collect();
    let style = pen.theme().muted;
    pen.write(inner, 0, inner.height.saturating_sub(1), &said.join(" · "), style);
}
