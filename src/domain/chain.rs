//! Gaps that nobody can hide.
//!
//! ```text
//!  report 1 ◀── report 2 ◀── report 3        each names the digest of the one before
//!                               ▲
//!  tally: "3 filed, head = digest of 3"      rides in every packet of the observer and in every batch
//! ```
//!
//! Whoever holds some of an observer's reports and one of his tallies can tell what is missing. A report that is
//! missing may only be late; two reports with one number, or a counter that went back, are never accepted in silence.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::ids::Digest;

/// One link of an observer's chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChainLink {
    /// The number the observer gave the report, from 1.
    pub sequence: u32,
    /// The digest of the report's statement.
    pub digest: Digest,
    /// The digest of the report before it; none for the first.
    pub previous: Option<Digest>,
}

/// What an observer said of his chain at some moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TallyClaim {
    /// How many reports he had filed.
    pub filed: u32,
    /// The digest of the last of them; none if he had filed none.
    pub head: Option<Digest>,
}

/// Something wrong with a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChainFinding {
    /// Reports were filed and have not arrived: numbers `from` to `to`.
    Missing {
        /// First missing number.
        from: u32,
        /// Last missing number.
        to: u32,
    },
    /// Two different reports carry one number.
    Forked {
        /// The number.
        sequence: u32,
    },
    /// A report names another predecessor than the one that arrived under the number before it.
    Broken {
        /// The number of the report that does not follow.
        sequence: u32,
    },
    /// A tally contradicts the report that arrived under its last number, or another tally of the same count.
    TallyContradicts {
        /// How many reports the tally counts.
        filed: u32,
    },
}

/// Everything wrong with the chain made of these links, in any order, held against these tallies.
///
/// A tally that counts less than another is no finding: it may have come by a slower road. Time proves nothing either,
/// because field clocks are wrong. What a counter that went back cannot hide is another history: a second report under a
/// number, or a head that does not fit.
pub fn findings(links: &[ChainLink], tallies: &[TallyClaim]) -> Vec<ChainFinding> {
    let mut by_number: BTreeMap<u32, Vec<ChainLink>> = BTreeMap::new();
    for link in links {
        let held = by_number.entry(link.sequence).or_default();
        if held.iter().all(|other| other.digest != link.digest) {
            held.push(*link);
        }
    }
    let mut found = Vec::new();
    for (sequence, held) in &by_number {
        if held.len() > 1 {
            found.push(ChainFinding::Forked { sequence: *sequence });
        }
        let before = sequence.checked_sub(1).and_then(|number| by_number.get(&number));
        let follows = |link: &ChainLink| match (before, link.previous) {
            (Some(before), previous) => before.iter().any(|one| previous == Some(one.digest)),
            (None, previous) => (*sequence == 1) == previous.is_none(),
        };
        if !held.iter().all(follows) {
            found.push(ChainFinding::Broken { sequence: *sequence });
        }
    }
    let mut heads: BTreeMap<u32, Option<Digest>> = BTreeMap::new();
    for tally in tallies {
        let arrived = by_number.get(&tally.filed);
        let fits = |held: &Vec<ChainLink>| held.iter().any(|link| Some(link.digest) == tally.head);
        let told = heads.insert(tally.filed, tally.head);
        if (tally.filed == 0) != tally.head.is_none()
            || arrived.is_some_and(|held| !fits(held))
            || told.is_some_and(|head| head != tally.head)
        {
            found.push(ChainFinding::TallyContradicts { filed: tally.filed });
        }
    }
    let counted = tallies.iter().map(|tally| tally.filed).max().unwrap_or(0);
    let highest = by_number.keys().next_back().copied().unwrap_or(0).max(counted);
    found.extend(missing(by_number.keys().copied(), highest));
    found.sort_unstable();
    found.dedup();
    found
}

/// The numbers whose report may be one of two histories: whoever acknowledged one of them would decide between the two.
/// Where a report does not follow the one before it, both are in doubt.
pub fn disputed(found: &[ChainFinding]) -> BTreeSet<u32> {
    (found.iter())
        .flat_map(|finding| match finding {
            ChainFinding::Missing { .. } => [None, None],
            ChainFinding::Forked { sequence } => [Some(*sequence), None],
            ChainFinding::Broken { sequence } => [sequence.checked_sub(1), Some(*sequence)],
            ChainFinding::TallyContradicts { filed } => [Some(*filed), None],
        })
        .flatten()
        .collect()
}

/// The runs of numbers from 1 to `highest` that `present`, in rising order, does not hold.
fn missing(present: impl Iterator<Item = u32>, highest: u32) -> Vec<ChainFinding> {
    let mut gaps = Vec::new();
    let mut expected: u64 = 1;
    for number in present.map(u64::from).chain([u64::from(highest) + 1]) {
        if number > expected {
            // Both ends fit: they lie between 1 and `highest`.
            if let (Ok(from), Ok(to)) = (u32::try_from(expected), u32::try_from(number - 1)) {
                gaps.push(ChainFinding::Missing { from, to });
            }
        }
        expected = expected.max(number + 1);
    }
    gaps
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digest(n: u8) -> Digest {
        Digest::from_bytes([n; 32])
    }

    fn link(n: u8) -> ChainLink {
        ChainLink { sequence: n.into(), digest: digest(n), previous: (n > 1).then(|| digest(n - 1)) }
    }

    fn tally(n: u8) -> TallyClaim {
        TallyClaim { filed: n.into(), head: (n > 0).then(|| digest(n)) }
    }

    #[test]
    fn a_whole_chain_in_any_order_and_twice_over_raises_nothing() {
        let links = [link(3), link(1), link(2), link(1)];
        assert_eq!(findings(&links, &[tally(3), tally(2), tally(0), tally(3)]), vec![]);
        assert_eq!(findings(&[], &[tally(0)]), vec![]);
        assert_eq!(findings(&[], &[]), vec![]);
    }

    #[test]
    fn a_dropped_report_is_seen_in_the_middle_and_at_the_end() {
        assert_eq!(findings(&[link(1), link(4)], &[]), vec![ChainFinding::Missing { from: 2, to: 3 }]);
        assert_eq!(findings(&[link(1)], &[tally(3)]), vec![ChainFinding::Missing { from: 2, to: 3 }]);
        assert_eq!(findings(&[], &[tally(2)]), vec![ChainFinding::Missing { from: 1, to: 2 }]);
    }

    #[test]
    fn a_tally_that_claims_the_largest_count_is_one_finding_not_four_thousand_million() {
        let boast = TallyClaim { filed: u32::MAX, head: Some(digest(9)) };
        assert_eq!(findings(&[link(1)], &[boast]), vec![ChainFinding::Missing { from: 2, to: u32::MAX }]);
    }

    #[test]
    fn two_reports_with_one_number_are_a_fork() {
        let other = ChainLink { digest: digest(77), ..link(2) };
        let forked = vec![ChainFinding::Forked { sequence: 2 }];
        assert_eq!(findings(&[link(1), link(2), other], &[]), forked);
        // Whichever of the two the next report follows, and whichever a tally names.
        let follows = ChainLink { previous: Some(digest(77)), ..link(3) };
        let named = TallyClaim { filed: 2, head: Some(digest(77)) };
        assert_eq!(findings(&[link(1), link(2), other, follows], &[named]), forked);
        assert_eq!(disputed(&forked), BTreeSet::from([2]));
    }

    #[test]
    fn a_counter_that_went_back_is_seen_by_what_it_counts_and_a_late_tally_is_no_such_thing() {
        let whole: Vec<_> = (1..=5).map(link).collect();
        assert_eq!(findings(&whole, &[tally(5), tally(3)]), vec![], "a slower road");
        let other = TallyClaim { filed: 4, head: Some(digest(77)) };
        let rolled_back = vec![ChainFinding::TallyContradicts { filed: 4 }];
        assert_eq!(findings(&whole, &[tally(5), other]), rolled_back);
        assert_eq!(disputed(&rolled_back), BTreeSet::from([4]));
        let emptied = TallyClaim { filed: 0, head: Some(digest(1)) };
        assert_eq!(findings(&whole, &[emptied]), vec![ChainFinding::TallyContradicts { filed: 0 }]);
    }

    #[test]
    fn where_one_report_does_not_follow_another_both_are_in_doubt_and_no_third() {
        let grafted = ChainLink { previous: Some(digest(77)), ..link(3) };
        let found = findings(&[link(1), link(2), grafted, link(4)], &[]);
        assert_eq!(disputed(&found), BTreeSet::from([2, 3]));
        assert!(disputed(&[ChainFinding::Missing { from: 1, to: 9 }]).is_empty(), "late is not in doubt");
    }

    #[test]
    fn a_report_that_follows_another_than_the_one_before_it_is_broken() {
        let grafted = ChainLink { previous: Some(digest(77)), ..link(2) };
        assert_eq!(findings(&[link(1), grafted], &[]), vec![ChainFinding::Broken { sequence: 2 }]);
        let orphan = ChainLink { previous: Some(digest(77)), ..link(1) };
        assert_eq!(findings(&[orphan], &[]), vec![ChainFinding::Broken { sequence: 1 }]);
    }

    #[test]
    fn a_tally_that_names_another_head_contradicts() {
        let lie = TallyClaim { filed: 2, head: Some(digest(77)) };
        assert_eq!(findings(&[link(1), link(2)], &[lie]), vec![ChainFinding::TallyContradicts { filed: 2 }]);
        assert!(findings(&[], &[tally(2), lie]).contains(&ChainFinding::TallyContradicts { filed: 2 }));
    }
}
