//! The list of reports, one line each, with the newest answers on top.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::desks::spoken::{shown, terms};
use crate::domain::observation_terms::TimePrecision;
use crate::domain::text::{Line, Narrative};
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::widgets::list::{self, Entry, MARGIN, Piece};
use crate::screens::observer::lines::{AnswerLine, ReportLine, Said};
use crate::screens::observer::state::State;

/// Columns of a time: a date-time group with the sign of one that is about right.
const TIME: u16 = 14;

/// Columns of a standing in words, with its instant.
const STANDING: u16 = 31;

/// Draws the list, or what to do while there is none.
pub fn draw(state: &State, pen: &mut Pen<'_>, area: Rect) {
    let theme = pen.theme();
    let inner = Rect {
        x: area.x.saturating_add(2),
        y: area.y.saturating_add(1),
        width: area.width.saturating_sub(4).min(70),
        height: area.height.saturating_sub(1),
    };
    match &state.reports {
        None => {
            pen.paragraph(inner, 0, &state.tongue.say(Word("loading")), theme.muted);
        }
        Some(lines) if lines.is_empty() => {
            pen.paragraph(inner, 0, &state.tongue.say(Word("no-reports")), theme.plain);
        }
        Some(lines) => {
            let entries: Vec<Entry> = lines.iter().map(|line| entry(line, pen, area.width)).collect();
            list::draw(pen, area, &entries, state.selected_place());
        }
    }
}

fn entry(line: &ReportLine, pen: &Pen<'_>, width: u16) -> Entry {
    let (theme, tongue) = (pen.theme(), pen.tongue());
    // What is left is shared; at 80 columns a whole grid reference of the usual length still fits.
    let rest = width.saturating_sub(MARGIN + TIME + STANDING + 1);
    let place = rest / 2 + 1;
    let what = rest.saturating_sub(place);
    let time = line.observed.as_ref().map_or_else(
        || tongue.say(Word("no-time")).into_owned(),
        |observed| {
            let begins = shown::time_written(observed);
            match observed.precision() {
                // Only its beginning fits; the whole stands in the report.
                TimePrecision::Period => begins.split('/').next().unwrap_or_default().to_owned() + "…",
                TimePrecision::Exact | TimePrecision::About => begins,
            }
        },
    );
    let told = if line.is_draft { theme.muted } else { theme.plain };
    let piece = |column: u16, columns: u16, text: &str, style: Style| Piece {
        column,
        columns: columns.saturating_sub(1),
        text: text.to_owned(),
        style,
    };
    let mut lines = vec![vec![
        piece(0, TIME, &time, theme.plain),
        piece(TIME, place, &tongue.speak(&line.place), theme.plain),
        piece(TIME + place, what, &tongue.speak(&line.what), theme.plain),
        piece(
            TIME + place + what,
            STANDING,
            &tongue.speak(&terms::standing(line.standing, line.handed_over)),
            told,
        ),
    ]];
    lines.extend(line.answers.first().map(|answer| {
        let text = newest(answer, tongue);
        vec![piece(3, width.saturating_sub(MARGIN + 3), &text, theme.good)]
    }));
    Entry { lines }
}

/// The newest answer in one line.
fn newest(answer: &AnswerLine, tongue: Tongue) -> String {
    let (who, what, more) = match &answer.said {
        Said::ByCell { outcome, text, .. } => (
            Word("words-of-police"),
            tongue.speak(&terms::outcome(*outcome)),
            text.as_ref().map(Narrative::as_str),
        ),
        Said::ByCommander { reason, note } => (
            Word("words-of-commander"),
            tongue.say(terms::returned(*reason)).into_owned(),
            note.as_ref().map(Line::as_str),
        ),
    };
    let more = more.map(|more| format!(" – {more}")).unwrap_or_default();
    format!("└ {}, {}: {what}{more}", tongue.say(who), tongue.speak(&terms::instant(answer.at)))
}
