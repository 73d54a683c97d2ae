//! What commanders said of reports.

use rusqlite::Connection;

use crate::domain::custody::Operation;
use crate::domain::ids::{Digest, MemberId};
use crate::domain::report::{Return, Review};
use crate::domain::time::Timestamp;
use crate::vault::begun_reviews::forget;
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
            "INSERT INTO review (statement, report, grade, precedence, as_it_stands, at, duplicate_of)
             VALUES (?, ?, ?, ?, ?, ?, ?)",
            &[
                &blob(&signed.statement.digest()),
                &blob(&said.report.0),
                &said.grade.0.to_string(),
                &said.precedence.0.to_string(),
                &said.as_it_stands,
                &said.at.0.to_string(),
                &said.duplicate_of.as_ref().map(|other| other.0.as_bytes().as_slice()),
            ],
        )?;
        log(connection, actor, &Act::on(Operation::Alteration, said.report.0), now)?;
    }
    if signed.statement.signer() == actor {
        // One's own earlier word has not left this desk: this one takes its place, whatever the clock showed then. The
        // same word said again after it was taken back counts again.
        end_reviews(connection, said.report.0, now)?;
        forget(connection, said.report.0)?;
        let sql = "DELETE FROM review_ended WHERE review = ?";
        run(connection, sql, &[&blob(&signed.statement.digest())])?;
    }
    Ok(new)
}

/// Lets no review of a report made so far count any longer; tells how many did. They stay as they were signed.
fn end_reviews(connection: &Connection, report: Digest, now: Timestamp) -> Result<usize, VaultError> {
    let sql =
        "INSERT OR IGNORE INTO review_ended (review, at) SELECT statement, ? FROM review WHERE report = ?";
    run(connection, sql, &[&now.to_string(), &blob(&report)])
}

impl Vault {
    /// Takes a review: one's own, or another's read from a packet.
    pub fn take_review(&mut self, signed: &Signed<ReviewV1>, now: Timestamp) -> Result<bool, VaultError> {
        self.together(|connection, profile| store_review(connection, profile.me, signed, now))
    }

    /// Takes one's own review of a report back before anybody else has it: what was signed stays, and counts no longer.
    /// Tells whether there was one.
    pub fn take_back_review(&mut self, report: Digest, now: Timestamp) -> Result<bool, VaultError> {
        self.together(|connection, profile| {
            let ended = end_reviews(connection, report, now)? > 0;
            if ended {
                let act = Act::on(Operation::Alteration, report).because("review taken back");
                log(connection, profile.me, &act, now)?;
            }
            Ok(ended)
        })
    }

    /// Takes a return.
    pub fn take_return(&mut self, signed: &Signed<ReturnV1>, now: Timestamp) -> Result<bool, VaultError> {
        self.together(|connection, profile| {
            let said = &signed.payload;
            let new = keep(connection, &signed.statement, now)?;
            if new {
                // One that is not here was filed with an earlier device; which one that was is known.
                let sql = "SELECT 1 FROM report WHERE statement = ?";
                let is_here = first(connection, sql, &[&blob(&said.report.0)], |_| Ok(()))?.is_some();
                run(
                    connection,
                    if is_here {
                        "INSERT INTO returned (statement, report, reason, at) VALUES (?, ?, ?, ?)"
                    } else {
                        "INSERT INTO returned_earlier (statement, report, reason, at) VALUES (?, ?, ?, ?)"
                    },
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

    /// The newest review of a report that counts, with its statement's digest.
    pub fn review_of(&self, report: Digest) -> Result<Option<(Digest, Review)>, VaultError> {
        let sql = "SELECT statement FROM review v WHERE report = ?
                      AND NOT EXISTS (SELECT 1 FROM review_ended WHERE review = v.statement)
                    ORDER BY at DESC, rowid DESC LIMIT 1";
        let digest = first(&self.connection, sql, &[&blob(&report)], |row| row.digest("statement"))?;
        digest
            .map(|digest| Ok((digest, Review::try_from(self.signed::<ReviewV1>(digest)?.payload)?)))
            .transpose()
    }

    /// Reports whose review in force says that they tell the same sighting as this one.
    pub fn marked_as_duplicates_of(&self, report: Digest) -> Result<Vec<Digest>, VaultError> {
        let sql = "SELECT DISTINCT report FROM review v WHERE duplicate_of = ?
                      AND NOT EXISTS (SELECT 1 FROM review_ended WHERE review = v.statement)
                    ORDER BY report";
        all(&self.connection, sql, &[&blob(&report)], |row| row.digest("report"))
    }

    /// The newest return of a report, with its statement's digest.
    pub fn return_of(&self, report: Digest) -> Result<Option<(Digest, Return)>, VaultError> {
        Ok(self.returns_of(report)?.pop())
    }

    /// Every return of a report, with its statement's digest, the newest last.
    pub fn returns_of(&self, report: Digest) -> Result<Vec<(Digest, Return)>, VaultError> {
        let sql = "SELECT statement FROM returned WHERE report = ? ORDER BY at, rowid";
        let digests = all(&self.connection, sql, &[&blob(&report)], |row| row.digest("statement"))?;
        let told = |digest| Ok((digest, Return::from(self.signed::<ReturnV1>(digest)?.payload)));
        digests.into_iter().map(told).collect()
    }

    /// Returns whose reports were neither corrected nor forwarded: still owed.
    pub fn open_returns(&self) -> Result<Vec<(Digest, Digest)>, VaultError> {
        let sql = "SELECT x.statement, x.report FROM returned x JOIN report r ON r.statement = x.report
                    WHERE NOT EXISTS (SELECT 1 FROM batched WHERE report = r.statement)
                    ORDER BY x.at, x.statement";
        all(&self.connection, sql, &[], |row| Ok((row.digest("statement")?, row.digest("report")?)))
    }
}
