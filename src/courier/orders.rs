//! What a courier is told to do, and what it tells.

use std::time::Duration;

use crate::courier::road::{Arrival, Listing, RoadError, Sent};
use crate::domain::ids::Digest;
use crate::domain::precedence::Precedence;
use crate::wire::packet::Packet;
use crate::wire::receipt::CollectionV1;
use crate::wire::statement::{Signed, SignedStatement};

/// Bytes above which a packet comes and goes in parts.
pub(crate) const PIECE: u64 = 16 << 10;

/// What to do.
#[derive(Debug)]
pub enum Order {
    /// Send these, most urgent first.
    Send(Vec<Load>),
    /// Look what waits.
    List,
    /// Fetch these.
    Fetch(Vec<Due>),
    /// Do not send this any more: it has come by another road.
    Spare(Digest),
    /// Say that these are held durably here.
    Collected(Vec<Signed<CollectionV1>>),
    /// Ask for a roster newer than the one of this epoch.
    Roster(Option<u32>),
    /// Tell who was enrolled and who was revoked.
    Tell(Vec<SignedStatement>),
    /// Ask who was, beyond the number that was heard.
    Amendments(u64),
    /// Finish what is being done at this moment, and end.
    Stop,
}

/// A packet to send.
#[derive(Debug)]
pub struct Load {
    /// The packet.
    pub packet: Packet,
    /// Whether it was tried before, so that part of it may be there.
    pub tried: bool,
    /// Whether it only brings what follows words in another packet.
    pub follows: bool,
}

/// A packet to fetch.
#[derive(Debug)]
pub struct Due {
    /// Which.
    pub arrival: Arrival,
    /// What came of it before.
    pub held: Vec<u8>,
}

/// What happened.
#[derive(Debug)]
pub enum News {
    /// Part of a packet lasts at the other end.
    Sending {
        /// Which packet.
        packet: Digest,
        /// So many bytes of it …
        held: u64,
        /// … of so many.
        of: u64,
    },
    /// A piece of a packet came.
    Piece {
        /// Of which packet.
        packet: Digest,
        /// The place of its first byte.
        place: u64,
        /// The piece.
        bytes: Vec<u8>,
        /// How large the packet is.
        of: u64,
    },
    /// A packet was handed over.
    Sent {
        /// Which.
        packet: Digest,
        /// To what effect.
        sent: Sent,
        /// How many are still to be sent.
        left: usize,
    },
    /// A packet was refused for good; it is not tried again.
    NotSent {
        /// Which.
        packet: Digest,
        /// Why.
        why: RoadError,
    },
    /// What waits was listed.
    Listed(Listing),
    /// A packet was fetched; nothing but its digest was checked.
    Arrived {
        /// Which.
        packet: Digest,
        /// The whole packet.
        bytes: Vec<u8>,
        /// How many are still to be fetched.
        left: usize,
    },
    /// A packet is not sent any more, as was ordered.
    Spared {
        /// Which.
        packet: Digest,
    },
    /// Something that was fetched, said or asked failed for good.
    Failed {
        /// Which packet, if it was about one.
        packet: Option<Digest>,
        /// Why.
        why: RoadError,
    },
    /// The other end knows that a packet is held here.
    Collected {
        /// Which.
        packet: Digest,
    },
    /// A roster, unchecked; nothing if there is none newer.
    Roster(Option<Vec<u8>>),
    /// What came as the roster cannot be one; the one held here stays.
    NoRoster {
        /// Why.
        why: RoadError,
    },
    /// Who was enrolled and revoked is known there, but for those that do not count there.
    Told {
        /// Those that are known there.
        known: Vec<Digest>,
        /// Those that do not count there.
        refused: Vec<Digest>,
    },
    /// Who was enrolled and revoked, unchecked, and how far that reaches; nothing if there is no more.
    Amendments(Option<(Vec<u8>, u64)>),
    /// The road cannot be reached; everything stays queued.
    Waiting {
        /// Why.
        why: RoadError,
        /// When it is tried again, from now.
        next_try: Duration,
        /// Whether something came further before.
        further: bool,
    },
    /// Everything ordered is done.
    Idle,
}

/// What goes before what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    /// What is sent and cannot wait. Nothing that comes in stands before it, whatever its label claims.
    Urgent,
    /// What comes in, is small and claims that it cannot wait.
    Called,
    Words,
    Question,
    Small,
    Large,
}

impl Rank {
    /// Where a packet stands.
    pub(crate) fn of_load(load: &Load) -> Self {
        match load.packet.label().precedence.0 {
            Precedence::Immediate | Precedence::Flash => Self::Urgent,
            _ if load.follows => Self::Large,
            _ => Self::Words,
        }
    }

    /// Where a packet stands. Its label is a claim of whoever made it, so nothing large comes before anybody's words.
    pub(crate) fn of_due(due: &Due) -> Self {
        match due.arrival.precedence {
            _ if due.arrival.size > PIECE => Self::Large,
            Precedence::Immediate | Precedence::Flash => Self::Called,
            _ => Self::Small,
        }
    }
}
