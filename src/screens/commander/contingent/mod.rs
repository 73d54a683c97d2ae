//! The commander's people: who is out there, when he was last heard, and who comes and goes.
//!
//! ```text
//!  list ── Enter ──▶ one of them
//!   │ n, l ──▶ which request file? ──▶ who asks, with his fingerprint ── Enter, Enter ──▶ the file for his device
//!   └ r ─────▶ why, from which report on ── Enter, Enter ──▶ his keys are void
//! ```
//!
//! Nobody is enrolled or revoked by one key: the second Enter says yes to a sentence that tells what comes of it.

pub mod asked;
pub mod effects;
pub mod keys;
pub mod lines;
pub mod message;
pub mod room;
pub mod text;
pub mod update;
pub mod view;
