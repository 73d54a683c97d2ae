//! Packets that move one way in one exchange, and how far each of them has come.

use std::collections::BTreeMap;

use crate::desks::carrying::progress::{Moving, Progress};
use crate::domain::ids::Digest;

/// Packets that move one way.
#[derive(Debug, Clone, Default)]
pub(crate) struct Freight {
    packets: BTreeMap<Digest, Piece>,
    done: usize,
    there: u64,
    of: u64,
}

/// One of them.
#[derive(Debug, Clone, Copy)]
struct Piece {
    size: u64,
    there: u64,
    done: bool,
}

impl Freight {
    /// A packet of which so many bytes came over before.
    pub(crate) fn add(&mut self, packet: Digest, size: u64, there: u64) {
        let there = there.min(size);
        if self.packets.insert(packet, Piece { size, there, done: false }).is_none() {
            self.there += there;
            self.of += size;
        }
    }

    /// Whether a packet was among them.
    pub(crate) fn has(&self, packet: Digest) -> bool {
        self.packets.contains_key(&packet)
    }

    /// The size of a packet; zero if it was not among them.
    pub(crate) fn size_of(&self, packet: Digest) -> u64 {
        self.packets.get(&packet).map_or(0, |piece| piece.size)
    }

    /// So many bytes of a packet are over now.
    pub(crate) fn came(&mut self, packet: Digest, there: u64) {
        if let Some(piece) = self.packets.get_mut(&packet) {
            let there = there.min(piece.size);
            self.there = self.there + there - piece.there;
            piece.there = there;
        }
    }

    /// Nothing more comes of a packet: all of it is over, or it need not or cannot go.
    pub(crate) fn done(&mut self, packet: Digest) {
        self.came(packet, u64::MAX);
        if let Some(piece) = self.packets.get_mut(&packet).filter(|piece| !piece.done) {
            piece.done = true;
            self.done += 1;
        }
    }

    /// How far it is, with so many packets and bytes beyond these still to come.
    pub(crate) fn progress(&self, moving: Moving, beyond: (usize, u64)) -> Progress {
        let progress = Progress::new(moving, self.done, self.packets.len() + beyond.0);
        progress.weighing(self.there, self.of.saturating_add(beyond.1))
    }
}

#[cfg(test)]
mod tests {
    use super::Freight;
    use crate::desks::carrying::progress::{Moving, Progress};
    use crate::wire::statement::digest_of;

    #[test]
    fn what_came_counts_once_and_never_more_than_there_is() {
        let (words, photograph) = (digest_of(b"words"), digest_of(b"photograph"));
        let mut freight = Freight::default();
        freight.add(words, 100, 0);
        freight.add(photograph, 1_000, 400);
        let told = |freight: &Freight| freight.progress(Moving::Sending, (1, 50));
        let sending = |done, bytes| Progress::new(Moving::Sending, done, 3).weighing(bytes, 1_150);
        assert_eq!(told(&freight), sending(0, 400));
        freight.came(words, 9_000);
        freight.done(words);
        freight.done(words);
        assert_eq!(told(&freight), sending(1, 500));
        freight.came(photograph, 300);
        freight.came(digest_of(b"unknown"), 7);
        assert_eq!(told(&freight), sending(1, 400), "the other end lost some of it");
        freight.done(photograph);
        assert_eq!(told(&freight), sending(2, 1_100));
    }
}
