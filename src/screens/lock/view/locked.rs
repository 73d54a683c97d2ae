//! The locked screen: what this is, a field whose content nobody sees, and what happened.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::geography::dtg::DateTimeGroup;
use crate::geography::zone::Zone;
use crate::language::word::Word;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text::{self, cells};
use crate::screens::kit::theme::Theme;
use crate::screens::kit::widgets::{banner, help_bar, too_small};
use crate::screens::lock::keys::KEYS;
use crate::screens::lock::state::{Notice, Stage, State};
use crate::screens::lock::view::question;

/// What stands in the field, however long the passphrase is.
const TYPED: &str = "••••••••••••";

/// Signs that follow each other while a passphrase is checked, so that nobody thinks the program stands still.
const TURNING: [&str; 4] = ["|", "/", "-", "\\"];

/// How long each of them stands.
const MILLISECONDS_EACH: i64 = 250;

/// Columns the text takes at most; longer lines are hard to read.
const COLUMNS: u16 = 70;

/// Draws the whole picture.
pub fn draw(state: &State, frame: &mut Frame<'_>) {
    let mut pen = Pen::new(frame.buffer_mut(), Theme::of(state.theme), state.tongue);
    picture(state, &mut pen);
    let mut cursor = pen.cursor();
    if state.asks_to_wipe {
        cursor = Some(question::draw(&mut pen, state.loss));
    }
    if let Some(cursor) = cursor {
        frame.set_cursor_position(cursor);
    }
}

fn picture(state: &State, pen: &mut Pen<'_>) {
    let (whole, theme, tongue) = (pen.whole(), pen.theme(), state.tongue);
    let inside = banner::draw(pen, whole, state.marking.banner(), state.exercise);
    if !too_small::fits(whole) {
        too_small::draw(pen, inside);
        return;
    }
    title(state, pen, inside);
    let body = Rect {
        x: inside.x.saturating_add(4),
        y: inside.y.saturating_add(3),
        width: inside.width.saturating_sub(8).min(COLUMNS),
        height: inside.height.saturating_sub(5),
    };
    let mut row = pen.paragraph(body, 0, &tongue.say(Word("lock-what")), theme.plain);
    row = pen.paragraph(body, row + 1, &tongue.say(Word("lock-closed")), theme.plain);
    row += 1;
    let label = pen.write(body, 0, row, &tongue.say(Word("lock-passphrase")), theme.title).saturating_add(2);
    field(state, pen, body, (label, row));
    row += 2;
    for notice in &state.notices {
        row = match notice {
            Notice::Said(text) => pen.paragraph(body, row, &tongue.speak(text), theme.plain),
            Notice::Failed(text) => {
                pen.paragraph(body, row, &format!("! {}", tongue.speak(text)), theme.error)
            }
        };
    }
    let seconds = state.seconds_to_wait();
    if seconds > 0 {
        let wait = Word("lock-wait").with("seconds", seconds);
        pen.paragraph(body, row, &tongue.speak(&wait), theme.plain);
    }
    let hint = body.height.saturating_sub(2);
    pen.paragraph(body, hint, &tongue.say(Word("lock-hint")), theme.muted);
    let last = Rect { y: inside.bottom().saturating_sub(1), height: 1, ..inside };
    help_bar::draw(pen, last, &KEYS.bar(state.contexts()));
}

/// The name of the program, that it is locked, and the device's clock, so that a wrong one is seen.
fn title(state: &State, pen: &mut Pen<'_>, area: Rect) {
    let theme = pen.theme();
    pen.write(area, 1, 0, &state.tongue.say(Word("lock-title")), theme.title);
    let clock = DateTimeGroup::of(state.moment.now, Zone::ZULU).to_string();
    let clock = plain_text::beginning(&clock, 6).to_owned() + "Z";
    let left = area.width.saturating_sub(cells(clock.len())).saturating_sub(1);
    pen.write(area, left, 0, &clock, theme.muted);
}

fn field(state: &State, pen: &mut Pen<'_>, area: Rect, (column, row): (u16, u16)) {
    let (theme, tongue) = (pen.theme(), state.tongue);
    if let Stage::Checking(since) = state.stage {
        let passed = state.moment.now.signed_duration_since(since).num_milliseconds().max(0);
        let turn = usize::try_from(passed / MILLISECONDS_EACH).unwrap_or(0) % TURNING.len();
        let sign = TURNING.get(turn).copied().unwrap_or_default();
        let seconds = passed / 1_000;
        let long = if seconds > 0 { format!("  {seconds} s") } else { String::new() };
        let column = pen.write(area, column, row, sign, theme.selected);
        let text = format!("  {}{long}", tongue.say(Word("lock-checking")));
        pen.write(area, column, row, &text, theme.plain);
        return;
    }
    let end = if state.entry.is_empty() {
        pen.write(area, column, row, &tongue.say(Word("lock-empty")), theme.muted);
        column
    } else {
        pen.write(area, column, row, TYPED, theme.plain)
    };
    pen.point(area, end, row);
}
