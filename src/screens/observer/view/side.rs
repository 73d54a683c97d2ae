//! Beside the form: what must be read now, how complete the draft is, and what an officer would miss most.

use ratatui::layout::Rect;

use crate::desks::spoken::terms;
use crate::domain::draft::{Draft, Obstacle};
use crate::language::word::Word;
use crate::screens::kit::pen::Pen;
use crate::screens::observer::advice::{self, Part};
use crate::screens::observer::state::State;
use crate::screens::observer::words;

/// Draws the panel from top to bottom, the gravest first.
pub fn draw(state: &State, draft: &Draft, pen: &mut Pen<'_>, area: Rect) {
    let (theme, tongue) = (pen.theme(), state.tongue);
    let mut row = 0;
    for alert in advice::alerts(draft, &state.catalogue) {
        row = pen.paragraph(area, row, &format!("! {}", tongue.say(words::alert(alert))), theme.warning);
    }
    if row > 0 {
        row += 1;
    }
    let held = Part::ALL.iter().filter(|part| part.stands_in(draft)).count();
    let total = Part::ALL.len();
    let meter = format!("[{}{}] {held}/{total}", "#".repeat(held), "-".repeat(total - held));
    pen.write(area, 0, row, &format!("{} {meter}", tongue.say(Word("filled-in"))), theme.title);
    row += 1;
    let lacking: Vec<_> = Part::ALL
        .iter()
        .filter(|part| !part.stands_in(draft))
        .map(|part| tongue.say(words::part(*part)))
        .collect();
    if !lacking.is_empty() {
        row = pen.paragraph(area, row, &format!("- {}", lacking.join(", ")), theme.plain);
    }
    row += 1;
    let obstacles: Vec<Obstacle> = draft.obstacles(&state.catalogue);
    if obstacles.is_empty() {
        pen.write(area, 0, row, &tongue.say(Word("ready")), theme.good);
        row += 1;
    } else {
        pen.write(area, 0, row, &tongue.say(Word("still-needed")), theme.title);
        row += 1;
        for obstacle in obstacles {
            row = pen.paragraph(
                area,
                row,
                &format!("- {}", tongue.say(terms::obstacle(obstacle))),
                theme.plain,
            );
        }
    }
    let missed = advice::missed(draft, &state.catalogue);
    row += 1;
    // A heading with nothing below it would say nothing.
    if missed.is_empty() || row + 2 >= area.height {
        return;
    }
    pen.write(area, 0, row, &tongue.say(Word("missed-most")), theme.title);
    pen.write(area, 0, row + 1, &tongue.say(Word("missed-limit")), theme.muted);
    row += 2;
    for one in missed {
        row = pen.paragraph(area, row, &format!("- {}", tongue.say(words::missed(one))), theme.plain);
    }
}
