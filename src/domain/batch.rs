//! What a commander sends to Brussels in one go.

use std::collections::BTreeSet;

use crate::domain::ids::BatchId;
use crate::domain::report::ReviewedReport;
use crate::domain::time::Timestamp;

/// A batch: reviewed reports, in order, none twice. It is empty only where there is other news to tell.
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

    /// A batch without a report: what it brings are tallies of reports that never came, or two histories.
    pub fn of_news(id: BatchId, now: Timestamp) -> Self {
        Self { id, compiled: now, reports: Vec::new() }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::tests::Counting;

    #[test]
    fn a_batch_is_never_empty() {
        let now = Timestamp::parse("2026-11-21T14:30:00Z").unwrap();
        assert_eq!(Batch::compile(BatchId::fresh(now, &mut Counting(0)), Vec::new(), now), Err(EmptyBatch));
    }
}
