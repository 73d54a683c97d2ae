//! Stories with real parts: real vaults, real keys, real packets, real roads.
#![cfg(test)]

#[path = "../support/mod.rs"]
mod support;

mod a_report_reaches_the_cell;
