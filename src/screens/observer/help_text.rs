//! The help: every key of this desk, read from the tables the keys themselves are read from.

use crate::language::word::Word;
use crate::screens::desk::keys::{self as desk_keys, Context as Place};
use crate::screens::kit::edit;
use crate::screens::kit::widgets::help_sheet::{self, Section};
use crate::screens::lock::guard;
use crate::screens::observer::form::keys::{self as form_keys, Spot};
use crate::screens::observer::keys::{Context, KEYS, ROOMS};

/// Where the help was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenedOn {
    /// In a room of this desk.
    Room(Context),
    /// In a place every desk has.
    Desk(Place),
    /// In the form, where these keys act.
    Form(&'static [Spot]),
}

/// The keys by where they act; those of the screen the help was opened on first.
#[must_use]
pub fn sections(opened_on: OpenedOn) -> Vec<Section> {
    use OpenedOn::{Desk, Room};
    let of_desk = [
        (Room(Context::Reports), Word("help-reports")),
        (Room(Context::Report), Word("help-report")),
        (Desk(Place::Rooms), Word("help-rooms")),
        (Desk(Place::Search), Word("help-search")),
        (Room(Context::Answers), Word("help-answers")),
        (Room(Context::Answer), Word("help-answer")),
        (Desk(Place::Guide), Word("help-guide")),
        (Room(Context::Transfer), Word("help-transfer")),
        (Desk(Place::Folder), Word("help-folder")),
        (Desk(Place::Lent), Word("help-lent")),
        (Desk(Place::Me), Word("help-me")),
        (Desk(Place::Passphrase), Word("help-passphrase")),
        (Desk(Place::About), Word("help-about")),
        (Desk(Place::Question), Word("help-question")),
        (Desk(Place::Letterless), Word("help-letterless")),
        (Desk(Place::Anywhere), Word("help-anywhere")),
    ];
    let of_desk = of_desk.map(|(place, title)| {
        let lines = match place {
            Room(Context::Answer) => {
                let all = [Context::Answer, Context::AboutReport, Context::AboutReports];
                all.into_iter().flat_map(|context| KEYS.help(context)).collect()
            }
            Room(context) => KEYS.help(context),
            Desk(Place::Rooms) => [ROOMS.help(()), desk_keys::KEYS.help(Place::Rooms)].concat(),
            Desk(place) => desk_keys::KEYS.help(place),
            OpenedOn::Form(_) => Vec::new(),
        };
        (opened_on == place, Section { title, lines })
    });
    let here = |spot| matches!(opened_on, OpenedOn::Form(spots) if spots.contains(&spot));
    let of_form = form_keys::HELP
        .map(|(spot, title)| (here(spot), Section { title, lines: form_keys::KEYS.help(spot) }));
    let all = of_desk.into_iter().chain(of_form);
    let (first, rest): (Vec<_>, Vec<_>) = all.partition(|(here, _)| *here);
    let inside = Section { title: Word("help-edit"), lines: edit::KEYS.help(()) };
    let guarded = Section { title: Word("help-guard"), lines: guard::help() };
    first.into_iter().chain(rest).map(|(_, section)| section).chain([inside, guarded]).collect()
}

/// How many lines the help has.
#[must_use]
pub fn height() -> usize {
    help_sheet::height(&sections(OpenedOn::Room(Context::Reports)))
}
