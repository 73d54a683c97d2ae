//! What this room asks of the world, and what it hears back.

/// What it asks.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {}

/// What it hears.
#[derive(Debug, Clone, PartialEq)]
pub enum News {}

/// What the thread of whoever is at work on the line tells, for the line.
#[derive(Debug)]
pub enum Tidings {}
