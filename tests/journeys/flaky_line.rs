//! A line between a member and the relay that counts what crosses it and can break at the worst moment.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

#[derive(Default)]
struct Line {
    /// Bytes that still come down before the line breaks; at none left it holds.
    fuse: AtomicUsize,
    up: AtomicUsize,
    down: AtomicUsize,
}

pub struct FlakyLine {
    address: String,
    line: Arc<Line>,
}

impl FlakyLine {
    /// A line to the relay at `address`.
    pub fn to(address: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let own = listener.local_addr().unwrap().to_string();
        let line = Arc::new(Line::default());
        let (far, shared) = (address.to_owned(), Arc::clone(&line));
        thread::spawn(move || {
            for near in listener.incoming() {
                let (Ok(near), Ok(far)) = (near, TcpStream::connect(&far)) else { continue };
                let (near_too, far_too) = (near.try_clone().unwrap(), far.try_clone().unwrap());
                let (up, down) = (Arc::clone(&shared), Arc::clone(&shared));
                thread::spawn(move || carry(near, far, &up.up, &AtomicUsize::new(0)));
                thread::spawn(move || carry(far_too, near_too, &down.down, &down.fuse));
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
}

fn carry(mut from: TcpStream, mut to: TcpStream, count: &AtomicUsize, fuse: &AtomicUsize) {
    let mut bytes = [0; 16_384];
    while let Ok(some @ 1..) = from.read(&mut bytes) {
        let left = fuse.load(Ordering::SeqCst);
        fuse.store(left.saturating_sub(some), Ordering::SeqCst);
        if (1..=some).contains(&left) {
            break;
        }
        count.fetch_add(some, Ordering::SeqCst);
        if to.write_all(&bytes[..some]).is_err() {
            break;
        }
    }
    let _ = from.shutdown(Shutdown::Both);
    let _ = to.shutdown(Shutdown::Both);
}
