//! The keys of this room and what they do: the one table for the loop, the bar and the help.

use crossterm::event::KeyCode;

use crate::language::word::Word;
use crate::screens::desk::keys::{DOWN_OR_J, END, ESC_OR_Q, Go, HOME, PAGE_DOWN, PAGE_UP, UP_OR_K};
use crate::screens::kit::keymap::{Chord, Keymap, bar, key};

/// Where the keys act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the room.
    Room,
    /// In the room while a contact with the relay is under way.
    Calling,
}

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Up or down.
    Go(Go),
    /// Seal what goes.
    Forward,
    /// Send and receive over every road.
    Sync,
    /// End the contact.
    HangUp,
    /// Reckon on the next line.
    Line,
    /// Write to a stick.
    Write,
    /// Read from one.
    Read,
    /// Away from here.
    Leave,
}

/// The table.
pub const KEYS: Keymap<Place, Command> = Keymap(&[
    bar(Place::Calling, &[Chord::letter('x')], Command::HangUp, Word("key-hang-up")),
    bar(Place::Room, &[Chord::letter('f')], Command::Forward, Word("key-forward")),
    bar(Place::Room, &[Chord::letter('y')], Command::Sync, Word("key-sync")),
    bar(Place::Room, &[Chord::letter('l')], Command::Line, Word("key-line")),
    bar(Place::Room, &[Chord::letter('w')], Command::Write, Word("key-stick-write")),
    bar(Place::Room, &[Chord::letter('r')], Command::Read, Word("key-stick-read")),
    bar(Place::Room, ESC_OR_Q, Command::Leave, Word("key-back")),
    key(Place::Room, UP_OR_K, Command::Go(Go::Up), Word("key-up")),
    key(Place::Room, DOWN_OR_J, Command::Go(Go::Down), Word("key-down")),
    key(Place::Room, PAGE_UP, Command::Go(Go::PageUp), Word("key-page-up")),
    key(Place::Room, PAGE_DOWN, Command::Go(Go::PageDown), Word("key-page-down")),
    key(Place::Room, HOME, Command::Go(Go::First), Word("key-first")),
    key(Place::Room, END, Command::Go(Go::Last), Word("key-last")),
]);

/// The key that sends and receives, in every room.
pub const SYNC: Keymap<(), ()> = Keymap(&[key((), &[Chord::key(KeyCode::F(5))], (), Word("key-sync"))]);

/// The headings of the help.
pub const HELP: [(Place, Word); 2] =
    [(Place::Room, Word("help-batch")), (Place::Calling, Word("help-calling"))];
