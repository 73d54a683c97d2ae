//! What a commander signs when he forwards.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{BatchId, Digest};
use crate::domain::time::{ClockState, Timestamp};
use crate::wire::kind::Kind;
use crate::wire::spelling::{Code, Plain};
use crate::wire::statement::Payload;

/// A batch: which statements travel together. A statement that is named and not there, or there and not named, shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Batch")]
pub struct BatchV1 {
    /// Which batch.
    pub id: Plain<BatchId>,
    /// Digests of the reports that go.
    pub reports: Vec<Plain<Digest>>,
    /// SHA-256 over the digests of their reviews, one after the other, in the order of `reports`.
    pub reviews: Plain<Digest>,
    /// Digests of returns that are still open: reports owed and not yet forwarded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub returns: Vec<Plain<Digest>>,
    /// SHA-256 over the digests of the latest tally of every observer of the contingent, in rising order.
    pub tallies: Plain<Digest>,
    /// SHA-256 over the digests of the integrity slots passed on since the last batch, in rising order; they travel
    /// in packets of their own, after the words.
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
}
