//! The bytes of attachments, each known by the digest that was taken before anything else touched it.
//!
//! ```text
//!  a file ─ one step ─▶ bytes + the draft that names them ── filed ──▶ bytes + the report that names them: for good
//!                              │
//!                              └─ detached, or the draft discarded ──▶ no bytes, unless something else names them
//! ```
//!
//! Bytes and the draft's line about them become durable together, and whoever takes the last line away takes the bytes
//! with it in the same step: power may fail anywhere and nothing is left that nobody would find. Bytes that a filed report
//! names, one's own or somebody else's, are never removed.

use rusqlite::Connection;

use crate::crypto::digest::sha256;
use crate::domain::code::Coded;
use crate::domain::custody::Operation;
use crate::domain::draft::DraftField;
use crate::domain::ids::{Digest, MemberId, ReportId};
use crate::domain::time::Timestamp;
use crate::vault::custody::{Act, log};
use crate::vault::error::VaultError;
use crate::vault::rows::{Columns, all, blob, first, run};
use crate::vault::unlock::Vault;

impl Vault {
    /// Stores the bytes of an attachment and gives back their digest.
    pub fn store_attachment(&self, bytes: &[u8], now: Timestamp) -> Result<Digest, VaultError> {
        let digest = Digest::from_bytes(sha256(bytes));
        store(&self.connection, digest, bytes, now)?;
        Ok(digest)
    }

    /// The bytes of an attachment, checked against their digest once more.
    pub fn attachment(&self, digest: Digest) -> Result<Vec<u8>, VaultError> {
        let sql = "SELECT bytes FROM attachment WHERE digest = ?";
        let bytes: Option<Vec<u8>> = first(&self.connection, sql, &[&blob(&digest)], |row| Ok(row.get(0)?))?;
        let bytes = bytes.ok_or(VaultError::NotFound("attachment"))?;
        if Digest::from_bytes(sha256(&bytes)) == digest { Ok(bytes) } else { Err(VaultError::Damaged) }
    }

    /// Whether the bytes of an attachment are here.
    pub fn holds_attachment(&self, digest: Digest) -> Result<bool, VaultError> {
        let sql = "SELECT 1 FROM attachment WHERE digest = ?";
        Ok(first(&self.connection, sql, &[&blob(&digest)], |_| Ok(()))?.is_some())
    }

    /// Whether a report that is here names an attachment.
    pub fn is_named(&self, attachment: Digest) -> Result<bool, VaultError> {
        let sql = "SELECT 1 FROM attached WHERE attachment = ?";
        Ok(first(&self.connection, sql, &[&blob(&attachment)], |_| Ok(()))?.is_some())
    }

    /// The attachments a report names, and whether the bytes of each are here.
    pub fn attachments_of(&self, report: Digest) -> Result<Vec<(Digest, bool)>, VaultError> {
        let sql = "SELECT attachment, EXISTS (SELECT 1 FROM attachment WHERE digest = a.attachment) AS held
                     FROM attached a WHERE report = ? ORDER BY attachment";
        all(&self.connection, sql, &[&blob(&report)], |row| Ok((row.digest("attachment")?, row.get("held")?)))
    }

    /// Logs that an attachment was written out of the vault, where its owner alone answers for it.
    pub fn log_export(&self, attachment: Digest, now: Timestamp) -> Result<(), VaultError> {
        self.log(&Act::on(Operation::Disclosure, attachment).because("saved to a file"), now)
    }
}

/// Stores bytes under the digest that was taken of them.
pub(crate) fn store(
    connection: &Connection,
    digest: Digest,
    bytes: &[u8],
    now: Timestamp,
) -> Result<(), VaultError> {
    let sql = "INSERT OR IGNORE INTO attachment (digest, bytes, stored) VALUES (?, ?, ?)";
    run(connection, sql, &[&blob(&digest), &bytes, &now.to_string()])?;
    Ok(())
}

/// The attachments a draft names as it is stored. A list that does not read back names none, so nothing is removed for it.
pub(crate) fn named_by(connection: &Connection, draft: ReportId) -> Result<Vec<Digest>, VaultError> {
    let sql = "SELECT a.value ->> '$.sha256' AS digest
                 FROM draft_field f, json_each(iif(json_valid(f.value), f.value, '[]')) a
                WHERE f.draft = ? AND f.field = ?";
    let field = DraftField::Attachments.code();
    all(connection, sql, &[&draft.to_string(), &field], |row| row.text("digest"))
}

/// Removes the bytes of those attachments that nothing names any more, after the line that named them is gone.
pub(crate) fn release(
    connection: &Connection,
    actor: MemberId,
    digests: &[Digest],
    now: Timestamp,
) -> Result<(), VaultError> {
    let sql = "DELETE FROM attachment WHERE digest = ?1
                  AND NOT EXISTS (SELECT 1 FROM attached WHERE attachment = ?1)
                  AND NOT EXISTS (SELECT 1 FROM draft_field f, json_each(f.value) a
                                   WHERE f.field = ?2 AND a.value ->> '$.sha256' = ?3)";
    for digest in digests {
        let field = DraftField::Attachments.code();
        if run(connection, sql, &[&blob(digest), &field, &digest.to_string()])? > 0 {
            log(connection, actor, &Act::on(Operation::Erasure, *digest).because("attachment"), now)?;
        }
    }
    Ok(())
}
