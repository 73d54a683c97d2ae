//! What every road has in common. Only what is sealed or signed for everybody's eyes has a way out: the parameter types
//! of a road are packets, statements of collection, rosters and what amends them, and nothing else.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::courier::heard::Heard;
use crate::courier::line::Line;
use crate::courier::unfit::Unfit;
use crate::domain::ids::{Digest, MemberId};
use crate::domain::people::Role;
use crate::domain::precedence::Precedence;
use crate::domain::trouble::Trouble;
use crate::wire::packet::Packet;
use crate::wire::receipt::{CollectionV1, ReceiptV1};
use crate::wire::relay_api::ProblemCode;
use crate::wire::statement::{Signed, SignedStatement};

/// Whose packets are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Myself {
    /// His id.
    pub id: MemberId,
    /// What he does.
    pub role: Role,
}

/// What became of a packet that was sent.
#[derive(Debug, Clone, PartialEq)]
pub enum Sent {
    /// The road has taken it durably.
    Taken {
        /// The relay's verified receipt; a folder gives none.
        receipt: Option<Signed<ReceiptV1>>,
        /// How many packets wait for the sender, if the road told.
        waiting: Option<u64>,
    },
    /// The road had it already, byte for byte.
    AlreadyThere {
        /// The relay's verified receipt: the same as the first time.
        receipt: Option<Signed<ReceiptV1>>,
        /// How many packets wait for the sender, if the road told.
        waiting: Option<u64>,
    },
}

impl Sent {
    /// The relay's verified receipt.
    pub fn receipt(&self) -> Option<&Signed<ReceiptV1>> {
        let (Self::Taken { receipt, .. } | Self::AlreadyThere { receipt, .. }) = self;
        receipt.as_ref()
    }
}

/// A packet that lies at the end of a road for somebody. Nothing in it has been verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrival {
    /// SHA-256 of the whole packet: its name.
    pub sha256: Digest,
    /// Its size in bytes.
    pub size: u64,
    /// How fast it goes, as its label claims.
    pub precedence: Precedence,
}

/// A file that looks like a packet and cannot be used. It is left where it lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unusable {
    /// Its name, safe to show.
    pub name: String,
    /// Why.
    pub why: Unfit,
}

/// What a road holds for somebody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// Most urgent first.
    pub arrivals: Vec<Arrival>,
    /// What looked like a packet and was none.
    pub unusable: Vec<Unusable>,
    /// Good packets for somebody else.
    pub for_others: usize,
    /// Packets that were read here before, and so were not opened.
    pub known: usize,
}

/// Why a road could not be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RoadError {
    /// The relay was not reached, or the line broke.
    #[error("the relay was not reached: {why}; the work is queued and nothing is lost")]
    NotReached {
        /// How.
        why: Unreached,
    },
    /// The relay answered no.
    #[error("{sentence}")]
    Refused {
        /// Why, for a program.
        code: ProblemCode,
        /// Why, for a person.
        sentence: &'static str,
    },
    /// Whoever answered is not the relay of the roster.
    #[error(
        "whoever answers at the relay's address is not the relay of the roster; nothing was sent: install the newest \
         roster, and if it happens again report it"
    )]
    WrongRelay,
    /// What came back is not what was promised.
    #[error("{what}; it was not accepted, and nothing here has changed: try again")]
    Damaged {
        /// What was wrong with what.
        what: String,
    },
    /// The network part of the program cannot be set up on this device.
    #[error("the connection to the relay cannot be set up on this device: {why}; nothing was sent")]
    Unusable {
        /// What is missing.
        why: String,
    },
    /// A disk failed.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// One file cannot be used; the others can.
    #[error(transparent)]
    File(#[from] Unfit),
}

/// How a relay was not reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreached {
    /// Nobody is there, or no way leads there.
    #[error("no connection could be made")]
    NoConnection,
    /// The line is silent.
    #[error("no answer came in time")]
    NoAnswer,
    /// It was there, and then it was not.
    #[error("the line broke")]
    CutOff,
}

/// Why a folder could not be used. Whatever was not confirmed was not written: send it again.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DiskError {
    /// The folder is not there, or not there any more.
    #[error(
        "the folder {} is gone: was the stick pulled out? What was not confirmed is still queued here: put it back and \
         repeat",
        folder.display()
    )]
    Gone {
        /// Which folder.
        folder: PathBuf,
    },
    /// It cannot be written to.
    #[error(
        "the folder {} cannot be written to; nothing was copied and everything is still queued here: take another \
         stick, or its write protection off",
        folder.display()
    )]
    ReadOnly {
        /// Which folder.
        folder: PathBuf,
    },
    /// There is no room.
    #[error(
        "there is no room left in {}; this packet was not copied and is still queued here: make room or take another \
         stick",
        folder.display()
    )]
    Full {
        /// Which folder.
        folder: PathBuf,
    },
    /// It gives back other bytes than it was given.
    #[error(
        "{} gave back other bytes than were written; the packet is still queued here: take another stick",
        folder.display()
    )]
    Unfaithful {
        /// Which folder.
        folder: PathBuf,
    },
    /// Anything else.
    #[error("the folder {} failed: {why}; what was not confirmed is still queued here", folder.display())]
    Failed {
        /// Which folder.
        folder: PathBuf,
        /// What the system said.
        why: String,
    },
}

impl RoadError {
    /// The relay's no, in the program's own words: what a relay writes is never shown as it came.
    pub fn refused(code: ProblemCode) -> Self {
        let sentence = match code {
            ProblemCode::NotAMember => {
                "the relay does not know this device's key, or it was revoked; what waits to be sent is kept: ask your \
                 authority for a new roster, or carry it by hand"
            }
            ProblemCode::NoSuchPacket => "the relay has no such packet for you; nothing was changed",
            ProblemCode::WrongName | ProblemCode::BadPacket => {
                "the relay found the packet damaged and did not take it; it is kept here: send it again"
            }
            ProblemCode::BadSender => {
                "the relay does not accept the packet's sender: another realm, or unknown or revoked there; the packet \
                 is kept here"
            }
            ProblemCode::TooLarge => {
                "the packet is larger than the relay takes with such a label; it is kept here: carry it by hand"
            }
            ProblemCode::WrongOffset => {
                "the relay holds another part of the packet than was thought; nothing is lost: try again"
            }
            ProblemCode::AboveCeiling => {
                "the packet is marked above what this realm may hold and was not taken; use a system that is \
                 accredited for it"
            }
            ProblemCode::BadAmendment => {
                "the relay does not accept who was enrolled or revoked here: by its roster this is not yours to say, or \
                 the callsign is somebody else's; it is kept here and offered again"
            }
            ProblemCode::BadRequest | ProblemCode::NoSuchPath => {
                "the relay did not understand this program; nothing was changed: are both of the newest version?"
            }
            ProblemCode::CannotStore => {
                "the relay cannot store anything at present and took nothing; the work is queued and nothing is lost"
            }
        };
        Self::Refused { code, sentence }
    }

    /// The same as a code, to be kept with the packet that was stopped.
    pub fn trouble(&self) -> Trouble {
        match self {
            Self::NotReached { why: Unreached::NoConnection } => Trouble::NoConnection,
            Self::NotReached { why: Unreached::NoAnswer } => Trouble::NoAnswer,
            Self::NotReached { why: Unreached::CutOff } => Trouble::CutOff,
            Self::Refused { code, .. } => match code {
                ProblemCode::NotAMember => Trouble::NotAMember,
                ProblemCode::NoSuchPacket => Trouble::NoSuchPacket,
                ProblemCode::WrongName | ProblemCode::BadPacket => Trouble::DamagedThere,
                ProblemCode::BadSender => Trouble::BadSender,
                ProblemCode::TooLarge => Trouble::TooLarge,
                ProblemCode::WrongOffset => Trouble::OutOfStep,
                ProblemCode::AboveCeiling => Trouble::AboveCeiling,
                ProblemCode::BadAmendment => Trouble::BadAmendment,
                ProblemCode::BadRequest | ProblemCode::NoSuchPath => Trouble::NotUnderstood,
                ProblemCode::CannotStore => Trouble::RelayCannotStore,
            },
            Self::WrongRelay => Trouble::WrongRelay,
            // A file that is no packet was never packed here: it cannot stop one.
            Self::Damaged { .. } => Trouble::DamagedHere,
            Self::Unusable { .. } => Trouble::Unusable,
            Self::Disk(DiskError::Gone { .. }) => Trouble::FolderGone,
            Self::Disk(DiskError::ReadOnly { .. }) => Trouble::FolderReadOnly,
            Self::Disk(DiskError::Full { .. }) => Trouble::FolderFull,
            Self::Disk(DiskError::Unfaithful { .. }) => Trouble::FolderUnfaithful,
            Self::Disk(DiskError::Failed { .. }) | Self::File(_) => Trouble::FolderFailed,
        }
    }

    /// Whether the same may succeed later without anybody doing anything.
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::NotReached { .. } | Self::Refused { code: ProblemCode::CannotStore, .. })
    }
}

/// A way to carry packets.
pub trait Road {
    /// Hands a packet over. When it answers `Ok`, the packet lasts at the other end.
    fn send(&mut self, packet: &Packet) -> Result<Sent, RoadError>;

    /// Which packets of these names lie there whole and last: they need not even be taken out of the vault. A road that
    /// cannot tell names none, and is handed them.
    fn holds(&mut self, packets: &[Digest]) -> Result<BTreeSet<Digest>, RoadError> {
        let _ = packets;
        Ok(BTreeSet::new())
    }

    /// Hands several packets over, of which none lies there. Tells what became of those that last at the other end, the
    /// first of them, and what stopped the others.
    fn send_together(&mut self, packets: &[Packet]) -> (Vec<Sent>, Option<RoadError>) {
        let mut sent = Vec::new();
        for packet in packets {
            match self.send(packet) {
                Ok(one) => sent.push(one),
                Err(why) => return (sent, Some(why)),
            }
        }
        (sent, None)
    }

    /// Hands a packet over from where an earlier try broke off. `tried` says that there was one. `on` is told each time
    /// more bytes of it are known to last at the other end, and says whether to go on; after a no there is no outcome
    /// yet. A road that takes packets whole needs none of this.
    fn send_on(
        &mut self,
        packet: &Packet,
        tried: bool,
        on: &mut dyn FnMut(u64) -> bool,
    ) -> Result<Option<Sent>, RoadError> {
        let _ = (tried, on);
        self.send(packet).map(Some)
    }

    /// Fetches an arrival of which `held` came before. `keep` is given each piece with its place, and says whether to go
    /// on; after a no there is no outcome yet.
    fn fetch_on(
        &mut self,
        arrival: &Arrival,
        held: Vec<u8>,
        keep: &mut dyn FnMut(u64, &[u8]) -> bool,
    ) -> Result<Option<Vec<u8>>, RoadError> {
        let _ = (held, keep);
        self.fetch(arrival).map(Some)
    }

    /// What the other end has said of itself since this was last asked.
    fn heard(&mut self) -> Heard {
        Heard::default()
    }

    /// What the line to the other end has been seen to do, where there is one.
    fn line(&self) -> Option<Line> {
        None
    }

    /// The same without opening what is known here by its name, where looking costs more than a name. `looked` is told how
    /// many of how many were looked at, and says whether to go on; after a no, what was found so far is given.
    fn waiting_besides(
        &mut self,
        me: &Myself,
        known: &mut dyn FnMut(Digest) -> bool,
        looked: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Result<Listing, RoadError> {
        let _ = (known, looked);
        self.waiting(me)
    }

    /// What lies there for somebody.
    fn waiting(&mut self, me: &Myself) -> Result<Listing, RoadError>;

    /// The bytes of one arrival; they have its digest, and nothing else about them was checked.
    fn fetch(&mut self, arrival: &Arrival) -> Result<Vec<u8>, RoadError>;

    /// Says that a packet is held durably here. A folder needs no such word: it may be read-only, and others read it too.
    fn collected(&mut self, word: &Signed<CollectionV1>) -> Result<(), RoadError>;

    /// A roster that lies there, as bytes nobody has checked; nothing if there is none, or only the one of the epoch
    /// that is `held` already.
    fn roster(&mut self, held: Option<u32>) -> Result<Option<Vec<u8>>, RoadError>;

    /// Tells who was enrolled and who was revoked, and gives back what does not count there; nothing where nobody
    /// listens to that. A folder does not: there it rides in packets.
    fn tell(&mut self, amendments: &[SignedStatement]) -> Result<Option<Vec<Digest>>, RoadError> {
        let _ = amendments;
        Ok(None)
    }

    /// Who was enrolled and who was revoked beyond number `after`, as bytes nobody has checked, and how far they reach;
    /// nothing if there is no more.
    fn amendments(&mut self, after: u64) -> Result<Option<(Vec<u8>, u64)>, RoadError> {
        let _ = after;
        Ok(None)
    }
}

/// Most urgent first, then by name, so that two listings of the same things are the same.
pub(crate) fn most_urgent_first(arrivals: &mut [Arrival]) {
    arrivals.sort_by_key(|arrival| (Reverse(arrival.precedence), arrival.sha256));
}
