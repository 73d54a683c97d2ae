//! Wakes who waits for a packet, and nobody else.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::Notify;

use crate::domain::people::Addressee;

/// One bell for each addressee somebody has ever waited for: there are no more of them than members and roles.
#[derive(Default)]
pub struct Bells(Mutex<BTreeMap<Addressee, Arc<Notify>>>);

impl Bells {
    /// The bell of an addressee, to wait for.
    pub fn of(&self, addressee: &Addressee) -> Arc<Notify> {
        let mut bells = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(bells.entry(addressee.clone()).or_default())
    }

    /// Wakes everybody who waits for this addressee at this moment.
    pub fn ring(&self, addressee: &Addressee) {
        let bells = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(bell) = bells.get(addressee) {
            bell.notify_waiters();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::people::Role;

    #[test]
    fn a_bell_wakes_its_own_addressee_and_nobody_else() {
        let bells = Bells::default();
        let (cell, observer) =
            (bells.of(&Addressee::Role(Role::Cell)), bells.of(&Addressee::Role(Role::Observer)));
        let (mut woken, mut asleep) = (Box::pin(cell.notified()), Box::pin(observer.notified()));
        assert!(!woken.as_mut().enable() && !asleep.as_mut().enable());
        bells.ring(&Addressee::Role(Role::Cell));
        assert!(woken.as_mut().enable() && !asleep.as_mut().enable());
    }
}
