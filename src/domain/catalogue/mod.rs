//! The catalogue: what a soldier may happen to notice.
//!
//! ```text
//!  indicators.csv ── reading ──▶ Indicator* ──▶ Catalogue ──┬── suited(duty, subject) ──▶ the observer's list
//!  (published by               one wrong cell               ├── search(typed) ──▶ what he means
//!   the police)                 and none is read            ├── by_dimension ──▶ the guide
//!                                                           ├── get(id) ──▶ labels, flags, elements
//!                                                           └── weights (ilo) ──▶ screening, for officers only
//! ```
//!
//! A catalogue is versioned and published whole; names are never given another meaning, so a report that cites an
//! older or a newer version still says what it said. The first version travels inside the program.

pub mod ilo;
pub mod indicator;
pub mod reading;
pub mod search;
pub mod suited;
pub mod terms;

use crate::domain::catalogue::indicator::{Indicator, IndicatorId};
use crate::domain::catalogue::reading::CatalogueError;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// The version of the catalogue that travels inside the program.
const EMBEDDED_VERSION: u32 = 1;

/// A published version of the indicators. Nothing in it changes, so a copy shares what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    version: u32,
    indicators: Arc<[Indicator]>,
    places: Arc<BTreeMap<IndicatorId, usize>>,
}

/// The catalogue of the program, once it was read.
static EMBEDDED: OnceLock<Catalogue> = OnceLock::new();

impl Catalogue {
    /// The catalogue that travels inside the program, version 1.
    ///
    /// # Errors
    /// None in a program whose tests pass: they read the very same text.
    pub fn embedded() -> Result<Self, CatalogueError> {
        if let Some(read) = EMBEDDED.get() {
            return Ok(read.clone());
        }
        let read = Self::read(EMBEDDED_VERSION, include_str!("indicators.csv"))?;
        Ok(EMBEDDED.get_or_init(|| read).clone())
    }

    /// Reads a published table: comma-separated values (RFC 4180) in UTF-8, one heading row, one row per indicator.
    ///
    /// # Errors
    /// [`CatalogueError`] names the first row and column that is not understood; nothing is read in part.
    pub fn read(version: u32, table: &str) -> Result<Self, CatalogueError> {
        let indicators = reading::read(table)?;
        let places = indicators.iter().enumerate().map(|(place, row)| (row.id.clone(), place)).collect();
        Ok(Self { version, indicators: indicators.into(), places: Arc::new(places) })
    }

    /// Its version, 1 for the first; a later one replaces an earlier one whole.
    #[must_use]
    pub const fn version(&self) -> u32 {
        self.version
    }

    /// The indicator of this name, or `None` if this version does not have it.
    #[must_use]
    pub fn get(&self, id: &IndicatorId) -> Option<&Indicator> {
        self.places.get(id).and_then(|place| self.indicators.get(*place))
    }

    /// Every indicator, in the published order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Indicator> {
        self.indicators.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::Catalogue;
    use crate::domain::catalogue::ilo::AgeGroup;
    use crate::domain::catalogue::indicator::IndicatorId;
    use crate::domain::catalogue::terms::{Dimension, Flag, Observable, Relevance};
    use crate::domain::code::Coded;
    use crate::domain::duty::Duty;
    use std::collections::BTreeSet;

    fn embedded() -> Catalogue {
        Catalogue::embedded().unwrap()
    }

    #[test]
    fn the_embedded_catalogue_reads_and_holds_ninety_indicators_each_named_once() {
        let catalogue = embedded();
        assert_eq!((catalogue.version(), catalogue.iter().len()), (1, 90));
        let names: BTreeSet<_> = catalogue.iter().map(|row| row.id.as_str()).collect();
        assert_eq!(names.len(), 90);
        for row in catalogue.iter() {
            assert_eq!(catalogue.get(&row.id), Some(row));
        }
        assert_eq!(catalogue.get(&IndicatorId::parse("mob.nothing_of_the_kind").unwrap()), None);
    }

    #[test]
    fn its_rows_divide_as_published() {
        let catalogue = embedded();
        let seen = |observable| catalogue.iter().filter(|row| row.observable == observable).count();
        assert_eq!(Observable::ALL.iter().map(|one| seen(*one)).collect::<Vec<_>>(), [64, 15, 10, 1]);
        let about = |relevance| catalogue.iter().filter(|row| row.relevance == relevance).count();
        assert_eq!(Relevance::ALL.iter().map(|one| about(*one)).collect::<Vec<_>>(), [51, 7, 32]);
        // Eleven rows of each count fit any duty.
        let fitting = |duty| catalogue.iter().filter(|row| row.duties.contains(&duty)).count();
        assert_eq!(Duty::ALL.iter().map(|one| fitting(*one)).collect::<Vec<_>>(), [55, 69, 40, 19, 11]);
    }

    #[test]
    fn twenty_nine_rows_carry_weights_of_the_ilo() {
        let weighed: Vec<_> = embedded().iter().filter(|row| row.ilo.is_some()).cloned().collect();
        assert_eq!(weighed.len(), 29);
        assert!(weighed.iter().all(|row| row.sources.iter().any(|source| source == "ILO")));
    }

    #[test]
    fn a_child_is_never_weighed_more_lightly_than_an_adult() {
        for row in embedded().iter() {
            let Some(ilo) = &row.ilo else { continue };
            let (adult, child) = (ilo.weights(AgeGroup::Adult), ilo.weights(AgeGroup::Child));
            assert!(adult.transit <= child.transit && adult.destination <= child.destination, "{}", row.id);
        }
    }

    #[test]
    fn each_label_is_written_in_four_languages_and_no_two_indicators_share_one() {
        let catalogue = embedded();
        for label in [
            |row: &super::Indicator| row.labels.en.clone(),
            |row: &super::Indicator| row.labels.nl.clone(),
            |row: &super::Indicator| row.labels.fr.clone(),
            |row: &super::Indicator| row.labels.de.clone(),
        ] {
            let labels: BTreeSet<_> = catalogue.iter().map(label).collect();
            assert_eq!(labels.len(), 90);
            assert!(labels.iter().all(|label| label.chars().count() <= 100 && label.trim() == label));
        }
    }

    #[test]
    fn what_concerns_our_own_side_leaves_the_normal_flow_and_nothing_else_does() {
        for row in embedded().iter() {
            assert_eq!(row.has(Flag::RestrictedChannel), row.dimension == Dimension::OwnForces, "{}", row.id);
        }
    }
}
