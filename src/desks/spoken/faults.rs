//! What a desk could not do, what is safe, and what to do about it.

use crate::desks::error::DeskError;
use crate::desks::spoken::membership::refusal;
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::vault::error::VaultError;

/// What a desk could not do.
#[must_use]
pub fn desk(fault: &DeskError) -> Phrase {
    let word = match fault {
        DeskError::Vault(fault) => return vault(fault),
        DeskError::NoRoster => Word("fault-no-roster"),
        DeskError::NotOnRoster => Word("fault-not-on-roster"),
        DeskError::NotMine => Word("fault-not-mine"),
        DeskError::NoRequest => Word("fault-no-request"),
        DeskError::AlreadyOver => Word("fault-already-over"),
        DeskError::ClockBehind => Word("fault-clock-behind"),
        DeskError::Amendment(why) => refusal(*why),
        DeskError::NoCommander => Word("fault-no-commander"),
        DeskError::Sealing(_) => Word("fault-sealing"),
        DeskError::Opening(_) => Word("fault-opening"),
        DeskError::Statement(_) => Word("fault-statement"),
        DeskError::Roster(_) => Word("fault-roster"),
        DeskError::Unfinished(_) => Word("fault-unfinished"),
        DeskError::AboveCeiling(_) => Word("fault-above-ceiling"),
        DeskError::Dice(_) => Word("fault-dice"),
        DeskError::Catalogue(_) => Word("fault-catalogue"),
        DeskError::AttachmentTooLarge => Word("fault-attachment-too-large"),
        DeskError::NoMedia => Word("fault-no-media"),
        DeskError::AttachmentEmpty => Word("fault-attachment-empty"),
        DeskError::TooManyAttachments => Word("fault-too-many-attachments"),
        DeskError::NotAttached => Word("fault-not-attached"),
        DeskError::NotAFile => Word("fault-not-a-file"),
        DeskError::File(std::io::ErrorKind::NotFound) => Word("fault-no-such-file"),
        DeskError::File(std::io::ErrorKind::PermissionDenied) => Word("fault-file-closed"),
        DeskError::File(_) => Word("fault-file"),
        // What no person meets at a screen keeps the sentence of its room, inside one he understands.
        other => return Word("fault-other").with("detail", other.to_string()),
    };
    word.into()
}

/// What a vault could not do.
#[must_use]
pub fn vault(fault: &VaultError) -> Phrase {
    let word = match fault {
        VaultError::NoVault => Word("vault-none"),
        VaultError::InUse => Word("vault-in-use"),
        VaultError::WrongPassphrase { .. } => Word("vault-wrong-passphrase"),
        VaultError::Throttled { seconds, .. } => return Word("vault-throttled").with("seconds", *seconds),
        VaultError::TooShort => Word("vault-too-short"),
        VaultError::KeyGone => Word("vault-key-gone"),
        VaultError::WipeUnfinished => Word("vault-wipe-unfinished"),
        VaultError::KeyFileDamaged => Word("vault-key-file-damaged"),
        VaultError::Damaged => Word("vault-damaged"),
        VaultError::NotEncrypted => Word("vault-not-encrypted"),
        VaultError::TooNew => Word("vault-too-new"),
        VaultError::DiskFull => Word("vault-disk-full"),
        VaultError::ReadOnly => Word("vault-read-only"),
        VaultError::Disk(_) => Word("vault-disk"),
        VaultError::NotFound(_) => Word("vault-not-found"),
        VaultError::Unreadable => Word("vault-unreadable"),
        VaultError::Statement(_) => Word("fault-statement"),
        VaultError::Roster(_) => Word("fault-roster"),
        other => return Word("fault-other").with("detail", other.to_string()),
    };
    word.into()
}
