//! When silence is worth a question.
//!
//! An observer who sees nothing files nothing, so most silence means nothing. A long one is shown all the same, because
//! it looks exactly like a device that was lost, or like a commander who passes nothing on.

use crate::domain::time::Timestamp;

/// Days without a word after which an observer in good standing is shown as silent.
pub const SILENT_AFTER_DAYS: u32 = 30;

/// A silence that has lasted too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Silence {
    /// Since his last word; since he was enrolled, where there never was one.
    pub since: Timestamp,
    /// Whole days since then.
    pub days: u32,
    /// Whether anything of him ever came.
    pub ever_heard: bool,
}

/// The silence of an observer of whom something last came at `heard`, and who was enrolled at `enrolled`, both by the
/// clock that shows `now`. None while it is shorter than [`SILENT_AFTER_DAYS`], or where the clock was set back.
pub fn silence(heard: Option<Timestamp>, enrolled: Timestamp, now: Timestamp) -> Option<Silence> {
    let since = heard.unwrap_or(enrolled);
    let days = u32::try_from(now.seconds_since(since).max(0) / 86_400).unwrap_or(u32::MAX);
    (days >= SILENT_AFTER_DAYS).then_some(Silence { since, days, ever_heard: heard.is_some() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: u32) -> Timestamp {
        Timestamp::parse("2026-11-01T08:00:00Z").unwrap().plus_hours(24 * number)
    }

    #[test]
    fn silence_counts_from_the_last_word_and_without_one_from_enrolment() {
        assert_eq!(silence(None, day(0), day(29)), None);
        assert_eq!(
            silence(None, day(0), day(30)),
            Some(Silence { since: day(0), days: 30, ever_heard: false })
        );
        assert_eq!(silence(Some(day(10)), day(0), day(39)), None);
        assert_eq!(
            silence(Some(day(10)), day(0), day(45)),
            Some(Silence { since: day(10), days: 35, ever_heard: true })
        );
    }

    #[test]
    fn a_clock_that_was_set_back_accuses_nobody() {
        assert_eq!(silence(Some(day(100)), day(90), day(0)), None);
    }
}
