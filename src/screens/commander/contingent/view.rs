//! The picture of the room.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::desks::commander::contingent::ContingentMember;
use crate::domain::time::Timestamp;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::commander::contingent::room::{ContingentRoom, Open};
use crate::screens::commander::contingent::{lines, text};
use crate::screens::commander::state::State;
use crate::screens::desk::reading::{self, Tone};
use crate::screens::desk::view::question::Question;
use crate::screens::desk::view::{folder, instead, question, reading as page};
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text::cells;
use crate::screens::kit::theme::Theme;
use crate::screens::kit::widgets::list::{self, Entry, MARGIN, Piece};
use crate::screens::kit::widgets::text_field::TextField;

/// Columns of a callsign.
const WHO: u16 = 18;
/// Columns of his last contact.
const CONTACT: u16 = 13;
/// Columns of each number.
const NUMBER: u16 = 10;

/// Draws the room.
pub fn draw(state: &State, pen: &mut Pen<'_>, area: Rect) {
    let room = &state.contingent;
    let now = Timestamp::new(state.front.moment.now);
    let (columns, tongue) = (reading::columns(area.width), state.front.tongue);
    match &room.open {
        None => everybody(room, now, pen, area),
        Some(Open::One(id)) => {
            let lines = room.member(*id).map(|member| text::one(member, now, columns, tongue));
            page::draw(pen, area, &lines.unwrap_or_default(), 0);
        }
        Some(Open::Naming(naming)) => {
            let (above, below) = folder::parts(&naming.ask, area);
            everybody(room, now, pen, above);
            folder::draw(&naming.ask, pen, below);
        }
        Some(Open::Placing(placing)) => {
            let (above, below) = folder::parts(&placing.ask, area);
            everybody(room, now, pen, above);
            folder::draw(&placing.ask, pen, below);
        }
        Some(Open::Asked(asked)) => {
            let lines = text::asked(asked, now, columns, tongue);
            with_number(pen, area, &lines, Word("people-days-field"), &asked.days);
            if asked.is_last {
                sure(pen, area, Word("people-sure-enrol-title"), text::enrol_question(asked, tongue));
            }
        }
        Some(Open::Leaving(leaving)) => {
            let lines = text::leaving(leaving, columns, tongue);
            with_number(pen, area, &lines, Word("people-from-field"), &leaving.from);
            if leaving.is_last {
                sure(pen, area, Word("people-sure-revoke-title"), text::revoke_question(leaving, tongue));
            }
        }
        Some(Open::Placed(placed)) => page::draw(pen, area, &text::placed(placed, columns, tongue), 0),
    }
}

fn sure(pen: &mut Pen<'_>, area: Rect, title: Word, text: String) {
    let (yes, no) = (Word("people-sure-yes"), Word("people-sure-no"));
    question::draw(pen, area, Question { title, text, yes, no });
}

/// Lines with a number to type below them.
fn with_number(pen: &mut Pen<'_>, area: Rect, lines: &[(Tone, String)], label: Word, number: &TextField) {
    let height = cells(lines.len()).saturating_add(1).min(area.height.saturating_sub(1));
    page::draw(pen, Rect { height, ..area }, lines, 0);
    let theme = pen.theme();
    let inner = Rect { x: area.x.saturating_add(2), width: area.width.saturating_sub(2), ..area };
    let label = pen.tongue().say(label).into_owned();
    let column = pen.write(inner, 0, height, &label, theme.title).saturating_add(1);
    let x = inner.x.saturating_add(column);
    let field = Rect {
        x,
        y: area.y.saturating_add(height),
        width: area.right().saturating_sub(x).saturating_sub(1),
        height: 1,
    };
    number.draw(pen, field.intersection(area), true);
}

fn everybody(room: &ContingentRoom, now: Timestamp, pen: &mut Pen<'_>, area: Rect) {
    let Some(all) = room.members() else { return instead::draw(pen, area, Word("commander-loading")) };
    if all.is_empty() {
        return instead::draw(pen, area, Word("people-empty"));
    }
    let (theme, tongue) = (pen.theme(), pen.tongue());
    let inner = Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(2), ..area };
    let counts: Vec<String> = lines::counts(all, now).iter().map(|said| tongue.speak(said)).collect();
    let mut row = pen.paragraph(inner, 0, &counts.join(" · "), theme.title);
    let shown = room.shown();
    if room.search.is_open() {
        let left = Word("search-left").with("left", shown.len()).with("all", all.len());
        let line = Rect { y: inner.y.saturating_add(row), height: 1, ..inner };
        room.search.draw(pen, line, Word("search-prompt"), &tongue.speak(&left));
        row = row.saturating_add(1);
    }
    let heads = [
        Word("people-head-who"),
        Word("people-head-contact"),
        Word("people-head-filed"),
        Word("people-head-here"),
        Word("people-head-police"),
        Word("people-head-standing"),
    ];
    let below = Rect { y: area.y.saturating_add(row), height: area.height.saturating_sub(row), ..area };
    for ((column, columns), head) in columns(area.width).into_iter().zip(heads) {
        let x = area.x.saturating_add(MARGIN).saturating_add(column);
        let cell = Rect { x, width: columns.saturating_sub(1), ..below }.intersection(below);
        pen.write(cell, 0, 0, &tongue.say(head), theme.muted);
    }
    let below = Rect { y: below.y.saturating_add(1), height: below.height.saturating_sub(1), ..below };
    if shown.is_empty() {
        return instead::draw(pen, below, Word("people-nobody-left"));
    }
    list::draw_some(pen, below, shown.len(), room.selected_place(), |place| {
        shown.get(place).map(|member| entry(member, now, tongue, theme, area.width)).unwrap_or_default()
    });
}

/// Where the columns of the list begin, and how many each takes.
fn columns(width: u16) -> [(u16, u16); 6] {
    let numbers = WHO + CONTACT;
    let rest = width.saturating_sub(MARGIN + numbers + 3 * NUMBER);
    [
        (0, WHO),
        (WHO, CONTACT),
        (numbers, NUMBER),
        (numbers + NUMBER, NUMBER),
        (numbers + 2 * NUMBER, NUMBER),
        (numbers + 3 * NUMBER, rest),
    ]
}

fn entry(member: &ContingentMember, now: Timestamp, tongue: Tongue, theme: Theme, width: u16) -> Entry {
    let void = member.revoked.is_some();
    let plain = if void { theme.muted } else { theme.plain };
    let contact = if !void && lines::is_quiet(member, now) { theme.warning } else { plain };
    let texts: [(String, Style); 6] = [
        (member.callsign.as_str().to_owned(), plain),
        (tongue.speak(&lines::last_contact(member, now)), contact),
        (member.filed.to_string(), plain),
        (member.held.to_string(), if member.missing > 0 { theme.warning } else { plain }),
        (member.unacknowledged.to_string(), plain),
        (tongue.say(lines::standing(member)).into_owned(), plain),
    ];
    let pieces = columns(width).into_iter().zip(texts);
    let first = pieces.map(|((column, columns), (text, style))| Piece {
        column,
        columns: columns.saturating_sub(1),
        text,
        style,
    });
    let mut all = vec![first.collect()];
    all.extend(lines::below(member).map(|(said, grave)| {
        let style = if grave { theme.warning } else { theme.muted };
        let columns = width.saturating_sub(MARGIN + 3);
        vec![Piece { column: 2, columns, text: format!("└ {}", tongue.speak(&said)), style }]
    }));
    Entry { lines: all }
}
