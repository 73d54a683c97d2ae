//! Another language at any time: everything on the screen is said in it, and nothing that was written is lost.

use vigilia::domain::observation::Language;
use vigilia::language::tongue::Tongue;
use vigilia::screens::observer::form::entries::Entry;
use vigilia::screens::observer::message::Effect;

use crate::observer_typist::Typist;

#[test]
fn f3_goes_through_the_languages_at_once_and_everywhere() {
    let mut typist = Typist::sits_down();
    for (key, said) in [
        ("<F3>", "Nog geen meldingen."),
        ("<F3>", "Pas encore de signalement."),
        ("<F3>", "Noch keine Meldungen."),
        ("?<F3>", "In the list of reports"),
        ("<Esc>n<F3>", "Nieuwe melding"),
        ("<C-f><F3>", "Pas encore complet"),
    ] {
        typist.press(key);
        assert!(typist.shown().contains(said), "{said}: {}", typist.shown());
    }
}

#[test]
fn what_was_written_what_was_wrong_and_where_the_keys_are_stay() {
    let mut typist = Typist::sits_down();
    typist.press("nnoonish<Tab>34ten1356323394<Tab>p<PgDn><PgDn><PgDn><PgDn><PgDn>am Tor 1");
    let before = typist.form().clone();
    for said in [
        ["dit is geen tijd", "Meter ernaast", "patrouille"],
        ["ce n'est pas une heure", "Mètres d'écart", "patrouille"],
        ["das ist keine Zeit", "Meter daneben", "Streife"],
        ["this is not a time", "Metres off", "patrol"],
    ] {
        typist.press("<F3>");
        let shown = typist.shown();
        assert!(said.iter().all(|said| shown.contains(said)), "{said:?}: {shown}");
        assert!(shown.contains("noonish") && shown.contains("am Tor 1"), "{shown}");
        assert_eq!(*typist.form(), before, "the form holds no spoken word");
    }
    assert_eq!(typist.form().focused(), Entry::InWords);
}

#[test]
fn indicators_are_shown_and_a_letter_chooses_in_the_language_on_the_screen() {
    let mut typist = Typist::sits_down();
    typist.press("<F3><F3>n<Tab><Tab>g<Tab><Enter>papiers gardes<Enter>");
    assert!(
        typist.shown().contains("papiers") && typist.shown().contains("vu ou entendu"),
        "{}",
        typist.shown()
    );
    typist.press("<F3>");
    assert!(typist.shown().contains("selbst gesehen"), "{}", typist.shown());
    assert_eq!(typist.form().draft.duty.map(|duty| duty.to_string()), Some("guard".to_owned()));
}

#[test]
fn a_report_is_written_in_the_language_it_was_begun_in() {
    for (keys, language) in
        [("", Language::English), ("<F3>", Language::Dutch), ("<F3><F3>", Language::French)]
    {
        let mut typist = Typist::sits_down();
        typist.press(keys).press("n");
        assert!(typist.asked.contains(&Effect::Begin(language)));
        assert_eq!(typist.form().draft.language, language);
        typist.press("<F3>");
        assert_eq!(
            typist.form().draft.language,
            language,
            "what is on the screen says nothing of what was written"
        );
    }
}

#[test]
fn the_first_language_is_the_one_the_edge_gives() {
    let mut typist = Typist::sits_down();
    typist.state.front.tongue = Tongue::German;
    assert!(typist.shown().contains("Meldungen"));
}
