//! One exchange over one road, both ways.
//!
//! ```text
//!  prepare ─▶ send words ─▶ fetch what lies there, read it, say so ─▶ prepare again ─▶ send answers, then what follows
//! ```
//!
//! What was sent tells what waits there and which roster is in force, so that nothing is asked twice: on a poor road a
//! question costs seconds. [`crate::desks::carrying::contact`] does the same with a courier on its own thread.
//!
//! What cannot be packed is told last: everything else goes, and everything that lies there comes.
//!
//! Every step is durable before the next, so an exchange that breaks off is simply done again: by this road or another,
//! in any mix, any number of times.

use std::collections::BTreeSet;

use crate::courier::road::{Arrival, Listing, Myself, Road, RoadError, Sent, Unusable};
use crate::desks::carrying::amending_by_relay::{hear_amendments, tell_amendments};
use crate::desks::carrying::freight::Freight;
use crate::desks::carrying::gathering::Gathering;
use crate::desks::carrying::outgoing::Outgoing;
use crate::desks::carrying::progress::{Moving, Progress};
use crate::desks::carrying::reception::{
    TakenIn, collection, is_known, read_whole, roster_not_fetched, take_roster,
};
use crate::desks::enrolment::roster_in_force;
use crate::desks::error::DeskError;
use crate::desks::held_up::HeldUp;
use crate::desks::intake::Intake;
use crate::desks::intake::not_read::NotRead;
use crate::domain::ids::{Dice, Digest};
use crate::domain::time::Timestamp;
use crate::vault::packets::{OutgoingPacket, RoadName};
use crate::vault::unlock::Vault;

/// Packets up to this many bytes are fetched whole: keeping their parts would cost more than fetching them again.
const SMALL: u64 = 16 << 10;

/// A desk that sends and receives.
pub trait Correspondent {
    /// The vault underneath.
    fn vault(&mut self) -> &mut Vault;

    /// Packs what waits and is in no packet yet.
    fn prepare(&mut self, now: Timestamp, dice: &mut dyn Dice) -> Result<Vec<Digest>, DeskError>;
}

/// What one exchange moved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Exchange {
    /// Packets the road took, with their size in bytes.
    pub sent: Vec<(Digest, u64)>,
    /// Packets the road had already.
    pub already: usize,
    /// Answers that lie on another stick and found no room on this one.
    pub left_out: usize,
    /// Receipts of the relay.
    pub receipts: usize,
    /// Packets that were read.
    pub read: Vec<Intake>,
    /// Packets that could not be read, and why.
    pub refused: Vec<(Digest, NotRead)>,
    /// Files that look like packets and are none.
    pub unusable: Vec<Unusable>,
    /// The epoch of a roster that was installed on the way.
    pub roster: Option<u32>,
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
    exchange_into(&mut done, desk, road, name, now, dice, progress)?;
    Ok(done)
}

/// The same, with what it moved told in `done` even where it broke off.
pub fn exchange_into(
    done: &mut Exchange,
    desk: &mut dyn Correspondent,
    road: &mut dyn Road,
    name: RoadName,
    now: Timestamp,
    dice: &mut dyn Dice,
    progress: &mut dyn FnMut(Progress),
) -> Result<(), ExchangeError> {
    if name == RoadName::Folder {
        done.roster = newer_roster(desk, road, now)?;
    }
    let mut held_up = HeldUp::default();
    held_up.note(desk.prepare(now, dice))?;
    done.refused = tell_amendments(desk.vault(), road, now)??;
    let mut sending = Sending { name, now, offered: BTreeSet::new() };
    sending.send(desk, road, done, progress, &|packet| !packet.follows)?;
    receive(desk, road, name, now, done, progress)?;
    held_up.note(desk.prepare(now, dice))?;
    sending.send(desk, road, done, progress, &|packet| !packet.follows)?;
    // Looked up anew: what the cell has acknowledged meanwhile need not go.
    sending.send(desk, road, done, progress, &|_| true)?;
    Ok(held_up.told(())?)
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
    Ok(take_roster(desk.vault(), &bytes, now)?)
}

/// Hands one packet made here to a road, from wherever an earlier try broke off, and remembers that; `on` is told how many
/// bytes last there.
fn hand_over_in_parts(
    desk: &mut dyn Correspondent,
    road: &mut dyn Road,
    name: RoadName,
    packet: Digest,
    now: Timestamp,
    on: &mut dyn FnMut(u64),
) -> Result<Sent, ExchangeError> {
    let bytes = desk.vault().packet(packet)?;
    let tried = desk.vault().under_way(packet, name)?.is_some_and(|before| before.tries > 0);
    desk.vault().setting_out(packet, name, now)?;
    let sent = road.send_on(&bytes, tried, &mut |held| {
        on(held);
        // What cannot be noted is asked for the next time; it is no reason to stop.
        let _ = desk.vault().came_as_far(packet, name, held, now);
        true
    })?;
    let Some(sent) = sent else {
        return Err(RoadError::Unusable { why: "it was given up".to_owned() }.into());
    };
    note_sent(desk, name, packet, &sent, now)?;
    Ok(sent)
}

/// Remembers that a road has a packet.
pub(crate) fn note_sent(
    desk: &mut dyn Correspondent,
    name: RoadName,
    packet: Digest,
    sent: &Sent,
    now: Timestamp,
) -> Result<(), ExchangeError> {
    // Power fails here: the road has the packet and this vault does not know it. It is offered once more, and the road
    // answers that it is there already, with the same receipt.
    match sent.receipt() {
        Some(receipt) => desk.vault().take_receipt(receipt, now)?,
        None => desk.vault().carried(packet, name, now)?,
    }
    Ok(())
}

/// Reads one packet, going on with what came of it before, and says so to the road once every byte of it is durable
/// here. `on` is told how many bytes are here.
fn take_in_parts(
    desk: &mut dyn Correspondent,
    road: &mut dyn Road,
    arrival: &Arrival,
    now: Timestamp,
    on: &mut dyn FnMut(u64),
) -> Result<TakenIn, ExchangeError> {
    let taken = if desk.vault().has_arrived(arrival.sha256)? {
        TakenIn::Before
    } else {
        let held = desk.vault().came_before(arrival.sha256)?;
        let fetched = road.fetch_on(arrival, held, &mut |place, piece| {
            on(place + piece.len() as u64);
            if arrival.size > SMALL {
                // What cannot be kept is fetched again the next time; it is no reason to stop.
                let _ = desk.vault().keep_piece(arrival.sha256, place, piece, now);
            }
            true
        });
        match fetched {
            Err(why @ (RoadError::Damaged { .. } | RoadError::File(_))) => {
                desk.vault().forget_pieces(arrival.sha256)?;
                return Ok(TakenIn::Refused(why.into()));
            }
            fetched => read_whole(desk.vault(), fetched?.unwrap_or_default(), now)?,
        }
    };
    if let TakenIn::Refused(why) = &taken {
        desk.vault().could_not_read(arrival.sha256, &why.to_string(), now)?;
        return Ok(taken);
    }
    let word = collection(desk.vault(), arrival.sha256, now)?;
    road.collected(&word)?;
    Ok(taken)
}

struct Sending {
    name: RoadName,
    now: Timestamp,
    offered: BTreeSet<Digest>,
}

impl Sending {
    fn send(
        &mut self,
        desk: &mut dyn Correspondent,
        road: &mut dyn Road,
        done: &mut Exchange,
        progress: &mut dyn FnMut(Progress),
        these: &dyn Fn(&OutgoingPacket) -> bool,
    ) -> Result<(), ExchangeError> {
        let Self { name, now, offered } = self;
        let pending = desk.vault().pending(*name)?.into_iter();
        let pending: Vec<_> =
            pending.filter(|packet| these(packet) && offered.insert(packet.digest)).collect();
        if *name == RoadName::Folder {
            return write_all(desk, road, pending, *now, done, progress);
        }
        let mut freight = Freight::default();
        for outgoing in &pending {
            let before = desk.vault().under_way(outgoing.digest, *name)?;
            freight.add(outgoing.digest, outgoing.size, before.map_or(0, |before| before.held));
        }
        if !pending.is_empty() {
            progress(freight.progress(Moving::Sending, (0, 0)));
        }
        for (number, outgoing) in pending.iter().enumerate() {
            let sent = hand_over_in_parts(desk, road, *name, outgoing.digest, *now, &mut |held| {
                freight.came(outgoing.digest, held);
                progress(freight.progress(Moving::Sending, (0, 0)));
            });
            if let Err(ExchangeError::Road(why)) = &sent {
                let left: Vec<_> = pending.iter().skip(number).map(|packet| packet.digest).collect();
                desk.vault().stopped(&left, *name, why.trouble(), None, *now)?;
            }
            let sent = sent?;
            done.count(&sent, outgoing.digest, outgoing.size);
            freight.done(outgoing.digest);
            progress(freight.progress(Moving::Sending, (0, 0)));
        }
        Ok(())
    }
}

/// Writes packets to a folder, group by group.
fn write_all(
    desk: &mut dyn Correspondent,
    road: &mut dyn Road,
    packets: Vec<OutgoingPacket>,
    now: Timestamp,
    done: &mut Exchange,
    progress: &mut dyn FnMut(Progress),
) -> Result<(), ExchangeError> {
    let mut outgoing = Outgoing::of(packets);
    while !outgoing.is_done() {
        progress(outgoing.progress());
        let handed = outgoing.next(desk.vault(), road, now)?;
        for (packet, sent) in handed.packets {
            done.count(&sent, packet.digest, packet.size);
        }
        done.left_out += handed.left_out.len();
        progress(outgoing.progress());
        if let Some(why) = handed.broken {
            desk.vault().stopped(&outgoing.left(), RoadName::Folder, why.trouble(), None, now)?;
            return Err(why.into());
        }
    }
    Ok(())
}

impl Exchange {
    /// Notes what became of a packet that lay there; one that cannot be read never stops the rest.
    fn take(&mut self, packet: Digest, taken: TakenIn) {
        match taken {
            TakenIn::Read(intake) => self.read.push(intake),
            TakenIn::Before => {}
            TakenIn::Refused(why) => self.refused.push((packet, why)),
        }
    }

    /// Counts a packet that the road has.
    pub(crate) fn count(&mut self, sent: &Sent, packet: Digest, size: u64) {
        self.receipts += usize::from(sent.receipt().is_some());
        match sent {
            Sent::Taken { .. } => self.sent.push((packet, size)),
            Sent::AlreadyThere { .. } => self.already += 1,
        }
    }
}

fn receive(
    desk: &mut dyn Correspondent,
    road: &mut dyn Road,
    name: RoadName,
    now: Timestamp,
    done: &mut Exchange,
    progress: &mut dyn FnMut(Progress),
) -> Result<(), ExchangeError> {
    roster_in_force(desk.vault())?;
    let profile = desk.vault().profile();
    let me = Myself { id: profile.me, role: profile.role };
    let heard = road.heard();
    let listing = match heard.waiting {
        Some(0) => Listing::default(),
        _ => {
            let mut looked = |done, of| {
                progress(Progress::new(Moving::Looking, done, of));
                true
            };
            road.waiting_besides(&me, &mut |packet| is_known(desk.vault(), packet), &mut looked)?
        }
    };
    let heard = road.heard().or(heard);
    let epoch = heard.epoch;
    let held = desk.vault().roster()?.map(|roster| roster.epoch());
    // Before anything is read: a new roster may know who signed it.
    if name == RoadName::Relay && epoch.zip(held).is_none_or(|(there, here)| there > here) {
        match newer_roster(desk, road, now) {
            Err(ExchangeError::Road(why @ RoadError::Damaged { .. })) => {
                done.refused.push(roster_not_fetched(desk.vault(), why)?);
            }
            installed => done.roster = installed?,
        }
    }
    hear_amendments(desk.vault(), road, heard, now)??;
    done.unusable = listing.unusable;
    if name == RoadName::Folder {
        return gather(desk, road, listing.arrivals, now, done, progress);
    }
    let (mut freight, mut arrivals) = (Freight::default(), Vec::new());
    for arrival in listing.arrivals {
        // It was tried, and nothing has changed since that could mend it.
        if desk.vault().still_unread(arrival.sha256)?.is_some() {
            continue;
        }
        arrivals.push(arrival);
        freight.add(arrival.sha256, arrival.size, 0);
    }
    for arrival in &arrivals {
        let taken = take_in_parts(desk, road, arrival, now, &mut |here| {
            freight.came(arrival.sha256, here);
            progress(freight.progress(Moving::Reading, (0, 0)));
        })?;
        if let TakenIn::Read(intake) = &taken {
            desk.vault().met(intake.sender, name, now)?;
        }
        done.take(arrival.sha256, taken);
        freight.done(arrival.sha256);
        progress(freight.progress(Moving::Reading, (0, 0)));
    }
    Ok(())
}

/// Takes in what lies in a folder, group by group.
fn gather(
    desk: &mut dyn Correspondent,
    road: &mut dyn Road,
    arrivals: Vec<Arrival>,
    now: Timestamp,
    done: &mut Exchange,
    progress: &mut dyn FnMut(Progress),
) -> Result<(), ExchangeError> {
    let mut gathering = Gathering::of(arrivals);
    progress(gathering.progress());
    while gathering.left() > 0 {
        let roster = roster_in_force(desk.vault())?;
        gathering.fetch(desk.vault(), &roster, road)?;
        for (packet, taken) in gathering.take(desk.vault(), now)? {
            done.take(packet, taken);
        }
        progress(gathering.progress());
    }
    Ok(())
}
