//! The form of a report, and the list of indicators.

use vigilia::domain::catalogue::indicator::IndicatorId;
use vigilia::domain::draft::DraftField;
use vigilia::domain::grading::Basis;
use vigilia::domain::place::Given;
use vigilia::screens::observer::form::entries::Entry;
use vigilia::screens::observer::message::{Effect, Message};
use vigilia::screens::observer::state::Question;

use crate::observer_typist::Typist;

#[test]
fn a_new_report_is_about_now_and_shows_what_it_lacks() {
    let mut typist = Typist::sits_down();
    typist.press("n").sees("form-new");
    assert!(typist.form().draft.observed.is_some());
}

#[test]
fn what_is_typed_is_shown_back_in_a_second_notation() {
    Typist::sits_down()
        .press("n1530<Tab>34ten1356323394<Tab>c<PgDn><PgDn><PgDn><PgDn><PgDn>behind the petrol station<Tab>50<Tab>m<PgUp><PgUp><PgUp><PgUp><PgUp><PgUp>")
        .sees("form-when-and-where");
}

#[test]
fn what_is_not_understood_is_told_and_nothing_is_lost() {
    let mut typist = Typist::sits_down();
    typist.press("nnoonish<Tab>34TEN123<Tab>").sees("form-not-understood");
    assert_eq!(typist.form().form.text(Entry::When), "noonish");
    typist.press("<Esc>");
    assert!(typist.shown().contains("\"When\", \"Where\" were not understood"), "{}", typist.shown());
}

#[test]
fn the_list_of_indicators_is_narrowed_in_any_language() {
    let mut typist = Typist::sits_down();
    typist.press("n<Tab><Tab>c<Tab><Enter>").sees("picker");
    typist.press("mineur").sees("picker-narrowed");
    typist.press("<Enter><Right><Right>").sees("picker-picked");
    typist.press("<C-w>zzz").sees("picker-nothing");
}

#[test]
fn each_pick_bears_how_it_is_known() {
    let mut typist = Typist::sits_down();
    typist.press("n<Tab><Tab><Tab><Enter>papiers gardes<Enter><Right><Right><Tab>");
    let seen = &typist.form().draft.indicators;
    assert_eq!(seen.len(), 1);
    assert_eq!(seen[0].id, IndicatorId::parse("mob.documents_held").unwrap());
    assert_eq!(seen[0].basis, Basis::ToldByEyewitness);
    assert_eq!(typist.form().focused(), Entry::Men);
}

#[test]
fn just_odd_is_one_key_from_anywhere() {
    let mut typist = Typist::sits_down();
    typist.press("n<C-o>");
    assert!(typist.form().draft.just_odd);
    typist.press("<Tab><Tab><Tab>o");
    assert!(!typist.form().draft.just_odd);
}

#[test]
fn a_child_calls_for_help_first_and_suggests_haste_without_deciding() {
    let mut typist = Typist::sits_down();
    typist.press("n<Tab><Tab><Tab><Enter>abuse seen<Enter><Esc>").sees("form-child");
    assert_eq!(typist.form().draft.precedence, None);
}

#[test]
fn what_is_missing_is_named_and_enter_leads_there() {
    let mut typist = Typist::sits_down();
    typist.press("n<C-f>").sees("question-not-yet");
    typist.press("<Enter>");
    assert_eq!(typist.form().focused(), Entry::Where);
}

#[test]
fn filing_is_one_question_that_says_what_happens_next() {
    let mut typist = Typist::sits_down();
    typist.press("n<Tab>Mitrovica<C-o><C-f>").sees("question-file");
    typist.press("<Esc>");
    assert_eq!(typist.state.question, None);
    assert!(!typist.asked.iter().any(|effect| matches!(effect, Effect::File(_))));
}

#[test]
fn enter_goes_through_to_the_end_and_then_asks_to_file() {
    let mut typist = Typist::sits_down();
    typist.press("n<Enter>Mitrovica<Enter><Enter>o<Tab><Enter><Enter><Enter><Enter><Enter>");
    assert_eq!(typist.form().focused(), Entry::Facts);
    typist.press("a grey van<Enter>with curtains<Tab><PgUp><PgUp><PgUp><PgUp><PgUp><PgUp><PgUp><Enter>");
    assert_eq!(typist.form().draft.facts.as_ref().unwrap().as_str(), "a grey van\nwith curtains");
    assert_eq!(typist.state.question, Some(Question::File));
}

#[test]
fn twenty_minutes_ago_counts_from_when_it_was_typed() {
    let mut typist = Typist::sits_down();
    typist.press("n-20m");
    typist.moment.now += chrono::TimeDelta::minutes(30);
    typist.press("<Tab>");
    assert_eq!(typist.form().form.text(Entry::When), "~211442ZNOV26");
    typist.press("<S-Tab><Tab>");
    assert_eq!(typist.form().form.text(Entry::When), "~211442ZNOV26");
}

#[test]
fn a_position_and_words_stand_beside_each_other_and_survive_leaving() {
    let mut typist = Typist::sits_down();
    typist.press(
        "n<Tab>34TEN1356323394<PgDn><PgDn><PgDn><PgDn><PgDn><PgDn>behind the school<Tab>30<Tab><Esc><Enter>",
    );
    let place = typist.form().draft.place.clone().unwrap();
    assert_eq!(place.position().unwrap().given, Given::grid("34TEN1356323394").unwrap());
    assert_eq!(
        (place.position().unwrap().error_m, place.words().unwrap().as_str()),
        (30, "behind the school")
    );
    assert_eq!(typist.form().form.text(Entry::HowFar), "30");
    typist.press("<Tab><C-a><C-w><End><C-w><C-w><C-w><C-w>42.66, 21.16<Tab>");
    let place = typist.form().draft.place.clone().unwrap();
    assert!(matches!(place.position().unwrap().given, Given::Degrees { .. }));
    assert_ne!(place.position().unwrap().error_m, 30, "another position has another error");
}

#[test]
fn pasted_text_cannot_act_on_the_terminal() {
    let mut typist = Typist::sits_down();
    typist.press("n<Tab>").hear(Message::Paste("Bar\u{1b}]0;title\u{7}\u{202e}".to_owned())).press("<Tab>");
    assert!(!typist.shown().contains(['\u{1b}', '\u{7}', '\u{202e}']));
    assert!(typist.shown().contains("Bar\u{fffd}]0;title"));
}

#[test]
fn a_pause_saves_what_is_half_written_and_moves_nothing() {
    let mut typist = Typist::sits_down();
    typist.press("n<Tab>Mitro");
    let before = typist.shown();
    typist.hear(Message::Tick);
    assert!(matches!(typist.asked.last(), Some(Effect::Save(_, DraftField::Place))));
    let saved = typist.asked.len();
    typist.hear(Message::Tick);
    assert_eq!(typist.asked.len(), saved, "the same thing is saved once");
    let panel =
        |shown: &str| shown.lines().map(|line| line.chars().take(51).collect::<String>()).collect::<Vec<_>>();
    assert_eq!(panel(&typist.shown()), panel(&before));
}
