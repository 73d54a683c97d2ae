//! What a commander sends to Brussels in one go.

use std::collections::BTreeSet;

use crate::domain::ids::{BatchId, Digest, MemberId};
use crate::domain::report::ReviewedReport;
use crate::domain::time::Timestamp;

/// The last thing an observer said of his chain, as the commander holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TallyHeld {
    /// Whose chain.
    pub observer: MemberId,
    /// Digest of the tally statement.
    pub statement: Digest,
}

/// A batch: reviewed reports, in order, none twice, never empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Batch {
    id: BatchId,
    compiled: Timestamp,
    reports: Vec<ReviewedReport>,
}

/// A batch without a report in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("nothing waits to be forwarded")]
pub struct EmptyBatch;

impl Batch {
    /// Compiles reviewed reports. Refuses none; what is given twice goes once.
    pub fn compile(id: BatchId, reports: Vec<ReviewedReport>, now: Timestamp) -> Result<Self, EmptyBatch> {
        let mut seen = BTreeSet::new();
        let reports: Vec<_> =
            reports.into_iter().filter(|reviewed| seen.insert(reviewed.review().report)).collect();
        if reports.is_empty() { Err(EmptyBatch) } else { Ok(Self { id, compiled: now, reports }) }
    }

    /// Which batch.
    pub fn id(&self) -> BatchId {
        self.id
    }

    /// When it was compiled, by the commander's clock.
    pub fn compiled(&self) -> Timestamp {
        self.compiled
    }

    /// The reports, in order.
    pub fn reports(&self) -> &[ReviewedReport] {
        &self.reports
    }
}
