//! The places that may be meant by the name being typed. None is ever taken by itself.

use crate::desks::place_names::{self, Town};
use crate::desks::spoken::shown;
use crate::domain::text::Line;
use crate::geography::place_text::{PositionTextError, parse_position};
use crate::geography::position::Position;
use crate::language::phrase::Phrase;

/// How many are offered at once.
const OFFERED: usize = 5;
/// Fewer letters than this may mean anything.
const FEWEST: usize = 3;

/// Towns offered below a field, and the one the keys are on.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Names {
    towns: Vec<Town>,
    at: Option<usize>,
}

impl Names {
    /// The towns for what is typed, close ones first where something near is known. A position means no town.
    #[must_use]
    pub fn of(typed: &str, near: Option<Position>) -> Self {
        let words = matches!(parse_position(typed), Err(PositionTextError::Unrecognised));
        let long_enough = typed.trim().chars().count() >= FEWEST;
        let towns = if words && long_enough { place_names::meant(typed, near, OFFERED) } else { Vec::new() };
        Self { towns, at: None }
    }

    /// Whether there is nothing to choose from.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.towns.is_empty()
    }

    /// The one the keys are on.
    #[must_use]
    pub fn chosen(&self) -> Option<&Town> {
        self.at.and_then(|at| self.towns.get(at))
    }

    /// Goes to the next or the one before. Beyond the first is none: what is typed stays what it is.
    pub fn step(&mut self, onward: bool) {
        let last = self.towns.len().checked_sub(1);
        self.at = match (self.at, onward) {
            (None, true) => last.map(|_| 0),
            (None, false) => None,
            (Some(at), true) => last.map(|last| (at + 1).min(last)),
            (Some(at), false) => at.checked_sub(1),
        };
    }

    /// What stands below the field.
    #[must_use]
    pub fn offers(&self) -> (Vec<Phrase>, Option<usize>) {
        (self.towns.iter().map(shown::town).collect(), self.at)
    }
}

/// The name of a town with its country, as words of a place.
#[must_use]
pub fn in_words(town: &Town) -> Option<Line> {
    Line::cleaned(&format!("{} ({})", town.name, town.country.code())).ok()
}
