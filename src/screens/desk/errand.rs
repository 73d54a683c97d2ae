//! What takes longer than a key press, done on a thread of its own while the screen tells how far it is.
//!
//! ```text
//!  Effect::Go ──▶ a thread holds the desk ── News::Going, News::Going ──▶ News::Came ──▶ the desk is back
//!                        ▲
//!                        └── Effect::Stop: it ends after the group it is at; what is done is durable
//! ```

use std::fmt;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::{DateTime, Utc};

use crate::crypto::passphrase::WorkFactor;
use crate::crypto::secret::Passphrase;
use crate::desks::carrying::exchange::Correspondent;
use crate::desks::carrying::progress::{Advance, Moving, Progress};
use crate::desks::carrying::transfer::{ReadBack, Reading, TransferError, Writing, Written};
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
    /// Whether to end after the group it is at.
    pub stop: &'a AtomicBool,
    /// Where it tells how far it is.
    pub tell: &'a mut dyn FnMut(Progress),
}

/// An errand under way.
#[derive(Debug, Clone, PartialEq)]
pub struct Underway<E> {
    /// Which.
    pub errand: E,
    /// How far it is, once it has told.
    pub advance: Option<Advance>,
    /// It was asked to end after the group it is at.
    pub stopping: bool,
    /// The desk is to be left when it has ended.
    pub leaving: bool,
}

impl<E> Underway<E> {
    /// It was just begun.
    #[must_use]
    pub fn new(errand: E) -> Self {
        Self { errand, advance: None, stopping: false, leaving: false }
    }

    /// It told how far it is.
    pub fn further(&mut self, progress: Progress, now: DateTime<Utc>) {
        self.advance = Some(Advance::after(self.advance, progress, now));
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
        (with.tell)(written.progress());
        let stopped = with.stop.load(Ordering::SeqCst) && written.done() < written.of;
        if stopped || !writing.step(with.desk, with.now)? && writing.written().done() >= writing.written().of
        {
            let written = writing.written();
            (with.tell)(written.progress());
            return Ok((written.clone(), stopped));
        }
    }
}

/// Reads what lies in a folder; says whether it was stopped before the last.
pub fn read<D: Correspondent>(
    folder: &Path,
    with: &mut With<'_, D>,
) -> Result<(ReadBack, bool), TransferError> {
    let (stop, tell) = (|| with.stop.load(Ordering::SeqCst), &mut with.tell);
    let mut looked = |done, of| {
        tell(Progress::new(Moving::Looking, done, of));
        !stop()
    };
    let mut reading = Reading::begin_telling(with.desk, folder, with.now, &mut looked)?;
    if stop() {
        return Ok((reading.read().clone(), true));
    }
    loop {
        let read = reading.read();
        (with.tell)(reading.progress());
        let stopped = with.stop.load(Ordering::SeqCst) && read.done < read.of;
        if stopped || !reading.step(with.desk, with.now)? {
            (with.tell)(reading.progress());
            return Ok((reading.read().clone(), stopped));
        }
    }
}
