//! A report as its author signed it, with everything that is known about it. Nothing on this screen changes it.

use crate::desks::commander::beside::Beside;
use crate::desks::commander::review::{OpenedAttachment, OpenedReport};
use crate::domain::ids::Digest;
use crate::domain::report::ReportHead;

/// A report that lies open, and what lies beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Original {
    /// The report, its signature verified when it was opened.
    pub opened: OpenedReport,
    /// What lies beside it.
    pub beside: Beside,
}

impl Original {
    /// The digest of its statement.
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.opened.held.digest
    }

    /// Who, which, when.
    #[must_use]
    pub fn head(&self) -> &ReportHead {
        self.opened.held.report.head()
    }

    /// Whether it has gone to Brussels: then nothing more is signed on it here.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        self.opened.held.facts.forwarded.is_some()
    }

    /// The other reports that this one repeats, each once, the strongest reason first.
    #[must_use]
    pub fn repeated(&self) -> Vec<Digest> {
        let mut others: Vec<Digest> = Vec::new();
        for repeat in self.opened.repeats.told.iter() {
            if !others.contains(&repeat.other) {
                others.push(repeat.other);
            }
        }
        others
    }

    /// The attachments, smaller copies left out.
    pub fn files(&self) -> impl Iterator<Item = &OpenedAttachment> {
        self.opened.attachments.iter().filter(|held| held.attachment.derived_from.is_none())
    }
}
