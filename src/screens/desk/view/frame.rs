//! The picture around a room: markings, title, notice, keys; and the help in place of the room.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::geography::dtg::DateTimeGroup;
use crate::geography::zone::Zone;
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::desk::front::{Front, Notice};
use crate::screens::desk::keys::{Context, KEYS};
use crate::screens::desk::view::tabs::{self, Tab};
use crate::screens::kit::keymap::HelpLine;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text::{self, cells};
use crate::screens::kit::theme::Theme;
use crate::screens::kit::widgets::help_sheet::{self, Section};
use crate::screens::kit::widgets::{banner, help_bar, too_small};

/// What a desk puts into its picture.
pub struct Picture<'a> {
    /// Its rooms.
    pub tabs: Vec<Tab>,
    /// What stands in place of the tabs, where something lies in front of the rooms.
    pub here: Option<Phrase>,
    /// The keys of the room that act now.
    pub keys: Vec<HelpLine>,
    /// Where the keys every desk has act now, the nearest first.
    pub contexts: &'a [Context],
    /// All keys, for the help.
    pub help: &'a dyn Fn() -> Vec<Section>,
    /// Draws the room, and whatever stands in front of it.
    pub body: &'a dyn Fn(&mut Pen<'_>, Rect),
}

/// Draws the whole picture.
pub fn draw(front: &Front, picture: &Picture<'_>, frame: &mut Frame<'_>) {
    let mut pen = Pen::new(frame.buffer_mut(), Theme::of(front.theme), front.tongue);
    inside(front, picture, &mut pen);
    if let Some(cursor) = pen.cursor() {
        frame.set_cursor_position(cursor);
    }
}

fn inside(front: &Front, picture: &Picture<'_>, pen: &mut Pen<'_>) {
    let whole = pen.whole();
    let inside = banner::draw(pen, whole, front.badge.marking.banner(), front.badge.exercise);
    if !too_small::fits(whole) {
        too_small::draw(pen, inside);
        return;
    }
    let row = |place: u16| Rect { y: inside.y.saturating_add(place), height: 1, ..inside };
    let last = inside.height.saturating_sub(1);
    title(front, picture, pen, row(0));
    let body = Rect { y: inside.y.saturating_add(1), height: inside.height.saturating_sub(3), ..inside };
    match front.help {
        Some(first) => help(&(picture.help)(), first, pen, body),
        None => (picture.body)(pen, body),
    }
    notice(front, pen, row(last.saturating_sub(1)));
    help_bar::draw(pen, row(last), &bar(front, picture));
}

/// Draws the keys, those of this screen first.
fn help(sections: &[Section], first: usize, pen: &mut Pen<'_>, area: Rect) {
    let inner = Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(2), ..area };
    help_sheet::draw(pen, inner, sections, first);
    if help_sheet::height(sections) > first + usize::from(area.height) {
        let title = pen.theme().title;
        pen.write(area, area.width.saturating_sub(1), area.height.saturating_sub(1), "↓", title);
    }
}

/// Blanks in the bar: one behind the key, two behind what it does.
const BETWEEN_KEYS: usize = 3;

/// The keys that act now; those of the room before the others.
fn bar(front: &Front, picture: &Picture<'_>) -> Vec<HelpLine> {
    let everywhere = KEYS.bar(picture.contexts);
    // Whatever else there is to say, the way to the help stands among it.
    let wide = |line: &HelpLine| {
        plain_text::width(&line.keys) + plain_text::width(&front.tongue.say(line.label)) + BETWEEN_KEYS
    };
    let reserved: usize = everywhere.first().map_or(0, wide);
    let mut used = 0;
    let fits = |line: &&HelpLine| {
        let fits = used + wide(line) + reserved <= usize::from(front.size.0);
        used += if fits { wide(line) } else { 0 };
        fits
    };
    let mut lines: Vec<HelpLine> = picture.keys.iter().filter(fits).cloned().collect();
    lines.extend(everywhere);
    lines
}

/// Which screen, who, where, and the device's clock, so that a wrong one is seen.
fn title(front: &Front, picture: &Picture<'_>, pen: &mut Pen<'_>, area: Rect) {
    let theme = pen.theme();
    let clock = DateTimeGroup::of(front.moment.now, Zone::ZULU).to_string();
    // To the minute: seconds would draw the eye and say nothing.
    let clock = plain_text::beginning(&clock, 6).to_owned() + "Z";
    let help = front.help.map(|_| Phrase::from(Word("help")));
    let end = match help.as_ref().or(picture.here.as_ref()) {
        Some(here) => pen.write(area, 1, 0, &front.tongue.speak(here), theme.title),
        None => tabs::draw(&picture.tabs, pen, area),
    };
    let room = usize::from(area.width.saturating_sub(end)).saturating_sub(clock.len() + 6);
    let who = format!("{} · {}", front.badge.callsign, front.badge.realm);
    // A name cut to a letter or two says nothing.
    let right = if room < 12 { clock } else { format!("{} · {clock}", plain_text::fitted(&who, room)) };
    let left = area.width.saturating_sub(cells(plain_text::width(&right))).saturating_sub(1);
    pen.write(area, left, 0, &right, theme.muted);
}

fn notice(front: &Front, pen: &mut Pen<'_>, area: Rect) {
    let theme = pen.theme();
    match &front.notice {
        Some(Notice::Done(text)) => pen.write(area, 1, 0, &front.tongue.speak(text), theme.good),
        Some(Notice::Failed(text)) => {
            pen.write(area, 1, 0, &format!("! {}", front.tongue.speak(text)), theme.error)
        }
        None => 0,
    };
}
