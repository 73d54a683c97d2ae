//! The observer's terminal: report what was seen, see what came of it.
//!
//! ```text
//!  1 Reports ── n ──▶ New report ── Ctrl-F, then yes ──▶ filed ──▶ Reports, with its standing in words
//!     │                  │  ▲                                        │
//!     │                  │  └── Enter ── draft ◀── Esc               └─▶ what was answered, on top until it is seen
//!     └── Enter ──▶ Report: what was filed, and every answer in full
//!
//!  2 Answers ── Enter ──▶ one, its signature verified anew        3 Guide: the syllabus, without any line
//!  4 Transfer: to a stick and back, packet by packet              5 Me: who, clock, choices, passphrase
//! ```
//!
//! A soldier tells what he saw or heard anyway. Nothing here may ask him to question anybody, to look for more, to
//! follow or to go back; every word he reads stands in the language room, where a test watches over that.

pub mod answers;
pub mod app;
pub mod effects;
pub mod errand;
pub mod form;
pub mod help_text;
pub mod keys;
pub mod lines;
pub mod message;
pub mod overdue;
pub mod report_filter;
pub mod report_page;
pub mod report_text;
pub mod reports_update;
pub mod room;
pub mod state;
pub mod transfer;
pub mod update;
pub mod view;
pub mod words;
