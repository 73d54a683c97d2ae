//! The time of an observation, as it is typed.
//!
//! On top of what [`time_text`](crate::geography::time_text) understands, a `~` in front says that the time is only
//! about right. Nothing typed yet means about now.

use crate::desks::observer::entry::{self, ABOUT};
use crate::domain::time::{Period, Timestamp};
use crate::geography::time_text::TimeTextError;
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

#[cfg(test)]
mod tests {
    use chrono::{FixedOffset, TimeZone, Utc};

    use proptest::prelude::*;

    use super::{about_now, read};
    use crate::desks::spoken::shown::{self, time_written as written};
    use crate::domain::observation_terms::TimePrecision;
    use crate::domain::time::Timestamp;
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
            shown::time(&read(typed, at()).unwrap().unwrap(), Timestamp::new(at().now), at().local)
                .iter()
                .map(|line| Tongue::English.speak(line))
                .collect::<Vec<_>>()
        };
        assert_eq!(shown("1530"), ["211430ZNOV26 (2026-11-21 15:30 UTC+01:00), exact"]);
        assert_eq!(shown("211430ZNOV27").len(), 2, "a time still to come is pointed out");
    }
    proptest! {
        #[test]
        fn what_is_shown_back_is_read_as_the_same_time(
            minutes in 0_u32..1_440, length in 0_u32..600, about in any::<bool>(), ago in 1_u32..2_000
        ) {
            let clock = |minutes: u32| format!("{:02}{:02}", minutes / 60 % 24, minutes % 60);
            let sign = if about { "~" } else { "" };
            let typed = [
                format!("{sign}{}", clock(minutes)),
                format!("{sign}{}-{}", clock(minutes), clock(minutes + length)),
                format!("-{ago}m"),
            ];
            for typed in typed {
                // What cannot have been yet is refused.
                let Ok(Some(period)) = read(&typed, at()) else { continue };
                let again = read(&written(&period), at()).unwrap().unwrap();
                prop_assert_eq!(
                    (again.from(), again.to(), again.precision()),
                    (period.from(), period.to(), period.precision())
                );
            }
        }
    }
}
