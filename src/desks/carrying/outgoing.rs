//! Handing packets to a stick or folder, a group at a time.
//!
//! ```text
//!  pending ─▶ a group ─ does it lie there whole? ─ no ─▶ written, synced, read back ─▶ one transaction: carried
//!                                    └──── yes ──────────────────────────────────▶┘
//! ```
//!
//! The road says first that a packet lasts, and only then does the vault remember it. Power may fail between the two: the
//! group is offered once more, and lies there already.
//!
//! Answers that a stick took before come last, and where they find no room that is no failure: they lie on another stick.

use std::collections::VecDeque;

use crate::courier::road::{DiskError, Road, RoadError, Sent};
use crate::desks::carrying::gathering::{BYTES, PACKETS};
use crate::desks::carrying::progress::{Moving, Progress};
use crate::desks::error::DeskError;
use crate::domain::ids::Digest;
use crate::domain::time::Timestamp;
use crate::vault::packets::{OutgoingPacket, RoadName};
use crate::vault::unlock::Vault;

/// Packets that are being handed over.
pub(crate) struct Outgoing {
    left: VecDeque<OutgoingPacket>,
    /// Packets in all, and their bytes.
    of: (usize, u64),
}

/// What became of a group.
pub(crate) struct GroupWritten {
    /// Packets that last there now.
    pub packets: Vec<(OutgoingPacket, Sent)>,
    /// Answers that lie on another stick and found no room on this one.
    pub left_out: Vec<OutgoingPacket>,
    /// What stopped the others.
    pub broken: Option<RoadError>,
}

impl Outgoing {
    /// What is to be handed over, in its order.
    pub(crate) fn of(packets: Vec<OutgoingPacket>) -> Self {
        let of = (packets.len(), packets.iter().map(|packet| packet.size).sum());
        Self { left: packets.into(), of }
    }

    /// What is left.
    pub(crate) fn left(&self) -> Vec<Digest> {
        self.left.iter().map(|packet| packet.digest).collect()
    }

    /// Whether all of it is done.
    pub(crate) fn is_done(&self) -> bool {
        self.left.is_empty()
    }

    /// How far it is.
    pub(crate) fn progress(&self) -> Progress {
        let (packets, bytes) = self.of;
        let left: u64 = self.left.iter().map(|packet| packet.size).sum();
        let progress = Progress::new(Moving::Writing, packets.saturating_sub(self.left.len()), packets);
        progress.weighing(bytes.saturating_sub(left), bytes)
    }

    /// Hands over the next group. What is not handed over is left, to be tried again.
    ///
    /// # Errors
    /// When this device cannot store, or cannot read what it holds.
    pub(crate) fn next(
        &mut self,
        vault: &mut Vault,
        road: &mut dyn Road,
        now: Timestamp,
    ) -> Result<GroupWritten, DeskError> {
        let (mut group, mut bytes) = (Vec::new(), 0);
        for packet in self.left.iter().take(PACKETS) {
            group.push(packet.digest);
            bytes += packet.size;
            if bytes >= BYTES as u64 {
                break;
            }
        }
        let there = match road.holds(&group) {
            Ok(there) => there,
            Err(why) => {
                return Ok(GroupWritten { packets: Vec::new(), left_out: Vec::new(), broken: Some(why) });
            }
        };
        let new: Vec<Digest> = group.iter().filter(|packet| !there.contains(packet)).copied().collect();
        let packets = new.iter().map(|packet| vault.packet(*packet));
        let packets = packets.collect::<Result<Vec<_>, _>>()?;
        let (sent, mut broken) = road.send_together(&packets);
        let already =
            there.into_iter().map(|packet| (packet, Sent::AlreadyThere { receipt: None, waiting: None }));
        let mut outcomes: Vec<(Digest, Sent)> = new.into_iter().zip(sent).chain(already).collect();
        vault.as_one(|vault| {
            outcomes.iter().try_for_each(|(packet, _)| {
                vault.carried(*packet, RoadName::Folder, now).map_err(DeskError::from)
            })
        })?;
        let mut handed = Vec::new();
        let group = self.left.drain(..group.len()).collect::<Vec<_>>();
        let mut left = VecDeque::new();
        for packet in group {
            match outcomes.iter().position(|(digest, _)| *digest == packet.digest) {
                Some(place) => handed.push((packet, outcomes.swap_remove(place).1)),
                None => left.push_back(packet),
            }
        }
        left.append(&mut self.left);
        self.left = left;
        let mut left_out = Vec::new();
        let full = matches!(broken, Some(RoadError::Disk(DiskError::Full { .. })));
        if full && self.left.iter().all(|packet| packet.again) {
            left_out.extend(self.left.drain(..));
            broken = None;
        }
        Ok(GroupWritten { packets: handed, left_out, broken })
    }
}
