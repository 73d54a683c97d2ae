//! placeholder
pub mod domain;
#[cfg(feature = "field")]
pub mod geography;
