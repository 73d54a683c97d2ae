//! The lines between territories and along coasts.
//!
//! The inside of `data/borders.zst` (numbers and texts as in `packed`):
//!
//! ```text
//! four signed numbers   a step east, a step north, the longitude and the latitude of the origin, in 10^-12 degree
//! number of territories · for each, the country code under which its places are listed, or nothing (a text)
//! number of lines · for each:
//!     territory on one side, counted from 1 · territory on the other side, 0 for the sea
//!     number of points · for each, steps east and north from the point before (signed; the first: from the origin)
//! ```

use crate::geography::country::Country;
use crate::geography::packed::{PackedError, Reader};

/// What a line parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// Land and sea.
    Coast,
    /// Two countries.
    Border,
    /// Two territories of which both, or one of them, are listed under no country or under the same: a line on the
    /// ground that is no border of states in this program.
    Within,
}

/// One line. Angles are degrees.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) kind: LineKind,
    pub(super) sides: [Option<Country>; 2],
    /// Numbers of the territories; the sea is none.
    pub(super) territories: [Option<usize>; 2],
    pub(super) south: f64,
    pub(super) north: f64,
    /// Longitudes from one to the other; a line over the antimeridian runs from -180 to 180.
    pub(super) west: f64,
    pub(super) east: f64,
    start: usize,
    points: usize,
}

/// All lines.
#[derive(Debug, Default)]
pub(super) struct BorderLines {
    inside: Vec<u8>,
    frame: [f64; 4],
    pub(super) territories: Vec<Option<Country>>,
    pub(super) lines: Vec<Line>,
}

impl BorderLines {
    /// Reads the inside of the file and keeps it.
    pub(super) fn read(inside: Vec<u8>) -> Result<Self, PackedError> {
        let mut reader = Reader(&inside);
        let mut frame = [0.0; 4];
        for part in &mut frame {
            *part = reader.signed()? as f64 / 1e12;
        }
        let mut territories = Vec::new();
        for _ in 0..reader.count()? {
            let code = reader.text()?;
            let country = Country::from_code(code);
            if country.is_none() && !code.is_empty() {
                return Err(PackedError::Inside);
            }
            territories.push(country);
        }
        let mut read = Self { inside: Vec::new(), frame, territories, lines: Vec::new() };
        for _ in 0..reader.count()? {
            let mut sides = [None; 2];
            let mut numbers = [None; 2];
            for (side, number) in sides.iter_mut().zip(&mut numbers) {
                *number = reader.count()?.checked_sub(1);
                if let Some(territory) = *number {
                    *side = *read.territories.get(territory).ok_or(PackedError::Inside)?;
                }
            }
            let kind = match (numbers, sides) {
                ([Some(_), None], _) => LineKind::Coast,
                ([Some(_), Some(_)], [Some(one), Some(other)]) if one != other => LineKind::Border,
                ([Some(_), Some(_)], _) => LineKind::Within,
                _ => return Err(PackedError::Inside),
            };
            let points = reader.count()?;
            let start = inside.len() - reader.0.len();
            let mut line = Line {
                kind,
                sides,
                territories: numbers,
                south: 90.0,
                north: -90.0,
                west: 180.0,
                east: -180.0,
                start,
                points,
            };
            let mut steps = Steps { reader, left: points, at: (0, 0) };
            let mut before: Option<f64> = None;
            let mut met = 0_usize;
            for (x, y) in steps.by_ref() {
                let (longitude, latitude) = read.degrees(x, y);
                let jumps = before.is_some_and(|before: f64| (before - longitude).abs() > 180.0);
                line.south = line.south.min(latitude);
                line.north = line.north.max(latitude);
                line.west = if jumps { -180.0 } else { line.west.min(longitude) };
                line.east = if jumps { 180.0 } else { line.east.max(longitude) };
                before = Some(longitude);
                met += 1;
            }
            reader = steps.reader;
            if met != points || line.south < -90.001 || line.north > 90.001 {
                return Err(PackedError::Inside);
            }
            read.lines.push(line);
        }
        read.inside = inside;
        Ok(read)
    }

    /// The points of a line, longitude and latitude in degrees.
    pub(super) fn points(&self, line: &Line) -> impl Iterator<Item = (f64, f64)> {
        let reader = Reader(self.inside.get(line.start..).unwrap_or_default());
        Steps { reader, left: line.points, at: (0, 0) }.map(|(x, y)| self.degrees(x, y))
    }

    fn degrees(&self, x: i64, y: i64) -> (f64, f64) {
        let [step_east, step_north, west, south] = self.frame;
        (x as f64 * step_east + west, y as f64 * step_north + south)
    }
}

/// Goes along the points of a line.
struct Steps<'a> {
    reader: Reader<'a>,
    left: usize,
    at: (i64, i64),
}

impl Iterator for Steps<'_> {
    type Item = (i64, i64);

    fn next(&mut self) -> Option<(i64, i64)> {
        self.left = self.left.checked_sub(1)?;
        let (east, north) = (self.reader.signed().ok()?, self.reader.signed().ok()?);
        self.at = (self.at.0.checked_add(east)?, self.at.1.checked_add(north)?);
        Some(self.at)
    }
}

/// How far east a longitude lies of another, -180..180 degrees, for angles less than one and a half turns apart.
pub(super) fn turn(from: f64, to: f64) -> f64 {
    let east = to - from;
    // A remainder would say the same and take most of the time of a map.
    if east >= 180.0 {
        east - 360.0
    } else if east < -180.0 {
        east + 360.0
    } else {
        east
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, proptest};

    use super::{BorderLines, LineKind, turn};

    #[test]
    fn turns_take_the_short_way() {
        assert_eq!(turn(179.0, -179.0), 2.0);
        assert_eq!(turn(-179.0, 179.0), -2.0);
        assert_eq!(turn(10.0, 10.0), 0.0);
    }

    #[test]
    fn a_line_is_read_as_it_was_written() {
        // Steps of 10^-12 degree, one territory, one coast of two points.
        let inside = vec![2, 2, 0, 0, 1, 2, b'F', b'J', 1, 1, 0, 2, 2, 4, 1, 0];
        let read = BorderLines::read(inside.clone()).unwrap();
        assert_eq!(read.lines[0].kind, LineKind::Coast);
        let points: Vec<_> = read.points(&read.lines[0]).collect();
        assert_eq!(points, [(1e-12, 2e-12), (0.0, 2e-12)]);
        for length in 0..inside.len() {
            assert!(BorderLines::read(inside[..length].to_vec()).is_err(), "{length}");
        }
    }

    proptest! {
        #[test]
        fn foreign_bytes_are_refused_without_a_panic(bytes in any::<Vec<u8>>()) {
            let _ = BorderLines::read(bytes);
        }
    }
}
