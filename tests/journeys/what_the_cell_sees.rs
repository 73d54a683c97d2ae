//! What a commander's patched program does to reports, and what the cell and the observer see of it.

use std::fs;

use vigilia::crypto::digest::sha256;
use vigilia::desks::cell::CellDesk;
use vigilia::desks::cell::findings::{Amiss, Finding};
use vigilia::desks::commander::{CommanderDesk, Judgement};
use vigilia::desks::intake::set_aside::SetAside;
use vigilia::desks::intake::{Intake, read_packet};
use vigilia::desks::observer::ObserverDesk;
use vigilia::domain::chain::ChainFinding;
use vigilia::domain::ids::{Digest, PacketId};
use vigilia::domain::marking::Marking;
use vigilia::domain::observation::Language;
use vigilia::domain::overdue::{Countdown, LastSeen, OtherRoad};
use vigilia::domain::people::{Addressee, Role};
use vigilia::domain::precedence::Precedence;
use vigilia::domain::standing::{Stage, Standing};
use vigilia::domain::time::Timestamp;
use vigilia::vault::packets::RoadName;
use vigilia::vault::unlock::Vault;
use vigilia::wire::contents::Contents;
use vigilia::wire::report::ReportV1;
use vigilia::wire::review::ReviewV1;
use vigilia::wire::sealing::{Dispatch, seal_packet};
use vigilia::wire::spelling::Plain;
use vigilia::wire::statement::{
    Payload, SignedStatement, SignerError, StatementError, UnverifiedStatement, sign,
};

use crate::support::realm::{Cast, SeededDice, cast, noon, passphrase};
use crate::support::sightings::{files_a_report, grey_van};

fn days(number: u32) -> Timestamp {
    noon(0).plus_hours(24 * number)
}

/// A packet somebody makes by hand, with his own keys.
fn packed_by(vault: &Vault, to: Addressee, contents: &Contents) -> Vec<u8> {
    let dispatch = Dispatch {
        packet: PacketId::fresh(noon(0), &mut SeededDice(99)),
        to,
        precedence: Precedence::Routine,
        marking: Marking::default(),
        created: noon(0),
    };
    let roster = vault.roster().unwrap().unwrap();
    seal_packet(contents, &dispatch, &roster, &vault.profile().signing).unwrap().bytes().to_vec()
}

fn to_the_cell(vault: &Vault, statements: Vec<SignedStatement>) -> Vec<u8> {
    packed_by(vault, Addressee::Role(Role::Cell), &Contents { statements, ..Contents::default() })
}

/// Everything that waits for somebody, taken there.
fn carry(from: &mut Vault, to: &mut Vault, now: Timestamp) -> Vec<Intake> {
    let me = (to.profile().me, to.profile().role);
    let pending = from.pending(RoadName::Relay).unwrap();
    let mine = pending.iter().filter(|packet| packet.addressee.includes(me.0, me.1));
    mine.map(|packet| read_packet(to, from.packet_bytes(packet.digest).unwrap(), now).unwrap()).collect()
}

/// The observer files so many reports and hands each over; gives back their digests.
fn handed_in(cast: &mut Cast, count: u32) -> Vec<Digest> {
    let reports = (0..count)
        .map(|number| {
            let digest = files_a_report(&mut cast.observer, noon(number), u64::from(100 + number));
            cast.observer.pack(noon(number), &mut SeededDice(u64::from(number))).unwrap();
            digest
        })
        .collect();
    carry(cast.observer.vault(), cast.commander.vault(), noon(10));
    reports
}

/// What a patched program forwards: some reports, and the latest tallies as every batch must have them.
fn forwards_only(commander: &mut CommanderDesk, some: &[Digest]) -> Vec<u8> {
    let vault = commander.vault();
    let tallies = vault.latest_tallies().unwrap().into_iter().map(|(_, tally)| tally);
    let statements = some.iter().copied().chain(tallies).map(|one| vault.statement(one).unwrap()).collect();
    to_the_cell(vault, statements)
}

fn amiss(cell: &mut CellDesk, now: Timestamp) -> Vec<Amiss> {
    cell.findings(now).unwrap().into_iter().map(|found| found.amiss).collect()
}

fn missing(from: u32, to: u32) -> Amiss {
    Amiss::Chain(ChainFinding::Missing { from, to })
}

fn reasons(intake: &Intake) -> Vec<SetAside> {
    intake.set_aside.iter().map(|(_, reason)| *reason).collect()
}

/// Why a statement is refused whose bytes were altered and whose signature was left as it was.
fn altered<P: Payload + std::fmt::Debug>(vault: &Vault, bytes: &[u8]) -> StatementError {
    let statement = UnverifiedStatement::parse(bytes).unwrap();
    vault.roster().unwrap().unwrap().verify::<P>(statement).unwrap_err()
}

#[test]
fn a_commander_drops_a_report_and_the_cell_sees_it() {
    for (kept, gap) in [
        (vec![0, 1, 2], None),
        (vec![0, 1], Some(missing(3, 3))),
        (vec![0, 2], Some(missing(2, 2))),
        (vec![1, 2], Some(missing(1, 1))),
        (vec![], Some(missing(1, 3))),
    ] {
        let mut cast = cast();
        let all = handed_in(&mut cast, 3);
        let some: Vec<Digest> = kept.iter().map(|place| all[*place]).collect();
        let packet = forwards_only(&mut cast.commander, &some);
        read_packet(cast.cell.vault(), packet, noon(20)).unwrap();
        assert_eq!(amiss(&mut cast.cell, noon(21)), gap.into_iter().collect::<Vec<_>>(), "{kept:?}");
        // By whatever road they come, and whoever brings them, it is gone by itself.
        let dropped = all.iter().filter(|report| !some.contains(report));
        let rest = dropped.map(|report| cast.observer.vault().statement(*report).unwrap()).collect();
        let other_road = to_the_cell(cast.observer.vault(), rest);
        read_packet(cast.cell.vault(), other_road, noon(30)).unwrap();
        assert_eq!(amiss(&mut cast.cell, noon(31)), vec![], "{kept:?}");
    }
}

#[test]
fn a_finding_tells_who_which_since_when_and_whose_batches_went_by() {
    let mut cast = cast();
    let all = handed_in(&mut cast, 3);
    let first = forwards_only(&mut cast.commander, &all[..1]);
    read_packet(cast.cell.vault(), first, noon(20)).unwrap();
    // Later the commander forwards in good order, and the one that was dropped is not among it.
    let later = files_a_report(&mut cast.observer, noon(40), 140);
    cast.observer.pack(noon(41), &mut SeededDice(41)).unwrap();
    carry(cast.observer.vault(), cast.commander.vault(), noon(42));
    cast.commander.review(later, Default::default(), noon(43)).unwrap();
    cast.commander.forward(noon(44), &mut SeededDice(44)).unwrap();
    carry(cast.commander.vault(), cast.cell.vault(), noon(50));

    let found: Vec<Finding> = cast.cell.findings(noon(60)).unwrap();
    assert_eq!(found.len(), 1);
    let found = &found[0];
    assert_eq!(found.amiss, missing(2, 3));
    assert_eq!(
        (found.callsign.as_str(), found.contingent.as_ref().unwrap().as_str()),
        ("KFOR1-OBS1", "KFOR1")
    );
    assert_eq!((found.observer, found.since), (cast.observer.vault().profile().me, noon(20)));
    let tally = found.tally.unwrap();
    assert_eq!((tally.filed, tally.counted), (3, noon(2)), "the fourth report told as much as its tally");
    assert_eq!(found.passed_by.len(), 1);
    let passed = &found.passed_by[0];
    assert_eq!((passed.callsign.as_str(), passed.batches, passed.last), ("KFOR1-CMD", 1, noon(50)));
    // A commander may take his time; after that no delay explains it.
    assert_eq!(found.may_be_late_until, Some(noon(20).plus_hours(72)));
    assert!(!found.is_grave(noon(60)) && found.is_grave(noon(21).plus_hours(72)));
}

#[test]
fn a_commander_who_passes_nothing_on_leaves_silence_and_an_author_who_is_told() {
    let mut cast = cast();
    handed_in(&mut cast, 2);
    // Nothing at all reaches the cell, not even a tally.
    assert_eq!(amiss(&mut cast.cell, days(29)), vec![]);
    let found = cast.cell.findings(days(31)).unwrap();
    let Amiss::Silent(silence) = found[0].amiss else { panic!("{found:?}") };
    assert_eq!((found.len(), silence.days, silence.ever_heard), (1, 31, false));
    // The author is told, and offered the other roads.
    assert_eq!(cast.observer.overdue(days(4)).unwrap(), vec![]);
    let told = cast.observer.overdue(days(6)).unwrap();
    assert_eq!(told.iter().map(|report| report.sequence).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(told[0].overdue.last_seen, LastSeen::Here);
    assert_eq!(told[0].overdue.roads[0], OtherRoad::Relay);
    for packet in cast.observer.vault().outgoing().unwrap() {
        cast.observer.vault().carried(packet.digest, RoadName::Folder, days(1)).unwrap();
    }
    let told = cast.observer.overdue(days(6)).unwrap();
    assert_eq!(told[0].overdue.last_seen, LastSeen::OnTheWay);
    assert_eq!(*told[0].overdue.roads.last().unwrap(), OtherRoad::Folder);
    // Once the reports come and the answer is home, both are quiet.
    cast.commander.pack(days(6), &mut SeededDice(6)).unwrap();
    carry(cast.commander.vault(), cast.cell.vault(), days(7));
    assert_eq!(amiss(&mut cast.cell, days(31)), vec![]);
    cast.cell.acknowledge(days(7)).unwrap();
    cast.cell.pack(days(7), &mut SeededDice(7)).unwrap();
    carry(cast.cell.vault(), cast.commander.vault(), days(8));
    cast.commander.pack(days(8), &mut SeededDice(8)).unwrap();
    carry(cast.commander.vault(), cast.observer.vault(), days(9));
    assert_eq!(cast.observer.overdue(days(40)).unwrap(), vec![]);
}

#[test]
fn a_commander_edits_a_report_and_the_cell_refuses_it() {
    let mut cast = cast();
    let report = handed_in(&mut cast, 1)[0];
    let vault = cast.commander.vault();
    let original = vault.statement(report).unwrap();
    let mut said = vault.signed::<ReportV1>(report).unwrap().payload;
    said.facts = vigilia::domain::text::Narrative::new("Nothing out of the ordinary.").ok().map(Plain);
    let profile = vault.profile();
    let signed_himself = sign(said, &profile.signing, profile.realm.id()).unwrap().statement;
    // And once without signing: the same length, other words, the observer's signature.
    let mut bytes = original.bytes().to_vec();
    let place = bytes.windows(8).position(|some| some == b"grey van").unwrap();
    bytes[place..place + 8].copy_from_slice(b"blue van");
    assert_eq!(altered::<ReportV1>(vault, &bytes), StatementError::BadSignature);
    let packet = to_the_cell(vault, vec![signed_himself]);
    let intake = read_packet(cast.cell.vault(), packet, noon(20)).unwrap();
    assert_eq!(reasons(&intake), [SetAside::Statement(StatementError::Signer(SignerError::WrongRole))]);
    assert!(cast.cell.inbox().unwrap().is_empty());
    assert_eq!(cast.cell.acknowledge(noon(21)).unwrap(), 0, "nobody is told that it has arrived");
}

#[test]
fn a_grade_by_anybody_but_the_authors_own_commander_is_refused() {
    let mut cast = cast();
    let report = handed_in(&mut cast, 1)[0];
    let mut stranger = cast.realm.apply(Role::Commander, "KFOR2-CMD", Some("KFOR2"));
    cast.realm.admit(&mut [&mut stranger]);
    for vault in [cast.observer.vault(), cast.commander.vault(), cast.cell.vault()] {
        cast.realm.install(vault);
    }
    let judgement = Judgement::graded("B2".parse().unwrap());
    let review = cast.commander.review(report, judgement, noon(15)).unwrap();
    cast.commander.forward(noon(16), &mut SeededDice(16)).unwrap();
    carry(cast.commander.vault(), cast.cell.vault(), noon(17));
    let mut worse = ReviewV1::from(&review);
    (worse.grade, worse.at) = (Plain("E5".parse().unwrap()), Plain(noon(30)));
    worse.europol_derived = None;
    let signed_by = |vault: &Vault| {
        let profile = vault.profile();
        sign(worse.clone(), &profile.signing, profile.realm.id()).unwrap().statement
    };
    let (by_observer, by_stranger) = (signed_by(cast.observer.vault()), signed_by(&stranger));
    let honest = cast.commander.vault().review_of(report).unwrap().unwrap().0;
    let mut bytes = cast.commander.vault().statement(honest).unwrap().bytes().to_vec();
    let place = bytes.windows(2).position(|some| some == b"B2").unwrap();
    bytes[place..place + 2].copy_from_slice(b"E5");
    assert_eq!(altered::<ReviewV1>(cast.cell.vault(), &bytes), StatementError::BadSignature);
    for (statement, reason) in [
        (by_observer, SetAside::Statement(StatementError::Signer(SignerError::WrongRole))),
        (by_stranger, SetAside::ForeignCommander),
    ] {
        let packet = to_the_cell(&stranger, vec![statement]);
        let intake = read_packet(cast.cell.vault(), packet, noon(40)).unwrap();
        assert_eq!(reasons(&intake), vec![reason]);
    }
    assert_eq!(cast.cell.inbox().unwrap()[0].review.as_ref().unwrap().grade, review.grade);
}

#[test]
fn an_attachment_that_was_exchanged_is_not_taken_for_the_one_that_was_signed() {
    let mut cast = cast();
    let draft = cast.observer.begin(Language::English, noon(0), &mut SeededDice(5)).unwrap();
    cast.observer.discard(draft.id, noon(0)).unwrap();
    cast.observer.keep(&grey_van(draft.clone(), noon(0)), noon(0)).unwrap();
    let paper = b"plate seen: 01-482-KD".to_vec();
    cast.observer.attach(draft.id, &paper, noon(1)).unwrap();
    cast.observer.file(draft.id, noon(2)).unwrap();
    cast.observer.pack(noon(3), &mut SeededDice(3)).unwrap();
    carry(cast.observer.vault(), cast.commander.vault(), noon(4));
    let vault = cast.commander.vault();
    let report = vault.reports().unwrap()[0].digest;
    let statements = vec![vault.statement(report).unwrap()];
    let exchanged = Contents { statements, attachments: vec![b"plate seen: none".to_vec()], slots: vec![] };
    let packet = packed_by(vault, Addressee::Role(Role::Cell), &exchanged);
    read_packet(cast.cell.vault(), packet, noon(5)).unwrap();
    let named = Digest::from_bytes(sha256(&paper));
    assert_eq!(cast.cell.inbox().unwrap()[0].attachments, [(named, false)], "what was signed has not come");
    assert_eq!(cast.cell.acknowledge(noon(6)).unwrap(), 1, "the words alone");
    assert!(!cast.cell.vault().wholly_acknowledged(report).unwrap());
    // The true one, whoever brings it.
    let whole = Contents { attachments: vec![paper], ..Contents::default() };
    let packet = packed_by(cast.observer.vault(), Addressee::Role(Role::Cell), &whole);
    read_packet(cast.cell.vault(), packet, noon(7)).unwrap();
    cast.cell.acknowledge(noon(8)).unwrap();
    assert!(cast.cell.vault().wholly_acknowledged(report).unwrap());
}

/// A device is set back to an old copy of itself and files again: two reports with one number, both signed by its keys.
#[test]
fn two_histories_are_both_kept_and_neither_is_acknowledged_as_the_one() {
    let mut cast = cast();
    handed_in(&mut cast, 1);
    let home = cast.realm.home("KFOR1-OBS1");
    let copies = ["vault.db", "vault.key.age"].map(|name| {
        cast.observer.vault().check().unwrap();
        (home.join(name), home.join(format!("copy-of-{name}")))
    });
    drop(cast.observer);
    for (file, copy) in &copies {
        fs::copy(file, copy).unwrap();
    }
    let open = || ObserverDesk::open(Vault::unlock(&home, &passphrase(), noon(11)).unwrap()).unwrap();
    let mut desk = open();
    let second = files_a_report(&mut desk, noon(12), 12);
    desk.pack(noon(12), &mut SeededDice(12)).unwrap();
    carry(desk.vault(), cast.commander.vault(), noon(13));
    drop(desk);
    for (file, copy) in &copies {
        fs::copy(copy, file).unwrap();
    }
    let mut desk = open();
    let other = files_a_report(&mut desk, noon(14), 14);
    desk.pack(noon(14), &mut SeededDice(14)).unwrap();
    let at_the_commander = carry(desk.vault(), cast.commander.vault(), noon(15));
    assert!(at_the_commander.iter().any(|intake| reasons(intake) == [SetAside::Forked]));
    let third = files_a_report(&mut desk, noon(16), 16);
    desk.pack(noon(16), &mut SeededDice(16)).unwrap();
    carry(desk.vault(), cast.commander.vault(), noon(17));

    // Two histories wait for nobody's review: any exchange of the commander tells the cell.
    let news = cast.commander.forward_what_is_due(noon(18), &mut SeededDice(18)).unwrap();
    assert!(news[0].reports.is_empty());
    assert!(
        cast.commander.forward_what_is_due(noon(19), &mut SeededDice(19)).unwrap().is_empty(),
        "told once"
    );
    for report in cast.commander.queue().unwrap() {
        cast.commander.review(report.held.digest, Default::default(), noon(20)).unwrap();
    }
    cast.commander.forward(noon(20), &mut SeededDice(20)).unwrap();
    carry(cast.commander.vault(), cast.cell.vault(), noon(21));

    let forked = Amiss::Chain(ChainFinding::Forked { sequence: 2 });
    assert_eq!(amiss(&mut cast.cell, noon(22)), vec![forked], "the third follows one of the two");
    assert_eq!(cast.cell.acknowledge(noon(23)).unwrap(), 2, "the first and the third");
    let vault = cast.cell.vault();
    for (digest, accepted) in [(second, false), (other, false), (third, true)] {
        assert!(vault.statement(digest).is_ok(), "kept as it was signed");
        assert_eq!(!vault.acknowledgements_of(digest).unwrap().is_empty(), accepted);
    }
    let inbox = cast.cell.inbox().unwrap();
    let shown = inbox.iter().find(|one| one.held.report.head().sequence == 2).unwrap();
    assert_eq!((inbox.len(), shown.rivals.len()), (3, 1), "shown once, and said to be in doubt");
    assert_eq!(cast.cell.rivals_of(shown.held.digest).unwrap()[0].head().sequence, 2);
    // Nothing is said twice, and the author hears why.
    assert_eq!(cast.cell.acknowledge(noon(24)).unwrap(), 0);
    cast.cell.pack(noon(24), &mut SeededDice(24)).unwrap();
    carry(cast.cell.vault(), cast.commander.vault(), noon(25));
    cast.commander.pack(noon(25), &mut SeededDice(25)).unwrap();
    carry(cast.commander.vault(), desk.vault(), noon(26));
    let standing =
        |desk: &mut ObserverDesk, digest| Standing::of(&desk.vault().report(digest).unwrap().facts).stage;
    assert_eq!(standing(&mut desk, third), Stage::Acknowledged);
    assert_eq!(standing(&mut desk, other), Stage::Filed);
    assert_eq!(desk.overdue(days(30)).unwrap(), vec![], "it was answered, if with a no");
}

#[test]
fn what_is_due_goes_with_any_exchange_and_what_was_lost_before_the_commander_is_told() {
    let mut cast = cast();
    handed_in(&mut cast, 2);
    let left = |desk: &CommanderDesk, now| desk.queue().unwrap()[0].countdown(now);
    assert_eq!(left(&cast.commander, noon(10)), Countdown::Left(72 * 3_600));
    assert!(cast.commander.pack(noon(10).plus_hours(71), &mut SeededDice(1)).unwrap().is_empty());
    assert!(left(&cast.commander, noon(10).plus_hours(72)).is_over());
    assert_eq!(cast.commander.pack(noon(10).plus_hours(72), &mut SeededDice(2)).unwrap().len(), 2);
    carry(cast.commander.vault(), cast.cell.vault(), days(4));
    let inbox = cast.cell.inbox().unwrap();
    assert!(inbox.iter().all(|one| one.review.as_ref().is_some_and(|review| review.as_it_stands)));
    assert_eq!(inbox.len(), 2);

    // A third report is lost on its way; the tally of it comes with something else.
    files_a_report(&mut cast.observer, days(5), 50);
    let vault = cast.observer.vault();
    let tally = vault.latest_tallies().unwrap()[0].1;
    let statements = vec![vault.statement(tally).unwrap()];
    let commander = Addressee::Member(cast.commander.vault().profile().me);
    let packet = packed_by(vault, commander, &Contents { statements, ..Contents::default() });
    read_packet(cast.commander.vault(), packet, days(5)).unwrap();
    assert_eq!(cast.commander.pack(days(5), &mut SeededDice(3)).unwrap().len(), 1, "news without a report");
    carry(cast.commander.vault(), cast.cell.vault(), days(5));
    assert_eq!(amiss(&mut cast.cell, days(5)), vec![missing(3, 3)]);
    assert!(cast.commander.pack(days(5), &mut SeededDice(4)).unwrap().is_empty(), "told once");
}

#[test]
fn a_clock_that_was_set_back_holds_no_report_back() {
    let mut cast = cast();
    files_a_report(&mut cast.observer, noon(0), 1);
    cast.observer.pack(noon(1), &mut SeededDice(1)).unwrap();
    let ahead = Timestamp::parse("2040-01-01T00:00:00Z").unwrap();
    carry(cast.observer.vault(), cast.commander.vault(), ahead);
    let forwarded = cast.commander.forward_what_is_due(noon(5), &mut SeededDice(2)).unwrap();
    assert_eq!(forwarded[0].reports.len(), 1);
}

/// What the golden statements of a review and a return refer to must be a report: anything else blocks nothing.
#[test]
fn a_review_of_something_that_is_no_report_waits_and_stops_nothing() {
    let mut cast = cast();
    let reports = handed_in(&mut cast, 1);
    let review = cast.commander.review(reports[0], Default::default(), noon(11)).unwrap();
    let vault = cast.commander.vault();
    let tally = vault.latest_tallies().unwrap()[0].1;
    let mut astray = ReviewV1::from(&review);
    astray.report = Plain(tally);
    let profile = vault.profile();
    let astray = sign(astray, &profile.signing, profile.realm.id()).unwrap().statement;
    assert!(UnverifiedStatement::parse(astray.bytes()).is_ok());
    let all = vec![vault.statement(reports[0]).unwrap(), vault.statement(tally).unwrap(), astray];
    let packet = to_the_cell(vault, all);
    let intake = read_packet(cast.cell.vault(), packet, noon(12)).unwrap();
    assert_eq!((intake.taken.len(), reasons(&intake)), (2, vec![SetAside::Early]));
}
