//! What the observer sees: a picture of the state, which nothing here can change.

mod answers;
mod guide;
mod help;
mod lent;
mod me;
mod question;
mod reading;
mod reports;
mod tabs;
mod transfer;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::geography::dtg::DateTimeGroup;
use crate::geography::zone::Zone;
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::kit::keymap::HelpLine;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text::{self, cells};
use crate::screens::kit::theme::Theme;
use crate::screens::kit::widgets::{banner, help_bar, too_small};
use crate::screens::observer::form::{keys as form_keys, view as form_view};
use crate::screens::observer::keys::KEYS;
use crate::screens::observer::state::{Notice, Screen, State};

/// Draws the whole picture.
pub fn draw(state: &State, frame: &mut Frame<'_>) {
    let mut pen = Pen::new(frame.buffer_mut(), Theme::of(state.theme), state.tongue);
    picture(state, &mut pen);
    if let Some(cursor) = pen.cursor() {
        frame.set_cursor_position(cursor);
    }
}

fn picture(state: &State, pen: &mut Pen<'_>) {
    let whole = pen.whole();
    let inside = banner::draw(pen, whole, state.badge.marking.banner(), state.badge.exercise);
    if !too_small::fits(whole) {
        too_small::draw(pen, inside);
        return;
    }
    let row = |place: u16| Rect { y: inside.y.saturating_add(place), height: 1, ..inside };
    let last = inside.height.saturating_sub(1);
    title(state, pen, row(0));
    let body = Rect { y: inside.y.saturating_add(1), height: inside.height.saturating_sub(3), ..inside };
    if state.help.is_some() {
        help::draw(state, pen, body);
    } else {
        match &state.screen {
            Screen::Reports => reports::draw(state, pen, body),
            Screen::Report(page) => reading::report(state, page, pen, body),
            Screen::Answers => answers::draw(state, pen, body),
            Screen::Answer(page) => reading::answer(state, page, pen, body),
            Screen::Guide => guide::draw(state, pen, body),
            Screen::Transfer => transfer::draw(state, pen, body),
            Screen::Me => me::draw(state, pen, body),
            Screen::Form(opened) => form_view::draw(state, opened, pen, body),
        }
        if let Some(underway) = &state.errand {
            lent::draw(state, underway, pen, body);
        }
        if let Some(asked) = &state.question {
            question::draw(state, asked, pen, body);
        }
    }
    notice(state, pen, row(last.saturating_sub(1)));
    help_bar::draw(pen, row(last), &bar(state));
}

/// Blanks in the bar: one behind the key, two behind what it does.
const BETWEEN_KEYS: usize = 3;

/// The keys that act now; those of the form before the others.
fn bar(state: &State) -> Vec<HelpLine> {
    let anywhere = KEYS.bar(state.contexts());
    let mut lines = match &state.screen {
        Screen::Form(form) if state.form_has_the_keys() => form_keys::KEYS.bar(form.spots()),
        _ => Vec::new(),
    };
    // Whatever else there is to say, the way to the help stands among it.
    let wide = |line: &HelpLine| {
        plain_text::width(&line.keys) + plain_text::width(&state.tongue.say(line.label)) + BETWEEN_KEYS
    };
    let reserved: usize = anywhere.first().map_or(0, wide);
    let mut used = 0;
    lines.retain(|line| {
        let fits = used + wide(line) + reserved <= usize::from(state.size.0);
        used += if fits { wide(line) } else { 0 };
        fits
    });
    lines.extend(anywhere);
    lines
}

/// Which screen, who, where, and the device's clock, so that a wrong one is seen.
fn title(state: &State, pen: &mut Pen<'_>, area: Rect) {
    let theme = pen.theme();
    let clock = DateTimeGroup::of(state.moment.now, Zone::ZULU).to_string();
    // To the minute: seconds would draw the eye and say nothing.
    let clock = plain_text::beginning(&clock, 6).to_owned() + "Z";
    let end = match here(state) {
        Some(here) => pen.write(area, 1, 0, &state.tongue.speak(&here), theme.title),
        None => tabs::draw(state, pen, area),
    };
    let room = usize::from(area.width.saturating_sub(end)).saturating_sub(clock.len() + 6);
    let who = format!("{} · {}", state.badge.callsign, state.badge.realm);
    // A name cut to a letter or two says nothing.
    let right = if room < 12 { clock } else { format!("{} · {clock}", plain_text::fitted(&who, room)) };
    let left = area.width.saturating_sub(cells(plain_text::width(&right))).saturating_sub(1);
    pen.write(area, left, 0, &right, theme.muted);
}

/// What stands in place of the tabs, where something lies in front of the rooms.
fn here(state: &State) -> Option<Phrase> {
    match &state.screen {
        _ if state.help.is_some() => Some(Word("help").into()),
        Screen::Form(form) => Some(form_view::title(state, form)),
        _ => None,
    }
}

fn notice(state: &State, pen: &mut Pen<'_>, area: Rect) {
    let theme = pen.theme();
    match &state.notice {
        Some(Notice::Done(text)) => pen.write(area, 1, 0, &state.tongue.speak(text), theme.good),
        Some(Notice::Failed(text)) => {
            pen.write(area, 1, 0, &format!("! {}", state.tongue.speak(text)), theme.error)
        }
        None => 0,
    };
}
