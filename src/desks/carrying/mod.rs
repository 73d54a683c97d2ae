//! Packets on their way: by a line or by hand, both ways.
//!
//! ```text
//!  a desk ─ prepare ─▶ packets ─┬─ transfer ─▶ a stick ─ gathering ─┐
//!                               └─ contact ──▶ the relay ───────────┴─▶ reception: read, known, or not read and why
//! ```
//!
//! Every step is durable before the next: whatever breaks off is simply done again, by this road or another.

pub mod amending_by_relay;
pub mod contact;
pub(super) mod correspondents;
pub mod exchange;
pub(super) mod freight;
pub(super) mod gathering;
pub(super) mod outgoing;
pub mod progress;
pub(super) mod reception;
pub(super) mod resealing;
pub mod transfer;
