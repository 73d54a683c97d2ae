//! What waits, and the folder that is being named.

use crate::desks::carrying::transfer::Waiting;
use crate::screens::desk::folder::Ask;
use crate::screens::observer::errand::Outcome;

/// What the room knows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TransferRoom {
    /// What waits to be carried; nothing until it was read.
    pub waiting: Option<Waiting>,
    /// The folder that is being named.
    pub ask: Option<Ask>,
    /// The folder named last, while the program runs.
    pub folder: String,
    /// What came of the last errand.
    pub last: Option<Outcome>,
    /// The first line shown.
    pub first: usize,
}

impl TransferRoom {
    /// Reports that no road has yet.
    #[must_use]
    pub fn reports_waiting(&self) -> u32 {
        let Some(waiting) = &self.waiting else { return 0 };
        let sealed = waiting.packets.iter().filter(|packet| packet.is_unsent()).map(|packet| packet.reports);
        sealed.fold(waiting.unpacked, u32::saturating_add)
    }

    /// Packets that no road has yet, and their bytes.
    #[must_use]
    pub fn packets_waiting(&self) -> (usize, u64) {
        let packets =
            self.waiting.iter().flat_map(|waiting| &waiting.packets).filter(|packet| packet.is_unsent());
        packets.fold((0, 0), |(count, bytes), packet| (count + 1, packet.size.saturating_add(bytes)))
    }
}
