//! The picture of the room: what went, the last first; what is on its way; or one report that lies open.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::desks::spoken::terms;
use crate::language::word::Word;
use crate::screens::commander::sent::lines::SentLine;
use crate::screens::commander::sent::page;
use crate::screens::commander::sent::room::Part;
use crate::screens::commander::state::State;
use crate::screens::desk::reading;
use crate::screens::desk::view::{instead, reading as reader};
use crate::screens::kit::pen::Pen;
use crate::screens::kit::theme::Theme;
use crate::screens::kit::widgets::list::{self, Entry, MARGIN, Piece};

/// Columns of the day and time it was forwarded.
const WHEN: u16 = 15;
/// Columns of who filed it, with his number for it.
const WHO: u16 = 15;
/// Columns of the grade.
const GRADE: u16 = 4;
/// Columns of a standing in words, with its instant.
const STANDING: u16 = 31;

/// Draws the room.
pub fn draw(state: &State, pen: &mut Pen<'_>, area: Rect) {
    let (room, front) = (&state.sent, &state.front);
    let columns = reading::columns(area.width);
    match &room.part {
        Part::Page(opened, first) => {
            let lines = page::report(opened, &front.catalogue, columns, front.tongue);
            reader::draw(pen, area, &lines, *first);
        }
        Part::Packets(first) => reader::draw(pen, area, &page::packets(room, front, columns), *first),
        Part::Reports => reports(state, pen, area),
    }
}

fn reports(state: &State, pen: &mut Pen<'_>, area: Rect) {
    let room = &state.sent;
    let mut area = area;
    let Some(all) = &room.reports else { return instead::draw(pen, area, Word("commander-loading")) };
    if room.search.is_open() {
        let line =
            Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(1), height: 1, ..area };
        let left = Word("search-left").with("left", room.left.len()).with("all", all.len());
        room.search.draw(pen, line, Word("search-prompt"), &state.front.tongue.speak(&left));
        area = Rect { y: area.y.saturating_add(1), height: area.height.saturating_sub(1), ..area };
    }
    if all.is_empty() {
        return instead::draw(pen, area, Word("sent-nothing"));
    }
    if room.left.is_empty() {
        return instead::draw(pen, area, Word("search-nothing"));
    }
    let (theme, width) = (pen.theme(), area.width);
    list::draw_some(pen, area, room.left.len(), room.at, |place| {
        room.shown_at(place).map(|line| entry(state, line, theme, width)).unwrap_or_default()
    });
}

fn entry(state: &State, line: &SentLine, theme: Theme, width: u16) -> Entry {
    let tongue = state.front.tongue;
    let rest = width.saturating_sub(MARGIN + WHEN + WHO + GRADE + STANDING + 1);
    let piece = |column: u16, columns: u16, text: &str, style: Style| Piece {
        column,
        columns: columns.saturating_sub(1),
        text: text.to_owned(),
        style,
    };
    let when = line.forwarded.map_or_else(String::new, |at| tongue.speak(&terms::instant(at)));
    let grade = line.grade.as_deref().unwrap_or("–");
    let what = tongue.speak(&line.what(&state.front.catalogue));
    let standing = tongue.speak(&terms::standing(line.standing, None));
    let told = if line.answers.0 > 0 { theme.good } else { theme.plain };
    let mut lines = vec![vec![
        piece(0, WHEN, &when, theme.plain),
        piece(WHEN, WHO, &line.who, theme.plain),
        piece(WHEN + WHO, GRADE, grade, theme.plain),
        piece(WHEN + WHO + GRADE, rest, &what, theme.plain),
        piece(WHEN + WHO + GRADE + rest, STANDING, &standing, told),
    ]];
    lines.extend(line.below().map(|(phrase, is_good)| {
        let style = if is_good { theme.good } else { theme.warning };
        vec![piece(3, width.saturating_sub(MARGIN + 3), &format!("└ {}", tongue.speak(&phrase)), style)]
    }));
    Entry { lines }
}
