//! What others rely on: published vectors, schemas, frozen bytes, refusals, and files exchanged with programs that are
//! not ours.
//!
//! `VIGILIA_BLESS=1` writes the schemas anew and whatever frozen file is missing; it never touches one that is there.
#![cfg(test)]

mod age_interop;
mod age_vectors;
mod corpus;
mod dictionary;
mod fixtures;
mod golden;
mod hostile;
mod schemas;
#[path = "../support/signed_exercise.rs"]
mod signed_exercise;
