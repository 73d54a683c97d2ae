//! The queue: what is owed in one line, then one row each; what is to be known about one stands below it.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::desks::observer::entry::ABOUT;
use crate::desks::spoken::codes;
use crate::domain::observation_terms::TimePrecision;
use crate::domain::precedence::Precedence;
use crate::domain::time::Timestamp;
use crate::geography::dtg;
use crate::geography::zone::Zone;
use crate::language::word::Word;
use crate::screens::commander::queue::filter::Only;
use crate::screens::commander::queue::lines::{self, QueueLine};
use crate::screens::commander::queue::words::{self, Sign};
use crate::screens::commander::state::State;
use crate::screens::desk::view::instead;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text::{self, cells};
use crate::screens::kit::theme::Theme;
use crate::screens::kit::widgets::list::{self, Entry, MARGIN, Piece};

/// From this width on, the precedence stands in words and the time with its month.
const WIDE: u16 = 110;
/// Columns of the time that is left.
const LEFT: u16 = 9;
/// Columns of who filed it.
const WHO: u16 = 12;
/// Columns of what was done about it.
const STATE: u16 = 13;

/// Draws the room.
pub fn draw(state: &State, pen: &mut Pen<'_>, area: Rect) {
    let room = &state.queue;
    let Some(all) = room.lines() else { return instead::draw(pen, area, Word("commander-loading")) };
    if all.is_empty() {
        return instead::draw(pen, area, Word("queue-empty"));
    }
    let above = draw_above(state, pen, area);
    let area = Rect { y: area.y.saturating_add(above), height: area.height.saturating_sub(above), ..area };
    if room.shown() == 0 {
        return instead::draw(pen, area, Word("queue-nothing-left"));
    }
    let (theme, now) = (pen.theme(), Timestamp::new(state.front.moment.now));
    list::draw_some(pen, area, room.shown(), room.selected_place(), |place| {
        room.shown_line(place).map(|line| entry(state, line, now, theme, area.width)).unwrap_or_default()
    });
}

/// Draws what is owed and what narrows it, and says how many rows that took.
fn draw_above(state: &State, pen: &mut Pen<'_>, area: Rect) -> u16 {
    let (theme, tongue, room) = (pen.theme(), state.front.tongue, &state.queue);
    let now = Timestamp::new(state.front.moment.now);
    let inner = Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(2), ..area };
    let tally: Vec<String> = words::tally(room.tally(), now).iter().map(|said| tongue.speak(said)).collect();
    let mut row = 0;
    for line in dotted(tally, usize::from(inner.width)) {
        pen.write(inner, 0, row, &line, theme.title);
        row += 1;
    }
    if room.set_back.is_some() {
        row = pen.paragraph(inner, row, &format!("! {}", tongue.say(Word("queue-set-back"))), theme.warning);
    }
    let left = Word("search-left").with("left", room.shown()).with("all", room.tally().owed);
    let left = tongue.speak(&left);
    let line = Rect { y: inner.y.saturating_add(row), height: 1, ..inner };
    if room.search.is_open() {
        room.search.draw(pen, line, Word("search-prompt"), &left);
        row += 1;
    }
    if room.only() != Only::All {
        let only = Word("queue-only").with("kind", room.only().word());
        let end = pen.write(inner, 0, row, &tongue.speak(&only), theme.title);
        if !room.search.is_open() {
            let at = inner.width.saturating_sub(cells(plain_text::width(&left))).saturating_sub(1).max(end);
            pen.write(inner, at, row, &left, theme.muted);
        }
        row += 1;
    }
    row
}

/// Parts with a dot between each, on lines of so many columns; a part is broken only where it is longer than that.
fn dotted(parts: Vec<String>, columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        match lines.last_mut() {
            Some(last) if plain_text::width(last) + 3 + plain_text::width(&part) <= columns => {
                last.push_str(" · ");
                last.push_str(&part);
            }
            _ => lines.push(part),
        }
    }
    lines
}

fn entry(state: &State, line: &QueueLine, now: Timestamp, theme: Theme, width: u16) -> Entry {
    let (tongue, row) = (state.front.tongue, &line.row);
    let is_wide = width >= WIDE;
    let (mark, when) = if is_wide { (11, 14) } else { (3, 9) };
    // What is left is shared by where and what.
    let rest = width.saturating_sub(MARGIN + mark + LEFT + WHO + when + STATE + 1);
    let place = rest / 2;
    let what = rest.saturating_sub(place);
    let (precedence, urgent) = match row.precedence {
        Precedence::Flash | Precedence::Immediate => ("!!", theme.warning),
        Precedence::Priority => ("!", theme.title),
        Precedence::Routine => ("", theme.plain),
    };
    let precedence = if is_wide {
        tongue.say(codes::precedence(row.precedence)).into_owned()
    } else {
        precedence.to_owned()
    };
    let countdown = row.countdown(now);
    let left = tongue.speak(&words::countdown(countdown));
    let told = if countdown.is_over() { theme.warning } else { theme.plain };
    let group = dtg::format(row.observed.from().instant(), Zone::ZULU);
    let group = if is_wide { group.as_str() } else { plain_text::beginning(&group, 7) };
    let seen = match row.observed.precision() {
        TimePrecision::Period => format!("{group}…"),
        TimePrecision::About => format!("{ABOUT}{group}"),
        TimePrecision::Exact => group.to_owned(),
    };
    let mut column = 0;
    let mut pieces = Vec::new();
    let mut piece = |columns: u16, text: String, style: Style| {
        pieces.push(Piece { column, columns: columns.saturating_sub(1), text, style });
        column += columns;
    };
    piece(mark, precedence, urgent);
    piece(LEFT, left, told);
    piece(WHO, lines::who(row), theme.plain);
    piece(when, seen, theme.plain);
    piece(place, tongue.speak(&line.place()), theme.plain);
    piece(what, tongue.speak(&line.what(&state.front.catalogue)), theme.plain);
    piece(STATE, tongue.speak(&words::state(row.state)), theme.plain);
    let mut lines = vec![pieces];
    lines.extend(words::below(line, now).into_iter().map(|(sign, said)| {
        let style = if sign == Sign::Grave { theme.warning } else { theme.muted };
        let columns = width.saturating_sub(MARGIN + mark + 1);
        vec![Piece { column: mark, columns, text: format!("└ {}", tongue.speak(&said)), style }]
    }));
    Entry { lines }
}
