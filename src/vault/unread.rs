//! Packets that lie at the relay and could not be read: tried again when other people are in force or the program is
//! another, for nothing else can mend them.

use crate::domain::ids::Digest;
use crate::domain::time::Timestamp;
use crate::vault::error::VaultError;
use crate::vault::rows::{blob, first, run};
use crate::vault::unlock::Vault;

/// The version of this program.
const PROGRAM: &str = env!("CARGO_PKG_VERSION");

impl Vault {
    /// Remembers that a packet could not be read, and why, and forgets what came of it.
    pub fn could_not_read(&self, packet: Digest, why: &str, now: Timestamp) -> Result<(), VaultError> {
        let (epoch, amendments) = self.people_known()?;
        let sql = "INSERT OR REPLACE INTO unread (packet, why, epoch, amendments, program, at) VALUES (?, ?, ?, ?, ?, ?)";
        run(&self.connection, sql, &[&blob(&packet), &why, &epoch, &amendments, &PROGRAM, &now.to_string()])?;
        // Power fails before this line: the pieces take room until the packet is tried again.
        self.forget_pieces(packet)
    }

    /// Why a packet could not be read, if trying again would come to the same.
    pub fn still_unread(&self, packet: Digest) -> Result<Option<String>, VaultError> {
        let (epoch, amendments) = self.people_known()?;
        let sql = "SELECT why FROM unread WHERE packet = ? AND epoch = ? AND amendments = ? AND program = ?";
        first(&self.connection, sql, &[&blob(&packet), &epoch, &amendments, &PROGRAM], |row| {
            Ok(row.get("why")?)
        })
    }

    /// What tells one state of the people in force from another: the epoch of the roster, and how many words amend it.
    fn people_known(&self) -> Result<(i64, i64), VaultError> {
        let epoch = self.roster()?.map_or(0, |roster| i64::from(roster.epoch()));
        let sql = "SELECT count(*) FROM amendment";
        let amendments = first(&self.connection, sql, &[], |row| Ok(row.get::<_, i64>(0)?))?;
        Ok((epoch, amendments.unwrap_or(0)))
    }
}
