//! The place of an observation, as it is typed.

use crate::desks::observer::entry;
use crate::desks::spoken::{shown, typed};
use crate::domain::place::Given;
use crate::domain::text::Line;
use crate::geography::place_text::{PositionTextError, parse_position};
use crate::language::phrase::Phrase;

/// What was typed for a place.
#[derive(Debug, Clone, PartialEq)]
pub enum Where {
    /// Nothing.
    Nothing,
    /// A position, and how far off its digits leave it in metres.
    Point {
        /// The position in the notation it was typed in.
        given: Given,
        /// Metres.
        error_m: u32,
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
        Ok(entered) => entry::given(&entered)
            .map(|(given, error_m)| Where::Point { given, error_m })
            .map_err(|wrong| typed::invalid_place(&wrong)),
        Err(PositionTextError::Empty) => Ok(Where::Nothing),
        Err(PositionTextError::Unrecognised) => Line::cleaned(text).map(Where::Words).map_err(typed::text),
        Err(wrong) => Err(typed::position(&wrong)),
    }
}

/// How far off the digits of a position alone leave it, in metres.
#[must_use]
pub fn digits_error(given: &Given) -> Option<u32> {
    match read(&shown::position_written(given)) {
        Ok(Where::Point { error_m, .. }) => Some(error_m),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Where, digits_error, read};
    use crate::desks::spoken::shown;

    #[test]
    fn what_is_no_position_is_kept_as_words_and_what_is_a_wrong_one_is_not() {
        assert!(matches!(read("bus station, Mitrovica"), Ok(Where::Words(_))));
        assert!(matches!(read("Checkpoint 12"), Ok(Where::Words(_))));
        assert_eq!(read(" "), Ok(Where::Nothing));
        assert!(read("34TEN123").is_err());
        assert!(read(&"village ".repeat(60)).is_err());
    }

    #[test]
    fn a_position_stands_in_its_field_in_its_own_notation() {
        let Ok(Where::Point { given, error_m }) = read("34ten1356323394") else { panic!("a grid") };
        assert_eq!(
            (shown::position_written(&given).as_str(), error_m, digits_error(&given)),
            ("34T EN 13563 23394", 1, Some(1))
        );
    }

    proptest! {
        #[test]
        fn what_is_shown_back_is_read_as_the_same_position(
            latitude in -90_000_000_i32..=90_000_000, longitude in -180_000_000_i32..=180_000_000
        ) {
            let typed = format!("{:.6}, {:.6}", f64::from(latitude) / 1e6, f64::from(longitude) / 1e6);
            let Ok(Where::Point { given, .. }) = read(&typed) else { panic!("{typed}") };
            let again = read(&shown::position_written(&given));
            prop_assert!(matches!(again, Ok(Where::Point { given: same, .. }) if same == given), "{typed}");
        }

        #[test]
        fn a_grid_is_shown_back_as_the_same_grid(easting in 0_u32..100_000, northing in 0_u32..100_000, digits in 0_usize..=5) {
            let part = |number: u32| format!("{number:05}").get(..digits).unwrap().to_owned();
            let typed = format!("34T EN {} {}", part(easting), part(northing));
            let Ok(Where::Point { given, error_m }) = read(&typed) else { panic!("{typed}") };
            let again = read(&shown::position_written(&given));
            prop_assert_eq!(again, Ok(Where::Point { given, error_m }));
        }

        #[test]
        fn no_text_stops_it(text in any::<String>()) {
            let _ = read(&text);
        }
    }
}
