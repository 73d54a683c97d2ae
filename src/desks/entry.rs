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

/// Understands a time.
pub fn time(text: &str, now: Timestamp, local: FixedOffset) -> Result<UnderstoodTime, TimeTextError> {
    let entered = parse_time(text, now.instant(), local)?;
    let precision = match entered.precision_hint() {
        PrecisionHint::Exact => TimePrecision::Exact,
        PrecisionHint::About => TimePrecision::About,
        PrecisionHint::Period => TimePrecision::Period,
    };
    let (from, to) = (Timestamp::new(entered.from()), Timestamp::new(entered.to()));
    let period = Period::new(from, to.max(from), precision, Some(text.trim().to_owned()));
    // `to.max(from)` cannot lie before `from`; the empty period stands in for an error that cannot happen.
    let period = period.unwrap_or_else(|_| Period::moment(from, precision));
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

/// The position in the notation it was given in: a grid reference stays one, everything else becomes degrees.
fn position(entered: &EnteredPosition) -> Result<Position, InvalidPlace> {
    let given = match entered.notation() {
        Notation::Mgrs => Given::grid(&entered.in_own_notation().replace(' ', ""))?,
        Notation::Decimal | Notation::DegreesMinutes | Notation::DegreesMinutesSeconds => {
            // Six decimals are 0.1 m: finer than any of these notations, and short on the wire.
            let rounded = |degrees: f64| (degrees * 1e6).round() / 1e6;
            Given::degrees(rounded(entered.position().latitude()), rounded(entered.position().longitude()))?
        }
    };
    Ok(Position { given, error_m: whole_metres(entered.error_m()), method: PositionMethod::Map })
}

/// Metres, rounded up, never nothing.
fn whole_metres(error_m: f64) -> u32 {
    let up = error_m.ceil().clamp(1.0, 1_000_000.0);
    // In range by the clamp; text is the one conversion that neither wraps nor truncates silently.
    format!("{up:.0}").parse().unwrap_or(1_000_000)
}
