//! The versioned shapes that leave a device, as `schemas/` publishes them.
//!
//! ```text
//!   payload ─ sign ─▶ statement ─┐
//!   attachment ──────────────────┼─ contents ─ compress, pad ─ seal ─ label ─▶ packet ─▶ any road
//!   integrity slot ──────────────┘
//! ```
//!
//! Two departures from the first drawing of these formats, each for a reason. A roster is several people's word, so it
//! is a COSE_Sign with one signature for each authority, not two statements that must be compared. Slots leave the
//! commander in packets of their own, after the words: at 4 KiB each they would otherwise be nine tenths of a batch on
//! the poor road; the batch statement counts and names them, so a missing one still shows.
//!
//! Bytes are frozen: a change here is a new version beside the old one, never an edit.

#![warn(missing_docs)]

pub mod amendment;
pub mod amendment_sequence;
#[cfg(feature = "field")]
pub mod answer;
#[cfg(feature = "field")]
pub mod batch;
#[cfg(feature = "field")]
pub mod bulletin;
#[cfg(test)]
pub(crate) mod cast;
pub mod checked;
#[cfg(feature = "field")]
pub mod compression;
#[cfg(feature = "field")]
pub mod contents;
#[cfg(feature = "field")]
pub mod earlier_reports;
#[cfg(feature = "field")]
pub mod entity;
pub mod envelope;
pub mod keys;
pub mod kind;
pub mod label;
pub mod membership;
#[cfg(feature = "field")]
pub mod observation;
pub mod packet;
#[cfg(feature = "field")]
pub mod padding;
#[cfg(feature = "field")]
pub mod place;
pub mod realm;
pub mod receipt;
pub mod relay_api;
pub mod replacement;
#[cfg(feature = "field")]
pub mod report;
pub mod request;
#[cfg(feature = "field")]
pub mod review;
pub mod revocation;
pub mod roster;
#[cfg(feature = "field")]
pub mod schema;
#[cfg(feature = "field")]
pub mod sealing;
pub mod spelling;
pub mod statement;
#[cfg(feature = "field")]
pub mod tally;
