//! A place by its name: offered, taken by a key, shown back, and seen on a map.

use vigilia::domain::observation_terms::{PositionMethod, TriState};
use vigilia::domain::place::Given;
use vigilia::screens::observer::form::entries::Entry;
use vigilia::screens::observer::form::report_form::Over;

use crate::observer_typist::Typist;

#[test]
fn towns_are_offered_while_a_name_is_typed_and_one_is_taken_by_a_key() {
    let mut typist = Typist::sits_down();
    typist.press("n<Tab>mitrovic").sees("place-offered");
    typist.press("<Down><Down>").sees("place-chosen");
    typist.press("<Enter>").sees("place-taken");
    let place = typist.form().draft.place.clone().unwrap();
    let position = place.position().unwrap();
    assert!(matches!(position.given, Given::Degrees { .. }) && position.method == PositionMethod::Map);
    assert!(position.error_m >= 500, "a town is no point");
    assert!(place.words().unwrap().as_str().starts_with("Mitrovica (XK)"));
    assert_eq!(typist.form().focused(), Entry::Where, "what was taken is seen before anything else");
    typist.press("<Tab>");
    assert_eq!(typist.form().draft.place, Some(place.clone()));
    assert_eq!(typist.desk.draft(typist.form().draft.id).unwrap().place, Some(place));
}

#[test]
fn a_name_that_nobody_takes_stays_words() {
    let mut typist = Typist::sits_down();
    typist.press("n<Tab>mitrovica<Tab>");
    let place = typist.form().draft.place.clone().unwrap();
    assert!(place.position().is_none());
    assert_eq!(place.words().unwrap().as_str(), "mitrovica");
    typist.press("<S-Tab><BS>a<Down><Up><Enter>");
    assert!(typist.form().draft.place.as_ref().unwrap().position().is_none(), "none was chosen");
    assert_eq!(typist.form().focused(), Entry::Duty);
}

#[test]
fn a_position_is_told_by_a_town_and_a_border_and_seen_on_a_map() {
    let mut typist = Typist::sits_down();
    typist.press("n<Tab>42.1444, 21.2990<Tab>");
    let shown = typist.shown();
    assert!(shown.contains("(XK)") || shown.contains("(MK)"), "{shown}");
    assert!(shown.contains("of the border"), "{shown}");
    typist.press("<F6>").sees("map");
    typist.press("++").sees("map-closer");
    typist.press("-<Esc>");
    assert_eq!(typist.form().over, Over::Nothing);
    typist.press("<S-Tab><S-Tab><C-a><End><F6>");
    assert!(matches!(typist.form().over, Over::Map(_)), "also from inside a field");
}

#[test]
fn without_a_position_there_is_no_map_and_it_is_said() {
    let mut typist = Typist::sits_down();
    typist.press("n<F6>");
    assert!(typist.shown().contains("! There is no map without a position"), "{}", typist.shown());
}

#[test]
fn where_he_stood_himself_and_a_school_are_kept_beside_the_place() {
    let mut typist = Typist::sits_down();
    typist.press("n<PgDn><PgDn><PgDn><PgDn><PgDn><PgDn><PgDn><Tab><Tab><Tab>34TEN1356323394<Tab>");
    assert!(typist.shown().contains("first write at \"Where\""), "{}", typist.shown());
    typist.press("<PgUp><PgUp><PgUp><PgUp><PgUp><PgUp><PgUp>");
    assert_eq!(typist.form().focused(), Entry::Where);
    typist.press("Gate 1<PgDn><PgDn><PgDn><PgDn><PgDn><PgDn><Tab><Tab><Tab><BS>4<Tab>y<Tab>");
    let place = typist.form().draft.place.clone().unwrap();
    assert_eq!(place.observer_at.unwrap().given, Given::grid("34TEN1356323394").unwrap());
    assert_eq!(place.near_school.within_350_m, TriState::Yes);
}
