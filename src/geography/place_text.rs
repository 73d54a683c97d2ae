//! What a person may type for a place, and what it is shown back as.

use thiserror::Error;

use crate::geography::angle::DegreesForm;
use crate::geography::degrees::{Degrees, DegreesError};
use crate::geography::mgrs::{GridPrecision, MgrsError, MgrsReference};
use crate::geography::position::Position;

/// Why a text is not a position.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PositionTextError {
    /// Nothing was written.
    #[error("no position was given; write for example 34T EN 13563 23394 or 42.8914, 20.8660")]
    Empty,
    /// It looks like neither notation; perhaps it is the name of a place.
    #[error(
        "this is neither a grid reference nor degrees; write for example 34T EN 13563 23394 or 42.8914, 20.8660"
    )]
    Unrecognised,
    /// It looks like a grid reference, and this is wrong with it.
    #[error(transparent)]
    Grid(#[from] MgrsError),
    /// It looks like degrees, and this is wrong with them.
    #[error(transparent)]
    Degrees(#[from] DegreesError),
}

/// How a position was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Notation {
    /// A grid reference: `34T EN 13563 23394`.
    Mgrs,
    /// Decimal degrees: `42.8914, 20.8660`.
    Decimal,
    /// Degrees and minutes: `42°53.484' N 20°51.960' E`.
    DegreesMinutes,
    /// Degrees, minutes and seconds: `42°53'29" N 20°51'58" E`.
    DegreesMinutesSeconds,
}

/// A position a person typed, with the error its own digits leave and the notation it was typed in.
#[derive(Debug, Clone, PartialEq)]
pub struct EnteredPosition {
    written: Written,
}

#[derive(Debug, Clone, PartialEq)]
enum Written {
    Grid(MgrsReference),
    Degrees(Degrees),
}

impl EnteredPosition {
    /// The point: the middle of the grid square, or the point the degrees name.
    pub fn position(&self) -> Position {
        match &self.written {
            Written::Grid(reference) => reference.centre(),
            Written::Degrees(degrees) => degrees.position(),
        }
    }

    /// How far the true place may be from the point, in metres, from the digits given alone. The person may
    /// know it less well than he wrote it.
    pub fn error_m(&self) -> f64 {
        match &self.written {
            Written::Grid(reference) => reference.error_m(),
            Written::Degrees(degrees) => degrees.error_m(),
        }
    }

    /// The notation it was typed in.
    pub fn notation(&self) -> Notation {
        match &self.written {
            Written::Grid(_) => Notation::Mgrs,
            Written::Degrees(degrees) => match degrees.form() {
                DegreesForm::Decimal => Notation::Decimal,
                DegreesForm::Minutes => Notation::DegreesMinutes,
                DegreesForm::Seconds => Notation::DegreesMinutesSeconds,
            },
        }
    }

    /// What was understood, tidied, in the notation it was typed in. It reads back as the same position.
    pub fn in_own_notation(&self) -> String {
        match &self.written {
            Written::Grid(reference) => reference.spaced(),
            Written::Degrees(degrees) => degrees.to_string(),
        }
    }

    /// The same place in another notation, so that a slip of the pen shows: a grid reference as decimal
    /// degrees, degrees as a grid reference, neither finer than what was typed.
    pub fn in_second_notation(&self) -> String {
        let (position, error_m) = (self.position(), self.error_m());
        match &self.written {
            Written::Grid(_) => Degrees::of(position, DegreesForm::Decimal, error_m).to_string(),
            Written::Degrees(_) => MgrsReference::of(position, GridPrecision::for_error(error_m)).spaced(),
        }
    }

    /// The more usual grid reference of a square cut by the edge of its grid zone, to be shown as a warning.
    pub fn alternative_reference(&self) -> Option<MgrsReference> {
        match &self.written {
            Written::Grid(reference) => reference.alternative(),
            Written::Degrees(_) => None,
        }
    }
}

/// Understands a grid reference or degrees.
///
/// Three letters alone would name a 100 km square at a pole (`BAR` is one); typed for a place they are a
/// word, and are not taken for a position.
///
/// # Errors
/// Says what is wrong in the notation the text most looks like. Nothing doubtful is accepted or changed.
pub fn parse_position(text: &str) -> Result<EnteredPosition, PositionTextError> {
    if text.trim().is_empty() {
        return Err(PositionTextError::Empty);
    }
    if !text.contains(|character: char| character.is_ascii_digit()) {
        return Err(PositionTextError::Unrecognised);
    }
    let grid_error = match text.parse() {
        Ok(reference) => return Ok(EnteredPosition { written: Written::Grid(reference) }),
        Err(error) => error,
    };
    match text.parse() {
        Ok(degrees) => Ok(EnteredPosition { written: Written::Degrees(degrees) }),
        Err(degrees_error) => Err(match Looks::of(text, &grid_error) {
            Looks::Grid => grid_error.into(),
            Looks::Degrees => degrees_error.into(),
            Looks::Neither => PositionTextError::Unrecognised,
        }),
    }
}

/// Which notation a text that could not be read most resembles.
enum Looks {
    Grid,
    Degrees,
    Neither,
}

impl Looks {
    fn of(text: &str, grid_error: &MgrsError) -> Self {
        let is_word = |run: &str| run.chars().filter(|c| c.is_alphabetic() && !matches!(c, 'º')).count() > 3;
        let letters = text.chars().filter(char::is_ascii_alphabetic).count();
        let zone_alone = text.trim_start().starts_with(|c: char| c.is_ascii_digit())
            && text.trim_end().ends_with(|c: char| c.is_ascii_alphabetic())
            && matches!(grid_error, MgrsError::ZoneOnly | MgrsError::HalfSquare);
        if text.split_whitespace().any(is_word) {
            Self::Neither
        } else if letters >= 3 || zone_alone {
            Self::Grid
        } else {
            Self::Degrees
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Notation, PositionTextError, parse_position};
    use crate::geography::degrees::DegreesError;
    use crate::geography::degrees_tokens::TokenError;
    use crate::geography::distance::Leg;
    use crate::geography::mgrs::{GridPrecision, MgrsError, MgrsReference};
    use crate::geography::position::Position;

    #[test]
    fn a_position_is_shown_back_in_a_second_notation() {
        for (typed, notation, own, second) in [
            ("34ten1356323394", Notation::Mgrs, "34T EN 13563 23394", "42.66290° N 21.16550° E"),
            ("34TEN1323", Notation::Mgrs, "34T EN 13 23", "42.66° N 21.16° E"),
            ("42.8914, 20.8660", Notation::Decimal, "42.8914° N 20.8660° E", "34T DN 8905 4876"),
            (
                "42 53.484 N 20 51.960 E",
                Notation::DegreesMinutes,
                "42°53.484' N 20°51.960' E",
                "34T DN 8905 4876",
            ),
            (
                "42°53'29\"N 20°51'58\"E",
                Notation::DegreesMinutesSeconds,
                "42°53'29\" N 20°51'58\" E",
                "34T DN 890 487",
            ),
        ] {
            let entered = parse_position(typed).unwrap();
            assert_eq!(entered.notation(), notation, "{typed}");
            assert_eq!(entered.in_own_notation(), own, "{typed}");
            assert_eq!(entered.in_second_notation(), second, "{typed}");
        }
    }

    #[test]
    fn the_error_follows_the_notation() {
        let error_m = |text: &str| parse_position(text).unwrap().error_m();
        assert!((error_m("34TEN1356323394") - 0.707).abs() < 0.001);
        assert!((error_m("42.89, 20.87") - 692.0).abs() < 5.0);
    }

    #[test]
    fn the_error_message_speaks_of_the_notation_meant() {
        for (text, error) in [
            ("  ", PositionTextError::Empty),
            ("Mitrovica", PositionTextError::Unrecognised),
            ("BAR", PositionTextError::Unrecognised),
            ("Приштина 5", PositionTextError::Unrecognised),
            ("Checkpoint 12", PositionTextError::Unrecognised),
            ("34T", PositionTextError::Grid(MgrsError::ZoneOnly)),
            ("34TE", PositionTextError::Grid(MgrsError::HalfSquare)),
            ("32XKG1234512345", PositionTextError::Grid(MgrsError::NoBandX(32))),
            ("34TEN123", PositionTextError::Grid(MgrsError::OddDigits(3))),
            ("42 N O 20", PositionTextError::Degrees(DegreesError::Token(TokenError::LetterO))),
            ("42º53'N 20º51'O", PositionTextError::Degrees(DegreesError::Token(TokenError::LetterO))),
            ("42,20", PositionTextError::Degrees(DegreesError::CommaUnclear)),
            ("42.8914", PositionTextError::Degrees(DegreesError::NotTwo)),
        ] {
            assert_eq!(parse_position(text), Err(error), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_understood_reads_back_as_the_same_position(
            latitude in -90.0..=90.0, longitude in -180.0..=180.0, index in 1_usize..6
        ) {
            let position = Position::new(latitude, longitude).unwrap();
            let reference = MgrsReference::of(position, GridPrecision::ALL[index]);
            for typed in [reference.to_string(), position.to_string()] {
                let entered = parse_position(&typed).unwrap();
                prop_assert_eq!(parse_position(&entered.in_own_notation()), Ok(entered.clone()));
            }
        }

        #[test]
        fn the_second_notation_names_the_same_place(
            latitude in -89.9..=89.9, longitude in -180.0..=180.0, index in 1_usize..6
        ) {
            let position = Position::new(latitude, longitude).unwrap();
            let reference = MgrsReference::of(position, GridPrecision::ALL[index]);
            for typed in [reference.to_string(), position.to_string()] {
                let entered = parse_position(&typed).unwrap();
                let second = parse_position(&entered.in_second_notation()).unwrap();
                let away = Leg::between(entered.position(), second.position()).distance_m();
                prop_assert!(away <= second.error_m() * 1.01 + 0.01, "{}: {} m", typed, away);
                prop_assert!(second.error_m() <= entered.error_m() * 15.0 + 1.0);
            }
        }

        #[test]
        fn no_text_breaks_the_reader(text in any::<String>(), close in "[0-9NSEWOT.,°' ]{0,25}") {
            let _ = (parse_position(&text), parse_position(&close));
        }
    }
}
