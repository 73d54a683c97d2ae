//! A soldier is enrolled by his commander where there is no line, and revoked the same way: by statements that reach the
//! relay and the cell with whatever goes there next.

use std::fs;
use std::sync::Arc;

use vigilia::courier::persistence::Persistence;
use vigilia::courier::relay_client::RelayClient;
use vigilia::courier::road::{Road, RoadError};
use vigilia::crypto::secret::Secret32;
use vigilia::crypto::signing::SigningKey;
use vigilia::crypto::transport::TransportKey;
use vigilia::desks::carrying::exchange::{Correspondent, Exchange, ExchangeError, exchange};
use vigilia::desks::commander::CommanderDesk;
use vigilia::desks::commander::contingent::{Applying, ContingentMember, Revoking, VoidFrom};
use vigilia::desks::enrolment::{install, request};
use vigilia::desks::error::DeskError;
use vigilia::desks::intake::set_aside::SetAside;
use vigilia::desks::intake::{Intake, read_packet};
use vigilia::desks::observer::ObserverDesk;
use vigilia::domain::answer::Outcome;
use vigilia::domain::feedback_status::FeedbackStatus;
use vigilia::domain::ids::{Digest, MemberId, PacketId, RealmId};
use vigilia::domain::marking::Marking;
use vigilia::domain::observation::Language;
use vigilia::domain::people::{Addressee, Role};
use vigilia::domain::precedence::Precedence;
use vigilia::domain::revocation::RevocationReason;
use vigilia::domain::standing::{Stage, Standing};
use vigilia::domain::text::Narrative;
use vigilia::domain::time::Timestamp;
use vigilia::relay::config::{Limits, RelayConfig};
use vigilia::relay::keys::RelayKeys;
use vigilia::vault::packets::RoadName;
use vigilia::vault::unlock::Vault;
use vigilia::wire::amendment::{AmendmentError, write_sequence};
use vigilia::wire::contents::Contents;
use vigilia::wire::kind::Kind;
use vigilia::wire::membership::MembershipV1;
use vigilia::wire::relay_api::ProblemCode;
use vigilia::wire::request::RequestV1;
use vigilia::wire::revocation::RevocationV1;
use vigilia::wire::sealing::{Dispatch, seal_packet};
use vigilia::wire::spelling::{Code, Plain};
use vigilia::wire::statement::{SignedStatement, SignerError, StatementError, sign};

use crate::support::realm::{Cast, SeededDice, TestRealm, cast, noon, passphrase};
use crate::support::sightings::files_a_report;
use crate::the_built_program::Headquarters;
use crate::world::Relay;

/// The relay of a realm of desks, on a real port.
pub fn relay_of(realm: &TestRealm) -> Relay {
    let folder = realm.home("relay");
    fs::create_dir_all(&folder).unwrap();
    let config = RelayConfig {
        listen: "127.0.0.1:0".parse().unwrap(),
        realm: folder.join("realm.json"),
        roster: folder.join("roster"),
        data: folder.join("shelf"),
        keys: folder.join("relay.keys"),
        limits: Limits::default(),
    };
    fs::write(&config.realm, realm.realm.write().unwrap()).unwrap();
    fs::write(&config.roster, realm.roster.as_ref().unwrap().bytes()).unwrap();
    if !config.keys.exists() {
        let again = |secret: &[u8; 32]| Secret32::taken_from(&mut secret.clone());
        let keys = RelayKeys {
            signing: SigningKey::from_secret(again(realm.relay_signing.expose_secret())),
            transport: TransportKey::from_secret(again(realm.relay_transport.expose_secret())),
        };
        keys.store(&config.keys).unwrap();
    }
    Relay::start_by(&config, Arc::new(|| noon(30))).unwrap()
}

pub fn line(vault: &Vault, relay: &Relay) -> RelayClient {
    let roster = Arc::new(vault.roster().unwrap().unwrap());
    RelayClient::new(&relay.address(), &vault.profile().transport, roster, Persistence::once()).unwrap()
}

pub fn over(desk: &mut dyn Correspondent, relay: &Relay, now: Timestamp) -> Result<Exchange, ExchangeError> {
    let mut road = line(desk.vault(), relay);
    exchange(desk, &mut road, RoadName::Relay, now, &mut SeededDice(now.unix_millis()), &mut |_| ())
}

pub fn is_refused<T>(outcome: &Result<T, ExchangeError>) -> bool {
    let code = ProblemCode::NotAMember;
    matches!(outcome, Err(ExchangeError::Road(RoadError::Refused { code: told, .. })) if *told == code)
}

pub fn asks(vault: &Vault) -> Vec<u8> {
    request(vault.profile(), noon(0)).unwrap().bytes().to_vec()
}

/// A soldier whom nobody in Brussels knows makes a profile and is enrolled by his commander.
fn enrolled(realm: &TestRealm, commander: &mut CommanderDesk, callsign: &str) -> ObserverDesk {
    let mut vault = realm.apply(Role::Observer, callsign, Some("KFOR1"));
    let enrolled = commander.enrol(&asks(&vault), None, None, noon(1)).unwrap();
    install(&mut vault, &enrolled.install_file, noon(2)).unwrap();
    ObserverDesk::open(vault).unwrap()
}

/// Every packet of one vault that the other reads: a stick between two who meet.
pub fn carried(from: &mut Vault, to: &mut Vault, now: Timestamp) -> Vec<Intake> {
    let me = (to.profile().me, to.profile().role);
    let packets = from.outgoing().unwrap().into_iter().filter(|packet| packet.addressee.includes(me.0, me.1));
    let packets: Vec<Vec<u8>> = packets.map(|packet| from.packet_bytes(packet.digest).unwrap()).collect();
    packets
        .into_iter()
        .map(|bytes| read_packet(to, bytes, now).unwrap())
        .filter(|intake| !intake.again)
        .collect()
}

pub fn handed_in(desk: &mut ObserverDesk, commander: &mut CommanderDesk, now: Timestamp) -> Vec<Intake> {
    desk.pack(now, &mut SeededDice(now.unix_millis())).unwrap();
    carried(desk.vault(), commander.vault(), now)
}

pub fn forwarded(cast: &mut Cast, now: Timestamp) -> Vec<Intake> {
    for owed in cast.commander.queue().unwrap() {
        cast.commander.review(owed.held.digest, Default::default(), now).unwrap();
    }
    cast.commander.forward(now, &mut SeededDice(now.unix_millis())).unwrap();
    carried(cast.commander.vault(), cast.cell.vault(), now)
}

pub fn aside(read: &[Intake]) -> Vec<SetAside> {
    read.iter().flat_map(|intake| &intake.set_aside).map(|(_, why)| *why).collect()
}

const REVOKED: SetAside = SetAside::Statement(StatementError::Signer(SignerError::Revoked));

pub fn lost(member: MemberId, from: VoidFrom) -> Revoking {
    Revoking { member, reason: RevocationReason::Lost, from, since: None }
}

pub fn row(commander: &CommanderDesk, member: MemberId) -> ContingentMember {
    commander.contingent().unwrap().into_iter().find(|row| row.id == member).unwrap()
}

/// A packet by anybody of the roster to the cell, around any statements.
pub fn packet(vault: &Vault, statements: Vec<SignedStatement>, seed: u64) -> Vec<u8> {
    let dispatch = Dispatch {
        packet: PacketId::fresh(noon(40), &mut SeededDice(seed)),
        to: Addressee::Role(Role::Cell),
        precedence: Precedence::Routine,
        marking: Marking::default(),
        created: noon(40),
    };
    let contents = Contents { statements, ..Contents::default() };
    let roster = vault.roster().unwrap().unwrap();
    seal_packet(&contents, &dispatch, &roster, &vault.profile().signing).unwrap().bytes().to_vec()
}

fn vouches(by: &Vault, for_whom: &Vault, realm: RealmId) -> SignedStatement {
    let asked = RequestV1::read(&asks(for_whom), for_whom.profile().realm.id()).unwrap();
    let mut member = asked.payload.member();
    member.valid_until = Some(Plain(noon(0).plus_hours(24 * 90)));
    let word =
        MembershipV1 { member, request: Plain(asked.statement.digest()), replaces: None, at: Plain(noon(1)) };
    sign(word, &by.profile().signing, realm).unwrap().statement
}

fn voids(key: &SigningKey, member: MemberId, realm: RealmId) -> SignedStatement {
    let word = RevocationV1 {
        member: Plain(member),
        reason: Code(RevocationReason::Compromised),
        since: None,
        from_report: None,
        at: Plain(noon(1)),
    };
    sign(word, key, realm).unwrap().statement
}

#[test]
fn a_soldier_enrolled_without_brussels_reports_over_the_relay_and_hears_back() {
    let mut cast = cast();
    let relay = relay_of(&cast.realm);
    let mut vault = cast.realm.apply(Role::Observer, "KFOR1-NEW", Some("KFOR1"));
    let asked = asks(&vault);

    // What he reads aloud from his own desk is what his commander sees.
    let applying: Applying = cast.commander.read_request(&asked).unwrap();
    assert_eq!(
        (applying.callsign.as_str(), applying.callsign_of, applying.already),
        ("KFOR1-NEW", None, false)
    );
    assert_eq!(applying.fingerprint.replace(' ', ""), vault.profile().me.to_string());
    let enrolled = cast.commander.enrol(&asked, None, None, noon(1)).unwrap();
    install(&mut vault, &enrolled.install_file, noon(2)).unwrap();
    let mut soldier = ObserverDesk::open(vault).unwrap();
    let me = soldier.vault().profile().me;
    let report = files_a_report(&mut soldier, noon(3), 1);

    // The relay has heard nothing of him: his key is refused in the handshake, and his report waits.
    let told = over(&mut soldier, &relay, noon(4));
    assert!(is_refused(&told), "{told:?}");
    relay.lines.wait_for("refused in the handshake");

    // His commander's next contact brings his name, before anything else is asked.
    over(&mut cast.commander, &relay, noon(5)).unwrap();
    assert!(relay.lines.has("a membership is in force: KFOR1-NEW"));
    assert_eq!(over(&mut soldier, &relay, noon(6)).unwrap().sent.len(), 1);
    let read = over(&mut cast.commander, &relay, noon(7)).unwrap().read;
    assert_eq!((read.len(), aside(&read)), (1, vec![]), "{read:?}");
    let before = row(&cast.commander, me);
    assert_eq!((before.filed, before.held, before.missing, before.unacknowledged), (1, 1, 0, 1));
    assert_eq!(before.vouched_by, Some(cast.commander.vault().profile().me));
    assert!(before.last_contact == Some(noon(7)) && before.valid_until.is_some());

    cast.commander.review(report, Default::default(), noon(8)).unwrap();
    cast.commander.forward(noon(8), &mut SeededDice(8)).unwrap();
    over(&mut cast.commander, &relay, noon(9)).unwrap();
    let read = over(&mut cast.cell, &relay, noon(10)).unwrap().read;
    assert_eq!(aside(&read), vec![], "{read:?}");
    assert_eq!(cast.cell.inbox().unwrap()[0].held.digest, report);
    let outcome = Outcome::new(FeedbackStatus::LinkedToKnown, None).unwrap();
    cast.cell.answer(report, outcome, Narrative::new("It fits others.").ok(), None, noon(11)).unwrap();
    over(&mut cast.cell, &relay, noon(12)).unwrap();
    over(&mut cast.commander, &relay, noon(13)).unwrap();
    over(&mut cast.commander, &relay, noon(14)).unwrap();
    over(&mut soldier, &relay, noon(15)).unwrap();
    let own = soldier.reports().unwrap();
    assert_eq!(Standing::of(&own[0].held.facts).stage, Stage::Answered);
    assert_eq!(row(&cast.commander, me).unacknowledged, 0);

    // Everybody knows by now, so nobody says it again; and what was said outlasts every program.
    assert!(cast.commander.vault().amendments_to_tell().unwrap().is_empty());
    assert!(cast.cell.vault().amendments_to_tell().unwrap().is_empty());
    assert!(cast.cell.vault().unacknowledged_amendments().unwrap().is_empty());
    assert!(cast.commander.forward_what_is_due(noon(16), &mut SeededDice(9)).unwrap().is_empty());
    let home = cast.cell.vault().home().to_owned();
    drop(cast.cell);
    let cell = Vault::unlock(&home, &passphrase(), noon(17)).unwrap();
    assert!(cell.roster().unwrap().unwrap().member(me).is_some());
    relay.running.stop();
    let relay = relay_of(&cast.realm);
    over(&mut soldier, &relay, noon(18)).unwrap();
    let logged = cast.commander.vault().custody().unwrap();
    assert!(logged.iter().any(|entry| entry.purpose.as_deref() == Some("membership")), "{logged:?}");
}

#[test]
fn a_membership_in_the_same_packet_or_in_a_later_one_brings_the_report_in() {
    let mut cast = cast();
    let mut soldier = enrolled(&cast.realm, &mut cast.commander, "KFOR1-NEW");
    files_a_report(&mut soldier, noon(3), 1);
    handed_in(&mut soldier, &mut cast.commander, noon(4));
    let report = soldier.reports().unwrap()[0].held.digest;
    let report = soldier.vault().statement(report).unwrap();
    let member = cast.commander.vault().amendments().unwrap()[0].statement().clone();

    // The report first: nobody knows its author yet.
    let early = packet(cast.commander.vault(), vec![report.clone()], 1);
    let read = read_packet(cast.cell.vault(), early, noon(5)).unwrap();
    let unknown = SetAside::Statement(StatementError::Signer(SignerError::NotOnRoster));
    assert_eq!(aside(&[read]), vec![unknown]);
    assert!(cast.cell.inbox().unwrap().is_empty());
    let later = packet(cast.commander.vault(), vec![member.clone()], 2);
    let read = read_packet(cast.cell.vault(), later, noon(6)).unwrap();
    assert_eq!(
        read.taken.iter().map(|(kind, _)| *kind).collect::<Vec<_>>(),
        [Kind::Membership, Kind::Report]
    );
    assert_eq!((cast.cell.inbox().unwrap().len(), cast.cell.vault().set_aside_count().unwrap()), (1, 0));

    // Both at once, the report in front.
    let mut other = cast.realm.apply(Role::Cell, "CELL-2", None);
    cast.realm.admit(&mut [&mut other]);
    let both = packet(&other, vec![report, member], 3);
    let read = read_packet(&mut other, both, noon(7));
    // A cell may send to its own role; what counts is who signed what is inside.
    assert_eq!(read.unwrap().set_aside, vec![]);
    assert_eq!(other.reports().unwrap().len(), 1);
}

#[test]
fn a_revoked_soldier_is_refused_everywhere_and_what_he_said_before_stays() {
    let mut cast = cast();
    let relay = relay_of(&cast.realm);
    let mut soldier = enrolled(&cast.realm, &mut cast.commander, "KFOR1-NEW");
    over(&mut cast.commander, &relay, noon(3)).unwrap();
    let me = soldier.vault().profile().me;
    let good = files_a_report(&mut soldier, noon(3), 1);
    // A connection that stands, and one whose session can be resumed.
    let mut kept = line(soldier.vault(), &relay);
    kept.roster(None).unwrap();
    handed_in(&mut soldier, &mut cast.commander, noon(4));
    // The words about him lie in a packet of their own by now, and whichever is read first, nothing stays aside.
    forwarded(&mut cast, noon(5));
    assert_eq!(cast.cell.vault().set_aside_count().unwrap(), 0);

    let told = cast.commander.revoke(lost(me, VoidFrom::AfterWhatIsHere), noon(6)).unwrap();
    assert_eq!((told.from_report, told.callsign.as_str()), (2, "KFOR1-NEW"));
    over(&mut cast.commander, &relay, noon(7)).unwrap();
    assert!(relay.lines.has("a revocation is in force: KFOR1-NEW"));

    let bad = files_a_report(&mut soldier, noon(8), 2);
    let again = kept.roster(None);
    assert!(matches!(again, Err(RoadError::Refused { code: ProblemCode::NotAMember, .. })), "{again:?}");
    let told = over(&mut soldier, &relay, noon(9));
    assert!(is_refused(&told), "{told:?}");
    let sentence = again.unwrap_err().to_string();
    assert!(sentence.contains("or it was revoked; what waits to be sent is kept"), "{sentence}");

    // By stick: his commander sets the report aside, with the reason, and nothing of it goes on.
    let read = handed_in(&mut soldier, &mut cast.commander, noon(10));
    assert!(aside(&read).contains(&REVOKED), "{read:?}");
    assert!(cast.commander.queue().unwrap().is_empty());
    // And were a commander to pass it on all the same, the cell refuses it.
    let smuggled = soldier.vault().statement(bad).unwrap();
    let smuggled = packet(cast.commander.vault(), vec![smuggled], 1);
    carried(cast.commander.vault(), cast.cell.vault(), noon(11));
    let read = read_packet(cast.cell.vault(), smuggled, noon(12)).unwrap();
    assert_eq!(aside(&[read]), vec![REVOKED]);
    let inbox = cast.cell.inbox().unwrap();
    assert_eq!(inbox.iter().map(|received| received.held.digest).collect::<Vec<_>>(), [good]);

    let row = row(&cast.commander, me);
    let revoked = row.revoked.unwrap();
    assert_eq!(
        (revoked.reason, revoked.since, revoked.good_through),
        (Some(RevocationReason::Lost), noon(6), 1)
    );
    assert_eq!((row.held, row.missing), (1, 0), "nothing after the revocation counts");
    // His own desk says so, once it hears of it.
    let words: Vec<SignedStatement> =
        cast.commander.vault().amendments().unwrap().iter().map(|word| word.statement().clone()).collect();
    install(soldier.vault(), &write_sequence(None, &words), noon(13)).unwrap();
    let draft = soldier.begin(Language::English, noon(13), &mut SeededDice(99)).unwrap();
    let refusal = soldier.file(draft.id, noon(13)).unwrap_err();
    assert!(matches!(refusal, DeskError::NotOnRoster), "{refusal}");
    assert!(refusal.to_string().contains("its keys were revoked; what you wrote is safe"), "{refusal}");
}

#[test]
fn a_lost_device_is_replaced_and_what_lay_on_its_way_still_counts() {
    let mut cast = cast();
    let mut old = cast.observer;
    let old_id = old.vault().profile().me;
    let first = files_a_report(&mut old, noon(1), 1);
    handed_in(&mut old, &mut cast.commander, noon(2));
    // Two more lie on a stick, in a jeep, when the laptop is lost; the finder files a fourth.
    let on_the_stick = [files_a_report(&mut old, noon(3), 2), files_a_report(&mut old, noon(4), 3)];
    old.pack(noon(5), &mut SeededDice(5)).unwrap();

    let mut vault = cast.realm.apply_as(Role::Observer, "KFOR1-OBS1", Some("KFOR1"), "new-device");
    let asked = asks(&vault);
    assert_eq!(cast.commander.read_request(&asked).unwrap().callsign_of, Some(old_id));
    let taken = cast.commander.enrol(&asked, None, None, noon(6));
    assert!(matches!(taken, Err(DeskError::Amendment(AmendmentError::Taken))), "{taken:?}");
    assert!(cast.commander.vault().amendments().unwrap().is_empty(), "nothing by halves");
    let replaced =
        cast.commander.enrol(&asked, None, Some(lost(old_id, VoidFrom::Report(4))), noon(6)).unwrap();
    install(&mut vault, &replaced.install_file, noon(7)).unwrap();
    let mut new = ObserverDesk::open(vault).unwrap();
    let anew = files_a_report(&mut new, noon(8), 4);
    assert_eq!(new.reports().unwrap()[0].held.report.head().sequence, 1, "a chain of its own");
    assert_eq!(aside(&handed_in(&mut new, &mut cast.commander, noon(9))), vec![]);

    // The finder knows the passphrase.
    files_a_report(&mut old, noon(10), 5);
    let read = handed_in(&mut old, &mut cast.commander, noon(11));
    let words: Vec<Kind> = read.iter().flat_map(|intake| &intake.taken).map(|(kind, _)| *kind).collect();
    assert_eq!(words.iter().filter(|kind| **kind == Kind::Report).count(), 2, "{read:?}");
    assert!(aside(&read).iter().all(|why| *why == REVOKED) && !aside(&read).is_empty(), "{read:?}");

    let cell_read = {
        let mut whole = Cast { realm: cast.realm, observer: new, commander: cast.commander, cell: cast.cell };
        let read = forwarded(&mut whole, noon(12));
        cast = whole;
        read
    };
    assert_eq!(aside(&cell_read), vec![], "{cell_read:?}");
    let mut there: Vec<Digest> =
        cast.cell.inbox().unwrap().iter().map(|received| received.held.digest).collect();
    let mut expected = vec![first, on_the_stick[0], on_the_stick[1], anew];
    there.sort();
    expected.sort();
    assert_eq!(there, expected);
    assert!(cast.cell.findings(noon(13)).unwrap().is_empty(), "neither chain has a gap");
    let rows = cast.commander.contingent().unwrap();
    assert_eq!(rows.iter().filter(|row| row.callsign.as_str() == "KFOR1-OBS1").count(), 2);
    assert!(rows[0].revoked.is_none() && rows[1].revoked.is_some(), "those in good standing first");

    // An authority names him on the next roster by the very same file, and his commander's word is no longer needed.
    let changes = vigilia::desks::enrolment::authority::read_amendments(
        &replaced.install_file,
        cast.realm.roster.as_ref().unwrap(),
        &cast.realm.realm,
    )
    .unwrap();
    assert_eq!(changes.len(), 2);
    cast.realm.change(changes);
    cast.realm.install(cast.cell.vault());
    let people = cast.cell.vault().roster().unwrap().unwrap();
    let named = people.member(replaced.member).unwrap();
    assert!(named.revoked.is_none() && people.voucher_of(replaced.member).is_none());
    assert_eq!(people.member(old_id).unwrap().revoked.as_ref().unwrap().through_sequence, 3);
}

#[test]
fn nobody_vouches_or_revokes_beyond_his_own() {
    let mut cast = cast();
    let relay = relay_of(&cast.realm);
    let mut foreign = cast.realm.apply(Role::Commander, "KFOR2-CMD", Some("KFOR2"));
    let mut former = cast.realm.apply(Role::Commander, "KFOR1-OLD", Some("KFOR1"));
    cast.realm.admit(&mut [&mut foreign, &mut former]);
    cast.realm.revoke(former.profile().me, 0);
    for vault in [cast.commander.vault(), cast.cell.vault(), cast.observer.vault()] {
        cast.realm.install(vault);
    }
    fs::write(cast.realm.home("relay").join("roster"), cast.realm.roster.as_ref().unwrap().bytes()).unwrap();
    let newcomer = cast.realm.apply(Role::Observer, "KFOR1-NEW", Some("KFOR1"));
    let theirs = cast.realm.apply(Role::Observer, "KFOR2-NEW", Some("KFOR2"));
    let mut another = TestRealm::exercise("GOLD ARROW");
    let mut elsewhere = another.apply(Role::Commander, "KFOR1-CMD", Some("KFOR1"));
    another.admit(&mut [&mut elsewhere]);

    // The desk refuses before anything is signed.
    let told = cast.commander.read_request(&asks(&theirs));
    assert!(matches!(told, Err(DeskError::NotMine)), "{told:?}");
    let cell = cast.cell.vault().profile().me;
    let himself = cast.commander.vault().profile().me;
    for somebody in [cell, himself, foreign.profile().me] {
        let told = cast.commander.revoke(lost(somebody, VoidFrom::AfterWhatIsHere), noon(2));
        assert!(matches!(told, Err(DeskError::Amendment(AmendmentError::NotHis))), "{told:?}");
    }

    // And whoever signs it by other means is refused by the cell and by the relay.
    let realm = cast.realm.realm.id();
    let key = |vault: &Vault| {
        SigningKey::from_secret(Secret32::taken_from(&mut vault.profile().signing.expose_secret().clone()))
    };
    let observer = cast.observer.vault().profile().me;
    let not_his = SetAside::Amendment(AmendmentError::NotHis);
    let by = |error: SignerError| SetAside::Statement(StatementError::Signer(error));
    let forged = SetAside::Statement(StatementError::BadSignature);
    let unknown = by(SignerError::NotOnRoster);
    let mine = cast.commander.vault();
    let cases = [
        ("another contingent's commander vouches", vouches(&foreign, &newcomer, realm), not_his),
        ("a commander vouches for another contingent", vouches(mine, &theirs, realm), not_his),
        ("an observer vouches", vouches(cast.observer.vault(), &newcomer, realm), by(SignerError::WrongRole)),
        ("a revoked commander vouches afresh", vouches(&former, &newcomer, realm), by(SignerError::Revoked)),
        ("somebody vouches for himself", vouches(&newcomer, &newcomer, realm), unknown),
        ("a word of another realm", vouches(mine, &newcomer, another.realm.id()), forged),
        ("a commander of another realm", vouches(&elsewhere, &newcomer, realm), unknown),
        ("a commander revokes the cell", voids(&key(mine), cell, realm), not_his),
        ("a commander revokes a commander", voids(&key(mine), foreign.profile().me, realm), not_his),
        ("a foreign commander revokes", voids(&key(&foreign), observer, realm), not_his),
        ("a revoked commander revokes", voids(&key(&former), observer, realm), by(SignerError::Revoked)),
        (
            "an observer revokes",
            voids(&key(cast.observer.vault()), observer, realm),
            by(SignerError::WrongRole),
        ),
    ];
    let before = cast.cell.vault().roster().unwrap().unwrap().everybody().count();
    for (seed, (what, word, why)) in cases.into_iter().enumerate() {
        let bytes = packet(cast.commander.vault(), vec![word.clone()], seed as u64);
        let read = read_packet(cast.cell.vault(), bytes, noon(3)).unwrap();
        assert_eq!(aside(&[read]), vec![why], "{what}");
        let mut commander = line(cast.commander.vault(), &relay);
        assert_eq!(commander.tell(std::slice::from_ref(&word)), Ok(Some(vec![word.digest()])), "{what}");
    }
    let people = cast.cell.vault().roster().unwrap().unwrap();
    assert_eq!(people.everybody().count(), before);
    assert!(people.member(observer).unwrap().revoked.is_none());
    over(&mut cast.observer, &relay, noon(4)).unwrap();

    // One that counts, among some that do not, counts.
    let word = vouches(cast.commander.vault(), &newcomer, realm);
    let bad = voids(&key(&foreign), observer, realm);
    let mut commander = line(cast.commander.vault(), &relay);
    assert_eq!(commander.tell(&[bad.clone(), word]), Ok(Some(vec![bad.digest()])));
    let told = RelayClient::new(
        &relay.address(),
        &newcomer.profile().transport,
        Arc::new(people),
        Persistence::once(),
    );
    assert!(told.unwrap().roster(None).is_ok());
}

#[test]
fn what_a_commander_said_before_his_own_keys_became_void_stands() {
    let mut cast = cast();
    let relay = relay_of(&cast.realm);
    let mut soldier = enrolled(&cast.realm, &mut cast.commander, "KFOR1-NEW");
    over(&mut cast.commander, &relay, noon(3)).unwrap();
    over(&mut cast.cell, &relay, noon(4)).unwrap();
    let commander = cast.commander.vault().profile().me;
    cast.realm.revoke(commander, 0);
    for vault in [cast.cell.vault(), soldier.vault()] {
        cast.realm.install(vault);
    }
    fs::write(cast.realm.home("relay").join("roster"), cast.realm.roster.as_ref().unwrap().bytes()).unwrap();
    let me = soldier.vault().profile().me;
    assert!(cast.cell.vault().roster().unwrap().unwrap().member(me).unwrap().revoked.is_none());
    let mut his = line(soldier.vault(), &relay);
    assert!(his.roster(None).is_ok(), "the soldier he enrolled still comes in");
    let told = over(&mut cast.commander, &relay, noon(5));
    assert!(is_refused(&told), "{told:?}");
}

#[test]
fn one_authority_alone_stops_a_stolen_key_but_not_the_relay_and_no_roster_brings_it_back() {
    let mut cast = cast();
    let relay = relay_of(&cast.realm);
    let realm = cast.realm.realm.id();
    let observer = cast.observer.vault().profile().me;
    let [police, _] = &cast.realm.authorities;
    let stop = voids(police, observer, realm);
    let shut =
        voids(police, vigilia::wire::statement::member_of(&cast.realm.relay_signing.verifying_key()), realm);
    let mut cell = line(cast.cell.vault(), &relay);
    assert_eq!(cell.tell(&[stop.clone(), shut.clone()]), Ok(Some(vec![shut.digest()])));
    let told = over(&mut cast.observer, &relay, noon(2));
    assert!(is_refused(&told), "{told:?}");

    // A roster signed by authorities who had not heard of it changes nothing, here or there.
    cast.realm.change(Vec::new());
    fs::write(cast.realm.home("relay").join("roster"), cast.realm.roster.as_ref().unwrap().bytes()).unwrap();
    let told = over(&mut cast.observer, &relay, noon(3));
    assert!(is_refused(&told), "{told:?}");
    // The commander learns it from the relay.
    over(&mut cast.commander, &relay, noon(4)).unwrap();
    over(&mut cast.commander, &relay, noon(5)).unwrap();
    assert!(row(&cast.commander, observer).revoked.is_some());
}

#[test]
fn the_built_program_enrols_replaces_and_revokes_by_files_alone() {
    let hq = Headquarters::new();
    hq.found("127.0.0.1:9");
    let words = ["member", "request", "--realm", "realm/realm.json", "--role", "observer"];
    let more = ["--callsign", "KFOR1-OBS1", "--contingent", "KFOR1", "--out", "late.request"];
    let asked = hq.json("late", &[&words[..], &more[..]].concat());
    let id = asked["member"].as_str().unwrap();

    // Nobody is enrolled on a slip: without the fingerprint, with another one, or under a callsign that is taken.
    let enrol = ["member", "enrol", "late.request", "--out", "late.install"];
    let said = hq.refusal("cmd", 2, &enrol);
    assert!(said.contains("--fingerprint"), "{said}");
    let other = "0".repeat(32);
    let said = hq.refusal("cmd", 4, &[&enrol[..], &["--fingerprint", &other]].concat());
    assert!(said.contains("nobody was enrolled"), "{said}");
    let said = hq.refusal("cmd", 4, &[&enrol[..], &["--fingerprint", id]].concat());
    assert!(said.contains("another member has this callsign"), "{said}");
    let said = hq.refusal("obs", 1, &[&enrol[..], &["--fingerprint", id]].concat());
    assert!(said.contains("role commander"), "{said}");

    // In the place of the device that was lost, with two reports of it still on their way.
    let replaces = ["--replaces", "KFOR1-OBS1", "--from-report", "3", "--until", "2099-05-31"];
    let told = hq.json("cmd", &[&enrol[..], &["--fingerprint", id], &replaces[..]].concat());
    assert_eq!((told["member"].as_str(), told["until"].as_str()), (Some(id), Some("2099-05-31T23:59:59Z")));
    assert_eq!(hq.json("late", &["member", "install", "late.install"])["on_it"], true);
    let filed = hq.run("late", &["report", "list"]);
    assert!(filed.status.success());
    let table = hq.json("cmd", &["member", "list"]);
    let rows = table["contingent"].as_array().unwrap();
    assert_eq!(rows.len(), 2, "{table}");
    assert_eq!((rows[0]["id"].as_str(), rows[0]["revoked"].is_null()), (Some(id), true));
    assert_eq!(rows[1]["revoked"]["good_through"], 2);

    // The authorities name him on the next roster from the very same file.
    let defence = "realm/authority-defence";
    hq.json(defence, &["member", "install", "realm/relay/roster.vigilia-roster"]);
    hq.json(defence, &["member", "approve", "late.install", "--out", "proposal"]);
    hq.json("realm/authority-police", &["member", "approve", "proposal", "--out", "next"]);
    assert_eq!(hq.json("cmd", &["member", "install", "next"])["on_it"], true);
    let table = hq.json("cmd", &["member", "list"]);
    assert!(table["contingent"][0]["vouched_by"].is_null(), "{table}");

    // He leaves, which is final.
    let revoke = ["member", "revoke", "KFOR1-OBS1", "--reason", "left"];
    let said = hq.refusal("cmd", 2, &revoke);
    assert!(said.contains("--yes"), "{said}");
    let told = hq.json("cmd", &[&revoke[..], &["--yes", "--out", "word"]].concat());
    assert_eq!((told["member"].as_str(), told["from_report"].as_u64()), (Some(id), Some(1)));
    let said = hq.refusal("cmd", 4, &[&enrol[..], &["--fingerprint", id]].concat());
    assert!(said.contains("which is final"), "{said}");
    assert_eq!(hq.json("late", &["member", "install", "word"])["on_it"], false);
    // One authority stops somebody at once, and a commander installs that word.
    let alone = ["member", "revoke", "CELL", "--reason", "compromised", "--alone", "--out", "stop"];
    hq.json(defence, &alone);
    hq.json("cmd", &["member", "install", "stop"]);
    let members = hq.json("cmd", &["member", "list"])["members"].as_array().unwrap().clone();
    assert!(members.iter().any(|member| member["callsign"] == "CELL" && member["revoked"] == true));
}
