//! The help in front of the screen it was opened on.

use ratatui::layout::Rect;

use crate::screens::kit::pen::Pen;
use crate::screens::kit::widgets::help_sheet;
use crate::screens::observer::help_text::{self, OpenedOn};
use crate::screens::observer::keys::Context;
use crate::screens::observer::me::room::Open;
use crate::screens::observer::state::{Screen, State};

/// Draws the keys, those of this screen first.
pub fn draw(state: &State, pen: &mut Pen<'_>, area: Rect) {
    let opened_on = match &state.screen {
        Screen::Form(form) if state.question.is_none() => OpenedOn::Form(form.spots()),
        _ => OpenedOn::Desk(place(state)),
    };
    let inner = Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(2), ..area };
    let (sections, first) = (help_text::sections(opened_on), state.help.unwrap_or(0));
    help_sheet::draw(pen, inner, &sections, first);
    if help_sheet::height(&sections) > first + usize::from(area.height) {
        let title = pen.theme().title;
        pen.write(area, area.width.saturating_sub(1), area.height.saturating_sub(1), "↓", title);
    }
}

/// In which place of the desk the help was opened.
fn place(state: &State) -> Context {
    match &state.screen {
        _ if state.question.is_some() => Context::Question,
        Screen::Reports if state.search.is_writing() => Context::Search,
        Screen::Guide if state.guide.search.is_writing() => Context::Search,
        Screen::Reports => Context::Reports,
        Screen::Report(_) => Context::Report,
        Screen::Answers => Context::Answers,
        Screen::Answer(_) => Context::Answer,
        Screen::Guide => Context::Guide,
        Screen::Transfer if state.transfer.ask.is_some() => Context::Folder,
        Screen::Transfer => Context::Transfer,
        Screen::Me => match state.me.open {
            Some(Open::Passphrase(_)) => Context::Passphrase,
            Some(Open::About(_)) => Context::About,
            None => Context::Me,
        },
        Screen::Form(_) => Context::Anywhere,
    }
}
