//! What effects are carried out with.

use std::sync::mpsc::Sender;

use crate::desks::commander::CommanderDesk;
use crate::domain::ids::Dice;
use crate::domain::time::Timestamp;
use crate::screens::commander::message::Heard;
use crate::screens::kit::event_loop::Event;

/// The world, as far as an effect may touch it.
pub struct Work<'a> {
    /// The desk.
    pub desk: &'a mut CommanderDesk,
    /// New ids are drawn with them.
    pub dice: &'a mut dyn Dice,
    /// The instant.
    pub now: Timestamp,
    /// The way into the loop, for whoever works on a thread of his own.
    pub tell: &'a Sender<Event<Heard>>,
}
