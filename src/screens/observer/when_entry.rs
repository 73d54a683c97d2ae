//! The time of an observation, as it is typed and as it is shown back.
//!
//! On top of what [`time_text`](crate::geography::time_text) understands, a `~` in front says that the time is only
//! about right. Nothing typed yet means about now.

use crate::desks::entry::{self, ABOUT};
use crate::desks::spoken::terms;
use crate::domain::observation_terms::TimePrecision;
use crate::domain::time::{Period, Timestamp};
use crate::geography::dtg::{DateTimeGroup, TimeWarning};
use crate::geography::time_text::{TimeTextError, parse_time};
use crate::geography::zone::Zone;
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::kit::event_loop::Moment;

/// Understands what was typed; `None` where nothing was.
///
/// # Errors
/// The sentence of [`TimeTextError`] that says how to write it.
pub fn read(text: &str, at: Moment) -> Result<Option<Period>, TimeTextError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    entry::time(text, Timestamp::new(at.now), at.local).map(|understood| Some(understood.period))
}

/// This minute, taken as about right: the weakest claim, which the soldier makes stronger if he can.
#[must_use]
pub fn about_now(at: Moment) -> Option<Period> {
    read(&format!("{ABOUT}now"), at).ok().flatten()
}

/// A period as it stands in its field: it reads back as the same moments, whenever that is.
#[must_use]
pub fn written(period: &Period) -> String {
    let group = |at: Timestamp| DateTimeGroup::of(at.instant(), Zone::ZULU).to_string();
    let sign = if period.precision() == TimePrecision::About { ABOUT.to_string() } else { String::new() };
    if period.from() == period.to() {
        format!("{sign}{}", group(period.from()))
    } else {
        format!("{sign}{}/{}", group(period.from()), group(period.to()))
    }
}

/// What was understood: as a date-time group, on the clock on the wall, how exactly, and what is odd about it.
#[must_use]
pub fn shown_back(period: &Period, at: Moment) -> Vec<Phrase> {
    let text = written(period);
    let bare = text.strip_prefix(ABOUT).unwrap_or(&text);
    let understood =
        parse_time(bare, at.now, at.local).map(|entered| entered.shown_back(at.local).to_string());
    let understood = understood.unwrap_or_else(|_| bare.to_owned());
    let precision = terms::time_precision(period.precision());
    let mut lines = vec![Word("time-understood").with("time", understood).with("precision", precision)];
    let warned = |end: Timestamp| TimeWarning::of(end.instant(), at.now);
    lines.extend(
        warned(period.to()).or(warned(period.from())).map(|warning| terms::time_warning(warning).into()),
    );
    lines
}

#[cfg(test)]
mod tests {
    use chrono::{FixedOffset, TimeZone, Utc};

    use super::{about_now, read, shown_back, written};
    use crate::domain::observation_terms::TimePrecision;
    use crate::language::tongue::Tongue;
    use crate::screens::kit::event_loop::Moment;

    fn at() -> Moment {
        let now = Utc.with_ymd_and_hms(2026, 11, 21, 15, 0, 42).unwrap();
        Moment { now, local: FixedOffset::east_opt(3_600).unwrap() }
    }

    #[test]
    fn what_is_typed_says_how_well_it_is_known() {
        for (typed, field, precision) in [
            ("1530", "211430ZNOV26", TimePrecision::Exact),
            ("~1530", "~211430ZNOV26", TimePrecision::About),
            ("-20m", "~211440ZNOV26", TimePrecision::About),
            ("1400-1430", "211300ZNOV26/211330ZNOV26", TimePrecision::Period),
            ("~1400-1430", "211300ZNOV26/211330ZNOV26", TimePrecision::Period),
        ] {
            let period = read(typed, at()).unwrap().unwrap();
            assert_eq!((written(&period).as_str(), period.precision()), (field, precision), "{typed}");
            assert_eq!(period.entered(), Some(typed));
            let again = read(&written(&period), at()).unwrap().unwrap();
            assert_eq!(
                (again.from(), again.to(), again.precision()),
                (period.from(), period.to(), precision)
            );
        }
        assert_eq!(read("  ", at()), Ok(None));
        assert!(read("noonish", at()).is_err());
    }

    #[test]
    fn nothing_typed_yet_is_about_now_and_no_stronger_claim() {
        let now = about_now(at()).unwrap();
        assert_eq!((written(&now).as_str(), now.precision()), ("~211500ZNOV26", TimePrecision::About));
    }

    #[test]
    fn it_is_shown_on_both_clocks_and_oddities_are_told() {
        let shown = |typed| {
            shown_back(&read(typed, at()).unwrap().unwrap(), at())
                .iter()
                .map(|line| Tongue::English.speak(line))
                .collect::<Vec<_>>()
        };
        assert_eq!(shown("1530"), ["211430ZNOV26 (2026-11-21 15:30 UTC+01:00), exact"]);
        assert_eq!(shown("211430ZNOV27").len(), 2, "a time still to come is pointed out");
    }
}
