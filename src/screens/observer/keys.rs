//! The keys of the observer's desk and what they do: the one table for the loop and for the help.

use crossterm::event::{KeyCode, KeyEvent};

use crate::language::word::Word;
use crate::screens::kit::keymap::{Binding, Chord, Keymap};

/// Where the keys act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// On every screen.
    Anywhere,
    /// Where a letter is not part of a text.
    Letterless,
    /// The list of reports.
    Reports,
    /// A report with its answers.
    Report,
    /// A question in front of everything else.
    Question,
    /// The list of keys.
    Help,
}

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// One line up.
    Up,
    /// One line down.
    Down,
    /// One page up.
    PageUp,
    /// One page down.
    PageDown,
    /// To the first line.
    First,
    /// To the last line.
    Last,
    /// Open what is selected.
    Open,
    /// Begin a report.
    New,
    /// Begin a newer version of a filed report.
    Correct,
    /// Throw a draft away.
    Discard,
    /// Away from here.
    Leave,
    /// Yes to the question.
    Yes,
    /// No to the question.
    No,
    /// Show the keys.
    Help,
    /// Change the colours.
    Theme,
    /// Change the language.
    Language,
    /// Draw everything again.
    Redraw,
    /// Leave the desk.
    Quit,
}

const fn key(
    context: Context,
    chords: &'static [Chord],
    command: Command,
    label: Word,
) -> Binding<Context, Command> {
    Binding { context, chords, command, label, in_bar: false }
}

const fn bar(
    context: Context,
    chords: &'static [Chord],
    command: Command,
    label: Word,
) -> Binding<Context, Command> {
    Binding { context, chords, command, label, in_bar: true }
}

const UP: &[Chord] = &[Chord::key(KeyCode::Up)];
const DOWN: &[Chord] = &[Chord::key(KeyCode::Down)];
const UP_OR_K: &[Chord] = &[Chord::key(KeyCode::Up), Chord::letter('k')];
const DOWN_OR_J: &[Chord] = &[Chord::key(KeyCode::Down), Chord::letter('j')];
const PAGE_UP: &[Chord] = &[Chord::key(KeyCode::PageUp)];
const PAGE_DOWN: &[Chord] = &[Chord::key(KeyCode::PageDown)];
const HOME: &[Chord] = &[Chord::key(KeyCode::Home)];
const END: &[Chord] = &[Chord::key(KeyCode::End)];
const ENTER: &[Chord] = &[Chord::key(KeyCode::Enter)];
const ESC_OR_Q: &[Chord] = &[Chord::key(KeyCode::Esc), Chord::letter('q')];

/// The table.
pub const KEYS: Keymap<Context, Command> = Keymap(&[
    bar(Context::Reports, &[Chord::letter('n')], Command::New, Word("key-new")),
    bar(Context::Reports, ENTER, Command::Open, Word("key-open")),
    bar(
        Context::Reports,
        &[Chord::letter('d'), Chord::key(KeyCode::Delete)],
        Command::Discard,
        Word("key-discard"),
    ),
    key(Context::Reports, UP_OR_K, Command::Up, Word("key-up")),
    key(Context::Reports, DOWN_OR_J, Command::Down, Word("key-down")),
    key(Context::Reports, PAGE_UP, Command::PageUp, Word("key-page-up")),
    key(Context::Reports, PAGE_DOWN, Command::PageDown, Word("key-page-down")),
    key(Context::Reports, HOME, Command::First, Word("key-first")),
    key(Context::Reports, END, Command::Last, Word("key-last")),
    key(Context::Reports, &[Chord::letter('t')], Command::Theme, Word("key-theme")),
    bar(Context::Reports, &[Chord::letter('q')], Command::Quit, Word("key-quit")),
    bar(Context::Report, ESC_OR_Q, Command::Leave, Word("key-back")),
    bar(Context::Report, &[Chord::letter('c')], Command::Correct, Word("key-correct")),
    key(Context::Report, UP_OR_K, Command::Up, Word("key-up")),
    key(Context::Report, DOWN_OR_J, Command::Down, Word("key-down")),
    key(Context::Report, PAGE_UP, Command::PageUp, Word("key-page-up")),
    key(Context::Report, PAGE_DOWN, Command::PageDown, Word("key-page-down")),
    key(Context::Report, &[Chord::letter('t')], Command::Theme, Word("key-theme")),
    key(Context::Question, &[Chord::key(KeyCode::Enter), Chord::letter('y')], Command::Yes, Word("key-yes")),
    key(Context::Question, &[Chord::key(KeyCode::Esc), Chord::letter('n')], Command::No, Word("key-no")),
    bar(
        Context::Help,
        &[Chord::key(KeyCode::Esc), Chord::key(KeyCode::F(1)), Chord::letter('?'), Chord::letter('q')],
        Command::Leave,
        Word("key-back"),
    ),
    bar(Context::Help, UP, Command::Up, Word("key-up")),
    bar(Context::Help, DOWN, Command::Down, Word("key-down")),
    key(Context::Help, PAGE_UP, Command::PageUp, Word("key-page-up")),
    key(Context::Help, PAGE_DOWN, Command::PageDown, Word("key-page-down")),
    key(Context::Letterless, &[Chord::letter('?')], Command::Help, Word("key-help")),
    bar(Context::Anywhere, &[Chord::key(KeyCode::F(1))], Command::Help, Word("key-help")),
    key(Context::Anywhere, &[Chord::key(KeyCode::F(2))], Command::Theme, Word("key-theme")),
    bar(Context::Anywhere, &[Chord::key(KeyCode::F(3))], Command::Language, Word("key-language")),
    key(Context::Anywhere, &[Chord::ctrl('l')], Command::Redraw, Word("key-redraw")),
    key(Context::Anywhere, &[Chord::ctrl('c'), Chord::ctrl('q')], Command::Quit, Word("key-quit-anywhere")),
]);

/// What a key does where these contexts hold, the nearest first.
#[must_use]
pub fn command(contexts: &[Context], event: KeyEvent) -> Option<Command> {
    KEYS.command(contexts, event)
}

#[cfg(test)]
mod tests {
    use super::{Command, Context, KEYS};
    use crate::language::tongue::Tongue;
    use crate::screens::kit::plain_text::width;
    use crate::screens::kit::widgets::too_small::COLUMNS;

    #[test]
    fn no_key_does_two_things_in_one_place() {
        assert_eq!(KEYS.clashes(), []);
    }
    /// Columns of a bar up to the first binding of this command.
    fn columns_to(contexts: &[Context], command: Command, tongue: Tongue) -> usize {
        let word = KEYS.0.iter().find(|binding| binding.command == command).unwrap().label;
        let bar = KEYS.bar(contexts);
        let last = bar.iter().position(|line| line.label == word).unwrap();
        bar[..=last]
            .iter()
            .map(|line| width(&line.keys) + 1 + width(&tongue.say(line.label)) + 2)
            .sum::<usize>()
            - 1
    }

    #[test]
    fn the_way_to_the_help_stands_in_every_bar_and_the_way_to_another_language_in_the_first() {
        use Context::{Anywhere, Letterless, Report, Reports};
        let places: [&[Context]; 2] = [&[Reports, Letterless, Anywhere], &[Report, Letterless, Anywhere]];
        for tongue in Tongue::ALL {
            for contexts in places {
                let columns = columns_to(contexts, Command::Help, tongue);
                assert!(columns <= usize::from(COLUMNS), "{tongue:?} {contexts:?}: {columns}");
            }
            let columns = columns_to(places[0], Command::Language, tongue);
            assert!(columns <= usize::from(COLUMNS), "{tongue:?}: {columns}");
        }
    }
}
