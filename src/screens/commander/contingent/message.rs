//! What this room asks of the world, and what it hears back.

use std::path::PathBuf;

use crate::desks::commander::contingent::{Applying, ContingentMember, Enrolled, RevokedNow, Revoking};
use crate::domain::time::Timestamp;
use crate::language::phrase::Phrase;
use crate::screens::commander::contingent::asked::Placed;

/// What it asks.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Read everybody.
    Load,
    /// Find paths that begin with this.
    Complete(String),
    /// Read the request in this file.
    ReadRequest(PathBuf),
    /// Enrol whoever asks.
    Enrol {
        /// His request.
        request: Vec<u8>,
        /// His last day.
        until: Timestamp,
        /// The device he had before.
        replaces: Option<Revoking>,
        /// Where the file for his device goes.
        folder: PathBuf,
    },
    /// Write the file of somebody enrolled to another folder.
    Place(Box<Enrolled>, PathBuf),
    /// Make somebody's keys void.
    Revoke(Revoking),
}

/// What it hears.
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    /// Everybody.
    Listed(Vec<ContingentMember>),
    /// Paths that begin with what was typed.
    Paths(String, Vec<String>),
    /// Who asks, in which file, with its bytes.
    Asks(Box<Applying>, PathBuf, Vec<u8>),
    /// He is enrolled, and the file for his device lies there.
    Placed(Placed),
    /// He is enrolled, and the file for his device could not be written, and why.
    NotPlaced(Box<Enrolled>, Phrase),
    /// His keys are void.
    Revoked(RevokedNow),
    /// It was not done, and why.
    Failed(Phrase),
}
