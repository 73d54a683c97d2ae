//! The keys of the observer's desk and what they do: the one table for the loop and for the help.

use crossterm::event::{KeyCode, KeyEvent};

use crate::screens::kit::keymap::{Binding, Chord, Keymap};
use crate::screens::observer::words;

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
    /// The form of a draft.
    Form,
    /// The field of the form that opens the indicators.
    Indicators,
    /// The list of indicators.
    Picker,
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
    /// To the field behind.
    NextField,
    /// To the field before.
    PreviousField,
    /// On: to the field behind, into a list, or a new line, as the field has it.
    Enter,
    /// Sign and file.
    File,
    /// Nothing fits, and yet it was odd.
    JustOdd,
    /// Pick, or take back.
    Toggle,
    /// The next way of knowing.
    BasisOnward,
    /// The way of knowing before.
    BasisBack,
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
    /// Draw everything again.
    Redraw,
    /// Leave the desk.
    Quit,
}

const fn key(
    context: Context,
    chords: &'static [Chord],
    command: Command,
    label: &'static str,
) -> Binding<Context, Command> {
    Binding { context, chords, command, label, in_bar: false }
}

const fn bar(
    context: Context,
    chords: &'static [Chord],
    command: Command,
    label: &'static str,
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
const ESC: &[Chord] = &[Chord::key(KeyCode::Esc)];
const ESC_OR_Q: &[Chord] = &[Chord::key(KeyCode::Esc), Chord::letter('q')];
const TAB: &[Chord] = &[Chord::key(KeyCode::Tab)];

/// The table.
pub const KEYS: Keymap<Context, Command> = Keymap(&[
    bar(Context::Reports, &[Chord::letter('n')], Command::New, words::KEY_NEW),
    bar(Context::Reports, ENTER, Command::Open, words::KEY_OPEN),
    bar(
        Context::Reports,
        &[Chord::letter('d'), Chord::key(KeyCode::Delete)],
        Command::Discard,
        words::KEY_DISCARD,
    ),
    key(Context::Reports, UP_OR_K, Command::Up, words::KEY_UP),
    key(Context::Reports, DOWN_OR_J, Command::Down, words::KEY_DOWN),
    key(Context::Reports, PAGE_UP, Command::PageUp, words::KEY_PAGE_UP),
    key(Context::Reports, PAGE_DOWN, Command::PageDown, words::KEY_PAGE_DOWN),
    key(Context::Reports, HOME, Command::First, words::KEY_FIRST),
    key(Context::Reports, END, Command::Last, words::KEY_LAST),
    bar(Context::Reports, &[Chord::letter('t')], Command::Theme, words::KEY_THEME),
    bar(Context::Reports, &[Chord::letter('q')], Command::Quit, words::KEY_QUIT),
    bar(Context::Report, ESC_OR_Q, Command::Leave, words::KEY_BACK),
    bar(Context::Report, &[Chord::letter('c')], Command::Correct, words::KEY_CORRECT),
    key(Context::Report, UP_OR_K, Command::Up, words::KEY_UP),
    key(Context::Report, DOWN_OR_J, Command::Down, words::KEY_DOWN),
    key(Context::Report, PAGE_UP, Command::PageUp, words::KEY_PAGE_UP),
    key(Context::Report, PAGE_DOWN, Command::PageDown, words::KEY_PAGE_DOWN),
    bar(Context::Report, &[Chord::letter('t')], Command::Theme, words::KEY_THEME),
    bar(Context::Indicators, &[Chord::letter('o')], Command::JustOdd, words::KEY_ODD),
    bar(Context::Form, TAB, Command::NextField, words::KEY_NEXT_FIELD),
    key(Context::Form, &[Chord::key(KeyCode::BackTab)], Command::PreviousField, words::KEY_PREVIOUS_FIELD),
    key(Context::Form, ENTER, Command::Enter, words::KEY_ENTER),
    bar(Context::Form, &[Chord::ctrl('f')], Command::File, words::KEY_FILE),
    bar(Context::Form, ESC, Command::Leave, words::KEY_LEAVE_DRAFT),
    key(Context::Form, &[Chord::ctrl('o')], Command::JustOdd, words::KEY_ODD),
    bar(Context::Picker, ENTER, Command::Toggle, words::KEY_PICK),
    bar(Context::Picker, &[Chord::key(KeyCode::Right)], Command::BasisOnward, words::KEY_BASIS),
    key(Context::Picker, &[Chord::key(KeyCode::Left)], Command::BasisBack, words::KEY_BASIS_BACK),
    bar(Context::Picker, &[Chord::ctrl('o')], Command::JustOdd, words::KEY_ODD),
    bar(Context::Picker, TAB, Command::NextField, words::KEY_PICKED),
    key(Context::Picker, &[Chord::key(KeyCode::BackTab)], Command::PreviousField, words::KEY_PREVIOUS_FIELD),
    key(Context::Picker, ESC, Command::Leave, words::KEY_BACK_TO_FORM),
    key(Context::Picker, UP, Command::Up, words::KEY_UP),
    key(Context::Picker, DOWN, Command::Down, words::KEY_DOWN),
    key(Context::Picker, PAGE_UP, Command::PageUp, words::KEY_PAGE_UP),
    key(Context::Picker, PAGE_DOWN, Command::PageDown, words::KEY_PAGE_DOWN),
    key(Context::Question, &[Chord::key(KeyCode::Enter), Chord::letter('y')], Command::Yes, words::KEY_YES),
    key(Context::Question, &[Chord::key(KeyCode::Esc), Chord::letter('n')], Command::No, words::KEY_NO),
    bar(
        Context::Help,
        &[Chord::key(KeyCode::Esc), Chord::key(KeyCode::F(1)), Chord::letter('?'), Chord::letter('q')],
        Command::Leave,
        words::KEY_BACK,
    ),
    bar(Context::Help, UP, Command::Up, words::KEY_UP),
    bar(Context::Help, DOWN, Command::Down, words::KEY_DOWN),
    key(Context::Help, PAGE_UP, Command::PageUp, words::KEY_PAGE_UP),
    key(Context::Help, PAGE_DOWN, Command::PageDown, words::KEY_PAGE_DOWN),
    key(Context::Letterless, &[Chord::letter('?')], Command::Help, words::KEY_HELP),
    bar(Context::Anywhere, &[Chord::key(KeyCode::F(1))], Command::Help, words::KEY_HELP),
    key(Context::Anywhere, &[Chord::key(KeyCode::F(2))], Command::Theme, words::KEY_THEME),
    key(Context::Anywhere, &[Chord::ctrl('l')], Command::Redraw, words::KEY_REDRAW),
    key(Context::Anywhere, &[Chord::ctrl('c'), Chord::ctrl('q')], Command::Quit, words::KEY_QUIT_ANYWHERE),
]);

/// What a key does where these contexts hold, the nearest first.
#[must_use]
pub fn command(contexts: &[Context], event: KeyEvent) -> Option<Command> {
    KEYS.command(contexts, event)
}

#[cfg(test)]
mod tests {
    use super::KEYS;

    #[test]
    fn no_key_does_two_things_in_one_place() {
        assert_eq!(KEYS.clashes(), []);
    }
}
