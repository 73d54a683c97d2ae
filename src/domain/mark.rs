//! What two reports can be compared by: a plate, a telephone number, the number of a paper, the name of a boat.
//!
//! ```text
//!  as typed ── of ──▶ Mark ──┬── to_string ──▶ "plate 01482KD": kept beside the report, encrypted as it is
//!  (kept in the report)      └── shared_with ─▶ may these two be one, and were both read whole?
//! ```
//!
//! The report keeps what was typed; this form is computed from it. Two marks of different kinds are never compared: the
//! plate of a car is not the number of a boat.

use std::fmt;
use std::str::FromStr;

use crate::domain::code::{Coded, codes};
use crate::domain::entity::EntityKind;
use crate::domain::folding::folded;
use crate::domain::phone::Phone;
use crate::domain::plate::Plate;

codes! {
    /// A kind of mark two reports can share.
    MarkKind, "mark_kind" {
        /// The plate of a vehicle.
        Plate = "plate",
        /// A telephone number.
        Phone = "phone",
        /// The number of a paper.
        Document = "document",
        /// The number or the name of a boat.
        Boat = "boat",
    }
}

impl MarkKind {
    /// How many characters two marks must both have read and agree on to be worth a word.
    #[must_use]
    pub const fn least(self) -> usize {
        match self {
            Self::Plate | Self::Boat => 4,
            Self::Document => 5,
            Self::Phone => 7,
        }
    }
}

/// What stands where a boat's name belongs and is none, folded, in the languages of reports.
const NO_NAME: [&str; 12] = [
    "unknown",
    "none",
    "noname",
    "unnamed",
    "onbekend",
    "geen",
    "geennaam",
    "inconnu",
    "aucun",
    "unbekannt",
    "keine",
    "keinname",
];

/// A mark in the form in which marks are compared.
#[derive(Clone, PartialEq, Eq)]
pub struct Mark {
    kind: MarkKind,
    form: Form,
    /// The form as it is shown.
    text: String,
}

#[derive(Clone, PartialEq, Eq)]
enum Form {
    /// Letters, digits, `?` and `*`: plates, papers, hulls.
    Signs(Plate),
    /// A telephone number.
    Number(Phone),
    /// Longer than any plate: letters and digits, folded.
    Words(String),
}

/// A text that is no mark as marks are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a mark")]
pub struct NotAMark;

impl Mark {
    /// The mark of a person or thing, if it has one that says enough to be compared.
    #[must_use]
    pub fn of(entity: &EntityKind) -> Option<Self> {
        let kind = match entity {
            EntityKind::Vehicle(_) => MarkKind::Plate,
            EntityKind::Boat(_) => MarkKind::Boat,
            EntityKind::Phone { .. } => MarkKind::Phone,
            EntityKind::Document(_) => MarkKind::Document,
            EntityKind::Person(_) | EntityKind::Place { .. } | EntityKind::Organisation { .. } => {
                return None;
            }
        };
        Self::read(kind, entity.mark()?.as_str())
    }

    /// Reads a mark as typed. `None` for one that says too little: fewer characters than [`MarkKind::least`], a plate or
    /// a paper without a digit, words that say a boat has no name.
    #[must_use]
    pub fn read(kind: MarkKind, typed: &str) -> Option<Self> {
        let form = match kind {
            MarkKind::Phone => Form::Number(Phone::read(typed, None).ok()?),
            MarkKind::Plate | MarkKind::Document | MarkKind::Boat => match Plate::read(typed) {
                Ok(plate) => Form::Signs(plate),
                Err(_) => Form::Words(folded(typed).chars().filter(|c| c.is_alphanumeric()).collect()),
            },
        };
        let mark = Self::made(kind, form);
        let read = mark.text.chars().filter(|c| c.is_alphanumeric()).count();
        let told_apart = match kind {
            MarkKind::Plate | MarkKind::Document => mark.text.chars().any(|c| c.is_ascii_digit()),
            MarkKind::Boat => !NO_NAME.contains(&folded(&mark.text).as_str()),
            MarkKind::Phone => true,
        };
        (read >= kind.least() && told_apart).then_some(mark)
    }

    /// What it is a mark of.
    #[must_use]
    pub const fn kind(&self) -> MarkKind {
        self.kind
    }

    fn made(kind: MarkKind, form: Form) -> Self {
        let text = match &form {
            Form::Signs(plate) => plate.to_string(),
            Form::Number(phone) => phone.to_string(),
            Form::Words(words) => words.clone(),
        };
        Self { kind, form, text }
    }

    /// The mark as it is shown: content, for screens alone.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether all of it was read, and of a telephone number its country too.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        match &self.form {
            Form::Signs(plate) => plate.is_whole(),
            Form::Number(phone) => phone.is_whole(),
            Form::Words(_) => true,
        }
    }

    /// Whether the two may be one: every character that both read is the same, and there are enough of them. Says
    /// whether that is uncertain because one of the two was not read whole. Symmetric.
    ///
    /// A mark with a gap of unknown length is compared with those that were read whole, or written as it is, and only
    /// where two of its characters stand side by side: anything more would be guessing twice.
    #[must_use]
    pub fn shared_with(&self, other: &Self) -> Option<bool> {
        if self.kind != other.kind {
            return None;
        }
        if self.text == other.text {
            return Some(!self.is_whole());
        }
        let against =
            |gap: &Self, whole: &Self| !gap.has_gap() || (whole.is_whole() && !gap.neighbours().is_empty());
        if !against(self, other) || !against(other, self) {
            return None;
        }
        let in_common = match (&self.form, &other.form) {
            (Form::Signs(mine), Form::Signs(theirs)) => mine.in_common(theirs)?,
            (Form::Number(mine), Form::Number(theirs)) => mine.in_common(theirs)?,
            (Form::Words(mine), Form::Words(theirs)) if mine == theirs => mine.chars().count(),
            _ => return None,
        };
        (in_common >= self.kind.least()).then(|| !(self.is_whole() && other.is_whole()))
    }

    /// Whether a gap of unknown length stands in it.
    pub(super) fn has_gap(&self) -> bool {
        matches!(self.form, Form::Signs(_)) && self.text.contains('*')
    }

    /// The characters that were read, by their places: of a plate from its beginning, of a number from its end. Nothing
    /// where a gap makes the places unknown.
    pub(super) fn places(&self) -> Option<Places> {
        let read = |(place, c): (usize, char)| c.is_alphanumeric().then_some((place, c));
        let text = &self.text;
        match &self.form {
            _ if self.has_gap() => None,
            // Two numbers may be one though only one of them tells its country.
            Form::Number(_) => {
                let significant = text.trim_start_matches('+').trim_start_matches('0');
                Some(Places {
                    length: 0,
                    signs: significant.chars().rev().enumerate().filter_map(read).collect(),
                })
            }
            Form::Signs(_) | Form::Words(_) => Some(Places {
                length: text.chars().count(),
                signs: text.chars().enumerate().filter_map(read).collect(),
            }),
        }
    }

    /// Characters that were read side by side.
    pub(super) fn neighbours(&self) -> Vec<(char, char)> {
        let text: Vec<char> = self.text.chars().collect();
        let pairs =
            text.windows(2).filter_map(|pair| if let [one, two] = pair { Some((*one, *two)) } else { None });
        pairs.filter(|(one, two)| one.is_alphanumeric() && two.is_alphanumeric()).collect()
    }
}

/// What of a mark was read, and where it stands.
pub(super) struct Places {
    /// How many places there are, where two must have as many to be one; otherwise 0.
    pub(super) length: usize,
    /// Each character that was read, with its place.
    pub(super) signs: Vec<(usize, char)>,
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if matches!(self.form, Form::Words(_)) { "~" } else { "" };
        write!(f, "{} {sign}{}", self.kind, self.text)
    }
}

impl FromStr for Mark {
    type Err = NotAMark;

    /// Reads what [`fmt::Display`] writes.
    fn from_str(text: &str) -> Result<Self, NotAMark> {
        let (kind, mark) = text.split_once(' ').ok_or(NotAMark)?;
        let kind = MarkKind::from_code(kind).ok_or(NotAMark)?;
        let form = match (kind, mark.strip_prefix('~')) {
            (MarkKind::Phone, None) => Form::Number(Phone::read(mark, None).map_err(|_| NotAMark)?),
            (MarkKind::Phone, Some(_)) => return Err(NotAMark),
            (_, Some(words)) => Form::Words(words.to_owned()),
            (_, None) => Form::Signs(Plate::read(mark).map_err(|_| NotAMark)?),
        };
        Ok(Self::made(kind, form))
    }
}

/// A mark is content: it never reaches a log by way of a debug print.
impl fmt::Debug for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Mark({}, {} characters)", self.kind, self.text.chars().count())
    }
}

#[cfg(test)]
mod tests {
    use super::{Mark, MarkKind};
    use crate::domain::code::Coded;
    use proptest::prelude::*;

    #[test]
    fn what_says_too_little_is_no_mark() {
        for (kind, typed) in [
            (MarkKind::Plate, "KS"),
            (MarkKind::Plate, "1?2"),
            (MarkKind::Plate, "not seen"),
            (MarkKind::Phone, "112"),
            (MarkKind::Phone, "a slip of paper"),
            (MarkKind::Document, "passport"),
            (MarkKind::Document, "12?4"),
            (MarkKind::Boat, "Onbekend"),
            (MarkKind::Boat, "?"),
        ] {
            assert_eq!(Mark::read(kind, typed), None, "{typed}");
        }
        for (kind, typed, text) in [
            (MarkKind::Plate, "01-482-kd", "01482KD"),
            (MarkKind::Phone, "+383 44 123 456", "+38344123456"),
            (MarkKind::Document, "bb 123?567", "BB123?567"),
            (MarkKind::Boat, "Sveti Nikola", "SVETINIKOLA"),
            (MarkKind::Boat, "Notre-Dame de la Garde et du Port", "notredamedelagardeetduport"),
        ] {
            assert_eq!(Mark::read(kind, typed).unwrap().text(), text);
        }
    }

    #[test]
    fn a_mark_is_not_printed_by_the_way() {
        let mark = Mark::read(MarkKind::Plate, "01-482-KD").unwrap();
        assert_eq!(format!("{mark:?}"), "Mark(plate, 7 characters)");
    }

    proptest! {
        #[test]
        fn a_mark_reads_back_as_it_was_kept(
            kind in 0..4_usize, typed in prop_oneof!["\\PC{0,30}", "[A-Za-z0-9?* +-]{0,30}", "\\+?[0-9?]{3,15}"]
        ) {
            if let Some(mark) = Mark::read(MarkKind::ALL[kind], &typed) {
                prop_assert!(!mark.to_string().contains('\n'));
                let again: Mark = mark.to_string().parse().unwrap();
                prop_assert_eq!(again.text(), mark.text());
                prop_assert_eq!((again.kind(), again.is_whole()), (mark.kind(), mark.is_whole()));
                prop_assert_eq!(mark.shared_with(&again), Some(!mark.is_whole()));
            }
        }

        #[test]
        fn two_marks_are_one_both_ways_or_neither(one in "[01AB?*]{4,7}", other in "[01AB?*]{4,7}") {
            let read = |typed: &str| Mark::read(MarkKind::Plate, typed);
            if let (Some(one), Some(other)) = (read(&one), read(&other)) {
                prop_assert_eq!(one.shared_with(&other), other.shared_with(&one));
            }
        }
    }
}
