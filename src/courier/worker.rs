//! A road on a thread of its own: orders go in, news comes out, and nobody who gives an order ever waits.
//!
//! ```text
//!  desk ── order ──▶ queue ─▶ road ─▶ done, or refused for good ──▶ news ──▶ desk
//!                      ▲        │ not reached        (and on the way: how far, and each piece that came)
//!                      └─ pause ┘ (growing, spread by chance; any new order ends it, and so does having come further)
//! ```
//!
//! In one contact the urgent goes first and alone, then words, then the question what waits, then what is small of it,
//! and at last what only follows words and what is large of what waits. Between two pieces of something large there is
//! room for everything that stands before it. Only what comes in small may claim to stand before words: a label is a
//! claim, and whoever makes one must not be able to shut the line with it.
//!
//! The queue here is a working copy. What must not be lost is in the vault, and is ordered again after a restart.

use std::cmp::Reverse;
use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, TryRecvError, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use backon::BackoffBuilder;

use crate::courier::heard::Heard;
use crate::courier::line::Line;
use crate::courier::orders::{Due, Load, News, Order, PIECE, Rank};
use crate::courier::persistence::Persistence;
use crate::courier::road::{Listing, Myself, Road, RoadError};
use crate::domain::ids::Digest;
use crate::domain::precedence::Precedence;
use crate::wire::receipt::CollectionV1;
use crate::wire::statement::{Signed, SignedStatement};

/// News that may lie unread; then the road waits for its reader, so that arrivals never fill the memory.
const UNREAD: usize = 16;

/// One thing to do.
enum Task {
    Send(Box<Load>),
    List,
    Fetch(Due),
    Collected(Box<Signed<CollectionV1>>),
    Roster(Option<u32>),
    Tell(Vec<SignedStatement>),
    Amendments(u64),
}

/// A road at work. Dropping it ends the work after what is being done at the moment; it does not wait for that.
pub struct Worker {
    orders: Sender<Order>,
    news: Receiver<News>,
    seen: Arc<Mutex<Option<Line>>>,
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
        let (queue, ordered, heard) = (VecDeque::new(), VecDeque::new(), Heard::default());
        let seen = Arc::new(Mutex::new(None));
        let seen_too = Arc::clone(&seen);
        let work =
            Work { road, me, persistence, orders: incoming, news: outgoing, queue, ordered, heard, seen };
        thread::Builder::new().name("courier".to_owned()).spawn(move || work.run())?;
        Ok(Self { orders, news, seen: seen_too })
    }

    /// What the line has been seen to do so far.
    pub fn line(&self) -> Option<Line> {
        *self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Gives an order, and tells whether there is still somebody to take it. Never waits.
    pub fn order(&self, order: Order) -> bool {
        self.orders.send(order).is_ok()
    }

    /// Has every news told from a thread of its own, the next when [`Caller::taken`] was said of the one before; nothing
    /// as the last, when the work has ended. `tell` says whether anybody still listens.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn tell_to(self, mut tell: impl FnMut(Option<News>) -> bool + Send + 'static) -> io::Result<Caller> {
        let Self { orders, news, seen } = self;
        let (taken, was_taken) = channel();
        thread::Builder::new().name("courier-news".to_owned()).spawn(move || {
            while let Ok(told) = news.recv() {
                if !tell(Some(told)) || was_taken.recv().is_err() {
                    return;
                }
            }
            tell(None);
        })?;
        Ok(Caller { orders, taken, seen })
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

/// A road at work that tells its news by itself, one after the other. Dropping it ends the work as dropping a
/// [`Worker`] does.
#[derive(Debug)]
pub struct Caller {
    orders: Sender<Order>,
    taken: Sender<()>,
    seen: Arc<Mutex<Option<Line>>>,
}

impl Caller {
    /// Gives an order, and tells whether there is still somebody to take it. Never waits.
    pub fn order(&self, order: Order) -> bool {
        self.orders.send(order).is_ok()
    }

    /// Says that the news that was told is taken in, so that the next is told.
    pub fn taken(&self) {
        // Nobody to hear it: the work has ended.
        let _ = self.taken.send(());
    }

    /// What the line has been seen to do so far.
    pub fn line(&self) -> Option<Line> {
        *self.seen.lock().unwrap_or_else(PoisonError::into_inner)
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
    /// What was ordered while something was on its way.
    ordered: VecDeque<Order>,
    heard: Heard,
    seen: Arc<Mutex<Option<Line>>>,
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
            let Some(mut task) = self.queue.pop_front() else { continue };
            let mut further = false;
            let outcome = self.attempt(&mut task, &mut further);
            *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = self.road.line();
            match outcome {
                Ok(Some(news)) => {
                    pauses = self.persistence.endless().build();
                    self.tell(news)?;
                }
                // Something more urgent came in between.
                Ok(None) => self.put_back(task),
                Err(why) if why.is_passing() => {
                    self.put_back(task);
                    if further {
                        pauses = self.persistence.endless().build();
                    }
                    let next_try = pauses.next().unwrap_or(self.persistence.longest_pause);
                    self.tell(News::Waiting { why, next_try, further })?;
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

    fn put_back(&mut self, task: Task) {
        self.queue.push_front(task);
        self.sort();
    }

    /// The most urgent first; a stable order otherwise.
    fn sort(&mut self) {
        self.queue.make_contiguous().sort_by_key(place);
    }

    fn tell(&self, news: News) -> Result<(), Ended> {
        self.news.send(news).map_err(|_| Ended)
    }

    /// Takes in what was ordered meanwhile; with nothing to do, waits for an order.
    fn take_orders(&mut self) -> Result<(), Ended> {
        while let Some(order) = self.ordered.pop_front() {
            self.take(order)?;
        }
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
            Order::Send(loads) => self.queue.extend(loads.into_iter().map(|load| Task::Send(Box::new(load)))),
            Order::List => self.queue.push_back(Task::List),
            Order::Fetch(due) => self.queue.extend(due.into_iter().map(Task::Fetch)),
            Order::Spare(packet) => self.spare(packet)?,
            Order::Collected(words) => {
                self.queue.extend(words.into_iter().map(|word| Task::Collected(Box::new(word))));
            }
            Order::Roster(held) => self.queue.push_back(Task::Roster(held)),
            Order::Tell(amendments) => self.queue.push_back(Task::Tell(amendments)),
            Order::Amendments(after) => self.queue.push_back(Task::Amendments(after)),
            Order::Stop => return Err(Ended),
        }
        self.sort();
        Ok(())
    }

    /// What is done already cannot be spared; then there is no news of it either.
    fn spare(&mut self, packet: Digest) -> Result<(), Ended> {
        let before = self.queue.len();
        self.queue.retain(|task| !matches!(task, Task::Send(load) if load.packet.digest() == packet));
        if self.queue.len() == before {
            return Ok(());
        }
        self.tell(News::Spared { packet })?;
        if self.queue.is_empty() { self.tell(News::Idle) } else { Ok(()) }
    }

    /// Does one thing; nothing comes of it when something more urgent was ordered meanwhile.
    fn attempt(&mut self, task: &mut Task, further: &mut bool) -> Result<Option<News>, RoadError> {
        match task {
            Task::Send(load) => self.send(load, further),
            Task::List => {
                // What the relay said beside an upload saves a question.
                let heard = self.road.heard();
                self.heard = heard.or(self.heard);
                let listing = match heard.waiting {
                    Some(0) => Listing::default(),
                    _ => self.road.waiting(&self.me)?,
                };
                Ok(Some(News::Listed(listing)))
            }
            Task::Fetch(due) => self.fetch(due, further),
            Task::Collected(word) => {
                self.road.collected(word)?;
                Ok(Some(News::Collected { packet: word.payload.packet.0 }))
            }
            Task::Roster(held) => {
                self.heard = self.road.heard().or(self.heard);
                let known = held.zip(self.heard.epoch).is_some_and(|(held, epoch)| epoch <= held);
                Ok(Some(News::Roster(if known { None } else { self.road.roster(*held)? })))
            }
            Task::Tell(amendments) => {
                let refused = self.road.tell(amendments)?;
                let known = amendments.iter().map(SignedStatement::digest);
                let known = known.filter(|told| refused.as_ref().is_some_and(|no| !no.contains(told)));
                Ok(Some(News::Told { known: known.collect(), refused: refused.unwrap_or_default() }))
            }
            Task::Amendments(after) => {
                self.heard = self.road.heard().or(self.heard);
                let more = self.heard.more_amendments(*after).map(|after| self.road.amendments(after));
                let more = more.transpose()?.flatten();
                // The answer says how far it reaches itself, which is not how far there are any.
                let newest = self.heard.amendments;
                self.heard = self.road.heard().or(self.heard);
                self.heard.amendments = newest.max(self.heard.amendments);
                Ok(Some(News::Amendments(more)))
            }
        }
    }

    fn send(&mut self, load: &mut Load, further: &mut bool) -> Result<Option<News>, RoadError> {
        let (packet, of) = (load.packet.digest(), load.packet.bytes().len() as u64);
        let (tried, rank) = (std::mem::replace(&mut load.tried, true), Rank::of_load(load));
        let (news, orders, ordered) = (&self.news, &self.orders, &mut self.ordered);
        let sent = self.road.send_on(&load.packet, tried, &mut |held| {
            *further = true;
            // Nobody to tell it to is found out when the packet is done.
            let _ = news.send(News::Sending { packet, held, of });
            undisturbed(orders, ordered, rank)
        })?;
        let left = self.left(|task| matches!(task, Task::Send(_)));
        Ok(sent.map(|sent| News::Sent { packet, sent, left }))
    }

    fn fetch(&mut self, due: &mut Due, further: &mut bool) -> Result<Option<News>, RoadError> {
        let (packet, of, rank) = (due.arrival.sha256, due.arrival.size, Rank::of_due(due));
        let (news, orders, ordered) = (&self.news, &self.orders, &mut self.ordered);
        let (before, held) = (due.held.clone(), &mut due.held);
        let bytes = self.road.fetch_on(&due.arrival, before, &mut |place, piece| {
            *further = true;
            held.truncate(usize::try_from(place).unwrap_or(usize::MAX));
            held.extend_from_slice(piece);
            // A small packet comes as a whole; nobody need keep its parts.
            if of > PIECE {
                let _ = news.send(News::Piece { packet, place, bytes: piece.to_vec(), of });
            }
            undisturbed(orders, ordered, rank)
        });
        if matches!(bytes, Err(RoadError::Damaged { .. })) {
            due.held.clear();
        }
        let left = self.left(|task| matches!(task, Task::Fetch(_)));
        Ok(bytes?.map(|bytes| News::Arrived { packet, bytes, left }))
    }

    fn left(&self, like: impl Fn(&Task) -> bool) -> usize {
        self.queue.iter().filter(|task| like(task)).count()
    }
}

/// Where a task stands in the queue: what is urgent, then words, then questions, then what is small of the answers, then
/// what only follows.
fn place(task: &Task) -> (Rank, Reverse<Precedence>, u64) {
    let questions = |order| (Rank::Question, Reverse(Precedence::Flash), order);
    match task {
        Task::Send(load) => {
            let size = if load.follows { load.packet.bytes().len() as u64 } else { 0 };
            (Rank::of_load(load), Reverse(load.packet.label().precedence.0), size)
        }
        // Few bytes, and whose keys are void should be known before anything else is believed there.
        Task::Tell(_) => (Rank::Words, Reverse(Precedence::Flash), 0),
        Task::List => questions(0),
        Task::Roster(_) => questions(1),
        Task::Amendments(_) => questions(2),
        Task::Collected(_) => questions(3),
        Task::Fetch(due) => (Rank::of_due(due), Reverse(due.arrival.precedence), due.arrival.size),
    }
}

/// Listens between two pieces: goes on unless something that goes before was ordered, or the work is to end.
fn undisturbed(orders: &Receiver<Order>, ordered: &mut VecDeque<Order>, rank: Rank) -> bool {
    let mut go_on = true;
    loop {
        match orders.try_recv() {
            Ok(order) => {
                go_on &= match &order {
                    Order::Send(loads) => loads.iter().all(|load| Rank::of_load(load) >= rank),
                    Order::Stop | Order::Spare(_) => false,
                    Order::Fetch(due) => due.iter().all(|due| Rank::of_due(due) >= rank),
                    Order::List
                    | Order::Collected(_)
                    | Order::Roster(_)
                    | Order::Tell(_)
                    | Order::Amendments(_) => true,
                };
                ordered.push_back(order);
            }
            Err(TryRecvError::Empty) => return go_on,
            Err(TryRecvError::Disconnected) => return false,
        }
    }
}

fn gave_up(task: &Task, why: RoadError) -> News {
    match task {
        Task::Send(load) => News::NotSent { packet: load.packet.digest(), why },
        Task::Fetch(due) => News::Failed { packet: Some(due.arrival.sha256), why },
        Task::Collected(word) => News::Failed { packet: Some(word.payload.packet.0), why },
        Task::Roster(_) if matches!(why, RoadError::Damaged { .. }) => News::NoRoster { why },
        Task::List | Task::Roster(_) | Task::Tell(_) | Task::Amendments(_) => {
            News::Failed { packet: None, why }
        }
    }
}
