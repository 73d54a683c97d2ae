//! What the police tell everybody, among what went: how far it was passed down, found by words, read.

use vigilia::desks::observer::ObserverDesk;
use vigilia::desks::signer::Signature;
use vigilia::domain::bulletin::BulletinKind;
use vigilia::domain::people::Addressee;
use vigilia::screens::commander::message::Told;
use vigilia::screens::commander::sent::message::News;
use vigilia::screens::commander::sent::room::Part;
use vigilia::vault::packets::RoadName;

use crate::commander::camp::{self, Camp, three_days_on};
use crate::commander::typist::Typist;
use crate::stories::{at, publishes};
use crate::support::realm::SeededDice;

/// What is sealed for an observer goes with a stick.
fn to_a_stick(camp: &mut Camp, observer: impl Fn(&mut Camp) -> &mut ObserverDesk, day: &str) {
    let now = at(&format!("{day}T10:00:00Z"));
    camp.commander.pass_down(now, &mut SeededDice(7)).unwrap();
    let to = Addressee::Member(observer(camp).vault().profile().me);
    for packet in camp.commander.vault().outgoing().unwrap() {
        if packet.addressee == to {
            camp.commander.vault().carried(packet.digest, RoadName::Folder, now).unwrap();
        }
    }
}

/// Of four bulletins one has run out and both observers were given it, one was given to one of them, one never came, and
/// one came just now.
fn told() -> Typist {
    let mut camp = Camp::pitched();
    let says = |camp: &mut Camp, kind, days: (&str, &str), words: &[(&str, &str, &str)], lost| {
        publishes(&mut camp.cell, &mut camp.commander, kind, days, words, lost);
    };
    let autumn = [("nl", "Herfst", "Dank u."), ("fr", "Automne", "Merci.")];
    says(&mut camp, BulletinKind::Newsletter, ("2026-10-01", "2026-11-15"), &autumn, false);
    to_a_stick(&mut camp, |camp| &mut camp.one, "2026-10-02");
    to_a_stick(&mut camp, |camp| &mut camp.two, "2026-10-02");
    let road = [
        ("nl", "De weg naar Jarinje", "Er rijden 's nachts meer bestelwagens dan in de zomer."),
        ("en", "The road to Jarinje", "More vans drive at night than in summer."),
    ];
    says(&mut camp, BulletinKind::Briefing, ("2026-11-10", "2027-02-10"), &road, false);
    to_a_stick(&mut camp, |camp| &mut camp.one, "2026-11-11");
    let never = [("nl", "Wat u nooit doet", "…")];
    says(&mut camp, BulletinKind::Syllabus, ("2026-11-15", "2027-11-15"), &never, true);
    let news = [
        ("nl", "November", "Dank u.\n\nDrie meldingen hielpen een dossier vooruit."),
        ("fr", "Novembre", "Merci.\n\nTrois signalements ont fait avancer un dossier."),
        ("de", "November", "Danke.\n\nDrei Meldungen brachten eine Akte voran."),
        ("en", "November", "Thank you.\n\nThree reports moved a case forward."),
    ];
    says(&mut camp, BulletinKind::Newsletter, ("2026-11-21", "2027-01-31"), &news, false);
    camp.sits_down(three_days_on())
}

#[test]
fn where_no_bulletin_came_it_says_so_and_names_no_key_that_does_nothing() {
    let mut typist = camp::nothing_owed();
    typist.press("3b").sees("commander_bulletins-empty");
    assert_eq!(typist.press_in_vain("<Enter>"), []);
    typist.press("b");
    assert!(!typist.shown().contains("Enter open"), "{}", typist.shown());
}

#[test]
fn bulletins_stand_beside_what_went_and_tell_how_far_they_were_passed_down() {
    let mut typist = told();
    typist.press("3b").sees("commander_bulletins");
    let shown = typist.shown();
    let reach = ["not yet passed down to 2 observers", "to 1 observer, not yet to 1", "to 2 observers\n"];
    for told in reach {
        assert!(shown.contains(told), "{told}: {shown}");
    }
}

#[test]
fn bulletins_are_found_by_words_of_any_language() {
    let mut typist = told();
    let found = |typist: &Typist| -> Vec<u32> {
        typist.state.sent.bulletins.shown().map(|row| row.told.line.heading.number).collect()
    };
    for (words, numbers) in
        [("automne", &[1][..]), ("briefing", &[2]), ("newsletter cell", &[4, 1]), ("x", &[])]
    {
        typist.press("3b/").press(words);
        assert_eq!(found(&typist), numbers, "{words}");
        typist.press("<Esc><Esc>");
    }
    typist.press("3b/x<Enter>");
    assert!(typist.shown().contains("No bulletin holds these words"), "{}", typist.shown());
    typist.press("<Esc>");
    assert_eq!((found(&typist).len(), &typist.state.sent.part), (3, &Part::Bulletins));
}

#[test]
fn a_bulletin_opens_in_his_language_and_is_no_longer_new() {
    let mut typist = told();
    typist.press("3b<Enter>").sees("commander_bulletin-open");
    let shown = typist.shown();
    assert!(shown.contains("tell your authority") && !shown.contains("tell your commander"), "{shown}");
    typist.press("<Esc>");
    let seen = |typist: &Typist| {
        typist.state.sent.bulletins.shown().filter(|row| row.told.line.seen.is_some()).count()
    };
    assert_eq!(seen(&typist), 1);
    typist.press("1").press("3");
    assert_eq!(seen(&typist), 1, "it is remembered");
    typist.press("<End><Enter>");
    assert!(typist.shown().contains("No longer in force"), "{}", typist.shown());
}

#[test]
fn of_a_bulletin_whose_signature_does_not_hold_not_even_the_title_is_shown() {
    let mut typist = told();
    let bulletin = typist.desk.bulletins().unwrap()[0].statement;
    let mut opened = typist.desk.bulletin(bulletin).unwrap();
    (opened.signature, opened.bulletin) = (Signature::Broken, None);
    typist.press("3b").told(Told::Sent(News::Bulletin(Box::new(opened))));
    let shown = typist.shown();
    assert!(shown.contains("The signature does not hold") && !shown.contains("November"), "{shown}");
}
