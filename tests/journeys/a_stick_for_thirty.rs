//! One stick, one commander, thirty observers: everything both ways, twice, and the real program killed in the middle of
//! each direction. And what lies on a stick that does not belong there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

use serde_json::Value;
use vigilia::courier::folder::file_name;
use vigilia::courier::unfit::Unfit;
use vigilia::crypto::signing::SigningKey;
use vigilia::desks::carrying::transfer::{Reading, read_folder, write_to_folder};
use vigilia::desks::cell::CellDesk;
use vigilia::desks::commander::{CommanderDesk, Judgement};
use vigilia::desks::error::DeskError;
use vigilia::desks::intake::not_read::{NotRead, by_reason};
use vigilia::desks::observer::ObserverDesk;
use vigilia::domain::answer::Outcome;
use vigilia::domain::custody::Operation;
use vigilia::domain::feedback_status::FeedbackStatus;
use vigilia::domain::ids::PacketId;
use vigilia::domain::marking::Marking;
use vigilia::domain::people::{Addressee, Role};
use vigilia::domain::precedence::Precedence;
use vigilia::domain::text::Narrative;
use vigilia::vault::packets::RoadName;
use vigilia::vault::unlock::Vault;
use vigilia::wire::contents::Contents;
use vigilia::wire::packet::{MOST, PacketError};
use vigilia::wire::roster::Roster;
use vigilia::wire::sealing::{Dispatch, OpeningError, seal_packet};
use vigilia::wire::statement::{SignerError, StatementError, digest_of};

use crate::support::realm::{PASSPHRASE, SeededDice, TestRealm, cast, noon, passphrase};
use crate::support::sightings::files_a_report;
use crate::the_built_program::PROGRAM;
use crate::tiny_disk::TinyDisk;

const OBSERVERS: usize = 30;
/// Packets of each observer in each round: together they are more than two groups.
const REPORTS: usize = 4;
/// How often the program is killed before it is let alone.
const KILLS: usize = 3;

struct Camp {
    realm: TestRealm,
    observers: Vec<ObserverDesk>,
    cell: CellDesk,
    folder: tempfile::TempDir,
}

impl Camp {
    fn new() -> Self {
        let mut realm = TestRealm::exercise("SILVER ARROW");
        let callsigns = (1..=OBSERVERS).map(|number| format!("KFOR1-OBS{number}"));
        let mut observers: Vec<Vault> =
            callsigns.map(|name| realm.apply(Role::Observer, &name, Some("KFOR1"))).collect();
        let mut commander = realm.apply(Role::Commander, "KFOR1-CMD", Some("KFOR1"));
        let mut cell = realm.apply(Role::Cell, "CELL", None);
        let mut integrity = realm.apply(Role::Integrity, "INTEGRITY", None);
        let mut everybody: Vec<&mut Vault> = observers.iter_mut().collect();
        everybody.extend([&mut commander, &mut cell, &mut integrity]);
        realm.admit(&mut everybody);
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("stick")).unwrap();
        fs::write(folder.path().join("pass"), format!("{PASSPHRASE}\n")).unwrap();
        Self {
            realm,
            observers: observers.into_iter().map(|vault| ObserverDesk::open(vault).unwrap()).collect(),
            cell: CellDesk::open(cell).unwrap(),
            folder,
        }
    }

    fn stick(&self) -> PathBuf {
        self.folder.path().join("stick")
    }

    fn commander(&self) -> CommanderDesk {
        let home = self.realm.home("KFOR1-CMD");
        CommanderDesk::open(Vault::unlock(&home, &passphrase(), noon(0)).unwrap()).unwrap()
    }

    fn program(&self, words: &[&str]) -> Command {
        let mut program = Command::new(PROGRAM);
        program.args(["--json", "--home"]).arg(self.realm.home("KFOR1-CMD"));
        program.arg("--passphrase-file").arg(self.folder.path().join("pass")).args(words);
        program.arg(self.stick()).stdin(Stdio::null());
        program
    }

    /// Lets the program do it.
    fn commanded(&self, words: &[&str]) -> Value {
        let output = self.program(words).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// Pulls the plug as soon as what it does shows for the first, the second, the third time, and then lets it end.
    fn killed_and_resumed<T: PartialEq>(&self, words: &[&str], shows: impl Fn() -> T) -> Value {
        for times in 1..=KILLS {
            let mut program = self.program(words);
            let mut program = program.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
            let (mut seen, mut last) = (0, shows());
            while seen < times && program.try_wait().unwrap().is_none() {
                let now = shows();
                seen += usize::from(now != last);
                last = now;
                std::thread::yield_now();
            }
            program.kill().unwrap();
            program.wait().unwrap();
        }
        self.commanded(words)
    }

    fn packets_on_the_stick(&self) -> usize {
        let names = fs::read_dir(self.stick()).unwrap().map(|entry| entry.unwrap().file_name());
        names.into_iter().filter(|name| !name.to_string_lossy().starts_with('.')).count()
    }

    fn write_ahead_log(&self) -> Option<SystemTime> {
        fs::metadata(self.realm.home("KFOR1-CMD").join("vault.db-wal")).ok()?.modified().ok()
    }

    /// Everybody files and hands in, the commander reviews, the cell answers, everybody hears of it.
    fn round(&mut self, round: usize) {
        let stick = self.stick();
        let at = u32::try_from(round * 100).unwrap();
        for (place, desk) in self.observers.iter_mut().enumerate() {
            for report in 0..REPORTS {
                let seed = (round * 1_000 + place * 10 + report) as u64;
                files_a_report(desk, noon(at), seed);
                desk.pack(noon(at), &mut SeededDice(seed + 500_000)).unwrap();
            }
            let mut dice = SeededDice(seed_of(round, place));
            let written = write_to_folder(desk, &stick, noon(at + 1), &mut dice, &mut |_| {}).unwrap();
            assert_eq!((written.new, written.already), (REPORTS, 0), "what is acknowledged goes no more");
        }

        self.killed_and_resumed(&["packet", "read"], || self.write_ahead_log());
        let mut commander = self.commander();
        let owed = commander.queue().unwrap();
        assert_eq!(owed.len(), OBSERVERS * REPORTS, "nothing is lost");
        let all = OBSERVERS * REPORTS * round;
        assert_eq!(commander.reports().unwrap().len(), all);
        commander.vault().check().unwrap();
        let log = commander.vault().custody().unwrap();
        let collected = log.iter().filter(|entry| entry.operation == Operation::Collection);
        assert_eq!(collected.count(), all, "nothing is taken twice");
        for owed in &owed {
            commander.review(owed.held.digest, Judgement::default(), noon(at + 2)).unwrap();
        }
        commander.forward(noon(at + 3), &mut SeededDice(at.into())).unwrap();
        drop(commander);
        let told = self.commanded(&["packet", "read"]);
        assert_eq!(told, Value::Array(Vec::new()), "there is nothing new: {told}");
        self.commanded(&["packet", "write", "--to-folder"]);

        read_folder(&mut self.cell, &stick, noon(at + 4), &mut |_| {}).unwrap();
        let inbox = self.cell.inbox().unwrap();
        assert_eq!(inbox.len(), all);
        let outcome = Outcome::new(FeedbackStatus::UnderInvestigation, None).unwrap();
        let words = Narrative::new("Thank you.").ok();
        self.cell.answer(inbox[0].held.digest, outcome, words, None, noon(at + 5)).unwrap();
        let mut dice = SeededDice(u64::from(at) + 6);
        write_to_folder(&mut self.cell, &stick, noon(at + 6), &mut dice, &mut |_| {}).unwrap();

        self.commanded(&["packet", "read"]);
        let before = self.packets_on_the_stick();
        self.killed_and_resumed(&["packet", "write", "--to-folder"], || self.packets_on_the_stick() / 5);
        assert_eq!(self.packets_on_the_stick(), before + OBSERVERS, "one answer for each, and none twice");
        let mut feedback = 0;
        for desk in &mut self.observers {
            let read = read_folder(desk, &stick, noon(at + 7), &mut |_| {}).unwrap();
            assert_eq!((read.read.len(), read.again), (1, round - 1), "his own, and only what he lacks");
            assert_eq!((read.refused.len(), read.unusable.len()), (0, 0));
            assert!(read.for_others > OBSERVERS);
            feedback += read.answers() - 1;
            let me = desk.vault().profile().me;
            assert!(desk.vault().unanswered(me).unwrap().is_empty(), "every report of his is acknowledged");
        }
        assert_eq!(feedback, 1, "the answer in words reached one of them, and nobody else");
    }
}

fn seed_of(round: usize, place: usize) -> u64 {
    (round * 1_000 + place) as u64 + 900_000
}

#[test]
fn thirty_observers_and_their_commander_share_a_stick_twice_and_the_program_dies_in_between() {
    let mut camp = Camp::new();
    camp.round(1);
    camp.round(2);
}

#[test]
fn a_stick_that_cannot_be_written_to_says_what_is_safe_and_is_read_all_the_same() {
    let Some(disk) = TinyDisk::of(512) else { return };
    let mut cast = cast();
    files_a_report(&mut cast.observer, noon(0), 5);
    write_to_folder(&mut cast.observer, disk.path(), noon(1), &mut SeededDice(1), &mut |_| {}).unwrap();
    disk.write_protect();
    let read = read_folder(&mut cast.commander, disk.path(), noon(2), &mut |_| {}).unwrap();
    assert_eq!((read.read.len(), read.refused.len()), (1, 0));
    let report = cast.commander.queue().unwrap()[0].held.digest;
    cast.commander.review(report, Judgement::default(), noon(3)).unwrap();
    cast.commander.forward(noon(4), &mut SeededDice(2)).unwrap();
    let write = |desk: &mut CommanderDesk, folder: &Path| {
        write_to_folder(desk, folder, noon(5), &mut SeededDice(3), &mut |_| {})
    };
    let told = write(&mut cast.commander, disk.path()).unwrap_err().to_string();
    assert!(told.contains("cannot be written to") && told.contains("still queued here"), "{told}");
    let other = tempfile::tempdir().unwrap();
    assert_eq!(write(&mut cast.commander, other.path()).unwrap().new, 2, "another stick takes all of it");
}

#[test]
fn whatever_else_lies_on_the_stick_is_told_of_by_reason_and_stops_nothing() {
    let mut cast = cast();
    let folder = tempfile::tempdir().unwrap();
    let stick = folder.path().join("stick");
    fs::create_dir(&stick).unwrap();
    let at = |name: &str| stick.join(name);
    let named = |bytes: &[u8]| at(&file_name(digest_of(bytes)));
    files_a_report(&mut cast.observer, noon(0), 5);
    write_to_folder(&mut cast.observer, &stick, noon(1), &mut SeededDice(5), &mut |_| {}).unwrap();
    let good = fs::read(fs::read_dir(&stick).unwrap().next().unwrap().unwrap().path()).unwrap();
    for to in [Addressee::Member(cast.commander.vault().profile().me), Addressee::Role(Role::Cell)] {
        let stranger = packet_of_a_stranger(to, cast.realm.roster.as_ref().unwrap());
        fs::write(named(&stranger), &stranger).unwrap();
    }
    fs::write(named(b"cut off"), &good[..good.len() - 10]).unwrap();
    fs::write(named(b"rubbish"), b"rubbish").unwrap();
    fs::write(at("holiday\u{1b}[2J\u{202e}.vigilia"), b"x").unwrap();
    fs::File::create(named(b"huge")).unwrap().set_len(MOST as u64 + 1).unwrap();
    fs::create_dir(named(b"folder")).unwrap();
    #[cfg(unix)]
    {
        fs::write(folder.path().join("outside"), b"secret").unwrap();
        std::os::unix::fs::symlink(folder.path().join("outside"), named(b"secret")).unwrap();
    }
    let lying = fs::read_dir(&stick).unwrap().count();

    let read = read_folder(&mut cast.commander, &stick, noon(2), &mut |_| {}).unwrap();
    assert_eq!(read.read.len(), 1, "what is ours is read");
    let told = by_reason(&read.refused, &read.unusable);
    let reasons: Vec<&NotRead> = told.iter().map(|left| &left.why).collect();
    for why in [
        Unfit::Damaged,
        Unfit::NotAPacket,
        Unfit::ForeignName,
        Unfit::TooLarge,
        Unfit::NotAFile,
        #[cfg(unix)]
        Unfit::Link,
    ] {
        assert!(reasons.contains(&&NotRead::File(why)), "{why} in {reasons:?}");
    }
    let stranger = OpeningError::from(PacketError::from(StatementError::from(SignerError::NotOnRoster)));
    assert!(reasons.contains(&&NotRead::Opening(stranger)), "{reasons:?}");
    assert_eq!(read.for_others, 1, "what is for others is theirs to judge");
    let names: Vec<&String> = told.iter().flat_map(|left| &left.names).collect();
    assert!(names.iter().all(|name| name.chars().all(|c| c.is_ascii_graphic() || c == ' ')), "{names:?}");
    assert_eq!(fs::read_dir(&stick).unwrap().count(), lying, "everything is left where it lies");
    let again = read_folder(&mut cast.commander, &stick, noon(3), &mut |_| {}).unwrap();
    assert_eq!((again.read.len(), again.again), (0, 1));
}

fn packet_of_a_stranger(to: Addressee, roster: &Roster) -> Vec<u8> {
    let contents = Contents { attachments: vec![b"words".to_vec()], ..Contents::default() };
    let packet = PacketId::fresh(noon(0), &mut SeededDice(1));
    let (precedence, marking) = (Precedence::default(), Marking::default());
    let dispatch = Dispatch { packet, to, precedence, marking, created: noon(0) };
    let stranger = SigningKey::generate().unwrap();
    seal_packet(&contents, &dispatch, roster, &stranger).unwrap().into_bytes()
}

#[test]
fn who_is_revoked_while_a_stick_is_read_is_believed_no_more() {
    let mut cast = cast();
    let stick = tempfile::tempdir().unwrap();
    for seed in 0..60 {
        files_a_report(&mut cast.observer, noon(0), seed);
        cast.observer.pack(noon(0), &mut SeededDice(seed + 500)).unwrap();
    }
    write_to_folder(&mut cast.observer, stick.path(), noon(1), &mut SeededDice(1), &mut |_| {}).unwrap();
    let mut reading = Reading::begin(&mut cast.commander, stick.path(), noon(2)).unwrap();
    assert!(reading.step(&mut cast.commander, noon(2)).unwrap());
    let first = reading.read().clone();
    assert!(first.done > 1 && first.done < 60, "a group, and not all of it: {}", first.done);
    assert_eq!(first.read.len(), first.done);
    let observer = cast.observer.vault().profile().me;
    cast.realm.revoke(observer, 0);
    cast.realm.install(cast.commander.vault());
    while reading.step(&mut cast.commander, noon(3)).unwrap() {}
    let read = reading.read();
    assert_eq!((read.read.len(), read.refused.len()), (first.done, 60 - first.done));
}

#[test]
fn what_is_done_as_one_lasts_together_or_not_at_all() {
    let mut cast = cast();
    files_a_report(&mut cast.observer, noon(0), 5);
    let packet = cast.observer.pack(noon(1), &mut SeededDice(1)).unwrap()[0];
    let vault = cast.observer.vault();
    let carried = |vault: &Vault| vault.waiting_packets().unwrap()[0].by_folder.is_some();
    let failed: Result<(), DeskError> = vault.as_one(|vault| {
        vault.carried(packet, RoadName::Folder, noon(2))?;
        assert!(carried(vault));
        Err(DeskError::NoRoster)
    });
    assert!(matches!(failed, Err(DeskError::NoRoster)));
    assert!(!carried(vault), "nothing of it happened");
    vault.as_one(|vault| vault.carried(packet, RoadName::Folder, noon(2))).unwrap();
    assert!(carried(vault));
}
