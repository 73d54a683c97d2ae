//! The keys of this room and what they do: the one table for the loop, the bar and the help.

use crate::language::word::Word;
use crate::screens::desk::keys::ESC_OR_Q;
use crate::screens::kit::keymap::{Keymap, bar};

/// Where the keys act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the room.
    Room,
}

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Away from here.
    Leave,
}

/// The table.
pub const KEYS: Keymap<Place, Command> =
    Keymap(&[bar(Place::Room, ESC_OR_Q, Command::Leave, Word("key-back"))]);

/// The headings of the help.
pub const HELP: [(Place, Word); 1] = [(Place::Room, Word("help-contingent"))];
