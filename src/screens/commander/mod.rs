//! The commander's terminal: ten minutes a day, and nothing held back.
//!
//! ```text
//!  1 Queue ── Enter ──▶ Review ──▶ the next one        2 Batch: what goes, and over which line
//!  3 Sent: what became of it                            4 Contingent: who is out there, and when he was last heard
//!  5 Guide and 6 Me, as at every desk
//!
//!  key ──▶ update ──▶ the room's own table, then the tables of every desk ──▶ effects ──▶ effects.rs ──▶ the desk
//!                ▲                                                                            │
//!                ├──────────────────────────── Told::Queue, Told::Batch … ◀───────────────────┘
//!                └── Heard::Line ◀── a courier's thread, while the desk stays at hand (batch/line.rs)
//! ```
//!
//! A room has a folder of its own, and all of it stands there:
//!
//! | file | what it holds |
//! |---|---|
//! | `room.rs` | what the room knows, and whose keys act in it (`places`); part of [`state::State`] |
//! | `keys.rs` | its keys: `Place`, `Command`, `KEYS`, and `HELP`, the heading for each place |
//! | `message.rs` | `Effect`, what it asks of the world, and `News`, what it hears back |
//! | `update.rs` | `enter`, `press` (its own keys), `obey` (those every desk has), `write`, `hear`: pure |
//! | `effects.rs` | `perform`: the one file of the room that touches the desk |
//! | `text.rs`, `view.rs` | its lines, and its picture |
//!
//! To add one: a variant in [`room::Room`] or [`state::Screen`], in [`message::Effect`] and in [`message::Told`], and one
//! arm in each match that the compiler then asks for, in `update`, `effects`, `help_text` and `view`. What takes long
//! and needs the desk is an [`errand::Errand`], begun by [`state::State::lend`]; whoever moves packets sets
//! [`state::State::moved`], and the frame reads again; what takes long and leaves the desk at hand tells the loop
//! [`message::Heard`] through [`work::Work::tell`], and is stopped by [`running::Running`] before the desk is closed.

pub mod app;
pub mod batch;
pub mod contingent;
pub mod effects;
pub mod errand;
pub mod help_text;
pub mod keys;
pub mod message;
pub mod queue;
pub mod review;
pub mod room;
pub mod running;
pub mod sent;
pub mod state;
pub mod update;
pub mod view;
pub mod work;
