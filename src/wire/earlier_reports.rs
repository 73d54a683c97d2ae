//! Which reports the answers are about that a new device is given in the place of an earlier one.
//!
//! An answer names reports by digest alone, and the new device holds none of them. Without this a soldier could not tell
//! which of his reports it is about.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{Digest, MemberId};
use crate::domain::time::Timestamp;
use crate::wire::kind::Kind;
use crate::wire::spelling::Plain;
use crate::wire::statement::{Payload, StatementError};

/// Most reports of one statement; what is more goes in another.
pub const MOST_EARLIER: usize = 1_000;

/// What the reports of an earlier device were: their numbers, and nothing of what they say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "EarlierReports")]
pub struct EarlierReportsV1 {
    /// The device that filed them, whose place the reader has taken.
    pub earlier: Plain<MemberId>,
    /// The reports; at least one, at most 1,000.
    #[schemars(length(min = 1, max = 1_000))]
    pub reports: Vec<FiledEarlier>,
    /// When, by the signer's clock.
    pub at: Plain<Timestamp>,
}

/// A report of an earlier device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FiledEarlier {
    /// SHA-256 of its statement.
    pub report: Plain<Digest>,
    /// Its number on that device, from 1.
    #[schemars(range(min = 1))]
    pub number: u32,
    /// When it was filed, by the clock of that device.
    pub filed: Plain<Timestamp>,
}

impl Payload for EarlierReportsV1 {
    const KIND: Kind = Kind::EarlierReports;

    fn at(&self) -> Timestamp {
        self.at.0
    }

    fn check(&self) -> Result<(), StatementError> {
        let counted = (1..=MOST_EARLIER).contains(&self.reports.len());
        let numbered = self.reports.iter().all(|handed| handed.number > 0);
        if counted && numbered { Ok(()) } else { Err(StatementError::BadPayload) }
    }
}
