//! relay
pub mod shelf;
