//! A packet comes in, and what was answered lasts.

use std::fs;
use std::path::Path;
use std::time::Duration;

use vigilia::courier::persistence::Persistence;
use vigilia::courier::road::{Road, RoadError, Sent};
use vigilia::domain::marking::Marking;
use vigilia::domain::people::{Addressee, Role};
use vigilia::domain::precedence::Precedence;
use vigilia::relay::server::StartError;
use vigilia::relay::shelf::database::ShelfError;
use vigilia::wire::packet::MOST;
use vigilia::wire::relay_api::ProblemCode;
use vigilia::wire::statement::digest_of;

use crate::flaky_line::FlakyLine;
use crate::raw_line::RawLine;
use crate::tiny_disk::TinyDisk;
use crate::world::{CELL, COMMANDER, OBSERVER, Relay, World};

fn refused(outcome: Result<Sent, RoadError>) -> ProblemCode {
    match outcome {
        Err(RoadError::Refused { code, .. }) => code,
        other => panic!("{other:?}"),
    }
}

fn receipt(sent: &Sent) -> Vec<u8> {
    sent.receipt().unwrap().statement.bytes().to_vec()
}

#[test]
fn the_same_packet_gets_the_same_receipt() {
    let mut world = World::new(1);
    let relay = world.relay();
    let packet = world.report("grey van, plate 12-345-AB");
    let mut observer = world.client(OBSERVER, &relay.address());
    let first = observer.send(&packet).unwrap();
    assert!(matches!(first, Sent::Taken { waiting: Some(0), .. }));
    assert_eq!(first.receipt().unwrap().payload.log_index, 0);
    let again = observer.send(&packet).unwrap();
    assert!(matches!(again, Sent::AlreadyThere { .. }));
    assert_eq!(receipt(&again), receipt(&first));
    // Another carrier with the same packet is told the same.
    let carried = world.client(COMMANDER, &relay.address()).send(&packet).unwrap();
    assert_eq!(receipt(&carried), receipt(&first));
    let second = observer.send(&world.report("same van again")).unwrap();
    assert_eq!(second.receipt().unwrap().payload.log_index, 1);
}

#[test]
fn receipt_lost_then_resent() {
    let mut world = World::new(2);
    let relay = world.relay();
    let line = FlakyLine::to(&relay.address());
    let packet = world.report("three girls, one man, white minibus");
    let mut observer = world.client(OBSERVER, line.address());
    observer.roster(None).unwrap();
    line.swallow_the_next_answer();
    let told = observer.send(&packet).unwrap_err();
    assert!(matches!(told, RoadError::NotReached { .. }), "{told:?}");
    assert!(told.to_string().contains("nothing is lost"));
    let again = observer.send(&packet).unwrap();
    assert!(matches!(again, Sent::AlreadyThere { .. }), "the relay had it: only its word was lost");
    assert_eq!(again.receipt().unwrap().payload.log_index, 0);
}

#[test]
fn a_persistent_client_gets_over_a_broken_line_by_itself() {
    let mut world = World::new(3);
    let relay = world.relay();
    let line = FlakyLine::to(&relay.address());
    let packet = world.report("two lorries without plates");
    let persistence =
        Persistence { tries: 3, first_pause: Duration::from_millis(1), ..Persistence::steady(9) };
    let mut observer = world.client_with(OBSERVER, line.address(), persistence);
    observer.roster(None).unwrap();
    line.swallow_the_next_answer();
    assert!(matches!(observer.send(&packet), Ok(Sent::AlreadyThere { .. })));
}

#[test]
fn a_client_that_is_killed_after_its_last_byte_finds_its_packet_taken_once() {
    let mut world = World::new(4);
    let relay = world.relay();
    let packet = world.report("boat, no lights");
    let mut line = RawLine::open(&relay.address(), &world.person(OBSERVER).transport);
    let bytes = packet.bytes();
    line.say(&format!("PUT /v1/packets/{}", packet.digest()), bytes.len() as u64, bytes).unwrap();
    drop(line);
    let mut observer = world.client(OBSERVER, &relay.address());
    let first = observer.send(&packet).unwrap();
    let again = observer.send(&packet).unwrap();
    assert_eq!(receipt(&first), receipt(&again));
    assert_eq!(first.receipt().unwrap().payload.log_index, 0);
    let next = observer.send(&world.report("another boat")).unwrap();
    assert_eq!(next.receipt().unwrap().payload.log_index, 1, "it has one place in the log, not two");
}

#[test]
fn the_relay_restarted_keeps_everything() {
    let mut world = World::new(5);
    let relay = world.relay();
    let packets: Vec<_> = (0..5).map(|n| world.report(&format!("vehicle {n}"))).collect();
    let mut observer = world.client(OBSERVER, &relay.address());
    let receipts: Vec<_> = packets.iter().map(|packet| receipt(&observer.send(packet).unwrap())).collect();
    let mut cell = world.client(CELL, &relay.address());
    cell.collected(&world.collection(CELL, packets[0].digest())).unwrap();
    relay.running.stop();

    let relay = world.relay();
    let mut cell = world.client(CELL, &relay.address());
    let waiting = cell.waiting(&world.person(CELL).myself()).unwrap().arrivals;
    assert_eq!(waiting.len(), 4, "what was collected stays collected");
    for arrival in &waiting {
        let packet = packets.iter().find(|packet| packet.digest() == arrival.sha256).unwrap();
        assert_eq!(cell.fetch(arrival).unwrap(), packet.bytes());
    }
    let mut observer = world.client(OBSERVER, &relay.address());
    for (packet, first) in packets.iter().zip(&receipts) {
        assert_eq!(&receipt(&observer.send(packet).unwrap()), first);
    }
    let next = observer.send(&world.report("one more")).unwrap();
    assert_eq!(next.receipt().unwrap().payload.log_index, 5);
}

#[test]
fn what_was_answered_survives_a_power_cut() {
    let mut world = World::new(6);
    let relay = world.relay();
    let packet = world.report("house with shutters");
    let first = world.client(OBSERVER, &relay.address()).send(&packet).unwrap();
    // The files as a power cut would leave them: the relay has closed nothing.
    let cut = world.folder.path().join("cut");
    copy(&world.data(), &cut);
    relay.running.stop();
    let after = Relay::start(&world.config(&cut)).unwrap();
    let again = world.client(OBSERVER, &after.address()).send(&packet).unwrap();
    assert!(matches!(again, Sent::AlreadyThere { .. }));
    assert_eq!(receipt(&again), receipt(&first));
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        // The index of the write-ahead log lives in memory and is made anew.
        if !entry.file_name().to_string_lossy().ends_with("-shm") {
            let there = to.join(entry.file_name());
            match entry.path().is_dir() {
                true => copy(&entry.path(), &there),
                false => drop(fs::copy(entry.path(), there).unwrap()),
            }
        }
    }
}

#[test]
fn a_packet_of_another_realm_is_refused() {
    let mut world = World::new(7);
    let relay = world.relay();
    let elsewhere = World::new(7_000).report("from the live realm");
    let mut observer = world.client(OBSERVER, &relay.address());
    assert_eq!(refused(observer.send(&elsewhere)), ProblemCode::BadSender);
    // Not even when the same person holds the same key in both.
    let mut twin = World::new(7);
    let (live, roster) = twin.as_another_realm();
    twin.realm = live;
    twin.roster = roster;
    assert_eq!(twin.person(OBSERVER).myself(), world.person(OBSERVER).myself());
    assert_eq!(refused(observer.send(&twin.report("from the live realm"))), ProblemCode::BadSender);
    assert!(matches!(observer.send(&world.report("at home")), Ok(Sent::Taken { .. })));
}

#[test]
fn a_wrong_name_is_refused() {
    let mut world = World::new(8);
    let relay = world.relay();
    let packet = world.report("words");
    let mut line = RawLine::open(&relay.address(), &world.person(OBSERVER).transport);
    let answer = line.ask(&format!("PUT /v1/packets/{}", digest_of(b"other")), packet.bytes());
    assert_eq!(answer.status, 422);
    assert!(answer.text().contains("\"wrong_name\"") && answer.head.contains("application/problem+json"));
    let capitals = packet.digest().to_string().to_uppercase();
    assert_eq!(line.ask(&format!("PUT /v1/packets/{capitals}"), packet.bytes()).status, 400);
    assert_eq!(line.ask(&format!("HEAD /v1/packets/{}", packet.digest()), &[]).status, 404);
}

#[test]
fn what_is_not_a_packet_or_was_altered_is_refused() {
    let mut world = World::new(9);
    let relay = world.relay();
    let packet = world.report("words");
    let mut line = RawLine::open(&relay.address(), &world.person(OBSERVER).transport);
    let mut altered = packet.bytes().to_vec();
    let last = altered.len() - 1;
    altered[last] ^= 1;
    let longer = [packet.bytes(), &[0]].concat();
    for bad in [&altered, &longer, &packet.bytes()[..40].to_vec(), &vec![]] {
        let answer = line.ask(&format!("PUT /v1/packets/{}", digest_of(bad)), bad);
        assert_eq!(answer.status, 422, "{}", answer.text());
        assert!(answer.text().contains("\"bad_packet\""));
    }
    let signature = world.packet(COMMANDER, Addressee::Role(Role::Cell), b"x", Precedence::Routine);
    let mut forged = signature.bytes().to_vec();
    let label = signature.label_statement().bytes().len();
    forged[label - 1] ^= 1;
    let answer = line.ask(&format!("PUT /v1/packets/{}", digest_of(&forged)), &forged);
    assert!(answer.text().contains("\"bad_sender\""), "{}", answer.text());
}

#[test]
fn oversize_is_refused_without_storing() {
    let world = World::new(10);
    let relay = world.relay();
    let before = stored(&world.data());
    let mut line = RawLine::open(&relay.address(), &world.person(OBSERVER).transport);
    let name = digest_of(b"whatever");
    line.say(&format!("PUT /v1/packets/{name}"), MOST as u64 + 1, &[0; 1_000]).unwrap();
    let answer = line.hear(true).unwrap();
    assert_eq!(answer.status, 413);
    assert!(answer.text().contains("\"too_large\""));
    assert_eq!(stored(&world.data()), before);
}

fn stored(folder: &Path) -> u64 {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().metadata().unwrap().len()).sum()
}

#[test]
fn what_is_marked_above_the_ceiling_is_refused() {
    let mut world = World::new(11);
    let relay = world.relay();
    let to = Addressee::Role(Role::Cell);
    let packet = world.marked_packet(OBSERVER, to, b"x", Precedence::Routine, Marking::Restricted);
    let told = world.client(OBSERVER, &relay.address()).send(&packet);
    assert_eq!(refused(told), ProblemCode::AboveCeiling);
}

#[test]
fn a_large_packet_goes_through_the_relay_unchanged() {
    let mut world = World::new(12);
    let relay = world.relay();
    let mut noise = vec![0; 3 << 20];
    vigilia::crypto::dice::fill_from_os(&mut noise).unwrap();
    let packet = world.packet(OBSERVER, Addressee::Role(Role::Cell), &noise, Precedence::Routine);
    assert!(packet.bytes().len() > 3 << 20);
    world.client(OBSERVER, &relay.address()).send(&packet).unwrap();
    let mut cell = world.client(CELL, &relay.address());
    let listing = cell.waiting(&world.person(CELL).myself()).unwrap();
    assert_eq!(cell.fetch(&listing.arrivals[0]).unwrap(), packet.bytes());
}

#[test]
fn an_upload_that_stalls_is_cut_off_and_leaves_nothing() {
    let mut world = World::new(13);
    let mut config = world.config(&world.data());
    config.limits.patience_seconds = 1;
    let relay = Relay::start(&config).unwrap();
    let packet = world.report("words");
    let mut line = RawLine::open(&relay.address(), &world.person(OBSERVER).transport);
    line.say(
        &format!("PUT /v1/packets/{}", packet.digest()),
        packet.bytes().len() as u64,
        &packet.bytes()[..9],
    )
    .unwrap();
    assert_eq!(line.hear(true).unwrap().status, 408);
    assert!(line.hear(true).is_err(), "the connection is closed");
    assert!(matches!(world.client(OBSERVER, &relay.address()).send(&packet), Ok(Sent::Taken { .. })));
}

#[test]
fn a_full_disk_takes_nothing_and_loses_nothing() {
    let Some(disk) = TinyDisk::of(2_048) else { return };
    let mut world = World::new(14);
    let relay = Relay::start(&world.config(&disk.path().join("shelf"))).unwrap();
    let mut observer = world.client(OBSERVER, &relay.address());
    let first = world.report("before");
    let first_receipt = receipt(&observer.send(&first).unwrap());
    disk.fill_up_to(8);
    let mut noise = vec![0; 100 << 10];
    vigilia::crypto::dice::fill_from_os(&mut noise).unwrap();
    let next = world.packet(OBSERVER, Addressee::Role(Role::Cell), &noise, Precedence::Routine);
    let told = observer.send(&next).unwrap_err();
    assert!(told.is_passing(), "{told:?}");
    assert!(matches!(told, RoadError::Refused { code: ProblemCode::CannotStore, .. }), "{told:?}");
    assert!(relay.lines.has("the disk is full"), "{:?}", relay.lines.all());
    disk.make_room();
    assert_eq!(receipt(&observer.send(&first).unwrap()), first_receipt);
    let taken = observer.send(&next).unwrap();
    assert!(matches!(taken, Sent::Taken { .. }));
    assert_eq!(taken.receipt().unwrap().payload.log_index, 1, "no gap in the log");
}

#[test]
fn many_who_send_at_once_get_places_without_gaps() {
    let mut world = World::new(18);
    let relay = world.relay();
    let packets: Vec<_> = (0..96).map(|n| world.report(&format!("vehicle {n}"))).collect();
    let mut places: Vec<u64> = std::thread::scope(|scope| {
        let senders: Vec<_> = packets
            .chunks(6)
            .map(|own| {
                let mut observer = world.client(OBSERVER, &relay.address());
                scope.spawn(move || {
                    let sent = own.iter().map(|packet| observer.send(packet).unwrap());
                    sent.map(|sent| sent.receipt().unwrap().payload.log_index).collect::<Vec<_>>()
                })
            })
            .collect();
        senders.into_iter().flat_map(|sender| sender.join().unwrap()).collect()
    });
    places.sort_unstable();
    assert_eq!(places, (0..96).collect::<Vec<_>>());
}

#[test]
fn a_shelf_of_another_realm_is_left_alone() {
    let world = World::new(15);
    world.relay().running.stop();
    let other = World::new(16);
    let told = Relay::start(&other.config(&world.data())).err().unwrap();
    assert!(matches!(told, StartError::Shelf(ShelfError::OtherRealm)), "{told}");
}

#[test]
fn the_log_never_tells_what_is_carried() {
    let mut world = World::new(17);
    let relay = world.relay();
    let packet = world.report("a name that must not be seen");
    world.client(OBSERVER, &relay.address()).send(&packet).unwrap();
    relay.lines.wait_for("PUT /v1/packets/{sha256} 201");
    let lines = relay.lines.all().join("\n");
    assert!(lines.contains(OBSERVER));
    assert!(!lines.contains(&packet.digest().to_string()) && !lines.contains(&packet.digest().short()));
}
