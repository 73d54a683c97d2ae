//! A reference in the Military Grid Reference System (NGA.STND.0037; WGS84 only).

use std::fmt;
use std::str::FromStr;

use mgrs_convert::{Mgrs, Precision};
use thiserror::Error;

use crate::geography::grid_zone::GridZone;
use crate::geography::position::Position;

/// Why a text is not a grid reference. The messages name zones, bands and counts, never the whole reference.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MgrsError {
    /// Nothing was written.
    #[error("no grid reference was given; write one such as 34T EN 13563 23394")]
    Empty,
    /// A character that no grid reference holds.
    #[error("a grid reference holds letters, digits and spaces only, not `{0}`")]
    ForeignCharacter(char),
    /// The number in front is not a zone.
    #[error("the number in front is the grid zone, 1 to 60; this one does not exist")]
    NoSuchZone,
    /// No number in front, and the first letter is not a polar one.
    #[error(
        "a number from 1 to 60 is missing in front of `{0}`; only A, B, Y and Z, at the poles, stand without"
    )]
    MissingZone(char),
    /// The zone exists, the band letter does not.
    #[error("zone {zone} has no band {band}; bands are C to X without I and O")]
    NoSuchBand { zone: u8, band: char },
    /// 32X, 34X or 36X.
    #[error("zone {0} has no band X; around Svalbard only 31X, 33X, 35X and 37X exist")]
    NoBandX(u8),
    /// A grid zone alone, several hundred kilometres wide.
    #[error(
        "this names only a grid zone, hundreds of kilometres wide; add the two letters of the 100 km square"
    )]
    ZoneOnly,
    /// One of the two letters of the 100 km square is missing.
    #[error("the 100 km square has two letters; only one was given")]
    HalfSquare,
    /// The letters of the square do not occur in this grid zone.
    #[error("grid zone {zone} has no 100 km square {square}")]
    NoSuchSquare { zone: String, square: String },
    /// Something other than a digit after the square.
    #[error("after the 100 km square only digits follow, not `{0}` (the letter O is not a zero)")]
    NotADigit(char),
    /// Easting and northing cannot be told apart.
    #[error("odd number of digits ({0}); easting and northing need the same number of digits")]
    OddDigits(usize),
    /// Two groups of unequal length, or more than two.
    #[error("write the digits in one block, or easting and northing as two groups of the same length")]
    UnevenGroups,
    /// Finer than a metre.
    #[error("{0} digits are too many; ten digits already name one metre")]
    TooManyDigits(usize),
    /// The letters are valid, yet the place they decode to lies in another grid zone.
    #[error(
        "no such reference: that square of grid zone {zone} ends before these digits; check zone and letters"
    )]
    OutsideZone { zone: String },
}

/// How finely a reference is written: the side of the square it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GridPrecision {
    /// No digits: 100 km.
    HundredKilometres,
    /// Two digits: 10 km.
    TenKilometres,
    /// Four digits: 1 km.
    Kilometre,
    /// Six digits: 100 m.
    HundredMetres,
    /// Eight digits: 10 m.
    TenMetres,
    /// Ten digits: 1 m.
    Metre,
}

impl GridPrecision {
    /// Every precision, the coarsest first.
    pub const ALL: [Self; 6] = [
        Self::HundredKilometres,
        Self::TenKilometres,
        Self::Kilometre,
        Self::HundredMetres,
        Self::TenMetres,
        Self::Metre,
    ];

    /// The finest precision that does not claim more than an error in metres allows: its square has a side of
    /// at least the error.
    pub fn for_error(error_m: f64) -> Self {
        Self::ALL
            .into_iter()
            .rev()
            .find(|precision| f64::from(precision.metres()) >= error_m)
            .unwrap_or(Self::HundredKilometres)
    }

    /// Digits written, easting and northing together: 0, 2, 4, 6, 8 or 10.
    pub fn digits(self) -> usize {
        usize::from(self.pairs()) * 2
    }

    /// Side of the square in metres: 100 000 down to 1.
    pub fn metres(self) -> u32 {
        match self {
            Self::HundredKilometres => 100_000,
            Self::TenKilometres => 10_000,
            Self::Kilometre => 1_000,
            Self::HundredMetres => 100,
            Self::TenMetres => 10,
            Self::Metre => 1,
        }
    }

    /// From the middle of the square to a corner, in metres of the grid.
    pub fn half_diagonal_m(self) -> f64 {
        f64::from(self.metres()) * std::f64::consts::FRAC_1_SQRT_2
    }

    fn pairs(self) -> u8 {
        match self {
            Self::HundredKilometres => 0,
            Self::TenKilometres => 1,
            Self::Kilometre => 2,
            Self::HundredMetres => 3,
            Self::TenMetres => 4,
            Self::Metre => 5,
        }
    }

    fn of_digits(digits: usize) -> Option<Self> {
        Self::ALL.into_iter().find(|precision| precision.digits() == digits)
    }
}

/// A grid reference that exists: the square of 1 m to 100 km whose south-west corner it names.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MgrsReference {
    square: Mgrs,
    precision: GridPrecision,
}

impl MgrsReference {
    /// The square of this precision around a position. Digits are cut off, never rounded.
    pub fn of(position: Position, precision: GridPrecision) -> Self {
        // Every number of pairs from 0 to 5 is valid, so the fallback is never taken.
        let pairs = Precision::new(precision.pairs()).unwrap_or(Precision::ONE_METER);
        Self { square: position.lat_lon().to_mgrs(pairs), precision }
    }

    /// How finely the reference is written.
    pub fn precision(&self) -> GridPrecision {
        self.precision
    }

    /// Side of the square in metres: 1, 10, 100, 1 000, 10 000 or 100 000.
    pub fn precision_m(&self) -> u32 {
        self.precision.metres()
    }

    /// The middle of the square.
    pub fn centre(&self) -> Position {
        Position::from_lat_lon(self.square.to_latlon())
    }

    /// From the middle to a corner, in metres: 0.7 for ten digits, 71 000 for none.
    pub fn error_m(&self) -> f64 {
        self.precision.half_diagonal_m()
    }

    /// The more usual name of the same place, where there is one.
    ///
    /// A square that is cut by the edge of its grid zone may have its middle in the next zone. The reference
    /// is valid, but whoever looks the middle up will read another one.
    pub fn alternative(&self) -> Option<Self> {
        Some(Self::of(self.centre(), self.precision)).filter(|usual| usual != self)
    }

    /// For reading aloud and comparing by eye: `34T EN 13563 23394`.
    pub fn spaced(&self) -> String {
        let text = self.to_string();
        let zone_digits = text.chars().take_while(char::is_ascii_digit).count();
        let square = zone_digits + 1;
        let easting = square + 2;
        let northing = easting + usize::from(self.precision.pairs());
        let mut spaced = String::with_capacity(text.len() + 3);
        for (index, character) in text.chars().enumerate() {
            if index == square || index == easting || index == northing {
                spaced.push(' ');
            }
            spaced.push(character);
        }
        spaced
    }
}

impl fmt::Display for MgrsReference {
    /// The canonical text: capitals, no spaces, the zone with two digits: `34TEN1356323394`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.square.fmt(f)
    }
}

impl FromStr for MgrsReference {
    type Err = MgrsError;

    /// Reads a reference. Spaces and small letters are tolerated, and a zone of one digit.
    fn from_str(text: &str) -> Result<Self, MgrsError> {
        let pieces = Pieces::split(text)?;
        let zone = pieces.grid_zone()?;
        let precision = pieces.precision()?;
        let square: Mgrs = pieces.joined().parse().map_err(|_| pieces.no_such_square())?;
        let reference = Self { square, precision };
        // The square may be cut by the edge of its zone, so its middle may lie outside by half a diagonal.
        if !zone.reaches(reference.centre(), reference.error_m()) {
            return Err(MgrsError::OutsideZone { zone: pieces.zone_name() });
        }
        Ok(reference)
    }
}

/// The parts of a reference as written, in capitals: `34`, `TEN`, and the groups of digits.
#[derive(Default)]
struct Pieces {
    number: String,
    letters: Vec<char>,
    groups: Vec<String>,
}

impl Pieces {
    fn split(text: &str) -> Result<Self, MgrsError> {
        let mut pieces = Self::default();
        let mut group_open = false;
        for character in text.trim().chars() {
            let character = character.to_ascii_uppercase();
            if character.is_whitespace() {
                group_open = false;
            } else if character.is_ascii_digit() {
                match pieces.groups.last_mut() {
                    _ if pieces.letters.is_empty() => pieces.number.push(character),
                    Some(group) if group_open => group.push(character),
                    _ => pieces.groups.push(character.to_string()),
                }
                group_open = true;
            } else if character.is_ascii_uppercase() {
                if pieces.letters.len() == 3 || !pieces.groups.is_empty() {
                    return Err(MgrsError::NotADigit(character));
                }
                pieces.letters.push(character);
                group_open = false;
            } else {
                return Err(MgrsError::ForeignCharacter(character));
            }
        }
        Ok(pieces)
    }

    /// The grid zone, once all three letters are there.
    fn grid_zone(&self) -> Result<GridZone, MgrsError> {
        let Some(&band) = self.letters.first() else {
            return Err(if self.number.is_empty() { MgrsError::Empty } else { MgrsError::ZoneOnly });
        };
        let zone = if self.number.is_empty() {
            GridZone::polar(band).ok_or(MgrsError::MissingZone(band))?
        } else {
            let zone: u8 = self.number.parse().map_err(|_| MgrsError::NoSuchZone)?;
            if self.number.len() > 2 || !(1..=60).contains(&zone) {
                return Err(MgrsError::NoSuchZone);
            }
            GridZone::utm(zone, band).ok_or(match band {
                'X' => MgrsError::NoBandX(zone),
                _ => MgrsError::NoSuchBand { zone, band },
            })?
        };
        match self.letters.len() {
            1 => Err(MgrsError::ZoneOnly),
            2 => Err(MgrsError::HalfSquare),
            _ => Ok(zone),
        }
    }

    fn precision(&self) -> Result<GridPrecision, MgrsError> {
        let digits: usize = self.groups.iter().map(String::len).sum();
        match self.groups.as_slice() {
            [] | [_] => {}
            [easting, northing] if easting.len() == northing.len() => {}
            _ if !digits.is_multiple_of(2) => return Err(MgrsError::OddDigits(digits)),
            _ => return Err(MgrsError::UnevenGroups),
        }
        if digits > 10 {
            return Err(MgrsError::TooManyDigits(digits));
        }
        GridPrecision::of_digits(digits).ok_or(MgrsError::OddDigits(digits))
    }

    fn joined(&self) -> String {
        let letters: String = self.letters.iter().collect();
        format!("{}{letters}{}", self.number, self.groups.concat())
    }

    fn zone_name(&self) -> String {
        let band: String = self.letters.iter().take(1).collect();
        format!("{}{band}", self.number)
    }

    fn no_such_square(&self) -> MgrsError {
        MgrsError::NoSuchSquare { zone: self.zone_name(), square: self.letters.iter().skip(1).collect() }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{GridPrecision, MgrsError, MgrsReference};
    use crate::geography::distance::Leg;
    use crate::geography::position::Position;

    const VECTORS: [(f64, f64, &str); 12] = [
        (42.6629, 21.1655, "34TEN1356323394"),
        (42.8914, 20.8660, "34TDN8905848763"),
        (34.5553, 69.2075, "42SWD1903623748"),
        (1.5667, 30.25, "36NSG9398973368"),
        (50.8466, 4.3528, "31UES9523633638"),
        (60.3913, 5.3221, "32VKN9735300648"),
        (78.2232, 15.6267, "33XWG1427883355"),
        (0.0, 21.0, "34NEF0000000000"),
        (85.0, 10.0, "ZAB9645452981"),
        (-85.0, -120.0, "ATK1895922271"),
        (60.0, 2.9999, "31VDG9999451411"),
        (60.0, 3.0, "32VJM6564066593"),
    ];

    fn at(latitude: f64, longitude: f64) -> Position {
        Position::new(latitude, longitude).unwrap()
    }

    fn read(text: &str) -> Result<MgrsReference, MgrsError> {
        text.parse()
    }

    #[test]
    fn known_places_have_their_known_references() {
        for (latitude, longitude, text) in VECTORS {
            let place = at(latitude, longitude);
            assert_eq!(MgrsReference::of(place, GridPrecision::Metre).to_string(), text);
            let centre = read(text).unwrap().centre();
            assert!(Leg::between(place, centre).distance_m() < 0.72, "{text}");
        }
    }

    #[test]
    fn fewer_digits_are_cut_off_and_never_rounded() {
        let pristina = at(42.6629, 21.1655);
        let written: Vec<String> =
            GridPrecision::ALL.iter().map(|&p| MgrsReference::of(pristina, p).to_string()).collect();
        assert_eq!(
            written,
            ["34TEN", "34TEN12", "34TEN1323", "34TEN135233", "34TEN13562339", "34TEN1356323394"]
        );
    }

    #[test]
    fn each_precision_has_its_side_and_half_diagonal() {
        for (text, side, half_diagonal) in [
            ("34TEN1356323394", 1, 0.7),
            ("34TEN13562339", 10, 7.1),
            ("34TEN135233", 100, 71.0),
            ("34TEN1323", 1_000, 707.0),
            ("34TEN12", 10_000, 7_100.0),
            ("34TEN", 100_000, 71_000.0),
        ] {
            let reference = read(text).unwrap();
            assert_eq!(reference.precision_m(), side);
            assert!((reference.error_m() / half_diagonal - 1.0).abs() < 0.02);
        }
    }

    #[test]
    fn spaces_small_letters_and_a_one_digit_zone_are_tolerated() {
        for text in
            ["34T EN 13563 23394", "34ten1356323394", " 34 T E N 13563 23394 ", "34T\u{a0}EN 1356323394"]
        {
            assert_eq!(read(text).unwrap().to_string(), "34TEN1356323394");
        }
        assert_eq!(read("4QFJ12").unwrap().to_string(), "04QFJ12");
    }

    #[test]
    fn a_reference_is_read_aloud_in_four_parts() {
        assert_eq!(read("34TEN1356323394").unwrap().spaced(), "34T EN 13563 23394");
        assert_eq!(read("34TEN").unwrap().spaced(), "34T EN");
        assert_eq!(read("ZAB9645452981").unwrap().spaced(), "Z AB 96454 52981");
    }

    #[test]
    fn references_that_do_not_exist_are_refused() {
        assert_eq!(read("32XKG1234512345"), Err(MgrsError::NoBandX(32)));
        assert_eq!(read("34XEN1234512345"), Err(MgrsError::NoBandX(34)));
        assert_eq!(read("36X EN"), Err(MgrsError::NoBandX(36)));
        assert_eq!(read("31VCH0000000000"), Err(MgrsError::OutsideZone { zone: "31V".into() }));
        // Bergen, told in the zone Norway took it from.
        assert_eq!(read("31VFH2795301048"), Err(MgrsError::OutsideZone { zone: "31V".into() }));
        // A Kosovo square told in the next zone to the west.
        assert_eq!(
            read("33TEN1356323394"),
            Err(MgrsError::NoSuchSquare { zone: "33T".into(), square: "EN".into() })
        );
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (text, error) in [
            ("", MgrsError::Empty),
            ("34T", MgrsError::ZoneOnly),
            ("Z", MgrsError::ZoneOnly),
            ("34", MgrsError::ZoneOnly),
            ("34TE", MgrsError::HalfSquare),
            ("61TEN1234", MgrsError::NoSuchZone),
            ("0TEN1234", MgrsError::NoSuchZone),
            ("034TEN1234", MgrsError::NoSuchZone),
            ("TEN1356323394", MgrsError::MissingZone('T')),
            ("34IEN12", MgrsError::NoSuchBand { zone: 34, band: 'I' }),
            ("34ZEN12", MgrsError::NoSuchBand { zone: 34, band: 'Z' }),
            ("34TIN12", MgrsError::NoSuchSquare { zone: "34T".into(), square: "IN".into() }),
            ("34TEN123", MgrsError::OddDigits(3)),
            ("34TEN 123 4567", MgrsError::OddDigits(7)),
            ("34TEN 1234 56", MgrsError::UnevenGroups),
            ("34TEN 12 34 56", MgrsError::UnevenGroups),
            ("34TEN123456123456", MgrsError::TooManyDigits(12)),
            ("34TEN1O56323394", MgrsError::NotADigit('O')),
            ("34TENA12", MgrsError::NotADigit('A')),
            ("34TEN-1356323394", MgrsError::ForeignCharacter('-')),
        ] {
            assert_eq!(read(text), Err(error), "{text}");
        }
        assert_eq!(
            read("32XKG").unwrap_err().to_string(),
            "zone 32 has no band X; around Svalbard only 31X, 33X, 35X and 37X exist"
        );
    }

    #[test]
    fn the_equator_and_the_poles_have_references() {
        for longitude in -180..180 {
            let place = at(0.0, f64::from(longitude));
            assert!(MgrsReference::of(place, GridPrecision::Metre).to_string().contains('N'));
        }
        assert_eq!(MgrsReference::of(at(90.0, 0.0), GridPrecision::Metre).to_string(), "ZAH0000000000");
        let south = MgrsReference::of(at(-90.0, 0.0), GridPrecision::Metre);
        assert!(Leg::between(south.centre(), at(-90.0, 0.0)).distance_m() < 0.72);
    }

    #[test]
    fn a_square_cut_by_the_edge_of_its_zone_is_accepted_and_its_other_name_is_offered() {
        let just_west = (0..80).map(|step| at(42.0 + f64::from(step) * 0.05, 23.9999));
        let mut renamed = 0;
        for place in just_west {
            let cut = MgrsReference::of(place, GridPrecision::TenKilometres);
            assert_eq!(read(&cut.to_string()), Ok(cut.clone()));
            assert!(cut.to_string().starts_with("34T"));
            if let Some(usual) = cut.alternative() {
                assert!(usual.to_string().starts_with("35T"), "{cut} is {usual}");
                renamed += 1;
            }
        }
        assert!(renamed > 0);
        assert_eq!(read("34TEN1356323394").unwrap().alternative(), None);
    }

    #[test]
    fn a_precision_never_claims_more_than_the_error_allows() {
        for (error_m, precision) in [
            (0.0, GridPrecision::Metre),
            (0.7, GridPrecision::Metre),
            (1.1, GridPrecision::TenMetres),
            (70.0, GridPrecision::HundredMetres),
            (5_000.0, GridPrecision::TenKilometres),
            (9e9, GridPrecision::HundredKilometres),
            (f64::NAN, GridPrecision::HundredKilometres),
        ] {
            assert_eq!(GridPrecision::for_error(error_m), precision);
        }
    }

    /// Positions of every kind, with more than their share at edges of zones and bands, poles and
    /// antimeridian.
    fn positions() -> impl Strategy<Value = Position> {
        let edge = prop_oneof![Just(0.0), -1e-3..1e-3, -1e-9..1e-9];
        let edge_latitude = (-10..=11_i32, edge.clone())
            .prop_map(|(band, off)| (f64::from(band) * 8.0 + off).clamp(-90.0, 90.0));
        let latitude = prop_oneof![
            -90.0..=90.0,
            edge_latitude,
            Just(84.0),
            83.99..84.01,
            -80.01..-79.99,
            Just(90.0),
            Just(-90.0),
            89.999..=90.0,
        ];
        let edge_longitude =
            (-60..=60_i32, edge).prop_map(|(third, off)| (f64::from(third) * 3.0 + off).clamp(-180.0, 180.0));
        let longitude = prop_oneof![-180.0..=180.0, edge_longitude];
        (latitude, longitude).prop_map(|(latitude, longitude)| at(latitude, longitude))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn the_middle_of_the_square_lies_within_its_error(position in positions()) {
            for precision in GridPrecision::ALL {
                let reference = MgrsReference::of(position, precision);
                let away = Leg::between(position, reference.centre()).distance_m();
                prop_assert!(away <= reference.error_m() * 1.01 + 0.01, "{reference}: {away} m");
            }
        }

        #[test]
        fn every_reference_written_is_read_back(position in positions()) {
            for precision in GridPrecision::ALL {
                let reference = MgrsReference::of(position, precision);
                prop_assert_eq!(read(&reference.to_string()), Ok(reference.clone()));
                prop_assert_eq!(read(&reference.spaced()), Ok(reference.clone()));
            }
        }

        #[test]
        fn every_reference_accepted_is_written_and_read_back(
            text in "[0-6]?[0-9][C-X][A-Z][A-V]([0-9][0-9]){0,5}"
        ) {
            if let Ok(reference) = read(&text) {
                prop_assert_eq!(read(&reference.spaced()), Ok(reference));
            }
        }

        #[test]
        fn no_text_breaks_the_reader(text in any::<String>(), close in "[0-9A-Za-z °é]{0,20}") {
            let _ = (read(&text), read(&close));
        }
    }
}
