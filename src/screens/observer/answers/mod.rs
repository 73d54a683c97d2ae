//! What was answered: who signed it, when, and whether the signature holds today.
//!
//! ```text
//!  answers, the newest first ── Enter ──▶ one, its signature verified anew ──▶ seen
//!                                              │
//!                                              └── r ──▶ the report it is about
//! ```

pub mod page;
pub mod text;
pub mod update;
