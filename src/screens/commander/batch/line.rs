//! The line to the relay, while a courier is at work on it and the desk stays at hand.
//!
//! ```text
//!  courier's thread ── Heard::Line ──▶ hear, with the desk in hand ──▶ News ──▶ update
//!                                       │
//!                                       └── what follows ──▶ courier
//! ```

use crate::language::phrase::Phrase;
use crate::screens::commander::batch::message::{News, Tidings};
use crate::screens::commander::work::Work;

/// The line. Dropping it ends the work on it.
#[derive(Debug, Default)]
pub struct Line {}

impl Line {
    /// Whether somebody is at work on it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        false
    }

    /// Takes in what the courier tells, durably, and orders what follows.
    pub fn hear(&mut self, tidings: Tidings, _work: &mut Work<'_>) -> Vec<News> {
        match tidings {}
    }

    /// Ends the work, cleanly; tells what was broken off.
    pub fn hang_up(&mut self) -> Option<Phrase> {
        None
    }
}
