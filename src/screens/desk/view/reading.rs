//! Something to read from top to bottom.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::screens::desk::reading::Tone;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text::cells;
use crate::screens::kit::theme::Theme;

/// Draws lines from one of them on, with a sign where there are more.
pub fn draw(pen: &mut Pen<'_>, area: Rect, lines: &[(Tone, String)], first: usize) {
    let theme = pen.theme();
    let inner = Rect { x: area.x.saturating_add(2), width: area.width.saturating_sub(2), ..area };
    let room = usize::from(area.height);
    for (row, (tone, line)) in lines.iter().skip(first).take(room).enumerate() {
        pen.write(inner, 0, cells(row), line, style(theme, *tone));
    }
    let edge = area.width.saturating_sub(1);
    if first > 0 {
        pen.write(area, edge, 0, "↑", theme.title);
    }
    if lines.len() > first + room {
        pen.write(area, edge, area.height.saturating_sub(1), "↓", theme.title);
    }
}

/// How a line looks.
pub const fn style(theme: Theme, tone: Tone) -> Style {
    match tone {
        Tone::Title => theme.title,
        Tone::Plain => theme.plain,
        Tone::Good => theme.good,
        Tone::Warning => theme.warning,
        Tone::Muted => theme.muted,
    }
}
