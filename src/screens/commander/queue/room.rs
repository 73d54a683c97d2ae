//! What the room knows.

use crate::screens::commander::queue::keys::Place;
use crate::screens::desk::front::Front;
use crate::screens::desk::keys::Context;

/// What is owed to Brussels.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct QueueRoom {}

impl QueueRoom {
    /// Narrows the list anew: the words, the list or the language are other ones.
    pub fn narrow(&mut self, _front: &Front) {}

    /// Where its own keys act now, and those every desk has, the nearest first.
    #[must_use]
    pub fn places(&self) -> (&'static [Place], &'static [Context]) {
        (&[Place::Room], &[Context::Rooms, Context::Letterless, Context::Anywhere])
    }
}
