//! The guide on the screen: chapters beside their text, narrowed by what is typed.
//!
//! ```text
//!  chapters ── ↑ ↓ ──▶ one is open ── PgDn ──▶ its text, then the next chapter
//!     ▲
//!     └── / words ── those that hold all of them in one paragraph or label, opened where they stand
//! ```

pub mod room;
pub mod text;
pub mod update;
