//! The worst roads there are: cut every few seconds, dead without a word, restarted at either end, changed in the
//! middle. Everything arrives, once, and little is sent twice.

use std::sync::Arc;
use std::time::Duration;

use rustls::HandshakeKind;
use vigilia::courier::pace::Patience;
use vigilia::courier::persistence::Persistence;
use vigilia::courier::relay_client::RelayClient;
use vigilia::courier::road::{Arrival, Road, RoadError, Sent};
use vigilia::crypto::handshake::calling;
use vigilia::domain::ids::Digest;
use vigilia::domain::people::{Addressee, Role};
use vigilia::domain::precedence::Precedence;
use vigilia::domain::trouble::Trouble;
use vigilia::vault::packets::RoadName;
use vigilia::wire::packet::Packet;
use vigilia::wire::relay_api::ProblemCode;

use crate::flaky_line::{FlakyLine, Shape};
use crate::raw_line::RawLine;
use crate::support::realm::{SeededDice, cast, noon};
use crate::support::sightings::files_a_report;
use crate::world::{CELL, COMMANDER, OBSERVER, Relay, World};

/// A packet with so many bytes that cannot be made smaller.
fn photograph(world: &mut World, bytes: usize) -> Packet {
    let mut noise = vec![0; bytes];
    vigilia::crypto::dice::fill_from_os(&mut noise).unwrap();
    world.packet(OBSERVER, Addressee::Role(Role::Cell), &noise, Precedence::Routine)
}

fn stubborn() -> Persistence {
    let tick = Duration::from_millis(1);
    Persistence { tries: 20, first_pause: tick, longest_pause: tick, ..Persistence::steady(5) }
}

fn arrival(packet: &Packet) -> Arrival {
    let size = packet.bytes().len() as u64;
    Arrival { sha256: packet.digest(), size, precedence: Precedence::Routine }
}

/// The bound that a line which breaks must keep: a quarter more than the packet, and 4 KiB a contact.
fn assert_little_was_sent_twice(line: &FlakyLine, packet: &Packet) {
    let (size, contacts) = (packet.bytes().len(), line.contacts());
    let most = size + size / 4 + 4_096 * contacts;
    eprintln!(
        "{size} bytes: {} crossed in {contacts} contacts, {} s at 64 kbit/s and 800 ms",
        line.total(),
        line.link_time(64_000, Duration::from_millis(800)).as_secs()
    );
    assert!(line.total() <= most, "{} of {most} bytes in {contacts} contacts", line.total());
}

#[test]
fn a_large_photograph_gets_through_a_line_that_breaks_every_few_seconds() {
    let mut world = World::new(501);
    let relay = world.relay();
    let packet = photograph(&mut world, 1 << 20);
    let shape = Shape { cut: Some((20 << 10, 40 << 10, 7)), ..Shape::default() };
    let line = FlakyLine::shaped(&relay.address(), shape);
    let mut observer = world.client_with(OBSERVER, line.address(), stubborn());
    let mut came = Vec::new();
    let sent = observer.send_on(&packet, false, &mut |held| {
        came.push(held);
        true
    });
    assert!(matches!(sent, Ok(Some(Sent::Taken { .. } | Sent::AlreadyThere { .. }))), "{sent:?}");
    assert!(line.contacts() > 25, "{}", line.contacts());
    assert!(came.is_sorted(), "what the relay holds is never lost again: {came:?}");
    assert_little_was_sent_twice(&line, &packet);

    let line = FlakyLine::shaped(&relay.address(), Shape { cut: Some((20 << 10, 40 << 10, 8)), ..shape });
    let mut cell = world.client_with(CELL, line.address(), stubborn());
    assert_eq!(cell.fetch(&arrival(&packet)).unwrap(), packet.bytes());
    assert!(line.contacts() > 25, "{}", line.contacts());
    assert_little_was_sent_twice(&line, &packet);
}

#[test]
fn a_batch_of_twenty_takes_fifteen_seconds_of_a_poor_line_and_says_what_waits() {
    let mut world = World::new(502);
    let relay = world.relay();
    // As large as twenty reports of 460 bytes, the most one may take.
    let mut noise = vec![0; 5_300];
    vigilia::crypto::dice::fill_from_os(&mut noise).unwrap();
    let batch = world.packet(COMMANDER, Addressee::Role(Role::Cell), &noise, Precedence::Routine);
    assert!((8_900..=9_700).contains(&batch.bytes().len()), "{}", batch.bytes().len());
    let line = FlakyLine::to(&relay.address());
    let mut commander = world.client(COMMANDER, line.address());
    let sent = commander.send(&batch).unwrap();
    assert!(sent.receipt().is_some());
    let heard = commander.heard();
    assert_eq!((heard.waiting, heard.epoch), (Some(0), Some(1)), "nothing is left to ask");
    assert_eq!(line.contacts(), 1);
    for (bits, most) in [(9_600, 15), (2_400, 60), (64_000, 6)] {
        let time = line.link_time(bits, Duration::from_millis(800));
        eprintln!("{} bytes both ways, {} turns: {time:?} at {bits} bit/s", line.total(), line.turns());
        assert!(time <= Duration::from_secs(most), "{time:?} at {bits} bit/s");
    }
}

#[test]
fn a_line_that_falls_silent_is_given_up_and_what_came_before_is_kept() {
    let mut world = World::new(503);
    let relay = world.relay();
    let packet = photograph(&mut world, 60 << 10);
    let shape = Shape { hang: Some((2, 9_000)), ..Shape::default() };
    let line = FlakyLine::shaped(&relay.address(), shape);
    let patience = Patience { answer: Duration::from_secs(1), slowest: 1 << 20, ..Patience::default() };
    let key = &world.person(OBSERVER).transport;
    let roster = Arc::clone(&world.roster);
    let mut observer = RelayClient::with_patience(line.address(), key, roster, stubborn(), patience).unwrap();
    assert!(observer.send(&packet).unwrap().receipt().is_some());
    assert!(line.contacts() >= 3);
}

/// Sends until the line breaks, and tells how much of the packet the relay holds then.
fn half_sent(world: &World, relay: &Relay, packet: &Packet) -> u64 {
    let shape = Shape { cut: Some((30 << 10, 30 << 10, 1)), ..Shape::default() };
    let line = FlakyLine::shaped(&relay.address(), shape);
    let told = world.client(OBSERVER, line.address()).send(packet).unwrap_err();
    assert!(matches!(told, RoadError::NotReached { .. }), "{told:?}");
    let mut raw = RawLine::open(&relay.address(), &world.person(OBSERVER).transport);
    let answer = raw.ask(&format!("HEAD /v1/packets/{}", packet.digest()), &[]);
    assert_eq!(answer.status, 204);
    assert!(answer.head.contains("upload-complete: ?0"), "{}", answer.head);
    let offset = answer.head.split("upload-offset: ").nth(1).unwrap().lines().next().unwrap();
    offset.trim().parse().unwrap()
}

#[test]
fn an_upload_goes_on_after_both_ends_were_restarted() {
    let mut world = World::new(504);
    let relay = world.relay();
    let packet = photograph(&mut world, 200 << 10);
    let held = half_sent(&world, &relay, &packet);
    assert!(held > 20 << 10, "{held}: at most a step is lost with the line");
    drop(relay);
    let relay = world.relay();
    let line = FlakyLine::to(&relay.address());
    let mut observer = world.client(OBSERVER, line.address());
    let sent = observer.send_on(&packet, true, &mut |_| true).unwrap().unwrap();
    assert!(matches!(sent, Sent::Taken { .. }));
    let left = packet.bytes().len() - usize::try_from(held).unwrap();
    assert!(line.total() < left + left / 20 + 8_192, "{} for {left} bytes", line.total());
    let mut cell = world.client(CELL, &relay.address());
    assert_eq!(cell.fetch(&arrival(&packet)).unwrap(), packet.bytes());
}

#[test]
fn a_packet_that_is_half_sent_and_came_by_another_road_is_known() {
    let mut world = World::new(505);
    let relay = world.relay();
    let packet = photograph(&mut world, 200 << 10);
    half_sent(&world, &relay, &packet);
    // The commander found it on a stick, and his line is better.
    let brought = world.client(COMMANDER, &relay.address()).send(&packet).unwrap();
    let line = FlakyLine::to(&relay.address());
    let mut observer = world.client(OBSERVER, line.address());
    let sent = observer.send_on(&packet, true, &mut |_| true).unwrap().unwrap();
    assert!(matches!(sent, Sent::AlreadyThere { .. }));
    assert_eq!(
        sent.receipt().unwrap().statement.bytes(),
        brought.receipt().unwrap().statement.bytes(),
        "one packet, one receipt"
    );
    assert!(line.total() < 8_192, "{} bytes to learn it", line.total());
}

#[test]
fn nobody_sees_a_packet_that_is_not_whole_and_nobody_else_can_go_on_with_it() {
    let mut world = World::new(506);
    let relay = world.relay();
    let packet = photograph(&mut world, 100 << 10);
    half_sent(&world, &relay, &packet);
    let cell = world.person(CELL);
    assert!(world.client(CELL, &relay.address()).waiting(&cell.myself()).unwrap().arrivals.is_empty());
    let mut raw = RawLine::open(&relay.address(), &cell.transport);
    assert_eq!(raw.ask(&format!("HEAD /v1/packets/{}", packet.digest()), &[]).status, 404);
    assert_eq!(raw.ask(&format!("GET /v1/packets/{}", packet.digest()), &[]).status, 404);
}

#[test]
fn rubbish_in_the_rest_of_a_packet_makes_none_and_costs_only_its_sender() {
    let mut world = World::new(507);
    let relay = world.relay();
    let packet = photograph(&mut world, 100 << 10);
    let held = half_sent(&world, &relay, &packet);
    let rest = vec![0; packet.bytes().len() - usize::try_from(held).unwrap()];
    let mut raw = RawLine::open(&relay.address(), &world.person(OBSERVER).transport);
    let path = format!("PATCH /v1/packets/{}", packet.digest());
    let ask = |raw: &mut RawLine, from: u64, of: usize, body: &[u8]| {
        let heads = format!("{path} HTTP/1.1\r\nhost: relay\r\nupload-offset: {from}\r\nupload-length: {of}");
        raw.whisper(&format!("{heads}\r\ncontent-length: {}\r\n\r\n", body.len())).unwrap();
        raw.bytes(body).unwrap();
        raw.hear(true).unwrap()
    };
    let answer = ask(&mut raw, held - 1, packet.bytes().len(), &rest[..1]);
    assert_eq!(answer.status, 409, "{}", answer.text());
    assert!(answer.head.contains(&format!("upload-offset: {held}")), "{}", answer.head);
    assert_eq!(ask(&mut raw, held, packet.bytes().len(), &rest).status, 422);
    let mut raw = RawLine::open(&relay.address(), &world.person(OBSERVER).transport);
    assert_eq!(raw.ask(&format!("HEAD /v1/packets/{}", packet.digest()), &[]).status, 404, "it is forgotten");
    assert_eq!(ask(&mut raw, 0, (64 << 20) + 1, b"x").status, 413);
    let mut observer = world.client(OBSERVER, &relay.address());
    assert!(matches!(observer.send(&packet), Ok(Sent::Taken { .. })));
}

#[test]
fn a_revocation_bites_on_a_resumed_session() {
    let mut world = World::new(508);
    let relay = world.relay();
    let settings = calling(&world.person(OBSERVER).transport, Arc::new(|_| true)).unwrap();
    let mut line = RawLine::open_with(&relay.address(), settings.clone());
    assert_eq!(line.ask("GET /v1/packets", &[]).status, 200);
    assert_eq!(line.tls().handshake_kind(), Some(HandshakeKind::Full));
    let mut again = RawLine::open_with(&relay.address(), settings.clone());
    assert_eq!(again.ask("GET /v1/packets", &[]).status, 200);
    assert_eq!(again.tls().handshake_kind(), Some(HandshakeKind::Resumed));
    world.revoke(OBSERVER);
    let mut late = RawLine::open_with(&relay.address(), settings);
    let answer = late.ask("GET /v1/packets", &[]);
    assert_eq!(late.tls().handshake_kind(), Some(HandshakeKind::Resumed), "the line itself does not know");
    assert_eq!(answer.status, 403);
    assert!(answer.text().contains("\"not_a_member\""));
    let mut client = world.client(OBSERVER, &relay.address());
    let told = client.waiting(&world.person(OBSERVER).myself()).unwrap_err();
    assert_eq!(told, RoadError::refused(ProblemCode::NotAMember));
}

#[test]
fn what_came_in_part_is_kept_in_the_vault_up_to_the_first_gap() {
    let mut cast = cast();
    let packet = Digest::from_bytes([7; 32]);
    let vault = cast.observer.vault();
    vault.keep_piece(packet, 0, b"one ", noon(0)).unwrap();
    vault.keep_piece(packet, 4, b"two ", noon(1)).unwrap();
    vault.keep_piece(packet, 9, b"after a gap", noon(2)).unwrap();
    assert_eq!(vault.came_before(packet).unwrap(), b"one two ");
    vault.keep_piece(packet, 4, b"2 ", noon(3)).unwrap();
    assert_eq!(vault.came_before(packet).unwrap(), b"one 2 ", "what came after is begun again too");
    vault.forget_pieces(packet).unwrap();
    assert!(vault.came_before(packet).unwrap().is_empty());
}

#[test]
fn what_stopped_a_packet_is_kept_until_the_road_has_all_of_it() {
    let mut cast = cast();
    files_a_report(&mut cast.observer, noon(0), 5);
    let packet = cast.observer.pack(noon(1), &mut SeededDice(9)).unwrap()[0];
    let vault = cast.observer.vault();
    assert_eq!(vault.under_way(packet, RoadName::Relay).unwrap(), None);
    vault.setting_out(packet, RoadName::Relay, noon(2)).unwrap();
    vault.came_as_far(packet, RoadName::Relay, 900, noon(3)).unwrap();
    vault.stopped(&[packet], RoadName::Relay, Trouble::CutOff, Some(noon(9)), noon(4)).unwrap();
    let under_way = vault.under_way(packet, RoadName::Relay).unwrap().unwrap();
    assert_eq!((under_way.held, under_way.tries), (900, 1));
    assert_eq!((under_way.trouble, under_way.next_try), (Some(Trouble::CutOff), Some(noon(9))));
    vault.carried(packet, RoadName::Folder, noon(5)).unwrap();
    assert!(vault.under_way(packet, RoadName::Relay).unwrap().is_some(), "another road is another road");
    vault.carried(packet, RoadName::Relay, noon(6)).unwrap();
    assert_eq!(vault.under_way(packet, RoadName::Relay).unwrap(), None);
}
