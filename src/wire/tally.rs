//! How many reports an observer has filed: what lets silence be told from loss.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::chain::TallyClaim;
use crate::domain::ids::Digest;
use crate::domain::time::{ClockState, Timestamp};
use crate::wire::kind::Kind;
use crate::wire::spelling::{Code, Plain, present};
use crate::wire::statement::Payload;

/// An observer's count of his own reports.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Tally")]
pub struct TallyV1 {
    /// How many reports he has filed so far.
    pub filed: u32,
    /// Digest of the last of them.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub head: Option<Plain<Digest>>,
    /// When he counted.
    pub at: Plain<Timestamp>,
    /// What his device knew of its clock.
    pub clock: Code<ClockState>,
}

impl TallyV1 {
    /// The claim it makes.
    pub fn claim(&self) -> TallyClaim {
        TallyClaim { filed: self.filed, head: self.head.as_ref().map(|head| head.0) }
    }
}

impl Payload for TallyV1 {
    const KIND: Kind = Kind::Tally;
    fn at(&self) -> Timestamp {
        self.at.0
    }
}
