//! A moment or a period that a person typed, as it was understood.

use std::fmt;

use chrono::{DateTime, Datelike, FixedOffset, Timelike, Utc};

use crate::geography::dtg::{DateTimeGroup, TimeWarning};
use crate::geography::zone::Zone;

/// Something the person did not write and that was filled in for him. Every assumption is shown back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Assumption {
    /// No date was given: today.
    Today,
    /// No date was given, and today that time is still to come: yesterday.
    Yesterday,
    /// The end of the period lies before its start on the clock: it runs past midnight.
    PastMidnight,
    /// A short date-time group: the latest month that fits.
    Month,
    /// No zone was given: the local one.
    LocalTime,
}

/// What the way of writing says about how well the time is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PrecisionHint {
    /// A time was given to the minute or the second.
    Exact,
    /// So long ago: an estimate.
    About,
    /// A start and an end were given.
    Period,
}

/// A moment (`from` and `to` are equal) or a period that a person typed, in UTC, to the second.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnteredPeriod {
    from: DateTime<Utc>,
    to: DateTime<Utc>,
    hint: PrecisionHint,
    assumed: Vec<Assumption>,
    warning: Option<TimeWarning>,
}

impl EnteredPeriod {
    /// A period, or `None` when it ends before it starts.
    pub(super) fn new(
        (from, to): (DateTime<Utc>, DateTime<Utc>),
        hint: PrecisionHint,
        mut assumed: Vec<Assumption>,
        now: DateTime<Utc>,
    ) -> Option<Self> {
        assumed.sort_unstable();
        assumed.dedup();
        let warning = TimeWarning::of(to, now).or(TimeWarning::of(from, now));
        (from <= to).then_some(Self { from, to, hint, assumed, warning })
    }

    /// When it began.
    pub fn from(&self) -> DateTime<Utc> {
        self.from
    }

    /// When it ended; equal to the start for a moment. Never before it.
    pub fn to(&self) -> DateTime<Utc> {
        self.to
    }

    /// How well the time seems to be known.
    pub fn precision_hint(&self) -> PrecisionHint {
        self.hint
    }

    /// What was filled in, each once.
    pub fn assumed(&self) -> &[Assumption] {
        &self.assumed
    }

    /// What is odd about it, the end first.
    pub fn warning(&self) -> Option<TimeWarning> {
        self.warning
    }

    /// The period as people check it: as a date-time group in Z, and on the local clock. Each of the two
    /// texts reads back as the same moments.
    pub fn shown_back(&self, local: FixedOffset) -> ShownBack {
        let both = |write: &dyn Fn(DateTime<Utc>) -> String| {
            if self.from == self.to {
                write(self.from)
            } else {
                format!("{}/{}", write(self.from), write(self.to))
            }
        };
        ShownBack {
            dtg: both(&|at| DateTimeGroup::of(at, Zone::ZULU).to_string()),
            local: both(&|at| on_local_clock(at, local)),
        }
    }
}

/// A period in two notations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownBack {
    /// As a date-time group in Z, `211430ZNOV26`, or two with a stroke between them.
    pub dtg: String,
    /// On the local clock, `2026-11-21 15:30 UTC+01:00`, or two with a stroke between them.
    pub local: String,
}

impl fmt::Display for ShownBack {
    /// Both: `211430ZNOV26 (2026-11-21 15:30 UTC+01:00)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.dtg, self.local)
    }
}

fn on_local_clock(at: DateTime<Utc>, offset: FixedOffset) -> String {
    // A period never lies near the ends of the calendar, so the addition holds.
    let there = at.naive_utc().checked_add_offset(offset).unwrap_or(at.naive_utc());
    let seconds = match there.second() {
        0 => String::new(),
        second => format!(":{second:02}"),
    };
    format!(
        "{:04}-{:02}-{:02} {:02}:{:02}{seconds} UTC{offset}",
        there.year(),
        there.month(),
        there.day(),
        there.hour(),
        there.minute()
    )
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, FixedOffset, TimeZone, Utc};

    use super::{Assumption, EnteredPeriod, PrecisionHint};
    use crate::geography::dtg::TimeWarning;

    fn utc(day: u32, hour: u32, minute: u32) -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 11, day, hour, minute, 0).unwrap()
    }

    fn period(from: DateTime<Utc>, to: DateTime<Utc>) -> Option<EnteredPeriod> {
        let assumed = vec![Assumption::LocalTime, Assumption::Today, Assumption::LocalTime];
        EnteredPeriod::new((from, to), PrecisionHint::Period, assumed, utc(21, 15, 0))
    }

    #[test]
    fn a_period_never_ends_before_it_starts() {
        assert_eq!(period(utc(21, 14, 0), utc(21, 13, 59)), None);
        assert!(period(utc(21, 14, 0), utc(21, 14, 0)).is_some());
    }

    #[test]
    fn a_period_is_shown_back_as_a_group_and_on_the_local_clock() {
        let kabul = FixedOffset::east_opt(16_200).unwrap();
        let moment = period(utc(21, 14, 30), utc(21, 14, 30)).unwrap();
        assert_eq!(moment.shown_back(kabul).to_string(), "211430ZNOV26 (2026-11-21 19:00 UTC+04:30)");
        let shown = period(utc(21, 14, 0), utc(21, 14, 30)).unwrap().shown_back(kabul);
        assert_eq!(shown.dtg, "211400ZNOV26/211430ZNOV26");
        assert_eq!(shown.local, "2026-11-21 18:30 UTC+04:30/2026-11-21 19:00 UTC+04:30");
    }

    #[test]
    fn each_assumption_is_told_once() {
        let moment = period(utc(21, 14, 30), utc(21, 14, 30)).unwrap();
        assert_eq!(moment.assumed(), [Assumption::Today, Assumption::LocalTime]);
    }

    #[test]
    fn a_period_is_odd_when_either_end_is() {
        let warning = |from, to| period(from, to).unwrap().warning();
        assert_eq!(warning(utc(21, 14, 0), utc(21, 14, 30)), None);
        assert_eq!(warning(utc(21, 14, 0), utc(21, 15, 30)), Some(TimeWarning::InFuture));
        let october = Utc.with_ymd_and_hms(2026, 10, 1, 0, 0, 0).unwrap();
        assert_eq!(warning(october, utc(21, 14, 30)), Some(TimeWarning::LongAgo));
    }
}
