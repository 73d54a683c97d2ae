//! The folder of a vault: which files are its own, and how they are written and destroyed.
//!
//! ```text
//!   vault.key.age   the key, sealed        vault.db (-wal, -shm)   everything        vault.lock   who has it open
//!   vault.attempts  wrong passphrases      .vault-….part           what was being written when power failed
//! ```

use std::fs::{self, File, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::vault::error::VaultError;

/// The key, sealed.
pub(crate) const KEY_FILE: &str = "vault.key.age";
/// Everything else, encrypted.
pub(crate) const DATABASE: &str = "vault.db";
/// Held by whoever has the vault open.
pub(crate) const LOCK: &str = "vault.lock";
/// What the names of a vault's own files begin with: those that last, and those that are written beside first.
const LASTING: &str = "vault.";
const BESIDE: &str = ".vault-";

/// A vault taken for this program alone, until this is dropped; the operating system lets go of it when the program ends,
/// however.
pub(crate) struct Hold(File);

impl Drop for Hold {
    fn drop(&mut self) {
        // Closing is not enough: a program that is being started by this one at this instant still has the file, and would
        // hold the vault until it runs. Where letting go fails, closing does it in the end.
        let _ = self.0.unlock();
    }
}

/// Takes the vault for this program alone.
pub(crate) fn lock(home: &Path) -> Result<Hold, VaultError> {
    let file = File::options().create(true).truncate(false).write(true).open(home.join(LOCK))?;
    match file.try_lock() {
        Ok(()) => Ok(Hold(file)),
        Err(TryLockError::WouldBlock) => Err(VaultError::InUse),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

/// A file beside, synced, that is not yet what it is to become.
pub(crate) fn written_beside(home: &Path, bytes: &[u8]) -> Result<tempfile::NamedTempFile, VaultError> {
    let mut file = tempfile::Builder::new().prefix(BESIDE).suffix(".part").tempfile_in(home)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Writes beside, syncs, renames, syncs the folder: afterwards the old bytes or the new ones are there, never a mix.
pub(crate) fn write_durably(home: &Path, name: &str, bytes: &[u8]) -> Result<(), VaultError> {
    let file = written_beside(home, bytes)?;
    // Power fails before the rename: the old file stands, and the next opening sweeps the one beside away.
    file.persist(home.join(name)).map_err(|failed| VaultError::from(failed.error))?;
    sync(home)
}

/// Removes what an interrupted write left behind; it may hold a sealed key.
pub(crate) fn sweep(home: &Path) {
    for file in own_files(home).unwrap_or_default() {
        if may_hold_the_key(&file) && !file.ends_with(KEY_FILE) {
            // It is in nobody's way; the next opening tries again.
            let _ = destroy(&file);
        }
    }
}

/// Whether a file is the sealed key, or was to become one.
pub(crate) fn may_hold_the_key(file: &Path) -> bool {
    file.ends_with(KEY_FILE) || named(file).is_some_and(|name| name.starts_with(BESIDE))
}

/// The files of a vault, whichever are there.
pub(crate) fn own_files(home: &Path) -> Result<Vec<PathBuf>, VaultError> {
    let mut files = Vec::new();
    for entry in fs::read_dir(home).map_err(|_| VaultError::NoVault)? {
        let file = entry?.path();
        if named(&file).is_some_and(|name| name.starts_with(LASTING) || name.starts_with(BESIDE)) {
            files.push(file);
        }
    }
    Ok(files)
}

fn named(file: &Path) -> Option<&str> {
    file.file_name()?.to_str()
}

/// Overwrites where it lies and unlinks; tells whether the name is gone too. Overwriting helps on some disks and harms on
/// none.
///
/// # Errors
/// When neither was possible: the bytes are still there.
pub(crate) fn destroy(file: &Path) -> Result<bool, VaultError> {
    let opened = File::options().write(true).open(file).map_err(VaultError::from);
    let overwritten = opened.and_then(|mut open| zeroes(&mut open)).is_ok();
    match fs::remove_file(file) {
        Ok(()) => Ok(true),
        Err(_) if overwritten => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Writes zeroes over the whole of a small file, in place, durably.
pub(crate) fn zeroes(file: &mut File) -> Result<(), VaultError> {
    let size = file.metadata()?.len().min(1 << 20);
    file.write_all(&vec![0; usize::try_from(size).unwrap_or(0)])?;
    Ok(file.sync_all()?)
}

/// Makes names last.
#[cfg(unix)]
pub(crate) fn sync(home: &Path) -> Result<(), VaultError> {
    Ok(File::open(home)?.sync_all()?)
}

#[cfg(not(unix))]
pub(crate) fn sync(_: &Path) -> Result<(), VaultError> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vault_that_is_let_go_of_is_free_though_a_program_just_started_still_has_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let hold = lock(folder.path()).unwrap();
        assert!(matches!(lock(folder.path()), Err(VaultError::InUse)));
        // What a program has that is being started at this instant: the same open file, under another number.
        let inherited = hold.0.try_clone().unwrap();
        drop(hold);
        let again = lock(folder.path());
        assert!(again.is_ok());
        drop(inherited);
        assert!(matches!(lock(folder.path()), Err(VaultError::InUse)), "and it is held by one at a time");
    }
}
