//! What the room knows.

use crate::screens::commander::contingent::keys::Place;
use crate::screens::desk::keys::Context;

/// Who is out there, and when he was last heard.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ContingentRoom {}

impl ContingentRoom {
    /// Where its own keys act now, and those every desk has, the nearest first.
    #[must_use]
    pub fn places(&self) -> (&'static [Place], &'static [Context]) {
        (&[Place::Room], &[Context::Rooms, Context::Letterless, Context::Anywhere])
    }
}
