//! What goes next, over which line, and going itself.
//!
//! ```text
//!  what goes, its size, its seconds ── f ──▶ sealed ── y or F5, in every room ──▶ the stick used last ──▶ the relay
//!                                                                                 (lent)                 (line.rs)
//! ```

pub mod effects;
pub mod keys;
pub mod line;
pub mod message;
pub mod moved;
pub mod room;
pub mod text;
pub mod update;
pub mod view;
