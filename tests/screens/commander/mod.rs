//! The commander's desk.

mod batch;
mod frame;
mod queue;
mod random_keys;
mod relay;
pub mod stories;
pub mod typist;
