//! The picture of the room: what went, the last first; what the police tell everybody; what is on its way; or one that lies
//! open.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::desks::spoken::{answers, bulletins as spoken, terms};
use crate::domain::time::Timestamp;
use crate::language::word::Word;
use crate::screens::commander::sent::bulletins::BulletinRow;
use crate::screens::commander::sent::lines::SentLine;
use crate::screens::commander::sent::listed::Listed;
use crate::screens::commander::sent::page;
use crate::screens::commander::sent::room::Part;
use crate::screens::commander::state::State;
use crate::screens::desk::reading;
use crate::screens::desk::view::{instead, reading as reader};
use crate::screens::kit::pen::Pen;
use crate::screens::kit::theme::Theme;
use crate::screens::kit::widgets::list::{self, Entry, MARGIN, Piece};

/// Columns of the word for a bulletin nobody looked at yet.
const NEW: u16 = 8;
/// Columns of how long a bulletin counts.
const STANDS: u16 = 22;
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
        Part::Bulletin(opened, first) => {
            reader::draw(pen, area, &page::bulletin(room, opened, front, columns), *first);
        }
        Part::Reports => {
            listed(state, pen, area, &room.reports, (Word("sent-nothing"), Word("search-nothing")), entry);
        }
        Part::Bulletins => {
            let words = (Word("bulletins-none"), Word("bulletins-not-found"));
            listed(state, pen, area, &room.bulletins, words, bulletin);
        }
    }
}

/// Draws a list with the words that narrow it above, or the word for `none` at all, or for none left.
fn listed<T>(
    state: &State,
    pen: &mut Pen<'_>,
    area: Rect,
    listed: &Listed<T>,
    none: (Word, Word),
    entry: impl Fn(&State, &T, Theme, u16) -> Entry,
) {
    let search = &state.sent.search;
    let mut area = area;
    let Some(all) = &listed.all else { return instead::draw(pen, area, Word("commander-loading")) };
    if search.is_open() {
        let line =
            Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(1), height: 1, ..area };
        let left = Word("search-left").with("left", listed.left.len()).with("all", all.len());
        search.draw(pen, line, Word("search-prompt"), &state.front.tongue.speak(&left));
        area = Rect { y: area.y.saturating_add(1), height: area.height.saturating_sub(1), ..area };
    }
    if all.is_empty() {
        return instead::draw(pen, area, none.0);
    }
    if listed.left.is_empty() {
        return instead::draw(pen, area, none.1);
    }
    let (theme, width) = (pen.theme(), area.width);
    list::draw_some(pen, area, listed.left.len(), listed.at, |place| {
        listed.shown_at(place).map(|row| entry(state, row, theme, width)).unwrap_or_default()
    });
}

/// A bulletin: new or not, when it was published, how long it counts, what it is called; below it who published it and how
/// far it was passed down.
fn bulletin(state: &State, row: &BulletinRow, theme: Theme, width: u16) -> Entry {
    let (tongue, line) = (state.front.tongue, &row.told.line);
    let now = Timestamp::new(state.front.moment.now);
    let is_new = line.seen.is_none();
    let style = if is_new { theme.good } else { theme.plain };
    let piece = |column: u16, columns: u16, text: String, style: Style| Piece {
        column,
        columns: columns.saturating_sub(1),
        text,
        style,
    };
    let new = if is_new { tongue.say(Word("answer-new")).into_owned() } else { String::new() };
    let rest = width.saturating_sub(MARGIN + NEW + WHEN + STANDS + 1);
    let below = width.saturating_sub(MARGIN + NEW + 1);
    let who = tongue.speak(&answers::signer(line.signed_by.as_ref()));
    let passed = if row.told.not_yet > 0 { theme.warning } else { theme.muted };
    Entry {
        lines: vec![
            vec![
                piece(0, NEW, new, style),
                piece(NEW, WHEN, tongue.speak(&terms::instant(line.issued)), style),
                piece(NEW + WHEN, STANDS, tongue.speak(&spoken::standing(&line.heading, now)), style),
                piece(
                    NEW + WHEN + STANDS,
                    rest,
                    tongue.speak(&spoken::headline(&line.heading, tongue)),
                    style,
                ),
            ],
            vec![piece(NEW, below, who, theme.muted)],
            vec![piece(NEW, below, format!("└ {}", tongue.speak(&row.passed_down())), passed)],
        ],
    }
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
