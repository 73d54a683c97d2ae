//! What each person can do. No screen, no argument parsing: every outcome is a value.
//!
//! ```text
//!   observer ──▶ commander ──▶ cell         each over a vault of his own
//!       ▲            │  ▲        │
//!       └── answers ─┘  └────────┘
//!
//!   carrying                                packets on their way, by a line or by hand, for all three
//!      └─▶ intake                           what a packet brings: checked, taken or set aside
//!             └─▶ enrolment                 who is a member, and whose word made him one
//!
//!   spoken                                  what any of them knows, as phrases for either face
//!   exercise                                what there is to see when nobody is in danger
//! ```
//!
//! The clock and the dice come in as parameters, because only the edge may ask for them.

pub mod bulletins;
pub mod carrying;
pub mod cell;
pub mod commander;
pub mod dice;
mod earlier_reports;
pub mod enrolment;
pub mod error;
pub mod exercise;
mod held_up;
pub mod identity;
pub mod intake;
pub mod observer;
pub mod paths;
pub mod place_names;
pub mod settings;
pub mod signer;
pub mod spoken;
