//! The form of a draft, with what it lacks beside it.

use ratatui::layout::Rect;

use crate::screens::kit::pen::Pen;
use crate::screens::kit::widgets::form_layout;
use crate::screens::observer::report_form::ReportForm;
use crate::screens::observer::state::{SIDE, State};
use crate::screens::observer::view::side;

/// Draws the form on the left and the side panel on the right.
pub fn draw(state: &State, form: &ReportForm, pen: &mut Pen<'_>, area: Rect) {
    let theme = pen.theme();
    let left = Rect { width: area.width.saturating_sub(SIDE), ..area };
    form_layout::draw(&form.form, pen, left);
    for row in 0..area.height {
        pen.write(area, left.width, row, "│", theme.muted);
    }
    let x = area.x.saturating_add(left.width).saturating_add(2);
    side::draw(state, &form.draft, pen, Rect { x, width: SIDE.saturating_sub(3), ..area });
}
