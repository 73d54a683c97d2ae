//! What still waits to be carried, and by which roads it went already.

use crate::domain::ids::{Digest, MemberId};
use crate::domain::people::Addressee;
use crate::domain::time::Timestamp;
use crate::vault::error::VaultError;
use crate::vault::rows::{Columns, all, first};
use crate::vault::unlock::Vault;

/// A packet made here that carries something the cell has not acknowledged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingPacket {
    /// SHA-256 of the whole packet.
    pub digest: Digest,
    /// Who it is for.
    pub addressee: Addressee,
    /// Its size in bytes.
    pub size: u64,
    /// When it was made.
    pub made: Timestamp,
    /// How many reports ride in it.
    pub reports: u32,
    /// When it was first written to a folder.
    pub by_folder: Option<Timestamp>,
    /// When it was first handed to the relay.
    pub by_relay: Option<Timestamp>,
    /// Whether the relay gave its receipt.
    pub receipt: bool,
}

impl WaitingPacket {
    /// Whether no road has it yet.
    #[must_use]
    pub fn is_unsent(&self) -> bool {
        self.by_folder.is_none() && self.by_relay.is_none()
    }
}

impl Vault {
    /// Every packet made here that carries something the cell has not acknowledged, most urgent first; none that void
    /// keys open.
    pub fn waiting_packets(&self) -> Result<Vec<WaitingPacket>, VaultError> {
        let sql = "SELECT digest, addressee, length(bytes) AS size, made,
                          (SELECT count(*) FROM rides r JOIN report t ON t.statement = r.item
                            WHERE r.packet = p.digest) AS reports,
                          (SELECT at FROM carried WHERE packet = p.digest AND road = 'folder') AS by_folder,
                          (SELECT at FROM carried WHERE packet = p.digest AND road = 'relay') AS by_relay,
                          EXISTS (SELECT 1 FROM receipt WHERE packet = p.digest) AS receipt
                     FROM packet p
                    WHERE EXISTS (SELECT 1 FROM rides r WHERE r.packet = p.digest
                                     AND NOT EXISTS (SELECT 1 FROM accepted WHERE digest = r.item)
                                     AND NOT EXISTS (SELECT 1 FROM tally WHERE statement = r.item))
                      AND NOT EXISTS (SELECT 1 FROM lapsed WHERE packet = p.digest)
                    ORDER BY urgency DESC, size, made, digest";
        let mut waiting = all(&self.connection, sql, &[], |row| {
            Ok(WaitingPacket {
                digest: row.digest("digest")?,
                addressee: row.text("addressee")?,
                size: row.get::<_, i64>("size")?.unsigned_abs(),
                made: row.time("made")?,
                reports: row.get("reports")?,
                by_folder: row.time_or_none("by_folder")?,
                by_relay: row.time_or_none("by_relay")?,
                receipt: row.get("receipt")?,
            })
        })?;
        let void = self.void()?;
        waiting.retain(|packet| !void.opens(packet.digest, &packet.addressee));
        Ok(waiting)
    }

    /// The reports of an author that ride in no packet to this addressee, by number.
    pub fn reports_not_riding(
        &self,
        author: MemberId,
        addressee: &Addressee,
    ) -> Result<Vec<Digest>, VaultError> {
        let sql = "SELECT statement FROM report t WHERE author = ?1
                      AND NOT EXISTS (SELECT 1 FROM rides r JOIN packet p ON p.digest = r.packet
                                       WHERE r.item = t.statement AND p.addressee = ?2)
                    ORDER BY sequence";
        let to = addressee.to_string();
        all(&self.connection, sql, &[&author.as_bytes(), &to], |row| row.digest("statement"))
    }

    /// The attachments of an author's reports whose bytes are here and that ride in no packet to this addressee, in the
    /// order of their reports, with their size.
    pub fn attachments_not_riding(
        &self,
        author: MemberId,
        addressee: &Addressee,
    ) -> Result<Vec<(Digest, u64)>, VaultError> {
        let sql = "SELECT a.attachment, length(b.bytes) AS size, min(t.sequence) AS first
                     FROM attached a JOIN report t ON t.statement = a.report
                     JOIN attachment b ON b.digest = a.attachment
                    WHERE t.author = ?1
                      AND NOT EXISTS (SELECT 1 FROM rides r JOIN packet p ON p.digest = r.packet
                                       WHERE r.item = a.attachment AND p.addressee = ?2)
                    GROUP BY a.attachment ORDER BY first, a.attachment";
        let to = addressee.to_string();
        all(&self.connection, sql, &[&author.as_bytes(), &to], |row| {
            Ok((row.digest("attachment")?, row.get::<_, i64>("size")?.unsigned_abs()))
        })
    }

    /// How many reports of an author ride in no packet at all.
    pub fn unpacked(&self, author: MemberId) -> Result<u32, VaultError> {
        let sql = "SELECT count(*) AS number FROM report t WHERE author = ?
                      AND NOT EXISTS (SELECT 1 FROM rides WHERE item = t.statement)";
        Ok(first(&self.connection, sql, &[&author.as_bytes()], |row| Ok(row.get("number")?))?.unwrap_or(0))
    }
}
