//! The keys of the review and what they do: the one table for the loop, the bar and the help. Nothing here throws a
//! report away or edits one.

use crossterm::event::{KeyCode, KeyEvent};

use crate::language::word::Word;
use crate::screens::kit::keymap::{Binding, Chord, Keymap};

/// Where the keys act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
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
pub enum Act {
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

const fn key(context: Spot, chords: &'static [Chord], command: Act, label: Word) -> Binding<Spot, Act> {
    Binding { context, chords, command, label, in_bar: false }
}

const fn bar(context: Spot, chords: &'static [Chord], command: Act, label: Word) -> Binding<Spot, Act> {
    Binding { context, chords, command, label, in_bar: true }
}

const UP: &[Chord] = &[Chord::key(KeyCode::Up)];
const DOWN: &[Chord] = &[Chord::key(KeyCode::Down)];
const UP_OR_K: &[Chord] = &[Chord::key(KeyCode::Up), Chord::letter('k')];
const DOWN_OR_J: &[Chord] = &[Chord::key(KeyCode::Down), Chord::letter('j')];
const PAGE_UP: &[Chord] = &[Chord::key(KeyCode::PageUp)];
const PAGE_DOWN: &[Chord] = &[Chord::key(KeyCode::PageDown)];
const READ_ON: &[Chord] = &[Chord::key(KeyCode::PageDown), Chord::letter(' ')];
const HOME: &[Chord] = &[Chord::key(KeyCode::Home)];
const END: &[Chord] = &[Chord::key(KeyCode::End)];
const ENTER: &[Chord] = &[Chord::key(KeyCode::Enter)];
const ESC: &[Chord] = &[Chord::key(KeyCode::Esc)];
const ESC_OR_Q: &[Chord] = &[Chord::key(KeyCode::Esc), Chord::letter('q')];
const TAB: &[Chord] = &[Chord::key(KeyCode::Tab)];
const EITHER_TAB: &[Chord] = &[Chord::key(KeyCode::Tab), Chord::key(KeyCode::BackTab)];
const BACK_TAB: &[Chord] = &[Chord::key(KeyCode::BackTab)];
const F8: &[Chord] = &[Chord::key(KeyCode::F(8)), Chord::ctrl('f')];
const ENTER_OR_F8: &[Chord] = &[Chord::key(KeyCode::Enter), Chord::key(KeyCode::F(8)), Chord::ctrl('f')];

/// The table.
pub const KEYS: Keymap<Spot, Act> = Keymap(&[
    bar(Spot::Original, ENTER_OR_F8, Act::Sign, Word("key-sign-next")),
    bar(Spot::Original, EITHER_TAB, Act::Side, Word("key-to-statement")),
    bar(Spot::Original, &[Chord::letter('b')], Act::GiveBack, Word("key-give-back")),
    bar(Spot::Original, &[Chord::letter('r')], Act::Repeats, Word("key-review-repeats")),
    bar(Spot::Original, &[Chord::letter('a')], Act::Files, Word("key-attachments")),
    bar(Spot::Original, &[Chord::letter('u')], Act::TakeBack, Word("key-take-back")),
    key(Spot::Original, &[Chord::letter('n')], Act::NextReport, Word("key-next-owed")),
    key(Spot::Original, &[Chord::letter('p')], Act::PreviousReport, Word("key-previous-owed")),
    key(Spot::Original, UP_OR_K, Act::Up, Word("key-up")),
    key(Spot::Original, DOWN_OR_J, Act::Down, Word("key-down")),
    key(Spot::Original, PAGE_UP, Act::PageUp, Word("key-page-up")),
    key(Spot::Original, READ_ON, Act::PageDown, Word("key-page-down")),
    key(Spot::Original, HOME, Act::First, Word("key-first")),
    key(Spot::Original, END, Act::Last, Word("key-last")),
    key(Spot::Original, ESC_OR_Q, Act::Leave, Word("key-back")),
    bar(Spot::OnRepeats, ENTER, Act::Repeats, Word("key-choose-report")),
    bar(Spot::Statement, F8, Act::Sign, Word("key-sign-next")),
    bar(Spot::Statement, EITHER_TAB, Act::Side, Word("key-to-original")),
    bar(Spot::Statement, ENTER, Act::Enter, Word("key-next-line")),
    bar(Spot::Statement, ESC, Act::Leave, Word("key-back")),
    bar(Spot::Repeats, ENTER, Act::Look, Word("key-look")),
    bar(Spot::Repeats, &[Chord::letter('d'), Chord::letter(' ')], Act::SameAs, Word("key-same-as")),
    bar(Spot::Repeats, ESC_OR_Q, Act::Leave, Word("key-back")),
    key(Spot::Repeats, UP_OR_K, Act::Up, Word("key-up")),
    key(Spot::Repeats, DOWN_OR_J, Act::Down, Word("key-down")),
    key(Spot::Repeats, PAGE_UP, Act::PageUp, Word("key-page-up")),
    key(Spot::Repeats, PAGE_DOWN, Act::PageDown, Word("key-page-down")),
    bar(Spot::Other, &[Chord::letter('d')], Act::SameAs, Word("key-same-as")),
    bar(Spot::Other, ESC_OR_Q, Act::Leave, Word("key-back")),
    key(Spot::Other, UP_OR_K, Act::Up, Word("key-up")),
    key(Spot::Other, DOWN_OR_J, Act::Down, Word("key-down")),
    key(Spot::Other, PAGE_UP, Act::PageUp, Word("key-page-up")),
    key(Spot::Other, READ_ON, Act::PageDown, Word("key-page-down")),
    key(Spot::Other, HOME, Act::First, Word("key-first")),
    key(Spot::Other, END, Act::Last, Word("key-last")),
    bar(Spot::Files, UP_OR_K, Act::Up, Word("key-up")),
    bar(Spot::Files, DOWN_OR_J, Act::Down, Word("key-down")),
    bar(Spot::Files, ESC_OR_Q, Act::Leave, Word("key-back")),
    bar(Spot::GiveBack, F8, Act::GiveBack, Word("key-give-it-back")),
    bar(Spot::GiveBack, TAB, Act::NextField, Word("key-next-field")),
    key(Spot::GiveBack, BACK_TAB, Act::PreviousField, Word("key-previous-field")),
    key(Spot::GiveBack, ENTER, Act::NextField, Word("key-next-field")),
    bar(Spot::GiveBack, ESC, Act::Leave, Word("key-back")),
    bar(Spot::Release, &[Chord::letter('y')], Act::Release, Word("review-release-yes")),
    bar(Spot::Release, &[Chord::key(KeyCode::Esc), Chord::letter('n')], Act::Leave, Word("review-release-no")),
    bar(Spot::Suggested, &[Chord::letter('y')], Act::Release, Word("review-release-yes")),
    bar(Spot::Suggested, &[Chord::letter('n')], Act::WithoutRelease, Word("review-release-not")),
    bar(Spot::Suggested, ESC, Act::Leave, Word("review-release-read")),
]);

/// The places of the review with what the help calls them, in its order.
pub const HELP: [(Spot, Word); 9] = [
    (Spot::Original, Word("help-original")),
    (Spot::Statement, Word("help-statement")),
    (Spot::OnRepeats, Word("help-on-repeats")),
    (Spot::Repeats, Word("help-repeats")),
    (Spot::Other, Word("help-other-report")),
    (Spot::Files, Word("help-review-files")),
    (Spot::GiveBack, Word("help-give-back")),
    (Spot::Release, Word("help-release")),
    (Spot::Suggested, Word("help-suggested")),
];

/// What a key does where these spots hold, the nearest first.
#[must_use]
pub fn act(spots: &[Spot], event: KeyEvent) -> Option<Act> {
    KEYS.command(spots, event)
}

/// How far an act goes up or down, by pages of so many lines.
#[must_use]
pub fn steps(act: Act, page: isize) -> Option<isize> {
    match act {
        Act::Up => Some(-1),
        Act::Down => Some(1),
        Act::PageUp => Some(-page),
        Act::PageDown => Some(page),
        Act::First => Some(isize::MIN),
        Act::Last => Some(isize::MAX),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::KeyCode;

    use super::{Act, HELP, KEYS, Spot};
    use crate::language::tongue::Tongue;
    use crate::screens::kit::plain_text::width;

    #[test]
    fn no_key_does_two_things_in_one_place_and_the_help_tells_of_every_place() {
        assert_eq!(KEYS.clashes(), []);
        for binding in KEYS.0 {
            assert!(HELP.iter().any(|(spot, _)| *spot == binding.context), "{:?}", binding.context);
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
            for (spots, act) in [
                (&[Spot::Original][..], Act::GiveBack),
                (&[Spot::Statement][..], Act::Leave),
                (&[Spot::OnRepeats, Spot::Statement][..], Act::Side),
                (&[Spot::Suggested][..], Act::Leave),
            ] {
                let label = KEYS.0.iter().find(|one| one.command == act && spots.contains(&one.context));
                let bar = KEYS.bar(spots);
                let last = bar.iter().position(|line| Some(line.label) == label.map(|one| one.label)).unwrap();
                let columns: usize = bar[..=last]
                    .iter()
                    .map(|line| width(&line.keys) + 1 + width(&tongue.say(line.label)) + 2)
                    .sum();
                assert!(columns <= 72, "{tongue:?} {spots:?}: {columns}");
            }
        }
    }
}
