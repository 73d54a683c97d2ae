//! Who is out there, and when he was last heard.

pub mod effects;
pub mod keys;
pub mod message;
pub mod room;
pub mod update;
pub mod view;
