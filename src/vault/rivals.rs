//! Two histories by one author: reports whose number another report carries already.
//!
//! Whoever came first stands among the reports and the other beside them, and nobody takes sides: both are kept, both go
//! to the cell, neither is acknowledged as the one. Whoever signs ten thousand under one number has two of them kept beside
//! the first; the others are counted, so that he fills no vault and no batch.

use rusqlite::Connection;

use crate::domain::custody::Operation;
use crate::domain::ids::{Digest, MemberId};
use crate::domain::time::Timestamp;
use crate::vault::custody::{Act, log};
use crate::vault::error::VaultError;
use crate::vault::rows::{Columns, all, blob, first, run};
use crate::vault::statements::keep;
use crate::vault::unlock::Vault;
use crate::wire::report::ReportV1;
use crate::wire::statement::Signed;

/// Reports kept whole beside the one that carries their number. One proves that there are two histories; a device that was
/// set back a second time may have honestly made a third.
pub const MOST_RIVALS: u32 = 2;

/// Keeps a report beside the one that carries its number, or counts it where enough are kept.
pub(crate) fn keep_rival(
    connection: &Connection,
    actor: MemberId,
    signed: &Signed<ReportV1>,
    now: Timestamp,
) -> Result<(), VaultError> {
    let (said, digest) = (&signed.payload, signed.statement.digest());
    let author = signed.statement.signer();
    let sql = "SELECT count(*) AS number FROM rival WHERE author = ?1 AND sequence = ?2 AND statement <> ?3";
    let parameters: &[&dyn rusqlite::types::ToSql] = &[&author.as_bytes(), &said.sequence, &blob(&digest)];
    let beside = first(connection, sql, parameters, |row| Ok(row.get::<_, u32>("number")?))?.unwrap_or(0);
    let sql = "SELECT 1 FROM rival WHERE statement = ?";
    if beside >= MOST_RIVALS && first(connection, sql, &[&blob(&digest)], |_| Ok(()))?.is_none() {
        let sql = "INSERT OR IGNORE INTO further_rival (digest, author, sequence) VALUES (?, ?, ?)";
        run(connection, sql, &[&blob(&digest), &author.as_bytes(), &said.sequence])?;
        return Ok(());
    }
    if keep(connection, &signed.statement, now)? {
        run(
            connection,
            "INSERT INTO rival (statement, author, sequence, previous, received) VALUES (?, ?, ?, ?, ?)",
            &[
                &blob(&digest),
                &author.as_bytes(),
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
    /// Every report that is kept beside another of its number, the first [`MOST_RIVALS`] of each.
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

    /// How many reports an author is known to have signed under one number, those that were only counted among them.
    pub fn signed_under(&self, author: MemberId, sequence: u32) -> Result<u32, VaultError> {
        let sql = "SELECT (SELECT count(*) FROM report WHERE author = ?1 AND sequence = ?2)
                        + (SELECT count(*) FROM rival WHERE author = ?1 AND sequence = ?2)
                        + (SELECT count(*) FROM further_rival WHERE author = ?1 AND sequence = ?2) AS number";
        let found =
            first(&self.connection, sql, &[&author.as_bytes(), &sequence], |row| Ok(row.get("number")?))?;
        Ok(found.unwrap_or(0))
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
