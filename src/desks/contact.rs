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

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use crate::courier::line::Line;
use crate::courier::orders::{Due, Load, News, Order};
use crate::courier::road::{Arrival, RoadError};
use crate::desks::amending_by_relay::{MOST_PAGES, amendments_to_exchange, heard_amendments, not_accepted};
use crate::desks::exchange::{Correspondent, Exchange, ExchangeError, note_sent};
use crate::desks::progress::Progress;
use crate::desks::taken_in::{TakenIn, collection, read_whole, roster_not_fetched, take_roster};
use crate::domain::ids::{Dice, Digest};
use crate::domain::time::Timestamp;
use crate::vault::lines::MeasuredLine;
use crate::vault::packets::{OutgoingPacket, RoadName};

/// Packets whose bytes are handed to the courier at a time.
const AT_A_TIME: usize = 32;

/// One contact with the relay.
pub struct Contact {
    now: Timestamp,
    offered: BTreeMap<Digest, OutgoingPacket>,
    left: BTreeSet<Digest>,
    /// Orders that there is no news of yet.
    open: usize,
    /// Pages of amendments that were read.
    pages: usize,
    done: Exchange,
    over: bool,
}

impl Contact {
    /// Packs what waits, and says what to do first.
    pub fn begin(
        desk: &mut dyn Correspondent,
        now: Timestamp,
        dice: &mut dyn Dice,
    ) -> Result<(Self, Vec<Order>), ExchangeError> {
        desk.prepare(now, dice)?;
        let mut contact = Self {
            now,
            offered: BTreeMap::new(),
            left: BTreeSet::new(),
            open: 0,
            pages: 0,
            done: Exchange::default(),
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
        desk.prepare(now, dice)?;
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
    /// When this device cannot store, or the road is refused for good. What was done before is durable.
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
            News::Sending { packet, held, of } => {
                desk.vault().came_as_far(packet, RoadName::Relay, held, now)?;
                progress(Progress::Part { done: held, of });
            }
            News::Sent { packet, sent, .. } => {
                note_sent(desk, RoadName::Relay, packet, &sent, now)?;
                self.left.remove(&packet);
                self.done.count(&sent, packet, self.offered.get(&packet).map_or(0, |packet| packet.size));
                let of = self.offered.len();
                progress(Progress::Sending { done: of - self.left.len(), of });
            }
            News::NotSent { packet, why } => {
                self.left.remove(&packet);
                desk.vault().stopped(&[packet], RoadName::Relay, why.trouble(), None, now)?;
                // One packet's fault is told with the others; anything else stops everything.
                match why {
                    RoadError::Refused { .. } if !is_about_us(&why) => {
                        self.done.refused.push((packet, why.into()));
                    }
                    why => return Err(why.into()),
                }
            }
            News::Listed(listing) => return self.listed(desk, listing.arrivals),
            News::Piece { packet, place, bytes, of } => {
                desk.vault().keep_piece(packet, place, &bytes, now)?;
                progress(Progress::Part { done: place + bytes.len() as u64, of });
            }
            News::Arrived { packet, bytes, left } => {
                return self.arrived(desk, packet, bytes, left, progress);
            }
            News::Failed { packet: Some(packet), why: why @ RoadError::Damaged { .. } } => {
                desk.vault().forget_pieces(packet)?;
                self.done.refused.push((packet, why.into()));
            }
            // Somebody who shares the role collected it first, or it was taken back.
            News::Failed { packet: Some(packet), why: why @ RoadError::Refused { .. } }
                if !is_about_us(&why) =>
            {
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
                desk.prepare(now, dice)?;
                let orders = self.offer(desk)?;
                self.over = orders.is_empty();
                return Ok(orders);
            }
        }
        Ok(Vec::new())
    }

    /// The next packets to go: all words before anything that only follows them, and of that one at a time, looked up
    /// anew each time, because the cell may have it by another road.
    fn offer(&mut self, desk: &mut dyn Correspondent) -> Result<Vec<Order>, ExchangeError> {
        let pending = desk.vault().pending(RoadName::Relay)?.into_iter();
        let pending: Vec<_> = pending.filter(|packet| !self.offered.contains_key(&packet.digest)).collect();
        let words = pending.iter().any(|packet| !packet.follows);
        let most = if words { AT_A_TIME } else { 1 };
        let mut loads = Vec::new();
        for next in pending.into_iter().filter(|packet| packet.follows != words).take(most) {
            let packet = desk.vault().packet(next.digest)?;
            let before = desk.vault().under_way(next.digest, RoadName::Relay)?;
            desk.vault().setting_out(next.digest, RoadName::Relay, self.now)?;
            let tried = before.is_some_and(|before| before.tries > 0);
            loads.push(Load { packet, tried, follows: next.follows });
            self.left.insert(next.digest);
            self.offered.insert(next.digest, next);
        }
        self.open += loads.len();
        Ok(if loads.is_empty() { Vec::new() } else { vec![Order::Send(loads)] })
    }

    fn listed(
        &mut self,
        desk: &mut dyn Correspondent,
        arrivals: Vec<Arrival>,
    ) -> Result<Vec<Order>, ExchangeError> {
        let (mut due, mut words) = (Vec::new(), Vec::new());
        for arrival in arrivals {
            if desk.vault().has_arrived(arrival.sha256)? {
                words.push(collection(desk.vault(), arrival.sha256, self.now)?);
            } else if desk.vault().still_unread(arrival.sha256)?.is_none() {
                due.push(Due { arrival, held: desk.vault().came_before(arrival.sha256)? });
            }
        }
        self.open += words.len() + due.len();
        Ok(vec![Order::Collected(words), Order::Fetch(due)])
    }

    fn arrived(
        &mut self,
        desk: &mut dyn Correspondent,
        packet: Digest,
        bytes: Vec<u8>,
        left: usize,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Vec<Order>, ExchangeError> {
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
        let read = self.done.read.len();
        progress(Progress::Reading { done: read, of: read + left });
        self.open += 1;
        let mut orders = vec![Order::Collected(vec![collection(desk.vault(), packet, self.now)?])];
        // What the cell has acknowledged with this need not go any more.
        let pending = desk.vault().pending(RoadName::Relay)?;
        let spared = self.left.iter().filter(|packet| pending.iter().all(|other| other.digest != **packet));
        let spared: Vec<Digest> = spared.copied().collect();
        for packet in spared {
            self.left.remove(&packet);
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
