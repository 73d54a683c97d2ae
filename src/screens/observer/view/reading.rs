//! A report, or an answer, read from top to bottom.

use ratatui::layout::Rect;

use crate::screens::desk::reading;
use crate::screens::desk::view::reading::draw;
use crate::screens::kit::pen::Pen;
use crate::screens::observer::answers::page::AnswerPage;
use crate::screens::observer::answers::text as answer_text;
use crate::screens::observer::report_page::ReportPage;
use crate::screens::observer::report_text;
use crate::screens::observer::state::State;

/// Draws a filed report with its answers.
pub fn report(state: &State, page: &ReportPage, pen: &mut Pen<'_>, area: Rect) {
    let columns = reading::columns(area.width);
    let lines = report_text::report(page, &state.front.catalogue, columns, state.front.tongue);
    draw(pen, area, &lines, page.first);
}

/// Draws an answer.
pub fn answer(state: &State, page: &AnswerPage, pen: &mut Pen<'_>, area: Rect) {
    let lines = answer_text::lines(page, reading::columns(area.width), state.front.tongue);
    draw(pen, area, &lines, page.first);
}
