//! Handing over by hand: what waits, writing it to a stick, reading what came back.
//!
//! ```text
//!  w or r ──▶ which folder? ── Enter ──▶ an errand, packet by packet ──▶ what was done, in words
//! ```

pub mod room;
pub mod text;
pub mod update;
