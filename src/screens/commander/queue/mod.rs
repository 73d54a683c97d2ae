//! What is owed to Brussels, the most urgent and then the least time left on top.
//!
//! ```text
//!  Load ──▶ lines ── / words, s kind ──▶ those that are left ── Enter ──▶ Review, and on through them
//!             ▲                                                              │
//!             └──────────── Reload: the rows an act was about ◀── signed, given back, taken back
//! ```
//!
//! Nothing here keeps a report from going: a row says when it goes by itself.

pub mod effects;
pub mod filter;
pub mod keys;
pub mod lines;
pub mod message;
pub mod room;
pub mod update;
pub mod view;
pub mod words;
