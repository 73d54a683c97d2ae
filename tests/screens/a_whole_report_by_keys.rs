//! A complete report, entered by keys alone, is the report that is filed.

use vigilia::domain::code::Coded;
use vigilia::domain::duty::Duty;
use vigilia::domain::grading::Basis;
use vigilia::domain::observation::Counts;
use vigilia::domain::observation_terms::{PositionMethod, TimePrecision};
use vigilia::domain::place::Given;
use vigilia::domain::precedence::Precedence;
use vigilia::screens::observer::message::Effect;

use crate::observer_typist::Typist;

const KEYS: &str = "n1530<Tab>34TEN1356323394<Tab>c<Tab>\
     <Enter>nascoste<C-w>verborgen<Enter><C-w>scar<Enter><Right><Right><Right><Tab>\
     2<Tab>1<Tab><Tab>3<Tab><Tab>\
     White Ford Transit, plate 01-?23-KS. Three girls, about 14, in the back.<Enter>The driver held all papers.<PgDn><Tab>behind the petrol station<Tab>50<Tab>m<PgDn><PgDn>\
     I think they were afraid of him.<PgDn><PgDn><PgDn><PgDn>p<C-f>";

#[test]
fn what_is_typed_is_what_is_filed() {
    let mut typist = Typist::sits_down();
    typist.press(KEYS).sees("whole-report-question");
    let draft = typist.form().draft.clone();
    assert_eq!(typist.desk.draft(draft.id).unwrap(), draft, "every field is durable before it is filed");
    typist.press("<Enter>").sees("whole-report-filed");
    assert!(
        matches!(typist.asked.as_slice(), [.., Effect::File(id), Effect::LoadChanged(filed)] if *id == draft.id && filed.len() == 1)
    );

    let reports = typist.desk.reports().unwrap();
    let [own] = reports.as_slice() else { panic!("one report, not {}", reports.len()) };
    let (head, seen) = (own.held.report.head(), own.held.report.observation());
    assert_eq!((head.sequence, head.precedence), (1, Precedence::Priority));
    assert_eq!(seen.observed.from().to_string(), "2026-11-21T14:30:00Z");
    assert_eq!(seen.observed.precision(), TimePrecision::Exact);
    let position = seen.place.position().unwrap();
    assert_eq!(position.given, Given::grid("34TEN1356323394").unwrap());
    assert_eq!((position.error_m, position.method), (50, PositionMethod::Map));
    assert_eq!(seen.place.words().unwrap().as_str(), "behind the petrol station");
    assert_eq!(seen.duty, Duty::Checkpoint);
    assert_eq!(seen.counts, Counts { men: 2, women: 1, boys: 0, girls: 3, unknown: 0 });
    let picks: Vec<_> = seen.indicators.iter().map(|one| (one.id.as_str(), one.basis.code())).collect();
    assert_eq!(
        picks,
        [("trn.hidden_people", Basis::SawMyself.code()), ("org.fresh_scar", Basis::Hearsay.code())]
    );
    assert_eq!(
        seen.facts.as_ref().unwrap().as_str(),
        "White Ford Transit, plate 01-?23-KS. Three girls, about 14, in the back.\nThe driver held all papers."
    );
    assert_eq!(seen.assessment.as_ref().unwrap().as_str(), "I think they were afraid of him.");
}

#[test]
fn a_usable_report_takes_a_handful_of_keys() {
    let mut typist = Typist::sits_down();
    typist.press("n<Tab>Gate 1<C-o><C-f><Enter>");
    assert_eq!(typist.desk.reports().unwrap().len(), 1);
}

#[test]
fn a_filed_report_is_corrected_by_a_newer_version() {
    let mut typist = Typist::sits_down();
    typist.press("n<Tab>Gate 1<C-o><C-f><Enter>");
    is_as_read_anew(&mut typist);
    typist.press("<Enter>c");
    assert_eq!(typist.form().draft.supersedes, Some(typist.desk.reports().unwrap()[0].held.report.head().id));
    typist.press("<Esc>");
    is_as_read_anew(&mut typist);
    typist.press("<Enter><C-f><Enter>");
    is_as_read_anew(&mut typist);
    assert_eq!(typist.desk.reports().unwrap().len(), 2);
    typist.press("n<Esc>d");
    is_as_read_anew(&mut typist);
    typist.press("y");
    is_as_read_anew(&mut typist);
}

/// What changed in the lists was read alone; it is as if everything had been.
fn is_as_read_anew(typist: &mut Typist) {
    let lists = |typist: &Typist| (typist.state.reports.clone(), typist.state.transfer.waiting.clone());
    let in_part = lists(typist);
    typist.told_anew();
    assert_eq!(in_part, lists(typist));
}
