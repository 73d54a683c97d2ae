//! When something was heard of an observer, and who came by meanwhile: what a finding can tell beside what is missing.
//!
//! Every time here is that of this desk's own clock. What an observer's clock says is a claim, and order comes from his
//! numbers.

use crate::domain::ids::{Digest, MemberId};
use crate::domain::overdue::Handed;
use crate::domain::time::Timestamp;
use crate::vault::error::VaultError;
use crate::vault::rows::{Columns, all, first};
use crate::vault::unlock::Vault;

/// A tally as it was heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeardTally {
    /// How many reports it counts.
    pub filed: u32,
    /// When its author counted, by his clock.
    pub counted: Timestamp,
    /// When it came here.
    pub heard: Timestamp,
}

/// A commander whose batches came here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    /// Who.
    pub commander: MemberId,
    /// How many batches.
    pub batches: u32,
    /// When the last of them came here.
    pub last: Timestamp,
}

/// A report of one's own of which the cell has said nothing yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unanswered {
    /// The digest of its statement.
    pub digest: Digest,
    /// Its number.
    pub sequence: u32,
    /// Where it is, as far as this device knows.
    pub handed: Handed,
}

impl Vault {
    /// When this desk first heard that an observer has filed as many reports as this number.
    pub fn first_told_of(&self, observer: MemberId, number: u32) -> Result<Option<Timestamp>, VaultError> {
        let sql = "SELECT min(at) AS at FROM (
                     SELECT min(received) AS at FROM report WHERE author = ?1 AND sequence >= ?2
                     UNION ALL SELECT min(received) FROM rival WHERE author = ?1 AND sequence >= ?2
                     UNION ALL SELECT min(s.stored) FROM tally t JOIN statement s ON s.digest = t.statement
                                WHERE t.observer = ?1 AND t.filed >= ?2)";
        let found =
            first(&self.connection, sql, &[&observer.as_bytes(), &number], |row| row.time_or_none("at"))?;
        Ok(found.flatten())
    }

    /// When the last report, or the last tally, came that speaks of one of these numbers of an observer.
    pub fn last_told_of(
        &self,
        observer: MemberId,
        from: u32,
        to: u32,
    ) -> Result<Option<Timestamp>, VaultError> {
        let sql = "SELECT max(at) AS at FROM (
                     SELECT max(received) AS at FROM report WHERE author = ?1 AND sequence BETWEEN ?2 AND ?3
                     UNION ALL SELECT max(received) FROM rival WHERE author = ?1 AND sequence BETWEEN ?2 AND ?3
                     UNION ALL SELECT max(s.stored) FROM tally t JOIN statement s ON s.digest = t.statement
                                WHERE t.observer = ?1 AND t.filed BETWEEN ?2 AND ?3)";
        let parameters: &[&dyn rusqlite::types::ToSql] = &[&observer.as_bytes(), &from, &to];
        Ok(first(&self.connection, sql, parameters, |row| row.time_or_none("at"))?.flatten())
    }

    /// When a report, or the tally that counts most, by an observer last came here.
    pub fn last_heard_of(&self, observer: MemberId) -> Result<Option<Timestamp>, VaultError> {
        let sql = "SELECT max(received) AS at FROM report WHERE author = ?";
        let report = first(&self.connection, sql, &[&observer.as_bytes()], |row| row.time_or_none("at"))?;
        Ok(report.flatten().max(self.highest_tally(observer)?.map(|tally| tally.heard)))
    }

    /// The tally of an observer that counts most.
    pub fn highest_tally(&self, observer: MemberId) -> Result<Option<HeardTally>, VaultError> {
        let sql = "SELECT t.filed AS filed, t.at AS at, s.stored AS stored
                     FROM tally t JOIN statement s ON s.digest = t.statement
                    WHERE t.observer = ? ORDER BY t.filed DESC, s.stored, t.statement LIMIT 1";
        first(&self.connection, sql, &[&observer.as_bytes()], |row| {
            Ok(HeardTally { filed: row.get("filed")?, counted: row.time("at")?, heard: row.time("stored")? })
        })
    }

    /// Since when this desk knows a member, as far as it kept that.
    pub fn named_since(&self, member: MemberId) -> Result<Option<Timestamp>, VaultError> {
        let sql = "SELECT coalesce((SELECT since FROM named WHERE member = ?1),
                                   (SELECT installed FROM roster ORDER BY epoch DESC LIMIT 1)) AS since";
        Ok(first(&self.connection, sql, &[&member.as_bytes()], |row| row.time_or_none("since"))?.flatten())
    }

    /// Whose batches came here at this time or later.
    pub fn batches_since(&self, since: Timestamp) -> Result<Vec<Passage>, VaultError> {
        let sql = "SELECT b.commander AS commander, count(*) AS batches, max(s.stored) AS last
                     FROM batch b JOIN statement s ON s.digest = b.statement
                    WHERE s.kind = 'batch' AND s.stored >= ? GROUP BY b.commander ORDER BY b.commander";
        all(&self.connection, sql, &[&since.to_string()], |row| {
            Ok(Passage {
                commander: row.member("commander")?,
                batches: row.get("batches")?,
                last: row.time("last")?,
            })
        })
    }

    /// The reports of an author of which the cell has said nothing to him, by number: neither accepted nor refused, and
    /// no word of its own, which proves that it has the report even where the acknowledgement comes later.
    pub fn unanswered(&self, author: MemberId) -> Result<Vec<Unanswered>, VaultError> {
        // Each packet of a report is looked up once, for all it can tell.
        let sql = "SELECT t.statement AS statement, t.sequence AS sequence, t.recorded AS filed,
                          min(CASE c.road WHEN 'relay' THEN c.at END) AS by_relay,
                          min(CASE c.road WHEN 'folder' THEN c.at END) AS by_folder,
                          min(x.received) AS receipt,
                          (SELECT max(b.at) FROM returned b WHERE b.report = t.statement) AS returned
                     FROM report t
                     LEFT JOIN rides r ON r.item = t.statement
                     LEFT JOIN carried c ON c.packet = r.packet
                     LEFT JOIN receipt x ON x.packet = r.packet
                    WHERE t.author = ?
                      AND NOT EXISTS (SELECT 1 FROM accepted WHERE digest = t.statement)
                      AND NOT EXISTS (SELECT 1 FROM refused WHERE digest = t.statement)
                      AND NOT EXISTS (SELECT 1 FROM feedback
                                       WHERE report = t.statement AND audience = 'observer')
                    GROUP BY t.sequence ORDER BY t.sequence";
        all(&self.connection, sql, &[&author.as_bytes()], |row| {
            Ok(Unanswered {
                digest: row.digest("statement")?,
                sequence: row.get("sequence")?,
                handed: Handed {
                    filed: row.time("filed")?,
                    by_relay: row.time_or_none("by_relay")?,
                    by_folder: row.time_or_none("by_folder")?,
                    receipt: row.time_or_none("receipt")?,
                    returned: row.time_or_none("returned")?,
                },
            })
        })
    }
}
