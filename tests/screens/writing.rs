//! The long fields: what is taken back, what is pointed out, and what is saved since when.

use chrono::TimeDelta;
use vigilia::domain::observation_terms::TriState;
use vigilia::domain::protocol_form::ProtocolForm;
use vigilia::screens::observer::form::entries::Entry;
use vigilia::screens::observer::message::Message;

use crate::observer_typist::Typist;

#[test]
fn what_was_taken_back_can_be_made_again() {
    let mut typist = Typist::sits_down();
    typist.press("n<PgDn><PgDn><PgDn><PgDn><PgDn>grey van<C-z><C-z>");
    assert_eq!(typist.form().form.text(Entry::Facts), "grey");
    typist.press("<C-y><C-y>");
    assert_eq!(typist.form().form.text(Entry::Facts), "grey van");
    typist.press("<C-z><C-z><Tab>");
    assert_eq!(typist.form().draft.facts.as_ref().unwrap().as_str(), "grey");
}

#[test]
fn wording_is_pointed_out_and_never_held_up() {
    let mut typist = Typist::sits_down();
    typist.press("n<Tab>Gate 1<PgDn><PgDn><PgDn><PgDn>");
    typist.press("A gypsy family. I questioned the driver.").hear(Message::Tick).sees("form-wording");
    assert!(typist.form().form.field(Entry::Facts).unwrap().advice.len() >= 2);
    typist.press("<C-f><Enter>");
    assert_eq!(typist.desk.reports().unwrap().len(), 1);
}

#[test]
fn the_title_tells_since_when_it_is_saved_and_nothing_while_it_is_not() {
    let mut typist = Typist::sits_down();
    typist.press("n");
    typist.moment.now += TimeDelta::seconds(1_927);
    typist.press("<Tab>Gate 1<Tab>");
    assert!(typist.shown().contains("saved 16:34:07"), "{}", typist.shown());
}

#[test]
fn graver_circumstances_are_suggested_and_answered_by_hand() {
    let mut typist = Typist::sits_down();
    typist.press("n<PgDn><PgDn><PgDn><PgDn><Tab><Tab><Tab>2<PgUp><PgUp><PgUp><PgUp><PgUp><PgUp>");
    typist.press("<PgUp><PgUp>").sees("form-graver");
    assert_eq!(typist.form().focused(), Entry::Told);
    typist.press("y<Tab>bridge post, 1510<Tab>n<Tab>papers left with their owners<PgUp><PgUp>");
    assert_eq!(typist.form().focused(), Entry::Minor);
    assert_eq!(typist.form().draft.aggravators.apparent_minor, TriState::Unknown, "nothing answers itself");
    typist.press("y<Tab>");
    let draft = typist.form().draft.clone();
    assert_eq!(draft.aggravators.apparent_minor, TriState::Yes);
    assert_eq!((draft.local_authority.told, draft.local_authority.acted), (TriState::Yes, TriState::No));
    assert_eq!(draft.local_authority.who.as_ref().unwrap().as_str(), "bridge post, 1510");
    assert!(draft.scene_and_objects.is_some());
    assert_eq!(typist.desk.draft(draft.id).unwrap(), draft);
}

#[test]
fn stage_suspicion_and_several_forms_are_kept() {
    let mut typist = Typist::sits_down();
    typist.press("n<PgUp><PgUp><PgUp><PgUp><PgUp><PgUp>");
    assert_eq!(typist.form().focused(), Entry::Phase);
    typist.press("o<Tab>t<Tab> <Right><Right> <Tab>").sees("form-forms");
    let draft = typist.form().draft.clone();
    assert_eq!(draft.phase.unwrap().to_string(), "transit");
    assert_eq!(draft.suspected.unwrap().to_string(), "thb");
    assert_eq!(draft.forms, [ProtocolForm::Labour, ProtocolForm::ChildSex]);
    assert_eq!(typist.desk.draft(draft.id).unwrap(), draft);
}

#[test]
fn this_minute_has_a_word_in_every_language() {
    for word in ["now", "nu", "maintenant", "jetzt", "~nu"] {
        let mut typist = Typist::sits_down();
        typist.press("n1200<Tab><S-Tab>").press(word).press("<Tab>");
        let from = typist.form().draft.observed.as_ref().unwrap().from().to_string();
        assert_eq!(from, "2026-11-21T15:02:00Z", "{word}");
    }
}
