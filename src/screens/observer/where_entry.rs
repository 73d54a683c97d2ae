//! The place of an observation, as it is typed and as it is shown back.

use crate::desks::entry;
use crate::desks::spoken::typed;
use crate::domain::place::Given;
use crate::domain::text::Line;
use crate::geography::place_text::{EnteredPosition, PositionTextError, parse_position};
use crate::geography::position::Position;
use crate::language::phrase::Phrase;
use crate::screens::observer::words;

/// What was typed for a place.
#[derive(Debug, Clone, PartialEq)]
pub enum Where {
    /// Nothing.
    Nothing,
    /// A position, how far off its digits leave it in metres, and what it is shown back as.
    Point {
        /// The position in the notation it was typed in.
        given: Given,
        /// Metres.
        error_m: u32,
        /// Line by line.
        shown: Vec<Phrase>,
    },
    /// Words.
    Words(Line),
}

/// Understands a grid reference or degrees; what looks like neither is taken as words.
///
/// # Errors
/// The sentence that says what is wrong with what looks like a position.
pub fn read(text: &str) -> Result<Where, Phrase> {
    match parse_position(text) {
        Ok(entered) => point(&entered),
        Err(PositionTextError::Empty) => Ok(Where::Nothing),
        Err(PositionTextError::Unrecognised) => Line::cleaned(text).map(Where::Words).map_err(typed::text),
        Err(wrong) => Err(typed::position(&wrong)),
    }
}

fn point(entered: &EnteredPosition) -> Result<Where, Phrase> {
    let (given, error_m) = entry::given(entered).map_err(|wrong| typed::invalid_place(&wrong))?;
    Ok(Where::Point { given, error_m, shown: shown(entered, error_m) })
}

fn shown(entered: &EnteredPosition, error_m: u32) -> Vec<Phrase> {
    let mut lines = vec![words::second_notation(&entered.in_second_notation(), error_m)];
    lines.extend(entered.alternative_reference().map(|other| words::alternative_grid(&other.spaced())));
    lines
}

/// A position as it stands in its field.
#[must_use]
pub fn written(given: &Given) -> String {
    match given {
        Given::Grid(grid) => parse_position(grid.as_str())
            .map_or_else(|_| grid.as_str().to_owned(), |entered| entered.in_own_notation()),
        Given::Degrees { latitude, longitude } => Position::new(*latitude, *longitude)
            .map_or_else(|error| error.to_string(), |point| point.to_string()),
    }
}

/// What a stored position is shown back as.
#[must_use]
pub fn shown_back(given: &Given, error_m: u32) -> Vec<Phrase> {
    parse_position(&written(given)).map_or_else(|_| Vec::new(), |entered| shown(&entered, error_m))
}

#[cfg(test)]
mod tests {
    use super::{Where, read, shown_back, written};
    use crate::language::tongue::Tongue;

    #[test]
    fn a_position_is_shown_back_in_the_other_notation_with_its_error() {
        let Ok(Where::Point { given, error_m, shown }) = read("34ten1356323394") else { panic!("a grid") };
        assert_eq!((written(&given).as_str(), error_m), ("34T EN 13563 23394", 1));
        let said: Vec<_> = shown.iter().map(|line| Tongue::English.speak(line)).collect();
        assert_eq!(said, ["42.66290° N 21.16550° E, ±1 m"]);
        assert_eq!(shown_back(&given, 1), shown);
        let Ok(Where::Point { given, error_m, shown }) = read("42.89, 20.87") else { panic!("degrees") };
        assert_eq!((written(&given).as_str(), error_m), ("42.890000, 20.870000", 693));
        assert!(Tongue::English.speak(&shown[0]).starts_with("34T DN"), "{shown:?}");
    }

    #[test]
    fn what_is_no_position_is_kept_as_words_and_what_is_a_wrong_one_is_not() {
        assert!(matches!(read("bus station, Mitrovica"), Ok(Where::Words(_))));
        assert!(matches!(read("Checkpoint 12"), Ok(Where::Words(_))));
        assert_eq!(read(" "), Ok(Where::Nothing));
        assert!(read("34TEN123").is_err());
        assert!(read(&"village ".repeat(60)).is_err());
    }
}
