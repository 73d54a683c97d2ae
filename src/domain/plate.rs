//! Number plates and hull numbers, as far as they were read.
//!
//! ```text
//!  as typed ── read ──▶ Plate ──┬── to_string ──▶ "1ABC?23": shown back, compared
//!  (kept in the report)         └── matches ────▶ may these two be one plate?
//! ```
//!
//! The report keeps what was typed; this form is computed from it and stored nowhere. It drops what people write
//! differently (small letters, blanks, hyphens, dots) and keeps what a plate is told by: letters, digits, their order,
//! and `?` for each one that was not read. `*` stands for any number of them, none included.
//!
//! Plates of the region carry one row of letters that stand in the Latin and the Cyrillic or Greek alphabet alike:
//! Greece, Bulgaria, Ukraine, Belarus and Russia use those letters only, because the Convention on Road Traffic
//! (Vienna 1968, annex 2) asks for capital Latin letters. A letter that looks the same is therefore the same letter.
//! A Cyrillic or Greek letter that looks like no Latin one is on no plate made for traffic abroad, but an officer may
//! know it: it is kept as it is, and a plate that mixes scripts is shown as such.

use std::fmt;
use std::str::FromStr;

/// The most characters of a plate, wildcards counted, separators not. The longest known are of ten (China, India).
pub const LONGEST: usize = 16;

/// One place of a plate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Place {
    /// A capital letter or a digit.
    Read(char),
    /// One that was not read.
    Unread,
    /// Any number of them, none included.
    Gap,
}

/// A plate in the form in which plates are compared.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Plate(Vec<Place>);

/// Why a text is no plate; each tells what would be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PlateError {
    /// Nothing that was read.
    #[error(
        "no letter and no digit; write what was read and ? for each character that was not, for example 1-A?C-23?"
    )]
    NothingRead,
    /// More than any plate has.
    #[error("longer than {LONGEST} characters; put the plate here and the rest in the description")]
    TooLong,
    /// A character no plate has.
    #[error(
        "{0:?} stands on no plate; use letters, digits, ? for one character that was not read, \
         * for an unknown number of them"
    )]
    Foreign(char),
}

/// What a reader may want to know of how a plate was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlateNote {
    /// Letters of another alphabet were taken as the Latin ones that look the same.
    TakenAsLatin,
    /// A letter that looks like no Latin one was kept: worth a second look at what was typed.
    OtherScript,
    /// `x` was kept as the letter X; a character that was not read is written `?`.
    XIsALetter,
}

impl Plate {
    /// Reads a plate as typed.
    ///
    /// `?` stands for one character that was not read, `*` for any number; `.` and `_` part like a blank, because
    /// dots stand on real plates, and `x` is a letter.
    ///
    /// # Errors
    /// [`PlateError`]; nothing is corrected silently.
    pub fn read(typed: &str) -> Result<Self, PlateError> {
        let mut places: Vec<Place> = Vec::new();
        for c in typed.chars() {
            if parts(c) {
                continue;
            }
            let place = match one(c).ok_or(PlateError::Foreign(c))? {
                '?' => Place::Unread,
                '*' => Place::Gap,
                read => Place::Read(read),
            };
            // Two gaps in a row say no more than one.
            if place != Place::Gap || places.last() != Some(&Place::Gap) {
                places.push(place);
            }
            if places.len() > LONGEST {
                return Err(PlateError::TooLong);
            }
        }
        let read = places.iter().any(|place| matches!(place, Place::Read(_)));
        if read { Ok(Self(places)) } else { Err(PlateError::NothingRead) }
    }

    /// How a typed plate was read, its groups as typed: `1 abc ?23` is read as `1-ABC-?23`.
    ///
    /// # Errors
    /// [`PlateError`] as [`Self::read`] gives.
    pub fn shown_back(typed: &str) -> Result<String, PlateError> {
        Self::read(typed)?;
        let groups = typed.split(parts).filter(|group| !group.is_empty());
        let read: Vec<String> = groups.map(|group| group.chars().filter_map(one).collect()).collect();
        Ok(read.join("-"))
    }

    /// Whether every character was read.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.0.iter().all(|place| matches!(place, Place::Read(_)))
    }

    /// How many characters were read: what a match is worth.
    #[must_use]
    pub fn read_count(&self) -> usize {
        self.0.iter().filter(|place| matches!(place, Place::Read(_))).count()
    }

    /// Whether these two may be one plate: every character that both read is the same. Symmetric; whole plates match
    /// only when equal. A match of two that read little says little: see [`Self::in_common`].
    #[must_use]
    pub fn matches(&self, other: &Self) -> bool {
        self.in_common(other).is_some()
    }

    /// How many characters both read and agree on, counted where they agree most; `None` if they cannot be one plate.
    #[must_use]
    pub fn in_common(&self, other: &Self) -> Option<usize> {
        // Rows: places of this plate; columns: places of the other. Each cell: the most agreed on so far.
        let mut before: Vec<Option<usize>> = vec![Some(0)];
        for place in &other.0 {
            let reached = before.last().copied().flatten();
            before.push(reached.filter(|_| *place == Place::Gap));
        }
        for mine in &self.0 {
            let mut row = vec![before.first().copied().flatten().filter(|_| *mine == Place::Gap)];
            for (column, theirs) in other.0.iter().enumerate() {
                let cell = |cells: &[Option<usize>], at: usize| cells.get(at).copied().flatten();
                let (across, up, left) =
                    (cell(&before, column), cell(&before, column + 1), cell(&row, column));
                let best = match (mine, theirs) {
                    (Place::Read(one), Place::Read(two)) => {
                        across.filter(|_| one == two).map(|agreed| agreed + 1)
                    }
                    (Place::Gap, Place::Gap) => across.max(up).max(left),
                    // The gap takes in the other's character, and may go on.
                    (Place::Gap, _) => left.max(up),
                    (_, Place::Gap) => up.max(left),
                    _ => across,
                };
                row.push(best);
            }
            before = row;
        }
        before.last().copied().flatten()
    }

    /// What is worth telling whoever typed this.
    #[must_use]
    pub fn notes(typed: &str) -> Vec<PlateNote> {
        let foreign = |c: &char| c.is_alphabetic() && !c.is_ascii() && !matches!(c, 'À'..='ɏ');
        let as_latin = typed.chars().filter(foreign).filter_map(latin).any(|c| c.is_ascii());
        let other = typed.chars().filter_map(latin).any(|c| !c.is_ascii() && !matches!(c, 'À'..='ɏ'));
        let x_as_unread = typed.contains("xx") || typed.contains("XX");
        let all = [
            (as_latin, PlateNote::TakenAsLatin),
            (other, PlateNote::OtherScript),
            (x_as_unread, PlateNote::XIsALetter),
        ];
        all.into_iter().filter(|(told, _)| *told).map(|(_, note)| note).collect()
    }
}

/// Whether a character only parts the groups of a plate.
fn parts(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '-' | '.' | '_' | '/' | ',' | ':' | '·' | '•' | '|' | '\u{2010}'..='\u{2015}' | '\u{2212}'
        )
}

/// A typed character as it is shown back.
fn one(c: char) -> Option<char> {
    match c {
        '?' | '？' | '¿' => Some('?'),
        '*' | '＊' => Some('*'),
        c => latin(c),
    }
}

/// The capital letter or digit a character stands for on a plate, or `None` if it stands on none.
fn latin(c: char) -> Option<char> {
    let capital = match c {
        // Two capitals for one letter would make one character of a plate into two.
        'ß' => 'ẞ',
        c => {
            let mut capitals = c.to_uppercase();
            let first = capitals.next()?;
            if capitals.next().is_some() { c } else { first }
        }
    };
    Some(match capital {
        'A'..='Z' | '0'..='9' => capital,
        // Full-width forms of an Asian keyboard; digits as written in Arabic, Persian and Indian hands.
        '\u{ff21}'..='\u{ff3a}' => offset(capital, '\u{ff21}', 'A')?,
        '\u{ff10}'..='\u{ff19}' => offset(capital, '\u{ff10}', '0')?,
        '\u{660}'..='\u{669}' => offset(capital, '\u{660}', '0')?,
        '\u{6f0}'..='\u{6f9}' => offset(capital, '\u{6f0}', '0')?,
        '\u{966}'..='\u{96f}' => offset(capital, '\u{966}', '0')?,
        // Cyrillic, then Greek, that look the same.
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'С' => 'C',
        'Е' | 'Ε' => 'E',
        'Н' | 'Η' => 'H',
        'І' | 'Ι' => 'I',
        'Ј' => 'J',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'Ν' => 'N',
        'О' | 'Ο' => 'O',
        'Р' | 'Ρ' => 'P',
        'Ѕ' => 'S',
        'Т' | 'Τ' => 'T',
        'У' | 'Υ' => 'Y',
        'Х' | 'Χ' => 'X',
        'Ζ' => 'Z',
        other if other.is_alphabetic() => other,
        _ => return None,
    })
}

fn offset(c: char, from: char, to: char) -> Option<char> {
    char::from_u32(u32::from(c).checked_sub(u32::from(from))?.checked_add(u32::from(to))?)
}

impl fmt::Display for Plate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|place| match place {
            Place::Read(c) => write!(f, "{c}"),
            Place::Unread => f.write_str("?"),
            Place::Gap => f.write_str("*"),
        })
    }
}

/// A plate is content: it never reaches a log by way of a debug print.
impl fmt::Debug for Plate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Plate({} places)", self.0.len())
    }
}

impl FromStr for Plate {
    type Err = PlateError;
    fn from_str(typed: &str) -> Result<Self, PlateError> {
        Self::read(typed)
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, Plate, PlateError, PlateNote};
    use proptest::prelude::*;

    fn shown(typed: &str) -> String {
        Plate::read(typed).unwrap().to_string()
    }

    fn plate(typed: &str) -> Plate {
        Plate::read(typed).unwrap()
    }

    #[test]
    fn one_plate_is_written_in_many_ways_and_read_in_one() {
        for typed in ["1-ABC-234", "1abc234", " 1 abc 234 ", "1.ABC.234", "1–ABC–234"] {
            assert_eq!(shown(typed), "1ABC234", "{typed}");
        }
        assert_eq!(shown("01-?23-ks"), "01?23KS");
        assert_eq!(Plate::shown_back(" 1 abc -?23").unwrap(), "1-ABC-?23", "groups stay as they were seen");
        assert_eq!(shown("KS **12"), "KS*12");
        assert_eq!(shown("mü x 12"), "MÜX12", "x is a letter, and ü is no u");
    }

    #[test]
    fn a_letter_that_looks_the_same_is_the_same_letter() {
        assert_eq!(plate("СВ 1234 АК"), plate("CB1234AK"), "Cyrillic and Latin");
        assert_eq!(plate("ΙΒΖ-1234"), plate("IBZ-1234"), "Greek and Latin");
        assert_eq!(plate("٠١-١٢٣"), plate("01-123"));
        assert_eq!(Plate::notes("СВ 1234"), [PlateNote::TakenAsLatin]);
        assert_eq!(Plate::notes("ЖБ 12"), [PlateNote::OtherScript]);
        assert_eq!(Plate::notes("1-xx3"), [PlateNote::XIsALetter]);
        assert_eq!(Plate::notes("MÜ-X 12"), []);
    }

    #[test]
    fn what_is_no_plate_says_what_would_be_one() {
        for (typed, wrong) in [
            ("", PlateError::NothingRead),
            ("???", PlateError::NothingRead),
            (" - ", PlateError::NothingRead),
            ("12#4", PlateError::Foreign('#')),
            ("AB\u{1b}[2J", PlateError::Foreign('\u{1b}')),
            (&"A".repeat(LONGEST + 1), PlateError::TooLong),
        ] {
            assert_eq!(Plate::read(typed), Err(wrong), "{typed:?}");
        }
        assert!(Plate::read(&"A-".repeat(LONGEST)).is_ok(), "separators do not count");
        assert!(!PlateError::Foreign('\u{1b}').to_string().contains('\u{1b}'));
    }

    #[test]
    fn a_part_of_a_plate_matches_what_it_may_be_a_part_of() {
        let whole = plate("01-123-KS");
        for part in ["0?-1?3-KS", "*123*", "01*", "*KS", "0112?KS", "01123KS"] {
            assert!(plate(part).matches(&whole) && whole.matches(&plate(part)), "{part}");
        }
        for other in ["02*", "01-12-KS", "01-1234-KS", "??", "*124*"].map(Plate::read).into_iter().flatten() {
            assert!(!other.matches(&whole), "{other}");
        }
        assert_eq!(plate("*23K?").in_common(&plate("01?2*KS")), Some(2), "2 or 3, and K");
        assert_eq!(plate("A?").in_common(&plate("?B")), Some(0), "nothing speaks against it, nothing for it");
        assert!(plate("1-ABC-23?").read_count() == 6 && !plate("1*").is_whole() && whole.is_whole());
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused_and_what_is_shown_back_is_the_same_plate(
            typed in prop_oneof!["\\PC{0,24}", "[a-zA-Z0-9?* .-]{0,20}", "[А-яΑ-ωÀ-ž0-9?*-]{0,20}"]
        ) {
            let _ = Plate::notes(&typed);
            if let Ok(read) = Plate::read(&typed) {
                let again = Plate::read(&read.to_string());
                prop_assert_eq!(again.as_ref(), Ok(&read));
                let back = Plate::read(&Plate::shown_back(&typed).unwrap());
                prop_assert_eq!(back.as_ref(), Ok(&read));
                prop_assert!(read.matches(&read));
                prop_assert!(read.to_string().chars().count() <= LONGEST);
            }
        }

        #[test]
        fn matching_is_the_same_both_ways(one in "[AB1?*]{1,7}", other in "[AB1?*]{1,7}") {
            if let (Ok(one), Ok(other)) = (Plate::read(&one), Plate::read(&other)) {
                prop_assert_eq!(one.in_common(&other), other.in_common(&one));
                prop_assert!(!one.is_whole() || !other.is_whole() || one.matches(&other) == (one == other));
            }
        }

        #[test]
        fn a_plate_matches_itself_with_some_of_it_unread(whole in "[A-D0-3]{2,9}", unread in "[01]{9}") {
            let hidden: String = whole.chars().zip(unread.chars()).map(|(c, hide)| if hide == '1' { '?' } else { c }).collect();
            if let Ok(part) = Plate::read(&hidden) {
                prop_assert_eq!(part.in_common(&plate(&whole)), Some(part.read_count()));
            }
        }
    }
}
