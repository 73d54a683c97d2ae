//! The relay's own secrets: one key that signs receipts, one that proves in TLS that this is the relay.
//!
//! They lie unsealed in one file, because a relay starts without anybody near it. Neither opens a packet: a thief of
//! this file can pretend to be the relay until the authorities revoke it, and can read nothing.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::crypto::dice::DiceError;
use crate::crypto::secret::Secret32;
use crate::crypto::signing::SigningKey;
use crate::crypto::transport::TransportKey;

/// How the file begins; two secrets of 32 bytes follow.
const HEAD: &[u8] = b"vigilia-relay-keys-1\n";
const LENGTH: usize = HEAD.len() + 64;

/// The relay's keys.
pub struct RelayKeys {
    /// Signs receipts.
    pub signing: SigningKey,
    /// Proves in a handshake that this is the relay.
    pub transport: TransportKey,
}

/// Why the keys cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// The file cannot be read or written.
    #[error("the key file {} cannot be used: {why}", file.display())]
    File {
        /// Which file.
        file: PathBuf,
        /// What the system said.
        why: std::io::Error,
    },
    /// Others may read it.
    #[error(
        "the key file {} can be read by others; the relay was not started: allow it to its owner alone (chmod 600), \
         and if others may have read it, have the authorities revoke these keys",
        file.display()
    )]
    Exposed {
        /// Which file.
        file: PathBuf,
    },
    /// Something else, or cut off.
    #[error("{} is not a relay's key file, or it is damaged; nothing was changed", file.display())]
    Malformed {
        /// Which file.
        file: PathBuf,
    },
    /// No randomness.
    #[error(transparent)]
    Dice(#[from] DiceError),
}

impl RelayKeys {
    /// New keys.
    ///
    /// # Errors
    /// [`DiceError`] when the system's generator does not answer.
    pub fn generate() -> Result<Self, DiceError> {
        Ok(Self { signing: SigningKey::generate()?, transport: TransportKey::generate()? })
    }

    /// Writes the file for its owner alone. A file that is there already is never replaced.
    pub fn store(&self, file: &Path) -> Result<(), KeyFileError> {
        let failed = |why| KeyFileError::File { file: file.to_owned(), why };
        let folder = match file.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        // Such a file is made with mode 0600, so the secrets are never readable by others, not even for a moment.
        let mut beside = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
        let written = beside
            .write_all(HEAD)
            .and_then(|()| beside.write_all(self.signing.expose_secret()))
            .and_then(|()| beside.write_all(self.transport.expose_secret()))
            .and_then(|()| beside.as_file().sync_all());
        written.map_err(failed)?;
        // Power may fail here: there is no key file, or a whole one.
        beside.persist_noclobber(file).map_err(|error| failed(error.error))?;
        sync_folder(folder).map_err(failed)
    }

    /// Reads the file, and refuses one that others may read.
    pub fn read(file: &Path) -> Result<Self, KeyFileError> {
        let failed = |why| KeyFileError::File { file: file.to_owned(), why };
        let opened = File::open(file).map_err(failed)?;
        if is_exposed(&opened.metadata().map_err(failed)?) {
            return Err(KeyFileError::Exposed { file: file.to_owned() });
        }
        // Room for all of it at once, so that growing leaves no copy behind.
        let mut bytes = Zeroizing::new(Vec::with_capacity(LENGTH + 1));
        opened.take(LENGTH as u64 + 1).read_to_end(&mut bytes).map_err(failed)?;
        Self::from_bytes(&bytes).ok_or_else(|| KeyFileError::Malformed { file: file.to_owned() })
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (signing, transport) = bytes.strip_prefix(HEAD)?.split_at_checked(32)?;
        let mut signing: [u8; 32] = signing.try_into().ok()?;
        let signing = SigningKey::from_secret(Secret32::taken_from(&mut signing));
        let mut transport: [u8; 32] = transport.try_into().ok()?;
        let transport = TransportKey::from_secret(Secret32::taken_from(&mut transport));
        Some(Self { signing, transport })
    }
}

#[cfg(unix)]
fn is_exposed(about: &fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    about.permissions().mode() & 0o077 != 0
}

/// Elsewhere the folder's own rules hold; there is no mode to look at.
#[cfg(not(unix))]
fn is_exposed(_: &fs::Metadata) -> bool {
    false
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> std::io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_keys_are_the_same_keys_again() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("relay.keys");
        let keys = RelayKeys::generate().unwrap();
        keys.store(&file).unwrap();
        let again = RelayKeys::read(&file).unwrap();
        assert_eq!(again.signing.verifying_key(), keys.signing.verifying_key());
        assert_eq!(again.transport.public(), keys.transport.public());
        assert_ne!(keys.signing.expose_secret(), keys.transport.expose_secret());
    }

    #[test]
    fn a_key_file_is_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("relay.keys");
        let first = RelayKeys::generate().unwrap();
        first.store(&file).unwrap();
        assert!(RelayKeys::generate().unwrap().store(&file).is_err());
        let kept = RelayKeys::read(&file).unwrap();
        assert_eq!(kept.signing.verifying_key(), first.signing.verifying_key());
    }

    #[cfg(unix)]
    #[test]
    fn a_key_file_that_others_may_read_is_refused() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("relay.keys");
        RelayKeys::generate().unwrap().store(&file).unwrap();
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        for mode in [0o640, 0o604, 0o660] {
            fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
            assert!(matches!(RelayKeys::read(&file), Err(KeyFileError::Exposed { .. })), "{mode:o}");
        }
    }

    #[test]
    fn a_damaged_key_file_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("relay.keys");
        RelayKeys::generate().unwrap().store(&file).unwrap();
        let good = fs::read(&file).unwrap();
        for bad in [&good[..good.len() - 1], &[good.as_slice(), b"\n"].concat(), &good[1..], b""] {
            fs::write(&file, bad).unwrap();
            assert!(matches!(RelayKeys::read(&file), Err(KeyFileError::Malformed { .. })), "{}", bad.len());
        }
    }
}
