//! The list of reports, a report with its answers, the help, and a terminal that is too small.

use vigilia::domain::draft::Draft;
use vigilia::domain::text::Line;
use vigilia::screens::kit::theme::ThemeName;
use vigilia::screens::observer::message::{Effect, Message};
use vigilia::screens::observer::room::Room;
use vigilia::screens::observer::state::Screen;
use vigilia::vault::settings::{Setting, Theme};

use crate::observer_typist::Typist;
use crate::stories;

#[test]
fn an_empty_list_says_what_n_does() {
    Typist::sits_down().sees("reports-empty");
}

#[test]
fn each_report_is_one_line_new_answers_are_on_top_and_an_old_draft_asks_what_it_is_to_become() {
    stories::answered().press("<Down>").sees("reports");
}

#[test]
fn a_report_shows_all_that_was_filed_and_every_answer_in_full_with_who_and_when() {
    let mut typist = stories::answered();
    typist.press("<Enter>").sees("report-answered");
    typist.press("a").sees("report-attachments").press("<Esc>");
    typist.press("/checkpoint 12<Enter>").sees("report-returned");
}

#[test]
fn what_was_read_in_a_report_is_new_no_longer_and_takes_its_place_in_the_list() {
    let mut typist = stories::answered();
    let number = |typist: &Typist| typist.state.shown_line(0).and_then(|line| line.sequence);
    assert_eq!(number(&typist), Some(1));
    let unseen = typist.state.unseen();
    typist.press("<Enter><Esc>");
    assert!(typist.state.unseen() < unseen);
    assert_eq!(typist.state.shown_line(0).unwrap().news, None);
    typist.told_anew();
    assert_ne!(number(&typist), Some(1));
}

#[test]
fn words_narrow_the_list_by_place_what_and_standing_in_the_language_on_the_screen() {
    let mut typist = stories::answered();
    let found = |typist: &Typist| -> Vec<_> {
        let shown = (0..typist.state.shown()).filter_map(|place| typist.state.shown_line(place));
        shown.map(|line| line.sequence).collect()
    };
    for (words, numbers) in [
        ("mitrovica", vec![Some(1)]),
        ("GATE", vec![Some(4)]),
        ("odd", vec![Some(2)]),
        ("covered gate", vec![Some(4)]),
        ("waits for transfer", vec![Some(5)]),
        ("returned", vec![Some(3)]),
        ("draft", vec![None, None]),
        ("211220znov26", vec![Some(3)]),
    ] {
        typist.press("/").press(words);
        assert_eq!(found(&typist), numbers, "{words}");
        typist.press("<Esc>");
        assert_eq!(found(&typist).len(), 7);
    }
    typist.press("/mitro").sees("reports-found").press("<Enter><Esc>");
    assert_eq!(found(&typist), [Some(1)], "the words stay in force");
    typist.press("<Esc>/zzz").sees("reports-nothing-found").press("<Esc><F3>/seltsam");
    assert_eq!(found(&typist), [], "Dutch is on the screen");
    typist.press("<F3><F3>");
    assert_eq!(found(&typist), [Some(2)], "German is");
}

#[test]
fn ten_thousand_reports_are_gone_through_from_end_to_end() {
    let mut typist = stories::answered();
    let one = typist.state.lines()[4].clone();
    let many = (1..=10_000).map(|number| {
        let mut line = one.clone();
        (line.sequence, line.is_draft) = (Some(number), false);
        line.words = Line::new(&format!("Gate {number}")).ok();
        line.folded = format!("gate {number}");
        line.id = fresh_id(number.into());
        line
    });
    typist.state.reports = Some(many.collect());
    typist.press("<End>");
    assert!(typist.shown().contains("Gate 10000"), "{}", typist.shown());
    typist.press("<PgUp>/gate 777");
    assert_eq!(typist.state.shown(), 19, "every number that holds 777");
    typist.press("<Esc><Home>");
    assert!(typist.shown().contains("Gate 1 "), "{}", typist.shown());
}

fn fresh_id(seed: u64) -> vigilia::domain::ids::ReportId {
    let begun = stories::at("2026-11-21T12:00:00Z");
    let id = vigilia::domain::ids::ReportId::fresh(begun, &mut crate::support::realm::SeededDice(seed));
    Draft::begin(id, begun, vigilia::domain::observation::Language::English).id
}

#[test]
fn a_long_report_can_be_read_to_its_end() {
    let mut typist = stories::answered();
    typist.press("/gate 1<Enter>");
    let top = typist.shown();
    typist.press("<End>");
    assert!(typist.shown().contains("List of signs, version"), "{}", typist.shown());
    typist.press("<Home>");
    assert_eq!(typist.shown(), top);
}

#[test]
fn the_rooms_are_a_digit_or_a_tab_away_and_escape_leads_home() {
    let mut typist = stories::answered();
    for (keys, room) in [
        ("2", Room::Answers),
        ("3", Room::Guide),
        ("4", Room::Transfer),
        ("5", Room::Me),
        ("<Tab>", Room::Reports),
        ("<S-Tab>", Room::Me),
        ("<Esc>", Room::Reports),
        ("3<Esc>", Room::Reports),
        ("4q", Room::Reports),
    ] {
        typist.press(keys);
        assert_eq!(typist.state.room(), room, "{keys}");
    }
    assert!(matches!(typist.state.screen, Screen::Reports));
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
fn the_help_begins_with_the_keys_of_each_room() {
    for (keys, first) in [
        ("2?", "In the list of answers"),
        ("3?", "In the guide"),
        ("3/<F1>", "While you type words to find"),
        ("4?", "At the transfer"),
        ("4w<F1>", "While you name a folder"),
        ("5?", "At \"Me\""),
        ("5<Down><Down><Down><Enter><F1>", "While you choose a passphrase"),
        ("5<End><Enter>?", "At \"About\""),
    ] {
        let mut typist = Typist::sits_down();
        typist.press(keys);
        let shown = typist.shown();
        assert!(shown.lines().nth(2).unwrap().contains(first), "{keys}: {shown}");
    }
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
    let mut typist = stories::answered();
    typist.press("<End>d");
    assert_eq!(typist.state.question, None);
}

#[test]
fn t_goes_through_the_colours_which_are_kept_and_ctrl_l_draws_again() {
    let mut typist = Typist::sits_down();
    typist.press("tt");
    assert_eq!(typist.state.front.theme, ThemeName::Night);
    assert!(typist.asked.contains(&Effect::Choose(Setting::Theme(Theme::Night))));
    assert_eq!(typist.desk.settings().unwrap().theme, Some(Theme::Night));
    typist.press("<C-l>q");
    assert_eq!(typist.asked[typist.asked.len() - 2..], [Effect::Redraw, Effect::Leave]);
}
