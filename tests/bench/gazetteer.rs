//! What a place costs: `cargo bench --bench gazetteer`.
//!
//! Load time and memory of the built-in geography, then each kind of question, worst of many texts and points beside
//! the median. The reference, in the same run, is a plain search through all places. Prints a table and is never run
//! as a test.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a benchmark fails by a panic, tells by printing and asks the clock"
)]

use std::fs;
use std::hint::black_box;
use std::time::{Duration, Instant};

use vigilia::geography::borders::Borders;
use vigilia::geography::chart::{Chart, RADII_KM, View};
use vigilia::geography::distance::Leg;
use vigilia::geography::gazetteer::Gazetteer;
use vigilia::geography::position::Position;

const GOAL: Duration = Duration::from_millis(5);
const ROUNDS: usize = 20;

const BEGINNINGS: &[&str] =
    &["s", "a", "sa", "san", "mit", "mitrov", "kosovska", "novo selo", "al", "saint", "el "];
const SLIPS: &[&str] = &[
    "mitorv",
    "Mitorvica",
    "Agadze",
    "bammako",
    "Kosovska Mitrovca",
    "sanat maria",
    "lampdeusa",
    "qqqqqqqq",
];
const POINTS: &[(f64, f64)] = &[
    (42.8914, 20.8660),
    (42.78, 20.97),
    (16.97, 7.99),
    (16.27, -0.04),
    (50.45, 30.52),
    (35.50, 12.61),
    (35.89, -5.32),
    (34.5, 18.0),
    (-16.85, 180.0),
    (89.9, 0.0),
    (-90.0, 0.0),
    (-40.0, -120.0),
    (48.85, 2.35),
];

/// Memory of the process that is in RAM, in KiB, where the system tells.
fn resident() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find(|line| line.starts_with("VmRSS:"))?.split_whitespace().nth(1)?.parse().ok()
}

fn machine() -> String {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model =
        info.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or(": unknown processor");
    format!("{}, {}", model.trim_start_matches([' ', '\t', ':']), std::env::consts::OS)
}

fn timed<T>(work: impl Fn() -> T) -> Duration {
    let start = Instant::now();
    black_box(work());
    start.elapsed()
}

/// Median over all, and the worst of the medians of each case.
fn line<C>(what: &str, cases: &[C], work: impl Fn(&C)) {
    let mut medians: Vec<Duration> = cases
        .iter()
        .map(|case| {
            let mut rounds: Vec<Duration> = (0..ROUNDS).map(|_| timed(|| work(case))).collect();
            rounds.sort();
            rounds[ROUNDS / 2]
        })
        .collect();
    medians.sort();
    let worst = *medians.last().unwrap();
    let verdict = if worst <= GOAL || what.starts_with("reference") { "" } else { "  beyond 5 ms" };
    println!("{what:42} {:>10.3} {:>10.3}{verdict}", millis(medians[medians.len() / 2]), millis(worst));
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

fn main() {
    println!("{}", machine());
    let before = resident();
    let start = Instant::now();
    let world = Gazetteer::of_the_world();
    let loaded = start.elapsed();
    let with_places = resident();
    let start = Instant::now();
    let borders = Borders::of_the_world();
    let drawn = start.elapsed();
    let with_borders = resident();
    let (places, names) = world.counts();
    println!("{places} places under {names} names");
    println!(
        "places read in  {:>8.1} ms, resident memory {:?} -> {:?} KiB",
        millis(loaded),
        before,
        with_places
    );
    println!(
        "borders read in {:>8.1} ms, resident memory {:?} -> {:?} KiB",
        millis(drawn),
        with_places,
        with_borders
    );

    let here = Position::new(42.8914, 20.8660).unwrap();
    let points: Vec<Position> = POINTS.iter().map(|(lat, lon)| Position::new(*lat, *lon).unwrap()).collect();
    println!("\n{:42} {:>10} {:>10}", "milliseconds", "median", "worst");
    line("suggest, beginning, nowhere known", BEGINNINGS, |text| {
        black_box(world.suggest(text, None, 8));
    });
    line("suggest, beginning, near a position", BEGINNINGS, |text| {
        black_box(world.suggest(text, Some(here), 8));
    });
    line("suggest, typing errors", SLIPS, |text| {
        black_box(world.suggest(text, Some(here), 8));
    });
    line("nearest 8", &points, |point| {
        black_box(world.nearest(*point, 8));
    });
    line("landmark", &points, |point| {
        black_box(world.landmark(*point));
    });
    line("country", &points, |point| {
        black_box(borders.country_at(*point));
    });
    line("border within 50 km", &points, |point| {
        black_box(borders.nearest_border(*point, 50_000.0));
    });
    for radius in RADII_KM {
        for (columns, rows) in [(26, 8), (118, 34)] {
            line(&format!("chart of {radius} km, {columns} x {rows} cells"), &points, |point| {
                let view = View { centre: *point, radius_m: f64::from(radius) * 1_000.0, error_m: 500.0 };
                black_box(Chart::of(view, columns, rows, world, borders));
            });
        }
    }
    // The reference: every place measured. The table gives its places only by search, so all are fetched once first.
    let all = world.largest(here, 20_100_000.0, places);
    assert_eq!(all.len(), places);
    line("reference: all places measured, one point", &points[..2], |point| {
        let near = all.iter().map(|place| Leg::between(*point, place.position).distance_m());
        black_box(near.min_by(f64::total_cmp));
    });
    line("reference: all place names, beginning", &BEGINNINGS[..3], |text| {
        black_box(all.iter().filter(|place| place.name.to_lowercase().starts_with(*text)).count());
    });
}
