//! What goes to Brussels, in which order, how large, and how long it takes: told beforehand, and then so.

use std::collections::BTreeSet;
use std::time::Duration;

use vigilia::courier::line::{Crossing, Line};
use vigilia::courier::road::Road;
use vigilia::desks::commander::Judgement;
use vigilia::desks::commander::batching::Follower;
use vigilia::desks::intake::read_packet;
use vigilia::desks::signer::Signature;
use vigilia::domain::answer::Outcome;
use vigilia::domain::feedback_status::FeedbackStatus;
use vigilia::domain::grading::NatoGrade;
use vigilia::domain::ids::Digest;
use vigilia::domain::observation::Language;
use vigilia::domain::people::{Addressee, Role};
use vigilia::domain::precedence::Precedence;
use vigilia::domain::standing::Stage;
use vigilia::domain::text::Narrative;
use vigilia::vault::packets::RoadName;
use vigilia::wire::packet::Packet;

use crate::flaky_line::FlakyLine;
use crate::support::realm::{Cast, SeededDice, cast, noon};
use crate::support::sightings::{files_a_report, grey_van};
use crate::world::{COMMANDER, World};

/// So many reports reach the commander, by number; the files go with the reports of these numbers.
pub fn reach_the_commander(cast: &mut Cast, number: u64, files: &[(u64, Vec<u8>)]) -> Vec<Digest> {
    let mut reports = Vec::new();
    for seed in 0..number {
        let minute = u32::try_from(seed).unwrap();
        let with: Vec<&Vec<u8>> = files.iter().filter(|(of, _)| *of == seed).map(|(_, file)| file).collect();
        if with.is_empty() {
            reports.push(files_a_report(&mut cast.observer, noon(minute), seed));
            continue;
        }
        let draft =
            cast.observer.begin(Language::English, noon(minute), &mut SeededDice(seed + 900)).unwrap();
        let draft = grey_van(draft, noon(minute));
        cast.observer.discard(draft.id, noon(minute)).unwrap();
        cast.observer.keep(&draft, noon(minute)).unwrap();
        for file in with {
            cast.observer.attach(draft.id, file, noon(minute)).unwrap();
        }
        let filed = cast.observer.file(draft.id, noon(minute)).unwrap();
        reports.push(cast.observer.vault().report_digest(filed.head().id).unwrap());
    }
    cast.observer.pack(noon(30), &mut SeededDice(number)).unwrap();
    bring(cast, 31);
    reports
}

/// Everything the observer has goes to the commander.
fn bring(cast: &mut Cast, minute: u32) {
    for packet in cast.observer.vault().pending(RoadName::Folder).unwrap() {
        let bytes = cast.observer.vault().packet_bytes(packet.digest).unwrap();
        read_packet(cast.commander.vault(), bytes, noon(minute)).unwrap();
    }
}

pub fn graded(precedence: Precedence) -> Judgement {
    let grade: NatoGrade = "B2".parse().unwrap();
    Judgement { precedence: Some(precedence), ..Judgement::graded(grade) }
}

pub fn noise(bytes: usize) -> Vec<u8> {
    let mut noise = vec![0; bytes];
    vigilia::crypto::dice::fill_from_os(&mut noise).unwrap();
    noise
}

#[test]
fn a_report_released_as_immediate_goes_alone_and_at_once() {
    let mut cast = cast();
    let reports = reach_the_commander(&mut cast, 20, &[]);
    let (urgent, others) = reports.split_last().unwrap();
    let mut dice = SeededDice(7);
    for report in others {
        cast.commander.review(*report, graded(Precedence::Routine), noon(40)).unwrap();
    }
    assert!(cast.commander.release(noon(40), &mut dice).unwrap().is_empty());
    cast.commander.review(*urgent, graded(Precedence::Immediate), noon(41)).unwrap();
    let released = cast.commander.release(noon(41), &mut dice).unwrap();
    assert_eq!(released.len(), 1);
    assert_eq!(released[0].reports, [*urgent]);
    assert!(released[0].followers.is_empty());
    assert!(cast.commander.release(noon(42), &mut dice).unwrap().is_empty(), "once");

    // Nothing else goes until the commander forwards.
    assert_eq!(cast.commander.pack(noon(42), &mut dice).unwrap(), []);
    let normal = cast.commander.forward(noon(43), &mut dice).unwrap();
    assert_eq!(normal.len(), 1);
    assert_eq!(normal[0].reports.len(), 19);
    for road in [RoadName::Relay, RoadName::Folder] {
        let pending = cast.commander.vault().pending(road).unwrap();
        let words: Vec<Digest> = pending.iter().filter(|one| !one.follows).map(|one| one.digest).collect();
        assert_eq!(words, [released[0].words.0, normal[0].words.0], "on every road it is the first");
    }

    // The other packet never arrives, and the cell reads this one all the same.
    let bytes = cast.commander.vault().packet_bytes(released[0].words.0).unwrap();
    let read = read_packet(cast.cell.vault(), bytes, noon(44)).unwrap();
    assert!(read.set_aside.is_empty(), "{read:?}");
    let inbox = cast.cell.inbox().unwrap();
    assert_eq!(inbox.len(), 1);
    assert_eq!(inbox[0].held.digest, *urgent);
    assert_eq!(inbox[0].review.as_ref().unwrap().precedence, Precedence::Immediate);
    assert_eq!(cast.cell.findings(noon(45)).unwrap().len(), 1, "its number tells of those before it");
}

#[test]
fn releasing_two_makes_two_batches_and_forwarding_takes_the_rest_along() {
    let mut cast = cast();
    let reports = reach_the_commander(&mut cast, 3, &[]);
    for (report, precedence) in
        reports.iter().zip([Precedence::Immediate, Precedence::Priority, Precedence::Immediate])
    {
        cast.commander.review(*report, graded(precedence), noon(40)).unwrap();
    }
    let preview = cast.commander.preview(noon(41)).unwrap();
    assert_eq!(preview.batches.iter().map(|batch| batch.alone).collect::<Vec<_>>(), [true, true, false]);
    let forwarded = cast.commander.forward(noon(41), &mut SeededDice(1)).unwrap();
    let reports: Vec<&[Digest]> = forwarded.iter().map(|one| one.reports.as_slice()).collect();
    assert_eq!(reports, [&[reports[0][0]], &[reports[1][0]], &[reports[2][0]]]);
    assert_eq!(forwarded.len(), 3);
}

#[test]
fn every_packet_is_exactly_as_large_as_was_told_before_it_was_made() {
    for seed in 0..6 {
        let mut cast = cast();
        let text: Vec<u8> = b"what the driver said, again and again. ".repeat(900);
        let number = 1 + seed * 4;
        let files = [(0, noise(2_000)), (0, noise(20_000)), (1, noise(90_000)), (1, text)];
        let files = &files[..if number > 1 { 4 } else { 2 }];
        let reports = reach_the_commander(&mut cast, number, files);
        // Some are reviewed, one is urgent, and the time of the others runs out.
        for (place, report) in reports.iter().enumerate().filter(|(place, _)| place % 3 != 1) {
            let precedence = if place == 3 { Precedence::Immediate } else { Precedence::Routine };
            cast.commander.review(*report, graded(precedence), noon(40)).unwrap();
        }
        let later = noon(0).plus_hours(80 + u32::try_from(seed).unwrap());
        let told = cast.commander.preview(later).unwrap();
        assert_eq!(told, cast.commander.preview(later.plus_hours(1)).unwrap(), "looking changes nothing");
        assert_eq!((told.waiting, told.soonest), (0, None));
        let forwarded = cast.commander.forward(later.plus_hours(2), &mut SeededDice(seed)).unwrap();
        assert_eq!(told.batches.len(), forwarded.len());
        for (told, made) in told.batches.iter().zip(&forwarded) {
            let reports: Vec<Digest> = told.reports.iter().map(|goes| goes.digest).collect();
            assert_eq!(reports, made.reports);
            assert_eq!(told.words, made.words.1, "{number} reports");
            let told: BTreeSet<usize> = told.followers.iter().map(|(_, size)| *size).collect();
            let made: BTreeSet<usize> = made.followers.iter().map(|(_, size)| *size).collect();
            assert_eq!(told, made);
        }
        let opened = cast.commander.vault().packet_bytes(forwarded[0].words.0).unwrap();
        assert!(read_packet(cast.cell.vault(), opened, later).unwrap().set_aside.is_empty());
    }
}

#[test]
fn words_go_first_and_what_follows_goes_by_the_haste_of_its_report_and_then_by_size() {
    let mut cast = cast();
    let files = [
        (0, noise(30_000)),
        (0, noise(12_000)),
        (1, noise(100_000)),
        (1, noise(14_000)),
        (2, noise(3_000)),
        (2, noise(4_000)),
        (2, noise(5_000)),
    ];
    let reports = reach_the_commander(&mut cast, 3, &files);
    for (report, precedence) in
        reports.iter().zip([Precedence::Routine, Precedence::Priority, Precedence::Routine])
    {
        cast.commander.review(*report, graded(precedence), noon(40)).unwrap();
    }
    let told = cast.commander.preview(noon(41)).unwrap();
    let rows: Vec<(usize, u64)> = told.reports().map(|goes| goes.attachments).collect();
    assert_eq!(rows, [(2, 42_000), (2, 114_000), (3, 12_000)]);
    let follow: Vec<(Precedence, u64)> = told
        .followers()
        .filter_map(|(follower, _)| match follower {
            Follower::Attachment { precedence, size, .. } => Some((*precedence, *size)),
            Follower::Slots(_) => None,
        })
        .collect();
    let (priority, routine) = (Precedence::Priority, Precedence::Routine);
    let expected =
        [(priority, 14_000), (priority, 100_000), (routine, 5_000), (routine, 12_000), (routine, 30_000)];
    assert_eq!(follow, expected, "two small ones ride with the words, and no more");
    cast.commander.forward(noon(41), &mut SeededDice(3)).unwrap();
    let pending = cast.commander.vault().pending(RoadName::Relay).unwrap();
    let sizes: Vec<usize> =
        told.batches.iter().map(|batch| batch.words).chain(told.followers().map(|(_, size)| *size)).collect();
    let sent: Vec<usize> = pending.iter().map(|one| usize::try_from(one.size).unwrap()).collect();
    assert_eq!(sent, sizes, "that is the order on the road");
    assert!(!pending[0].follows && pending[1..].iter().all(|one| one.follows));
}

#[test]
fn what_is_immediate_takes_nothing_along_that_would_hold_it_up() {
    let mut cast = cast();
    let reports = reach_the_commander(&mut cast, 1, &[(0, noise(2_000))]);
    cast.commander.review(reports[0], graded(Precedence::Immediate), noon(40)).unwrap();
    let released = cast.commander.release(noon(41), &mut SeededDice(2)).unwrap();
    assert_eq!(released[0].followers.len(), 1);
    let pending = cast.commander.vault().pending(RoadName::Relay).unwrap();
    assert_eq!(pending[0].digest, released[0].words.0);
    assert!(pending[1].follows);
}

#[test]
fn an_attachment_that_comes_after_its_words_have_gone_follows_by_itself() {
    let mut cast = cast();
    let photograph = noise(200_000);
    let draft = cast.observer.begin(Language::English, noon(0), &mut SeededDice(5)).unwrap();
    let draft = grey_van(draft, noon(0));
    cast.observer.discard(draft.id, noon(0)).unwrap();
    cast.observer.keep(&draft, noon(0)).unwrap();
    let attached = cast.observer.attach(draft.id, &photograph, noon(1)).unwrap();
    let filed = cast.observer.file(draft.id, noon(2)).unwrap();
    let report = cast.observer.vault().report_digest(filed.head().id).unwrap();
    let packed = cast.observer.pack(noon(3), &mut SeededDice(6)).unwrap();
    let (words, follows) = packed.split_first().unwrap();
    let words = cast.observer.vault().packet_bytes(*words).unwrap();
    read_packet(cast.commander.vault(), words, noon(4)).unwrap();
    cast.commander.review(report, graded(Precedence::Priority), noon(5)).unwrap();
    assert_eq!(cast.commander.preview(noon(5)).unwrap().reports().next().unwrap().missing, 1);
    let mut dice = SeededDice(8);
    cast.commander.forward(noon(6), &mut dice).unwrap();
    assert_eq!(cast.commander.pack(noon(7), &mut dice).unwrap(), []);

    for packet in follows {
        let bytes = cast.observer.vault().packet_bytes(*packet).unwrap();
        read_packet(cast.commander.vault(), bytes, noon(8)).unwrap();
    }
    let late = cast.commander.pack(noon(9), &mut dice).unwrap();
    assert_eq!(late.len(), 1);
    assert_eq!(cast.commander.pack(noon(10), &mut dice).unwrap(), [], "once");
    for packet in cast.commander.vault().pending(RoadName::Relay).unwrap() {
        let bytes = cast.commander.vault().packet_bytes(packet.digest).unwrap();
        read_packet(cast.cell.vault(), bytes, noon(11)).unwrap();
    }
    assert_eq!(cast.cell.vault().attachment(attached.original.digest).unwrap(), photograph);
}

#[test]
fn the_bytes_that_are_reckoned_are_those_that_cross() {
    let mut world = World::new(510);
    let relay = world.relay();
    let narrow = Line { bits: 9_600, round_trip: Duration::from_millis(800) };
    let mut of =
        |bytes| world.packet(COMMANDER, Addressee::Role(Role::Cell), &noise(bytes), Precedence::Routine);
    let sizes = [40_000, 900, 11_000, 5_300, 200];
    let packets: Vec<Packet> = sizes.into_iter().map(&mut of).collect();
    let line = FlakyLine::to(&relay.address());
    let mut client = world.client(COMMANDER, line.address());
    let mut reckoned = Crossing::opening();
    for (number, packet) in packets.iter().enumerate() {
        client.send(packet).unwrap();
        let size = packet.bytes().len() as u64;
        if number == 0 {
            // The first is too large for a line of which nothing is known: it goes in two pieces.
            let first = 16 << 10;
            reckoned = reckoned.and(Crossing::piece(first, false)).and(Crossing::piece(size - first, true));
        } else {
            reckoned = reckoned.and(Crossing::piece(size, true));
        }
        let crossed = line.total() as u64;
        assert!(reckoned.bytes.abs_diff(crossed) < 100, "{} reckoned, {crossed} crossed", reckoned.bytes);
    }
    let (told, seen) = (narrow.time(reckoned), line.link_time(9_600, narrow.round_trip));
    assert!(told.abs_diff(seen) < seen / 20, "{told:?} reckoned, {seen:?} on the line");
    assert!(client.line().is_some_and(|line| line.bits > 64_000), "it was seen at work");
}

#[test]
fn what_went_is_told_with_what_became_of_it() {
    let mut cast = cast();
    let reports = reach_the_commander(&mut cast, 3, &[(1, noise(90_000))]);
    for report in &reports[..2] {
        cast.commander.review(*report, graded(Precedence::Routine), noon(40)).unwrap();
    }
    cast.commander.forward(noon(41), &mut SeededDice(1)).unwrap();
    let sent = cast.commander.sent().unwrap();
    assert_eq!(sent.reports.iter().map(|one| one.standing.stage).collect::<Vec<_>>(), [Stage::Forwarded; 2]);
    assert!(sent.reports.iter().all(|one| one.author.as_ref().unwrap().as_str() == "KFOR1-OBS1"));
    assert_eq!(sent.reports[0].row.review.unwrap().grade.to_string(), "B2");
    assert!(sent.packets.iter().all(|packet| packet.under_way.is_none()));
    assert_eq!((sent.packets[0].reports, sent.packets[0].follows, sent.packets[1].follows), (2, false, true));

    let words = sent.packets[0].digest;
    let vault = cast.commander.vault();
    vault.setting_out(words, RoadName::Relay, noon(42)).unwrap();
    vault.came_as_far(words, RoadName::Relay, 1_000, noon(43)).unwrap();
    let trouble = vault.pending(RoadName::Relay).unwrap();
    assert_eq!(
        trouble.iter().map(|packet| packet.digest).collect::<Vec<_>>(),
        sent.packets.iter().map(|packet| packet.digest).collect::<Vec<_>>(),
        "the order in which they go"
    );
    let again = cast.commander.sent().unwrap();
    assert_eq!(
        again.packets[0].under_way.as_ref().map(|so_far| (so_far.held, so_far.tries)),
        Some((1_000, 1))
    );

    for packet in again.packets {
        let bytes = cast.commander.vault().packet_bytes(packet.digest).unwrap();
        read_packet(cast.cell.vault(), bytes, noon(44)).unwrap();
    }
    cast.cell.acknowledge(noon(45)).unwrap();
    let outcome = Outcome::new(FeedbackStatus::LinkedToKnown, None).unwrap();
    let said = Narrative::new("Plate known since March.").ok();
    cast.cell.answer(reports[0], outcome, None, said.clone(), noon(46)).unwrap();
    cast.cell.pack(noon(47), &mut SeededDice(3)).unwrap();
    for packet in cast.cell.vault().pending(RoadName::Folder).unwrap() {
        let bytes = cast.cell.vault().packet_bytes(packet.digest).unwrap();
        let _ = read_packet(cast.commander.vault(), bytes, noon(48));
    }
    let sent = cast.commander.sent().unwrap();
    let of = |report: Digest| sent.reports.iter().find(|one| one.row.report.digest == report).unwrap();
    assert_eq!(of(reports[0]).standing.stage, Stage::Answered);
    assert_eq!((of(reports[0]).row.answers, of(reports[0]).row.last_answer), (1, Some(noon(46))));
    assert_eq!(of(reports[1]).standing.stage, Stage::Acknowledged);
    let opened = cast.commander.open_sent(reports[0], noon(49)).unwrap();
    assert_eq!(opened.answers.len(), 1);
    assert_eq!(opened.answers[0].signature, Signature::Holds);
    assert_eq!(opened.answers[0].said.as_ref().unwrap().text(), said.as_ref());
    assert!(sent.packets.iter().all(|packet| packet.size < 90_000), "what the cell has need not go");
}
