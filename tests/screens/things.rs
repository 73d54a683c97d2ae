//! Persons and things of a report: described, tied, changed, taken out, pointed at by an indicator.

use vigilia::domain::draft::DraftField;
use vigilia::domain::entity::{EntityKind, LinkType};
use vigilia::domain::grading::Basis;
use vigilia::screens::observer::form::entries::Entry;
use vigilia::screens::observer::form::report_form::Over;
use vigilia::screens::observer::message::Effect;
use vigilia::screens::observer::state::Question;

use crate::observer_typist::Typist;

/// From the first field to "Who/what".
const TO_THINGS: &str = "n<PgDn><PgDn><PgDn><PgDn><PgDn><PgDn>";

fn at_things() -> Typist {
    let mut typist = Typist::sits_down();
    typist.press(TO_THINGS);
    assert_eq!(typist.form().focused(), Entry::Things);
    typist
}

fn held_as_shown(typist: &Typist) {
    let draft = &typist.form().draft;
    assert_eq!(typist.desk.draft(draft.id).unwrap(), *draft, "everything described is durable");
}

#[test]
fn one_letter_describes_a_vehicle_and_its_plate_is_shown_back() {
    let mut typist = at_things();
    typist.press("v").sees("thing-vehicle-empty");
    typist.press("v<Tab>1 abc ?23<Tab>b<Tab>white<Tab>Ford Transit<Tab>").sees("thing-vehicle");
    typist.press("<Esc>").sees("form-with-vehicle");
    assert_eq!(typist.form().focused(), Entry::Things);
    let [one] = typist.form().draft.entities.as_slice() else { panic!("one vehicle") };
    let EntityKind::Vehicle(van) = &one.kind else { panic!("{one:?}") };
    assert_eq!(van.plate.as_ref().unwrap().as_str(), "1 abc ?23", "what was typed is what is kept");
    assert_eq!(van.kind.to_string(), "van");
    held_as_shown(&typist);
}

#[test]
fn what_is_no_plate_or_number_is_pointed_out_and_kept() {
    let mut typist = at_things();
    typist.press("v<Tab>#12<Tab>");
    assert!(typist.shown().contains("stands on no plate"), "{}", typist.shown());
    typist.press("<Esc>t04?44#<Tab>");
    assert!(typist.shown().contains("is in no number"), "{}", typist.shown());
    typist.press("<Esc>");
    assert_eq!(typist.form().draft.entities.len(), 2);
    held_as_shown(&typist);
}

#[test]
fn a_number_is_read_as_one_of_the_country_the_report_is_about() {
    let mut typist = Typist::sits_down();
    typist.press("n<Tab>42.6629, 21.1655<PgDn><PgDn><PgDn><PgDn><PgDn>t044 123 456<Tab>").sees("thing-phone");
    assert!(typist.shown().contains("+383 4412 3456"), "{}", typist.shown());
}

#[test]
fn a_person_and_a_vehicle_are_tied_and_untied() {
    let mut typist = at_things();
    typist.press("v<Tab>1-ABC-123<Esc>pman, red cap<Tab>about 40<Esc>");
    typist.press("<Enter><Down>").sees("things-list");
    typist.press("<Enter><Up>").sees("thing-person");
    typist.press("<Up>d<Tab>e<Enter>");
    let draft = &typist.form().draft;
    assert_eq!(draft.links.len(), 1);
    assert_eq!(
        (
            draft.links[0].from.to_string().as_str(),
            draft.links[0].link,
            draft.links[0].to.to_string().as_str()
        ),
        ("e2", LinkType::Drives, "e1")
    );
    assert!(typist.shown().contains("Enter unties"), "{}", typist.shown());
    typist.press("<Enter>");
    assert!(typist.form().draft.links.is_empty());
    typist.press("<Enter><Esc><Esc>");
    assert_eq!(typist.form().over, Over::Nothing);
    held_as_shown(&typist);
}

#[test]
fn what_is_taken_out_is_asked_first_and_takes_its_ties_along() {
    let mut typist = at_things();
    typist.press("v<Tab>1-ABC-123<Esc>pman, red cap<Esc><Enter><Down><Enter><Up><Up>d<Tab>e<Enter><Esc>");
    assert_eq!(typist.form().draft.links.len(), 1);
    typist.press("<Up>x").sees("question-take-out");
    assert!(matches!(typist.state.question, Some(Question::TakeOut(_))));
    typist.press("<Esc>");
    assert_eq!(typist.form().draft.entities.len(), 2, "not before it is confirmed");
    typist.press("x<Enter>");
    assert_eq!((typist.form().draft.entities.len(), typist.form().draft.links.len()), (1, 0));
    held_as_shown(&typist);
}

#[test]
fn what_lacks_its_one_needed_field_says_so_and_can_be_left_behind() {
    let mut typist = at_things();
    typist.press("d<Tab>12?4<Esc>").sees("thing-lacks");
    assert!(typist.form().draft.entities.is_empty());
    typist.press("<C-f>");
    assert_eq!(typist.state.question, None, "what is half described is not passed over");
    typist.press("passport<Esc>");
    assert_eq!(typist.form().draft.entities.len(), 1);
    typist.press("gp<BS><Tab>a yellow sign<Esc><Esc>");
    assert_eq!(typist.form().draft.entities.len(), 1);
    assert_eq!(typist.form().over, Over::Nothing);
    held_as_shown(&typist);
}

#[test]
fn nothing_written_describes_nobody() {
    let mut typist = at_things();
    typist.press("p<Esc>b<Tab><Tab><Esc>");
    assert!(typist.form().draft.entities.is_empty());
    assert!(!typist.asked.iter().any(|effect| matches!(effect, Effect::Save(_, DraftField::Entities))));
}

#[test]
fn each_kind_is_one_letter_away() {
    let mut typist = at_things();
    for (key, code) in [
        ("pred cap", "person"),
        ("v<Tab>AA1", "vehicle"),
        ("bSea Star", "boat"),
        ("t+383 44 1?3", "phone"),
        ("dpassport", "document"),
        ("lhouse with a green gate", "place"),
        ("gFirm Ltd", "organisation"),
    ] {
        typist.press(key).press("<Esc>");
        assert_eq!(typist.form().draft.entities.last().unwrap().kind.code(), code);
    }
    typist.press("<Enter>").sees("things-of-every-kind");
    held_as_shown(&typist);
}

#[test]
fn a_picked_indicator_says_who_showed_it_and_what_was_noted() {
    let mut typist = at_things();
    typist.press("v<Tab>1-ABC-123<Esc><PgUp><PgUp><PgUp><Enter><F4>");
    assert!(typist.shown().contains("! Pick it first"), "{}", typist.shown());
    typist.press("hidden people<Enter><F4><Right><Tab><Right><Tab>under the seats").sees("picked-details");
    typist.press("<Enter>").sees("picked-said");
    let [seen] = typist.form().draft.indicators.as_slice() else { panic!("one") };
    assert_eq!(seen.basis, Basis::DeviceRecorded);
    assert_eq!(seen.subject.unwrap().to_string(), "e1");
    assert_eq!(seen.note.as_ref().unwrap().as_str(), "under the seats");
    held_as_shown(&typist);
}
