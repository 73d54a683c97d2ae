//! What every request works with.

use std::path::PathBuf;

use tokio::sync::{Semaphore, watch};

use crate::crypto::signing::VerifyingKey;
use crate::relay::bells::Bells;
use crate::relay::config::Limits;
use crate::relay::intake::Pace;
use crate::relay::log::{Clock, Log};
use crate::relay::register::Register;
use crate::relay::shelf::store::Shelf;
use crate::relay::unfinished::Unfinished;

/// Large packets that are taken into memory at a time; each is at most 64 MiB.
const LARGE_AT_A_TIME: usize = 4;

/// The relay behind its door.
pub struct Station {
    /// Who may come in.
    pub register: Register,
    /// What is kept.
    pub shelf: std::sync::Arc<Shelf>,
    /// What has come in part.
    pub unfinished: Unfinished,
    /// Wakes who waits.
    pub bells: Bells,
    /// The relay's clock.
    pub clock: Clock,
    /// Where lines go.
    pub log: Log,
    /// How much, how many, how long.
    pub limits: Limits,
    /// Where large uploads lie while they come in.
    pub folder: PathBuf,
    /// What receipts are checked with.
    pub receipts_by: VerifyingKey,
    /// A turn for each large packet.
    pub large: Semaphore,
    /// Turns true when the relay is told to stop.
    pub stopping: watch::Receiver<bool>,
}

impl Station {
    /// As many turns for large packets as there are.
    pub fn turns() -> Semaphore {
        Semaphore::new(LARGE_AT_A_TIME)
    }

    /// How slow a body may be.
    pub fn pace(&self) -> Pace {
        Pace {
            patience: self.limits.patience(),
            least: self.limits.least_bytes,
            longest: self.limits.longest_request(),
        }
    }
}
