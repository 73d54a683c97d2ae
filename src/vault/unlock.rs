//! Making, opening and destroying a vault.

use std::fs::{self, File, TryLockError};
use std::path::Path;

use rusqlite::Connection;

use crate::crypto::passphrase::WorkFactor;
use crate::crypto::secret::Passphrase;
use crate::domain::time::Timestamp;
use crate::vault::connection;
use crate::vault::error::VaultError;
use crate::vault::key_file::{self, KEY_FILE};
use crate::vault::profile::{NewProfile, Profile};

const DATABASE: &str = "vault.db";
const LOCK: &str = "vault.lock";

/// An open vault. One program at a time holds it.
pub struct Vault {
    pub(crate) connection: Connection,
    profile: Profile,
    // Held for as long as the vault is open; the operating system lets go of it when the program ends, however.
    _lock: File,
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
        let lock = lock(home)?;
        if home.join(KEY_FILE).exists() || home.join(DATABASE).exists() {
            return Err(VaultError::AlreadyThere);
        }
        let key = key_file::create(home, passphrase, work)?;
        // Power fails here: a key file without a database. Opening refuses it, and nothing was in it yet.
        let connection = connection::open(&home.join(DATABASE), &key, true)?;
        let profile = new.store(&connection, now)?;
        Ok(Self { connection, profile, _lock: lock })
    }

    /// Whether there is a vault in `home`, so that nobody is asked for a passphrase that could open nothing.
    pub fn is_in(home: &Path) -> bool {
        home.join(KEY_FILE).is_file()
    }

    /// Opens the vault in `home`.
    pub fn unlock(home: &Path, passphrase: &Passphrase, now: Timestamp) -> Result<Self, VaultError> {
        if !Self::is_in(home) {
            return Err(VaultError::NoVault);
        }
        let lock = lock(home)?;
        let key = key_file::open(home, passphrase, now)?;
        let connection = connection::open(&home.join(DATABASE), &key, false)?;
        let profile = Profile::load(&connection)?;
        Ok(Self { connection, profile, _lock: lock })
    }

    /// Who this vault belongs to.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// Checks every page and every reference.
    pub fn check(&self) -> Result<(), VaultError> {
        connection::check(&self.connection)
    }

    /// Does several things at once or not at all.
    pub(crate) fn together<T>(
        &mut self,
        act: impl FnOnce(&Connection, &Profile) -> Result<T, VaultError>,
    ) -> Result<T, VaultError> {
        let transaction = self.connection.transaction()?;
        let outcome = act(&transaction, &self.profile)?;
        // Power fails before this line: nothing of it happened. After it: all of it did.
        transaction.commit()?;
        Ok(outcome)
    }
}

/// Destroys the vault in `home`: the key file first, after which nothing else can ever be read.
pub fn wipe(home: &Path) -> Result<(), VaultError> {
    let path = home.join(KEY_FILE);
    let size = fs::metadata(&path).map_err(|_| VaultError::NoVault)?.len();
    // Overwriting helps on some disks and harms on none; what counts is that the file is gone and that is durable.
    let zeros = vec![0; usize::try_from(size.min(1 << 20)).unwrap_or(0)];
    fs::write(&path, zeros)?;
    File::open(&path)?.sync_all()?;
    fs::remove_file(&path)?;
    File::open(home)?.sync_all()?;
    for name in [DATABASE, "vault.db-wal", "vault.db-shm", "vault.attempts", LOCK] {
        // Without the key these are noise; a leftover harms nobody.
        let _ = fs::remove_file(home.join(name));
    }
    Ok(())
}

fn lock(home: &Path) -> Result<File, VaultError> {
    let file = File::options().create(true).truncate(false).write(true).open(home.join(LOCK))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(VaultError::InUse),
        Err(TryLockError::Error(error)) => Err(error.into()),
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
