//! How the two sides share the screen.

use ratatui::layout::Rect;

use crate::screens::kit::widgets::{form_layout, list};

/// From this many columns on, both sides stand beside each other.
pub const WIDE: u16 = 110;
/// Rows of the frame around the body: banners, title, notice, keys.
const AROUND: u16 = 5;
/// Cells of the look at an attachment, at most.
const PREVIEW: (u16, u16) = (48, 24);

/// Whether both sides stand beside each other on a terminal of this size.
#[must_use]
pub const fn is_wide((columns, _): (u16, u16)) -> bool {
    columns >= WIDE
}

/// The part of the original and that of the statement, where both are shown; a line stands between them.
#[must_use]
pub fn halves(body: Rect) -> (Rect, Rect) {
    let left = body.width / 2;
    let right = body.width.saturating_sub(left + 1);
    (Rect { width: left, ..body }, Rect { x: body.x.saturating_add(left + 1), width: right, ..body })
}

/// The body on a terminal of this size: below the title, above the notice.
#[must_use]
pub fn body((columns, rows): (u16, u16)) -> Rect {
    Rect::new(0, 0, columns, rows.saturating_sub(AROUND))
}

/// Where the original stands on a terminal of this size: below its heading.
#[must_use]
pub fn original(size: (u16, u16)) -> Rect {
    let body = body(size);
    below_heading(if is_wide(size) { halves(body).0 } else { body })
}

/// Where the statement stands on a terminal of this size: below its heading.
#[must_use]
pub fn statement(size: (u16, u16)) -> Rect {
    let body = body(size);
    below_heading(if is_wide(size) { halves(body).1 } else { body })
}

/// The part below the line that says which side it is.
#[must_use]
pub fn below_heading(area: Rect) -> Rect {
    Rect { y: area.y.saturating_add(1), height: area.height.saturating_sub(1), ..area }
}

/// Columns a long field of the statement has.
#[must_use]
pub fn long_field(size: (u16, u16)) -> usize {
    form_layout::area_columns(statement(size).width)
}

/// Cells of the look at an attachment.
#[must_use]
pub fn preview(size: (u16, u16)) -> (u16, u16) {
    let body = body(size);
    ((body.width / 2).min(PREVIEW.0), body.height.saturating_sub(2).min(PREVIEW.1))
}

/// Columns the note of a return has.
#[must_use]
pub fn note(size: (u16, u16)) -> usize {
    form_layout::area_columns(body(size).width)
}

/// Lines a page key goes.
#[must_use]
pub fn page(size: (u16, u16)) -> isize {
    isize::try_from(original(size).height.saturating_sub(2).max(1)).unwrap_or(1)
}

/// The first line after so many steps: never so far that less than the room is filled.
#[must_use]
pub fn scrolled(first: usize, lines: usize, room: u16, steps: isize) -> usize {
    let last = lines.saturating_sub(usize::from(room));
    list::moved(first.min(last), last + 1, steps)
}
