//! The courier on its own thread: nobody waits for it, and nothing it was given is lost on a bad line.

use std::net::TcpListener;
use std::time::Duration;

use vigilia::courier::orders::{Due, Load, News, Order};
use vigilia::courier::persistence::Persistence;
use vigilia::courier::road::{Arrival, Listing, Myself, Road, RoadError, Sent, Unreached};
use vigilia::courier::worker::Worker;
use vigilia::domain::ids::Digest;
use vigilia::domain::people::{Addressee, Role};
use vigilia::domain::precedence::Precedence;
use vigilia::wire::packet::Packet;
use vigilia::wire::receipt::CollectionV1;
use vigilia::wire::statement::Signed;

use crate::world::{CELL, OBSERVER, World};

/// An address where nobody answers.
fn nowhere() -> String {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string()
}

fn load(packet: Packet) -> Load {
    Load { packet, tried: false, follows: false }
}

fn until_idle(worker: &Worker) -> Vec<News> {
    let mut all = Vec::new();
    loop {
        match worker.wait_for_news().unwrap() {
            News::Idle => return all,
            news => all.push(news),
        }
    }
}

#[test]
fn with_the_relay_down_the_work_is_queued_and_nothing_is_lost() {
    let mut world = World::new(401);
    let mut observer = world.client(OBSERVER, &nowhere());
    let packet = world.report("words");
    let told = observer.send(&packet).unwrap_err();
    assert!(matches!(told, RoadError::NotReached { .. }), "{told:?}");
    assert!(told.is_passing() && told.to_string().contains("queued"));

    let relay = world.relay();
    let mut observer = world.client(OBSERVER, &relay.address());
    assert!(matches!(observer.send(&packet), Ok(Sent::Taken { .. })));
}

#[test]
fn a_courier_sends_the_most_urgent_first_and_brings_what_waits() {
    let mut world = World::new(402);
    let relay = world.relay();
    let to = || Addressee::Role(Role::Cell);
    let routine = world.packet(OBSERVER, to(), b"routine", Precedence::Routine);
    let urgent = world.packet(OBSERVER, to(), b"urgent", Precedence::Immediate);
    let names = [urgent.digest(), routine.digest()];
    let observer = world.client(OBSERVER, &relay.address());
    let worker = Worker::start(observer, world.person(OBSERVER).myself(), Persistence::steady(1)).unwrap();
    assert!(worker.order(Order::Send(vec![load(routine), load(urgent)])));
    let sent: Vec<(Digest, usize)> = until_idle(&worker)
        .into_iter()
        .map(|news| match news {
            News::Sent { packet, sent: Sent::Taken { receipt: Some(_), .. }, left } => (packet, left),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(sent, [(names[0], 1), (names[1], 0)]);

    let cell = world.client(CELL, &relay.address());
    let worker = Worker::start(cell, world.person(CELL).myself(), Persistence::steady(2)).unwrap();
    worker.order(Order::List);
    let listing = match until_idle(&worker).pop() {
        Some(News::Listed(listing)) => listing,
        other => panic!("{other:?}"),
    };
    let due = listing.arrivals.into_iter().rev().map(|arrival| Due { arrival, held: Vec::new() });
    worker.order(Order::Fetch(due.collect()));
    let arrived: Vec<Digest> = until_idle(&worker)
        .into_iter()
        .map(|news| match news {
            News::Arrived { packet, .. } => packet,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(arrived, names);
    worker.order(Order::Collected(names.map(|name| world.collection(CELL, name)).to_vec()));
    assert_eq!(until_idle(&worker).len(), 2);
    worker.order(Order::Roster(Some(1)));
    assert!(matches!(until_idle(&worker)[..], [News::Roster(None)]));
    worker.order(Order::List);
    assert!(matches!(&until_idle(&worker)[..], [News::Listed(listing)] if listing.arrivals.is_empty()));
}

/// A road that is closed for so many tries, then takes everything.
struct Closed {
    tries: usize,
}

impl Road for Closed {
    fn send(&mut self, _: &Packet) -> Result<Sent, RoadError> {
        if self.tries > 0 {
            self.tries -= 1;
            return Err(RoadError::NotReached { why: Unreached::NoConnection });
        }
        Ok(Sent::Taken { receipt: None, waiting: None })
    }

    fn waiting(&mut self, _: &Myself) -> Result<Listing, RoadError> {
        Ok(Listing::default())
    }

    fn fetch(&mut self, _: &Arrival) -> Result<Vec<u8>, RoadError> {
        Err(RoadError::WrongRelay)
    }

    fn collected(&mut self, _: &Signed<CollectionV1>) -> Result<(), RoadError> {
        Ok(())
    }

    fn roster(&mut self, _: Option<u32>) -> Result<Option<Vec<u8>>, RoadError> {
        Ok(None)
    }
}

#[test]
fn a_courier_tells_when_it_will_try_again_and_does() {
    let mut world = World::new(403);
    let packet = world.report("words");
    let name = packet.digest();
    let persistence = Persistence {
        first_pause: Duration::from_micros(10),
        longest_pause: Duration::from_micros(40),
        ..Persistence::steady(3)
    };
    let worker = Worker::start(Closed { tries: 3 }, world.person(OBSERVER).myself(), persistence).unwrap();
    worker.order(Order::Send(vec![load(packet)]));
    let news = until_idle(&worker);
    let waits = news.iter().filter(|news| matches!(news, News::Waiting { .. })).count();
    assert_eq!(waits, 3);
    assert!(matches!(news.last(), Some(News::Sent { packet, .. }) if *packet == name));
}

#[test]
fn a_new_order_or_a_stop_ends_the_pause() {
    let mut world = World::new(404);
    let packet = world.report("words");
    let name = packet.digest();
    let for_ever = Duration::from_secs(100_000);
    let persistence =
        Persistence { first_pause: for_ever, longest_pause: for_ever, ..Persistence::steady(4) };
    let worker = Worker::start(Closed { tries: 2 }, world.person(OBSERVER).myself(), persistence).unwrap();
    worker.order(Order::Send(vec![load(packet)]));
    assert!(matches!(worker.wait_for_news(), Some(News::Waiting { next_try, .. }) if next_try >= for_ever));
    worker.order(Order::List);
    let told = worker.wait_for_news();
    assert!(
        matches!(told, Some(News::Waiting { .. })),
        "words are tried once more, before the question: {told:?}"
    );
    worker.order(Order::Spare(name));
    assert!(matches!(worker.wait_for_news(), Some(News::Spared { packet }) if packet == name));
    assert!(matches!(worker.wait_for_news(), Some(News::Listed(_))), "what can be done is done at once");
    assert!(matches!(worker.wait_for_news(), Some(News::Idle)));
    worker.order(Order::Stop);
    assert!(worker.wait_for_news().is_none());
    assert!(!worker.order(Order::List));
}
