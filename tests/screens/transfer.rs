//! Handing over: what waits, a stick written and read, and what is said when one is pulled out.

use std::sync::atomic::AtomicBool;
use std::sync::mpsc;
use std::time::Duration;

use vigilia::crypto::passphrase::WorkFactor;
use vigilia::desks::carrying::exchange::Correspondent;
use vigilia::desks::carrying::progress::{Moving, Progress};
use vigilia::desks::carrying::transfer::{read_folder, write_to_folder};
use vigilia::screens::desk::errand::{Errand as _, News, With};
use vigilia::screens::desk::lending::Lending;
use vigilia::screens::kit::event_loop::Event;
use vigilia::screens::observer::errand::{Errand, Outcome};
use vigilia::screens::observer::message::{Effect, Told};

use crate::observer_typist::Typist;
use crate::stories;
use crate::support::realm::{SeededDice, cast, noon};
use crate::support::sightings::files_a_report;

#[test]
fn nothing_waits_at_an_empty_desk() {
    Typist::sits_down().press("4").sees("transfer-empty");
}

#[test]
fn what_waits_is_told_with_its_size_its_age_and_the_last_hand_over() {
    let mut typist = stories::answered();
    typist.press("4").sees("transfer");
    typist.press("w").sees("transfer-which-folder");
}

#[test]
fn a_folder_is_completed_as_it_is_typed() {
    let outside = tempfile::tempdir().unwrap();
    for name in ["STICK-A", "STICK-B"] {
        std::fs::create_dir(outside.path().join(name)).unwrap();
    }
    let root = outside.path().display().to_string();
    let mut typist = Typist::sits_down();
    typist.press("4w").press(&root).press("/<Tab>");
    let ask = typist.state.transfer.ask.as_ref().unwrap();
    assert_eq!((ask.field.text(), ask.offers.len()), (format!("{root}/STICK-").as_str(), 2));
    assert!(typist.shown().contains("STICK-B/"), "{}", typist.shown());
    typist.press("A<Tab>");
    let ask = typist.state.transfer.ask.as_ref().unwrap();
    assert_eq!((ask.field.text(), ask.offers.len()), (format!("{root}/STICK-A/").as_str(), 0));
}

#[test]
fn a_stick_is_written_read_back_and_everything_is_handed_over() {
    let stick = tempfile::tempdir().unwrap();
    let path = stick.path().display().to_string();
    let mut typist = stories::answered();
    assert_eq!(typist.state.transfer.reports_waiting(), 1);
    typist.press("4w").press(&path).press("<Enter>");
    let shown = typist.shown();
    assert!(
        shown.contains("3 packets: written, read back, the same."),
        "what no police signed for goes again: {shown}"
    );
    assert_eq!(std::fs::read_dir(&stick).unwrap().count(), 3);
    assert_eq!(typist.state.transfer.reports_waiting(), 0);
    assert_eq!(typist.desk.unsent().unwrap().reports, 0);
    typist.press("w<Enter>");
    assert!(typist.shown().contains("Already there: 3."), "the folder is remembered: {}", typist.shown());
}

#[test]
fn what_came_back_on_a_stick_is_read_and_told_and_what_is_no_packet_is_left_alone() {
    let stick = tempfile::tempdir().unwrap();
    let mut cast = cast();
    let mut dice = SeededDice(5);
    let report = files_a_report(&mut cast.observer, noon(0), 7);
    let quiet = &mut |_: &_| {};
    write_to_folder(&mut cast.observer, stick.path(), noon(1), &mut dice, quiet).unwrap();
    read_folder(&mut cast.commander, stick.path(), noon(2), &mut |_| {}).unwrap();
    cast.commander.review(report, Default::default(), noon(3)).unwrap();
    let reason = vigilia::domain::return_reason::ReturnReason::TimeUnclear;
    cast.commander.give_back(report, reason, None, noon(4)).unwrap();
    write_to_folder(
        &mut cast.commander as &mut dyn Correspondent,
        stick.path(),
        noon(5),
        &mut dice,
        &mut |_| {},
    )
    .unwrap();
    std::fs::write(stick.path().join("holiday.vigilia"), "not a packet").unwrap();
    let mut typist = Typist::at(cast.observer, cast.realm);
    typist.press("4r").press(&stick.path().display().to_string()).press("<Enter>");
    let shown = typist.shown();
    for told in [
        "1 packet read, with 1 answer.",
        "Not read and left where it lies (holiday.vigilia)",
        "2 Answers 1 new",
    ] {
        assert!(shown.contains(told), "{told}: {shown}");
    }
    typist.press("r<Enter>");
    assert!(typist.shown().contains("Read before: 1."), "{}", typist.shown());
}

#[test]
fn a_stick_that_is_gone_is_told_of_and_nothing_is_lost() {
    let mut typist = stories::answered();
    typist.press("4w/nowhere/STICK<Enter>").sees("transfer-gone");
    assert_eq!(typist.state.transfer.reports_waiting(), 1);
    assert!(typist.state.transfer.ask.is_some(), "the folder can be put right at once");
}

#[test]
fn while_it_is_written_the_screen_tells_how_far_and_takes_nothing_but_the_end() {
    let mut typist = stories::answered();
    typist.press("4w/media/STICK");
    assert!(matches!(typist.press_in_vain("<Enter>").as_slice(), [Effect::Go(Errand::Write(_))]));
    let going =
        |done| News::Going(Progress::new(Moving::Writing, done, 12_000).weighing(done as u64, 12_000));
    typist.told(going(0).into());
    assert!(!typist.shown().contains("/s"), "nothing is invented: {}", typist.shown());
    typist.moment.now += chrono::TimeDelta::seconds(10);
    typist.told(going(4_000).into()).sees("lent-write");
    let told = "Written: 4000 of 12,000 · 400/s · 20 s left";
    assert!(typist.shown().contains(told), "{}", typist.shown());
    assert_eq!(typist.press_in_vain("1235nqwr<Tab>/?<F1>d"), []);
    assert_eq!(
        typist.press_in_vain("<F3><F3><F3><F3><F2><F2><F2><F2><F2>"),
        [],
        "nothing can be kept while it is lent"
    );
    assert_eq!(typist.press_in_vain("<Esc><Esc>"), [Effect::Stop]);
    typist.sees("lent-stopping");
    assert_eq!(typist.press_in_vain("<C-c>"), []);
    let outcome = Outcome::Failed(vigilia::language::phrase::Phrase::verbatim("no"));
    typist.told(News::Came(outcome).into());
    assert!(typist.asked.contains(&Effect::Leave), "who asked to leave leaves once the desk is back");
}

#[test]
fn an_errand_that_is_asked_to_end_ends_after_its_group_and_what_is_done_is_done() {
    let stick = tempfile::tempdir().unwrap();
    let mut cast = cast();
    let mut dice = SeededDice(5);
    for seed in 0..60 {
        files_a_report(&mut cast.observer, noon(0), seed);
        cast.observer.pack(noon(1), &mut dice).unwrap();
    }
    let stop = AtomicBool::new(false);
    let mut seen = Vec::new();
    let mut tell = |progress: Progress| {
        seen.push(progress.done);
        stop.store(progress.done > 0, std::sync::atomic::Ordering::SeqCst);
    };
    let (errand, work) = (Errand::Write(stick.path().to_owned()), WorkFactor::LEAST);
    let mut with =
        With { desk: &mut cast.observer, dice: &mut dice, now: noon(2), work, stop: &stop, tell: &mut tell };
    let outcome = errand.run(None, &mut with);
    let Outcome::Wrote { written, stopped: true } = outcome.clone() else { panic!("{outcome:?}") };
    let done = written.done();
    assert!((2..60).contains(&done) && written.of == 60, "{written:?}");
    assert_eq!(std::fs::read_dir(&stick).unwrap().count(), done);
    assert_eq!(seen, [0, done, done]);
    let mut typist = Typist::at(cast.observer, cast.realm);
    assert!(matches!(typist.press_in_vain("4w/x<Enter>").as_slice(), [Effect::Go(_)]));
    typist.told(News::Came(outcome).into());
    assert!(
        typist.shown().contains(&format!("! Stopped: {done} of 60 are done and safe.")),
        "{}",
        typist.shown()
    );
    assert_eq!(typist.state.transfer.reports_waiting(), u32::try_from(60 - done).unwrap());
}

/// Long enough for any machine; nothing waits for it to pass.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn the_desk_is_lent_to_a_thread_and_comes_back_when_it_is_done() {
    let stick = tempfile::tempdir().unwrap();
    let mut cast = cast();
    files_a_report(&mut cast.observer, noon(0), 7);
    let mut lending = Lending::new(cast.observer);
    let (tell, told) = mpsc::channel::<Event<Told>>();
    lending.go(Errand::Write(stick.path().to_owned()), None, noon(1), tell).unwrap();
    let mut heard = Vec::new();
    let outcome = loop {
        match told.recv_timeout(PATIENCE).unwrap() {
            Event::News(Told::Errand(news)) => match *news {
                News::Going(progress) => heard.push(progress.done),
                News::Came(outcome) => break outcome,
            },
            other => panic!("{other:?}"),
        }
    };
    assert!(matches!(outcome, Outcome::Wrote { stopped: false, .. }));
    assert_eq!(heard, [0, 1]);
    assert_eq!(lending.desk().unsent().unwrap().reports, 0);
}

#[test]
fn whoever_needs_the_desk_at_once_ends_the_errand_and_gets_it() {
    let stick = tempfile::tempdir().unwrap();
    let mut cast = cast();
    let mut dice = SeededDice(5);
    for seed in 7..27 {
        files_a_report(&mut cast.observer, noon(0), seed);
        cast.observer.pack(noon(1), &mut dice).unwrap();
    }
    let mut lending = Lending::new(cast.observer);
    let (tell, told) = mpsc::channel::<Event<Told>>();
    lending.go(Errand::Write(stick.path().to_owned()), None, noon(2), tell).unwrap();
    // Locking the screen closes the desk: nothing holds the vault when this returns.
    drop(lending);
    let last = told.iter().last();
    assert!(
        matches!(&last, Some(Event::News(Told::Errand(news))) if matches!(**news, News::Came(_))),
        "it came to its end: {last:?}"
    );
    let home = cast.realm.home("KFOR1-OBS1");
    assert!(
        vigilia::vault::unlock::Vault::unlock(&home, &crate::support::realm::passphrase(), noon(3)).is_ok()
    );
}
