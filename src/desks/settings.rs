//! What somebody chooses for himself at his desk: language, look, lock, passphrase.

use crate::crypto::passphrase::WorkFactor;
use crate::crypto::secret::Passphrase;
use crate::desks::commander::CommanderDesk;
use crate::desks::error::DeskError;
use crate::desks::observer::ObserverDesk;
use crate::domain::time::Timestamp;
use crate::vault::settings::{Setting, Settings};

impl ObserverDesk {
    /// Everything chosen so far.
    pub fn settings(&self) -> Result<Settings, DeskError> {
        Ok(self.vault.settings()?)
    }

    /// Chooses.
    pub fn set(&mut self, setting: Setting) -> Result<(), DeskError> {
        Ok(self.vault.set(setting)?)
    }

    /// Puts another passphrase in the place of the old one. Takes as long as opening three times.
    pub fn change_passphrase(
        &self,
        old: &Passphrase,
        new: &Passphrase,
        work: WorkFactor,
        now: Timestamp,
    ) -> Result<(), DeskError> {
        Ok(self.vault.change_passphrase(old, new, work, now)?)
    }
}

impl CommanderDesk {
    /// Everything chosen so far.
    pub fn settings(&self) -> Result<Settings, DeskError> {
        Ok(self.vault.settings()?)
    }

    /// Chooses.
    pub fn set(&mut self, setting: Setting) -> Result<(), DeskError> {
        Ok(self.vault.set(setting)?)
    }

    /// Puts another passphrase in the place of the old one. Takes as long as opening three times.
    pub fn change_passphrase(
        &self,
        old: &Passphrase,
        new: &Passphrase,
        work: WorkFactor,
        now: Timestamp,
    ) -> Result<(), DeskError> {
        Ok(self.vault.change_passphrase(old, new, work, now)?)
    }
}
