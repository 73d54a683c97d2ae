//! What an observer's desk lists: drafts, reports, answers, and what of them is new.

use vigilia::desks::intake::read_packet;
use vigilia::desks::observer::answers::Said;
use vigilia::desks::observer::{DraftInHand, ObserverDesk};
use vigilia::desks::signer::Signature;
use vigilia::domain::answer::Outcome;
use vigilia::domain::draft::DraftField;
use vigilia::domain::feedback_status::FeedbackStatus;
use vigilia::domain::ids::Digest;
use vigilia::domain::observation::Language;
use vigilia::domain::people::Role;
use vigilia::domain::return_reason::ReturnReason;
use vigilia::domain::text::{Line, Narrative};
use vigilia::domain::time::Timestamp;
use vigilia::vault::heard::AnswerKind;
use vigilia::vault::packets::RoadName;
use vigilia::vault::unlock::Vault;

use crate::support::realm::{Cast, SeededDice, cast, noon, passphrase};
use crate::support::sightings::{files_a_report, grey_van};

fn carry(from: &mut Vault, to: &mut Vault, now: Timestamp) {
    let me = (to.profile().me, to.profile().role);
    for packet in from.pending(RoadName::Relay).unwrap() {
        if packet.addressee.includes(me.0, me.1) {
            read_packet(to, from.packet_bytes(packet.digest).unwrap(), now).unwrap();
        }
    }
}

/// The first report is acknowledged and answered, the second given back.
fn answered(cast: &mut Cast) -> [Digest; 2] {
    let mut dice = SeededDice(1);
    let reports = [7, 8].map(|seed| files_a_report(&mut cast.observer, noon(0), seed));
    cast.observer.pack(noon(1), &mut dice).unwrap();
    carry(cast.observer.vault(), cast.commander.vault(), noon(2));
    cast.commander.review(reports[0], Default::default(), noon(3)).unwrap();
    let note = Line::new("which gate?").ok();
    cast.commander.give_back(reports[1], ReturnReason::PlaceUnclear, note, noon(3)).unwrap();
    cast.commander.forward(noon(4), &mut dice).unwrap();
    carry(cast.commander.vault(), cast.cell.vault(), noon(5));
    cast.cell.acknowledge(noon(6)).unwrap();
    let outcome = Outcome::new(FeedbackStatus::LinkedToKnown, None).unwrap();
    let words = |text| Narrative::new(text).ok();
    cast.cell.answer(reports[0], outcome, words("It fits others."), words("Plate known."), noon(7)).unwrap();
    cast.cell.pack(noon(8), &mut dice).unwrap();
    carry(cast.cell.vault(), cast.commander.vault(), noon(9));
    cast.commander.pass_down(noon(10), &mut dice).unwrap();
    carry(cast.commander.vault(), cast.observer.vault(), noon(11));
    reports
}

#[test]
fn answers_tell_who_signed_and_when_and_are_new_until_looked_at() {
    let mut cast = cast();
    let reports = answered(&mut cast);
    let answers = cast.observer.answers().unwrap();
    let told: Vec<_> = answers
        .iter()
        .map(|answer| {
            let signer = answer.signer.as_ref().unwrap();
            (
                answer.heard.kind,
                signer.callsign.to_string(),
                signer.role,
                answer.heard.at,
                answer.heard.about.clone(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (AnswerKind::Feedback, "CELL".to_owned(), Role::Cell, noon(7), vec![1]),
            (AnswerKind::Acknowledgement, "CELL".to_owned(), Role::Cell, noon(6), vec![1]),
            (AnswerKind::Return, "KFOR1-CMD".to_owned(), Role::Commander, noon(3), vec![2]),
        ]
    );
    assert!(answers.iter().all(|answer| answer.heard.seen.is_none() && answer.heard.arrived == noon(11)));
    assert_eq!(answers[0].outcome.unwrap().status(), FeedbackStatus::LinkedToKnown);

    let opened: Vec<_> =
        answers.iter().map(|answer| cast.observer.answer(answer.heard.statement).unwrap()).collect();
    assert!(opened.iter().all(|opened| opened.signature == Signature::Holds));
    assert!(
        matches!(&opened[0].said, Some(Said::Feedback { text: Some(text), .. }) if text.as_str() == "It fits others.")
    );
    assert_eq!(opened[1].said, Some(Said::Acknowledged { items: 1, refused: vec![] }));
    assert!(matches!(
        opened[2].said,
        Some(Said::Returned { reason: ReturnReason::PlaceUnclear, note: Some(_) })
    ));

    let unseen = |desk: &mut ObserverDesk| -> Vec<_> {
        desk.report_list().unwrap().iter().map(|listed| (listed.digest, listed.unseen)).collect()
    };
    assert_eq!(unseen(&mut cast.observer), [(reports[1], 1), (reports[0], 2)]);
    cast.observer.mark_seen(&[answers[0].heard.statement], noon(12)).unwrap();
    cast.observer.mark_seen(&[answers[0].heard.statement], noon(13)).unwrap();
    assert_eq!(unseen(&mut cast.observer), [(reports[1], 1), (reports[0], 1)]);
    assert_eq!(cast.observer.answers().unwrap()[0].heard.seen, Some(noon(12)));
}

#[test]
fn a_signature_of_keys_that_were_revoked_since_says_so() {
    let mut cast = cast();
    answered(&mut cast);
    let cell = cast.cell.vault().profile().me;
    cast.realm.revoke(cell, 0);
    cast.realm.install(cast.observer.vault());
    let answers = cast.observer.answers().unwrap();
    let opened = cast.observer.answer(answers[0].heard.statement).unwrap();
    assert_eq!(opened.signature, Signature::RevokedSince);
    assert!(opened.said.is_some());
    assert_eq!(cast.observer.answer(answers[2].heard.statement).unwrap().signature, Signature::Holds);
}

#[test]
fn a_list_says_of_each_report_what_the_whole_report_says() {
    let mut cast = cast();
    answered(&mut cast);
    let listed = cast.observer.report_list().unwrap();
    let whole = cast.observer.reports().unwrap();
    assert_eq!(listed.len(), whole.len());
    for (listed, whole) in listed.iter().zip(&whole) {
        let (head, seen) = (whole.held.report.head(), whole.held.report.observation());
        assert_eq!((listed.digest, listed.id, listed.sequence), (whole.held.digest, head.id, head.sequence));
        assert_eq!(
            (listed.observed.from(), listed.observed.to()),
            (seen.observed.from(), seen.observed.to())
        );
        assert_eq!(listed.observed.precision(), seen.observed.precision());
        assert_eq!(listed.place.as_ref(), seen.place.words());
        assert_eq!(listed.position.as_ref(), seen.place.position().map(|position| &position.given));
        let picked: Vec<_> = seen.indicators.iter().map(|indicator| &indicator.id).collect();
        assert_eq!(listed.indicators.iter().collect::<Vec<_>>(), picked);
        assert!(seen.facts.as_ref().unwrap().as_str().starts_with(listed.opening.as_ref().unwrap().as_str()));
        assert_eq!((listed.facts, listed.handed_over), (whole.held.facts, whole.held.handed_over));
        let said = whole.answers.iter().map(|answer| answer.feedback.at());
        let back = whole.returned.iter().map(|returned| returned.at);
        assert_eq!(listed.last_answer, said.chain(back).max());
    }
    for line in listed {
        assert_eq!(cast.observer.report_line(line.id).unwrap(), line);
    }
}

/// A commander keeps others' reports; the same tables serve him.
#[test]
fn what_others_filed_does_not_count_as_ones_own() {
    let mut cast = cast();
    answered(&mut cast);
    assert_eq!(cast.commander.vault().unsent().unwrap().reports, 0);
}

#[test]
fn two_drafts_at_once_are_saved_apart_and_outlast_the_program() {
    let mut cast = cast();
    let home = cast.realm.home("KFOR1-OBS1");
    let desk = &mut cast.observer;
    let mut one = desk.begin(Language::Dutch, noon(0), &mut SeededDice(3)).unwrap();
    let mut two = desk.begin(Language::French, noon(1), &mut SeededDice(4)).unwrap();
    for minute in 2..6 {
        let words = |which| Narrative::new(&format!("{which} draft, minute {minute}")).ok();
        (one.facts, two.facts) = (words("first"), words("second"));
        assert_eq!(desk.save(&one, DraftField::Facts, noon(minute)).unwrap(), noon(minute));
        desk.save(&two, DraftField::Facts, noon(minute)).unwrap();
    }
    one.counts.women = 3;
    desk.save(&one, DraftField::Counts, noon(9)).unwrap();
    // Typed and not saved when the program was killed.
    one.assessment = Narrative::new("being typed").ok();
    drop(cast.observer);
    let mut desk = ObserverDesk::open(Vault::unlock(&home, &passphrase(), noon(10)).unwrap()).unwrap();
    let found = desk.drafts_in_hand(noon(10)).unwrap();
    assert_eq!(
        found.iter().map(|draft| draft.draft.id).collect::<Vec<_>>(),
        [one.id, two.id],
        "saved last, listed first"
    );
    one.assessment = None;
    assert_eq!((&found[0].draft, &found[1].draft), (&one, &two));
    // Filing the one leaves the other alone.
    let whole = grey_van(one.clone(), noon(0));
    for field in [DraftField::Observed, DraftField::Place, DraftField::Indicators, DraftField::Entities] {
        desk.save(&whole, field, noon(11)).unwrap();
    }
    desk.file(one.id, noon(12)).unwrap();
    assert_eq!(desk.drafts().unwrap().iter().map(|(draft, _)| draft.id).collect::<Vec<_>>(), [two.id]);
}

#[test]
fn an_old_draft_asks_for_attention_and_never_vanishes() {
    let mut cast = cast();
    cast.observer.begin(Language::English, noon(0), &mut SeededDice(3)).unwrap();
    let after = |days: u32| cast.observer.drafts_in_hand(noon(0).plus_hours(days * 24)).unwrap().remove(0);
    let told: Vec<_> =
        [0, 29, 30, 4_000].map(after).iter().map(|draft| (draft.idle_days, draft.is_old)).collect();
    assert_eq!(told, [(0, false), (29, false), (DraftInHand::OLD_DAYS, true), (4_000, true)]);
    let before = Timestamp::parse("2020-01-01T00:00:00Z").unwrap();
    assert_eq!(
        cast.observer.drafts_in_hand(before).unwrap()[0].idle_days,
        0,
        "a clock set back makes none old"
    );
}
