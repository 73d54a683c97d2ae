//! One exchange over one road, both ways.
//!
//! ```text
//!  prepare ─▶ send what waits ─▶ fetch what lies there, read it, say so ─▶ prepare again ─▶ send the answers
//! ```
//!
//! Every step is durable before the next, so an exchange that breaks off is simply done again: by this road or another,
//! in any mix, any number of times.

use std::collections::BTreeSet;

use crate::courier::road::{Arrival, Myself, Road, RoadError, Sent, Unusable};
use crate::desks::cell::CellDesk;
use crate::desks::commander::CommanderDesk;
use crate::desks::enrolment::{install, roster_in_force};
use crate::desks::error::DeskError;
use crate::desks::intake::{Intake, read_packet, read_set_aside_again};
use crate::desks::observer::ObserverDesk;
use crate::domain::ids::{Dice, Digest};
use crate::domain::time::Timestamp;
use crate::vault::packets::RoadName;
use crate::vault::unlock::Vault;
use crate::wire::receipt::CollectionV1;
use crate::wire::spelling::Plain;
use crate::wire::statement::sign;

/// A desk that sends and receives.
pub trait Correspondent {
    /// The vault underneath.
    fn vault(&mut self) -> &mut Vault;

    /// Packs what waits and is in no packet yet.
    fn prepare(&mut self, now: Timestamp, dice: &mut dyn Dice) -> Result<Vec<Digest>, DeskError>;
}

impl Correspondent for ObserverDesk {
    fn vault(&mut self) -> &mut Vault {
        Self::vault(self)
    }

    fn prepare(&mut self, now: Timestamp, dice: &mut dyn Dice) -> Result<Vec<Digest>, DeskError> {
        self.pack(now, dice)
    }
}

impl Correspondent for CommanderDesk {
    fn vault(&mut self) -> &mut Vault {
        Self::vault(self)
    }

    fn prepare(&mut self, now: Timestamp, dice: &mut dyn Dice) -> Result<Vec<Digest>, DeskError> {
        self.pack(now, dice)
    }
}

impl Correspondent for CellDesk {
    fn vault(&mut self) -> &mut Vault {
        Self::vault(self)
    }

    fn prepare(&mut self, now: Timestamp, dice: &mut dyn Dice) -> Result<Vec<Digest>, DeskError> {
        self.acknowledge(now)?;
        self.pack(now, dice)
    }
}

/// What one exchange moved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Exchange {
    /// Packets the road took, with their size in bytes.
    pub sent: Vec<(Digest, u64)>,
    /// Packets the road had already.
    pub already: usize,
    /// Receipts of the relay.
    pub receipts: usize,
    /// Packets that were read.
    pub read: Vec<Intake>,
    /// Packets that could not be read, and why.
    pub refused: Vec<(Digest, String)>,
    /// Files that look like packets and are none.
    pub unusable: Vec<Unusable>,
    /// The epoch of a roster that was installed on the way.
    pub roster: Option<u32>,
}

/// What an exchange tells while it goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// This many packets of so many were sent.
    Sending {
        /// How many are sent.
        done: usize,
        /// How many there are.
        of: usize,
    },
    /// This many packets of so many were read.
    Reading {
        /// How many are read.
        done: usize,
        /// How many there are.
        of: usize,
    },
}

/// Why an exchange broke off. What was done before is durable.
#[derive(Debug, thiserror::Error)]
pub enum ExchangeError {
    /// The road.
    #[error(transparent)]
    Road(#[from] RoadError),
    /// The desk.
    #[error(transparent)]
    Desk(#[from] DeskError),
}

impl From<crate::vault::error::VaultError> for ExchangeError {
    fn from(error: crate::vault::error::VaultError) -> Self {
        Self::Desk(error.into())
    }
}

/// Sends what waits and reads what lies there.
pub fn exchange(
    desk: &mut dyn Correspondent,
    road: &mut dyn Road,
    name: RoadName,
    now: Timestamp,
    dice: &mut dyn Dice,
    progress: &mut dyn FnMut(Progress),
) -> Result<Exchange, ExchangeError> {
    let mut done = Exchange { roster: newer_roster(desk, road, now)?, ..Exchange::default() };
    desk.prepare(now, dice)?;
    let mut offered = BTreeSet::new();
    send(desk, road, name, now, &mut offered, &mut done, progress)?;
    receive(desk, road, now, &mut done, progress)?;
    desk.prepare(now, dice)?;
    send(desk, road, name, now, &mut offered, &mut done, progress)?;
    Ok(done)
}

/// Takes a newer roster along, if one lies there, and tells its epoch. A bad one is no reason to stop: the one in force
/// stays in force.
pub(crate) fn newer_roster(
    desk: &mut dyn Correspondent,
    road: &mut dyn Road,
    now: Timestamp,
) -> Result<Option<u32>, ExchangeError> {
    let held = desk.vault().roster()?.map(|roster| roster.epoch());
    let Some(bytes) = road.roster(held)? else { return Ok(None) };
    let Ok(roster) = install(desk.vault(), &bytes, now) else { return Ok(None) };
    read_set_aside_again(desk.vault(), now)?;
    Ok(Some(roster.epoch()).filter(|epoch| Some(*epoch) != held))
}

/// Hands one packet made here to a road, and remembers that.
pub(crate) fn hand_over(
    desk: &mut dyn Correspondent,
    road: &mut dyn Road,
    name: RoadName,
    packet: Digest,
    now: Timestamp,
) -> Result<Sent, ExchangeError> {
    let bytes = desk.vault().packet(packet)?;
    let sent = road.send(&bytes)?;
    // Power fails here: the road has the packet and this vault does not know it. It is offered once more, and the road
    // answers that it is there already, with the same receipt.
    match sent.receipt() {
        Some(receipt) => desk.vault().take_receipt(receipt, now)?,
        None => desk.vault().carried(packet, name, now)?,
    }
    Ok(sent)
}

/// What became of a packet that lay at the end of a road.
pub(crate) enum TakenIn {
    /// It was read.
    Read(Intake),
    /// It was read here before.
    Before,
    /// It cannot be read; it stays where it is.
    Refused(String),
}

/// Reads one packet and, once every byte of it is durable here, says so to the road.
pub(crate) fn take_in(
    desk: &mut dyn Correspondent,
    road: &mut dyn Road,
    arrival: &Arrival,
    now: Timestamp,
) -> Result<TakenIn, ExchangeError> {
    let taken = if desk.vault().has_arrived(arrival.sha256)? {
        TakenIn::Before
    } else {
        let bytes = match road.fetch(arrival) {
            Err(RoadError::Damaged { what }) => return Ok(TakenIn::Refused(what)),
            fetched => fetched?,
        };
        match read_packet(desk.vault(), bytes, now) {
            Ok(intake) => TakenIn::Read(intake),
            Err(DeskError::Opening(error)) => return Ok(TakenIn::Refused(error.to_string())),
            Err(other) => return Err(other.into()),
        }
    };
    // Only now, with every byte durable here, may the road forget it.
    let profile = desk.vault().profile();
    let word = CollectionV1 { packet: Plain(arrival.sha256), at: Plain(now) };
    let word = sign(word, &profile.signing, profile.realm.id()).map_err(DeskError::from)?;
    road.collected(&word)?;
    Ok(taken)
}

fn send(
    desk: &mut dyn Correspondent,
    road: &mut dyn Road,
    name: RoadName,
    now: Timestamp,
    offered: &mut BTreeSet<Digest>,
    done: &mut Exchange,
    progress: &mut dyn FnMut(Progress),
) -> Result<(), ExchangeError> {
    let pending: Vec<_> =
        desk.vault().pending(name)?.into_iter().filter(|packet| offered.insert(packet.digest)).collect();
    for (number, outgoing) in pending.iter().enumerate() {
        let sent = hand_over(desk, road, name, outgoing.digest, now)?;
        done.receipts += usize::from(sent.receipt().is_some());
        match sent {
            Sent::Taken { .. } => done.sent.push((outgoing.digest, outgoing.size)),
            Sent::AlreadyThere { .. } => done.already += 1,
        }
        progress(Progress::Sending { done: number + 1, of: pending.len() });
    }
    Ok(())
}

fn receive(
    desk: &mut dyn Correspondent,
    road: &mut dyn Road,
    now: Timestamp,
    done: &mut Exchange,
    progress: &mut dyn FnMut(Progress),
) -> Result<(), ExchangeError> {
    roster_in_force(desk.vault())?;
    let profile = desk.vault().profile();
    let me = Myself { id: profile.me, role: profile.role };
    let listing = road.waiting(&me)?;
    done.unusable = listing.unusable;
    let of = listing.arrivals.len();
    for (number, arrival) in listing.arrivals.iter().enumerate() {
        match take_in(desk, road, arrival, now)? {
            TakenIn::Read(intake) => done.read.push(intake),
            TakenIn::Before => {}
            // It never stops the rest.
            TakenIn::Refused(why) => done.refused.push((arrival.sha256, why)),
        }
        progress(Progress::Reading { done: number + 1, of });
    }
    Ok(())
}
