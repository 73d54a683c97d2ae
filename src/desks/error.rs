//! What can go wrong at a desk.

use std::ops::Range;

use crate::crypto::dice::DiceError;
use crate::domain::answer::ReasonMisplaced;
use crate::domain::batch::EmptyBatch;
use crate::domain::bulletin::BulletinError;
use crate::domain::catalogue::reading::CatalogueError;
use crate::domain::draft::Unfinished;
use crate::domain::grading::HandlingError;
use crate::domain::marking::AboveCeiling;
use crate::domain::observation::Language;
use crate::domain::people::{Contingent, Role};
use crate::media::image::NoPicture;
use crate::vault::error::VaultError;
use crate::wire::amendment::AmendmentError;
use crate::wire::realm::RealmError;
use crate::wire::roster::RosterError;
use crate::wire::sealing::{OpeningError, SealingError};
use crate::wire::statement::StatementError;

/// Why a desk could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The vault.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The profile belongs to somebody else's desk.
    #[error("this is the profile of role {found}; that is done at the desk of role {wanted}")]
    OtherDesk {
        /// Whose profile it is.
        found: Role,
        /// Whose desk does it.
        wanted: Role,
    },
    /// No roster is installed.
    #[error(
        "no roster is installed yet, so nothing can be sealed or checked; what you wrote is safe: run \"vigilia member install\" with the roster your authorities signed"
    )]
    NoRoster,
    /// The profile is not on the roster, or revoked.
    #[error(
        "this profile is not on the roster in force, or its keys were revoked; what you wrote is safe: your commander has a newer roster, or enrols you anew"
    )]
    NotOnRoster,
    /// Nobody commands this contingent.
    #[error(
        "the roster names no commander for this contingent; nothing was packed, everything filed is safe"
    )]
    NoCommander,
    /// Sealing failed.
    #[error(transparent)]
    Sealing(#[from] SealingError),
    /// Opening failed.
    #[error(transparent)]
    Opening(#[from] OpeningError),
    /// A statement could not be made or read.
    #[error(transparent)]
    Statement(#[from] StatementError),
    /// A roster cannot be accepted.
    #[error(transparent)]
    Roster(#[from] RosterError),
    /// A membership or a revocation cannot be accepted.
    #[error(transparent)]
    Amendment(#[from] AmendmentError),
    /// A request by somebody a commander cannot enrol.
    #[error(
        "a commander enrols observers of his own contingent, and this request is for somebody else; nothing was changed: \
         an authority can approve it"
    )]
    NotMine,
    /// A file that holds no request.
    #[error(
        "this file holds no request to be enrolled that counts in this realm; nothing was changed: ask for the one that \
         \"vigilia member request\" wrote"
    )]
    NoRequest,
    /// A last day that is over.
    #[error("the last day is over already; nothing was changed: name a later one, or none")]
    AlreadyOver,
    /// The clock of this device stands before what the centre has signed.
    #[error(
        "the clock of this device stands before the newest word of the centre, so a last day reckoned by it may be over          already; nothing was changed: set the clock, then enrol"
    )]
    ClockBehind,
    /// A realm cannot be founded or read.
    #[error(transparent)]
    Realm(#[from] RealmError),
    /// The draft is not complete. It is still there.
    #[error(transparent)]
    Unfinished(#[from] Unfinished),
    /// Above the realm's ceiling.
    #[error(transparent)]
    AboveCeiling(#[from] AboveCeiling),
    /// Nothing to forward.
    #[error(transparent)]
    Empty(#[from] EmptyBatch),
    /// A handling code and its text.
    #[error(transparent)]
    Handling(#[from] HandlingError),
    /// A reason where none belongs.
    #[error(transparent)]
    Reason(#[from] ReasonMisplaced),
    /// The operating system gave no randomness.
    #[error(transparent)]
    Dice(#[from] DiceError),
    /// The catalogue inside the program is damaged.
    #[error(
        "the indicator catalogue inside the program cannot be read; install the program anew, your vault is safe: {0}"
    )]
    Catalogue(#[from] CatalogueError),
    /// Already forwarded, so no longer the commander's to grade or give back.
    #[error("this report has gone to Brussels already; a new review can be added only before it goes")]
    AlreadyForwarded,
    /// A commander may not lower what the author set.
    #[error("a marking can be raised, never lowered below what the author set")]
    MarkingLowered,
    /// What no commander releases from this desk.
    #[error("FLASH is kept in reserve; nothing was changed: release IMMEDIATE at most")]
    NotReleasable,
    /// A duplicate of what is not here, or of itself.
    #[error(
        "a report is a duplicate of another one held here that is not marked as its duplicate; nothing was changed"
    )]
    NotADuplicate,
    /// Nobody reviewed it.
    #[error("this report has no review to take back; nothing was changed")]
    NotReviewed,
    /// The note of a return asks its author to find something out.
    #[error(
        "the note asks a soldier to find something out, which is never his task; the report stays owed and nothing was \
         sent: say what is missing in the report, not how to get it"
    )]
    AsksToInvestigate {
        /// The bytes of the note that ask, to be pointed out beside it.
        at: Range<usize>,
    },
    /// The file is larger than an attachment may be.
    #[error("this file is larger than an attachment may be (32 MiB); nothing was attached")]
    AttachmentTooLarge,
    /// The report holds an indicator of which no picture may be made.
    #[error(
        "the indicators you picked forbid any picture or file: never photograph or copy such images; nothing was attached"
    )]
    NoMedia,
    /// A file without a byte.
    #[error("this file is empty; nothing was attached")]
    AttachmentEmpty,
    /// As many files as a report may have are attached already.
    #[error(
        "a report takes at most 20 files; nothing was attached: take one off first, or begin another report"
    )]
    TooManyAttachments,
    /// The report does not name this attachment.
    #[error("this report has no such attachment; nothing was changed")]
    NotAttached,
    /// A folder, a device or a pipe.
    #[error("this is not an ordinary file; nothing was changed: name a file")]
    NotAFile,
    /// Something of that name is there already.
    #[error("there is a file of that name already and it was left as it is; choose another name")]
    FileExists,
    /// A file outside the vault could not be read or written.
    #[error("the file could not be read or written ({0}); nothing in the vault was changed")]
    File(std::io::ErrorKind),
    /// There is nothing to look at.
    #[error("there is no picture to show: {0}; the file itself is safe")]
    Picture(#[from] NoPicture),
    /// Parts of a bulletin do not agree.
    #[error(transparent)]
    Bulletin(#[from] BulletinError),
    /// Words of a bulletin ask a soldier to find something out.
    #[error(
        "words of this bulletin ask a soldier to find something out, which is never his task; nothing was published: say \
         what the police would like to hear of if he sees it anyway, not how to come by it"
    )]
    BulletinAsks {
        /// In which of its languages.
        language: Language,
        /// The bytes of its title, a line feed and its text that ask, to be pointed out.
        at: Range<usize>,
    },
    /// A bulletin for a contingent without members.
    #[error(
        "the roster names nobody of contingent {0}; nothing was published: \"vigilia member list\" shows who is where"
    )]
    NobodyOf(Contingent),
    /// Not a member of that role who could be named.
    #[error("a {0} cannot be enrolled this way")]
    CannotEnrol(Role),
    /// A request without what its role needs.
    #[error("an observer and a commander belong to a contingent: name it with --contingent")]
    ContingentMissing,
}

impl DeskError {
    /// Whether it is about something that was to be packed, and not about this device, its roster or its disk: everything
    /// else can be done without it.
    #[must_use]
    pub fn is_about_contents(&self) -> bool {
        match self {
            Self::Sealing(why) => !matches!(why, SealingError::NoRecipient),
            Self::Statement(_) => true,
            Self::Vault(why) => {
                use VaultError::{Damaged, NotFound, Statement, Unreadable};
                matches!(why, Damaged | NotFound(_) | Statement(_) | Unreadable)
            }
            _ => false,
        }
    }

    /// Whether one thing could not be dealt with, and not the device that failed: the rest can go on.
    pub(crate) fn is_about_one_thing(&self) -> bool {
        match self {
            Self::Vault(why) => why.is_about_one_thing(),
            Self::Statement(_) | Self::Amendment(_) | Self::Sealing(_) => true,
            _ => false,
        }
    }
}
