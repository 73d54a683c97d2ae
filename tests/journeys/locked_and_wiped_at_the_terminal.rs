//! The lock and the wipe in a real terminal: the passphrase is asked for there, F12 closes, F9 and w destroy.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use rustix::process::Signal;

use crate::pseudo_terminal::PseudoTerminal;
use crate::the_desk_in_a_terminal::{Kept, PROGRAM};
use crate::tiny_disk::TinyDisk;

const F9: &str = "\x1b[20~";
const F12: &str = "\x1b[24~";
const CTRL_K: &str = "\x0b";
const PASSPHRASE: &str = "exercise exercise exercise\r";
const NO_PROFILE: &str = "There is no profile in this folder.";

/// The program as a person starts it: nothing but the profile.
fn started(home: &Path) -> PseudoTerminal {
    let mut command = Command::new(PROGRAM);
    PseudoTerminal::run(command.arg("--home").arg(home).args(["--language", "en"]), 80, 24)
}

/// Whether the terminal was told to forget what it keeps above the screen (ED 3) since this many bytes.
fn forgot_since(desk: &PseudoTerminal, bytes: usize) -> bool {
    desk.raw()[bytes..].windows(4).any(|four| four == b"\x1b[3J")
}

fn left_in(home: &Path) -> Vec<String> {
    fs::read_dir(home)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect()
}

/// Nothing of the profile is left, on the disk or on the screen.
fn is_gone(desk: &mut PseudoTerminal, home: &Path, bytes_before: usize) {
    let status = desk.end();
    assert!(status.success(), "{status}: {}", desk.shown());
    assert!(desk.is_as_before() && desk.left_the_other_screen());
    assert_eq!(desk.shown().trim(), NO_PROFILE);
    assert!(forgot_since(desk, bytes_before));
    assert_eq!(left_in(home), Vec::<String>::new());
    let again = Command::new(PROGRAM).arg("--home").arg(home).stdin(Stdio::null()).output().unwrap();
    assert_eq!(again.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&again.stderr).contains("there is no profile in this folder"));
}

#[test]
fn the_passphrase_is_asked_for_on_the_locked_screen_and_never_shown() {
    let kept = Kept::new();
    let mut desk = started(&kept.home());
    desk.wait_for("This profile is locked");
    assert!(desk.is_taken_over());
    desk.press("not the passphrase\r");
    desk.wait_for("Wrong passphrase");
    desk.press(PASSPHRASE);
    desk.wait_for("Reports");
    desk.press("q");
    assert!(desk.end().success());
    assert!(desk.is_as_before() && desk.left_the_other_screen());
    let raw = String::from_utf8_lossy(desk.raw()).into_owned();
    assert!(!raw.contains("exercise exercise") && !raw.contains("not the"), "no passphrase is ever written");
    assert!(!raw.contains("\x1b]"), "neither title nor clipboard is set");
    assert_eq!(desk.shown().trim(), "");
}

#[test]
fn locked_by_a_key_it_saves_shows_nothing_and_opens_again_where_it_was() {
    let kept = Kept::new();
    let mut desk = kept.desk();
    desk.wait_for("Reports");
    desk.press("n");
    desk.wait_for("New report");
    desk.press("\tat the north gate");
    for lock in [F12, CTRL_K] {
        desk.wait_for("at the north gate");
        let bytes = desk.raw().len();
        desk.press(lock);
        let locked = desk.wait_for("What you were writing is saved.");
        assert!(!locked.contains("north gate") && !locked.contains("New report"), "{locked}");
        assert!(forgot_since(&desk, bytes));
        desk.press(PASSPHRASE);
    }
    let open = desk.wait_for("at the north gate");
    assert!(open.contains("New report"), "{open}");
    // Drawn again, it is the same; and a question in front makes no difference.
    desk.press("\x0c");
    desk.press("\x06");
    desk.wait_for("Not complete yet");
    desk.press(F12);
    desk.wait_for("What you were writing is saved.");
    desk.press("\x03");
    assert!(desk.end().success());
    assert!(!desk.raw().windows(2).any(|two| two == b"\x1b]"));
    assert_eq!(desk.shown().trim(), "");
    let drafts = kept.listed().as_array().unwrap().iter().filter(|line| line["standing"] == "draft").count();
    assert_eq!(drafts, 1);
}

#[test]
fn asked_to_step_aside_it_locks_instead() {
    let kept = Kept::new();
    let mut desk = kept.desk();
    desk.wait_for("Reports");
    desk.signal(Signal::TSTP);
    desk.wait_for("This profile is locked");
    // Locked already, it stays; and it still ends when it is told to.
    desk.signal(Signal::TSTP);
    desk.press("x");
    desk.wait_for("••••");
    desk.signal(Signal::TERM);
    assert_eq!(desk.end().code(), Some(1));
    assert!(desk.is_as_before() && desk.left_the_other_screen());
}

#[test]
fn wiped_from_a_desk_that_is_being_written_at_nothing_is_left() {
    let kept = Kept::new();
    let mut desk = kept.desk();
    desk.wait_for("Reports");
    desk.press("n");
    desk.wait_for("New report");
    desk.press("\tat the north gate");
    desk.wait_for("at the north gate");
    desk.press(F9);
    let asked = desk.wait_for("Wipe this profile?");
    assert!(asked.contains("1 draft"), "{asked}");
    // Any other key: it is as it was.
    desk.press("\r");
    desk.press(" 2");
    let on = desk.wait_for("at the north gate 2");
    assert!(!on.contains("Wipe this"), "{on}");
    desk.press(F9);
    desk.wait_for("Wipe this profile?");
    let bytes = desk.raw().len();
    desk.press("w");
    is_gone(&mut desk, &kept.home(), bytes);
}

#[test]
fn wiped_from_the_locked_screen_nothing_is_left() {
    let kept = Kept::new();
    let mut desk = started(&kept.home());
    desk.wait_for("This profile is locked");
    desk.press("half a passphrase");
    desk.press(F9);
    desk.wait_for("cannot be counted");
    let bytes = desk.raw().len();
    desk.press("w");
    is_gone(&mut desk, &kept.home(), bytes);
}

#[test]
fn on_a_full_disk_it_locks_all_the_same_says_what_is_lost_and_can_be_wiped() {
    let Some(disk) = TinyDisk::of(8 << 10) else { return };
    let kept = Kept::new();
    let home = disk.path().join("profile");
    fs::create_dir(&home).unwrap();
    for entry in fs::read_dir(kept.home()).unwrap() {
        let file = entry.unwrap();
        fs::copy(file.path(), home.join(file.file_name())).unwrap();
    }
    let mut desk = started(&home);
    desk.wait_for("This profile is locked");
    desk.press(PASSPHRASE);
    desk.wait_for("Reports");
    desk.press("n");
    desk.wait_for("New report");
    disk.fill_up_to(0);
    desk.press("\tat the north gate");
    desk.wait_for("at the north gate");
    desk.press(F12);
    let locked = desk.wait_for("Not saved when it was locked");
    assert!(locked.contains("The disk is full") && !locked.contains("north gate"), "{locked}");
    disk.make_room();
    desk.press(PASSPHRASE);
    let open = desk.wait_for("New report");
    assert!(!open.contains("north gate"), "nothing of it was kept in memory: {open}");
    disk.fill_up_to(0);
    desk.press(F9);
    desk.wait_for("Wipe this profile?");
    let bytes = desk.raw().len();
    desk.press("w");
    is_gone(&mut desk, &home, bytes);
}

#[test]
fn a_commander_sits_down_at_a_desk_of_his_own_locks_it_and_finds_it_again() {
    let kept = Kept::new();
    let mut desk = started(&kept.home().with_file_name("kfor2-cmd"));
    for _ in 0..2 {
        desk.wait_for("This profile is locked");
        desk.press(PASSPHRASE);
        desk.wait_for("[1 Queue");
        desk.press("4");
        desk.wait_for("[4 Contingent");
        desk.press(F12);
    }
    desk.wait_for("This profile is locked");
    desk.press(PASSPHRASE);
    desk.wait_for("[1 Queue");
    desk.press("q");
    assert!(desk.end().success());
    assert!(desk.is_as_before() && desk.left_the_other_screen());
    assert_eq!(desk.shown().trim(), "");
}

#[test]
fn what_a_commander_began_to_say_is_there_again_after_the_lock() {
    let kept = Kept::new();
    let commander = kept.home().with_file_name("kfor2-cmd");
    let stick = kept.home().with_file_name("by-hand");
    fs::create_dir(&stick).unwrap();
    let sync = [OsStr::new("sync"), OsStr::new("--folder"), stick.as_os_str()];
    let report = "report new --file --when -20m --where 34TDN8905848763 --duty checkpoint --men 2 --indicator trn.scout_car";
    let report: Vec<&OsStr> = report.split(' ').map(OsStr::new).collect();
    for (home, words) in [(&kept.home(), &report[..]), (&kept.home(), &sync), (&commander, &sync)] {
        let mut command = Command::new(PROGRAM);
        command.arg("--home").arg(home).arg("--passphrase-file").arg(kept.passphrase());
        let told = command.args(words).stdin(Stdio::null()).output().unwrap();
        assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    }
    let mut desk = started(&commander);
    desk.wait_for("This profile is locked");
    desk.press(PASSPHRASE);
    desk.wait_for("Queue 1 new");
    desk.press("\r");
    desk.wait_for("Original, as signed");
    // To the comment, over grades, handling, caveats, precedence and marking.
    desk.press("\t\x1b[B\x1b[B\x1b[B\x1b[B\x1b[B\x1b[BSame driver as on Mon");
    desk.wait_for("Same driver as on Mon");
    desk.press(F12);
    let locked = desk.wait_for("What you were writing is saved.");
    assert!(!locked.contains("Same driver"), "{locked}");
    desk.press(PASSPHRASE);
    desk.wait_for("Queue 1 new");
    desk.press("\r");
    let open = desk.wait_for("not signed yet");
    assert!(open.contains("here again"), "{open}");
    desk.press("\x03");
    assert!(desk.end().success());
}

#[test]
fn a_profile_without_a_screen_gives_the_terminal_back_before_it_says_so() {
    let kept = Kept::new();
    let mut desk = started(&kept.home().with_file_name("cell"));
    desk.wait_for("This profile is locked");
    desk.press(PASSPHRASE);
    desk.wait_for("inbox list");
    assert_eq!(desk.end().code(), Some(2));
    assert!(desk.is_as_before() && desk.left_the_other_screen());
}
