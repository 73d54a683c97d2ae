//! What is half carried: packets on their way out and in, so that neither a cut nor a restart begins them again.
//!
//! ```text
//!  out:  begun ─▶ so many bytes last there ─▶ … ─▶ all of it: carried, and forgotten here
//!                  └─ stopped: why, and when it goes on
//!  in:   piece ─ piece ─▶ whole: read, and forgotten here
//! ```

use rusqlite::Row;

use crate::domain::code::Coded;
use crate::domain::ids::Digest;
use crate::domain::time::Timestamp;
use crate::domain::trouble::Trouble;
use crate::vault::error::VaultError;
use crate::vault::packets::RoadName;
use crate::vault::rows::{Columns, all, blob, first, run};
use crate::vault::unlock::Vault;

/// How far a packet made here has come on a road.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnderWay {
    /// Bytes known to last at the other end.
    pub held: u64,
    /// How often it was begun or gone on with.
    pub tries: u32,
    /// When that was last.
    pub tried: Timestamp,
    /// What stopped it last.
    pub trouble: Option<Trouble>,
    /// When it goes on by itself, as was said then.
    pub next_try: Option<Timestamp>,
}

/// SQLite counts with a sign.
fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A row with the columns of `under_way`.
pub(crate) fn under_way_of(row: &Row<'_>) -> Result<UnderWay, VaultError> {
    Ok(UnderWay {
        held: row.get::<_, i64>("held")?.unsigned_abs(),
        tries: row.get("tries")?,
        tried: row.time("tried")?,
        trouble: row.code_or_none("trouble")?,
        next_try: row.time_or_none("next_try")?,
    })
}

impl Vault {
    /// How far a packet made here has come on a road; nothing if it was never tried, or the road has all of it.
    pub fn under_way(&self, packet: Digest, road: RoadName) -> Result<Option<UnderWay>, VaultError> {
        let sql = "SELECT held, tries, tried, trouble, next_try FROM under_way WHERE packet = ? AND road = ?";
        first(&self.connection, sql, &[&blob(&packet), &road.as_str()], under_way_of)
    }

    /// Remembers that a packet is now tried on a road, before a byte of it goes out. Power may fail right after: the
    /// next try asks how much of it came.
    pub fn setting_out(&self, packet: Digest, road: RoadName, now: Timestamp) -> Result<(), VaultError> {
        let sql = "INSERT INTO under_way (packet, road, tries, tried) VALUES (?, ?, 1, ?)
                   ON CONFLICT DO UPDATE SET tries = tries + 1, tried = excluded.tried, next_try = NULL";
        run(&self.connection, sql, &[&blob(&packet), &road.as_str(), &now.to_string()])?;
        Ok(())
    }

    /// Remembers how many bytes of a packet last at the other end.
    pub fn came_as_far(
        &self,
        packet: Digest,
        road: RoadName,
        held: u64,
        now: Timestamp,
    ) -> Result<(), VaultError> {
        let sql = "UPDATE under_way SET held = ?, tried = ?, trouble = NULL WHERE packet = ? AND road = ?";
        run(&self.connection, sql, &[&signed(held), &now.to_string(), &blob(&packet), &road.as_str()])?;
        Ok(())
    }

    /// Remembers what stopped packets on a road, and when they go on by themselves.
    pub fn stopped(
        &mut self,
        packets: &[Digest],
        road: RoadName,
        trouble: Trouble,
        next_try: Option<Timestamp>,
        now: Timestamp,
    ) -> Result<(), VaultError> {
        let next_try = next_try.map(|at| at.to_string());
        self.together(|connection, _| {
            for packet in packets {
                let sql = "INSERT INTO under_way (packet, road, tried, trouble, next_try) VALUES (?, ?, ?, ?, ?)
                           ON CONFLICT DO UPDATE SET trouble = excluded.trouble, next_try = excluded.next_try";
                let (packet, now, trouble) = (blob(packet), now.to_string(), trouble.code());
                run(connection, sql, &[&packet, &road.as_str(), &now, &trouble, &next_try])?;
            }
            Ok(())
        })
    }

    /// The beginning of a packet that came in part.
    pub fn came_before(&self, packet: Digest) -> Result<Vec<u8>, VaultError> {
        let sql = "SELECT place, bytes FROM coming WHERE packet = ? ORDER BY place";
        let pieces = all(&self.connection, sql, &[&blob(&packet)], |row| {
            Ok((row.get::<_, i64>("place")?.unsigned_abs(), row.get::<_, Vec<u8>>("bytes")?))
        })?;
        let mut held = Vec::new();
        for (place, bytes) in pieces {
            // After a gap nothing counts.
            if place == held.len() as u64 {
                held.extend(bytes);
            }
        }
        Ok(held)
    }

    /// Keeps a piece of a packet that comes in parts. One at the beginning means that it begins again.
    pub fn keep_piece(
        &mut self,
        packet: Digest,
        place: u64,
        bytes: &[u8],
        now: Timestamp,
    ) -> Result<(), VaultError> {
        self.together(|connection, _| {
            let (packet, place) = (blob(&packet), signed(place));
            run(connection, "DELETE FROM coming WHERE packet = ? AND place >= ?", &[&packet, &place])?;
            let sql = "INSERT INTO coming (packet, place, bytes, at) VALUES (?, ?, ?, ?)";
            run(connection, sql, &[&packet, &place, &bytes, &now.to_string()])?;
            Ok(())
        })
    }

    /// Forgets the pieces of a packet: it was read, or cannot be.
    pub fn forget_pieces(&self, packet: Digest) -> Result<(), VaultError> {
        run(&self.connection, "DELETE FROM coming WHERE packet = ?", &[&blob(&packet)])?;
        Ok(())
    }

    /// Remembers a folder that packets were exchanged by.
    pub fn know_folder(&self, path: &str, now: Timestamp) -> Result<(), VaultError> {
        let sql = "INSERT INTO known_folder (path, used) VALUES (?, ?)
                   ON CONFLICT DO UPDATE SET used = excluded.used";
        run(&self.connection, sql, &[&path, &now.to_string()])?;
        Ok(())
    }

    /// Folders that packets were exchanged by, the one used last first.
    pub fn known_folders(&self) -> Result<Vec<String>, VaultError> {
        let sql = "SELECT path FROM known_folder ORDER BY used DESC, path";
        all(&self.connection, sql, &[], |row| Ok(row.get("path")?))
    }
}
