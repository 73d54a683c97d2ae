//! What a commander's road costs: sealing and opening batches, and a stick with ten thousand packets of three hundred
//! observers: `cargo bench --bench batches`. A number after it reads so many packets instead.
//!
//! The batches are real statements of an exercise. Every packet on the stick is written, signed and sealed the way an
//! observer's desk does it; a second process, which has none of that in its memory, reads them into a vault. Beside each
//! figure stand its goal and a reference of the same run. Prints tables and is never run as a test.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a benchmark fails by a panic, tells by printing and looks at the clock"
)]
#![allow(dead_code, reason = "the actors of the stories do more than is measured here")]

#[path = "../support/signed_exercise.rs"]
mod signed_exercise;
mod stick;
#[path = "../support/mod.rs"]
mod support;
mod table;

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use signed_exercise::{Cast, Played, now};
use table::{ms, spread, timed};
use vigilia::crypto::seal::{open, seal};
use vigilia::desks::exercise::scenario::{DEMONSTRATION, Scenario};
use vigilia::domain::catalogue::Catalogue;

/// Enough for a batch of five hundred for each contingent.
const REPORTS: u32 = 1_100;
const BATCHES: [usize; 4] = [1, 20, 100, 500];
/// How often each batch is sealed and opened.
const RUNS: usize = 20;
const PACKETS: usize = 10_000;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let at = |place: usize| Path::new(&arguments[place]);
    match arguments.get(1).map(String::as_str) {
        Some("--commander") => stick::read_as_the_commander(at(2), at(3)),
        Some("--writer") => stick::write_as_an_observer(at(2)),
        Some("--observer") => stick::read_as_an_observer(at(2), at(3)),
        _ => {
            let asked = arguments.iter().find_map(|argument| argument.parse().ok());
            println!("\nOn {}", table::machine());
            batches();
            read_a_stick(asked.unwrap_or(PACKETS));
        }
    }
}

/// The middle of so many runs.
fn middle<T>(act: impl Fn() -> T) -> Duration {
    spread((0..RUNS).map(|_| timed(&act).1).collect()).0
}

fn batches() {
    let catalogue = Catalogue::embedded().unwrap();
    let cast = Cast::of(DEMONSTRATION);
    let played = cast.play(Scenario::new(DEMONSTRATION, REPORTS, now(), &catalogue), &catalogue);
    let own: Vec<&Played> = played.iter().filter(|one| one.contingent == 0).collect();
    let (recipient, identity) = cast.cell_recipient();
    let nothing = seal(&[], std::slice::from_ref(&recipient)).unwrap();
    let alone = middle(|| seal(&[], std::slice::from_ref(&recipient)).unwrap());
    let opened_alone = middle(|| open(&nothing, identity, 1).unwrap());
    println!("\nBatches of the demonstration, as a commander sends them; the middle of {RUNS} runs");
    println!(
        "| reports | packet, bytes | a report | as signed | sealed in | empty seal | opened and checked in | empty seal |"
    );
    println!("|--:|--:|--:|--:|--:|--:|--:|--:|");
    for size in BATCHES {
        let contents = cast.forwarded(&own[..size]);
        let signed: usize = contents.statements.iter().map(|statement| statement.bytes().len()).sum();
        let packet = cast.sealed(&contents, 0);
        let bytes = packet.bytes().to_vec();
        assert_eq!(cast.opened_by_the_cell(bytes.clone()), 2 * size + 1);
        println!(
            "| {size} | {} | **{}** | {} | {} | {} | {} | {} |",
            bytes.len(),
            bytes.len() / size,
            signed / size,
            ms(middle(|| cast.sealed(&contents, 0))),
            ms(alone),
            ms(middle(|| cast.opened_by_the_cell(bytes.clone()))),
            ms(opened_alone),
        );
    }
}

fn read_a_stick(packets: usize) {
    let folder = tempfile::tempdir().unwrap();
    let (camp, took) = timed(|| stick::fill(folder.path(), packets));
    println!(
        "\n{packets} packets of {} observers written, signed and sealed on two threads in {:.0} s",
        stick::OBSERVERS,
        took.as_secs_f64()
    );
    let profile = if cfg!(debug_assertions) { "unoptimised" } else { "optimised" };
    println!("| {profile} | figure | goal | reference of this run |");
    println!("|---|--:|---|---|");
    let (commander, observer) = (camp.home("KFOR1-CMD"), camp.home("KFOR1-OBS0"));
    for (who, home) in [("--commander", &commander), ("--observer", &observer), ("--writer", &observer)] {
        let mut again = Command::new(std::env::current_exe().unwrap());
        assert!(again.arg(who).arg(home).arg(folder.path()).status().unwrap().success());
    }
}
