//! How far and which way: the shortest line between two positions on WGS84.

use std::fmt;

use geographiclib_rs::{Geodesic, InverseGeodesic};

use crate::geography::position::Position;

/// The shortest line on the WGS84 ellipsoid from one position to another (Karney 2013, exact to nanometres).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Leg {
    distance_m: f64,
    bearing_deg: f64,
}

impl Leg {
    /// The leg from one position to another.
    pub fn between(from: Position, to: Position) -> Self {
        let (distance_m, azimuth, _, _): (f64, f64, f64, f64) =
            Geodesic::wgs84().inverse(from.latitude(), from.longitude(), to.latitude(), to.longitude());
        let turned = azimuth.rem_euclid(360.0);
        // A tiny negative azimuth comes out of the remainder as 360 itself.
        let bearing_deg = if turned < 360.0 { turned } else { 0.0 };
        Self { distance_m, bearing_deg }
    }

    /// Length in metres.
    pub fn distance_m(self) -> f64 {
        self.distance_m
    }

    /// Bearing at the start in degrees clockwise from true north, 0..360. Between two equal positions it says
    /// nothing.
    pub fn bearing_deg(self) -> f64 {
        self.bearing_deg
    }

    /// The length as people read it: whole metres below 1 km, kilometres with one decimal below 10 km (a
    /// decimal zero is left out), whole kilometres from there.
    pub fn distance_text(self) -> String {
        let metres = self.distance_m.round();
        if metres < 1_000.0 {
            return format!("{metres} m");
        }
        let tenths = (self.distance_m / 100.0).round();
        if tenths < 100.0 {
            return format!("{} km", tenths / 10.0);
        }
        format!("{} km", (self.distance_m / 1_000.0).round())
    }
}

/// Where a position lies, seen from a named place: `4 km NE of Mitrovica`, or `at Mitrovica` within half a
/// metre.
///
/// `place` is the position of the place called `name`. The direction is one of eight.
pub fn seen_from(name: &str, place: Position, position: Position) -> String {
    let leg = Leg::between(place, position);
    if leg.distance_m() < 0.5 {
        return format!("at {name}");
    }
    format!("{} {} of {name}", leg.distance_text(), CompassPoint::of_eight(leg.bearing_deg()))
}

/// One of the sixteen points of the compass, clockwise from north.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CompassPoint {
    N,
    Nne,
    Ne,
    Ene,
    E,
    Ese,
    Se,
    Sse,
    S,
    Ssw,
    Sw,
    Wsw,
    W,
    Wnw,
    Nw,
    Nnw,
}

impl CompassPoint {
    /// All points, clockwise from north, 22.5 degrees apart.
    pub const ALL: [Self; 16] = [
        Self::N,
        Self::Nne,
        Self::Ne,
        Self::Ene,
        Self::E,
        Self::Ese,
        Self::Se,
        Self::Sse,
        Self::S,
        Self::Ssw,
        Self::Sw,
        Self::Wsw,
        Self::W,
        Self::Wnw,
        Self::Nw,
        Self::Nnw,
    ];

    /// The nearest of the eight main and half-way points (N, NE, E, …) to a bearing in degrees.
    pub fn of_eight(bearing_deg: f64) -> Self {
        Self::nearest(bearing_deg, 2)
    }

    /// The nearest of all sixteen points to a bearing in degrees.
    pub fn of_sixteen(bearing_deg: f64) -> Self {
        Self::nearest(bearing_deg, 1)
    }

    /// The nearest among every `step`-th point; a bearing that is no number counts as north.
    fn nearest(bearing_deg: f64, step: usize) -> Self {
        let width = 22.5 * step as f64;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a whole number from 0 to 16; what is no number becomes 0"
        )]
        let sector = (bearing_deg.rem_euclid(360.0) / width).round() as usize;
        Self::ALL.iter().copied().step_by(step).nth(sector).unwrap_or(Self::N)
    }

    /// The English abbreviation, for example `NE`. French and Dutch use other letters; a screen translates.
    pub fn abbreviation(self) -> &'static str {
        match self {
            Self::N => "N",
            Self::Nne => "NNE",
            Self::Ne => "NE",
            Self::Ene => "ENE",
            Self::E => "E",
            Self::Ese => "ESE",
            Self::Se => "SE",
            Self::Sse => "SSE",
            Self::S => "S",
            Self::Ssw => "SSW",
            Self::Sw => "SW",
            Self::Wsw => "WSW",
            Self::W => "W",
            Self::Wnw => "WNW",
            Self::Nw => "NW",
            Self::Nnw => "NNW",
        }
    }
}

impl fmt::Display for CompassPoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.abbreviation())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{CompassPoint, Leg, seen_from};
    use crate::geography::position::Position;

    fn at(latitude: f64, longitude: f64) -> Position {
        Position::new(latitude, longitude).unwrap()
    }

    fn leg(distance_m: f64) -> Leg {
        Leg { distance_m, bearing_deg: 0.0 }
    }

    #[test]
    fn a_quarter_of_the_equator_and_of_a_meridian_have_their_published_lengths() {
        // WGS84: a = 6 378 137 m; meridian quadrant 10 001 965.729 m.
        let equator = Leg::between(at(0.0, 0.0), at(0.0, 90.0));
        assert!((equator.distance_m() - 10_018_754.171).abs() < 0.001);
        assert!((equator.bearing_deg() - 90.0).abs() < 1e-9);
        let meridian = Leg::between(at(0.0, 0.0), at(90.0, 0.0));
        assert!((meridian.distance_m() - 10_001_965.729).abs() < 0.001);
        assert!(meridian.bearing_deg().abs() < 1e-9);
    }

    #[test]
    fn the_way_across_the_antimeridian_is_the_short_one() {
        let leg = Leg::between(at(0.0, 179.9), at(0.0, -179.9));
        assert!((leg.distance_m() - 22_263.9).abs() < 1.0);
        assert!((leg.bearing_deg() - 90.0).abs() < 1e-9);
    }

    #[test]
    fn opposite_ends_of_the_earth_have_a_distance() {
        let half = Leg::between(at(0.0, 0.0), at(0.0, 180.0)).distance_m();
        assert!((half - 20_003_931.459).abs() < 0.001);
        assert!((Leg::between(at(90.0, 0.0), at(-90.0, 0.0)).distance_m() - 20_003_931.459).abs() < 0.001);
    }

    #[test]
    fn lengths_are_written_in_metres_then_tenths_then_whole_kilometres() {
        for (metres, text) in [
            (0.2, "0 m"),
            (37.4, "37 m"),
            (999.4, "999 m"),
            (999.6, "1 km"),
            (1_049.0, "1 km"),
            (1_051.0, "1.1 km"),
            (4_212.0, "4.2 km"),
            (9_949.0, "9.9 km"),
            (9_951.0, "10 km"),
            (10_499.0, "10 km"),
            (123_456.0, "123 km"),
        ] {
            assert_eq!(leg(metres).distance_text(), text);
        }
    }

    #[test]
    fn a_position_is_told_from_a_named_place() {
        let mitrovica = at(42.8914, 20.8660);
        assert_eq!(seen_from("Mitrovica", mitrovica, at(42.9169, 20.9006)), "4 km NE of Mitrovica");
        assert_eq!(seen_from("Mitrovica", mitrovica, at(42.6629, 21.1655)), "35 km SE of Mitrovica");
        assert_eq!(seen_from("Mitrovica", mitrovica, mitrovica), "at Mitrovica");
    }

    #[test]
    fn compass_points_change_half_way() {
        assert_eq!(CompassPoint::of_eight(22.4), CompassPoint::N);
        assert_eq!(CompassPoint::of_eight(22.6), CompassPoint::Ne);
        assert_eq!(CompassPoint::of_sixteen(22.4), CompassPoint::Nne);
        assert_eq!(CompassPoint::of_sixteen(348.8), CompassPoint::N);
        assert_eq!(CompassPoint::of_eight(337.6), CompassPoint::N);
        assert_eq!(CompassPoint::of_eight(-90.0), CompassPoint::W);
        for (index, point) in CompassPoint::ALL.into_iter().enumerate() {
            assert_eq!(CompassPoint::of_sixteen(index as f64 * 22.5), point);
        }
    }

    proptest! {
        #[test]
        fn there_is_as_far_as_back(
            a in -90.0..=90.0, b in -180.0..=180.0, c in -90.0..=90.0, d in -180.0..=180.0
        ) {
            let there = Leg::between(at(a, b), at(c, d));
            let back = Leg::between(at(c, d), at(a, b));
            prop_assert!((there.distance_m() - back.distance_m()).abs() < 1e-6);
            prop_assert!((0.0..360.0).contains(&there.bearing_deg()));
            prop_assert!(there.distance_m() <= 20_003_932.0);
        }
    }
}
