//! The words of a position written in degrees: numbers, marks, signs, letters and separators.

use thiserror::Error;

use crate::geography::angle::Angle;

/// Digits before the decimals that any angle can need; more are refused rather than overflowing.
const MAX_WHOLE_DIGITS: usize = 6;

/// Why a piece of text has no meaning in a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TokenError {
    /// O is ouest in French, oost in Dutch, Ost in German.
    #[error("the letter O means west in French and east in Dutch and German; write W or E")]
    LetterO,
    /// A letter that names no hemisphere.
    #[error("`{0}` names no hemisphere; write N, S, E or W, as in English")]
    UnknownLetter(char),
    /// A character with no meaning here.
    #[error("`{0}` has no place in a position; write for example 42.8914 N 20.8660 E")]
    ForeignCharacter(char),
    /// Two decimal signs, none after the decimal sign, or far too many digits.
    #[error("a number cannot be read; write it as 42.8914, with one decimal point and digits on both sides")]
    BrokenNumber,
    /// A plus or minus that does not touch the number behind it, or touches one in front.
    #[error(
        "a sign must touch the number behind it and nothing in front; between numbers write a comma or a space"
    )]
    LooseSign,
}

/// One word of a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    Number(Number),
    Sign { negative: bool },
    Degree,
    Minute,
    Second,
    Letter(Hemisphere),
    Separator,
}

/// A number as written, without sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    /// Before the decimal sign.
    pub(super) whole: u64,
    /// The decimals as a whole number of 10^-`places`.
    pub(super) fraction: u64,
    /// Decimals kept, at most [`Angle::MAX_PLACES`]; further ones, below a millimetre, are cut off.
    pub(super) places: u32,
    /// Written with a comma.
    pub(super) decimal_comma: bool,
}

/// A half of the Earth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hemisphere {
    North,
    South,
    East,
    West,
}

/// What an angle measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Axis {
    Latitude,
    Longitude,
}

impl Hemisphere {
    pub(super) fn axis(self) -> Axis {
        match self {
            Self::North | Self::South => Axis::Latitude,
            Self::East | Self::West => Axis::Longitude,
        }
    }

    pub(super) fn is_negative(self) -> bool {
        matches!(self, Self::South | Self::West)
    }

    fn from_letter(letter: char) -> Result<Self, TokenError> {
        match letter.to_ascii_uppercase() {
            'N' => Ok(Self::North),
            'S' => Ok(Self::South),
            'E' => Ok(Self::East),
            'W' => Ok(Self::West),
            'O' => Err(TokenError::LetterO),
            other => Err(TokenError::UnknownLetter(other)),
        }
    }
}

/// Splits a text into its words.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, TokenError> {
    let characters: Vec<char> = text.trim().chars().collect();
    let has_point = characters.contains(&'.');
    let mut tokens = Vec::new();
    let mut rest = characters.as_slice();
    let mut before = ' ';
    while let [character, after @ ..] = rest {
        let mut consumed = 1;
        match *character {
            c if c.is_whitespace() => {}
            c if c.is_ascii_digit() => {
                let (number, length) = number(rest, has_point)?;
                tokens.push(Token::Number(number));
                consumed = length;
            }
            sign @ ('+' | '-' | '\u{2212}') => {
                let touches_number = after.first().is_some_and(char::is_ascii_digit);
                // ISO 6709 writes +42.8914+020.8660, so a plus may touch the number before it; a minus there
                // is as likely to be a dash.
                let dash = sign != '+' && (before.is_ascii_digit() || before == '.');
                if !touches_number || dash {
                    return Err(TokenError::LooseSign);
                }
                tokens.push(Token::Sign { negative: sign != '+' });
            }
            '°' | 'º' | '˚' => tokens.push(Token::Degree),
            c if is_minute_mark(c) => {
                if after.first().copied().is_some_and(is_minute_mark) {
                    consumed = 2;
                    tokens.push(Token::Second);
                } else {
                    tokens.push(Token::Minute);
                }
            }
            '"' | '″' | '”' | '“' | '„' | 'ʺ' => tokens.push(Token::Second),
            ',' | ';' | '/' => tokens.push(Token::Separator),
            '.' => return Err(TokenError::BrokenNumber),
            c if c.is_ascii_alphabetic() => tokens.push(Token::Letter(Hemisphere::from_letter(c)?)),
            c => return Err(TokenError::ForeignCharacter(c)),
        }
        let (read, remaining) = rest.split_at_checked(consumed).unwrap_or((rest, &[]));
        before = read.last().copied().unwrap_or(' ');
        rest = remaining;
    }
    Ok(tokens)
}

fn is_minute_mark(character: char) -> bool {
    matches!(character, '\'' | '′' | '’' | '‘' | '´' | '`' | 'ʹ')
}

/// Reads the number at the start of `text`, which begins with a digit, and how many characters it took.
fn number(text: &[char], has_point: bool) -> Result<(Number, usize), TokenError> {
    let digits = |from: &[char]| from.iter().take_while(|c| c.is_ascii_digit()).count();
    let value = |from: &[char]| {
        from.iter().fold(0_u64, |sum, c| sum * 10 + u64::from(c.to_digit(10).unwrap_or_default()))
    };
    let whole_length = digits(text);
    let (whole, rest) = text.split_at_checked(whole_length).unwrap_or((text, &[]));
    if whole_length > MAX_WHOLE_DIGITS {
        return Err(TokenError::BrokenNumber);
    }
    let (decimals, decimal_comma) = match rest {
        ['.', decimals @ ..] => (decimals, false),
        [',', decimals @ ..] if !has_point && digits(decimals) > 0 => (decimals, true),
        _ => {
            return Ok((
                Number { whole: value(whole), fraction: 0, places: 0, decimal_comma: false },
                whole_length,
            ));
        }
    };
    let written = digits(decimals);
    if written == 0 {
        return Err(TokenError::BrokenNumber);
    }
    let (decimals, rest) = decimals.split_at_checked(written).unwrap_or((decimals, &[]));
    // `42,8914,20,8660` and `42.53.29`: no telling which sign does what.
    if matches!(rest, ['.', ..]) || matches!(rest, [',', next, ..] if decimal_comma && next.is_ascii_digit())
    {
        return Err(TokenError::BrokenNumber);
    }
    let kept = decimals.iter().take(Angle::MAX_PLACES as usize).copied().collect::<Vec<char>>();
    let places = u32::try_from(kept.len()).unwrap_or(Angle::MAX_PLACES);
    let number = Number { whole: value(whole), fraction: value(&kept), places, decimal_comma };
    Ok((number, whole_length + 1 + written))
}

#[cfg(test)]
mod tests {
    use super::{Hemisphere, Number, Token, TokenError, tokens};

    fn whole(whole: u64) -> Token {
        Token::Number(Number { whole, fraction: 0, places: 0, decimal_comma: false })
    }

    #[test]
    fn marks_are_known_in_their_typed_and_their_printed_shape() {
        let words = [whole(42), Token::Degree, whole(53), Token::Minute, whole(29), Token::Second];
        for text in ["42°53'29\"", "42º53′29″", "42˚53’29”", "42 ° 53 ´ 29 ''"] {
            assert_eq!(tokens(text).unwrap(), words, "{text}");
        }
    }

    #[test]
    fn a_comma_between_digits_is_decimal_only_where_there_is_no_point() {
        let number = |whole, fraction, places, decimal_comma| {
            Token::Number(Number { whole, fraction, places, decimal_comma })
        };
        assert_eq!(tokens("42,05").unwrap(), [number(42, 5, 2, true)]);
        assert_eq!(
            tokens("42.05,20.5").unwrap(),
            [number(42, 5, 2, false), Token::Separator, number(20, 5, 1, false)]
        );
        assert_eq!(tokens("42, 5").unwrap(), [whole(42), Token::Separator, whole(5)]);
    }

    #[test]
    fn letters_stand_for_hemispheres_in_english_only() {
        assert_eq!(
            tokens("nW").unwrap(),
            [Token::Letter(Hemisphere::North), Token::Letter(Hemisphere::West)]
        );
        assert_eq!(tokens("42 o"), Err(TokenError::LetterO));
        assert_eq!(tokens("42 Z"), Err(TokenError::UnknownLetter('Z')));
        assert_eq!(tokens("42 é"), Err(TokenError::ForeignCharacter('é')));
    }

    #[test]
    fn numbers_without_digits_on_both_sides_are_refused() {
        for text in ["42.", ".5", "42.5.5", "42,5,5", "1234567", "42. 5"] {
            assert_eq!(tokens(text), Err(TokenError::BrokenNumber), "{text}");
        }
    }

    #[test]
    fn a_minus_between_digits_is_refused_because_it_may_be_a_dash() {
        assert_eq!(tokens("42-20"), Err(TokenError::LooseSign));
        assert_eq!(tokens("42 - 20"), Err(TokenError::LooseSign));
        assert_eq!(tokens("42 -20").unwrap(), [whole(42), Token::Sign { negative: true }, whole(20)]);
    }
}
