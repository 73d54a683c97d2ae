//! The populated places of the world, sorted so that the near ones stand near each other.
//!
//! The inside of `data/places.zst` (numbers and texts as in `packed`):
//!
//! ```text
//! number of places · number of country codes · the codes, two letters each
//! 180 numbers       places in each band of one degree of latitude, from the south pole on
//! one number each   latitude, in 10^-4 degree from the lower edge of the band
//! one number each   longitude, in 10^-4 degree from the place before in the band (the first: from 180 W)
//! one byte each     country code, by its place in the list
//! one byte each     size: 8 · log2(1 + inhabitants), rounded; 0 when nobody counted
//! the names, UTF-8, a line feed between them
//! ```

use std::ops::{ControlFlow, Range};

use crate::geography::country::Country;
use crate::geography::packed::{PackedError, Reader};
use crate::geography::position::Position;

/// Bands of one degree of latitude.
const BANDS: usize = 180;
/// Units of a stored angle in a degree.
const UNITS: f64 = 10_000.0;

/// A populated place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place<'a> {
    /// The name that GeoNames puts first: usually the local one in Latin letters.
    pub name: &'a str,
    /// Its middle, to about ten metres as stored; how well the source knew it is not told.
    pub position: Position,
    /// Where it is listed.
    pub country: Country,
    /// 8 · log2(1 + inhabitants), 0 when nobody counted: good for ranking alone.
    pub size: u8,
}

#[derive(Debug)]
struct Row {
    latitude: i32,
    longitude: i32,
    name: u32,
    country: u8,
    size: u8,
}

/// All places.
#[derive(Debug, Default)]
pub(super) struct PlaceTable {
    rows: Vec<Row>,
    names: String,
    countries: Vec<Country>,
    bands: Vec<Range<usize>>,
}

impl PlaceTable {
    /// Reads the inside of the file.
    pub(super) fn read(inside: &[u8]) -> Result<Self, PackedError> {
        let mut reader = Reader(inside);
        let count = reader.count()?;
        let code_count = reader.count()?;
        let codes = reader.bytes(code_count.checked_mul(2).ok_or(PackedError::Inside)?)?;
        let countries =
            codes.chunks_exact(2).map(|code| std::str::from_utf8(code).ok().and_then(Country::from_code));
        let countries = countries.collect::<Option<Vec<_>>>().ok_or(PackedError::Inside)?;
        let mut bands = Vec::with_capacity(BANDS);
        let mut end = 0_usize;
        for _ in 0..BANDS {
            let start = end;
            end = end.checked_add(reader.count()?).filter(|end| *end <= count).ok_or(PackedError::Inside)?;
            bands.push(start..end);
        }
        // Every place takes four bytes at least, so a count beyond the bytes is refused before room is made for it.
        if end != count || count > reader.0.len() {
            return Err(PackedError::Inside);
        }
        let mut rows = Vec::with_capacity(count);
        for (band, places) in (-90..).zip(&bands) {
            for _ in places.clone() {
                let latitude = reader.small()?.checked_add(band * 10_000).ok_or(PackedError::Inside)?;
                rows.push(Row { latitude, longitude: 0, name: 0, country: 0, size: 0 });
            }
        }
        for places in &bands {
            let mut longitude = -1_800_000_i32;
            for row in rows.get_mut(places.clone()).unwrap_or_default() {
                longitude = longitude.checked_add(reader.small()?).ok_or(PackedError::Inside)?;
                row.longitude = longitude;
            }
        }
        let (country_bytes, sizes) = (reader.bytes(count)?, reader.bytes(count)?);
        let names = std::str::from_utf8(reader.0).map_err(|_| PackedError::Inside)?.to_owned();
        let mut start = 0_usize;
        for (((row, country), size), name) in
            rows.iter_mut().zip(country_bytes).zip(sizes).zip(names.split('\n'))
        {
            (row.country, row.size) = (*country, *size);
            row.name = u32::try_from(start).map_err(|_| PackedError::Inside)?;
            start = start.saturating_add(name.len()).saturating_add(1);
        }
        let table = Self { rows, names, countries, bands };
        let whole = table.names.split('\n').count() == count.max(1);
        if whole && (0..count).all(|at| table.place(at).is_some()) {
            Ok(table)
        } else {
            Err(PackedError::Inside)
        }
    }

    /// How many.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The place with this number.
    pub(super) fn place(&self, at: usize) -> Option<Place<'_>> {
        let row = self.rows.get(at)?;
        let name = self.names.get(usize::try_from(row.name).ok()?..)?.split('\n').next()?;
        let position =
            Position::new(f64::from(row.latitude) / UNITS, f64::from(row.longitude) / UNITS).ok()?;
        let country = *self.countries.get(usize::from(row.country))?;
        Some(Place { name, position, country, size: row.size })
    }

    /// Size, latitude and longitude in degrees of the place with this number, for whoever ranks thousands.
    pub(super) fn measures(&self, at: usize) -> Option<(u8, f64, f64)> {
        let row = self.rows.get(at)?;
        Some((row.size, f64::from(row.latitude) / UNITS, f64::from(row.longitude) / UNITS))
    }

    /// Goes through the places around a position, roughly from near to far. `wanted` is shown one after the other and
    /// gives the distance beyond which none is wanted any more, as a [`spread`].
    pub(super) fn around(&self, centre: Position, limit: f64, mut wanted: impl FnMut(Sighting) -> f64) {
        let latitude = centre.latitude();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a latitude lies in -90..=90, so this is a whole number from 0 to 180"
        )]
        let own = (latitude + 90.0).floor() as usize;
        let mut limit = limit;
        for away in 0..=BANDS {
            // The gap to the nearer of the two bands; the other is no nearer than this either.
            let gap = (away as f64 - 1.0).max(0.0);
            if spread_of_arc(gap) > limit {
                break;
            }
            let below = own.checked_sub(away);
            let above = (away > 0).then_some(own + away);
            for band in [below, above].into_iter().flatten() {
                if let Some(places) = self.bands.get(band) {
                    limit = self.along_band(places.clone(), centre, limit, &mut wanted);
                }
            }
        }
    }

    /// Goes both ways through one band from the meridian of `centre` on, and gives the limit at the end.
    fn along_band(
        &self,
        band: Range<usize>,
        centre: Position,
        limit: f64,
        wanted: &mut impl FnMut(Sighting) -> f64,
    ) -> f64 {
        let rows = self.rows.get(band.clone()).unwrap_or_default();
        let middle = rows.partition_point(|row| f64::from(row.longitude) / UNITS < centre.longitude());
        let (west, east) = (0..middle, middle..rows.len());
        let mut limit = limit;
        let mut farthest = farthest_turn(centre.latitude(), limit);
        // Each way goes round the antimeridian and ends half way round, where the other way becomes the shorter.
        for eastward in [true, false] {
            let mut step = |at: usize| {
                let Some(row) = rows.get(at) else { return ControlFlow::Break(()) };
                let (row_latitude, row_longitude) =
                    (f64::from(row.latitude) / UNITS, f64::from(row.longitude) / UNITS);
                let round = row_longitude - centre.longitude();
                let round = if round < 0.0 { round + 360.0 } else { round };
                let turn = if eastward { round } else { 360.0 - round };
                let beyond = if eastward { turn > 180.0 } else { turn >= 180.0 };
                if beyond || turn > farthest {
                    return ControlFlow::Break(());
                }
                let apart = [centre.latitude(), row_latitude, turn];
                let limit_now = wanted(Sighting { at: band.start + at, size: row.size, apart });
                if limit_now < limit {
                    farthest = farthest_turn(centre.latitude(), limit_now);
                }
                limit = limit_now;
                ControlFlow::Continue(())
            };
            // Where it stopped says nothing: both ways end the same.
            let _stopped = if eastward {
                east.clone().chain(west.clone()).try_for_each(&mut step)
            } else {
                west.clone().rev().chain(east.clone().rev()).try_for_each(&mut step)
            };
        }
        limit
    }
}

/// A place that was come across.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sighting {
    /// Its number.
    pub(super) at: usize,
    /// Its size, as in [`Place::size`].
    pub(super) size: u8,
    apart: [f64; 3],
}

impl Sighting {
    /// How far away, as a [`spread`].
    pub(super) fn spread(self) -> f64 {
        let [latitude, other, turn] = self.apart;
        spread(latitude, other, turn)
    }
}

/// A measure that grows with the distance on the sphere and is cheap: sin² of half the angle between two points
/// (the haversine), from their latitudes and the turn between their meridians in degrees.
pub(super) fn spread(latitude: f64, other: f64, turn: f64) -> f64 {
    let half = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
    half(latitude - other) + latitude.to_radians().cos() * other.to_radians().cos() * half(turn)
}

/// [`spread`] of an angle in degrees.
pub(super) fn spread_of_arc(arc: f64) -> f64 {
    (arc.to_radians() / 2.0).sin().powi(2)
}

/// The angle in degrees of a [`spread`].
pub(super) fn arc_of_spread(spread: f64) -> f64 {
    2.0 * spread.clamp(0.0, 1.0).sqrt().asin().to_degrees()
}

/// How far round another meridian may lie, in degrees, if any point of it is within a [`spread`] of a point at a
/// latitude; more than half round where all are.
fn farthest_turn(latitude: f64, limit: f64) -> f64 {
    let arc = arc_of_spread(limit);
    let share = arc.to_radians().sin() / latitude.to_radians().cos().max(1e-12);
    if arc < 90.0 && share < 1.0 { share.asin().to_degrees() } else { 360.0 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, proptest};

    use super::{PlaceTable, arc_of_spread, spread};
    use crate::geography::position::Position;

    /// Three places: one south of the equator, and two on both sides of the antimeridian.
    const THREE: &[u8] = &[
        3, 1, b'F', b'J', // three places, one country
    ];

    fn three() -> Vec<u8> {
        let mut inside = THREE.to_vec();
        inside.extend((0..180).map(|band| match band {
            72 => 2_u8,
            89 => 1,
            _ => 0,
        }));
        // Latitudes -17.5, -17.5 and -0.5; longitudes -179.9, 179.9 and 10.
        inside.extend([0x88, 0x27, 0x88, 0x27, 0x88, 0x27]);
        inside.extend([0xe8, 0x07, 0xb0, 0xcd, 0xdb, 0x01, 0xe0, 0xfc, 0x73]);
        inside.extend([0, 0, 0, 80, 40, 0]);
        inside.extend(b"East\nWest\nNaught");
        inside
    }

    #[test]
    fn places_are_read_and_found_across_the_antimeridian() {
        let table = PlaceTable::read(&three()).unwrap();
        assert_eq!(table.len(), 3);
        let west = table.place(1).unwrap();
        assert_eq!((west.name, west.country.code(), west.size), ("West", "FJ", 40));
        assert_eq!(west.position, Position::new(-17.5, 179.9).unwrap());
        let mut met = Vec::new();
        table.around(west.position, 2.0, |one| {
            met.push((one.at, (arc_of_spread(one.spread()) * 10.0).round()));
            2.0
        });
        met.sort_by_key(|(at, _)| *at);
        assert_eq!(met.iter().map(|(at, _)| *at).collect::<Vec<_>>(), [0, 1, 2]);
        assert_eq!((met[0].1, met[1].1), (2.0, 0.0));
    }

    #[test]
    fn the_cheap_measure_is_the_angle() {
        assert!((arc_of_spread(spread(0.0, 0.0, 90.0)) - 90.0).abs() < 1e-9);
        assert!((arc_of_spread(spread(42.0, 52.0, 0.0)) - 10.0).abs() < 1e-9);
        assert!((arc_of_spread(spread(90.0, 0.0, 123.0)) - 90.0).abs() < 1e-9);
    }

    #[test]
    fn a_table_cut_anywhere_is_refused() {
        let whole = three();
        for length in 0..whole.len() - 6 {
            assert!(PlaceTable::read(&whole[..length]).is_err(), "{length}");
        }
    }

    proptest! {
        #[test]
        fn foreign_bytes_make_no_table_and_no_panic(bytes in any::<Vec<u8>>()) {
            let _ = PlaceTable::read(&bytes);
        }
    }
}
