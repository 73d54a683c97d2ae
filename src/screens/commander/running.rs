//! What runs beside the desk, on threads of its own, while the desk stays at hand.

use crate::language::phrase::Phrase;
use crate::screens::commander::batch::line::Line;

/// Everything that runs. Dropping it ends it.
#[derive(Default)]
pub struct Running {
    /// The line to the relay.
    pub line: Line,
}

impl Running {
    /// Ends what runs, cleanly, before the desk is closed: what was done is durable, and the rest is begun again as it
    /// stands. Tells what was broken off.
    pub fn stop(&mut self) -> Option<Phrase> {
        self.line.hang_up()
    }
}
