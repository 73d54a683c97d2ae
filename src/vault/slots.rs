//! Integrity slots on their way: opaque here, counted, never opened.

use rusqlite::Connection;

use crate::crypto::digest::sha256;
use crate::domain::ids::{Digest, MemberId};
use crate::domain::people::{Addressee, Role};
use crate::domain::time::Timestamp;
use crate::vault::error::VaultError;
use crate::vault::rows::{Columns, all, blob, first, run};
use crate::vault::unlock::Vault;
use crate::wire::batch::MOST_SLOTS;

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
    /// Keeps slots that somebody brought.
    pub fn take_slots(&self, slots: &[Vec<u8>], sender: MemberId, now: Timestamp) -> Result<(), VaultError> {
        for bytes in slots {
            let digest = Digest::from_bytes(sha256(bytes));
            let sql = "INSERT OR IGNORE INTO slot (digest, bytes, at) VALUES (?, ?, ?)";
            run(&self.connection, sql, &[&blob(&digest), bytes, &now.to_string()])?;
            let sql = "INSERT OR IGNORE INTO slot_brought (slot, sender) VALUES (?, ?)";
            run(&self.connection, sql, &[&blob(&digest), &sender.as_bytes()])?;
        }
        Ok(())
    }

    /// Slots that no batch has counted yet, by digest in rising order; as many as one batch may count.
    pub fn uncounted_slots(&self) -> Result<Vec<Digest>, VaultError> {
        let sql = "SELECT digest FROM slot WHERE batch IS NULL ORDER BY digest LIMIT ?";
        all(&self.connection, sql, &[&MOST_SLOTS], |row| row.digest("digest"))
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

    /// How many slots batches have promised that have not arrived here, commander by commander: what others bring makes
    /// nobody's good. Slots that came before it was kept who brought them count for whoever lacks some.
    pub fn slots_missing(&self) -> Result<u32, VaultError> {
        let sql = "SELECT sum(min(p.count, 4294967295)) AS promised,
                          (SELECT count(*) FROM slot_brought WHERE sender = b.commander) AS here
                     FROM slots_promised p JOIN batch b ON b.statement = p.batch GROUP BY b.commander";
        let missing = all(&self.connection, sql, &[], |row| {
            let (promised, here): (i64, i64) = (row.get("promised")?, row.get("here")?);
            Ok(promised.saturating_sub(here).max(0))
        })?;
        let sql = "SELECT count(*) AS before FROM slot_brought WHERE sender = x''";
        let before: i64 = first(&self.connection, sql, &[], |row| Ok(row.get("before")?))?.unwrap_or(0);
        let missing = missing.into_iter().fold(0, i64::saturating_add).saturating_sub(before).max(0);
        Ok(u32::try_from(missing).unwrap_or(u32::MAX))
    }
}
