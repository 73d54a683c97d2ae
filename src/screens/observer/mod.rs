//! The observer's terminal: report what was seen, see what came of it.
//!
//! ```text
//!  Reports ── n ──▶ New report ── Ctrl-F, then yes ──▶ filed ──▶ Reports, with its standing in words
//!     │                │  ▲                                        │
//!     │                │  └── Enter ── draft ◀── Esc               └─▶ the answer of the police, on top
//!     └── Enter ──▶ Report: what was filed, and every answer in full
//! ```
//!
//! A soldier tells what he saw or heard anyway. Nothing here may ask him to question anybody, to look for more, to
//! follow or to go back; every word he reads stands in the language room, where a test watches over that.

pub mod app;
pub mod effects;
pub mod form;
pub mod help_text;
pub mod keys;
pub mod lines;
pub mod message;
pub mod report_text;
pub mod state;
pub mod update;
pub mod view;
pub mod words;
