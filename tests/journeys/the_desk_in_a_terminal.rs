//! The observer's desk in a real terminal: a report by keys alone, and the terminal given back whatever happens.

use std::fs;
use std::io::Read;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use rustix::process::Signal;
use tempfile::TempDir;
use vigilia::screens::kit::terminal::Terminal;

use crate::pseudo_terminal::{PseudoTerminal, in_a_terminal};

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_vigilia");

/// The profiles an exercise leaves.
pub struct Kept(TempDir);

impl Kept {
    pub fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let played = Command::new(PROGRAM)
            .args(["demo", "--reports", "2", "--dir"])
            .arg(folder.path().join("kept"))
            .stdin(Stdio::null())
            .output()
            .unwrap();
        assert!(played.status.success());
        fs::write(folder.path().join("pass"), "exercise exercise exercise\n").unwrap();
        Self(folder)
    }

    pub fn home(&self) -> PathBuf {
        self.0.path().join("kept/kfor2-obs5")
    }

    /// The file with the passphrase of every profile.
    pub fn passphrase(&self) -> PathBuf {
        self.0.path().join("pass")
    }

    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command
            .arg("--home")
            .arg(self.home())
            .arg("--passphrase-file")
            .arg(self.passphrase())
            .args(["--language", "en"])
            .args(words);
        command
    }

    pub fn desk(&self) -> PseudoTerminal {
        PseudoTerminal::run(&mut self.command(&[]), 80, 24)
    }

    pub fn listed(&self) -> serde_json::Value {
        let output = self.command(&["--json", "report", "list"]).stdin(Stdio::null()).output().unwrap();
        serde_json::from_slice(&output.stdout).unwrap()
    }
}

#[test]
fn a_report_is_written_and_filed_by_keys_alone() {
    let kept = Kept::new();
    let before = kept.listed().as_array().unwrap().len();
    let mut desk = kept.desk();
    desk.wait_for("Reports");
    assert!(desk.is_taken_over());
    desk.press("n");
    desk.wait_for("New report");
    // A place by its name, taken with Down and Enter.
    desk.press("\tmitrovica");
    desk.wait_for("choose a place");
    desk.press("\x1b[B");
    desk.wait_for("take this place");
    desk.press("\r");
    desk.wait_for("taken: the middle of");
    // Duty, then the list: everyday words, Enter to pick, Tab when done.
    desk.press("\tc\t\r");
    desk.wait_for("Type to narrow");
    desk.press("hidden people\r");
    desk.wait_for("[x]");
    desk.press("papers kept\r");
    desk.wait_for("[x] Papers");
    desk.press("\t2\x1b[6~White van with curtains.");
    desk.wait_for("curtains.");
    desk.press("\x06");
    desk.wait_for("commander");
    desk.press("\r");
    desk.wait_for("waits for transfer");
    desk.press("q");
    assert!(desk.end().success());
    assert!(desk.is_as_before() && desk.left_the_other_screen());
    let listed = kept.listed();
    assert_eq!(listed.as_array().unwrap().len(), before + 1);
    assert_eq!(listed[0]["standing"], "filed");
    assert!(!desk.shown().contains("odd"), "nothing of the desk stays: {}", desk.shown());
    // Neither the title of the window nor the clipboard is ever set (OSC 0, 1, 2 and 52).
    assert!(!desk.raw().windows(2).any(|two| two == b"\x1b]"));
}

#[test]
fn a_signal_gives_the_terminal_back_and_keeps_what_was_written() {
    let kept = Kept::new();
    for signal in [Signal::TERM, Signal::HUP] {
        let mut desk = kept.desk();
        desk.wait_for("Reports");
        desk.press("n");
        desk.wait_for("New report");
        desk.press("\tbehind the petrol station");
        desk.wait_for("petrol station");
        desk.signal(signal);
        let status = desk.end();
        assert_eq!(status.code(), Some(1), "{signal:?}");
        assert!(desk.is_as_before() && desk.left_the_other_screen(), "{signal:?}");
    }
    let drafts = kept.listed().as_array().unwrap().iter().filter(|line| line["standing"] == "draft").count();
    assert_eq!(drafts, 2, "what was being written is there again");
}

#[test]
#[ignore = "no story of its own: the next one plays it, in a terminal of its own"]
fn a_desk_with_a_fault() {
    let _terminal = Terminal::enter().unwrap();
    panic!("a fault of ours");
}

#[test]
fn a_panic_gives_the_terminal_back_before_it_says_anything() {
    let name = "the_desk_in_a_terminal::a_desk_with_a_fault";
    let mut command = Command::new(std::env::current_exe().unwrap());
    let mut desk = PseudoTerminal::run(command.args(["--exact", name, "--ignored", "--nocapture"]), 80, 24);
    desk.wait_for("a fault of ours");
    assert!(!desk.end().success());
    assert!(desk.is_as_before() && desk.left_the_other_screen());
    let place = |words: &[u8]| desk.raw().windows(words.len()).position(|window| window == words).unwrap();
    let (taken, back) = (place(b"\x1b[?1049h"), place(b"\x1b[?1049l"));
    assert!(taken < back && back < place(b"a fault of ours"));
}

#[test]
fn a_terminal_that_goes_away_ends_the_desk() {
    let kept = Kept::new();
    let (mut child, mut keys, slave, _) = in_a_terminal(&mut kept.command(&[]), 80, 24);
    let mut seen = Vec::new();
    let mut piece = [0; 4096];
    while !String::from_utf8_lossy(&seen).contains("Reports") {
        let length = keys.read(&mut piece).unwrap();
        seen.extend_from_slice(&piece[..length]);
    }
    // The window is closed, and this terminal is nobody's controlling one: no signal tells of it.
    drop((keys, slave));
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[test]
fn a_killed_desk_leaves_its_draft() {
    let kept = Kept::new();
    let mut desk = kept.desk();
    desk.wait_for("Reports");
    desk.press("n");
    desk.wait_for("New report");
    desk.press("\tat the north gate\t");
    desk.wait_for("north gate");
    // The next field is drawn only after the one before it was saved.
    desk.press("x");
    desk.wait_for("x");
    desk.signal(Signal::KILL);
    desk.end();
    let mut desk = kept.desk();
    desk.wait_for("draft");
    desk.press("\r");
    desk.wait_for("at the north gate");
}

#[test]
fn a_profile_without_a_screen_says_what_to_do_instead() {
    let kept = Kept::new();
    let output = Command::new(PROGRAM)
        .arg("--home")
        .arg(kept.0.path().join("kept/cell"))
        .arg("--passphrase-file")
        .arg(kept.0.path().join("pass"))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("inbox list"));
}

#[test]
fn the_last_lines_of_the_exercise_lead_to_every_desk_and_the_readme_shows_them() {
    let folder = TempDir::new().unwrap();
    let played = Command::new(PROGRAM)
        .args(["demo", "--reports", "2", "--dir", "demo"])
        .current_dir(folder.path())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let told = String::from_utf8(played.stdout).unwrap();
    let openings = told.split_once("The profiles are kept.").unwrap().1;
    let openings = openings.split_once("EXERCISE").unwrap().0.trim_end();
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let shown = readme.split("demo-openings -->").nth(1).unwrap();
    assert!(
        shown.contains(&format!("```\nThe profiles are kept.{openings}\n```")),
        "README shows another: {told}"
    );

    // Each does what it says, typed as it stands there.
    let mut desks = Vec::new();
    for line in openings.lines() {
        let Some((role, command)) = line.split_once(" vigilia ") else { continue };
        let mut program = Command::new(PROGRAM);
        program.args(command.split(' ')).current_dir(folder.path());
        if role.trim() == "cell" {
            fs::write(folder.path().join("pass"), "exercise exercise exercise\n").unwrap();
            assert!(program.args(["--passphrase-file", "pass"]).output().unwrap().status.success());
        } else {
            let mut desk = PseudoTerminal::run(program.args(["--language", "en"]), 80, 24);
            desk.wait_for("This profile is locked");
            desk.press("exercise exercise exercise\r");
            desk.wait_for(if role.trim() == "observer" { "1 Reports" } else { "1 Queue" });
            desk.press("\x03");
            assert!(desk.end().success());
        }
        desks.push(role.trim().to_owned());
    }
    assert_eq!(desks, ["observer", "commander", "cell"]);
    for others in openings.lines().filter_map(|line| line.trim().strip_prefix("also ")) {
        let missing = others.split(", ").find(|other| !folder.path().join("demo").join(other).is_dir());
        assert_eq!(missing, None);
    }
}
