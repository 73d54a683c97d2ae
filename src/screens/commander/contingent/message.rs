//! What this room asks of the world, and what it hears back.

/// What it asks.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {}

/// What it hears.
#[derive(Debug, Clone, PartialEq)]
pub enum News {}
