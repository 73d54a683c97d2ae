//! A point on the WGS84 ellipsoid.

use std::fmt;

use mgrs_convert::LatLon;
use thiserror::Error;

/// Why two numbers are not a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PositionError {
    /// One of the numbers is infinite or not a number.
    #[error("a position needs two finite numbers, latitude and longitude")]
    NotFinite,
    /// The latitude is beyond a pole.
    #[error("latitude runs from 90 S to 90 N; the number given lies beyond a pole (latitude comes first)")]
    Latitude,
    /// The longitude is more than half way round the Earth.
    #[error("longitude runs from 180 W to 180 E; the number given lies beyond that")]
    Longitude,
}

/// A point on the WGS84 ellipsoid, in decimal degrees.
///
/// Latitude lies in -90..=90 (south negative), longitude in -180..180 (west negative). The antimeridian has
/// one name: longitude 180 becomes -180. A negative zero becomes zero. How wrong the point may be is not its
/// own affair: whoever holds a position keeps its error beside it, in metres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position(LatLon);

impl Position {
    /// The point at this latitude and longitude, both in degrees.
    ///
    /// # Errors
    /// When a number is not finite, the latitude is outside -90..=90 or the longitude outside -180..=180.
    pub fn new(latitude: f64, longitude: f64) -> Result<Self, PositionError> {
        if !latitude.is_finite() || !longitude.is_finite() {
            return Err(PositionError::NotFinite);
        }
        if !(-90.0..=90.0).contains(&latitude) {
            return Err(PositionError::Latitude);
        }
        if !(-180.0..=180.0).contains(&longitude) {
            return Err(PositionError::Longitude);
        }
        // Adding zero turns a negative zero into zero.
        LatLon::new(latitude + 0.0, longitude + 0.0).map(Self).map_err(|_| PositionError::NotFinite)
    }

    /// Latitude in degrees, -90..=90, north positive.
    pub fn latitude(self) -> f64 {
        self.0.lat()
    }

    /// Longitude in degrees, -180..180, east positive.
    pub fn longitude(self) -> f64 {
        self.0.lon()
    }

    pub(super) fn from_lat_lon(point: LatLon) -> Self {
        Self(point)
    }

    pub(super) fn lat_lon(self) -> LatLon {
        self.0
    }
}

impl fmt::Display for Position {
    /// Decimal degrees with six decimals (about a decimetre), latitude first: `42.891400, 20.866000`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.6}, {:.6}", self.latitude(), self.longitude())
    }
}

#[cfg(test)]
mod tests {
    use super::{Position, PositionError};

    #[test]
    fn the_poles_and_the_equator_are_positions() {
        for (latitude, longitude) in [(90.0, 0.0), (-90.0, 12.0), (0.0, 21.0), (0.0, 0.0)] {
            let position = Position::new(latitude, longitude).unwrap();
            assert_eq!((position.latitude(), position.longitude()), (latitude, longitude));
        }
    }

    #[test]
    fn the_antimeridian_has_one_name() {
        assert_eq!(Position::new(10.0, 180.0), Position::new(10.0, -180.0));
        assert_eq!(Position::new(10.0, 180.0).unwrap().longitude(), -180.0);
    }

    #[test]
    fn a_negative_zero_is_zero() {
        let position = Position::new(-0.0, -0.0).unwrap();
        assert!(position.latitude().is_sign_positive() && position.longitude().is_sign_positive());
    }

    #[test]
    fn numbers_off_the_earth_are_refused() {
        assert_eq!(Position::new(90.000_001, 0.0), Err(PositionError::Latitude));
        assert_eq!(Position::new(-91.0, 0.0), Err(PositionError::Latitude));
        assert_eq!(Position::new(0.0, 180.000_001), Err(PositionError::Longitude));
        assert_eq!(Position::new(f64::NAN, 0.0), Err(PositionError::NotFinite));
        assert_eq!(Position::new(0.0, f64::INFINITY), Err(PositionError::NotFinite));
    }

    #[test]
    fn a_position_is_shown_with_six_decimals() {
        assert_eq!(Position::new(42.8914, -20.866).unwrap().to_string(), "42.891400, -20.866000");
    }
}
