//! Integrity slots on their way: opaque here, counted, never opened.

use rusqlite::Connection;

use crate::crypto::digest::sha256;
use crate::domain::ids::Digest;
use crate::domain::people::{Addressee, Role};
use crate::domain::time::Timestamp;
use crate::vault::error::VaultError;
use crate::vault::rows::{Columns, all, blob, first, run};
use crate::vault::unlock::Vault;

/// Remembers which batch counted some slots.
pub(crate) fn count_slots(
    connection: &Connection,
    slots: &[Digest],
    batch: Digest,
) -> Result<(), VaultError> {
    for slot in slots {
        let sql = "UPDATE slot SET batch = ? WHERE digest = ? AND batch IS NULL";
        run(connection, sql, &[&blob(&batch), &blob(slot)])?;
    }
    Ok(())
}

impl Vault {
    /// Keeps slots that arrived.
    pub fn take_slots(&self, slots: &[Vec<u8>], now: Timestamp) -> Result<(), VaultError> {
        for bytes in slots {
            let sql = "INSERT OR IGNORE INTO slot (digest, bytes, at) VALUES (?, ?, ?)";
            run(
                &self.connection,
                sql,
                &[&blob(&Digest::from_bytes(sha256(bytes))), bytes, &now.to_string()],
            )?;
        }
        Ok(())
    }

    /// Slots that no batch has counted yet, by digest in rising order.
    pub fn uncounted_slots(&self) -> Result<Vec<Digest>, VaultError> {
        let sql = "SELECT digest FROM slot WHERE batch IS NULL ORDER BY digest";
        all(&self.connection, sql, &[], |row| row.digest("digest"))
    }

    /// Slots that a batch made here has counted and that no packet to the cell carries: those of one batch after the other,
    /// by digest in rising order.
    pub fn uncarried_slots(&self) -> Result<Vec<(Digest, Digest)>, VaultError> {
        let sql = "SELECT batch, digest FROM slot s WHERE batch IS NOT NULL
                      AND NOT EXISTS (SELECT 1 FROM rides r JOIN packet p ON p.digest = r.packet
                                       WHERE r.item = s.digest AND p.addressee = ?)
                    ORDER BY batch, digest";
        let cell = Addressee::Role(Role::Cell).to_string();
        all(&self.connection, sql, &[&cell], |row| Ok((row.digest("batch")?, row.digest("digest")?)))
    }

    /// The bytes of a slot.
    pub fn slot(&self, digest: Digest) -> Result<Vec<u8>, VaultError> {
        let sql = "SELECT bytes FROM slot WHERE digest = ?";
        let bytes = first(&self.connection, sql, &[&blob(&digest)], |row| Ok(row.get("bytes")?))?;
        bytes.ok_or(VaultError::NotFound("slot"))
    }

    /// How many slots batches have promised, and how many have arrived here.
    pub fn slots_promised_and_here(&self) -> Result<(u32, u32), VaultError> {
        let sql = "SELECT coalesce((SELECT sum(count) FROM slots_promised), 0) AS promised,
                          (SELECT count(*) FROM slot) AS here";
        let found = first(&self.connection, sql, &[], |row| Ok((row.get("promised")?, row.get("here")?)))?;
        Ok(found.unwrap_or((0, 0)))
    }
}
