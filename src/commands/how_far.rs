//! How far packets have come, said on stderr: one line that is written over on a terminal, a line now and then in a log,
//! nothing to a program.

use std::time::Duration;

use chrono::{DateTime, Utc};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::commands::edge::{Stopwatch, now};
use crate::commands::output::Output;
use crate::desks::carrying::progress::{Advance, Progress};
use crate::desks::spoken::measures;
use crate::language::tongue::Tongue;

/// Time between two lines on a terminal: it may be at the other end of a slow line itself.
const ON_A_TERMINAL: Duration = Duration::from_millis(500);
/// Time between two lines of a log.
const IN_A_LOG: Duration = Duration::from_secs(30);

/// Says how far something is.
pub struct HowFar {
    output: Output,
    line: ProgressBar,
    advance: Option<Advance>,
    said: Option<Duration>,
    begun: DateTime<Utc>,
    since: Stopwatch,
}

impl HowFar {
    /// Nothing is said yet.
    pub fn new(output: Output) -> Self {
        let target = match output.is_json() {
            true => ProgressDrawTarget::hidden(),
            false => ProgressDrawTarget::stderr(),
        };
        let style = ProgressStyle::with_template("{msg}");
        let line = ProgressBar::with_draw_target(None, target);
        let line = line.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        // What takes less than that needs no line in a log.
        let said = line.is_hidden().then_some(Duration::ZERO);
        Self { output, line, advance: None, said, begun: now().instant(), since: Stopwatch::start() }
    }

    /// It is this far.
    pub fn tell(&mut self, progress: Progress) {
        // By a watch that nobody puts back.
        let elapsed = self.since.elapsed();
        let advance = Advance::after(self.advance, progress, self.begun + elapsed);
        self.advance = Some(advance);
        let is_log = self.line.is_hidden();
        let pause = if is_log { IN_A_LOG } else { ON_A_TERMINAL };
        let silent = progress.of == 0 || is_log && self.output.is_json();
        if silent || self.said.is_some_and(|said| elapsed.saturating_sub(said) < pause) {
            return;
        }
        self.said = Some(elapsed);
        let words = Tongue::English.speak(&measures::moving(&advance));
        match is_log {
            true => self.output.note(&words),
            false => self.line.set_message(words),
        }
    }

    /// Says something else. What comes after a pause is measured anew.
    pub fn pause(&mut self, words: &str) {
        self.advance = None;
        self.line.suspend(|| self.output.note(words));
    }
}

impl Drop for HowFar {
    fn drop(&mut self) {
        self.line.finish_and_clear();
    }
}
