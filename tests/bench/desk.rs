//! What a soldier waits for with ten thousand reports in his vault, and his commander who owes them: `cargo bench --bench desk`.
//!
//! Every report is written and filed the way the desk does it, answered the way the cell does it, and then a second
//! process, which has none of that in its memory, opens the vault and is measured. Beside each figure stand its goal and a
//! reference of the same run. Prints a table and is never run as a test.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a benchmark fails by a panic, tells by printing and looks at the clock"
)]
#![allow(dead_code, reason = "the actors of the stories do more than is measured here")]

mod filling;
mod owed;
#[path = "../support/mod.rs"]
mod support;
mod table;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use filling::{REPORTS, file_one, fill};
use support::realm::{SeededDice, cast, noon, passphrase};
use table::{against, mebibytes, ms, row, spread, timed};
use vigilia::crypto::passphrase::open_with_passphrase;
use vigilia::desks::observer::ObserverDesk;
use vigilia::domain::draft::DraftField;
use vigilia::domain::observation::Language;
use vigilia::domain::text::Narrative;
use vigilia::vault::unlock::Vault;

const FIELDS: usize = 200;
const DURABLE_GOAL: Duration = Duration::from_millis(50);
const MEMORY_GOAL: u64 = 80;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments.get(1).map(String::as_str) {
        Some("--measure") => measure(Path::new(&arguments[2])),
        Some("--memory") => memory(Path::new(&arguments[2])),
        Some("--owed") => owed::measure(Path::new(&arguments[2])),
        _ => {
            let mut cast = cast();
            let (_, took) = timed(|| fill(&mut cast, REPORTS));
            println!(
                "\n{REPORTS} reports written, filed and answered in {:.0} s on {}",
                took.as_secs_f64(),
                table::machine()
            );
            owed::hand_over(&mut cast);
            let homes = ["KFOR1-OBS1", "KFOR1-CMD"].map(|callsign| cast.realm.home(callsign));
            drop((cast.observer, cast.commander));
            let [observer, commander] = &homes;
            for (part, home) in [("--measure", observer), ("--memory", observer), ("--owed", commander)] {
                let mut again = Command::new(std::env::current_exe().unwrap());
                assert!(again.arg(part).arg(home).status().unwrap().success());
            }
        }
    }
}

fn measure(home: &Path) {
    let profile = if cfg!(debug_assertions) { "unoptimised" } else { "optimised" };
    println!("| {profile} | figure | goal | reference of this run |");
    println!("|---|--:|---|---|");
    let sealed = fs::read(home.join("vault.key.age")).unwrap();
    let (_, function) = timed(|| open_with_passphrase(&sealed, &passphrase(), 32).unwrap());
    let (vault, open) = timed(|| Vault::unlock(home, &passphrase(), noon(0)).unwrap());
    let mut desk = ObserverDesk::open(vault).unwrap();
    row("unlock, beside the passphrase function", &ms(open.saturating_sub(function)), "", "");

    let (listed, first) = timed(|| desk.report_list().unwrap());
    assert_eq!(listed.len(), REPORTS);
    let (whole, decoding) = timed(|| desk.reports().unwrap());
    let reference = format!("every report decoded: {}", ms(decoding));
    row("list, the first time", &ms(first), "", &reference);
    drop(whole);
    file_one(&mut desk, REPORTS);
    let (listed, again) = timed(|| desk.report_list().unwrap());
    row("list, after one more report", &ms(again), "", "");
    let middle = listed[REPORTS / 2].id;
    let (_, one) = timed(|| desk.report(middle).unwrap());
    row("one report, whole", &ms(one), "", "");
    let (answers, time) = timed(|| desk.answers().unwrap());
    row(&format!("{} answers listed", answers.len()), &ms(time), "", "");
    let (_, time) = timed(|| desk.answer(answers[0].heard.statement).unwrap());
    row("one answer, its signature verified", &ms(time), "", "");

    let (median, p99) = spread(save_fields(&mut desk));
    let (reference, slowest) = spread(table::write_blocks(home, FIELDS));
    row(
        "draft field durable, median and p99",
        &format!("{} and {}", ms(median), ms(p99)),
        &against(p99 <= DURABLE_GOAL, "50 ms"),
        &format!("4 KiB written and synced: {} and {}", ms(reference), ms(slowest)),
    );
    let (_, time) = timed(|| desk.waiting().unwrap());
    row("what waits", &ms(time), "", "");
    let (overdue, time) = timed(|| desk.overdue(noon(0).plus_hours(24 * 365)).unwrap());
    row(&format!("{} overdue among {REPORTS}", overdue.len()), &ms(time), "", "");
}

/// The memory of a desk that was opened and shows its list, and has done nothing else.
fn memory(home: &Path) {
    let before = mebibytes("self", "VmRSS");
    let mut desk = ObserverDesk::open(Vault::unlock(home, &passphrase(), noon(0)).unwrap()).unwrap();
    let listed = desk.report_list().unwrap();
    let after = mebibytes("self", "VmRSS");
    row(
        "memory, desk open and list held",
        &format!("{after} MiB"),
        &against(after <= MEMORY_GOAL, "80 MiB"),
        &format!("{before} MiB before opening; {} rows", listed.len()),
    );
}

fn save_fields(desk: &mut ObserverDesk) -> Vec<Duration> {
    let mut draft = desk.begin(Language::Dutch, noon(0), &mut SeededDice(77)).unwrap();
    (0..FIELDS)
        .map(|number| {
            draft.facts =
                Narrative::new(&format!("A grey van, seen {number} times. {}", "x".repeat(500))).ok();
            timed(|| desk.save(&draft, DraftField::Facts, noon(0)).unwrap()).1
        })
        .collect()
}
