//! Destroying a vault, in less time than it takes to read this line.
//!
//! ```text
//!  key file ─ overwrite in place ─ sync ─ unlink ─ sync the folder ─┐ from here on nothing can be read
//!                                                                   └─▶ database, its log, everything else ─ unlink
//! ```
//!
//! It asks for no passphrase: whoever must wipe may have no time, and whoever could wipe a stolen vault could as well
//! throw the device into a river. Power may fail at any line: after the first sync the vault opens for nobody, says so,
//! and wiping once more finishes.
//!
//! What it cannot promise: a flash disk keeps old cells that no program can overwrite, and memory may have gone to swap.
//! Somebody who reads those cells may find the sealed key again. He then still needs the passphrase, at the cost of the
//! passphrase function for each guess; and he finds a database that was unlinked, not overwritten.

use std::fs;
use std::path::Path;

use crate::vault::error::VaultError;
use crate::vault::home::{KEY_FILE, LOCK, destroy, lock, may_hold_the_key, own_files, sync};
use crate::vault::rows::first;
use crate::vault::unlock::Vault;

/// What would be lost with this vault, because nobody else has it yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Unsent {
    /// Reports filed here that were handed to no road yet.
    pub reports: u32,
    /// Drafts.
    pub drafts: u32,
    /// Packets made here that were handed to no road yet.
    pub packets: u32,
}

/// What a wipe came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wiped {
    /// Another window has the vault open and still shows what it has read: it must be closed.
    pub open_elsewhere: bool,
}

impl Vault {
    /// What nobody else has yet.
    pub fn unsent(&self) -> Result<Unsent, VaultError> {
        let sql = "SELECT (SELECT count(*) FROM report r WHERE author = ?1
                              AND NOT EXISTS (SELECT 1 FROM accepted WHERE digest = r.statement)
                              AND NOT EXISTS (SELECT 1 FROM rides p JOIN carried c ON c.packet = p.packet
                                               WHERE p.item = r.statement)) AS reports,
                          (SELECT count(*) FROM draft) AS drafts,
                          (SELECT count(*) FROM packet p
                            WHERE NOT EXISTS (SELECT 1 FROM carried WHERE packet = p.digest)) AS packets";
        let found = first(&self.connection, sql, &[&self.profile().me.as_bytes()], |row| {
            Ok(Unsent {
                reports: row.get("reports")?,
                drafts: row.get("drafts")?,
                packets: row.get("packets")?,
            })
        })?;
        Ok(found.unwrap_or_default())
    }
}

/// Destroys the vault in `home`, open or locked, whole or half wiped. Files that are not a vault's own are left alone.
///
/// # Errors
/// `NoVault` when there is nothing of a vault. `WipeUnfinished` when the key is gone and some file could not be removed.
/// Anything else: the key could not be destroyed.
pub fn wipe(home: &Path) -> Result<Wiped, VaultError> {
    let files = own_files(home)?;
    if files.is_empty() {
        return Err(VaultError::NoVault);
    }
    let open_elsewhere = matches!(lock(home), Err(VaultError::InUse));
    // The key itself, then whatever was written beside to become a key file and did not.
    let (mut keys, rest): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| may_hold_the_key(file));
    keys.sort_by_key(|file| !file.ends_with(KEY_FILE));
    let mut left = 0;
    for file in &keys {
        left += usize::from(!destroy(file)?);
    }
    sync(home)?;
    // Power fails here: what is left is noise without the key.
    for file in rest.iter().chain([&home.join(LOCK)]) {
        left += usize::from(fs::remove_file(file).is_err() && file.exists());
    }
    sync(home)?;
    if left == 0 { Ok(Wiped { open_elsewhere }) } else { Err(VaultError::WipeUnfinished) }
}
