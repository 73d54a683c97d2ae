//! At the commander's desk.

mod batch;
mod bulletins;
pub mod camp;
mod contingent;
mod frame;
mod queue;
mod random_keys;
mod relay;
pub mod review;
pub mod review_pictures;
pub mod review_random;
pub mod typist;
