//! What a commander began to say of reports and did not sign.
//!
//! ```text
//!  begun ─▶ kept, again and again ─▶ there when the report is opened ─┬─ signed ──▶ gone
//!                                                                     └─ the report goes as it stands ──▶ gone
//! ```

use rusqlite::Connection;

use crate::domain::begun_review::BegunReview;
use crate::domain::code::Coded;
use crate::domain::ids::Digest;
use crate::domain::marking::Caveat;
use crate::domain::time::Timestamp;
use crate::vault::error::VaultError;
use crate::vault::rows::{Columns, blob, first, run};
use crate::vault::unlock::Vault;

/// Nothing is begun on a report any more: it is signed, or the report has gone.
pub(crate) fn forget(connection: &Connection, report: Digest) -> Result<(), VaultError> {
    run(connection, "DELETE FROM begun_review WHERE report = ?", &[&blob(&report)])?;
    Ok(())
}

impl Vault {
    /// Keeps what was begun on a report, durably; or nothing, where everything is taken back. Of a report that has gone
    /// nothing is kept.
    pub fn keep_begun_review(
        &self,
        report: Digest,
        begun: Option<&BegunReview>,
        now: Timestamp,
    ) -> Result<(), VaultError> {
        let Some(begun) = begun else { return forget(&self.connection, report) };
        let caveats: Vec<&str> = begun.caveats.iter().map(|caveat| caveat.code()).collect();
        run(
            &self.connection,
            "INSERT OR REPLACE INTO begun_review (report, grade, handling, restriction, caveats, precedence, marking,
                                                  comment, told, told_who, acted, repeats, saved)
             SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
              WHERE NOT EXISTS (SELECT 1 FROM batched WHERE report = ?1)",
            &[
                &blob(&report),
                &begun.grade.to_string(),
                &begun.handling.code(),
                &begun.restriction,
                &caveats.join("\n"),
                &begun.precedence.code(),
                &begun.marking.code(),
                &begun.comment,
                &begun.told.code(),
                &begun.told_who,
                &begun.acted.code(),
                &begun.repeats.as_ref().map(|other| other.as_bytes().as_slice()),
                &now.to_string(),
            ],
        )?;
        Ok(())
    }

    /// What was begun on a report.
    pub fn begun_review(&self, report: Digest) -> Result<Option<BegunReview>, VaultError> {
        let sql = "SELECT * FROM begun_review WHERE report = ?";
        first(&self.connection, sql, &[&blob(&report)], |row| {
            let caveats: String = row.get("caveats")?;
            let caveats = caveats.lines().map(|code| Caveat::from_code(code).ok_or(VaultError::Unreadable));
            Ok(BegunReview {
                grade: row.text("grade")?,
                handling: row.code("handling")?,
                restriction: row.get("restriction")?,
                caveats: caveats.collect::<Result<_, _>>()?,
                precedence: row.code("precedence")?,
                marking: row.code("marking")?,
                comment: row.get("comment")?,
                told: row.code("told")?,
                told_who: row.get("told_who")?,
                acted: row.code("acted")?,
                repeats: row.digest_or_none("repeats")?,
            })
        })
    }
}
