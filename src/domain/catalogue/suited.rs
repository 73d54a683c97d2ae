//! Which indicators are offered first, and how the whole catalogue is laid out for reading.

use crate::domain::catalogue::Catalogue;
use crate::domain::catalogue::ilo::AgeGroup;
use crate::domain::catalogue::indicator::Indicator;
use crate::domain::catalogue::terms::{Dimension, Flag, Observable, Subject, Weight};
use crate::domain::code::Coded;
use crate::domain::duty::Duty;

/// How many are offered before anything is typed: what fits a small screen, and what a tired person reads.
pub const OFFERED_FIRST: usize = 12;

/// At most so many of one dimension among the first, so that they are not twelve of a kind.
const OF_ONE_DIMENSION: usize = 4;

/// The indicators for one duty: those offered at once, and all the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suited<'c> {
    /// At most [`OFFERED_FIRST`], likely to be met on this duty, never about our own side.
    pub first: Vec<&'c Indicator>,
    /// Every other one that can be picked; our own side last.
    pub rest: Vec<&'c Indicator>,
}

impl<'c> Suited<'c> {
    /// The first ones, then the rest.
    #[must_use]
    pub fn all(&self) -> Vec<&'c Indicator> {
        self.first.iter().chain(&self.rest).copied().collect()
    }
}

impl Catalogue {
    /// What an observer on this duty is offered, for one kind of subject before the others or for all alike.
    ///
    /// First comes what fits duty and subject, and of that what is simply seen, what is urgent, what concerns a child,
    /// what the ILO's lists count as strong and what soldiers met before. What the program works out itself is never offered; what fits least comes last, and nothing is hidden.
    #[must_use]
    pub fn suited(&self, duty: Duty, subject: Option<Subject>) -> Suited<'_> {
        let mut rows: Vec<&Indicator> =
            self.iter().filter(|row| row.observable != Observable::Derived).collect();
        rows.sort_by_key(|row| {
            let ours = row.has(Flag::RestrictedChannel);
            let elsewhere = subject.is_some_and(|subject| row.subject != subject);
            (ours, elsewhere, !row.fits(duty), std::cmp::Reverse(pull(row, duty)))
        });
        let fitting = |row: &&Indicator| {
            !row.has(Flag::RestrictedChannel)
                && row.fits(duty)
                && subject.is_none_or(|subject| row.subject == subject)
        };
        let mut first: Vec<&Indicator> = Vec::new();
        let mut rest: Vec<&Indicator> = Vec::new();
        for row in rows {
            let of_a_kind = first.iter().filter(|taken| taken.dimension == row.dimension).count();
            let room = first.len() < OFFERED_FIRST && (subject.is_some() || of_a_kind < OF_ONE_DIMENSION);
            if fitting(&row) && room { first.push(row) } else { rest.push(row) }
        }
        Suited { first, rest }
    }

    /// The whole catalogue for reading: each dimension that has rows, in the order of their list, with its indicators
    /// in the published order.
    #[must_use]
    pub fn by_dimension(&self) -> Vec<(Dimension, Vec<&Indicator>)> {
        let group = |dimension: &Dimension| {
            let rows: Vec<&Indicator> = self.iter().filter(|row| row.dimension == *dimension).collect();
            (*dimension, rows)
        };
        Dimension::ALL.iter().map(group).filter(|(_, rows)| !rows.is_empty()).collect()
    }
}

/// What speaks for offering a row early.
fn pull(row: &Indicator, duty: Duty) -> u8 {
    let seen = match row.observable {
        Observable::Yes => 4,
        Observable::Partly => 2,
        Observable::Told | Observable::Derived => 0,
    };
    let urgent = row.has(Flag::Urgent) || row.has(Flag::DangerToLife);
    let strong = row.ilo.as_ref().is_some_and(|ilo| {
        let weights = ilo.weights(AgeGroup::Adult);
        weights.transit == Some(Weight::Strong) || weights.destination == Some(Weight::Strong)
    });
    // A row that fits every duty is the mark of none.
    let at_home = duty != Duty::Other && row.duties.len() < Duty::ALL.len();
    // What our own soldiers met before, they may meet again: the lessons of the field are tagged so.
    let met_before = row.sources.iter().any(|source| source.starts_with("SEED-"));
    let child = row.has(Flag::Minor);
    let twice = u8::from(urgent) + u8::from(at_home);
    seen + 2 * twice + [strong, met_before, child].into_iter().map(u8::from).sum::<u8>()
}

#[cfg(test)]
mod tests {
    use super::{OF_ONE_DIMENSION, OFFERED_FIRST};
    use crate::domain::catalogue::Catalogue;
    use crate::domain::catalogue::terms::{Dimension, Flag, Subject};
    use crate::domain::code::Coded;
    use crate::domain::duty::Duty;
    use std::collections::BTreeSet;

    #[test]
    fn twelve_fit_duty_and_subject_and_never_speak_of_our_own_side() {
        let catalogue = Catalogue::embedded().unwrap();
        for duty in Duty::ALL {
            for subject in [None].into_iter().chain(Subject::ALL.iter().copied().map(Some)) {
                let suited = catalogue.suited(*duty, subject);
                assert!(
                    suited.first.len() <= OFFERED_FIRST
                        && (subject.is_some() || suited.first.len() == OFFERED_FIRST)
                );
                for row in &suited.first {
                    assert!(row.fits(*duty) && !row.has(Flag::RestrictedChannel), "{}", row.id);
                    assert!(subject.is_none_or(|subject| row.subject == subject), "{}", row.id);
                }
                let all: BTreeSet<_> = suited.all().into_iter().map(|row| row.id.as_str()).collect();
                assert_eq!(
                    (all.len(), suited.all().len()),
                    (89, 89),
                    "nothing is hidden and nothing comes twice"
                );
                let last: Vec<_> = suited.all().iter().rev().take(3).map(|row| row.dimension).collect();
                assert_eq!(last, [Dimension::OwnForces; 3]);
            }
            let first = catalogue.suited(*duty, None).first;
            let most = Dimension::ALL
                .iter()
                .map(|one| first.iter().filter(|row| row.dimension == *one).count())
                .max();
            assert!(most <= Some(OF_ONE_DIMENSION));
        }
    }

    #[test]
    fn at_a_checkpoint_the_urgent_come_first_and_the_van_with_covered_windows_is_among_them() {
        let catalogue = Catalogue::embedded().unwrap();
        let first: Vec<_> =
            catalogue.suited(Duty::Checkpoint, None).first.iter().map(|row| row.id.to_string()).collect();
        let wanted = [
            "chd.armed_group",
            "beh.help_signal",
            "trn.hidden_people",
            "trn.life_at_risk",
            "trn.load_disturbed",
            "net.armed_escort",
            "mob.documents_held",
            "mob.escorted_always",
            "bod.injury",
            "trn.covered_windows",
            "chd.unrelated_adults",
            "chd.found",
        ];
        assert_eq!(first, wanted);
        let vehicles = catalogue.suited(Duty::Checkpoint, Some(Subject::Vehicle)).first;
        assert_eq!(vehicles.first().map(|row| row.id.as_str()), Some("trn.hidden_people"));
    }

    #[test]
    fn the_whole_catalogue_is_laid_out_for_reading() {
        let catalogue = Catalogue::embedded().unwrap();
        let groups = catalogue.by_dimension();
        assert_eq!(groups.len(), Dimension::ALL.len());
        assert_eq!(groups.iter().map(|(_, rows)| rows.len()).sum::<usize>(), 90);
        assert!(groups.is_sorted_by_key(|(dimension, _)| *dimension));
        assert!(groups.iter().all(|(dimension, rows)| rows.iter().all(|row| row.dimension == *dimension)));
    }
}
