//! placeholder
#[cfg(feature = "field")]
pub mod courier;
pub mod crypto;
pub mod domain;
#[cfg(feature = "field")]
pub mod geography;
pub mod relay;
pub mod wire;
