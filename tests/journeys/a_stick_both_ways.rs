//! The Transfer screen's work: reports out on a stick, answers in from it, whatever happens to the stick.

use std::fs;
use std::path::Path;

use vigilia::courier::folder::Folder;
use vigilia::courier::road::{DiskError, RoadError};
use vigilia::desks::carrying::exchange::{Correspondent, Exchange, exchange_into};
use vigilia::desks::carrying::transfer::{
    Reading, TransferError, Writing, Written, read_folder, write_to_folder,
};
use vigilia::desks::commander::Judgement;
use vigilia::desks::observer::ObserverDesk;
use vigilia::domain::code::Coded;
use vigilia::domain::draft::DraftField;
use vigilia::domain::observation::Language;
use vigilia::domain::people::Addressee;
use vigilia::vault::packets::{OutgoingPacket, RoadName};

use crate::support::realm::{Cast, SeededDice, cast, noon};
use crate::support::sightings::{files_a_report, grey_van};
use crate::tiny_disk::TinyDisk;

fn write(desk: &mut dyn Correspondent, stick: &Path, minute: u32) -> Result<Written, TransferError> {
    write_to_folder(desk, stick, noon(minute), &mut SeededDice(u64::from(minute) + 100), &mut |_| {})
}

/// A report with an attachment that travels in a packet of its own.
fn files_a_report_with_a_photo(cast: &mut Cast, seed: u64) {
    let mut noise = vec![0; 100_000];
    vigilia::crypto::dice::fill_from_os(&mut noise).unwrap();
    let desk = &mut cast.observer;
    let draft = desk.begin(Language::English, noon(0), &mut SeededDice(seed)).unwrap();
    let whole = grey_van(draft.clone(), noon(0));
    for field in DraftField::ALL.iter().filter(|field| **field != DraftField::Attachments) {
        desk.save(&whole, *field, noon(0)).unwrap();
    }
    desk.attach(draft.id, &noise, noon(0)).unwrap();
    desk.file(draft.id, noon(0)).unwrap();
}

#[test]
fn what_lies_on_the_stick_already_is_not_counted_again() {
    let mut cast = cast();
    files_a_report(&mut cast.observer, noon(0), 5);
    let waiting = cast.observer.waiting().unwrap();
    assert_eq!((waiting.unpacked, waiting.packets.len()), (1, 0));
    let stick = tempfile::tempdir().unwrap();
    let first = write(&mut cast.observer, stick.path(), 1).unwrap();
    assert_eq!((first.new, first.already, first.of), (1, 0, 1));
    assert_eq!(first.bytes, first.of_bytes);
    let waiting = cast.observer.waiting().unwrap();
    assert_eq!(
        (waiting.unpacked, waiting.packets[0].by_folder, waiting.packets[0].reports),
        (0, Some(noon(1)), 1)
    );
    assert!(!waiting.packets[0].is_unsent());

    let again = write(&mut cast.observer, stick.path(), 2).unwrap();
    assert_eq!((again.new, again.already), (0, 1));
    // Another stick gets it anew: the first one may be lost on the way.
    let other = tempfile::tempdir().unwrap();
    assert_eq!(write(&mut cast.observer, other.path(), 3).unwrap().new, 1);
    // A damaged copy on the first stick is mended, and that counts.
    let file = fs::read_dir(stick.path()).unwrap().next().unwrap().unwrap().path();
    fs::write(&file, b"damaged").unwrap();
    assert_eq!(write(&mut cast.observer, stick.path(), 4).unwrap().new, 1);
}

#[test]
fn answers_come_back_and_bad_files_stop_nothing() {
    let mut cast = cast();
    let stick = tempfile::tempdir().unwrap();
    files_a_report(&mut cast.observer, noon(0), 5);
    write(&mut cast.observer, stick.path(), 1).unwrap();
    read_folder(&mut cast.commander, stick.path(), noon(2), &mut |_| {}).unwrap();
    cast.commander.forward(noon(60 * 24 * 9), &mut SeededDice(8)).unwrap();
    write(&mut cast.commander, stick.path(), 13_000).unwrap();
    read_folder(&mut cast.cell, stick.path(), noon(13_001), &mut |_| {}).unwrap();
    write(&mut cast.cell, stick.path(), 13_002).unwrap();
    read_folder(&mut cast.commander, stick.path(), noon(13_003), &mut |_| {}).unwrap();
    write(&mut cast.commander, stick.path(), 13_004).unwrap();

    fs::write(stick.path().join("holiday.vigilia"), b"x").unwrap();
    let mut told = Vec::new();
    let came = read_folder(&mut cast.observer, stick.path(), noon(13_005), &mut |read| {
        told.push((read.done, read.of));
    })
    .unwrap();
    assert_eq!((came.answers(), came.read.len(), came.again, came.unusable.len()), (1, 1, 0, 1));
    assert!(came.for_others > 0, "his own reports lie there too");
    assert_eq!(told, [(0, 1), (1, 1)]);
    assert_eq!(cast.observer.answers().unwrap().len(), 1);
    let again = read_folder(&mut cast.observer, stick.path(), noon(13_006), &mut |_| {}).unwrap();
    assert_eq!((again.read.len(), again.again), (0, 1));
}

#[test]
fn a_packet_damaged_after_it_was_listed_is_told_of_and_the_rest_is_read() {
    let mut cast = cast();
    let stick = tempfile::tempdir().unwrap();
    files_a_report_with_a_photo(&mut cast, 5);
    assert_eq!(write(&mut cast.observer, stick.path(), 1).unwrap().new, 2);
    let mut reading = Reading::begin(&mut cast.commander, stick.path(), noon(2)).unwrap();
    let largest = fs::read_dir(stick.path()).unwrap().map(|entry| entry.unwrap());
    let largest = largest.max_by_key(|entry| entry.metadata().unwrap().len()).unwrap().path();
    fs::write(largest, b"damaged").unwrap();
    while reading.step(&mut cast.commander, noon(2)).unwrap() {}
    let read = reading.read();
    assert_eq!((read.done, read.read.len(), read.refused.len()), (2, 1, 1));
    assert_eq!(cast.commander.queue().unwrap().len(), 1);
}

#[test]
fn nothing_is_packed_twice() {
    let mut cast = cast();
    files_a_report_with_a_photo(&mut cast, 5);
    let both = cast.observer.pack(noon(1), &mut SeededDice(1)).unwrap();
    assert_eq!(both.len(), 2, "the photo follows in a packet of its own");
    assert!(cast.observer.pack(noon(2), &mut SeededDice(2)).unwrap().is_empty());
    // The next report takes the photo of the first one not along again.
    files_a_report(&mut cast.observer, noon(3), 6);
    assert_eq!(cast.observer.pack(noon(4), &mut SeededDice(3)).unwrap().len(), 1);
}

#[test]
fn a_stick_that_fills_up_says_what_is_safe_and_another_takes_the_rest() {
    let Some(disk) = TinyDisk::of(64) else { return };
    let mut cast = cast();
    files_a_report_with_a_photo(&mut cast, 5);
    let told = write(&mut cast.observer, disk.path(), 1).unwrap_err();
    let TransferError::Midway { done: 1, of: 2, why: RoadError::Disk(DiskError::Full { .. }) } = &told else {
        panic!("{told:?}");
    };
    assert!(told.to_string().starts_with("1 of 2 packets are done and safe"), "{told}");
    assert_eq!(
        cast.observer.waiting().unwrap().packets.iter().filter(|packet| packet.is_unsent()).count(),
        1
    );
    let stick = tempfile::tempdir().unwrap();
    assert_eq!(write(&mut cast.observer, stick.path(), 2).unwrap().new, 2);
}

#[test]
fn a_stick_pulled_out_between_two_groups_goes_on_where_it_was() {
    let mut cast = cast();
    for seed in 0..60 {
        cast.observer.pack(noon(0), &mut SeededDice(seed + 500)).unwrap();
        files_a_report(&mut cast.observer, noon(0), seed);
    }
    let outside = tempfile::tempdir().unwrap();
    let stick = outside.path().join("stick");
    assert!(matches!(
        write(&mut cast.observer, &stick, 1),
        Err(TransferError::Road(RoadError::Disk(DiskError::Gone { .. })))
    ));
    assert_eq!(
        cast.observer.waiting().unwrap().unpacked,
        1,
        "nothing was packed for a stick that is not there"
    );
    fs::create_dir(&stick).unwrap();
    let mut writing = Writing::begin(&mut cast.observer, &stick, noon(1), &mut SeededDice(1)).unwrap();
    assert!(writing.step(&mut cast.observer, noon(1)).unwrap());
    let first = writing.written().new;
    assert!((2..60).contains(&first), "a group, and not all of it: {first}");
    let pulled = outside.path().join("in the pocket");
    fs::rename(&stick, &pulled).unwrap();
    let told = writing.step(&mut cast.observer, noon(1)).unwrap_err();
    assert!(matches!(told, TransferError::Midway { done, of: 60, .. } if done == first), "{told:?}");
    assert!(told.to_string().contains("pulled out"), "{told}");
    fs::rename(&pulled, &stick).unwrap();
    assert!(!writing.step(&mut cast.observer, noon(1)).unwrap());
    assert_eq!((writing.written().new, fs::read_dir(&stick).unwrap().count()), (60, 60));
}

/// A report goes up and its acknowledgement comes down to the commander, all by this stick.
fn is_acknowledged(cast: &mut Cast, stick: &Path, round: u32) {
    let at = round * 10;
    let report = files_a_report(&mut cast.observer, noon(at), u64::from(round));
    write(&mut cast.observer, stick, at + 1).unwrap();
    read_folder(&mut cast.commander, stick, noon(at + 2), &mut |_| {}).unwrap();
    cast.commander.review(report, Judgement::default(), noon(at + 3)).unwrap();
    cast.commander.forward(noon(at + 3), &mut SeededDice(u64::from(at))).unwrap();
    write(&mut cast.commander, stick, at + 4).unwrap();
    read_folder(&mut cast.cell, stick, noon(at + 5), &mut |_| {}).unwrap();
    write(&mut cast.cell, stick, at + 6).unwrap();
    read_folder(&mut cast.commander, stick, noon(at + 7), &mut |_| {}).unwrap();
}

#[test]
fn a_fresh_stick_gets_the_new_answers_first_and_then_the_old_as_far_as_there_is_room() {
    const ROUNDS: u32 = 10;
    let mut cast = cast();
    let stick = tempfile::tempdir().unwrap();
    for round in 0..ROUNDS {
        is_acknowledged(&mut cast, stick.path(), round);
        if round + 1 < ROUNDS {
            write(&mut cast.commander, stick.path(), round * 10 + 8).unwrap();
        }
    }
    let desk = &mut cast.commander;
    desk.pack(noon(ROUNDS * 10), &mut SeededDice(9)).unwrap();
    let pending = desk.vault().pending(RoadName::Folder).unwrap();
    let old = usize::try_from(ROUNDS - 1).unwrap();
    let (new, answers) = pending.split_at(pending.len() - old);
    assert!(answers.iter().all(|packet| packet.again), "nothing proves that he has them");
    assert!(answers.is_sorted_by(|one, next| one.made > next.made), "the newest of the old first");
    assert!(new.iter().all(|packet| !packet.again), "what goes to Brussels is never only a repetition");
    let is_his = |packet: &&OutgoingPacket| matches!(packet.addressee, Addressee::Member(_));
    assert_eq!(new.iter().filter(is_his).count(), 1, "the newest answer, that no stick took yet");
    let new = new.len();
    assert!(desk.vault().pending(RoadName::Relay).unwrap().iter().all(|packet| !packet.again));

    // On a stick that is nearly full there is room for what is new, and what is left out is told and no failure.
    let Some(disk) = TinyDisk::of(1_024) else { return };
    let room: u64 = pending[..new + old / 2].iter().map(|packet| packet.size.div_ceil(4_096) * 4).sum();
    disk.fill_up_to(room);
    let written = write(desk, disk.path(), ROUNDS * 10 + 1).unwrap();
    assert!((1..old).contains(&written.left_out), "{written:?}");
    assert_eq!((written.new, written.of), (new + old - written.left_out, written.new));
    assert_eq!(written.bytes, written.of_bytes);
    let other = tempfile::tempdir().unwrap();
    let written = write(desk, other.path(), ROUNDS * 10 + 2).unwrap();
    assert_eq!((written.new, written.left_out), (new + old, 0), "a larger one takes all of them");
    let mut told = Exchange::default();
    let mut road = Folder::open(disk.path()).unwrap();
    let dice = &mut SeededDice(1);
    let now = noon(ROUNDS * 10 + 3);
    exchange_into(&mut told, desk, &mut road, RoadName::Folder, now, dice, &mut |_| {}).unwrap();
    assert!(told.left_out > 0, "an exchange tells it too: {told:?}");

    // What is new and finds no room is a failure.
    files_a_report(&mut cast.observer, noon(ROUNDS * 10 + 4), 77);
    let told = write(&mut cast.observer, disk.path(), ROUNDS * 10 + 5).unwrap_err();
    assert!(matches!(told, TransferError::Road(RoadError::Disk(DiskError::Full { .. }))), "{told:?}");
}

#[test]
fn a_desk_and_its_work_may_go_to_another_thread() {
    fn moves<T: Send>() {}
    moves::<ObserverDesk>();
    moves::<Writing>();
    moves::<Reading>();
    moves::<TransferError>();
}
