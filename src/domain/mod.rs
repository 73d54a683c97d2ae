//! The words and laws of the work.

pub mod code;
