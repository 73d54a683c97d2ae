//! Why something that arrived was not taken. It is kept as it came: evidence, or work for later.

use crate::wire::amendment::AmendmentError;
use crate::wire::statement::{SignerError, StatementError};

/// Why a statement was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SetAside {
    /// It cannot be accepted as a statement.
    #[error(transparent)]
    Statement(#[from] StatementError),
    /// Another report carries its number. It is kept beside that one and goes on to the cell.
    #[error("another report carries the same number: two different histories by one author")]
    Forked,
    /// It speaks of a report that is not here yet.
    #[error("it speaks of a report that has not arrived yet; it will be read again when it has")]
    Early,
    /// A commander speaks of a report that is not his to judge.
    #[error("it was signed by a commander of another contingent than the report's author")]
    ForeignCommander,
    /// A membership or a revocation that does not count here.
    #[error(transparent)]
    Amendment(AmendmentError),
    /// Above the realm's ceiling.
    #[error("it is marked above what this realm may hold")]
    AboveCeiling,
    /// Not for this desk.
    #[error("it is not for this desk")]
    NotForThisDesk,
    /// An answer to the report of another observer, and of no device whose place this one has taken, as far as is known.
    #[error(
        "it speaks of another observer's reports; if this device took the place of one that is gone, install the file from \
         the commander, and it will be read again"
    )]
    AnotherObserver,
    /// The vault could not keep it beside what is there.
    #[error("it contradicts what is held here already; it is kept as it came")]
    NotTaken,
}

impl From<AmendmentError> for SetAside {
    fn from(error: AmendmentError) -> Self {
        match error {
            AmendmentError::Statement(error) => Self::Statement(error),
            other => Self::Amendment(other),
        }
    }
}

impl SetAside {
    /// The reason as it stands in the vault.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Statement(StatementError::FutureVersion) => "future_version",
            Self::Statement(StatementError::Signer(SignerError::NotOnRoster)) => UNKNOWN_SIGNER,
            Self::Statement(StatementError::Signer(SignerError::Revoked)) => "revoked",
            Self::Statement(StatementError::BadPayload) => "unreadable",
            Self::Statement(_) => "not_authentic",
            Self::Forked => "forked",
            Self::Early => EARLY,
            Self::ForeignCommander => "foreign_commander",
            Self::Amendment(AmendmentError::Unknown) => "unknown_member",
            Self::Amendment(AmendmentError::Taken) => "name_taken",
            Self::Amendment(_) => "not_his",
            Self::AboveCeiling => "above_ceiling",
            Self::NotForThisDesk => "not_for_this_desk",
            Self::AnotherObserver => "another_observer",
            Self::NotTaken => "not_taken",
        }
    }
}

/// The reason that an enrolment mends.
pub(crate) const UNKNOWN_SIGNER: &str = "unknown_signer";
/// The one that another report may mend.
pub(crate) const EARLY: &str = "early";
/// Reasons that other people in force may mend, whoever signed. Who was void before anybody said how far he counts may
/// count after all.
pub(crate) const WORTH_OTHER_PEOPLE: [&str; 4] =
    ["unknown_member", "name_taken", "another_observer", "revoked"];
/// Reasons that another program may mend, or of which the one before kept less. Older ones set rivals aside; now they have
/// a place.
pub(crate) const WORTH_ANOTHER_PROGRAM: [&str; 8] = [
    "future_version",
    "not_taken",
    "forked",
    UNKNOWN_SIGNER,
    "unknown_member",
    "name_taken",
    "another_observer",
    EARLY,
];
