//! The help, those keys first that act on the screen it was opened on.

use crate::screens::desk::keys::Context as Place;
use crate::screens::desk::me::room::Open;
use crate::screens::kit::widgets::help_sheet::Section;
use crate::screens::observer::help_text::{self, OpenedOn};
use crate::screens::observer::keys::Context;
use crate::screens::observer::state::{Screen, State};

/// The keys, those of this screen first.
pub fn sections(state: &State) -> Vec<Section> {
    help_text::sections(match &state.screen {
        _ if state.question.is_some() => OpenedOn::Desk(Place::Question),
        Screen::Form(form) => OpenedOn::Form(form.spots()),
        Screen::Reports if state.search.is_writing() => OpenedOn::Desk(Place::Search),
        Screen::Guide if state.front.guide.search.is_writing() => OpenedOn::Desk(Place::Search),
        Screen::Reports => OpenedOn::Room(Context::Reports),
        Screen::Report(_) => OpenedOn::Room(Context::Report),
        Screen::Answers => OpenedOn::Room(Context::Answers),
        Screen::Answer(_) => OpenedOn::Room(Context::Answer),
        Screen::Guide => OpenedOn::Desk(Place::Guide),
        Screen::Transfer if state.transfer.ask.is_some() => OpenedOn::Desk(Place::Folder),
        Screen::Transfer => OpenedOn::Room(Context::Transfer),
        Screen::Me => OpenedOn::Desk(match state.front.me.open {
            Some(Open::Passphrase(_)) => Place::Passphrase,
            Some(Open::About(_)) => Place::About,
            None => Place::Me,
        }),
    })
}
