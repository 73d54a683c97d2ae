//! A date and time with the year first: `2026-11-21T14:30Z` (ISO 8601, extended format).

use std::str::FromStr;

use chrono::{FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Offset, Utc};
use thiserror::Error;

use crate::geography::dtg::{self, DtgError};

/// Why a text that starts with a year is not a date and time.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum IsoTimeError {
    /// A part is missing or written in another way.
    #[error(
        "write a date as 2026-11-21 and a time behind it as 14:30, and Z or UTC+01:00 where it is not local"
    )]
    Shape,
    /// `08:00-09:30` may be a period or an offset from UTC.
    #[error(
        "this can be a period or an offset from UTC; write both dates with a stroke between, or 08:00 UTC-09:30"
    )]
    PeriodOrOffset,
    /// The calendar has no such day.
    #[error("there is no such day in the calendar")]
    NoSuchDay,
    /// The time of day does not exist.
    #[error(transparent)]
    Time(#[from] DtgError),
}

/// A civil date and time, to the second, and its offset from UTC if one was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct IsoTime {
    pub(super) civil: NaiveDateTime,
    pub(super) offset: Option<FixedOffset>,
}

impl FromStr for IsoTime {
    type Err = IsoTimeError;

    /// Reads capitals: `2026-11-21`, then `T` or a space, then `14:30` or `14:30:05`, then nothing, `Z`,
    /// `UTC`, `UTC+01:00` or `+01:00`. A bare minus is an offset only after a `T`; after a space it may be a
    /// dash.
    fn from_str(text: &str) -> Result<Self, IsoTimeError> {
        let (date, rest) = text.split_at_checked(10).ok_or(IsoTimeError::Shape)?;
        let date = calendar_day(date)?;
        let strict = rest.starts_with('T');
        let rest = rest.strip_prefix(['T', ' ']).ok_or(IsoTimeError::Shape)?.trim_start();
        let time_length = rest.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b':').count();
        let (time, zone) = rest.split_at_checked(time_length).ok_or(IsoTimeError::Shape)?;
        let time = clock_time(time).ok_or(IsoTimeError::Shape)??;
        let zone = zone.trim_start();
        let offset = match zone.strip_prefix("UTC") {
            None if zone.is_empty() => None,
            None if zone.starts_with('-') && !strict => return Err(IsoTimeError::PeriodOrOffset),
            None if zone == "Z" => Some(Utc.fix()),
            Some("") => Some(Utc.fix()),
            None => Some(offset(zone).ok_or(IsoTimeError::Shape)?),
            Some(offset_text) => Some(offset(offset_text).ok_or(IsoTimeError::Shape)?),
        };
        Ok(Self { civil: date.and_time(time), offset })
    }
}

/// Whether a text begins with a year, a dash, a month and a dash.
pub(super) fn starts_with_year(text: &str) -> bool {
    text.get(..4).is_some_and(is_figures) && text.get(4..5) == Some("-") && text.get(7..8) == Some("-")
}

/// Whether a text is digits and nothing else.
pub(super) fn is_figures(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The time of day in `14:30` or `14:30:05`; `None` when the text has another shape.
pub(super) fn clock_time(text: &str) -> Option<Result<NaiveTime, DtgError>> {
    let pair = |text: &str| if is_figures(text) && text.len() == 2 { text.parse::<u32>().ok() } else { None };
    let mut parts = text.split(':').map(pair);
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = match parts.next() {
        None => 0,
        Some(second) => second?,
    };
    match parts.next() {
        None => Some(dtg::time_of_day(hour, minute, second)),
        Some(_) => None,
    }
}

fn calendar_day(text: &str) -> Result<NaiveDate, IsoTimeError> {
    let number = |text: &str| if is_figures(text) { text.parse::<u32>().ok() } else { None };
    let mut parts = text.split('-').map(number);
    let (Some(Some(year)), Some(Some(month)), Some(Some(day)), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(IsoTimeError::Shape);
    };
    let year = i32::try_from(year).map_err(|_| IsoTimeError::Shape)?;
    NaiveDate::from_ymd_opt(year, month, day).ok_or(IsoTimeError::NoSuchDay)
}

/// `+01:00`, `+0100` or `+01`, at most fourteen hours either way: no clock on Earth is further from UTC.
fn offset(text: &str) -> Option<FixedOffset> {
    let (sign, size) = match text.strip_prefix('-') {
        Some(size) => (-1, size),
        None => (1, text.strip_prefix('+')?),
    };
    let (hours, minutes) = match size.split_once(':') {
        Some(parts) => parts,
        None if size.len() == 2 => (size, "00"),
        None => size.split_at_checked(2)?,
    };
    let pair = |text: &str| if is_figures(text) && text.len() == 2 { text.parse::<i32>().ok() } else { None };
    let (hours, minutes) = (pair(hours)?, pair(minutes)?);
    if minutes >= 60 || hours * 60 + minutes > 14 * 60 {
        return None;
    }
    FixedOffset::east_opt(sign * (hours * 60 + minutes) * 60)
}

#[cfg(test)]
mod tests {
    use super::{IsoTime, IsoTimeError};
    use crate::geography::dtg::DtgError;

    fn read(text: &str) -> Result<IsoTime, IsoTimeError> {
        text.parse()
    }

    #[test]
    fn the_offset_is_kept_only_where_one_was_written() {
        let minutes = |text: &str| read(text).unwrap().offset.map(|offset| offset.local_minus_utc() / 60);
        for (text, offset) in [
            ("2026-11-21 14:30", None),
            ("2026-11-21T14:30:05", None),
            ("2026-11-21T14:30Z", Some(0)),
            ("2026-11-21 14:30 UTC", Some(0)),
            ("2026-11-21 14:30+04:30", Some(270)),
            ("2026-11-21 14:30 +0430", Some(270)),
            ("2026-11-21T14:30-05", Some(-300)),
            ("2026-11-21 14:30 UTC-05:00", Some(-300)),
        ] {
            assert_eq!(minutes(text), offset, "{text}");
        }
    }

    #[test]
    fn a_dash_after_the_time_is_refused_where_it_may_mean_until() {
        assert_eq!(read("2026-11-21 08:00-09:30"), Err(IsoTimeError::PeriodOrOffset));
        assert_eq!(read("2026-11-21 08:00 - 19:30"), Err(IsoTimeError::PeriodOrOffset));
        assert_eq!(read("2026-11-21T08:00-19:30"), Err(IsoTimeError::Shape));
    }

    #[test]
    fn days_and_hours_that_do_not_exist_are_refused() {
        assert_eq!(read("2026-02-31 14:30"), Err(IsoTimeError::NoSuchDay));
        assert_eq!(read("2026-13-01 14:30"), Err(IsoTimeError::NoSuchDay));
        assert_eq!(read("2026-11-21 24:00"), Err(IsoTimeError::Time(DtgError::Hour24)));
    }

    #[test]
    fn every_part_must_have_its_shape() {
        for text in [
            "2026-11-21",
            "2026-11-21 ",
            "2026-1-21 14:30",
            "2026-11-21 14",
            "2026-11-21 1430",
            "2026-11-21 14:30:05:06",
            "2026-11-21 14:30 CET",
            "2026-11-21 14:30 UTC+1",
            "2026-11-21 14:30 UTC+14:01",
            "2026-11-21 14:30 +01:60",
            "2026-11-+1 14:30",
            "2026-11-2é 14:30",
        ] {
            assert_eq!(read(text), Err(IsoTimeError::Shape), "{text}");
        }
    }
}
