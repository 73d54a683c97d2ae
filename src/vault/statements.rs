//! Every verified statement, as the bytes that were signed.

use rusqlite::Connection;

use crate::domain::ids::{Digest, MemberId};
use crate::domain::time::Timestamp;
use crate::vault::error::VaultError;
use crate::vault::rows::{Columns, all, blob, first, run};
use crate::vault::unlock::Vault;
use crate::wire::kind::Kind;
use crate::wire::statement::{Payload, Signed, SignedStatement, payload_of};

/// Keeps a statement; tells whether it is new.
pub(crate) fn keep(
    connection: &Connection,
    statement: &SignedStatement,
    now: Timestamp,
) -> Result<bool, VaultError> {
    let stored = run(
        connection,
        "INSERT OR IGNORE INTO statement (digest, kind, signer, bytes, stored) VALUES (?, ?, ?, ?, ?)",
        &[
            &blob(&statement.digest()),
            &statement.kind().to_string(),
            &statement.signer().as_bytes(),
            &statement.bytes(),
            &now.to_string(),
        ],
    )?;
    Ok(stored == 1)
}

impl Vault {
    /// A statement by its digest.
    pub fn statement(&self, digest: Digest) -> Result<SignedStatement, VaultError> {
        let sql = "SELECT bytes FROM statement WHERE digest = ?";
        let bytes: Option<Vec<u8>> = first(&self.connection, sql, &[&blob(&digest)], |row| Ok(row.get(0)?))?;
        Ok(SignedStatement::restored(bytes.ok_or(VaultError::NotFound("statement"))?)?)
    }

    /// A statement with its payload.
    pub fn signed<P: Payload>(&self, digest: Digest) -> Result<Signed<P>, VaultError> {
        let statement = self.statement(digest)?;
        Ok(Signed { payload: payload_of(&statement)?, statement })
    }

    /// How many bytes a statement has, without reading it.
    pub fn length_of(&self, digest: Digest) -> Result<usize, VaultError> {
        let sql = "SELECT length(bytes) AS length FROM statement WHERE digest = ?";
        let length = first(&self.connection, sql, &[&blob(&digest)], |row| Ok(row.get::<_, i64>("length")?))?;
        let length = length.ok_or(VaultError::NotFound("statement"))?;
        Ok(usize::try_from(length).unwrap_or(usize::MAX))
    }

    /// The kind of a statement.
    pub fn kind_of(&self, digest: Digest) -> Result<Kind, VaultError> {
        let sql = "SELECT kind FROM statement WHERE digest = ?";
        let kind = first(&self.connection, sql, &[&blob(&digest)], |row| row.code::<Kind>("kind"))?;
        kind.ok_or(VaultError::NotFound("statement"))
    }

    /// Whether a statement is held.
    pub fn holds(&self, digest: Digest) -> Result<bool, VaultError> {
        let sql = "SELECT 1 FROM statement WHERE digest = ?";
        Ok(first(&self.connection, sql, &[&blob(&digest)], |_| Ok(()))?.is_some())
    }

    /// Sets something aside that cannot be taken, as it came.
    pub fn set_aside(
        &self,
        digest: Digest,
        signer: Option<MemberId>,
        reason: &'static str,
        bytes: &[u8],
        now: Timestamp,
    ) -> Result<(), VaultError> {
        run(
            &self.connection,
            "INSERT OR IGNORE INTO set_aside (digest, signer, reason, bytes, at) VALUES (?, ?, ?, ?, ?)",
            &[
                &blob(&digest),
                &signer.as_ref().map(|signer| signer.as_bytes().as_slice()),
                &reason,
                &bytes,
                &now.to_string(),
            ],
        )?;
        Ok(())
    }

    /// What was set aside for this reason, as it came.
    pub fn set_aside_because(&self, reason: &str) -> Result<Vec<Vec<u8>>, VaultError> {
        let sql = "SELECT bytes FROM set_aside WHERE reason = ? ORDER BY at, digest";
        all(&self.connection, sql, &[&reason], |row| Ok(row.get(0)?))
    }

    /// Takes something out of what was set aside, because it has been taken after all.
    pub fn no_longer_aside(&self, digest: Digest) -> Result<(), VaultError> {
        run(&self.connection, "DELETE FROM set_aside WHERE digest = ?", &[&blob(&digest)])?;
        Ok(())
    }

    /// The latest time that the relay or the cell has signed and that is held here: what a clock is judged by.
    pub fn newest_word_from_the_centre(&self) -> Result<Option<Timestamp>, VaultError> {
        let sql = "SELECT max(at) AS at FROM (SELECT max(at) AS at FROM acknowledgement UNION ALL
                                              SELECT max(at) FROM feedback UNION ALL SELECT max(received) FROM receipt
                                              UNION ALL SELECT max(issued) FROM bulletin)";
        Ok(first(&self.connection, sql, &[], |row| row.time_or_none("at"))?.flatten())
    }

    /// How many things were set aside.
    pub fn set_aside_count(&self) -> Result<u32, VaultError> {
        let count = first(&self.connection, "SELECT count(*) FROM set_aside", &[], |row| Ok(row.get(0)?))?;
        Ok(count.unwrap_or(0))
    }
}
