//! How far packets have come, said on stderr: one line that is written over on a terminal, a line now and then in a log,
//! nothing to a program.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::commands::edge::now;
use crate::commands::output::Output;
use crate::desks::progress::{Advance, Progress};
use crate::desks::spoken::measures;
use crate::domain::time::Timestamp;
use crate::language::tongue::Tongue;

/// How often a terminal is written over, a second at most: it may be at the other end of a slow line itself.
const A_SECOND: u8 = 2;
/// Seconds between two lines of a log.
const EVERY: i64 = 30;

/// Says how far something is.
pub struct HowFar {
    output: Output,
    bar: ProgressBar,
    advance: Option<Advance>,
    said: Timestamp,
}

impl HowFar {
    /// Nothing is said yet.
    pub fn new(output: Output) -> Self {
        let target = match output.is_json() {
            true => ProgressDrawTarget::hidden(),
            false => ProgressDrawTarget::stderr_with_hz(A_SECOND),
        };
        let style = ProgressStyle::with_template("{msg} {wide_bar}");
        let bar = ProgressBar::with_draw_target(Some(0), target);
        let bar = bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        Self { output, bar, advance: None, said: now() }
    }

    /// It is this far.
    pub fn tell(&mut self, progress: Progress) {
        let now = now();
        let advance = Advance::after(self.advance, progress, now);
        self.advance = Some(advance);
        let words = || Tongue::English.speak(&measures::moving(&advance));
        if !self.bar.is_hidden() {
            let (done, of) = progress.bytes.unwrap_or((progress.done as u64, progress.of as u64));
            self.bar.set_length(of);
            self.bar.set_position(done);
            self.bar.set_message(words());
        } else if !self.output.is_json() && is_due(self.said, now) {
            self.said = now;
            self.output.note(&words());
        }
    }

    /// Says something else. What comes after a pause is measured anew.
    pub fn pause(&mut self, words: &str) {
        self.advance = None;
        self.bar.suspend(|| self.output.note(words));
    }
}

impl Drop for HowFar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// Whether a log is to have its next line. One that was written by a clock which was put back since is no reason for
/// silence.
fn is_due(said: Timestamp, now: Timestamp) -> bool {
    !(0..EVERY).contains(&now.seconds_since(said))
}

#[cfg(test)]
mod tests {
    use super::is_due;
    use crate::domain::time::Timestamp;

    #[test]
    fn a_log_is_not_filled() {
        let at = |text: &str| Timestamp::parse(text).unwrap();
        let said = at("2026-11-21T12:00:00Z");
        assert!(!is_due(said, said) && !is_due(said, at("2026-11-21T12:00:29Z")));
        assert!(is_due(said, at("2026-11-21T12:00:30Z")) && is_due(said, at("2026-11-21T11:00:00Z")));
    }
}
