//! Why something that lay in a folder was not read, in the reader's words.

use crate::courier::unfit::Unfit;
use crate::crypto::seal::OpenError;
use crate::desks::intake::not_read::{LeftThere, NotRead};
use crate::desks::spoken::roads;
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::wire::packet::PacketError;
use crate::wire::sealing::OpeningError;
use crate::wire::statement::{SignerError, StatementError};

/// The names of what was left for one reason: the first few, and how many more.
#[must_use]
pub fn names(left: &LeftThere) -> String {
    let more = left.count.saturating_sub(left.names.len());
    let names = left.names.join(", ");
    if more == 0 { names } else { format!("{names} + {more}") }
}

/// Why it was not read.
#[must_use]
pub fn why(why: &NotRead) -> Phrase {
    match why {
        NotRead::File(unfit) => file(*unfit).into(),
        NotRead::Opening(fault) => opening(*fault).into(),
        NotRead::Road(fault) => roads::road(fault),
    }
}

const fn file(unfit: Unfit) -> Word {
    match unfit {
        Unfit::ForeignName => Word("left-foreign-name"),
        Unfit::NotAFile => Word("left-not-a-file"),
        Unfit::Link => Word("left-link"),
        Unfit::TooLarge => Word("left-too-large"),
        Unfit::Forbidden => Word("left-forbidden"),
        Unfit::Unreadable => Word("left-unreadable"),
        Unfit::Missing => Word("left-missing"),
        Unfit::Damaged => Word("left-damaged"),
        Unfit::NotAPacket => Word("left-not-a-packet"),
        Unfit::Newer => Word("left-newer"),
        Unfit::TooMany => Word("left-too-many"),
    }
}

const fn opening(fault: OpeningError) -> Word {
    match fault {
        OpeningError::Packet(PacketError::Malformed) => file(Unfit::Damaged),
        OpeningError::Packet(PacketError::TooLarge) => file(Unfit::TooLarge),
        OpeningError::Packet(PacketError::Exchanged) => Word("left-exchanged"),
        OpeningError::Packet(PacketError::Label(StatementError::FutureVersion)) => file(Unfit::Newer),
        OpeningError::Packet(PacketError::Label(StatementError::Signer(SignerError::NotOnRoster))) => {
            Word("left-stranger")
        }
        OpeningError::Packet(PacketError::Label(StatementError::Signer(SignerError::Revoked))) => {
            Word("left-revoked")
        }
        OpeningError::Packet(PacketError::Label(_)) => Word("left-not-authentic"),
        OpeningError::NotForMe => Word("left-not-for-me"),
        OpeningError::Seal(OpenError::NotForThisKey) => Word("left-other-key"),
        OpeningError::Seal(_) | OpeningError::Compression(_) | OpeningError::Contents(_) => {
            Word("left-inside")
        }
        OpeningError::Broke => Word("left-broke"),
    }
}
