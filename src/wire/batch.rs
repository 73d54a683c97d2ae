//! What a commander signs when he forwards.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{BatchId, Digest};
use crate::domain::time::{ClockState, Timestamp};
use crate::wire::kind::Kind;
use crate::wire::spelling::{Code, Plain};
use crate::wire::statement::{Payload, StatementError, digest_of};

/// Most integrity slots that one batch counts: more than three hundred observers send in a year.
pub const MOST_SLOTS: u32 = 100_000;

/// A batch: which statements travel together. A statement that is named and not there, or there and not named, shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Batch")]
pub struct BatchV1 {
    /// Which batch.
    pub id: Plain<BatchId>,
    /// Digests of the reports that go.
    pub reports: Vec<Plain<Digest>>,
    /// SHA-256 over the digests of their reviews, 32 bytes each, one after the other, in the order of `reports`.
    pub reviews: Plain<Digest>,
    /// Digests of returns that are still open: reports owed and not yet forwarded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub returns: Vec<Plain<Digest>>,
    /// SHA-256 over the digests of the tallies that travel along, 32 bytes each, in rising order: the latest tally of
    /// every observer of the contingent, unless a report of this batch or an earlier packet tells as much. A report that was
    /// released as IMMEDIATE goes alone, with that of its author; the others follow with the next batch.
    pub tallies: Plain<Digest>,
    /// SHA-256 over the digests of the integrity slots passed on since the last batch, 32 bytes each, in rising order;
    /// they travel in packets of their own, after the words.
    pub slots: Plain<Digest>,
    /// How many slots those are.
    pub slot_count: u32,
    /// When it was compiled.
    pub at: Plain<Timestamp>,
    /// What the commander's device knew of its clock.
    pub clock: Code<ClockState>,
}

impl Payload for BatchV1 {
    const KIND: Kind = Kind::Batch;
    fn at(&self) -> Timestamp {
        self.at.0
    }
    fn check(&self) -> Result<(), StatementError> {
        if self.slot_count > MOST_SLOTS { Err(StatementError::BadPayload) } else { Ok(()) }
    }
}

/// One digest for several things in a given order: the reviews of a batch.
pub fn digest_of_all(digests: &[Digest]) -> Digest {
    let bytes: Vec<u8> = digests.iter().flat_map(|digest| *digest.as_bytes()).collect();
    digest_of(&bytes)
}

/// One digest for several things whose order means nothing: the tallies or the slots of a batch.
pub fn digest_of_set(mut digests: Vec<Digest>) -> Digest {
    digests.sort_unstable();
    digest_of_all(&digests)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_counts_for_reviews_and_not_for_slots() {
        let (one, two) = (digest_of(b"one"), digest_of(b"two"));
        assert_ne!(digest_of_all(&[one, two]), digest_of_all(&[two, one]));
        assert_eq!(digest_of_set(vec![one, two]), digest_of_set(vec![two, one]));
        assert_ne!(digest_of_set(vec![one, two]), digest_of_set(vec![one, two, two]));
    }

    #[test]
    fn nothing_at_all_has_the_digest_of_no_bytes() {
        assert_eq!(
            digest_of_all(&[]).to_string(),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
    }
}
