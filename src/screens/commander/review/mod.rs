//! The review: one report after the other, the original on one side and the commander's own statement on the other.
//!
//! ```text
//!  queue ── Enter ──▶ original │ statement: F6, H2, as the report leaves it
//!    ▲                  │      │     │
//!    │                  │      └ Tab ┘    Enter or F8: signed ──▶ the next one owed        u takes it back
//!    │                  ├─ b ──▶ given back for completion: it stays owed, and goes as it stands when its time is up
//!    │                  ├─ r ──▶ the reports it repeats, and a look at each; both go on
//!    └───── Esc ────────┴─ a ──▶ attachments
//! ```
//!
//! He adds and never edits: no key leads into the original, none throws it away, and none holds it back.

pub mod echo;
pub mod effects;
pub mod entries;
pub mod give_back;
pub mod hearing;
pub mod in_front;
pub mod keys;
pub mod message;
pub mod original;
pub mod room;
pub mod shape;
pub mod signing;
pub mod statement;
pub mod text;
pub mod update;
pub mod view;
pub mod words;
