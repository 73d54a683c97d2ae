//! The list of reports, one line each; what is new, old or overdue about one stands below it, and how many are overdue
//! above them all.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::desks::observer::entry::ABOUT;
use crate::desks::spoken::{answers, overdue, terms};
use crate::domain::observation_terms::TimePrecision;
use crate::geography::dtg;
use crate::geography::zone::Zone;
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::desk::view::instead;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::theme::Theme;
use crate::screens::kit::widgets::list::{self, Entry, MARGIN, Piece};
use crate::screens::observer::lines::ReportLine;
use crate::screens::observer::state::State;

/// Columns of a time: a date-time group with the sign of one that is about right.
const TIME: u16 = 14;

/// Columns of a standing in words, with its instant.
const STANDING: u16 = 31;

/// Draws the list, or what to do while there is none.
pub fn draw(state: &State, pen: &mut Pen<'_>, area: Rect) {
    let mut area = area;
    if state.search.is_open() {
        let line =
            Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(1), height: 1, ..area };
        let left = Word("search-left").with("left", state.shown()).with("all", state.lines().len());
        state.search.draw(pen, line, Word("search-prompt"), &state.front.tongue.speak(&left));
        area = Rect { y: area.y.saturating_add(1), height: area.height.saturating_sub(1), ..area };
    }
    let overdue = state.overdue();
    if overdue > 0 {
        let said = state.front.tongue.speak(&Word("overdue-line").with("count", overdue));
        pen.write(area, 1, 0, &said, pen.theme().title);
        area = Rect { y: area.y.saturating_add(1), height: area.height.saturating_sub(1), ..area };
    }
    match &state.reports {
        None => instead::draw(pen, area, Word("loading")),
        Some(lines) if lines.is_empty() => instead::draw(pen, area, Word("no-reports")),
        Some(_) if state.shown() == 0 => instead::draw(pen, area, Word("search-nothing")),
        Some(_) => {
            let (theme, width) = (pen.theme(), area.width);
            list::draw_some(pen, area, state.shown(), state.selected_place(), |place| {
                state.shown_line(place).map(|line| entry(state, line, theme, width)).unwrap_or_default()
            });
        }
    }
}

fn entry(state: &State, line: &ReportLine, theme: Theme, width: u16) -> Entry {
    let tongue = state.front.tongue;
    // What is left is shared; at 80 columns a whole grid reference of the usual length still fits.
    let rest = width.saturating_sub(MARGIN + TIME + STANDING + 1);
    let place = rest / 2 + 1;
    let what = rest.saturating_sub(place);
    let time = line.observed.as_ref().map_or_else(
        || tongue.say(Word("no-time")).into_owned(),
        |observed| {
            // Only its beginning fits, to the minute; the whole stands in the report.
            let begins = dtg::format(observed.from().instant(), Zone::ZULU);
            match observed.precision() {
                TimePrecision::Period => begins + "…",
                TimePrecision::About => format!("{ABOUT}{begins}"),
                TimePrecision::Exact => begins,
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
        piece(TIME, place, &tongue.speak(&line.place()), theme.plain),
        piece(TIME + place, what, &tongue.speak(&line.what(&state.front.catalogue)), theme.plain),
        piece(TIME + place + what, STANDING, &tongue.speak(&standing(line)), told),
    ]];
    lines.extend(below(line, theme).into_iter().map(|(phrase, style)| {
        vec![piece(3, width.saturating_sub(MARGIN + 3), &format!("└ {}", tongue.speak(&phrase)), style)]
    }));
    Entry { lines }
}

/// How far it has come; a draft says how long it has been left alone.
fn standing(line: &ReportLine) -> Phrase {
    if line.is_draft && line.idle_days > 0 {
        return Word("draft-age").with("days", line.idle_days);
    }
    terms::standing(line.standing, line.handed_over)
}

/// What is new about a report, old about a draft, or overdue.
fn below(line: &ReportLine, theme: Theme) -> Vec<(Phrase, Style)> {
    let old = line.is_old.then(|| (Word("draft-old").with("days", line.idle_days), theme.warning));
    let news = line.news.map(|news| {
        let said = Word("report-news")
            .with("who", answers::who(news.kind))
            .with("when", terms::instant(news.at))
            .with("what", answers::gist(news.kind, news.outcome));
        (said, theme.good)
    });
    // Something to know, and nothing to be alarmed about.
    let late = line.overdue.as_deref().map(|report| (overdue::mark(report), theme.plain));
    [old, news, late].into_iter().flatten().collect()
}
