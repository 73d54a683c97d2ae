//! How figures are taken and set beside their goals.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

/// How long something took, once.
pub fn timed<T>(act: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = act();
    (done, start.elapsed())
}

/// Median and the one that one in a hundred exceeds.
pub fn spread(mut times: Vec<Duration>) -> (Duration, Duration) {
    times.sort();
    (times[times.len() / 2], times[times.len() * 99 / 100])
}

pub fn row(what: &str, figure: &str, goal: &str, reference: &str) {
    println!("| {what} | {figure} | {goal} | {reference} |");
}

pub fn ms(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1_000.0)
}

pub fn against(met: bool, goal: &str) -> String {
    format!("{goal}: {}", if met { "met" } else { "NOT met" })
}

/// A figure of `/proc/<process>/status`, in MiB.
pub fn mebibytes(process: &str, figure: &str) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(figure)).unwrap_or_default();
    let kib = line.trim_start_matches(':').split_whitespace().next();
    kib.and_then(|kib| kib.parse::<u64>().ok()).unwrap_or(0) / 1024
}

/// The processor time the first thread of this process has used, by Linux's clock of a hundred ticks a second: what it
/// costs, however busy the machine is with other things.
pub fn processor_time() -> Duration {
    let stat = fs::read_to_string(format!("/proc/self/task/{}/stat", std::process::id())).unwrap_or_default();
    let behind_the_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks = |place| behind_the_name.split_whitespace().nth(place).and_then(|text| text.parse().ok());
    let spent: [Option<u64>; 2] = [ticks(11), ticks(12)];
    Duration::from_millis(10 * spent.into_iter().flatten().sum::<u64>())
}

/// The machine it is measured on, and how busy it is with other things.
pub fn machine() -> String {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model =
        info.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or(": unknown processor");
    let processors = info.lines().filter(|line| line.starts_with("processor")).count();
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split_whitespace().next().unwrap_or("?").to_owned();
    let model = model.trim_start_matches([' ', '\t', ':']);
    format!("{model}, {processors} processors, {}, load {load}", std::env::consts::OS)
}

/// What the disk alone takes: 4 KiB written and synced, so many times.
pub fn write_blocks(home: &Path, many: usize) -> Vec<Duration> {
    let path = home.join("reference");
    let mut file = fs::File::create(&path).unwrap();
    let times = (0..many)
        .map(|_| {
            timed(|| {
                file.write_all(&[7; 4096]).unwrap();
                file.sync_all().unwrap();
            })
            .1
        })
        .collect();
    fs::remove_file(path).unwrap();
    times
}
