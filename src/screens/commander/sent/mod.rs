//! What went, and what became of it; what is on its way; what the police tell everybody.
//!
//! ```text
//!  forwarded, the last first ── Enter ──▶ one, with every answer verified anew
//!        │ b
//!        ├──▶ bulletins, the newest first, and to how many observers ── Enter ──▶ one, verified anew
//!        │ p
//!        └──▶ packets on their way: how far, how often tried, what stopped them, when they go on
//! ```

pub mod bulletins;
pub mod effects;
pub mod keys;
pub mod lines;
pub mod listed;
pub mod message;
pub mod page;
pub mod room;
pub mod update;
pub mod view;
