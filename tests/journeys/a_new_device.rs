//! A soldier lost his device, and his commander replaced it without Brussels. What is answered to what he filed with the
//! old one comes to the new one, and to nobody else.

use std::fs;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;
use vigilia::desks::carrying::transfer::{read_folder, write_to_folder};
use vigilia::desks::cell::findings::Amiss;
use vigilia::desks::commander::CommanderDesk;
use vigilia::desks::commander::contingent::VoidFrom;
use vigilia::desks::commander::queue::QueueState;
use vigilia::desks::enrolment::authority::read_amendments;
use vigilia::desks::enrolment::install;
use vigilia::desks::error::DeskError;
use vigilia::desks::intake::set_aside::SetAside;
use vigilia::desks::intake::{Intake, read_packet, read_set_aside_again};
use vigilia::desks::observer::ObserverDesk;
use vigilia::desks::observer::answers::Said;
use vigilia::desks::signer::Signature;
use vigilia::domain::answer::{Audience, Outcome};
use vigilia::domain::feedback_status::FeedbackStatus;
use vigilia::domain::ids::{Digest, MemberId, PacketId};
use vigilia::domain::marking::Marking;
use vigilia::domain::people::{Addressee, Role};
use vigilia::domain::precedence::Precedence;
use vigilia::domain::return_reason::ReturnReason;
use vigilia::domain::text::{Line, Narrative};
use vigilia::domain::time::Timestamp;
use vigilia::vault::heard::AnswerKind;
use vigilia::vault::packets::RoadName;
use vigilia::vault::unlock::Vault;
use vigilia::wire::amendment::AmendmentError;
use vigilia::wire::contents::Contents;
use vigilia::wire::earlier_reports::{EarlierReportsV1, FiledEarlier};
use vigilia::wire::sealing::{Dispatch, OpeningError, seal_packet};
use vigilia::wire::spelling::Plain;
use vigilia::wire::statement::{SignedStatement, sign};

use crate::enrolled_in_the_field::{
    aside, asks, carried, forwarded, handed_in, is_refused, lost, over, relay_of, row,
};
use crate::support::realm::{Cast, PASSPHRASE, SeededDice, TestRealm, cast, noon, passphrase};
use crate::support::sightings::files_a_report;
use crate::the_built_program::PROGRAM;

fn me(desk: &mut ObserverDesk) -> MemberId {
    desk.vault().profile().me
}

/// A soldier comes to his commander with a fresh device and the callsign of the one he lost.
fn replaced(
    realm: &TestRealm,
    commander: &mut CommanderDesk,
    lost_one: MemberId,
    device: &str,
    now: Timestamp,
) -> (ObserverDesk, Vec<u8>) {
    let mut vault = realm.apply_as(Role::Observer, "KFOR1-OBS1", Some("KFOR1"), device);
    let replaces = Some(lost(lost_one, VoidFrom::Report(4)));
    let enrolled = commander.enrol(&asks(&vault), None, replaces, now).unwrap();
    install(&mut vault, &enrolled.install_file, now).unwrap();
    (ObserverDesk::open(vault).unwrap(), enrolled.install_file)
}

/// Three reports filed with one device: the first forwarded, the second given back, the third on a stick in a jeep.
struct Story {
    cast: Cast,
    reports: [Digest; 3],
    stick: Vec<Vec<u8>>,
}

fn before_the_loss() -> Story {
    let mut cast = cast();
    let first = files_a_report(&mut cast.observer, noon(1), 1);
    handed_in(&mut cast.observer, &mut cast.commander, noon(2));
    forwarded(&mut cast, noon(3));
    let second = files_a_report(&mut cast.observer, noon(4), 2);
    handed_in(&mut cast.observer, &mut cast.commander, noon(5));
    let note = Line::new("How many were in the back?").ok();
    cast.commander.give_back(second, ReturnReason::CountsMissing, note, noon(6)).unwrap();
    let third = files_a_report(&mut cast.observer, noon(7), 3);
    let names = cast.observer.pack(noon(8), &mut SeededDice(8)).unwrap();
    let stick = names.into_iter().map(|name| cast.observer.vault().packet_bytes(name).unwrap()).collect();
    Story { cast, reports: [first, second, third], stick }
}

/// The cell answers a report and hands what it said to the commander.
fn answers(cast: &mut Cast, report: Digest, now: Timestamp) {
    let outcome = Outcome::new(FeedbackStatus::LinkedToKnown, None).unwrap();
    let text = |words| Narrative::new(words).ok();
    cast.cell.answer(report, outcome, text("The van was known."), text("For you alone."), now).unwrap();
    cast.cell.acknowledge(now).unwrap();
    cast.cell.pack(now, &mut SeededDice(now.unix_millis())).unwrap();
    carried(cast.cell.vault(), cast.commander.vault(), now);
}

fn goes_down(commander: &mut CommanderDesk, to: &mut ObserverDesk, now: Timestamp) -> Vec<Intake> {
    commander.pass_down(now, &mut SeededDice(now.unix_millis())).unwrap();
    carried(commander.vault(), to.vault(), now)
}

/// Each answer on a device: its kind, and the numbers of the earlier reports it is about.
fn heard(desk: &ObserverDesk) -> Vec<(AnswerKind, Vec<u32>)> {
    let mut heard: Vec<_> = desk
        .answers()
        .unwrap()
        .into_iter()
        .map(|answer| {
            assert!(answer.heard.about.is_empty(), "none of it leads to a report that is not here");
            let earlier = answer.heard.of_earlier.expect("it is of an earlier device");
            (answer.heard.kind, earlier.iter().map(|report| report.number).collect())
        })
        .collect();
    heard.sort();
    heard
}

/// What the commander makes of some statements in a packet of his own for somebody.
fn passed_by_hand(
    commander: &mut CommanderDesk,
    to: &mut ObserverDesk,
    statements: Vec<SignedStatement>,
    now: Timestamp,
) -> Intake {
    let dispatch = Dispatch {
        packet: PacketId::fresh(now, &mut SeededDice(now.unix_millis())),
        to: Addressee::Member(me(to)),
        precedence: Precedence::Routine,
        marking: Marking::default(),
        created: now,
    };
    let contents = Contents { statements, ..Contents::default() };
    let vault = commander.vault();
    let roster = vault.roster().unwrap().unwrap();
    let packet = seal_packet(&contents, &dispatch, &roster, &vault.profile().signing).unwrap();
    read_packet(to.vault(), packet.bytes().to_vec(), now).unwrap()
}

/// Everything the commander's latest packet for somebody carries.
fn statements_for(commander: &mut CommanderDesk, to: &mut ObserverDesk) -> Vec<SignedStatement> {
    let answers = to.answers().unwrap().into_iter().map(|answer| answer.heard.statement);
    let mut statements: Vec<_> = answers.map(|one| commander.vault().statement(one).unwrap()).collect();
    statements.sort_by_key(SignedStatement::digest);
    statements
}

#[test]
fn what_was_answered_to_a_lost_device_reaches_the_soldier_on_the_new_one_by_stick() {
    let Story { mut cast, reports: [first, second, third], stick } = before_the_loss();
    let old = me(&mut cast.observer);
    let (mut new, _) = replaced(&cast.realm, &mut cast.commander, old, "new-device", noon(10));
    let new_id = me(&mut new);
    let people = new.vault().roster().unwrap().unwrap();
    assert!(people.stands_for(new_id).contains(&old), "his own device knows it from the file he installed");
    answers(&mut cast, first, noon(11));
    let (waits, gone) = (row(&cast.commander, new_id), row(&cast.commander, old));
    assert_eq!((waits.waiting, gone.waiting, gone.packed), (3, 0, 0), "it waits for the new one");

    // On a stick, as everybody carries one.
    let folder = TempDir::new().unwrap();
    let names =
        write_to_folder(&mut cast.commander, folder.path(), noon(12), &mut SeededDice(12), &mut |_| {});
    assert!(names.unwrap().new > 0);
    let to: Vec<Addressee> =
        cast.commander.vault().outgoing().unwrap().into_iter().map(|packet| packet.addressee).collect();
    assert!(to.contains(&Addressee::Member(new_id)) && !to.contains(&Addressee::Member(old)), "{to:?}");
    read_folder(&mut new, folder.path(), noon(13), &mut |_| {}).unwrap();
    let all = [
        (AnswerKind::Acknowledgement, vec![1]),
        (AnswerKind::Feedback, vec![1]),
        (AnswerKind::Return, vec![2]),
    ];
    assert_eq!(heard(&new), all);
    assert_eq!(new.vault().set_aside_count().unwrap(), 0);
    assert!(new.reports().unwrap().is_empty(), "the reports themselves did not come");

    // Each is verified anew whenever it is opened, and says when its report was filed.
    for answer in new.answers().unwrap() {
        let opened = new.answer(answer.heard.statement).unwrap();
        assert_eq!(opened.signature, Signature::Holds);
        match opened.said.unwrap() {
            Said::Feedback { text, .. } => assert_eq!(text.unwrap().as_str(), "The van was known."),
            Said::Returned { reason, note } => {
                assert_eq!(
                    (reason, note.unwrap().as_str()),
                    (ReturnReason::CountsMissing, "How many were in the back?")
                );
            }
            Said::Acknowledged { items, .. } => assert_eq!(items, 1),
            Said::Bulletin(_) => panic!("nobody published anything"),
        }
        let earlier = &answer.heard.of_earlier.unwrap()[0];
        assert_eq!(earlier.earlier, old);
        assert_eq!(earlier.filed, if earlier.number == 1 { noon(1) } else { noon(4) });
    }
    // Once; and what comes later comes too: the stick from the jeep, forwarded and answered.
    assert!(goes_down(&mut cast.commander, &mut new, noon(14)).is_empty());
    for bytes in stick {
        read_packet(cast.commander.vault(), bytes, noon(15)).unwrap();
    }
    for owed in [second, third] {
        cast.commander.review(owed, Default::default(), noon(16)).unwrap();
    }
    cast.commander.forward(noon(16), &mut SeededDice(16)).unwrap();
    carried(cast.commander.vault(), cast.cell.vault(), noon(17));
    assert_eq!(cast.cell.inbox().unwrap().len(), 3);
    answers(&mut cast, third, noon(18));
    goes_down(&mut cast.commander, &mut new, noon(19));
    assert_eq!(row(&cast.commander, new_id).waiting, 0);
    assert!(heard(&new).contains(&(AnswerKind::Feedback, vec![3])));
    assert!(heard(&new).contains(&(AnswerKind::Acknowledgement, vec![2, 3])));

    // The cell's keys become void: what it said counted when it came, and each look says so.
    let cell = cast.cell.vault().profile().me;
    cast.realm.revoke(cell, 0);
    cast.realm.install(new.vault());
    let feedback = new.answers().unwrap().into_iter().find(|one| one.heard.kind == AnswerKind::Feedback);
    let feedback = feedback.unwrap().heard.statement;
    assert_eq!(new.answer(feedback).unwrap().signature, Signature::RevokedSince);

    // And all of it is there after the program was closed, in the vault of the new device alone.
    let home = new.vault().home().to_owned();
    drop(new);
    let new = ObserverDesk::open(Vault::unlock(&home, &passphrase(), noon(20)).unwrap()).unwrap();
    assert_eq!(heard(&new).iter().filter(|(kind, _)| *kind == AnswerKind::Return).count(), 1);
    assert!(cast.observer.answers().unwrap().is_empty());
}

#[test]
fn over_the_relay_the_new_device_hears_and_the_lost_one_does_not() {
    let Story { mut cast, reports: [first, ..], .. } = before_the_loss();
    let relay = relay_of(&cast.realm);
    let old = me(&mut cast.observer);
    let (mut new, _) = replaced(&cast.realm, &mut cast.commander, old, "new-device", noon(10));
    over(&mut cast.commander, &relay, noon(11)).unwrap();
    let outcome = Outcome::new(FeedbackStatus::LinkedToKnown, None).unwrap();
    cast.cell.answer(first, outcome, Narrative::new("The van was known.").ok(), None, noon(12)).unwrap();
    cast.cell.acknowledge(noon(12)).unwrap();
    over(&mut cast.cell, &relay, noon(12)).unwrap();
    over(&mut cast.commander, &relay, noon(13)).unwrap();
    over(&mut cast.commander, &relay, noon(14)).unwrap();
    let read = over(&mut new, &relay, noon(15)).unwrap().read;
    assert_eq!(aside(&read), vec![], "{read:?}");
    let kinds: Vec<AnswerKind> = heard(&new).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [AnswerKind::Acknowledgement, AnswerKind::Feedback, AnswerKind::Return]);

    // Whoever has the old one is refused at the door, and cannot open what he copies off the line.
    let told = over(&mut cast.observer, &relay, noon(16));
    assert!(is_refused(&told), "{told:?}");
    let packets: Vec<_> = cast.commander.vault().outgoing().unwrap();
    let down: Vec<_> =
        packets.iter().filter(|packet| matches!(packet.addressee, Addressee::Member(_))).collect();
    assert!(!down.is_empty());
    for packet in down {
        let bytes = cast.commander.vault().packet_bytes(packet.digest).unwrap();
        let told = read_packet(cast.observer.vault(), bytes, noon(17));
        assert!(matches!(told, Err(DeskError::Opening(OpeningError::NotForMe))), "{told:?}");
    }
    assert!(cast.observer.answers().unwrap().is_empty());
}

#[test]
fn nobody_but_the_device_that_stands_for_it_takes_the_answer_of_another() {
    let Story { mut cast, reports: [first, ..], .. } = before_the_loss();
    let old = me(&mut cast.observer);
    let mut stranger = cast.realm.apply(Role::Observer, "KFOR1-OBS2", Some("KFOR1"));
    let enrolled = cast.commander.enrol(&asks(&stranger), None, None, noon(9)).unwrap();
    install(&mut stranger, &enrolled.install_file, noon(9)).unwrap();
    let mut stranger = ObserverDesk::open(stranger).unwrap();
    let (mut new, _) = replaced(&cast.realm, &mut cast.commander, old, "new-device", noon(10));
    answers(&mut cast, first, noon(11));
    goes_down(&mut cast.commander, &mut new, noon(12));
    let mut statements = statements_for(&mut cast.commander, &mut new);
    assert_eq!(statements.len(), 3);
    let vault = cast.commander.vault();
    let (realm, signing) = (vault.profile().realm.id(), &vault.profile().signing);
    let handed = |report| FiledEarlier { report: Plain(report), number: 1, filed: Plain(noon(1)) };
    let earlier_reports = |earlier| EarlierReportsV1 {
        earlier: Plain(earlier),
        reports: vec![handed(first)],
        at: Plain(noon(12)),
    };
    statements.push(sign(earlier_reports(old), signing, realm).unwrap().statement);

    // The commander hands all of it to another soldier, who is told of nothing.
    let intake = passed_by_hand(&mut cast.commander, &mut stranger, statements.clone(), noon(13));
    let mut reasons = aside(&[intake]);
    reasons.sort_by_key(|why| *why == SetAside::Early);
    assert_eq!(
        reasons,
        [SetAside::AnotherObserver, SetAside::AnotherObserver, SetAside::AnotherObserver, SetAside::Early]
    );
    assert!(stranger.answers().unwrap().is_empty());
    // Not by calling the report one of his own either, nor by earlier reports that somebody else names.
    let vault = cast.commander.vault();
    let his = sign(earlier_reports(me(&mut stranger)), &vault.profile().signing, realm).unwrap().statement;
    let intake = passed_by_hand(&mut cast.commander, &mut stranger, vec![his], noon(14));
    assert_eq!(intake.taken, []);
    assert!(stranger.answers().unwrap().is_empty());
    let forged =
        sign(earlier_reports(old), &cast.observer.vault().profile().signing, realm).unwrap().statement;
    let intake = passed_by_hand(&mut cast.commander, &mut new, vec![forged], noon(15));
    assert_eq!((intake.taken.len(), intake.set_aside.len()), (0, 1));

    // What the cell said to the commander alone is not taken by the new device either.
    let private = cast.commander.vault().feedback_on(first, Audience::Commander).unwrap()[0].statement;
    let private = cast.commander.vault().statement(private).unwrap();
    let intake = passed_by_hand(&mut cast.commander, &mut new, vec![private], noon(16));
    assert_eq!(aside(&[intake]), [SetAside::NotForThisDesk]);

    // The new device is revoked in its turn: the next packet is for nobody.
    cast.commander.revoke(lost(me(&mut new), VoidFrom::AfterWhatIsHere), noon(17)).unwrap();
    let again = Outcome::new(FeedbackStatus::UnderInvestigation, None).unwrap();
    cast.cell.answer(first, again, None, None, noon(18)).unwrap();
    cast.cell.pack(noon(18), &mut SeededDice(18)).unwrap();
    carried(cast.cell.vault(), cast.commander.vault(), noon(18));
    assert!(cast.commander.pass_down(noon(19), &mut SeededDice(19)).unwrap().is_empty());
    assert!(cast.commander.vault().pending(RoadName::Folder).unwrap().iter().all(|packet| {
        packet.addressee != Addressee::Member(old)
            && !matches!(packet.addressee, Addressee::Member(id) if id == me(&mut new))
    }));
}

#[test]
fn the_third_device_hears_what_was_answered_to_the_first() {
    let Story { mut cast, reports: [first, ..], .. } = before_the_loss();
    let old = me(&mut cast.observer);
    let (mut second, file) = replaced(&cast.realm, &mut cast.commander, old, "second", noon(10));
    let second_id = me(&mut second);
    let own = files_a_report(&mut second, noon(11), 4);
    handed_in(&mut second, &mut cast.commander, noon(11));
    answers(&mut cast, first, noon(12));
    goes_down(&mut cast.commander, &mut second, noon(12));
    // Whoever asks again with void keys is told that it is final, replaced or not.
    let again = cast.commander.enrol(&asks(cast.observer.vault()), None, None, noon(13));
    assert!(matches!(again, Err(DeskError::Amendment(AmendmentError::Void))), "{again:?}");

    // It breaks. Its successor is told of both, and has it all from one file, whichever roster is in force with it.
    let (mut third, next) = replaced(&cast.realm, &mut cast.commander, second_id, "third", noon(14));
    let third_id = me(&mut third);
    let stood_for = |vault: &Vault| vault.roster().unwrap().unwrap().stands_for(third_id);
    assert_eq!(stood_for(third.vault()), [old, second_id].into());
    forwarded(&mut cast, noon(15));
    answers(&mut cast, own, noon(16));
    goes_down(&mut cast.commander, &mut third, noon(17));
    let kinds: Vec<AnswerKind> = heard(&third).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds.iter().filter(|kind| **kind == AnswerKind::Feedback).count(), 2, "{kinds:?}");
    assert_eq!(kinds.iter().filter(|kind| **kind == AnswerKind::Return).count(), 1, "{kinds:?}");
    let devices: Vec<MemberId> = third
        .answers()
        .unwrap()
        .iter()
        .map(|one| one.heard.of_earlier.as_ref().unwrap()[0].earlier)
        .collect();
    assert!(devices.contains(&old) && devices.contains(&second_id));

    // The authorities take both files, in turn or the last alone, and with them the next roster says the same.
    let current = cast.realm.roster.clone().unwrap();
    let alone = read_amendments(&next, &current, &cast.realm.realm).unwrap();
    cast.realm.change(read_amendments(&file, &current, &cast.realm.realm).unwrap());
    let current = cast.realm.roster.clone().unwrap();
    cast.realm.change(read_amendments(&next, &current, &cast.realm.realm).unwrap());
    assert_eq!(alone.len(), 4, "{alone:?}");
    let named = cast.realm.roster.clone().unwrap();
    for (device, good) in [(old, false), (second_id, false), (third_id, true)] {
        assert_eq!(named.member(device).unwrap().revoked.is_none(), good);
    }
    for vault in [cast.commander.vault(), third.vault()] {
        cast.realm.install(vault);
        assert_eq!(stood_for(vault), [old, second_id].into(), "a roster that names them takes nothing back");
    }
    // A device that had that roster first learns the rest from the file all the same.
    let mut late = cast.realm.apply_as(Role::Observer, "KFOR1-OBS1", Some("KFOR1"), "fourth");
    cast.realm.install(&mut late);
    let fourth = cast
        .commander
        .enrol(&asks(&late), None, Some(lost(third_id, VoidFrom::Report(1))), noon(18))
        .unwrap();
    install(&mut late, &fourth.install_file, noon(18)).unwrap();
    let stands_for = late.roster().unwrap().unwrap().stands_for(fourth.member);
    assert_eq!(stands_for, [old, second_id, third_id].into());
    // And the cell, to whom the words come in any order, has it from them alone.
    let mut words: Vec<SignedStatement> =
        cast.commander.vault().amendments().unwrap().iter().map(|word| word.statement().clone()).collect();
    words.reverse();
    for word in words {
        passed_to_the_cell(&mut cast, word);
    }
    assert_eq!(cast.cell.vault().set_aside_count().unwrap(), 0);
    let people = cast.cell.vault().roster().unwrap().unwrap();
    assert_eq!(people.stands_for(fourth.member), [old, second_id, third_id].into());
}

/// A word of the commander, alone in a packet.
fn passed_to_the_cell(cast: &mut Cast, word: SignedStatement) -> Intake {
    let seed = u64::from(word.digest().as_bytes()[0]);
    let vault = cast.commander.vault();
    let dispatch = Dispatch {
        packet: PacketId::fresh(noon(20), &mut SeededDice(seed)),
        to: Addressee::Role(Role::Cell),
        precedence: Precedence::Routine,
        marking: Marking::default(),
        created: noon(20),
    };
    let contents = Contents { statements: vec![word], ..Contents::default() };
    let roster = vault.roster().unwrap().unwrap();
    let packet = seal_packet(&contents, &dispatch, &roster, &vault.profile().signing).unwrap();
    read_packet(cast.cell.vault(), packet.bytes().to_vec(), noon(20)).unwrap()
}

#[test]
fn a_device_that_does_not_know_yet_for_whom_it_stands_reads_the_answers_once_it_does() {
    let Story { mut cast, reports: [first, ..], .. } = before_the_loss();
    let old = me(&mut cast.observer);
    let mut vault = cast.realm.apply_as(Role::Observer, "KFOR1-OBS1", Some("KFOR1"), "new-device");
    let replaces = Some(lost(old, VoidFrom::Report(4)));
    let enrolled = cast.commander.enrol(&asks(&vault), None, replaces, noon(10)).unwrap();
    // The authorities were quicker: he has their roster, and not the file.
    let current = cast.realm.roster.clone().unwrap();
    cast.realm.change(read_amendments(&enrolled.install_file, &current, &cast.realm.realm).unwrap());
    cast.realm.install(&mut vault);
    let mut new = ObserverDesk::open(vault).unwrap();
    answers(&mut cast, first, noon(11));
    let read = goes_down(&mut cast.commander, &mut new, noon(12));
    assert_eq!(aside(&read).iter().filter(|why| **why == SetAside::AnotherObserver).count(), 3, "{read:?}");
    assert!(new.answers().unwrap().is_empty());
    install(new.vault(), &enrolled.install_file, noon(13)).unwrap();
    read_set_aside_again(new.vault(), noon(13)).unwrap();
    assert_eq!(heard(&new).len(), 3);
    assert_eq!(new.vault().set_aside_count().unwrap(), 0);
}

#[test]
fn a_report_given_back_to_a_lost_device_goes_on_as_it_stands_and_nobody_waits_for_it() {
    let Story { mut cast, reports: [_, second, _], .. } = before_the_loss();
    let old = me(&mut cast.observer);
    let (mut new, _) = replaced(&cast.realm, &mut cast.commander, old, "new-device", noon(10));
    let rows = cast.commander.queue_rows(noon(11)).unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].state, QueueState::Returned(ReturnReason::CountsMissing));
    let due = rows[0].due;
    // He tells what he remembers in a new report. That one is a report of its own.
    goes_down(&mut cast.commander, &mut new, noon(12));
    files_a_report(&mut new, noon(13), 9);
    handed_in(&mut new, &mut cast.commander, noon(14));
    let too_soon = cast.commander.forward_what_is_due(noon(15), &mut SeededDice(15)).unwrap();
    assert!(too_soon.iter().all(|one| one.reports.is_empty()), "{too_soon:?}");
    let gone = cast.commander.forward_what_is_due(due, &mut SeededDice(16)).unwrap();
    assert!(gone.iter().any(|one| one.reports.contains(&second)), "{gone:?}");
    let left: Vec<Digest> =
        cast.commander.queue_rows(due).unwrap().into_iter().map(|row| row.digest).collect();
    assert!(!left.contains(&second), "{left:?}");
    carried(cast.commander.vault(), cast.cell.vault(), due);
    let inbox = cast.cell.inbox().unwrap();
    let review = inbox.iter().find(|one| one.held.digest == second).unwrap().review.as_ref().unwrap();
    assert!(review.as_it_stands && review.grade.to_string() == "F6");
}

#[test]
fn a_replaced_device_is_no_silent_observer_and_its_successor_is_one_in_time() {
    let Story { mut cast, .. } = before_the_loss();
    let old = me(&mut cast.observer);
    let (mut new, _) = replaced(&cast.realm, &mut cast.commander, old, "new-device", noon(10));
    let report = files_a_report(&mut new, noon(11), 9);
    handed_in(&mut new, &mut cast.commander, noon(12));
    forwarded(&mut cast, noon(13));
    assert!(cast.cell.inbox().unwrap().iter().any(|one| one.held.digest == report));
    let later = noon(0).plus_hours(24 * 60);
    let silent: Vec<MemberId> = (cast.cell.findings(later).unwrap().into_iter())
        .filter(|finding| matches!(finding.amiss, Amiss::Silent(_)))
        .map(|finding| finding.observer)
        .collect();
    assert_eq!(silent, [me(&mut new)]);
    // Until the word that replaced it arrives, a lost device looks like any silent one.
    let untold = crate::support::realm::cast();
    let silent = untold.cell.findings(later).unwrap();
    assert!(silent.iter().any(|finding| matches!(finding.amiss, Amiss::Silent(_))));
}

#[test]
fn where_nobody_commands_the_cell_answers_the_new_device_itself() {
    let Story { mut cast, reports: [first, ..], .. } = before_the_loss();
    let old = me(&mut cast.observer);
    let (mut new, _) = replaced(&cast.realm, &mut cast.commander, old, "new-device", noon(10));
    forwarded(&mut cast, noon(11));
    let commander = cast.commander.vault().profile().me;
    cast.realm.revoke(commander, 0);
    for vault in [cast.cell.vault(), new.vault()] {
        cast.realm.install(vault);
    }
    let outcome = Outcome::new(FeedbackStatus::LinkedToKnown, None).unwrap();
    cast.cell.answer(first, outcome, Narrative::new("The van was known.").ok(), None, noon(12)).unwrap();
    cast.cell.acknowledge(noon(12)).unwrap();
    cast.cell.pack(noon(12), &mut SeededDice(12)).unwrap();
    let read = carried(cast.cell.vault(), new.vault(), noon(13));
    assert_eq!(aside(&read), vec![], "{read:?}");
    assert!(heard(&new).contains(&(AnswerKind::Feedback, vec![1])));
    assert!(cast.cell.pack(noon(14), &mut SeededDice(14)).unwrap().is_empty());
}

#[test]
fn the_commands_say_that_an_answer_is_of_an_earlier_device() {
    let Story { mut cast, reports: [first, ..], .. } = before_the_loss();
    let old = me(&mut cast.observer);
    let (mut new, _) = replaced(&cast.realm, &mut cast.commander, old, "new-device", noon(10));
    answers(&mut cast, first, noon(11));
    goes_down(&mut cast.commander, &mut new, noon(12));
    drop(new);
    let realm = &cast.realm;
    let pass = realm.home("pass");
    fs::write(&pass, PASSPHRASE).unwrap();
    let says = |words: &[&str]| {
        let mut program = Command::new(PROGRAM);
        program.arg("--home").arg(realm.home("new-device")).arg("--passphrase-file").arg(&pass);
        let output = program.args(words).output().unwrap();
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let listed: Value = serde_json::from_str(&says(&["--json", "answers", "list"])).unwrap();
    let listed = listed.as_array().unwrap();
    assert_eq!(listed.len(), 3);
    for answer in listed {
        assert_eq!(answer["about"], Value::Array(Vec::new()));
        assert_eq!(answer["of_earlier_device"][0]["device"], old.to_string());
    }
    let of = |kind: &str| {
        let answer = listed.iter().find(|answer| answer["kind"] == kind).unwrap();
        answer["id"].as_str().unwrap().to_owned()
    };
    says(&["settings", "set", "language", "en"]);
    assert!(says(&["answers", "list"]).contains("earlier device: 1"));
    let shown = says(&["answers", "show", &of("feedback")]);
    assert!(shown.contains("It is about report 1 of your earlier device"), "{shown}");
    assert!(shown.contains("The van was known."), "{shown}");
    let shown = says(&["answers", "show", &of("return")]);
    assert!(shown.contains("nobody waits for that") && shown.contains("report 2 of your earlier"), "{shown}");
}
