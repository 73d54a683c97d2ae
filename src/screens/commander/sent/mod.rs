//! What went, and what became of it.

pub mod effects;
pub mod keys;
pub mod message;
pub mod room;
pub mod update;
pub mod view;
