//! A window of the Earth as dots: lines of borders and coasts, and where the places lie.
//!
//! Pure geometry. Eight dots, two wide and four high, are one cell of text, as the braille letters of Unicode have
//! them (U+2800 and on), so that dots stand about as far apart across as down. The Earth is taken as a sphere here and
//! laid on a plane that keeps distance and bearing from the centre (azimuthal equidistant): half a percent off at most.

use crate::geography::border_lines::{Line, LineKind, turn};
use crate::geography::borders::{Borders, spans};
use crate::geography::country::Country;
use crate::geography::gazetteer::Gazetteer;
use crate::geography::position::Position;

/// Mean radius of the Earth in metres (IUGG).
const EARTH_M: f64 = 6_371_008.8;
/// Radii in kilometres between which a person may change, from near to far.
pub const RADII_KM: [u16; 6] = [10, 25, 50, 100, 250, 1_000];
/// Most cells a chart has each way.
pub const MOST_CELLS: u16 = 400;
/// Places looked at for a chart.
const PLACES: usize = 48;
/// Lines are cut into pieces of at most this many degrees, which are straight on the plane for the eye.
const PIECE_DEGREES: f64 = 1.0;
/// Beyond this angle from the centre, in degrees, nothing is drawn: no window reaches so far.
const HORIZON: f64 = 60.0;

/// What a window shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// In the middle.
    pub centre: Position,
    /// Half the shorter side in metres, from 100 m to 2,000 km.
    pub radius_m: f64,
    /// How wrong the centre may be, in metres; drawn as a circle where it is large enough.
    pub error_m: f64,
}

/// A window as it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// Cells across.
    pub columns: u16,
    /// Cells down.
    pub rows: u16,
    /// What it shows.
    pub view: View,
    /// From one dot to the next, in metres.
    pub dot_m: f64,
    /// Borders, coasts and lines within a country; the last are drawn with gaps, borders with smaller ones.
    pub lines: Dots,
    /// The circle of error; empty where it would be no larger than the mark of the centre.
    pub circle: Dots,
    /// Places in the window, the ones to write first, first.
    pub spots: Vec<Spot>,
    /// Cells whose country is known, for each country the one most in its middle first; empty where there is only one
    /// country in the window.
    pub grounds: Vec<Ground>,
}

/// A place on a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// Cell across, from the left.
    pub column: u16,
    /// Cell down, from the top.
    pub row: u16,
    /// Its name.
    pub name: String,
}

/// A cell in a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ground {
    /// Cell across, from the left.
    pub column: u16,
    /// Cell down, from the top.
    pub row: u16,
    /// Which.
    pub country: Country,
}

/// Dots in cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dots {
    columns: u16,
    cells: Vec<u8>,
}

impl Dots {
    fn none(columns: u16, rows: u16) -> Self {
        Self { columns, cells: vec![0; usize::from(columns) * usize::from(rows)] }
    }

    /// The dots of a cell: the lower eight bits of its braille letter.
    pub fn cell(&self, column: u16, row: u16) -> u8 {
        self.at(column, row).and_then(|at| self.cells.get(at)).copied().unwrap_or_default()
    }

    fn at(&self, column: u16, row: u16) -> Option<usize> {
        (column < self.columns).then(|| usize::from(row) * usize::from(self.columns) + usize::from(column))
    }

    /// Sets the dot at a place counted in dots; outside there are none.
    fn set(&mut self, x: f64, y: f64) {
        let (Some(x), Some(y)) = (whole(x), whole(y)) else { return };
        let bit = match (x % 2, y % 4) {
            (0, 3) => 6,
            (_, 3) => 7,
            (0, down) => down,
            (_, down) => down + 3,
        };
        if let Some(cell) = self.at(x / 2, y / 4).and_then(|at| self.cells.get_mut(at)) {
            *cell |= 1 << bit;
        }
    }
}

/// The whole number below, if a cell can have it.
fn whole(value: f64) -> Option<u16> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "inside the range of the type, and no number is in no range"
    )]
    (0.0..65_536.0).contains(&value).then_some(value as u16)
}

/// The plane under the window: dots east and dots south of its upper left corner.
struct Plane {
    latitude: f64,
    longitude: f64,
    dot_m: f64,
    wide: f64,
    high: f64,
    /// The dot under the centre: in the middle of the middle cell.
    middle: (f64, f64),
}

impl Plane {
    /// Where an angle of longitude and latitude lies; none beyond the horizon.
    fn dots(&self, longitude: f64, latitude: f64) -> Option<(f64, f64)> {
        let (sin, cos) = latitude.to_radians().sin_cos();
        let (sin_own, cos_own) = self.latitude.to_radians().sin_cos();
        let (sin_turn, cos_turn) = turn(self.longitude, longitude).to_radians().sin_cos();
        let cos_arc = (sin_own * sin + cos_own * cos * cos_turn).clamp(-1.0, 1.0);
        if cos_arc < HORIZON.to_radians().cos() {
            return None;
        }
        let (east, north) = (cos * sin_turn, cos_own * sin - sin_own * cos * cos_turn);
        // The sine keeps its accuracy near the centre, where the cosine loses it.
        let sin_arc = east.hypot(north);
        let stretch = if sin_arc > 0.0 { sin_arc.atan2(cos_arc) / sin_arc } else { 1.0 };
        let scale = stretch * EARTH_M / self.dot_m;
        Some((self.middle.0 + east * scale, self.middle.1 - north * scale))
    }

    /// The position under a dot.
    fn position(&self, x: f64, y: f64) -> Option<Position> {
        let (east, north) = ((x - self.middle.0) * self.dot_m, (self.middle.1 - y) * self.dot_m);
        let far = east.hypot(north);
        if far == 0.0 {
            return Position::new(self.latitude, self.longitude).ok();
        }
        let (sin_arc, cos_arc) = (far / EARTH_M).sin_cos();
        let (sin_own, cos_own) = self.latitude.to_radians().sin_cos();
        let latitude = (cos_arc * sin_own + north / far * sin_arc * cos_own).clamp(-1.0, 1.0).asin();
        let round = (east * sin_arc).atan2(far * cos_own * cos_arc - north * sin_own * sin_arc);
        Position::new(latitude.to_degrees(), turn(0.0, self.longitude + round.to_degrees())).ok()
    }

    /// Angles from the centre to the farthest corner: of latitude, and of longitude, in degrees.
    fn reach(&self) -> (f64, f64) {
        let high = (self.wide.hypot(self.high) / 2.0 * self.dot_m / EARTH_M).to_degrees();
        let share = high.to_radians().sin() / self.latitude.to_radians().cos().max(1e-9);
        let pole_in_sight = self.latitude.abs() + high >= 90.0;
        (high, if pole_in_sight || share >= 1.0 { 180.0 } else { share.asin().to_degrees() })
    }
}

impl Chart {
    /// A chart of so many cells; a size beyond [`MOST_CELLS`] and a radius out of its range are brought back into it.
    pub fn of(view: View, columns: u16, rows: u16, gazetteer: &Gazetteer, borders: &Borders) -> Self {
        let (columns, rows) = (columns.min(MOST_CELLS), rows.min(MOST_CELLS));
        let radius_m =
            if view.radius_m.is_finite() { view.radius_m.clamp(100.0, 2_000_000.0) } else { 25_000.0 };
        let view = View { radius_m, ..view };
        let (wide, high) = (f64::from(columns) * 2.0, f64::from(rows) * 4.0);
        let dot_m = 2.0 * radius_m / wide.min(high).max(1.0);
        let (latitude, longitude) = (view.centre.latitude(), view.centre.longitude());
        let middle = (f64::from(columns / 2) * 2.0 + 1.0, f64::from(rows / 2) * 4.0 + 2.0);
        let plane = Plane { latitude, longitude, dot_m, wide, high, middle };
        let mut chart = Self {
            columns,
            rows,
            view,
            dot_m,
            lines: Dots::none(columns, rows),
            circle: Dots::none(columns, rows),
            spots: Vec::new(),
            grounds: Vec::new(),
        };
        if columns > 0 && rows > 0 {
            chart.draw_lines(&plane, borders);
            chart.draw_circle(&plane);
            chart.find_spots(&plane, gazetteer);
            // Without a line there is one country, or the sea.
            if chart.lines.cells.iter().any(|cell| *cell != 0) {
                chart.find_grounds(&plane, borders);
            }
        }
        chart
    }

    fn draw_lines(&mut self, plane: &Plane, borders: &Borders) {
        let (high, wide) = plane.reach();
        // What is smaller than a dot is not seen, and at 1,000 km most of it is.
        let dot_degrees = (self.dot_m / EARTH_M).to_degrees();
        let shrink = plane.latitude.to_radians().cos();
        let seen = |line: &&Line| {
            line.south <= plane.latitude + high
                && line.north >= plane.latitude - high
                && spans(line, plane.longitude, wide)
        };
        for line in borders.lines.lines.iter().filter(seen) {
            let mut stroke = Stroke { kind: line.kind, drawn: 0 };
            let mut before: Option<(f64, f64)> = None;
            for (longitude, latitude) in borders.lines.points(line) {
                if let Some(from) = before {
                    let east = turn(from.0, longitude);
                    if east.abs() * shrink + (latitude - from.1).abs() < dot_degrees {
                        continue;
                    }
                    let missed = (from.1.min(latitude) > plane.latitude + high)
                        || (from.1.max(latitude) < plane.latitude - high);
                    if !missed {
                        stroke.segment(&mut self.lines, plane, from, (east, latitude - from.1));
                    }
                }
                before = Some((longitude, latitude));
            }
        }
    }

    fn draw_circle(&mut self, plane: &Plane) {
        let radius = self.view.error_m / self.dot_m;
        // Smaller is hidden by the mark; larger than the window says nothing.
        if !(2.5..=plane.wide.hypot(plane.high)).contains(&radius) {
            return;
        }
        // A step of less than one dot, so that the circle has no gaps.
        let steps = whole((radius * 8.0).ceil()).unwrap_or(u16::MAX);
        for step in 0..steps {
            let (sin, cos) = (f64::from(step) / f64::from(steps) * std::f64::consts::TAU).sin_cos();
            self.circle.set(plane.middle.0 + radius * cos, plane.middle.1 + radius * sin);
        }
    }

    fn find_spots(&mut self, plane: &Plane, gazetteer: &Gazetteer) {
        let corner_m = plane.wide.hypot(plane.high) / 2.0 * self.dot_m;
        // The one a person would name comes first, then the large ones.
        let landmark = gazetteer.landmark(self.view.centre).map(|near| near.place);
        let large = gazetteer.largest(self.view.centre, corner_m, PLACES);
        for place in landmark.into_iter().chain(large) {
            let Some((x, y)) = plane.dots(place.position.longitude(), place.position.latitude()) else {
                continue;
            };
            let (Some(column), Some(row)) = (whole(x / 2.0), whole(y / 4.0)) else { continue };
            let spot = Spot { column, row, name: place.name.to_owned() };
            if column < self.columns && row < self.rows && !self.spots.contains(&spot) {
                self.spots.push(spot);
            }
        }
    }

    /// Asks a few cells for their country, and puts those in the middle of a country before those at its edge.
    fn find_grounds(&mut self, plane: &Plane, borders: &Borders) {
        let mut asked: Vec<Ground> = Vec::new();
        for (part_down, part_across) in
            (0..3_u16).flat_map(|down| (0..5_u16).map(move |across| (down, across)))
        {
            let (column, row) =
                (self.columns * (2 * part_across + 1) / 10, self.rows * (2 * part_down + 1) / 6);
            let position = plane.position(f64::from(column) * 2.0 + 1.0, f64::from(row) * 4.0 + 2.0);
            if let Some(country) = position.and_then(|position| borders.country_at(position)) {
                asked.push(Ground { column, row, country });
            }
        }
        let mut countries: Vec<Country> = asked.iter().map(|one| one.country).collect();
        countries.sort_unstable();
        countries.dedup();
        if countries.len() < 2 {
            return;
        }
        for country in countries {
            let own = || asked.iter().filter(|one| one.country == country);
            let count = own().count().max(1) as f64;
            let middle = own().fold((0.0, 0.0), |sum, one| {
                (sum.0 + f64::from(one.column) / count, sum.1 + f64::from(one.row) / count)
            });
            let off = |one: &&Ground| {
                (f64::from(one.column) - middle.0).hypot(2.0 * (f64::from(one.row) - middle.1))
            };
            let mut cells: Vec<Ground> = own().copied().collect();
            cells.sort_by(|one, other| off(&one).total_cmp(&off(&other)));
            self.grounds.extend(cells);
        }
    }
}

/// Draws along one line, with the gaps of its kind.
struct Stroke {
    kind: LineKind,
    drawn: u32,
}

impl Stroke {
    /// Draws from a point by so many degrees east and north.
    fn segment(&mut self, dots: &mut Dots, plane: &Plane, from: (f64, f64), by: (f64, f64)) {
        let pieces = (by.0.abs().max(by.1.abs()) / PIECE_DEGREES).ceil().clamp(1.0, 360.0);
        let mut start = plane.dots(from.0, from.1);
        let mut piece = 1.0;
        while piece <= pieces {
            let share = piece / pieces;
            let end = plane.dots(from.0 + by.0 * share, from.1 + by.1 * share);
            if let (Some(start), Some(end)) = (start, end) {
                self.straight(dots, plane, start, end);
            }
            start = end;
            piece += 1.0;
        }
    }

    fn straight(&mut self, dots: &mut Dots, plane: &Plane, from: (f64, f64), to: (f64, f64)) {
        let Some((from, to)) = clipped(from, to, (plane.wide, plane.high)) else { return };
        let (x, y) = (to.0 - from.0, to.1 - from.1);
        // Half a dot a step leaves no gap; the window is at most some thousand dots wide.
        let steps = whole((x.abs().max(y.abs()) * 2.0).ceil()).unwrap_or(u16::MAX).max(1);
        for step in 1..=steps {
            let share = f64::from(step) / f64::from(steps);
            self.drawn = self.drawn.wrapping_add(1);
            // In half dots.
            let shown = match self.kind {
                LineKind::Coast => true,
                LineKind::Border => self.drawn % 8 < 5,
                LineKind::Within => self.drawn % 8 < 2,
            };
            if shown {
                dots.set(from.0 + x * share, from.1 + y * share);
            }
        }
    }
}

/// The part of a straight line that lies in a window from (0, 0) on (after Liang and Barsky).
fn clipped(from: (f64, f64), to: (f64, f64), size: (f64, f64)) -> Option<((f64, f64), (f64, f64))> {
    let (x, y) = (to.0 - from.0, to.1 - from.1);
    let (mut first, mut last) = (0.0_f64, 1.0_f64);
    for (step, room) in [(-x, from.0), (x, size.0 - from.0), (-y, from.1), (y, size.1 - from.1)] {
        if step == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if step < 0.0 {
            first = first.max(room / step);
        } else {
            last = last.min(room / step);
        }
    }
    let at = |share: f64| (from.0 + x * share, from.1 + y * share);
    (first <= last).then(|| (at(first), at(last)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, proptest};

    use super::{Chart, Dots, Plane, View, clipped};
    use crate::geography::borders::Borders;
    use crate::geography::distance::Leg;
    use crate::geography::gazetteer::Gazetteer;
    use crate::geography::position::Position;

    fn plane(latitude: f64, longitude: f64) -> Plane {
        Plane { latitude, longitude, dot_m: 1_000.0, wide: 200.0, high: 200.0, middle: (100.0, 100.0) }
    }

    #[test]
    fn the_dots_of_a_cell_are_those_of_its_braille_letter() {
        let mut dots = Dots::none(1, 1);
        let bits: Vec<u8> =
            [(0.0, 0.0), (0.5, 1.9), (0.0, 2.0), (1.0, 0.0), (1.0, 1.0), (1.0, 2.0), (0.0, 3.0), (1.9, 3.9)]
                .into_iter()
                .map(|(x, y)| {
                    let before = dots.cell(0, 0);
                    dots.set(x, y);
                    dots.cell(0, 0) ^ before
                })
                .collect();
        assert_eq!(bits, [1, 2, 4, 8, 16, 32, 64, 128]);
        dots.set(2.0, 0.0);
        dots.set(-0.1, 0.0);
        dots.set(f64::NAN, 0.0);
        assert_eq!((dots.cell(0, 0), dots.cell(1, 0), dots.cell(0, 1)), (255, 0, 0));
    }

    #[test]
    fn a_line_is_cut_at_the_window() {
        assert_eq!(clipped((-5.0, 5.0), (15.0, 5.0), (10.0, 10.0)), Some(((0.0, 5.0), (10.0, 5.0))));
        assert_eq!(clipped((-5.0, -1.0), (15.0, -1.0), (10.0, 10.0)), None);
    }

    #[test]
    fn the_error_is_drawn_only_where_it_can_be_seen() {
        let centre = Position::new(42.8914, 20.8660).unwrap();
        let circle = |error_m: f64| {
            let view = View { centre, radius_m: 25_000.0, error_m };
            let chart = Chart::of(view, 26, 8, Gazetteer::of_the_world(), Borders::of_the_world());
            chart.circle.cells.iter().any(|cell| *cell != 0)
        };
        assert!(!circle(100.0) && circle(5_000.0) && !circle(5e6) && !circle(f64::NAN));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn what_lies_under_a_dot_is_drawn_there(
            latitude in -89.0..89.0_f64, longitude in -180.0..180.0_f64, x in 0.0..200.0_f64, y in 0.0..200.0_f64,
        ) {
            let plane = plane(latitude, longitude);
            let position = plane.position(x, y).unwrap();
            let (back_x, back_y) = plane.dots(position.longitude(), position.latitude()).unwrap();
            assert!((back_x - x).abs() < 0.01 && (back_y - y).abs() < 0.01, "{x} {y} {back_x} {back_y}");
            let centre = Position::new(latitude, longitude).unwrap();
            let real = Leg::between(centre, position).distance_m() / 1_000.0;
            let drawn = (x - 100.0).hypot(y - 100.0);
            assert!((real - drawn).abs() <= 0.007 * drawn + 0.01, "{real} {drawn}");
        }
    }
}
