//! The door in front of every desk: locked at first, locked again after minutes without a key, at once by a key, and
//! wiped by two.
//!
//! ```text
//!              Enter ─▶ checked on a thread of its own ─▶ right ─▶ a desk, whoever's it is
//!  locked ─┬─▶   ▲                 │                                │
//!          │     └── wait ◀── wrong                                 │ every key passes the guard first
//!          │                                                        ▼
//!          │   ◀── F12, or minutes without a key ── saved, screen emptied, desk and keys dropped
//!          │                                                        │
//!          └────────── F9, then w ──────────────────────────────────┴──▶ key destroyed, screen emptied, gone
//! ```
//!
//! Nothing here knows a report: the same door serves every desk. [`guard`] watches over an open desk; the other files are
//! the locked screen. A screen never stands still: asked to step aside (SIGTSTP), a desk locks instead.

pub mod app;
pub mod guard;
pub mod keys;
pub mod message;
pub mod passphrase_entry;
pub mod state;
pub mod update;
pub mod view;
pub mod wipe_question;
