//! Places by name, and where a position lies among places people know.
//!
//! ```text
//!  "mitrovca" ── meant ──▶ Town* ── taken, by an act of the soldier ──▶ Place { position of the town, words }
//!  a position ── around ─▶ Around { 4 km NE of Mitrovica, XK · 2 km to the border with RS }
//! ```
//!
//! A name is never turned into a position by itself.

use crate::domain::observation_terms::PositionMethod;
use crate::domain::place::{Given, InvalidPlace, Position};
use crate::geography::borders::Borders;
use crate::geography::country::Country;
use crate::geography::distance::{CompassPoint, Leg};
use crate::geography::gazetteer::Gazetteer;
use crate::geography::place_text::parse_position;
use crate::geography::position;

/// How near a border must be to be told, in metres.
pub const NEAR_A_BORDER_M: f64 = 5_000.0;

/// The most of what was typed that is looked at, in characters.
const LONGEST_TYPED: usize = 60;

/// Inhabitants on a square kilometre of a town, to judge how far it reaches.
const DENSITY: f64 = 2_500.0;

/// No place reaches less far from its middle than this, in metres.
const SMALLEST_M: f64 = 500.0;

/// A populated place that may be meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Town {
    /// Its name.
    pub name: String,
    /// The other name by which it was found.
    pub known_as: Option<String>,
    /// Where it is listed.
    pub country: Country,
    /// About how many people live there, to one digit; none where nobody counted.
    pub inhabitants: Option<u32>,
    /// Its middle.
    pub middle: position::Position,
    /// How far it reaches, in metres.
    pub reach_m: u32,
    /// Whether it was found letter by letter.
    pub as_typed: bool,
}

/// Where a position lies among places people know.
#[derive(Debug, Clone, PartialEq)]
pub struct Around {
    /// The place it is told by: its name, where it is listed, and from there to the position.
    pub landmark: Option<(String, Country, Leg)>,
    /// The country across a border that is near, and how far it is to the border in metres.
    pub border: Option<(Country, f64)>,
    /// The country it lies in.
    pub country: Option<Country>,
}

impl Town {
    /// Its position, as far off as the town is wide, found on the map.
    ///
    /// # Errors
    /// None for a place of the gazetteer, whose positions lie on the globe.
    pub fn position(&self) -> Result<Position, InvalidPlace> {
        // Four decimals are ten metres: as fine as the gazetteer.
        let rounded = |degrees: f64| (degrees * 1e4).round() / 1e4;
        let given = Given::degrees(rounded(self.middle.latitude()), rounded(self.middle.longitude()))?;
        Ok(Position { given, error_m: self.reach_m, method: PositionMethod::Map })
    }
}

/// The towns that may be meant by a name, the likeliest first. Close ones come sooner where a position is given.
#[must_use]
pub fn meant(typed: &str, near: Option<position::Position>, most: usize) -> Vec<Town> {
    let typed: String = typed.chars().take(LONGEST_TYPED).collect();
    let found = Gazetteer::of_the_world().suggest(typed.trim(), near, most);
    let town = |one: crate::geography::gazetteer::Suggestion<'_>| Town {
        name: one.place.name.to_owned(),
        known_as: one.known_as,
        country: one.place.country,
        inhabitants: inhabitants(one.place.size),
        middle: one.place.position,
        reach_m: reach_m(one.place.size),
        as_typed: one.whole && one.errors == 0,
    };
    found.into_iter().map(town).collect()
}

/// Where a position lies.
#[must_use]
pub fn around(at: position::Position) -> Around {
    let borders = Borders::of_the_world();
    let country = borders.country_at(at);
    let landmark = Gazetteer::of_the_world().landmark(at);
    Around {
        landmark: landmark.map(|one| (one.place.name.to_owned(), one.place.country, one.leg)),
        border: (borders.nearest_border(at, NEAR_A_BORDER_M))
            .map(|near| (near.across(country), near.leg.distance_m())),
        country,
    }
}

/// The point of a position as it is held in a report, if it reads back.
#[must_use]
pub fn point(given: &Given) -> Option<position::Position> {
    match given {
        Given::Grid(grid) => parse_position(grid.as_str()).ok().map(|entered| entered.position()),
        Given::Degrees { latitude, longitude } => position::Position::new(*latitude, *longitude).ok(),
    }
}

/// The direction of a leg, one of eight.
#[must_use]
pub fn direction(leg: Leg) -> &'static str {
    CompassPoint::of_eight(leg.bearing_deg()).abbreviation()
}

/// Inhabitants from the gazetteer's measure, which is `8 · log2(1 + inhabitants)`.
fn people(size: u8) -> f64 {
    (f64::from(size) / 8.0).exp2() - 1.0
}

/// One digit: the measure is no finer.
fn inhabitants(size: u8) -> Option<u32> {
    let exactly = people(size);
    if exactly < 1.0 {
        return None;
    }
    let digit = 10_f64.powf(exactly.log10().floor());
    format!("{:.0}", (exactly / digit).round() * digit).parse().ok()
}

/// How far a town of this size reaches from its middle, in hundreds of metres.
fn reach_m(size: u8) -> u32 {
    let radius = (people(size) / (DENSITY * std::f64::consts::PI)).sqrt() * 1_000.0;
    // Text is the one conversion that neither wraps nor cuts silently.
    format!("{:.0}", (radius.max(SMALLEST_M) / 100.0).ceil() * 100.0).parse().unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_and_becomes_a_position_only_when_it_is_taken() {
        let found = meant("Mitrovica", None, 5);
        let town = found.iter().find(|town| town.country.code() == "XK").expect("Mitrovica in Kosovo");
        assert!(town.inhabitants.is_some_and(|people| (10_000..=100_000).contains(&people)), "{town:?}");
        assert!((500..5_000).contains(&town.reach_m), "{town:?}");
        let position = town.position().unwrap();
        assert_eq!(position.method, PositionMethod::Map);
        assert!(matches!(position.given, Given::Degrees { latitude, .. } if (latitude - 42.88).abs() < 0.1));
        assert!(meant("", None, 5).is_empty() && meant("qqqqqqqqqq", None, 5).is_empty());
        assert!(meant(&"x".repeat(1 << 20), None, 5).is_empty());
    }

    #[test]
    fn a_position_is_told_by_a_town_and_a_near_border() {
        let near = around(position::Position::new(42.9097, 20.8843).unwrap());
        let (_, country, leg) = near.landmark.unwrap();
        assert_eq!((country.code(), near.country.unwrap().code()), ("XK", "XK"));
        assert!(leg.distance_m() < 10_000.0);
        let border = around(position::Position::new(42.1444, 21.2990).unwrap());
        assert!(border.border.is_some_and(|(_, metres)| metres < NEAR_A_BORDER_M), "{border:?}");
    }

    #[test]
    fn a_measure_of_size_becomes_people_of_one_digit() {
        assert_eq!(inhabitants(0), None);
        assert_eq!(inhabitants(125), Some(50_000));
        assert_eq!((reach_m(0), reach_m(125)), (500, 2_600));
    }
}
