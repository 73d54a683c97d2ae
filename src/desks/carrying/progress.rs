//! How far packets have come, told while they move, and from that how fast they go and how long it still takes.
//!
//! ```text
//!  stick, line ─▶ Progress: packets, and bytes where their sizes are known ─▶ Advance: rate, time left ─▶ a line to read
//! ```
//!
//! One notion for every road and both ways. Whoever shows it says when it was told; nothing here asks a clock.

use std::time::Duration;

use chrono::{DateTime, Utc};

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moving {
    /// Packets go out over a line.
    Sending,
    /// Packets go out on a stick.
    Writing,
    /// Files are looked at, to find what is for this desk.
    Looking,
    /// Packets come in and are read.
    Reading,
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub moving: Moving,
    /// How many packets or files are done.
    pub done: usize,
    /// How many there are.
    pub of: usize,
    /// How many bytes are done, and how many there are, of packets whose sizes are known. The beginning of a packet that
    /// is on its way counts.
    pub bytes: Option<(u64, u64)>,
}

impl Progress {
    /// So many of so many.
    #[must_use]
    pub fn new(moving: Moving, done: usize, of: usize) -> Self {
        Self { moving, done, of, bytes: None }
    }

    /// The same with its bytes.
    #[must_use]
    pub fn weighing(self, done: u64, of: u64) -> Self {
        Self { bytes: Some((done, of)), ..self }
    }

    /// What is done and what is left, in bytes if they are known: packets differ too much in size to be counted.
    fn measure(&self) -> (u64, u64) {
        let (done, of) = self.bytes.unwrap_or((self.done as u64, self.of as u64));
        (done, of.saturating_sub(done))
    }

    /// Whether this goes on where `before` was.
    fn follows(&self, before: &Self) -> bool {
        self.moving == before.moving
            && self.done >= before.done
            && self.bytes.map(|(done, _)| done) >= before.bytes.map(|(done, _)| done)
    }
}

/// Seconds before which nothing is said of a rate: the first packets say more of the disk's memory than of the stick.
const ENOUGH: i64 = 2;
/// Seconds that a rate looks back over at least, once so much has passed; and twice as many at most, where something is
/// told as often.
const WINDOW: i64 = 30;

/// How something goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Advance {
    /// How far it is.
    pub at: Progress,
    told: DateTime<Utc>,
    /// What the rate is measured from, and what it will be measured from later.
    marks: [(DateTime<Utc>, Progress); 2],
}

impl Advance {
    /// It is this far now. What does not go on where it was before is measured anew.
    #[must_use]
    pub fn after(before: Option<Self>, at: Progress, now: DateTime<Utc>) -> Self {
        let Some(before) = before.filter(|before| at.follows(&before.at) && now >= before.told) else {
            return Self { at, told: now, marks: [(now, at); 2] };
        };
        let [from, next] = before.marks;
        let marks = if (now - next.0).num_seconds() >= WINDOW { [next, (now, at)] } else { [from, next] };
        Self { at, told: now, marks }
    }

    /// Packets and bytes in so many milliseconds; nothing before there is enough to tell.
    fn came(&self) -> Option<(u64, u64, u64)> {
        let (since, from) = self.marks[0];
        let took = (self.told - since).num_milliseconds();
        let took = u64::try_from(took).ok().filter(|took| *took >= ENOUGH.unsigned_abs() * 1_000)?;
        let bytes = |progress: &Progress| progress.bytes.map_or(0, |(done, _)| done);
        let packets = self.at.done.saturating_sub(from.done) as u64;
        let bytes = bytes(&self.at).saturating_sub(bytes(&from));
        (packets > 0 || bytes > 0).then_some((packets, bytes, took))
    }

    /// How fast it goes, once that can be told.
    #[must_use]
    pub fn rate(&self) -> Option<Rate> {
        let (packets, bytes, took) = self.came()?;
        let a_second = |number: u64| number.saturating_mul(1_000) / took;
        let rate = match (a_second(packets), a_second(bytes)) {
            (0, 0) => return None,
            (0, bytes) => Rate::Bytes(bytes),
            (packets, _) => Rate::Packets(packets),
        };
        Some(rate)
    }

    /// How long it still takes, once that can be told; nothing when all of it is done.
    #[must_use]
    pub fn left(&self) -> Option<Duration> {
        let (.., took) = self.came()?;
        let (done, left) = self.at.measure();
        let came = done.saturating_sub(self.marks[0].1.measure().0);
        let millis = u128::from(left) * u128::from(took) / u128::from(came.max(1));
        let millis = u64::try_from(millis).unwrap_or(u64::MAX);
        (came > 0 && left > 0).then(|| Duration::from_millis(millis))
    }
}

/// How fast packets move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rate {
    /// So many packets a second, or files looked at.
    Packets(u64),
    /// So many bytes a second: less than one packet.
    Bytes(u64),
}

#[cfg(test)]
mod tests {
    use super::{Advance, Moving, Progress, Rate};
    use chrono::{DateTime, TimeDelta, Utc};

    fn at(millis: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::milliseconds(millis)
    }

    fn told(steps: &[(i64, Progress)]) -> Advance {
        let advance = |before, (millis, progress): &(i64, Progress)| {
            Some(Advance::after(before, *progress, at(*millis)))
        };
        steps.iter().fold(None, advance).unwrap()
    }

    fn reading(done: usize, of: usize) -> Progress {
        Progress::new(Moving::Reading, done, of)
    }

    #[test]
    fn a_stick_is_told_in_packets_and_nothing_is_told_before_it_is_known() {
        let known = |steps: &[(i64, Progress)]| {
            let advance = told(steps);
            (advance.rate(), advance.left().map(|left| left.as_secs()))
        };
        let begun = (0, reading(0, 10_000));
        assert_eq!(known(&[begun]), (None, None));
        assert_eq!(known(&[begun, (1_900, reading(96, 10_000))]), (None, None), "too early");
        assert_eq!(known(&[begun, (60_000, reading(0, 10_000))]), (None, None), "nothing came");
        let later = known(&[begun, (3_000, reading(1_230, 10_000))]);
        assert_eq!(later, (Some(Rate::Packets(410)), Some(21)));
        let end = known(&[begun, (3_000, reading(1_230, 1_230))]);
        assert_eq!(end, (Some(Rate::Packets(410)), None), "it is done");
    }

    #[test]
    fn a_line_is_told_in_bytes_and_a_photograph_weighs_what_it_weighs() {
        let sending = |done, bytes| Progress::new(Moving::Sending, done, 3).weighing(bytes, 100_000);
        let advance = told(&[(0, sending(0, 0)), (4_000, sending(2, 4_000))]);
        assert_eq!(advance.rate(), Some(Rate::Bytes(1_000)));
        assert_eq!(advance.left().unwrap().as_secs(), 96, "not a third of the time that is gone");
        let advance = told(&[(0, sending(2, 4_000)), (10_000, sending(2, 14_000))]);
        assert_eq!(advance.rate(), Some(Rate::Bytes(1_000)), "what was there before took no time");
    }

    #[test]
    fn what_begins_again_is_measured_anew() {
        let sending = Progress::new(Moving::Sending, 0, 10);
        for next in [sending, reading(4, 10)] {
            let advance = told(&[(0, reading(0, 10)), (5_000, reading(5, 10)), (9_000, next)]);
            assert_eq!((advance.rate(), advance.left()), (None, None), "{next:?}");
        }
        let back = told(&[(0, reading(0, 10)), (5_000, reading(5, 10)), (1_000, reading(9, 10))]);
        assert_eq!(back.left(), None, "a clock that was put back says nothing");
    }

    #[test]
    fn a_rate_forgets_what_is_long_past() {
        let mut steps: Vec<_> = (0..=60).map(|second| (second * 1_000, reading(0, 100_000))).collect();
        for (place, (_, progress)) in steps.iter_mut().enumerate() {
            progress.done = place * 500;
        }
        let fast = told(&steps);
        assert_eq!(fast.rate(), Some(Rate::Packets(500)));
        steps.extend((61..=180).map(|second: i64| {
            let done = 30_000 + usize::try_from(second - 60).unwrap() * 5;
            (second * 1_000, reading(done, 100_000))
        }));
        assert_eq!(told(&steps).rate(), Some(Rate::Packets(5)), "the stick became slow");
    }

    #[test]
    fn no_figure_overflows() {
        let huge = |done| Progress::new(Moving::Sending, usize::MAX, usize::MAX).weighing(done, u64::MAX);
        let advance = told(&[(0, huge(0)), (2_000, huge(1)), (4_000, huge(u64::MAX - 1))]);
        assert!(advance.rate().is_some() && advance.left().is_some());
    }
}
