//! What goes to Brussels next, and what following it costs: the rows a batch is put together from.

use crate::domain::code::Coded;
use crate::domain::ids::{Digest, MemberId};
use crate::domain::people::{Addressee, Role};
use crate::domain::precedence::Precedence;
use crate::domain::time::Timestamp;
use crate::vault::error::VaultError;
use crate::vault::owed::{OWED, OwedTime, TIME, time};
use crate::vault::rows::{Columns, all, blob, first, run};
use crate::vault::unlock::Vault;

/// A report in no batch yet, as far as deciding whether it goes needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unbatched {
    /// The digest of its statement.
    pub digest: Digest,
    /// Who filed it.
    pub author: MemberId,
    /// When it came, and when it goes.
    pub time: OwedTime,
    /// The precedence of its newest review, if it was reviewed.
    pub reviewed: Option<Precedence>,
    /// Whether its author has replaced it.
    pub superseded: bool,
}

/// An attachment whose bytes are here and that no packet to the cell carries yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Uncarried {
    /// SHA-256 of its bytes.
    pub digest: Digest,
    /// Its size in bytes.
    pub size: u64,
    /// A report that names it.
    pub report: Digest,
}

impl Vault {
    /// Reports that are in no batch, the most urgent and then the oldest first.
    pub fn unbatched(&self) -> Result<Vec<Unbatched>, VaultError> {
        let sql = format!(
            "SELECT r.statement, r.author, {TIME}, r.precedence,
                    (SELECT v.precedence FROM review v WHERE v.report = r.statement
                        AND NOT EXISTS (SELECT 1 FROM review_ended WHERE review = v.statement)
                      ORDER BY v.at DESC, v.rowid DESC LIMIT 1) AS reviewed,
                    EXISTS (SELECT 1 FROM report n WHERE n.supersedes = r.id AND n.author = r.author) AS superseded
               FROM report r WHERE {OWED} ORDER BY r.recorded, r.id"
        );
        let mut rows = all(&self.connection, &sql, &[], |row| {
            let reviewed: Option<String> = row.get("reviewed")?;
            let reviewed = reviewed.map(|code| Precedence::from_code(&code).ok_or(VaultError::Unreadable));
            let row_of = Unbatched {
                digest: row.digest("statement")?,
                author: row.member("author")?,
                time: time(row)?,
                reviewed: reviewed.transpose()?,
                superseded: row.get("superseded")?,
            };
            Ok((row.code::<Precedence>("precedence")?, row_of))
        })?;
        rows.sort_by_key(|(precedence, _)| std::cmp::Reverse(*precedence));
        Ok(rows.into_iter().map(|(_, row)| row).collect())
    }

    /// The attachments of a report whose bytes are here and that no packet to the cell carries.
    pub fn uncarried_of(&self, report: Digest) -> Result<Vec<Uncarried>, VaultError> {
        self.uncarried("a.report = ?2", &[&blob(&report)])
    }

    /// The same of every report that is in a batch: their bytes came later than their words.
    pub fn uncarried_latecomers(&self) -> Result<Vec<Uncarried>, VaultError> {
        self.uncarried("EXISTS (SELECT 1 FROM batched WHERE report = a.report)", &[])
    }

    fn uncarried(
        &self,
        which: &str,
        parameters: &[&dyn rusqlite::types::ToSql],
    ) -> Result<Vec<Uncarried>, VaultError> {
        let sql = format!(
            "SELECT a.attachment AS attachment, length(b.bytes) AS size, min(a.report) AS report
               FROM attached a JOIN attachment b ON b.digest = a.attachment
              WHERE {which}
                AND NOT EXISTS (SELECT 1 FROM rides r JOIN packet p ON p.digest = r.packet
                                 WHERE r.item = a.attachment AND p.addressee = ?1)
              GROUP BY a.attachment ORDER BY size, a.attachment"
        );
        let cell = Addressee::Role(Role::Cell).to_string();
        let parameters: Vec<&dyn rusqlite::types::ToSql> =
            std::iter::once(&cell as &dyn rusqlite::types::ToSql).chain(parameters.iter().copied()).collect();
        all(&self.connection, &sql, &parameters, |row| {
            Ok(Uncarried {
                digest: row.digest("attachment")?,
                size: row.get::<_, i64>("size")?.unsigned_abs(),
                report: row.digest("report")?,
            })
        })
    }

    /// Since when slots wait that no batch has counted.
    pub fn oldest_uncounted_slot(&self) -> Result<Option<Timestamp>, VaultError> {
        let sql = "SELECT min(at) AS at FROM slot WHERE batch IS NULL";
        Ok(first(&self.connection, sql, &[], |row| row.time_or_none("at"))?.flatten())
    }

    /// How many bytes an attachment takes under a seal of its own, if that was found before.
    pub fn sealed_alone(&self, attachment: Digest) -> Result<Option<usize>, VaultError> {
        let sql = "SELECT plain FROM sealed_alone WHERE attachment = ?";
        let found =
            first(&self.connection, sql, &[&blob(&attachment)], |row| Ok(row.get::<_, i64>("plain")?))?;
        Ok(found.and_then(|plain| usize::try_from(plain).ok()))
    }

    /// Remembers that.
    pub fn remember_sealed_alone(&self, attachment: Digest, plain: usize) -> Result<(), VaultError> {
        let plain = i64::try_from(plain).unwrap_or(i64::MAX);
        let sql = "INSERT OR REPLACE INTO sealed_alone (attachment, plain) VALUES (?, ?)";
        run(&self.connection, sql, &[&blob(&attachment), &plain])?;
        Ok(())
    }
}
