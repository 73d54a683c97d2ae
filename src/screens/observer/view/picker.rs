//! The list of indicators, with what the picked ones call for below it.

use ratatui::layout::Rect;

use crate::language::word::Word;
use crate::screens::kit::pen::Pen;
use crate::screens::observer::advice;
use crate::screens::observer::picking::Picking;
use crate::screens::observer::report_form::ReportForm;
use crate::screens::observer::state::State;
use crate::screens::observer::words;

/// Draws the list; the last rows are kept for what must be read.
pub fn draw(state: &State, form: &ReportForm, picking: &Picking, pen: &mut Pen<'_>, area: Rect) {
    let theme = pen.theme();
    let inner = Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(2), ..area };
    let mut told: Vec<(String, bool)> = Vec::new();
    if form.draft.just_odd {
        told.push((format!("= {}", state.tongue.say(Word("just-odd"))), false));
    }
    let alerts = advice::alerts(&form.draft, &state.catalogue);
    told.extend(
        alerts.into_iter().map(|alert| (format!("! {}", state.tongue.say(words::alert(alert))), true)),
    );
    let needed = u16::try_from(told.len()).unwrap_or(u16::MAX).min(inner.height / 2);
    let list = Rect { height: inner.height.saturating_sub(needed), ..inner };
    picking.picker.draw(pen, list, Word("pick-prompt"), Word("pick-nothing"));
    let below = Rect { y: list.y.saturating_add(list.height), height: needed, ..inner };
    for (row, (text, grave)) in (0..needed).zip(told) {
        pen.write(below, 0, row, &text, if grave { theme.warning } else { theme.good });
    }
}
