//! placeholder
#[cfg(feature = "field")]
pub mod crypto;
pub mod domain;
pub mod wire;
