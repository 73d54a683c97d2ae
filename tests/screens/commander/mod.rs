//! At the commander's desk.

pub mod review;
pub mod review_pictures;
pub mod review_random;
pub mod seat;
pub mod stories;
