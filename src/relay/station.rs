//! What every request works with.

use std::path::PathBuf;
use std::sync::Arc;

use tokio::sync::{Semaphore, watch};
use tokio::task::spawn_blocking;

use crate::crypto::signing::VerifyingKey;
use crate::crypto::transport::TransportPublicKey;
use crate::relay::bells::Bells;
use crate::relay::config::Limits;
use crate::relay::intake::Pace;
use crate::relay::log::{Clock, Log};
use crate::relay::register::{Caller, Register};
use crate::relay::shelf::store::Shelf;
use crate::relay::unfinished::Unfinished;

/// Large packets that are taken into memory at a time; each is at most 64 MiB.
const LARGE_AT_A_TIME: usize = 4;

/// The relay behind its door.
pub struct Station {
    /// Who may come in.
    pub register: Register,
    /// What is kept.
    pub shelf: Arc<Shelf>,
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

    /// The active member who holds this key, by what is in force at this moment. Asked again with every request: a
    /// connection that was opened before a revocation does not outlive it.
    pub async fn admit(station: &Arc<Self>, key: TransportPublicKey) -> Option<Caller> {
        let register = Arc::clone(station);
        let admitted = spawn_blocking(move || {
            register.register.refresh();
            register.register.admit(&key)
        });
        admitted.await.ok().flatten()
    }

    /// Whether a caller whose request has waited would be let in again as who he was.
    pub async fn still_admits(station: &Arc<Self>, caller: &Caller) -> bool {
        let now = Self::admit(station, caller.key).await;
        now.is_some_and(|now| (now.id, now.role) == (caller.id, caller.role))
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
