//! The list of indicators, with what the picked ones call for below it.

use ratatui::layout::Rect;

use crate::desks::spoken::advice;
use crate::domain::alert::calls;
use crate::language::word::Word;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::widgets::form_layout;
use crate::screens::observer::form::picking::Picking;
use crate::screens::observer::form::report_form::ReportForm;
use crate::screens::observer::form::words;
use crate::screens::observer::state::State;

/// Rows for what more is said of a picked one.
const DETAILS: u16 = 6;

/// Draws the list; the last rows are kept for what must be read.
pub fn draw(state: &State, form: &ReportForm, picking: &Picking, pen: &mut Pen<'_>, area: Rect) {
    let theme = pen.theme();
    let inner = Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(2), ..area };
    let mut told: Vec<(String, bool)> = Vec::new();
    if form.draft.just_odd {
        told.push((format!("= {}", state.front.tongue.say(Word("just-odd"))), false));
    }
    let alerts = words::alerts(&calls(&form.draft, &state.front.catalogue));
    told.extend(
        alerts.into_iter().map(|alert| (format!("! {}", state.front.tongue.say(advice::alert(alert))), true)),
    );
    let needed = u16::try_from(told.len()).unwrap_or(u16::MAX).min(inner.height / 2);
    let room = inner.height.saturating_sub(needed);
    let open = if picking.details.is_some() { DETAILS.min(room / 2) } else { 0 };
    let list = Rect { height: room.saturating_sub(open), ..inner };
    picking.picker.draw(pen, list, Word("pick-prompt"), Word("pick-nothing"));
    if let Some(details) = &picking.details {
        let part = Rect { y: list.y.saturating_add(list.height), height: open, ..inner };
        let rule = "─".repeat(usize::from(part.width));
        pen.write(part, 0, 0, &rule, theme.title);
        let part = Rect { y: part.y.saturating_add(1), height: open.saturating_sub(1), ..part };
        form_layout::draw(&details.form, pen, part);
    }
    let below = Rect { y: inner.y.saturating_add(room), height: needed, ..inner };
    for (row, (text, grave)) in (0..needed).zip(told) {
        pen.write(below, 0, row, &text, if grave { theme.warning } else { theme.good });
    }
}
