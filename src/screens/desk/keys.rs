//! The keys every desk has and what they do: the one table for the loop and for the help. The rooms of a desk have tables
//! of their own, which are asked first.

use crossterm::event::{KeyCode, KeyEvent};

use crate::language::word::Word;
use crate::screens::kit::keymap::{Chord, Keymap, bar, key};

/// Lines a page key goes.
const PAGE: isize = 10;

/// Where the keys act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// On every screen.
    Anywhere,
    /// Where a letter is not part of a text.
    Letterless,
    /// Every room, where nothing lies open in front of it that takes the keys.
    Rooms,
    /// The words that narrow a list.
    Search,
    /// The guide.
    Guide,
    /// A folder that is being named.
    Folder,
    /// Who sits here.
    Me,
    /// Another passphrase.
    Passphrase,
    /// About the program.
    About,
    /// The desk is lent to an errand.
    Lent,
    /// A question in front of everything else.
    Question,
    /// The list of keys.
    Help,
}

/// A way to go in a list or a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Go {
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
}

impl Go {
    /// How many lines down that is.
    #[must_use]
    pub const fn steps(self) -> isize {
        match self {
            Self::Up => -1,
            Self::Down => 1,
            Self::PageUp => -PAGE,
            Self::PageDown => PAGE,
            Self::First => isize::MIN,
            Self::Last => isize::MAX,
        }
    }
}

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Up or down.
    Go(Go),
    /// Open what is selected.
    Open,
    /// To the room to the right.
    NextRoom,
    /// To the room to the left.
    PreviousRoom,
    /// Narrow by words.
    Search,
    /// Complete the folder.
    Complete,
    /// The next choice.
    Onward,
    /// The choice before.
    Backward,
    /// To the field behind.
    NextField,
    /// To the field before.
    PreviousField,
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

/// One line up.
pub const UP: &[Chord] = &[Chord::key(KeyCode::Up)];
/// One line down.
pub const DOWN: &[Chord] = &[Chord::key(KeyCode::Down)];
/// One line up, where letters are free.
pub const UP_OR_K: &[Chord] = &[Chord::key(KeyCode::Up), Chord::letter('k')];
/// One line down, where letters are free.
pub const DOWN_OR_J: &[Chord] = &[Chord::key(KeyCode::Down), Chord::letter('j')];
/// One page up.
pub const PAGE_UP: &[Chord] = &[Chord::key(KeyCode::PageUp)];
/// One page down.
pub const PAGE_DOWN: &[Chord] = &[Chord::key(KeyCode::PageDown)];
/// To the first.
pub const HOME: &[Chord] = &[Chord::key(KeyCode::Home)];
/// To the last.
pub const END: &[Chord] = &[Chord::key(KeyCode::End)];
/// Open, or take.
pub const ENTER: &[Chord] = &[Chord::key(KeyCode::Enter)];
/// Away, where letters are text.
pub const ESC: &[Chord] = &[Chord::key(KeyCode::Esc)];
/// Away, where letters are free.
pub const ESC_OR_Q: &[Chord] = &[Chord::key(KeyCode::Esc), Chord::letter('q')];
/// On.
pub const TAB: &[Chord] = &[Chord::key(KeyCode::Tab)];
/// Back.
pub const BACK_TAB: &[Chord] = &[Chord::key(KeyCode::BackTab)];
/// To the left.
pub const LEFT: &[Chord] = &[Chord::key(KeyCode::Left)];
/// To the right.
pub const RIGHT: &[Chord] = &[Chord::key(KeyCode::Right)];
/// Narrow by words.
pub const SLASH: &[Chord] = &[Chord::letter('/')];
const READ_ON: &[Chord] = &[Chord::key(KeyCode::PageDown), Chord::letter(' ')];

/// The table.
pub const KEYS: Keymap<Context, Command> = Keymap(&[
    bar(Context::Guide, READ_ON, Command::Go(Go::PageDown), Word("key-read-on")),
    bar(Context::Guide, SLASH, Command::Search, Word("key-search")),
    bar(Context::Guide, ESC_OR_Q, Command::Leave, Word("key-back")),
    key(Context::Guide, UP_OR_K, Command::Go(Go::Up), Word("key-chapter-before")),
    key(Context::Guide, DOWN_OR_J, Command::Go(Go::Down), Word("key-chapter-behind")),
    key(Context::Guide, PAGE_UP, Command::Go(Go::PageUp), Word("key-page-up")),
    key(Context::Guide, HOME, Command::Go(Go::First), Word("key-first")),
    key(Context::Guide, END, Command::Go(Go::Last), Word("key-last")),
    bar(Context::Search, ENTER, Command::Open, Word("key-search-done")),
    bar(Context::Search, ESC, Command::Leave, Word("key-search-clear")),
    key(Context::Search, UP, Command::Go(Go::Up), Word("key-up")),
    key(Context::Search, DOWN, Command::Go(Go::Down), Word("key-down")),
    key(Context::Search, PAGE_UP, Command::Go(Go::PageUp), Word("key-page-up")),
    key(Context::Search, PAGE_DOWN, Command::Go(Go::PageDown), Word("key-page-down")),
    bar(Context::Folder, ENTER, Command::Open, Word("key-go")),
    bar(Context::Folder, TAB, Command::Complete, Word("key-complete")),
    bar(Context::Folder, ESC, Command::Leave, Word("key-back")),
    bar(Context::Lent, ESC, Command::Leave, Word("key-stop")),
    bar(Context::Me, RIGHT, Command::Onward, Word("key-choose")),
    key(Context::Me, LEFT, Command::Backward, Word("key-choose-back")),
    bar(Context::Me, ENTER, Command::Open, Word("key-open")),
    bar(Context::Me, ESC_OR_Q, Command::Leave, Word("key-back")),
    key(Context::Me, UP_OR_K, Command::Go(Go::Up), Word("key-up")),
    key(Context::Me, DOWN_OR_J, Command::Go(Go::Down), Word("key-down")),
    key(Context::Me, HOME, Command::Go(Go::First), Word("key-first")),
    key(Context::Me, END, Command::Go(Go::Last), Word("key-last")),
    bar(Context::Passphrase, TAB, Command::NextField, Word("key-next-field")),
    key(Context::Passphrase, BACK_TAB, Command::PreviousField, Word("key-previous-field")),
    bar(Context::Passphrase, ENTER, Command::Open, Word("key-passphrase-enter")),
    bar(Context::Passphrase, ESC, Command::Leave, Word("key-back")),
    bar(Context::About, ESC_OR_Q, Command::Leave, Word("key-back")),
    key(Context::About, UP_OR_K, Command::Go(Go::Up), Word("key-up")),
    key(Context::About, DOWN_OR_J, Command::Go(Go::Down), Word("key-down")),
    key(Context::About, PAGE_UP, Command::Go(Go::PageUp), Word("key-page-up")),
    key(Context::About, PAGE_DOWN, Command::Go(Go::PageDown), Word("key-page-down")),
    key(Context::About, HOME, Command::Go(Go::First), Word("key-first")),
    key(Context::About, END, Command::Go(Go::Last), Word("key-last")),
    key(Context::Rooms, TAB, Command::NextRoom, Word("key-next-room")),
    key(Context::Rooms, BACK_TAB, Command::PreviousRoom, Word("key-previous-room")),
    key(Context::Rooms, &[Chord::letter('t')], Command::Theme, Word("key-theme")),
    key(Context::Question, &[Chord::key(KeyCode::Enter), Chord::letter('y')], Command::Yes, Word("key-yes")),
    key(Context::Question, &[Chord::key(KeyCode::Esc), Chord::letter('n')], Command::No, Word("key-no")),
    bar(
        Context::Help,
        &[Chord::key(KeyCode::Esc), Chord::key(KeyCode::F(1)), Chord::letter('?'), Chord::letter('q')],
        Command::Leave,
        Word("key-back"),
    ),
    bar(Context::Help, UP, Command::Go(Go::Up), Word("key-up")),
    bar(Context::Help, DOWN, Command::Go(Go::Down), Word("key-down")),
    key(Context::Help, PAGE_UP, Command::Go(Go::PageUp), Word("key-page-up")),
    key(Context::Help, PAGE_DOWN, Command::Go(Go::PageDown), Word("key-page-down")),
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
    use super::KEYS;

    #[test]
    fn no_key_does_two_things_in_one_place() {
        assert_eq!(KEYS.clashes(), []);
    }
}
