//! The help: every key of this desk, read from the tables the keys themselves are read from.

use crate::language::word::Word;
use crate::screens::commander::keys::ROOMS;
use crate::screens::commander::state::{Screen, State};
use crate::screens::commander::{batch, contingent, queue, review, sent};
use crate::screens::desk::keys::{self as desk_keys, Context};
use crate::screens::kit::edit;
use crate::screens::kit::keymap::Keymap;
use crate::screens::kit::widgets::help_sheet::{self, Section};
use crate::screens::lock::guard;

/// The keys by where they act; those of the screen the help was opened on first.
#[must_use]
pub fn sections(state: &State) -> Vec<Section> {
    let at = state.places_behind().first().copied();
    let (in_queue, in_batch) = (state.queue.places().0, state.batch.places().0);
    let (in_sent, in_contingent) = (state.sent.places().0, state.contingent.places().0);
    let here = |screen| state.screen == screen;
    let mut all = Vec::new();
    rooms(&mut all, &queue::keys::KEYS, &queue::keys::HELP, here(Screen::Queue).then_some(in_queue));
    let in_review = here(Screen::Review).then(|| state.review.places().0);
    rooms(&mut all, &review::keys::KEYS, &review::keys::HELP, in_review);
    rooms(&mut all, &batch::keys::KEYS, &batch::keys::HELP, here(Screen::Batch).then_some(in_batch));
    rooms(&mut all, &sent::keys::KEYS, &sent::keys::HELP, here(Screen::Sent).then_some(in_sent));
    rooms(
        &mut all,
        &contingent::keys::KEYS,
        &contingent::keys::HELP,
        here(Screen::Contingent).then_some(in_contingent),
    );
    for (context, title) in EVERY_DESK {
        let mut lines = desk_keys::KEYS.help(context);
        if context == Context::Rooms {
            lines.splice(0..0, ROOMS.help(()));
            lines.extend(batch::keys::SYNC.help(()));
        }
        let first = Some(context) == at && context != Context::Rooms && context != Context::Anywhere;
        all.push((first, Section { title, lines }));
    }
    let (first, rest): (Vec<_>, Vec<_>) = all.into_iter().partition(|(here, _)| *here);
    let inside = Section { title: Word("help-edit"), lines: edit::KEYS.help(()) };
    let guarded = Section { title: Word("help-guard"), lines: guard::help() };
    first.into_iter().chain(rest).map(|(_, section)| section).chain([inside, guarded]).collect()
}

/// How many lines the help has.
#[must_use]
pub fn height(state: &State) -> usize {
    help_sheet::height(&sections(state))
}

/// The keys every desk has, in the order of the help.
const EVERY_DESK: [(Context, Word); 10] = [
    (Context::Rooms, Word("help-rooms")),
    (Context::Search, Word("help-search")),
    (Context::Guide, Word("help-guide")),
    (Context::Folder, Word("help-folder")),
    (Context::Lent, Word("help-lent")),
    (Context::Me, Word("help-me")),
    (Context::Passphrase, Word("help-passphrase")),
    (Context::About, Word("help-about")),
    (Context::Letterless, Word("help-letterless")),
    (Context::Anywhere, Word("help-anywhere")),
];

/// The keys of a room; `here` are the places in which they act now, where one is in it.
fn rooms<P: PartialEq + Copy, C: Copy>(
    all: &mut Vec<(bool, Section)>,
    keys: &Keymap<P, C>,
    headings: &[(P, Word)],
    here: Option<&[P]>,
) {
    all.extend(headings.iter().map(|(place, title)| {
        let first = here.is_some_and(|places| places.contains(place));
        (first, Section { title: *title, lines: keys.help(*place) })
    }));
}
