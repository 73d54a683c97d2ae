//! The keys of the observer's own rooms and what they do: the one table for the loop and for the help. Those that every
//! desk has stand beside the desk.

use crossterm::event::{KeyCode, KeyEvent};

use crate::language::word::Word;
use crate::screens::desk::keys::{
    DOWN_OR_J, END, ENTER, ESC, ESC_OR_Q, Go, HOME, LEFT, PAGE_DOWN, PAGE_UP, RIGHT, SLASH, UP_OR_K,
};
use crate::screens::kit::keymap::{Chord, Keymap, bar, key};
use crate::screens::observer::room::Room;

/// Where the keys act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// The list of reports.
    Reports,
    /// A report with its answers.
    Report,
    /// The list of answers.
    Answers,
    /// An answer.
    Answer,
    /// An answer about a report that is here.
    AboutReport,
    /// An answer about several reports.
    AboutReports,
    /// What is handed over by hand.
    Transfer,
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
    /// To the attachments.
    Attachments,
    /// To the report an answer is about.
    SeeReport,
    /// Write what waits to a folder.
    Write,
    /// Read what came back in a folder.
    ReadBack,
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
    /// Away from here.
    Leave,
    /// Leave the desk.
    Quit,
}

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
    key(Context::Reports, UP_OR_K, Command::Go(Go::Up), Word("key-up")),
    key(Context::Reports, DOWN_OR_J, Command::Go(Go::Down), Word("key-down")),
    key(Context::Reports, PAGE_UP, Command::Go(Go::PageUp), Word("key-page-up")),
    key(Context::Reports, PAGE_DOWN, Command::Go(Go::PageDown), Word("key-page-down")),
    key(Context::Reports, HOME, Command::Go(Go::First), Word("key-first")),
    key(Context::Reports, END, Command::Go(Go::Last), Word("key-last")),
    bar(Context::Reports, SLASH, Command::Search, Word("key-search")),
    key(Context::Reports, ESC, Command::Leave, Word("key-search-clear")),
    key(Context::Reports, &[Chord::letter('q')], Command::Quit, Word("key-quit")),
    bar(Context::Report, ESC_OR_Q, Command::Leave, Word("key-back")),
    bar(Context::Report, &[Chord::letter('c')], Command::Correct, Word("key-correct")),
    bar(Context::Report, &[Chord::letter('a')], Command::Attachments, Word("key-attachments")),
    key(Context::Report, UP_OR_K, Command::Go(Go::Up), Word("key-up")),
    key(Context::Report, DOWN_OR_J, Command::Go(Go::Down), Word("key-down")),
    key(Context::Report, PAGE_UP, Command::Go(Go::PageUp), Word("key-page-up")),
    key(Context::Report, PAGE_DOWN, Command::Go(Go::PageDown), Word("key-page-down")),
    key(Context::Report, HOME, Command::Go(Go::First), Word("key-first")),
    key(Context::Report, END, Command::Go(Go::Last), Word("key-last")),
    bar(Context::Answers, ENTER, Command::Open, Word("key-open")),
    bar(Context::Answers, ESC_OR_Q, Command::Leave, Word("key-back")),
    key(Context::Answers, UP_OR_K, Command::Go(Go::Up), Word("key-up")),
    key(Context::Answers, DOWN_OR_J, Command::Go(Go::Down), Word("key-down")),
    key(Context::Answers, PAGE_UP, Command::Go(Go::PageUp), Word("key-page-up")),
    key(Context::Answers, PAGE_DOWN, Command::Go(Go::PageDown), Word("key-page-down")),
    key(Context::Answers, HOME, Command::Go(Go::First), Word("key-first")),
    key(Context::Answers, END, Command::Go(Go::Last), Word("key-last")),
    bar(Context::Answer, ESC_OR_Q, Command::Leave, Word("key-back")),
    bar(
        Context::AboutReport,
        &[Chord::letter('r'), Chord::key(KeyCode::Enter)],
        Command::SeeReport,
        Word("key-see-report"),
    ),
    key(Context::AboutReports, RIGHT, Command::Onward, Word("key-next-report")),
    key(Context::AboutReports, LEFT, Command::Backward, Word("key-previous-report")),
    key(Context::Answer, UP_OR_K, Command::Go(Go::Up), Word("key-up")),
    key(Context::Answer, DOWN_OR_J, Command::Go(Go::Down), Word("key-down")),
    key(Context::Answer, PAGE_UP, Command::Go(Go::PageUp), Word("key-page-up")),
    key(Context::Answer, PAGE_DOWN, Command::Go(Go::PageDown), Word("key-page-down")),
    key(Context::Answer, HOME, Command::Go(Go::First), Word("key-first")),
    key(Context::Answer, END, Command::Go(Go::Last), Word("key-last")),
    bar(Context::Transfer, &[Chord::letter('w')], Command::Write, Word("key-write")),
    bar(Context::Transfer, &[Chord::letter('r')], Command::ReadBack, Word("key-read-back")),
    bar(Context::Transfer, ESC_OR_Q, Command::Leave, Word("key-back")),
    key(Context::Transfer, UP_OR_K, Command::Go(Go::Up), Word("key-up")),
    key(Context::Transfer, DOWN_OR_J, Command::Go(Go::Down), Word("key-down")),
    key(Context::Transfer, PAGE_UP, Command::Go(Go::PageUp), Word("key-page-up")),
    key(Context::Transfer, PAGE_DOWN, Command::Go(Go::PageDown), Word("key-page-down")),
]);

/// The keys that lead to a room, wherever nothing lies open that takes the keys.
pub const ROOMS: Keymap<(), Room> = Keymap(&[
    key((), &[Chord::letter('1')], Room::Reports, Word("reports")),
    key((), &[Chord::letter('2')], Room::Answers, Word("answers")),
    key((), &[Chord::letter('3')], Room::Guide, Word("guide")),
    key((), &[Chord::letter('4')], Room::Transfer, Word("transfer")),
    key((), &[Chord::letter('5')], Room::Me, Word("me")),
]);

/// What a key does in a room.
#[must_use]
pub fn command(contexts: &[Context], event: KeyEvent) -> Option<Command> {
    KEYS.command(contexts, event)
}

#[cfg(test)]
mod tests {
    use super::{Context, KEYS, ROOMS};
    use crate::language::tongue::Tongue;
    use crate::screens::desk::keys::{self as desk, Context as Place};
    use crate::screens::kit::plain_text::width;
    use crate::screens::kit::widgets::too_small::COLUMNS;

    #[test]
    fn no_key_does_two_things_in_one_place() {
        assert_eq!(KEYS.clashes(), []);
        assert_eq!(ROOMS.clashes(), []);
    }

    /// Columns of a bar up to the first binding of this command of every desk.
    fn columns_to(own: &[Context], places: &[Place], command: desk::Command, tongue: Tongue) -> usize {
        let word = desk::KEYS.0.iter().find(|binding| binding.command == command).unwrap().label;
        let bar = [KEYS.bar(own), desk::KEYS.bar(places)].concat();
        let last = bar.iter().position(|line| line.label == word).unwrap();
        bar[..=last]
            .iter()
            .map(|line| width(&line.keys) + 1 + width(&tongue.say(line.label)) + 2)
            .sum::<usize>()
            - 1
    }

    #[test]
    fn the_way_to_the_help_stands_in_every_bar_and_the_way_to_another_language_in_the_first() {
        use Context::{AboutReport, AboutReports, Answer, Answers, Report, Reports, Transfer};
        let everywhere = [Place::Letterless, Place::Anywhere];
        for tongue in Tongue::ALL {
            let about: &[Context] = &[Answer, AboutReport, AboutReports];
            for own in [&[Reports][..], &[Report], &[Answers], about, &[Transfer]] {
                let columns = columns_to(own, &everywhere, desk::Command::Help, tongue);
                assert!(columns <= usize::from(COLUMNS), "{tongue:?} {own:?}: {columns}");
            }
            for place in [Place::Guide, Place::Me] {
                let places = [place, Place::Letterless, Place::Anywhere];
                let columns = columns_to(&[], &places, desk::Command::Help, tongue);
                assert!(columns <= usize::from(COLUMNS), "{tongue:?} {place:?}: {columns}");
            }
            let columns = columns_to(&[Reports], &everywhere, desk::Command::Language, tongue);
            assert!(columns <= usize::from(COLUMNS), "{tongue:?}: {columns}");
        }
    }
}
