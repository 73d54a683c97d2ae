//! What a commander sees of what he owes, what he says of it, and what goes on without him.

use vigilia::desks::cell::CellDesk;
use vigilia::desks::commander::judging::europol_for;
use vigilia::desks::commander::queue::{QueueRow, QueueState};
use vigilia::desks::commander::{CommanderDesk, Judgement};
use vigilia::desks::error::DeskError;
use vigilia::desks::intake::read_packet;
use vigilia::desks::observer::ObserverDesk;
use vigilia::desks::signer::Signature;
use vigilia::domain::alert::Alert;
use vigilia::domain::catalogue::ilo::IloDimension;
use vigilia::domain::custody::Operation;
use vigilia::domain::draft::Draft;
use vigilia::domain::grading::{Basis, HandlingCode, InformationCredibility, NatoGrade, SourceReliability};
use vigilia::domain::ids::Digest;
use vigilia::domain::mark::MarkKind;
use vigilia::domain::marking::{Caveat, Marking};
use vigilia::domain::observation::{Language, LocalAuthority};
use vigilia::domain::observation_terms::TriState;
use vigilia::domain::overdue::Countdown;
use vigilia::domain::people::{Addressee, Role};
use vigilia::domain::precedence::Precedence;
use vigilia::domain::repeats::RepeatReason;
use vigilia::domain::return_reason::ReturnReason;
use vigilia::domain::standing::{Stage, Standing};
use vigilia::domain::text::{Line, Narrative};
use vigilia::domain::time::Timestamp;
use vigilia::vault::packets::RoadName;
use vigilia::vault::unlock::Vault;

use crate::support::realm::{Cast, SeededDice, TestRealm, cast, noon, passphrase};
use crate::support::sightings::{files_a_report, grey_van};

fn carry(from: &mut Vault, to: &mut Vault, now: Timestamp) {
    let me = (to.profile().me, to.profile().role);
    for packet in from.pending(RoadName::Relay).unwrap() {
        if packet.addressee.includes(me.0, me.1) {
            read_packet(to, from.packet_bytes(packet.digest).unwrap(), now).unwrap();
        }
    }
}

/// Files what a draft becomes; gives back its digest.
fn files(desk: &mut ObserverDesk, now: Timestamp, seed: u64, change: impl FnOnce(&mut Draft)) -> Digest {
    let draft = desk.begin(Language::English, now, &mut SeededDice(seed)).unwrap();
    let id = draft.id;
    desk.discard(id, now).unwrap();
    let mut draft = grey_van(draft, now);
    change(&mut draft);
    desk.keep(&draft, now).unwrap();
    let filed = desk.file(id, now).unwrap();
    desk.vault().report_digest(filed.head().id).unwrap()
}

/// Files a version that completes a report.
fn completes(desk: &mut ObserverDesk, old: Digest, now: Timestamp) -> Digest {
    let id = desk.vault().report(old).unwrap().report.head().id;
    let draft = desk.begin_correction(id, now, &mut SeededDice(900)).unwrap();
    let filed = desk.file(draft.id, now).unwrap();
    desk.vault().report_digest(filed.head().id).unwrap()
}

fn hands_in(observer: &mut ObserverDesk, commander: &mut CommanderDesk, now: Timestamp) {
    observer.pack(now, &mut SeededDice(now.unix_millis())).unwrap();
    carry(observer.vault(), commander.vault(), now);
}

/// The report that goes first by itself, and the time it has.
fn soonest(desk: &CommanderDesk, now: Timestamp) -> Option<(Digest, Countdown)> {
    let first = desk.queue_rows(now).unwrap().into_iter().min_by_key(|row| (row.due, row.recorded))?;
    Some((first.digest, first.countdown(now)))
}

fn row(desk: &CommanderDesk, report: Digest, now: Timestamp) -> QueueRow {
    desk.queue_rows(now).unwrap().into_iter().find(|row| row.digest == report).unwrap()
}

fn of_the_cell(cell: &mut CellDesk, report: Digest) -> vigilia::domain::report::Review {
    cell.vault().review_of(report).unwrap().unwrap().1
}

/// Three observers of one contingent, their commander, the cell.
struct Contingent {
    observers: Vec<ObserverDesk>,
    commander: CommanderDesk,
    cell: CellDesk,
}

fn contingent() -> Contingent {
    let mut realm = TestRealm::exercise("SILVER ARROW");
    let names = ["KFOR1-OBS1", "KFOR1-OBS2", "KFOR1-OBS3"];
    let mut observers = names.map(|name| realm.apply(Role::Observer, name, Some("KFOR1")));
    let mut commander = realm.apply(Role::Commander, "KFOR1-CMD", Some("KFOR1"));
    let mut cell = realm.apply(Role::Cell, "CELL", None);
    let mut integrity = realm.apply(Role::Integrity, "INTEGRITY", None);
    let [one, two, three] = &mut observers;
    realm.admit(&mut [one, two, three, &mut commander, &mut cell, &mut integrity]);
    Contingent {
        observers: observers.into_iter().map(|vault| ObserverDesk::open(vault).unwrap()).collect(),
        commander: CommanderDesk::open(commander).unwrap(),
        cell: CellDesk::open(cell).unwrap(),
    }
}

#[test]
fn the_queue_says_of_each_report_what_the_whole_report_says_in_its_order() {
    let mut cast = cast();
    let urgent = |draft: &mut Draft| draft.precedence = Some(Precedence::Immediate);
    let first = files(&mut cast.observer, noon(0), 1, |_| {});
    hands_in(&mut cast.observer, &mut cast.commander, noon(1));
    let second = files(&mut cast.observer, noon(2), 2, |_| {});
    let third = files(&mut cast.observer, noon(3), 3, urgent);
    hands_in(&mut cast.observer, &mut cast.commander, noon(4));

    let rows = cast.commander.queue_rows(noon(5)).unwrap();
    let order: Vec<Digest> = rows.iter().map(|row| row.digest).collect();
    assert_eq!(order, [third, first, second], "precedence, then the least time left");
    for (row, whole) in rows.iter().zip([third, first, second]) {
        let held = cast.commander.vault().report(whole).unwrap();
        let (head, seen) = (held.report.head(), held.report.observation());
        assert_eq!(
            (row.id, row.sequence, row.author, row.recorded),
            (head.id, head.sequence, head.author, head.recorded)
        );
        assert_eq!(row.callsign.as_ref().unwrap().as_str(), "KFOR1-OBS1");
        assert_eq!((row.observed.from(), row.observed.to()), (seen.observed.from(), seen.observed.to()));
        assert_eq!(row.place.as_ref(), seen.place.words());
        assert_eq!(row.position.as_ref(), seen.place.position().map(|position| &position.given));
        assert!(row.indicators.iter().eq(seen.indicators.iter().map(|indicator| &indicator.id)));
        assert_eq!((row.minors, row.attachments), (seen.counts.minors(), 0));
        assert_eq!(row.due, row.received.plus_hours(72));
        assert_eq!((row.state, row.completes, row.superseded), (QueueState::New, None, false));
        assert_eq!(row.precedence, head.precedence);
        assert_eq!(row.suggests_immediate, whole == third);
    }
    assert_eq!(cast.commander.queue_rows_of(&order).unwrap(), rows, "read by themselves they say the same");
    assert_eq!(soonest(&cast.commander, noon(5)), Some((first, Countdown::Left(72 * 3_600 - 240))));

    // One act, one row to read again.
    cast.commander.review(first, Judgement::graded("B2".parse().unwrap()), noon(6)).unwrap();
    let again = cast.commander.queue_rows_of(&[first]).unwrap();
    assert_eq!(again[0].state, QueueState::Reviewed("B2".parse().unwrap()));
    cast.commander.forward(noon(7), &mut SeededDice(7)).unwrap();
    assert!(cast.commander.queue_rows_of(&[first]).unwrap().is_empty(), "it has gone");
    assert_eq!(cast.commander.queue_rows(noon(8)).unwrap().len(), 2);
}

#[test]
fn only_the_commander_releases_immediate_and_nobody_flash() {
    let mut cast = cast();
    let report =
        files(&mut cast.observer, noon(0), 1, |draft| draft.precedence = Some(Precedence::Immediate));
    hands_in(&mut cast.observer, &mut cast.commander, noon(1));
    let desk = &mut cast.commander;
    assert!(row(desk, report, noon(2)).suggests_immediate);
    assert_eq!(desk.review(report, Judgement::default(), noon(2)).unwrap().precedence, Precedence::Priority);
    let after = row(desk, report, noon(2));
    assert_eq!((after.precedence, after.suggests_immediate), (Precedence::Priority, false));
    let release = |precedence| Judgement { precedence: Some(precedence), ..Judgement::default() };
    let flash = desk.review(report, release(Precedence::Flash), noon(3));
    assert!(matches!(flash, Err(DeskError::NotReleasable)));
    desk.review(report, release(Precedence::Immediate), noon(3)).unwrap();
    assert_eq!(row(desk, report, noon(4)).precedence, Precedence::Immediate);
}

#[test]
fn a_judgement_arrives_whole_and_takes_nothing_of_the_authors_away() {
    let mut cast = cast();
    let report = files(&mut cast.observer, noon(0), 1, |draft| {
        draft.indicators[0].id = "trn.official_lets_pass".parse().unwrap();
    });
    let other = files(&mut cast.observer, noon(1), 2, |_| {});
    hands_in(&mut cast.observer, &mut cast.commander, noon(2));
    let desk = &mut cast.commander;
    let authors = desk.vault().report(report).unwrap().report.head().caveats.clone();
    assert_eq!(authors, [Caveat::NoHostNation]);

    // Half a judgement is one: the other half cannot be judged yet.
    let half = Judgement { reliability: Some(SourceReliability::B), ..Judgement::default() };
    assert_eq!(desk.review(report, half.clone(), noon(3)).unwrap().grade.to_string(), "B6");
    let told = LocalAuthority {
        told: TriState::Yes,
        who: Line::new("border police, 1210Z").ok(),
        acted: TriState::No,
    };
    let judgement = Judgement {
        credibility: Some(InformationCredibility::ProbablyTrue),
        caveats: Some(vec![Caveat::VictimIdentity]),
        marking: Some(Marking::LimitedDistribution),
        comment: Narrative::new("Second time this week.").ok(),
        local_authority: Some(told.clone()),
        duplicate_of: Some(other),
        ..half
    };
    let review = desk.review(report, judgement.clone(), noon(4)).unwrap();
    assert_eq!(review.grade.to_string(), "B2");
    assert_eq!(review.caveats, [Caveat::NoHostNation, Caveat::VictimIdentity], "added to, never dropped");
    assert_eq!(review.handling.code(), HandlingCode::H2, "an official is involved");
    assert_eq!(review.europol, europol_for(review.grade, Basis::SawMyself));
    assert!(review.europol.unwrap().is_derived());

    // What no commander may say.
    let refused = |desk: &mut CommanderDesk, judgement| desk.review(report, judgement, noon(5)).unwrap_err();
    let lower = Judgement { marking: Some(Marking::Unclassified), ..Judgement::default() };
    assert!(matches!(refused(desk, lower), DeskError::MarkingLowered));
    let above = Judgement { marking: Some(Marking::Secret), ..Judgement::default() };
    assert!(matches!(refused(desk, above), DeskError::AboveCeiling(_)));
    for nobody in [report, Digest::from_bytes([9; 32])] {
        let of = Judgement { duplicate_of: Some(nobody), ..Judgement::default() };
        assert!(matches!(refused(desk, of), DeskError::NotADuplicate));
    }
    let back = Judgement { duplicate_of: Some(report), ..Judgement::default() };
    assert!(matches!(desk.review(other, back, noon(5)), Err(DeskError::NotADuplicate)), "not of each other");
    assert_eq!(desk.open_for_review(other, noon(5)).unwrap().duplicates, [report]);

    // Both go on, and the cell reads every word.
    desk.review(other, Judgement::default(), noon(6)).unwrap();
    desk.forward(noon(7), &mut SeededDice(7)).unwrap();
    carry(desk.vault(), cast.cell.vault(), noon(8));
    assert_eq!(cast.cell.inbox().unwrap().len(), 2);
    assert_eq!(of_the_cell(&mut cast.cell, report), review);
    assert_eq!(of_the_cell(&mut cast.cell, report).local_authority, Some(told));
}

#[test]
fn a_review_taken_back_before_it_goes_leaves_the_report_as_if_nobody_had_looked() {
    let mut cast = cast();
    let report = files_a_report(&mut cast.observer, noon(0), 1);
    hands_in(&mut cast.observer, &mut cast.commander, noon(1));
    let desk = &mut cast.commander;
    assert!(matches!(desk.take_back_review(report, noon(2)), Err(DeskError::NotReviewed)));
    let graded = Judgement::graded("B2".parse().unwrap());
    desk.review(report, graded.clone(), noon(3)).unwrap();
    let signed = desk.vault().review_of(report).unwrap().unwrap().0;
    desk.take_back_review(report, noon(3)).unwrap();
    assert_eq!(row(desk, report, noon(3)).state, QueueState::New);
    assert_eq!(Standing::of(&desk.vault().report(report).unwrap().facts).stage, Stage::Filed);
    assert!(desk.vault().holds(signed).unwrap(), "what was signed is never deleted");
    let entry = desk.vault().custody().unwrap().pop().unwrap();
    assert_eq!(
        (entry.operation, entry.object, entry.purpose.as_deref()),
        (Operation::Alteration, Some(report), Some("review taken back"))
    );

    // The very same words said again in the very same second count again.
    desk.review(report, graded.clone(), noon(3)).unwrap();
    assert_eq!(row(desk, report, noon(3)).state, QueueState::Reviewed("B2".parse().unwrap()));
    // And the last word is the last that was said, though the clock went back meanwhile.
    desk.review(report, Judgement::graded("C3".parse().unwrap()), noon(2)).unwrap();
    assert_eq!(desk.vault().review_of(report).unwrap().unwrap().1.grade.to_string(), "C3");
    desk.take_back_review(report, noon(4)).unwrap();
    assert!(desk.vault().review_of(report).unwrap().is_none(), "no earlier one comes back to life");

    // Taken back, it goes as it stands when its time is up, and then nothing is taken back any more.
    let late = noon(1).plus_hours(73);
    desk.forward_what_is_due(late, &mut SeededDice(8)).unwrap();
    assert!(matches!(desk.take_back_review(report, late), Err(DeskError::AlreadyForwarded)));
    assert!(matches!(desk.review(report, graded, late), Err(DeskError::AlreadyForwarded)));
    carry(desk.vault(), cast.cell.vault(), late);
    let review = of_the_cell(&mut cast.cell, report);
    assert!(review.as_it_stands && review.grade == NatoGrade::UNJUDGED);
}

#[test]
fn a_note_that_asks_to_investigate_is_refused_and_the_report_stays_owed() {
    let mut cast = cast();
    let report = files_a_report(&mut cast.observer, noon(0), 1);
    hands_in(&mut cast.observer, &mut cast.commander, noon(1));
    let desk = &mut cast.commander;
    let note = Line::new("Place unclear. Kunt u de bestuurder vragen waar het was?").unwrap();
    let refused =
        desk.give_back(report, ReturnReason::PlaceUnclear, Some(note.clone()), noon(2)).unwrap_err();
    let said = refused.to_string();
    let DeskError::AsksToInvestigate { at } = refused else { panic!("{said}") };
    assert_eq!(note.as_str().get(at), Some("Kunt u de bestuurder vragen"));
    assert!(said.contains("stays owed") && !said.contains("bestuurder"), "{said}");
    assert_eq!(row(desk, report, noon(3)).state, QueueState::New);
    assert!(desk.vault().open_returns().unwrap().is_empty(), "nothing was signed");

    let note = Line::new("Which of the two bridges?").ok();
    desk.give_back(report, ReturnReason::PlaceUnclear, note, noon(4)).unwrap();
    assert_eq!(row(desk, report, noon(5)).state, QueueState::Returned(ReturnReason::PlaceUnclear));
}

#[test]
fn what_is_given_back_comes_back_complete_and_both_versions_go_on() {
    let mut cast = cast();
    let old = files_a_report(&mut cast.observer, noon(0), 1);
    hands_in(&mut cast.observer, &mut cast.commander, noon(1));
    cast.commander.give_back(old, ReturnReason::CountsMissing, None, noon(2)).unwrap();
    cast.commander.give_back(old, ReturnReason::TimeUnclear, None, noon(2)).unwrap();
    cast.commander.pass_down(noon(3), &mut SeededDice(3)).unwrap();
    carry(cast.commander.vault(), cast.observer.vault(), noon(4));
    let new = completes(&mut cast.observer, old, noon(5));
    hands_in(&mut cast.observer, &mut cast.commander, noon(6));

    let desk = &mut cast.commander;
    let (first, second) = (row(desk, old, noon(7)), row(desk, new, noon(7)));
    assert_eq!((first.state, first.superseded), (QueueState::Returned(ReturnReason::TimeUnclear), true));
    assert_eq!(
        (second.state, second.completes, second.superseded),
        (QueueState::Completed, Some(old), false)
    );
    assert!(first.repeats.is_empty() && second.repeats.is_empty(), "they are one matter");
    let opened = desk.open_for_review(new, noon(7)).unwrap();
    assert_eq!(opened.versions.iter().map(|version| version.digest).collect::<Vec<_>>(), [old]);
    let opened = desk.open_for_review(old, noon(7)).unwrap();
    assert_eq!(opened.versions.iter().map(|version| version.digest).collect::<Vec<_>>(), [new]);
    let reasons: Vec<ReturnReason> = opened.returns.iter().map(|returned| returned.reason).collect();
    assert_eq!(reasons, [ReturnReason::CountsMissing, ReturnReason::TimeUnclear]);

    desk.review(new, Judgement::default(), noon(8)).unwrap();
    let gone = desk.forward(noon(9), &mut SeededDice(9)).unwrap();
    assert!(gone[0].reports.contains(&old) && gone[0].reports.contains(&new));
    carry(desk.vault(), cast.cell.vault(), noon(10));
    assert!(of_the_cell(&mut cast.cell, old).as_it_stands);
    assert!(!of_the_cell(&mut cast.cell, new).as_it_stands);
}

#[test]
fn nothing_is_held_back_whatever_was_done_about_it() {
    let mut cast = cast();
    let reports = [1, 2].map(|seed| files_a_report(&mut cast.observer, noon(0), seed));
    hands_in(&mut cast.observer, &mut cast.commander, noon(1));
    let desk = &mut cast.commander;
    desk.give_back(reports[0], ReturnReason::PlaceUnclear, None, noon(2)).unwrap();
    let (early, late) = (noon(1).plus_hours(71), noon(1).plus_hours(72));
    assert!(desk.forward_what_is_due(early, &mut SeededDice(1)).unwrap().is_empty());
    assert_eq!(row(desk, reports[0], early).countdown(early), Countdown::Left(3_600));
    assert!(matches!(soonest(desk, late), Some((_, Countdown::Over(0)))));
    let gone = desk.forward_what_is_due(late, &mut SeededDice(2)).unwrap().remove(0);
    assert_eq!(gone.reports.len(), 2, "the one given back and the one nobody looked at");
    assert_eq!(soonest(desk, late), None);
    carry(desk.vault(), cast.cell.vault(), late);
    for report in reports {
        let review = of_the_cell(&mut cast.cell, report);
        assert!(review.as_it_stands && review.grade == NatoGrade::UNJUDGED);
    }
}

#[test]
fn a_clock_set_back_gives_no_report_time_again_and_is_noticed() {
    let mut cast = cast();
    let home = cast.realm.home("KFOR1-CMD");
    let [report, beside] = [1, 2].map(|seed| files_a_report(&mut cast.observer, noon(0), seed));
    hands_in(&mut cast.observer, &mut cast.commander, noon(0));
    let hour = |hours| noon(0).plus_hours(hours);
    let left = |desk: &CommanderDesk, report, now| row(desk, report, now).countdown(now);
    let desk = &cast.commander;
    assert_eq!(left(desk, report, hour(60)), Countdown::Left(12 * 3_600));
    assert_eq!(desk.clock_set_back().unwrap(), None);
    // Two days back: the sixty hours it spent here stay spent.
    assert_eq!(left(desk, report, hour(12)), Countdown::Left(12 * 3_600));
    let noticed = desk.clock_set_back().unwrap().unwrap();
    assert_eq!((noticed.showed, noticed.shows), (hour(60), hour(12)));
    assert_eq!(left(desk, report, hour(20)), Countdown::Left(4 * 3_600));
    assert_eq!(
        left(desk, beside, hour(20)),
        Countdown::Left(4 * 3_600),
        "and so of every report that is owed"
    );
    // And once more, with the program closed in between.
    drop(cast.commander);
    let mut desk = CommanderDesk::open(Vault::unlock(&home, &passphrase(), hour(15)).unwrap()).unwrap();
    assert_eq!(left(&desk, report, hour(15)), Countdown::Left(4 * 3_600));
    // A report that comes now has all its time.
    let later = files_a_report(&mut cast.observer, hour(16), 3);
    hands_in(&mut cast.observer, &mut desk, hour(16));
    assert_eq!(left(&desk, later, hour(16)), Countdown::Left(72 * 3_600));
    assert_eq!(soonest(&desk, hour(16)).unwrap().1, Countdown::Left(3 * 3_600));
    let gone = desk.forward_what_is_due(hour(19), &mut SeededDice(1)).unwrap().remove(0);
    assert!(gone.reports.len() == 2 && gone.reports.contains(&report) && gone.reports.contains(&beside));
    assert_eq!(desk.clock_set_back().unwrap(), None, "nothing that is still owed was here then");
}

#[test]
fn the_tally_of_every_observer_reaches_the_cell_with_the_batches() {
    let mut all = contingent();
    for (place, observer) in all.observers.iter_mut().enumerate() {
        files_a_report(observer, noon(0), place as u64);
        hands_in(observer, &mut all.commander, noon(1));
    }
    let reports: Vec<Digest> =
        all.commander.queue_rows(noon(2)).unwrap().iter().map(|row| row.digest).collect();
    for report in &reports {
        all.commander.review(*report, Judgement::default(), noon(2)).unwrap();
    }
    all.commander.forward(noon(3), &mut SeededDice(3)).unwrap();
    let first: Vec<Vec<u8>> = {
        let vault = all.commander.vault();
        let pending = vault.pending(RoadName::Relay).unwrap();
        pending.iter().map(|packet| vault.packet_bytes(packet.digest).unwrap()).collect()
    };
    // The second batch brings reports of two; the third observer filed nothing new. The first batch is on its way still.
    for observer in all.observers.iter_mut().take(2) {
        files_a_report(observer, noon(10), 50);
        hands_in(observer, &mut all.commander, noon(11));
    }
    let before: Vec<Digest> =
        all.commander.vault().pending(RoadName::Relay).unwrap().iter().map(|one| one.digest).collect();
    for row in all.commander.queue_rows(noon(12)).unwrap() {
        all.commander.review(row.digest, Judgement::default(), noon(12)).unwrap();
    }
    all.commander.forward(noon(13), &mut SeededDice(13)).unwrap();
    let second: Vec<Vec<u8>> = {
        let vault = all.commander.vault();
        let pending = vault.pending(RoadName::Relay).unwrap();
        let new = pending.iter().filter(|packet| !before.contains(&packet.digest));
        new.map(|packet| vault.packet_bytes(packet.digest).unwrap()).collect()
    };
    let third = all.observers[2].vault().profile().me;
    let vault = all.commander.vault();
    let tally =
        vault.latest_tallies().unwrap().into_iter().find(|(observer, _)| *observer == third).unwrap().1;
    let to_the_cell = Addressee::Role(Role::Cell);
    assert!(
        vault.not_riding(&[tally], &to_the_cell).unwrap().is_empty(),
        "it went with this batch, or one before"
    );
    // Whichever comes first, in the end the cell has counted up to the last report of each of the three.
    for packet in second.into_iter().chain(first) {
        read_packet(all.cell.vault(), packet, noon(20)).unwrap();
    }
    let expected: Vec<u32> = vec![2, 2, 1];
    let counted: Vec<u32> = (all.observers.iter_mut())
        .map(|observer| {
            let me = observer.vault().profile().me;
            let (links, tallies) = all.cell.vault().chain(me).unwrap();
            let told = tallies.iter().map(|claim| claim.filed).max().unwrap_or_default();
            told.max(links.iter().map(|link| link.sequence).max().unwrap_or_default())
        })
        .collect();
    assert_eq!(counted, expected);
    assert!(all.cell.findings(noon(21)).unwrap().is_empty(), "nobody's reports are missing");
}

#[test]
fn a_report_is_opened_with_all_that_is_known_beside_it() {
    let mut cast = cast();
    let report = files(&mut cast.observer, noon(0), 1, |draft| {
        draft.indicators[0].id = "mob.documents_held".parse().unwrap();
        draft.assessment = Narrative::new("They seemed afraid of the driver.").ok();
    });
    hands_in(&mut cast.observer, &mut cast.commander, noon(1));
    let entries = cast.commander.vault().custody().unwrap().len();
    let opened = cast.commander.open_for_review(report, noon(2)).unwrap();
    assert_eq!(opened.signature, Signature::Holds);
    let author = opened.author.as_ref().unwrap();
    assert_eq!((author.callsign.as_str(), author.role), ("KFOR1-OBS1", Role::Observer));
    let seen = opened.held.report.observation();
    assert!(seen.facts.is_some() && seen.assessment.is_some(), "apart, as they were written");
    let indicator = &opened.indicators[0];
    assert_eq!(indicator.seen.basis, Basis::SawMyself);
    assert!(!indicator.labels.as_ref().unwrap().nl.is_empty());
    assert!(opened.alerts.contains(&Alert::Minor), "two girls were counted");
    assert_eq!(opened.dimensions().count(), 6);
    let counted: usize =
        opened.dimensions().map(|(_, count, _)| count.strong + count.medium + count.weak).sum();
    assert!(counted > 0 && opened.dimensions().next().unwrap().0 == IloDimension::DeceptiveRecruitment);
    assert_eq!(opened.europol_for("B2".parse().unwrap()).unwrap().to_string(), "B2");
    assert_eq!((opened.received, opened.due), (noon(1), Some(noon(1).plus_hours(72))));
    assert!(opened.review.is_none() && opened.returns.is_empty() && opened.versions.is_empty());
    let log = cast.commander.vault().custody().unwrap();
    let last = log.last().unwrap();
    assert_eq!(log.len(), entries + 1);
    assert_eq!((last.operation, last.object), (Operation::Consultation, Some(report)));

    // The roster of tomorrow may know more of whoever signed than that of today.
    let me = cast.observer.vault().profile().me;
    cast.realm.revoke(me, 0);
    cast.realm.install(cast.commander.vault());
    assert_eq!(cast.commander.open_for_review(report, noon(3)).unwrap().signature, Signature::RevokedSince);
}

#[test]
fn a_plate_seen_by_another_observer_is_pointed_out_though_the_other_report_has_gone() {
    let mut all = contingent();
    let days = |number: u32| noon(0).plus_hours(24 * number);
    let first = files_a_report(&mut all.observers[0], noon(0), 1);
    hands_in(&mut all.observers[0], &mut all.commander, noon(1));
    all.commander.review(first, Judgement::default(), noon(2)).unwrap();
    all.commander.forward(noon(3), &mut SeededDice(3)).unwrap();
    assert!(all.commander.queue_rows(noon(4)).unwrap().is_empty());

    // Days later, elsewhere, and one character was not read.
    let second = files(&mut all.observers[1], days(3), 2, |draft| {
        draft.place = vigilia::domain::place::Place::new(None, Line::new("the market").ok()).ok();
        draft.facts = Narrative::new("A van stood behind the market with its engine running.").ok();
        if let vigilia::domain::entity::EntityKind::Vehicle(van) = &mut draft.entities[0].kind {
            van.plate = Line::new("01 4?2 kd").ok();
        }
    });
    hands_in(&mut all.observers[1], &mut all.commander, days(3));
    let row = row(&all.commander, second, days(3));
    let [repeat] = &*row.repeats else { panic!("{:?}", row.repeats) };
    assert_eq!((repeat.other, row.more_repeats), (first, false));
    let RepeatReason::SharedMark { kind: MarkKind::Plate, mark, partial: true } = &repeat.reason else {
        panic!("{:?}", repeat.reason)
    };
    assert_eq!(mark.text(), "014?2KD");
    // From the other side it is the same.
    let gone = all.commander.open_for_review(first, days(3)).unwrap();
    assert_eq!((gone.repeats.told[0].other, gone.due), (second, None));

    // The same sighting, told by a third: same place, same hour, same indicator, same plate.
    let third = files_a_report(&mut all.observers[2], noon(60), 3);
    hands_in(&mut all.observers[2], &mut all.commander, days(4));
    let told = all.commander.repeats_of(third).unwrap().told;
    assert!(told.iter().any(|repeat| repeat.other == first && repeat.reason.looks_like_a_duplicate()));
    assert!(told.iter().any(|repeat| repeat.other == second && !repeat.reason.looks_like_a_duplicate()));
}

/// Whoever looks at a report for a first time looks at what was signed, and the log says so each time.
#[test]
fn a_cast_of_one_looks_twice_and_is_logged_twice() {
    let Cast { mut observer, mut commander, .. } = cast();
    let report = files_a_report(&mut observer, noon(0), 1);
    hands_in(&mut observer, &mut commander, noon(1));
    commander.queue_rows(noon(2)).unwrap();
    let looked = |commander: &mut CommanderDesk| {
        let log = commander.vault().custody().unwrap();
        log.iter().filter(|entry| entry.operation == Operation::Consultation).count()
    };
    assert_eq!(looked(&mut commander), 0, "a list is no look at a report");
    commander.open_for_review(report, noon(3)).unwrap();
    commander.open_for_review(report, noon(4)).unwrap();
    assert_eq!(looked(&mut commander), 2);
}
