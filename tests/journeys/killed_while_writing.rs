//! A stick that is written by a real process which is killed at any moment, and one that runs full: nothing under a
//! packet's name is ever less than a packet, nothing is called written that is not, and nobody has to tidy up.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;
use vigilia::courier::folder::file_name;
use vigilia::courier::road::{DiskError, RoadError};
use vigilia::desks::carrying::transfer::{TransferError, write_to_folder};
use vigilia::desks::observer::ObserverDesk;
use vigilia::domain::ids::{Dice, Digest};
use vigilia::vault::unlock::Vault;
use vigilia::wire::statement::digest_of;

use crate::support::realm::{Cast, PASSPHRASE, SeededDice, cast, noon, passphrase};
use crate::support::sightings::files_a_report;
use crate::the_built_program::PROGRAM;
use crate::tiny_disk::TinyDisk;

/// More than three groups.
const PACKETS: usize = 150;
/// How often the program is killed, each time over a stick of its own.
const MOMENTS: u64 = 8;

/// Somebody with so many packets to hand over.
fn busy(packets: usize) -> Cast {
    let mut cast = cast();
    for seed in 0..packets as u64 {
        files_a_report(&mut cast.observer, noon(0), seed);
        cast.observer.pack(noon(0), &mut SeededDice(seed + 5_000)).unwrap();
    }
    cast
}

fn names(stick: &Path) -> Vec<String> {
    let entries = fs::read_dir(stick).unwrap();
    entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

/// The packets on a stick: each is what its name says. And how much else lies there.
fn packets_on(stick: &Path) -> (BTreeSet<Digest>, usize) {
    let (packets, others): (Vec<_>, Vec<_>) =
        names(stick).into_iter().partition(|name| name.ends_with(".vigilia"));
    let whole = |name: &String| {
        let digest = digest_of(&fs::read(stick.join(name)).unwrap());
        assert_eq!(*name, file_name(digest), "half a packet under the name of a whole one");
        digest
    };
    assert!(others.iter().all(|name| name.starts_with(".vigilia-")), "{others:?}");
    (packets.iter().map(whole).collect(), others.len())
}

/// The packets of which this vault says that a stick has them.
fn called_written(vault: &Vault) -> BTreeSet<Digest> {
    let waiting = vault.waiting_packets().unwrap().into_iter();
    waiting.filter(|packet| packet.by_folder.is_some()).map(|packet| packet.digest).collect()
}

#[test]
fn whoever_writes_a_stick_may_die_at_any_moment() {
    let cast = busy(PACKETS);
    let home = cast.realm.home("KFOR1-OBS1");
    drop(cast.observer);
    let outside = tempfile::tempdir().unwrap();
    let pass = outside.path().join("pass");
    fs::write(&pass, format!("{PASSPHRASE}\n")).unwrap();
    let program = |stick: &Path| {
        let mut program = Command::new(PROGRAM);
        program.args(["--json", "--home"]).arg(&home).arg("--passphrase-file").arg(&pass);
        program.args(["packet", "write", "--to-folder"]).arg(stick).stdin(Stdio::null());
        program
    };
    let (mut dice, mut on_sticks, mut killed) = (SeededDice(1_809), BTreeSet::new(), 0);
    let mut sticks = Vec::new();
    for moment in 0..MOMENTS {
        let stick = outside.path().join(format!("stick-{moment}"));
        fs::create_dir(&stick).unwrap();
        let mut bytes = [0; 8];
        dice.roll(&mut bytes);
        // Each second time while a group gets its names; otherwise while it is written or synced.
        let named = moment % 2 == 1;
        let files = usize::try_from(u64::from_be_bytes(bytes) % 48 + 1 + moment / 2 * 24).unwrap();
        let seen = || match named {
            true => names(&stick).iter().filter(|name| name.ends_with(".vigilia")).count(),
            false => names(&stick).len(),
        };
        let mut writing = program(&stick).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        while seen() < files && writing.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        writing.kill().unwrap();
        killed += usize::from(writing.wait().unwrap().code().is_none());
        let (packets, others) = packets_on(&stick);
        eprintln!("{moment}: killed at {files} files: {} packets and {others} others", packets.len());
        on_sticks.extend(packets);
        let vault = Vault::unlock(&home, &passphrase(), noon(1)).unwrap();
        assert!(called_written(&vault).is_subset(&on_sticks), "called written and on no stick");
        sticks.push(stick);
    }
    assert!(killed > 0, "it was always faster");
    for stick in sticks {
        let before = packets_on(&stick).0.len();
        let output = program(&stick).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let told: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(
            (told["sent"].as_u64(), told["already_there"].as_u64()),
            (Some((PACKETS - before) as u64), Some(before as u64)),
            "{told}"
        );
        let (packets, others) = packets_on(&stick);
        assert_eq!((packets.len(), others), (PACKETS, 0), "all of it is there, and nothing else");
    }
    let vault = Vault::unlock(&home, &passphrase(), noon(1)).unwrap();
    assert_eq!(called_written(&vault).len(), PACKETS);
    vault.check().unwrap();
}

#[test]
fn a_stick_that_runs_full_within_a_group_keeps_what_it_has_and_the_rest_stays_queued() {
    let Some(disk) = TinyDisk::of(2_048) else { return };
    let mut cast = busy(60);
    disk.fill_up_to(100);
    let write = |desk: &mut ObserverDesk| {
        write_to_folder(desk, disk.path(), noon(1), &mut SeededDice(1), &mut |_| {})
    };
    let told = write(&mut cast.observer).unwrap_err();
    let TransferError::Midway { done, of: 60, why: RoadError::Disk(DiskError::Full { .. }) } = told else {
        panic!("{told:?}")
    };
    assert!((1..48).contains(&done), "within the first group: {done}");
    fs::rename(disk.path().join("filler"), disk.path().join(".vigilia-filler")).unwrap();
    let (packets, others) = packets_on(disk.path());
    fs::rename(disk.path().join(".vigilia-filler"), disk.path().join("filler")).unwrap();
    assert_eq!((packets.len(), others), (done, 1));
    assert_eq!(called_written(cast.observer.vault()), packets);
    disk.make_room();
    let written = write(&mut cast.observer).unwrap();
    assert_eq!((written.new, written.already), (60 - done, done));
}
