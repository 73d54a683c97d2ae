//! Vehicles, plates and telephone numbers that exist nowhere.

use crate::desks::exercise::dice::SeededDice;
use crate::domain::entity::VehicleType;
use crate::domain::observation::Language;

/// A vehicle of the exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ride {
    /// Its kind.
    pub kind: VehicleType,
    /// Make and model.
    pub make: &'static str,
    /// Which line of the section `colour`.
    pub colour: usize,
    /// Which line of the section `marks` tells it from others.
    pub mark: usize,
    /// Its plate; never one that an office has issued.
    pub plate: String,
    /// The sign of the country on the plate.
    pub country: &'static str,
}

/// What the network of the exercise uses again and again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ring {
    /// The grey van both contingents meet.
    pub van: Ride,
    /// The car that drives ahead of it.
    pub scout: Ride,
    /// The number that people who do not know each other carry.
    pub phone: String,
}

const VANS: [&str; 8] = [
    "Ford Transit",
    "Mercedes Sprinter",
    "VW Crafter",
    "Fiat Ducato",
    "Renault Master",
    "Opel Vivaro",
    "Peugeot Boxer",
    "Citroën Jumper",
];
const CARS: [&str; 9] = [
    "Opel Astra",
    "VW Golf",
    "Audi A4",
    "Škoda Octavia",
    "Renault Mégane",
    "BMW 320",
    "Dacia Logan",
    "Opel Vectra",
    "Mercedes 190",
];
const MINIBUSES: [&str; 4] = ["VW Caravelle", "Mercedes Vito", "Ford Tourneo", "Hyundai H1"];
const LORRIES: [&str; 6] =
    ["MAN TGX", "DAF XF", "Volvo FH", "Scania R420", "Mercedes Actros", "Iveco Stralis"];

/// The letters of plates here.
const LETTERS: &[u8] = b"ABCDEFGHKLMNPRSTVXZ";

fn letter(dice: &mut SeededDice) -> char {
    dice.pick(LETTERS).map_or('A', |byte| char::from(*byte))
}

/// A plate in the shape of a country, with what no office of it issues: regions 08 and 09 of Kosovo (01 to 07 exist),
/// provinces above 81 of Turkey, and a Q wherever plates know no Q.
fn plate(dice: &mut SeededDice) -> (String, &'static str) {
    let (one, two) = (letter(dice), letter(dice));
    let (three, four) = (dice.between(100, 999), dice.between(1_000, 9_999));
    match dice.below(12) {
        0..=5 => (format!("0{}-{three}-{one}{two}", dice.between(8, 9)), "RKS"),
        6 | 7 => (format!("Q{one} {three}-{two}Q"), "SRB"),
        8 => (format!("QA {three} {one}{two}"), "AL"),
        9 => (format!("QQ {four} {one}{two}"), "MK"),
        10 => (format!("{} {one}{two} {three}", dice.between(82, 99)), "TR"),
        _ => (format!("Q{one} {four} {two}Q"), "BG"),
    }
}

/// The plate with one or two characters that were not read.
pub fn half_read(plate: &str, dice: &mut SeededDice) -> String {
    let mut characters: Vec<char> = plate.chars().collect();
    for _ in 0..dice.between(1, 2) {
        let end = u32::try_from(characters.len()).unwrap_or(1);
        let place = usize::try_from(dice.between(1, end.saturating_sub(1))).unwrap_or(1);
        if let Some(character) = characters.get_mut(place).filter(|c| c.is_ascii_alphanumeric()) {
            *character = '?';
        }
    }
    if !characters.contains(&'?')
        && let Some(last) = characters.last_mut()
    {
        *last = '?';
    }
    characters.into_iter().collect()
}

/// A telephone number out of the ranges that Ofcom (+44 7700 900), ARCEP (+33 6 39 98) and the Bundesnetzagentur
/// (+49 176 040690) keep for fiction.
pub fn phone(dice: &mut SeededDice) -> String {
    match dice.below(3) {
        0 => format!("+447700900{:03}", dice.below(1_000)),
        1 => format!("+3363998{:04}", dice.below(10_000)),
        _ => format!("+49176040690{:02}", dice.below(100)),
    }
}

impl Ride {
    /// Some vehicle of a kind.
    pub fn any(kind: VehicleType, dice: &mut SeededDice) -> Self {
        let makes: &[&'static str] = match kind {
            VehicleType::Van => &VANS,
            VehicleType::Minibus | VehicleType::Bus => &MINIBUSES,
            VehicleType::Lorry | VehicleType::Trailer => &LORRIES,
            _ => &CARS,
        };
        let (plate, country) = plate(dice);
        let (colour, mark) = (dice.below(7), dice.below(8));
        let line = |number: u32| usize::try_from(number).unwrap_or(0);
        Self { kind, make: dice.word(makes), colour: line(colour), mark: line(mark), plate, country }
    }

    /// The same vehicle with its plate half read.
    pub fn half_read(&self, dice: &mut SeededDice) -> Self {
        Self { plate: half_read(&self.plate, dice), ..self.clone() }
    }

    /// Colour and make in the order of a language, without an article.
    pub fn called(&self, language: Language, colour: &str) -> String {
        match language {
            Language::Dutch | Language::English => format!("{colour} {}", self.make),
            Language::French => format!("{} {colour}", self.make),
            Language::German => format!("{} ({colour})", self.make),
        }
    }
}

impl Ring {
    /// The network of one exercise.
    pub fn drawn(dice: &mut SeededDice) -> Self {
        let grey = 0;
        let van = Ride { colour: grey, country: "RKS", ..Ride::any(VehicleType::Van, dice) };
        let middle = dice.between(100, 999);
        let plate = format!("09-{middle}-{}{}", letter(dice), letter(dice));
        Self { van: Ride { plate, ..van }, scout: Ride::any(VehicleType::Car, dice), phone: phone(dice) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_plate_could_have_been_issued() {
        let mut dice = SeededDice::new(3);
        for _ in 0..500 {
            let ride = Ride::any(VehicleType::Car, &mut dice);
            let first: String = ride.plate.chars().take(2).collect();
            let invented = match ride.country {
                "RKS" => ["08", "09"].contains(&first.as_str()),
                "TR" => first.parse::<u32>().unwrap() > 81,
                _ => ride.plate.contains('Q'),
            };
            assert!(invented, "{}", ride.plate);
        }
    }

    #[test]
    fn a_half_read_plate_fits_the_whole_one() {
        let mut dice = SeededDice::new(4);
        for _ in 0..500 {
            let (whole, _) = plate(&mut dice);
            let half = half_read(&whole, &mut dice);
            assert!(half.contains('?') && half.len() == whole.len());
            assert!(half.chars().zip(whole.chars()).all(|(seen, real)| seen == '?' || seen == real));
        }
    }

    #[test]
    fn every_number_is_of_a_range_kept_for_fiction() {
        let mut dice = SeededDice::new(6);
        for _ in 0..200 {
            let number = phone(&mut dice);
            let fiction = ["+447700900", "+3363998", "+49176040690"];
            assert!(fiction.iter().any(|range| number.starts_with(range)), "{number}");
        }
    }
}
