//! At the commander's desk.

pub mod camp;
mod frame;
mod queue;
mod random_keys;
pub mod review;
pub mod review_pictures;
pub mod review_random;
pub mod seat;
pub mod stories;
pub mod typist;
