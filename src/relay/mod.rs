//! relay
pub mod bells;
pub mod config;
pub mod intake;
pub mod keys;
pub mod log;
pub mod patient;
pub mod problem;
pub mod register;
pub mod shelf;
