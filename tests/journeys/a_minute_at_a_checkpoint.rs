//! A minute at a checkpoint, at a real terminal: a usable report by few keys, a laptop that dies in the middle of the next
//! one, two drafts, and two keys that leave nothing.

use std::fs;
use std::process::{Command, Stdio};

use rustix::process::Signal;
use serde_json::Value;

use crate::pseudo_terminal::PseudoTerminal;
use crate::the_desk_in_a_terminal::{Kept, PROGRAM};

/// What a usable report may cost besides the letters of its words and the digits of its numbers.
const MOST_KEYS: usize = 40;
/// How often the power goes.
const POWER_CUTS: usize = 20;

const PASSPHRASE: &str = "exercise exercise exercise";
/// In the last line of the list: the rest of it is drawn before.
const LIST: &str = "n new report";
/// In the title, before the time of it.
const SAVED: &str = "saved ";
const SENTENCE: &str = "Six women in the back, the windows covered with blankets.";

const ENTER: &str = "\r";
const TAB: &str = "\t";
const ESC: &str = "\x1b";
const DOWN: &str = "\x1b[B";
const PAGE_DOWN: &str = "\x1b[6~";
const CTRL_F: &str = "\x06";
/// One word back, and another.
const EMPTY_IT: &str = "\x17\x17\x17";
const F9: &str = "\x1b[20~";

/// Somebody at the locked screen, and how many keys he has pressed besides what he wrote.
struct Soldier {
    terminal: PseudoTerminal,
    pressed: usize,
}

impl Soldier {
    /// The program as he starts it: nothing but his profile.
    fn sits_down(kept: &Kept) -> Self {
        let mut command = Command::new(PROGRAM);
        command.arg("--home").arg(kept.home()).args(["--language", "en"]);
        let mut terminal = PseudoTerminal::run(&mut command, 80, 24);
        terminal.wait_for_frame("This profile is locked");
        Self { terminal, pressed: 0 }
    }

    fn unlocks(kept: &Kept) -> Self {
        let mut soldier = Self::sits_down(kept);
        soldier.writes(PASSPHRASE).presses(&[ENTER]).sees(LIST);
        soldier
    }

    fn writes(&mut self, words: &str) -> &mut Self {
        self.terminal.press(words);
        self
    }

    fn presses(&mut self, keys: &[&str]) -> &mut Self {
        keys.iter().for_each(|key| self.terminal.press(key));
        self.pressed += keys.len();
        self
    }

    fn sees(&mut self, words: &str) -> String {
        self.terminal.wait_for_frame(words)
    }

    /// The power goes.
    fn cut_off(mut self) {
        self.terminal.signal(Signal::KILL);
        self.terminal.end();
        self.wrote_nothing_outside_the_screen();
    }

    /// Neither the title of the window nor the clipboard is ever set (OSC 0, 1, 2 and 52, also as one byte).
    fn wrote_nothing_outside_the_screen(&self) {
        let raw = self.terminal.raw();
        assert!(!raw.windows(2).any(|two| two == b"\x1b]" || two == b"\xc2\x9d"));
    }
}

/// A report as the command line tells it.
fn shown(kept: &Kept, listed: &Value) -> String {
    let id = listed["id"].as_str().unwrap();
    let output = kept.command(&["report", "show", id]).stdin(Stdio::null()).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_usable_report_a_power_cut_two_drafts_and_a_wipe() {
    let kept = Kept::new();
    let before = kept.listed().as_array().unwrap().len();

    // The time is now until he says otherwise; a town by its name; one key for the duty; two indicators by words that
    // come to mind; how many; one sentence.
    let mut soldier = Soldier::unlocks(&kept);
    soldier.presses(&["n"]).sees("New report");
    soldier.writes("now").presses(&[TAB]);
    soldier.writes("Mitrovica").sees("Mitrovica");
    soldier.presses(&[DOWN, ENTER, TAB]);
    soldier.presses(&["c", TAB, ENTER]);
    soldier.writes("covered windows").presses(&[ENTER]);
    soldier.writes("papers").presses(&[ENTER, TAB]);
    soldier.writes("2").presses(&[TAB]).writes("6").presses(&[PAGE_DOWN]);
    soldier.writes(SENTENCE).presses(&[CTRL_F]).sees("File");
    soldier.presses(&[ENTER]).sees("Filed as your number");
    println!(
        "a usable report, from the locked screen on: {} keys besides the letters typed",
        soldier.pressed
    );
    assert!(soldier.pressed <= MOST_KEYS, "{} keys", soldier.pressed);

    // The next one is in his hands when the power goes.
    soldier.presses(&["n"]).sees("New report");
    soldier.presses(&[TAB]).writes("behind the petrol station").presses(&[PAGE_DOWN]).sees(SAVED);
    soldier.presses(&["p", PAGE_DOWN, PAGE_DOWN, PAGE_DOWN]).writes("A white lorry, its driver did no");
    soldier.sees("did no");
    soldier.cut_off();

    let listed = kept.listed();
    assert_eq!(listed.as_array().unwrap().len(), before + 2);
    let filed = listed.as_array().unwrap().iter().find(|line| line["standing"] == "filed").unwrap();
    let report = shown(&kept, filed);
    for part in ["Mitrovica (XK)", "checkpoint", "covered windows", "2 men, 6 women", SENTENCE] {
        assert!(report.contains(part), "{part}: {report}");
    }

    // It is there again, with all but the sentence that was being written; and a second one beside it.
    let mut soldier = Soldier::unlocks(&kept);
    soldier.sees("draft");
    soldier.presses(&[ENTER]).sees("behind the petrol station");
    soldier.sees("[patrol]");
    soldier.presses(&[ESC]).sees(LIST);
    soldier.presses(&["n"]).sees("New report");
    soldier.presses(&[TAB]).writes("at the north gate").sees("at the north gate");
    let both = soldier.presses(&[ESC]).sees(LIST);
    assert!(both.contains("at the north") && both.contains("behind the pet"), "{both}");

    // Two keys, and nothing is left.
    soldier.presses(&[F9]).sees("Wipe this profile?");
    soldier.presses(&["w"]);
    assert!(soldier.terminal.end().success());
    soldier.wrote_nothing_outside_the_screen();
    assert!(soldier.terminal.is_as_before() && soldier.terminal.left_the_other_screen());
    assert_eq!(soldier.terminal.shown().trim(), "There is no profile in this folder.");
    assert_eq!(fs::read_dir(kept.home()).unwrap().count(), 0);
    let again = Command::new(PROGRAM).arg("--home").arg(kept.home()).stdin(Stdio::null()).output().unwrap();
    assert_eq!(again.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&again.stderr).contains("there is no profile in this folder"));
}

/// Where the screen says that it is saved, it is: the power goes the moment the words appear.
#[test]
fn what_the_screen_calls_saved_outlives_a_power_cut() {
    let kept = Kept::new();
    let mut soldier = Soldier::unlocks(&kept);
    soldier.presses(&["n"]).sees("New report");
    soldier.presses(&[ESC]).sees(LIST);
    soldier.cut_off();
    for cut in 1..=POWER_CUTS {
        let mut soldier = Soldier::unlocks(&kept);
        soldier.sees("draft");
        let opened = soldier.presses(&[ENTER]).sees("New report");
        assert!(!opened.contains(SAVED), "nothing was saved since it was opened: {opened}");
        assert!(cut == 1 || opened.contains(&format!("gate {} ", cut - 1)), "before cut {cut}: {opened}");
        soldier.presses(&[TAB, EMPTY_IT]).writes(&format!("gate {cut} ")).presses(&[TAB]).sees(SAVED);
        soldier.cut_off();
    }
    let mut soldier = Soldier::unlocks(&kept);
    soldier.sees("draft");
    soldier.presses(&[ENTER]).sees(&format!("gate {POWER_CUTS} "));
}
