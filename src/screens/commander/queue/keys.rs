//! The keys of the queue and what they do: the one table for the loop, the bar and the help. None of them throws a report
//! away or holds it back.

use crate::language::word::Word;
use crate::screens::desk::keys::{DOWN_OR_J, END, ENTER, ESC, Go, HOME, PAGE_DOWN, PAGE_UP, SLASH, UP_OR_K};
use crate::screens::kit::keymap::{Chord, Keymap, bar, key};

/// Where the keys act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the list.
    List,
}

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Up or down.
    Go(Go),
    /// Review the selected one.
    Open,
    /// Narrow by words.
    Search,
    /// Show the next kind alone.
    NextKind,
    /// Show the kind before alone.
    PreviousKind,
    /// Take the last review back.
    TakeBack,
    /// Show all again.
    Widen,
    /// Leave the desk.
    Quit,
}

/// The table.
pub const KEYS: Keymap<Place, Command> = Keymap(&[
    bar(Place::List, ENTER, Command::Open, Word("key-review")),
    bar(Place::List, SLASH, Command::Search, Word("key-search")),
    bar(Place::List, &[Chord::letter('s')], Command::NextKind, Word("key-kind")),
    key(Place::List, &[Chord::letter('S')], Command::PreviousKind, Word("key-kind-back")),
    bar(Place::List, &[Chord::letter('u')], Command::TakeBack, Word("key-take-back")),
    key(Place::List, ESC, Command::Widen, Word("key-widen")),
    key(Place::List, UP_OR_K, Command::Go(Go::Up), Word("key-up")),
    key(Place::List, DOWN_OR_J, Command::Go(Go::Down), Word("key-down")),
    key(Place::List, PAGE_UP, Command::Go(Go::PageUp), Word("key-page-up")),
    key(Place::List, PAGE_DOWN, Command::Go(Go::PageDown), Word("key-page-down")),
    key(Place::List, HOME, Command::Go(Go::First), Word("key-first")),
    key(Place::List, END, Command::Go(Go::Last), Word("key-last")),
    key(Place::List, &[Chord::letter('q')], Command::Quit, Word("key-quit")),
]);

/// The headings of the help.
pub const HELP: [(Place, Word); 1] = [(Place::List, Word("help-queue"))];
