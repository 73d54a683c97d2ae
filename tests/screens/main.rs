//! Keys in, picture out: what a person presses on the observer's desk, and what he then sees.
//!
//! The pictures are the text files under `pictures/`. To change one on purpose, delete its file, run the tests with
//! `VIGILIA_PICTURES=write`, and read what was written before committing it.
#![cfg(test)]

#[allow(dead_code, reason = "shared with the story tests, which use more of it")]
#[path = "../support/mod.rs"]
mod support;

mod a_whole_report_by_keys;
mod answers;
mod any_message;
mod bulletins;
mod commander;
mod files;
mod form;
mod guide;
mod languages;
mod locked;
mod me;
mod minimal_report;
mod observer_typist;
mod overdue;
mod own_forces;
mod picture;
mod places_by_name;
mod random_keys;
mod reports;
mod saving;
mod stories;
mod things;
mod transfer;
mod typist;
mod writing;
