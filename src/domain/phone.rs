//! Telephone numbers, as far as they were read.
//!
//! ```text
//!  as typed ── read(region) ──▶ Phone ──┬── to_string ──▶ "+38344123456", "+383441??456", "0441??"
//!  (kept in the report)                 └── in_common ─▶ may these two be one number?
//! ```
//!
//! The report keeps what was typed; this form is computed from it and stored nowhere. A number that is complete and
//! whose country is known takes the form of ITU-T E.164: `+` and at most fifteen digits, the trunk prefix of the
//! country gone. What is not complete, or might belong anywhere, stays digits and `?`.

use std::fmt;

use phonelib::{PhoneFormat, PhoneNumber};

/// The most digits of a number, `?` counted: fifteen of E.164, and room for a prefix dialled before them.
pub const LONGEST: usize = 20;

/// The fewest digits, `?` counted, that anybody could be called by.
pub const SHORTEST: usize = 3;

/// A telephone number in the form in which numbers are compared.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Phone {
    /// Digits and `?`, behind a `+` if the country code is among them.
    normal: String,
    certainty: Certainty,
}

/// How much of a number is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Certainty {
    /// Complete; the country in two letters of ISO 3166-1, or `001` where the code belongs to no country.
    Whole(&'static str),
    /// Digits are missing, or their count fits no plan of that country.
    Partial,
    /// It does not say of which country it is, and none was given.
    NoCountry,
}

/// Why a text is no telephone number; each tells what would be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhoneError {
    /// Nothing that was read.
    #[error("no digit; write what was read and ? for each digit that was not, for example +383 44 1?3 4??")]
    NothingRead,
    /// Too few.
    #[error("a number has at least {SHORTEST} digits; write ? for each digit that was not read")]
    TooShort,
    /// More than any number has.
    #[error("longer than {LONGEST} digits; one number here, further ones as further entries")]
    TooLong,
    /// A character no number has.
    #[error(
        "{0:?} stands in no telephone number; digits, ? and a + in front belong here, the rest in the description"
    )]
    Foreign(char),
}

impl Phone {
    /// Reads a number as typed; `region` is the country it was seen in (ISO 3166-1, two letters), for numbers that do
    /// not tell their own.
    ///
    /// # Errors
    /// [`PhoneError`]; nothing is corrected silently, and an unknown region is as good as none.
    pub fn read(typed: &str, region: Option<&str>) -> Result<Self, PhoneError> {
        let bare = bare(typed)?;
        if let Some(whole) = understood(&bare, region) {
            return Ok(whole);
        }
        let far = bare.starts_with('+');
        let certainty = if far || region.is_some() { Certainty::Partial } else { Certainty::NoCountry };
        Ok(Self { normal: bare, certainty })
    }

    /// How much is known.
    #[must_use]
    pub const fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// Whether it is a complete number of E.164.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        matches!(self.certainty, Certainty::Whole(_))
    }

    /// The number in groups as people write it, if it is complete; otherwise as [`fmt::Display`] gives it.
    #[must_use]
    pub fn shown_back(&self) -> String {
        let grouped = self.is_whole().then(|| PhoneNumber::parse(&self.normal)).flatten();
        grouped.map_or_else(|| self.normal.clone(), |number| number.format(PhoneFormat::International))
    }

    /// Whether these two may be one number; see [`Self::in_common`].
    #[must_use]
    pub fn matches(&self, other: &Self) -> bool {
        self.in_common(other).is_some()
    }

    /// How many digits both read and agree on, or `None` if they cannot be one number.
    ///
    /// Two numbers that both tell their country are compared digit for digit. One that does not tell it is laid
    /// against the end of the other, its leading zeros aside. Few digits in common say little.
    #[must_use]
    pub fn in_common(&self, other: &Self) -> Option<usize> {
        let (mine, theirs) = (self.significant(), other.significant());
        let both_tell = self.normal.starts_with('+') && other.normal.starts_with('+');
        let (longer, shorter) = if mine.len() >= theirs.len() { (self, other) } else { (other, self) };
        // What does not tell its country cannot be the longer of the two if the other tells it.
        let fits = if both_tell {
            mine.len() == theirs.len()
        } else {
            mine.len() == theirs.len() || !shorter.normal.starts_with('+') && longer.normal.starts_with('+')
        };
        let pairs = || mine.bytes().rev().zip(theirs.bytes().rev());
        let unlike = |(one, two): (u8, u8)| one != b'?' && two != b'?' && one != two;
        if !fits || pairs().any(unlike) {
            return None;
        }
        Some(pairs().filter(|(one, two)| one == two && *one != b'?').count())
    }

    /// The digits without sign and trunk zeros.
    fn significant(&self) -> &str {
        match self.normal.strip_prefix('+') {
            Some(digits) => digits,
            None => self.normal.trim_start_matches('0'),
        }
    }
}

/// Digits and `?`, behind a `+` if one was typed or dialled as `00`; a zero in brackets behind a `+` is dropped.
fn bare(typed: &str) -> Result<String, PhoneError> {
    let unified: String = typed.trim().replace("(0)", if typed.contains('+') { "" } else { "0" });
    let mut out = String::new();
    let mut digits = 0;
    for c in unified.chars() {
        let digit = match c {
            '0'..='9' | '?' => c,
            '？' | '¿' => '?',
            '+' | '＋' if out.is_empty() => {
                out.push('+');
                continue;
            }
            '\u{660}'..='\u{669}' => offset(c, '\u{660}').ok_or(PhoneError::Foreign(c))?,
            '\u{6f0}'..='\u{6f9}' => offset(c, '\u{6f0}').ok_or(PhoneError::Foreign(c))?,
            '\u{966}'..='\u{96f}' => offset(c, '\u{966}').ok_or(PhoneError::Foreign(c))?,
            '\u{ff10}'..='\u{ff19}' => offset(c, '\u{ff10}').ok_or(PhoneError::Foreign(c))?,
            c if c.is_whitespace()
                || matches!(c, '-' | '.' | '/' | '(' | ')' | '·' | '\u{2010}'..='\u{2015}') =>
            {
                continue;
            }
            c => return Err(PhoneError::Foreign(c)),
        };
        out.push(digit);
        digits += 1;
        if digits > LONGEST {
            return Err(PhoneError::TooLong);
        }
    }
    if !out.bytes().any(|byte| byte.is_ascii_digit()) {
        return Err(PhoneError::NothingRead);
    }
    if digits < SHORTEST {
        return Err(PhoneError::TooShort);
    }
    // 00 is dialled before a country code in nearly all of the world.
    Ok(match out.strip_prefix("00") {
        Some(rest) if rest.len() >= SHORTEST && !rest.starts_with('0') => format!("+{rest}"),
        _ => out,
    })
}

fn offset(c: char, zero: char) -> Option<char> {
    char::from_digit(u32::from(c).checked_sub(u32::from(zero))?, 10)
}

/// The number by the plan of its country, if it has one and the count of its digits fits. What was not read is filled
/// in for the time of looking, and is unread again in the answer.
fn understood(bare: &str, region: Option<&str>) -> Option<Phone> {
    let filled = bare.replace('?', "5");
    let number = if bare.starts_with('+') {
        PhoneNumber::parse(&filled)
    } else {
        let region = region?;
        let national = PhoneNumber::parse_with_country(&filled, region)?;
        // 383 44 123 456 in Kosovo is a number whose + was left out, rather than a very long one.
        let code = national.country().prefix.to_string();
        let abroad = PhoneNumber::parse(&format!("+{filled}")).filter(|_| filled.starts_with(&code));
        abroad.or(Some(national))
    }?;
    let e164 = number.e164();
    // The plan changes what stands in front only, so that places are counted from the end.
    let from_the_end = bare.bytes().rev().map(|byte| byte == b'?').chain(std::iter::repeat(false));
    let mut normal: Vec<char> =
        e164.chars().rev().zip(from_the_end).map(|(c, unread)| if unread { '?' } else { c }).collect();
    normal.reverse();
    let normal: String = normal.into_iter().collect();
    let unread = |text: &str| text.bytes().filter(|byte| *byte == b'?').count();
    // An unread digit in the part that was dropped, or in the country code, leaves the country a guess.
    let told = normal.get(..=number.country().prefix.to_string().len())?;
    if unread(&normal) != unread(bare) || unread(told) > 0 {
        return None;
    }
    let certainty =
        if unread(bare) > 0 { Certainty::Partial } else { Certainty::Whole(number.country().code) };
    Some(Phone { normal, certainty })
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.normal)
    }
}

/// A number is content: it never reaches a log by way of a debug print.
impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Phone({} places, {:?})", self.normal.len(), self.certainty)
    }
}

#[cfg(test)]
mod tests {
    use super::{Certainty, LONGEST, Phone, PhoneError};
    use proptest::prelude::*;

    fn read(typed: &str, region: &str) -> Phone {
        Phone::read(typed, Some(region).filter(|region| !region.is_empty())).unwrap()
    }

    #[test]
    fn a_complete_number_has_one_form() {
        for (typed, region) in [
            ("+383 44 123 456", ""),
            ("00383 44/123-456", ""),
            ("+383 (0)44 123456", "BE"),
            ("044 123 456", "XK"),
            ("383 44 123 456", "XK"),
            ("+٣٨٣ ٤٤ ١٢٣ ٤٥٦", ""),
        ] {
            let phone = read(typed, region);
            assert_eq!(
                (phone.to_string().as_str(), phone.certainty()),
                ("+38344123456", Certainty::Whole("XK")),
                "{typed}"
            );
        }
        assert_eq!(read("0499 12 34 56", "BE").to_string(), "+32499123456");
        assert_eq!(read("06 12345678", "NL").to_string(), "+31612345678");
        assert_eq!(read("06 1234567", "IT").to_string(), "+39061234567", "Italy keeps its zero");
        assert_eq!(read("+383 44 123 456", "").shown_back().replace(' ', ""), "+38344123456");
    }

    #[test]
    fn what_is_not_complete_stays_digits_and_question_marks() {
        for (typed, region, normal, certainty) in [
            ("+383 44 1?3 4??", "", "+383441?34??", Certainty::Partial),
            ("044 1?3 4??", "XK", "+383441?34??", Certainty::Partial),
            ("044 1?3", "XK", "0441?3", Certainty::Partial),
            ("044 123 456", "", "044123456", Certainty::NoCountry),
            ("+3?3 44 123 456", "", "+3?344123456", Certainty::Partial),
            ("044 123 456", "ZZ", "044123456", Certainty::Partial),
            ("112", "BE", "112", Certainty::Partial),
            ("+999 123 456", "", "+999123456", Certainty::Partial),
        ] {
            let phone = read(typed, region);
            assert_eq!((phone.to_string().as_str(), phone.certainty()), (normal, certainty), "{typed}");
        }
    }

    #[test]
    fn what_is_no_number_says_what_would_be_one() {
        for (typed, wrong) in [
            ("", PhoneError::NothingRead),
            ("+???", PhoneError::NothingRead),
            ("1?", PhoneError::TooShort),
            ("tel 044", PhoneError::Foreign('t')),
            ("044 + 12", PhoneError::Foreign('+')),
            ("12\u{1b}[2J", PhoneError::Foreign('\u{1b}')),
            (&"1".repeat(LONGEST + 1), PhoneError::TooLong),
        ] {
            assert_eq!(Phone::read(typed, None), Err(wrong), "{typed:?}");
        }
    }

    #[test]
    fn a_number_without_its_country_is_laid_against_the_end_of_another() {
        let whole = read("+383 44 123 456", "");
        assert_eq!(whole.in_common(&read("044 123 456", "")), Some(8));
        assert_eq!(whole.in_common(&read("+383 44 1?? 456", "")), Some(9));
        assert_eq!(whole.in_common(&read("044 123 457", "")), None);
        assert_eq!(whole.in_common(&read("+383 44 123 45", "")), None, "a digit short is another number");
        assert_eq!(read("044 123 456", "").in_common(&read("44 123 456", "")), Some(8));
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused_and_what_is_shown_back_is_the_same_number(
            typed in prop_oneof!["\\PC{0,24}", "[+0-9?() ./-]{0,24}", "\\+?[0-9]{3,17}"],
            region in proptest::option::of(prop_oneof![Just("XK"), Just("BE"), Just("US"), Just("RU"), Just("HU"), Just("IT"), Just("??")])
        ) {
            if let Ok(phone) = Phone::read(&typed, region) {
                let normal = phone.to_string();
                prop_assert!(normal.trim_start_matches('+').bytes().all(|byte| byte.is_ascii_digit() || byte == b'?'));
                let again = Phone::read(&normal, region);
                prop_assert_eq!(again.as_ref(), Ok(&phone), "{} {:?}", normal, region);
                let shown = Phone::read(&phone.shown_back(), region);
                prop_assert_eq!(shown.as_ref(), Ok(&phone), "{} {:?}", phone.shown_back(), region);
                prop_assert!(phone.matches(&phone));
                if phone.is_whole() {
                    prop_assert!(normal.starts_with('+') && (3..=16).contains(&normal.len()));
                }
            }
        }

        #[test]
        fn comparing_is_the_same_both_ways(one in "\\+?[01?]{3,6}", other in "\\+?[01?]{3,6}") {
            if let (Ok(one), Ok(other)) = (Phone::read(&one, None), Phone::read(&other, None)) {
                prop_assert_eq!(one.in_common(&other), other.in_common(&one));
            }
        }
    }
}
