//! The line to the relay, while a courier is at work on it and the desk stays at hand.
//!
//! ```text
//!  courier's thread ── Heard::Line ──▶ hear, with the desk in hand ──▶ News ──▶ update
//!                                       │
//!                                       └── what follows ──▶ courier
//! ```
//!
//! One news is on its way at a time: while the desk is lent, or the loop is busy, the courier waits and its line with it,
//! so that what arrives never fills the memory.

use std::sync::Arc;

use crate::courier::orders::{self, Order};
use crate::courier::persistence::Persistence;
use crate::courier::relay_client::RelayClient;
use crate::courier::road::Myself;
use crate::courier::worker::{Caller, Worker};
use crate::desks::carrying::contact::{Contact, remember_line};
use crate::desks::carrying::exchange::ExchangeError;
use crate::desks::error::DeskError;
use crate::desks::spoken::{faults, roads};
use crate::domain::time::Timestamp;
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::commander::batch::message::{News, Tidings};
use crate::screens::commander::message::Heard;
use crate::screens::commander::work::Work;
use crate::screens::kit::event_loop::Event;

/// The line. Dropping it ends the work on it.
#[derive(Default)]
pub struct Line {
    open: Option<Open>,
    /// How many contacts there were: what an earlier one still tells is not meant for the next.
    calls: u32,
}

/// A contact under way.
struct Open {
    courier: Caller,
    contact: Contact,
    relay: String,
}

impl Line {
    /// Whether somebody is at work on it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Begins a contact; nothing where one is under way.
    pub fn call(&mut self, work: &mut Work<'_>) -> Option<News> {
        if self.is_open() {
            return None;
        }
        Some(match self.begin(work) {
            Ok(relay) => News::Called { relay },
            Err(why) => News::Ended { done: Box::default(), why: Some(why) },
        })
    }

    fn begin(&mut self, work: &mut Work<'_>) -> Result<String, Phrase> {
        let vault = work.desk.vault();
        let roster = vault.roster().map_err(|fault| faults::vault(&fault))?;
        let roster = roster.ok_or_else(|| faults::desk(&DeskError::NoRoster))?;
        let profile = vault.profile();
        let address = profile.realm.relay_address.as_ref().map(|known| known.as_str().to_owned());
        let address = address.ok_or_else(|| Phrase::from(Word("line-no-relay")))?;
        let me = Myself { id: profile.me, role: profile.role };
        let road = RelayClient::new(&address, &profile.transport, Arc::new(roster), Persistence::once())
            .map_err(|fault| roads::road(&fault))?;
        let (contact, orders) =
            Contact::begin(work.desk, work.now, work.dice).map_err(|fault| said(&fault))?;
        self.calls = self.calls.wrapping_add(1);
        let (tell, call) = (work.tell.clone(), self.calls);
        let listen = move |told| tell.send(Event::News(Heard::Line(Tidings { call, told }))).is_ok();
        let courier =
            Worker::start(road, me, Persistence::of(me.id)).and_then(|worker| worker.tell_to(listen));
        let courier = courier.map_err(|fault| Word("fault-other").with("detail", fault.to_string()))?;
        give(&courier, orders);
        self.open = Some(Open { courier, contact, relay: address.clone() });
        Ok(address)
    }

    /// Takes in what the courier tells, durably, and orders what follows.
    pub fn hear(&mut self, tidings: Tidings, work: &mut Work<'_>) -> Vec<News> {
        let Some(open) = self.open.as_mut().filter(|_| tidings.call == self.calls) else { return Vec::new() };
        let Some(told) = tidings.told else {
            let done = Box::new(open.contact.done().clone());
            self.open = None;
            return vec![News::Ended { done, why: Some(Word("line-gone").into()) }];
        };
        let mut news = Vec::new();
        if let orders::News::Waiting { why, next_try, .. } = &told {
            let wait = i64::try_from(next_try.as_secs()).unwrap_or(i64::MAX);
            news.push(News::Waits { why: roads::road(why), next_try: later(work.now, wait) });
        }
        let heard = open.contact.hear(work.desk, told, work.now, work.dice, &mut |progress| {
            news.push(News::Further(progress));
        });
        open.courier.taken();
        let over = match heard {
            Ok(orders) => {
                give(&open.courier, orders);
                open.contact.is_over().then_some(None)
            }
            Err(why) => Some(Some(said(&why))),
        };
        if let Some(why) = over {
            news.push(self.put_down(why, work));
        }
        news
    }

    /// Looks whether something became ready meanwhile; what was released as IMMEDIATE goes before everything else.
    pub fn more(&mut self, work: &mut Work<'_>) -> Option<News> {
        let open = self.open.as_mut()?;
        match open.contact.more(work.desk, work.now, work.dice) {
            Ok(orders) => {
                give(&open.courier, orders);
                None
            }
            // The contact goes on with what it has.
            Err(why) => Some(News::Failed(said(&why))),
        }
    }

    /// Ends the work, cleanly; tells what was broken off.
    pub fn hang_up(&mut self) -> Option<Phrase> {
        let open = self.open.take()?;
        open.courier.order(Order::Stop);
        Some(Word("line-broken-off").into())
    }
}

impl Line {
    /// The contact is over, well or not.
    fn put_down(&mut self, why: Option<Phrase>, work: &mut Work<'_>) -> News {
        let Some(open) = self.open.take() else { return News::Ended { done: Box::default(), why } };
        // What cannot be remembered is measured again the next time.
        let _ = remember_line(work.desk, &open.relay, open.courier.line(), work.now);
        open.courier.order(Order::Stop);
        News::Ended { done: Box::new(open.contact.done().clone()), why }
    }
}

fn give(courier: &Caller, orders: Vec<Order>) {
    for order in orders {
        courier.order(order);
    }
}

fn said(why: &ExchangeError) -> Phrase {
    match why {
        ExchangeError::Road(fault) => roads::road(fault),
        ExchangeError::Desk(fault) => faults::desk(fault),
    }
}

/// So many seconds after now.
fn later(now: Timestamp, seconds: i64) -> Timestamp {
    let pause = chrono::TimeDelta::try_seconds(seconds).unwrap_or_default();
    Timestamp::new(now.instant().checked_add_signed(pause).unwrap_or(now.instant()))
}
