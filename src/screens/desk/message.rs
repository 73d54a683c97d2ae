//! What a desk hears.

use crossterm::event::KeyEvent;

/// Something a desk hears. `T` is what its effects and workers have to tell.
#[derive(Debug, Clone, PartialEq)]
pub enum Message<T> {
    /// A key went down.
    Key(KeyEvent),
    /// Text was pasted.
    Paste(String),
    /// The terminal has this many columns and rows.
    Resized(u16, u16),
    /// Nothing happened for a while.
    Tick,
    /// An effect was carried out, or was not; or a worker tells something.
    Told(T),
}
