//! What commanders said of reports.

use rusqlite::Connection;

use crate::domain::custody::Operation;
use crate::domain::ids::{Digest, MemberId};
use crate::domain::report::{Return, Review};
use crate::domain::time::Timestamp;
use crate::vault::custody::{Act, log};
use crate::vault::error::VaultError;
use crate::vault::rows::{Columns, all, blob, first, run};
use crate::vault::statements::keep;
use crate::vault::unlock::Vault;
use crate::wire::review::{ReturnV1, ReviewV1};
use crate::wire::statement::Signed;

/// Stores a review; tells whether it is new.
pub(crate) fn store_review(
    connection: &Connection,
    actor: MemberId,
    signed: &Signed<ReviewV1>,
    now: Timestamp,
) -> Result<bool, VaultError> {
    let said = &signed.payload;
    let new = keep(connection, &signed.statement, now)?;
    if new {
        run(
            connection,
            "INSERT INTO review (statement, report, grade, precedence, as_it_stands, at) VALUES (?, ?, ?, ?, ?, ?)",
            &[
                &blob(&signed.statement.digest()),
                &blob(&said.report.0),
                &said.grade.0.to_string(),
                &said.precedence.0.to_string(),
                &said.as_it_stands,
                &said.at.0.to_string(),
            ],
        )?;
        log(connection, actor, &Act::on(Operation::Alteration, said.report.0), now)?;
    }
    Ok(new)
}

impl Vault {
    /// Takes a review: one's own, or another's read from a packet.
    pub fn take_review(&mut self, signed: &Signed<ReviewV1>, now: Timestamp) -> Result<bool, VaultError> {
        self.together(|connection, profile| store_review(connection, profile.me, signed, now))
    }

    /// Takes a return.
    pub fn take_return(&mut self, signed: &Signed<ReturnV1>, now: Timestamp) -> Result<bool, VaultError> {
        self.together(|connection, profile| {
            let said = &signed.payload;
            let new = keep(connection, &signed.statement, now)?;
            if new {
                run(
                    connection,
                    "INSERT INTO returned (statement, report, reason, at) VALUES (?, ?, ?, ?)",
                    &[
                        &blob(&signed.statement.digest()),
                        &blob(&said.report.0),
                        &said.reason.0.to_string(),
                        &said.at.0.to_string(),
                    ],
                )?;
                log(connection, profile.me, &Act::on(Operation::Alteration, said.report.0), now)?;
            }
            Ok(new)
        })
    }

    /// The newest review of a report, with its statement's digest.
    pub fn review_of(&self, report: Digest) -> Result<Option<(Digest, Review)>, VaultError> {
        let sql = "SELECT statement FROM review WHERE report = ? ORDER BY at DESC, statement LIMIT 1";
        let digest = first(&self.connection, sql, &[&blob(&report)], |row| row.digest("statement"))?;
        digest
            .map(|digest| Ok((digest, Review::try_from(self.signed::<ReviewV1>(digest)?.payload)?)))
            .transpose()
    }

    /// The newest return of a report, with its statement's digest.
    pub fn return_of(&self, report: Digest) -> Result<Option<(Digest, Return)>, VaultError> {
        let sql = "SELECT statement FROM returned WHERE report = ? ORDER BY at DESC, statement LIMIT 1";
        let digest = first(&self.connection, sql, &[&blob(&report)], |row| row.digest("statement"))?;
        digest.map(|digest| Ok((digest, Return::from(self.signed::<ReturnV1>(digest)?.payload)))).transpose()
    }

    /// Returns whose reports were neither corrected nor forwarded: still owed.
    pub fn open_returns(&self) -> Result<Vec<Digest>, VaultError> {
        let sql = "SELECT x.statement FROM returned x JOIN report r ON r.statement = x.report
                    WHERE NOT EXISTS (SELECT 1 FROM batched WHERE report = r.statement)
                    ORDER BY x.at, x.statement";
        all(&self.connection, sql, &[], |row| row.digest("statement"))
    }
}
