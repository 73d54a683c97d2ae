//! What the room knows.

use crate::screens::commander::sent::keys::Place;
use crate::screens::desk::keys::Context;

/// What went, and what became of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SentRoom {}

impl SentRoom {
    /// Where its own keys act now, and those every desk has, the nearest first.
    #[must_use]
    pub fn places(&self) -> (&'static [Place], &'static [Context]) {
        (&[Place::Room], &[Context::Rooms, Context::Letterless, Context::Anywhere])
    }
}
