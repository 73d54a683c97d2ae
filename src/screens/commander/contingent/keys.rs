//! The keys of this room and what they do: the one table for the loop, the bar and the help.

use crate::language::word::Word;
use crate::screens::desk::keys::{
    DOWN, DOWN_OR_J, END, ENTER, ESC, ESC_OR_Q, Go, HOME, PAGE_DOWN, PAGE_UP, SLASH, UP, UP_OR_K,
};
use crate::screens::kit::keymap::{Chord, Keymap, bar, key};

/// Where the keys act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the list.
    List,
    /// One of them lies open.
    One,
    /// Somebody asks to be enrolled.
    Asked,
    /// Keys are to become void.
    Leaving,
    /// The last question before either.
    Last,
}

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Up or down.
    Go(Go),
    /// One of them in full.
    Open,
    /// Narrow by words.
    Search,
    /// Enrol somebody.
    Enrol,
    /// Make keys void.
    Revoke,
    /// Another device for the same person.
    Replace,
    /// On to the last question.
    On,
    /// Yes to the last question.
    Yes,
    /// Away from here.
    Leave,
}

/// The table.
pub const KEYS: Keymap<Place, Command> = Keymap(&[
    bar(Place::List, ENTER, Command::Open, Word("key-open")),
    bar(Place::List, &[Chord::letter('n')], Command::Enrol, Word("key-enrol")),
    bar(Place::List, &[Chord::letter('l')], Command::Replace, Word("key-lost-device")),
    bar(Place::List, &[Chord::letter('r')], Command::Revoke, Word("key-revoke")),
    bar(Place::List, SLASH, Command::Search, Word("key-search")),
    key(Place::List, ESC_OR_Q, Command::Leave, Word("key-back")),
    key(Place::List, UP_OR_K, Command::Go(Go::Up), Word("key-up")),
    key(Place::List, DOWN_OR_J, Command::Go(Go::Down), Word("key-down")),
    key(Place::List, PAGE_UP, Command::Go(Go::PageUp), Word("key-page-up")),
    key(Place::List, PAGE_DOWN, Command::Go(Go::PageDown), Word("key-page-down")),
    key(Place::List, HOME, Command::Go(Go::First), Word("key-first")),
    key(Place::List, END, Command::Go(Go::Last), Word("key-last")),
    bar(Place::One, ESC_OR_Q, Command::Leave, Word("key-back")),
    bar(Place::One, &[Chord::letter('l')], Command::Replace, Word("key-lost-device")),
    bar(Place::One, &[Chord::letter('r')], Command::Revoke, Word("key-revoke")),
    bar(Place::Asked, ENTER, Command::On, Word("key-enrol")),
    bar(Place::Asked, ESC, Command::Leave, Word("key-not-after-all")),
    bar(Place::Leaving, ENTER, Command::On, Word("key-revoke")),
    bar(Place::Leaving, ESC, Command::Leave, Word("key-not-after-all")),
    key(Place::Leaving, UP, Command::Go(Go::Up), Word("key-up")),
    key(Place::Leaving, DOWN, Command::Go(Go::Down), Word("key-down")),
    key(Place::Last, ENTER, Command::Yes, Word("key-yes")),
    key(Place::Last, ESC, Command::Leave, Word("key-not-after-all")),
]);

/// The headings of the help.
pub const HELP: [(Place, Word); 5] = [
    (Place::List, Word("help-contingent")),
    (Place::One, Word("help-contingent-one")),
    (Place::Asked, Word("help-contingent-asked")),
    (Place::Leaving, Word("help-contingent-leaving")),
    (Place::Last, Word("help-contingent-last")),
];

#[cfg(test)]
mod tests {
    use super::KEYS;

    #[test]
    fn no_key_does_two_things_in_one_place() {
        assert_eq!(KEYS.clashes(), []);
    }
}
