//! What a camera wrote beside a photograph: when, where, and which way it was held (Exif 3.0, JEITA CP-3451-3).
//!
//! A camera's clock is set by hand and its position may be an hour old, so all of it is a suggestion. What is out of range,
//! half there or contradicts itself is dropped without a word.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use kamadak_exif::{Exif, In, Rational, Reader, Tag, Value};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;

use crate::media::kind::Kind;
use crate::media::png;

/// Largest block of these facts that is read, in bytes: one segment of a JPEG.
pub const MOST: usize = 64 << 10;
/// An error in metres above which a position says nothing.
const WORST_ERROR_M: f64 = 100_000.0;

/// What a camera told.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// When the photograph was taken.
    pub taken: Option<Taken>,
    /// Where.
    pub position: Option<ShotAt>,
    /// How it was held, 1 to 8; 1 is upright and stands also for what nobody told.
    pub orientation: u8,
}

/// When a photograph was taken, by its camera's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// An instant: the offset from UTC was told too, or the time came from satellites.
    Instant(DateTime<Utc>),
    /// What a clock on the wall showed, nobody says in which zone.
    Local(NaiveDateTime),
}

/// Where a photograph was taken, on WGS84.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShotAt {
    /// Degrees, north positive, -90 to 90.
    pub latitude: f64,
    /// Degrees, east positive, -180 to 180.
    pub longitude: f64,
    /// How far off it may be in metres, if the camera said so: more than 0, at most 100,000.
    pub error_m: Option<f64>,
}

impl Default for Told {
    fn default() -> Self {
        Self { taken: None, position: None, orientation: 1 }
    }
}

/// What the camera wrote into a JPEG or PNG. Other files, and files without a word, tell nothing.
#[must_use]
pub fn told_by(bytes: &[u8]) -> Told {
    match Kind::of(bytes) {
        Kind::Jpeg => {
            let mut decoder = JpegDecoder::new(ZCursor::new(bytes));
            // Facts stand before the picture, and count even where the picture then fails.
            let _ = decoder.decode_headers();
            decoder.exif().map(|block| read(block)).unwrap_or_default()
        }
        Kind::Png => png::exif(bytes).map(read).unwrap_or_default(),
        Kind::Other(_) => Told::default(),
    }
}

/// Reads a block of facts: a TIFF header and what it leads to.
#[must_use]
pub fn read(block: &[u8]) -> Told {
    if block.len() > MOST {
        return Told::default();
    }
    let mut reader = Reader::new();
    reader.continue_on_error(true);
    let facts = reader.read_raw(block.to_vec()).or_else(|wrong| wrong.distill_partial_result(|_| {}));
    facts.map_or_else(|_| Told::default(), |facts| told(&facts))
}

fn told(facts: &Exif) -> Told {
    let orientation =
        facts.get_field(Tag::Orientation, In::PRIMARY).and_then(|field| field.value.get_uint(0));
    let orientation =
        orientation.and_then(|told| u8::try_from(told).ok()).filter(|told| (1..=8).contains(told));
    Told { taken: taken(facts), position: position(facts), orientation: orientation.unwrap_or(1) }
}

fn taken(facts: &Exif) -> Option<Taken> {
    let local = text(facts, Tag::DateTimeOriginal)
        .and_then(|told| NaiveDateTime::parse_from_str(&told, "%Y:%m:%d %H:%M:%S").ok())
        .filter(believable);
    let offset = text(facts, Tag::OffsetTimeOriginal).and_then(|told| offset(&told));
    let by_offset = local.zip(offset).and_then(|(local, offset)| offset.from_local_datetime(&local).single());
    by_offset
        .map(|told| told.with_timezone(&Utc))
        .or_else(|| by_satellite(facts))
        .map(Taken::Instant)
        .or(local.map(Taken::Local))
}

/// Clocks that were never set say 1970, 1980 or 2000.
fn believable(told: &NaiveDateTime) -> bool {
    let year = chrono::Datelike::year(&told.date());
    (2001..=2200).contains(&year)
}

fn offset(told: &str) -> Option<FixedOffset> {
    let found: FixedOffset = told.trim().parse().ok()?;
    // No zone on earth is farther from UTC than 14 hours.
    (found.local_minus_utc().abs() <= 14 * 3_600).then_some(found)
}

fn by_satellite(facts: &Exif) -> Option<DateTime<Utc>> {
    let day = NaiveDate::parse_from_str(&text(facts, Tag::GPSDateStamp)?, "%Y:%m:%d").ok()?;
    let [hours, minutes, seconds] = three(facts, Tag::GPSTimeStamp)?;
    let whole =
        |value: f64, below: f64| (value >= 0.0 && value < below).then(|| format!("{:.0}", value.floor()));
    let time = format!("{}:{}:{}", whole(hours, 24.0)?, whole(minutes, 60.0)?, whole(seconds, 60.0)?);
    let told = day.and_time(NaiveTime::parse_from_str(&time, "%H:%M:%S").ok()?);
    believable(&told).then(|| told.and_utc())
}

fn position(facts: &Exif) -> Option<ShotAt> {
    // A receiver without a fix, or a map nobody else uses.
    let void = text(facts, Tag::GPSStatus).is_some_and(|told| told.starts_with('V'));
    let other_map =
        text(facts, Tag::GPSMapDatum).is_some_and(|told| !told.is_empty() && !told.starts_with("WGS"));
    if void || other_map {
        return None;
    }
    let latitude = degrees(facts, Tag::GPSLatitude, 90.0)? * sign(facts, Tag::GPSLatitudeRef, 'N', 'S')?;
    let longitude = degrees(facts, Tag::GPSLongitude, 180.0)? * sign(facts, Tag::GPSLongitudeRef, 'E', 'W')?;
    // Cameras without a fix write zero and zero, a spot in the open Atlantic.
    if latitude == 0.0 && longitude == 0.0 {
        return None;
    }
    let error_m =
        match rationals(facts, Tag::GPSHPositioningError).and_then(|told| told.first().and_then(decimal)) {
            // An error too large to be of use takes the position with it: without the error it would look good.
            Some(error_m) if error_m > WORST_ERROR_M => return None,
            told => told.filter(|error_m| *error_m > 0.0),
        };
    Some(ShotAt { latitude, longitude, error_m })
}

/// Degrees, minutes and seconds as one number from 0 to `most`.
fn degrees(facts: &Exif, tag: Tag, most: f64) -> Option<f64> {
    let [degrees, minutes, seconds] = three(facts, tag)?;
    let whole = degrees + minutes / 60.0 + seconds / 3_600.0;
    (minutes < 60.0 && seconds < 60.0 && (0.0..=most).contains(&whole)).then_some(whole)
}

fn sign(facts: &Exif, tag: Tag, plus: char, minus: char) -> Option<f64> {
    let told = text(facts, tag)?.chars().next()?.to_ascii_uppercase();
    if told == plus {
        return Some(1.0);
    }
    (told == minus).then_some(-1.0)
}

fn three(facts: &Exif, tag: Tag) -> Option<[f64; 3]> {
    let [first, second, third] = rationals(facts, tag)? else { return None };
    Some([decimal(first)?, decimal(second)?, decimal(third)?])
}

fn rationals(facts: &Exif, tag: Tag) -> Option<&[Rational]> {
    match &facts.get_field(tag, In::PRIMARY)?.value {
        Value::Rational(told) => Some(told),
        _ => None,
    }
}

/// A fraction that is a number: nothing over zero.
fn decimal(told: &Rational) -> Option<f64> {
    (told.denom != 0).then(|| f64::from(told.num) / f64::from(told.denom))
}

fn text(facts: &Exif, tag: Tag) -> Option<String> {
    match &facts.get_field(tag, In::PRIMARY)?.value {
        Value::Ascii(lines) => Some(String::from_utf8_lossy(lines.first()?).trim().to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::media::specimen::{Facts, jpeg, noisy, png};

    fn taken_by(facts: &Facts) -> Option<String> {
        read(&facts.tiff()).taken.map(|taken| match taken {
            Taken::Instant(at) => at.to_rfc3339(),
            Taken::Local(at) => at.to_string(),
        })
    }

    #[test]
    fn a_photograph_tells_when_and_where() {
        let facts = Facts { orientation: Some(6), ..Facts::mitrovica() };
        let rgb = noisy(16, 16, 9, 1);
        for bytes in
            [jpeg(&rgb, 16, 16, 80, Some(&facts)), png(16, 16, 8, 2, &rgb, &[(b"eXIf", &facts.tiff())])]
        {
            let told = told_by(&bytes);
            assert_eq!(told.orientation, 6);
            assert_eq!(told.taken, Some(Taken::Instant("2026-11-21T13:12:09Z".parse().unwrap())));
            let at = told.position.unwrap();
            assert!((at.latitude - 42.897_333).abs() < 1e-6 && (at.longitude - 20.86).abs() < 1e-6, "{at:?}");
            assert_eq!(at.error_m, Some(4.7));
        }
        assert_eq!(told_by(&jpeg(&rgb, 16, 16, 80, None)), Told::default());
        assert_eq!(told_by(b"%PDF-1.7"), Told::default());
    }

    #[test]
    fn a_time_without_an_offset_is_told_as_what_the_clock_showed() {
        let local = Facts { offset: None, ..Facts::mitrovica() };
        assert_eq!(taken_by(&local).unwrap(), "2026-11-21 14:12:09");
        let wrong = Facts { offset: Some("+25:00"), ..Facts::mitrovica() };
        assert_eq!(taken_by(&wrong).unwrap(), "2026-11-21 14:12:09");
        let by_satellite = Facts {
            satellite_day: Some("2026:11:21"),
            satellite_time: Some([(13, 1), (12, 1), (850, 100)]),
            ..local
        };
        assert_eq!(taken_by(&by_satellite).unwrap(), "2026-11-21T13:12:08+00:00");
    }

    #[test]
    fn what_cannot_be_is_dropped() {
        for taken in
            ["0000:00:00 00:00:00", "2026:13:01 10:00:00", "1980:01:01 00:00:00", "2026:11:21 24:30:00", "x"]
        {
            assert_eq!(taken_by(&Facts { taken: Some(taken), ..Facts::mitrovica() }), None, "{taken}");
        }
        let position = |facts: Facts| read(&facts.tiff()).position;
        let north = |parts| Some(("N", parts));
        for facts in [
            Facts { latitude: north([(91, 1), (0, 1), (0, 1)]), ..Facts::mitrovica() },
            Facts { latitude: north([(42, 0), (0, 1), (0, 1)]), ..Facts::mitrovica() },
            Facts { latitude: north([(42, 1), (61, 1), (0, 1)]), ..Facts::mitrovica() },
            Facts { latitude: Some(("Q", [(42, 1), (0, 1), (0, 1)])), ..Facts::mitrovica() },
            Facts { longitude: None, ..Facts::mitrovica() },
            Facts { status: Some("V"), ..Facts::mitrovica() },
            Facts { error_m: Some((u32::MAX, 1)), ..Facts::mitrovica() },
            Facts {
                latitude: north([(0, 1), (0, 1), (0, 1)]),
                longitude: Some(("E", [(0, 1), (0, 1), (0, 1)])),
                ..Facts::mitrovica()
            },
        ] {
            assert_eq!(position(facts), None);
        }
        let south =
            Facts { latitude: Some(("S", [(4, 1), (30, 1), (0, 1)])), error_m: None, ..Facts::mitrovica() };
        let at = position(south).unwrap();
        assert_eq!((at.latitude, at.error_m), (-4.5, None));
        assert_eq!(read(&Facts { orientation: Some(9), ..Facts::default() }.tiff()).orientation, 1);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn hostile_facts_are_dropped_or_in_range(
            changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..16),
            end: prop::sample::Index,
        ) {
            let whole = Facts {
                satellite_day: Some("2026:11:21"),
                satellite_time: Some([(13, 1), (12, 1), (9, 1)]),
                status: Some("A"),
                ..Facts::mitrovica()
            };
            let mut block = whole.tiff();
            for (place, byte) in changes {
                let place = place.index(block.len());
                block[place] = byte;
            }
            block.truncate(end.index(block.len() * 2));
            let told = read(&block);
            prop_assert!((1..=8).contains(&told.orientation));
            if let Some(at) = told.position {
                prop_assert!((-90.0..=90.0).contains(&at.latitude) && (-180.0..=180.0).contains(&at.longitude));
                prop_assert!(at.error_m.is_none_or(|error| error > 0.0 && error <= WORST_ERROR_M));
            }
        }
    }
}
