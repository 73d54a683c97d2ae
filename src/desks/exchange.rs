//! One exchange over one road, both ways.
//!
//! ```text
//!  prepare ─▶ send what waits ─▶ fetch what lies there, read it, say so ─▶ prepare again ─▶ send the answers
//! ```
//!
//! Every step is durable before the next, so an exchange that breaks off is simply done again: by this road or another,
//! in any mix, any number of times.

use std::collections::BTreeSet;

use crate::courier::road::{Myself, Road, RoadError, Unusable};
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
        self.pass_down(now, dice)
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
    /// Packets the road took, or had already, with their size in bytes.
    pub sent: Vec<(Digest, u64)>,
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
    let mut done = Exchange::default();
    newer_roster(desk, road, now, &mut done)?;
    desk.prepare(now, dice)?;
    let mut offered = BTreeSet::new();
    send(desk, road, name, now, &mut offered, &mut done, progress)?;
    receive(desk, road, now, &mut done, progress)?;
    desk.prepare(now, dice)?;
    send(desk, road, name, now, &mut offered, &mut done, progress)?;
    Ok(done)
}

/// Takes a newer roster along, if one lies there. A bad one is no reason to stop: the one in force stays in force.
fn newer_roster(
    desk: &mut dyn Correspondent,
    road: &mut dyn Road,
    now: Timestamp,
    done: &mut Exchange,
) -> Result<(), ExchangeError> {
    let held = desk.vault().roster()?.map(|roster| roster.epoch());
    if let Some(bytes) = road.roster(held)?
        && let Ok(roster) = install(desk.vault(), &bytes, now)
    {
        done.roster = Some(roster.epoch()).filter(|epoch| Some(*epoch) != held);
        read_set_aside_again(desk.vault(), now)?;
    }
    Ok(())
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
        let packet = desk.vault().packet(outgoing.digest)?;
        let sent = road.send(&packet)?;
        // Power fails here: the road has the packet and this vault does not know it. It is offered once more, and the
        // road answers that it is there already, with the same receipt.
        match sent.receipt() {
            Some(receipt) => {
                desk.vault().take_receipt(receipt, now)?;
                done.receipts += 1;
            }
            None => desk.vault().carried(outgoing.digest, name, now)?,
        }
        done.sent.push((outgoing.digest, outgoing.size));
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
    let roster = roster_in_force(desk.vault())?;
    let profile = desk.vault().profile();
    let me = Myself { id: profile.me, role: profile.role };
    let listing = road.waiting(&me)?;
    done.unusable = listing.unusable;
    let of = listing.arrivals.len();
    for (number, arrival) in listing.arrivals.iter().enumerate() {
        if !desk.vault().has_arrived(arrival.sha256)? {
            let bytes = road.fetch(arrival)?;
            match read_packet(desk.vault(), bytes, now) {
                Ok(intake) => done.read.push(intake),
                // A packet that cannot be opened stays where it is and never stops the rest.
                Err(DeskError::Opening(error)) => {
                    done.refused.push((arrival.sha256, error.to_string()));
                    continue;
                }
                Err(other) => return Err(other.into()),
            }
        }
        // Only now, with every byte durable here, may the road forget it.
        let profile = desk.vault().profile();
        let word = CollectionV1 { packet: Plain(arrival.sha256), at: Plain(now) };
        let word = sign(word, &profile.signing, roster.realm()).map_err(DeskError::from)?;
        road.collected(&word)?;
        progress(Progress::Reading { done: number + 1, of });
    }
    Ok(())
}
