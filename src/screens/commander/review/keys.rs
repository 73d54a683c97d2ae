//! The keys of the review and what they do: the one table for the loop, the bar and the help. Nothing here throws a
//! report away or edits one.

use crossterm::event::KeyCode;

use crate::language::word::Word;
use crate::screens::desk::keys::{
    BACK_TAB, DOWN_OR_J, END, ENTER, ESC, ESC_OR_Q, HOME, PAGE_DOWN, PAGE_UP, TAB, UP_OR_K,
};
use crate::screens::kit::keymap::{Chord, Keymap, bar, key};

/// Where the keys act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Where a report is being read and none lies open yet.
    Reading,
    /// On the original.
    Original,
    /// In the statement.
    Statement,
    /// On the field that tells what the report repeats.
    OnRepeats,
    /// The list of repeats.
    Repeats,
    /// Another report.
    Other,
    /// The attachments.
    Files,
    /// Giving back.
    GiveBack,
    /// Whether something leaves at once.
    Release,
    /// Whether the author's haste is released.
    Suggested,
}

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Sign what stands in the statement, and on to the next report.
    Sign,
    /// To the other side.
    Side,
    /// On: to the field behind, a new line, or into what the field opens.
    Enter,
    /// To the field behind.
    NextField,
    /// To the field before.
    PreviousField,
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
    /// To the next report, signing nothing.
    NextReport,
    /// To the report before, signing nothing.
    PreviousReport,
    /// Take back what was signed last, or what was signed of this report.
    TakeBack,
    /// Give the report back for completion; on its screen, sign that.
    GiveBack,
    /// The reports this one repeats.
    Repeats,
    /// Mark the selected one as the report that this one repeats, or take that away.
    SameAs,
    /// Look at the selected one.
    Look,
    /// The attachments.
    Files,
    /// Release what is asked about, and sign.
    Release,
    /// Sign without releasing.
    WithoutRelease,
    /// Away from here.
    Leave,
}

const READ_ON: &[Chord] = &[Chord::key(KeyCode::PageDown), Chord::letter(' ')];
const EITHER_TAB: &[Chord] = &[Chord::key(KeyCode::Tab), Chord::key(KeyCode::BackTab)];
const F8: &[Chord] = &[Chord::key(KeyCode::F(8)), Chord::ctrl('f')];
const ENTER_OR_F8: &[Chord] = &[Chord::key(KeyCode::Enter), Chord::key(KeyCode::F(8)), Chord::ctrl('f')];

/// The table.
pub const KEYS: Keymap<Place, Command> = Keymap(&[
    bar(Place::Reading, ESC_OR_Q, Command::Leave, Word("key-back")),
    bar(Place::Original, ENTER_OR_F8, Command::Sign, Word("key-sign-next")),
    bar(Place::Original, EITHER_TAB, Command::Side, Word("key-to-statement")),
    bar(Place::Original, &[Chord::letter('b')], Command::GiveBack, Word("key-give-back")),
    bar(Place::Original, &[Chord::letter('r')], Command::Repeats, Word("key-review-repeats")),
    bar(Place::Original, &[Chord::letter('a')], Command::Files, Word("key-attachments")),
    bar(Place::Original, &[Chord::letter('u')], Command::TakeBack, Word("key-take-back")),
    key(Place::Original, &[Chord::letter('n')], Command::NextReport, Word("key-next-owed")),
    key(Place::Original, &[Chord::letter('p')], Command::PreviousReport, Word("key-previous-owed")),
    key(Place::Original, UP_OR_K, Command::Up, Word("key-up")),
    key(Place::Original, DOWN_OR_J, Command::Down, Word("key-down")),
    key(Place::Original, PAGE_UP, Command::PageUp, Word("key-page-up")),
    key(Place::Original, READ_ON, Command::PageDown, Word("key-page-down")),
    key(Place::Original, HOME, Command::First, Word("key-first")),
    key(Place::Original, END, Command::Last, Word("key-last")),
    key(Place::Original, ESC_OR_Q, Command::Leave, Word("key-back")),
    bar(Place::OnRepeats, ENTER, Command::Repeats, Word("key-choose-report")),
    bar(Place::Statement, F8, Command::Sign, Word("key-sign-next")),
    bar(Place::Statement, EITHER_TAB, Command::Side, Word("key-to-original")),
    bar(Place::Statement, ENTER, Command::Enter, Word("key-next-line")),
    bar(Place::Statement, ESC, Command::Leave, Word("key-back")),
    bar(Place::Repeats, ENTER, Command::Look, Word("key-look")),
    bar(Place::Repeats, &[Chord::letter('d'), Chord::letter(' ')], Command::SameAs, Word("key-same-as")),
    bar(Place::Repeats, ESC_OR_Q, Command::Leave, Word("key-back")),
    key(Place::Repeats, UP_OR_K, Command::Up, Word("key-up")),
    key(Place::Repeats, DOWN_OR_J, Command::Down, Word("key-down")),
    key(Place::Repeats, PAGE_UP, Command::PageUp, Word("key-page-up")),
    key(Place::Repeats, PAGE_DOWN, Command::PageDown, Word("key-page-down")),
    bar(Place::Other, &[Chord::letter('d')], Command::SameAs, Word("key-same-as")),
    bar(Place::Other, ESC_OR_Q, Command::Leave, Word("key-back")),
    key(Place::Other, UP_OR_K, Command::Up, Word("key-up")),
    key(Place::Other, DOWN_OR_J, Command::Down, Word("key-down")),
    key(Place::Other, PAGE_UP, Command::PageUp, Word("key-page-up")),
    key(Place::Other, READ_ON, Command::PageDown, Word("key-page-down")),
    key(Place::Other, HOME, Command::First, Word("key-first")),
    key(Place::Other, END, Command::Last, Word("key-last")),
    bar(Place::Files, UP_OR_K, Command::Up, Word("key-up")),
    bar(Place::Files, DOWN_OR_J, Command::Down, Word("key-down")),
    bar(Place::Files, ESC_OR_Q, Command::Leave, Word("key-back")),
    bar(Place::GiveBack, F8, Command::GiveBack, Word("key-give-it-back")),
    bar(Place::GiveBack, TAB, Command::NextField, Word("key-next-field")),
    key(Place::GiveBack, BACK_TAB, Command::PreviousField, Word("key-previous-field")),
    key(Place::GiveBack, ENTER, Command::NextField, Word("key-next-field")),
    bar(Place::GiveBack, ESC, Command::Leave, Word("key-back")),
    bar(Place::Release, &[Chord::letter('y')], Command::Release, Word("review-release-yes")),
    bar(
        Place::Release,
        &[Chord::key(KeyCode::Esc), Chord::letter('n')],
        Command::Leave,
        Word("review-release-no"),
    ),
    bar(Place::Suggested, &[Chord::letter('y')], Command::Release, Word("review-release-yes")),
    bar(Place::Suggested, &[Chord::letter('n')], Command::WithoutRelease, Word("review-release-not")),
    bar(Place::Suggested, ESC, Command::Leave, Word("review-release-read")),
]);

/// The places of the review with what the help calls them, in its order.
pub const HELP: [(Place, Word); 10] = [
    (Place::Original, Word("help-original")),
    (Place::Statement, Word("help-statement")),
    (Place::OnRepeats, Word("help-on-repeats")),
    (Place::Repeats, Word("help-repeats")),
    (Place::Other, Word("help-other-report")),
    (Place::Files, Word("help-review-files")),
    (Place::GiveBack, Word("help-give-back")),
    (Place::Release, Word("help-release")),
    (Place::Suggested, Word("help-suggested")),
    (Place::Reading, Word("help-reading")),
];

/// How far an act goes up or down, by pages of so many lines.
#[must_use]
pub const fn steps(command: Command, page: isize) -> Option<isize> {
    match command {
        Command::Up => Some(-1),
        Command::Down => Some(1),
        Command::PageUp => Some(-page),
        Command::PageDown => Some(page),
        Command::First => Some(isize::MIN),
        Command::Last => Some(isize::MAX),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::KeyCode;

    use super::{Command, HELP, KEYS, Place};
    use crate::language::tongue::Tongue;
    use crate::screens::kit::plain_text::width;

    #[test]
    fn no_key_does_two_things_in_one_place_and_the_help_tells_of_every_place() {
        assert_eq!(KEYS.clashes(), []);
        for binding in KEYS.0 {
            assert!(HELP.iter().any(|(place, _)| *place == binding.context), "{:?}", binding.context);
        }
    }

    #[test]
    fn nothing_throws_a_report_away_and_delete_does_nothing() {
        let delete = crate::screens::kit::keymap::Chord::key(KeyCode::Delete);
        assert!(KEYS.0.iter().all(|binding| !binding.chords.contains(&delete)));
    }

    #[test]
    fn what_the_common_case_needs_stands_in_the_bar_of_the_smallest_terminal() {
        for tongue in Tongue::ALL {
            for (places, act) in [
                (&[Place::Original][..], Command::GiveBack),
                (&[Place::Statement][..], Command::Leave),
                (&[Place::OnRepeats, Place::Statement][..], Command::Side),
                (&[Place::Suggested][..], Command::Leave),
            ] {
                let label = KEYS.0.iter().find(|one| one.command == act && places.contains(&one.context));
                let bar = KEYS.bar(places);
                let last =
                    bar.iter().position(|line| Some(line.label) == label.map(|one| one.label)).unwrap();
                let columns: usize = bar[..=last]
                    .iter()
                    .map(|line| width(&line.keys) + 1 + width(&tongue.say(line.label)) + 2)
                    .sum();
                assert!(columns <= 72, "{tongue:?} {places:?}: {columns}");
            }
        }
    }
}
