//! Two histories by one author: reports whose number another report carries already.
//!
//! Whoever came first stands among the reports and the other beside them, and nobody takes sides: both are kept, both go
//! to the cell, neither is acknowledged as the one.

use rusqlite::Connection;

use crate::domain::custody::Operation;
use crate::domain::ids::{Digest, MemberId};
use crate::domain::time::Timestamp;
use crate::vault::custody::{Act, log};
use crate::vault::error::VaultError;
use crate::vault::rows::{Columns, all, blob, run};
use crate::vault::statements::keep;
use crate::vault::unlock::Vault;
use crate::wire::report::ReportV1;
use crate::wire::statement::Signed;

/// Keeps a report beside the one that carries its number.
pub(crate) fn keep_rival(
    connection: &Connection,
    actor: MemberId,
    signed: &Signed<ReportV1>,
    now: Timestamp,
) -> Result<(), VaultError> {
    let (said, digest) = (&signed.payload, signed.statement.digest());
    if keep(connection, &signed.statement, now)? {
        run(
            connection,
            "INSERT INTO rival (statement, author, sequence, previous, received) VALUES (?, ?, ?, ?, ?)",
            &[
                &blob(&digest),
                &signed.statement.signer().as_bytes(),
                &said.sequence,
                &said.previous.as_ref().map(|previous| previous.0.as_bytes().as_slice()),
                &now.to_string(),
            ],
        )?;
        log(connection, actor, &Act::on(Operation::Collection, digest), now)?;
    }
    Ok(())
}

impl Vault {
    /// Every report that is kept beside another of its number.
    pub fn rivals(&self) -> Result<Vec<Digest>, VaultError> {
        let sql = "SELECT statement FROM rival ORDER BY received, statement";
        all(&self.connection, sql, &[], |row| row.digest("statement"))
    }

    /// The reports that carry the number of this one and are not this one.
    pub fn rivals_of(&self, report: Digest) -> Result<Vec<Digest>, VaultError> {
        let sql =
            "SELECT v.statement FROM rival v JOIN report r ON r.author = v.author AND r.sequence = v.sequence
                    WHERE r.statement = ? ORDER BY v.received, v.statement";
        all(&self.connection, sql, &[&blob(&report)], |row| row.digest("statement"))
    }

    /// Everybody of whom two histories are here.
    pub fn authors_of_rivals(&self) -> Result<Vec<MemberId>, VaultError> {
        let sql = "SELECT DISTINCT author FROM rival ORDER BY author";
        all(&self.connection, sql, &[], |row| row.member("author"))
    }

    /// Reports of an author under this number that no acknowledgement has accepted or refused.
    pub fn undecided(&self, author: MemberId, sequence: u32) -> Result<Vec<Digest>, VaultError> {
        let sql = "SELECT statement FROM (SELECT statement, author, sequence FROM report
                                          UNION ALL SELECT statement, author, sequence FROM rival) t
                    WHERE author = ? AND sequence = ?
                      AND NOT EXISTS (SELECT 1 FROM accepted WHERE digest = t.statement)
                      AND NOT EXISTS (SELECT 1 FROM refused WHERE digest = t.statement)
                    ORDER BY statement";
        all(&self.connection, sql, &[&author.as_bytes(), &sequence], |row| row.digest("statement"))
    }
}
