//! Batches: compiled here by a commander, or arrived at the cell.

use rusqlite::Connection;

use crate::domain::ids::Digest;
use crate::domain::time::Timestamp;
use crate::vault::begun_reviews::forget;
use crate::vault::error::VaultError;
use crate::vault::packets::store_packet;
use crate::vault::reviews::store_review;
use crate::vault::rows::{Columns, all, blob, first, run};
use crate::vault::slots::count_slots;
use crate::vault::statements::keep;
use crate::vault::unlock::Vault;
use crate::wire::batch::BatchV1;
use crate::wire::packet::Packet;
use crate::wire::review::ReviewV1;
use crate::wire::statement::Signed;

/// Stores a batch: which reports it claims, and how many slots will follow. Tells whether it is new.
fn store(connection: &Connection, signed: &Signed<BatchV1>, now: Timestamp) -> Result<bool, VaultError> {
    let (said, digest) = (&signed.payload, signed.statement.digest());
    let new = keep(connection, &signed.statement, now)?;
    if new {
        run(
            connection,
            "INSERT INTO batch (statement, id, commander, at) VALUES (?, ?, ?, ?)",
            &[
                &blob(&digest),
                &said.id.0.to_string(),
                &signed.statement.signer().as_bytes(),
                &said.at.0.to_string(),
            ],
        )?;
        for report in &said.reports {
            let sql = "INSERT OR IGNORE INTO batched (batch, report) VALUES (?, ?)";
            run(connection, sql, &[&blob(&digest), &blob(&report.0)])?;
            forget(connection, report.0)?;
        }
        let sql = "INSERT INTO slots_promised (batch, count, root) VALUES (?, ?, ?)";
        run(connection, sql, &[&blob(&digest), &said.slot_count, &blob(&said.slots.0)])?;
    }
    Ok(new)
}

/// Everything that forwarding is, to be stored together.
#[derive(Debug)]
pub struct Forwarding {
    /// Reviews made because the time was up.
    pub reviews: Vec<Signed<ReviewV1>>,
    /// The batch.
    pub batch: Signed<BatchV1>,
    /// The packet with its words, and what rides in it.
    pub words: (Packet, Vec<Digest>),
    /// The slots it counts.
    pub slots: Vec<Digest>,
}

impl Vault {
    /// Takes a batch that arrived.
    pub fn take_batch(&mut self, signed: &Signed<BatchV1>, now: Timestamp) -> Result<bool, VaultError> {
        self.together(|connection, _| store(connection, signed, now))
    }

    /// Forwards: the late reviews, the batch, the packet with its words and the slots it counts appear in one step. A report
    /// that counted as forwarded without a packet to carry it would be lost. Attachments and slots follow one by one: what
    /// no packet carries yet is known by [`Vault::uncarried_latecomers`] and [`Vault::uncarried_slots`].
    pub fn forward(&mut self, forwarding: &Forwarding, now: Timestamp) -> Result<(), VaultError> {
        self.together(|connection, profile| {
            for review in &forwarding.reviews {
                store_review(connection, profile.me, review, now)?;
            }
            store(connection, &forwarding.batch, now)?;
            let (packet, riders) = &forwarding.words;
            store_packet(connection, profile.me, packet, riders, now)?;
            count_slots(connection, &forwarding.slots, forwarding.batch.statement.digest())
        })
    }

    /// The first batch that names a report.
    pub fn batch_of(&self, report: Digest) -> Result<Option<Digest>, VaultError> {
        let sql = "SELECT b.statement FROM batched i JOIN batch b ON b.statement = i.batch
                    WHERE i.report = ? ORDER BY b.at, b.statement LIMIT 1";
        first(&self.connection, sql, &[&blob(&report)], |row| row.digest("statement"))
    }

    /// Reports that a batch claims and that never arrived here.
    pub fn batched_but_missing(&self) -> Result<Vec<Digest>, VaultError> {
        let sql = "SELECT DISTINCT report FROM batched i
                    WHERE NOT EXISTS (SELECT 1 FROM report WHERE statement = i.report)
                      AND NOT EXISTS (SELECT 1 FROM rival WHERE statement = i.report)
                      AND NOT EXISTS (SELECT 1 FROM further_rival WHERE digest = i.report)
                      AND NOT EXISTS (SELECT 1 FROM set_aside WHERE digest = i.report)
                    ORDER BY report";
        all(&self.connection, sql, &[], |row| row.digest("report"))
    }
}
