//! The keys of the observer's desk and what they do: the one table for the loop and for the help.

use crossterm::event::{KeyCode, KeyEvent};

use crate::language::word::Word;
use crate::screens::kit::keymap::{Binding, Chord, Keymap};
use crate::screens::observer::room::Room;

/// Lines a page key goes.
const PAGE: isize = 10;

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
    /// Every room, where nothing lies open in front of it that takes the keys.
    Rooms,
    /// The words that narrow a list.
    Search,
    /// The list of answers.
    Answers,
    /// An answer.
    Answer,
    /// The guide.
    Guide,
    /// What is handed over by hand.
    Transfer,
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
    /// To a room.
    Room(Room),
    /// To the room to the right.
    NextRoom,
    /// To the room to the left.
    PreviousRoom,
    /// Narrow by words.
    Search,
    /// To the attachments.
    Attachments,
    /// To the report an answer is about.
    SeeReport,
    /// Write what waits to a folder.
    Write,
    /// Read what came back in a folder.
    ReadBack,
    /// Complete the folder.
    Complete,
    /// The next choice.
    Onward,
    /// The choice before.
    Backward,
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
const ESC: &[Chord] = &[Chord::key(KeyCode::Esc)];
const ESC_OR_Q: &[Chord] = &[Chord::key(KeyCode::Esc), Chord::letter('q')];
const TAB: &[Chord] = &[Chord::key(KeyCode::Tab)];
const BACK_TAB: &[Chord] = &[Chord::key(KeyCode::BackTab)];
const LEFT: &[Chord] = &[Chord::key(KeyCode::Left)];
const RIGHT: &[Chord] = &[Chord::key(KeyCode::Right)];
const SLASH: &[Chord] = &[Chord::letter('/')];
const READ_ON: &[Chord] = &[Chord::key(KeyCode::PageDown), Chord::letter(' ')];

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
    bar(Context::Reports, SLASH, Command::Search, Word("key-search")),
    key(Context::Reports, ESC, Command::Leave, Word("key-search-clear")),
    key(Context::Reports, &[Chord::letter('q')], Command::Quit, Word("key-quit")),
    bar(Context::Report, ESC_OR_Q, Command::Leave, Word("key-back")),
    bar(Context::Report, &[Chord::letter('c')], Command::Correct, Word("key-correct")),
    bar(Context::Report, &[Chord::letter('a')], Command::Attachments, Word("key-attachments")),
    key(Context::Report, UP_OR_K, Command::Up, Word("key-up")),
    key(Context::Report, DOWN_OR_J, Command::Down, Word("key-down")),
    key(Context::Report, PAGE_UP, Command::PageUp, Word("key-page-up")),
    key(Context::Report, PAGE_DOWN, Command::PageDown, Word("key-page-down")),
    key(Context::Report, HOME, Command::First, Word("key-first")),
    key(Context::Report, END, Command::Last, Word("key-last")),
    bar(Context::Answers, ENTER, Command::Open, Word("key-open")),
    bar(Context::Answers, ESC_OR_Q, Command::Leave, Word("key-back")),
    key(Context::Answers, UP_OR_K, Command::Up, Word("key-up")),
    key(Context::Answers, DOWN_OR_J, Command::Down, Word("key-down")),
    key(Context::Answers, PAGE_UP, Command::PageUp, Word("key-page-up")),
    key(Context::Answers, PAGE_DOWN, Command::PageDown, Word("key-page-down")),
    key(Context::Answers, HOME, Command::First, Word("key-first")),
    key(Context::Answers, END, Command::Last, Word("key-last")),
    bar(Context::Answer, ESC_OR_Q, Command::Leave, Word("key-back")),
    bar(
        Context::Answer,
        &[Chord::letter('r'), Chord::key(KeyCode::Enter)],
        Command::SeeReport,
        Word("key-see-report"),
    ),
    key(Context::Answer, RIGHT, Command::Onward, Word("key-next-report")),
    key(Context::Answer, LEFT, Command::Backward, Word("key-previous-report")),
    key(Context::Answer, UP_OR_K, Command::Up, Word("key-up")),
    key(Context::Answer, DOWN_OR_J, Command::Down, Word("key-down")),
    key(Context::Answer, PAGE_UP, Command::PageUp, Word("key-page-up")),
    key(Context::Answer, PAGE_DOWN, Command::PageDown, Word("key-page-down")),
    key(Context::Answer, HOME, Command::First, Word("key-first")),
    key(Context::Answer, END, Command::Last, Word("key-last")),
    bar(Context::Guide, READ_ON, Command::PageDown, Word("key-read-on")),
    bar(Context::Guide, SLASH, Command::Search, Word("key-search")),
    bar(Context::Guide, ESC_OR_Q, Command::Leave, Word("key-back")),
    key(Context::Guide, UP_OR_K, Command::Up, Word("key-chapter-before")),
    key(Context::Guide, DOWN_OR_J, Command::Down, Word("key-chapter-behind")),
    key(Context::Guide, PAGE_UP, Command::PageUp, Word("key-page-up")),
    key(Context::Guide, HOME, Command::First, Word("key-first")),
    key(Context::Guide, END, Command::Last, Word("key-last")),
    bar(Context::Search, ENTER, Command::Open, Word("key-search-done")),
    bar(Context::Search, ESC, Command::Leave, Word("key-search-clear")),
    key(Context::Search, UP, Command::Up, Word("key-up")),
    key(Context::Search, DOWN, Command::Down, Word("key-down")),
    key(Context::Search, PAGE_UP, Command::PageUp, Word("key-page-up")),
    key(Context::Search, PAGE_DOWN, Command::PageDown, Word("key-page-down")),
    bar(Context::Transfer, &[Chord::letter('w')], Command::Write, Word("key-write")),
    bar(Context::Transfer, &[Chord::letter('r')], Command::ReadBack, Word("key-read-back")),
    bar(Context::Transfer, ESC_OR_Q, Command::Leave, Word("key-back")),
    key(Context::Transfer, UP_OR_K, Command::Up, Word("key-up")),
    key(Context::Transfer, DOWN_OR_J, Command::Down, Word("key-down")),
    key(Context::Transfer, PAGE_UP, Command::PageUp, Word("key-page-up")),
    key(Context::Transfer, PAGE_DOWN, Command::PageDown, Word("key-page-down")),
    bar(Context::Folder, ENTER, Command::Open, Word("key-go")),
    bar(Context::Folder, TAB, Command::Complete, Word("key-complete")),
    bar(Context::Folder, ESC, Command::Leave, Word("key-back")),
    bar(Context::Lent, ESC, Command::Leave, Word("key-stop")),
    bar(Context::Me, RIGHT, Command::Onward, Word("key-choose")),
    key(Context::Me, LEFT, Command::Backward, Word("key-choose-back")),
    bar(Context::Me, ENTER, Command::Open, Word("key-open")),
    bar(Context::Me, ESC_OR_Q, Command::Leave, Word("key-back")),
    key(Context::Me, UP_OR_K, Command::Up, Word("key-up")),
    key(Context::Me, DOWN_OR_J, Command::Down, Word("key-down")),
    key(Context::Me, HOME, Command::First, Word("key-first")),
    key(Context::Me, END, Command::Last, Word("key-last")),
    bar(Context::Passphrase, TAB, Command::NextField, Word("key-next-field")),
    key(Context::Passphrase, BACK_TAB, Command::PreviousField, Word("key-previous-field")),
    bar(Context::Passphrase, ENTER, Command::Open, Word("key-passphrase-enter")),
    bar(Context::Passphrase, ESC, Command::Leave, Word("key-back")),
    bar(Context::About, ESC_OR_Q, Command::Leave, Word("key-back")),
    key(Context::About, UP_OR_K, Command::Up, Word("key-up")),
    key(Context::About, DOWN_OR_J, Command::Down, Word("key-down")),
    key(Context::About, PAGE_UP, Command::PageUp, Word("key-page-up")),
    key(Context::About, PAGE_DOWN, Command::PageDown, Word("key-page-down")),
    key(Context::About, HOME, Command::First, Word("key-first")),
    key(Context::About, END, Command::Last, Word("key-last")),
    key(Context::Rooms, &[Chord::letter('1')], Command::Room(Room::Reports), Word("reports")),
    key(Context::Rooms, &[Chord::letter('2')], Command::Room(Room::Answers), Word("answers")),
    key(Context::Rooms, &[Chord::letter('3')], Command::Room(Room::Guide), Word("guide")),
    key(Context::Rooms, &[Chord::letter('4')], Command::Room(Room::Transfer), Word("transfer")),
    key(Context::Rooms, &[Chord::letter('5')], Command::Room(Room::Me), Word("me")),
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

/// How far a command goes up or down.
#[must_use]
pub const fn steps(command: Command) -> Option<isize> {
    match command {
        Command::Up => Some(-1),
        Command::Down => Some(1),
        Command::PageUp => Some(-PAGE),
        Command::PageDown => Some(PAGE),
        Command::First => Some(isize::MIN),
        Command::Last => Some(isize::MAX),
        _ => None,
    }
}

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
        use Context::{Answer, Answers, Anywhere, Guide, Letterless, Me, Report, Reports, Transfer};
        let places: [&[Context]; 7] = [
            &[Reports, Letterless, Anywhere],
            &[Report, Letterless, Anywhere],
            &[Answers, Letterless, Anywhere],
            &[Answer, Letterless, Anywhere],
            &[Guide, Letterless, Anywhere],
            &[Transfer, Letterless, Anywhere],
            &[Me, Letterless, Anywhere],
        ];
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
