//! Who sits here, and what he chose.

use ratatui::layout::Rect;

use crate::language::word::Word;
use crate::screens::desk::front::Front;
use crate::screens::desk::me::passphrase::NewPassphrase;
use crate::screens::desk::me::room::{Open, Row};
use crate::screens::desk::me::{about, text};
use crate::screens::desk::reading;
use crate::screens::desk::view::instead;
use crate::screens::desk::view::reading as page;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text::cells;
use crate::screens::kit::theme::ThemeName;

/// Columns of what a row is called.
const LABEL: u16 = 30;

/// Draws the room.
pub fn draw(front: &Front, pen: &mut Pen<'_>, area: Rect) {
    let columns = reading::columns(area.width);
    match (&front.me.open, &front.me.who) {
        (Some(Open::About(first)), _) => {
            page::draw(pen, area, &about::lines(front.catalogue.version(), columns, front.tongue), *first);
        }
        (Some(Open::Passphrase(chosen)), _) => passphrase(chosen, pen, area),
        (None, None) => instead::draw(pen, area, Word("loading")),
        (None, Some(who)) => {
            let lines = text::lines(who, columns, front.tongue);
            let top = cells(lines.len()).min(area.height);
            page::draw(pen, Rect { height: top, ..area }, &lines, 0);
            let below = Rect {
                y: area.y.saturating_add(top).saturating_add(1),
                height: area.height.saturating_sub(top).saturating_sub(1),
                ..area
            };
            rows(front, pen, below);
        }
    }
}

fn rows(front: &Front, pen: &mut Pen<'_>, area: Rect) {
    let theme = pen.theme();
    for (row, place) in Row::ALL.into_iter().zip(0_u16..) {
        let line = Rect { y: area.y.saturating_add(place), height: 1, ..area }.intersection(area);
        let selected = front.me.selected() == row;
        if selected {
            pen.paint(line, theme.selected);
            pen.write(line, 0, 0, "›", theme.selected);
        }
        let style = if selected { theme.selected } else { theme.plain };
        pen.write(line, 2, 0, &front.tongue.say(row.word()), style);
        pen.write(line, 2 + LABEL, 0, &value(front, row), style);
    }
}

/// What is chosen in a row.
fn value(front: &Front, row: Row) -> String {
    let say = |word| front.tongue.say(word).into_owned();
    match row {
        Row::Language => format!("‹ {} ›", front.tongue.own_name()),
        Row::Theme => format!("‹ {} ›", say(theme(front.theme))),
        Row::LockAfter => {
            let minutes = front.me.who.as_ref().map(|who| who.settings.lock_after.minutes());
            let said = Word("me-minutes").with("minutes", minutes.unwrap_or_default());
            format!("‹ {} ›", front.tongue.speak(&said))
        }
        Row::Passphrase | Row::About => "…".to_owned(),
    }
}

const fn theme(name: ThemeName) -> Word {
    match name {
        ThemeName::Dark => Word("theme-dark"),
        ThemeName::Light => Word("theme-light"),
        ThemeName::Night => Word("theme-night"),
        ThemeName::HighContrast => Word("theme-high-contrast"),
        ThemeName::NoColour => Word("theme-no-colour"),
    }
}

fn passphrase(chosen: &NewPassphrase, pen: &mut Pen<'_>, area: Rect) {
    let (theme, tongue) = (pen.theme(), pen.tongue());
    let inner = Rect { x: area.x.saturating_add(2), width: area.width.saturating_sub(4).min(74), ..area };
    pen.write(inner, 0, 0, &tongue.say(Word("passphrase-title")), theme.title);
    let mut row = 2;
    for (label, field, focused) in chosen.fields() {
        let style = if focused { theme.title } else { theme.plain };
        if focused {
            pen.write(area, 0, row, "›", theme.title);
        }
        pen.write(inner, 0, row, &tongue.say(label), style);
        let beside = Rect {
            x: inner.x.saturating_add(LABEL),
            y: inner.y.saturating_add(row),
            width: inner.width.saturating_sub(LABEL),
            height: 1,
        };
        field.draw(pen, beside, focused);
        row += 1;
    }
    row += 1;
    if let Some(wrong) = &chosen.wrong {
        row = pen.paragraph(inner, row, &format!("! {}", tongue.speak(wrong)), theme.error).saturating_add(1);
    }
    pen.paragraph(inner, row, &tongue.say(Word("passphrase-rule")), theme.muted);
}
