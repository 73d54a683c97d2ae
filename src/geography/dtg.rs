//! The date-time group: `211430ZNOV26` is 21 November 2026, 14:30 UTC (ACP 121).

use std::fmt;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Utc};
use thiserror::Error;

use crate::geography::zone::{Zone, ZoneError};

/// Month names in a date-time group are English in every language.
const MONTHS: [&str; 12] =
    ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/// Two digits of a year mean a year of this century.
const CENTURY: i32 = 2000;

/// Why a text is not a date-time group.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DtgError {
    /// Not even the outline of one.
    #[error(
        "this is not a date-time group; write day, hour, minute, zone, month and year, such as 211430ZNOV26"
    )]
    NotOne,
    /// Too few or too many digits in front of the zone letter.
    #[error(
        "{0} digits are wrong; day, hour and minute take two each in front of the zone letter (and so may seconds)"
    )]
    Figures(usize),
    /// The day is 00 or above 31.
    #[error("there is no day {0:02}; days run from 01 to 31")]
    Day(u32),
    /// 24 hours, which would be 0000 of the next day.
    #[error("2400 does not exist; write 0000 of the next day")]
    Hour24,
    /// The hour is above 23.
    #[error("there is no hour {0}; hours run from 00 to 23")]
    Hour(u32),
    /// The minute or the second is above 59.
    #[error("minutes and seconds run from 00 to 59, not {0}")]
    Sixty(u32),
    /// No letter between the digits and the month.
    #[error("the zone letter is missing between the time and the month; Z is UTC")]
    MissingZone,
    /// A letter that names no zone.
    #[error(transparent)]
    Zone(#[from] ZoneError),
    /// Seconds without month and year.
    #[error("with seconds, the month and the year must be given too, such as 21143005ZNOV26")]
    MissingMonth,
    /// Not one of the twelve English names.
    #[error(
        "the month is written with three English letters: JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"
    )]
    Month,
    /// The year is not two digits.
    #[error("the year is written with two digits at the end, such as 26 for 2026")]
    Year,
    /// For example 31 February.
    #[error("{month} {year} has no day {day}")]
    NoSuchDay { day: u32, month: &'static str, year: i32 },
    /// The instant is before 2000 or after 2099 in UTC.
    #[error("only the years 2000 to 2099 can be written with two digits")]
    Century,
    /// The clock shows no usable date, so the month cannot be assumed.
    #[error(
        "the month cannot be assumed because this device's clock is wrong; write the month and the year too"
    )]
    Clock,
}

/// An instant to the second, and the zone it is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateTimeGroup {
    at: DateTime<Utc>,
    zone: Zone,
}

/// A date-time group a person typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnteredTime {
    /// What was understood.
    pub group: DateTimeGroup,
    /// Month and year were not given but assumed, so they must be shown back.
    pub month_assumed: bool,
    /// What is odd about it, if anything.
    pub warning: Option<TimeWarning>,
}

/// What is odd about a time that was observed. Never a reason to refuse it: clocks drift and reports come
/// late.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimeWarning {
    /// More than ten minutes ahead of this device's clock.
    InFuture,
    /// More than thirty days ago.
    LongAgo,
}

impl TimeWarning {
    /// What is odd about an instant, seen from now.
    pub fn of(at: DateTime<Utc>, now: DateTime<Utc>) -> Option<Self> {
        let ahead = at.signed_duration_since(now);
        if ahead > TimeDelta::minutes(10) {
            Some(Self::InFuture)
        } else if ahead < TimeDelta::days(-30) {
            Some(Self::LongAgo)
        } else {
            None
        }
    }
}

impl DateTimeGroup {
    /// The group of an instant in a zone. Seconds are written only where they are not zero; what is smaller
    /// than a second is cut off.
    pub fn of(at: DateTime<Utc>, zone: Zone) -> Self {
        Self { at: at.with_nanosecond(0).unwrap_or(at), zone }
    }

    /// The instant.
    pub fn at(self) -> DateTime<Utc> {
        self.at
    }

    /// The zone it is written in.
    pub fn zone(self) -> Zone {
        self.zone
    }

    /// Reads a date-time group: `211430ZNOV26`, with seconds `21143005ZNOV26`, or short `211430Z`. Spaces and
    /// small letters are tolerated; `26` means 2026.
    ///
    /// The short form takes the latest month with such a day that is not more than a day in the future of
    /// `now`, and says that it was assumed.
    ///
    /// # Errors
    /// When a part is missing, out of range or ambiguous; see [`DtgError`].
    pub fn parse(text: &str, now: DateTime<Utc>) -> Result<EnteredTime, DtgError> {
        let compact: String =
            text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
        let letters_at = compact.find(|c: char| !c.is_ascii_digit()).unwrap_or(compact.len());
        let (figures, rest) = compact.split_at_checked(letters_at).ok_or(DtgError::NotOne)?;
        let (day, time) = day_and_time(figures, rest)?;
        let names_a_month = |text: Option<&str>| text.is_some_and(|name| month_number(name).is_some());
        let mut letters = rest.chars();
        let zone = match letters.next() {
            None => return Err(DtgError::MissingZone),
            Some(_) if rest.len() <= 5 && names_a_month(rest.get(..3)) => return Err(DtgError::MissingZone),
            Some(letter) => Zone::from_letter(letter)?,
        };
        let month_and_year = letters.as_str();
        let month_assumed = month_and_year.is_empty();
        let at = if !month_assumed {
            dated(day, time, month_and_year, zone)?
        } else if figures.len() == 6 {
            latest(day, time, zone, now)?
        } else {
            return Err(DtgError::MissingMonth);
        };
        let group = Self { at, zone };
        Ok(EnteredTime { group, month_assumed, warning: TimeWarning::of(at, now) })
    }
}

/// The group of an instant in a zone, as text to the minute: `211430ZNOV26`.
pub fn format(at: DateTime<Utc>, zone: Zone) -> String {
    DateTimeGroup::of(at.with_second(0).unwrap_or(at), zone).to_string()
}

impl fmt::Display for DateTimeGroup {
    /// `211430ZNOV26`, or `21143005ZNOV26` where there are seconds. A year outside 2000 to 2099 is written in
    /// full, so that nobody takes it for one of this century.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The calendar ends a quarter of a million years away; an instant there is written in UTC.
        let there = self.at.naive_utc().checked_add_offset(self.zone.offset());
        let there = there.unwrap_or(self.at.naive_utc());
        write!(f, "{:02}{:02}{:02}", there.day(), there.hour(), there.minute())?;
        if there.second() != 0 {
            write!(f, "{:02}", there.second())?;
        }
        let month = MONTHS.get(there.month0() as usize).unwrap_or(&"");
        write!(f, "{}{month}", self.zone.letter())?;
        match there.year() - CENTURY {
            short @ 0..=99 => write!(f, "{short:02}"),
            _ => write!(f, "{}", there.year()),
        }
    }
}

/// The time of day, or what is wrong with it.
pub(super) fn time_of_day(hour: u32, minute: u32, second: u32) -> Result<NaiveTime, DtgError> {
    match (hour, minute, second) {
        (24, ..) => Err(DtgError::Hour24),
        (25.., ..) => Err(DtgError::Hour(hour)),
        (_, 60.., _) => Err(DtgError::Sixty(minute)),
        _ => NaiveTime::from_hms_opt(hour, minute, second).ok_or(DtgError::Sixty(second)),
    }
}

/// The instant of a civil time in a zone, if it is one this program can write down.
pub(super) fn instant(civil: NaiveDateTime, offset: chrono::FixedOffset) -> Result<DateTime<Utc>, DtgError> {
    civil
        .checked_sub_offset(offset)
        .map(|utc| utc.and_utc())
        .filter(|utc| (CENTURY..CENTURY + 100).contains(&utc.year()))
        .ok_or(DtgError::Century)
}

fn day_and_time(figures: &str, rest: &str) -> Result<(u32, NaiveTime), DtgError> {
    let pair = |at: usize| figures.get(at..at + 2).and_then(|two| two.parse::<u32>().ok());
    let (day, hour, minute, second) = match figures.len() {
        6 => (pair(0), pair(2), pair(4), Some(0)),
        8 => (pair(0), pair(2), pair(4), pair(6)),
        0 => return Err(DtgError::NotOne),
        _ if rest.is_empty() => return Err(DtgError::NotOne),
        other => return Err(DtgError::Figures(other)),
    };
    let (Some(day), Some(hour), Some(minute), Some(second)) = (day, hour, minute, second) else {
        return Err(DtgError::NotOne);
    };
    if !(1..=31).contains(&day) {
        return Err(DtgError::Day(day));
    }
    Ok((day, time_of_day(hour, minute, second)?))
}

fn month_number(name: &str) -> Option<u32> {
    (1_u32..).zip(MONTHS).find_map(|(number, month)| (month == name).then_some(number))
}

fn dated(day: u32, time: NaiveTime, month_and_year: &str, zone: Zone) -> Result<DateTime<Utc>, DtgError> {
    let (name, year) = month_and_year.split_at_checked(3).ok_or(DtgError::Month)?;
    let month = month_number(name).ok_or(DtgError::Month)?;
    if year.len() != 2 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(DtgError::Year);
    }
    let year = CENTURY + year.parse::<i32>().map_err(|_| DtgError::Year)?;
    let date = NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| DtgError::NoSuchDay {
        day,
        month: MONTHS.get(month as usize - 1).copied().unwrap_or_default(),
        year,
    })?;
    instant(date.and_time(time), zone.offset())
}

/// The latest such day and time that is not more than a day ahead of now.
fn latest(day: u32, time: NaiveTime, zone: Zone, now: DateTime<Utc>) -> Result<DateTime<Utc>, DtgError> {
    let today = now.naive_utc().checked_add_offset(zone.offset()).ok_or(DtgError::Clock)?.date();
    // Next month may begin within the day; no two months in a row lack a day.
    let (mut year, mut month) =
        if today.month() == 12 { (today.year() + 1, 1) } else { (today.year(), today.month() + 1) };
    for _ in 0..4 {
        let at = NaiveDate::from_ymd_opt(year, month, day)
            .and_then(|date| instant(date.and_time(time), zone.offset()).ok())
            .filter(|at| at.signed_duration_since(now) <= TimeDelta::days(1));
        if let Some(at) = at {
            return Ok(at);
        }
        (year, month) = if month == 1 { (year - 1, 12) } else { (year, month - 1) };
    }
    Err(DtgError::Clock)
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeZone, Utc};
    use proptest::prelude::*;

    use super::{DateTimeGroup, DtgError, TimeWarning, format};
    use crate::geography::zone::{Zone, ZoneError};

    fn utc(year: i32, month: u32, day: u32, hour: u32, minute: u32) -> DateTime<Utc> {
        Utc.with_ymd_and_hms(year, month, day, hour, minute, 0).unwrap()
    }

    fn now() -> DateTime<Utc> {
        utc(2026, 11, 21, 15, 0)
    }

    fn instant(text: &str) -> Result<DateTime<Utc>, DtgError> {
        DateTimeGroup::parse(text, now()).map(|entered| entered.group.at())
    }

    #[test]
    fn a_full_group_is_read_in_its_zone() {
        for (text, at) in [
            ("211430ZNOV26", utc(2026, 11, 21, 14, 30)),
            ("21 1430z Nov 26", utc(2026, 11, 21, 14, 30)),
            ("211430ANOV26", utc(2026, 11, 21, 13, 30)),
            ("210030BJUN26", utc(2026, 6, 20, 22, 30)),
            ("312330RDEC26", utc(2027, 1, 1, 4, 30)),
            ("010000MJAN27", utc(2026, 12, 31, 12, 0)),
            ("290000ZFEB28", utc(2028, 2, 29, 0, 0)),
        ] {
            let entered = DateTimeGroup::parse(text, now()).unwrap();
            assert_eq!(entered.group.at(), at, "{text}");
            assert!(!entered.month_assumed);
        }
    }

    #[test]
    fn seconds_are_kept_and_shown_only_where_there_are_any() {
        let entered = DateTimeGroup::parse("21143005ZNOV26", now()).unwrap();
        assert_eq!(entered.group.at(), Utc.with_ymd_and_hms(2026, 11, 21, 14, 30, 5).unwrap());
        assert_eq!(entered.group.to_string(), "21143005ZNOV26");
        assert_eq!(DateTimeGroup::parse("21143000ZNOV26", now()).unwrap().group.to_string(), "211430ZNOV26");
    }

    #[test]
    fn what_is_wrong_is_said() {
        let no_such_day = |day, month, year| DtgError::NoSuchDay { day, month, year };
        for (text, error) in [
            ("", DtgError::NotOne),
            ("noon", DtgError::NotOne),
            ("211430", DtgError::MissingZone),
            ("211430NOV26", DtgError::MissingZone),
            ("211430NOV", DtgError::MissingZone),
            ("21430ZNOV26", DtgError::Figures(5)),
            ("2114305ZNOV26", DtgError::Figures(7)),
            ("001430ZNOV26", DtgError::Day(0)),
            ("321430ZNOV26", DtgError::Day(32)),
            ("212400ZNOV26", DtgError::Hour24),
            ("212430ZNOV26", DtgError::Hour24),
            ("212500ZNOV26", DtgError::Hour(25)),
            ("211460ZNOV26", DtgError::Sixty(60)),
            ("21143060ZNOV26", DtgError::Sixty(60)),
            ("211430JNOV26", DtgError::Zone(ZoneError::Local)),
            ("211430J", DtgError::Zone(ZoneError::Local)),
            ("211430éNOV26", DtgError::Zone(ZoneError::NotALetter('é'))),
            ("21143005Z", DtgError::MissingMonth),
            ("211430ZOKT26", DtgError::Month),
            ("211430ZNO", DtgError::Month),
            ("211430ZNOV", DtgError::Year),
            ("211430ZNOV2026", DtgError::Year),
            ("211430ZNOV+6", DtgError::Year),
            ("310000ZFEB26", no_such_day(31, "FEB", 2026)),
            ("290000ZFEB26", no_such_day(29, "FEB", 2026)),
            ("310000ZNOV26", no_such_day(31, "NOV", 2026)),
            ("010000MJAN00", DtgError::Century),
        ] {
            assert_eq!(instant(text), Err(error), "{text}");
        }
        assert_eq!(no_such_day(31, "FEB", 2026).to_string(), "FEB 2026 has no day 31");
        assert!(DtgError::Zone(ZoneError::Local).to_string().contains("local time"));
    }

    #[test]
    fn the_short_group_takes_the_latest_such_day_not_a_day_ahead_and_says_so() {
        for (text, now, at) in [
            ("211430Z", utc(2026, 11, 21, 15, 0), utc(2026, 11, 21, 14, 30)),
            ("221430Z", utc(2026, 11, 21, 15, 0), utc(2026, 11, 22, 14, 30)),
            ("221530Z", utc(2026, 11, 21, 15, 0), utc(2026, 10, 22, 15, 30)),
            ("010010Z", utc(2026, 11, 30, 23, 50), utc(2026, 12, 1, 0, 10)),
            ("010010Z", utc(2026, 12, 31, 23, 50), utc(2027, 1, 1, 0, 10)),
            ("312200Z", utc(2027, 1, 2, 8, 0), utc(2026, 12, 31, 22, 0)),
            ("312200Z", utc(2026, 11, 15, 8, 0), utc(2026, 10, 31, 22, 0)),
            ("310000Z", utc(2026, 3, 1, 0, 0), utc(2026, 1, 31, 0, 0)),
            ("290000Z", utc(2026, 3, 1, 0, 0), utc(2026, 1, 29, 0, 0)),
            ("010030A", utc(2026, 11, 30, 23, 40), utc(2026, 11, 30, 23, 30)),
        ] {
            let entered = DateTimeGroup::parse(text, now).unwrap();
            assert_eq!(entered.group.at(), at, "{text} at {now}");
            assert!(entered.month_assumed);
        }
    }

    #[test]
    fn odd_times_are_accepted_with_a_warning() {
        let warning = |text: &str| DateTimeGroup::parse(text, now()).unwrap().warning;
        assert_eq!(warning("211510ZNOV26"), None);
        assert_eq!(warning("211511ZNOV26"), Some(TimeWarning::InFuture));
        assert_eq!(warning("221500ZOCT26"), None);
        assert_eq!(warning("221459ZOCT26"), Some(TimeWarning::LongAgo));
    }

    #[test]
    fn an_instant_is_written_in_any_zone_with_the_date_of_that_zone() {
        let at = utc(2026, 12, 31, 23, 30);
        for (letter, text) in [('Z', "312330ZDEC26"), ('A', "010030AJAN27"), ('Y', "311130YDEC26")] {
            assert_eq!(format(at, Zone::from_letter(letter).unwrap()), text);
        }
    }

    #[test]
    fn another_century_is_written_in_full_and_not_read() {
        let written = format(utc(1926, 11, 21, 14, 30), Zone::ZULU);
        assert_eq!(written, "211430ZNOV1926");
        assert_eq!(instant(&written), Err(DtgError::Year));
    }

    #[test]
    fn the_ends_of_the_calendar_break_nothing() {
        for now in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
            for zone in Zone::all() {
                assert!(!format(now, zone).is_empty());
                assert_eq!(
                    DateTimeGroup::parse(&format!("211430{}", zone.letter()), now),
                    Err(DtgError::Clock)
                );
            }
            assert!(DateTimeGroup::parse("211430ZNOV26", now).is_ok());
        }
    }

    proptest! {
        #[test]
        fn every_instant_of_the_century_is_written_and_read_back(
            second in 946_771_200_i64..4_102_358_400, letter in "[A-IK-Z]"
        ) {
            let at = DateTime::from_timestamp(second, 0).unwrap();
            let zone = Zone::from_letter(letter.chars().next().unwrap()).unwrap();
            let written = DateTimeGroup::of(at, zone);
            prop_assert_eq!(DateTimeGroup::parse(&written.to_string(), now()).unwrap().group, written);
        }

        #[test]
        fn a_short_group_is_never_more_than_a_day_ahead(
            second in 1_000_000_000_i64..4_000_000_000, day in 1..=31, hour in 0..24, letter in "[A-IK-Z]"
        ) {
            let now = DateTime::from_timestamp(second, 0).unwrap();
            let at = DateTimeGroup::parse(&format!("{day:02}{hour:02}15{letter}"), now).unwrap().group.at();
            let ahead = at.signed_duration_since(now);
            prop_assert!(ahead <= chrono::TimeDelta::days(1));
            prop_assert!(ahead > chrono::TimeDelta::days(-63));
        }

        #[test]
        fn no_text_breaks_the_reader(text in any::<String>(), close in "[0-9]{5,9}[A-Za-zé]{0,5}[0-9]{0,4}") {
            let _ = (instant(&text), instant(&close));
        }
    }
}
