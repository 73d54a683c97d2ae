//! The whole protocol on this machine.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};

use crate::commands::edge::{Stopwatch, now};
use crate::commands::failure::Failure;
use crate::commands::output::Output;
use crate::commands::session::Session;
use crate::desks::exercise::failure::ExerciseFailure;
use crate::desks::exercise::play::{Play, Told};
use crate::desks::exercise::scenario::{CONTINGENTS, DEMONSTRATION, OBSERVERS, Scenario};
use crate::desks::exercise::stage::{PASSPHRASE, Stage};
use crate::desks::exercise::verdict::{Verdict, verdict};
use crate::domain::catalogue::Catalogue;
use crate::domain::time::Timestamp;

/// More reports than this fill a laptop's memory with photographs rather than show anything new.
const MOST: u32 = 2_000;

/// Play an exercise: two contingents in Kosovo, the relay, the trafficking cell.
#[derive(Debug, Args)]
pub struct Demo {
    /// Keep the profiles in this new or empty folder.
    #[arg(long)]
    dir: Option<PathBuf>,
    /// Another seed, another exercise.
    #[arg(long, default_value_t = DEMONSTRATION)]
    seed: u64,
    /// How many reports.
    #[arg(long, default_value_t = 40, value_parser = clap::value_parser!(u32).range(2..=i64::from(MOST)))]
    reports: u32,
}

/// One step of the story, and what it took.
struct Step {
    title: &'static str,
    took: Duration,
}

impl Demo {
    /// Runs the command.
    pub fn run(self, session: &Session) -> Result<(), Failure> {
        let output = session.output();
        let (dir, kept) = self.folder()?;
        let watch = Stopwatch::start();
        let mut steps = Vec::new();
        output.note("EXERCISE EXERCISE EXERCISE");
        output.note(
            "Two contingents in Kosovo watch a network that moves people from Turkey towards the EU. KFOR1 uses the \
             relay over TLS; KFOR2 has no line and carries a stick. Everybody has a vault of his own, and nothing \
             but sealed packets passes between them.",
        );
        let outcome = self.play(&dir, output, &mut steps);
        let verdict =
            outcome.map_err(|broken| Failure::failed(format!("the exercise broke off: {broken}")))?;
        let seconds = watch.elapsed().as_secs_f64();
        let told = self.told(&verdict, &steps, seconds, kept.as_deref());
        output.result(&words(&verdict, &steps, seconds, kept.as_deref()), &told);
        if verdict.verified() {
            Ok(())
        } else {
            Err(Failure::unverified(format!("the exercise ended with {} faults", verdict.faults.len())))
        }
    }

    /// The folder to play in, and the same again if it is to be kept. Without --dir it is a temporary one in the
    /// folder the command is run in, so that it lies on a real disk.
    fn folder(&self) -> Result<(Folder, Option<PathBuf>), Failure> {
        match &self.dir {
            Some(dir) => {
                fs::create_dir_all(dir)?;
                if fs::read_dir(dir)?.next().is_some() {
                    return Err(Failure::usage(
                        "this folder is not empty; nothing was touched: name a new one with --dir",
                    ));
                }
                Ok((Folder::Kept(dir.clone()), Some(dir.clone())))
            }
            None => Ok((Folder::Passing(tempfile::tempdir()?), None)),
        }
    }

    fn play(&self, dir: &Folder, output: Output, steps: &mut Vec<Step>) -> Result<Verdict, ExerciseFailure> {
        let now = now();
        let founded = Timestamp::new(now.instant() - TimeDelta::weeks(6));
        let catalogue = Catalogue::embedded().map_err(crate::desks::error::DeskError::from)?;
        let mut act = |title: &'static str, act: Act<'_>| -> Done {
            let watch = Stopwatch::start();
            let bar = progress_bar(output, title, steps.len() + 1);
            let outcome = act(&mut |done, of| {
                bar.set_length(of as u64);
                bar.set_position(done as u64);
            });
            bar.finish_and_clear();
            let took = watch.elapsed();
            let said = outcome?;
            steps.push(Step { title, took });
            output.note(&format!("{}. {title} ({:.1} s){said}", steps.len(), took.as_secs_f64()));
            Ok(String::new())
        };
        let mut stage = None;
        act("The two authorities found the realm and sign the roster; the relay starts", &mut |_| {
            stage = Some(Stage::set(dir.path(), founded, Arc::new(crate::commands::edge::now))?);
            Ok(": 2 commanders, 10 observers, the cell, the integrity desk".to_owned())
        })?;
        let stage = stage.ok_or(ExerciseFailure::Stage("itself"))?;
        let scenario = Scenario::new(self.seed, self.reports, now, &catalogue);
        let mut play = Play::new(stage, scenario, self.seed, now);
        act("Ten observers write and file, offline", &mut |told| {
            play.file(told)?;
            Ok(format!(": {} reports in four languages", play.filed().len()))
        })?;
        act("They hand over, KFOR1 through the relay, KFOR2 on a stick", &mut |told| {
            play.hand_over(told)?;
            Ok(String::new())
        })?;
        act("The commanders grade; what is unclear goes back and comes again completed", &mut |told| {
            let returned = play.review(told)?;
            Ok(format!(": {returned} given back and completed"))
        })?;
        act("They forward to Brussels", &mut |told| {
            play.forward(told)?;
            Ok(format!(": {} reports, {} bytes of words", play.wire().reports, play.wire().words))
        })?;
        act("The cell opens, verifies, acknowledges and answers", &mut |told| {
            play.answer(told)?;
            Ok(String::new())
        })?;
        act("The answers go home to the very soldiers", &mut |told| {
            play.bring_home(told)?;
            Ok(String::new())
        })?;
        let mut found = None;
        act("Everything is checked once more, from the bytes", &mut |_| {
            found = Some(verdict(&mut play)?);
            Ok(String::new())
        })?;
        play.end();
        found.ok_or(ExerciseFailure::Stage("a verdict"))
    }

    fn told(&self, verdict: &Verdict, steps: &[Step], seconds: f64, kept: Option<&Path>) -> Value {
        let steps: Vec<Value> = steps
            .iter()
            .map(|step| json!({ "step": step.title, "seconds": rounded(step.took.as_secs_f64()) }))
            .collect();
        json!({
            "seed": self.seed,
            "reports_filed": verdict.filed,
            "reports_forwarded": verdict.forwarded,
            "reports_received": verdict.received,
            "reports_acknowledged": verdict.acknowledged,
            "feedback_given": verdict.answers_given,
            "feedback_delivered": verdict.answers_home,
            "attachments_filed": verdict.attachments.0,
            "attachments_received": verdict.attachments.1,
            "van_sightings_linked": verdict.van_linked,
            "bytes_per_report_on_wire": verdict.bytes_per_report(),
            "largest_batch": verdict.wire.largest_batch,
            "bytes_words": verdict.wire.words,
            "bytes_photographs_and_slots": verdict.wire.followers,
            "bytes_handed_over": verdict.wire.handed_over,
            "bytes_answers": verdict.wire.answers,
            "verified": verdict.verified(),
            "faults": verdict.faults,
            "seconds": rounded(seconds),
            "steps": steps,
            "dir": kept,
        })
    }
}

/// A step: it tells how far it has come.
type Act<'a> = &'a mut dyn FnMut(Told<'_>) -> Done;

/// What a step has to say, or why the exercise broke off.
type Done = Result<String, ExerciseFailure>;

enum Folder {
    Kept(PathBuf),
    Passing(tempfile::TempDir),
}

impl Folder {
    fn path(&self) -> &Path {
        match self {
            Self::Kept(path) => path,
            Self::Passing(folder) => folder.path(),
        }
    }
}

fn rounded(seconds: f64) -> f64 {
    (seconds * 1_000.0).round() / 1_000.0
}

fn progress_bar(output: Output, title: &'static str, number: usize) -> ProgressBar {
    if output.is_json() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{prefix}. {wide_msg} {bar:24} {pos}/{len}");
    let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(0).with_style(style).with_prefix(number.to_string()).with_message(title)
}

/// How to sit down at the desk of each role, and which other profiles there are.
fn openings(dir: &Path) -> Vec<String> {
    let contingents = CONTINGENTS.map(str::to_lowercase);
    let observers =
        contingents.iter().flat_map(|name| (1..=OBSERVERS).map(move |n| format!("{name}-obs{n}")));
    let commanders = contingents.iter().map(|name| format!("{name}-cmd"));
    let sits_down = |role: &str, profiles: Vec<String>, command: &str| {
        let (first, others) = profiles.split_first()?;
        let home = dir.join(first);
        let also =
            if others.is_empty() { String::new() } else { format!("\n{:13}also {}", "", others.join(", ")) };
        Some(format!("  {role:<10} vigilia --home {}{command}{also}", home.display()))
    };
    let desks = [
        sits_down("observer", observers.collect(), ""),
        sits_down("commander", commanders.collect(), ""),
        sits_down("cell", vec!["cell".to_owned()], " inbox list"),
    ];
    desks.into_iter().flatten().collect()
}

fn words(verdict: &Verdict, steps: &[Step], seconds: f64, kept: Option<&Path>) -> String {
    let wire = verdict.wire;
    let rows = [
        ("filed by ten observers", verdict.filed.to_string()),
        ("forwarded by their commanders", verdict.forwarded.to_string()),
        ("received by the cell, byte for byte as signed", verdict.received.to_string()),
        ("acknowledged, and the soldier knows it", verdict.acknowledged.to_string()),
        ("answers home, of those given", format!("{} of {}", verdict.answers_home, verdict.answers_given)),
        (
            "photographs arrived, of those taken",
            format!("{} of {}", verdict.attachments.1, verdict.attachments.0),
        ),
        ("sightings of the one van, linked by its plate", verdict.van_linked.to_string()),
        ("bytes per report to Brussels, all included", verdict.bytes_per_report().to_string()),
        ("  in batches of up to", wire.largest_batch.to_string()),
        ("  photographs and slots, after the words", format!("{} bytes", wire.followers)),
        ("seconds", format!("{seconds:.1}")),
    ];
    let mut lines = vec![String::new()];
    lines.extend(rows.iter().map(|(what, figure)| format!("  {what:<50} {figure:>14}")));
    lines.push(String::new());
    lines.extend(steps.iter().enumerate().map(|(number, step)| {
        format!("  step {}  {:>7.2} s  {}", number + 1, step.took.as_secs_f64(), step.title)
    }));
    lines.push(String::new());
    lines.extend(verdict.faults.iter().map(|fault| format!("  FAULT: {fault}")));
    lines.push(match verdict.verified() {
        true => "Verified: every report, signature, acknowledgement and answer holds.".to_owned(),
        false => "NOT verified.".to_owned(),
    });
    match kept {
        Some(dir) => {
            lines.push(format!("The profiles are kept. Sit down with the passphrase \"{PASSPHRASE}\":"));
            lines.extend(openings(dir));
        }
        None => lines.push("To keep the profiles and open them: vigilia demo --dir DIR".to_owned()),
    }
    lines.push("EXERCISE EXERCISE EXERCISE".to_owned());
    lines.join("\n")
}
