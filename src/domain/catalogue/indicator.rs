//! One row of the catalogue: something a soldier may happen to notice.

use crate::domain::catalogue::ilo::IloProfile;
use crate::domain::catalogue::terms::{Dimension, Flag, LegalElement, Observable, Relevance, Subject};
use crate::domain::duty::Duty;
use crate::domain::protocol_form::ProtocolForm;
use std::fmt;

/// The longest name after the dot, in characters.
const LONGEST_NAME: usize = 40;

/// The stable name of an indicator, such as `mob.documents_held`: three letters, a dot, a snake_case name.
///
/// A name is never used again for something else. A report may carry one that this device's catalogue does not know.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndicatorId(String);

/// The text is not the name of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an indicator is named by three small letters, a dot and a name, for example mob.documents_held")]
pub struct NotAnIndicatorId;

impl IndicatorId {
    /// Checks a name.
    ///
    /// # Errors
    /// [`NotAnIndicatorId`] unless the text is three letters `a` to `z`, a dot, and 1 to 40 of `a` to `z`, `0` to `9`
    /// and `_`, beginning with a letter.
    pub fn parse(text: &str) -> Result<Self, NotAnIndicatorId> {
        let (group, name) = text.split_once('.').ok_or(NotAnIndicatorId)?;
        let grouped = group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_lowercase());
        let named = name.len() <= LONGEST_NAME
            && name.starts_with(|first: char| first.is_ascii_lowercase())
            && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
        if grouped && named { Ok(Self(text.to_owned())) } else { Err(NotAnIndicatorId) }
    }

    /// The name as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for IndicatorId {
    type Err = NotAnIndicatorId;
    fn from_str(text: &str) -> Result<Self, NotAnIndicatorId> {
        Self::parse(text)
    }
}

impl fmt::Display for IndicatorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What an indicator is called in each language: 1 to 100 characters, no control characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    /// English.
    pub en: String,
    /// Dutch.
    pub nl: String,
    /// French.
    pub fr: String,
    /// German.
    pub de: String,
}

/// Something a soldier may happen to notice, and what the work knows about it.
///
/// Indicators neither prove nor disprove anything; they say what is worth passing on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// Its stable name.
    pub id: IndicatorId,
    /// The side of the matter it shows.
    pub dimension: Dimension,
    /// What it is seen on.
    pub subject: Subject,
    /// Which of the two crimes it speaks for.
    pub relevance: Relevance,
    /// The forms it may belong to; all six where the catalogue says `any`.
    pub forms: Vec<ProtocolForm>,
    /// The element of the offence it may show.
    pub legal_element: LegalElement,
    /// What it is called.
    pub labels: Labels,
    /// What the ILO's labour lists say of it, if they hold it.
    pub ilo: Option<IloProfile>,
    /// Where it was taken from, as short source tags.
    pub sources: Vec<String>,
    /// Whether it can be noticed at all.
    pub observable: Observable,
    /// The duties during which it is likely to be met; all of them where the catalogue says `any`.
    pub duties: Vec<Duty>,
    /// What the program does when it is picked.
    pub flags: Vec<Flag>,
}

impl Indicator {
    /// Whether it is likely to be met on this duty. Nothing is known of [`Duty::Other`], so everything fits it.
    #[must_use]
    pub fn fits(&self, duty: Duty) -> bool {
        duty == Duty::Other || self.duties.contains(&duty)
    }

    /// Whether it carries this flag.
    #[must_use]
    pub fn has(&self, flag: Flag) -> bool {
        self.flags.contains(&flag)
    }
}

#[cfg(test)]
mod tests {
    use super::{IndicatorId, NotAnIndicatorId};

    #[test]
    fn a_name_is_three_letters_a_dot_and_a_snake_case_name() {
        for good in ["mob.documents_held", "own.x", "trn.route66"] {
            assert_eq!(IndicatorId::parse(good).map(|id| id.to_string()), Ok(good.to_owned()));
        }
        let long = format!("mob.{}", "a".repeat(41));
        for bad in [
            "",
            ".",
            "mob",
            "mob.",
            "mo.held",
            "mobs.held",
            "Mob.held",
            "mob.Held",
            "mob.1st",
            "mob._x",
            "mob.a b",
            "mob.a.b",
            "möb.held",
            "mob.é",
            "mob.held\n",
            &long,
        ] {
            assert_eq!(IndicatorId::parse(bad), Err(NotAnIndicatorId), "{bad:?}");
        }
        assert!(IndicatorId::parse(long.get(..44).unwrap()).is_ok(), "forty characters are allowed");
    }
}
