//! The attachments of the open report: what they are, whether they are here, a look at one.

use ratatui::layout::Rect;

use crate::desks::spoken::measures::size;
use crate::language::word::Word;
use crate::screens::commander::review::room::{Files, Sheet};
use crate::screens::commander::review::shape;
use crate::screens::desk::front::Front;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::widgets::list::{self, Entry, Piece};
use crate::screens::kit::widgets::preview;

/// Draws the list on the left and the look at the selected one on the right.
pub fn draw(sheet: &Sheet, files: &Files, front: &Front, pen: &mut Pen<'_>, area: Rect) {
    let (theme, tongue) = (pen.theme(), front.tongue);
    let inner = Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(2), ..area };
    let (columns, rows) = shape::preview(front.size);
    let left = Rect { width: inner.width.saturating_sub(columns.saturating_add(2)), ..inner };
    pen.write(left, 0, 0, &tongue.say(Word("report-attachments")), theme.title);
    let entries: Vec<Entry> = sheet
        .original
        .files()
        .map(|held| {
            let here = if held.here { Word("original-here") } else { Word("original-not-here") };
            let kind = held.attachment.media_type.as_str();
            let line = |text: String, style| {
                vec![Piece { column: 0, columns: left.width.saturating_sub(list::MARGIN), text, style }]
            };
            let first = format!("{kind}, {}", tongue.speak(&size(held.attachment.size)));
            Entry { lines: vec![line(first, theme.plain), line(tongue.say(here).into_owned(), theme.muted)] }
        })
        .collect();
    let part = Rect { y: left.y.saturating_add(2), height: left.height.saturating_sub(2), ..left };
    list::draw(pen, part, &entries, files.at);
    let right = Rect {
        x: inner.x.saturating_add(inner.width.saturating_sub(columns)),
        width: columns,
        height: rows,
        ..inner
    };
    match &files.preview {
        Some((of, picture)) if Some(*of) == files.selected(sheet) => match picture {
            Some(picture) => preview::draw(pen, right, picture),
            None => {
                pen.paragraph(right, 0, &tongue.say(Word("no-preview")), theme.muted);
            }
        },
        _ => {}
    }
}
