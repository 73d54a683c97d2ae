//! Packets by stick or folder, a group at a time, so that whoever shows it can draw between two steps.
//!
//! ```text
//!  waiting ─▶ Writing ─ step ─ step ─▶ on the stick: a group written, synced, read back, marked
//!             Reading ─ step ─ step ─▶ in the vault: a group read, or told why not
//! ```
//!
//! Each step is durable when it returns. Whatever stops one half way, the same is simply begun again: what is on that
//! stick already is not counted a second time, and what was read here is not read again.

use std::path::Path;

use crate::courier::folder::Folder;
use crate::courier::road::{Myself, Road, RoadError, Sent, Unusable};
use crate::desks::carrying::exchange::{Correspondent, ExchangeError, newer_roster};
use crate::desks::carrying::gathering::Gathering;
use crate::desks::carrying::outgoing::Outgoing;
use crate::desks::carrying::progress::{Moving, Progress};
use crate::desks::carrying::reception::{TakenIn, is_known};
use crate::desks::enrolment::roster_in_force;
use crate::desks::error::DeskError;
use crate::desks::held_up::HeldUp;
use crate::desks::intake::Intake;
use crate::desks::intake::not_read::NotRead;
use crate::desks::observer::ObserverDesk;
use crate::domain::ids::{Dice, Digest};
use crate::domain::time::Timestamp;
use crate::vault::packets::RoadName;
use crate::vault::waiting::WaitingPacket;
use crate::wire::kind::Kind;

/// What waits to be carried.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Reports that were filed and are in no packet yet; writing packs them.
    pub unpacked: u32,
    /// Packets that carry something the cell has not acknowledged, most urgent first, with the roads they went.
    pub packets: Vec<WaitingPacket>,
}

/// What was written, and what is still to be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// Packets written, synced and read back whole.
    pub new: usize,
    /// Packets that lay there already.
    pub already: usize,
    /// Answers that lie on another stick and found no room on this one.
    pub left_out: usize,
    /// Packets in all, without those.
    pub of: usize,
    /// Bytes of those done, both kinds.
    pub bytes: u64,
    /// Bytes in all.
    pub of_bytes: u64,
}

impl Written {
    /// Packets that are on the stick.
    #[must_use]
    pub fn done(&self) -> usize {
        self.new + self.already
    }

    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        Progress::new(Moving::Writing, self.done(), self.of).weighing(self.bytes, self.of_bytes)
    }
}

/// What was read, and what is still to be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadBack {
    /// Packets looked at.
    pub done: usize,
    /// Packets for this desk in all.
    pub of: usize,
    /// Packets that were read.
    pub read: Vec<Intake>,
    /// Packets that were read here before.
    pub again: usize,
    /// Packets that could not be read, and why. They are left where they lie.
    pub refused: Vec<(Digest, NotRead)>,
    /// Files that look like packets and are none, and why. They are left where they lie.
    pub unusable: Vec<Unusable>,
    /// Good packets for somebody else.
    pub for_others: usize,
    /// The epoch of a roster that was installed on the way.
    pub roster: Option<u32>,
}

impl ReadBack {
    /// How many answers came: acknowledgements, feedback, returns, bulletins.
    #[must_use]
    pub fn answers(&self) -> usize {
        let kinds = self.read.iter().flat_map(|intake| &intake.taken).map(|(kind, _)| kind);
        let answer = |kind: &Kind| {
            matches!(kind, Kind::Acknowledgement | Kind::Feedback | Kind::Return | Kind::Bulletin)
        };
        kinds.filter(|kind| answer(kind)).count()
    }
}

/// Why writing or reading broke off. What was done before is durable.
#[derive(Debug, thiserror::Error)]
pub enum TransferError {
    /// Nothing was done yet.
    #[error(transparent)]
    Road(RoadError),
    /// Some packets are done.
    #[error("{done} of {of} packets are done and safe; then {why}")]
    Midway {
        /// How many are done.
        done: usize,
        /// How many there are.
        of: usize,
        /// What happened.
        why: RoadError,
    },
    /// The desk.
    #[error(transparent)]
    Desk(#[from] DeskError),
}

impl TransferError {
    fn after(done: usize, of: usize, error: ExchangeError) -> Self {
        match error {
            ExchangeError::Desk(error) => Self::Desk(error),
            ExchangeError::Road(why) if done == 0 => Self::Road(why),
            ExchangeError::Road(why) => Self::Midway { done, of, why },
        }
    }
}

impl ObserverDesk {
    /// What waits to be carried.
    pub fn waiting(&self) -> Result<Waiting, DeskError> {
        let unpacked = self.vault.unpacked(self.vault.profile().me)?;
        Ok(Waiting { unpacked, packets: self.vault.waiting_packets()? })
    }
}

/// Packets on their way to a folder.
pub struct Writing {
    folder: Folder,
    outgoing: Outgoing,
    written: Written,
    /// Why something could not be packed: told when everything else is written.
    held_up: HeldUp,
}

impl Writing {
    /// Packs what is in no packet yet, and lists what is to be written.
    ///
    /// # Errors
    /// When there is no such folder, nothing is packed.
    pub fn begin(
        desk: &mut dyn Correspondent,
        folder: &Path,
        now: Timestamp,
        dice: &mut dyn Dice,
    ) -> Result<Self, TransferError> {
        let folder = Folder::open(folder).map_err(|error| TransferError::Road(error.into()))?;
        let mut held_up = HeldUp::default();
        held_up.note(desk.prepare(now, dice))?;
        let packets = desk.vault().pending(RoadName::Folder).map_err(DeskError::from)?;
        let of_bytes = packets.iter().map(|packet| packet.size).sum();
        if packets.is_empty() {
            std::mem::take(&mut held_up).told(())?;
        }
        let written = Written { of: packets.len(), of_bytes, ..Written::default() };
        Ok(Self { folder, outgoing: Outgoing::of(packets), written, held_up })
    }

    /// What was written so far.
    #[must_use]
    pub fn written(&self) -> &Written {
        &self.written
    }

    /// Writes the next group of packets; `false` when there is none left.
    ///
    /// # Errors
    /// What of the group was not written is tried again by the next step. After the last group, what could not be packed.
    pub fn step(&mut self, desk: &mut dyn Correspondent, now: Timestamp) -> Result<bool, TransferError> {
        let handed = self.outgoing.next(desk.vault(), &mut self.folder, now)?;
        for (packet, sent) in handed.packets {
            match sent {
                Sent::Taken { .. } => self.written.new += 1,
                Sent::AlreadyThere { .. } => self.written.already += 1,
            }
            self.written.bytes += packet.size;
        }
        for packet in &handed.left_out {
            self.written.left_out += 1;
            self.written.of -= 1;
            self.written.of_bytes -= packet.size;
        }
        match handed.broken {
            Some(why) => Err(TransferError::after(self.written.done(), self.written.of, why.into())),
            None if self.outgoing.is_done() => Ok(std::mem::take(&mut self.held_up).told(false)?),
            None => Ok(true),
        }
    }
}

/// Packs what waits, writes all of it to a folder, reads each packet back and marks it handed over.
pub fn write_to_folder(
    desk: &mut dyn Correspondent,
    folder: &Path,
    now: Timestamp,
    dice: &mut dyn Dice,
    progress: &mut dyn FnMut(&Written),
) -> Result<Written, TransferError> {
    let mut writing = Writing::begin(desk, folder, now, dice)?;
    progress(&writing.written);
    while !writing.outgoing.is_done() {
        writing.step(desk, now)?;
        progress(&writing.written);
    }
    Ok(writing.written)
}

/// Packets on their way from a folder.
pub struct Reading {
    folder: Folder,
    gathering: Gathering,
    read: ReadBack,
}

impl Reading {
    /// Takes a newer roster along, if one lies there, and lists what is for this desk.
    pub fn begin(desk: &mut dyn Correspondent, folder: &Path, now: Timestamp) -> Result<Self, TransferError> {
        Self::begin_telling(desk, folder, now, &mut |_, _| true)
    }

    /// The same; `looked` is told how many files of how many were looked at, and says whether to go on. After a no there
    /// is what was found so far.
    pub fn begin_telling(
        desk: &mut dyn Correspondent,
        folder: &Path,
        now: Timestamp,
        looked: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Result<Self, TransferError> {
        let broken = |error| TransferError::after(0, 0, error);
        let mut folder = Folder::open(folder).map_err(|error| TransferError::Road(error.into()))?;
        let roster = newer_roster(desk, &mut folder, now).map_err(broken)?;
        roster_in_force(desk.vault())?;
        let profile = desk.vault().profile();
        let me = Myself { id: profile.me, role: profile.role };
        let listing = folder.waiting_besides(&me, &mut |packet| is_known(desk.vault(), packet), looked);
        let listing = listing.map_err(TransferError::Road)?;
        let read = ReadBack {
            of: listing.arrivals.len(),
            again: listing.known,
            unusable: listing.unusable,
            for_others: listing.for_others,
            roster,
            ..ReadBack::default()
        };
        Ok(Self { folder, gathering: Gathering::of(listing.arrivals), read })
    }

    /// What was read so far.
    #[must_use]
    pub fn read(&self) -> &ReadBack {
        &self.read
    }

    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.gathering.progress()
    }

    /// Reads the next group of packets, in one transaction; `false` when there is none left. One that cannot be read is
    /// told of and stops nothing.
    ///
    /// # Errors
    /// When the folder is gone or this device cannot store; the same packets are tried again by the next step.
    pub fn step(&mut self, desk: &mut dyn Correspondent, now: Timestamp) -> Result<bool, TransferError> {
        let roster = roster_in_force(desk.vault())?;
        let fetched = self.gathering.fetch(desk.vault(), &roster, &mut self.folder);
        fetched.map_err(|why| TransferError::after(self.read.done, self.read.of, why.into()))?;
        for (packet, taken) in self.gathering.take(desk.vault(), now)? {
            match taken {
                TakenIn::Read(intake) => self.read.read.push(intake),
                TakenIn::Before => self.read.again += 1,
                TakenIn::Refused(why) => self.read.refused.push((packet, why)),
            }
        }
        self.read.done = self.read.of - self.gathering.left();
        Ok(self.gathering.left() > 0)
    }

    /// Reads all that is left; `progress` is told after each group.
    ///
    /// # Errors
    /// As [`Reading::step`].
    pub fn to_the_end(
        mut self,
        desk: &mut dyn Correspondent,
        now: Timestamp,
        progress: &mut dyn FnMut(&Self),
    ) -> Result<ReadBack, TransferError> {
        progress(&self);
        while self.gathering.left() > 0 {
            self.step(desk, now)?;
            progress(&self);
        }
        Ok(self.read)
    }
}

/// Reads everything in a folder that is for this desk.
pub fn read_folder(
    desk: &mut dyn Correspondent,
    folder: &Path,
    now: Timestamp,
    progress: &mut dyn FnMut(&ReadBack),
) -> Result<ReadBack, TransferError> {
    Reading::begin(desk, folder, now)?.to_the_end(desk, now, &mut |reading| progress(reading.read()))
}
