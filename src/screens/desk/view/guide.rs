//! The guide: the chapters on the left, the open one on the right.

use ratatui::layout::Rect;

use crate::desks::spoken::codes;
use crate::desks::spoken::guide::{CHAPTERS, Chapter};
use crate::language::word::Word;
use crate::screens::desk::front::Front;
use crate::screens::desk::guide::text;
use crate::screens::desk::guide::update;
use crate::screens::desk::view::reading;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text::cells;
use crate::screens::kit::widgets::list::{self, Entry, MARGIN, Piece};

/// Draws the chapters that are left, and the open one from one of its lines on.
pub fn draw(front: &Front, pen: &mut Pen<'_>, area: Rect) {
    let theme = pen.theme();
    let room = &front.guide;
    let left = room.left(&front.catalogue, front.tongue);
    let mut list = Rect { width: update::CHAPTERS.saturating_sub(1), ..area };
    for row in 0..area.height {
        pen.write(area, list.width, row, "│", theme.muted);
    }
    if room.search.is_open() {
        let line =
            Rect { x: list.x.saturating_add(1), width: list.width.saturating_sub(1), height: 1, ..list };
        room.search.draw(pen, line, Word("search-prompt"), &format!("{}", left.len()));
        list = Rect { y: list.y.saturating_add(1), height: list.height.saturating_sub(1), ..list };
    }
    let beside = Rect {
        x: area.x.saturating_add(update::CHAPTERS),
        width: area.width.saturating_sub(update::CHAPTERS),
        ..area
    };
    if left.is_empty() {
        let text = Rect { x: beside.x.saturating_add(2), width: beside.width.saturating_sub(2), ..beside };
        pen.paragraph(text, 0, &front.tongue.say(Word("guide-nothing")), theme.plain);
        return;
    }
    let selected = left.iter().position(|place| *place == room.chapter).unwrap_or(0);
    let tongue = front.tongue;
    list::draw_some(pen, list, left.len(), selected, |place| {
        let chapter = left.get(place).and_then(|place| CHAPTERS.get(*place));
        let Some(chapter) = chapter else { return Entry::default() };
        let (column, word) = name(chapter);
        let columns = list.width.saturating_sub(MARGIN + column + 1);
        let text = tongue.say(word).into_owned();
        Entry { lines: vec![vec![Piece { column, columns, text, style: theme.plain }]] }
    });
    if let Some(chapter) = room.open() {
        let columns = update::text_columns(area.width);
        let lines = text::lines(chapter, &room.search.words(), &front.catalogue, columns, tongue);
        draw_text(pen, beside, &lines, room.first);
    }
}

/// What a chapter is called in the list, and how far it stands in: a side of the catalogue goes by its short name.
fn name(chapter: &Chapter) -> (u16, Word) {
    chapter.dimension.map_or((0, chapter.title), |dimension| (2, codes::dimension(dimension)))
}

fn draw_text(pen: &mut Pen<'_>, area: Rect, lines: &[text::Line], first: usize) {
    for (row, line) in lines.iter().skip(first).take(usize::from(area.height)).enumerate() {
        if line.hit {
            let title = pen.theme().title;
            pen.write(area, 0, cells(row), "›", title);
        }
    }
    let text: Vec<_> = lines.iter().map(|line| (line.tone, line.text.clone())).collect();
    reading::draw(pen, area, &text, first);
}
