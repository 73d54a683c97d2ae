//! What the locked screen hears, and what it may ask of the world.

use crossterm::event::KeyEvent;

use crate::crypto::secret::Passphrase;
use crate::language::phrase::Phrase;

/// Something the locked screen hears. An opened vault is none of it: with that the screen is left.
pub enum Message {
    /// A key went down.
    Key(KeyEvent),
    /// Text was pasted.
    Paste(String),
    /// The terminal has this many columns and rows.
    Resized(u16, u16),
    /// Nothing happened for a while.
    Tick,
    /// The vault was not opened.
    Told(Told),
}

/// Why the vault was not opened.
#[derive(Debug, Clone, PartialEq)]
pub enum Told {
    /// The passphrase was tried and does not fit; the next one may be tried in so many seconds.
    Wrong(u32),
    /// The passphrase was not tried; one may be in so many seconds.
    TooSoon(u32),
    /// Something else.
    Failed(Phrase),
}

/// Everything the locked screen can do to the world.
pub enum Effect {
    /// Try to open the vault, on a thread of its own.
    Unlock(Passphrase),
    /// Wipe the vault.
    Wipe,
    /// Draw everything again.
    Redraw,
    /// Leave the program.
    Leave,
}
