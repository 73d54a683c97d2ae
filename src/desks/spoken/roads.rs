//! Why packets could not be carried, what is safe, and what to do.

use crate::courier::road::{DiskError, RoadError};
use crate::desks::carrying::transfer::TransferError;
use crate::desks::intake::set_aside::SetAside;
use crate::desks::spoken::faults;
use crate::domain::trouble::Trouble;
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::wire::amendment::AmendmentError;
use crate::wire::statement::{SignerError, StatementError};

/// Why writing to a folder or reading from it broke off.
#[must_use]
pub fn transfer(fault: &TransferError) -> Phrase {
    match fault {
        TransferError::Road(why) => road(why),
        TransferError::Midway { done, of, why } => {
            Word("road-midway").with("done", *done).with("of", *of).with("why", road(why))
        }
        TransferError::Desk(fault) => faults::desk(fault),
    }
}

/// Why a road could not be used.
#[must_use]
pub fn road(fault: &RoadError) -> Phrase {
    match fault {
        // Which folder is known here.
        RoadError::Disk(fault) => disk(fault),
        // One file of many is told of where they are counted; alone it keeps the sentence of its room.
        RoadError::File(unfit) => Word("fault-other").with("detail", unfit.to_string()),
        other => trouble(other.trouble()).into(),
    }
}

/// What stopped a packet on its way, as it was kept with the packet.
#[must_use]
pub const fn trouble(code: Trouble) -> Word {
    match code {
        Trouble::NoConnection => Word("trouble-no-connection"),
        Trouble::NoAnswer => Word("trouble-no-answer"),
        Trouble::CutOff => Word("trouble-cut-off"),
        Trouble::RelayCannotStore => Word("trouble-relay-cannot-store"),
        Trouble::WrongRelay => Word("trouble-wrong-relay"),
        Trouble::NotAMember => Word("trouble-not-a-member"),
        Trouble::BadSender => Word("trouble-bad-sender"),
        Trouble::TooLarge => Word("trouble-too-large"),
        Trouble::AboveCeiling => Word("trouble-above-ceiling"),
        Trouble::DamagedThere => Word("trouble-damaged-there"),
        Trouble::DamagedHere => Word("trouble-damaged-here"),
        Trouble::OutOfStep => Word("trouble-out-of-step"),
        Trouble::BadAmendment => Word("trouble-bad-amendment"),
        Trouble::NoSuchPacket => Word("trouble-no-such-packet"),
        Trouble::NotUnderstood => Word("trouble-not-understood"),
        Trouble::Unusable => Word("trouble-unusable"),
        Trouble::FolderGone => Word("trouble-folder-gone"),
        Trouble::FolderReadOnly => Word("trouble-folder-read-only"),
        Trouble::FolderFull => Word("trouble-folder-full"),
        Trouble::FolderUnfaithful => Word("trouble-folder-unfaithful"),
        Trouble::FolderFailed => Word("trouble-folder-failed"),
    }
}

fn disk(fault: &DiskError) -> Phrase {
    let (word, folder) = match fault {
        DiskError::Gone { folder } => (Word("road-gone"), folder),
        DiskError::ReadOnly { folder } => (Word("road-read-only"), folder),
        DiskError::Full { folder } => (Word("road-full"), folder),
        DiskError::Unfaithful { folder } => (Word("road-unfaithful"), folder),
        DiskError::Failed { folder, why } => {
            let folder = folder.display().to_string();
            return Word("road-failed").with("folder", folder).with("why", why.as_str());
        }
    };
    word.with("folder", folder.display().to_string())
}

/// Why something that came was not taken.
#[must_use]
pub const fn set_aside(why: SetAside) -> Word {
    match why {
        SetAside::Statement(StatementError::Signer(SignerError::Revoked)) => Word("aside-revoked"),
        SetAside::Statement(_) => Word("aside-statement"),
        SetAside::Amendment(AmendmentError::Unknown) => Word("aside-early"),
        SetAside::Amendment(_) => Word("aside-member"),
        SetAside::Forked => Word("aside-forked"),
        SetAside::Early => Word("aside-early"),
        SetAside::ForeignCommander => Word("aside-foreign-commander"),
        SetAside::AboveCeiling => Word("aside-above-ceiling"),
        SetAside::NotForThisDesk => Word("aside-not-for-this-desk"),
        SetAside::AnotherObserver => Word("aside-another-observer"),
        SetAside::NotTaken => Word("aside-not-taken"),
    }
}
