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
    /// How urgent its author thinks it is.
    pub suggested: Precedence,
    /// The precedence of its newest review, if it was reviewed.
    pub reviewed: Option<Precedence>,
    /// Whether its author has replaced it.
    pub superseded: bool,
    /// How many bytes its statement and that of its review have.
    pub bytes: usize,
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

impl Unbatched {
    /// How fast it goes: as its review says, and without one as its author suggests, short of a release.
    #[must_use]
    pub fn precedence(&self) -> Precedence {
        self.reviewed.unwrap_or(self.suggested.before_release())
    }
}

impl Vault {
    /// Reports that are in no batch, the most urgent and then the oldest first.
    pub fn unbatched(&self) -> Result<Vec<Unbatched>, VaultError> {
        let sql = format!(
            "SELECT r.statement, r.author, {TIME}, r.precedence,
                    (SELECT v.precedence FROM review v WHERE v.report = r.statement
                        AND NOT EXISTS (SELECT 1 FROM review_ended WHERE review = v.statement)
                      ORDER BY v.at DESC, v.rowid DESC LIMIT 1) AS reviewed,
                    EXISTS (SELECT 1 FROM report n WHERE n.supersedes = r.id AND n.author = r.author) AS superseded,
                    (SELECT length(bytes) FROM statement WHERE digest = r.statement) +
                    coalesce((SELECT max(length(s.bytes)) FROM review v JOIN statement s ON s.digest = v.statement
                               WHERE v.report = r.statement), 0) AS bytes
               FROM report r WHERE {OWED} ORDER BY r.recorded, r.id"
        );
        let mut rows = all(&self.connection, &sql, &[], |row| {
            let reviewed: Option<String> = row.get("reviewed")?;
            let reviewed = reviewed.map(|code| Precedence::from_code(&code).ok_or(VaultError::Unreadable));
            let row_of = Unbatched {
                digest: row.digest("statement")?,
                author: row.member("author")?,
                time: time(row)?,
                suggested: row.code("precedence")?,
                reviewed: reviewed.transpose()?,
                superseded: row.get("superseded")?,
                bytes: usize::try_from(row.get::<_, i64>("bytes")?).unwrap_or(usize::MAX),
            };
            Ok(row_of)
        })?;
        rows.sort_by_key(|row| std::cmp::Reverse(row.suggested));
        Ok(rows)
    }

    /// The attachments of a report whose bytes are here and that no packet to the cell carries. Those of more than `largest`
    /// bytes never go: see [`Vault::too_large_of`].
    pub fn uncarried_of(&self, report: Digest, largest: u64) -> Result<Vec<Uncarried>, VaultError> {
        self.uncarried("a.report = ?3", largest, &[&blob(&report)])
    }

    /// The same of every report that is in a batch: their bytes came later than their words, or are still to be packed.
    pub fn uncarried_latecomers(&self, largest: u64) -> Result<Vec<Uncarried>, VaultError> {
        self.uncarried("EXISTS (SELECT 1 FROM batched WHERE report = a.report)", largest, &[])
    }

    /// How many attachments of a report are here and larger than may be attached: only a device that keeps to no rule sends
    /// such a thing, and no packet to the cell might hold it.
    pub fn too_large_of(&self, report: Digest, largest: u64) -> Result<u32, VaultError> {
        let sql = "SELECT count(*) AS number FROM attached a JOIN attachment b ON b.digest = a.attachment
                    WHERE a.report = ? AND length(b.bytes) > ?";
        let largest = i64::try_from(largest).unwrap_or(i64::MAX);
        let found = first(&self.connection, sql, &[&blob(&report), &largest], |row| Ok(row.get("number")?))?;
        Ok(found.unwrap_or(0))
    }

    fn uncarried(
        &self,
        which: &str,
        largest: u64,
        parameters: &[&dyn rusqlite::types::ToSql],
    ) -> Result<Vec<Uncarried>, VaultError> {
        let sql = format!(
            "SELECT a.attachment AS attachment, length(b.bytes) AS size, min(a.report) AS report
               FROM attached a JOIN attachment b ON b.digest = a.attachment
              WHERE {which} AND length(b.bytes) <= ?2
                AND NOT EXISTS (SELECT 1 FROM rides r JOIN packet p ON p.digest = r.packet
                                 WHERE r.item = a.attachment AND p.addressee = ?1)
              GROUP BY a.attachment ORDER BY size, a.attachment"
        );
        let cell = Addressee::Role(Role::Cell).to_string();
        let largest = i64::try_from(largest).unwrap_or(i64::MAX);
        let both: [&dyn rusqlite::types::ToSql; 2] = [&cell, &largest];
        let parameters: Vec<&dyn rusqlite::types::ToSql> =
            both.into_iter().chain(parameters.iter().copied()).collect();
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
