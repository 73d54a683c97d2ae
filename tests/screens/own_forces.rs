//! A report on our own side: said before anything is saved, kept on this device, told to nobody.

use vigilia::domain::draft::{DraftField, Obstacle};
use vigilia::screens::observer::message::Effect;
use vigilia::screens::observer::state::Question;

use crate::observer_typist::Typist;

const TO_THE_LIST: &str = "n<Tab>Gate 1<Tab><Tab><Enter>";

#[test]
fn it_stops_and_explains_before_anything_of_it_is_saved() {
    let mut typist = Typist::sits_down();
    typist.press(TO_THE_LIST).press("arranges shields<Enter>").sees("question-own-forces");
    let saved = |effect: &Effect| matches!(effect, Effect::Save(_, DraftField::Indicators));
    assert!(!typist.asked.iter().any(saved));
    typist.press("<Esc>");
    assert!(typist.form().draft.indicators.is_empty() && !typist.asked.iter().any(saved));
}

#[test]
fn it_stays_a_draft_and_cannot_be_filed() {
    let mut typist = Typist::sits_down();
    typist.press(TO_THE_LIST).press("arranges shields<Enter><Enter><Tab>").sees("form-own-forces");
    assert_eq!(typist.form().draft.indicators.len(), 1);
    typist.press("<C-f>");
    assert_eq!(typist.state.question, Some(Question::NotYet(vec![Obstacle::OwnForces])));
    typist.press("<Enter><C-f><Esc><Esc>");
    assert!(!typist.asked.iter().any(|effect| matches!(effect, Effect::File(_))));
    assert!(typist.state.lines()[0].is_draft);
}
