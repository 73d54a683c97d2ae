//! The question before a wipe: two different keys, so that no bouncing one wipes, and a number, so that nobody wipes
//! without knowing what nobody else has.

use crossterm::event::{KeyCode, KeyEvent};

use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::kit::keymap::Chord;
use crate::vault::wipe::Unsent;

/// The keys that bring the question up.
pub const ASKS: &[Chord] = &[Chord::key(KeyCode::F(9)), Chord::ctrl('x')];

/// The letter that wipes, as it stands in the question. Capitals may be locked; whoever wipes has no time to see that.
pub const WIPES: char = 'w';

/// What would be lost, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// Counted just now.
    Now(Unsent),
    /// Counted when the vault was last open in this run.
    WhenLastOpen(Unsent),
    /// Locked since the program started: it takes the passphrase to count.
    Unknown,
}

/// What a key says to the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Wipe.
    Wipe,
    /// The key that asked is still held down.
    Again,
    /// Do not.
    No,
}

/// Reads an answer: the letter wipes, the key that asked changes nothing, and every other key says no.
#[must_use]
pub fn answer(key: KeyEvent) -> Answer {
    let chord = Chord::of(key);
    match chord.typed() {
        Some(letter) if letter.eq_ignore_ascii_case(&WIPES) => Answer::Wipe,
        _ if ASKS.contains(&chord) => Answer::Again,
        _ => Answer::No,
    }
}

/// What is said.
#[must_use]
pub fn text(loss: Loss) -> Phrase {
    let counted = |word: Word, unsent: Unsent| {
        word.with("reports", Word("wipe-reports").with("count", unsent.reports))
            .with("drafts", Word("wipe-drafts").with("count", unsent.drafts))
    };
    match loss {
        Loss::Now(unsent) => counted(Word("wipe-now"), unsent),
        Loss::WhenLastOpen(unsent) => counted(Word("wipe-when-last-open"), unsent),
        Loss::Unknown => Word("wipe-unknown").into(),
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    use super::{Answer, Loss, answer, text};
    use crate::language::tongue::Tongue;
    use crate::vault::wipe::Unsent;

    #[test]
    fn one_letter_wipes_and_nothing_else_does() {
        let said = |code, held| answer(KeyEvent::new(code, held));
        for letter in ['w', 'W'] {
            assert_eq!(said(KeyCode::Char(letter), KeyModifiers::NONE), Answer::Wipe);
        }
        assert_eq!(said(KeyCode::F(9), KeyModifiers::NONE), Answer::Again);
        assert_eq!(said(KeyCode::Char('x'), KeyModifiers::CONTROL), Answer::Again);
        for code in [KeyCode::Enter, KeyCode::Esc, KeyCode::Char('y'), KeyCode::Char('x'), KeyCode::Char(' ')]
        {
            assert_eq!(said(code, KeyModifiers::NONE), Answer::No, "{code:?}");
        }
        for held in [KeyModifiers::CONTROL, KeyModifiers::ALT] {
            assert_eq!(said(KeyCode::Char('w'), held), Answer::No, "{held:?}");
        }
    }

    #[test]
    fn the_number_stands_in_the_question_in_every_language() {
        let unsent = Unsent { reports: 17, drafts: 1, packets: 3 };
        for tongue in Tongue::ALL {
            for loss in [Loss::Now(unsent), Loss::WhenLastOpen(unsent)] {
                let said = tongue.speak(&text(loss));
                assert!(said.contains("17") && said.contains('1'), "{said}");
            }
        }
    }
}
