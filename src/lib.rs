//! placeholder
pub mod commands;
#[cfg(feature = "field")]
pub mod courier;
pub mod crypto;
#[cfg(feature = "field")]
pub mod desks;
pub mod domain;
#[cfg(feature = "field")]
pub mod geography;
pub mod relay;
#[cfg(feature = "field")]
pub mod screens;
#[cfg(feature = "field")]
pub mod vault;
pub mod wire;
