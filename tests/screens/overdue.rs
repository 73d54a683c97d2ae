//! An answer that does not come: the list says so without alarm, the report tells what is known, another road is taken by
//! keys, and all of it goes by itself when the answer comes.

use vigilia::desks::carrying::exchange::Correspondent;
use vigilia::desks::carrying::transfer::{read_folder, write_to_folder};
use vigilia::desks::cell::CellDesk;
use vigilia::desks::commander::CommanderDesk;
use vigilia::domain::return_reason::ReturnReason;
use vigilia::language::tongue::Tongue;
use vigilia::screens::observer::room::Room;
use vigilia::vault::packets::RoadName;

use crate::observer_typist::Typist;
use crate::stories::{at, carry};
use crate::support::realm::{Cast, SeededDice, cast};
use crate::support::sightings::files_a_report;

/// The others in the story.
struct Others {
    commander: CommanderDesk,
    cell: CellDesk,
}

/// One report went to a stick eleven days ago, one was left lying nine days ago, one is of today. No word of any.
fn waited_for() -> (Typist, Others) {
    let Cast { realm, mut observer, commander, cell } = cast();
    files_a_report(&mut observer, at("2026-11-10T08:00:00Z"), 21);
    observer.pack(at("2026-11-10T08:05:00Z"), &mut SeededDice(1)).unwrap();
    for packet in observer.vault().pending(RoadName::Folder).unwrap() {
        observer.vault().carried(packet.digest, RoadName::Folder, at("2026-11-10T08:10:00Z")).unwrap();
    }
    files_a_report(&mut observer, at("2026-11-12T09:30:00Z"), 22);
    files_a_report(&mut observer, at("2026-11-21T13:00:00Z"), 23);
    (Typist::at(observer, realm), Others { commander, cell })
}

fn overdue(typist: &Typist) -> Vec<Option<u32>> {
    let late = |line: &&vigilia::screens::observer::lines::ReportLine| line.overdue.is_some();
    typist.state.lines().iter().filter(late).map(|line| line.sequence).collect()
}

#[test]
fn the_first_screen_tells_it_in_one_line_and_marks_the_rows_above_those_that_can_wait() {
    let (mut typist, _) = waited_for();
    typist.sees("overdue-reports");
    assert_eq!(overdue(&typist), [Some(2), Some(1)]);
    let shown = typist.shown();
    assert!(shown.contains("The answer to 2 reports is overdue; they are safe here."), "{shown}");
    assert_eq!(shown.matches("└ answer overdue since").count(), 2);
    let last = typist.state.shown_line(2).unwrap();
    assert_eq!((last.sequence, &last.overdue), (Some(3), &None));
}

#[test]
fn its_words_narrow_the_list_to_what_is_overdue_in_the_language_on_the_screen() {
    let (mut typist, _) = waited_for();
    typist.press("/overdue").sees("overdue-found");
    assert_eq!(typist.state.shown(), 2);
    typist.press("<Esc><F3>/overdue");
    assert_eq!(typist.state.shown(), 0, "Dutch is on the screen");
    typist.press("<Esc>/blijft uit");
    assert_eq!(typist.state.shown(), 2);
}

#[test]
fn a_report_tells_since_when_how_far_it_came_what_that_means_and_which_roads_are_open() {
    let (mut typist, _) = waited_for();
    typist.press("<Down><Enter>").sees("overdue-report-on-its-way");
    let shown = typist.shown();
    assert!(shown.contains("expected by 15 Nov 08:00Z, 6 days ago"), "{shown}");
    typist.press("<Esc><Home><Enter>").sees("overdue-report-here");
    assert!(typist.shown().contains("it has not left yet"), "{}", typist.shown());
    typist.press("4");
    assert_eq!(typist.state.room(), Room::Transfer, "the key that was told leads there");
}

#[test]
fn a_report_that_came_back_is_known_to_be_with_the_commander() {
    let (mut typist, Others { mut commander, .. }) = waited_for();
    carry(typist.desk.vault(), commander.vault(), at("2026-11-11T08:00:00Z"));
    let report = typist.desk.report_list().unwrap().pop().unwrap().digest;
    commander.give_back(report, ReturnReason::TimeUnclear, None, at("2026-11-11T09:00:00Z")).unwrap();
    commander.pass_down(at("2026-11-11T09:05:00Z"), &mut SeededDice(2)).unwrap();
    carry(commander.vault(), typist.desk.vault(), at("2026-11-12T08:00:00Z"));
    typist.told_anew();
    assert_eq!(overdue(&typist), [Some(1), Some(2)], "what is new stands on top");
    let shown = typist.shown();
    assert!(shown.contains("new: Your commander") && shown.matches("└ answer overdue").count() == 2);
    typist.press("<Home><Enter>");
    assert!(typist.shown().contains("Your commander has it"), "{}", typist.shown());
}

#[test]
fn another_road_is_taken_by_keys_and_the_mark_goes_when_the_answer_comes() {
    let (mut typist, Others { mut commander, mut cell }) = waited_for();
    let stick = tempfile::tempdir().unwrap();
    let path = stick.path().display().to_string();
    typist.press("4").sees("overdue-transfer");
    typist.press("w").press(&path).press("<Enter>");
    let shown = typist.shown();
    assert!(shown.contains("2 packets: written, read back, the same."), "{shown}");
    assert!(
        shown.contains("The answer to 2 reports is overdue"),
        "a road that was taken is no answer: {shown}"
    );
    typist.press("1<Home><Enter>");
    assert!(typist.shown().contains("Nobody has said yet that it arrived"), "{}", typist.shown());

    // Whoever carried it, it arrives, and the answer comes home on the same stick.
    let (mut dice, quiet) = (SeededDice(3), &mut |_: &_| {});
    read_folder(&mut commander, stick.path(), at("2026-11-21T15:10:00Z"), quiet).unwrap();
    commander.forward_what_is_due(at("2026-11-25T15:10:00Z"), &mut dice).unwrap();
    carry(commander.vault(), cell.vault(), at("2026-11-25T15:20:00Z"));
    cell.acknowledge(at("2026-11-25T15:30:00Z")).unwrap();
    cell.pack(at("2026-11-25T15:31:00Z"), &mut dice).unwrap();
    carry(cell.vault(), commander.vault(), at("2026-11-25T15:40:00Z"));
    let desk = &mut commander as &mut dyn Correspondent;
    write_to_folder(desk, stick.path(), at("2026-11-25T15:50:00Z"), &mut dice, &mut |_| {}).unwrap();
    typist.press("<Esc>4r<Enter>");
    assert!(typist.shown().contains("with 1 answer"), "{}", typist.shown());
    assert!(!typist.shown().contains("overdue"), "{}", typist.shown());
    typist.press("1");
    assert!(overdue(&typist).is_empty() && !typist.shown().contains("overdue"), "{}", typist.shown());
    typist.press("<End><Enter>");
    assert!(!typist.shown().contains("was expected by"), "{}", typist.shown());
}

#[test]
fn what_changes_beside_it_leaves_the_mark_where_it_is() {
    let (mut typist, _) = waited_for();
    // A draft is begun and laid aside: the reports are not read anew for that.
    typist.press("n<Esc>");
    assert_eq!(overdue(&typist), [Some(2), Some(1)]);
    assert!(typist.state.lines()[0].is_draft, "what is being written stands above");
}

#[test]
fn no_word_of_it_is_lost_at_the_edge_of_the_smallest_terminal() {
    let (mut typist, _) = waited_for();
    for tongue in Tongue::ALL {
        typist.state.front.tongue = tongue;
        let shown = typist.shown();
        let told =
            shown.lines().filter(|line| line.contains('└') || line.contains("4:") || line.contains("4 :"));
        let told: Vec<&str> = told.collect();
        assert!(told.len() == 3 && told.iter().all(|line| !line.contains('…')), "{tongue:?}: {told:#?}");
    }
}
