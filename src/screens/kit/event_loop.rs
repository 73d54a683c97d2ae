//! One queue, one loop: an event comes in, the state changes, and a picture is drawn when the queue is empty.

use std::io;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use chrono::{DateTime, FixedOffset, Utc};
use crossterm::event::KeyEvent;

/// The instant at which something happened, and the local clock it was seen on. Only the loop asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// In UTC.
    pub now: DateTime<Utc>,
    /// What to add to UTC for the clock on the wall.
    pub local: FixedOffset,
}

/// Something that happened. `N` is what workers have to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event<N> {
    /// A key went down.
    Key(KeyEvent),
    /// Text was pasted as a whole.
    Paste(String),
    /// The terminal has this many columns and rows now.
    Resized(u16, u16),
    /// Nothing happened for a while.
    Tick,
    /// A worker tells something.
    News(N),
    /// Something outside wants the program out of the way for a while: SIGTSTP. It is never stopped by that, for a
    /// program that stands still cannot lock.
    StepAside,
    /// Nobody can type any more, or a signal asked for the end.
    Stop(Stop),
}

/// Why the loop must end without being asked by a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// A signal asked for it.
    Signal,
    /// The keyboard is gone.
    InputLost,
}

/// Whether to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// Draw what changed and wait for the next event.
    On,
    /// Draw everything again: something else wrote on the terminal.
    Afresh,
    /// Leave the loop.
    End,
}

/// Where events wait. Everything that happens goes through it, so there is one order of things.
pub struct Queue<N> {
    sender: Sender<Event<N>>,
    receiver: Receiver<Event<N>>,
}

impl<N> Default for Queue<N> {
    fn default() -> Self {
        Self::new()
    }
}

impl<N> Queue<N> {
    /// An empty queue.
    #[must_use]
    pub fn new() -> Self {
        let (sender, receiver) = mpsc::channel();
        Self { sender, receiver }
    }

    /// A way in, for the keyboard and for workers.
    #[must_use]
    pub fn sender(&self) -> Sender<Event<N>> {
        self.sender.clone()
    }
}

/// Runs until `handle` ends it: waits for an event, stamps it with the clock, has it handled, and draws once nothing
/// waits any more. `draw` is told whether to draw everything again. Where nothing happens for `pause`, that is an event
/// too.
///
/// # Errors
/// When drawing or handling fails. The caller gives the terminal back before telling.
pub fn run<S, N>(
    queue: &Queue<N>,
    state: &mut S,
    (clock, pause): (&dyn Fn() -> Moment, Duration),
    mut draw: impl FnMut(&S, bool) -> io::Result<()>,
    mut handle: impl FnMut(&mut S, Event<N>, Moment) -> Flow,
) -> io::Result<()> {
    let mut afresh = false;
    loop {
        draw(state, afresh)?;
        afresh = false;
        let mut next = match queue.receiver.recv_timeout(pause) {
            Ok(first) => Some(first),
            Err(RecvTimeoutError::Timeout) => Some(Event::Tick),
            // The queue holds a sender itself, so this is never met.
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        };
        while let Some(event) = next {
            match handle(state, event, clock()) {
                Flow::On => {}
                Flow::Afresh => afresh = true,
                Flow::End => return Ok(()),
            }
            next = queue.receiver.try_recv().ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, FixedOffset, Offset, Utc};

    use std::time::Duration;

    use super::{Event, Flow, Moment, Queue, Stop, run};

    fn clock() -> Moment {
        let local: FixedOffset = Utc.fix();
        Moment { now: DateTime::UNIX_EPOCH, local }
    }

    #[test]
    fn the_picture_is_drawn_when_nothing_waits_and_not_before() {
        let queue = Queue::new();
        for number in 1..=3 {
            queue.sender().send(Event::News(number)).unwrap();
        }
        let mut drawn = Vec::new();
        let mut seen = 0;
        let ended = run(
            &queue,
            &mut seen,
            (&clock, Duration::from_secs(3600)),
            |seen, afresh| {
                drawn.push((*seen, afresh));
                if *seen == 3 {
                    queue.sender().send(Event::Tick).map_err(std::io::Error::other)?;
                }
                if *seen == 4 {
                    queue.sender().send(Event::Stop(Stop::Signal)).map_err(std::io::Error::other)?;
                }
                Ok(())
            },
            |seen, event, _| match event {
                Event::News(number) => {
                    *seen = number;
                    Flow::On
                }
                Event::Stop(_) => Flow::End,
                _ => {
                    *seen += 1;
                    Flow::Afresh
                }
            },
        );
        assert!(ended.is_ok());
        assert_eq!(drawn, [(0, false), (3, false), (4, true)]);
    }

    #[test]
    fn a_pause_is_an_event_too() {
        let queue = Queue::<()>::new();
        let mut seen = None;
        let pause = (&clock as &dyn Fn() -> Moment, Duration::ZERO);
        let ended = run(
            &queue,
            &mut seen,
            pause,
            |_, _| Ok(()),
            |seen, event, _| {
                *seen = Some(event);
                Flow::End
            },
        );
        assert!(ended.is_ok());
        assert_eq!(seen, Some(Event::Tick));
    }

    #[test]
    fn a_terminal_that_cannot_be_drawn_on_ends_the_loop() {
        let queue = Queue::<()>::new();
        let ended = run(
            &queue,
            &mut (),
            (&clock, Duration::ZERO),
            |(), _| Err(std::io::Error::other("gone")),
            |(), _, _| Flow::On,
        );
        assert_eq!(ended.unwrap_err().to_string(), "gone");
    }
}
