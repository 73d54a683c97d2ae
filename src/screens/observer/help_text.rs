//! The help: every key of this desk, read from the tables the keys themselves are read from.

use crate::language::word::Word;
use crate::screens::kit::edit;
use crate::screens::kit::widgets::help_sheet::{self, Section};
use crate::screens::lock::guard;
use crate::screens::observer::form::keys::{self as form_keys, Spot};
use crate::screens::observer::keys::{Context, KEYS};

/// Where the help was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenedOn {
    /// In a place of the desk.
    Desk(Context),
    /// In the form, where these keys act.
    Form(&'static [Spot]),
}

/// The keys by where they act; those of the screen the help was opened on first.
#[must_use]
pub fn sections(opened_on: OpenedOn) -> Vec<Section> {
    let desk = [
        (Context::Reports, Word("help-reports")),
        (Context::Report, Word("help-report")),
        (Context::Rooms, Word("help-rooms")),
        (Context::Search, Word("help-search")),
        (Context::Answers, Word("help-answers")),
        (Context::Answer, Word("help-answer")),
        (Context::Guide, Word("help-guide")),
        (Context::Transfer, Word("help-transfer")),
        (Context::Folder, Word("help-folder")),
        (Context::Lent, Word("help-lent")),
        (Context::Me, Word("help-me")),
        (Context::Passphrase, Word("help-passphrase")),
        (Context::About, Word("help-about")),
        (Context::Question, Word("help-question")),
        (Context::Letterless, Word("help-letterless")),
        (Context::Anywhere, Word("help-anywhere")),
    ];
    let of_desk = desk.map(|(context, title)| {
        (opened_on == OpenedOn::Desk(context), Section { title, lines: KEYS.help(context) })
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
    help_sheet::height(&sections(OpenedOn::Desk(Context::Reports)))
}
