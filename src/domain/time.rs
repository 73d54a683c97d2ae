//! Instants and periods, always in UTC.

use std::fmt;

use chrono::{DateTime, SecondsFormat, SubsecRound, TimeDelta, Utc};

use crate::domain::code::codes;
use crate::domain::observation_terms::TimePrecision;
use crate::domain::text::Text;

/// An instant in UTC, to the second. Local time never enters: it is a way of showing, not of storing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(DateTime<Utc>);

/// A text that is not an instant of RFC 3339 in UTC, to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a time in UTC such as 2026-11-21T14:30:00Z")]
pub struct InvalidTimestamp;

impl Timestamp {
    /// The second in which `instant` falls.
    pub fn new(instant: DateTime<Utc>) -> Self {
        Self(instant.trunc_subsecs(0))
    }

    /// Reads exactly the form that [`fmt::Display`] writes: `2026-11-21T14:30:00Z`.
    pub fn parse(text: &str) -> Result<Self, InvalidTimestamp> {
        let instant = DateTime::parse_from_rfc3339(text).map_err(|_| InvalidTimestamp)?;
        let stamp = Self::new(instant.with_timezone(&Utc));
        if stamp.to_string() == text { Ok(stamp) } else { Err(InvalidTimestamp) }
    }

    /// The instant as chrono holds it.
    pub fn instant(self) -> DateTime<Utc> {
        self.0
    }

    /// Milliseconds since 1970; an instant before that counts as zero.
    pub fn unix_millis(self) -> u64 {
        u64::try_from(self.0.timestamp_millis()).unwrap_or(0)
    }

    /// The instant `hours` later, or the last one that can be told.
    pub fn plus_hours(self, hours: u32) -> Self {
        Self(
            self.0.checked_add_signed(TimeDelta::hours(i64::from(hours))).unwrap_or(DateTime::<Utc>::MAX_UTC),
        )
    }

    /// The instant so many seconds earlier, or the first one that can be told.
    pub fn minus_seconds(self, seconds: u32) -> Self {
        let earlier = self.0.checked_sub_signed(TimeDelta::seconds(i64::from(seconds)));
        Self(earlier.unwrap_or(DateTime::<Utc>::MIN_UTC))
    }

    /// Seconds from `earlier` to this instant; negative if it is later.
    pub fn seconds_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).num_seconds()
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_rfc3339_opts(SecondsFormat::Secs, true))
    }
}

codes! {
    /// What a device knew of its own clock when it told a time.
    ClockState, "clock_state" {
        /// Never compared with another clock.
        Unchecked = "unchecked",
        /// Agreed with a signed time from elsewhere within five minutes.
        Checked = "checked",
        /// Earlier than something already signed elsewhere: certainly wrong.
        Doubtful = "doubtful",
    }
}

impl ClockState {
    /// Judges a clock that shows `now` against `newest`, the latest signed time received from somebody else.
    ///
    /// A clock may rightly be later than the newest word it has heard; it can never rightly be earlier. Ten minutes
    /// are allowed for two honest clocks that differ.
    pub fn judged(now: Timestamp, newest: Option<Timestamp>) -> Self {
        match newest.map(|heard| now.seconds_since(heard)) {
            Some(lead) if lead < -600 => Self::Doubtful,
            Some(lead) if lead <= 300 => Self::Checked,
            _ => Self::Unchecked,
        }
    }
}

/// When something was observed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    from: Timestamp,
    to: Timestamp,
    precision: TimePrecision,
    entered: Option<Text<40>>,
}

/// A period that ends before it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the observation ends before it begins")]
pub struct BackwardPeriod;

impl Period {
    /// From `from` to `to`; `entered` keeps what the person typed, cleaned, at most 40 characters of it.
    pub fn new(
        from: Timestamp,
        to: Timestamp,
        precision: TimePrecision,
        entered: Option<String>,
    ) -> Result<Self, BackwardPeriod> {
        if to < from {
            return Err(BackwardPeriod);
        }
        let entered = entered.and_then(|typed| {
            let start: String = typed.chars().take(40).collect();
            Text::cleaned(&start).ok()
        });
        Ok(Self { from, to, precision, entered })
    }

    /// One moment.
    pub fn moment(at: Timestamp, precision: TimePrecision) -> Self {
        Self { from: at, to: at, precision, entered: None }
    }

    /// The first instant.
    pub fn from(&self) -> Timestamp {
        self.from
    }

    /// The last instant; equal to the first for a moment.
    pub fn to(&self) -> Timestamp {
        self.to
    }

    /// How exactly it is known.
    pub fn precision(&self) -> TimePrecision {
        self.precision
    }

    /// What the person typed, for example `-20m`.
    pub fn entered(&self) -> Option<&str> {
        self.entered.as_ref().map(Text::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    #[test]
    fn one_instant_has_one_way_of_being_written() {
        assert_eq!(at("2026-11-21T14:30:00Z").to_string(), "2026-11-21T14:30:00Z");
        for other in [
            "2026-11-21T15:30:00+01:00",
            "2026-11-21T14:30:00.5Z",
            "2026-11-21 14:30:00Z",
            "2026-02-31T00:00:00Z",
            "",
        ] {
            assert_eq!(Timestamp::parse(other), Err(InvalidTimestamp), "{other}");
        }
    }

    #[test]
    fn a_period_never_ends_before_it_begins() {
        let (early, late) = (at("2026-11-21T14:00:00Z"), at("2026-11-21T14:30:00Z"));
        assert!(Period::new(early, late, TimePrecision::Period, None).is_ok());
        assert_eq!(Period::new(late, early, TimePrecision::Period, None), Err(BackwardPeriod));
    }

    #[test]
    fn a_clock_behind_what_it_has_heard_is_doubtful() {
        let heard = at("2026-11-21T14:00:00Z");
        assert_eq!(ClockState::judged(at("2019-01-01T00:00:00Z"), Some(heard)), ClockState::Doubtful);
        assert_eq!(ClockState::judged(at("2026-11-21T14:03:00Z"), Some(heard)), ClockState::Checked);
        assert_eq!(ClockState::judged(at("2026-12-21T14:03:00Z"), Some(heard)), ClockState::Unchecked);
        assert_eq!(ClockState::judged(heard, None), ClockState::Unchecked);
    }
}
