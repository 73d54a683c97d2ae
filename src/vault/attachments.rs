//! The bytes of attachments, each known by the digest that was taken before anything else touched it.

use crate::crypto::digest::sha256;
use crate::domain::ids::Digest;
use crate::domain::time::Timestamp;
use crate::vault::error::VaultError;
use crate::vault::rows::{Columns, all, blob, first, run};
use crate::vault::unlock::Vault;

impl Vault {
    /// Stores the bytes of an attachment and gives back their digest.
    pub fn store_attachment(&self, bytes: &[u8], now: Timestamp) -> Result<Digest, VaultError> {
        let digest = Digest::from_bytes(sha256(bytes));
        let sql = "INSERT OR IGNORE INTO attachment (digest, bytes, stored) VALUES (?, ?, ?)";
        run(&self.connection, sql, &[&blob(&digest), &bytes, &now.to_string()])?;
        Ok(digest)
    }

    /// The bytes of an attachment, checked against their digest once more.
    pub fn attachment(&self, digest: Digest) -> Result<Vec<u8>, VaultError> {
        let sql = "SELECT bytes FROM attachment WHERE digest = ?";
        let bytes: Option<Vec<u8>> = first(&self.connection, sql, &[&blob(&digest)], |row| Ok(row.get(0)?))?;
        let bytes = bytes.ok_or(VaultError::NotFound("attachment"))?;
        if Digest::from_bytes(sha256(&bytes)) == digest { Ok(bytes) } else { Err(VaultError::Damaged) }
    }

    /// The attachments a report names, and whether the bytes of each are here.
    pub fn attachments_of(&self, report: Digest) -> Result<Vec<(Digest, bool)>, VaultError> {
        let sql = "SELECT attachment, EXISTS (SELECT 1 FROM attachment WHERE digest = a.attachment) AS held
                     FROM attached a WHERE report = ? ORDER BY attachment";
        all(&self.connection, sql, &[&blob(&report)], |row| Ok((row.digest("attachment")?, row.get("held")?)))
    }
}
