//! The grid zones of MGRS: where each one begins and ends (NGA.STND.0037, grid zone designations).

use crate::geography::distance::Leg;
use crate::geography::position::Position;

/// Latitude bands of UTM from 80 S northwards, eight degrees each; the last, X, has twelve.
const BANDS: &str = "CDEFGHJKLMNPQRSTUVWX";

/// How much longer or shorter a metre of the grid may be than a metre on the ground: at most 0.6 %, at a
/// pole.
const GRID_SCALE: f64 = 1.01;

/// A grid zone that exists: a piece of the Earth bounded by two parallels and two meridians, or a polar cap.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct GridZone {
    south: f64,
    north: f64,
    /// Longitude of the middle, degrees.
    middle: f64,
    /// Half the width, degrees of longitude.
    half_width: f64,
}

impl GridZone {
    /// The UTM zone of this number, 1 to 60, and this band letter, or `None` where there is no such zone.
    ///
    /// Southern Norway and Svalbard are cut differently: 32V takes three degrees from 31V; 32X, 34X and 36X
    /// do not exist.
    pub(super) fn utm(number: u8, band: char) -> Option<Self> {
        if !(1..=60).contains(&number) {
            return None;
        }
        let index = BANDS.find(band)?;
        let south = index as f64 * 8.0 - 80.0;
        let north = if band == 'X' { 84.0 } else { south + 8.0 };
        let regular_west = f64::from(number) * 6.0 - 186.0;
        let (west, east) = match (number, band) {
            (31, 'V') => (0.0, 3.0),
            (32, 'V') => (3.0, 12.0),
            (31, 'X') => (0.0, 9.0),
            (33, 'X') => (9.0, 21.0),
            (35, 'X') => (21.0, 33.0),
            (37, 'X') => (33.0, 42.0),
            (32 | 34 | 36, 'X') => return None,
            _ => (regular_west, regular_west + 6.0),
        };
        Some(Self { south, north, middle: (west + east) / 2.0, half_width: (east - west) / 2.0 })
    }

    /// The half of a polar cap that has this letter: A and B south of 80 S, Y and Z north of 84 N; A and Y
    /// west.
    pub(super) fn polar(letter: char) -> Option<Self> {
        let (south, north) = if matches!(letter, 'A' | 'B') { (-90.0, -80.0) } else { (84.0, 90.0) };
        let middle = match letter {
            'A' | 'Y' => -90.0,
            'B' | 'Z' => 90.0,
            _ => return None,
        };
        Some(Self { south, north, middle, half_width: 90.0 })
    }

    /// Whether the position lies in the zone or no more than `margin_m` metres of the grid outside it.
    pub(super) fn reaches(self, position: Position, margin_m: f64) -> bool {
        let east_of_middle = (position.longitude() - self.middle + 180.0).rem_euclid(360.0) - 180.0;
        let longitude = self.middle + east_of_middle.clamp(-self.half_width, self.half_width);
        let latitude = position.latitude().clamp(self.south, self.north);
        Position::new(latitude, longitude).is_ok_and(|nearest| {
            Leg::between(position, nearest).distance_m() <= margin_m * GRID_SCALE + 0.001
        })
    }
}

#[cfg(test)]
mod tests {
    use super::GridZone;
    use crate::geography::position::Position;

    fn at(latitude: f64, longitude: f64) -> Position {
        Position::new(latitude, longitude).unwrap()
    }

    #[test]
    fn norway_and_svalbard_are_cut_their_own_way() {
        let bergen = at(60.3913, 5.3221);
        assert!(GridZone::utm(32, 'V').unwrap().reaches(bergen, 0.0));
        assert!(!GridZone::utm(31, 'V').unwrap().reaches(bergen, 100_000.0));
        let longyearbyen = at(78.2232, 15.6267);
        assert!(GridZone::utm(33, 'X').unwrap().reaches(longyearbyen, 0.0));
        for missing in [32, 34, 36] {
            assert_eq!(GridZone::utm(missing, 'X'), None);
        }
    }

    #[test]
    fn letters_that_could_be_digits_and_numbers_beyond_sixty_name_no_zone() {
        for band in ['I', 'O', 'A', 'B', 'Y', 'Z', '1'] {
            assert_eq!(GridZone::utm(34, band), None);
        }
        assert_eq!(GridZone::utm(0, 'T'), None);
        assert_eq!(GridZone::utm(61, 'T'), None);
        assert_eq!(GridZone::polar('C'), None);
    }

    #[test]
    fn the_margin_reaches_across_the_antimeridian() {
        let first = GridZone::utm(1, 'N').unwrap();
        assert!(first.reaches(at(4.0, 179.999), 200.0));
        assert!(!first.reaches(at(4.0, 179.999), 50.0));
    }

    #[test]
    fn band_x_reaches_to_84_north() {
        assert!(GridZone::utm(40, 'X').unwrap().reaches(at(83.999, 57.0), 0.0));
        assert!(!GridZone::utm(40, 'X').unwrap().reaches(at(84.01, 57.0), 500.0));
    }
}
