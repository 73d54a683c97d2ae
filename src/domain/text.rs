//! Words a person wrote.

use std::fmt;

/// Text of at most `MAX` characters, not empty, without control characters other than the line feed and without
/// characters that turn the direction of what follows: what is shown is what was written.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Text<const MAX: usize>(String);

/// A line: names, descriptions, notes.
pub type Line = Text<200>;
/// The long fields: facts, assessment, comments.
pub type Narrative = Text<8_000>;

/// Why some words are not a [`Text`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidText {
    /// Nothing but white space.
    #[error("empty")]
    Empty,
    /// More characters than the field holds.
    #[error("longer than {limit} characters")]
    TooLong {
        /// How many it holds.
        limit: usize,
    },
    /// Characters that act on a screen instead of being shown.
    #[error("control characters")]
    Control,
}

impl<const MAX: usize> Text<MAX> {
    /// Takes words exactly as they are, or refuses them.
    pub fn new(words: &str) -> Result<Self, InvalidText> {
        if words.trim().is_empty() {
            return Err(InvalidText::Empty);
        }
        if words.chars().any(acts) {
            return Err(InvalidText::Control);
        }
        // Counting bytes first keeps a hostile length from being walked character by character.
        if words.len() > MAX * 4 || words.chars().count() > MAX {
            return Err(InvalidText::TooLong { limit: MAX });
        }
        Ok(Self(words.to_owned()))
    }

    /// Takes words as typed or pasted: characters that act are dropped, a tab becomes a space, the ends are trimmed.
    pub fn cleaned(words: &str) -> Result<Self, InvalidText> {
        let shown: String =
            words.replace("\r\n", "\n").replace('\t', " ").chars().filter(|c| !acts(*c)).collect();
        Self::new(shown.trim())
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a terminal or a reader would act on this character rather than show it.
fn acts(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Content never reaches a log by way of a debug print.
impl<const MAX: usize> fmt::Debug for Text<MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({} characters)", self.0.chars().count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_on_a_screen_is_refused_as_it_is_and_dropped_when_cleaned() {
        let hostile = "van\u{1b}[31m red\u{202e}dlo\u{7}";
        assert_eq!(Line::new(hostile), Err(InvalidText::Control));
        assert_eq!(Line::cleaned(hostile).unwrap().as_str(), "van[31m reddlo");
        assert_eq!(Narrative::cleaned("one\r\ntwo\tthree ").unwrap().as_str(), "one\ntwo three");
    }

    #[test]
    fn words_fit_or_are_refused_whole() {
        assert!(Line::new(&"é".repeat(200)).is_ok());
        assert_eq!(Line::new(&"é".repeat(201)), Err(InvalidText::TooLong { limit: 200 }));
        assert_eq!(Line::cleaned(" \n\t "), Err(InvalidText::Empty));
    }

    #[test]
    fn a_debug_print_shows_no_content() {
        let text = Line::new("a grey van with covered windows").unwrap();
        assert!(!format!("{text:?}").contains("van"));
    }
}
