//! Bulletins stand among the answers: new ones bear a word, each says until when it counts, and opens in his language.

use vigilia::desks::intake::read_packet;
use vigilia::domain::bulletin::BulletinKind;
use vigilia::domain::people::Addressee;
use vigilia::screens::observer::message::Effect;
use vigilia::screens::observer::state::Screen;

use crate::observer_typist::Typist;
use crate::stories::{at, carry, publishes};
use crate::support::realm::{SeededDice, cast};
use crate::support::sightings::files_a_report;

/// One report was acknowledged; of four bulletins one has run out and one never came.
fn told() -> Typist {
    let mut cast = cast();
    let mut dice = SeededDice(1);
    let report = files_a_report(&mut cast.observer, at("2026-11-20T12:00:00Z"), 5);
    cast.observer.pack(at("2026-11-20T12:05:00Z"), &mut dice).unwrap();
    carry(cast.observer.vault(), cast.commander.vault(), at("2026-11-20T12:10:00Z"));
    cast.commander.review(report, Default::default(), at("2026-11-20T12:20:00Z")).unwrap();
    cast.commander.forward(at("2026-11-20T12:30:00Z"), &mut dice).unwrap();
    carry(cast.commander.vault(), cast.cell.vault(), at("2026-11-20T13:00:00Z"));
    cast.cell.acknowledge(at("2026-11-20T13:00:00Z")).unwrap();
    cast.cell.pack(at("2026-11-20T13:00:00Z"), &mut dice).unwrap();
    carry(cast.cell.vault(), cast.commander.vault(), at("2026-11-20T13:10:00Z"));
    let autumn = [("nl", "Herfst", "Dank u."), ("fr", "Automne", "Merci.")];
    publishes(
        &mut cast.cell,
        &mut cast.commander,
        BulletinKind::Newsletter,
        ("2026-10-01", "2026-11-15"),
        &autumn,
        false,
    );
    cast.commander.pass_down(at("2026-10-02T09:00:00Z"), &mut dice).unwrap();
    let road = [("nl", "De weg naar Jarinje", "Er rijden 's nachts meer bestelwagens dan in de zomer.")];
    publishes(
        &mut cast.cell,
        &mut cast.commander,
        BulletinKind::Briefing,
        ("2026-11-10", "2027-02-10"),
        &road,
        false,
    );
    let never = [("nl", "Wat u nooit doet", "…")];
    publishes(
        &mut cast.cell,
        &mut cast.commander,
        BulletinKind::Syllabus,
        ("2026-11-15", "2027-11-15"),
        &never,
        true,
    );
    let news = [
        ("nl", "November", "Dank u.\n\nDrie meldingen hielpen een dossier vooruit."),
        ("fr", "Novembre", "Merci.\n\nTrois signalements ont fait avancer un dossier."),
        ("de", "November", "Danke.\n\nDrei Meldungen brachten eine Akte voran."),
        ("en", "November", "Thank you.\n\nThree reports moved a case forward."),
    ];
    publishes(
        &mut cast.cell,
        &mut cast.commander,
        BulletinKind::Newsletter,
        ("2026-11-21", "2027-01-31"),
        &news,
        false,
    );
    cast.commander.pass_down(at("2026-11-21T10:00:00Z"), &mut dice).unwrap();
    for packet in cast.commander.vault().outgoing().unwrap() {
        if packet.addressee == Addressee::Member(cast.observer.vault().profile().me) {
            let bytes = cast.commander.vault().packet_bytes(packet.digest).unwrap();
            read_packet(cast.observer.vault(), bytes, at("2026-11-21T11:00:00Z")).unwrap();
        }
    }
    Typist::at(cast.observer, cast.realm)
}

#[test]
fn bulletins_stand_among_the_answers_and_say_until_when_they_count() {
    told().press("2").sees("bulletins");
}

#[test]
fn a_bulletin_opens_in_his_language_and_tells_what_never_came() {
    let mut typist = told();
    assert_eq!(typist.state.unseen(), 4);
    typist.press("2<Enter>").sees("bulletin-open");
    assert_eq!(typist.state.unseen(), 3);
    assert!(typist.shown().contains("Number 3 of the same desk should be here too"), "{}", typist.shown());
    assert!(!typist.shown().contains("its report"), "the bar names no key that does nothing here");
    typist.press("r<Left><Right>");
    assert!(matches!(typist.state.screen, Screen::Answer(_)), "it leads to no report");
    assert_eq!(typist.asked.iter().filter(|effect| matches!(effect, Effect::MarkSeen(_))).count(), 1);
}

#[test]
fn one_that_has_run_out_is_kept_and_says_so() {
    let mut typist = told();
    typist.press("2<End><Enter>").sees("bulletin-expired");
}

#[test]
fn of_a_bulletin_whose_signature_does_not_hold_not_even_the_title_is_shown() {
    use vigilia::desks::signer::Signature;
    use vigilia::screens::observer::message::Told;
    let mut typist = told();
    let bulletin = typist.desk.answers().unwrap()[0].heard.statement;
    let mut opened = typist.desk.answer(bulletin).unwrap();
    (opened.signature, opened.said) = (Signature::Broken, None);
    typist.press("2").told(Told::Answer(Box::new(opened)));
    let shown = typist.shown();
    assert!(shown.contains("The signature does not hold") && !shown.contains("November"), "{shown}");
}
