//! What every desk with a terminal has, whoever sits at it.
//!
//! ```text
//!            ┌─ title: tabs, who, clock ─┐
//!  Front ───▶│  a room of this desk, or  │◀─── keys: those of the room first, then these
//!            │  Guide, Me, the help      │
//!            └─ notice, bar of keys ─────┘
//!
//!  session ─ Seat ─▶ sitting::sit ─ events ─▶ Guard ─▶ the desk's own Sitting ─▶ Left, with what was Kept
//!                                                           │
//!                                                           └─ lends itself: Lending ─ errand ─▶ back again
//! ```
//!
//! A desk keeps its own state, effects and rooms, and puts these pieces into them; nothing here knows whose desk it is.

pub mod bulletin_text;
pub mod errand;
pub mod folder;
pub mod front;
pub mod guide;
pub mod keys;
pub mod lending;
pub mod looks;
pub mod me;
pub mod message;
pub mod reading;
pub mod report_text;
pub mod seat;
pub mod sitting;
pub mod stick_text;
pub mod view;
pub mod words;
