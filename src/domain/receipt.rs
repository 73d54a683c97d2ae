//! The relay's word that it has a packet.

use crate::domain::ids::Digest;
use crate::domain::time::Timestamp;

/// The relay's signed word that a packet is durably on its shelf, and where it stands in its log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Receipt {
    packet: Digest,
    log_index: u64,
    received: Timestamp,
}

impl Receipt {
    /// A receipt whose signature was verified.
    pub(crate) fn vouched_for(packet: Digest, log_index: u64, received: Timestamp) -> Self {
        Self { packet, log_index, received }
    }

    /// SHA-256 of the packet.
    pub fn packet(&self) -> Digest {
        self.packet
    }

    /// The packet's place in the relay's log, from 0.
    pub fn log_index(&self) -> u64 {
        self.log_index
    }

    /// When the relay took it, by the relay's clock.
    pub fn received(&self) -> Timestamp {
        self.received
    }
}
