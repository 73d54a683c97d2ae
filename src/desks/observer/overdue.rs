//! Own reports that should have been answered by now, with the roads that are open.
//!
//! Nothing of this is stored: it follows from what is here whenever somebody looks.

use crate::desks::error::DeskError;
use crate::desks::observer::ObserverDesk;
use crate::domain::ids::Digest;
use crate::domain::overdue::{Handed, Overdue, overdue};
use crate::domain::time::Timestamp;
use crate::vault::chains::Unanswered;

/// A report of one's own that should have been answered by now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverdueReport {
    /// The digest of its statement.
    pub digest: Digest,
    /// Its number.
    pub sequence: u32,
    /// Since when, how far it is known to have come, and how else it may go.
    pub overdue: Overdue,
    /// When it took which road, as far as this device knows.
    pub handed: Handed,
}

impl ObserverDesk {
    /// Reports of which the cell has said nothing although the time for it has passed, by number: one query, however many
    /// there are.
    pub fn overdue(&self, now: Timestamp) -> Result<Vec<OverdueReport>, DeskError> {
        // Somebody who is on no roster any more has the more reason to ask.
        let limits = self.vault.roster()?.map(|roster| roster.limits()).unwrap_or_default();
        let hours = limits.forwarding_hours;
        let waiting = self.vault.unanswered(self.vault.profile().me)?;
        let overdue = |Unanswered { digest, sequence, handed }| {
            Some(OverdueReport { digest, sequence, overdue: overdue(&handed, hours, now)?, handed })
        };
        Ok(waiting.into_iter().filter_map(overdue).collect())
    }
}
