//! What goes next, and over which line.

pub mod effects;
pub mod keys;
pub mod line;
pub mod message;
pub mod room;
pub mod update;
pub mod view;
