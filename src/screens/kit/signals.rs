//! Told from outside to end: by the system going down, by a closed line, by another program. Or to step aside.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use signal_hook::consts::TERM_SIGNALS;
use signal_hook::{SigId, flag, low_level};

#[cfg(unix)]
const HANG_UP: &[i32] = &[signal_hook::consts::SIGHUP];
#[cfg(not(unix))]
const HANG_UP: &[i32] = &[];

/// What a shell sends to get its terminal back.
#[cfg(unix)]
const STEP_ASIDE: &[i32] = &[signal_hook::consts::SIGTSTP];
#[cfg(not(unix))]
const STEP_ASIDE: &[i32] = &[];

/// True while nobody watches. Kept for the whole life of the program: what the system does by default can be asked for
/// under a condition, but not given back once a signal was taken.
static UNWATCHED: Mutex<Option<Arc<AtomicBool>>> = Mutex::new(None);

/// Notes that a signal asked for the end, so that the loop can leave in order. A second one ends the program at once.
/// Once this is dropped, signals do again what the system does by default.
pub struct Signals {
    raised: Raised,
    unwatched: Arc<AtomicBool>,
    taken: Vec<SigId>,
}

/// What has come so far, for a thread that looks at it now and then.
#[derive(Debug, Clone, Default)]
pub struct Raised {
    end: Arc<AtomicBool>,
    aside: Arc<AtomicBool>,
}

impl Raised {
    /// Whether the end was asked for.
    pub fn end(&self) -> bool {
        self.end.load(Ordering::SeqCst)
    }

    /// Whether somebody asked to step aside since this was last looked at.
    pub fn aside(&self) -> bool {
        self.aside.swap(false, Ordering::SeqCst)
    }
}

impl Signals {
    /// Begins to watch for the signals that ask a program to end or to step aside.
    ///
    /// # Errors
    /// When the system does not let one be watched.
    pub fn watch() -> io::Result<Self> {
        let mut signals = Self { raised: Raised::default(), unwatched: unwatched()?, taken: Vec::new() };
        signals.unwatched.store(false, Ordering::SeqCst);
        for signal in asking_for_the_end() {
            // Order matters: the first signal finds the flag down and only raises it; the second finds it up.
            let end = &signals.raised.end;
            let second = flag::register_conditional_shutdown(signal, 128 + signal, Arc::clone(end))?;
            signals.taken.push(second);
            signals.taken.push(flag::register(signal, Arc::clone(end))?);
        }
        for signal in STEP_ASIDE {
            signals.taken.push(flag::register(*signal, Arc::clone(&signals.raised.aside))?);
        }
        Ok(signals)
    }

    /// What has come, and will have come.
    #[must_use]
    pub fn raised(&self) -> Raised {
        self.raised.clone()
    }
}

fn asking_for_the_end() -> impl Iterator<Item = i32> {
    TERM_SIGNALS.iter().chain(HANG_UP).copied()
}

/// The flag under which signals do what the system does by default, set up at the first call.
fn unwatched() -> io::Result<Arc<AtomicBool>> {
    let mut kept = UNWATCHED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(flag) = kept.as_ref() {
        return Ok(Arc::clone(flag));
    }
    let made = Arc::new(AtomicBool::new(false));
    for signal in asking_for_the_end().chain(STEP_ASIDE.iter().copied()) {
        flag::register_conditional_default(signal, Arc::clone(&made))?;
    }
    *kept = Some(Arc::clone(&made));
    Ok(made)
}

impl Drop for Signals {
    fn drop(&mut self) {
        self.unwatched.store(true, Ordering::SeqCst);
        for id in self.taken.drain(..) {
            low_level::unregister(id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Signals;

    #[test]
    fn a_signal_is_noted_and_does_not_end_the_program() {
        drop(Signals::watch().unwrap());
        let signals = Signals::watch().unwrap();
        let raised = signals.raised();
        assert!(!raised.end() && !raised.aside());
        // Asks this very process to stop and to hang up; without the watch it would stand still here, or end.
        #[cfg(unix)]
        {
            signal_hook::low_level::raise(signal_hook::consts::SIGTSTP).unwrap();
            assert!(raised.aside() && !raised.aside() && !raised.end());
            signal_hook::low_level::raise(signal_hook::consts::SIGHUP).unwrap();
            assert!(raised.end());
        }
    }
}
