//! In which country a position lies, and how far the next border is.
//!
//! The lines show who holds the ground, right to about a kilometre (Natural Earth, 1:10 million), so a distance to a
//! border is to be read with "about". The program takes no position on whose the land is: see `data/README.md`.

use std::sync::OnceLock;

use crate::geography::border_lines::{BorderLines, Line, LineKind, turn};
use crate::geography::country::Country;
use crate::geography::distance::Leg;
use crate::geography::packed::{PackedError, expanded};
use crate::geography::position::Position;

const LINES: &[u8] = include_bytes!("data/borders.zst");

/// A position in the sea, but nearer to land than this many metres, counts as on that land: coasts are drawn no better.
const COAST_ERROR_M: f64 = 2_000.0;
/// Metres of one degree of latitude at its shortest, for leaving out what is surely too far.
const LEAST_DEGREE_M: f64 = 110_500.0;

/// A border near a position.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NearBorder {
    /// From the position to the nearest point of the border.
    pub leg: Leg,
    /// The countries on both sides.
    pub sides: [Country; 2],
}

impl NearBorder {
    /// The country across, for somebody who stands in `own`.
    pub fn across(&self, own: Option<Country>) -> Country {
        let [one, other] = self.sides;
        if own == Some(one) { other } else { one }
    }
}

/// Borders and coasts of the world.
#[derive(Debug, Default)]
pub struct Borders {
    pub(super) lines: BorderLines,
}

impl Borders {
    /// The built-in ones, read on first use and kept. Should they be damaged, which the tests of this room exclude,
    /// there are none.
    pub fn of_the_world() -> &'static Self {
        static READ: OnceLock<Borders> = OnceLock::new();
        READ.get_or_init(|| Self::read(LINES).unwrap_or_default())
    }

    /// Reads the compressed file.
    ///
    /// # Errors
    /// When it is no zstd frame, or its inside does not read.
    pub fn read(file: &[u8]) -> Result<Self, PackedError> {
        Ok(Self { lines: BorderLines::read(expanded(file)?)? })
    }

    /// The country a position lies in; on the coast, up to two kilometres out, the country of that coast. None on the
    /// high sea and where nobody's country is.
    pub fn country_at(&self, position: Position) -> Option<Country> {
        let mut inside = vec![false; self.lines.territories.len()];
        for line in self.lines.lines.iter().filter(|line| {
            line.north > position.latitude()
                && line.west <= position.longitude()
                && line.east >= position.longitude()
        }) {
            // Going north from the position to the pole, every line crossed changes the side of its two territories.
            if self.crossings_north_of(line, position) % 2 == 1 {
                for territory in line.territories.into_iter().flatten() {
                    if let Some(side) = inside.get_mut(territory) {
                        *side = !*side;
                    }
                }
            }
        }
        let held = inside.iter().zip(&self.lines.territories).find(|(inside, _)| **inside);
        match held {
            Some((_, country)) => *country,
            None => {
                self.nearest(position, COAST_ERROR_M, LineKind::Coast).and_then(|(_, line)| line.sides[0])
            }
        }
    }

    /// How often a line crosses the meridian of a position between it and the north pole.
    fn crossings_north_of(&self, line: &Line, position: Position) -> usize {
        let mut before: Option<(f64, f64)> = None;
        let mut count = 0;
        for (longitude, latitude) in self.lines.points(line) {
            let east = turn(position.longitude(), longitude);
            if let Some((east_before, latitude_before)) = before {
                // What changes sign over the far meridian does not cross this one.
                let crosses = (east < 0.0) != (east_before < 0.0) && (east - east_before).abs() < 180.0;
                if crosses {
                    let share = east_before / (east_before - east);
                    count += usize::from(
                        latitude_before + share * (latitude - latitude_before) > position.latitude(),
                    );
                }
            }
            before = Some((east, latitude));
        }
        count
    }

    /// The nearest border of two countries within `within_m` metres (sensible up to 100 km: it is measured on a plane
    /// laid at the position).
    pub fn nearest_border(&self, position: Position, within_m: f64) -> Option<NearBorder> {
        let (leg, line) = self.nearest(position, within_m, LineKind::Border)?;
        let [Some(one), Some(other)] = line.sides else { return None };
        Some(NearBorder { leg, sides: [one, other] })
    }

    fn nearest(&self, position: Position, within_m: f64, kind: LineKind) -> Option<(Leg, &Line)> {
        let shrink = position.latitude().to_radians().cos();
        let high = within_m / LEAST_DEGREE_M;
        let wide = if shrink > high / 180.0 { high / shrink * 1.05 } else { 180.0 };
        let mut best: Option<(f64, (f64, f64), &Line)> = None;
        for line in self.lines.lines.iter().filter(|line| line.kind == kind) {
            let (latitude, longitude) = (position.latitude(), position.longitude());
            if line.south - high > latitude || line.north + high < latitude || !spans(line, longitude, wide) {
                continue;
            }
            let mut before: Option<(f64, f64)> = None;
            for (point_longitude, point_latitude) in self.lines.points(line) {
                let here = (turn(longitude, point_longitude) * shrink, point_latitude - latitude);
                let from = before.unwrap_or(here);
                let foot = nearest_on_segment(from, here);
                let far = foot.0.hypot(foot.1);
                if best.is_none_or(|(least, ..)| far < least) {
                    best = Some((far, foot, line));
                }
                before = Some(here);
            }
        }
        let (_, (east, north), line) = best?;
        let longitude = position.longitude() + if shrink > 0.0 { east / shrink } else { 0.0 };
        let foot =
            Position::new((position.latitude() + north).clamp(-90.0, 90.0), turn(0.0, longitude)).ok()?;
        let leg = Leg::between(position, foot);
        (leg.distance_m() <= within_m).then_some((leg, line))
    }
}

/// Whether a line comes within `wide` degrees of longitude of a meridian.
pub(super) fn spans(line: &Line, longitude: f64, wide: f64) -> bool {
    let (west, east) = (turn(longitude, line.west), turn(longitude, line.east));
    // Over the far meridian, or all around: cannot be told from the ends alone.
    wide >= 90.0 || line.east - line.west >= 180.0 || west > east || (west <= wide && east >= -wide)
}

/// The point of a segment that is nearest to the origin.
fn nearest_on_segment(from: (f64, f64), to: (f64, f64)) -> (f64, f64) {
    let (x, y) = (to.0 - from.0, to.1 - from.1);
    let length = x * x + y * y;
    let share = if length > 0.0 { (-(from.0 * x + from.1 * y) / length).clamp(0.0, 1.0) } else { 0.0 };
    (from.0 + share * x, from.1 + share * y)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, proptest};

    use super::{Borders, LINES};
    use crate::geography::country::Country;
    use crate::geography::position::Position;

    fn at(latitude: f64, longitude: f64) -> Position {
        Position::new(latitude, longitude).unwrap()
    }

    fn code_at(latitude: f64, longitude: f64) -> String {
        let country = Borders::of_the_world().country_at(at(latitude, longitude));
        country.map_or_else(|| "-".to_owned(), |country| country.code().to_owned())
    }

    #[test]
    fn the_built_in_borders_read() {
        assert!(Borders::read(LINES).unwrap().lines.lines.len() > 4_000);
    }

    #[test]
    fn a_position_lies_in_its_country() {
        for (latitude, longitude, code) in [
            (42.8914, 20.8660, "XK"), // Mitrovica
            (43.1367, 20.5122, "RS"), // Novi Pazar
            (16.2717, -0.0447, "ML"), // Gao
            (16.9733, 7.9911, "NE"),  // Agadez
            (50.4547, 30.5238, "UA"), // Kyiv
            (44.9521, 34.1024, "UA"), // Simferopol
            (35.5014, 12.6096, "IT"), // Lampedusa
            (35.8892, -5.3204, "ES"), // Ceuta
            (50.8505, 4.3488, "BE"),  // Brussels
            (-17.7, 178.0, "FJ"),     // Fiji, west of the antimeridian
            (-16.85, -179.98, "FJ"),  // Taveuni, east of it
            (66.0, -175.0, "RU"),     // Chukotka, east of it
            (-85.0, 100.0, "AQ"),
            (-90.0, 0.0, "AQ"),
            (90.0, 0.0, "-"),
            (34.5, 18.0, "-"), // between Sicily and Libya
            (0.0, 0.0, "-"),
        ] {
            assert_eq!(code_at(latitude, longitude), code, "{latitude} {longitude}");
        }
    }

    #[test]
    fn the_next_border_is_told_with_its_distance_and_the_country_across() {
        // The crossing of Jarinje, on the line between Kosovo and Serbia.
        let near = Borders::of_the_world().nearest_border(at(43.2200, 20.6940), 10_000.0).unwrap();
        assert!(near.leg.distance_m() < 2_500.0, "{near:?}");
        let kosovo = Country::from_code("XK");
        assert_eq!(near.across(kosovo).code(), "RS");
        assert_eq!(near.across(Country::from_code("RS")).code(), "XK");
        // Mitrovica is farther from it.
        assert_eq!(Borders::of_the_world().nearest_border(at(42.8914, 20.8660), 5_000.0), None);
        let farther = Borders::of_the_world().nearest_border(at(42.8914, 20.8660), 50_000.0).unwrap();
        assert!((20_000.0..30_000.0).contains(&farther.leg.distance_m()), "{farther:?}");
        // The sea has none.
        assert_eq!(Borders::of_the_world().nearest_border(at(34.5, 18.0), 100_000.0), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn no_position_breaks_the_borders(latitude in -90.0..=90.0, longitude in -180.0..=180.0, within in 0.0..200_000.0) {
            let borders = Borders::of_the_world();
            let _ = borders.country_at(at(latitude, longitude));
            if let Some(near) = borders.nearest_border(at(latitude, longitude), within) {
                assert!(near.leg.distance_m() <= within);
            }
        }
    }
}
