//! The desk while it is open: at hand, or lent to an errand on a thread of its own.
//!
//! Dropping this asks the errand to end and waits for it, so that a desk that is locked is really closed.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

use crate::crypto::passphrase::WorkFactor;
use crate::desks::carrying::progress::Progress;
use crate::desks::dice::IdDice;
use crate::desks::error::DeskError;
use crate::desks::spoken::faults;
use crate::domain::time::Timestamp;
use crate::screens::desk::errand::{Errand, News, Passphrases, With};
use crate::screens::kit::event_loop::Event;

/// An open desk, and what it is lent to.
pub struct Lending<D> {
    desk: Arc<Mutex<D>>,
    stop: Arc<AtomicBool>,
    away: Option<JoinHandle<()>>,
}

impl<D: Send + 'static> Lending<D> {
    /// A desk that is at hand.
    #[must_use]
    pub fn new(desk: D) -> Self {
        Self { desk: Arc::new(Mutex::new(desk)), stop: Arc::default(), away: None }
    }

    /// The desk. Where it is lent, the errand is asked to end after the group it is at and waited for.
    pub fn desk(&self) -> MutexGuard<'_, D> {
        if self.is_lent() {
            self.stop();
        }
        // An errand that came to grief left the vault as its last whole transaction did.
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lends the desk to an errand, which tells how far it is and, last, what came of it.
    ///
    /// # Errors
    /// When no thread can be had; nothing was begun.
    pub fn go<E, N>(
        &mut self,
        errand: E,
        passphrases: Option<Passphrases>,
        now: Timestamp,
        tell: Sender<Event<N>>,
    ) -> io::Result<()>
    where
        E: Errand<Desk = D>,
        N: From<News<E::Outcome>> + Send + 'static,
    {
        self.stop = Arc::default();
        let (desk, stop) = (Arc::clone(&self.desk), Arc::clone(&self.stop));
        let work = move || {
            // Where nobody reads any more, the loop has ended.
            let say = |news: News<E::Outcome>| drop(tell.send(Event::News(news.into())));
            let outcome = IdDice::from_os().map_or_else(
                |error| E::failed(faults::desk(&DeskError::Dice(error))),
                |mut dice| {
                    let mut desk = desk.lock().unwrap_or_else(PoisonError::into_inner);
                    let mut tell = |progress: Progress| say(News::Going(progress));
                    let work = WorkFactor::STANDARD;
                    let mut with =
                        With { desk: &mut *desk, dice: &mut dice, now, work, stop: &stop, tell: &mut tell };
                    errand.run(passphrases, &mut with)
                },
            );
            // The desk is at hand again before this is heard.
            say(News::Came(outcome));
        };
        self.away = Some(thread::Builder::new().name("errand".to_owned()).spawn(work)?);
        Ok(())
    }
}

impl<D> Lending<D> {
    /// Whether an errand has it.
    #[must_use]
    pub fn is_lent(&self) -> bool {
        self.away.as_ref().is_some_and(|errand| !errand.is_finished())
    }

    /// Asks the errand to end after the group it is at.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::SeqCst);
    }
}

impl<D> Drop for Lending<D> {
    fn drop(&mut self) {
        self.stop();
        if let Some(errand) = self.away.take() {
            // What it came to no longer matters to anybody.
            let _ = errand.join();
        }
    }
}
