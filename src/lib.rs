//! placeholder
pub mod crypto;
#[cfg(feature = "field")]
pub mod desks;
pub mod domain;
#[cfg(feature = "field")]
pub mod geography;
#[cfg(feature = "field")]
pub mod screens;
#[cfg(feature = "field")]
pub mod vault;
pub mod wire;
