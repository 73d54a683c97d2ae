//! The commander's desk.

mod frame;
mod queue;
mod random_keys;
mod review;
mod review_pictures;
mod review_random;
mod review_seat;
mod review_stories;
pub mod stories;
pub mod typist;
