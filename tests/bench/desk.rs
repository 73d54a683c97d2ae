//! What a soldier waits for with ten thousand reports in his vault: `cargo bench --bench desk`.
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

#[path = "../support/mod.rs"]
mod support;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use chrono::FixedOffset;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use support::realm::{Cast, SeededDice, cast, noon, passphrase};
use support::sightings::grey_van;
use vigilia::crypto::passphrase::open_with_passphrase;
use vigilia::desks::observer::ObserverDesk;
use vigilia::domain::answer::{Audience, Outcome};
use vigilia::domain::draft::DraftField;
use vigilia::domain::feedback_status::FeedbackStatus;
use vigilia::domain::ids::Digest;
use vigilia::domain::observation::Language;
use vigilia::domain::text::Narrative;
use vigilia::language::tongue::Tongue;
use vigilia::screens::kit::event_loop::Moment;
use vigilia::screens::kit::theme::ThemeName;
use vigilia::screens::observer::message::{Effect, Message};
use vigilia::screens::observer::state::State;
use vigilia::screens::observer::update::update;
use vigilia::screens::observer::{effects, view};
use vigilia::vault::unlock::Vault;
use vigilia::wire::answer::{AcknowledgementV1, FeedbackV1};
use vigilia::wire::spelling::Plain;
use vigilia::wire::statement::sign;

const REPORTS: usize = 10_000;
/// Reports one acknowledgement covers, and how many of them get an answer in words.
const ACKNOWLEDGED_TOGETHER: usize = 100;
const ANSWERED_OF_THEM: usize = 10;
const FIELDS: usize = 200;
const DURABLE_GOAL: Duration = Duration::from_millis(50);
const FRAME_GOAL: Duration = Duration::from_millis(16);
const MEMORY_GOAL: u64 = 80;
const ROUNDS: usize = 40;
/// What is pressed, round after round; none of it opens anything.
const KEYS: &[KeyCode] = &[
    KeyCode::End,
    KeyCode::PageUp,
    KeyCode::Up,
    KeyCode::Char('/'),
    KeyCode::Char('m'),
    KeyCode::Char('i'),
    KeyCode::Char('t'),
    KeyCode::Down,
    KeyCode::Backspace,
    KeyCode::Esc,
    KeyCode::Home,
    KeyCode::PageDown,
    KeyCode::Char('2'),
    KeyCode::End,
    KeyCode::Char('3'),
    KeyCode::Down,
    KeyCode::PageDown,
    KeyCode::Char('4'),
    KeyCode::Char('1'),
];

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments.get(1).map(String::as_str) {
        Some("--measure") => measure(Path::new(&arguments[2])),
        Some("--memory") => memory(Path::new(&arguments[2])),
        _ => {
            let mut cast = cast();
            let start = Instant::now();
            fill(&mut cast);
            println!(
                "\n{REPORTS} reports written, filed and answered in {:.0} s",
                start.elapsed().as_secs_f64()
            );
            let home = cast.realm.home("KFOR1-OBS1");
            drop(cast.observer);
            for part in ["--measure", "--memory"] {
                let mut again = Command::new(std::env::current_exe().unwrap());
                assert!(again.arg(part).arg(&home).status().unwrap().success());
            }
        }
    }
}

fn fill(cast: &mut Cast) {
    let mut reports = Vec::new();
    for number in 0..REPORTS {
        reports.push(file_one(&mut cast.observer, number));
    }
    let me = cast.observer.vault().profile().me;
    let cell = cast.cell.vault().profile();
    for together in reports.chunks(ACKNOWLEDGED_TOGETHER) {
        let accepted = together.iter().copied().map(Plain).collect();
        let said = AcknowledgementV1 { observer: Plain(me), accepted, refused: vec![], at: Plain(noon(1)) };
        let signed = sign(said, &cell.signing, cell.realm.id()).unwrap();
        cast.observer.vault().take_acknowledgement(&signed, noon(2)).unwrap();
        let outcome = Outcome::new(FeedbackStatus::UnderInvestigation, None).unwrap();
        let words = Narrative::new("Thank you. It fits other reports from your road.").ok();
        for report in together.iter().take(ANSWERED_OF_THEM) {
            let said = FeedbackV1::new(*report, me, Audience::Observer, outcome, words.clone(), noon(1));
            let signed = sign(said, &cell.signing, cell.realm.id()).unwrap();
            cast.observer.vault().take_feedback(&signed, noon(2)).unwrap();
        }
    }
}

fn file_one(desk: &mut ObserverDesk, number: usize) -> Digest {
    let now = noon(u32::try_from(number % 10_000).unwrap());
    let mut draft = desk.begin(Language::English, now, &mut SeededDice(number as u64)).unwrap();
    draft = grey_van(draft, now);
    for field in [DraftField::Observed, DraftField::Place, DraftField::Indicators, DraftField::Entities] {
        desk.save(&draft, field, now).unwrap();
    }
    desk.save(&draft, DraftField::Facts, now).unwrap();
    let filed = desk.file(draft.id, now).unwrap();
    desk.vault().report_digest(filed.head().id).unwrap()
}

/// How long something took, once.
fn timed<T>(act: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = act();
    (done, start.elapsed())
}

/// Median and the one that one in a hundred exceeds.
fn spread(mut times: Vec<Duration>) -> (Duration, Duration) {
    times.sort();
    (times[times.len() / 2], times[times.len() * 99 / 100])
}

fn row(what: &str, figure: &str, goal: &str, reference: &str) {
    println!("| {what} | {figure} | {goal} | {reference} |");
}

fn ms(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1_000.0)
}

fn against(met: bool, goal: &str) -> String {
    format!("{goal}: {}", if met { "met" } else { "NOT met" })
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
    let (reference, slowest) = spread(write_blocks(home));
    row(
        "draft field durable, median and p99",
        &format!("{} and {}", ms(median), ms(p99)),
        &against(p99 <= DURABLE_GOAL, "50 ms"),
        &format!("4 KiB written and synced: {} and {}", ms(reference), ms(slowest)),
    );
    let (_, time) = timed(|| desk.waiting().unwrap());
    row("what waits", &ms(time), "", "");

    let (lists, (median, p99)) = frames(&mut desk);
    row("the lists read into the terminal", &ms(lists), "", "");
    row(
        "key press to drawn frame, median and p99",
        &format!("{} and {}", ms(median), ms(p99)),
        &against(p99 <= FRAME_GOAL, "16 ms"),
        &format!("{} keys through {REPORTS} reports", KEYS.len() * ROUNDS),
    );
}

/// How long the lists take to be read, and each key to be understood and drawn: through the list, narrowing it, among the
/// answers and in the guide.
fn frames(desk: &mut ObserverDesk) -> (Duration, (Duration, Duration)) {
    let moment = Moment { now: noon(5).instant(), local: FixedOffset::east_opt(3_600).unwrap() };
    let looks = (ThemeName::Dark, Tongue::French);
    let mut state = State::new(effects::badge(desk), desk.catalogue().clone(), looks, (120, 40), moment);
    let mut dice = SeededDice(1);
    let (told, lists) = timed(|| effects::perform(Effect::LoadReports, desk, &mut dice, noon(5)).unwrap());
    update(&mut state, Message::Told(told), moment);
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        for code in KEYS {
            let key = Message::Key(KeyEvent::new(*code, KeyModifiers::NONE));
            let press = || {
                update(&mut state, key, moment);
                terminal.draw(|frame| view::draw(&state, frame)).unwrap();
            };
            times.push(timed(press).1);
        }
    }
    (lists, spread(times))
}

/// The memory of a desk that was opened and shows its list, and has done nothing else.
fn memory(home: &Path) {
    let before = resident_mebibytes();
    let mut desk = ObserverDesk::open(Vault::unlock(home, &passphrase(), noon(0)).unwrap()).unwrap();
    let listed = desk.report_list().unwrap();
    let after = resident_mebibytes();
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

fn write_blocks(home: &Path) -> Vec<Duration> {
    let path = home.join("reference");
    let mut file = fs::File::create(&path).unwrap();
    let times = (0..FIELDS)
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

/// VmRSS of this process, in MiB.
fn resident_mebibytes() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|kib| kib.parse::<u64>().ok()).unwrap_or(0) / 1024
}
