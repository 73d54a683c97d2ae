//! The encrypted store on a person's device.
//!
//! ```text
//!  passphrase ─ scrypt, age ─▶ vault.key.age ─▶ 32 random bytes ─▶ vault.db (SQLCipher)
//!                                                                     │
//!    statements, as signed  ◀── one row for each fact, readable beside ┤
//!    drafts, field by field                                            ├── packets made here, packets read here
//!    custody: who did what, each entry naming the one before it        ┘
//! ```
//!
//! The vault fails closed. It never creates anew what it cannot open, never opens a file that turns out not to be
//! encrypted, and never deletes a report. Secrets leave it only as the key types that use them. How far a report has
//! come is a view over facts, not a column.

pub mod amendments;
pub mod anew;
pub mod answers;
pub mod aside;
pub mod attachments;
pub mod batches;
pub mod begun_reviews;
pub mod bulletins;
#[cfg(test)]
pub(crate) mod cast;
pub mod chains;
pub mod clock;
pub mod connection;
pub mod contingent;
pub mod custody;
pub mod drafts;
pub mod earlier_reports;
pub mod error;
pub mod heard;
pub mod home;
pub mod key_file;
pub mod lines;
pub mod marks;
pub mod outbound;
pub mod owed;
pub mod packets;
pub mod profile;
pub mod reports;
pub mod reviews;
pub mod rivals;
pub mod rosters;
pub mod rows;
pub mod sent;
pub mod settings;
pub mod slots;
pub mod statements;
pub mod summaries;
pub mod under_way;
pub mod unlock;
pub mod unread;
pub mod void;
pub mod waiting;
pub mod wipe;
