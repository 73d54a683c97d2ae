//! The answers: who signed what and when, verified anew each time one is opened, new until it was looked at.

use vigilia::domain::people::Role;
use vigilia::screens::observer::message::Effect;
use vigilia::screens::observer::state::Screen;

use crate::observer_typist::Typist;
use crate::stories;
use crate::support::realm::TestRealm;

#[test]
fn an_empty_list_says_what_will_stand_there() {
    Typist::sits_down().press("2").sees("answers-empty");
}

#[test]
fn the_newest_answer_is_first_and_new_ones_bear_a_word() {
    let mut typist = stories::answered();
    typist.press("2").sees("answers");
    typist.press("<Enter><Esc><Down>").sees("answers-one-seen");
}

#[test]
fn an_answer_says_who_signed_when_and_that_the_signature_holds() {
    let mut typist = stories::answered();
    typist.press("2<Enter>").sees("answer-feedback");
    typist.press("<Esc><Down><Down><Enter>").sees("answer-acknowledgement");
    typist.press("<Esc><Down><Enter>").sees("answer-returned");
}

#[test]
fn what_was_opened_counts_as_seen_from_then_on() {
    let mut typist = stories::answered();
    assert_eq!(typist.state.unseen(), 4);
    typist.press("2<Enter>");
    assert_eq!(typist.state.unseen(), 3);
    let seen = |typist: &Typist| {
        typist.desk.answers().unwrap().iter().filter(|one| one.heard.seen.is_some()).count()
    };
    assert_eq!(seen(&typist), 1);
    typist.press("<Esc><Enter>");
    assert_eq!(typist.asked.iter().filter(|effect| matches!(effect, Effect::MarkSeen(_))).count(), 1);
}

#[test]
fn an_answer_leads_to_its_report_and_one_of_several_can_be_chosen() {
    let mut typist = stories::answered();
    typist.press("2<Enter>r");
    assert!(matches!(&typist.state.screen, Screen::Report(page) if page.number() == 1));
    typist.press("2<Down><Down><Enter><Right>r");
    assert!(matches!(&typist.state.screen, Screen::Report(page) if page.number() == 2));
    typist.press("2<Enter><Left><Left><Left><Enter>");
    assert!(matches!(&typist.state.screen, Screen::Report(_)));
}

#[test]
fn a_signature_that_cannot_be_relied_on_says_what_to_do() {
    let mut typist = stories::answered();
    let cell = typist.desk.answers().unwrap()[0].heard.signer;
    typist.realm.revoke(cell, 0);
    let TestRealm { roster, .. } = &typist.realm;
    let bytes = roster.as_ref().unwrap().bytes().to_vec();
    let now = stories::at("2026-11-21T15:00:00Z");
    vigilia::desks::enrolment::install(typist.desk.vault(), &bytes, now).unwrap();
    typist.press("2<Enter>").sees("answer-signer-revoked");
}

#[test]
fn an_answer_whose_signature_does_not_hold_shows_none_of_its_words() {
    use vigilia::desks::signer::Signature;
    use vigilia::screens::observer::message::Told;
    let mut typist = stories::answered();
    let answer = typist.desk.answers().unwrap()[0].heard.statement;
    let mut opened = typist.desk.answer(answer).unwrap();
    (opened.signature, opened.said) = (Signature::Broken, None);
    typist.told(Told::Answer(Box::new(opened.clone()))).sees("answer-broken");
    opened.signature = Signature::SignerGone;
    opened.answer.signer = None;
    typist.told(Told::Answer(Box::new(opened))).sees("answer-signer-gone");
    assert!(
        typist.desk.answers().unwrap()[0].signer.as_ref().is_some_and(|signer| signer.role == Role::Cell)
    );
}

#[test]
fn on_a_new_device_an_answer_says_that_it_is_of_the_earlier_one_and_leads_nowhere() {
    let mut typist = stories::on_a_new_device();
    typist.press("2").sees("answers-earlier-device");
    typist.press("<Enter>").sees("answer-earlier-device");
    typist.press("r");
    assert!(matches!(&typist.state.screen, Screen::Answer(_)), "there is no report to go to");
    typist.press("<Esc><Down><Down><Enter>").sees("answer-earlier-returned");
    assert!(typist.desk.reports().unwrap().is_empty());
}
