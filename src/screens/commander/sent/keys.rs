//! The keys of this room and what they do: the one table for the loop, the bar and the help.

use crate::language::word::Word;
use crate::screens::desk::keys::{
    DOWN_OR_J, END, ENTER, ESC_OR_Q, Go, HOME, PAGE_DOWN, PAGE_UP, SLASH, UP_OR_K,
};
use crate::screens::kit::keymap::{Chord, Keymap, bar, key};

/// Where the keys act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Where a line of a list is selected.
    Row,
    /// Among what went.
    Reports,
    /// Among what the police tell everybody.
    Bulletins,
    /// Among what is on its way.
    Packets,
    /// Where a report or a bulletin lies open.
    Page,
    /// In each of them.
    All,
}

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Up or down.
    Go(Go),
    /// Open what is selected.
    Open,
    /// Narrow by words.
    Search,
    /// To what went.
    Reports,
    /// To what the police tell everybody.
    Bulletins,
    /// To the packets.
    Packets,
    /// Away from here.
    Leave,
}

const B: &[Chord] = &[Chord::letter('b')];
const P: &[Chord] = &[Chord::letter('p')];

/// The table.
pub const KEYS: Keymap<Place, Command> = Keymap(&[
    bar(Place::Row, ENTER, Command::Open, Word("key-open")),
    bar(Place::Reports, SLASH, Command::Search, Word("key-search")),
    bar(Place::Reports, B, Command::Bulletins, Word("key-bulletins")),
    bar(Place::Reports, P, Command::Packets, Word("key-packets")),
    bar(Place::Bulletins, SLASH, Command::Search, Word("key-search")),
    bar(Place::Bulletins, B, Command::Reports, Word("key-sent-reports")),
    bar(Place::Bulletins, P, Command::Packets, Word("key-packets")),
    bar(Place::Packets, P, Command::Reports, Word("key-sent-reports")),
    bar(Place::Packets, B, Command::Bulletins, Word("key-bulletins")),
    bar(Place::All, ESC_OR_Q, Command::Leave, Word("key-back")),
    key(Place::All, UP_OR_K, Command::Go(Go::Up), Word("key-up")),
    key(Place::All, DOWN_OR_J, Command::Go(Go::Down), Word("key-down")),
    key(Place::All, PAGE_UP, Command::Go(Go::PageUp), Word("key-page-up")),
    key(Place::All, PAGE_DOWN, Command::Go(Go::PageDown), Word("key-page-down")),
    key(Place::All, HOME, Command::Go(Go::First), Word("key-first")),
    key(Place::All, END, Command::Go(Go::Last), Word("key-last")),
]);

/// The headings of the help.
pub const HELP: [(Place, Word); 5] = [
    (Place::Row, Word("help-sent-row")),
    (Place::Reports, Word("help-sent")),
    (Place::Bulletins, Word("help-bulletins")),
    (Place::Packets, Word("help-packets")),
    (Place::All, Word("help-sent-all")),
];
