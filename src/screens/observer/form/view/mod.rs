//! The form of a draft, with what it lacks beside it, or what stands in front of it.

pub mod files;
pub mod map;
pub mod picker;
pub mod side;
pub mod things;

use ratatui::layout::Rect;

use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::widgets::form_layout;
use crate::screens::observer::form::report_form::{Over, ReportForm};
use crate::screens::observer::state::{SIDE, State};

/// Draws the fields on the left and the side panel on the right, or what stands in front of them.
pub fn draw(state: &State, form: &ReportForm, pen: &mut Pen<'_>, area: Rect) {
    match &form.over {
        Over::Nothing => fields(state, form, pen, area),
        Over::Picking(picking) => picker::draw(state, form, picking, pen, area),
        Over::Things(things) => things::draw(form, things, pen, area),
        Over::Files => files::draw(state, form, pen, area),
        Over::Map(map) => map::draw(form, map, pen, area),
    }
}

fn fields(state: &State, form: &ReportForm, pen: &mut Pen<'_>, area: Rect) {
    let theme = pen.theme();
    let left = Rect { width: area.width.saturating_sub(SIDE), ..area };
    form_layout::draw(&form.form, pen, left);
    for row in 0..area.height {
        pen.write(area, left.width, row, "│", theme.muted);
    }
    let x = area.x.saturating_add(left.width).saturating_add(2);
    side::draw(state, form, pen, Rect { x, width: SIDE.saturating_sub(3), ..area });
}

/// What the title says of the form: what is open, and since when it is durable.
#[must_use]
pub fn title(state: &State, form: &ReportForm) -> Phrase {
    let here = match &form.over {
        Over::Picking(_) => Word("indicators"),
        Over::Things(_) => Word("things-title"),
        Over::Files => Word("files-title"),
        Over::Map(_) => Word("map-title"),
        Over::Nothing if form.draft.supersedes.is_some() => Word("newer-version"),
        Over::Nothing => Word("new-report"),
    };
    match form.saved {
        Some(at) if !form.holds_unsaved() => {
            let time = at.instant().with_timezone(&state.front.moment.local).format("%H:%M:%S").to_string();
            Word("saved-at").with("here", here).with("time", time)
        }
        _ => here.into(),
    }
}
