//! What a person types, understood.
//!
//! Both faces of the observer's desk go through here, so that the terminal and the command line never understand one
//! text in two ways.

use chrono::FixedOffset;

use crate::domain::observation_terms::{PositionMethod, TimePrecision};
use crate::domain::place::{Given, InvalidPlace, Place, Position};
use crate::domain::text::{InvalidText, Line};
use crate::domain::time::{Period, Timestamp};
use crate::geography::period::PrecisionHint;
use crate::geography::place_text::{EnteredPosition, Notation, PositionTextError, parse_position};
use crate::geography::time_text::{TimeTextError, parse_time};

/// A time as it was understood.
#[derive(Debug, Clone, PartialEq)]
pub struct UnderstoodTime {
    /// The period.
    pub period: Period,
    /// How it is shown back: date-time group and local time, with what was assumed.
    pub shown_back: String,
}

/// A place as it was understood.
#[derive(Debug, Clone, PartialEq)]
pub struct UnderstoodPlace {
    /// The place.
    pub place: Place,
    /// How it is shown back: the position in a second notation, or that only the words are kept.
    pub shown_back: String,
}

/// Why a place was not understood.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum PlaceEntryError {
    /// It looks like a position and cannot be one.
    #[error(transparent)]
    Position(#[from] PositionTextError),
    /// The words cannot be kept.
    #[error("the place in words is {0}")]
    Words(#[from] InvalidText),
    /// The place cannot be one.
    #[error(transparent)]
    Place(#[from] InvalidPlace),
}

/// The sign in front of a time that is only about right.
pub const ABOUT: char = '~';

/// Understands a time; a `~` in front says that it is only about right.
pub fn time(text: &str, now: Timestamp, local: FixedOffset) -> Result<UnderstoodTime, TimeTextError> {
    let text = text.trim();
    let (about, bare) = text.strip_prefix(ABOUT).map_or((false, text), |bare| (true, bare));
    let entered = parse_time(bare, now.instant(), local)?;
    let (from, to) = (Timestamp::new(entered.from()), Timestamp::new(entered.to()));
    let precision = match entered.precision_hint() {
        _ if from != to => TimePrecision::Period,
        PrecisionHint::Exact | PrecisionHint::Period if !about => TimePrecision::Exact,
        PrecisionHint::Exact | PrecisionHint::About | PrecisionHint::Period => TimePrecision::About,
    };
    let period = Period::new(from, to, precision, Some(text.to_owned()));
    let period = period.map_err(|_| TimeTextError::EndBeforeStart)?;
    Ok(UnderstoodTime { period, shown_back: entered.shown_back(local).to_string() })
}

/// Understands a place: a position in any notation, or else words.
pub fn place(text: &str) -> Result<UnderstoodPlace, PlaceEntryError> {
    match parse_position(text) {
        Ok(entered) => {
            let place = Place::new(Some(position(&entered)?), None)?;
            Ok(UnderstoodPlace { place, shown_back: entered.in_second_notation() })
        }
        Err(PositionTextError::Unrecognised | PositionTextError::Empty) => {
            let place = Place::new(None, Some(Line::cleaned(text)?))?;
            Ok(UnderstoodPlace { place, shown_back: "in words only, no position".to_owned() })
        }
        Err(wrong) => Err(wrong.into()),
    }
}

/// A place with another position or other words. What else was told of it stays.
///
/// # Errors
/// [`InvalidPlace::Nothing`] where neither a position nor words are left.
pub fn place_of(
    old: Option<&Place>,
    position: Option<Position>,
    words: Option<Line>,
) -> Result<Place, InvalidPlace> {
    let mut place = Place::new(position, words)?;
    if let Some(old) = old {
        place.observer_at = old.observer_at.clone();
        place.near_school = old.near_school;
    }
    Ok(place)
}

/// The position, as weakly claimed as can be: whoever read it from a map or a receiver says so.
pub fn position(entered: &EnteredPosition) -> Result<Position, InvalidPlace> {
    let (given, error_m) = given(entered)?;
    Ok(Position { given, error_m, method: PositionMethod::Estimate })
}

/// A position in the notation it was given in, and how far off its digits leave it in metres. A grid reference stays
/// one; everything else becomes degrees.
pub fn given(entered: &EnteredPosition) -> Result<(Given, u32), InvalidPlace> {
    let given = match entered.notation() {
        Notation::Mgrs => Given::grid(&entered.in_own_notation().replace(' ', ""))?,
        Notation::Decimal | Notation::DegreesMinutes | Notation::DegreesMinutesSeconds => {
            // Six decimals are 0.1 m: finer than any of these notations, and short on the wire.
            let rounded = |degrees: f64| (degrees * 1e6).round() / 1e6;
            Given::degrees(rounded(entered.position().latitude()), rounded(entered.position().longitude()))?
        }
    };
    Ok((given, whole_metres(entered.error_m())))
}

/// Upwards: an error is never told smaller than it is, and never as nothing.
fn whole_metres(error_m: f64) -> u32 {
    // Half the Earth's girth: no two places are farther apart.
    let bounded = error_m.ceil().clamp(1.0, 20_037_509.0);
    // Text is the one conversion that neither wraps nor cuts silently.
    format!("{bounded:.0}").parse().unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Timestamp {
        Timestamp::parse("2026-11-21T14:30:00Z").unwrap()
    }

    fn utc() -> FixedOffset {
        FixedOffset::east_opt(0).unwrap()
    }

    #[test]
    fn a_time_is_as_exact_as_it_was_said() {
        let precision = |text| time(text, now(), utc()).unwrap().period.precision();
        assert_eq!(precision("1400"), TimePrecision::Exact);
        assert_eq!(precision("~1400"), TimePrecision::About);
        assert_eq!(precision("1330-1400"), TimePrecision::Period);
        assert!(time("2561", now(), utc()).is_err());
    }

    #[test]
    fn a_place_is_a_position_or_words_and_never_a_wrong_position() {
        let grid = place("34T DN 89058 48763").unwrap();
        assert!(grid.shown_back.starts_with("42.89"), "{}", grid.shown_back);
        assert!(grid.place.position().is_some() && grid.place.words().is_none());
        let words = place("behind the petrol station").unwrap();
        assert!(words.place.position().is_none() && words.place.words().is_some());
        assert!(matches!(place("32X KG 12345 12345"), Err(PlaceEntryError::Position(_))));
    }
}
