//! How long something takes on a line: its bytes, and the times somebody waits for an answer.
//!
//! ```text
//!  packets ─ pieces, as the courier cuts them ─▶ bytes and round trips ─▶ seconds on a line
//!  pieces that went ─ bytes, round trips, seconds ─▶ the line that fits them best
//! ```
//!
//! Everything that crosses is counted, not the packets alone: the handshake of TLS with its hybrid keys, its records,
//! the heads of HTTP, the receipt that comes back, and 40 bytes of TCP and IP for each segment. The figures were counted
//! on a real line between the client and the relay; the story of the poor road holds them to it.

use std::time::Duration;

use crate::courier::pace::{Pace, Patience};

/// Bytes that a fresh handshake sends both ways, before the first request.
const HANDSHAKE: u64 = 3_151;
/// Bytes that the heads of a request to send and of its answer take, and the receipt.
const QUESTION: u64 = 574;
/// The same for a piece that is not the last: nothing but its standing is answered.
const PART: u64 = 308;
/// Bytes of the head of a request.
const HEAD: u64 = 200;
/// What a record of TLS adds, and what it holds.
const RECORD: (u64, u64) = (22, 2 << 10);
/// What TCP and IP add to a segment, and what it holds.
const SEGMENT: (u64, u64) = (40, 1_400);
/// Segments that open a connection and carry nothing.
const OPENING_SEGMENTS: u64 = 3;

/// What a line does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Bits a second.
    pub bits: u64,
    /// From a question to its answer, however short they are.
    pub round_trip: Duration,
}

/// What something puts on a line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Crossing {
    /// Bytes both ways, above TCP.
    pub bytes: u64,
    /// Segments that carry none of them.
    pub bare_segments: u64,
    /// Round trips.
    pub trips: u32,
}

impl Crossing {
    /// Reaching the relay: one round trip for TCP and one for TLS.
    #[must_use]
    pub fn opening() -> Self {
        Self { bytes: HANDSHAKE, bare_segments: OPENING_SEGMENTS, trips: 2 }
    }

    /// A piece of a packet, and its answer. The last piece is answered with the receipt.
    #[must_use]
    pub fn piece(bytes: u64, last: bool) -> Self {
        let heads = if last { QUESTION } else { PART };
        Self {
            bytes: bytes + heads + (bytes + HEAD).div_ceil(RECORD.1) * RECORD.0,
            bare_segments: 0,
            trips: 1,
        }
    }

    /// Both, one after the other.
    #[must_use]
    pub fn and(self, next: Self) -> Self {
        Self {
            bytes: self.bytes + next.bytes,
            bare_segments: self.bare_segments + next.bare_segments,
            trips: self.trips + next.trips,
        }
    }

    /// Bytes with what TCP and IP add.
    #[must_use]
    pub fn on_the_wire(self) -> u64 {
        self.bytes + SEGMENT.0 * (self.bytes.div_ceil(SEGMENT.1) + self.bare_segments)
    }
}

impl Line {
    /// How long something takes on it.
    #[must_use]
    pub fn time(&self, crossing: Crossing) -> Duration {
        let micros = crossing.on_the_wire().saturating_mul(8_000_000) / self.bits.max(1);
        Duration::from_micros(micros).saturating_add(self.round_trip.saturating_mul(crossing.trips))
    }

    /// How long sending takes in one contact that begins with a fresh handshake: first these packets, then those, given
    /// by their size in bytes. The second figure is what comes on top of the first.
    #[must_use]
    pub fn sending(&self, first: &[u64], then: &[u64]) -> (Duration, Duration) {
        if first.is_empty() && then.is_empty() {
            return (Duration::ZERO, Duration::ZERO);
        }
        let mut pace = Pace::new(Patience::default());
        let opening = self.time(Crossing::opening());
        let first = first.iter().map(|size| self.sending_one(*size, &mut pace)).sum::<Duration>();
        let then = then.iter().map(|size| self.sending_one(*size, &mut pace)).sum();
        (first.saturating_add(opening), then)
    }

    fn sending_one(&self, size: u64, pace: &mut Pace) -> Duration {
        let (mut left, mut took) = (size, Duration::ZERO);
        while left > 0 {
            let piece = pace.piece(left).clamp(1, left);
            let time = self.time(Crossing::piece(piece, piece == left));
            pace.went(piece, time);
            took = took.saturating_add(time);
            left -= piece;
        }
        took
    }
}

/// What is assumed of a line's round trip before it was seen twice.
const ASSUMED: f64 = 0.8;
/// Bits a second that a line is never believed to go below or above.
const BELIEVED: (f64, f64) = (50.0, 1e9);

/// Watches what goes over a line, to tell what the line does: the two figures that fit everything seen best, by least
/// squares.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Gauge {
    seen: u32,
    /// Sums of products of bits, round trips and seconds.
    bits_bits: f64,
    bits_trips: f64,
    trips_trips: f64,
    bits_seconds: f64,
    trips_seconds: f64,
}

impl Gauge {
    /// This crossed, and took so long.
    pub fn saw(&mut self, crossing: Crossing, took: Duration) {
        // Far below 2^53, so nothing is cut.
        let bits = f64::from(u32::try_from(crossing.on_the_wire() * 8).unwrap_or(u32::MAX));
        let (trips, seconds) = (f64::from(crossing.trips), took.as_secs_f64());
        self.seen += 1;
        self.bits_bits += bits * bits;
        self.bits_trips += bits * trips;
        self.trips_trips += trips * trips;
        self.bits_seconds += bits * seconds;
        self.trips_seconds += trips * seconds;
    }

    /// The line; nothing before anything was seen.
    #[must_use]
    pub fn line(&self) -> Option<Line> {
        if self.seen == 0 || self.bits_bits <= 0.0 {
            return None;
        }
        let spread = self.bits_bits * self.trips_trips - self.bits_trips * self.bits_trips;
        let fitted = (spread > 1e-3 * self.bits_bits * self.trips_trips).then(|| {
            let a_bit = self.bits_seconds * self.trips_trips - self.trips_seconds * self.bits_trips;
            let a_trip = self.trips_seconds * self.bits_bits - self.bits_seconds * self.bits_trips;
            (a_bit / spread, a_trip / spread)
        });
        // Everything seen was alike, or what was seen contradicts itself: half of it at most is put down to distance.
        let (a_bit, a_trip) =
            fitted.filter(|(a_bit, a_trip)| *a_bit > 0.0 && *a_trip >= 0.0).unwrap_or_else(|| {
                let a_trip = ASSUMED.min(self.trips_seconds / self.trips_trips.max(1.0) / 2.0);
                ((self.bits_seconds - a_trip * self.bits_trips) / self.bits_bits, a_trip)
            });
        let bits = (1.0 / a_bit.max(1e-9)).clamp(BELIEVED.0, BELIEVED.1);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "clamped to what a line is believed to do, far within 64 bits"
        )]
        let bits = bits as u64;
        Some(Line { bits, round_trip: Duration::from_secs_f64(a_trip.clamp(0.0, 60.0)) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NARROW: Line = Line { bits: 9_600, round_trip: Duration::from_millis(800) };

    #[test]
    fn a_batch_of_twenty_is_reckoned_as_the_poor_road_was_measured() {
        let (words, rest) = NARROW.sending(&[9_200], &[]);
        assert!((Duration::from_secs(12)..Duration::from_secs(15)).contains(&words), "{words:?}");
        assert_eq!(rest, Duration::ZERO);
        assert_eq!(NARROW.sending(&[], &[]), (Duration::ZERO, Duration::ZERO));
    }

    #[test]
    fn what_follows_is_told_apart_and_costs_no_second_handshake() {
        let (words, photograph) = NARROW.sending(&[9_200], &[300_000]);
        assert_eq!(words, NARROW.sending(&[9_200], &[]).0);
        assert!(
            photograph > Duration::from_secs(250) && photograph < Duration::from_secs(300),
            "{photograph:?}"
        );
    }

    #[test]
    fn a_line_is_told_from_what_went_over_it() {
        for line in [NARROW, Line { bits: 2_400, round_trip: Duration::from_millis(1_500) }] {
            let mut gauge = Gauge::default();
            assert_eq!(gauge.line(), None);
            let first = Crossing::opening().and(Crossing::piece(9_000, true));
            gauge.saw(first, line.time(first));
            let told = gauge.line().unwrap();
            assert!((line.bits / 2..line.bits * 2).contains(&told.bits), "once is little: {told:?}");
            for bytes in [300, 16_000, 2_000] {
                gauge.saw(Crossing::piece(bytes, true), line.time(Crossing::piece(bytes, true)));
            }
            let told = gauge.line().unwrap();
            assert!(told.bits.abs_diff(line.bits) < line.bits / 50, "{told:?}");
            assert!(told.round_trip.abs_diff(line.round_trip) < Duration::from_millis(60), "{told:?}");
        }
    }

    #[test]
    fn what_contradicts_itself_still_gives_a_line_that_can_be_reckoned_with() {
        let mut gauge = Gauge::default();
        gauge.saw(Crossing::piece(16_000, true), Duration::from_millis(1));
        gauge.saw(Crossing::piece(100, true), Duration::from_secs(9));
        let told = gauge.line().unwrap();
        assert!(told.bits > 0 && told.round_trip <= Duration::from_secs(60), "{told:?}");
        gauge.saw(Crossing::default(), Duration::ZERO);
        assert!(gauge.line().is_some());
    }
}
