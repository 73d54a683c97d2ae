//! relay
pub mod bells;
pub mod config;
pub mod downloads;
pub mod intake;
pub mod keys;
pub mod log;
pub mod patient;
pub mod problem;
pub mod register;
pub mod routes;
pub mod server;
pub mod shelf;
pub mod station;
pub mod uploads;
