//! A filed report with its answers in full.

use ratatui::layout::Rect;

use crate::domain::ids::ReportId;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text::cells;
use crate::screens::observer::report_text::{self, Tone};
use crate::screens::observer::state::State;

/// Draws it from one of its lines on.
pub fn draw(state: &State, id: ReportId, first: usize, pen: &mut Pen<'_>, area: Rect) {
    let theme = pen.theme();
    let Some(report) = state.line(id) else { return };
    let inner = Rect { x: area.x.saturating_add(2), width: area.width.saturating_sub(2), ..area };
    let lines = report_text::lines(report, report_text::columns(area.width), state.tongue);
    let room = usize::from(area.height);
    for (row, (tone, line)) in lines.iter().skip(first).take(room).enumerate() {
        let style = match tone {
            Tone::Title => theme.title,
            Tone::Plain => theme.plain,
            Tone::Good => theme.good,
            Tone::Warning => theme.warning,
            Tone::Muted => theme.muted,
        };
        pen.write(inner, 0, cells(row), line, style);
    }
    if first > 0 {
        pen.write(area, area.width.saturating_sub(1), 0, "↑", theme.title);
    }
    if lines.len() > first + room {
        pen.write(area, area.width.saturating_sub(1), area.height.saturating_sub(1), "↓", theme.title);
    }
}
