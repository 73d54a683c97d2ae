//! Carries packets: over the network to the relay, or by hand in a folder.
//!
//! ```text
//!                          ┌─ relay client ─ TLS 1.3, raw keys ─▶ relay ─ receipt ─┐
//!  packets ─▶ worker ─▶ Road                                                       ├─▶ news ─▶ desk
//!                          └─ folder ─ written, synced, read back ─▶ stick ────────┘
//! ```
//!
//! The same packet goes by any road, in any mix, any number of times. What arrives is bytes with the right digest; who
//! made them is checked where they are taken in.
//!
//! What must never enter: a report, a draft, a key that opens or signs statements, a passphrase. The parameter types of
//! a road ([`road`]) are sealed packets, statements of collection, rosters and what amends them, so nothing unsealed has
//! a way out. Nor is there a proxy, a redirect or a name of the relay in the clear.

mod amendments;
mod answers;
mod connection;
pub mod folder;
pub mod heard;
pub mod line;
pub mod orders;
pub mod pace;
pub mod persistence;
pub mod relay_client;
pub mod road;
mod survey;
pub mod unfit;
pub mod worker;
mod writing;
