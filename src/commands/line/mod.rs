//! A report by questions, one plain line at a time: for screen readers, slow links and scripts.
//!
//! ```text
//!   Question ─ put ─▶ Talk: one line said, one line heard ─▶ understood ─▶ Draft ─ saved at once
//!      ▲                 "-" back · "?" help · "--" out · "!" or the end of the input: the draft stays
//!      └──────────────── next ◀────────────────────────────────────────────┘ … ─▶ summary ─▶ filed, or kept
//! ```
//!
//! Nothing is ever drawn over: no cursor is moved, no colour set. Questions go to stderr, so that stdout holds the
//! outcome alone.

pub mod answer;
pub mod conversation;
pub mod ending;
pub mod entities;
pub mod files;
pub mod indicators;
pub mod place;
pub mod question;
pub mod sheet;
pub mod talk;
pub mod texts;
pub mod ties;
pub mod writing;
