//! Packets that are made anew, because void keys open those that wait.

use crate::domain::ids::Digest;
use crate::domain::time::Timestamp;
use crate::vault::error::VaultError;
use crate::vault::packets::{WAITS, store_packet};
use crate::vault::rows::{Columns, all, blob, run};
use crate::vault::unlock::Vault;
use crate::vault::void::note_readers;
use crate::wire::packet::Packet;

impl Vault {
    /// Packets to a role that still wait and that void keys open, with what rides in each.
    pub fn to_make_anew(&self) -> Result<Vec<(Digest, Vec<Digest>)>, VaultError> {
        let void = self.void()?;
        if void.packets.is_empty() {
            return Ok(Vec::new());
        }
        let sql = format!("SELECT digest FROM packet p WHERE {WAITS} ORDER BY made, digest");
        let waiting = all(&self.connection, &sql, &[&"relay"], |row| row.digest("digest"))?;
        let fallen = waiting.into_iter().filter(|packet| void.packets.contains(packet));
        fallen
            .map(|packet| {
                let sql = "SELECT item FROM rides WHERE packet = ? ORDER BY rowid";
                Ok((packet, all(&self.connection, sql, &[&blob(&packet)], |row| row.digest("item"))?))
            })
            .collect()
    }

    /// Puts a packet in the place of one that void keys open; that one is offered no more.
    pub fn make_anew(
        &mut self,
        old: Digest,
        new: &Packet,
        riders: &[Digest],
        now: Timestamp,
    ) -> Result<(), VaultError> {
        let people = self.roster()?;
        self.together(|connection, profile| {
            store_packet(connection, profile.me, new, riders, now)?;
            note_readers(connection, people.as_ref(), new)?;
            let sql = "INSERT OR IGNORE INTO lapsed (packet, at) VALUES (?, ?)";
            run(connection, sql, &[&blob(&old), &now.to_string()])?;
            Ok(())
        })
    }
}
