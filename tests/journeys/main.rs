//! Stories with real parts: real vaults, real keys, real packets, real roads.
#![cfg(test)]

#[path = "../support/mod.rs"]
mod support;

mod a_report_reaches_the_cell;
mod nobody_in_the_middle;
mod the_vault_fails_closed;
