//! What a minimal useful report costs: keys pressed besides what is typed.

use crossterm::event::{KeyCode, KeyModifiers};
use vigilia::domain::observation::Counts;

use crate::observer_typist::Typist;
use crate::typist::parsed;

/// Time now, place by name, duty, two indicators, counts, one sentence, filed.
const REPORT: &str = "n<Tab>mitrovica<Down><Enter><Tab>c<Tab><Enter>hidden people<Enter>papers kept<Enter><Tab>\
     2<Tab><Tab><Tab>3<PgDn>White van with curtains, three girls of about 14 in the back.<C-f><Enter>";

#[test]
fn a_minimal_useful_report_takes_seventeen_keys_besides_what_is_typed() {
    let typed = |code: KeyCode| matches!(code, KeyCode::Char(_));
    let keys = parsed(REPORT)
        .into_iter()
        .filter(|key| !typed(key.code) || key.modifiers == KeyModifiers::CONTROL)
        .count();
    // The letter that begins it and the one that names the duty are keys too.
    assert_eq!(keys + 2, 17);
    let mut typist = Typist::sits_down();
    typist.press(REPORT);
    let reports = typist.desk.reports().unwrap();
    let seen = reports[0].held.report.observation();
    assert!(seen.place.position().is_some() && seen.facts.is_some());
    assert_eq!(seen.duty.to_string(), "checkpoint");
    assert_eq!(seen.counts, Counts { men: 2, girls: 3, ..Counts::default() });
    let picked: Vec<_> = seen.indicators.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(picked, ["trn.hidden_people", "mob.documents_held"]);
}

#[test]
fn tab_alone_reaches_every_field_and_comes_round() {
    let mut typist = Typist::sits_down();
    typist.press("n");
    let all: Vec<_> = typist.form().form.fields().map(|field| field.key).collect();
    for entry in &all {
        assert_eq!(typist.form().focused(), *entry);
        typist.press("<Tab>");
    }
    assert_eq!(typist.form().focused(), all[0]);
    typist.press("<S-Tab>");
    assert_eq!(typist.form().focused(), *all.last().unwrap());
}
