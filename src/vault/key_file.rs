//! The key file, and how often somebody may try.
//!
//! ```text
//!   vault.key.age     32 random bytes, sealed with the passphrase
//!   vault.attempts    how many wrong passphrases in a row, and when the last was
//! ```

use std::fs;
use std::io::Write;
use std::path::Path;

use crate::crypto::passphrase::{PassphraseError, WorkFactor, open_with_passphrase, seal_with_passphrase};
use crate::crypto::secret::{Passphrase, Secret32};
use crate::domain::time::Timestamp;
use crate::vault::error::VaultError;

/// The key, sealed.
pub(crate) const KEY_FILE: &str = "vault.key.age";
const ATTEMPTS_FILE: &str = "vault.attempts";
/// A key file is a few hundred bytes.
const MOST: u64 = 64 << 10;
/// Wrong passphrases that cost no wait: a slip of tired fingers.
const FREE_ATTEMPTS: u32 = 3;
/// The longest wait, in seconds.
const LONGEST_WAIT: u32 = 900;

/// Writes a new key file, durably, and gives back the key.
pub(crate) fn create(home: &Path, passphrase: &Passphrase, work: WorkFactor) -> Result<Secret32, VaultError> {
    let key = Secret32::random().map_err(|dice| VaultError::Passphrase(dice.into()))?;
    let sealed = seal_with_passphrase(key.expose(), passphrase, work).map_err(VaultError::Passphrase)?;
    write_durably(home, KEY_FILE, &sealed)?;
    Ok(key)
}

/// Opens the key file, unless too many wrong passphrases came before.
///
/// Throttling holds back somebody who tries at this keyboard. Somebody who copies the files is held back by the
/// passphrase function alone.
pub(crate) fn open(home: &Path, passphrase: &Passphrase, now: Timestamp) -> Result<Secret32, VaultError> {
    let path = home.join(KEY_FILE);
    let size = fs::metadata(&path).map_err(|_| VaultError::NoVault)?.len();
    if size > MOST {
        return Err(VaultError::KeyFileDamaged);
    }
    let sealed = fs::read(&path)?;
    let wrong_so_far = Attempts::read(home);
    let wait = wrong_so_far.wait(now);
    if wait > 0 {
        return Err(VaultError::Throttled { seconds: wait });
    }
    match open_with_passphrase(&sealed, passphrase, 32) {
        Ok(secret) => {
            let mut key: [u8; 32] = secret.expose().try_into().map_err(|_| VaultError::KeyFileDamaged)?;
            if wrong_so_far.count > 0 {
                fs::remove_file(home.join(ATTEMPTS_FILE))?;
            }
            Ok(Secret32::taken_from(&mut key))
        }
        Err(PassphraseError::WrongPassphrase) => {
            // A read-only folder cannot count; the wrong passphrase is the news either way.
            let counted =
                Attempts { count: wrong_so_far.count.saturating_add(1), last: Some(now) }.write(home);
            counted.or(Ok(())).and(Err(VaultError::WrongPassphrase))
        }
        Err(PassphraseError::Damaged | PassphraseError::NotByPassphrase | PassphraseError::TooLarge) => {
            Err(VaultError::KeyFileDamaged)
        }
        Err(other) => Err(VaultError::Passphrase(other)),
    }
}

/// Wrong passphrases in a row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Attempts {
    count: u32,
    last: Option<Timestamp>,
}

impl Attempts {
    fn read(home: &Path) -> Self {
        let text = fs::read_to_string(home.join(ATTEMPTS_FILE)).unwrap_or_default();
        let mut words = text.split_whitespace();
        let count = words.next().and_then(|word| word.parse().ok()).unwrap_or(0);
        Self { count, last: words.next().and_then(|word| Timestamp::parse(word).ok()) }
    }

    fn write(self, home: &Path) -> Result<(), VaultError> {
        let last = self.last.map(|at| at.to_string()).unwrap_or_default();
        write_durably(home, ATTEMPTS_FILE, format!("{} {last}\n", self.count).as_bytes())
    }

    /// Seconds still to wait: none for the first three, then 5, 10, 20 … up to a quarter of an hour. A clock that was
    /// set back does not lengthen the wait beyond that.
    fn wait(self, now: Timestamp) -> u32 {
        let (Some(last), Some(extra)) = (self.last, self.count.checked_sub(FREE_ATTEMPTS)) else { return 0 };
        let whole = 5_u32.saturating_mul(1 << extra.min(10)).min(LONGEST_WAIT);
        let passed = u32::try_from(now.seconds_since(last).max(0)).unwrap_or(u32::MAX);
        whole.saturating_sub(passed)
    }
}

/// Writes beside, syncs, renames, syncs the folder: afterwards the old bytes or the new ones are there, never a mix.
pub(crate) fn write_durably(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), VaultError> {
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    // Power fails before the rename: the old file stands, the temporary one is swept up by whoever cleans the folder.
    file.persist(folder.join(name)).map_err(|failed| VaultError::from(failed.error))?;
    fs::File::open(folder)?.sync_all()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: u32) -> Timestamp {
        Timestamp::parse(&format!("2026-11-21T14:{:02}:{:02}Z", second / 60, second % 60)).unwrap()
    }

    #[test]
    fn waits_grow_and_end() {
        let wrong = |count| Attempts { count, last: Some(at(0)) };
        assert_eq!(wrong(2).wait(at(0)), 0);
        assert_eq!(wrong(3).wait(at(0)), 5);
        assert_eq!(wrong(5).wait(at(8)), 12);
        assert_eq!(wrong(40).wait(at(0)), LONGEST_WAIT);
        assert_eq!(wrong(40).wait(at(900)), 0);
    }

    #[test]
    fn a_clock_set_back_waits_no_longer_than_the_longest_wait() {
        let wrong = Attempts { count: 4, last: Some(at(600)) };
        assert_eq!(wrong.wait(at(0)), 10);
    }
}
