//! The help: every key of this desk, read from the tables the keys themselves are read from.

use crate::language::word::Word;
use crate::screens::kit::edit;
use crate::screens::kit::widgets::help_sheet::{self, Section};
use crate::screens::lock::guard;
use crate::screens::observer::keys::{Context, KEYS};

/// The keys by where they act; those of the screen the help was opened on first.
#[must_use]
pub fn sections(opened_on: Context) -> Vec<Section> {
    let places = [
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
        (Context::Form, Word("help-form")),
        (Context::Indicators, Word("help-indicators")),
        (Context::Picker, Word("help-picker")),
        (Context::Question, Word("help-question")),
        (Context::Letterless, Word("help-letterless")),
        (Context::Anywhere, Word("help-anywhere")),
    ];
    let section = |(context, title): &(Context, Word)| Section { title: *title, lines: KEYS.help(*context) };
    let (first, rest): (Vec<_>, Vec<_>) = places.iter().partition(|(context, _)| *context == opened_on);
    let inside = Section { title: Word("help-edit"), lines: edit::KEYS.help(()) };
    let guarded = Section { title: Word("help-guard"), lines: guard::help() };
    first.into_iter().chain(rest).map(section).chain([inside, guarded]).collect()
}

/// How many lines the help has.
#[must_use]
pub fn height() -> usize {
    help_sheet::height(&sections(Context::Reports))
}
