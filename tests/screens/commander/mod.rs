//! The commander's desk.

mod frame;
mod queue;
mod random_keys;
pub mod stories;
pub mod typist;
