//! Listens to the keyboard and to signals on a thread of its own, and puts what it hears into the queue.

use std::io::{self, IsTerminal};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crossterm::event::{self, Event as Heard, KeyEventKind};

use crate::screens::kit::event_loop::{Event, Stop};
use crate::screens::kit::signals::Signals;

/// How long a signal may wait to be noticed.
const GLANCE: Duration = Duration::from_millis(100);
/// How many such moments the keyboard's thread is given to stop.
const GLANCES_TO_LEAVE: u32 = 20;

/// The listening threads. Dropping this waits until they have stopped, so that the next one hears every key.
///
/// There are two, because a terminal that goes away may keep the first one for ever: what reads keys then reads nothing,
/// again and again, without coming back. The second one watches for signals and for the terminal itself.
pub struct Input {
    leave: Arc<AtomicBool>,
    keyboard: Option<JoinHandle<()>>,
    /// Nothing ever comes this way; it breaks when the keyboard's thread ends, so that nobody waits longer than that.
    keyboard_ends: Receiver<()>,
    watch: Option<JoinHandle<()>>,
}

impl Input {
    /// Begins to listen to the keyboard and to these signals.
    ///
    /// # Errors
    /// When no thread can be had.
    pub fn listen<N: Send + 'static>(queue: Sender<Event<N>>, signals: &Signals) -> io::Result<Self> {
        let signals = signals.raised();
        let leave = Arc::new(AtomicBool::new(false));
        let (ends, keyboard_ends) = mpsc::channel();
        let mut input = Self { leave: Arc::clone(&leave), keyboard: None, keyboard_ends, watch: None };
        let (told, keys) = (Arc::clone(&leave), queue.clone());
        input.keyboard = Some(thread::Builder::new().name("keyboard".to_owned()).spawn(move || {
            let _ends: Sender<()> = ends;
            while !told.load(Ordering::SeqCst) {
                let heard = one_glance();
                let last = matches!(heard, Some(Event::Stop(_)));
                // Where nobody reads any more, the loop has ended.
                if heard.is_some_and(|event| keys.send(event).is_err()) || last {
                    return;
                }
            }
        })?);
        input.watch = Some(thread::Builder::new().name("watch".to_owned()).spawn(move || {
            while !leave.load(Ordering::SeqCst) {
                // If nobody reads any more, the loop has ended already; that goes for every message from here.
                if signals.aside() {
                    let _ = queue.send(Event::StepAside);
                }
                let stop = match (signals.end(), io::stdin().is_terminal()) {
                    (true, _) => Stop::Signal,
                    (false, false) => Stop::InputLost,
                    (false, true) => {
                        thread::park_timeout(GLANCE);
                        continue;
                    }
                };
                let _ = queue.send(Event::Stop(stop));
                return;
            }
        })?);
        Ok(input)
    }
}

impl Drop for Input {
    fn drop(&mut self) {
        self.leave.store(true, Ordering::SeqCst);
        if let Some(watch) = self.watch.take() {
            watch.thread().unpark();
            let _ = watch.join();
        }
        if let Some(keyboard) = self.keyboard.take() {
            let ended = self.keyboard_ends.recv_timeout(GLANCE * GLANCES_TO_LEAVE);
            if ended == Err(RecvTimeoutError::Disconnected) {
                let _ = keyboard.join();
            }
            // Otherwise the terminal is gone and the thread will not come back; it ends with the program, which is leaving.
        }
    }
}

/// Waits a moment for the terminal to say something.
fn one_glance<N>() -> Option<Event<N>> {
    match event::poll(GLANCE) {
        Ok(false) => None,
        Ok(true) => event::read().map_or(Some(Event::Stop(Stop::InputLost)), understood),
        Err(error) if error.kind() == io::ErrorKind::Interrupted => None,
        Err(_) => Some(Event::Stop(Stop::InputLost)),
    }
}

fn understood<N>(heard: Heard) -> Option<Event<N>> {
    match heard {
        // Some terminals also tell when a key comes up.
        Heard::Key(key) if key.kind == KeyEventKind::Release => None,
        Heard::Key(key) => Some(Event::Key(key)),
        Heard::Paste(text) => Some(Event::Paste(text)),
        Heard::Resize(columns, rows) => Some(Event::Resized(columns, rows)),
        Heard::FocusGained | Heard::FocusLost | Heard::Mouse(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::{Event as Heard, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

    use super::understood;
    use crate::screens::kit::event_loop::Event;

    #[test]
    fn a_key_counts_when_it_goes_down_and_not_when_it_comes_up() {
        let down = KeyEvent::new(KeyCode::Tab, KeyModifiers::NONE);
        let up = KeyEvent { kind: KeyEventKind::Release, ..down };
        assert_eq!(understood::<()>(Heard::Key(down)), Some(Event::Key(down)));
        assert_eq!(understood::<()>(Heard::Key(up)), None);
        assert_eq!(understood::<()>(Heard::FocusLost), None);
        assert_eq!(understood::<()>(Heard::Resize(80, 24)), Some(Event::Resized(80, 24)));
    }
}
