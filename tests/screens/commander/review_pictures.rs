//! What a review looks like, in both sizes, every language and every look.

use crate::commander::camp::{a_day, plain_reports};

#[test]
fn a_report_is_opened_to_be_reviewed() {
    a_day().opens_number("KFOR1-OBS1", 1).sees("review-original");
}

#[test]
fn his_statement_is_filled_in() {
    let mut commander = a_day();
    commander.opens_number("KFOR1-OBS1", 1).press("<Tab>b").sees("review-statement");
    commander
        .press("<Down>2<Down><Right><Down>Not beyond the trafficking cell.")
        .sees_its_look("review-restriction");
}

#[test]
fn an_official_and_a_suggested_immediate() {
    a_day().opens_number("KFOR1-OBS1", 2).press("<Enter>").sees("review-suggested");
    a_day().opens_number("KFOR1-OBS1", 3).press("<Tab><Down><Down>").sees_its_look("review-official");
}

#[test]
fn repeats_attachments_and_giving_back() {
    let mut commander = a_day();
    commander.opens_number("KFOR1-OBS2", 1).press("r").sees("review-repeats");
    commander.press("<Enter>").sees_its_look("review-other");
    commander.press("<Esc><Esc>b").sees_its_look("review-give-back");
    commander.press("h<Down>Ask the driver.<F8>").sees("review-asks");
    // The message goes with the first letter, and what is wrong is still pointed out, over the edge of a line too.
    commander
        .press(" The counts are missing; go back there this evening and follow the lorry.")
        .sees("review-asks-on");
}

#[test]
fn the_end_of_a_report_and_what_was_signed() {
    let mut commander = a_day();
    commander.opens_number("KFOR1-OBS1", 1).press("<End>").sees_its_look("review-end");
    let mut commander = plain_reports(2);
    commander.opens(0).press("<Enter>").sees_its_look("review-signed");
}
