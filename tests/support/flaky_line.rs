//! A line between a member and the relay: slow, far, broken at the worst moment, or dead without a word. It counts what
//! crosses it, so that the time a real line would take is reckoned and not waited for.

#![allow(dead_code, reason = "each test binary has its own bad lines")]

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use vigilia::crypto::digest::sha256;

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, Default)]
pub struct Shape {
    /// Bits a second each way; at 0 as fast as the machine.
    pub bits: u64,
    /// How long every byte is on its way, one way.
    pub delay: Duration,
    /// Each connection breaks after so many bytes both ways: between these two, drawn from a seed.
    pub cut: Option<(usize, usize, u64)>,
    /// So many connections, from the first on, fall silent for good after so many bytes up, and are not closed.
    pub hang: Option<(usize, usize)>,
    /// The whole line falls silent for good after so many bytes both ways.
    pub silent_after: Option<usize>,
}

#[derive(Default)]
struct Line {
    /// Bytes that still come down before the line breaks; at none left it holds.
    fuse: AtomicUsize,
    up: AtomicUsize,
    down: AtomicUsize,
    contacts: AtomicUsize,
    /// Times an answer followed a question.
    turns: AtomicUsize,
    last_was_up: AtomicBool,
    /// From now on as fast as the machine.
    mended: AtomicBool,
    carried: (Mutex<usize>, Condvar),
    silence: (Mutex<bool>, Condvar),
}

pub struct FlakyLine {
    address: String,
    line: Arc<Line>,
}

/// What one connection has left.
struct Budget {
    /// Bytes both ways until it breaks.
    cut: Mutex<Option<usize>>,
    /// Bytes up until it falls silent.
    hang: Mutex<Option<usize>>,
}

impl FlakyLine {
    /// A good line to the relay at `address`, to be broken on purpose.
    pub fn to(address: &str) -> Self {
        Self::shaped(address, Shape::default())
    }

    /// A bad line to the relay at `address`.
    pub fn shaped(address: &str, shape: Shape) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let own = listener.local_addr().unwrap().to_string();
        let line = Arc::new(Line::default());
        let (far, shared) = (address.to_owned(), Arc::clone(&line));
        thread::spawn(move || {
            for near in listener.incoming() {
                let (Ok(near), Ok(far)) = (near, TcpStream::connect(&far)) else { continue };
                let number = shared.contacts.fetch_add(1, Ordering::SeqCst);
                let hang = shape.hang.filter(|(contacts, _)| number < *contacts).map(|(_, bytes)| bytes);
                let cut = shape.cut.map(|(least, most, seed)| drawn(least, most, seed, number));
                let budget = Arc::new(Budget { cut: Mutex::new(cut), hang: Mutex::new(hang) });
                let (near_too, far_too) = (near.try_clone().unwrap(), far.try_clone().unwrap());
                carry(
                    near,
                    far,
                    Way { up: true, line: Arc::clone(&shared), budget: Arc::clone(&budget), shape },
                );
                carry(far_too, near_too, Way { up: false, line: Arc::clone(&shared), budget, shape });
            }
        });
        Self { address: own, line }
    }

    pub fn address(&self) -> &str {
        &self.address
    }

    /// The next word of the relay never arrives: the line breaks instead.
    pub fn swallow_the_next_answer(&self) {
        self.break_after(1);
    }

    /// The line breaks, once, in the piece that holds this byte of what the relay says next.
    pub fn break_after(&self, bytes: usize) {
        self.line.fuse.store(bytes, Ordering::SeqCst);
    }

    /// Bytes that crossed so far, up and down.
    pub fn crossed(&self) -> (usize, usize) {
        (self.line.up.load(Ordering::SeqCst), self.line.down.load(Ordering::SeqCst))
    }

    /// Bytes that crossed so far, both ways.
    pub fn total(&self) -> usize {
        self.crossed().0 + self.crossed().1
    }

    /// Waits until some connection has fallen silent.
    pub fn wait_for_silence(&self, most: Duration) {
        let (silent, told) = &self.line.silence;
        let silent = silent.lock().unwrap();
        let (_silent, waited) = told.wait_timeout_while(silent, most, |silent| !*silent).unwrap();
        assert!(!waited.timed_out(), "the line never fell silent");
    }

    /// Waits until so many bytes have crossed, both ways together; tells whether they have, within this time.
    pub fn has_carried(&self, bytes: usize, most: Duration) -> bool {
        let (carried, told) = &self.line.carried;
        let carried = carried.lock().unwrap();
        let (carried, _) = told.wait_timeout_while(carried, most, |carried| *carried < bytes).unwrap();
        *carried >= bytes
    }

    /// From now on the line is as fast as the machine.
    pub fn mend(&self) {
        self.line.mended.store(true, Ordering::SeqCst);
    }

    /// Connections so far.
    pub fn contacts(&self) -> usize {
        self.line.contacts.load(Ordering::SeqCst)
    }

    /// Times that an answer followed a question, not counting those that opened a connection.
    pub fn turns(&self) -> usize {
        self.line.turns.load(Ordering::SeqCst)
    }

    /// How long what crossed so far would have taken on a line of this many bits a second, one way at a time, with this
    /// round trip: the bytes with 40 more for each segment of 1,400, three segments to open a connection, and one round
    /// trip for each connection and each answer.
    pub fn link_time(&self, bits: u64, round_trip: Duration) -> Duration {
        let segments = self.total().div_ceil(1_400) + 3 * self.contacts();
        let bytes = (self.total() + 40 * segments) as u64;
        let trips = u32::try_from(self.contacts() + self.turns()).unwrap();
        Duration::from_millis(bytes * 8_000 / bits) + round_trip * trips
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "a line in a test is slow by the clock; no test asks how slow it was"
)]
fn tick() -> Instant {
    Instant::now()
}

fn drawn(least: usize, most: usize, seed: u64, number: usize) -> usize {
    let chance = sha256(&[seed.to_le_bytes(), (number as u64).to_le_bytes()].concat());
    let chance = u32::from_le_bytes([chance[0], chance[1], chance[2], chance[3]]) as usize;
    least + chance % (most - least + 1)
}

struct Way {
    up: bool,
    line: Arc<Line>,
    budget: Arc<Budget>,
    shape: Shape,
}

/// One direction: read, held for its time, written.
fn carry(from: TcpStream, to: TcpStream, way: Way) {
    // A short queue, so that a slow line pushes back on whoever sends.
    let (pieces, queue) = sync_channel::<(Instant, Vec<u8>)>(4);
    let from_too = from.try_clone().unwrap();
    thread::spawn(move || take(from, &pieces, &way));
    thread::spawn(move || give(from_too, to, &queue));
}

fn take(mut from: TcpStream, pieces: &SyncSender<(Instant, Vec<u8>)>, way: &Way) {
    let mut bytes = vec![0; if way.shape.bits > 0 { 1_400 } else { 16_384 }];
    let mut free = tick();
    while let Ok(some @ 1..) = from.read(&mut bytes) {
        let some = match way.passes(some) {
            Passes::All => some,
            Passes::Some(most) => most,
            Passes::Nothing => continue,
            Passes::AndBreaks(most) => {
                let _ = pieces.send((free, bytes[..most].to_vec()));
                break;
            }
        };
        let now = tick();
        let mended = way.line.mended.load(Ordering::SeqCst);
        free = match (some as u64 * 8_000_000).checked_div(way.shape.bits) {
            Some(took) if !mended => free.max(now) + Duration::from_micros(took),
            _ => now,
        };
        if pieces.send((free + way.shape.delay, bytes[..some].to_vec())).is_err() {
            break;
        }
    }
}

fn give(from: TcpStream, mut to: TcpStream, queue: &Receiver<(Instant, Vec<u8>)>) {
    let (_never, silence) = sync_channel::<()>(1);
    while let Ok((due, bytes)) = queue.recv() {
        let _ = silence.recv_timeout(due.saturating_duration_since(tick()));
        if to.write_all(&bytes).is_err() {
            break;
        }
    }
    let _ = from.shutdown(Shutdown::Both);
    let _ = to.shutdown(Shutdown::Both);
}

enum Passes {
    All,
    /// So many of them, and no more ever.
    Some(usize),
    /// The line is silent and looks alive.
    Nothing,
    /// So many more, and then the line breaks.
    AndBreaks(usize),
}

impl Way {
    fn passes(&self, some: usize) -> Passes {
        if !self.up {
            let left = self.line.fuse.load(Ordering::SeqCst);
            self.line.fuse.store(left.saturating_sub(some), Ordering::SeqCst);
            if (1..=some).contains(&left) {
                return Passes::AndBreaks(0);
            }
        }
        if let Some(left) = self.budget.hang.lock().unwrap().as_mut() {
            if self.up {
                *left = left.saturating_sub(some);
            }
            if *left == 0 {
                *self.line.silence.0.lock().unwrap() = true;
                self.line.silence.1.notify_all();
                return Passes::Nothing;
            }
        }
        let carried = *self.line.carried.0.lock().unwrap();
        let left = self.shape.silent_after.map_or(some, |most| some.min(most.saturating_sub(carried)));
        if left == 0 {
            return Passes::Nothing;
        }
        let (some, whole) = (left, left == some);
        let passing = match self.budget.cut.lock().unwrap().as_mut() {
            Some(left) => {
                let passing = some.min(*left);
                *left -= passing;
                if *left == 0 { Passes::AndBreaks(passing) } else { Passes::All }
            }
            None if whole => Passes::All,
            None => Passes::Some(some),
        };
        let counted = if let Passes::AndBreaks(most) = passing { most } else { some };
        let count = if self.up { &self.line.up } else { &self.line.down };
        count.fetch_add(counted, Ordering::SeqCst);
        *self.line.carried.0.lock().unwrap() += counted;
        self.line.carried.1.notify_all();
        if self.line.last_was_up.swap(self.up, Ordering::SeqCst) && !self.up {
            self.line.turns.fetch_add(1, Ordering::SeqCst);
        }
        passing
    }
}
