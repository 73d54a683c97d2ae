//! What the commander sees while he reviews: a picture of the room, which nothing here can change.

mod files;
mod give_back;
mod question;
mod repeats;

use ratatui::layout::Rect;

use crate::domain::time::Timestamp;
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::commander::review::room::{Over, ReviewRoom, Sheet, Side};
use crate::screens::commander::review::{shape, text, words};
use crate::screens::commander::state::State;
use crate::screens::desk::front::Front;
use crate::screens::desk::view::{instead, reading};
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text::{cells, width};
use crate::screens::kit::widgets::form_layout;

/// Draws the open report with the statement beside it, or what stands in front of them.
pub fn draw(state: &State, pen: &mut Pen<'_>, area: Rect) {
    let (room, front) = (&state.review, &state.front);
    let Some(sheet) = room.sheet.as_deref() else {
        instead::draw(pen, area, Word("review-reading"));
        return;
    };
    match &sheet.over {
        Over::Nothing | Over::Release | Over::Suggested => sides(room, sheet, front, pen, area),
        Over::Repeats(at) => repeats::draw(sheet, *at, front, pen, area),
        Over::Other(other, first, _) => {
            let lines = text::lines(other, &front.catalogue, area.width, front.tongue);
            let heading = Word("review-other").with("report", words::called(other));
            self::heading(&heading, true, pen, area);
            reading::draw(pen, shape::below_heading(area), &lines, *first);
        }
        Over::Files(shown) => files::draw(sheet, shown, front, pen, area),
        Over::GiveBack(back) => give_back::draw(sheet, back, front, pen, area),
    }
    match sheet.over {
        Over::Release => question::release(pen, area),
        Over::Suggested => question::suggested(pen, area),
        _ => {}
    }
}

/// What the title says, where a report lies open.
#[must_use]
pub fn title(state: &State) -> Option<Phrase> {
    let now = Timestamp::new(state.front.moment.now);
    state.review.sheet.as_ref().map(|sheet| words::title(&sheet.original, now))
}

fn sides(room: &ReviewRoom, sheet: &Sheet, front: &Front, pen: &mut Pen<'_>, area: Rect) {
    if !shape::is_wide(front.size) {
        match sheet.side {
            Side::Original => original(room, sheet, front, pen, area),
            Side::Statement => statement(sheet, pen, area),
        }
        return;
    }
    let (left, right) = shape::halves(area);
    original(room, sheet, front, pen, left);
    let theme = pen.theme();
    for row in 0..area.height {
        pen.write(area, left.width, row, "│", theme.muted);
    }
    statement(sheet, pen, right);
}

fn original(room: &ReviewRoom, sheet: &Sheet, front: &Front, pen: &mut Pen<'_>, area: Rect) {
    let has_keys = sheet.side == Side::Original;
    // Where the statement is out of sight, what signing would take stands beside the original.
    let taken = if shape::is_wide(front.size) { 0 } else { in_short(sheet, pen, area) };
    let left = Rect { width: area.width.saturating_sub(taken), ..area };
    heading(&Word("review-original").with("left", room.left()), has_keys, pen, left);
    let part = shape::below_heading(area);
    let lines = text::lines(&sheet.original, &front.catalogue, part.width, front.tongue);
    let last = lines.len().saturating_sub(usize::from(part.height));
    reading::draw(pen, part, &lines, sheet.first.min(last));
}

/// At the right end of the heading, what signing would take; gives the columns it takes.
fn in_short(sheet: &Sheet, pen: &mut Pen<'_>, area: Rect) -> u16 {
    let text = pen.tongue().speak(&words::in_short(&sheet.statement));
    let columns = cells(width(&text)).saturating_add(1);
    let title = pen.theme().title;
    pen.write(area, area.width.saturating_sub(columns), 0, &text, title);
    columns.saturating_add(1)
}

fn statement(sheet: &Sheet, pen: &mut Pen<'_>, area: Rect) {
    let has_keys = sheet.side == Side::Statement;
    heading(&words::in_short(&sheet.statement), has_keys, pen, area);
    let part = shape::below_heading(area);
    if has_keys {
        form_layout::draw(&sheet.statement.form, pen, part);
    } else {
        form_layout::draw(&sheet.statement.form.without_focus(), pen, part);
    }
}

/// The line that says which side it is; a sign where the keys are.
fn heading(said: &Phrase, has_keys: bool, pen: &mut Pen<'_>, area: Rect) {
    let (theme, tongue) = (pen.theme(), pen.tongue());
    let (sign, style) = if has_keys { ("›", theme.title) } else { (" ", theme.muted) };
    pen.write(area, 0, 0, sign, style);
    pen.write(area, 2, 0, &tongue.speak(said), style);
}
