//! How much is sent in one go, and how long its answer is awaited: by what the line has been seen to do.
//!
//! A line is dead when nothing crosses it, not when much takes long. So a large packet goes in pieces, each of which is
//! answered when it is on the relay's disk: an answer is progress, and the time allowed is that of one piece.

use std::time::{Duration, Instant};

/// The first piece, before anything is known of the line: two minutes at 1 kbit/s, and a batch of twenty reports fits.
const FIRST: u64 = 16 << 10;
/// Pieces are neither smaller nor larger than this, in bytes.
const PIECES: (u64, u64) = (2 << 10, 4 << 20);
/// How many seconds a piece should take: long enough that asking for the next does not matter on a line with a round
/// trip of two seconds.
const SECONDS: u64 = 30;
/// How much slower than it was a line may become within one piece.
const SLACK: u64 = 4;

/// How long one waits for what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// How long reaching the relay may take. At 2.4 kbit/s the handshake alone takes twenty seconds.
    pub connect: Duration,
    /// How long an answer, or the next bytes of one, may be awaited beyond the time its question takes.
    pub answer: Duration,
    /// Bytes a second below which a line counts as dead, as long as nothing is known of it.
    pub slowest: u64,
}

impl Default for Patience {
    fn default() -> Self {
        Self { connect: Duration::from_secs(60), answer: Duration::from_secs(90), slowest: 50 }
    }
}

/// What the line has been seen to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    patience: Patience,
    /// Bytes a second.
    rate: Option<u64>,
    piece: u64,
}

impl Pace {
    /// Nothing is known yet.
    pub fn new(patience: Patience) -> Self {
        Self { patience, rate: None, piece: FIRST }
    }

    /// How many of the bytes that are left go next.
    pub fn piece(&self, left: u64) -> u64 {
        // A small rest goes along: another round trip would cost more.
        if left <= self.piece + self.piece / 4 { left } else { self.piece }
    }

    /// How long a piece of so many bytes, and its answer, may take.
    pub fn time_for(&self, bytes: u64) -> Duration {
        let slowest = self.rate.map_or(self.patience.slowest, |rate| rate / SLACK).max(1);
        self.patience.answer + Duration::from_secs(bytes / slowest)
    }

    /// A piece was answered after this time.
    pub fn went(&mut self, bytes: u64, took: Duration) {
        let millis = u64::try_from(took.as_millis()).unwrap_or(u64::MAX).max(1);
        let rate = bytes.saturating_mul(1_000) / millis;
        self.rate = Some(rate);
        // Never more than four times at once: one lucky answer says little of a line.
        let most = self.piece.saturating_mul(4).min(PIECES.1);
        self.piece = rate.saturating_mul(SECONDS).clamp(PIECES.0, most);
    }

    /// A piece was not answered in its time.
    pub fn stalled(&mut self) {
        self.rate = None;
        self.piece = (self.piece / 4).max(PIECES.0);
    }
}

/// How fast a line is can only be seen where it is used. It decides how much is sent in one go, and nothing that lasts.
#[expect(
    clippy::disallowed_methods,
    reason = "measures the line; what it says lasts no longer than the line"
)]
pub(crate) fn tick() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATIENCE: Patience =
        Patience { connect: Duration::ZERO, answer: Duration::from_secs(90), slowest: 50 };

    #[test]
    fn a_slow_line_gets_small_pieces_and_a_fast_one_large_ones() {
        let mut slow = Pace::new(PATIENCE);
        slow.went(16_384, Duration::from_secs(55));
        assert_eq!(slow.piece(1 << 20), 297 * 30);
        assert!(slow.time_for(slow.piece(1 << 20)) < Duration::from_secs(90 + 125));
        let mut fast = Pace::new(PATIENCE);
        for _ in 0..9 {
            fast.went(fast.piece(1 << 30), Duration::from_millis(1));
        }
        assert_eq!(fast.piece(1 << 30), 4 << 20);
        assert_eq!(fast.piece(5 << 20), 5 << 20, "a small rest goes along");
    }

    #[test]
    fn a_batch_goes_in_one_piece_on_a_line_of_which_nothing_is_known() {
        let pace = Pace::new(PATIENCE);
        assert_eq!(pace.piece(9_200), 9_200);
        assert_eq!(pace.time_for(9_200), Duration::from_secs(90 + 184));
    }

    #[test]
    fn a_line_that_answers_nothing_is_tried_with_less_and_less() {
        let mut pace = Pace::new(PATIENCE);
        for _ in 0..9 {
            pace.stalled();
        }
        assert_eq!(pace.piece(1 << 20), 2_048);
    }
}
