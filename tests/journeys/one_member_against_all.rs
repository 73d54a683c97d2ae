//! What one member may sign, label or bring holds up nobody else: not his commander's line, not a word about others, not
//! the relay.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use vigilia::courier::folder::{Folder, file_name};
use vigilia::courier::heard::Heard;
use vigilia::courier::orders::{Due, Load, News, Order};
use vigilia::courier::persistence::Persistence;
use vigilia::courier::relay_client::RelayClient;
use vigilia::courier::road::{Arrival, Listing, Myself, Road, RoadError, Sent};
use vigilia::courier::worker::Worker;
use vigilia::crypto::passphrase::WorkFactor;
use vigilia::crypto::signing::SigningKey;
use vigilia::crypto::transport::TransportKey;
use vigilia::desks::carrying::contact::Contact;
use vigilia::desks::carrying::exchange::{Correspondent, exchange};
use vigilia::desks::error::DeskError;
use vigilia::domain::ids::{MemberId, PacketId};
use vigilia::domain::marking::Marking;
use vigilia::domain::people::{Addressee, Role};
use vigilia::domain::precedence::Precedence;
use vigilia::domain::revocation::RevocationReason;
use vigilia::domain::time::Timestamp;
use vigilia::screens::desk::errand::{With, read};
use vigilia::vault::packets::RoadName;
use vigilia::vault::unlock::Vault;
use vigilia::wire::label::LabelV1;
use vigilia::wire::membership::MembershipV1;
use vigilia::wire::packet::{MOST, MOST_URGENT, Packet, UnverifiedPacket};
use vigilia::wire::realm::Realm;
use vigilia::wire::receipt::CollectionV1;
use vigilia::wire::revocation::RevocationV1;
use vigilia::wire::roster::{Member, Roster};
use vigilia::wire::spelling::{Code, Plain};
use vigilia::wire::statement::{Signed, SignedStatement, digest_of, sign};

use crate::enrolled_in_the_field::{asks, line, over, relay_of};
use crate::flaky_line::{FlakyLine, Shape};
use crate::raw_line::RawLine;
use crate::support::realm::{SeededDice, cast, noon};
use crate::support::sightings::files_a_report;
use crate::what_goes_and_when::noise;
use crate::world::{CELL, COMMANDER, OBSERVER, Relay, World, member_of, now};

/// A packet whose label is good and whose inside nobody can open.
fn unopenable(
    key: &SigningKey,
    roster: &Roster,
    to: Addressee,
    precedence: Precedence,
    bytes: usize,
) -> Packet {
    let sealed = noise(bytes);
    let label = LabelV1 {
        packet: Plain(PacketId::fresh(noon(1), &mut SeededDice(bytes as u64))),
        to: Plain(to),
        precedence: Code(precedence),
        marking: Code(Marking::default()),
        created: Plain(noon(1)),
        size: sealed.len() as u64,
        sealed: Plain(digest_of(&sealed)),
        roster: roster.epoch(),
    };
    let mut whole = sign(label, key, roster.realm()).unwrap().statement.bytes().to_vec();
    match u16::try_from(sealed.len()) {
        Ok(length) => whole.extend([&[0x59][..], &length.to_be_bytes()].concat()),
        Err(_) => whole.extend([&[0x5a][..], &u32::try_from(bytes).unwrap().to_be_bytes()].concat()),
    }
    whole.extend(sealed);
    UnverifiedPacket::parse(whole).unwrap().verify(roster).unwrap()
}

#[test]
fn what_is_sent_never_stands_behind_what_claims_to_be_urgent() {
    let mut world = World::new(801);
    let relay = world.relay();
    let to = Addressee::Role(Role::Cell);
    let large = world.packet(OBSERVER, to.clone(), &noise(200 << 10), Precedence::Routine);
    assert!(world.client(OBSERVER, &relay.address()).send(&large).is_ok());
    let words = world.packet(CELL, world.person(COMMANDER).addressee(), b"words", Precedence::Routine);
    let urgent = world.packet(CELL, world.person(COMMANDER).addressee(), b"urgent", Precedence::Immediate);

    // A relay may say of it what it likes.
    let size = large.bytes().len() as u64;
    let arrival = Arrival { sha256: large.digest(), size, precedence: Precedence::Flash };
    let line = FlakyLine::shaped(&relay.address(), Shape { bits: 64_000, ..Shape::default() });
    let road = world.client(CELL, line.address());
    let courier = Worker::start(road, world.person(CELL).myself(), Persistence::steady(1)).unwrap();
    assert!(courier.order(Order::Fetch(vec![Due { arrival, held: Vec::new() }])));
    let (mut sent, mut came) = (Vec::new(), Vec::new());
    loop {
        match courier.wait_for_news().unwrap() {
            News::Piece { place, .. } => {
                if came.is_empty() {
                    let load = |packet| Load { packet, tried: false, follows: false };
                    assert!(courier.order(Order::Send(vec![load(words.clone()), load(urgent.clone())])));
                }
                came.push(place);
            }
            News::Sent { packet, .. } => {
                sent.push(packet);
                if sent.len() == 2 {
                    line.mend();
                }
            }
            News::Arrived { packet, bytes, .. } => {
                assert_eq!((packet, bytes.as_slice()), (large.digest(), large.bytes()));
                break;
            }
            News::Sending { .. } | News::Idle => {}
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(sent, [urgent.digest(), words.digest()], "both before it, and the urgent one first");
    assert!(came.is_sorted(), "it went on where it was: {came:?}");
}

#[test]
fn a_label_in_haste_brings_nothing_large_and_the_relay_says_why() {
    let mut world = World::new(802);
    let relay = world.relay();
    let to = world.person(COMMANDER).addressee();
    // Somebody's patched program against the relay.
    let key = &world.person(OBSERVER).signing;
    for precedence in [Precedence::Immediate, Precedence::Flash] {
        for bytes in [MOST_URGENT, 1 << 20] {
            let packet = unopenable(key, &world.roster, to.clone(), precedence, bytes);
            let told = world.client(OBSERVER, &relay.address()).send(&packet).unwrap_err();
            assert!(told.to_string().contains("kept here"), "{told}");
            let mut raw = RawLine::open(&relay.address(), &world.person(OBSERVER).transport);
            let length = packet.bytes().len() as u64;
            // More than the relay looks at before it knows, and less than all of it.
            let put = format!("PUT /v1/packets/{}", packet.digest());
            raw.say(&put, length, &packet.bytes()[..64 << 10]).unwrap();
            raw.bytes(&packet.bytes()[64 << 10..]).ok();
            let answer = raw.hear(true).unwrap();
            assert_eq!(answer.status, 413);
            assert!(answer.text().contains("label it PRIORITY"), "{}", answer.text());
        }
    }
    relay.lines.wait_for("IMMEDIATE or FLASH");
    let small = unopenable(key, &world.roster, to.clone(), Precedence::Flash, MOST_URGENT - 4_096);
    assert!(world.client(OBSERVER, &relay.address()).send(&small).is_ok());
    // An honest program never makes such a label.
    let large =
        world.packet(COMMANDER, Addressee::Role(Role::Cell), &noise(300 << 10), Precedence::Immediate);
    assert_eq!(large.label().precedence.0, Precedence::Priority);
    assert!(world.client(COMMANDER, &relay.address()).send(&large).is_ok());
}

/// One contact by a courier on its own thread, as a desk has it.
fn contact(desk: &mut dyn Correspondent, address: &str, now: Timestamp) -> (usize, usize) {
    let roster = Arc::new(desk.vault().roster().unwrap().unwrap());
    let profile = desk.vault().profile();
    let me = Myself { id: profile.me, role: profile.role };
    let road = RelayClient::new(address, &profile.transport, roster, Persistence::once()).unwrap();
    let courier = Worker::start(road, me, Persistence::steady(1)).unwrap();
    let dice = &mut SeededDice(now.unix_millis());
    let (mut contact, mut orders) = Contact::begin(desk, now, dice).unwrap();
    loop {
        orders.into_iter().for_each(|order| assert!(courier.order(order)));
        if contact.is_over() {
            return (contact.done().read.len(), contact.done().refused.len());
        }
        orders = contact.hear(desk, courier.wait_for_news().unwrap(), now, dice, &mut |_| ()).unwrap();
    }
}

#[test]
fn a_packet_that_could_not_be_read_is_not_fetched_again_until_something_has_changed() {
    let mut cast = cast();
    let relay = relay_of(&cast.realm);
    let roster = cast.realm.roster.clone().unwrap();
    let to = Addressee::Member(cast.commander.vault().profile().me);
    for bytes in [60 << 10, 8 << 10] {
        let key = &cast.observer.vault().profile().signing;
        let packet = unopenable(key, &roster, to.clone(), Precedence::Priority, bytes);
        line(cast.observer.vault(), &relay).send(&packet).unwrap();
    }
    let fetched = |line: &FlakyLine| line.crossed().1 > 60 << 10;
    let flaky = FlakyLine::to(&relay.address());
    assert_eq!(contact(&mut cast.commander, flaky.address(), noon(2)), (0, 2));
    assert!(fetched(&flaky));
    for step_by_step in [false, true] {
        let flaky = FlakyLine::to(&relay.address());
        if step_by_step {
            let roster = Arc::new(cast.commander.vault().roster().unwrap().unwrap());
            let transport = &cast.commander.vault().profile().transport;
            let mut road = RelayClient::new(flaky.address(), transport, roster, Persistence::once()).unwrap();
            let (dice, name) = (&mut SeededDice(3), RoadName::Relay);
            let done = exchange(&mut cast.commander, &mut road, name, noon(3), dice, &mut |_| ()).unwrap();
            assert_eq!((done.read.len(), done.refused.len()), (0, 0));
        } else {
            assert_eq!(contact(&mut cast.commander, flaky.address(), noon(3)), (0, 0));
        }
        assert!(flaky.crossed().1 < 8 << 10, "{:?}", flaky.crossed());
    }
    // The rest of the day goes on as ever.
    files_a_report(&mut cast.observer, noon(4), 1);
    over(&mut cast.observer, &relay, noon(5)).unwrap();
    assert_eq!(contact(&mut cast.commander, &relay.address(), noon(6)), (1, 0));

    // Somebody new is vouched for: what could not be read may be his.
    let newcomer = cast.realm.apply(Role::Observer, "KFOR1-NEW", Some("KFOR1"));
    cast.commander.enrol(&asks(&newcomer), None, None, noon(7)).unwrap();
    assert_eq!(contact(&mut cast.commander, &relay.address(), noon(8)), (0, 2));
    assert_eq!(contact(&mut cast.commander, &relay.address(), noon(9)), (0, 0));
    // And a newer roster.
    cast.realm.change(Vec::new());
    cast.realm.install(cast.commander.vault());
    assert_eq!(contact(&mut cast.commander, &relay.address(), noon(10)), (0, 2));
}

fn vouched(by: &SigningKey, realm: &Realm, member: Member) -> SignedStatement {
    let request = Plain(digest_of(member.callsign.0.to_string().as_bytes()));
    let word = MembershipV1 { member, request, replaces: None, at: Plain(noon(1)) };
    sign(word, by, realm.id()).unwrap().statement
}

fn voided(by: &SigningKey, realm: &Realm, member: MemberId, from: Option<u32>) -> SignedStatement {
    let word = RevocationV1 {
        member: Plain(member),
        reason: Code(RevocationReason::Compromised),
        since: None,
        from_report: from,
        at: Plain(noon(20)),
    };
    sign(word, by, realm.id()).unwrap().statement
}

/// Somebody who does not exist.
fn puppet(like: &Member, number: u32) -> Member {
    Member {
        callsign: Plain(format!("KFOR1-P{number}").parse().unwrap()),
        signing_key: Plain(SigningKey::generate().unwrap().verifying_key()),
        transport_key: Some(Plain(TransportKey::generate().unwrap().public())),
        valid_until: Some(Plain(noon(0).plus_hours(24))),
        ..like.clone()
    }
}

#[test]
fn whoever_floods_the_relay_with_words_hides_none_of_the_others() {
    let mut cast = cast();
    let relay = relay_of(&cast.realm);
    let realm = cast.realm.realm.clone();
    let observer = cast.observer.vault().profile().me;
    let commander = cast.commander.vault().profile().me;
    let mut road = line(cast.commander.vault(), &relay);
    let key = &cast.commander.vault().profile().signing;

    // The same thing said over and over is kept once.
    let again: Vec<SignedStatement> =
        (1..1_200).map(|number| voided(key, &realm, observer, Some(number))).collect();
    assert_eq!(road.tell(&again), Ok(Some(vec![])), "what changes nothing counts");
    let kept = |words: &str| relay.lines.all().iter().filter(|line| line.contains(words)).count();
    assert_eq!(kept("a revocation is in force"), 1, "and is not kept");

    // People who do not exist, more than go in one answer.
    let like = cast.observer.vault().roster().unwrap().unwrap().member(observer).unwrap().clone();
    let puppets: Vec<SignedStatement> =
        (0..1_300).map(|number| vouched(key, &realm, puppet(&like, number))).collect();
    assert_eq!(road.tell(&puppets), Ok(Some(vec![])));
    assert_eq!(kept("a membership is in force"), 1_300);
    // An authority makes an end of it, whoever carries the word.
    let [police, _] = &cast.realm.authorities;
    let end = voided(police, &realm, commander, None);
    assert_eq!(road.tell(&[end]), Ok(Some(vec![])));

    // One contact, and the cell knows all of it.
    assert_eq!(contact(&mut cast.cell, &relay.address(), noon(21)), (0, 0));
    let people = cast.cell.vault().roster().unwrap().unwrap();
    assert!(people.member(commander).unwrap().revoked.is_some());
    assert!(people.member(observer).unwrap().revoked.is_some());
    assert_eq!(
        people.active().filter(|member| member.callsign.0.as_str().starts_with("KFOR1-P")).count(),
        1_300
    );
}

/// A relay of a newer program: among what it tells is a word that this program cannot read.
struct Newer {
    page: Vec<u8>,
    up_to: u64,
}

impl Road for Newer {
    fn send(&mut self, _: &Packet) -> Result<Sent, RoadError> {
        Ok(Sent::Taken { receipt: None, waiting: None })
    }

    fn waiting(&mut self, _: &Myself) -> Result<Listing, RoadError> {
        Ok(Listing::default())
    }

    fn fetch(&mut self, _: &Arrival) -> Result<Vec<u8>, RoadError> {
        Err(RoadError::WrongRelay)
    }

    fn collected(&mut self, _: &Signed<CollectionV1>) -> Result<(), RoadError> {
        Ok(())
    }

    fn roster(&mut self, _: Option<u32>) -> Result<Option<Vec<u8>>, RoadError> {
        Ok(None)
    }

    fn heard(&mut self) -> Heard {
        Heard { amendments: Some(self.up_to), ..Heard::default() }
    }

    fn amendments(&mut self, _: u64) -> Result<Option<(Vec<u8>, u64)>, RoadError> {
        Ok(Some((self.page.clone(), self.up_to)))
    }
}

#[test]
fn a_word_that_only_a_newer_program_reads_hides_none_of_the_others_and_what_has_no_end_is_asked_for_again() {
    let mut cast = cast();
    let realm = cast.realm.realm.clone();
    let [police, _] = &cast.realm.authorities;
    let observer = cast.observer.vault().profile().me;
    let commander = cast.commander.vault().profile().me;
    let words = [voided(police, &realm, observer, None), voided(police, &realm, commander, None)];
    let mut newer = words[0].bytes().to_vec();
    let kind = newer.windows(10).position(|some| some == b"revocation").unwrap();
    let version = kind + newer[kind..].iter().position(|byte| *byte == b'1').unwrap();
    newer[version] = b'2';
    let mut hears = |page: Vec<u8>, up_to| {
        let mut road = Newer { page, up_to };
        let dice = &mut SeededDice(up_to);
        exchange(&mut cast.cell, &mut road, RoadName::Relay, noon(21), dice, &mut |_| ()).unwrap();
        let people = cast.cell.vault().roster().unwrap().unwrap();
        let void = |id| people.member(id).unwrap().revoked.is_some();
        let aside = cast.cell.vault().set_aside_count().unwrap();
        (void(observer), void(commander), cast.cell.vault().amendments_heard().unwrap(), aside)
    };
    let cut = [words[0].bytes(), &words[1].bytes()[..40]].concat();
    assert_eq!(hears(cut, 7), (true, false, 0, 0), "what lies behind it is asked for once more");
    let page = [newer.as_slice(), words[1].bytes()].concat();
    assert_eq!(hears(page, 9), (true, true, 9, 1), "and what is newer waits for a newer program");
}

#[test]
fn that_keys_of_the_cell_are_void_reaches_every_commander_and_observer() {
    let mut cast = cast();
    let mut second = cast.realm.apply(Role::Cell, "CELL-2", None);
    cast.realm.admit(&mut [&mut second]);
    for vault in [cast.observer.vault(), cast.commander.vault(), cast.cell.vault()] {
        cast.realm.install(vault);
    }
    let relay = relay_of(&cast.realm);
    let stolen = cast.cell.vault().profile().me;
    let [police, _] = &cast.realm.authorities;
    let word = voided(police, &cast.realm.realm, stolen, None);
    assert_eq!(line(&second, &relay).tell(&[word]), Ok(Some(vec![])));
    let knows = |vault: &Vault| vault.roster().unwrap().unwrap().member(stolen).unwrap().revoked.is_some();

    // One contact each, over either kind of line.
    contact(&mut cast.commander, &relay.address(), noon(21));
    over(&mut cast.observer, &relay, noon(21)).unwrap();
    assert!(knows(cast.commander.vault()) && knows(cast.observer.vault()));
    // Nothing is sealed to the finder of that device any more.
    let to = Addressee::Role(Role::Cell);
    let people = cast.commander.vault().roster().unwrap().unwrap();
    let addressed: Vec<MemberId> = people.addressed(&to).into_iter().map(Member::id).collect();
    assert_eq!(addressed, [second.profile().me]);

    // What is said of soldiers is no business of other soldiers, and costs them no byte.
    let newcomer = cast.realm.apply(Role::Observer, "KFOR1-NEW", Some("KFOR1"));
    cast.commander.enrol(&asks(&newcomer), None, None, noon(22)).unwrap();
    over(&mut cast.commander, &relay, noon(23)).unwrap();
    over(&mut cast.observer, &relay, noon(24)).unwrap();
    let me = newcomer.profile().me;
    assert!(cast.observer.vault().roster().unwrap().unwrap().member(me).is_none());
}

#[test]
fn an_upload_is_judged_by_who_is_in_force_when_it_ends() {
    let mut world = World::new(805);
    let relay = world.relay();
    let begins = |who: &str, seed: usize| {
        let key = &world.person(OBSERVER).signing;
        let to = Addressee::Role(Role::Cell);
        let packet = unopenable(key, &world.roster, to, Precedence::Routine, (40 << 10) + seed);
        let mut line = RawLine::open(&relay.address(), &world.person(who).transport);
        let put = format!("PUT /v1/packets/{}", packet.digest());
        line.say(&put, packet.bytes().len() as u64, &packet.bytes()[..30 << 10]).unwrap();
        // The relay let it in: it lies there in part.
        let there = || fs::read_dir(world.data().join("unfinished")).unwrap().count();
        while there() < seed {
            std::thread::yield_now();
        }
        (packet, line)
    };
    let (his, mut by_himself) = begins(OBSERVER, 1);
    let (carried, mut by_another) = begins(COMMANDER, 2);
    world.revoke(OBSERVER);
    for (packet, line, code) in
        [(&his, &mut by_himself, "not_a_member"), (&carried, &mut by_another, "bad_sender")]
    {
        line.bytes(&packet.bytes()[30 << 10..]).unwrap();
        let answer = line.hear(true).unwrap();
        assert_eq!(answer.status, 403);
        assert!(answer.text().contains(code), "{}", answer.text());
    }
    let waiting = world.client(CELL, &relay.address()).waiting(&world.person(CELL).myself()).unwrap();
    assert!(waiting.arrivals.is_empty(), "nobody is offered any of it");
}

#[test]
fn who_may_not_come_in_any_more_lets_nobody_in() {
    let mut world = World::new(806);
    let over = now();
    world.decree(|payload| {
        let last = Timestamp::parse("2026-11-21T14:29:59Z").unwrap();
        assert!(last < over);
        member_of(payload, COMMANDER).valid_until = Some(Plain(last));
    });
    let relay = world.relay();
    let key = &world.person(COMMANDER).signing;
    let like = world.roster.member(world.person(OBSERVER).myself().id).unwrap().clone();
    let friend = vouched(key, &world.realm, puppet(&like, 1));
    let enemy = voided(key, &world.realm, like.id(), None);
    let told = [friend.clone(), enemy.clone()];
    let refused = world.client(CELL, &relay.address()).tell(&told).unwrap().unwrap();
    assert_eq!(BTreeSet::from_iter(refused), BTreeSet::from([friend.digest(), enemy.digest()]));
    assert!(!relay.lines.has("is in force: KFOR1"));
    world.client(OBSERVER, &relay.address()).waiting(&world.person(OBSERVER).myself()).unwrap();
}

#[test]
fn a_clock_that_fell_back_enrols_nobody() {
    let mut cast = cast();
    let newcomer = cast.realm.apply(Role::Observer, "KFOR1-NEW", Some("KFOR1"));
    let a_year_ago = Timestamp::parse("2025-11-21T14:30:00Z").unwrap();
    for until in [None, Some(noon(0).plus_hours(48))] {
        let told = cast.commander.enrol(&asks(&newcomer), until, None, a_year_ago).unwrap_err();
        assert!(
            matches!(told, DeskError::ClockBehind) && told.to_string().contains("set the clock"),
            "{told}"
        );
    }
    let me = newcomer.profile().me;
    assert!(cast.commander.vault().roster().unwrap().unwrap().member(me).is_none(), "nothing was changed");
    let enrolled = cast.commander.enrol(&asks(&newcomer), None, None, noon(1)).unwrap();
    assert!(enrolled.until > noon(0).plus_hours(24 * 180));
}

#[test]
fn a_roster_of_thousands_is_kept_handed_out_and_carried() {
    let mut world = World::new(807);
    let like = world.roster.member(world.person(OBSERVER).myself().id).unwrap().clone();
    world.decree(|payload| {
        payload.members.extend((0..4_500).map(|number| {
            // All but their own keys is as one of them has it: that alone takes most of the room.
            let transport_key = None;
            Member { transport_key, ..puppet(&like, number) }
        }));
    });
    let bytes = world.roster.bytes().to_vec();
    assert!(bytes.len() > 8 << 20, "{}", bytes.len());
    let relay = world.relay();
    let mut observer = world.client(OBSERVER, &relay.address());
    assert!(observer.roster(Some(1)).unwrap().unwrap() == bytes);
    let stick = tempfile::tempdir().unwrap();
    let mut folder = Folder::open(stick.path()).unwrap();
    folder.leave_roster(&world.roster).unwrap();
    assert!(folder.roster(None).unwrap().unwrap() == bytes);
    // And the next one, while the relay is at work.
    world.decree(|payload| payload.members.truncate(4_400));
    assert!(observer.roster(Some(2)).unwrap().unwrap() == world.roster.bytes());
}

/// A relay that gives rubbish where its roster is asked for.
struct Rubbish(RelayClient);

impl Road for Rubbish {
    fn send(&mut self, packet: &Packet) -> Result<Sent, RoadError> {
        self.0.send(packet)
    }

    fn waiting(&mut self, me: &Myself) -> Result<Listing, RoadError> {
        self.0.waiting(me)
    }

    fn fetch(&mut self, arrival: &Arrival) -> Result<Vec<u8>, RoadError> {
        self.0.fetch(arrival)
    }

    fn collected(&mut self, word: &Signed<CollectionV1>) -> Result<(), RoadError> {
        self.0.collected(word)
    }

    fn roster(&mut self, _: Option<u32>) -> Result<Option<Vec<u8>>, RoadError> {
        Err(RoadError::Damaged { what: "the relay's answer is larger than any may be".to_owned() })
    }
}

#[test]
fn a_roster_that_cannot_be_fetched_is_told_of_and_stops_nothing() {
    let mut cast = cast();
    let relay = relay_of(&cast.realm);
    files_a_report(&mut cast.observer, noon(1), 1);
    let mut road = Rubbish(line(cast.observer.vault(), &relay));
    let (dice, name) = (&mut SeededDice(1), RoadName::Relay);
    let done = exchange(&mut cast.observer, &mut road, name, noon(2), dice, &mut |_| ()).unwrap();
    assert_eq!((done.sent.len(), done.refused.len()), (1, 1));

    let road = Rubbish(line(cast.commander.vault(), &relay));
    let profile = cast.commander.vault().profile();
    let me = Myself { id: profile.me, role: profile.role };
    let courier = Worker::start(road, me, Persistence::steady(1)).unwrap();
    let (mut contact, mut orders) = Contact::begin(&mut cast.commander, noon(3), dice).unwrap();
    while !contact.is_over() {
        orders.into_iter().for_each(|order| assert!(courier.order(order)));
        let news = courier.wait_for_news().unwrap();
        orders = contact.hear(&mut cast.commander, news, noon(3), dice, &mut |_| ()).unwrap();
    }
    assert_eq!((contact.done().read.len(), contact.done().refused.len()), (1, 1));
}

#[test]
fn a_stick_full_of_huge_files_holds_up_neither_the_desk_nor_its_stop_key() {
    let mut cast = cast();
    let stick = tempfile::tempdir().unwrap();
    files_a_report(&mut cast.observer, noon(0), 5);
    let dice = &mut SeededDice(5);
    let write = vigilia::desks::carrying::transfer::write_to_folder;
    write(&mut cast.observer, stick.path(), noon(1), dice, &mut |_| {}).unwrap();
    for number in 0..3_000_u32 {
        let name = file_name(digest_of(&number.to_be_bytes()));
        File::create(stick.path().join(name)).unwrap().set_len(MOST as u64).unwrap();
    }
    let mut told = 0;
    let mut reads = |stop: bool| {
        let (stop, mut tell) = (AtomicBool::new(stop), |_| told += 1);
        let (now, work, desk) = (noon(2), WorkFactor::LEAST, &mut cast.commander);
        read(stick.path(), &mut With { desk, dice, now, work, stop: &stop, tell: &mut tell }).unwrap()
    };
    // Asked to end before it has looked at the first file: it ends there.
    let (found, stopped) = reads(true);
    assert!(stopped && found.read.is_empty() && found.unusable.is_empty(), "{found:?}");
    let (found, stopped) = reads(false);
    assert_eq!((stopped, found.read.len(), found.unusable.len()), (false, 1, 3_000));
    assert_eq!(fs::read_dir(stick.path()).unwrap().count(), 3_001, "everything is left where it lies");
}

#[test]
fn after_a_power_cut_the_relay_goes_on_from_what_was_surely_written() {
    let mut world = World::new(808);
    let relay = world.relay();
    let to = Addressee::Role(Role::Cell);
    let packet = world.packet(OBSERVER, to, &noise(200 << 10), Precedence::Routine);
    let shape = Shape { cut: Some((60 << 10, 60 << 10, 1)), ..Shape::default() };
    let line = FlakyLine::shaped(&relay.address(), shape);
    assert!(world.client(OBSERVER, line.address()).send(&packet).is_err());
    let standing = |relay: &Relay| {
        let mut raw = RawLine::open(&relay.address(), &world.person(OBSERVER).transport);
        let answer = raw.ask(&format!("HEAD /v1/packets/{}", packet.digest()), &[]);
        let offset = answer.head.split("upload-offset: ").nth(1).unwrap().lines().next().unwrap();
        offset.trim().parse::<u64>().unwrap()
    };
    let held = standing(&relay);
    assert!(held > 40 << 10, "{held}");
    relay.running.stop();

    // The disk kept the length of what was being written, and not its bytes; and somebody's folder lies there too.
    let unfinished = world.data().join("unfinished");
    let file = fs::read_dir(&unfinished).unwrap().next().unwrap().unwrap().path();
    let sure = held / (16 << 10) * (16 << 10);
    let file = File::options().write(true).open(file).unwrap();
    file.set_len(sure).unwrap();
    file.set_len(sure + (16 << 10)).unwrap();
    fs::create_dir_all(unfinished.join("lost+found/deeper")).unwrap();

    let relay = world.relay();
    assert_eq!(standing(&relay), sure);
    let line = FlakyLine::to(&relay.address());
    let sent = world.client(OBSERVER, line.address()).send_on(&packet, true, &mut |_| true).unwrap();
    assert!(matches!(sent, Some(Sent::Taken { .. })), "the whole of it is what its name says: {sent:?}");
    let (up, size) = (line.crossed().0 as u64, packet.bytes().len() as u64);
    assert!(up < size - sure + size / 10 + 8_192, "{up} of {size} bytes, {sure} were there");
}
