//! What Brussels says goes down: each observer hears what is his, by whatever road he has, once, and nobody on the way
//! alters it, invents it or quietly keeps it back.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;

use serde_json::Value;
use tempfile::TempDir;
use vigilia::courier::folder::Folder;
use vigilia::courier::persistence::Persistence;
use vigilia::courier::relay_client::RelayClient;
use vigilia::crypto::seal::seal_to_length;
use vigilia::crypto::secret::Secret32;
use vigilia::crypto::signing::SigningKey;
use vigilia::crypto::transport::TransportKey;
use vigilia::desks::bulletins::{Announcement, BulletinLine};
use vigilia::desks::carrying::exchange::{Correspondent, Exchange, exchange};
use vigilia::desks::cell::CellDesk;
use vigilia::desks::commander::CommanderDesk;
use vigilia::desks::error::DeskError;
use vigilia::desks::intake::set_aside::SetAside;
use vigilia::desks::intake::{Intake, read_packet};
use vigilia::desks::observer::ObserverDesk;
use vigilia::desks::observer::answers::Said;
use vigilia::desks::signer::Signature;
use vigilia::domain::answer::{Audience, Outcome};
use vigilia::domain::bulletin::{BulletinError, BulletinKind, Edition, Title, Validity};
use vigilia::domain::feedback_status::FeedbackStatus;
use vigilia::domain::ids::{Digest, PacketId};
use vigilia::domain::marking::Marking;
use vigilia::domain::observation::Language;
use vigilia::domain::people::{Addressee, Role};
use vigilia::domain::precedence::Precedence;
use vigilia::domain::text::Narrative;
use vigilia::domain::time::Timestamp;
use vigilia::relay::config::{Limits, RelayConfig};
use vigilia::relay::keys::RelayKeys;
use vigilia::vault::heard::AnswerKind;
use vigilia::vault::packets::RoadName;
use vigilia::vault::unlock::Vault;
use vigilia::wire::answer::FeedbackV1;
use vigilia::wire::bulletin::BulletinV1;
use vigilia::wire::contents::{Contents, SLOT_LENGTH};
use vigilia::wire::kind::Kind;
use vigilia::wire::sealing::{Dispatch, empty_slot, seal_packet};
use vigilia::wire::spelling::Plain;
use vigilia::wire::statement::{SignedStatement, SignerError, StatementError, UnverifiedStatement, sign};

use crate::support::realm::{PASSPHRASE, SeededDice, TestRealm, noon, passphrase};
use crate::support::sightings::files_a_report;
use crate::the_built_program::PROGRAM;
use crate::world::Relay;

/// Two observers of one contingent, one of another, their commanders, and the cell.
struct Cast {
    realm: TestRealm,
    observers: [ObserverDesk; 2],
    commander: CommanderDesk,
    elsewhere: ObserverDesk,
    commander_elsewhere: CommanderDesk,
    cell: CellDesk,
}

fn cast() -> Cast {
    let mut realm = TestRealm::exercise("SILVER ARROW");
    let mut one = realm.apply(Role::Observer, "KFOR1-OBS1", Some("KFOR1"));
    let mut two = realm.apply(Role::Observer, "KFOR1-OBS2", Some("KFOR1"));
    let mut commander = realm.apply(Role::Commander, "KFOR1-CMD", Some("KFOR1"));
    let mut elsewhere = realm.apply(Role::Observer, "UNIFIL-OBS1", Some("UNIFIL"));
    let mut commander_elsewhere = realm.apply(Role::Commander, "UNIFIL-CMD", Some("UNIFIL"));
    let mut cell = realm.apply(Role::Cell, "CELL", None);
    let mut integrity = realm.apply(Role::Integrity, "INTEGRITY", None);
    realm.admit(&mut [
        &mut one,
        &mut two,
        &mut commander,
        &mut elsewhere,
        &mut commander_elsewhere,
        &mut cell,
        &mut integrity,
    ]);
    Cast {
        realm,
        observers: [one, two].map(|vault| ObserverDesk::open(vault).unwrap()),
        commander: CommanderDesk::open(commander).unwrap(),
        elsewhere: ObserverDesk::open(elsewhere).unwrap(),
        commander_elsewhere: CommanderDesk::open(commander_elsewhere).unwrap(),
        cell: CellDesk::open(cell).unwrap(),
    }
}

fn days(number: u32) -> Timestamp {
    noon(0).plus_hours(24 * number)
}

fn told(title: &str) -> Announcement {
    let edition = |language, title: &str, text: &str| Edition {
        language,
        title: Title::new(title).unwrap(),
        text: Narrative::new(text).unwrap(),
    };
    Announcement {
        kind: BulletinKind::Newsletter,
        editions: vec![
            edition(Language::Dutch, title, "Dank u voor uw meldingen."),
            edition(Language::English, &format!("{title}, in English"), "Thank you for your reports."),
        ],
        contingents: Vec::new(),
        until: None,
        supersedes: None,
    }
}

fn only_for(contingent: &str, title: &str) -> Announcement {
    Announcement { contingents: vec![contingent.parse().unwrap()], ..told(title) }
}

/// Everything that waits for somebody by a road, taken there; what was taken and what was not.
fn carry(from: &mut Vault, to: &mut Vault, road: RoadName, now: Timestamp) -> Vec<Intake> {
    let me = (to.profile().me, to.profile().role);
    let pending = from.pending(road).unwrap();
    let mine = pending.iter().filter(|packet| packet.addressee.includes(me.0, me.1));
    let read = |digest| {
        from.carried(digest, road, now).unwrap();
        read_packet(to, from.packet_bytes(digest).unwrap(), now).unwrap()
    };
    mine.map(|packet| packet.digest).map(read).collect()
}

/// What the cell has goes to a commander, and from him to an observer, by hand.
fn go_down(
    cell: &mut CellDesk,
    commander: &mut CommanderDesk,
    observer: &mut ObserverDesk,
    now: Timestamp,
) -> Vec<Intake> {
    cell.pack(now, &mut SeededDice(31)).unwrap();
    carry(cell.vault(), commander.vault(), RoadName::Relay, now);
    commander.pass_down(now, &mut SeededDice(32)).unwrap();
    carry(commander.vault(), observer.vault(), RoadName::Folder, now)
}

/// A packet somebody makes by hand, with his own keys.
fn handmade(vault: &Vault, to: Addressee, contents: &Contents, now: Timestamp) -> Vec<u8> {
    let dispatch = Dispatch {
        packet: PacketId::fresh(now, &mut SeededDice(99)),
        to,
        precedence: Precedence::Routine,
        marking: Marking::default(),
        created: now,
    };
    let roster = vault.roster().unwrap().unwrap();
    seal_packet(contents, &dispatch, &roster, &vault.profile().signing).unwrap().bytes().to_vec()
}

/// What becomes of these statements when the commander passes them on in a packet of his own making.
fn passed_by_hand(
    commander: &mut CommanderDesk,
    observer: &mut ObserverDesk,
    statements: Vec<SignedStatement>,
    now: Timestamp,
) -> Vec<SetAside> {
    let to = Addressee::Member(observer.vault().profile().me);
    let packet = handmade(commander.vault(), to, &Contents { statements, ..Contents::default() }, now);
    let intake = read_packet(observer.vault(), packet, now).unwrap();
    intake.set_aside.into_iter().map(|(_, reason)| reason).collect()
}

fn titles(lines: &[BulletinLine]) -> Vec<&str> {
    lines.iter().map(|line| line.heading.title(Language::Dutch)).collect()
}

fn missing(lines: &[BulletinLine], now: Timestamp) -> Vec<u32> {
    lines.iter().flat_map(|line| line.heading.missing(now)).collect()
}

/// The relay of a realm, and how its members reach it.
struct Centre {
    relay: Relay,
    _folder: TempDir,
}

impl Centre {
    fn of(realm: &TestRealm) -> Self {
        let folder = TempDir::new().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("realm.json"), realm.realm.write().unwrap()).unwrap();
        fs::write(at("roster"), realm.roster.as_ref().unwrap().bytes()).unwrap();
        let again = |secret: &[u8; 32]| Secret32::taken_from(&mut secret.clone());
        let keys = RelayKeys {
            signing: SigningKey::from_secret(again(realm.relay_signing.expose_secret())),
            transport: TransportKey::from_secret(again(realm.relay_transport.expose_secret())),
        };
        keys.store(&at("relay.keys")).unwrap();
        let config = RelayConfig {
            listen: "127.0.0.1:0".parse().unwrap(),
            realm: at("realm.json"),
            roster: at("roster"),
            data: at("shelf"),
            keys: at("relay.keys"),
            limits: Limits::default(),
        };
        let relay = Relay::start_by(&config, Arc::new(|| noon(30))).unwrap();
        Self { relay, _folder: folder }
    }

    fn exchange(&self, desk: &mut dyn Correspondent, now: Timestamp) -> Exchange {
        let roster = Arc::new(desk.vault().roster().unwrap().unwrap());
        let transport = &desk.vault().profile().transport;
        let mut road =
            RelayClient::new(&self.relay.address(), transport, roster, Persistence::once()).unwrap();
        exchange(desk, &mut road, RoadName::Relay, now, &mut SeededDice(41), &mut |_| {}).unwrap()
    }
}

fn by_stick(desk: &mut dyn Correspondent, stick: &Path, now: Timestamp) -> Exchange {
    let mut road = Folder::open(stick).unwrap();
    exchange(desk, &mut road, RoadName::Folder, now, &mut SeededDice(42), &mut |_| {}).unwrap()
}

#[test]
fn by_stick_and_by_relay_each_observer_hears_what_is_his_and_hears_it_once() {
    let mut cast = cast();
    let (centre, stick) = (Centre::of(&cast.realm), TempDir::new().unwrap());
    let [with_a_line, without] = &mut cast.observers;
    let reports = [files_a_report(with_a_line, noon(0), 1), files_a_report(without, noon(0), 2)];
    centre.exchange(with_a_line, noon(1));
    by_stick(without, stick.path(), noon(1));
    centre.exchange(&mut cast.commander, noon(2));
    by_stick(&mut cast.commander, stick.path(), noon(2));
    for report in reports {
        cast.commander.review(report, Default::default(), noon(3)).unwrap();
    }
    cast.commander.forward(noon(3), &mut SeededDice(3)).unwrap();
    centre.exchange(&mut cast.commander, noon(4));
    centre.exchange(&mut cast.cell, noon(5));
    let outcome = Outcome::new(FeedbackStatus::UnderInvestigation, None).unwrap();
    let text = |words: &str| Narrative::new(words).ok();
    for (number, report) in reports.iter().enumerate() {
        let (soldier, commander) = (format!("Thank you, {number}."), format!("For you alone, {number}."));
        cast.cell.answer(*report, outcome, text(&soldier), text(&commander), noon(6)).unwrap();
    }
    cast.cell.publish(told("November"), noon(6)).unwrap();
    let sent = centre.exchange(&mut cast.cell, noon(7)).sent.len();
    assert_eq!(sent, 2, "one packet for each commander, answers and bulletins together");

    // Many exchanges, in any order: nothing is made twice, and nothing is read twice.
    for minute in [8, 9, 10] {
        centre.exchange(&mut cast.commander, noon(minute));
        by_stick(&mut cast.commander, stick.path(), noon(minute));
        by_stick(without, stick.path(), noon(minute));
        centre.exchange(with_a_line, noon(minute));
        centre.exchange(without, noon(minute));
        by_stick(with_a_line, stick.path(), noon(minute));
    }
    let vault = cast.commander.vault();
    let down: Vec<_> = vault
        .outgoing()
        .unwrap()
        .into_iter()
        .filter(|packet| packet.addressee != Addressee::Role(Role::Cell))
        .collect();
    assert_eq!(
        down.len(),
        3,
        "one for him who has a line; one by any road and one by hand for him who has none"
    );
    for (place, observer) in [&mut *with_a_line, &mut *without].into_iter().enumerate() {
        let answers = observer.answers().unwrap();
        let kinds: Vec<AnswerKind> = answers.iter().map(|answer| answer.heard.kind).collect();
        assert_eq!(kinds.len(), 3, "{kinds:?}");
        for kind in [AnswerKind::Acknowledgement, AnswerKind::Feedback, AnswerKind::Bulletin] {
            let answer = answers.iter().find(|answer| answer.heard.kind == kind).unwrap();
            let opened = observer.answer(answer.heard.statement).unwrap();
            assert_eq!(opened.signature, Signature::Holds);
            match opened.said.unwrap() {
                Said::Feedback { text, .. } => {
                    assert_eq!(text.unwrap().as_str(), format!("Thank you, {place}."));
                }
                Said::Bulletin(told) => assert_eq!(told.number, 1),
                Said::Acknowledged { refused, .. } => assert!(refused.is_empty()),
                Said::Returned { .. } => panic!("nothing was given back"),
            }
        }
        assert_eq!(observer.vault().set_aside_count().unwrap(), 0);
        for report in reports {
            let commanders = observer.vault().feedback_on(report, Audience::Commander).unwrap();
            assert!(commanders.is_empty(), "words for the commander alone");
            let his = observer.vault().feedback_on(report, Audience::Observer).unwrap();
            assert_eq!(his.len(), usize::from(report == reports[place]), "only his own");
        }
    }
    for (number, report) in reports.into_iter().enumerate() {
        let words = cast.commander.answers(report).unwrap();
        assert_eq!(words.len(), 1);
        assert_eq!(words[0].feedback.text().unwrap().as_str(), format!("For you alone, {number}."));
    }
    let lines = cast.commander.bulletins().unwrap();
    assert_eq!((lines.len(), lines[0].handed_on), (1, 2));
}

#[test]
fn a_newsletter_burdens_no_line_for_those_who_have_none() {
    let mut cast = cast();
    cast.cell.publish(told("November"), noon(0)).unwrap();
    cast.cell.pack(noon(0), &mut SeededDice(1)).unwrap();
    carry(cast.cell.vault(), cast.commander.vault(), RoadName::Relay, noon(1));
    assert_eq!(cast.commander.pass_down(noon(1), &mut SeededDice(2)).unwrap().len(), 2);
    let vault = cast.commander.vault();
    assert_eq!(vault.pending(RoadName::Relay).unwrap().len(), 0);
    assert_eq!(vault.pending(RoadName::Folder).unwrap().len(), 2);
    // One of them gets a line: what waits for him by hand may go over it too.
    let met = cast.observers[0].vault().profile().me;
    vault.met(met, RoadName::Relay, noon(2)).unwrap();
    let pending = vault.pending(RoadName::Relay).unwrap();
    assert_eq!(pending.len(), 1);
    assert_eq!(pending[0].addressee, Addressee::Member(met));
    assert!(cast.commander.pass_down(noon(3), &mut SeededDice(3)).unwrap().is_empty());
}

#[test]
fn a_newcomer_gets_what_is_in_force_and_no_stick_carries_what_has_run_out() {
    let mut cast = cast();
    let soon = Announcement { until: Some(days(3)), ..told("short-lived") };
    let old = cast.cell.publish(told("old"), days(0)).unwrap().statement;
    cast.cell.publish(soon, days(0)).unwrap();
    cast.cell.publish(told("lasting"), days(1)).unwrap();
    let newer = Announcement { supersedes: Some(old), ..told("newer") };
    cast.cell.publish(newer, days(2)).unwrap();
    let observer = &mut cast.observers[0];
    go_down(&mut cast.cell, &mut cast.commander, observer, days(2));
    assert_eq!(titles(&observer.bulletins().unwrap()), ["newer", "lasting", "short-lived"]);

    let mut late = cast.realm.apply(Role::Observer, "KFOR1-OBS9", Some("KFOR1"));
    cast.realm.admit(&mut [&mut late]);
    cast.realm.install(cast.commander.vault());
    let mut late = ObserverDesk::open(late).unwrap();
    let intake = go_down(&mut cast.cell, &mut cast.commander, &mut late, days(4));
    assert_eq!(intake.len(), 1, "one packet");
    let lines = late.bulletins().unwrap();
    assert_eq!((titles(&lines), missing(&lines, days(4))), (vec!["newer", "lasting"], vec![]));
    assert_eq!(late.bulletins().unwrap()[0].heading.validity(days(4)), Validity::InForce);

    // What he got before stays with the other, and says that it no longer counts.
    let observer = &mut cast.observers[0];
    let lines = observer.bulletins().unwrap();
    let counts: Vec<_> = lines.iter().map(|line| line.heading.validity(days(4))).collect();
    assert_eq!(counts, [Validity::InForce, Validity::InForce, Validity::Expired]);
    // A year on, no stick and no line carries any of it.
    cast.commander.pass_down(days(365), &mut SeededDice(7)).unwrap();
    assert_eq!(cast.commander.vault().pending(RoadName::Folder).unwrap(), []);
    cast.cell.pack(days(365), &mut SeededDice(7)).unwrap();
    assert_eq!(cast.cell.vault().pending(RoadName::Folder).unwrap(), []);
    assert_eq!(cast.commander.vault().waiting_packets().unwrap(), []);
}

#[test]
fn a_bulletin_reaches_the_contingent_it_concerns_and_no_other() {
    let mut cast = cast();
    let here = cast.cell.publish(only_for("KFOR1", "for KFOR1"), noon(0)).unwrap().statement;
    cast.cell.publish(told("for all"), noon(1)).unwrap();
    cast.cell.publish(only_for("UNIFIL", "for UNIFIL"), noon(2)).unwrap();
    go_down(&mut cast.cell, &mut cast.commander, &mut cast.observers[0], noon(3));
    go_down(&mut cast.cell, &mut cast.commander_elsewhere, &mut cast.elsewhere, noon(3));
    let (ours, theirs) = (cast.observers[0].bulletins().unwrap(), cast.elsewhere.bulletins().unwrap());
    assert_eq!(titles(&ours), ["for all", "for KFOR1"]);
    assert_eq!(titles(&theirs), ["for UNIFIL", "for all"]);
    assert_eq!(
        (missing(&ours, noon(3)), missing(&theirs, noon(3))),
        (vec![], vec![]),
        "nobody misses what was not for him"
    );
    // Carried there all the same, it is not taken.
    let statement = cast.commander.vault().statement(here).unwrap();
    let reasons = passed_by_hand(&mut cast.commander, &mut cast.elsewhere, vec![statement], noon(4));
    assert_eq!(reasons, [SetAside::NotForThisDesk]);

    assert!(matches!(cast.cell.publish(only_for("NOBODY", "lost"), noon(5)), Err(DeskError::NobodyOf(_))));
    let narrower = Announcement { supersedes: Some(here), ..only_for("UNIFIL", "narrower") };
    let refused = cast.cell.publish(narrower, noon(5));
    assert!(matches!(refused, Err(DeskError::Bulletin(BulletinError::Narrower))));
    assert_eq!(cast.cell.bulletins().unwrap().len(), 3, "what is refused takes no number");
}

#[test]
fn where_nobody_commands_the_cell_tells_the_observer_himself() {
    let mut cast = cast();
    let commander = cast.commander.vault().profile().me;
    cast.realm.revoke(commander, 0);
    cast.realm.install(cast.cell.vault());
    cast.realm.install(cast.observers[1].vault());
    cast.cell.publish(told("November"), noon(0)).unwrap();
    cast.cell.pack(noon(1), &mut SeededDice(1)).unwrap();
    let observer = &mut cast.observers[1];
    carry(cast.cell.vault(), observer.vault(), RoadName::Relay, noon(2));
    assert_eq!(titles(&observer.bulletins().unwrap()), ["November"]);
    assert!(cast.cell.pack(noon(3), &mut SeededDice(1)).unwrap().is_empty());
}

#[test]
fn a_commander_who_keeps_a_bulletin_back_is_told_by_the_next() {
    let mut cast = cast();
    let published: Vec<Digest> = (1..=4)
        .map(|number| cast.cell.publish(told(&format!("number {number}")), noon(number)).unwrap().statement)
        .collect();
    cast.cell.pack(noon(5), &mut SeededDice(1)).unwrap();
    carry(cast.cell.vault(), cast.commander.vault(), RoadName::Relay, noon(6));
    let (commander, observer) = (&mut cast.commander, &mut cast.observers[0]);
    let hands_on = |place: usize, commander: &mut CommanderDesk, observer: &mut ObserverDesk| {
        let statement = commander.vault().statement(published[place]).unwrap();
        assert_eq!(passed_by_hand(commander, observer, vec![statement], noon(7)), []);
        missing(&observer.bulletins().unwrap(), noon(7))
    };
    assert!(hands_on(0, commander, observer).is_empty());
    assert_eq!(hands_on(3, commander, observer), [2, 3]);
    let told = observer.answers().unwrap();
    assert_eq!(
        told[0].bulletin.as_ref().unwrap().missing(noon(7)),
        [2, 3],
        "the newest says so among the answers"
    );
    assert_eq!(hands_on(1, commander, observer), [3]);
    assert!(hands_on(2, commander, observer).is_empty());
}

#[test]
fn what_a_commander_alters_or_invents_is_refused_by_the_observer() {
    let mut cast = cast();
    let report = files_a_report(&mut cast.observers[0], noon(0), 1);
    cast.observers[0].pack(noon(0), &mut SeededDice(1)).unwrap();
    carry(cast.observers[0].vault(), cast.commander.vault(), RoadName::Relay, noon(1));
    cast.commander.review(report, Default::default(), noon(2)).unwrap();
    cast.commander.forward(noon(2), &mut SeededDice(2)).unwrap();
    carry(cast.commander.vault(), cast.cell.vault(), RoadName::Relay, noon(3));
    let outcome = Outcome::new(FeedbackStatus::LinkedToKnown, None).unwrap();
    let text = |words: &str| Narrative::new(words).ok();
    cast.cell.answer(report, outcome, text("Thank you."), text("Known to us."), noon(4)).unwrap();
    let bulletin = cast.cell.publish(told("November"), noon(4)).unwrap().statement;
    cast.cell.pack(noon(5), &mut SeededDice(3)).unwrap();
    carry(cast.cell.vault(), cast.commander.vault(), RoadName::Relay, noon(6));
    let vault = cast.commander.vault();
    let of = |audience| vault.feedback_on(report, audience).unwrap()[0].statement;
    let (soldiers, commanders) = (of(Audience::Observer), of(Audience::Commander));
    let to = Addressee::Member(cast.observers[0].vault().profile().me);

    // In the cell's name, with his own key.
    let mut news = vault.signed::<BulletinV1>(bulletin).unwrap().payload;
    news.editions[0].text = Plain(Narrative::new("Stop reporting.").unwrap());
    let mut words = vault.signed::<FeedbackV1>(soldiers).unwrap().payload;
    words.text = text("Nobody reads this.").map(Plain);
    let profile = vault.profile();
    let forged = [
        sign(news, &profile.signing, profile.realm.id()).unwrap().statement,
        sign(words, &profile.signing, profile.realm.id()).unwrap().statement,
    ];
    let reasons = passed_by_hand(&mut cast.commander, &mut cast.observers[0], forged.into(), noon(7));
    assert_eq!(reasons, [SetAside::Statement(StatementError::Signer(SignerError::WrongRole)); 2]);

    // Words exchanged in what the cell signed: no statement at all, or one whose signature does not hold.
    let vault = cast.commander.vault();
    for (digest, said, instead) in
        [(bulletin, "Thank you for", "No thanks for"), (soldiers, "Thank you.", "Forget it.")]
    {
        let bytes = vault.statement(digest).unwrap().bytes().to_vec();
        let at = bytes.windows(said.len()).position(|window| window == said.as_bytes()).unwrap();
        let mut altered = bytes;
        altered[at..at + said.len()].copy_from_slice(instead.as_bytes());
        let statement = UnverifiedStatement::parse(&altered).unwrap();
        let roster = cast.observers[0].vault().roster().unwrap().unwrap();
        let refused = match statement.kind() {
            Kind::Bulletin => roster.verify::<BulletinV1>(statement).err(),
            _ => roster.verify::<FeedbackV1>(statement).err(),
        };
        assert_eq!(refused, Some(StatementError::BadSignature));
    }

    // What was meant for him is not taken by the soldier, nor what was meant for another soldier.
    let statement = vault.statement(commanders).unwrap();
    let reasons = passed_by_hand(&mut cast.commander, &mut cast.observers[0], vec![statement], noon(8));
    assert_eq!(reasons, [SetAside::NotForThisDesk]);
    let statement = cast.commander.vault().statement(soldiers).unwrap();
    let reasons = passed_by_hand(&mut cast.commander, &mut cast.observers[1], vec![statement], noon(8));
    assert_eq!(reasons, [SetAside::AnotherObserver]);
    for observer in &mut cast.observers {
        assert_eq!(observer.answers().unwrap(), []);
    }

    // And all of it arrives as it was signed as soon as somebody passes it on.
    let statements =
        [bulletin, soldiers].map(|digest| cast.commander.vault().statement(digest).unwrap()).into();
    let packet =
        handmade(cast.commander.vault(), to, &Contents { statements, ..Contents::default() }, noon(9));
    let intake = read_packet(cast.observers[0].vault(), packet, noon(9)).unwrap();
    assert_eq!((intake.taken.len(), intake.set_aside.len()), (2, 0));
    assert_eq!(cast.observers[0].answers().unwrap().len(), 2);
}

/// Everything a commander can see at his desk: numbers and sizes, not names that differ anyway.
fn seen_by(commander: &mut CommanderDesk) -> Vec<String> {
    let mut seen = vec![
        format!("{:?}", commander.queue().unwrap()),
        format!("{:?}", commander.preview(noon(9)).unwrap()),
        format!("{:?}", commander.bulletins().unwrap()),
    ];
    let vault = commander.vault();
    seen.push(format!("{:?}", vault.latest_tallies().unwrap()));
    seen.push(format!("{} aside", vault.set_aside_count().unwrap()));
    seen.push(format!("{} in the log", vault.custody().unwrap().len()));
    let slots = vault.uncounted_slots().unwrap();
    seen.push(format!("{:?}", slots.len()));
    seen
}

/// Runs the program on somebody's profile.
fn runs(realm: &TestRealm, home: &str, words: &[&str]) -> Output {
    let pass = realm.home("pass");
    fs::write(&pass, PASSPHRASE).unwrap();
    Command::new(PROGRAM)
        .arg("--home")
        .arg(realm.home(home))
        .arg("--passphrase-file")
        .arg(pass)
        .current_dir(realm.home(""))
        .args(words)
        .output()
        .unwrap()
}

/// What a command says, for programs.
fn says(realm: &TestRealm, home: &str, words: &[&str]) -> Value {
    let output = runs(realm, home, &[&["--json"], words].concat());
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn files(home: &Path) -> BTreeSet<OsString> {
    fs::read_dir(home).unwrap().map(|entry| entry.unwrap().file_name()).collect()
}

/// Lengths of whole packets and of the database are left out: a seal adds a stanza of random length to each, whatever is
/// inside.
#[test]
fn a_commander_cannot_tell_who_used_the_integrity_lane() {
    let mut cast = cast();
    let observer = &mut cast.observers[0];
    let report = files_a_report(observer, noon(0), 1);
    let to = Addressee::Member(cast.commander.vault().profile().me);
    let vault = observer.vault();
    let roster = vault.roster().unwrap().unwrap();
    let tally = vault.latest_tallies().unwrap()[0].1;
    let statements: Vec<_> = [report, tally].iter().map(|one| vault.statement(*one).unwrap()).collect();
    let desk = roster.addressed(&Addressee::Role(Role::Integrity))[0].recipient.clone().unwrap();
    let recipient = desk.0.as_str().parse().unwrap();
    let words = b"The sergeant sells the fuel, and more than fuel.";
    let lane = seal_to_length(words, &recipient, SLOT_LENGTH).unwrap();
    let packet = |slot: Vec<u8>| {
        let contents = Contents { statements: statements.clone(), slots: vec![slot], ..Contents::default() };
        handmade(vault, to.clone(), &contents, noon(1))
    };
    // The same commander twice: once his observer has something to say of his own side, once he has not.
    let (silent, spoken) = (packet(empty_slot(&roster).unwrap()), packet(lane));
    let home = cast.realm.home("KFOR1-CMD");
    drop(cast.commander);
    let twin = cast.realm.home("TWIN");
    fs::create_dir(&twin).unwrap();
    for name in files(&home) {
        fs::copy(home.join(&name), twin.join(&name)).unwrap();
    }
    let mut told = Vec::new();
    for (name, packet) in [("KFOR1-CMD", silent), ("TWIN", spoken)] {
        let home = &cast.realm.home(name);
        let vault = Vault::unlock(home, &passphrase(), noon(2)).unwrap();
        let mut commander = CommanderDesk::open(vault).unwrap();
        let Intake { packet: _, sender, again, taken, set_aside, attachments, slots, slot_missing } =
            read_packet(commander.vault(), packet, noon(2)).unwrap();
        let intake = (sender, again, taken, set_aside, attachments, slots, slot_missing);
        let before = seen_by(&mut commander);
        commander.review(report, Default::default(), noon(3)).unwrap();
        let forwarded = commander.forward(noon(4), &mut SeededDice(5)).unwrap();
        let followers: Vec<usize> = forwarded.iter().map(|one| one.followers.len()).collect();
        let forwarded: Vec<_> = forwarded.into_iter().map(|one| one.reports).collect();
        let after = seen_by(&mut commander);
        drop(commander);
        let commands: [&[&str]; 4] =
            [&["review", "list"], &["batch", "preview"], &["packet", "waiting"], &["bulletin", "list"]];
        // Names of packets and their lengths are chance: no digit of them is compared.
        let no_digits = |said: Value| said.to_string().replace(|c: char| c.is_ascii_hexdigit(), "");
        let said: Vec<String> =
            commands.iter().map(|words| no_digits(says(&cast.realm, name, words))).collect();
        told.push((said, intake, before, forwarded, followers, after, files(home)));
    }
    assert_eq!(told[0].0, told[1].0);
    assert_eq!(told[0], told[1]);
}

#[test]
fn the_cell_publishes_and_a_soldier_reads_it_in_his_language() {
    let Cast { realm, observers, commander, elsewhere, commander_elsewhere, cell } = cast();
    drop((observers, commander, elsewhere, commander_elsewhere, cell));
    fs::create_dir(realm.home("stick")).unwrap();
    let news = "Nieuws van november\n\nDank u.\n\nDrie dossiers gingen vooruit.\n";
    fs::write(realm.home("nl.txt"), news).unwrap();
    fs::write(realm.home("fr.txt"), "Nouvelles de novembre\n\nMerci.\n").unwrap();
    let words = ["bulletin", "publish", "nl.txt", "--kind", "newsletter", "--language", "nl"];
    let refused = runs(&realm, "KFOR1-CMD", &words);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("desk of role cell"));
    fs::write(realm.home("order.txt"), "Grenspost\n\nGelieve de bestelwagen te doorzoeken.\n").unwrap();
    let orders = ["bulletin", "publish", "order.txt", "--kind", "briefing", "--language", "nl"];
    let refused = runs(&realm, "CELL", &orders);
    let said = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(1), "{said}");
    assert!(said.contains("In nl it says: ") && said.contains("nothing was published"), "{said}");
    let more = ["--also", "fr=fr.txt", "--until", "30d", "--contingent", "KFOR1"];
    let told = says(&realm, "CELL", &[&words[..], &more[..]].concat());
    assert_eq!((&told["bulletin"]["number"], &told["bulletin"]["kind"]), (&1.into(), &"newsletter".into()));
    let roads = ["CELL", "KFOR1-CMD", "KFOR1-OBS1"];
    for home in roads {
        says(&realm, home, &["sync", "--folder", "stick"]);
    }
    for home in roads {
        let listed = says(&realm, home, &["bulletin", "list"]);
        assert_eq!(listed[0]["bulletin"]["titles"]["fr"], "Nouvelles de novembre", "{home}");
        assert_eq!(listed[0]["exercise"], true);
        let id = listed[0]["id"].as_str().unwrap().get(..8).unwrap();
        let read = says(&realm, home, &["bulletin", "read", id]);
        assert_eq!(read["signature"], "holds");
        assert_eq!(read["said"]["nl"]["text"], "Dank u.\n\nDrie dossiers gingen vooruit.");
        assert!(says(&realm, home, &["bulletin", "list"])[0]["seen"].is_string());
    }
    assert_eq!(says(&realm, "KFOR1-OBS1", &["answers", "list"])[0]["kind"], "bulletin");
    says(&realm, "KFOR1-OBS1", &["settings", "set", "language", "fr"]);
    for words in [["bulletin", "list"], ["answers", "list"]] {
        let said = String::from_utf8(runs(&realm, "KFOR1-OBS1", &words).stdout).unwrap();
        assert!(said.contains("lettre 1 : Nouvelles de novembre"), "{said}");
        assert!(said.starts_with("NIET GECLASSIFICEERD"), "{said}");
    }
}
