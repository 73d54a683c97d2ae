//! Packets carried on a stick, and everything that happens to sticks.

use std::fs;

use vigilia::courier::folder::{Folder, ROSTER_FILE, file_name};
use vigilia::courier::road::{DiskError, Road, RoadError, Sent};
use vigilia::domain::people::{Addressee, Role};
use vigilia::domain::precedence::Precedence;
use vigilia::wire::packet::MOST;

use crate::tiny_disk::TinyDisk;
use crate::world::{CELL, COMMANDER, OBSERVER, World};

#[test]
fn a_packet_goes_by_stick_and_then_by_relay_and_is_the_same() {
    let mut world = World::new(301);
    let stick = tempfile::tempdir().unwrap();
    let mut folder = Folder::open(stick.path()).unwrap();
    let packet = world.report("carried out of the valley");
    assert_eq!(folder.send(&packet), Ok(Sent::Taken { receipt: None, waiting: None }));
    assert_eq!(folder.send(&packet), Ok(Sent::AlreadyThere { receipt: None, waiting: None }));

    let cell = world.person(CELL).myself();
    let listing = folder.waiting(&cell).unwrap();
    assert_eq!((listing.arrivals.len(), listing.unusable.len()), (1, 0));
    assert_eq!(folder.fetch(&listing.arrivals[0]).unwrap(), packet.bytes());
    let relay = world.relay();
    let mut commander = world.client(COMMANDER, &relay.address());
    let carried = folder.everything().unwrap().arrivals;
    let bytes = folder.fetch(&carried[0]).unwrap();
    let carried =
        vigilia::wire::packet::UnverifiedPacket::parse(bytes).unwrap().verify(&world.roster).unwrap();
    assert!(matches!(commander.send(&carried), Ok(Sent::Taken { .. })));
}

#[test]
fn everybody_finds_his_own_on_a_shared_stick_most_urgent_first() {
    let mut world = World::new(302);
    let stick = tempfile::tempdir().unwrap();
    let mut folder = Folder::open(stick.path()).unwrap();
    let commander = world.person(COMMANDER).addressee();
    let mine = world.packet(OBSERVER, commander.clone(), b"routine", Precedence::Routine);
    let urgent = world.packet(OBSERVER, commander, b"urgent", Precedence::Immediate);
    let foreign = world.report("for the cell");
    for packet in [&mine, &urgent, &foreign] {
        folder.send(packet).unwrap();
    }
    let listing = folder.waiting(&world.person(COMMANDER).myself()).unwrap();
    let found: Vec<_> = listing.arrivals.iter().map(|arrival| arrival.sha256).collect();
    assert_eq!(found, [urgent.digest(), mine.digest()]);
    assert_eq!(listing.for_others, 1);
}

#[test]
fn a_bad_file_is_told_of_and_stops_nothing() {
    let mut world = World::new(303);
    let stick = tempfile::tempdir().unwrap();
    let mut folder = Folder::open(stick.path()).unwrap();
    let packet = world.report("good");
    folder.send(&packet).unwrap();
    let at = |name: &str| stick.path().join(name);
    let damaged = world.report("damaged");
    fs::write(at(&file_name(damaged.digest())), &damaged.bytes()[..100]).unwrap();
    fs::write(at("holiday.vigilia"), b"x").unwrap();
    let rubbish = vigilia::wire::statement::digest_of(b"rubbish");
    fs::write(at(&file_name(rubbish)), b"rubbish").unwrap();
    let huge = fs::File::create(at(&file_name(vigilia::wire::statement::digest_of(b"huge")))).unwrap();
    huge.set_len(MOST as u64 + 1).unwrap();
    fs::create_dir(at(&file_name(vigilia::wire::statement::digest_of(b"folder")))).unwrap();
    fs::write(at("letter.txt"), b"not ours").unwrap();

    let listing = folder.waiting(&world.person(CELL).myself()).unwrap();
    assert_eq!(listing.arrivals.len(), 1);
    let why: Vec<String> = listing.unusable.iter().map(|bad| bad.why.to_string()).collect();
    assert_eq!(why.len(), 5, "{why:?}");
    for reason in
        ["damaged or cut off", "not the digest", "not a packet", "larger than any", "not an ordinary file"]
    {
        assert!(why.iter().any(|why| why.contains(reason)), "{reason} in {why:?}");
    }
    assert_eq!(fs::read_dir(stick.path()).unwrap().count(), 7, "everything is left where it lies");

    assert_eq!(folder.send(&damaged), Ok(Sent::Taken { receipt: None, waiting: None }), "and repaired");
    assert_eq!(fs::read(at(&file_name(damaged.digest()))).unwrap(), damaged.bytes());
}

#[test]
fn half_written_leftovers_are_ignored() {
    let mut world = World::new(304);
    let stick = tempfile::tempdir().unwrap();
    let mut folder = Folder::open(stick.path()).unwrap();
    let packet = world.report("good");
    fs::write(stick.path().join(".vigilia-a1b2c3.part"), &packet.bytes()[..50]).unwrap();
    fs::write(stick.path().join(format!("._{}", file_name(packet.digest()))), b"a system's own").unwrap();
    let cell = world.person(CELL).myself();
    let listing = folder.waiting(&cell).unwrap();
    assert_eq!((listing.arrivals, listing.unusable), (vec![], vec![]));
    folder.send(&packet).unwrap();
    assert_eq!(folder.waiting(&cell).unwrap().arrivals.len(), 1);
}

#[test]
fn a_full_stick_takes_nothing_and_shows_nothing_half() {
    let Some(disk) = TinyDisk::of(64) else { return };
    let mut world = World::new(305);
    let mut folder = Folder::open(disk.path()).unwrap();
    let small = world.report("small");
    folder.send(&small).unwrap();
    let mut noise = vec![0; 100_000];
    vigilia::crypto::dice::fill_from_os(&mut noise).unwrap();
    let large = world.packet(OBSERVER, Addressee::Role(Role::Cell), &noise, Precedence::Routine);
    let told = folder.send(&large).unwrap_err();
    assert_eq!(told, RoadError::Disk(DiskError::Full { folder: disk.path().to_owned() }));
    assert!(told.to_string().contains("still queued"));
    let names: Vec<_> = fs::read_dir(disk.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, [file_name(small.digest()).as_str()], "not even a leftover");
    assert_eq!(folder.waiting(&world.person(CELL).myself()).unwrap().arrivals.len(), 1);
}

#[test]
fn a_write_protected_stick_can_be_read_and_says_why_it_cannot_be_written() {
    let Some(disk) = TinyDisk::of(256) else { return };
    let mut world = World::new(306);
    let mut folder = Folder::open(disk.path()).unwrap();
    let packet = world.report("on it already");
    folder.send(&packet).unwrap();
    disk.write_protect();
    let cell = world.person(CELL).myself();
    let arrivals = folder.waiting(&cell).unwrap().arrivals;
    assert_eq!(folder.fetch(&arrivals[0]).unwrap(), packet.bytes());
    folder.collected(&world.collection(CELL, packet.digest())).unwrap();
    assert!(matches!(folder.send(&packet), Ok(Sent::AlreadyThere { .. })));
    let told = folder.send(&world.report("another")).unwrap_err();
    assert_eq!(told, RoadError::Disk(DiskError::ReadOnly { folder: disk.path().to_owned() }));
}

#[test]
fn a_stick_that_is_pulled_out_is_told_as_such() {
    let mut world = World::new(307);
    let outside = tempfile::tempdir().unwrap();
    let path = outside.path().join("stick");
    fs::create_dir(&path).unwrap();
    let mut folder = Folder::open(&path).unwrap();
    let packet = world.report("words");
    folder.send(&packet).unwrap();
    let cell = world.person(CELL).myself();
    let arrivals = folder.waiting(&cell).unwrap().arrivals;
    fs::remove_dir_all(&path).unwrap();
    let gone = || RoadError::Disk(DiskError::Gone { folder: path.clone() });
    assert_eq!(folder.send(&packet).unwrap_err(), gone());
    assert_eq!(folder.waiting(&cell).unwrap_err(), gone());
    assert_eq!(folder.fetch(&arrivals[0]).unwrap_err(), gone());
    assert_eq!(folder.roster(None).unwrap_err(), gone());
    assert!(!path.exists(), "it is not made anew on the disk behind it");
}

#[test]
fn a_roster_travels_on_the_stick_too() {
    let mut world = World::new(308);
    let stick = tempfile::tempdir().unwrap();
    let mut folder = Folder::open(stick.path()).unwrap();
    assert_eq!(folder.roster(None), Ok(None));
    folder.leave_roster(&world.roster).unwrap();
    world.decree(|_| ());
    folder.leave_roster(&world.roster).unwrap();
    assert!(stick.path().join(ROSTER_FILE).exists());
    assert_eq!(folder.roster(None).unwrap().unwrap(), world.roster.bytes());
}
