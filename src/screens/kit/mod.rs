//! The terminal itself: taken over, listened to, drawn on and given back.
//!
//! ```text
//!  Terminal::enter ──▶ raw mode, other screen ──▶ … ──▶ dropped, panicked or told to stop ──▶ as it was before
//!
//!  keyboard ┐
//!  signals  ┼─▶ Queue ─▶ event_loop::run ─▶ handle one event ─▶ queue empty? ─▶ draw
//!  workers  ┘
//! ```
//!
//! Nothing here knows a report or a desk; what it shows is spoken while it is drawn. The title of the terminal window is never set: it would stand in
//! task bars and logs.

pub mod edit;
pub mod event_loop;
pub mod input;
pub mod keymap;
pub mod pen;
pub mod plain_text;
pub mod signals;
pub mod terminal;
pub mod theme;
pub mod widgets;
