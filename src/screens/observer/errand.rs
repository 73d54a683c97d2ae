//! What takes longer than a key press, done on a thread of its own while the screen tells how far it is.
//!
//! ```text
//!  Effect::Go ──▶ a thread holds the desk ── Told::Going, Told::Going ──▶ Told::Came ──▶ the desk is back
//!                        ▲
//!                        └── Effect::Stop: it ends at the next packet; what is done is durable
//! ```

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::crypto::passphrase::WorkFactor;
use crate::crypto::secret::Passphrase;
use crate::desks::observer::ObserverDesk;
use crate::desks::spoken::{faults, roads};
use crate::desks::transfer::{ReadBack, Reading, TransferError, Writing, Written};
use crate::domain::ids::Dice;
use crate::domain::time::Timestamp;
use crate::language::phrase::Phrase;

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

/// How far it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Packets done.
    pub done: usize,
    /// Packets in all; none where that is not known.
    pub of: usize,
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

/// The old passphrase and the new one.
pub type Passphrases = (Passphrase, Passphrase);

/// What an errand is done with.
pub struct With<'a> {
    /// The desk, for as long as it takes.
    pub desk: &'a mut ObserverDesk,
    /// New ids are drawn with them.
    pub dice: &'a mut dyn Dice,
    /// When it was begun.
    pub now: Timestamp,
    /// How dear a guess at a new passphrase is to be.
    pub work: WorkFactor,
    /// Whether to end at the next packet.
    pub stop: &'a AtomicBool,
    /// Where it tells how far it is.
    pub tell: &'a mut dyn FnMut(Progress),
}

/// Does it.
pub fn run(errand: &Errand, passphrases: Option<Passphrases>, with: &mut With<'_>) -> Outcome {
    let done = match (errand, passphrases) {
        (Errand::Write(folder), _) => write(folder, with),
        (Errand::Read(folder), _) => read(folder, with),
        (Errand::ChangePassphrase, Some((old, new))) => {
            let changed = with.desk.change_passphrase(&old, &new, with.work, with.now);
            return changed
                .map_or_else(|error| Outcome::Failed(faults::desk(&error)), |()| Outcome::PassphraseChanged);
        }
        (Errand::ChangePassphrase, None) => {
            return Outcome::Failed(crate::language::word::Word("text-empty").into());
        }
    };
    done.unwrap_or_else(|error| Outcome::Failed(roads::transfer(&error)))
}

fn write(folder: &std::path::Path, with: &mut With<'_>) -> Result<Outcome, TransferError> {
    let mut writing = Writing::begin(with.desk, folder, with.now, with.dice)?;
    loop {
        let written = writing.written();
        (with.tell)(Progress { done: written.done(), of: written.of });
        let stopped = with.stop.load(Ordering::SeqCst) && written.done() < written.of;
        if stopped || !writing.step(with.desk, with.now)? && writing.written().done() >= writing.written().of
        {
            let written = writing.written();
            (with.tell)(Progress { done: written.done(), of: written.of });
            return Ok(Outcome::Wrote { written: written.clone(), stopped });
        }
    }
}

fn read(folder: &std::path::Path, with: &mut With<'_>) -> Result<Outcome, TransferError> {
    let mut reading = Reading::begin(with.desk, folder, with.now)?;
    loop {
        let read = reading.read();
        (with.tell)(Progress { done: read.done, of: read.of });
        let stopped = with.stop.load(Ordering::SeqCst) && read.done < read.of;
        if stopped || !reading.step(with.desk, with.now)? {
            let read = reading.read();
            (with.tell)(Progress { done: read.done, of: read.of });
            return Ok(Outcome::Read { read: Box::new(read.clone()), stopped });
        }
    }
}
