//! Why a command ends otherwise than done.

use std::process::ExitCode;

/// A command that did not do what was asked: the exit code, and a sentence that says what happened, what is safe and
/// what to do.
#[derive(Debug)]
pub struct Failure {
    code: u8,
    sentence: String,
}

impl Failure {
    /// It failed, and the sentence says what to do.
    pub fn failed(sentence: impl Into<String>) -> Self {
        Self { code: 1, sentence: sentence.into() }
    }

    /// The command was used wrongly.
    pub fn usage(sentence: impl Into<String>) -> Self {
        Self { code: 2, sentence: sentence.into() }
    }

    /// Locked, or the wrong passphrase.
    pub fn locked(sentence: impl Into<String>) -> Self {
        Self { code: 3, sentence: sentence.into() }
    }

    /// Something that was signed or sealed does not hold.
    pub fn unverified(sentence: impl Into<String>) -> Self {
        Self { code: 4, sentence: sentence.into() }
    }

    /// The relay was not reached; work is queued and nothing is lost.
    pub fn not_reached(sentence: impl Into<String>) -> Self {
        Self { code: 5, sentence: sentence.into() }
    }

    /// The sentence.
    pub fn sentence(&self) -> &str {
        &self.sentence
    }

    /// The exit code.
    pub fn exit_code(&self) -> ExitCode {
        ExitCode::from(self.code)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::failed(format!(
            "a file could not be read or written ({}); nothing else was changed",
            error.kind()
        ))
    }
}

impl From<serde_json::Error> for Failure {
    /// Where, never what: the message of the library quotes the input.
    fn from(error: serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        Self::usage(format!(
            "this is not the JSON that was expected (line {line}, column {column}); nothing was changed"
        ))
    }
}

#[cfg(feature = "field")]
mod of_desks {
    use super::Failure;
    use crate::desks::error::DeskError;
    use crate::vault::error::VaultError;
    use crate::wire::sealing::OpeningError;

    impl From<VaultError> for Failure {
        fn from(error: VaultError) -> Self {
            let sentence = error.to_string();
            match error {
                VaultError::WrongPassphrase { .. }
                | VaultError::Throttled { .. }
                | VaultError::InUse
                | VaultError::KeyGone => Self::locked(sentence),
                VaultError::Statement(_) | VaultError::Roster(_) | VaultError::Realm(_) => {
                    Self::unverified(sentence)
                }
                _ => Self::failed(sentence),
            }
        }
    }

    impl From<DeskError> for Failure {
        fn from(error: DeskError) -> Self {
            let sentence = error.to_string();
            match error {
                DeskError::Vault(error) => error.into(),
                DeskError::Statement(_)
                | DeskError::Roster(_)
                | DeskError::Realm(_)
                | DeskError::Amendment(_)
                | DeskError::Opening(OpeningError::Packet(_) | OpeningError::Seal(_)) => {
                    Self::unverified(sentence)
                }
                _ => Self::failed(sentence),
            }
        }
    }
}
