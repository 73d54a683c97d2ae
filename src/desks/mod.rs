//! What each person can do. No screen, no argument parsing: every outcome is a value.
//!
//! ```text
//!   observer ──▶ commander ──▶ cell         each over a vault, with the same intake and the same exchange
//!       ▲            │  ▲        │
//!       └── answers ─┘  └────────┘          authority: who is on the roster
//!                                           exercise: what there is to see when nobody is in danger
//! ```
//!
//! The clock and the dice come in as parameters, because only the edge may ask for them.

pub mod amending;
pub mod amending_by_relay;
pub mod answers;
pub mod attaching;
pub mod authority;
pub mod batching;
pub mod beside;
pub mod bulletins;
pub mod cell;
mod checked_packet;
pub mod commander;
pub mod contact;
pub mod contingent;
mod correspondents;
pub mod dice;
pub mod enrolment;
pub mod enrolment_files;
pub mod entry;
pub mod error;
pub mod exchange;
pub mod exercise;
pub mod forwarding;
mod freight;
pub mod gaps;
mod gathering;
mod handovers;
pub mod identity;
pub mod intake;
pub mod judging;
pub mod not_read;
pub mod observer;
mod opening;
mod outgoing;
pub mod passing_down;
pub mod paths;
pub mod place_names;
mod portions;
pub mod preview;
pub mod progress;
pub mod queue;
mod ready;
pub mod review;
pub mod sent;
pub mod set_aside;
pub mod settings;
pub mod signer;
pub mod spoken;
mod taken_in;
mod taking;
pub mod transfer;
mod who_reads;
