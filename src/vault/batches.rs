//! Batches: compiled here by a commander, or arrived at the cell.

use crate::domain::ids::Digest;
use crate::domain::time::Timestamp;
use crate::vault::error::VaultError;
use crate::vault::rows::{Columns, all, blob, run};
use crate::vault::statements::keep;
use crate::vault::unlock::Vault;
use crate::wire::batch::BatchV1;
use crate::wire::statement::Signed;

impl Vault {
    /// Takes a batch: which reports it claims, and how many slots will follow.
    pub fn take_batch(&mut self, signed: &Signed<BatchV1>, now: Timestamp) -> Result<bool, VaultError> {
        self.together(|connection, _| {
            let (said, digest) = (&signed.payload, signed.statement.digest());
            let new = keep(connection, &signed.statement, now)?;
            if new {
                run(
                    connection,
                    "INSERT INTO batch (statement, id, commander, at) VALUES (?, ?, ?, ?)",
                    &[
                        &blob(&digest),
                        &said.id.0.to_string(),
                        &signed.statement.signer().as_bytes(),
                        &said.at.0.to_string(),
                    ],
                )?;
                for report in &said.reports {
                    let sql = "INSERT OR IGNORE INTO batched (batch, report) VALUES (?, ?)";
                    run(connection, sql, &[&blob(&digest), &blob(&report.0)])?;
                }
                let sql = "INSERT INTO slots_promised (batch, count, root) VALUES (?, ?, ?)";
                run(connection, sql, &[&blob(&digest), &said.slot_count, &blob(&said.slots.0)])?;
            }
            Ok(new)
        })
    }

    /// Reports that a batch claims and that never arrived here.
    pub fn batched_but_missing(&self) -> Result<Vec<Digest>, VaultError> {
        let sql = "SELECT DISTINCT report FROM batched i
                    WHERE NOT EXISTS (SELECT 1 FROM report WHERE statement = i.report)
                      AND NOT EXISTS (SELECT 1 FROM set_aside WHERE digest = i.report)
                    ORDER BY report";
        all(&self.connection, sql, &[], |row| row.digest("report"))
    }
}
