//! The six rooms of the desk, as they stand behind the tabs.

use crate::language::word::Word;

/// A room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// What is owed to Brussels.
    Queue,
    /// What goes next, and over which line.
    Batch,
    /// What went, and what became of it.
    Sent,
    /// Who is out there.
    Contingent,
    /// What to notice, what to do, what never to do.
    Guide,
    /// Who sits here, and what he chose.
    Me,
}

impl Room {
    /// All of them, from left to right.
    pub const ALL: [Self; 6] =
        [Self::Queue, Self::Batch, Self::Sent, Self::Contingent, Self::Guide, Self::Me];

    /// What it is called.
    #[must_use]
    pub const fn word(self) -> Word {
        match self {
            Self::Queue => Word("queue"),
            Self::Batch => Word("batch"),
            Self::Sent => Word("sent"),
            Self::Contingent => Word("contingent"),
            Self::Guide => Word("guide"),
            Self::Me => Word("me"),
        }
    }

    /// The room to the right; after the last comes the first.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL.into_iter().cycle().skip_while(|room| *room != self).nth(1).unwrap_or(Self::Queue)
    }

    /// The room to the left; before the first comes the last.
    #[must_use]
    pub fn previous(self) -> Self {
        Self::ALL.into_iter().rev().cycle().skip_while(|room| *room != self).nth(1).unwrap_or(Self::Me)
    }
}

#[cfg(test)]
mod tests {
    use super::Room;

    #[test]
    fn the_rooms_go_round_both_ways() {
        for room in Room::ALL {
            assert_eq!(room.next().previous(), room);
        }
        assert_eq!((Room::Me.next(), Room::Queue.previous()), (Room::Queue, Room::Me));
    }
}
