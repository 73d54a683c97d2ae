//! What the room knows.

use crate::screens::commander::batch::keys::Place;
use crate::screens::desk::keys::Context;

/// What goes next, and over which line.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BatchRoom {}

impl BatchRoom {
    /// Where its own keys act now, and those every desk has, the nearest first.
    #[must_use]
    pub fn places(&self) -> (&'static [Place], &'static [Context]) {
        (&[Place::Room], &[Context::Rooms, Context::Letterless, Context::Anywhere])
    }
}
