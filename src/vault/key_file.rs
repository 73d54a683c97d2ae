//! The key file, and how often somebody may try.
//!
//! ```text
//!   vault.key.age     32 random bytes, sealed with the passphrase
//!   vault.attempts    how many wrong passphrases in a row, and when the last was
//! ```

use std::fs;
use std::path::Path;

use chrono::TimeDelta;

use crate::crypto::passphrase::{PassphraseError, WorkFactor, open_with_passphrase, seal_with_passphrase};
use crate::crypto::secret::{Passphrase, Secret32};
use crate::domain::time::Timestamp;
use crate::vault::error::VaultError;
#[cfg(unix)]
use crate::vault::home::zeroes;
use crate::vault::home::{KEY_FILE, sync, write_durably, written_beside};

const ATTEMPTS_FILE: &str = "vault.attempts";
/// A key file is a few hundred bytes.
const MOST: u64 = 64 << 10;
/// Wrong passphrases that cost no wait: a slip of tired fingers.
const FREE_ATTEMPTS: u32 = 3;
/// The longest wait, in seconds. It leaves somebody at this keyboard 1,440 guesses a day, of which a passphrase of twelve
/// characters takes no notice, and its owner with cold fingers a minute.
const LONGEST_WAIT: u32 = 60;

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
    if !sealed.is_empty() && sealed.iter().all(|byte| *byte == 0) {
        return Err(VaultError::KeyGone);
    }
    let wrong_so_far = Attempts::read(home).not_after(now, home);
    let seconds = wrong_so_far.wait(now);
    if seconds > 0 {
        return Err(VaultError::Throttled { until: later(now, seconds), seconds });
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
            let counted = Attempts { count: wrong_so_far.count.saturating_add(1), last: Some(now) };
            // A read-only folder cannot count; the wrong passphrase is the news either way.
            let _ = counted.write(home);
            let seconds = counted.wait(now);
            Err(VaultError::WrongPassphrase { until: later(now, seconds), seconds })
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

    /// The same, with a last attempt that lies in the past. After a clock was set back the wait is counted anew from
    /// now: it would last until the clock has caught up otherwise.
    fn not_after(self, now: Timestamp, home: &Path) -> Self {
        if self.last.is_none_or(|last| last <= now) {
            return self;
        }
        let counted = Self { last: Some(now), ..self };
        let _ = counted.write(home);
        counted
    }

    /// Seconds still to wait: none for the first three, then 5, 10, 20, 40, and a minute from there on.
    fn wait(self, now: Timestamp) -> u32 {
        let (Some(last), Some(extra)) = (self.last, self.count.checked_sub(FREE_ATTEMPTS)) else { return 0 };
        let whole = 5_u32.saturating_mul(1 << extra.min(10)).min(LONGEST_WAIT);
        let passed = u32::try_from(now.seconds_since(last).max(0)).unwrap_or(u32::MAX);
        whole.saturating_sub(passed)
    }
}

/// Until when no passphrase is tried, if it is so: what a lock screen shows before anybody types.
pub(crate) fn closed_until(home: &Path, now: Timestamp) -> Option<Timestamp> {
    let seconds = Attempts::read(home).not_after(now, home).wait(now);
    (seconds > 0).then(|| later(now, seconds))
}

fn later(now: Timestamp, seconds: u32) -> Timestamp {
    let instant = now.instant().checked_add_signed(TimeDelta::seconds(i64::from(seconds)));
    instant.map_or(now, Timestamp::new)
}

/// Seals the same key with another passphrase. The new key file is opened once, from the disk, before it takes the place
/// of the old one.
///
/// # Errors
/// `TooShort` for a new passphrase that is too short; otherwise those of [`open`] for the old one. The old key file stands
/// then.
pub(crate) fn rewrap(
    home: &Path,
    old: &Passphrase,
    new: &Passphrase,
    work: WorkFactor,
    now: Timestamp,
) -> Result<(), VaultError> {
    if !new.is_strong_enough() {
        return Err(VaultError::TooShort);
    }
    let key = open(home, old, now)?;
    let sealed = seal_with_passphrase(key.expose(), new, work).map_err(VaultError::Passphrase)?;
    let beside = written_beside(home, &sealed)?;
    let back = open_with_passphrase(&fs::read(beside.path())?, new, 32).map_err(VaultError::Passphrase)?;
    if back.expose() != key.expose() {
        return Err(VaultError::Passphrase(PassphraseError::Failed));
    }
    let path = home.join(KEY_FILE);
    #[cfg(unix)]
    let replaced = fs::File::options().write(true).open(&path);
    // Power fails before this line: the old passphrase opens the vault. After it: the new one does.
    beside.persist(&path).map_err(|failed| VaultError::from(failed.error))?;
    sync(home)?;
    // What the old passphrase opens is overwritten where it lies. A flash disk may keep old cells all the same.
    #[cfg(unix)]
    let _ = replaced.map_err(VaultError::from).and_then(|mut old| zeroes(&mut old));
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
        assert_eq!(wrong(40).wait(at(60)), 0);
    }

    #[test]
    fn after_a_clock_was_set_back_the_wait_ends_all_the_same() {
        let folder = tempfile::tempdir().unwrap();
        Attempts { count: 4, last: Some(at(3_000)) }.write(folder.path()).unwrap();
        let read = |second| Attempts::read(folder.path()).not_after(at(second), folder.path());
        assert_eq!(read(0).wait(at(0)), 10);
        assert_eq!(read(7).wait(at(7)), 3);
        assert_eq!(read(10).wait(at(10)), 0);
    }

    #[test]
    fn a_count_that_was_tampered_with_only_loses_the_slowing() {
        let folder = tempfile::tempdir().unwrap();
        for words in ["", "99999999999999 x", "-4 2026-11-21T14:00:00Z", "12", "\u{0}"] {
            fs::write(folder.path().join(ATTEMPTS_FILE), words).unwrap();
            assert_eq!(Attempts::read(folder.path()).wait(at(0)), 0, "{words:?}");
        }
    }
}
