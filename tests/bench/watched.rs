//! The built program in a real terminal, with a watch beside it: when each frame was complete, to the last byte.

use std::collections::VecDeque;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::num::NonZero;
use std::os::fd::OwnedFd;
use std::process::{Child, Command};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use crate::pseudo_terminal::{FrameEnd, in_a_terminal};

/// Longer than anything here takes; it ends a measurement that hangs.
const HANGS: Duration = Duration::from_secs(30);
/// Frames that may come between a key and the one that answers it.
const MOST_BEFORE_AN_ANSWER: usize = 5;
const SIZE: (u16, u16) = (80, 24);

/// A running program, what it wrote so far, and what its terminal shows.
pub struct Watched {
    child: Child,
    keys: File,
    /// What came, and when the reading of it returned.
    pieces: Receiver<(Instant, Vec<u8>)>,
    /// What came and is not on the screen yet, and when the last of it came.
    rest: VecDeque<u8>,
    came: Instant,
    screen: vt100::Parser,
    end: FrameEnd,
    pressed: u32,
    _slave: OwnedFd,
}

/// What a person sees: words and the cursor.
type Picture = (String, Option<(u16, u16)>);

impl Watched {
    /// Starts a program in a new terminal, and tells when that was begun.
    pub fn start(command: &mut Command) -> (Self, Instant) {
        let (columns, rows) = SIZE;
        let begun = Instant::now();
        let (child, keys, slave, _) = in_a_terminal(command, columns, rows);
        let mut reading = keys.try_clone().unwrap();
        let (told, pieces) = channel();
        std::thread::spawn(move || {
            let mut piece = vec![0; 65_536];
            while let Ok(length @ 1..) = reading.read(&mut piece) {
                if told.send((Instant::now(), piece[..length].to_vec())).is_err() {
                    return;
                }
            }
        });
        let screen = vt100::Parser::new(NonZero::new(rows).unwrap(), NonZero::new(columns).unwrap(), 0);
        let end = FrameEnd::default();
        let watched = Self {
            child,
            keys,
            pieces,
            rest: VecDeque::new(),
            came: begun,
            screen,
            end,
            pressed: 0,
            _slave: slave,
        };
        (watched, begun)
    }

    /// Waits for the next frame and gives back when its last byte came.
    fn frame(&mut self) -> Instant {
        loop {
            while let Some(byte) = self.rest.pop_front() {
                self.screen.process(&[byte]);
                if self.end.takes(byte) {
                    return self.came;
                }
            }
            let Ok((came, piece)) = self.pieces.recv_timeout(HANGS) else {
                panic!("nothing is drawn any more:\n{}", self.screen.screen().contents());
            };
            self.came = came;
            self.rest.extend(piece);
        }
    }

    fn picture(&self) -> Picture {
        let screen = self.screen.screen();
        (screen.contents(), (!screen.hide_cursor()).then(|| screen.cursor_position()))
    }

    /// What the terminal shows.
    pub fn shown(&self) -> String {
        self.screen.screen().contents()
    }

    /// Waits for a frame with these words, and gives back when it was complete.
    pub fn wait_for(&mut self, words: &str) -> Instant {
        let mut at = self.came;
        let waiting = Instant::now();
        while waiting.elapsed() < HANGS {
            if self.shown().contains(words) {
                return at;
            }
            at = self.frame();
        }
        panic!("{words:?} never came:\n{}", self.shown());
    }

    /// Presses keys and does not look.
    pub fn press(&mut self, keys: &str) -> Instant {
        while let Ok((came, piece)) = self.pieces.try_recv() {
            self.came = came;
            self.rest.extend(piece);
        }
        while let Some(byte) = self.rest.pop_front() {
            self.screen.process(&[byte]);
            self.end.takes(byte);
        }
        self.pressed += 1;
        let pressed = Instant::now();
        self.keys.write_all(keys.as_bytes()).unwrap();
        pressed
    }

    /// Presses one key and waits for the frame that shows what it did; a frame that shows nothing new is no answer.
    pub fn answered(&mut self, key: &str) -> Duration {
        let pressed = self.press(key);
        let before = self.picture();
        for _ in 0..MOST_BEFORE_AN_ANSWER {
            let at = self.frame();
            if self.picture() != before {
                return at.saturating_duration_since(pressed);
            }
        }
        panic!("{key:?} changes nothing:\n{}", self.shown());
    }

    /// Presses one key and waits until as many bytes came back: for a program that draws no frames.
    pub fn echoed(&mut self, key: &str) -> Duration {
        let pressed = self.press(key);
        let (came, piece) = self.pieces.recv_timeout(HANGS).unwrap();
        assert_eq!(piece, key.as_bytes());
        came.saturating_duration_since(pressed)
    }

    /// Waits for the first bytes of a program that draws no frames.
    pub fn first_bytes(&mut self) -> Instant {
        self.pieces.recv_timeout(HANGS).unwrap().0
    }

    /// How often keys were pressed.
    pub fn pressed(&self) -> u32 {
        self.pressed
    }

    /// How long the program has worked so far, and how long it has waited for a processor that others had.
    pub fn worked_and_waited(&self) -> (Duration, Duration) {
        let tasks = fs::read_dir(format!("/proc/{}/task", self.process())).unwrap();
        tasks.fold((Duration::ZERO, Duration::ZERO), |(worked, waited), task| {
            let told = fs::read_to_string(task.unwrap().path().join("schedstat")).unwrap_or_default();
            let mut nanoseconds = told.split_whitespace().map(|part| part.parse().unwrap_or(0));
            let mut next = || Duration::from_nanos(nanoseconds.next().unwrap_or(0));
            (worked + next(), waited + next())
        })
    }

    /// The number by which the system knows the program.
    pub fn process(&self) -> String {
        self.child.id().to_string()
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
