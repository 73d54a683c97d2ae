//! Reports of one place in one window of time, without comparing each with each.
//!
//! ```text
//!  positions known well  ─▶ cells of 1 km  ─┐
//!                        ─▶ cells of 10 km ─┼─▶ a report looks into its own cell and the eight around it
//!  positions known badly ─▶ cells of 10 km ─┘
//! ```
//!
//! A cell is as wide as the furthest two of its reports may lie apart and still be of one place. Distances are taken on a
//! sphere, along the parallel in the middle: within ten kilometres that differs by less than half a percent from the
//! ellipsoid.

use std::collections::BTreeMap;

use crate::domain::repeats::in_time::InTime;
use crate::domain::repeats::marks::{Marks, Spot};

/// Hours that may lie between two sightings of one window.
pub const WINDOW_HOURS: u32 = 6;
/// Metres within which two places are one, however exactly both are known.
pub const SAME_PLACE_M: u32 = 500;
/// A position that may be off by more than this, in metres, says too little to be compared.
pub const VAGUEST_M: u32 = 5_000;
/// A sighting that lasted longer than this, in hours, has no window.
pub const LONGEST_HOURS: u32 = 24;

/// Reports of one cell that are compared with one report, the nearest in time first.
const MOST_OF_A_CELL: usize = 64;

/// Metres of a degree of latitude, on a sphere as large as the Earth.
const METRES_A_DEGREE: f64 = 111_195.0;

/// What two positions may be off by at most, each, to be known well.
const WELL_KNOWN_M: u32 = 500;
/// Cells, a twentieth wider than two reports may lie apart, because rows nearer to a pole are shorter.
const FINE_M: f64 = 1_050.0;
const COARSE_M: f64 = 10_500.0;

type Cells = BTreeMap<(i64, i64), InTime>;

/// Where everything was seen.
#[derive(Debug)]
pub(super) struct Nearby<'a> {
    all: &'a [Marks],
    fine: Cells,
    well_known: Cells,
    badly_known: Cells,
}

/// Two reports of one place and one window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Near {
    pub(super) other: usize,
    pub(super) metres: u32,
    pub(super) minutes: u32,
}

impl<'a> Nearby<'a> {
    pub(super) fn of(all: &'a [Marks]) -> Self {
        let cells = |known_well: bool, width: f64| {
            let mut cells: BTreeMap<(i64, i64), Vec<usize>> = BTreeMap::new();
            for (at, one) in all.iter().enumerate() {
                if let Some(spot) = comparable(one).filter(|spot| is_well_known(spot) == known_well) {
                    cells.entry(cell(spot.latitude, spot.longitude, width)).or_default().push(at);
                }
            }
            cells.into_iter().map(|(cell, reports)| (cell, InTime::of(reports, all))).collect()
        };
        Self {
            all,
            fine: cells(true, FINE_M),
            well_known: cells(true, COARSE_M),
            badly_known: cells(false, COARSE_M),
        }
    }

    /// The reports of the same place in the same window. Counts what it compares, and says whether it left some out.
    pub(super) fn to(&self, at: usize, looked_at: &mut usize) -> (Vec<Near>, bool) {
        let (mut near, mut more) = (Vec::new(), false);
        let Some((one, spot)) = self.all.get(at).and_then(|one| Some((one, comparable(one)?))) else {
            return (near, more);
        };
        let grids = match is_well_known(&spot) {
            true => [(&self.fine, FINE_M), (&self.badly_known, COARSE_M)],
            false => [(&self.well_known, COARSE_M), (&self.badly_known, COARSE_M)],
        };
        let within = i64::from(WINDOW_HOURS + LONGEST_HOURS) * 3_600;
        for (cells, width) in grids {
            for cell in around(&spot, width) {
                let Some(reports) = cells.get(&cell) else { continue };
                let mut nearest = reports.nearest(one.begins(), within);
                for other in nearest.by_ref().take(MOST_OF_A_CELL).filter(|other| *other != at) {
                    *looked_at += 1;
                    near.extend(
                        self.all
                            .get(other)
                            .and_then(|theirs| compare(one, theirs))
                            .map(|(metres, minutes)| Near { other, metres, minutes }),
                    );
                }
                more |= nearest.next().is_some();
            }
        }
        (near, more)
    }
}

/// How far two sightings lie apart, in metres and minutes, if they are of one place and one window.
pub(super) fn compare(one: &Marks, other: &Marks) -> Option<(u32, u32)> {
    let (here, there) = (comparable(one)?, comparable(other)?);
    let metres = metres(&here, &there);
    let minutes = one.minutes_from(other);
    let reach = here.error_m.saturating_add(there.error_m).max(SAME_PLACE_M);
    (metres <= f64::from(reach) && minutes <= WINDOW_HOURS * 60).then_some((whole(metres), minutes))
}

fn comparable(one: &Marks) -> Option<Spot> {
    let short = one.to.seconds_since(one.from) <= i64::from(LONGEST_HOURS) * 3_600;
    one.spot.filter(|spot| short && spot.error_m <= VAGUEST_M)
}

fn is_well_known(spot: &Spot) -> bool {
    spot.error_m <= WELL_KNOWN_M
}

fn metres(one: &Spot, other: &Spot) -> f64 {
    let north = (one.latitude - other.latitude) * METRES_A_DEGREE;
    let middle = f64::midpoint(one.latitude, other.latitude).to_radians().cos();
    let apart = (one.longitude - other.longitude).abs();
    let east = apart.min(360.0 - apart) * METRES_A_DEGREE * middle;
    north.hypot(east)
}

fn row(latitude: f64, width: f64) -> i64 {
    floor((latitude + 90.0) * METRES_A_DEGREE / width)
}

/// How many cells of a row go round the Earth.
fn cells_in(row: i64, width: f64) -> i64 {
    // At the edge that is nearer to the pole, where the row is shortest, so that no cell is narrower than its width.
    let edge = |row: i64| (count(row) * width / METRES_A_DEGREE - 90.0).abs().min(90.0);
    let shortest = edge(row).max(edge(row + 1)).to_radians().cos();
    floor(360.0 * METRES_A_DEGREE * shortest / width).max(1)
}

fn cell(latitude: f64, longitude: f64, width: f64) -> (i64, i64) {
    let row = row(latitude, width);
    (row, column(longitude, cells_in(row, width)))
}

fn column(longitude: f64, cells: i64) -> i64 {
    floor((longitude + 180.0) / 360.0 * count(cells)).rem_euclid(cells)
}

/// The cell of a spot and those around it, each once.
fn around(spot: &Spot, width: f64) -> Vec<(i64, i64)> {
    let middle = row(spot.latitude, width);
    let mut found = Vec::new();
    for row in middle - 1..=middle + 1 {
        let cells = cells_in(row, width);
        let own = column(spot.longitude, cells);
        found.extend((own - 1..=own + 1).map(|column| (row, column.rem_euclid(cells))));
    }
    found.sort_unstable();
    found.dedup();
    found
}

#[expect(clippy::cast_possible_truncation, reason = "degrees over a kilometre: some ten thousands at most")]
fn floor(value: f64) -> i64 {
    value.floor() as i64
}

#[expect(clippy::cast_precision_loss, reason = "a number of cells: some ten thousands at most")]
fn count(value: i64) -> f64 {
    value as f64
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "metres within the reach of a position"
)]
fn whole(metres: f64) -> u32 {
    metres.round() as u32
}
