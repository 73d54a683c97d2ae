//! The list of reports, a report with its answers, the help, and a terminal that is too small.

use vigilia::domain::answer::Outcome;
use vigilia::domain::catalogue::Catalogue;
use vigilia::domain::draft::Draft;
use vigilia::domain::feedback_status::{FeedbackStatus, NoActionReason};
use vigilia::domain::ids::{MemberId, ReportId};
use vigilia::domain::observation::Language;
use vigilia::domain::return_reason::ReturnReason;
use vigilia::domain::standing::{Facts, Standing};
use vigilia::domain::text::{Line, Narrative};
use vigilia::domain::time::Timestamp;
use vigilia::language::phrase::Phrase;
use vigilia::screens::kit::theme::ThemeName;
use vigilia::screens::observer::form::when_entry;
use vigilia::screens::observer::lines::{self, AnswerLine, ReportLine, Said};
use vigilia::screens::observer::message::{Effect, Message, Told};

use crate::support::realm::SeededDice;
use crate::typist::{Typist, moment};

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

fn line(sequence: u32, when: &str, place: &str, what: &str, facts: &Facts) -> ReportLine {
    let begun = Timestamp::new(moment().now);
    let id = ReportId::fresh(begun, &mut SeededDice(sequence.into()));
    let draft = Draft::begin(id, begun, Language::English);
    ReportLine {
        sequence: Some(sequence),
        observed: when_entry::read(when, moment()).unwrap(),
        place: Phrase::verbatim(place),
        what: Phrase::verbatim(what),
        facts: Narrative::new(
            "Three girls, about 14, got out of a white van at the back door. The driver held their papers.",
        )
        .ok(),
        standing: Standing::of(facts),
        is_draft: false,
        ..lines::of_draft(&draft, &Catalogue::embedded().unwrap())
    }
}

/// A list with something of every kind in it.
fn some_reports() -> Vec<ReportLine> {
    let by_cell = |status, reason, text: &str| Said::ByCell {
        signer: MemberId::from_bytes([0xc1; 16]),
        outcome: Outcome::new(status, reason).unwrap(),
        text: Narrative::new(text).ok(),
    };
    let filed = Some(at("2026-11-20T10:00:00Z"));
    let mut all = vec![
        line(
            1,
            "191030ZNOV26",
            "Mitrovica, bus station",
            "Papers of a person are kept by someone else +2",
            &Facts { answered: Some(at("2026-11-21T14:40:00Z")), ..Facts::default() },
        ),
        line(
            2,
            "~191200ZNOV26",
            "34T DN 8905 4876",
            "just odd",
            &Facts { answered: Some(at("2026-11-21T09:05:00Z")), ..Facts::default() },
        ),
        line(
            3,
            "200700ZNOV26/200730ZNOV26",
            "Checkpoint 12",
            "Never left alone; a minder follows everywhere",
            &Facts { filed, returned: Some(at("2026-11-20T18:00:00Z")), ..Facts::default() },
        ),
        line(
            4,
            "200800ZNOV26",
            "Gate 1",
            "A grey van with curtains came twice",
            &Facts { filed, received: Some(at("2026-11-21T14:32:00Z")), ..Facts::default() },
        ),
        line(5, "200900ZNOV26", "Camp Novo Selo", "just odd", &Facts { filed, ..Facts::default() }),
    ];
    all[0].answers = vec![
        AnswerLine {
            at: at("2026-11-21T14:40:00Z"),
            said: by_cell(
                FeedbackStatus::LinkedToKnown,
                None,
                "Thank you. The van you described was already wanted. Your note on who held the papers is new to us and \
                 matters.",
            ),
        },
        AnswerLine {
            at: at("2026-11-20T16:00:00Z"),
            said: by_cell(FeedbackStatus::Received, None, "Read today."),
        },
    ];
    all[1].answers = vec![AnswerLine {
        at: at("2026-11-21T09:05:00Z"),
        said: by_cell(FeedbackStatus::NoAction, Some(NoActionReason::NoOffence), "A wedding party."),
    }];
    all[2].answers = vec![AnswerLine {
        at: at("2026-11-20T18:00:00Z"),
        said: Said::ByCommander {
            reason: ReturnReason::CountsMissing,
            note: Line::new("How many did you see?").ok(),
        },
    }];
    all[4].handed_over = Some(at("2026-11-20T11:00:00Z"));
    let mut draft = line(6, "-20m", "no place yet", "nothing written yet", &Facts::default());
    (draft.is_draft, draft.sequence, draft.facts) = (true, None, None);
    all.push(draft);
    lines::sort(&mut all);
    all
}

#[test]
fn an_empty_list_says_what_n_does() {
    Typist::sits_down().sees("reports-empty");
}

#[test]
fn each_report_is_one_line_and_answers_are_on_top() {
    Typist::sits_down().told(Told::Reports(some_reports())).press("<Down>").sees("reports");
}

#[test]
fn a_report_shows_every_answer_in_full_with_who_and_when() {
    let mut typist = Typist::sits_down();
    typist.told(Told::Reports(some_reports())).press("<Enter>").sees("report-answered");
    typist.press("<Esc><Down><Down><Enter>").sees("report-returned");
}

#[test]
fn a_long_answer_can_be_read_to_its_end() {
    let mut reports = some_reports();
    reports[0].facts = Narrative::new(&"It went on and on. ".repeat(300)).ok();
    let mut typist = Typist::sits_down();
    typist.told(Told::Reports(reports)).press("<Enter>");
    let top = typist.shown();
    typist.press(&"<PgDn>".repeat(60));
    assert!(typist.shown().contains("It went on"), "{}", typist.shown());
    typist.press(&"<PgUp>".repeat(60));
    assert_eq!(typist.shown(), top);
}

#[test]
fn the_help_lists_the_keys_of_the_table() {
    Typist::sits_down()
        .press("?")
        .sees("help-reports")
        .press("<PgDn>")
        .sees("help-reports-further")
        .press("<Esc>");
    Typist::sits_down().press("n<F1>").sees("help-form");
}

#[test]
fn a_terminal_that_is_too_small_says_so_and_keeps_the_marking() {
    let mut typist = Typist::sits_down();
    typist.press("n1430");
    for size in [(79, 24), (80, 23), (30, 6), (1, 1)] {
        typist.sees_in("too-small", size);
    }
    typist.hear(Message::Resized(60, 20)).press("99").hear(Message::Resized(80, 24));
    assert_eq!(typist.form().form.focused().unwrap().text(), "1430", "nobody writes where he cannot see");
}

#[test]
fn a_draft_is_thrown_away_only_after_a_question() {
    let mut typist = Typist::sits_down();
    typist.press("n<Esc>d").sees("question-discard");
    typist.press("<Esc>");
    assert_eq!(typist.state.lines().len(), 1);
    typist.press("dy");
    assert_eq!(typist.state.lines().len(), 0);
    assert!(typist.shown().contains("The draft is thrown away."));
}

#[test]
fn a_filed_report_cannot_be_thrown_away() {
    let mut typist = Typist::sits_down();
    typist.told(Told::Reports(some_reports())).press("d");
    assert_eq!(typist.state.question, None);
}

#[test]
fn t_goes_through_the_colours_and_ctrl_l_draws_again() {
    let mut typist = Typist::sits_down();
    typist.press("tt");
    assert_eq!(typist.state.theme, ThemeName::Night);
    typist.press("<C-l>q");
    assert_eq!(typist.asked[typist.asked.len() - 2..], [Effect::Redraw, Effect::Leave]);
}
