//! The help in front of the screen it was opened on.

use ratatui::layout::Rect;

use crate::screens::kit::pen::Pen;
use crate::screens::kit::widgets::help_sheet;
use crate::screens::observer::help_text::{self, OpenedOn};
use crate::screens::observer::keys::Context;
use crate::screens::observer::state::{Screen, State};

/// Draws the keys, those of this screen first.
pub fn draw(state: &State, pen: &mut Pen<'_>, area: Rect) {
    let opened_on = match &state.screen {
        _ if state.question.is_some() => OpenedOn::Desk(Context::Question),
        Screen::Reports => OpenedOn::Desk(Context::Reports),
        Screen::Report { .. } => OpenedOn::Desk(Context::Report),
        Screen::Form(form) => OpenedOn::Form(form.spots()),
    };
    let inner = Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(2), ..area };
    let (sections, first) = (help_text::sections(opened_on), state.help.unwrap_or(0));
    help_sheet::draw(pen, inner, &sections, first);
    if help_sheet::height(&sections) > first + usize::from(area.height) {
        let title = pen.theme().title;
        pen.write(area, area.width.saturating_sub(1), area.height.saturating_sub(1), "↓", title);
    }
}
