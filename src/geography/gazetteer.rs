//! Places by what somebody typed, and places by where he is.
//!
//! Nothing is read before the first question. Then it takes some 12 MB and is kept.

use std::sync::OnceLock;

use crate::geography::distance::Leg;
use crate::geography::name_index::{Hit, NameIndex};
use crate::geography::packed::{PackedError, expanded};
use crate::geography::place_table::{Place, PlaceTable, arc_of_spread, spread, spread_of_arc};
use crate::geography::position::Position;

const PLACES: &[u8] = include_bytes!("data/places.zst");
const NAMES: &[u8] = include_bytes!("data/names.zst");

/// Kilometres of one degree on the sphere.
const KM_PER_DEGREE: f64 = 111.195;
/// Within this many kilometres of the reference, nearness counts for little; each doubling beyond outweighs a place
/// four times as large.
const NEAR_KM: f64 = 20.0;
/// The same for the place that names a point: it should be close.
const LANDMARK_KM: f64 = 2.0;
/// Places among which a landmark is chosen.
const LANDMARK_AMONG: usize = 60;
/// A landmark farther away says nothing, in kilometres.
const LANDMARK_FARTHEST_KM: f64 = 400.0;

/// A place that may be the one meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion<'a> {
    /// The place.
    pub place: Place<'a>,
    /// The other name under which it was found, without its accents: `Kosovska Mitrovica`. None where what was typed
    /// fits the name of the place itself.
    pub known_as: Option<String>,
    /// The name ends where the typed text ends.
    pub whole: bool,
    /// Typing errors taken for granted: 0, 1 or 2.
    pub errors: u8,
}

/// A place near a position.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Neighbour<'a> {
    /// The place.
    pub place: Place<'a>,
    /// From the place to the position: its bearing is the "NE" of "4 km NE of Mitrovica".
    pub leg: Leg,
}

/// The populated places of the world with five hundred inhabitants or more, seats of administration, and some smaller.
#[derive(Debug, Default)]
pub struct Gazetteer {
    places: PlaceTable,
    names: NameIndex,
}

impl Gazetteer {
    /// The built-in one, read on first use (about 50 ms) and kept for the life of the program. Should it be damaged,
    /// which the tests of this room exclude, it is empty and finds nothing.
    pub fn of_the_world() -> &'static Self {
        static READ: OnceLock<Gazetteer> = OnceLock::new();
        READ.get_or_init(|| Self::read(PLACES, NAMES).unwrap_or_default())
    }

    /// Reads the two compressed files.
    ///
    /// # Errors
    /// When a file is no zstd frame, or its inside does not read.
    pub fn read(places: &[u8], names: &[u8]) -> Result<Self, PackedError> {
        let places = PlaceTable::read(&expanded(places)?)?;
        let names = NameIndex::read(&expanded(names)?, places.len())?;
        Ok(Self { places, names })
    }

    /// How many places it holds, and under how many names.
    pub fn counts(&self) -> (usize, usize) {
        (self.places.len(), self.names.len())
    }

    /// At most `limit` places that may be meant by what was typed so far, the likeliest first, each once.
    ///
    /// Capitals, accents, hyphens and apostrophes make no difference. First come names that are typed in full, then
    /// names that begin so, then, where these are fewer than `limit`, names with typing errors: one from four letters
    /// on, two from seven. Among equals large places come first, and with a position in `near` (own position, the last
    /// report) close ones: twice as far counts like four times fewer people. Nothing is found for no letters.
    pub fn suggest(&self, text: &str, near: Option<Position>, limit: usize) -> Vec<Suggestion<'_>> {
        let typed = self.names.fold(text);
        if typed.is_empty() || limit == 0 {
            return Vec::new();
        }
        let mut best = Best { limit, kept: Vec::new() };
        self.names.beginning_with(&typed, |hit| self.weigh(hit, near, &mut best));
        let most = match typed.len() {
            0..=3 => 0,
            4..=6 => 1,
            _ => 2,
        };
        if most > 0 && best.kept.len() < limit {
            self.names.resembling(&typed, most, |hit| self.weigh(hit, near, &mut best));
        }
        best.kept.iter().filter_map(|(_, _, hit)| self.suggestion(*hit)).collect()
    }

    fn weigh(&self, hit: Hit, near: Option<Position>, best: &mut Best) {
        let Some((size, latitude, longitude)) = self.places.measures(hit.place) else { return };
        let weight = f64::from(size) / 8.0;
        // Distance only takes away, and most are out of the running before it is worked out.
        let Some(near) = near.filter(|_| best.would_take(rank(hit), weight)) else {
            return best.offer(rank(hit), weight, hit);
        };
        let loss = |far: f64| 2.0 * (1.0 + far / NEAR_KM).log2();
        let at_least = (latitude - near.latitude()).abs() * KM_PER_DEGREE;
        if best.would_take(rank(hit), weight - loss(at_least)) {
            best.offer(rank(hit), weight - loss(cheap_km(near, latitude, longitude)), hit);
        }
    }

    fn suggestion(&self, hit: Hit) -> Option<Suggestion<'_>> {
        let place = self.places.place(hit.place)?;
        let name = self.names.name(hit.entry);
        let own: String = self.names.fold(place.name).into_iter().collect();
        let known_as = (name != own).then(|| with_capitals(&name));
        Some(Suggestion { place, known_as, whole: hit.whole, errors: hit.errors })
    }

    /// The `count` places nearest to a position, the nearest first. Large or small makes no difference.
    pub fn nearest(&self, position: Position, count: usize) -> Vec<Neighbour<'_>> {
        // The sphere orders almost like the ellipsoid: a few more than asked for are measured exactly.
        let mut close: Vec<(f64, usize)> = Vec::new();
        let most = if count == 0 { 0 } else { count.saturating_add(count / 4).saturating_add(4) };
        if most == 0 {
            return Vec::new();
        }
        self.places.around(position, 1.0, |one| {
            let spread = one.spread();
            if close.len() < most || close.last().is_some_and(|(worst, _)| spread < *worst) {
                let at = close.partition_point(|(other, _)| *other <= spread);
                close.insert(at, (spread, one.at));
                close.truncate(most);
            }
            if close.len() < most { 1.0 } else { close.last().map_or(1.0, |(worst, _)| *worst) }
        });
        let mut near: Vec<Neighbour<'_>> = close
            .into_iter()
            .filter_map(|(_, at)| self.places.place(at))
            .map(|place| Neighbour { place, leg: Leg::between(place.position, position) })
            .collect();
        near.sort_by(|one, other| one.leg.distance_m().total_cmp(&other.leg.distance_m()));
        near.truncate(count);
        near
    }

    /// The place by which to tell somebody where a position is: near, but known. A town four kilometres away does
    /// better than a hamlet at two. None farther than 400 km from any place.
    pub fn landmark(&self, position: Position) -> Option<Neighbour<'_>> {
        let weight = |one: &Neighbour<'_>| {
            let far = one.leg.distance_m() / 1_000.0;
            f64::from(one.place.size) / 8.0 - 2.0 * (1.0 + far / LANDMARK_KM).log2()
        };
        let among = self.nearest(position, LANDMARK_AMONG).into_iter();
        let close = among.filter(|one| one.leg.distance_m() <= LANDMARK_FARTHEST_KM * 1_000.0);
        close.max_by(|one, other| weight(one).total_cmp(&weight(other)))
    }

    /// At most `count` places within `radius_m` metres of a position, the largest first: the ones to write on a map.
    pub fn largest(&self, position: Position, radius_m: f64, count: usize) -> Vec<Place<'_>> {
        let limit = spread_of_arc((radius_m / 1_000.0 / KM_PER_DEGREE).clamp(0.0, 180.0));
        let mut large: Vec<(u8, f64, usize)> = Vec::new();
        self.places.around(position, limit, |one| {
            let full = large.len() >= count;
            if !full || large.last().is_some_and(|(size, ..)| *size < one.size) {
                let spread = one.spread();
                if spread <= limit {
                    let at = large.partition_point(|(size, other, _)| {
                        *size > one.size || (*size == one.size && *other <= spread)
                    });
                    large.insert(at, (one.size, spread, one.at));
                    large.truncate(count);
                }
            }
            limit
        });
        large.into_iter().filter_map(|(.., at)| self.places.place(at)).collect()
    }
}

/// Names in full before beginnings; each typing error costs a rank.
fn rank(hit: Hit) -> u8 {
    match (hit.errors, hit.whole) {
        (0, true) => 0,
        (0, false) => 1,
        (errors, true) => errors.saturating_add(1),
        (errors, false) => errors.saturating_add(2),
    }
}

/// Kilometres on the sphere.
fn cheap_km(from: Position, latitude: f64, longitude: f64) -> f64 {
    arc_of_spread(spread(from.latitude(), latitude, longitude - from.longitude())) * KM_PER_DEGREE
}

/// A folded name with a capital at each word.
fn with_capitals(name: &str) -> String {
    let words = name.split(' ').map(|word| {
        let mut letters = word.chars();
        letters
            .next()
            .map(|first| first.to_uppercase().chain(letters).collect::<String>())
            .unwrap_or_default()
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The best so far, the best first, each place once.
struct Best {
    limit: usize,
    kept: Vec<(u8, f64, Hit)>,
}

impl Best {
    /// Whether something of this rank and at most this weight may still be among the best.
    fn would_take(&self, rank: u8, weight: f64) -> bool {
        self.kept.len() < self.limit
            || self.kept.last().is_none_or(|(other, least, _)| (rank, -weight) <= (*other, -*least))
    }

    fn offer(&mut self, rank: u8, weight: f64, hit: Hit) {
        if !self.would_take(rank, weight) {
            return;
        }
        let better = |(other_rank, other_weight, other): &(u8, f64, Hit)| {
            (rank, -weight, hit.entry) < (*other_rank, -*other_weight, other.entry)
        };
        if self.kept.len() >= self.limit && !self.kept.last().is_some_and(better) {
            return;
        }
        if let Some(known) = self.kept.iter().position(|(.., other)| other.place == hit.place) {
            if !self.kept.get(known).is_some_and(better) {
                return;
            }
            self.kept.remove(known);
        }
        let at = self.kept.partition_point(|other| !better(other));
        self.kept.insert(at, (rank, weight, hit));
        self.kept.truncate(self.limit);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, any, proptest};

    use super::{Gazetteer, NAMES, PLACES, with_capitals};
    use crate::geography::distance::CompassPoint;
    use crate::geography::packed::PackedError;
    use crate::geography::position::Position;

    fn at(latitude: f64, longitude: f64) -> Position {
        Position::new(latitude, longitude).unwrap()
    }

    /// In the camp of the exercise, west of Mitrovica.
    fn kosovo() -> Position {
        at(42.8914, 20.8660)
    }

    /// Name and country of the first suggestion.
    fn first(text: &str, near: Option<Position>) -> String {
        let found = Gazetteer::of_the_world().suggest(text, near, 5);
        found
            .first()
            .map_or_else(|| "-".to_owned(), |one| format!("{} {}", one.place.name, one.place.country))
    }

    #[test]
    fn the_built_in_places_read() {
        let read = Gazetteer::read(PLACES, NAMES).unwrap();
        let (places, names) = read.counts();
        assert!(places > 230_000 && names > 590_000);
        assert_eq!(Gazetteer::read(NAMES, PLACES).unwrap_err(), PackedError::Inside);
        assert_eq!(Gazetteer::read(b"", NAMES).unwrap_err(), PackedError::Frame);
    }

    #[test]
    fn a_place_is_found_by_every_way_of_writing_it() {
        for typed in [
            "Mitrovica",
            "mitrovicë",
            "MITROVICE",
            "Kosovska Mitrovica",
            "kosovska-mitrovica",
            "Косовска Митровица",
        ] {
            assert_eq!(first(typed, Some(kosovo())), "Mitrovica XK", "{typed}");
        }
        for typed in ["Prishtina", "Priština", "Pristina", "Prishtinë", "Приштина"] {
            assert_eq!(first(typed, None), "Pristina XK", "{typed}");
        }
        for (typed, place) in [
            ("skopje", "Skopje MK"),
            ("bamako", "Bamako ML"),
            ("gao", "Gao ML"),
            ("niamey", "Niamey NE"),
            ("agadez", "Agadez NE"),
            ("kiev", "Kyiv UA"),
            ("kyiv", "Kyiv UA"),
            ("n'djamena", "N'Djamena TD"),
            ("ndjamena", "N'Djamena TD"),
            ("köln", "Köln DE"),
            ("cologne", "Köln DE"),
            ("luik", "Liège BE"),
            ("lampedusa", "Lampedusa IT"),
            ("ceuta", "Ceuta ES"),
            ("beyrouth", "Beirut LB"),
        ] {
            assert_eq!(first(typed, None), place, "{typed}");
        }
    }

    #[test]
    fn a_beginning_is_enough_and_the_near_one_comes_first() {
        assert_eq!(first("mitrov", Some(kosovo())), "Mitrovica XK");
        assert_eq!(first("zvec", Some(kosovo())), "Zvečan XK");
        assert_eq!(first("novo selo", Some(at(44.67, 19.34))), "Novo Selo RS");
        assert_eq!(first("novo selo", Some(at(44.16, 22.78))), "Novo Selo BG");
    }

    #[test]
    fn typing_errors_are_forgiven_by_the_length_of_the_name() {
        for typed in
            ["Mitorvica", "Mitrovca", "Mitrovitca", "Mitrovuca", "mittrovica", "Kosovska Mitrovca", "Mitorv"]
        {
            assert_eq!(first(typed, Some(kosovo())), "Mitrovica XK", "{typed}");
        }
        assert_eq!(first("Agadze", None), "Agadez NE");
        assert_eq!(first("bammako", None), "Bamako ML");
        // Three letters are too few to be wrong.
        let found = Gazetteer::of_the_world().suggest("gau", None, 50);
        assert!(found.iter().all(|one| one.errors == 0));
    }

    #[test]
    fn it_is_told_under_which_name_a_place_was_found() {
        let found = Gazetteer::of_the_world().suggest("kosovska mit", Some(kosovo()), 1);
        assert_eq!(found[0].known_as.as_deref(), Some("Kosovska Mitrovica"));
        assert!(!found[0].whole);
        let found = Gazetteer::of_the_world().suggest("mitrovica", Some(kosovo()), 1);
        assert_eq!((found[0].known_as.as_deref(), found[0].whole), (None, true));
        assert_eq!(with_capitals("el obeid"), "El Obeid");
    }

    #[test]
    fn a_place_is_suggested_once() {
        let found = Gazetteer::of_the_world().suggest("pri", None, 40);
        let mut places: Vec<_> =
            found.iter().map(|one| (one.place.name, one.place.position.to_string())).collect();
        places.sort();
        places.dedup();
        assert_eq!(places.len(), 40);
    }

    #[test]
    fn a_position_is_told_by_a_place_that_people_know() {
        let world = Gazetteer::of_the_world();
        let told = |latitude, longitude| {
            let near = world.landmark(at(latitude, longitude)).unwrap();
            let way = CompassPoint::of_eight(near.leg.bearing_deg()).abbreviation();
            format!("{} {way} of {}", near.leg.distance_text(), near.place.name)
        };
        assert_eq!(told(42.9085, 20.9015), "4 km NE of Mitrovica");
        assert_eq!(told(16.30, 0.10), "16 km E of Gao");
        assert_eq!(world.landmark(at(0.0, -140.0)), None);
    }

    #[test]
    fn the_nearest_places_are_those_a_search_through_all_finds() {
        let world = Gazetteer::of_the_world();
        for (latitude, longitude) in [
            (42.89, 20.87),
            (34.5, 18.0),
            (-17.0, 179.99),
            (-17.0, -179.99),
            (89.9, 10.0),
            (-90.0, 0.0),
            (71.0, -179.0),
        ] {
            let position = at(latitude, longitude);
            let mut all: Vec<f64> = (0..world.places.len())
                .filter_map(|number| world.places.measures(number))
                .map(|(_, lat, lon)| super::cheap_km(position, lat, lon))
                .collect();
            all.sort_by(f64::total_cmp);
            let found = world.nearest(position, 5);
            assert_eq!(found.len(), 5);
            for (near, sphere) in found.iter().zip(all) {
                let exact = near.leg.distance_m() / 1_000.0;
                // The sphere is half a percent off at most.
                assert!(
                    (exact - sphere).abs() <= 0.01 * sphere + 0.05,
                    "{latitude} {longitude} {exact} {sphere}"
                );
            }
        }
        assert!(world.nearest(kosovo(), 0).is_empty());
    }

    #[test]
    fn a_map_bears_its_largest_places() {
        let found = Gazetteer::of_the_world().largest(kosovo(), 50_000.0, 3);
        let names: Vec<&str> = found.iter().map(|place| place.name).collect();
        assert_eq!(names[0], "Pristina");
        assert!(names.contains(&"Mitrovica"), "{names:?}");
        assert!(Gazetteer::of_the_world().largest(at(34.5, 18.0), 50_000.0, 3).is_empty());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn no_text_and_no_position_break_the_gazetteer(
            text in any::<String>(), name in "[a-zé' -]{0,12}", latitude in -90.0..=90.0, longitude in -180.0..=180.0,
        ) {
            let (world, position) = (Gazetteer::of_the_world(), at(latitude, longitude));
            for typed in [&text, &name] {
                assert!(world.suggest(typed, Some(position), 8).len() <= 8);
            }
            assert!(world.largest(position, 100_000.0, 8).len() <= 8);
            let near = world.nearest(position, 3);
            assert!(near.windows(2).all(|pair| pair[0].leg.distance_m() <= pair[1].leg.distance_m()));
        }
    }
}
