//! A road on a thread of its own: orders go in, news comes out, and nobody who gives an order ever waits.
//!
//! ```text
//!  desk ── order ──▶ queue ─▶ road ─▶ done, or refused for good ──▶ news ──▶ desk
//!                      ▲        │ not reached
//!                      └─ pause ┘ (growing, spread by chance; any new order ends it)
//! ```
//!
//! The queue here is a working copy. What must not be lost is in the vault, and is ordered again after a restart.

use std::cmp::Reverse;
use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, TryRecvError, channel, sync_channel};
use std::thread;
use std::time::Duration;

use backon::BackoffBuilder;

use crate::courier::persistence::Persistence;
use crate::courier::road::{Arrival, Myself, Road, RoadError, Sent, Unusable};
use crate::domain::ids::Digest;
use crate::domain::precedence::Precedence;
use crate::wire::packet::Packet;
use crate::wire::receipt::CollectionV1;
use crate::wire::statement::Signed;

/// News that may lie unread; then the road waits for its reader, so that arrivals never fill the memory.
const UNREAD: usize = 16;

/// What to do.
#[derive(Debug)]
pub enum Order {
    /// Send these, most urgent first.
    Send(Vec<Packet>),
    /// Look what waits, and fetch all of it.
    Fetch,
    /// Say that these are held durably here.
    Collected(Vec<Signed<CollectionV1>>),
    /// Ask for a roster newer than the one of this epoch.
    Roster(Option<u32>),
    /// Finish what is being done at this moment, and end.
    Stop,
}

/// What happened.
#[derive(Debug)]
pub enum News {
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
    Listed {
        /// How many packets are now fetched.
        arrivals: usize,
        /// Files that are no packets.
        unusable: Vec<Unusable>,
        /// Good packets for others.
        for_others: usize,
    },
    /// A packet was fetched; nothing but its digest was checked.
    Arrived {
        /// Which.
        packet: Digest,
        /// The whole packet.
        bytes: Vec<u8>,
        /// How many are still to be fetched.
        left: usize,
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
    /// The road cannot be reached; everything stays queued.
    Waiting {
        /// Why.
        why: RoadError,
        /// When it is tried again, from now.
        next_try: Duration,
    },
    /// Everything ordered is done.
    Idle,
}

/// One thing to do.
enum Task {
    Send(Box<Packet>),
    List,
    Fetch(Arrival),
    Collected(Box<Signed<CollectionV1>>),
    Roster(Option<u32>),
}

/// A road at work. Dropping it ends the work after what is being done at the moment; it does not wait for that.
pub struct Worker {
    orders: Sender<Order>,
    news: Receiver<News>,
}

impl Worker {
    /// Puts a road on its own thread. The road itself should try once only: trying again is done here, where a new
    /// order or a stop is heard.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(road: impl Road + Send + 'static, me: Myself, persistence: Persistence) -> io::Result<Self> {
        let (orders, incoming) = channel();
        let (outgoing, news) = sync_channel(UNREAD);
        let work = Work { road, me, persistence, orders: incoming, news: outgoing, queue: VecDeque::new() };
        thread::Builder::new().name("courier".to_owned()).spawn(move || work.run())?;
        Ok(Self { orders, news })
    }

    /// Gives an order, and tells whether there is still somebody to take it. Never waits.
    pub fn order(&self, order: Order) -> bool {
        self.orders.send(order).is_ok()
    }

    /// The next news, if there is any. Never waits.
    pub fn news(&self) -> Option<News> {
        self.news.try_recv().ok()
    }

    /// Waits for the next news; nothing when the work has ended.
    pub fn wait_for_news(&self) -> Option<News> {
        self.news.recv().ok()
    }
}

/// Nobody reads the news any more, or nobody gives orders: the work ends.
struct Ended;

struct Work<R> {
    road: R,
    me: Myself,
    persistence: Persistence,
    orders: Receiver<Order>,
    news: SyncSender<News>,
    queue: VecDeque<Task>,
}

impl<R: Road> Work<R> {
    fn run(mut self) {
        // The only way out is the end of the work, which is no error.
        let Err(Ended) = self.work();
    }

    fn work(&mut self) -> Result<std::convert::Infallible, Ended> {
        let mut pauses = self.persistence.endless().build();
        loop {
            self.take_orders()?;
            let Some(task) = self.queue.pop_front() else { continue };
            match self.attempt(&task) {
                Ok(news) => {
                    pauses = self.persistence.endless().build();
                    self.tell(news)?;
                }
                Err(why) if why.is_passing() => {
                    self.queue.push_front(task);
                    let next_try = pauses.next().unwrap_or(self.persistence.longest_pause);
                    self.tell(News::Waiting { why, next_try })?;
                    match self.orders.recv_timeout(next_try) {
                        Ok(order) => self.take(order)?,
                        Err(RecvTimeoutError::Timeout) => {}
                        Err(RecvTimeoutError::Disconnected) => return Err(Ended),
                    }
                }
                Err(why) => self.tell(gave_up(&task, why))?,
            }
            if self.queue.is_empty() {
                self.tell(News::Idle)?;
            }
        }
    }

    fn tell(&self, news: News) -> Result<(), Ended> {
        self.news.send(news).map_err(|_| Ended)
    }

    /// Takes in what was ordered meanwhile; with nothing to do, waits for an order.
    fn take_orders(&mut self) -> Result<(), Ended> {
        if self.queue.is_empty() {
            let order = self.orders.recv().map_err(|_| Ended)?;
            self.take(order)?;
        }
        loop {
            match self.orders.try_recv() {
                Ok(order) => self.take(order)?,
                Err(TryRecvError::Empty) => return Ok(()),
                Err(TryRecvError::Disconnected) => return Err(Ended),
            }
        }
    }

    fn take(&mut self, order: Order) -> Result<(), Ended> {
        match order {
            Order::Send(packets) => {
                self.queue.extend(packets.into_iter().map(|packet| Task::Send(Box::new(packet))));
            }
            Order::Fetch => self.queue.push_back(Task::List),
            Order::Collected(words) => {
                self.queue.extend(words.into_iter().map(|word| Task::Collected(Box::new(word))));
            }
            Order::Roster(held) => self.queue.push_back(Task::Roster(held)),
            Order::Stop => return Err(Ended),
        }
        // The most urgent first; a stable order otherwise.
        self.queue.make_contiguous().sort_by_key(|task| Reverse(urgency(task)));
        Ok(())
    }

    fn attempt(&mut self, task: &Task) -> Result<News, RoadError> {
        Ok(match task {
            Task::Send(packet) => {
                let sent = self.road.send(packet)?;
                News::Sent {
                    packet: packet.digest(),
                    sent,
                    left: self.left(|task| matches!(task, Task::Send(_))),
                }
            }
            Task::List => {
                let listing = self.road.waiting(&self.me)?;
                let arrivals = listing.arrivals.len();
                self.queue.extend(listing.arrivals.into_iter().map(Task::Fetch));
                News::Listed { arrivals, unusable: listing.unusable, for_others: listing.for_others }
            }
            Task::Fetch(arrival) => {
                let bytes = self.road.fetch(arrival)?;
                let left = self.left(|task| matches!(task, Task::Fetch(_)));
                News::Arrived { packet: arrival.sha256, bytes, left }
            }
            Task::Collected(word) => {
                self.road.collected(word)?;
                News::Collected { packet: word.payload.packet.0 }
            }
            Task::Roster(held) => News::Roster(self.road.roster(*held)?),
        })
    }

    fn left(&self, like: impl Fn(&Task) -> bool) -> usize {
        self.queue.iter().filter(|task| like(task)).count()
    }
}

/// Packets go by their precedence; small questions go before routine packets.
fn urgency(task: &Task) -> Precedence {
    match task {
        Task::Send(packet) => packet.label().precedence.0,
        Task::Fetch(arrival) => arrival.precedence,
        Task::List | Task::Collected(_) | Task::Roster(_) => Precedence::Priority,
    }
}

fn gave_up(task: &Task, why: RoadError) -> News {
    match task {
        Task::Send(packet) => News::NotSent { packet: packet.digest(), why },
        Task::Fetch(arrival) => News::Failed { packet: Some(arrival.sha256), why },
        Task::Collected(word) => News::Failed { packet: Some(word.payload.packet.0), why },
        Task::List | Task::Roster(_) => News::Failed { packet: None, why },
    }
}
