//! The command line: one of the two faces of the desks.
//!
//! ```text
//!  arguments ─ clap ─▶ command ─▶ desk ─▶ outcome ─▶ words for people, or JSON, and an exit code
//! ```
//!
//! Results go to stdout, everything said on the way to stderr. A passphrase is typed or read from a file, never given
//! as an argument.

#[cfg(feature = "field")]
pub mod answers;
#[cfg(feature = "field")]
pub mod batch;
#[cfg(feature = "field")]
pub mod bulletin;
#[cfg(feature = "field")]
pub mod came;
pub mod cli;
pub mod completions;
#[cfg(feature = "field")]
pub mod contingent;
#[cfg(feature = "field")]
pub mod demo;
pub mod edge;
pub mod failure;
#[cfg(feature = "field")]
pub mod file;
#[cfg(feature = "field")]
pub mod guide;
#[cfg(feature = "field")]
mod how_far;
#[cfg(feature = "field")]
pub mod inbox;
#[cfg(feature = "field")]
pub mod indicator;
#[cfg(feature = "field")]
pub mod line;
#[cfg(feature = "field")]
pub mod marked;
#[cfg(feature = "field")]
pub mod me;
#[cfg(feature = "field")]
pub mod member;
#[cfg(feature = "field")]
mod member_approve;
#[cfg(feature = "field")]
mod member_list;
#[cfg(feature = "field")]
pub mod moved;
pub mod output;
#[cfg(feature = "field")]
pub mod overdue;
#[cfg(feature = "field")]
pub mod packet;
#[cfg(feature = "field")]
pub mod place;
#[cfg(feature = "field")]
pub mod realm;
pub mod relay;
#[cfg(feature = "field")]
pub mod report;
#[cfg(feature = "field")]
pub mod report_attachments;
#[cfg(feature = "field")]
pub mod report_entry;
#[cfg(feature = "field")]
pub mod report_json;
#[cfg(feature = "field")]
pub mod report_show;
#[cfg(feature = "field")]
pub mod review;
#[cfg(feature = "field")]
pub mod review_grade;
#[cfg(feature = "field")]
pub mod review_list;
#[cfg(feature = "field")]
pub mod review_show;
#[cfg(feature = "field")]
pub mod roster_changes;
#[cfg(feature = "field")]
pub mod session;
#[cfg(feature = "field")]
pub mod settings;
#[cfg(feature = "field")]
pub mod show;
#[cfg(feature = "field")]
pub mod store;
#[cfg(feature = "field")]
pub mod sync;
