//! What a report costs on the poor road: `cargo bench --bench wire_size`.
//!
//! Real statements of an exercise, in the order a commander's desk packs them: reports, reviews, the batch. Each line follows the bytes through the stages; attachments and slots travel in packets of their own
//! and are not counted. Prints a table and is never run as a test.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark fails by a panic and tells by printing"
)]

#[path = "../support/signed_exercise.rs"]
mod signed_exercise;
mod unseen;

use signed_exercise::{Cast, Played, now};
use vigilia::desks::exercise::scenario::{DEMONSTRATION, Scenario};
use vigilia::domain::catalogue::Catalogue;
use vigilia::wire::compression::{compress_pieces, expand};
use vigilia::wire::contents::Contents;

/// Enough for several batches of a hundred for each contingent.
const REPORTS: u32 = 400;
const BATCHES: [usize; 4] = [1, 5, 20, 100];
/// The figure to design for, in a batch of twenty.
const GOAL: usize = 460;

/// Bytes after each stage, for all reports together.
#[derive(Default)]
struct Stages {
    reports: usize,
    contents: usize,
    signatures: usize,
    frame: usize,
    padded: usize,
    packet: usize,
}

/// Bytes of the zstd frame without the skippable frame of zeros that pads it.
fn without_padding(padded: &[u8]) -> usize {
    let zeros = padded.iter().rev().take_while(|byte| **byte == 0).count();
    // The four bytes of the padding's length may end in zeros themselves.
    let ends = |zeros: &usize| {
        let end = padded.len() - zeros;
        end >= 8 && padded[end - 8..end - 4] == [0x50, 0x2a, 0x4d, 0x18]
    };
    (0..=zeros).rev().find(ends).map_or(padded.len(), |zeros| padded.len() - zeros - 8)
}

fn measured(cast: &Cast, played: &[Played], size: usize) -> Stages {
    let mut stages = Stages::default();
    for contingent in 0..2 {
        let own: Vec<&Played> = played.iter().filter(|one| one.contingent == contingent).collect();
        for batch in own.chunks_exact(size) {
            let contents = cast.forwarded(batch);
            let padded = compress_pieces(&contents.pieces().unwrap()).unwrap();
            assert_eq!(expand(&padded).unwrap(), contents.write().unwrap());
            stages.reports += batch.len();
            stages.contents += contents.write().unwrap().len();
            stages.signatures += 64 * contents.statements.len();
            stages.frame += without_padding(&padded);
            stages.padded += padded.len();
            stages.packet += cast.packet_size(&contents, contingent);
        }
    }
    stages
}

/// The same batches, the reports alone: what the other signatures cost.
fn reports_alone(cast: &Cast, played: &[Played], size: usize) -> usize {
    let mut bytes = (0, 0);
    for contingent in 0..2 {
        let own: Vec<&Played> = played.iter().filter(|one| one.contingent == contingent).collect();
        for batch in own.chunks_exact(size) {
            let statements = batch.iter().map(|one| one.report.clone()).collect();
            let contents = Contents { statements, ..Contents::default() };
            bytes = (bytes.0 + cast.packet_size(&contents, contingent), bytes.1 + batch.len());
        }
    }
    bytes.0 / bytes.1
}

fn main() {
    let catalogue = Catalogue::embedded().unwrap();
    let cast = Cast::of(DEMONSTRATION);
    let scenario = Scenario::new(DEMONSTRATION, REPORTS, now(), &catalogue);
    let played = cast.play(scenario.clone(), &catalogue);
    let unseen = cast.play(unseen::with_unseen_prose(scenario), &catalogue);
    for (name, played) in [("the demonstration", &played), ("unseen prose in its place", &unseen)] {
        println!("\nBytes per report, {name}, seed {DEMONSTRATION}");
        println!("| batch of | contents | signatures in it | compressed | padded | packet | reports alone |");
        println!("|--:|--:|--:|--:|--:|--:|--:|");
        for size in BATCHES {
            let sum = measured(&cast, played, size);
            let each = |bytes: usize| bytes / sum.reports;
            println!(
                "| {size} | {} | {} | {} | {} | **{}** | {} |",
                each(sum.contents),
                each(sum.signatures),
                each(sum.frame),
                each(sum.padded),
                each(sum.packet),
                reports_alone(&cast, played, size),
            );
            if size == 20 {
                let packet = each(sum.packet);
                let (word, by) =
                    if packet <= GOAL { ("below", GOAL - packet) } else { ("above", packet - GOAL) };
                println!("| | | | | | {by} {word} the {GOAL} to design for | |");
            }
        }
    }
}
