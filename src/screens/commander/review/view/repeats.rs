//! The reports that the open one repeats, each with every reason.

use ratatui::layout::Rect;

use crate::desks::spoken::terms;
use crate::language::word::Word;
use crate::screens::commander::review::room::Sheet;
use crate::screens::commander::review::words;
use crate::screens::desk::front::Front;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text;
use crate::screens::kit::widgets::list::{self, Entry, Piece};

/// The column at which reasons begin.
const REASON: u16 = 4;

/// Draws the list; the report that is marked as the same bears a cross.
pub fn draw(sheet: &Sheet, at: usize, front: &Front, pen: &mut Pen<'_>, area: Rect) {
    let (theme, tongue, original) = (pen.theme(), front.tongue, &sheet.original);
    let inner = Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(2), ..area };
    let title = Word("review-repeats").with("report", words::called(original));
    let row = pen.paragraph(inner, 0, &tongue.speak(&title), theme.title);
    let mut row = pen.paragraph(inner, row, &tongue.say(Word("review-repeats-text")), theme.muted);
    if original.opened.repeats.more {
        row = pen.paragraph(inner, row, &tongue.say(Word("review-repeats-more")), theme.muted);
    }
    let columns = inner.width.saturating_sub(list::MARGIN);
    let piece = |column: u16, text: String, style| Piece {
        column,
        columns: columns.saturating_sub(column),
        text,
        style,
    };
    let entry = |other| {
        let marked = sheet.statement.repeats.as_ref().is_some_and(|(same, _)| *same == other);
        let mut first = format!(
            "{} {}",
            if marked { "[x]" } else { "[ ]" },
            tongue.speak(&words::other(original, other))
        );
        if let Some(known) = original.beside.others.get(&other) {
            let said = if known.gone { Word("review-repeats-gone") } else { Word("review-repeats-owed") };
            let when = terms::instant(known.recorded);
            first.push_str(&format!(", {}", tongue.speak(&said.with("when", when))));
        }
        let reasons = original.opened.repeats.told.iter().filter(|repeat| repeat.other == other);
        let reasons = reasons.flat_map(|repeat| {
            let said = tongue.speak(&words::reason(&repeat.reason, &front.catalogue));
            let room = usize::from(columns.saturating_sub(REASON + 2));
            let lines = plain_text::wrapped(&plain_text::one_line(&said), room).into_iter().enumerate();
            lines.map(|(place, line)| {
                let sign = if place == 0 { "-" } else { " " };
                vec![piece(REASON, format!("{sign} {line}"), theme.muted)]
            })
        });
        Entry { lines: [vec![piece(0, first, theme.plain)]].into_iter().chain(reasons).collect() }
    };
    let entries: Vec<Entry> = original.repeated().into_iter().map(entry).collect();
    row = row.saturating_add(1);
    let part = Rect { y: inner.y.saturating_add(row), height: inner.height.saturating_sub(row), ..inner };
    list::draw(pen, part, &entries, at);
}
