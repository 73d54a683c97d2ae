//! What this room asks of the world, and what it hears back.

use crate::desks::bulletins::OpenedBulletin;
use crate::desks::commander::passing_down::PassedDown;
use crate::desks::commander::sent::{OpenedSent, Sent};
use crate::domain::ids::Digest;
use crate::language::phrase::Phrase;

/// What it asks.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Read what went, what is on its way, and what the police tell everybody.
    Load,
    /// Open one that went.
    Open(Digest),
    /// Open a bulletin.
    Read(Digest),
}

/// What it hears.
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    /// What went and what is on its way; what the police tell everybody.
    Loaded(Box<Sent>, Vec<PassedDown>),
    /// One that went, opened.
    Opened(Box<OpenedSent>),
    /// A bulletin, opened.
    Bulletin(Box<OpenedBulletin>),
    /// Something could not be done.
    Failed(Phrase),
}
