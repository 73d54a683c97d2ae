//! What a soldier and a commander feel under their fingers, with ten thousand reports in the vault: `cargo bench --bench terminal`.
//!
//! The built program runs in a real terminal. Time is taken from the moment a key is written to the last byte of the frame
//! that answers it. Beside each figure stand its goal and a reference of the same run. Prints a table and is never run
//! as a test. A number behind `--` fills the vault with fewer reports, to try the measurement out; `list` or `queue` measures
//! the observer's desk or the commander's alone.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a benchmark fails by a panic, tells by printing and looks at the clock"
)]
#![allow(dead_code, reason = "the actors and the terminal of the stories do more than is measured here")]

mod filling;
#[path = "../journeys/pseudo_terminal.rs"]
mod pseudo_terminal;
#[path = "../support/mod.rs"]
mod support;
mod table;
mod watched;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use filling::{REPORTS, fill, fill_queue};
use support::realm::{PASSPHRASE, cast, noon, passphrase};
use table::{against, mebibytes, ms, row, spread, timed};
use vigilia::crypto::passphrase::{WorkFactor, open_with_passphrase};
use vigilia::domain::time::Timestamp;
use watched::Watched;

const STARTS: usize = 20;
const UNLOCKS: usize = 5;
/// Key presses of each kind; fewer where there are not as many reports to go through.
const PRESSES: usize = 300;
const REPORTS_A_PRESS: usize = 30;
const START_GOAL: Duration = Duration::from_millis(60);
const FRAME_GOAL: Duration = Duration::from_millis(16);
const MEMORY_GOAL: u64 = 80;
/// Words behind `--`: that desk alone.
const LIST: &str = "list";
const QUEUE: &str = "queue";
/// Kinds the queue can be narrowed to, all of them among these.
const KINDS: usize = 6;

const LOCKED: &str = "This profile is locked";
/// In every line of the list.
const LISTED: &str = "checkpoint";
/// Above the commander's queue.
const OWED: &str = " owed";

const ENTER: &str = "\r";
const TAB: &str = "\t";
const BACK_TAB: &str = "\x1b[Z";
const BACKSPACE: &str = "\x7f";
const ESC: &str = "\x1b";
const DOWN: &str = "\x1b[B";
const HOME: &str = "\x1b[H";
const END: &str = "\x1b[F";
const PAGE_DOWN: &str = "\x1b[6~";
const CTRL_F: &str = "\x06";
const CTRL_O: &str = "\x0f";
const F6: &str = "\x1b[17~";

const SENTENCE: &str =
    "A grey van with covered windows was waved through; two women and a girl sat inside and did not speak. ";

fn main() {
    let many = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(REPORTS);
    let presses = PRESSES.min(many / REPORTS_A_PRESS);
    let alone = |desk: &str| std::env::args().any(|word| word == desk);
    println!("\n{many} reports in each vault, on {}", table::machine());
    let profile = if cfg!(debug_assertions) { "unoptimised" } else { "optimised" };
    println!("| {profile} | figure | goal | reference of this run |");
    println!("|---|--:|---|---|");
    let echo = echo();
    row("key to echo by `cat`, in the same kind of terminal", &spelt(&echo), "", "");
    if !alone(QUEUE) {
        at_the_observers_desk(many, presses);
    }
    if !alone(LIST) {
        at_the_commanders_desk(many, presses);
    }
    println!("\nload at the end: {}", table::machine());
}

/// The observer's list and form, with as many reports filed and answered.
fn at_the_observers_desk(many: usize, presses: usize) {
    let mut cast = cast();
    let (_, took) = timed(|| fill(&mut cast, many));
    let work = WorkFactor::STANDARD;
    cast.observer.vault().change_passphrase(&passphrase(), &passphrase(), work, noon(3)).unwrap();
    let home = cast.realm.home("KFOR1-OBS1");
    drop(cast.observer);
    row("list: written, filed and answered, each", &ms(took / u32::try_from(many).unwrap()), "", "");
    starts(&home);
    let mut desk = unlocks(&home);
    memory("memory, unlocked and the list drawn", &desk);
    in_the_list(&mut desk, presses);
    in_the_form(&mut desk, &home, presses);
    memory("memory, after all these keys, with places and map", &desk);
}

fn program(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vigilia"));
    command.arg("--home").arg(home).args(["--language", "en"]);
    command
}

/// From the start of the program to the question for the passphrase. The program's file is in the system's memory, as it
/// is for everyone but the first of the day.
fn starts(home: &Path) {
    let one = |_| {
        let (mut desk, begun) = Watched::start(&mut program(home));
        desk.wait_for(LOCKED).saturating_duration_since(begun)
    };
    let trivial = |_| {
        let (mut echo, begun) = Watched::start(Command::new("/bin/echo").arg("here"));
        echo.first_bytes().saturating_duration_since(begun)
    };
    let times: Vec<Duration> = (0..STARTS).map(one).collect();
    let reference: Vec<Duration> = (0..STARTS).map(trivial).collect();
    let worst = |times: &[Duration]| times.iter().max().copied().unwrap_or_default();
    row(
        &format!("start to the question for the passphrase, median and worst of {STARTS}"),
        &format!("{} and {}", ms(spread(times.clone()).0), ms(worst(&times))),
        &against(worst(&times) <= START_GOAL, "60 ms"),
        &format!("/bin/echo: {} and {}", ms(spread(reference.clone()).0), ms(worst(&reference))),
    );
}

/// From Enter to the list, the first time and after; the last desk stays open.
fn unlocks(home: &Path) -> Watched {
    let sealed = fs::read(home.join("vault.key.age")).unwrap();
    let function = || timed(|| open_with_passphrase(&sealed, &passphrase(), 32).unwrap()).1;
    let mut times = Vec::new();
    let mut functions = Vec::new();
    let mut last = None;
    for _ in 0..=UNLOCKS {
        drop(last.take());
        functions.push(function());
        let (mut desk, _) = Watched::start(&mut program(home));
        desk.wait_for(LOCKED);
        desk.press(PASSPHRASE);
        let pressed = desk.press(ENTER);
        times.push(desk.wait_for(LISTED).saturating_duration_since(pressed));
        last = Some(desk);
    }
    let first = times.remove(0);
    let reference = spread(functions).0;
    let told = format!("the passphrase function alone: {}", ms(reference));
    row("Enter to the list, the first time", &ms(first), "", &told);
    let usual = spread(times).0;
    let beside = usual.saturating_sub(reference);
    row(
        &format!("Enter to the list, median of {UNLOCKS}"),
        &ms(usual),
        &against(beside < reference, "mostly the passphrase function"),
        &format!("beside it: {}", ms(beside)),
    );
    last.unwrap()
}

fn echo() -> Vec<Duration> {
    let (mut echo, _) =
        Watched::start(Command::new("sh").args(["-c", "stty raw -echo; echo here; exec cat"]));
    echo.first_bytes();
    (0..PRESSES).map(|_| echo.echoed("x")).collect()
}

fn memory(what: &str, desk: &Watched) {
    let (now, most) = (mebibytes(&desk.process(), "VmRSS"), mebibytes(&desk.process(), "VmHWM"));
    row(
        what,
        &format!("{now} MiB"),
        &against(now <= MEMORY_GOAL, "80 MiB"),
        &format!("most ever: {most} MiB, while the passphrase function had its 256"),
    );
}

/// Median, the one that one in a hundred exceeds, and the worst.
fn spelt(times: &[Duration]) -> String {
    let (median, p99) = spread(times.to_vec());
    let worst = times.iter().max().copied().unwrap_or_default();
    format!("{} / {} / {}", ms(median), ms(p99), ms(worst))
}

/// What a series of keys took, and how much of it was the program's own work.
fn keys(desk: &mut Watched, what: &str, press: impl FnOnce(&mut Watched) -> Vec<Duration>) {
    let (before, pressed) = (desk.worked_and_waited(), desk.pressed());
    let times = press(desk);
    let after = desk.worked_and_waited();
    let pressed = desk.pressed() - pressed;
    // A thread that has ended meanwhile takes what it did along.
    let each = |after: Duration, before| after.saturating_sub(before) / pressed;
    let (worked, waited) = (each(after.0, before.0), each(after.1, before.1));
    let (_, p99) = spread(times.clone());
    row(
        &format!("{what} ({} keys; p50 / p99 / worst)", times.len()),
        &spelt(&times),
        &against(p99 <= FRAME_GOAL, "p99 16 ms"),
        &format!("a key on average: {} of work, {} of waiting for a processor", ms(worked), ms(waited)),
    );
}

fn in_the_list(desk: &mut Watched, presses: usize) {
    keys(desk, "list: Down", |desk| (0..presses).map(|_| desk.answered(DOWN)).collect());
    desk.answered(HOME);
    keys(desk, "list: Page down", |desk| (0..presses).map(|_| desk.answered(PAGE_DOWN)).collect());
    keys(desk, "list: End and Home", |desk| {
        (0..presses).map(|turn| desk.answered(if turn % 2 == 0 { END } else { HOME })).collect()
    });
    keys(desk, "list: a report opened", |desk| {
        let one = |_| {
            let time = desk.answered(ENTER);
            desk.answered(ESC);
            desk.answered(DOWN);
            time
        };
        (0..presses).map(one).collect()
    });
    desk.answered("/");
    typed(desk, "list: filter letters and Backspace", presses, "mitrovica");
    desk.answered(ESC);
    keys(desk, "from room to room", |desk| {
        ["2", "3", "4", "5", "1"].iter().cycle().take(presses).map(|room| desk.answered(room)).collect()
    });
    desk.answered("2");
    keys(desk, "answers: Down", |desk| (0..presses).map(|_| desk.answered(DOWN)).collect());
    desk.answered("3");
    desk.answered("/");
    typed(desk, "guide: a letter to search for", presses, "frontier");
    desk.answered(ESC);
    desk.answered("1");
}

/// The commander's queue, with as many reports owed.
fn at_the_commanders_desk(many: usize, presses: usize) {
    let mut cast = cast();
    let now = Timestamp::new(chrono::Utc::now());
    let (_, took) = timed(|| fill_queue(&mut cast, many, now));
    let work = WorkFactor::STANDARD;
    cast.commander.vault().change_passphrase(&passphrase(), &passphrase(), work, now).unwrap();
    let home = cast.realm.home("KFOR1-CMD");
    drop(cast.commander);
    let (mut desk, _) = Watched::start(&mut program(&home));
    desk.wait_for(LOCKED);
    desk.press(PASSPHRASE);
    let pressed = desk.press(ENTER);
    let listed = desk.wait_for(OWED).saturating_duration_since(pressed);
    let told = format!("{many} reports owed, filed and read in {:.0} s", took.as_secs_f64());
    row("queue: Enter to the list, the first time", &ms(listed), "", &told);
    memory("queue: memory, unlocked and the list drawn", &desk);
    keys(&mut desk, "queue: Down", |desk| (0..presses).map(|_| desk.answered(DOWN)).collect());
    desk.answered(HOME);
    keys(&mut desk, "queue: Page down", |desk| (0..presses).map(|_| desk.answered(PAGE_DOWN)).collect());
    keys(&mut desk, "queue: End and Home", |desk| {
        (0..presses).map(|turn| desk.answered(if turn % 2 == 0 { END } else { HOME })).collect()
    });
    desk.answered("/");
    typed(&mut desk, "queue: filter letters and Backspace", presses, "mitrovica");
    typed(&mut desk, "queue: a plate to filter by", presses, "01-482");
    desk.answered(ESC);
    keys(&mut desk, "queue: one kind after the other", |desk| {
        (0..presses / KINDS * KINDS + 1).map(|_| desk.answered("s")).collect()
    });
    desk.answered(ESC);
    keys(&mut desk, "queue: to the batch and back", |desk| {
        (0..presses).map(|turn| desk.answered(if turn % 2 == 0 { "2" } else { "1" })).collect()
    });
    desk.press("1");
    desk.press(HOME);
    keys(&mut desk, "queue: a report laid open", |desk| {
        let one = |_| {
            let time = desk.answered(ENTER);
            desk.answered(ESC);
            desk.answered(DOWN);
            time
        };
        (0..presses).map(one).collect()
    });
    keys(&mut desk, "queue: back from a report", |desk| {
        let one = |_| {
            desk.answered(ENTER);
            desk.answered(ESC)
        };
        (0..presses).map(one).collect()
    });
    memory("queue: memory, after all these keys", &desk);
}

/// A word typed and taken back, again and again: every key counts.
fn typed(desk: &mut Watched, what: &str, presses: usize, word: &str) {
    keys(desk, what, |desk| {
        let mut times = Vec::new();
        while times.len() < presses {
            times.extend(word.chars().map(|letter| desk.answered(&letter.to_string())));
            times.extend(word.chars().map(|_| desk.answered(BACKSPACE)));
        }
        times
    });
}

fn in_the_form(desk: &mut Watched, home: &Path, presses: usize) {
    desk.press("n");
    desk.wait_for("New report");
    focus_on(desk, "Where");
    typed(desk, "form: a letter in Where, places offered", presses, "mitrovica");
    typed(desk, "form: a mistyped place", presses, "kosovksa mitrvica");
    for letter in "34T DN 89058 48763".chars() {
        desk.answered(&letter.to_string());
    }
    desk.answered(TAB);
    desk.answered(F6);
    keys(desk, "form: the large map, wider and closer", |desk| {
        (0..presses).map(|turn| desk.answered(if turn % 2 == 0 { "-" } else { "+" })).collect()
    });
    desk.answered(ESC);
    focus_on(desk, "What");
    desk.answered(ENTER);
    typed(desk, "form: a letter in the list of indicators", presses, "covered window");
    desk.answered(ESC);
    focus_on(desk, "Facts");
    keys(desk, "form: a letter in Facts", |desk| {
        let letters = SENTENCE.chars().cycle().take(presses);
        letters.map(|letter| desk.answered(&letter.to_string())).collect()
    });
    keys(desk, "form: Tab, which saves Facts durably", |desk| {
        let one = |_| {
            desk.answered("x");
            let time = desk.answered(TAB);
            desk.answered(BACK_TAB);
            time
        };
        (0..presses).map(one).collect()
    });
    desk.answered(ESC);
    let disk = table::write_blocks(home, presses);
    row("4 KiB written and synced", &spelt(&disk), "", "");
    keys(desk, "form: a draft opened", |desk| {
        let one = |_| {
            let time = desk.answered(ENTER);
            desk.answered(ESC);
            time
        };
        (0..presses).map(one).collect()
    });
    keys(desk, "form: a draft left, back in the list", |desk| {
        let one = |_| {
            desk.answered(ENTER);
            desk.answered(ESC)
        };
        (0..presses).map(one).collect()
    });
    keys(desk, "form: a report filed", |desk| {
        let one = |_| {
            desk.answered("n");
            desk.answered(TAB);
            "at the gate".chars().for_each(|letter| {
                desk.answered(&letter.to_string());
            });
            desk.answered(CTRL_O);
            desk.answered(CTRL_F);
            desk.answered(ENTER)
        };
        (0..presses / 3).map(one).collect()
    });
}

/// Goes on from field to field until this one has the keys.
fn focus_on(desk: &mut Watched, label: &str) {
    let sign = format!("\n› {label}");
    for _ in 0..60 {
        if desk.shown().contains(&sign) {
            return;
        }
        desk.answered(TAB);
    }
    panic!("no field {label:?}:\n{}", desk.shown());
}
