//! What the relay keeps: packets, receipts, collections, rosters and what amends them, in one SQLite file.
//!
//! ```text
//!           checked packet                signed collection            roster that counts
//!                 │                               │                            │
//!              deposit                         collect                    keep_roster
//!                 ▼                               ▼                            ▼
//!  packets ─ contents ─ receipts ─ waiting   collections ─ waiting          rosters
//!                 │                               │
//!     find · piece · waiting · count_waiting ◀────┘
//! ```
//!
//! Facts are added and never changed. What must never enter: a key that opens anything, a name for what is sealed, the
//! network. Above this room nobody knows that it is SQLite: [`store`] is the one door.

pub mod amendments;
pub mod database;
pub mod facts;
pub mod store;
pub mod writer;
