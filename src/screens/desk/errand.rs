//! What takes longer than a key press, done on a thread of its own while the screen tells how far it is.
//!
//! ```text
//!  Effect::Go ──▶ a thread holds the desk ── News::Going, News::Going ──▶ News::Came ──▶ the desk is back
//!                        ▲
//!                        └── Effect::Stop: it ends at the next packet; what is done is durable
//! ```

use std::fmt;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::crypto::passphrase::WorkFactor;
use crate::crypto::secret::Passphrase;
use crate::desks::exchange::Correspondent;
use crate::desks::transfer::{ReadBack, Reading, TransferError, Writing, Written};
use crate::domain::ids::Dice;
use crate::domain::time::Timestamp;
use crate::language::phrase::Phrase;
use crate::language::word::Word;

/// Something one kind of desk is lent for.
pub trait Errand: Clone + fmt::Debug + PartialEq + Send + 'static {
    /// The desk.
    type Desk: Send + 'static;
    /// What comes of it.
    type Outcome: Send + 'static;

    /// Does it. The passphrases are those that stood in their fields, for the errand that changes them.
    fn run(&self, passphrases: Option<Passphrases>, with: &mut With<'_, Self::Desk>) -> Self::Outcome;

    /// What comes of it where it could not even be begun.
    fn failed(why: Phrase) -> Self::Outcome;

    /// How it is told of while it lasts.
    fn lent(&self) -> Lent;
}

/// How an errand is told of while it lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lent {
    /// In a few words.
    pub title: Word,
    /// In a sentence or two.
    pub text: Word,
    /// Whether it can be stopped half way.
    pub stops: bool,
}

/// What an errand tells.
#[derive(Debug, Clone, PartialEq)]
pub enum News<O> {
    /// How far it is.
    Going(Progress),
    /// It has ended, and the desk is back.
    Came(O),
}

/// How far it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Packets done.
    pub done: usize,
    /// Packets in all; none where that is not known.
    pub of: usize,
}

/// The old passphrase and the new one.
pub type Passphrases = (Passphrase, Passphrase);

/// What an errand is done with.
pub struct With<'a, D> {
    /// The desk, for as long as it takes.
    pub desk: &'a mut D,
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

/// An errand under way.
#[derive(Debug, Clone, PartialEq)]
pub struct Underway<E> {
    /// Which.
    pub errand: E,
    /// How far it is.
    pub progress: Progress,
    /// It was asked to end at the next packet.
    pub stopping: bool,
    /// The desk is to be left when it has ended.
    pub leaving: bool,
}

impl<E> Underway<E> {
    /// It was just begun.
    #[must_use]
    pub fn new(errand: E) -> Self {
        Self { errand, progress: Progress::default(), stopping: false, leaving: false }
    }

    /// A key was pressed: it can only be asked to end, once. Says whether it is asked now.
    pub fn asked(&mut self, to_end: bool, to_leave: bool) -> bool {
        self.leaving |= to_leave;
        let asked = (to_end || to_leave) && !self.stopping;
        self.stopping |= asked;
        asked
    }
}

/// Seals what waits and writes it to a folder; says whether it was stopped before the last.
pub fn write<D: Correspondent>(
    folder: &Path,
    with: &mut With<'_, D>,
) -> Result<(Written, bool), TransferError> {
    let mut writing = Writing::begin(with.desk, folder, with.now, with.dice)?;
    loop {
        let written = writing.written();
        (with.tell)(Progress { done: written.done(), of: written.of });
        let stopped = with.stop.load(Ordering::SeqCst) && written.done() < written.of;
        if stopped || !writing.step(with.desk, with.now)? && writing.written().done() >= writing.written().of
        {
            let written = writing.written();
            (with.tell)(Progress { done: written.done(), of: written.of });
            return Ok((written.clone(), stopped));
        }
    }
}

/// Reads what lies in a folder; says whether it was stopped before the last.
pub fn read<D: Correspondent>(
    folder: &Path,
    with: &mut With<'_, D>,
) -> Result<(ReadBack, bool), TransferError> {
    let stop = || with.stop.load(Ordering::SeqCst);
    let mut reading = Reading::begin_telling(with.desk, folder, with.now, &mut |_, _| !stop())?;
    if stop() {
        return Ok((reading.read().clone(), true));
    }
    loop {
        let read = reading.read();
        (with.tell)(Progress { done: read.done, of: read.of });
        let stopped = with.stop.load(Ordering::SeqCst) && read.done < read.of;
        if stopped || !reading.step(with.desk, with.now)? {
            let read = reading.read();
            (with.tell)(Progress { done: read.done, of: read.of });
            return Ok((read.clone(), stopped));
        }
    }
}
