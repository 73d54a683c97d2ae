//! What can go wrong with a vault.

use crate::crypto::passphrase::PassphraseError;
use crate::crypto::secret::Passphrase;
use crate::domain::time::Timestamp;
use crate::wire::realm::RealmError;
use crate::wire::roster::RosterError;
use crate::wire::statement::StatementError;

/// Why a vault cannot be opened, or cannot do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// No vault here.
    #[error(
        "there is no profile in this folder; make one with \"vigilia member request\", or name another with --home"
    )]
    NoVault,
    /// A vault is here already.
    #[error("there is a profile in this folder already; nothing was changed")]
    AlreadyThere,
    /// Another program has it open.
    #[error("this profile is open in another window; close it there first")]
    InUse,
    /// The passphrase does not open it.
    #[error("wrong passphrase; nothing was changed{}", next_try(*seconds))]
    WrongPassphrase {
        /// From when on the next one is tried.
        until: Timestamp,
        /// How long that is from now; zero for a slip or two.
        seconds: u32,
    },
    /// Too many wrong passphrases: this one was not tried.
    #[error("too many wrong passphrases; nothing was changed{}", next_try(*seconds))]
    Throttled {
        /// From when on the next one is tried.
        until: Timestamp,
        /// How long that is from now.
        seconds: u32,
    },
    /// A new passphrase that is too short.
    #[error(
        "this passphrase has fewer than {} characters; the old one still opens the vault: take several words that do not belong together",
        Passphrase::LEAST_CHARACTERS
    )]
    TooShort,
    /// A database without its key.
    #[error(
        "the key of this profile is gone, so nobody can ever read it again; if it was wiped, \"vigilia store wipe\" removes what is left, if not, put back a copy of the whole folder"
    )]
    KeyGone,
    /// The key is destroyed, and something is left.
    #[error(
        "the key is destroyed, so nothing of this profile can ever be read again, but some of its files could not be removed: wipe once more"
    )]
    WipeUnfinished,
    /// The key file is damaged.
    #[error(
        "the key file vault.key.age is damaged; nothing was changed: put back a copy of it, the vault itself may be whole"
    )]
    KeyFileDamaged,
    /// The database is damaged, or is not encrypted with this key.
    #[error(
        "the vault is damaged or does not belong to this key file; nothing was changed: put back a copy of the whole folder"
    )]
    Damaged,
    /// A file that should be encrypted is not.
    #[error("the file vault.db is not encrypted; it was not opened")]
    NotEncrypted,
    /// Made by a newer program.
    #[error(
        "this vault was written by a newer version of the program; nothing was changed: update, then open it again"
    )]
    TooNew,
    /// The disk is full.
    #[error(
        "the disk is full; what was saved before is safe, this was not saved: free some space and try again"
    )]
    DiskFull,
    /// The folder cannot be written.
    #[error(
        "this folder cannot be written; nothing was changed: check who owns it, or name another with --home"
    )]
    ReadOnly,
    /// The operating system refused.
    #[error("the disk could not be read or written ({0}); what was saved before is safe")]
    Disk(std::io::ErrorKind),
    /// The passphrase function failed.
    #[error(transparent)]
    Passphrase(PassphraseError),
    /// Not there.
    #[error("there is no such {0} in this vault")]
    NotFound(&'static str),
    /// Something that contradicts what is here.
    #[error("this contradicts what is in the vault already and was not stored; everything else is safe")]
    Contradicts,
    /// A stored row does not read back.
    #[error("a stored row does not read back; it was left as it is: run \"vigilia store check\"")]
    Unreadable,
    /// A stored statement does not read back.
    #[error(transparent)]
    Statement(#[from] StatementError),
    /// A roster cannot be accepted.
    #[error(transparent)]
    Roster(#[from] RosterError),
    /// An older roster than the one in force.
    #[error("this roster is no newer than the one in force (epoch {held}); nothing was changed")]
    OlderRoster {
        /// The epoch in force.
        held: u32,
    },
    /// The realm file cannot be accepted.
    #[error(transparent)]
    Realm(#[from] RealmError),
    /// The store failed in a way that has no better sentence.
    #[error("the store failed ({0}); what was saved before is safe")]
    Store(String),
}

impl VaultError {
    /// Whether one thing cannot be kept or found, and not the store that fails: the rest can go on.
    pub fn is_about_one_thing(&self) -> bool {
        matches!(self, Self::Contradicts | Self::NotFound(_) | Self::Unreadable | Self::Statement(_))
    }
}

fn next_try(seconds: u32) -> String {
    match seconds {
        0 => String::new(),
        1 => ": try again in a second".to_owned(),
        _ => format!(": try again in {seconds} seconds"),
    }
}

impl From<std::io::Error> for VaultError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull
            | std::io::ErrorKind::QuotaExceeded
            | std::io::ErrorKind::FileTooLarge => Self::DiskFull,
            std::io::ErrorKind::ReadOnlyFilesystem | std::io::ErrorKind::PermissionDenied => Self::ReadOnly,
            kind => Self::Disk(kind),
        }
    }
}

impl From<rusqlite::Error> for VaultError {
    /// The code alone: a message of SQLite may quote a value.
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{
            ConstraintViolation, DatabaseBusy, DatabaseCorrupt, DatabaseLocked, DiskFull, NotADatabase,
            ParameterOutOfRange, ReadOnly, TooBig, TypeMismatch,
        };
        match error.sqlite_error_code() {
            Some(DiskFull) => Self::DiskFull,
            Some(ReadOnly) => Self::ReadOnly,
            Some(DatabaseCorrupt | NotADatabase) => Self::Damaged,
            Some(DatabaseBusy | DatabaseLocked) => Self::InUse,
            Some(ConstraintViolation | TooBig | TypeMismatch | ParameterOutOfRange) => Self::Contradicts,
            Some(code) => Self::Store(format!("{code:?}")),
            None => match error {
                rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::IntegralValueOutOfRange(..) => Self::Unreadable,
                rusqlite::Error::ToSqlConversionFailure(..) => Self::Contradicts,
                rusqlite::Error::QueryReturnedNoRows => Self::NotFound("row"),
                _ => Self::Store("unexpected answer".to_owned()),
            },
        }
    }
}
