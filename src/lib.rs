//! placeholder
pub mod crypto;
pub mod domain;
#[cfg(feature = "field")]
pub mod geography;
pub mod wire;
