//! What waits is told to those it is for, most urgent first, until they have it.

use std::sync::Arc;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use vigilia::courier::persistence::Persistence;
use vigilia::courier::road::{Road, RoadError, Sent};
use vigilia::domain::people::{Addressee, Role};
use vigilia::domain::precedence::Precedence;
use vigilia::wire::relay_api::{PAGE, ProblemCode};

use crate::flaky_line::FlakyLine;
use crate::raw_line::RawLine;
use crate::world::{CELL, COMMANDER, OBSERVER, OTHER_CELL, OTHER_OBSERVER, Relay, World, now};

#[test]
fn collected_packets_vanish_from_the_list_of_that_member_only() {
    let mut world = World::new(101);
    let relay = world.relay();
    let packet = world.report("for both desks");
    world.client(OBSERVER, &relay.address()).send(&packet).unwrap();
    let (one, two) = (world.person(CELL).myself(), world.person(OTHER_CELL).myself());
    let mut cell = world.client(CELL, &relay.address());
    let mut other = world.client(OTHER_CELL, &relay.address());
    let word = world.collection(CELL, packet.digest());
    cell.collected(&word).unwrap();
    cell.collected(&word).unwrap();
    assert_eq!(cell.waiting(&one).unwrap().arrivals, []);
    let arrivals = other.waiting(&two).unwrap().arrivals;
    assert_eq!(arrivals.len(), 1);
    assert_eq!(other.fetch(&arrivals[0]).unwrap(), packet.bytes());
    other.collected(&world.collection(OTHER_CELL, packet.digest())).unwrap();
    assert_eq!(other.waiting(&two).unwrap().arrivals, []);
}

#[test]
fn nobody_reads_anothers_packets() {
    let mut world = World::new(102);
    let relay = world.relay();
    let commander = world.person(COMMANDER).addressee();
    let packet = world.packet(OBSERVER, commander, b"for my commander alone", Precedence::Routine);
    world.client(OBSERVER, &relay.address()).send(&packet).unwrap();
    let missing = "0".repeat(64);
    for stranger in [OTHER_OBSERVER, CELL] {
        let me = world.person(stranger).myself();
        assert_eq!(world.client(stranger, &relay.address()).waiting(&me).unwrap().arrivals, []);
        let mut line = RawLine::open(&relay.address(), &world.person(stranger).transport);
        let word = world.collection(stranger, packet.digest());
        for (method, ending, body) in
            [("GET", "", &b""[..]), ("HEAD", "", b""), ("POST", "/collected", word.statement.bytes())]
        {
            let foreign = line.ask(&format!("{method} /v1/packets/{}{ending}", packet.digest()), body);
            let none = line.ask(&format!("{method} /v1/packets/{missing}{ending}"), body);
            assert_eq!(foreign.status, 404, "{stranger} {method}");
            assert_eq!((foreign.head, foreign.body), (none.head, none.body), "{stranger} {method}");
        }
    }
    // The sender and the addressee do.
    for known in [OBSERVER, COMMANDER] {
        let mut line = RawLine::open(&relay.address(), &world.person(known).transport);
        assert_eq!(line.ask(&format!("GET /v1/packets/{}", packet.digest()), &[]).body, packet.bytes());
    }
}

#[test]
fn a_member_may_carry_what_another_has_labelled_and_learn_that_it_arrived() {
    let mut world = World::new(103);
    let relay = world.relay();
    let packet = world.report("carried on a stick to the commander");
    let mut commander = world.client(COMMANDER, &relay.address());
    assert!(matches!(commander.send(&packet), Ok(Sent::Taken { .. })));
    let mut line = RawLine::open(&relay.address(), &world.person(COMMANDER).transport);
    let presence = line.ask(&format!("HEAD /v1/packets/{}", packet.digest()), &[]);
    assert_eq!(presence.status, 204);
    assert!(presence.head.contains(&format!("upload-offset: {}\r\n", packet.bytes().len())));
    assert!(presence.head.contains("upload-complete: ?1\r\n"));
    let read = line.ask(&format!("GET /v1/packets/{}", packet.digest()), &[]);
    assert_eq!(read.status, 404, "carrying is not reading");
}

#[test]
fn the_most_urgent_comes_first_and_long_lists_come_in_pages() {
    let mut world = World::new(104);
    let relay = world.relay();
    let mut observer = world.client(OBSERVER, &relay.address());
    for n in 0..PAGE {
        observer.send(&world.report(&format!("routine {n}"))).unwrap();
    }
    let to = || Addressee::Role(Role::Cell);
    let flash = world.packet(OBSERVER, to(), b"now", Precedence::Flash);
    let priority = world.packet(OBSERVER, to(), b"soon", Precedence::Priority);
    observer.send(&priority).unwrap();
    observer.send(&flash).unwrap();
    let mut cell = world.client(CELL, &relay.address());
    let arrivals = cell.waiting(&world.person(CELL).myself()).unwrap().arrivals;
    assert_eq!(arrivals.len(), PAGE + 2);
    assert_eq!([arrivals[0].sha256, arrivals[1].sha256], [flash.digest(), priority.digest()]);
    let mut line = RawLine::open(&relay.address(), &world.person(CELL).transport);
    assert!(line.ask("GET /v1/packets", &[]).text().ends_with("\"more\":true}"));
}

#[test]
fn who_waits_is_told_when_something_arrives() {
    let mut world = World::new(105);
    let relay = world.relay();
    let mut line = RawLine::open(&relay.address(), &world.person(CELL).transport);
    line.say("GET /v1/packets?after=0&wait=60", 0, &[]).unwrap();
    let (told, hears) = channel();
    thread::spawn(move || told.send(line.hear(true).unwrap().text()));
    let packet = world.packet(OBSERVER, Addressee::Role(Role::Cell), b"now", Precedence::Immediate);
    world.client(OBSERVER, &relay.address()).send(&packet).unwrap();
    assert!(hears.recv().unwrap().contains(&packet.digest().to_string()));
}

#[test]
fn who_waits_is_let_go_when_the_relay_stops() {
    let world = World::new(106);
    // The relay looks at its clock when a request has come in; so the test knows when that is.
    let (looked, sees) = channel();
    let clock = Arc::new(move || {
        let _ = looked.send(());
        now()
    });
    let mut config = world.config(&world.data());
    config.limits.grace_seconds = 5;
    let relay = Relay::start_by(&config, clock).unwrap();
    let mut line = RawLine::open(&relay.address(), &world.person(CELL).transport);
    assert_eq!(line.ask("GET /v1/packets", &[]).status, 200);
    while sees.try_recv().is_ok() {}
    line.say("GET /v1/packets?wait=60", 0, &[]).unwrap();
    sees.recv().unwrap();
    relay.running.stop();
    assert_eq!(line.hear(true).unwrap().text(), "{\"packets\":[],\"cursor\":0,\"more\":false}");
}

#[test]
fn who_is_revoked_while_he_waits_is_told_nothing_any_more() {
    let mut world = World::new(110);
    // The relay looks at its clock when a request has come in, and once more when it has found who asks.
    let (looked, sees) = channel();
    let clock = Arc::new(move || {
        let _ = looked.send(());
        now()
    });
    let relay = Relay::start_by(&world.config(&world.data()), clock).unwrap();
    let mut line = RawLine::open(&relay.address(), &world.person(CELL).transport);
    assert_eq!(line.ask("GET /v1/packets", &[]).status, 200);
    while sees.try_recv().is_ok() {}
    line.say("GET /v1/packets?after=0&wait=60", 0, &[]).unwrap();
    sees.recv().unwrap();
    sees.recv().unwrap();
    world.revoke(CELL);
    let packet = world.packet(OBSERVER, Addressee::Role(Role::Cell), b"now", Precedence::Immediate);
    world.client(OBSERVER, &relay.address()).send(&packet).unwrap();
    let answer = line.hear(true).unwrap();
    assert_eq!(answer.status, 403, "{}", answer.text());
    assert!(!answer.text().contains(&packet.digest().to_string()), "{}", answer.text());
    assert!(relay.lines.has("GET /v1/packets 403 not_a_member"), "{:?}", relay.lines.all());
}

#[test]
fn only_an_addressee_collects_and_only_in_his_own_name() {
    let mut world = World::new(107);
    let relay = world.relay();
    let packet = world.report("words");
    world.client(OBSERVER, &relay.address()).send(&packet).unwrap();
    let mut line = RawLine::open(&relay.address(), &world.person(CELL).transport);
    let path = format!("POST /v1/packets/{}/collected", packet.digest());
    let borrowed = world.collection(OTHER_CELL, packet.digest());
    assert_eq!(line.ask(&path, borrowed.statement.bytes()).status, 400);
    let other = world.report("other words");
    let about_another = world.collection(CELL, other.digest());
    assert_eq!(line.ask(&path, about_another.statement.bytes()).status, 400);
    assert_eq!(line.ask(&path, b"no statement").status, 422);
    assert_eq!(line.ask(&path, &[0; 5_000]).status, 413);
    let mut cell = world.client(CELL, &relay.address());
    assert_eq!(cell.waiting(&world.person(CELL).myself()).unwrap().arrivals.len(), 1);
    let told =
        world.client(OBSERVER, &relay.address()).collected(&world.collection(OBSERVER, packet.digest()));
    assert!(matches!(told, Err(RoadError::Refused { code: ProblemCode::NoSuchPacket, .. })));
}

#[test]
fn a_download_goes_on_where_the_line_was_cut() {
    let mut world = World::new(108);
    let relay = world.relay();
    let packet = world.report("words");
    world.client(OBSERVER, &relay.address()).send(&packet).unwrap();
    let mut line = RawLine::open(&relay.address(), &world.person(CELL).transport);
    let rest =
        line.ask(&format!("GET /v1/packets/{} HTTP/1.1\r\nrange: bytes=100-\r\nx:", packet.digest()), &[]);
    assert_eq!(rest.status, 206);
    assert_eq!(rest.body, packet.bytes()[100..]);
    let size = packet.bytes().len();
    assert!(rest.head.contains(&format!("content-range: bytes 100-{}/{size}\r\n", size - 1)));
}

#[test]
fn a_client_whose_download_is_cut_asks_for_the_rest_only() {
    let mut world = World::new(110);
    let relay = world.relay();
    let mut noise = vec![0; 3 << 20];
    vigilia::crypto::dice::fill_from_os(&mut noise).unwrap();
    let packet = world.packet(OBSERVER, Addressee::Role(Role::Cell), &noise, Precedence::Routine);
    world.client(OBSERVER, &relay.address()).send(&packet).unwrap();
    let line = FlakyLine::to(&relay.address());
    let persistence =
        Persistence { tries: 2, first_pause: Duration::from_millis(1), ..Persistence::steady(5) };
    let mut cell = world.client_with(CELL, line.address(), persistence);
    let arrival = cell.waiting(&world.person(CELL).myself()).unwrap().arrivals[0];
    line.break_after(2 << 20);
    assert_eq!(cell.fetch(&arrival).unwrap(), packet.bytes());
    let (_, down) = line.crossed();
    assert!(down < packet.bytes().len() + (1 << 20), "{down} bytes came down");
    relay.lines.wait_for("GET /v1/packets/{sha256} 206");
}

#[test]
fn addresses_that_are_not_there_are_told_in_the_same_form() {
    let world = World::new(109);
    let relay = world.relay();
    let mut line = RawLine::open(&relay.address(), &world.person(CELL).transport);
    for (request, status) in [
        ("GET /", 404),
        ("GET /v2/packets", 404),
        ("DELETE /v1/packets", 405),
        ("GET /v1/packets?afer=1", 400),
        ("GET /v1/packets/nonsense", 400),
    ] {
        let answer = line.ask(request, &[]);
        assert_eq!(answer.status, status, "{request}");
        assert!(answer.text().starts_with("{\"type\":\"about:blank\""), "{request}");
    }
}
