//! Stories with real parts: real vaults, real keys, real packets, a real relay on loopback, real disks.
#![cfg(test)]

#[path = "../support/mod.rs"]
mod support;

mod a_commander_reviews;
mod a_minute_at_a_checkpoint;
mod a_new_device;
mod a_photograph_follows_its_words;
mod a_poor_road;
mod a_report_by_questions;
mod a_report_reaches_the_cell;
mod a_stick_both_ways;
mod a_stick_for_thirty;
mod an_answer_that_is_late;
mod an_old_vault;
mod answers_flow_down;
mod carried_by_hand;
mod cheap_keys;
mod courier_at_work;
mod enrolled_in_the_field;
#[path = "../support/flaky_line.rs"]
mod flaky_line;
mod killed_on_the_road;
mod killed_while_writing;
mod locked_and_wiped_at_the_terminal;
mod model_world;
mod nobody_holds_the_others_up;
mod nobody_in_the_middle;
mod one_member_against_all;
mod one_signer_stops_nobody;
mod pseudo_terminal;
mod raw_line;
mod the_built_program;
mod the_desk_in_a_terminal;
mod the_vault_fails_closed;
mod tiny_disk;
mod unattended;
mod urgent_on_a_poor_road;
mod what_goes_and_when;
mod what_the_cell_sees;
mod what_the_desk_lists;
mod what_the_relay_keeps;
mod what_waits;
mod who_may_come_in;
mod wiped_and_locked;
mod world;
