//! Beside the form: what must be read now, how complete the draft is, what an officer would miss most, and where it was.

use ratatui::layout::Rect;

use crate::desks::spoken::{advice, terms};
use crate::domain::alert::calls;
use crate::domain::completeness::{Part, completeness};
use crate::language::word::Word;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::widgets::map::{self, Signs};
use crate::screens::observer::form::report_form::{ReportForm, SMALL_MAP};
use crate::screens::observer::form::words;
use crate::screens::observer::state::State;

/// Cells of the meter.
const METER: usize = 10;

/// Draws the panel from top to bottom, the gravest first; the map stands at its foot where there is room.
pub fn draw(state: &State, form: &ReportForm, pen: &mut Pen<'_>, area: Rect) {
    let (theme, tongue, draft) = (pen.theme(), state.front.tongue, &form.draft);
    let called = calls(draft, &state.front.catalogue);
    let mut row = 0;
    for alert in words::alerts(&called) {
        row = pen.paragraph(area, row, &format!("! {}", tongue.say(advice::alert(alert))), theme.warning);
    }
    if row > 0 {
        row += 1;
    }
    let told = completeness(draft, &state.front.catalogue);
    let full = (usize::from(told.percent) * METER) / 100;
    let meter = format!("[{}{}] {}%", "#".repeat(full), "-".repeat(METER.saturating_sub(full)), told.percent);
    pen.write(area, 0, row, &meter, theme.title);
    row += 1;
    let lacking: Vec<_> = Part::ALL
        .iter()
        .filter(|part| !part.stands_in(draft))
        .map(|part| tongue.say(words::part(*part)))
        .collect();
    if !lacking.is_empty() {
        row = pen.paragraph(area, row, &format!("- {}", lacking.join(", ")), theme.plain);
    }
    if called.obstacles.is_empty() {
        pen.write(area, 0, row, &tongue.say(Word("ready")), theme.good);
        row += 1;
    } else {
        pen.write(area, 0, row, &tongue.say(Word("still-needed")), theme.title);
        row += 1;
        for obstacle in called.obstacles {
            let line = format!("- {}", tongue.say(terms::obstacle(obstacle)));
            row = pen.paragraph(area, row, &line, theme.plain);
        }
    }
    row += 1;
    // A heading with nothing below it would say nothing.
    if !told.missed.is_empty() && row + 2 < area.height {
        pen.write(area, 0, row, &tongue.say(Word("missed-most")), theme.title);
        pen.write(area, 0, row + 1, &tongue.say(Word("missed-limit")), theme.muted);
        row += 2;
        for one in told.missed {
            row = pen.paragraph(area, row, &format!("- {}", tongue.say(advice::missed(one))), theme.plain);
        }
    }
    let room = area.height.saturating_sub(row.saturating_add(1));
    if let Some(chart) = form.map.as_ref().filter(|_| room >= SMALL_MAP.1) {
        let foot = Rect { y: area.y.saturating_add(area.height - SMALL_MAP.1), height: SMALL_MAP.1, ..area };
        map::draw(pen, foot, chart, Signs::Braille);
    }
}
