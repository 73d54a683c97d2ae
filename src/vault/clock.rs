//! What the clock of this desk shows, and that it was set back.
//!
//! ```text
//!  showed 24 Nov 12:00 ── set back ──▶ shows 22 Nov 12:00: two days that were spent stay spent
//! ```
//!
//! How long a report has been here is told by this clock alone. Set back, it would give every report that is owed time
//! again; so whoever looks at the clock leaves what it showed, and each step back is kept with the reports owed then. A
//! clock that ran ahead and is put right costs the reports owed then as much: they go early rather than late.

use rusqlite::Connection;

use crate::domain::time::Timestamp;
use crate::vault::error::VaultError;
use crate::vault::rows::{Columns, first, run};
use crate::vault::unlock::Vault;

/// Seconds a clock may be put right by without a word.
const NO_MATTER: i64 = 60;
/// Seconds between two notes of what the clock shows, so that looking does not wear out a disk.
const NOTED_EVERY: i64 = 60;

/// A clock that was found set back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SetBack {
    /// The last it showed before.
    pub showed: Timestamp,
    /// The first it showed after.
    pub shows: Timestamp,
}

/// Notes what the clock shows, and that it was set back if it was.
pub(crate) fn look(connection: &Connection, now: Timestamp) -> Result<(), VaultError> {
    let showed = first(connection, "SELECT at FROM clock_showed", &[], |row| row.time("at"))?;
    let on = showed.map_or(NOTED_EVERY, |showed| now.seconds_since(showed));
    if let Some(showed) = showed.filter(|_| on < -NO_MATTER) {
        let sql = "INSERT INTO clock_set_back (showed, shows, seconds) VALUES (?, ?, ?)";
        run(connection, sql, &[&showed.to_string(), &now.to_string(), &on.saturating_neg()])?;
        let sql = "INSERT INTO owed_when_set_back (report, set_back)
                   SELECT r.statement, (SELECT max(number) FROM clock_set_back) FROM report r
                    WHERE NOT EXISTS (SELECT 1 FROM batched WHERE report = r.statement)";
        run(connection, sql, &[])?;
    }
    if !(-NO_MATTER..NOTED_EVERY).contains(&on) {
        let sql = "INSERT INTO clock_showed (one, at) VALUES (1, ?1) ON CONFLICT (one) DO UPDATE SET at = ?1";
        run(connection, sql, &[&now.to_string()])?;
    }
    Ok(())
}

impl Vault {
    /// Notes what the clock shows: to be called whenever somebody looks at what is owed.
    pub fn look_at_clock(&self, now: Timestamp) -> Result<(), VaultError> {
        let all_or_nothing = self.connection.unchecked_transaction()?;
        look(&all_or_nothing, now)?;
        Ok(all_or_nothing.commit()?)
    }

    /// The last time the clock was found set back, if a report that is still owed was here then.
    pub fn clock_set_back(&self) -> Result<Option<SetBack>, VaultError> {
        let sql = "SELECT showed, shows FROM clock_set_back c
                    WHERE EXISTS (SELECT 1 FROM owed_when_set_back o WHERE o.set_back = c.number
                                     AND NOT EXISTS (SELECT 1 FROM batched WHERE report = o.report))
                    ORDER BY number DESC LIMIT 1";
        first(&self.connection, sql, &[], |row| {
            Ok(SetBack { showed: row.time("showed")?, shows: row.time("shows")? })
        })
    }
}
