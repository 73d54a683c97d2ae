//! Nothing that one signer can sign makes reading, acknowledging, answering or listing fail for another.

use serde::{Deserialize, Serialize};
use vigilia::crypto::signing::SigningKey;
use vigilia::desks::carrying::exchange::Correspondent;
use vigilia::desks::cell::CellDesk;
use vigilia::desks::commander::CommanderDesk;
use vigilia::desks::intake::set_aside::SetAside;
use vigilia::desks::intake::{Intake, read_packet};
use vigilia::desks::observer::ObserverDesk;
use vigilia::domain::answer::Outcome;
use vigilia::domain::feedback_status::FeedbackStatus;
use vigilia::domain::ids::{Digest, PacketId};
use vigilia::domain::marking::Marking;
use vigilia::domain::people::{Addressee, Role};
use vigilia::domain::precedence::Precedence;
use vigilia::domain::report::FiledReport;
use vigilia::domain::time::{ClockState, Timestamp};
use vigilia::vault::aside::{MOST_ASIDE, MOST_ASIDE_BYTES};
use vigilia::vault::packets::RoadName;
use vigilia::vault::unlock::Vault;
use vigilia::wire::answer::{AcknowledgementV1, MOST_NAMED};
use vigilia::wire::batch::BatchV1;
use vigilia::wire::contents::{Contents, SLOT_LENGTH};
use vigilia::wire::kind::Kind;
use vigilia::wire::report::ReportV1;
use vigilia::wire::sealing::{Dispatch, open_packet, seal_packet};
use vigilia::wire::spelling::{Code, Plain};
use vigilia::wire::statement::{Payload, SignedStatement, StatementError, sign};
use vigilia::wire::tally::TallyV1;

use crate::support::realm::{Cast, SeededDice, cast, noon};
use crate::support::sightings::files_a_report;

const CELL: Addressee = Addressee::Role(Role::Cell);

/// What a patched program signs as a batch, whatever it says.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct SaidAsBatch(serde_json::Value);

impl Payload for SaidAsBatch {
    const KIND: Kind = Kind::Batch;
    fn at(&self) -> Timestamp {
        noon(0)
    }
}

/// The same as a report.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct SaidAsReport(serde_json::Value);

impl Payload for SaidAsReport {
    const KIND: Kind = Kind::Report;
    fn at(&self) -> Timestamp {
        noon(0)
    }
}

/// A packet that a patched program makes with its holder's own keys.
fn packed_by(vault: &Vault, to: Addressee, contents: &Contents, seed: u64) -> Vec<u8> {
    let dispatch = Dispatch {
        packet: PacketId::fresh(noon(0), &mut SeededDice(seed)),
        to,
        precedence: Precedence::Routine,
        marking: Marking::default(),
        created: noon(0),
    };
    let roster = vault.roster().unwrap().unwrap();
    seal_packet(contents, &dispatch, &roster, &vault.profile().signing).unwrap().bytes().to_vec()
}

fn words_by(vault: &Vault, to: Addressee, statements: Vec<SignedStatement>, seed: u64) -> Vec<u8> {
    packed_by(vault, to, &Contents { statements, ..Contents::default() }, seed)
}

fn signed_by<P: Payload>(vault: &Vault, payload: P) -> SignedStatement {
    sign(payload, &vault.profile().signing, vault.profile().realm.id()).unwrap().statement
}

fn commander_of(cast: &mut Cast) -> Addressee {
    Addressee::Member(cast.commander.vault().profile().me)
}

/// Everything that waits for somebody, taken there.
fn carry(from: &mut Vault, to: &mut Vault, now: Timestamp) -> Vec<Intake> {
    let me = (to.profile().me, to.profile().role);
    let pending = from.pending(RoadName::Relay).unwrap();
    let mine = pending.iter().filter(|packet| packet.addressee.includes(me.0, me.1));
    mine.map(|packet| read_packet(to, from.packet_bytes(packet.digest).unwrap(), now).unwrap()).collect()
}

/// The observer files a report, hands it over, and the commander forwards it; gives back the batch.
fn forwarded(cast: &mut Cast, minute: u32) -> (Digest, BatchV1) {
    let report = files_a_report(&mut cast.observer, noon(minute), u64::from(100 + minute));
    cast.observer.pack(noon(minute), &mut SeededDice(u64::from(minute))).unwrap();
    carry(cast.observer.vault(), cast.commander.vault(), noon(minute + 1));
    cast.commander.review(report, Default::default(), noon(minute + 2)).unwrap();
    cast.commander.forward(noon(minute + 3), &mut SeededDice(u64::from(900 + minute))).unwrap();
    let vault = cast.commander.vault();
    let batch = vault.batch_of(report).unwrap().unwrap();
    (report, vault.signed::<BatchV1>(batch).unwrap().payload)
}

fn reasons(intake: &Intake) -> Vec<SetAside> {
    intake.set_aside.iter().map(|(_, reason)| *reason).collect()
}

#[test]
fn a_batch_under_a_name_used_before_brings_its_reports_and_is_told_of() {
    let mut cast = cast();
    let (first, named) = forwarded(&mut cast, 1);
    carry(cast.commander.vault(), cast.cell.vault(), noon(5));
    assert_eq!(cast.cell.outstanding().unwrap().named_again, vec![]);

    // His patched program gives the next batch the name of the first.
    let (second, mut batch) = forwarded(&mut cast, 10);
    batch.id = named.id;
    let vault = cast.commander.vault();
    let statements = vec![vault.statement(second).unwrap(), signed_by(vault, batch)];
    let intake = read_packet(cast.cell.vault(), words_by(vault, CELL, statements, 1), noon(20)).unwrap();
    assert_eq!((intake.taken.len(), intake.set_aside.len()), (2, 0));
    let callsign = cast.commander.vault().profile().callsign.clone();
    assert_eq!(cast.cell.outstanding().unwrap().named_again, vec![(callsign, 1)]);

    // Nobody's reports are stopped by it, neither his nor another's.
    let (third, _) = forwarded(&mut cast, 30);
    carry(cast.commander.vault(), cast.cell.vault(), noon(40));
    let inbox: Vec<Digest> =
        cast.cell.inbox().unwrap().into_iter().map(|received| received.held.digest).collect();
    for report in [first, second, third] {
        assert!(inbox.contains(&report));
    }
    assert_eq!(cast.cell.acknowledge(noon(41)).unwrap(), 3);
    cast.cell.vault().check().unwrap();
}

/// A chain of so many reports by one observer, as a patched program signs them.
fn many_reports(observer: &mut ObserverDesk, count: u32) -> Vec<SignedStatement> {
    let first = files_a_report(observer, noon(1), 1);
    let vault = observer.vault();
    let mut reports = vec![vault.statement(first).unwrap()];
    let mut said = vault.signed::<ReportV1>(first).unwrap().payload;
    for number in 2..=count {
        said.sequence = number;
        said.previous = reports.last().map(|last| Plain(last.digest()));
        reports.push(signed_by(vault, said.clone()));
    }
    reports
}

#[test]
fn whoever_hands_in_more_than_one_word_can_name_is_told_in_several_and_keeps_nobody_waiting() {
    let mut cast = cast();
    let mut other = cast.realm.apply(Role::Observer, "KFOR1-OBS2", Some("KFOR1"));
    cast.realm.admit(&mut [&mut other]);
    for vault in [cast.observer.vault(), cast.commander.vault(), cast.cell.vault()] {
        cast.realm.install(vault);
    }
    let mut other = ObserverDesk::open(other).unwrap();
    let count = u32::try_from(2 * MOST_NAMED + 500).unwrap();
    let reports = many_reports(&mut cast.observer, count);
    // He labels them for the cell himself; the relay takes any addressee.
    let packet = words_by(cast.observer.vault(), CELL, reports, 1);
    let intake = read_packet(cast.cell.vault(), packet, noon(2)).unwrap();
    assert_eq!(intake.taken.len(), 2 * MOST_NAMED + 500);
    let honest = files_a_report(&mut other, noon(3), 2);
    let statement = other.vault().statement(honest).unwrap();
    let packet = words_by(other.vault(), CELL, vec![statement], 2);
    read_packet(cast.cell.vault(), packet, noon(4)).unwrap();

    Correspondent::prepare(&mut cast.cell, noon(5), &mut SeededDice(5)).unwrap();
    assert_eq!(cast.cell.vault().unacknowledged().unwrap(), vec![]);
    let acknowledgement = cast.cell.vault().acknowledgements_of(honest).unwrap()[0];
    let word = cast.cell.vault().signed::<AcknowledgementV1>(acknowledgement).unwrap().payload;
    assert_eq!(word.observer.0, other.vault().profile().me);
    let said = cast.cell.vault().everything_said().unwrap();
    assert_eq!(said.len(), 4, "three words for him, one for the other");
    // All of it reaches the commander, and each observer his own.
    carry(cast.cell.vault(), cast.commander.vault(), noon(6));
    Correspondent::prepare(&mut cast.commander, noon(7), &mut SeededDice(7)).unwrap();
    for observer in [&mut cast.observer, &mut other] {
        carry(cast.commander.vault(), observer.vault(), noon(8));
    }
    assert!(other.vault().wholly_acknowledged(honest).unwrap());
    let his = cast.observer.report_list().unwrap()[0].digest;
    assert!(cast.observer.vault().wholly_acknowledged(his).unwrap());
}

#[test]
fn a_count_of_slots_that_no_contingent_has_is_set_aside_and_the_inbox_is_shown() {
    let mut cast = cast();
    let (report, batch) = forwarded(&mut cast, 1);
    let vault = cast.commander.vault();
    assert!(
        matches!(
            sign(
                BatchV1 { slot_count: u32::MAX, ..batch.clone() },
                &vault.profile().signing,
                vault.profile().realm.id()
            ),
            Err(StatementError::BadPayload)
        ),
        "no honest program signs it"
    );
    let mut lies = Vec::new();
    for count in [u32::MAX, u32::MAX - 1] {
        let mut said = serde_json::to_value(&batch).unwrap();
        said["slot_count"] = count.into();
        lies.push(signed_by(vault, SaidAsBatch(said)));
    }
    let intake = read_packet(cast.cell.vault(), words_by(vault, CELL, lies, 1), noon(5)).unwrap();
    assert_eq!(reasons(&intake), vec![SetAside::Statement(StatementError::BadPayload); 2]);
    carry(cast.commander.vault(), cast.cell.vault(), noon(6));
    assert_eq!(cast.cell.inbox().unwrap()[0].held.digest, report);
    assert_eq!(cast.cell.outstanding().unwrap().slots, 0);
}

#[test]
fn slots_that_one_brings_hide_nobody_elses_that_are_missing() {
    let mut cast = cast();
    let (_, batch) = forwarded(&mut cast, 1);
    let vault = cast.commander.vault();
    let words = words_by(vault, CELL, vec![signed_by(vault, batch)], 1);
    read_packet(cast.cell.vault(), words, noon(5)).unwrap();
    assert_eq!(cast.cell.outstanding().unwrap().slots, 1);
    let noise = Contents { slots: vec![vec![7; SLOT_LENGTH], vec![8; SLOT_LENGTH]], ..Contents::default() };
    let noise = packed_by(cast.observer.vault(), CELL, &noise, 2);
    assert_eq!(read_packet(cast.cell.vault(), noise, noon(6)).unwrap().slots, 2);
    assert_eq!(cast.cell.outstanding().unwrap().slots, 1, "his are still missing");
    carry(cast.commander.vault(), cast.cell.vault(), noon(7));
    assert_eq!(cast.cell.outstanding().unwrap().slots, 0);
}

/// So many tallies by somebody nobody knows.
fn invented(vault: &Vault, keys: &SigningKey, from: u32, count: u32) -> Vec<SignedStatement> {
    let tally = |filed| TallyV1 { filed, head: None, at: Plain(noon(0)), clock: Code(ClockState::Unchecked) };
    let realm = vault.profile().realm.id();
    (from..from + count).map(|filed| sign(tally(filed), keys, realm).unwrap().statement).collect()
}

#[test]
fn what_one_sender_has_set_aside_is_bounded_told_of_and_costs_nobody_else_theirs() {
    let mut cast = cast();
    let (commander, invented_keys) = (commander_of(&mut cast), SigningKey::generate().unwrap());
    let each = MOST_ASIDE / 2 + 500;
    for (seed, from) in [(1, 1), (2, 100_000)] {
        let vault = cast.observer.vault();
        let words = invented(vault, &invented_keys, from, each);
        let packet = words_by(vault, commander.clone(), words, seed);
        let intake = read_packet(cast.commander.vault(), packet, noon(2)).unwrap();
        assert_eq!(intake.set_aside.len(), usize::try_from(each).unwrap());
    }
    assert_eq!(cast.commander.vault().set_aside_count().unwrap(), MOST_ASIDE);
    assert_eq!(cast.commander.vault().more_aside().unwrap(), u64::from(2 * each - MOST_ASIDE));
    // His room is his own: a colleague's report by somebody not yet known here is kept, and taken when he is known.
    let mut other = cast.realm.apply(Role::Observer, "KFOR1-OBS2", Some("KFOR1"));
    let mut newcomer = cast.realm.apply(Role::Observer, "KFOR1-OBS3", Some("KFOR1"));
    cast.realm.admit(&mut [&mut other]);
    cast.realm.install(cast.commander.vault());
    cast.realm.admit(&mut [&mut newcomer]);
    let mut newcomer = ObserverDesk::open(newcomer).unwrap();
    let report = files_a_report(&mut newcomer, noon(3), 3);
    let statement = newcomer.vault().statement(report).unwrap();
    let intake =
        read_packet(cast.commander.vault(), words_by(&other, commander, vec![statement], 3), noon(4));
    assert_eq!(intake.unwrap().set_aside.len(), 1);
    assert_eq!(cast.commander.vault().set_aside_count().unwrap(), MOST_ASIDE + 1);
    cast.realm.install(cast.commander.vault());
    let again = vigilia::desks::intake::read_set_aside_again(cast.commander.vault(), noon(5)).unwrap();
    assert_eq!((again, cast.commander.vault().set_aside_count().unwrap()), (1, MOST_ASIDE));
    assert_eq!(cast.commander.queue().unwrap()[0].held.digest, report);
    // And his own reports are taken whatever else he sent.
    files_a_report(&mut cast.observer, noon(6), 6);
    cast.realm.install(cast.observer.vault());
    cast.observer.pack(noon(6), &mut SeededDice(6)).unwrap();
    let read = carry(cast.observer.vault(), cast.commander.vault(), noon(7));
    assert!(read.iter().all(|intake| intake.set_aside.is_empty()), "{read:?}");
    assert_eq!(cast.commander.queue().unwrap().len(), 2);
}

#[test]
fn what_one_sender_has_set_aside_is_bounded_in_bytes_too() {
    let mut cast = cast();
    let (commander, keys) = (commander_of(&mut cast), SigningKey::generate().unwrap());
    let vault = cast.observer.vault();
    let count = MOST_ASIDE_BYTES / (200 << 10) + 10;
    let words = (0..count)
        .map(|number| {
            let said = serde_json::json!({ "n": number, "words": "x".repeat(200 << 10) });
            sign(SaidAsReport(said), &keys, vault.profile().realm.id()).unwrap().statement
        })
        .collect();
    let packet = words_by(vault, commander, words, 1);
    read_packet(cast.commander.vault(), packet, noon(2)).unwrap();
    let (kept, more) = (
        u64::from(cast.commander.vault().set_aside_count().unwrap()),
        cast.commander.vault().more_aside().unwrap(),
    );
    assert!(kept * (200 << 10) <= MOST_ASIDE_BYTES, "{kept}");
    assert_eq!(kept + more, count);
}

#[test]
fn of_a_sender_whose_keys_are_void_nothing_is_set_aside_and_his_report_that_counts_is_taken() {
    let mut cast = cast();
    let (commander, keys) = (commander_of(&mut cast), SigningKey::generate().unwrap());
    let report = files_a_report(&mut cast.observer, noon(1), 1);
    let vault = cast.observer.vault();
    let mut words = invented(vault, &keys, 1, 100);
    words.push(vault.statement(report).unwrap());
    let packet = words_by(vault, commander, words, 1);
    let he = vault.profile().me;
    cast.realm.revoke(he, 1);
    cast.realm.install(cast.commander.vault());
    let intake = read_packet(cast.commander.vault(), packet, noon(2)).unwrap();
    assert_eq!((intake.taken.len(), intake.set_aside.len()), (1, 100));
    assert_eq!(cast.commander.vault().set_aside_count().unwrap(), 0);
    assert_eq!(cast.commander.queue().unwrap()[0].held.digest, report);
}

#[test]
fn nothing_goes_to_an_observer_whom_a_roster_made_void_by_any_road() {
    let mut cast = cast();
    let (report, _) = forwarded(&mut cast, 1);
    carry(cast.commander.vault(), cast.cell.vault(), noon(5));
    let outcome = Outcome::new(FeedbackStatus::Received, None).unwrap();
    cast.cell.answer(report, outcome, None, None, noon(6)).unwrap();
    Correspondent::prepare(&mut cast.cell, noon(6), &mut SeededDice(6)).unwrap();
    carry(cast.cell.vault(), cast.commander.vault(), noon(7));
    Correspondent::prepare(&mut cast.commander, noon(8), &mut SeededDice(8)).unwrap();
    let he = cast.observer.vault().profile().me;
    let his = |vault: &mut Vault| {
        let offered = |road| {
            let pending = vault.pending(road).unwrap();
            pending.iter().filter(|packet| packet.addressee == Addressee::Member(he)).count()
        };
        let roads = [offered(RoadName::Relay), offered(RoadName::Folder)];
        let waiting = vault.waiting_packets().unwrap();
        (roads, waiting.iter().filter(|packet| packet.addressee == Addressee::Member(he)).count())
    };
    assert_eq!(his(cast.commander.vault()), ([1, 1], 1));
    cast.realm.revoke(he, 1);
    cast.realm.install(cast.commander.vault());
    assert_eq!(his(cast.commander.vault()), ([0, 0], 0));
    assert!(
        cast.commander
            .vault()
            .packets_under_way(RoadName::Folder)
            .unwrap()
            .iter()
            .all(|packet| { packet.addressee != Addressee::Member(he) })
    );
}

/// Whether somebody's keys open a packet.
fn opens(vault: &Vault, packet: Vec<u8>) -> bool {
    let (roster, profile) = (vault.roster().unwrap().unwrap(), vault.profile());
    open_packet(packet, &roster, profile.me, &profile.identity).is_ok()
}

#[test]
fn packets_that_a_fallen_officer_could_open_are_offered_no_more_and_made_anew_for_the_others() {
    let mut cast = cast();
    let mut fallen = cast.realm.apply(Role::Cell, "CELL-2", None);
    cast.realm.admit(&mut [&mut fallen]);
    for vault in [cast.observer.vault(), cast.commander.vault(), cast.cell.vault()] {
        cast.realm.install(vault);
    }
    let (report, _) = forwarded(&mut cast, 1);
    let to_the_cell = |commander: &mut CommanderDesk, road| -> Vec<Digest> {
        let pending = commander.vault().pending(road).unwrap();
        pending.into_iter().filter(|packet| packet.addressee == CELL).map(|packet| packet.digest).collect()
    };
    let before = to_the_cell(&mut cast.commander, RoadName::Relay);
    assert_eq!(before.len(), 2, "the words, and the slot behind them");
    for packet in &before {
        assert!(opens(&fallen, cast.commander.vault().packet_bytes(*packet).unwrap()));
    }

    let he = fallen.profile().me;
    cast.realm.revoke(he, 0);
    cast.realm.install(cast.commander.vault());
    for road in [RoadName::Relay, RoadName::Folder] {
        assert_eq!(to_the_cell(&mut cast.commander, road), vec![], "not even before they are made anew");
    }
    Correspondent::prepare(&mut cast.commander, noon(9), &mut SeededDice(9)).unwrap();
    let after = to_the_cell(&mut cast.commander, RoadName::Relay);
    assert_eq!((after.len(), to_the_cell(&mut cast.commander, RoadName::Folder).len()), (2, 2));
    for packet in &after {
        let bytes = cast.commander.vault().packet_bytes(*packet).unwrap();
        assert!(!before.contains(packet) && !opens(&fallen, bytes.clone()));
        assert!(opens(cast.cell.vault(), bytes));
    }
    // Once is enough, and nothing of it is lost.
    Correspondent::prepare(&mut cast.commander, noon(10), &mut SeededDice(10)).unwrap();
    assert_eq!(to_the_cell(&mut cast.commander, RoadName::Relay), after);
    carry(cast.commander.vault(), cast.cell.vault(), noon(11));
    assert_eq!(cast.cell.inbox().unwrap()[0].held.digest, report);
    assert_eq!(cast.cell.outstanding().unwrap(), Default::default());
    assert!(FiledReport::try_from(&cast.cell.vault().signed::<ReportV1>(report).unwrap()).is_ok());
}

/// The cell's desk as it stands after anything.
fn works(cell: &mut CellDesk, now: Timestamp) {
    cell.inbox().unwrap();
    cell.findings(now).unwrap();
    cell.outstanding().unwrap();
    Correspondent::prepare(cell, now, &mut SeededDice(now.unix_millis())).unwrap();
    cell.vault().check().unwrap();
}

#[test]
fn the_largest_and_the_smallest_that_can_be_signed_stops_nothing() {
    let mut cast = cast();
    let (report, batch) = forwarded(&mut cast, 1);
    let ends = ["0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z"].map(|at| Timestamp::parse(at).unwrap());
    let (mut his, mut theirs) = (Vec::new(), Vec::new());
    let said = cast.observer.vault().signed::<ReportV1>(report).unwrap().payload;
    for at in ends {
        for number in [0, 1, u32::MAX] {
            let vault = cast.observer.vault();
            let head = Some(Plain(report)).filter(|_| number > 1);
            let clock = Code(ClockState::Unchecked);
            theirs.push(signed_by(vault, TallyV1 { filed: number, head, at: Plain(at), clock }));
            let mut said = said.clone();
            (said.sequence, said.recorded, said.previous) = (number.max(2), Plain(at), Some(Plain(report)));
            theirs.push(signed_by(vault, said));
            let batch = BatchV1 { at: Plain(at), slot_count: number.min(100_000), ..batch.clone() };
            his.push(signed_by(cast.commander.vault(), batch));
        }
    }
    let packets =
        [words_by(cast.observer.vault(), CELL, theirs, 1), words_by(cast.commander.vault(), CELL, his, 2)];
    for packet in packets {
        read_packet(cast.cell.vault(), packet, noon(5)).unwrap();
        works(&mut cast.cell, noon(6));
    }
    carry(cast.commander.vault(), cast.cell.vault(), noon(7));
    works(&mut cast.cell, noon(8));
    carry(cast.cell.vault(), cast.commander.vault(), noon(9));
    Correspondent::prepare(&mut cast.commander, noon(10), &mut SeededDice(10)).unwrap();
}
