//! The keys of the locked screen.

use crossterm::event::KeyCode;

use crate::language::word::Word;
use crate::screens::kit::keymap::{Binding, Chord, Keymap};
use crate::screens::lock::wipe_question::ASKS;

/// Where the keys act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// While a passphrase can be typed.
    Entry,
    /// Always.
    Anywhere,
}

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Try the passphrase.
    Unlock,
    /// Take the last character away.
    Backspace,
    /// Empty the field.
    Clear,
    /// Ask whether to wipe.
    AskToWipe,
    /// Change the language.
    Language,
    /// Change the colours.
    Theme,
    /// Draw everything again.
    Redraw,
    /// Leave.
    Quit,
}

const fn key(
    context: Context,
    chords: &'static [Chord],
    command: Command,
    label: Word,
    in_bar: bool,
) -> Binding<Context, Command> {
    Binding { context, chords, command, label, in_bar }
}

/// The table.
pub const KEYS: Keymap<Context, Command> = Keymap(&[
    key(Context::Entry, &[Chord::key(KeyCode::Enter)], Command::Unlock, Word("key-unlock"), true),
    key(
        Context::Entry,
        &[Chord::key(KeyCode::Backspace), Chord::ctrl('h')],
        Command::Backspace,
        Word("edit-backspace"),
        false,
    ),
    key(
        Context::Entry,
        &[Chord::key(KeyCode::Esc), Chord::ctrl('u')],
        Command::Clear,
        Word("key-clear"),
        false,
    ),
    key(Context::Anywhere, &[Chord::key(KeyCode::F(3))], Command::Language, Word("key-language"), true),
    key(Context::Anywhere, &[Chord::key(KeyCode::F(2))], Command::Theme, Word("key-theme"), true),
    key(Context::Anywhere, ASKS, Command::AskToWipe, Word("key-wipe"), true),
    key(Context::Anywhere, &[Chord::ctrl('l')], Command::Redraw, Word("key-redraw"), false),
    key(Context::Anywhere, &[Chord::ctrl('c'), Chord::ctrl('q')], Command::Quit, Word("key-quit"), true),
]);

#[cfg(test)]
mod tests {
    use super::{Context, KEYS};
    use crate::language::tongue::Tongue;
    use crate::screens::kit::plain_text::width;
    use crate::screens::kit::widgets::too_small::COLUMNS;

    #[test]
    fn no_key_does_two_things() {
        assert_eq!(KEYS.clashes(), []);
    }

    #[test]
    fn the_bar_stands_whole_in_every_language() {
        for tongue in Tongue::ALL {
            let bar = KEYS.bar(&[Context::Entry, Context::Anywhere]);
            let columns: usize =
                bar.iter().map(|line| width(&line.keys) + 1 + width(&tongue.say(line.label)) + 2).sum();
            assert!(columns < usize::from(COLUMNS), "{tongue:?}: {columns}");
        }
    }
}
