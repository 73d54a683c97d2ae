//! A position written in degrees of latitude and longitude (order and hemispheres after ISO 6709).

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::geography::angle::{Angle, DegreesForm};
use crate::geography::degrees_tokens::{Axis, Hemisphere, Number, Token, TokenError, tokens};
use crate::geography::position::{Position, PositionError};

/// Metres in one degree on WGS84, never fewer than there truly are: of latitude anywhere, of longitude when
/// multiplied by the cosine of the latitude.
const METRES_PER_DEGREE: f64 = 111_700.0;

/// Why a text is not a position in degrees.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DegreesError {
    /// A character, number or sign cannot be read.
    #[error(transparent)]
    Token(#[from] TokenError),
    /// Not exactly one latitude and one longitude.
    #[error("a latitude and a longitude are needed, with a comma, a space or letters between them")]
    NotTwo,
    /// A comma between digits may be a decimal sign or the gap between two numbers.
    #[error(
        "a comma between digits can be a decimal sign or a separator; write 42.89, 20.86 or 42,89 N 20,86 E"
    )]
    CommaUnclear,
    /// A sign inside an angle, or away from its number.
    #[error("a sign stands directly in front of a whole latitude or longitude, nowhere else")]
    MisplacedSign,
    /// A sign and a letter on the same angle.
    #[error("use a sign or a letter for the hemisphere, not both")]
    SignAndLetter,
    /// Only one of the two has a letter, or there are more than two.
    #[error("give both the latitude (N or S) and the longitude (E or W) one letter, or neither")]
    LetterCount,
    /// One letter stands in front, the other behind.
    #[error("put both letters in front of their numbers, or both behind; mixed, they can be read two ways")]
    MixedLetters,
    /// Two latitudes or two longitudes.
    #[error("both angles are of the same kind; one must be N or S, the other E or W")]
    SameAxis,
    /// A degree, minute or second mark on the wrong number.
    #[error("the marks must follow degrees, minutes and seconds in that order: 42°53'29\"")]
    MarkOutOfPlace,
    /// Decimals before the last part.
    #[error("only the last part of an angle can have decimals: 42°53.484' or 42.8914°")]
    DecimalsBeforeLast,
    /// Minutes or seconds of sixty or more.
    #[error("minutes and seconds run from 0 to 59")]
    Sixty,
    /// The angles are beyond a pole or the antimeridian.
    #[error(transparent)]
    Position(#[from] PositionError),
}

/// A position as written in degrees: it keeps its form and the decimals given, and so its error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Degrees {
    latitude: Angle,
    longitude: Angle,
    position: Position,
}

impl Degrees {
    /// Writes a position in degrees, with the fewest decimals that do not add to an error of `error_m`
    /// metres.
    pub fn of(position: Position, form: DegreesForm, error_m: f64) -> Self {
        let half_unit = error_m / METRES_PER_DEGREE;
        let latitude = Angle::rounded(position.latitude(), form, half_unit);
        let longitude = Angle::rounded(position.longitude(), form, half_unit);
        // Rounding stays on the Earth, because 90 and 180 are whole units of every form.
        let rounded = Position::new(latitude.degrees(), longitude.degrees()).unwrap_or(position);
        Self { latitude, longitude, position: rounded }
    }

    /// The point written.
    pub fn position(&self) -> Position {
        self.position
    }

    /// The finest form used by either angle.
    pub fn form(&self) -> DegreesForm {
        self.latitude.form.max(self.longitude.form)
    }

    /// How far the true place may be, in metres, when both angles were rounded to the last decimal given: the
    /// half diagonal of the box they leave open. `42.89 N 20.86 E` leaves 0.005 degrees each way, 700 m.
    pub fn error_m(&self) -> f64 {
        let north = self.latitude.half_unit();
        let widest = (self.position.latitude().abs() - north).max(0.0);
        let east = self.longitude.half_unit() * widest.to_radians().cos();
        north.hypot(east) * METRES_PER_DEGREE
    }

    fn new(latitude: Angle, longitude: Angle) -> Result<Self, DegreesError> {
        let position = Position::new(latitude.degrees(), longitude.degrees())?;
        Ok(Self { latitude, longitude, position })
    }
}

impl fmt::Display for Degrees {
    /// Latitude first, letters behind: `42.8914° N 20.8660° E`, `42°53'29" N 20°51'58" E`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let north_south = if self.latitude.negative { 'S' } else { 'N' };
        let east_west = if self.longitude.negative { 'W' } else { 'E' };
        write!(f, "{} {north_south} {} {east_west}", self.latitude, self.longitude)
    }
}

impl FromStr for Degrees {
    type Err = DegreesError;

    /// Reads decimal degrees, degrees and minutes, or degrees, minutes and seconds, with or without marks.
    ///
    /// Letters stand both in front or both behind and free the order; without letters latitude comes first
    /// and a minus means south or west. A comma between two digits is a separator when a decimal point occurs
    /// elsewhere, otherwise a decimal sign; where that gives no position, it is refused.
    fn from_str(text: &str) -> Result<Self, DegreesError> {
        let tokens = tokens(text)?;
        let read = if tokens.iter().any(|token| matches!(token, Token::Letter(_))) {
            with_letters(&tokens)
        } else {
            without_letters(&tokens)
        };
        let comma_used = tokens.iter().any(|token| matches!(token, Token::Number(n) if n.decimal_comma));
        match read {
            Err(DegreesError::NotTwo | DegreesError::DecimalsBeforeLast) if comma_used => {
                Err(DegreesError::CommaUnclear)
            }
            other => other,
        }
    }
}

fn with_letters(tokens: &[Token]) -> Result<Degrees, DegreesError> {
    let is_letter = |token: &Token| matches!(token, Token::Letter(_));
    let letters: Vec<Hemisphere> =
        tokens.iter().filter_map(|t| if let Token::Letter(h) = t { Some(*h) } else { None }).collect();
    let &[first, second] = letters.as_slice() else {
        return Err(DegreesError::LetterCount);
    };
    let in_front = tokens.first().is_some_and(is_letter);
    if in_front == tokens.last().is_some_and(is_letter) {
        return Err(DegreesError::MixedLetters);
    }
    let parts: Vec<&[Token]> = tokens.split(is_letter).collect();
    let (one, other) = match parts.as_slice() {
        [_, one, other] if in_front => (one, other),
        [one, other, _] => (one, other),
        _ => return Err(DegreesError::LetterCount),
    };
    let one = angle(trimmed(one), Some(first))?;
    let other = angle(trimmed(other), Some(second))?;
    match (first.axis(), second.axis()) {
        (Axis::Latitude, Axis::Longitude) => Degrees::new(one, other),
        (Axis::Longitude, Axis::Latitude) => Degrees::new(other, one),
        _ => Err(DegreesError::SameAxis),
    }
}

/// The comma that people put between two angles may stand on either side of the letter.
fn trimmed(part: &[Token]) -> &[Token] {
    let part = part.strip_prefix(&[Token::Separator]).unwrap_or(part);
    part.strip_suffix(&[Token::Separator]).unwrap_or(part)
}

fn without_letters(tokens: &[Token]) -> Result<Degrees, DegreesError> {
    let parts: Vec<&[Token]> = tokens.split(|token| *token == Token::Separator).collect();
    let (latitude, longitude) = match parts.as_slice() {
        [one, other] => (*one, *other),
        [all] => halves(all)?,
        _ => return Err(DegreesError::NotTwo),
    };
    Degrees::new(angle(latitude, None)?, angle(longitude, None)?)
}

/// Where nothing stands between them, the second angle begins at its sign, at the second number that is
/// marked as degrees, or half way through unmarked numbers.
fn halves(tokens: &[Token]) -> Result<(&[Token], &[Token]), DegreesError> {
    let begins = |(index, token): (usize, &Token)| match token {
        Token::Sign { .. } => index > 0,
        Token::Number(_) => {
            index > 1
                && tokens.get(index + 1) == Some(&Token::Degree)
                && !matches!(tokens.get(index - 1), Some(Token::Sign { .. }))
        }
        _ => false,
    };
    let numbers_only = tokens.iter().all(|token| matches!(token, Token::Number(_)));
    let at = match tokens.iter().enumerate().position(begins) {
        Some(at) => at,
        None if numbers_only && matches!(tokens.len(), 2 | 4 | 6) => tokens.len() / 2,
        None => return Err(DegreesError::NotTwo),
    };
    tokens.split_at_checked(at).ok_or(DegreesError::NotTwo)
}

/// Reads one angle: an optional sign, then one to three numbers, each with or without its mark.
fn angle(tokens: &[Token], letter: Option<Hemisphere>) -> Result<Angle, DegreesError> {
    let (sign, rest) = match tokens {
        [Token::Sign { negative }, rest @ ..] => (Some(*negative), rest),
        all => (None, all),
    };
    if sign.is_some() && letter.is_some() {
        return Err(DegreesError::SignAndLetter);
    }
    let negative = sign.unwrap_or_else(|| letter.is_some_and(Hemisphere::is_negative));
    let mut numbers: Vec<Number> = Vec::with_capacity(3);
    let mut marked = false;
    for token in rest {
        let mark = match token {
            Token::Number(number) => {
                numbers.push(*number);
                marked = false;
                continue;
            }
            Token::Degree => 1,
            Token::Minute => 2,
            Token::Second => 3,
            Token::Sign { .. } => return Err(DegreesError::MisplacedSign),
            Token::Separator | Token::Letter(_) => return Err(DegreesError::NotTwo),
        };
        if marked || numbers.len() != mark {
            return Err(DegreesError::MarkOutOfPlace);
        }
        marked = true;
    }
    let (form, last, wholes) = match numbers.as_slice() {
        [degrees] => (DegreesForm::Decimal, degrees, [0, 0]),
        [degrees, minutes] => (DegreesForm::Minutes, minutes, [degrees.integer()?, 0]),
        [degrees, minutes, seconds] => {
            (DegreesForm::Seconds, seconds, [degrees.integer()?, minutes.integer()?])
        }
        _ => return Err(DegreesError::NotTwo),
    };
    let [degrees, minutes] = wholes;
    if minutes >= 60 || (form != DegreesForm::Decimal && last.whole >= 60) {
        return Err(DegreesError::Sixty);
    }
    // Numbers have few enough digits that nothing here overflows.
    let before_last = match form {
        DegreesForm::Decimal => 0,
        DegreesForm::Minutes => degrees * 60,
        DegreesForm::Seconds => degrees * 3_600 + minutes * 60,
    };
    let units = (before_last + last.whole) * 10_u64.pow(last.places) + last.fraction;
    Ok(Angle { negative, units, form, places: last.places })
}

impl Number {
    fn integer(self) -> Result<u64, DegreesError> {
        if self.places == 0 { Ok(self.whole) } else { Err(DegreesError::DecimalsBeforeLast) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Degrees, DegreesError};
    use crate::geography::angle::DegreesForm;
    use crate::geography::degrees_tokens::TokenError;
    use crate::geography::distance::Leg;
    use crate::geography::position::{Position, PositionError};

    fn read(text: &str) -> Result<Degrees, DegreesError> {
        text.parse()
    }

    fn is_mitrovica(text: &str, form: DegreesForm) {
        let degrees = read(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        let place = Position::new(42.8914, 20.866).unwrap();
        let away = Leg::between(place, degrees.position()).distance_m();
        assert!(away <= degrees.error_m(), "{text}: {away} m away, error {}", degrees.error_m());
        assert_eq!(degrees.form(), form, "{text}");
    }

    #[test]
    fn decimal_degrees_are_read_in_many_spellings() {
        for text in [
            "42.8914, 20.8660",
            "42.8914 20.8660",
            "42.8914,20.8660",
            "42.8914; 20.8660",
            "42.8914/20.8660",
            "42.8914N 20.8660E",
            "42.8914 N, 20.8660 E",
            "42.8914n,20.8660e",
            "N42.8914 E20.8660",
            "E 20.8660 N 42.8914",
            "20.8660E 42.8914N",
            "+42.8914 +20.8660",
            "+42.8914+20.8660",
            "42.8914° 20.8660°",
            "42.8914°N 20.8660°E",
            "42,8914 20,8660",
            "42,8914 N 20,8660 E",
            "42,8914, 20,8660",
            "42,8914; 20,8660",
        ] {
            is_mitrovica(text, DegreesForm::Decimal);
        }
    }

    #[test]
    fn degrees_and_minutes_are_read_in_many_spellings() {
        for text in [
            "42 53.484 N 20 51.960 E",
            "42°53.484'N 20°51.960'E",
            "42°53.484′N, 20°51.960′E",
            "N 42 53.484 E 20 51.960",
            "42 53,484 N 20 51,960 E",
            "42 53.484 20 51.960",
            "42º53.484’ 20º51.960’",
            "42°53.484', 20°51.960'",
        ] {
            is_mitrovica(text, DegreesForm::Minutes);
        }
    }

    #[test]
    fn degrees_minutes_and_seconds_are_read_in_many_spellings() {
        for text in [
            "42°53'29\"N 20°51'58\"E",
            "42°53′29″N 20°51′58″E",
            "42º53’29”N, 20º51’58”E",
            "42°53''29\"N 20°51'58\"E",
            "42 53 29 N 20 51 58 E",
            "42°53'29'' N 20°51'58'' E",
            "42 53 29 20 51 58",
            "42°53'29,0\"N 20°51'57,6\"E",
        ] {
            if text.contains("53''") {
                assert_eq!(read(text), Err(DegreesError::MarkOutOfPlace));
            } else {
                is_mitrovica(text, DegreesForm::Seconds);
            }
        }
    }

    #[test]
    fn south_and_west_are_negative_by_letter_or_by_sign() {
        for text in
            ["1.5667 S 30.25 W", "-1.5667, -30.25", "-1.5667 -30.25", "S1.5667 W30.25", "−1.5667 −30.25"]
        {
            let position = read(text).unwrap().position();
            assert_eq!((position.latitude(), position.longitude()), (-1.5667, -30.25), "{text}");
        }
    }

    #[test]
    fn the_error_is_half_of_the_last_decimal_given() {
        let error_m = |text: &str| read(text).unwrap().error_m();
        assert!((error_m("42.89 N 20.87 E") - 692.0).abs() < 5.0);
        assert!((error_m("42.8914 N 20.8660 E") - 6.92).abs() < 0.05);
        assert!((error_m("42 53 N 20 52 E") - 1_153.0).abs() < 10.0);
        assert!((error_m("42°53'29\"N 20°51'58\"E") - 19.2).abs() < 0.2);
        assert!(error_m("0 N 0 E") > 78_000.0);
    }

    #[test]
    fn the_letter_o_is_refused_because_it_means_west_in_french_and_east_in_dutch() {
        for text in ["42.8914N 20.8660O", "42°53'N 20°51'O", "O 20.8660 N 42.8914"] {
            let error = read(text).unwrap_err();
            assert_eq!(error, DegreesError::Token(TokenError::LetterO));
            assert!(error.to_string().contains("west") && error.to_string().contains("east"));
        }
    }

    #[test]
    fn a_comma_that_can_be_read_two_ways_is_refused() {
        for text in ["42,20", "42,8914", "42 5,20 6", "42,53,29 N 20,51,58 E", "42,8914,20,8660"] {
            let error = read(text).unwrap_err();
            assert!(
                matches!(error, DegreesError::CommaUnclear | DegreesError::Token(TokenError::BrokenNumber)),
                "{text}: {error}"
            );
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (text, error) in [
            ("", DegreesError::NotTwo),
            ("42.8914", DegreesError::NotTwo),
            ("42.8914 20.8660 5", DegreesError::NotTwo),
            ("42.8914, 20.8660, 5", DegreesError::NotTwo),
            ("42.8914N 20.8660", DegreesError::LetterCount),
            ("N42.8914 20.8660E", DegreesError::MixedLetters),
            ("42.8914N E20.8660", DegreesError::MixedLetters),
            ("42.8914N 20.8660S", DegreesError::SameAxis),
            ("-42.8914N 20.8660E", DegreesError::SignAndLetter),
            ("42'53.4 N 20'51.9 E", DegreesError::MarkOutOfPlace),
            ("42°29\" N 20°51\" E", DegreesError::MarkOutOfPlace),
            ("42.5 30 N 20 30 E", DegreesError::DecimalsBeforeLast),
            ("42 60 N 20 30 E", DegreesError::Sixty),
            ("42 30 60 N 20 30 00 E", DegreesError::Sixty),
            ("42 75 10 N 20 30 00 E", DegreesError::Sixty),
            ("91 N 20 E", DegreesError::Position(PositionError::Latitude)),
            ("100.5, 20.5", DegreesError::Position(PositionError::Latitude)),
            ("42 N 181 E", DegreesError::Position(PositionError::Longitude)),
            ("42X 20E", DegreesError::Token(TokenError::UnknownLetter('X'))),
            ("42.8914 - 20.8660", DegreesError::Token(TokenError::LooseSign)),
            ("42-53-29 N", DegreesError::Token(TokenError::LooseSign)),
            ("42.53.29 N 20.51.58 E", DegreesError::Token(TokenError::BrokenNumber)),
        ] {
            assert_eq!(read(text), Err(error), "{text}");
        }
    }

    #[test]
    fn the_poles_the_equator_and_the_antimeridian_are_read() {
        for (text, latitude, longitude) in [
            ("90 N 0 E", 90.0, 0.0),
            ("90°00'00\" S 45°00'00\" E", -90.0, 45.0),
            ("0.0, 21.0", 0.0, 21.0),
            ("0.0 S 180 W", 0.0, -180.0),
            ("0, 180", 0.0, -180.0),
        ] {
            let position = read(text).unwrap().position();
            assert_eq!((position.latitude(), position.longitude()), (latitude, longitude), "{text}");
        }
    }

    #[test]
    fn a_long_tail_of_decimals_is_read() {
        let position = read("42.89140000000000012, 20.86600000000000345").unwrap().position();
        assert_eq!((position.latitude(), position.longitude()), (42.8914, 20.866));
    }

    fn forms() -> impl Strategy<Value = DegreesForm> {
        prop_oneof![Just(DegreesForm::Decimal), Just(DegreesForm::Minutes), Just(DegreesForm::Seconds)]
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            latitude in -90.0..=90.0, longitude in -180.0..=180.0, form in forms(), error in 0.0..1e5
        ) {
            let position = Position::new(latitude, longitude).unwrap();
            let written = Degrees::of(position, form, error);
            prop_assert_eq!(read(&written.to_string()), Ok(written), "{}", written);
            let away = Leg::between(position, written.position()).distance_m();
            prop_assert!(away <= written.error_m() + 0.01, "{written}: {away} m");
        }

        #[test]
        fn what_is_accepted_shows_back_as_text_with_the_same_value(
            latitude in "[NS]?[+-]?[0-9]{1,2}(°| |[.,][0-9]{1,3})[0-9]{0,2}'?[NS]?",
            between in ",? ?",
            longitude in "[EW]?[+-]?[0-9]{1,3}([.,][0-9]{1,11})?[EW]?"
        ) {
            let text = format!("{latitude}{between}{longitude}");
            if let Ok(degrees) = read(&text) {
                prop_assert_eq!(read(&degrees.to_string()), Ok(degrees), "{} from {}", degrees, text);
            }
        }

        #[test]
        fn no_text_breaks_the_reader(text in any::<String>(), close in "[0-9NSEWO.,;°′'\" +-]{0,30}") {
            let _ = (read(&text), read(&close));
        }
    }
}
