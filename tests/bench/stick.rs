//! A stick on which three hundred observers have left their packets, and what reading and writing it takes.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use vigilia::courier::folder::{Folder, file_name};
use vigilia::courier::road::Road;
use vigilia::crypto::hybrid::Identity;
use vigilia::crypto::seal::open;
use vigilia::crypto::signing::SigningKey;
use vigilia::desks::carrying::exchange::Correspondent;
use vigilia::desks::carrying::transfer::{ReadBack, Reading, write_to_folder};
use vigilia::desks::commander::CommanderDesk;
use vigilia::desks::enrolment::authority::Change;
use vigilia::desks::exercise::scenario::{DEMONSTRATION, Scenario};
use vigilia::desks::observer::ObserverDesk;
use vigilia::domain::catalogue::Catalogue;
use vigilia::domain::draft::{Draft, Filing};
use vigilia::domain::ids::PacketId;
use vigilia::domain::marking::Marking;
use vigilia::domain::people::{Addressee, Role};
use vigilia::domain::precedence::Precedence;
use vigilia::domain::time::ClockState;
use vigilia::vault::packets::RoadName;
use vigilia::vault::unlock::Vault;
use vigilia::wire::answer::AcknowledgementV1;
use vigilia::wire::compression::expand;
use vigilia::wire::contents::{Contents, UnverifiedContents};
use vigilia::wire::kind::Kind;
use vigilia::wire::packet::{MOST, UnverifiedPacket};
use vigilia::wire::report::ReportV1;
use vigilia::wire::roster::Roster;
use vigilia::wire::sealing::{Dispatch, empty_slot, seal_packet};
use vigilia::wire::spelling::{Code, Plain};
use vigilia::wire::statement::{UnverifiedStatement, digest_of, member_of, sign};
use vigilia::wire::tally::TallyV1;

use crate::signed_exercise::{member_with, now};
use crate::support::realm::{SeededDice, TestRealm, noon, passphrase};
use crate::support::sightings::files_a_report;
use crate::table::{against, mebibytes, ms, processor_time, row, spread, timed, write_blocks};

pub const OBSERVERS: usize = 300;
/// Packets a second that are to be read.
const GOAL: f64 = 300.0;
/// Packets that are written.
const WRITTEN: u64 = 960;
/// Packets that are written each for itself, to compare.
const ALONE: usize = 200;
/// Packets of which each stage is measured.
const SAMPLE: usize = 500;

/// Writes so many packets, every observer about as many, and one answer for the first of them.
pub fn fill(folder: &Path, packets: usize) -> TestRealm {
    let mut realm = TestRealm::exercise("SILVER ARROW");
    let mut first = realm.apply(Role::Observer, "KFOR1-OBS0", Some("KFOR1"));
    let mut commander = realm.apply(Role::Commander, "KFOR1-CMD", Some("KFOR1"));
    let mut cell = realm.apply(Role::Cell, "CELL", None);
    let mut integrity = realm.apply(Role::Integrity, "INTEGRITY", None);
    realm.admit(&mut [&mut first, &mut commander, &mut cell, &mut integrity]);
    let others: Vec<SigningKey> = (1..OBSERVERS).map(|_| SigningKey::generate().unwrap()).collect();
    let member = |(place, key): (usize, &SigningKey)| {
        let (callsign, identity) = (format!("KFOR1-OBS{}", place + 1), Identity::generate().unwrap());
        Change::Admit(Box::new(member_with(Role::Observer, &callsign, Some("KFOR1"), key, &identity)))
    };
    realm.change(others.iter().enumerate().map(member).collect());
    for vault in [&mut first, &mut commander] {
        realm.install(vault);
    }
    let roster = realm.roster.as_ref().unwrap();
    let keys: Vec<&SigningKey> = [&first.profile().signing].into_iter().chain(&others).collect();
    let to = Addressee::Member(commander.profile().me);
    thread::scope(|two| {
        for half in 0..2 {
            let (keys, to) = (&keys, &to);
            two.spawn(move || {
                for (place, key) in keys.iter().enumerate().filter(|(place, _)| place % 2 == half) {
                    let many = packets / OBSERVERS + usize::from(place < packets % OBSERVERS);
                    hand_in(folder, key, place, many, to, roster);
                }
            });
        }
    });
    let me = first.profile().me;
    let said = AcknowledgementV1 {
        observer: Plain(me),
        accepted: vec![Plain(digest_of(b"a report"))],
        refused: vec![],
        at: Plain(now()),
    };
    let said = sign(said, &cell.profile().signing, roster.realm()).unwrap().statement;
    let contents = Contents { statements: vec![said], ..Contents::default() };
    let key = &commander.profile().signing;
    leave(folder, &contents, Addressee::Member(me), Precedence::Routine, key, roster, 1);
    realm
}

/// The packets of one observer, a report in each, chained as his desk chains them.
fn hand_in(folder: &Path, key: &SigningKey, place: usize, many: usize, to: &Addressee, roster: &Roster) {
    let catalogue = Catalogue::embedded().unwrap();
    let many = u32::try_from(many).unwrap();
    let sightings = Scenario::new(DEMONSTRATION + place as u64, many, now(), &catalogue).sightings;
    let (mut previous, author) = (None, member_of(&key.verifying_key()));
    for (sequence, sighting) in (1..).zip(sightings) {
        let draft = Draft { attachments: Vec::new(), ..sighting.draft };
        let (clock, marking) = (ClockState::Unchecked, Marking::default());
        let filing = Filing { author, sequence, previous, now: sighting.filed, clock, marking };
        let filed = draft.file(filing, &catalogue).unwrap();
        let report = sign(ReportV1::from(&filed), key, roster.realm()).unwrap().statement;
        previous = Some(report.digest());
        let head = previous.map(Plain);
        let tally = TallyV1 { filed: sequence, head, at: Plain(sighting.filed), clock: Code(clock) };
        let tally = sign(tally, key, roster.realm()).unwrap().statement;
        let slots = vec![empty_slot(roster).unwrap()];
        let contents = Contents { statements: vec![report, tally], attachments: Vec::new(), slots };
        let seed = place as u64 * 1_000_000 + u64::from(sequence) + 1;
        leave(folder, &contents, to.clone(), filed.head().precedence.before_release(), key, roster, seed);
    }
}

fn leave(
    folder: &Path,
    contents: &Contents,
    to: Addressee,
    precedence: Precedence,
    key: &SigningKey,
    roster: &Roster,
    seed: u64,
) {
    let packet = PacketId::fresh(now(), &mut SeededDice(seed));
    let dispatch = Dispatch { packet, to, precedence, marking: Marking::default(), created: now() };
    let packet = seal_packet(contents, &dispatch, roster, key).unwrap();
    fs::write(folder.join(file_name(packet.digest())), packet.bytes()).unwrap();
}

fn read(
    desk: &mut dyn Correspondent,
    folder: &Path,
    told: &mut dyn FnMut(&ReadBack),
) -> (ReadBack, Duration, Duration) {
    let (reading, looking) = timed(|| Reading::begin(desk, folder, noon(0)).unwrap());
    let (read, taking) =
        timed(|| reading.to_the_end(desk, noon(0), &mut |reading| told(reading.read())).unwrap());
    assert_eq!((read.refused.len(), read.unusable.len()), (0, 0));
    (read, looking, taking)
}

pub fn read_as_the_commander(home: &Path, folder: &Path) {
    let mut desk = CommanderDesk::open(Vault::unlock(home, &passphrase(), noon(0)).unwrap()).unwrap();
    let opening = stages(desk.vault(), folder);
    let (disk, _) = spread(write_blocks(home, 200));
    let before = mebibytes("self", "VmHWM");
    // What storing costs this thread at the beginning, in the middle and at the end, when the vault is large.
    let mut costs = Vec::new();
    let (read, looking, taking) = read(&mut desk, folder, &mut |read| {
        if read.done * 10 >= costs.len() * read.of {
            costs.push((read.done, processor_time()));
        }
    });
    let each = |from: usize, to: usize| {
        let ((done, spent), (before, earlier)) = (costs[to], costs[from]);
        ms((spent - earlier) / u32::try_from(done - before).unwrap())
    };
    let peak = mebibytes("self", "VmHWM");
    let packets = read.read.len();
    assert_eq!(read.read.iter().map(|intake| intake.taken.len()).sum::<usize>(), 2 * packets);
    let rate = packets as f64 / (looking + taking).as_secs_f64();
    row(
        &format!("{packets} packets found, read, every signature checked, durable"),
        &format!("{rate:.0} packets/s"),
        &against(rate >= GOAL, "300 packets/s"),
        &format!("opening them alone, on one core: {:.0} packets/s", 1.0 / opening.as_secs_f64()),
    );
    row("of that, finding what is ours by the labels", &ms(looking), "", &format!("{packets} labels"));
    let last = costs.len() - 1;
    row(
        "processor time of storing one of them, the first tenth and the last",
        &format!("{} and {}", each(0, 1), each(last - 1, last)),
        "",
        "the other thread opens meanwhile",
    );
    let synced = format!("4 KiB written and synced: {}", ms(disk));
    row("of that, opening and storing", &ms(taking), "", &synced);
    row("memory at its highest", &format!("{peak} MiB"), "", &format!("{before} MiB before reading"));
    let (again, time) = timed(|| self::read(&mut desk, folder, &mut |_| ()).0);
    assert_eq!((again.read.len(), again.again), (0, packets));
    row("the same stick once more", &ms(time), "", "nothing is opened; the names are known");
}

pub fn read_as_an_observer(home: &Path, folder: &Path) {
    let mut desk = ObserverDesk::open(Vault::unlock(home, &passphrase(), noon(0)).unwrap()).unwrap();
    let (read, looking, taking) = read(&mut desk, folder, &mut |_| ());
    assert_eq!(read.read.len(), 1);
    let others = format!("{} packets of others passed over", read.for_others);
    row("an observer finds his one answer among them", &ms(looking + taking), "", &others);
}

/// What it takes to write a stick, in groups and packet by packet.
pub fn write_as_an_observer(home: &Path) {
    let mut desk = ObserverDesk::open(Vault::unlock(home, &passphrase(), noon(0)).unwrap()).unwrap();
    for seed in 0..WRITTEN {
        files_a_report(&mut desk, noon(0), seed);
        desk.pack(noon(0), &mut SeededDice(seed + 500_000)).unwrap();
    }
    let (disk, _) = spread(write_blocks(home, 200));
    let stick = tempfile::tempdir_in(home).unwrap();
    let dice = &mut SeededDice(1);
    let (written, took) =
        timed(|| write_to_folder(&mut desk, stick.path(), noon(1), dice, &mut |_| {}).unwrap());
    assert_eq!(written.new as u64, WRITTEN);
    let rate = |many: usize, took: Duration| format!("{:.0} packets/s", many as f64 / took.as_secs_f64());
    let alone = tempfile::tempdir_in(home).unwrap();
    let mut folder = Folder::open(alone.path()).unwrap();
    let packets = desk.vault().pending(RoadName::Folder).unwrap();
    let (_, each) = timed(|| {
        for packet in packets.iter().take(ALONE) {
            folder.send(&desk.vault().packet(packet.digest).unwrap()).unwrap();
            desk.vault().carried(packet.digest, RoadName::Folder, noon(2)).unwrap();
        }
    });
    row(
        &format!(
            "{WRITTEN} packets of {} KiB written to the disk of the vault, synced, read back, noted",
            written.bytes >> 10
        ),
        &rate(written.new, took),
        "",
        &format!("each for itself: {}; 4 KiB written and synced: {}", rate(ALONE, each), ms(disk)),
    );
    let (again, took) =
        timed(|| write_to_folder(&mut desk, stick.path(), noon(3), dice, &mut |_| {}).unwrap());
    assert_eq!(again.already as u64, WRITTEN);
    row("the same stick once more", &rate(again.already, took), "", "each is read, to see that it is whole");
}

/// What each stage of opening takes, and all of them together, for one packet.
fn stages(vault: &Vault, folder: &Path) -> Duration {
    let (roster, profile) = (vault.roster().unwrap().unwrap(), vault.profile());
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut sums = [Duration::ZERO; 5];
    let mut many = 0_u32;
    for file in files.iter().take(SAMPLE) {
        let bytes = fs::read(file).unwrap();
        let (packet, labelled) = timed(|| UnverifiedPacket::parse(bytes).unwrap().verify(&roster).unwrap());
        if !packet.label().to.0.includes(profile.me, profile.role) {
            continue;
        }
        let (plain, opened) = timed(|| open(packet.sealed(), &profile.identity, MOST).unwrap());
        let (parsed, expanded) = timed(|| {
            let contents = UnverifiedContents::read(&expand(plain.expose()).unwrap()).unwrap();
            let parsed = contents.statements.iter().map(|bytes| UnverifiedStatement::parse(bytes).unwrap());
            parsed.collect::<Vec<_>>()
        });
        let (checked, checking) =
            timed(|| parsed.into_iter().map(|statement| roster.check(statement)).collect::<Vec<_>>());
        let (held, read) = timed(|| {
            let held = checked.into_iter().map(|statement| match statement.kind() {
                Kind::Report => statement.read::<ReportV1>().is_ok(),
                _ => statement.read::<TallyV1>().is_ok(),
            });
            held.filter(|held| *held).count()
        });
        assert_eq!(held, 2);
        many += 1;
        for (sum, time) in sums.iter_mut().zip([labelled, opened, expanded, checking, read]) {
            *sum += time;
        }
    }
    let [labelled, opened, expanded, checking, read] = sums.map(|sum| sum / many);
    let stages = format!(
        "label checked {}, seal opened {}, expanded {}, signatures checked {}, read {}",
        ms(labelled),
        ms(opened),
        ms(expanded),
        ms(checking),
        ms(read)
    );
    let all = labelled + opened + expanded + checking + read;
    row("one packet opened, stage by stage", &ms(all), "", &stages);
    all
}
