//! An exchange with a courier on its own thread, which may last for days.
//!
//! ```text
//!  begin ─ orders ─▶ courier ─ news ─▶ hear ─ orders ─▶ courier …
//!                                        │ words gone, everything read and ticked off, answers gone, what follows gone
//!                                        └─▶ over; again: look once more
//! ```
//!
//! Every news is durable in the vault when [`Contact::hear`] returns: how far a packet has come, each piece that came,
//! what stopped the line and when it is tried again. So a contact that ends at any moment is begun again as it stands.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::courier::line::Line;
use crate::courier::orders::{Due, Load, News, Order};
use crate::courier::road::{Arrival, RoadError};
use crate::desks::carrying::amending_by_relay::{
    MOST_PAGES, amendments_to_exchange, heard_amendments, not_accepted,
};
use crate::desks::carrying::exchange::{Correspondent, Exchange, ExchangeError, note_sent};
use crate::desks::carrying::freight::Freight;
use crate::desks::carrying::progress::{Moving, Progress};
use crate::desks::carrying::reception::{TakenIn, collection, read_whole, roster_not_fetched, take_roster};
use crate::desks::held_up::HeldUp;
use crate::domain::ids::{Dice, Digest};
use crate::domain::time::Timestamp;
use crate::vault::lines::MeasuredLine;
use crate::vault::packets::RoadName;

/// Packets whose bytes are handed to the courier at a time.
const AT_A_TIME: usize = 32;

/// One contact with the relay.
pub struct Contact {
    now: Timestamp,
    /// What the courier was given to send.
    offered: Freight,
    /// Packets that are still to be given to it, and their bytes.
    beyond: (usize, u64),
    /// What it was told to fetch.
    due: Freight,
    left: BTreeSet<Digest>,
    /// Orders that there is no news of yet.
    open: usize,
    /// Pages of amendments that were read.
    pages: usize,
    done: Exchange,
    /// Why something could not be packed: told when everything else is done.
    held_up: HeldUp,
    over: bool,
}

impl Contact {
    /// Packs what waits, and says what to do first.
    pub fn begin(
        desk: &mut dyn Correspondent,
        now: Timestamp,
        dice: &mut dyn Dice,
    ) -> Result<(Self, Vec<Order>), ExchangeError> {
        let mut held_up = HeldUp::default();
        held_up.note(desk.prepare(now, dice))?;
        let mut contact = Self {
            now,
            offered: Freight::default(),
            beyond: (0, 0),
            due: Freight::default(),
            left: BTreeSet::new(),
            open: 0,
            pages: 0,
            done: Exchange::default(),
            held_up,
            over: false,
        };
        let mut orders = contact.offer(desk)?;
        orders.push(Order::List);
        orders.push(Order::Roster(desk.vault().roster()?.map(|roster| roster.epoch())));
        contact.open += 2;
        if let Some((tell, after)) = amendments_to_exchange(desk.vault())? {
            contact.open += 1 + usize::from(!tell.is_empty());
            if !tell.is_empty() {
                orders.push(Order::Tell(tell));
            }
            orders.push(Order::Amendments(after));
        }
        Ok((contact, orders))
    }

    /// Packs what became ready meanwhile and says what to do about it: what was released as IMMEDIATE goes at once,
    /// whatever is on its way.
    pub fn more(
        &mut self,
        desk: &mut dyn Correspondent,
        now: Timestamp,
        dice: &mut dyn Dice,
    ) -> Result<Vec<Order>, ExchangeError> {
        self.now = now;
        self.held_up.note(desk.prepare(now, dice))?;
        self.offer(desk)
    }

    /// What it moved so far.
    #[must_use]
    pub fn done(&self) -> &Exchange {
        &self.done
    }

    /// Whether everything that could be done is done.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.over
    }

    /// Takes in what the courier tells, and says what to do next.
    ///
    /// # Errors
    /// When this device cannot store, or the road is refused for good. What was done before is durable. And when everything
    /// is done that could be, what could not be packed.
    pub fn hear(
        &mut self,
        desk: &mut dyn Correspondent,
        news: News,
        now: Timestamp,
        dice: &mut dyn Dice,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Vec<Order>, ExchangeError> {
        self.now = now;
        if is_an_end(&news) {
            self.open = self.open.saturating_sub(1);
        }
        match news {
            News::Sending { packet, held, .. } => {
                desk.vault().came_as_far(packet, RoadName::Relay, held, now)?;
                self.offered.came(packet, held);
                progress(self.sending());
            }
            News::Sent { packet, sent, .. } => {
                note_sent(desk, RoadName::Relay, packet, &sent, now)?;
                self.left.remove(&packet);
                self.offered.done(packet);
                self.done.count(&sent, packet, self.offered.size_of(packet));
                progress(self.sending());
            }
            News::NotSent { packet, why } => {
                self.left.remove(&packet);
                self.offered.done(packet);
                desk.vault().stopped(&[packet], RoadName::Relay, why.trouble(), None, now)?;
                // One packet's fault is told with the others; anything else stops everything.
                match why {
                    RoadError::Refused { .. } if !is_about_us(&why) => {
                        self.done.refused.push((packet, why.into()));
                    }
                    why => return Err(why.into()),
                }
            }
            News::Listed(listing) => return self.listed(desk, listing.arrivals, progress),
            News::Piece { packet, place, bytes, .. } => {
                desk.vault().keep_piece(packet, place, &bytes, now)?;
                self.due.came(packet, place + bytes.len() as u64);
                progress(self.reading());
            }
            News::Arrived { packet, bytes, .. } => {
                return self.arrived(desk, packet, bytes, progress);
            }
            News::Failed { packet: Some(packet), why: why @ RoadError::Damaged { .. } } => {
                self.due.done(packet);
                desk.vault().forget_pieces(packet)?;
                self.done.refused.push((packet, why.into()));
            }
            // Somebody who shares the role collected it first, or it was taken back.
            News::Failed { packet: Some(packet), why: why @ RoadError::Refused { .. } }
                if !is_about_us(&why) =>
            {
                self.due.done(packet);
                self.done.refused.push((packet, why.into()));
            }
            News::NoRoster { why } => self.done.refused.push(roster_not_fetched(desk.vault(), why)?),
            News::Failed { why, .. } => return Err(why.into()),
            News::Collected { .. } | News::Roster(None) | News::Amendments(None) | News::Spared { .. } => {}
            News::Told { known, refused } => {
                desk.vault().told_amendments(&known, now)?;
                self.done.refused.extend(refused.into_iter().map(not_accepted));
            }
            News::Amendments(Some((bytes, up_to))) => {
                let more = heard_amendments(desk.vault(), &bytes, up_to, now)?;
                self.pages += 1;
                if more && self.pages < MOST_PAGES {
                    self.open += 1;
                    return Ok(vec![Order::Amendments(up_to)]);
                }
            }
            News::Roster(Some(bytes)) => {
                self.done.roster = take_roster(desk.vault(), &bytes, now)?.or(self.done.roster);
            }
            News::Waiting { why, next_try, .. } => {
                let left: Vec<Digest> = self.left.iter().copied().collect();
                let next_try = after(now, next_try);
                desk.vault().stopped(&left, RoadName::Relay, why.trouble(), Some(next_try), now)?;
            }
            // The courier may be idle while an order is on its way to it.
            News::Idle if self.open > 0 => {}
            News::Idle => {
                // What could be packed by now is held up no more.
                self.held_up = HeldUp::default();
                self.held_up.note(desk.prepare(now, dice))?;
                let orders = self.offer(desk)?;
                self.over = orders.is_empty();
                return match self.over {
                    true => Ok(std::mem::take(&mut self.held_up).told(orders)?),
                    false => Ok(orders),
                };
            }
        }
        Ok(Vec::new())
    }

    /// The next packets to go: all words before anything that only follows them, and of that one at a time, looked up
    /// anew each time, because the cell may have it by another road.
    fn offer(&mut self, desk: &mut dyn Correspondent) -> Result<Vec<Order>, ExchangeError> {
        let pending = desk.vault().pending(RoadName::Relay)?.into_iter();
        let pending: Vec<_> = pending.filter(|packet| !self.offered.has(packet.digest)).collect();
        let words = pending.iter().any(|packet| !packet.follows);
        let most = if words { AT_A_TIME } else { 1 };
        let mut loads = Vec::new();
        let sizes = pending.iter().map(|packet| packet.size);
        let (many, bytes) = (pending.len(), sizes.sum::<u64>());
        let mut given = 0;
        for next in pending.into_iter().filter(|packet| packet.follows != words).take(most) {
            let packet = desk.vault().packet(next.digest)?;
            let before = desk.vault().under_way(next.digest, RoadName::Relay)?;
            desk.vault().setting_out(next.digest, RoadName::Relay, self.now)?;
            let tried = before.as_ref().is_some_and(|before| before.tries > 0);
            loads.push(Load { packet, tried, follows: next.follows });
            self.left.insert(next.digest);
            self.offered.add(next.digest, next.size, before.map_or(0, |before| before.held));
            given += next.size;
        }
        self.beyond = (many - loads.len(), bytes - given);
        self.open += loads.len();
        Ok(if loads.is_empty() { Vec::new() } else { vec![Order::Send(loads)] })
    }

    fn sending(&self) -> Progress {
        self.offered.progress(Moving::Sending, self.beyond)
    }

    fn reading(&self) -> Progress {
        self.due.progress(Moving::Reading, (0, 0))
    }

    fn listed(
        &mut self,
        desk: &mut dyn Correspondent,
        arrivals: Vec<Arrival>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Vec<Order>, ExchangeError> {
        let (mut due, mut words) = (Vec::new(), Vec::new());
        for arrival in arrivals {
            if desk.vault().has_arrived(arrival.sha256)? {
                words.push(collection(desk.vault(), arrival.sha256, self.now)?);
            } else if desk.vault().still_unread(arrival.sha256)?.is_none() {
                let held = desk.vault().came_before(arrival.sha256)?;
                self.due.add(arrival.sha256, arrival.size, held.len() as u64);
                due.push(Due { arrival, held });
            }
        }
        self.open += words.len() + due.len();
        if !due.is_empty() {
            progress(self.reading());
        }
        Ok(vec![Order::Collected(words), Order::Fetch(due)])
    }

    fn arrived(
        &mut self,
        desk: &mut dyn Correspondent,
        packet: Digest,
        bytes: Vec<u8>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Vec<Order>, ExchangeError> {
        self.due.done(packet);
        match read_whole(desk.vault(), bytes, self.now)? {
            TakenIn::Read(intake) => {
                desk.vault().met(intake.sender, RoadName::Relay, self.now)?;
                self.done.read.push(intake);
            }
            TakenIn::Before => {}
            TakenIn::Refused(why) => {
                desk.vault().could_not_read(packet, &why.to_string(), self.now)?;
                self.done.refused.push((packet, why));
                return Ok(Vec::new());
            }
        }
        progress(self.reading());
        self.open += 1;
        let mut orders = vec![Order::Collected(vec![collection(desk.vault(), packet, self.now)?])];
        // What the cell has acknowledged with this need not go any more.
        let pending = desk.vault().pending(RoadName::Relay)?;
        let spared = self.left.iter().filter(|packet| pending.iter().all(|other| other.digest != **packet));
        let spared: Vec<Digest> = spared.copied().collect();
        for packet in spared {
            self.left.remove(&packet);
            self.offered.done(packet);
            orders.push(Order::Spare(packet));
        }
        Ok(orders)
    }
}

/// Remembers what the line did, so that what is to come can be reckoned on it. A line that was not used says nothing.
pub fn remember_line(
    desk: &mut dyn Correspondent,
    relay: &str,
    line: Option<Line>,
    now: Timestamp,
) -> Result<(), ExchangeError> {
    if let Some(Line { bits, round_trip }) = line {
        desk.vault().measured(&MeasuredLine { relay: relay.to_owned(), bits, round_trip, at: now })?;
    }
    Ok(())
}

/// Whether this is the last that is heard of an order.
fn is_an_end(news: &News) -> bool {
    match news {
        News::Sent { .. }
        | News::NotSent { .. }
        | News::Spared { .. }
        | News::Listed(_)
        | News::Arrived { .. }
        | News::Failed { .. }
        | News::Collected { .. }
        | News::Roster(_)
        | News::NoRoster { .. }
        | News::Told { .. }
        | News::Amendments(_) => true,
        News::Sending { .. } | News::Piece { .. } | News::Waiting { .. } | News::Idle => false,
    }
}

/// Whether a no is about this device and not about one packet.
fn is_about_us(why: &RoadError) -> bool {
    use crate::wire::relay_api::ProblemCode;
    matches!(why, RoadError::Refused { code: ProblemCode::NotAMember | ProblemCode::NoSuchPath, .. })
}

/// That long after now.
fn after(now: Timestamp, pause: Duration) -> Timestamp {
    let pause = chrono::Duration::from_std(pause).unwrap_or(chrono::Duration::MAX);
    Timestamp::new(now.instant().checked_add_signed(pause).unwrap_or(now.instant()))
}
