//! The form of a report: one screen from top to bottom, saved as each field is left.
//!
//! ```text
//!  draft ── fill ──▶ fields ── a key ──▶ edit ── left, or a pause ──▶ settle: read ──▶ draft ──▶ Effect::Save
//!                      ▲                                               │ not understood: told, nothing changed
//!                      └───────────── echo: shown back ◀───────────────┘
//!
//!  in front of the fields, one at a time:  indicators · persons and things · files · the map      Esc leads back
//! ```
//!
//! What must be there comes first; `PgDn` goes from block to block, so that what stays empty costs no key.

pub mod echo;
pub mod entries;
pub mod files;
pub mod fill;
pub mod keys;
pub mod map;
pub mod names;
pub mod picked;
pub mod picking;
pub mod reading;
pub mod report_form;
pub mod thing_form;
pub mod thing_read;
pub mod things;
pub mod update;
pub mod update_files;
pub mod update_picker;
pub mod update_things;
pub mod view;
pub mod when_entry;
pub mod where_entry;
pub mod words;
