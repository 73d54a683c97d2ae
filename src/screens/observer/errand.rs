//! What an observer's desk is lent for.

use std::path::PathBuf;

use crate::desks::carrying::transfer::{ReadBack, Written};
use crate::desks::observer::ObserverDesk;
use crate::desks::spoken::{faults, roads};
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::desk::errand::{self, Lent, Passphrases, With};

/// What is to be done. The passphrases themselves stand in their fields until the loop takes them out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Errand {
    /// Seal what waits and write it to a folder.
    Write(PathBuf),
    /// Read what lies in a folder.
    Read(PathBuf),
    /// Put another passphrase in the place of the old one.
    ChangePassphrase,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Packets were written, synced and read back whole; or it was stopped before the last.
    Wrote {
        /// What was written.
        written: Written,
        /// Whether it was stopped.
        stopped: bool,
    },
    /// Packets were read; or it was stopped before the last.
    Read {
        /// What was read.
        read: Box<ReadBack>,
        /// Whether it was stopped.
        stopped: bool,
    },
    /// The new passphrase opens the vault from now on.
    PassphraseChanged,
    /// It broke off, and why.
    Failed(Phrase),
}

impl errand::Errand for Errand {
    type Desk = ObserverDesk;
    type Outcome = Outcome;

    fn run(&self, passphrases: Option<Passphrases>, with: &mut With<'_, ObserverDesk>) -> Outcome {
        let done = match (self, passphrases) {
            (Self::Write(folder), _) => {
                errand::write(folder, with).map(|(written, stopped)| Outcome::Wrote { written, stopped })
            }
            (Self::Read(folder), _) => errand::read(folder, with)
                .map(|(read, stopped)| Outcome::Read { read: Box::new(read), stopped }),
            (Self::ChangePassphrase, Some((old, new))) => {
                let changed = with.desk.change_passphrase(&old, &new, with.work, with.now);
                return changed.map_or_else(
                    |error| Outcome::Failed(faults::desk(&error)),
                    |()| Outcome::PassphraseChanged,
                );
            }
            (Self::ChangePassphrase, None) => return Outcome::Failed(Word("text-empty").into()),
        };
        done.unwrap_or_else(|error| Outcome::Failed(roads::transfer(&error)))
    }

    fn failed(why: Phrase) -> Outcome {
        Outcome::Failed(why)
    }

    fn lent(&self) -> Lent {
        match self {
            Self::Write(_) => Lent { title: Word("lent-write"), text: Word("lent-write-text"), stops: true },
            Self::Read(_) => Lent { title: Word("lent-read"), text: Word("lent-read-text"), stops: true },
            Self::ChangePassphrase => {
                Lent { title: Word("lent-passphrase"), text: Word("lent-passphrase-text"), stops: false }
            }
        }
    }
}
