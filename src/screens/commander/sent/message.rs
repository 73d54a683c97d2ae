//! What this room asks of the world, and what it hears back.

use crate::desks::sent::{OpenedSent, Sent};
use crate::domain::ids::Digest;
use crate::language::phrase::Phrase;

/// What it asks.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Read what went and what is on its way.
    Load,
    /// Open one.
    Open(Digest),
}

/// What it hears.
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    /// What went and what is on its way.
    Loaded(Box<Sent>),
    /// One, opened.
    Opened(Box<OpenedSent>),
    /// Something could not be done.
    Failed(Phrase),
}
