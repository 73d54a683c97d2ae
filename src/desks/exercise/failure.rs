//! Why an exercise broke off.

use crate::courier::road::RoadError;
use crate::crypto::dice::DiceError;
use crate::desks::carrying::exchange::ExchangeError;
use crate::desks::error::DeskError;
use crate::relay::server::StartError;
use crate::vault::error::VaultError;

/// Why an exercise broke off.
#[derive(Debug, thiserror::Error)]
pub enum ExerciseFailure {
    /// A desk.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// An exchange.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
    /// A road.
    #[error(transparent)]
    Road(#[from] RoadError),
    /// The relay.
    #[error(transparent)]
    Relay(#[from] StartError),
    /// A vault.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The disk.
    #[error("the exercise's folder could not be written ({})", .0.kind())]
    Disk(#[from] std::io::Error),
    /// The operating system gave no randomness.
    #[error(transparent)]
    Dice(#[from] DiceError),
    /// Something on the stage itself.
    #[error("the stage of the exercise lacks {0}")]
    Stage(&'static str),
}
