//! Making, opening and locking a vault.
//!
//! To lock is to drop: the keys of the profile clear themselves, SQLCipher clears its own when the database is closed, the
//! lock file is let go. Text that was read from the vault and is held elsewhere is its holder's to let go.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use rusqlite::Connection;

use crate::crypto::passphrase::WorkFactor;
use crate::crypto::secret::Passphrase;
use crate::domain::time::Timestamp;
use crate::vault::connection;
use crate::vault::error::VaultError;
use crate::vault::home::{DATABASE, Hold, KEY_FILE, lock, sweep};
use crate::vault::key_file;
use crate::vault::profile::{NewProfile, Profile};
use crate::wire::roster::Roster;

/// An open vault. One program at a time holds it. It may be opened on one thread and used on another.
pub struct Vault {
    pub(crate) connection: Connection,
    profile: Arc<Profile>,
    home: PathBuf,
    /// The roster in force, once it was read and its signatures were checked. Nobody else can change it meanwhile: one
    /// program at a time holds the vault.
    pub(crate) in_force: OnceLock<Roster>,
    _hold: Hold,
}

impl Vault {
    /// Makes a vault in `home` for a new profile.
    ///
    /// # Errors
    /// `AlreadyThere` if there is one; nothing is changed then.
    pub fn create(
        home: &Path,
        passphrase: &Passphrase,
        work: WorkFactor,
        new: NewProfile,
        now: Timestamp,
    ) -> Result<Self, VaultError> {
        fs::create_dir_all(home)?;
        restrict(home)?;
        let hold = lock(home)?;
        match Self::is_in(home) {
            Err(VaultError::NoVault) => sweep(home),
            Ok(()) => return Err(VaultError::AlreadyThere),
            Err(other) => return Err(other),
        }
        let key = key_file::create(home, passphrase, work)?;
        // Power fails here: a key file without a database. Opening refuses it, and nothing was in it yet.
        let connection = connection::open(&home.join(DATABASE), &key, true)?;
        let profile = Arc::new(new.store(&connection, now)?);
        Ok(Self { connection, profile, home: home.to_owned(), in_force: OnceLock::new(), _hold: hold })
    }

    /// That there is a vault in `home`, so that nobody is asked for a passphrase that could open nothing.
    ///
    /// # Errors
    /// `NoVault` where there is none, `KeyGone` where there is one without its key.
    pub fn is_in(home: &Path) -> Result<(), VaultError> {
        match (home.join(KEY_FILE).is_file(), home.join(DATABASE).exists()) {
            (true, _) => Ok(()),
            (false, true) => Err(VaultError::KeyGone),
            (false, false) => Err(VaultError::NoVault),
        }
    }

    /// Opens the vault in `home`. Takes as long as the passphrase function does.
    ///
    /// # Errors
    /// `Throttled` when the passphrase was not even tried, `WrongPassphrase` when it was; both say when the next one is.
    pub fn unlock(home: &Path, passphrase: &Passphrase, now: Timestamp) -> Result<Self, VaultError> {
        Self::is_in(home)?;
        let hold = lock(home)?;
        sweep(home);
        let key = key_file::open(home, passphrase, now)?;
        let connection = connection::open(&home.join(DATABASE), &key, false)?;
        let profile = Arc::new(Profile::load(&connection)?);
        Ok(Self { connection, profile, home: home.to_owned(), in_force: OnceLock::new(), _hold: hold })
    }

    /// Until when no passphrase is tried, after too many wrong ones; nothing when the next is tried at once.
    pub fn closed_until(home: &Path, now: Timestamp) -> Option<Timestamp> {
        key_file::closed_until(home, now)
    }

    /// The folder it lies in: what to wipe, once it is dropped.
    pub fn home(&self) -> &Path {
        &self.home
    }

    /// How many rows were written since the vault was opened. One program at a time holds it: while that stays the same,
    /// so does everything in it.
    pub fn changes(&self) -> u64 {
        self.connection.total_changes()
    }

    /// Who this vault belongs to.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The same, for a thread that opens packets while this one stores. Its keys are cleared when the last hand lets go:
    /// whoever takes this ends before the vault is locked.
    pub fn shared_profile(&self) -> Arc<Profile> {
        Arc::clone(&self.profile)
    }

    /// Puts another passphrase in the place of the old one. Takes as long as opening three times.
    ///
    /// # Errors
    /// Those of [`Vault::unlock`] for the old one, `TooShort` for the new one. The old one opens the vault then.
    pub fn change_passphrase(
        &self,
        old: &Passphrase,
        new: &Passphrase,
        work: WorkFactor,
        now: Timestamp,
    ) -> Result<(), VaultError> {
        key_file::rewrap(&self.home, old, new, work, now)
    }

    /// Checks every page and every reference.
    pub fn check(&self) -> Result<(), VaultError> {
        connection::check(&self.connection)
    }

    /// Does many things in one transaction: when this returns, all of it lasts, or nothing of it happened. To sync the
    /// disk costs as much as to store thirty packets.
    ///
    /// # Errors
    /// Whatever the act fails with, or `VaultError` when the whole cannot be kept.
    pub fn as_one<T, E: From<VaultError>>(
        &mut self,
        act: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        self.connection.execute_batch("BEGIN IMMEDIATE").map_err(VaultError::from)?;
        let outcome = act(self).and_then(|done| {
            // Power fails before this line: nothing of it happened. After it: all of it did.
            self.connection.execute_batch("COMMIT").map_err(VaultError::from)?;
            Ok(done)
        });
        if outcome.is_err() {
            // SQLite may have rolled back by itself, on a full disk for one.
            let _ = self.connection.execute_batch("ROLLBACK");
            // Whoever was put in force by it is not.
            self.in_force = OnceLock::new();
        }
        outcome
    }

    /// Tries one thing among others: where it fails nothing of it happened, and what was done before it stands.
    ///
    /// # Errors
    /// Whatever the act fails with.
    pub fn apart<T, E: From<VaultError>>(
        &mut self,
        act: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        let people = self.in_force.get().cloned();
        self.connection.execute_batch("SAVEPOINT apart").map_err(VaultError::from)?;
        let outcome = act(self).and_then(|done| {
            self.connection.execute_batch("RELEASE apart").map_err(VaultError::from)?;
            Ok(done)
        });
        if outcome.is_err() {
            // On a full disk SQLite may have rolled back everything by itself; then whoever called fails as well.
            let _ = self.connection.execute_batch("ROLLBACK TO apart; RELEASE apart");
            // Whoever was put in force by it is not; whoever was before it still is.
            self.in_force = people.map_or_else(OnceLock::new, OnceLock::from);
        }
        outcome
    }

    /// Does several things at once or not at all; within [`Vault::as_one`] they last when the whole does.
    pub(crate) fn together<T>(
        &mut self,
        act: impl FnOnce(&Connection, &Profile) -> Result<T, VaultError>,
    ) -> Result<T, VaultError> {
        if !self.connection.is_autocommit() {
            let part = self.connection.savepoint()?;
            let outcome = act(&part, &self.profile)?;
            part.commit()?;
            return Ok(outcome);
        }
        let transaction = self.connection.transaction()?;
        let outcome = act(&transaction, &self.profile)?;
        // Power fails before this line: nothing of it happened. After it: all of it did.
        transaction.commit()?;
        Ok(outcome)
    }
}

/// Nobody else on a shared machine needs to look into this folder.
#[cfg(unix)]
fn restrict(home: &Path) -> Result<(), VaultError> {
    use std::os::unix::fs::PermissionsExt;
    Ok(fs::set_permissions(home, fs::Permissions::from_mode(0o700))?)
}

#[cfg(not(unix))]
fn restrict(_: &Path) -> Result<(), VaultError> {
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_vault_may_be_opened_on_another_thread_than_the_one_that_uses_it() {
        fn moves<T: Send>() {}
        moves::<super::Vault>();
        moves::<Result<super::Vault, super::VaultError>>();
    }
}
