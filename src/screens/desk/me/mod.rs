//! Who sits here, whether the clock can be right, and what he chose.
//!
//! ```text
//!  rows ── ← → ──▶ language, colours, minutes until the lock: kept and in force at once
//!    ├── Enter ──▶ another passphrase: three fields ──▶ an errand
//!    └── Enter ──▶ about: version, data, licences
//! ```

pub mod about;
pub mod passphrase;
pub mod room;
pub mod text;
pub mod update;
