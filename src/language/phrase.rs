//! Something to be said, in no language yet.

use crate::language::tongue::Tongue;
use crate::language::word::Word;

/// Something to be said. It holds what is meant; [`Tongue::speak`] makes it a text.
#[derive(Debug, Clone, PartialEq)]
pub enum Phrase {
    /// A message of the files, with what is put in it.
    Message(Word, Vec<(&'static str, Arg)>),
    /// What somebody wrote, or a notation that is the same in every language.
    Verbatim(String),
    /// A text that exists in every language but not in the files.
    Translated(Box<Translated>),
}

/// A text in every language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translated {
    /// Dutch.
    pub nl: String,
    /// French.
    pub fr: String,
    /// German.
    pub de: String,
    /// English.
    pub en: String,
}

impl Translated {
    /// The text in one of them.
    #[must_use]
    pub fn text(&self, tongue: Tongue) -> &str {
        match tongue {
            Tongue::Dutch => &self.nl,
            Tongue::French => &self.fr,
            Tongue::German => &self.de,
            Tongue::English => &self.en,
        }
    }
}

/// What is put in a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// Words of somebody's own.
    Text(String),
    /// A number; it chooses the plural form and is written as the language writes it.
    Number(f64),
    /// Something that is said in the same language.
    Phrase(Box<Phrase>),
    /// Several such, with a comma between them.
    List(Vec<Phrase>),
}

impl Phrase {
    /// What somebody wrote, as he wrote it.
    #[must_use]
    pub fn verbatim(text: impl Into<String>) -> Self {
        Self::Verbatim(text.into())
    }

    /// Puts one more thing in it. What is no message has no place for it.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        if let Self::Message(_, args) = &mut self {
            args.push((name, arg.into()));
        }
        self
    }
}

impl Word {
    /// The message with something to put in it.
    #[must_use]
    pub fn with(self, name: &'static str, arg: impl Into<Arg>) -> Phrase {
        Phrase::from(self).with(name, arg)
    }
}

impl From<Word> for Phrase {
    fn from(word: Word) -> Self {
        Self::Message(word, Vec::new())
    }
}

impl From<Translated> for Phrase {
    fn from(text: Translated) -> Self {
        Self::Translated(Box::new(text))
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<char> for Arg {
    fn from(letter: char) -> Self {
        Self::Text(letter.to_string())
    }
}

impl From<Phrase> for Arg {
    fn from(phrase: Phrase) -> Self {
        Self::Phrase(Box::new(phrase))
    }
}

impl From<Word> for Arg {
    fn from(word: Word) -> Self {
        Phrase::from(word).into()
    }
}

impl From<Vec<Phrase>> for Arg {
    fn from(phrases: Vec<Phrase>) -> Self {
        Self::List(phrases)
    }
}

impl From<u8> for Arg {
    fn from(number: u8) -> Self {
        Self::Number(number.into())
    }
}

impl From<u16> for Arg {
    fn from(number: u16) -> Self {
        Self::Number(number.into())
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<i32> for Arg {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Arg {
    /// Counts of things a person has; more than four thousand million of them are told as that many.
    fn from(number: usize) -> Self {
        u32::try_from(number).unwrap_or(u32::MAX).into()
    }
}

impl From<f64> for Arg {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}
