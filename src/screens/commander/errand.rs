//! What a commander's desk is lent for.

use std::path::{Path, PathBuf};

use crate::desks::carrying::transfer::{ReadBack, TransferError, Written};
use crate::desks::commander::CommanderDesk;
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
    /// Both: first what lies there, so that what answers it goes back at once.
    Exchange(PathBuf),
    /// Put another passphrase in the place of the old one.
    ChangePassphrase,
}

/// What a stick brought and took.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Carried {
    /// What was read, and whether it was stopped before the last.
    pub read: Option<(ReadBack, bool)>,
    /// What was written, and whether it was stopped before the last.
    pub written: Option<(Written, bool)>,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Packets were carried by a stick.
    Carried(Box<Carried>),
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
            (Self::Write(folder), _) => carried(folder, with, false, true),
            (Self::Read(folder), _) => carried(folder, with, true, false),
            (Self::Exchange(folder), _) => carried(folder, with, true, true),
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
            Self::Write(_) => Lent { title: Word("lent-write"), text: Word("lent-write-text"), stops: true },
            Self::Read(_) => Lent { title: Word("lent-read"), text: Word("lent-read-text"), stops: true },
            Self::Exchange(_) => {
                Lent { title: Word("lent-exchange"), text: Word("lent-exchange-text"), stops: true }
            }
            Self::ChangePassphrase => {
                Lent { title: Word("lent-passphrase"), text: Word("lent-passphrase-text"), stops: false }
            }
        }
    }
}

fn carried(folder: &Path, with: &mut With<'_, CommanderDesk>, reads: bool, writes: bool) -> Outcome {
    let mut carried = Carried::default();
    let outcome = (|| {
        if reads {
            carried.read = Some(errand::read(folder, with)?);
        }
        if writes && !carried.read.as_ref().is_some_and(|(_, stopped)| *stopped) {
            carried.written = Some(errand::write(folder, with)?);
        }
        Ok::<_, TransferError>(())
    })();
    if let Err(fault) = outcome {
        return Outcome::Failed(roads::transfer(&fault));
    }
    // A folder whose name is no text is not found again by itself; nothing else is lost with it.
    match folder.to_str().map(|path| with.desk.vault().know_folder(path, with.now)) {
        Some(Err(fault)) => Outcome::Failed(faults::vault(&fault)),
        _ => Outcome::Carried(Box::new(carried)),
    }
}
