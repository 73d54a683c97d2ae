//! The roster in force.

use std::sync::OnceLock;

use crate::domain::time::Timestamp;
use crate::vault::error::VaultError;
use crate::vault::rows::{first, run};
use crate::vault::unlock::Vault;
use crate::wire::roster::Roster;

impl Vault {
    /// Puts a roster in force, if it is newer than the one held.
    ///
    /// # Errors
    /// `OlderRoster` for an epoch no higher than the one in force; the very same roster again is no error.
    pub fn install_roster(&mut self, roster: &Roster, now: Timestamp) -> Result<(), VaultError> {
        if let Some(held) = self.roster()? {
            if held.bytes() == roster.bytes() {
                return Ok(());
            }
            if roster.epoch() <= held.epoch() {
                return Err(VaultError::OlderRoster { held: held.epoch() });
            }
        }
        self.together(|connection, _| {
            run(
                connection,
                "INSERT INTO roster (epoch, bytes, installed) VALUES (?, ?, ?)",
                &[&roster.epoch(), &roster.bytes(), &now.to_string()],
            )?;
            for member in roster.active() {
                let sql = "INSERT OR IGNORE INTO named (member, since) VALUES (?, ?)";
                run(connection, sql, &[&member.id().as_bytes(), &now.to_string()])?;
            }
            Ok(())
        })?;
        self.in_force = OnceLock::new();
        Ok(())
    }

    /// The roster in force with everything that amends it: the people in force. Its signatures are checked once more when
    /// it is first asked for; that takes long in a large realm, and every desk asks with every step.
    pub fn roster(&self) -> Result<Option<Roster>, VaultError> {
        if let Some(roster) = self.in_force.get() {
            return Ok(Some(roster.clone()));
        }
        let newest = "SELECT bytes FROM roster ORDER BY epoch DESC LIMIT 1";
        let bytes: Option<Vec<u8>> = first(&self.connection, newest, &[], |row| Ok(row.get(0)?))?;
        let Some(bytes) = bytes else { return Ok(None) };
        let roster = self.amended(Roster::read(&bytes, &self.profile().realm)?)?;
        Ok(Some(self.in_force.get_or_init(|| roster).clone()))
    }
}
