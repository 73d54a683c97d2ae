//! Reports in the order of their times, to find those nearest to one.

use crate::domain::repeats::marks::Marks;

/// Some reports, by their places in the list of all, the earliest first.
#[derive(Debug, Clone, Default)]
pub(super) struct InTime(Vec<(i64, usize)>);

impl InTime {
    /// Puts reports in order.
    pub(super) fn of(reports: impl IntoIterator<Item = usize>, all: &[Marks]) -> Self {
        let begins = |at: usize| all.get(at).map(|one| (one.begins(), at));
        let mut ordered: Vec<_> = reports.into_iter().filter_map(begins).collect();
        ordered.sort_unstable();
        ordered.dedup();
        Self(ordered)
    }

    /// Every one of them.
    pub(super) fn places(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().map(|(_, at)| *at)
    }

    /// Those that begin nearest to an instant, the nearest first, none further than so many seconds.
    pub(super) fn nearest(&self, instant: i64, within: i64) -> impl Iterator<Item = usize> + '_ {
        let middle = self.0.partition_point(|(begins, _)| *begins < instant);
        let (before, after) = self.0.split_at(middle);
        let mut before = before.iter().rev().peekable();
        let mut after = after.iter().peekable();
        std::iter::from_fn(move || {
            let away = |one: Option<&&(i64, usize)>| {
                one.map(|(begins, _)| begins.saturating_sub(instant).saturating_abs())
            };
            let (back, on) = (away(before.peek()), away(after.peek()));
            let (next, away) = match (back, on) {
                (Some(back), Some(on)) if back < on => (before.next(), back),
                (_, Some(on)) => (after.next(), on),
                (Some(back), None) => (before.next(), back),
                (None, None) => return None,
            };
            next.map(|(_, at)| *at).filter(|_| away <= within)
        })
    }
}
