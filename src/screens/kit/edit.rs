//! What a key does to a field that is being written in.

use crossterm::event::{KeyCode, KeyEvent};

use crate::language::word::Word;
use crate::screens::kit::keymap::{Binding, Chord, Keymap};

/// One change to a field, or one step of its cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// A character was typed.
    Type(char),
    /// Text was pasted as a whole.
    Paste(String),
    /// A step or a deletion.
    Step(Step),
}

/// A step of the cursor, or a deletion at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the character before.
    Left,
    /// To the character behind.
    Right,
    /// To the line above.
    Up,
    /// To the line below.
    Down,
    /// To the beginning of the word.
    WordLeft,
    /// Behind the word.
    WordRight,
    /// To the beginning of the line.
    Home,
    /// To the end of the line.
    End,
    /// Takes away the character before.
    Backspace,
    /// Takes away the character behind.
    Delete,
    /// Takes away the word before.
    DeleteWord,
    /// Takes back the last change.
    Undo,
    /// Makes again what was taken back last.
    Redo,
}

const fn step(chords: &'static [Chord], command: Step, label: Word) -> Binding<(), Step> {
    Binding { context: (), chords, command, label, in_bar: false }
}

/// The keys of every field.
pub const KEYS: Keymap<(), Step> = Keymap(&[
    step(&[Chord::key(KeyCode::Left)], Step::Left, Word("edit-left")),
    step(&[Chord::key(KeyCode::Right)], Step::Right, Word("edit-right")),
    step(&[Chord::key(KeyCode::Up)], Step::Up, Word("key-up")),
    step(&[Chord::key(KeyCode::Down)], Step::Down, Word("key-down")),
    step(&[Chord::ctrl_key(KeyCode::Left)], Step::WordLeft, Word("edit-word-left")),
    step(&[Chord::ctrl_key(KeyCode::Right)], Step::WordRight, Word("edit-word-right")),
    step(&[Chord::key(KeyCode::Home), Chord::ctrl('a')], Step::Home, Word("edit-home")),
    step(&[Chord::key(KeyCode::End), Chord::ctrl('e')], Step::End, Word("edit-end")),
    step(&[Chord::key(KeyCode::Backspace), Chord::ctrl('h')], Step::Backspace, Word("edit-backspace")),
    step(&[Chord::key(KeyCode::Delete), Chord::ctrl('d')], Step::Delete, Word("edit-delete")),
    step(
        &[Chord::ctrl('w'), Chord::ctrl_key(KeyCode::Backspace)],
        Step::DeleteWord,
        Word("edit-delete-word"),
    ),
    step(&[Chord::ctrl('z'), Chord::ctrl('u')], Step::Undo, Word("edit-undo")),
    step(&[Chord::ctrl('y')], Step::Redo, Word("edit-redo")),
]);

impl Edit {
    /// What a key does to a field, if it does anything.
    #[must_use]
    pub fn of(key: KeyEvent) -> Option<Self> {
        let typed = || match key.code {
            KeyCode::Enter => Some(Self::Type('\n')),
            _ => Chord::of(key).typed().map(Self::Type),
        };
        KEYS.command(&[()], key).map(Self::Step).or_else(typed)
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    use super::{Edit, KEYS, Step};

    #[test]
    fn letters_are_typed_and_keys_step() {
        let of = |code, held| Edit::of(KeyEvent::new(code, held));
        assert_eq!(of(KeyCode::Char('É'), KeyModifiers::SHIFT), Some(Edit::Type('É')));
        assert_eq!(of(KeyCode::Left, KeyModifiers::CONTROL), Some(Edit::Step(Step::WordLeft)));
        assert_eq!(of(KeyCode::Enter, KeyModifiers::NONE), Some(Edit::Type('\n')));
        assert_eq!(of(KeyCode::Char('k'), KeyModifiers::CONTROL), None);
        assert_eq!(of(KeyCode::F(9), KeyModifiers::NONE), None);
    }

    #[test]
    fn no_key_does_two_things() {
        assert_eq!(KEYS.clashes(), []);
    }
}
