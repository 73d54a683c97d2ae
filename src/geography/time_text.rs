//! What a person may type for the time of what he saw.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Utc};
use thiserror::Error;

use crate::geography::dtg::{self, DateTimeGroup, DtgError};
use crate::geography::iso_time::{IsoTime, IsoTimeError, clock_time, is_figures, starts_with_year};
use crate::geography::period::{Assumption, EnteredPeriod, PrecisionHint};
use crate::geography::zone::{Zone, ZoneError};

/// Why a text is not a time.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TimeTextError {
    /// Nothing was written.
    #[error("no time was given; write for example now, -20m, 1430 or 211430ZNOV26")]
    Empty,
    /// It looks like nothing that is known.
    #[error(
        "this is not a time; write for example now, -20m, 1430, 1400-1430, 211430ZNOV26 or 2026-11-21 14:30"
    )]
    Unrecognised,
    /// A date whose day and month cannot be told apart.
    #[error("this date can be read two ways; write the year first, then month and day: 2026-11-21 14:30")]
    DateOrder,
    /// `-20` without a unit.
    #[error("write how long ago with a unit: -20m for minutes, -2h for hours, -1h30 for an hour and a half")]
    Ago,
    /// A time after now.
    #[error("a plus would be a time still to come; write how long ago with a minus, such as -20m")]
    Ahead,
    /// A time of day in other than four digits.
    #[error("write the time of day with four digits, such as 0930 or 09:30")]
    FourFigures,
    /// `1430H`, `1430U` or `1430L`.
    #[error(
        "`{0}` behind a time can mean hours, local time or a far-off zone; leave it out for local time, or write 1430Z"
    )]
    HoursOrZone(char),
    /// More than one stroke or dash.
    #[error("a period has one start and one end, with a stroke between them: 1400/1430")]
    TwoEnds,
    /// A clock time with a dated time, so that the day of the one is unclear.
    #[error(
        "write the date on both ends of the period or on neither; otherwise the day of one end is unclear"
    )]
    MixedEnds,
    /// A zone letter on one end only.
    #[error("write the zone letter on both ends of the period or on neither: 1400Z-1430Z")]
    MixedZones,
    /// The period has begun and not ended.
    #[error("that period ends later than now; write its end as now, or give the date if it was another day")]
    NotOver,
    /// The period ends before it starts.
    #[error("the period ends before it starts")]
    EndBeforeStart,
    /// This device's clock cannot be used.
    #[error(
        "this device's clock is wrong, so times without a date cannot be understood; write them as 211430ZNOV26"
    )]
    Clock,
    /// A time of day, a zone or a date-time group is wrong.
    #[error(transparent)]
    Group(#[from] DtgError),
    /// A date written with the year first is wrong.
    #[error(transparent)]
    Iso(#[from] IsoTimeError),
}

impl From<ZoneError> for TimeTextError {
    fn from(error: ZoneError) -> Self {
        Self::Group(DtgError::Zone(error))
    }
}

/// This minute, in the languages of the program, as it is compared.
const NOW: [&str; 4] = ["NOW", "NU", "MAINTENANT", "JETZT"];

/// Understands a time or a period, seen from `now` on a clock that is `local` ahead of UTC.
///
/// | typed | understood |
/// |---|---|
/// | `now` `nu` `maintenant` `jetzt` | this minute |
/// | `-20m` `-2h` `-1h30` `-1d` | so long before this minute; Dutch `u` is as good as `h` |
/// | `1430` `14:30` `14h30` `14u30` | that time today, or yesterday while it is still to come; local |
/// | `1430Z` | the same in that zone |
/// | `211430ZNOV26` `211430Z` | a date-time group |
/// | `2026-11-21 14:30` | that time, local; with `Z` or `UTC+01:00` behind it, not local |
/// | `1400-1430` `A/B` `A-now` | from one to the other; `/` between any two, `-` where no other dash is |
///
/// # Errors
/// Whatever can be read two ways is refused with both readings named.
pub fn parse_time(
    text: &str,
    now: DateTime<Utc>,
    local: FixedOffset,
) -> Result<EnteredPeriod, TimeTextError> {
    let tidy: String = text.trim().chars().map(plain).collect();
    if tidy.is_empty() {
        return Err(TimeTextError::Empty);
    }
    let clock = Clock { now, local };
    match ends(&tidy)? {
        None => clock.moment(&tidy),
        Some((from, to)) => clock.period(from.trim(), to.trim()),
    }
}

/// Capitals, and one kind of dash and space.
fn plain(character: char) -> char {
    match character {
        '\u{2212}' | '\u{2013}' | '\u{2010}' | '\u{2011}' => '-',
        c if c.is_whitespace() => ' ',
        c => c.to_ascii_uppercase(),
    }
}

/// The two ends of a period, if the text has two.
fn ends(text: &str) -> Result<Option<(&str, &str)>, TimeTextError> {
    let like_a_date =
        |mark: char, text: &str| text.split(mark).any(|piece| is_figures(piece) && piece.len() <= 2);
    let (day, _) = text.split_once(' ').unwrap_or((text, ""));
    match text.matches('/').count() {
        0 if text.starts_with('-') || starts_with_year(text) => return Ok(None),
        0 => {}
        1 | 2 if like_a_date('/', day) => return Err(TimeTextError::DateOrder),
        1 => return Ok(text.split_once('/')),
        _ => return Err(TimeTextError::TwoEnds),
    }
    match text.matches('-').count() {
        0 => Ok(None),
        1 => Ok(text.split_once('-')),
        2 if like_a_date('-', day) => Err(TimeTextError::DateOrder),
        _ => Err(TimeTextError::TwoEnds),
    }
}

/// One end of what was typed, before it is known on which day it falls.
enum End {
    /// A time of day, in a zone if one was given.
    OfDay { time: NaiveTime, zone: Option<Zone> },
    /// Before now.
    Ago { at: DateTime<Utc>, hint: PrecisionHint },
    /// With its date, or with one that was assumed.
    Dated { at: DateTime<Utc>, assumed: Option<Assumption> },
}

/// The moment and the place from which a time is understood.
struct Clock {
    now: DateTime<Utc>,
    local: FixedOffset,
}

impl Clock {
    fn moment(&self, text: &str) -> Result<EnteredPeriod, TimeTextError> {
        let (at, hint, assumed) = self.settle(self.end(text)?)?;
        EnteredPeriod::new((at, at), hint, assumed, self.now).ok_or(TimeTextError::EndBeforeStart)
    }

    fn period(&self, from: &str, to: &str) -> Result<EnteredPeriod, TimeTextError> {
        let (from, to) = (self.end(from)?, self.end(to)?);
        let (ends, assumed) = match (from, to) {
            (End::OfDay { zone: one, .. }, End::OfDay { zone: other, .. }) if one != other => {
                return Err(TimeTextError::MixedZones);
            }
            (End::OfDay { time: from, zone }, End::OfDay { time: to, .. }) => self.between(from, to, zone)?,
            (End::OfDay { .. }, End::Dated { .. }) | (End::Dated { .. }, End::OfDay { .. }) => {
                return Err(TimeTextError::MixedEnds);
            }
            (from, to) => {
                let (from, _, mut assumed) = self.settle(from)?;
                let (to, _, more) = self.settle(to)?;
                assumed.extend(more);
                ((from, to), assumed)
            }
        };
        EnteredPeriod::new(ends, PrecisionHint::Period, assumed, self.now)
            .ok_or(TimeTextError::EndBeforeStart)
    }

    /// Finds the day of one end.
    fn settle(&self, end: End) -> Result<(DateTime<Utc>, PrecisionHint, Vec<Assumption>), TimeTextError> {
        match end {
            End::Ago { at, hint } => Ok((at, hint, Vec::new())),
            End::Dated { at, assumed } => Ok((at, PrecisionHint::Exact, assumed.into_iter().collect())),
            End::OfDay { time, zone } => {
                let today = self.today(zone)?;
                let (at, day) = match self.instant(today, time, zone)? {
                    at if at <= self.now => (at, Assumption::Today),
                    _ => (self.instant(day_before(today)?, time, zone)?, Assumption::Yesterday),
                };
                Ok((at, PrecisionHint::Exact, with_zone(vec![day], zone)))
            }
        }
    }

    /// The latest period between two times of day that has begun; it must be over too.
    fn between(&self, from: NaiveTime, to: NaiveTime, zone: Option<Zone>) -> Result<Settled, TimeTextError> {
        let today = self.today(zone)?;
        let mut assumed = vec![Assumption::Today];
        let mut day = today;
        if self.instant(today, from, zone)? > self.now {
            assumed = vec![Assumption::Yesterday];
            day = day_before(today)?;
        }
        let mut last_day = day;
        if to < from {
            assumed.push(Assumption::PastMidnight);
            last_day = day.succ_opt().ok_or(TimeTextError::Clock)?;
        }
        let ends = (self.instant(day, from, zone)?, self.instant(last_day, to, zone)?);
        if ends.1 > self.now {
            return Err(TimeTextError::NotOver);
        }
        Ok((ends, with_zone(assumed, zone)))
    }

    fn end(&self, text: &str) -> Result<End, TimeTextError> {
        if starts_with_year(text) {
            let read: IsoTime = text.parse()?;
            let assumed = read.offset.is_none().then_some(Assumption::LocalTime);
            let at = dtg::instant(read.civil, read.offset.unwrap_or(self.local))?;
            return Ok(End::Dated { at, assumed });
        }
        let compact = text.replace(' ', "");
        if NOW.contains(&compact.as_str()) {
            return Ok(End::Ago { at: self.this_minute()?, hint: PrecisionHint::Exact });
        }
        if let Some(ago) = compact.strip_prefix('-') {
            let minutes = minutes_ago(ago).ok_or(TimeTextError::Ago)?;
            let at = self.this_minute()?.checked_sub_signed(TimeDelta::minutes(minutes));
            let at = dtg::instant(at.ok_or(TimeTextError::Ago)?.naive_utc(), Zone::ZULU.offset())?;
            return Ok(End::Ago { at, hint: PrecisionHint::About });
        }
        if compact.starts_with('+') {
            return Err(TimeTextError::Ahead);
        }
        let figures = compact.bytes().take_while(u8::is_ascii_digit).count();
        if figures >= 5 {
            let entered = DateTimeGroup::parse(&compact, self.now)?;
            let assumed = entered.month_assumed.then_some(Assumption::Month);
            return Ok(End::Dated { at: entered.group.at(), assumed });
        }
        time_of_day(&compact)
    }

    /// What is typed by hand is not known to the second, and must show back as the same minute.
    fn this_minute(&self) -> Result<DateTime<Utc>, TimeTextError> {
        let seconds = self.now.timestamp();
        let minute =
            DateTime::from_timestamp(seconds - seconds.rem_euclid(60), 0).ok_or(TimeTextError::Clock)?;
        dtg::instant(minute.naive_utc(), Zone::ZULU.offset()).map_err(|_| TimeTextError::Clock)
    }

    fn offset(&self, zone: Option<Zone>) -> FixedOffset {
        zone.map_or(self.local, Zone::offset)
    }

    fn today(&self, zone: Option<Zone>) -> Result<NaiveDate, TimeTextError> {
        let there = self.now.naive_utc().checked_add_offset(self.offset(zone));
        there.map(|there| there.date()).ok_or(TimeTextError::Clock)
    }

    fn instant(
        &self,
        day: NaiveDate,
        time: NaiveTime,
        zone: Option<Zone>,
    ) -> Result<DateTime<Utc>, TimeTextError> {
        // The day comes from this device's clock, so a day of another century is the clock's fault.
        dtg::instant(day.and_time(time), self.offset(zone)).map_err(|_| TimeTextError::Clock)
    }
}

/// Start and end, and what was assumed to find them.
type Settled = ((DateTime<Utc>, DateTime<Utc>), Vec<Assumption>);

fn day_before(day: NaiveDate) -> Result<NaiveDate, TimeTextError> {
    day.pred_opt().ok_or(TimeTextError::Clock)
}

fn with_zone(mut assumed: Vec<Assumption>, zone: Option<Zone>) -> Vec<Assumption> {
    if zone.is_none() {
        assumed.push(Assumption::LocalTime);
    }
    assumed
}

/// `20M`, `20MIN`, `2H`, `2U`, `1H30`, `1H30M`, `3D`: minutes, or `None` where the unit is missing or wrong.
fn minutes_ago(text: &str) -> Option<i64> {
    let number = |text: &str| {
        if is_figures(text) && text.len() <= 4 { text.parse::<i64>().ok() } else { None }
    };
    if let Some(days) = text.strip_suffix('D') {
        return Some(number(days)? * 24 * 60);
    }
    if let Some((hours, rest)) = text.split_once(['H', 'U']) {
        let minutes = rest.strip_suffix("MIN").or(rest.strip_suffix('M')).unwrap_or(rest);
        let minutes = if rest.is_empty() { 0 } else { number(minutes)? };
        return if minutes < 60 { Some(number(hours)? * 60 + minutes) } else { None };
    }
    number(text.strip_suffix("MIN").or(text.strip_suffix('M'))?)
}

/// `1430`, `14:30`, `14H30` or `14U30`, with or without a zone letter behind it.
fn time_of_day(text: &str) -> Result<End, TimeTextError> {
    let with_colon = match text.split_once(['H', 'U']) {
        Some((hour, minute)) if is_figures(hour) && minute.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("{hour}:{minute}")
        }
        _ => text.to_owned(),
    };
    if !with_colon.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(TimeTextError::Unrecognised);
    }
    let zone_at = with_colon.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(with_colon.len());
    let (time, zone) = with_colon.split_at_checked(zone_at).ok_or(TimeTextError::Unrecognised)?;
    let mut letters = zone.chars();
    let (letter, more) = (letters.next(), letters.next());
    if more.is_some() {
        return Err(TimeTextError::Unrecognised);
    }
    let time = match time.len() {
        4 if is_figures(time) => {
            let (hour, minute) = time.split_at_checked(2).ok_or(TimeTextError::FourFigures)?;
            clock_time(&format!("{hour}:{minute}"))
        }
        5 => clock_time(time),
        _ => None,
    };
    let time = time.ok_or(TimeTextError::FourFigures)??;
    match letter {
        // Hours in French and English, uur in Dutch and Uhr in German, local in many a staff's habit: none of them
        // means the zones Hotel, Uniform and Lima, which a full date-time group can still name.
        Some(letter @ ('H' | 'U' | 'L')) => Err(TimeTextError::HoursOrZone(letter)),
        letter => Ok(End::OfDay { time, zone: letter.map(Zone::from_letter).transpose()? }),
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, FixedOffset, TimeZone, Utc};
    use proptest::prelude::*;

    use super::{TimeTextError, parse_time};
    use crate::geography::dtg::{DtgError, TimeWarning};
    use crate::geography::iso_time::IsoTimeError;
    use crate::geography::period::{Assumption, EnteredPeriod, PrecisionHint};
    use crate::geography::zone::ZoneError;

    fn brussels() -> FixedOffset {
        FixedOffset::east_opt(3_600).unwrap()
    }

    fn now() -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 11, 21, 15, 0, 42).unwrap()
    }

    fn at(now: DateTime<Utc>, text: &str) -> Result<EnteredPeriod, TimeTextError> {
        parse_time(text, now, brussels())
    }

    fn read(text: &str) -> Result<EnteredPeriod, TimeTextError> {
        at(now(), text)
    }

    fn shown(text: &str) -> String {
        match read(text) {
            Ok(period) => period.shown_back(brussels()).dtg,
            Err(error) => panic!("{text}: {error}"),
        }
    }

    #[test]
    fn a_moment_is_understood_in_many_spellings() {
        for (text, dtg) in [
            ("now", "211500ZNOV26"),
            ("nu", "211500ZNOV26"),
            ("Maintenant", "211500ZNOV26"),
            ("jetzt", "211500ZNOV26"),
            ("-20m", "211440ZNOV26"),
            ("-20 min", "211440ZNOV26"),
            ("− 20m", "211440ZNOV26"),
            ("-2h", "211300ZNOV26"),
            ("-1h30", "211330ZNOV26"),
            ("-1h30m", "211330ZNOV26"),
            ("-1d", "201500ZNOV26"),
            ("-0m", "211500ZNOV26"),
            ("1430", "211330ZNOV26"),
            ("14:30", "211330ZNOV26"),
            ("14h30", "211330ZNOV26"),
            ("14u30", "211330ZNOV26"),
            ("-1u30", "211330ZNOV26"),
            ("1430Z", "211430ZNOV26"),
            ("1430a", "211330ZNOV26"),
            ("1630", "201530ZNOV26"),
            ("211430ZNOV26", "211430ZNOV26"),
            ("21 1430Z Nov 26", "211430ZNOV26"),
            ("21143005ZNOV26", "21143005ZNOV26"),
            ("211430Z", "211430ZNOV26"),
            ("2026-11-21 14:30", "211330ZNOV26"),
            ("2026-11-21T14:30", "211330ZNOV26"),
            ("2026-11-21T14:30Z", "211430ZNOV26"),
            ("2026-11-21t14:30:05z", "21143005ZNOV26"),
            ("2026-11-21 14:30 Z", "211430ZNOV26"),
            ("2026-11-21T14:30-05:00", "211930ZNOV26"),
            ("2026-11-21 14:30+0430", "211000ZNOV26"),
            ("2026-11-21 14:30 UTC-05:00", "211930ZNOV26"),
            ("2026-11-21 14:30 UTC", "211430ZNOV26"),
        ] {
            assert_eq!(shown(text), dtg, "{text}");
        }
    }

    #[test]
    fn a_period_is_understood_in_many_spellings() {
        for (text, dtg) in [
            ("1400-1430", "211300ZNOV26/211330ZNOV26"),
            ("1400 – 1430", "211300ZNOV26/211330ZNOV26"),
            ("14:00/14:30", "211300ZNOV26/211330ZNOV26"),
            ("1400Z-1430Z", "211400ZNOV26/211430ZNOV26"),
            ("1500-now", "211400ZNOV26/211500ZNOV26"),
            ("-2h/-1h", "211300ZNOV26/211400ZNOV26"),
            ("-2h/now", "211300ZNOV26/211500ZNOV26"),
            ("2330-0030", "202230ZNOV26/202330ZNOV26"),
            ("1700-1800", "201600ZNOV26/201700ZNOV26"),
            ("211400ZNOV26-211430ZNOV26", "211400ZNOV26/211430ZNOV26"),
            ("211400Z/211430Z", "211400ZNOV26/211430ZNOV26"),
            ("2026-11-21 14:00/2026-11-21 14:30", "211300ZNOV26/211330ZNOV26"),
            ("2026-11-21T14:00Z/now", "211400ZNOV26/211500ZNOV26"),
        ] {
            assert_eq!(shown(text), dtg, "{text}");
            assert_eq!(read(text).unwrap().precision_hint(), PrecisionHint::Period);
        }
    }

    #[test]
    fn whatever_was_filled_in_is_told() {
        use Assumption::{LocalTime, Month, PastMidnight, Today, Yesterday};
        let cases: [(&str, &[Assumption]); 11] = [
            ("now", &[]),
            ("-20m", &[]),
            ("1430", &[Today, LocalTime]),
            ("1630", &[Yesterday, LocalTime]),
            ("1430Z", &[Today]),
            ("211430Z", &[Month]),
            ("211430ZNOV26", &[]),
            ("2026-11-21 14:30", &[LocalTime]),
            ("1400-1430", &[Today, LocalTime]),
            ("2330-0030", &[Yesterday, PastMidnight, LocalTime]),
            ("1700-1800", &[Yesterday, LocalTime]),
        ];
        for (text, assumed) in cases {
            assert_eq!(read(text).unwrap().assumed(), assumed, "{text}");
        }
    }

    #[test]
    fn how_well_the_time_is_known_follows_from_how_it_was_written() {
        for (text, hint) in [
            ("now", PrecisionHint::Exact),
            ("1430", PrecisionHint::Exact),
            ("-20m", PrecisionHint::About),
            ("-2h/-1h", PrecisionHint::Period),
        ] {
            assert_eq!(read(text).unwrap().precision_hint(), hint, "{text}");
        }
    }

    #[test]
    fn today_is_the_day_of_the_zone_and_not_of_utc() {
        let just_after_midnight = Utc.with_ymd_and_hms(2026, 11, 21, 23, 10, 0).unwrap();
        let local = |text| at(just_after_midnight, text).unwrap().shown_back(brussels()).local;
        assert_eq!(local("0005"), "2026-11-22 00:05 UTC+01:00");
        assert_eq!(local("2355"), "2026-11-21 23:55 UTC+01:00");
        assert_eq!(local("2350-0005"), "2026-11-21 23:50 UTC+01:00/2026-11-22 00:05 UTC+01:00");
        assert_eq!(at(just_after_midnight, "2330-0030"), Err(TimeTextError::NotOver));
    }

    #[test]
    fn odd_times_are_accepted_with_a_warning() {
        assert_eq!(read("2026-11-22 14:30").unwrap().warning(), Some(TimeWarning::InFuture));
        assert_eq!(read("221530ZOCT26").unwrap().warning(), None);
        assert_eq!(read("211430ZSEP26").unwrap().warning(), Some(TimeWarning::LongAgo));
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (text, error) in [
            ("", TimeTextError::Empty),
            (" \t", TimeTextError::Empty),
            ("noon", TimeTextError::Unrecognised),
            ("hier à midi", TimeTextError::Unrecognised),
            ("-20", TimeTextError::Ago),
            ("-1h90", TimeTextError::Ago),
            ("-h", TimeTextError::Ago),
            ("-99999m", TimeTextError::Ago),
            ("+20m", TimeTextError::Ahead),
            ("930", TimeTextError::FourFigures),
            ("9:30", TimeTextError::FourFigures),
            ("14", TimeTextError::FourFigures),
            ("14h", TimeTextError::FourFigures),
            ("2400", TimeTextError::Group(DtgError::Hour24)),
            ("2560", TimeTextError::Group(DtgError::Hour(25))),
            ("1460", TimeTextError::Group(DtgError::Sixty(60))),
            ("1430h", TimeTextError::HoursOrZone('H')),
            ("1430u", TimeTextError::HoursOrZone('U')),
            ("1430L-1500L", TimeTextError::HoursOrZone('L')),
            ("-9999d", TimeTextError::Group(DtgError::Century)),
            ("1430J", TimeTextError::Group(DtgError::Zone(ZoneError::Local))),
            ("211430", TimeTextError::Group(DtgError::MissingZone)),
            ("310000ZNOV26", TimeTextError::Group(DtgError::NoSuchDay { day: 31, month: "NOV", year: 2026 })),
            ("21/11/2026", TimeTextError::DateOrder),
            ("21/11", TimeTextError::DateOrder),
            ("21/11/2026 14:30", TimeTextError::DateOrder),
            ("21-11-2026 14:30", TimeTextError::DateOrder),
            ("11-12-26", TimeTextError::DateOrder),
            ("2026-11-31 14:30", TimeTextError::Iso(IsoTimeError::NoSuchDay)),
            ("2026-11-21", TimeTextError::Iso(IsoTimeError::Shape)),
            ("2026-11-21 1430", TimeTextError::Iso(IsoTimeError::Shape)),
            ("2026-11-21 14:30 CET", TimeTextError::Iso(IsoTimeError::Shape)),
            ("2026-11-21 24:00", TimeTextError::Iso(IsoTimeError::Time(DtgError::Hour24))),
            ("1926-11-21 14:30", TimeTextError::Group(DtgError::Century)),
            ("2026-11-21 08:00-09:30", TimeTextError::Iso(IsoTimeError::PeriodOrOffset)),
            ("2026-11-21 08:00 - 09:30", TimeTextError::Iso(IsoTimeError::PeriodOrOffset)),
            ("2026-11-21T08:00-19:30", TimeTextError::Iso(IsoTimeError::Shape)),
            ("1400/1410/1420", TimeTextError::TwoEnds),
            ("1400-1410-1420", TimeTextError::TwoEnds),
            ("2026/11/21 14:30", TimeTextError::DateOrder),
            ("21/11 14:30", TimeTextError::DateOrder),
            ("2026-11-21 14:00/14:30", TimeTextError::MixedEnds),
            ("2026-11-21 14:00/2026-11-21 14:30/now", TimeTextError::TwoEnds),
            ("now/now/now", TimeTextError::TwoEnds),
            ("211400ZNOV26-1430", TimeTextError::MixedEnds),
            ("1400/211430ZNOV26", TimeTextError::MixedEnds),
            ("1400-1430Z", TimeTextError::MixedZones),
            ("1400-1630", TimeTextError::NotOver),
            ("now/-2h", TimeTextError::EndBeforeStart),
            ("211430ZNOV26/211400ZNOV26", TimeTextError::EndBeforeStart),
        ] {
            assert_eq!(read(text), Err(error), "{text}");
        }
    }

    #[test]
    fn a_wrong_clock_is_named_as_the_reason() {
        for wrong in [
            DateTime::<Utc>::MIN_UTC,
            DateTime::<Utc>::MAX_UTC,
            Utc.with_ymd_and_hms(1970, 1, 1, 0, 0, 0).unwrap(),
        ] {
            for text in ["now", "-20m", "1430", "1400-1430", "2330-0030"] {
                assert_eq!(at(wrong, text), Err(TimeTextError::Clock), "{text}");
            }
            assert!(at(wrong, "211430ZNOV26").is_ok());
        }
    }

    /// Texts of every kind that is understood.
    fn typed() -> impl Strategy<Value = String> {
        let clock = || (0..24, 0..60).prop_map(|(hour, minute)| format!("{hour:02}{minute:02}"));
        let moment = prop_oneof![
            Just("now".to_owned()),
            "-[0-9]{1,3}(m|h)",
            "-[0-9]h[0-5][0-9]",
            clock(),
            (clock(), "[A-GIKM-TV-Z]").prop_map(|(clock, zone)| format!("{clock}{zone}")),
            (1..=28, clock(), "[A-IK-Z](JAN|JUN|NOV)26")
                .prop_map(|(d, clock, rest)| format!("{d:02}{clock}{rest}")),
            (1..=31, clock(), "[A-IK-Z]").prop_map(|(day, clock, zone)| format!("{day:02}{clock}{zone}")),
            (1..=12, 1..=28, 0..24, "( |T)", "(:[0-5][0-9])?(Z| UTC[+-]0[0-9]:30)?").prop_map(
                |(month, day, hour, middle, zone)| format!(
                    "2026-{month:02}-{day:02}{middle}{hour:02}:15{zone}"
                )
            ),
        ]
        .boxed();
        prop_oneof![
            moment.clone(),
            (moment.clone(), moment).prop_map(|(from, to)| format!("{from}/{to}")),
            (clock(), clock()).prop_map(|(from, to)| format!("{from}-{to}")),
        ]
    }

    proptest! {
        #[test]
        fn what_is_understood_shows_back_as_text_with_the_same_value(
            text in typed(), second in 1_700_000_000_i64..1_900_000_000, minutes in -840..=840
        ) {
            let now = DateTime::from_timestamp(second, 0).unwrap();
            let local = FixedOffset::east_opt(minutes * 60).unwrap();
            if let Ok(period) = parse_time(&text, now, local) {
                let shown = period.shown_back(local);
                for text in [shown.dtg, shown.local] {
                    let again = parse_time(&text, now, local).unwrap_or_else(|error| panic!("{text}: {error}"));
                    prop_assert_eq!((again.from(), again.to()), (period.from(), period.to()), "{}", text);
                    prop_assert_eq!(again.assumed(), []);
                }
            }
        }

        #[test]
        fn a_time_without_a_date_is_never_ahead_of_now(
            hour in 0..24, minute in 0..60, second in 1_700_000_000_i64..1_900_000_000, minutes in -840..=840
        ) {
            let now = DateTime::from_timestamp(second, 0).unwrap();
            let local = FixedOffset::east_opt(minutes * 60).unwrap();
            let at = parse_time(&format!("{hour:02}{minute:02}"), now, local).unwrap().to();
            prop_assert!(at <= now && now - at < chrono::TimeDelta::days(1));
        }

        #[test]
        fn no_text_breaks_the_reader(
            text in any::<String>(),
            close in "[0-9NOWZTJUCmh:/+ –é-]{0,25}",
            dated in "2026-[01][0-9]-[0-3][0-9][T ]?[0-9:Z+-]{0,12}é?"
        ) {
            let _ = (read(&text), read(&close), read(&dated));
        }
    }
}
