//! How a name is made equal to the ways people type it: no capitals, no accents, no signs.
//!
//! The table comes with the names, made by the script that folded them, so that both always fold alike.

use crate::geography::packed::{PackedError, Reader};

/// What each character becomes; one that is not listed stays.
#[derive(Debug, Default)]
pub(super) struct Folding {
    letters: Vec<(char, Box<str>)>,
}

impl Folding {
    /// Reads a number of pairs of texts, sorted by the first, which is one character.
    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Self, PackedError> {
        let mut letters: Vec<(char, Box<str>)> = Vec::new();
        for _ in 0..reader.count()? {
            let letter = reader.text()?.chars().next().ok_or(PackedError::Inside)?;
            if letters.last().is_some_and(|(before, _)| *before >= letter) {
                return Err(PackedError::Inside);
            }
            letters.push((letter, reader.text()?.into()));
        }
        Ok(Self { letters })
    }

    /// The name as it is compared: words parted by one space.
    pub(super) fn fold(&self, name: &str) -> String {
        let mut folded = String::with_capacity(name.len());
        for letter in name.chars() {
            match self
                .letters
                .binary_search_by_key(&letter, |(from, _)| *from)
                .ok()
                .and_then(|at| self.letters.get(at))
            {
                Some((_, becomes)) => folded.push_str(becomes),
                None => folded.push(letter),
            }
        }
        let words: Vec<&str> = folded.split_whitespace().collect();
        words.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::Folding;
    use crate::geography::packed::Reader;

    #[test]
    fn listed_letters_change_and_spaces_are_made_one() {
        // Two letters: "-" becomes a space, "ß" becomes "ss".
        let table = [2, 1, b'-', 1, b' ', 2, 0xc3, 0x9f, 2, b's', b's'];
        let folding = Folding::read(&mut Reader(&table)).unwrap();
        assert_eq!(folding.fold(" a--ß  b "), "a ss b");
        assert!(Folding::read(&mut Reader(&table[..6])).is_err());
    }
}
