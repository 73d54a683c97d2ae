//! Where the exercise takes place: real localities of Kosovo, so that maps, grids and distances can be checked.

use crate::desks::exercise::dice::SeededDice;
use crate::domain::observation_terms::{PositionMethod, TriState};
use crate::domain::place::{Given, NearSchool, Place, Position};
use crate::domain::text::Line;
use crate::geography::mgrs::{GridPrecision, MgrsReference};
use crate::geography::position::Position as Point;

/// A locality, its main road, and where people go from there.
#[derive(Debug, Clone, Copy)]
pub struct Locality {
    /// Its name as soldiers use it.
    pub name: &'static str,
    /// Degrees north, WGS84.
    latitude: f64,
    /// Degrees east, WGS84.
    longitude: f64,
    /// The road one meets there.
    pub road: &'static str,
    /// Where traffic on it goes.
    pub towards: &'static [&'static str],
}

const fn locality(
    name: &'static str,
    latitude: f64,
    longitude: f64,
    road: &'static str,
    towards: &'static [&'static str],
) -> Locality {
    Locality { name, latitude, longitude, road, towards }
}

/// The north: crossings to Serbia, and the roads that lead to them. Two localities for each observer.
const NORTH: [Locality; 10] = [
    locality("Merdare", 42.9481, 21.2564, "M25", &["Niš", "Kuršumlija", "Prokuplje"]),
    locality("Podujeva", 42.9106, 21.1931, "M25", &["Merdare", "Niš"]),
    locality("Jarinje", 43.2186, 20.6916, "M22", &["Raška", "Kraljevo", "Novi Pazar"]),
    locality("Leposavić", 43.1039, 20.8028, "M22", &["Jarinje", "Raška"]),
    locality("Brnjak", 42.9800, 20.5250, "M2", &["Novi Pazar", "Tutin"]),
    locality("Zubin Potok", 42.9144, 20.6897, "M2", &["Brnjak", "Novi Pazar"]),
    locality("Mitrovica", 42.8914, 20.8660, "M2", &["Jarinje", "Leposavić", "Zubin Potok"]),
    locality("Zvečan", 42.9069, 20.8403, "M22", &["Leposavić", "Jarinje"]),
    locality("Camp Novo Selo", 42.7870, 20.9900, "M2", &["Vushtrri", "Mitrovica"]),
    locality("Vushtrri", 42.8231, 20.9675, "M2", &["Mitrovica", "Podujeva"]),
];

/// The south: where the road from Turkey comes in, through Albania and North Macedonia.
const SOUTH: [Locality; 10] = [
    locality("Vermica", 42.1586, 20.5647, "R7", &["Prizren", "Pristina"]),
    locality("Prizren", 42.2128, 20.7392, "M25", &["Suhareka", "Ferizaj", "Pristina"]),
    locality("Hani i Elezit", 42.1503, 21.2967, "R6", &["Ferizaj", "Pristina"]),
    locality("Ferizaj", 42.3702, 21.1483, "R6", &["Pristina", "Podujeva"]),
    locality("Peja", 42.6593, 20.2883, "M9", &["Pristina", "Mitrovica"]),
    locality("Gjakova", 42.3803, 20.4308, "M9", &["Peja", "Prizren"]),
    locality("Film City", 42.6750, 21.1760, "M25", &["Podujeva", "Merdare"]),
    locality("Pristina", 42.6629, 21.1655, "M9", &["Podujeva", "Mitrovica", "Merdare"]),
    locality("Gjilan", 42.4604, 21.4694, "M25", &["Kamenica", "Bujanovac"]),
    locality("Kamenica", 42.5781, 21.5803, "M25", &["Bujanovac", "Vranje"]),
];

/// Where an observer of a contingent serves: one of his two localities.
pub fn of_observer(contingent: usize, observer: usize, dice: &mut SeededDice) -> Locality {
    let area = if contingent == 0 { &NORTH } else { &SOUTH };
    let first = observer * 2 % area.len();
    let own: Vec<Locality> = area.iter().skip(first).take(2).copied().collect();
    dice.pick(&own).copied().unwrap_or(NORTH[0])
}

impl Locality {
    /// A place in or near the locality, told the way one observer tells it: by receiver, map or eye, in one of several
    /// notations, sometimes in words alone.
    pub fn spot(&self, words: &str, dice: &mut SeededDice) -> Option<Place> {
        let words = Line::new(&format!("{words}, {}", self.name)).ok();
        if dice.one_in(12) {
            return Place::new(None, words).ok();
        }
        let at = self.near(2_500, dice)?;
        let position = told(at, dice)?;
        let mut place = Place::new(Some(position), words.filter(|_| !dice.one_in(4))).ok()?;
        if dice.one_in(10) {
            place.observer_at = self.near(2_500, dice).and_then(|at| told(at, dice));
        }
        if dice.one_in(8) {
            let distance = dice.between(60, 1_200);
            let within = if distance <= 350 { TriState::Yes } else { TriState::No };
            place.near_school = NearSchool { within_350_m: within, distance_m: Some(distance) };
        }
        Some(place)
    }

    /// A point at most `reach` metres north or south and as far east or west.
    fn near(&self, reach: u32, dice: &mut SeededDice) -> Option<Point> {
        let mut metres = || f64::from(dice.between(0, reach * 2)) - f64::from(reach);
        // A degree is 111.1 km along a meridian here, and 81.9 km along a parallel.
        Point::new(self.latitude + metres() / 111_100.0, self.longitude + metres() / 81_900.0).ok()
    }
}

/// A position as an observer would note it; how finely he writes follows from how he found it.
fn told(at: Point, dice: &mut SeededDice) -> Option<Position> {
    let (method, error_m, precision, decimals) = match dice.below(10) {
        0..=3 => (PositionMethod::Gps, 10, GridPrecision::TenMetres, 4),
        4 => (PositionMethod::Gps, 5, GridPrecision::Metre, 5),
        5..=7 => (PositionMethod::Map, 100, GridPrecision::HundredMetres, 3),
        8 => (PositionMethod::Estimate, 500, GridPrecision::HundredMetres, 3),
        _ => (PositionMethod::Estimate, 1_500, GridPrecision::Kilometre, 2),
    };
    let given = if dice.one_in(4) {
        let scale = 10_f64.powi(decimals);
        let cut = |degrees: f64| (degrees * scale).round() / scale;
        Given::degrees(cut(at.latitude()), cut(at.longitude()))
    } else {
        Given::grid(&MgrsReference::of(at, precision).to_string())
    };
    Some(Position { given: given.ok()?, error_m, method })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_locality_lies_in_kosovo_and_north_of_the_south() {
        for place in NORTH.iter().chain(&SOUTH) {
            assert!((41.85..=43.27).contains(&place.latitude), "{}", place.name);
            assert!((20.0..=21.8).contains(&place.longitude), "{}", place.name);
        }
        assert!(NORTH.iter().all(|north| north.latitude > 42.75));
        assert!(SOUTH.iter().all(|south| south.latitude < 42.70));
    }

    #[test]
    fn a_grid_that_was_told_lies_near_its_locality() {
        let mut dice = SeededDice::new(5);
        let merdare = NORTH[0];
        let centre = Point::new(merdare.latitude, merdare.longitude).unwrap();
        for _ in 0..60 {
            let place = merdare.spot("bridge", &mut dice).unwrap();
            let Some(position) = place.position() else { continue };
            let point = match &position.given {
                Given::Grid(grid) => grid.as_str().parse::<MgrsReference>().unwrap().centre(),
                Given::Degrees { latitude, longitude } => Point::new(*latitude, *longitude).unwrap(),
            };
            let degrees =
                (point.latitude() - centre.latitude()).hypot(point.longitude() - centre.longitude());
            assert!(degrees < 0.06, "{degrees}");
        }
    }

    #[test]
    fn each_observer_has_two_localities_of_his_own() {
        let mut dice = SeededDice::new(9);
        let mut seen = std::collections::BTreeMap::new();
        for turn in 0..400_usize {
            let (contingent, observer) = (turn % 2, turn / 2 % 5);
            let name = of_observer(contingent, observer, &mut dice).name;
            assert_eq!(*seen.entry(name).or_insert((contingent, observer)), (contingent, observer), "{name}");
        }
        assert_eq!(seen.len(), 20);
    }
}
