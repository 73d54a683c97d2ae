//! The rows of the room, and what lies open in front of them.

use crate::desks::identity::Identity;
use crate::language::word::Word;
use crate::screens::desk::me::passphrase::NewPassphrase;

/// What the room knows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MeRoom {
    /// Who sits here; nothing until it was read.
    pub who: Option<Identity>,
    /// The place of the selected row.
    pub row: usize,
    /// What lies open in front of the rows.
    pub open: Option<Open>,
}

/// What lies open in front of the rows.
#[derive(Debug, Clone, PartialEq)]
pub enum Open {
    /// Another passphrase is being chosen.
    Passphrase(NewPassphrase),
    /// About the program, from one of its lines on.
    About(usize),
}

/// What can be chosen or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// The language of the screen.
    Language,
    /// The colours.
    Theme,
    /// Minutes without a key until it locks itself.
    LockAfter,
    /// Another passphrase.
    Passphrase,
    /// About the program.
    About,
}

impl Row {
    /// From top to bottom.
    pub const ALL: [Self; 5] = [Self::Language, Self::Theme, Self::LockAfter, Self::Passphrase, Self::About];

    /// What it is called.
    #[must_use]
    pub const fn word(self) -> Word {
        match self {
            Self::Language => Word("me-language"),
            Self::Theme => Word("me-theme"),
            Self::LockAfter => Word("me-lock-after"),
            Self::Passphrase => Word("me-passphrase"),
            Self::About => Word("me-about"),
        }
    }
}

impl MeRoom {
    /// The selected row.
    #[must_use]
    pub fn selected(&self) -> Row {
        Row::ALL.get(self.row).copied().unwrap_or(Row::Language)
    }
}
