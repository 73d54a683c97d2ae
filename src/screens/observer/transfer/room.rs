//! What waits, and the folder that is being named.

use crate::desks::transfer::Waiting;
use crate::language::word::Word;
use crate::screens::kit::widgets::text_field::TextField;
use crate::screens::observer::errand::{Errand, Outcome, Progress};

/// Characters a path may have.
const LONGEST_PATH: usize = 1_000;

/// What the room knows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TransferRoom {
    /// What waits to be carried; nothing until it was read.
    pub waiting: Option<Waiting>,
    /// The folder that is being named.
    pub ask: Option<Ask>,
    /// The folder named last, while the program runs.
    pub folder: String,
    /// What came of the last errand.
    pub last: Option<Outcome>,
    /// The first line shown.
    pub first: usize,
}

/// A folder being named.
#[derive(Debug, Clone, PartialEq)]
pub struct Ask {
    /// What for.
    pub direction: Direction,
    /// What is typed.
    pub field: TextField,
    /// Folders it may become.
    pub offers: Vec<String>,
}

/// To a stick or from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Write what waits.
    Write,
    /// Read what came back.
    Read,
}

/// An errand under way.
#[derive(Debug, Clone, PartialEq)]
pub struct Underway {
    /// Which.
    pub errand: Errand,
    /// How far it is.
    pub progress: Progress,
    /// It was asked to end at the next packet.
    pub stopping: bool,
    /// The desk is to be left when it has ended.
    pub leaving: bool,
}

impl Underway {
    /// It was just begun.
    #[must_use]
    pub fn new(errand: Errand) -> Self {
        Self { errand, progress: Progress::default(), stopping: false, leaving: false }
    }
}

impl Ask {
    /// Asks for a folder and offers the one named last.
    #[must_use]
    pub fn new(direction: Direction, last: &str) -> Self {
        let mut field = TextField::new(LONGEST_PATH, Some(Word("transfer-folder-hint")));
        if !last.is_empty() {
            field.offer(last);
        }
        Self { direction, field, offers: Vec::new() }
    }
}

impl TransferRoom {
    /// Reports that no road has yet.
    #[must_use]
    pub fn reports_waiting(&self) -> u32 {
        let Some(waiting) = &self.waiting else { return 0 };
        let sealed = waiting.packets.iter().filter(|packet| packet.is_unsent()).map(|packet| packet.reports);
        sealed.fold(waiting.unpacked, u32::saturating_add)
    }

    /// Packets that no road has yet, and their bytes.
    #[must_use]
    pub fn packets_waiting(&self) -> (usize, u64) {
        let packets =
            self.waiting.iter().flat_map(|waiting| &waiting.packets).filter(|packet| packet.is_unsent());
        packets.fold((0, 0), |(count, bytes), packet| (count + 1, packet.size.saturating_add(bytes)))
    }
}
