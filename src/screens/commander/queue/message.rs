//! What the queue asks of the world, and what it hears back.

use std::collections::BTreeMap;

use crate::desks::commander::queue::QueueRow;
use crate::domain::ids::Digest;
use crate::domain::mark::Mark;
use crate::language::phrase::Phrase;
use crate::vault::clock::SetBack;

/// What it asks.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Read all of it.
    Load,
    /// Read these rows again; those that are not owed any more have gone. Ten thousand are not read anew because one was
    /// signed.
    Reload(Vec<Digest>),
    /// Take back the review in force of this report.
    TakeBack(Digest),
}

/// What it hears.
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    /// All of it.
    Listed(Box<Listed>),
    /// Of those asked for, these are still owed.
    Changed(Vec<Digest>, Vec<QueueRow>),
    /// The review of this report counts no more; it is owed one again.
    TakenBack(Digest),
    /// It was not done, and why.
    Failed(Phrase),
}

/// The whole queue.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// Every owed report, in order.
    pub rows: Vec<QueueRow>,
    /// The plates and numbers of every report held, to be found again by.
    pub marks: BTreeMap<Digest, Vec<Mark>>,
    /// That the clock of this device was set back while some of them were here.
    pub set_back: Option<SetBack>,
}
