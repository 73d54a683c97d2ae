//! What goes, sealing it, and sending and receiving over a real line while the desk stays at hand.

use std::time::Duration;

use vigilia::desks::carrying::progress::{Moving, Progress};
use vigilia::desks::cell::CellDesk;
use vigilia::desks::commander::{CommanderDesk, Judgement};
use vigilia::desks::observer::ObserverDesk;
use vigilia::domain::answer::Outcome;
use vigilia::domain::feedback_status::FeedbackStatus;
use vigilia::domain::ids::Digest;
use vigilia::domain::people::Role;
use vigilia::domain::precedence::Precedence;
use vigilia::domain::text::Narrative;
use vigilia::domain::time::Timestamp;
use vigilia::language::word::Word;
use vigilia::screens::commander::batch::message::{Effect as BatchEffect, News};
use vigilia::screens::commander::batch::room::{Call, OnTheLine};
use vigilia::screens::commander::message::{Effect, Heard, Told};
use vigilia::screens::commander::work::Work;
use vigilia::screens::kit::event_loop::Event;
use vigilia::vault::lines::{MeasuredLine, ReckonedOn};

use crate::commander::camp::{self, files, three_days_on};
use crate::commander::relay::{self, reaches_the_cell};
use crate::commander::typist::{Open, Typist};
use crate::stories::at;

/// Two reports at a commander's desk whose realm names a relay, one of them reviewed; and the cell.
fn on_the_line() -> (Typist, CellDesk, Vec<Digest>) {
    let mut realm = relay::realm();
    let mut one = realm.apply(Role::Observer, "KFOR1-OBS1", Some("KFOR1"));
    let mut commander = realm.apply(Role::Commander, "KFOR1-CMD", Some("KFOR1"));
    let mut cell = realm.apply(Role::Cell, "CELL", None);
    let mut integrity = realm.apply(Role::Integrity, "INTEGRITY", None);
    realm.admit(&mut [&mut one, &mut commander, &mut cell, &mut integrity]);
    let mut one = ObserverDesk::open(one).unwrap();
    let mut commander = CommanderDesk::open(commander).unwrap();
    let cell = CellDesk::open(cell).unwrap();
    let reports: Vec<Digest> = [(11, "2026-11-23T13:00:00Z"), (12, "2026-11-24T08:00:00Z")]
        .into_iter()
        .map(|(seed, when)| files(&mut one, &mut commander, (at(when), seed), |_| {}).1)
        .collect();
    let graded = Judgement::graded("B2".parse().unwrap());
    commander.review(reports[0], graded, at("2026-11-24T09:00:00Z")).unwrap();
    (Typist::at(commander, realm, three_days_on()), cell, reports)
}

impl Typist {
    /// Takes in what the line tells, until this holds.
    fn listens_until(&mut self, done: impl Fn(&Typist) -> bool) -> &mut Self {
        while !done(self) {
            let told = self.desk.told.recv_timeout(Duration::from_secs(60)).unwrap();
            let Event::News(Heard::Line(tidings)) = told else { continue };
            let now = Timestamp::new(self.moment.now);
            let Open { desk, running, tell, .. } = &mut self.desk;
            let mut work = Work { desk, dice: &mut self.dice, now, tell };
            for news in running.line.hear(tidings, &mut work) {
                self.told(Told::Batch(news));
            }
        }
        self
    }

    fn listens_to_the_end(&mut self) -> &mut Self {
        self.listens_until(|typist| matches!(typist.state.batch.call, Call::Over { .. }))
    }

    /// What the terminal shows, however it is broken into lines.
    fn on_one_line(&self) -> String {
        self.shown().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// What is known of sizes, made the same for every picture: keys are drawn anew for every story, and sizes follow.
    fn with_these_sizes(&mut self) -> &mut Self {
        let loaded = self.state.batch.loaded.as_mut().unwrap();
        for (number, batch) in loaded.preview.batches.iter_mut().enumerate() {
            batch.words = 6_144 + 512 * number;
            for (_, size) in &mut batch.followers {
                *size = 14_336;
            }
        }
        loaded.sealed.1 = if loaded.sealed.0 > 0 { 20_480 } else { 0 };
        self
    }
}

#[test]
fn where_nothing_is_owed_nothing_goes() {
    let mut typist = camp::nothing_owed();
    typist.press("2").with_these_sizes().sees("commander_batch-empty");
    assert_eq!(typist.press_in_vain("f"), []);
    assert!(typist.shown().contains("Nothing is ready to go."), "{}", typist.shown());
}

#[test]
fn what_goes_is_told_with_its_size_and_the_seconds_on_a_line() {
    let mut typist = camp::owed();
    typist.press("2").with_these_sizes().sees("commander_batch");
    let shown = typist.shown();
    assert!(shown.contains("Goes now: 1 reviewed, 2 as they stand."), "{shown}");
    assert!(shown.contains("On 9.6 kbit/s: words"), "{shown}");
    // The line goes round, and what was never measured is left out.
    for (rate, chosen) in [("64", ReckonedOn::K64), ("512", ReckonedOn::K512), ("2.4", ReckonedOn::K2)] {
        typist.press("l");
        assert!(typist.shown().contains(&format!("On {rate} kbit/s: words")), "{}", typist.shown());
        assert_eq!(typist.desk.reckoned_on().unwrap().0, chosen, "it is remembered");
    }
    let measured = MeasuredLine {
        relay: "relay:8443".to_owned(),
        bits: 7_840,
        round_trip: Duration::from_millis(900),
        at: at("2026-11-21T16:20:00Z"),
    };
    typist.desk.vault().measured(&measured).unwrap();
    typist.press("2llll").with_these_sizes().sees_its_look("commander_batch-measured");
    assert!(typist.shown().contains("On 7.8 kbit/s, measured 21 Nov 16:20Z: words"), "{}", typist.shown());
}

#[test]
fn forwarding_asks_once_and_says_that_nothing_can_be_taken_back() {
    let mut typist = camp::owed();
    typist.press("2").with_these_sizes().press("f").sees("commander_batch-ask");
    assert_eq!(typist.press_in_vain("<Esc>"), []);
    assert!(typist.state.batch.asking.is_none());
    typist.press("f<Enter>");
    let shown = typist.shown();
    assert!(shown.contains("Sealed for Brussels: 3 reports in 1 packet"), "{shown}");
    assert!(shown.contains("Nothing is ready to go.") && shown.contains("Sealed before"), "{shown}");
}

#[test]
fn one_key_sends_and_receives_in_any_room_and_what_became_of_it_is_told() {
    let (mut typist, mut cell, reports) = on_the_line();
    let running = relay::answers(&typist.realm);
    typist.press("2f<Enter>y");
    assert!(typist.state.batch.is_calling());
    // The desk is at hand while the line works.
    typist.press("5").press("1");
    typist.listens_to_the_end();
    assert!(typist.shown().contains("Sent "), "{}", typist.shown());
    typist.press("2");
    let shown = typist.shown();
    assert!(shown.contains("Last contact") && shown.contains("receipts:"), "{shown}");
    assert!(typist.desk.reckoned_on().unwrap().1.is_some(), "the line was measured");
    typist.press("3");
    assert!(typist.shown().contains("in Brussels 24 Nov"), "{}", typist.shown());

    reaches_the_cell(&mut cell, &typist.realm, at("2026-11-24T15:10:00Z"));
    let outcome = Outcome::new(FeedbackStatus::LinkedToKnown, None).unwrap();
    let words = Narrative::new("Plate known since March; driver named in two other cases.").ok();
    cell.answer(reports[0], outcome, None, words, at("2026-11-24T15:12:00Z")).unwrap();
    reaches_the_cell(&mut cell, &typist.realm, at("2026-11-24T15:13:00Z"));

    typist.press("<F5>").listens_to_the_end();
    typist.sees("commander_sent-answered");
    let shown = typist.shown();
    assert_eq!(shown.matches("police answered").count(), 1, "what its line tells is not told twice: {shown}");
    typist.press("<Enter>");
    let shown = typist.shown();
    assert!(shown.contains("Plate known since March") && shown.contains("the signature holds"), "{shown}");
    typist.sees("commander_sent-open");
    drop(running);
}

#[test]
fn a_line_that_cannot_be_reached_says_when_it_is_tried_again_and_is_broken_off_with_a_key() {
    let (mut typist, _, reports) = on_the_line();
    typist.press("2f<Enter>y");
    let waits = |typist: &Typist| match &typist.state.batch.call {
        Call::Open(line) => line.waits.is_some(),
        _ => false,
    };
    typist.listens_until(waits);
    let shown = typist.on_one_line();
    assert!(shown.contains("could not be reached") && shown.contains("Next try by itself in"), "{shown}");
    typist.press("3p");
    let shown = typist.on_one_line();
    assert!(shown.contains("tried once") && shown.contains("could not be reached"), "{shown}");

    // Meanwhile a report is released: it is packed, and the courier is given it at once.
    let immediate = Judgement { precedence: Some(Precedence::Immediate), ..Judgement::default() };
    let now = Timestamp::new(typist.moment.now);
    typist.desk.review(reports[1], immediate, now).unwrap();
    assert_eq!(typist.press_in_vain("<F5>"), [Effect::Batch(BatchEffect::More)], "nobody calls twice");
    let running = relay::answers(&typist.realm);
    typist.press("<F5>").listens_to_the_end();
    assert!(typist.desk.vault().pending(vigilia::vault::packets::RoadName::Relay).unwrap().is_empty());
    drop(running);

    typist.press("2y");
    assert!(typist.state.batch.is_calling());
    typist.press("x");
    assert!(!typist.state.batch.is_calling() && !typist.desk.running.line.is_open());
    assert!(typist.shown().contains("Broken off."), "{}", typist.shown());
}

#[test]
fn a_line_at_work_shows_rate_time_left_last_error_and_next_try() {
    let mut typist = camp::owed();
    typist.press("2").with_these_sizes();
    let since = at("2026-11-24T14:58:00Z");
    typist.state.batch.call = Call::Open(Box::new(OnTheLine::new("relay.example:8443".to_owned(), since)));
    let sending = |bytes| {
        let progress = Progress::new(Moving::Sending, 1, 3).weighing(bytes, 307_200);
        Told::Batch(News::Further(progress))
    };
    typist.told(sending(16_384));
    assert!(typist.shown().contains("Sent: 1 of 3\n"), "nothing is invented: {}", typist.shown());
    typist.moment.now += chrono::TimeDelta::seconds(20);
    typist.told(sending(32_768));
    let told = "Sent: 1 of 3 · 32 KiB of 300 KiB · 819 bytes/s · 6 min left";
    assert!(typist.shown().contains(told), "{}", typist.shown());
    typist.sees("commander_batch-on-the-line");
    let why = Word("line-gone").into();
    let next_try = Timestamp::new(typist.moment.now + chrono::TimeDelta::seconds(48));
    typist.told(Told::Batch(News::Waits { why, next_try })).sees("commander_batch-waits");
}

#[test]
fn a_stick_is_written_and_read_and_goes_along_with_the_next_contact() {
    let stick = tempfile::tempdir().unwrap();
    let (mut typist, mut cell, _) = on_the_line();
    typist.press("2f<Enter>w").press(&stick.path().display().to_string()).press("<Enter>");
    let shown = typist.shown();
    assert!(shown.contains("By stick") && shown.contains("written, read back, the same"), "{shown}");
    vigilia::desks::carrying::transfer::read_folder(
        &mut cell,
        stick.path(),
        at("2026-11-24T15:05:00Z"),
        &mut |_| {},
    )
    .unwrap();
    let mut dice = crate::support::realm::SeededDice(5);
    let quiet = &mut |_: &_| {};
    vigilia::desks::carrying::transfer::write_to_folder(
        &mut cell,
        stick.path(),
        at("2026-11-24T15:06:00Z"),
        &mut dice,
        quiet,
    )
    .unwrap();
    // One key: the stick that is still in, and then the relay.
    let running = relay::answers(&typist.realm);
    typist.press("y").listens_to_the_end();
    let shown = typist.shown();
    assert!(shown.contains("packet read") && shown.contains("Last contact"), "{shown}");
    typist.press("3");
    assert!(typist.shown().contains("police have it"), "{}", typist.shown());
    drop(running);
}

#[test]
fn what_went_is_found_by_words_and_what_is_on_its_way_stands_beside_it() {
    let mut typist = camp::owed();
    typist.press("3").sees("commander_sent-empty");
    typist.press("2f<Enter>3").sees("commander_sent");
    typist.press("/fuel");
    assert!(typist.shown().contains("Find: fuel"), "{}", typist.shown());
    assert_eq!(typist.state.sent.reports.left.len(), 0, "no report from there has gone");
    typist.press("<Esc>/covered<Enter>");
    assert!(!typist.state.sent.reports.left.is_empty());
    typist.press("<Esc>p");
    assert!(typist.shown().contains("still to reach the relay"), "{}", typist.shown());
    for packet in &mut typist.state.sent.packets {
        packet.size = if packet.follows { 14_336 } else { 6_144 };
        packet.digest = Digest::from_bytes([7; 32]);
    }
    typist.sees("commander_sent-packets");
    typist.press("<Esc><Enter>").sees("commander_sent-page");
}
