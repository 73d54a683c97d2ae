//! Ties the locked screen together: the queue, the state, the pictures, and the thread on which a passphrase is checked.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::crypto::secret::Passphrase;
use crate::desks::spoken::faults;
use crate::screens::kit::event_loop::{self, Event, Flow, Moment, Queue, Stop};
use crate::screens::kit::input::Input;
use crate::screens::kit::signals::Signals;
use crate::screens::kit::terminal::Terminal;
use crate::screens::lock::message::{Effect, Message, Told};
use crate::screens::lock::state::State;
use crate::screens::lock::update::update;
use crate::screens::lock::view::locked;
use crate::vault::error::VaultError;
use crate::vault::unlock::Vault;
use crate::vault::wipe::Wiped;

/// How often a wait is counted down and the sign turns.
const PAUSE: Duration = Duration::from_millis(250);

/// What a passphrase came to.
type Opened = Result<Vault, VaultError>;

/// How the vault behind the screen is opened and wiped. The screens know no folder.
#[derive(Clone)]
pub struct Door {
    /// Opens it; takes as long as the passphrase function does.
    pub unlock: Arc<dyn Fn(&Passphrase) -> Opened + Send + Sync>,
    /// Wipes it, open or locked.
    pub wipe: Arc<dyn Fn() -> Result<Wiped, VaultError>>,
}

/// How the locked screen was left.
pub enum Left {
    /// With an open vault.
    Opened(Box<Vault>),
    /// By its person.
    ByKey,
    /// Told from outside.
    Stopped(Stop),
    /// With the vault wiped, or not wholly.
    Wiped(Result<Wiped, VaultError>),
}

/// Shows the locked screen until it is left.
///
/// # Errors
/// When the terminal is gone.
pub fn run(
    terminal: &mut Terminal,
    signals: &Signals,
    door: &Door,
    clock: &dyn Fn() -> Moment,
    state: &mut State,
) -> io::Result<Left> {
    let queue = Queue::<Opened>::new();
    let _input = Input::listen(queue.sender(), signals)?;
    let mut checking: Option<JoinHandle<()>> = None;
    let mut left = Left::ByKey;
    let ended = event_loop::run(
        &queue,
        state,
        (clock, PAUSE),
        |state, afresh| {
            if afresh {
                terminal.forget_picture()?;
            }
            terminal.draw(|frame| locked::draw(state, frame))
        },
        |state, event, moment| {
            let message = match event {
                Event::Key(key) => Message::Key(key),
                Event::Paste(text) => Message::Paste(text),
                Event::Resized(columns, rows) => Message::Resized(columns, rows),
                Event::Tick => Message::Tick,
                Event::StepAside => return Flow::On,
                Event::News(Ok(vault)) => {
                    left = Left::Opened(Box::new(vault));
                    return Flow::End;
                }
                Event::News(Err(fault)) => Message::Told(told(&fault)),
                Event::Stop(stop) => {
                    left = Left::Stopped(stop);
                    return Flow::End;
                }
            };
            match update(state, message, moment) {
                None => Flow::On,
                Some(Effect::Redraw) => Flow::Afresh,
                Some(Effect::Leave) => Flow::End,
                Some(Effect::Wipe) => {
                    left = Left::Wiped((door.wipe)());
                    Flow::End
                }
                Some(Effect::Unlock(passphrase)) => {
                    match check(Arc::clone(&door.unlock), passphrase, queue.sender()) {
                        Ok(thread) => checking = Some(thread),
                        Err(fault) => {
                            update(state, Message::Told(told(&fault.into())), moment);
                        }
                    }
                    Flow::On
                }
            }
        },
    );
    state.entry.clear();
    if matches!(left, Left::Wiped(_)) {
        terminal.show_nothing()?;
    }
    // A passphrase that is still being checked clears itself when its thread ends, so that is waited for; and a vault it
    // opened in the meantime is closed with the queue.
    if let Some(thread) = checking {
        let _ = thread.join();
    }
    ended.map(|()| left)
}

/// Checks a passphrase on a thread of its own, which alone holds it from here on.
fn check(
    unlock: Arc<dyn Fn(&Passphrase) -> Opened + Send + Sync>,
    passphrase: Passphrase,
    news: Sender<Event<Opened>>,
) -> io::Result<JoinHandle<()>> {
    thread::Builder::new().name("passphrase".to_owned()).spawn(move || {
        let opened = unlock(&passphrase);
        drop(passphrase);
        // Where nobody listens any more, the vault closes again here.
        let _ = news.send(Event::News(opened));
    })
}

fn told(fault: &VaultError) -> Told {
    match fault {
        VaultError::WrongPassphrase { seconds, .. } => Told::Wrong(*seconds),
        VaultError::Throttled { seconds, .. } => Told::TooSoon(*seconds),
        other => Told::Failed(faults::vault(other)),
    }
}
