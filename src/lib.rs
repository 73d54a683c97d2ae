//! placeholder
pub mod crypto;
pub mod domain;
#[cfg(feature = "field")]
pub mod geography;
#[cfg(feature = "field")]
pub mod screens;
pub mod wire;
