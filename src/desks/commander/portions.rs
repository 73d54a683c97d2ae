//! What goes in one packet, measured before any of it is read.
//!
//! ```text
//!  what is ready ─ by precedence, then by due time ─▶ portion · portion · portion ─▶ a batch and a packet each
//!                                                        └─ cannot be made: each half of it by itself
//! ```
//!
//! A statement, a packet and what it opens to have limits that no backlog and no author may run into: where all of it is
//! too much for one batch, there are several. Each lasts by itself. And where something that came from somewhere cannot be
//! packed, it alone stays behind, and why is told after everything else has gone.

use std::collections::VecDeque;

use crate::desks::error::DeskError;
use crate::desks::held_up::HeldUp;
use crate::domain::ids::Digest;
use crate::vault::outbound::Unbatched;

/// Reports of one portion. The statement of a batch takes 67 bytes for each, and as many for each return that is open:
/// together half of the 256 KiB it may have.
pub(super) const MOST_REPORTS: usize = 1_000;
/// Returns that one batch tells of.
pub(super) const MOST_RETURNS: usize = 1_000;
/// Statements of one portion, of the 10,000 items that a packet may hold; a report brings its review.
const MOST_STATEMENTS: usize = 4_000;
/// Bytes of those statements: a sixteenth of a packet, were it all noise. Dear compression of that takes seconds, not
/// minutes.
const MOST_BYTES: usize = 4 << 20;
/// What a review takes that is still to be signed, in bytes.
const A_REVIEW: usize = 1 << 10;

/// Something signed that goes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Item {
    /// A report with its review, and its place among all that are owed.
    Report(usize, Unbatched),
    /// Anything else, with its size in bytes.
    Other(Digest, usize),
}

impl Item {
    /// The digest of its statement.
    pub fn digest(&self) -> Digest {
        match self {
            Self::Report(_, report) => report.digest,
            Self::Other(digest, _) => *digest,
        }
    }
}

/// How much of a portion something takes.
#[derive(Default, Clone, Copy)]
struct Load {
    reports: usize,
    statements: usize,
    bytes: usize,
}

impl Load {
    fn of(item: &Item) -> Self {
        match item {
            Item::Report(_, report) => {
                Self { reports: 1, statements: 2, bytes: report.bytes.saturating_add(A_REVIEW) }
            }
            Item::Other(_, bytes) => Self { reports: 0, statements: 1, bytes: *bytes },
        }
    }

    fn and(self, more: Self) -> Self {
        Self {
            reports: self.reports + more.reports,
            statements: self.statements + more.statements,
            bytes: self.bytes.saturating_add(more.bytes),
        }
    }

    fn is_too_much(self) -> bool {
        self.reports > MOST_REPORTS || self.statements > MOST_STATEMENTS || self.bytes > MOST_BYTES
    }
}

/// Shares things out, in their order, each share as large as may be. One that is too large by itself has a share of its own.
pub(super) fn shared_out(items: Vec<Item>) -> Vec<Vec<Item>> {
    let (mut shares, mut share, mut load) = (Vec::new(), Vec::new(), Load::default());
    for item in items {
        let more = Load::of(&item);
        if !share.is_empty() && load.and(more).is_too_much() {
            shares.push(std::mem::take(&mut share));
            load = Load::default();
        }
        load = load.and(more);
        share.push(item);
    }
    if !share.is_empty() {
        shares.push(share);
    }
    shares
}

/// What goes in one batch.
#[derive(Debug, Clone, Default)]
pub(super) struct Portion {
    /// What is signed.
    pub items: Vec<Item>,
    /// Returns that are open, to be told of.
    pub returns: Vec<Digest>,
    /// Integrity slots, to be counted.
    pub slots: Vec<Digest>,
    /// One report that was released as IMMEDIATE and waits for nothing.
    pub alone: bool,
}

impl Portion {
    /// Two portions of the same; none of a single thing.
    fn halves(mut self) -> Option<[Self; 2]> {
        if self.items.len() < 2 || self.alone {
            return None;
        }
        let items = self.items.split_off(self.items.len() / 2);
        Some([self, Self { items, ..Self::default() }])
    }
}

/// Portions that are still to be made, and what held one of them up.
pub(super) struct Portions {
    left: VecDeque<Portion>,
    pub held_up: HeldUp,
}

impl Portions {
    /// These, in their order.
    pub fn of(portions: Vec<Portion>) -> Self {
        Self { left: portions.into(), held_up: HeldUp::default() }
    }

    /// The next.
    pub fn next(&mut self) -> Option<Portion> {
        self.left.pop_front()
    }

    /// A portion cannot be made: its halves come next, and of a single thing it is noted why.
    ///
    /// # Errors
    /// What is about this device, and no portion of anything could be made.
    pub fn cannot_make(&mut self, portion: Portion, why: DeskError) -> Result<(), DeskError> {
        match portion.halves().filter(|_| why.is_about_contents()) {
            Some([one, other]) => {
                self.left.push_front(other);
                self.left.push_front(one);
                Ok(())
            }
            None => self.held_up.note::<()>(Err(why)).map(|_| ()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::error::VaultError;
    use crate::wire::contents::MOST_ITEMS;
    use crate::wire::kind::Kind;
    use crate::wire::packet;

    fn other(bytes: usize) -> Item {
        Item::Other(Digest::from_bytes([1; 32]), bytes)
    }

    fn lengths(shares: &[Vec<Item>]) -> Vec<usize> {
        shares.iter().map(Vec::len).collect()
    }

    #[test]
    fn shares_are_full_in_order_and_nothing_is_left_over() {
        assert!(shared_out(Vec::new()).is_empty());
        assert_eq!(lengths(&shared_out(vec![other(300); 9_000])), [4_000, 4_000, 1_000]);
        assert_eq!(lengths(&shared_out(vec![other(256 << 10); 33])), [16, 16, 1]);
        let huge = [vec![other(1)], vec![other(usize::MAX); 2], vec![other(1)]].concat();
        assert_eq!(lengths(&shared_out(huge)), [1, 1, 1, 1], "too large by itself");
    }

    #[test]
    fn what_cannot_be_packed_stays_behind_alone_and_is_told_last() {
        let numbered = |number: u8| Item::Other(Digest::from_bytes([number; 32]), 9);
        let (bad, worse) = (Digest::from_bytes([3; 32]), Digest::from_bytes([8; 32]));
        let all = Portion { items: (0..10).map(numbered).collect(), ..Portion::default() };
        let mut portions = Portions::of(vec![all.clone()]);
        let mut gone = Vec::new();
        while let Some(portion) = portions.next() {
            let holds = |digest| portion.items.iter().any(|item| item.digest() == digest);
            if holds(bad) || holds(worse) {
                portions.cannot_make(portion, VaultError::Damaged.into()).unwrap();
            } else {
                gone.extend(portion.items.iter().map(|item| item.digest().as_bytes()[0]));
            }
        }
        assert_eq!(gone, [0, 1, 2, 4, 5, 6, 7, 9], "in their order");
        assert!(matches!(portions.held_up.told(()), Err(DeskError::Vault(VaultError::Damaged))));

        // What is about the device ends it: no other portion could be stored either.
        let mut portions = Portions::of(vec![all.clone()]);
        let next = portions.next().unwrap();
        assert!(portions.cannot_make(next, VaultError::DiskFull.into()).is_err());
        // And nothing is told where only all of it together was too much.
        let mut portions = Portions::of(Vec::new());
        portions.cannot_make(all, VaultError::Damaged.into()).unwrap();
        assert_eq!(portions.left.len(), 2);
        assert!(portions.held_up.told(()).is_ok());
    }

    #[test]
    fn a_portion_is_well_within_what_a_statement_and_a_packet_hold() {
        const OF_EACH: usize = 2 * 32 + 3;
        assert!((MOST_REPORTS + MOST_RETURNS) * OF_EACH * 3 / 2 < Kind::Batch.limit());
        assert!((MOST_BYTES + 4 * Kind::Report.limit()) * 8 < packet::MOST);
        const { assert!(MOST_STATEMENTS * 2 < MOST_ITEMS) };
    }
}
