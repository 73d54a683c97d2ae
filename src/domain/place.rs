//! Where something was observed.
//!
//! A position is kept in the notation it was given in: a grid reference or degrees, never both, so the two can never
//! disagree. Whoever shows it works out the other notation. That a grid reference exists is checked where it is
//! entered and again where it is received; here only its shape is held.

use crate::domain::observation_terms::{PositionMethod, TriState};
use crate::domain::text::Line;

/// A grid reference in the Military Grid Reference System on WGS84, without spaces: 2 to 15 characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Grid(String);

/// A position in one notation.
#[derive(Debug, Clone, PartialEq)]
pub enum Given {
    /// As a grid reference.
    Grid(Grid),
    /// In degrees on WGS84.
    Degrees {
        /// North positive, -90 to 90.
        latitude: f64,
        /// East positive, -180 to 180.
        longitude: f64,
    },
}

/// A position that cannot be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidPlace {
    /// Not made of a zone, a square and digits.
    #[error("not the shape of a grid reference")]
    Grid,
    /// Latitude or longitude out of range.
    #[error("latitude must lie within -90 and 90 degrees, longitude within -180 and 180")]
    Degrees,
    /// Neither a position nor words.
    #[error("a place needs a position or words")]
    Nothing,
}

impl Given {
    /// A grid reference of the right shape.
    pub fn grid(text: &str) -> Result<Self, InvalidPlace> {
        let shaped = (2..=15).contains(&text.len())
            && text.bytes().all(|b| matches!(b, b'A'..=b'Z' | b'0'..=b'9'))
            && text.bytes().any(|b| b.is_ascii_uppercase());
        if shaped { Ok(Self::Grid(Grid(text.to_owned()))) } else { Err(InvalidPlace::Grid) }
    }

    /// Degrees within range.
    pub fn degrees(latitude: f64, longitude: f64) -> Result<Self, InvalidPlace> {
        if (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude) {
            Ok(Self::Degrees { latitude, longitude })
        } else {
            Err(InvalidPlace::Degrees)
        }
    }
}

impl Grid {
    /// The reference as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A position, how far off it may be, and how it was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Position {
    /// The position.
    pub given: Given,
    /// How far off it may be, in metres.
    pub error_m: u32,
    /// How it was found.
    pub method: PositionMethod,
}

/// Where something was observed: a position, words, or both.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    position: Option<Position>,
    words: Option<Line>,
    /// Where the observer himself stood, if elsewhere.
    pub observer_at: Option<Position>,
    /// Whether a school or a place used by children lies within 350 m, and how far when computed.
    pub near_school: NearSchool,
}

/// Whether a school or another place used by children lies within 350 m.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NearSchool {
    /// As seen or computed.
    pub within_350_m: TriState,
    /// Distance in metres when it was computed.
    pub distance_m: Option<u32>,
}

impl Default for NearSchool {
    fn default() -> Self {
        Self { within_350_m: TriState::Unknown, distance_m: None }
    }
}

impl Place {
    /// A place told by a position, by words, or by both.
    pub fn new(position: Option<Position>, words: Option<Line>) -> Result<Self, InvalidPlace> {
        if position.is_none() && words.is_none() {
            return Err(InvalidPlace::Nothing);
        }
        Ok(Self { position, words, observer_at: None, near_school: NearSchool::default() })
    }

    /// The position, if one was given.
    pub fn position(&self) -> Option<&Position> {
        self.position.as_ref()
    }

    /// The words, if any were given.
    pub fn words(&self) -> Option<&Line> {
        self.words.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_somewhere() {
        assert_eq!(Place::new(None, None), Err(InvalidPlace::Nothing));
        assert!(Place::new(None, Line::new("behind the petrol station").ok()).is_ok());
    }

    #[test]
    fn degrees_stay_on_the_globe() {
        assert!(Given::degrees(0.0, 180.0).is_ok());
        for (latitude, longitude) in [(90.1, 0.0), (0.0, -180.5), (f64::NAN, 0.0), (0.0, f64::INFINITY)] {
            assert_eq!(Given::degrees(latitude, longitude), Err(InvalidPlace::Degrees));
        }
    }

    #[test]
    fn a_grid_reference_has_no_spaces_and_no_small_letters() {
        assert!(Given::grid("34TDN8905848763").is_ok());
        for bad in ["", "3", "34T DN", "34tdn", "123456", "34TDN890584876312"] {
            assert_eq!(Given::grid(bad), Err(InvalidPlace::Grid), "{bad}");
        }
    }
}
