//! Nobody in the middle reads, rewrites, replays or quietly drops a report.

use vigilia::desks::cell::CellDesk;
use vigilia::desks::cell::findings::Amiss;
use vigilia::desks::commander::CommanderDesk;
use vigilia::desks::error::DeskError;
use vigilia::desks::intake::read_packet;
use vigilia::desks::intake::set_aside::SetAside;
use vigilia::desks::observer::ObserverDesk;
use vigilia::domain::answer::Outcome;
use vigilia::domain::chain::ChainFinding;
use vigilia::domain::feedback_status::FeedbackStatus;
use vigilia::domain::ids::{Digest, PacketId};
use vigilia::domain::marking::Marking;
use vigilia::domain::people::{Addressee, Role};
use vigilia::domain::precedence::Precedence;
use vigilia::domain::time::Timestamp;
use vigilia::vault::packets::RoadName;
use vigilia::vault::unlock::Vault;
use vigilia::wire::contents::Contents;
use vigilia::wire::packet::{Packet, PacketError};
use vigilia::wire::report::ReportV1;
use vigilia::wire::sealing::{Dispatch, OpeningError, seal_packet};
use vigilia::wire::spelling::Plain;
use vigilia::wire::statement::{SignedStatement, SignerError, StatementError, sign};

use crate::support::realm::{Cast, SeededDice, TestRealm, cast, cast_in, noon};
use crate::support::sightings::files_a_report;

fn only_packet(vault: &mut Vault) -> Vec<u8> {
    let pending = vault.pending(RoadName::Relay).unwrap();
    assert_eq!(pending.len(), 1);
    vault.packet_bytes(pending[0].digest).unwrap()
}

/// Observer files `count` reports, one packet each; the commander has read none of them.
fn packets(cast: &mut Cast, count: u64) -> Vec<Vec<u8>> {
    let mut dice = SeededDice(11);
    (0..count)
        .map(|number| {
            let at = noon(u32::try_from(number).unwrap());
            files_a_report(&mut cast.observer, at, 100 + number);
            let made = cast.observer.pack(at, &mut dice).unwrap();
            cast.observer.vault().packet_bytes(made[0]).unwrap()
        })
        .collect()
}

/// A packet somebody makes by hand, with his own keys.
fn handmade(vault: &Vault, to: Addressee, statements: Vec<SignedStatement>, now: Timestamp) -> Packet {
    let dispatch = Dispatch {
        packet: PacketId::fresh(now, &mut SeededDice(99)),
        to,
        precedence: Precedence::Routine,
        marking: Marking::default(),
        created: now,
    };
    let contents = Contents { statements, ..Contents::default() };
    seal_packet(&contents, &dispatch, &vault.roster().unwrap().unwrap(), &vault.profile().signing).unwrap()
}

/// The commander grades everything and forwards; gives back the packet with the words.
fn forward(commander: &mut CommanderDesk, now: Timestamp) -> Vec<u8> {
    for owed in commander.queue().unwrap() {
        commander.review(owed.held.digest, Default::default(), now).unwrap();
    }
    let forwarded = commander.forward(now, &mut SeededDice(21)).unwrap();
    commander.vault().packet_bytes(forwarded[0].words.0).unwrap()
}

/// What the cell finds amiss.
fn amiss(cell: &mut CellDesk, now: Timestamp) -> Vec<Amiss> {
    cell.findings(now).unwrap().into_iter().map(|found| found.amiss).collect()
}

fn opening_error(outcome: Result<vigilia::desks::intake::Intake, DeskError>) -> OpeningError {
    match outcome {
        Err(DeskError::Opening(error)) => error,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_packet_for_somebody_else_is_carried_not_opened() {
    let mut cast = cast();
    let packet = packets(&mut cast, 1).remove(0);
    let error = opening_error(read_packet(cast.cell.vault(), packet, noon(5)));
    assert!(matches!(error, OpeningError::NotForMe), "{error:?}");
}

#[test]
fn the_same_packet_again_by_another_road_does_nothing() {
    let mut cast = cast();
    let packet = packets(&mut cast, 1).remove(0);
    assert!(!read_packet(cast.commander.vault(), packet.clone(), noon(5)).unwrap().again);
    assert!(read_packet(cast.commander.vault(), packet, noon(6)).unwrap().again);
    assert_eq!(cast.commander.queue().unwrap().len(), 1);
}

#[test]
fn packets_in_any_order_end_in_the_same_store() {
    let mut cast = cast();
    let mut all = packets(&mut cast, 4);
    all.reverse();
    for packet in all {
        assert!(read_packet(cast.commander.vault(), packet, noon(9)).unwrap().set_aside.is_empty());
    }
    let words = forward(&mut cast.commander, noon(10));
    read_packet(cast.cell.vault(), words, noon(11)).unwrap();
    assert_eq!(cast.cell.inbox().unwrap().len(), 4);
    assert_eq!(cast.cell.findings(noon(12)).unwrap(), vec![]);
}

#[test]
fn an_altered_packet_is_refused_wherever_the_bit_flips() {
    let mut cast = cast();
    let packet = packets(&mut cast, 1).remove(0);
    let step = packet.len() / 97;
    for position in (0..packet.len()).step_by(step) {
        let mut altered = packet.clone();
        altered[position] ^= 0x10;
        assert!(read_packet(cast.commander.vault(), altered, noon(5)).is_err(), "byte {position}");
    }
    for length in (0..packet.len()).step_by(step) {
        let cut = packet[..length].to_vec();
        assert!(read_packet(cast.commander.vault(), cut, noon(5)).is_err(), "{length} bytes");
    }
    assert!(cast.commander.queue().unwrap().is_empty(), "nothing half-read");
    assert!(!read_packet(cast.commander.vault(), packet, noon(6)).unwrap().again);
}

#[test]
fn a_commander_who_edits_a_report_is_refused_by_the_cell() {
    let mut cast = cast();
    let packet = packets(&mut cast, 1).remove(0);
    read_packet(cast.commander.vault(), packet, noon(5)).unwrap();
    let digest = cast.commander.queue().unwrap()[0].held.digest;
    // He changes the words and signs them himself, in the observer's place.
    let mut said = cast.commander.vault().signed::<ReportV1>(digest).unwrap().payload;
    said.facts = vigilia::domain::text::Narrative::new("Nothing out of the ordinary.").ok().map(Plain);
    let profile = cast.commander.vault().profile();
    let forged = sign(said, &profile.signing, profile.realm.id()).unwrap();
    let packet =
        handmade(cast.commander.vault(), Addressee::Role(Role::Cell), vec![forged.statement], noon(6));
    let intake = read_packet(cast.cell.vault(), packet.bytes().to_vec(), noon(7)).unwrap();
    let reason = SetAside::Statement(StatementError::Signer(SignerError::WrongRole));
    assert_eq!(intake.set_aside.iter().map(|(_, reason)| *reason).collect::<Vec<_>>(), vec![reason]);
    assert!(cast.cell.inbox().unwrap().is_empty());
}

#[test]
fn a_commander_who_drops_a_report_is_seen_by_the_cell() {
    let mut cast = cast();
    let mut all = packets(&mut cast, 3);
    all.remove(1);
    for packet in all {
        read_packet(cast.commander.vault(), packet, noon(5)).unwrap();
    }
    let words = forward(&mut cast.commander, noon(6));
    read_packet(cast.cell.vault(), words, noon(7)).unwrap();
    assert_eq!(amiss(&mut cast.cell, noon(8)), vec![Amiss::Chain(ChainFinding::Missing { from: 2, to: 2 })]);
}

#[test]
fn a_commander_who_drops_the_last_report_is_seen_by_its_tally() {
    let mut cast = cast();
    let all = packets(&mut cast, 2);
    for packet in all {
        read_packet(cast.commander.vault(), packet, noon(5)).unwrap();
    }
    // He forwards the tallies, as he must, but only the first report.
    let queue = cast.commander.queue().unwrap();
    let first = queue.iter().find(|owed| owed.held.report.head().sequence == 1).unwrap().held.digest;
    let vault = cast.commander.vault();
    let tallies = vault.latest_tallies().unwrap();
    let statements = [first, tallies[0].1].iter().map(|digest| vault.statement(*digest).unwrap()).collect();
    let packet = handmade(vault, Addressee::Role(Role::Cell), statements, noon(6));
    read_packet(cast.cell.vault(), packet.bytes().to_vec(), noon(7)).unwrap();
    assert_eq!(amiss(&mut cast.cell, noon(8)), vec![Amiss::Chain(ChainFinding::Missing { from: 2, to: 2 })]);
}

#[test]
fn two_different_reports_with_one_number_are_never_both_taken() {
    let mut cast = cast();
    let packet = packets(&mut cast, 1).remove(0);
    read_packet(cast.commander.vault(), packet, noon(5)).unwrap();
    // The observer's keys sign another history with the same number.
    let vault = cast.observer.vault();
    let digest = vault.last_of_chain(vault.profile().me).unwrap().unwrap().1;
    let mut said = vault.signed::<ReportV1>(digest).unwrap().payload;
    said.just_odd = true;
    let profile = vault.profile();
    let fork = sign(said, &profile.signing, profile.realm.id()).unwrap();
    let commander = Addressee::Member(cast.commander.vault().profile().me);
    let packet = handmade(cast.observer.vault(), commander, vec![fork.statement], noon(6));
    let intake = read_packet(cast.commander.vault(), packet.bytes().to_vec(), noon(7)).unwrap();
    assert_eq!(
        intake.set_aside.iter().map(|(_, reason)| *reason).collect::<Vec<_>>(),
        vec![SetAside::Forked]
    );
    assert_eq!(cast.commander.queue().unwrap().len(), 1);
}

#[test]
fn a_review_that_overtakes_its_report_is_taken_when_the_report_comes() {
    let mut cast = cast();
    let packet = packets(&mut cast, 1).remove(0);
    read_packet(cast.commander.vault(), packet, noon(5)).unwrap();
    let digest = cast.commander.queue().unwrap()[0].held.digest;
    cast.commander.review(digest, Default::default(), noon(6)).unwrap();
    let vault = cast.commander.vault();
    let (review, _) = vault.review_of(digest).unwrap().unwrap();
    let early = handmade(vault, Addressee::Role(Role::Cell), vec![vault.statement(review).unwrap()], noon(6));
    let late = handmade(vault, Addressee::Role(Role::Cell), vec![vault.statement(digest).unwrap()], noon(7));
    let intake = read_packet(cast.cell.vault(), early.bytes().to_vec(), noon(8)).unwrap();
    assert_eq!(intake.set_aside.iter().map(|(_, reason)| *reason).collect::<Vec<_>>(), vec![SetAside::Early]);
    read_packet(cast.cell.vault(), late.bytes().to_vec(), noon(9)).unwrap();
    assert!(cast.cell.inbox().unwrap()[0].review.is_some());
    assert_eq!(cast.cell.vault().set_aside_count().unwrap(), 0);
}

#[test]
fn an_exercise_never_enters_the_live_realm_nor_the_other_way_round() {
    let mut exercise = cast();
    let mut live = cast_in(TestRealm::live("LIVE"));
    let from_exercise = packets(&mut exercise, 1).remove(0);
    let from_live = packets(&mut live, 1).remove(0);
    for (vault, foreign) in [(live.commander.vault(), from_exercise), (exercise.commander.vault(), from_live)]
    {
        let error = opening_error(read_packet(vault, foreign, noon(5)));
        assert!(matches!(error, OpeningError::Packet(PacketError::Label(_))), "{error:?}");
        assert_eq!(vault.reports().unwrap().len(), 0);
    }
    // Not even with the same keys: a statement is bound to the realm it was signed in.
    let vault = exercise.observer.vault();
    let digest = vault.last_of_chain(vault.profile().me).unwrap().unwrap().1;
    let statement = vault.statement(digest).unwrap();
    let key = vault.profile().signing.verifying_key();
    let unverified = vigilia::wire::statement::UnverifiedStatement::parse(statement.bytes()).unwrap();
    assert_eq!(
        unverified.verify_with::<ReportV1>(&key, live.realm.realm.id()).unwrap_err(),
        StatementError::BadSignature
    );
}

#[test]
fn an_unknown_signers_report_is_read_again_when_a_newer_roster_knows_him() {
    let mut cast = cast();
    let mut newcomer = cast.realm.apply(Role::Observer, "KFOR1-OBS2", Some("KFOR1"));
    let old = cast.realm.roster.clone().unwrap();
    cast.realm.admit(&mut [&mut newcomer]);
    let mut newcomer = vigilia::desks::observer::ObserverDesk::open(newcomer).unwrap();
    let digest = files_a_report(&mut newcomer, noon(1), 55);
    let statement = newcomer.vault().statement(digest).unwrap();
    // The commander still has the old roster; a colleague's packet brings the newcomer's report.
    let commander = Addressee::Member(cast.commander.vault().profile().me);
    let packet = handmade(cast.observer.vault(), commander, vec![statement], noon(2));
    assert_eq!(cast.commander.vault().roster().unwrap().unwrap().epoch(), old.epoch());
    let intake = read_packet(cast.commander.vault(), packet.bytes().to_vec(), noon(3)).unwrap();
    assert_eq!(intake.set_aside.len(), 1);
    cast.realm.install(cast.commander.vault());
    let read = vigilia::desks::intake::read_set_aside_again(cast.commander.vault(), noon(4)).unwrap();
    assert_eq!(read, 1);
    assert_eq!(cast.commander.queue().unwrap()[0].held.digest, digest);
}

#[test]
fn what_a_revoked_member_signs_later_is_refused_and_what_was_known_stays_good() {
    let mut cast = cast();
    let all = packets(&mut cast, 2);
    let me = cast.observer.vault().profile().me;
    cast.realm.revoke(me, 1);
    cast.realm.install(cast.commander.vault());
    cast.realm.install(cast.cell.vault());
    // A packet of his own brings the report that was known before, whenever it comes, and nothing else.
    let intake = read_packet(cast.commander.vault(), all[0].clone(), noon(5)).unwrap();
    assert_eq!((intake.taken.len(), intake.set_aside.len()), (1, 1), "{intake:?}");
    assert_eq!(cast.commander.queue().unwrap()[0].held.report.head().sequence, 1);
    // Carried by somebody in good standing, report 1 was known before and counts; report 2 does not.
    let vault = cast.observer.vault();
    let statements: Vec<SignedStatement> =
        vault.chain(me).unwrap().0.iter().map(|link| vault.statement(link.digest).unwrap()).collect();
    let packet = handmade(cast.commander.vault(), Addressee::Role(Role::Cell), statements, noon(6));
    let intake = read_packet(cast.cell.vault(), packet.bytes().to_vec(), noon(7)).unwrap();
    assert_eq!((intake.taken.len(), intake.set_aside.len()), (1, 1));
    assert_eq!(cast.cell.inbox().unwrap()[0].held.report.head().sequence, 1);

    // Where nothing of somebody stays good, his packet is refused at the label, whatever date it claims.
    let mut other = cast.realm.apply(Role::Observer, "KFOR1-OBS9", Some("KFOR1"));
    cast.realm.admit(&mut [&mut other]);
    let mut other = ObserverDesk::open(other).unwrap();
    files_a_report(&mut other, noon(8), 9);
    other.pack(noon(8), &mut SeededDice(9)).unwrap();
    let name = other.vault().outgoing().unwrap()[0].digest;
    let bytes = other.vault().packet_bytes(name).unwrap();
    let he = other.vault().profile().me;
    cast.realm.revoke(he, 0);
    cast.realm.install(cast.commander.vault());
    let error = opening_error(read_packet(cast.commander.vault(), bytes, noon(9)));
    assert!(
        matches!(
            error,
            OpeningError::Packet(PacketError::Label(StatementError::Signer(SignerError::Revoked)))
        ),
        "{error:?}"
    );
}

#[test]
fn a_report_nobody_reviews_goes_on_as_it_stands_when_its_time_is_up() {
    let mut cast = cast();
    let packet = packets(&mut cast, 1).remove(0);
    read_packet(cast.commander.vault(), packet, noon(5)).unwrap();
    let mut dice = SeededDice(3);
    assert!(
        matches!(cast.commander.forward(noon(60), &mut dice), Err(DeskError::Empty(_))),
        "still has time"
    );
    let forwarded = cast.commander.forward(noon(0).plus_hours(73), &mut dice).unwrap();
    let words = cast.commander.vault().packet_bytes(forwarded[0].words.0).unwrap();
    read_packet(cast.cell.vault(), words, noon(0).plus_hours(74)).unwrap();
    let received = cast.cell.inbox().unwrap().remove(0);
    let review = received.review.unwrap();
    assert!(review.as_it_stands);
    assert_eq!(review.grade.to_string(), "F6");
}

#[test]
fn the_commanders_text_never_reaches_the_observer() {
    let mut cast = cast();
    let packet = packets(&mut cast, 1).remove(0);
    read_packet(cast.commander.vault(), packet, noon(5)).unwrap();
    let words = forward(&mut cast.commander, noon(6));
    read_packet(cast.cell.vault(), words, noon(7)).unwrap();
    let digest: Digest = cast.cell.inbox().unwrap()[0].held.digest;
    let outcome = Outcome::new(FeedbackStatus::UnderInvestigation, None).unwrap();
    let text = |words| vigilia::domain::text::Narrative::new(words).ok();
    cast.cell.answer(digest, outcome, text("Thank you."), text("Suspect known to us."), noon(8)).unwrap();
    cast.cell.acknowledge(noon(9)).unwrap();
    cast.cell.pack(noon(9), &mut SeededDice(4)).unwrap();
    let packet = only_packet(cast.cell.vault());
    read_packet(cast.commander.vault(), packet, noon(10)).unwrap();
    cast.commander.pass_down(noon(11), &mut SeededDice(5)).unwrap();
    let pending = cast.commander.vault().pending(RoadName::Relay).unwrap();
    let me = cast.observer.vault().profile().me;
    let down = pending.iter().find(|packet| packet.addressee == Addressee::Member(me)).unwrap().digest;
    let down = cast.commander.vault().packet_bytes(down).unwrap();
    let intake = read_packet(cast.observer.vault(), down, noon(12)).unwrap();
    assert_eq!((intake.taken.len(), intake.set_aside.len()), (2, 0), "acknowledgement and his own feedback");
    let commanders = vigilia::domain::answer::Audience::Commander;
    assert!(cast.observer.vault().feedback_on(digest, commanders).unwrap().is_empty());
}

#[test]
fn a_device_whose_clock_is_years_off_loses_nothing_and_says_so() {
    let mut cast = cast();
    let long_ago = Timestamp::parse("2019-01-01T00:00:00Z").unwrap();
    let digest = files_a_report(&mut cast.observer, long_ago, 8);
    cast.observer.pack(long_ago, &mut SeededDice(1)).unwrap();
    let packet = only_packet(cast.observer.vault());
    read_packet(cast.commander.vault(), packet, noon(5)).unwrap();
    let held = cast.commander.queue().unwrap().remove(0).held;
    assert_eq!(held.digest, digest);
    assert_eq!(held.report.head().clock.to_string(), "doubtful");
}

#[test]
fn an_older_roster_or_one_of_another_realm_never_replaces_the_one_in_force() {
    let mut cast = cast();
    let first = cast.realm.roster.clone().unwrap();
    cast.realm.revoke(cast.observer.vault().profile().me, 0);
    let now = noon(1);
    cast.realm.install(cast.commander.vault());
    let older = vigilia::desks::enrolment::install(cast.commander.vault(), first.bytes(), now).unwrap_err();
    assert!(
        matches!(older, DeskError::Vault(vigilia::vault::error::VaultError::OlderRoster { held: 2 })),
        "{older:?}"
    );
    let mut elsewhere = TestRealm::live("LIVE");
    elsewhere.admit(&mut []);
    let foreign = elsewhere.roster.unwrap();
    let refused =
        vigilia::desks::enrolment::install(cast.commander.vault(), foreign.bytes(), now).unwrap_err();
    assert!(matches!(refused, DeskError::Roster(_)), "{refused:?}");
    assert_eq!(cast.commander.vault().roster().unwrap().unwrap().epoch(), 2);
}

#[test]
fn an_observers_packet_without_its_slot_is_taken_and_told_of() {
    let mut cast = cast();
    let whole = packets(&mut cast, 1).remove(0);
    assert!(!read_packet(cast.commander.vault(), whole, noon(5)).unwrap().slot_missing);
    let digest = files_a_report(&mut cast.observer, noon(6), 300);
    let statement = cast.observer.vault().statement(digest).unwrap();
    let commander = Addressee::Member(cast.commander.vault().profile().me);
    let packet = handmade(cast.observer.vault(), commander, vec![statement], noon(7));
    let intake = read_packet(cast.commander.vault(), packet.bytes().to_vec(), noon(8)).unwrap();
    assert!(intake.slot_missing);
    assert_eq!(intake.taken.len(), 1, "nothing is lost over it");
}

#[test]
fn slots_that_were_promised_and_do_not_arrive_are_seen_by_the_cell() {
    let mut cast = cast();
    for packet in packets(&mut cast, 3) {
        read_packet(cast.commander.vault(), packet, noon(5)).unwrap();
    }
    let words = forward(&mut cast.commander, noon(6));
    read_packet(cast.cell.vault(), words, noon(7)).unwrap();
    assert_eq!(cast.cell.outstanding().unwrap().slots, 3);
    let followers: Vec<Digest> =
        cast.commander.vault().pending(RoadName::Relay).unwrap().iter().map(|packet| packet.digest).collect();
    for packet in followers {
        let bytes = cast.commander.vault().packet_bytes(packet).unwrap();
        read_packet(cast.cell.vault(), bytes, noon(8)).unwrap();
    }
    assert_eq!(cast.cell.outstanding().unwrap(), Default::default());
}

#[test]
fn a_report_that_a_batch_names_and_does_not_bring_is_seen_by_the_cell() {
    let mut cast = cast();
    let packet = packets(&mut cast, 1).remove(0);
    read_packet(cast.commander.vault(), packet, noon(5)).unwrap();
    let digest = cast.commander.queue().unwrap()[0].held.digest;
    forward(&mut cast.commander, noon(6));
    // He sends the batch statement, and keeps the report back.
    let vault = cast.commander.vault();
    let batch = vault.batch_of(digest).unwrap().unwrap();
    let packet = handmade(vault, Addressee::Role(Role::Cell), vec![vault.statement(batch).unwrap()], noon(7));
    read_packet(cast.cell.vault(), packet.bytes().to_vec(), noon(8)).unwrap();
    assert_eq!(cast.cell.outstanding().unwrap().reports, vec![digest]);
}
