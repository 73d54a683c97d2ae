//! The queue: what is owed, when it goes by itself, and what is to be known about it.

use vigilia::desks::commander::queue::QueueState;
use vigilia::domain::ids::Digest;
use vigilia::language::tongue::Tongue;
use vigilia::screens::commander::message::Effect;
use vigilia::screens::commander::queue::filter::Only;
use vigilia::screens::commander::queue::message;
use vigilia::screens::commander::state::Screen;
use vigilia::screens::desk::message::Message;

use crate::commander::camp::{self, Camp, files, three_days_on};
use crate::commander::typist::Typist;
use crate::stories::at;

fn shown(typist: &Typist) -> Vec<(String, u32)> {
    let queue = &typist.state.queue;
    let lines = (0..queue.shown()).map(|place| queue.shown_line(place).unwrap().called());
    lines.map(|called| (called.who, called.number)).collect()
}

fn numbers(typist: &Typist) -> String {
    let short = |(who, number): &(String, u32)| format!("{}-{number}", who.chars().last().unwrap());
    shown(typist).iter().map(short).collect::<Vec<_>>().join(" ")
}

#[test]
fn nothing_is_owed_where_everything_has_gone() {
    camp::nothing_owed().sees("commander_queue-empty");
}

#[test]
fn what_is_owed_is_told_with_its_time_and_what_is_to_be_known() {
    let mut typist = camp::owed();
    assert_eq!(numbers(&typist), "2-3 1-4 1-1 2-1 1-2 1-3 2-2", "by precedence, then the least time left");
    typist.sees("commander_queue");
    typist.press("<End>").sees_its_look("commander_queue-end");
    let shown = typist.shown();
    assert!(shown.contains("7 owed · 4 new · 1 given back · 1 completed · 1 reviewed · 1 over"), "{shown}");
    assert!(shown.contains("soonest goes as it stands in 5 h 12"), "{shown}");
}

#[test]
fn the_screen_counts_down_by_itself() {
    let mut typist = camp::owed();
    typist.moment.now += chrono::TimeDelta::minutes(310);
    assert!(typist.hear(Message::Tick).shown().contains("goes as it stands in 2 min"), "{}", typist.shown());
    typist.moment.now += chrono::TimeDelta::minutes(3);
    let shown = typist.hear(Message::Tick).shown();
    assert!(shown.contains("2 over") && shown.contains("in 13 h"), "{shown}");
    assert_eq!(shown.matches("it goes with the next batch as it stands, F6").count(), 2, "{shown}");
}

#[test]
fn words_narrow_it_by_who_where_what_plate_and_state_in_the_language_on_the_screen() {
    let mut typist = camp::owed();
    typist.press("/").sees_its_look("commander_queue-words");
    for (words, left) in [
        ("fuel", "2-1"),
        ("obs2 hotel", "2-2"),
        ("covered", "2-3 1-4 1-1 2-1 1-2 1-3"),
        ("01-482", "1-1 2-1"),
        ("01482kd", "1-1 2-1"),
        ("km204", "2-3"),
        ("given back", "1-2"),
        ("completed", "1-3"),
        ("reviewed", "2-2"),
        ("immediate", "2-3"),
        ("just odd", "2-2"),
        ("6-100", "1-2 1-3"),
        ("zzz", ""),
    ] {
        for letter in words.chars() {
            typist.press(&letter.to_string());
        }
        assert_eq!(numbers(&typist), left, "{words}");
        if words == "01-482" {
            typist.sees("commander_queue-found");
        }
        if words == "zzz" {
            typist.sees_its_look("commander_queue-nothing-left");
        }
        typist.press("<C-w><C-w>");
        assert_eq!(shown(&typist).len(), 7, "taken back letter by letter or word by word, all come again");
    }
    typist.press("beoordeeld");
    assert_eq!(numbers(&typist), "");
    typist.state.front.tongue = Tongue::Dutch;
    typist.press("<C-w>gelezen");
    assert_eq!(numbers(&typist), "2-2");
    typist.press("<C-w>voorbij");
    assert_eq!(numbers(&typist), "1-1");
    typist.press("<Esc>");
    assert_eq!(shown(&typist).len(), 7);
}

/// What is left after each letter is the same as where all of it is typed at once.
#[test]
fn letter_by_letter_finds_what_the_whole_word_finds() {
    let mut typist = camp::owed();
    for words in ["obs1 01-482", "given back", "hotel royal", "covered over", "2", "km-204", "-"] {
        typist.press("/");
        for letter in words.chars() {
            typist.press(&letter.to_string());
        }
        let by_letters = numbers(&typist);
        typist.press("<Esc>/");
        typist.hear(Message::Paste(words.to_owned()));
        assert_eq!(numbers(&typist), by_letters, "{words}");
        typist.press("<Esc>");
    }
}

#[test]
fn one_key_shows_one_kind_after_the_other() {
    let mut typist = camp::owed();
    let kinds = [
        (Only::New, "2-3 1-4 1-1 2-1"),
        (Only::Returned, "1-2"),
        (Only::Completed, "1-3"),
        (Only::Over, "1-1"),
        (Only::Reviewed, "2-2"),
        (Only::All, "2-3 1-4 1-1 2-1 1-2 1-3 2-2"),
    ];
    for (only, left) in kinds {
        typist.press("s");
        assert_eq!((typist.state.queue.only(), numbers(&typist).as_str()), (only, left));
        if only == Only::Over {
            typist.sees("commander_queue-only-over");
        }
    }
    typist.press("S");
    assert_eq!(typist.state.queue.only(), Only::Reviewed);
    typist.press("<Esc>");
    assert_eq!(typist.state.queue.only(), Only::All);
    typist.press("s/hotel<Enter>");
    assert_eq!(numbers(&typist), "", "a kind and words narrow together");
    typist.press("<Esc>");
    assert_eq!(typist.state.queue.only(), Only::New, "the words go first, then the kind");
}

#[test]
fn the_selected_one_stays_selected_while_the_list_changes() {
    let mut typist = camp::owed();
    typist.press("<Down><Down><Down>");
    let chosen = |typist: &Typist| typist.state.queue.selected_line().unwrap().called();
    let before = chosen(&typist);
    typist.press("/01-482");
    assert_eq!(chosen(&typist), before);
    typist.press("<Esc>");
    assert_eq!(chosen(&typist), before);
    typist.press("<End><PgUp><Home>");
    assert_eq!(chosen(&typist).number, 3);
}

fn report(typist: &Typist, who: &str, number: u32) -> Digest {
    let lines = typist.state.queue.lines().unwrap();
    let line = lines.iter().find(|line| line.called().who.ends_with(who) && line.row.sequence == number);
    line.unwrap().row.digest
}

#[test]
fn a_review_is_taken_back_by_one_key_and_the_row_is_owed_one_again() {
    let mut typist = camp::owed();
    let odd = report(&typist, "OBS2", 2);
    assert_eq!(typist.press_in_vain("u"), [], "the selected one has none");
    assert!(typist.shown().contains("no review to take back"), "{}", typist.shown());
    typist.press("<End>u").sees_its_look("commander_queue-taken-back");
    let line = typist.state.queue.line(odd).unwrap();
    assert_eq!(line.row.state, QueueState::New);
    assert_eq!(typist.state.queue.selected_line().unwrap().row.digest, odd);
    assert_eq!(typist.state.queue.tally().reviewed, 0);
    assert!(!typist.asked.contains(&Effect::Queue(message::Effect::Load)) || typist.asked.len() < 5);
    typist.press("u");
    assert!(typist.shown().contains("no review to take back"), "{}", typist.shown());
}

#[test]
fn what_was_signed_last_is_taken_back_first() {
    let mut typist = camp::owed();
    let odd = report(&typist, "OBS2", 2);
    typist.state.review.signed.push(odd);
    assert_eq!(typist.press_in_vain("u"), [Effect::Queue(message::Effect::TakeBack(odd))]);
}

#[test]
fn what_has_gone_leaves_the_list_and_what_came_is_read_anew_when_it_is_told() {
    let mut typist = camp::owed();
    let van = report(&typist, "OBS1", 1);
    typist.told(vigilia::screens::commander::message::Told::Queue(message::News::Changed(vec![van], vec![])));
    assert_eq!(typist.state.queue.tally().owed, 6);
    assert!(typist.shown().contains("same plate as one that has gone"), "{}", typist.shown());
    assert_eq!(typist.press_in_vain("5<Esc>"), [], "nothing is read again without a reason");
    typist.state.queue.mark_stale();
    assert_eq!(typist.press_in_vain("51"), [Effect::Queue(message::Effect::Load)]);
}

#[test]
fn a_clock_that_was_set_back_is_told_and_gives_nobody_more_time() {
    let mut camp = Camp::pitched();
    files(&mut camp.one, &mut camp.commander, (at("2026-11-21T13:00:00Z"), 11), |_| {});
    camp.commander.queue_rows(at("2026-11-24T12:00:00Z")).unwrap();
    let mut moment = three_days_on();
    moment.now -= chrono::TimeDelta::days(2);
    let mut typist = camp.sits_down(moment);
    typist.sees_in("commander_queue-clock-set-back", (80, 24));
}

#[test]
fn enter_lays_the_selected_one_open_and_the_next_key_goes_on_through_those_that_are_shown() {
    let mut typist = camp::owed();
    let (first, second) = (report(&typist, "OBS1", 1), report(&typist, "OBS2", 1));
    typist.press("/01-482<Enter>");
    assert_eq!((typist.state.screen, typist.state.review.open()), (Screen::Review, Some(first)));
    typist.press("<F8>");
    assert_eq!(typist.state.review.open(), Some(second), "the words narrowed what he goes through");
    typist.press("<Esc>");
    assert_eq!(typist.state.screen, Screen::Queue);
    assert_eq!(typist.state.queue.selected_line().unwrap().row.digest, second);
    let state = typist.state.queue.line(first).unwrap().row.state;
    assert!(matches!(state, QueueState::Reviewed(grade) if grade.to_string() == "F6"), "{state:?}");
    assert!(
        typist.asked.contains(&Effect::Queue(message::Effect::Reload(vec![first]))),
        "one row is read again"
    );
    typist.press("u");
    assert_eq!(typist.state.queue.line(first).unwrap().row.state, QueueState::New);
    assert_eq!(typist.state.screen, Screen::Queue, "and he stays where he is");
    typist.press("u");
    assert!(typist.shown().contains("no review to take back"), "{}", typist.shown());
}

#[test]
fn what_is_reviewed_to_the_end_leads_back_to_a_queue_that_says_so() {
    let mut typist = camp::owed();
    typist.press("s<Enter>");
    let mut keys = 0;
    while typist.state.screen == Screen::Review {
        typist.press("<F8>");
        if typist.shown().contains("[n]") {
            typist.press("n");
        }
        keys += 1;
        assert!(keys < 20, "{}", typist.shown());
    }
    assert_eq!(typist.state.queue.tally().new, 0);
    assert_eq!(typist.state.queue.tally().owed, 7, "nothing has gone by being reviewed");
    typist.sees_in("commander_queue-reviewed", (80, 24));
}
