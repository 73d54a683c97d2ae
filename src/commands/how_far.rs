//! How far packets have come, said on stderr: one line that is written over on a terminal, a line now and then in a log,
//! nothing to a program.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::commands::edge::now;
use crate::commands::output::Output;
use crate::desks::progress::{Advance, Progress};
use crate::desks::spoken::measures;
use crate::domain::time::Timestamp;
use crate::language::tongue::Tongue;

/// Milliseconds between two lines on a terminal: it may be at the other end of a slow line itself.
const ON_A_TERMINAL: i64 = 500;
/// Milliseconds between two lines of a log.
const IN_A_LOG: i64 = 30_000;

/// Says how far something is.
pub struct HowFar {
    output: Output,
    line: ProgressBar,
    advance: Option<Advance>,
    said: Option<Timestamp>,
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
        let said = line.is_hidden().then(now);
        Self { output, line, advance: None, said }
    }

    /// It is this far.
    pub fn tell(&mut self, progress: Progress) {
        let now = now();
        let advance = Advance::after(self.advance, progress, now);
        self.advance = Some(advance);
        let is_log = self.line.is_hidden();
        let pause = if is_log { IN_A_LOG } else { ON_A_TERMINAL };
        let silent = progress.of == 0 || is_log && self.output.is_json();
        if silent || self.said.is_some_and(|said| !is_due(said, now, pause)) {
            return;
        }
        self.said = Some(now);
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

/// Whether so many milliseconds have passed. A clock that was put back since is no reason for silence.
fn is_due(said: Timestamp, now: Timestamp, pause: i64) -> bool {
    !(0..pause).contains(&(now.instant() - said.instant()).num_milliseconds())
}

#[cfg(test)]
mod tests {
    use super::{IN_A_LOG, ON_A_TERMINAL, is_due};
    use crate::domain::time::Timestamp;

    #[test]
    fn neither_a_log_nor_a_slow_terminal_is_filled() {
        let noon = Timestamp::parse("2026-11-21T12:00:00Z").unwrap();
        let after = |millis| Timestamp::new(noon.instant() + chrono::TimeDelta::milliseconds(millis));
        let due = |millis, pause| is_due(noon, after(millis), pause);
        assert!(!due(0, ON_A_TERMINAL) && !due(499, ON_A_TERMINAL) && due(500, ON_A_TERMINAL));
        assert!(!due(29_999, IN_A_LOG) && due(30_000, IN_A_LOG));
        assert!(due(-3_600_000, IN_A_LOG), "a clock that was put back");
    }
}
