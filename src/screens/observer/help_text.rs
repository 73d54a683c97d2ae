//! The help: every key of this desk, read from the tables the keys themselves are read from.

use crate::screens::kit::edit;
use crate::screens::kit::widgets::help_sheet::{self, Section};
use crate::screens::observer::keys::{Context, KEYS};
use crate::screens::observer::words;

/// The keys by where they act; those of the screen the help was opened on first.
#[must_use]
pub fn sections(opened_on: Context) -> Vec<Section> {
    let places = [
        (Context::Reports, words::HELP_REPORTS),
        (Context::Report, words::HELP_REPORT),
        (Context::Form, words::HELP_FORM),
        (Context::Indicators, words::HELP_INDICATORS),
        (Context::Picker, words::HELP_PICKER),
        (Context::Question, words::HELP_QUESTION),
        (Context::Letterless, words::HELP_LETTERLESS),
        (Context::Anywhere, words::HELP_ANYWHERE),
    ];
    let section = |(context, title): &(Context, &'static str)| Section { title, lines: KEYS.help(*context) };
    let (first, rest): (Vec<_>, Vec<_>) = places.iter().partition(|(context, _)| *context == opened_on);
    let inside = Section { title: words::HELP_EDIT, lines: edit::KEYS.help(()) };
    first.into_iter().chain(rest).map(section).chain([inside]).collect()
}

/// How many lines the help has.
#[must_use]
pub fn height() -> usize {
    help_sheet::height(&sections(Context::Reports))
}
