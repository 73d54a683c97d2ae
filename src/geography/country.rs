//! Which country: its two letters, and its name in the four languages of the program.

use std::fmt;

/// Code and English, Dutch, French and German name, parted by tabs; sorted by code.
const TABLE: &str = include_str!("data/countries.tsv");

/// A country or territory by its two letters: ISO 3166-1 alpha-2, and `XK` for Kosovo.
///
/// It says where a place is listed and takes no position on whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

impl Country {
    /// The country with this code, two capital letters; none when no place and no border bears it.
    pub fn from_code(code: &str) -> Option<Self> {
        let letters = <[u8; 2]>::try_from(code.as_bytes()).ok()?;
        row(letters).map(|_| Self(letters))
    }

    /// The two letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The name in the language of a tag: `nl`, `fr` or `de`; English for every other.
    pub fn name(self, language: &str) -> &'static str {
        let column = match language {
            "nl" => 2,
            "fr" => 3,
            "de" => 4,
            _ => 1,
        };
        row(self.0).and_then(|row| row.split('\t').nth(column)).unwrap_or_default()
    }
}

fn row(code: [u8; 2]) -> Option<&'static str> {
    TABLE.lines().find(|row| row.as_bytes().starts_with(&code))
}

impl fmt::Display for Country {
    /// The two letters.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::{Country, TABLE};

    #[test]
    fn a_country_has_a_name_in_four_languages() {
        let mali = Country::from_code("ML").unwrap();
        assert_eq!(["en", "nl", "fr", "de"].map(|tag| mali.name(tag)), ["Mali"; 4]);
        let belgium = Country::from_code("BE").unwrap();
        assert_eq!(
            ["en", "nl", "fr", "de"].map(|tag| belgium.name(tag)),
            ["Belgium", "België", "Belgique", "Belgien"]
        );
        assert_eq!(Country::from_code("XK").unwrap().name("nl"), "Kosovo");
    }

    #[test]
    fn every_row_is_whole() {
        for row in TABLE.lines() {
            let columns: Vec<&str> = row.split('\t').collect();
            assert_eq!(columns.len(), 5, "{row}");
            assert!(columns.iter().all(|column| !column.is_empty()), "{row}");
            assert_eq!(Country::from_code(columns[0]).unwrap().to_string(), columns[0]);
        }
    }

    #[test]
    fn what_is_no_code_is_no_country() {
        for code in ["", "B", "BEL", "be", "ZZ", "é"] {
            assert_eq!(Country::from_code(code), None, "{code}");
        }
    }
}
