//! What a commander's desk is lent for.

use crate::desks::commander::CommanderDesk;
use crate::desks::spoken::faults;
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::desk::errand::{self, Lent, Passphrases, With};

/// What is to be done. The passphrases themselves stand in their fields until the loop takes them out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Errand {
    /// Put another passphrase in the place of the old one.
    ChangePassphrase,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// The new passphrase opens the vault from now on.
    PassphraseChanged,
    /// It broke off, and why.
    Failed(Phrase),
}

impl errand::Errand for Errand {
    type Desk = CommanderDesk;
    type Outcome = Outcome;

    fn run(&self, passphrases: Option<Passphrases>, with: &mut With<'_, CommanderDesk>) -> Outcome {
        match (self, passphrases) {
            (Self::ChangePassphrase, Some((old, new))) => {
                let changed = with.desk.change_passphrase(&old, &new, with.work, with.now);
                changed.map_or_else(
                    |error| Outcome::Failed(faults::desk(&error)),
                    |()| Outcome::PassphraseChanged,
                )
            }
            (Self::ChangePassphrase, None) => Outcome::Failed(Word("text-empty").into()),
        }
    }

    fn failed(why: Phrase) -> Outcome {
        Outcome::Failed(why)
    }

    fn lent(&self) -> Lent {
        match self {
            Self::ChangePassphrase => {
                Lent { title: Word("lent-passphrase"), text: Word("lent-passphrase-text"), stops: false }
            }
        }
    }
}
