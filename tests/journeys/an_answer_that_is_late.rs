//! On the command line: a report handed over long ago and not answered says so, another road is taken, and once the answer
//! is home nothing speaks of it any more.

use std::fs;
use std::process::{Command, Output};

use serde_json::Value;
use vigilia::desks::carrying::exchange::Correspondent;
use vigilia::desks::carrying::transfer::{read_folder, write_to_folder};
use vigilia::domain::answer::{Audience, Outcome};
use vigilia::domain::feedback_status::FeedbackStatus;
use vigilia::domain::time::Timestamp;
use vigilia::vault::packets::RoadName;
use vigilia::wire::answer::FeedbackV1;
use vigilia::wire::statement::sign;

use crate::support::realm::{Cast, PASSPHRASE, SeededDice, TestRealm, cast};
use crate::support::sightings::files_a_report;
use crate::the_built_program::PROGRAM;

const OBSERVER: &str = "KFOR1-OBS1";

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

fn runs(realm: &TestRealm, words: &[&str]) -> Output {
    let home = realm.home(OBSERVER);
    let folder = home.parent().unwrap();
    fs::write(folder.join("pass"), PASSPHRASE).unwrap();
    let mut command = Command::new(PROGRAM);
    command.current_dir(folder).args(["--home", OBSERVER, "--passphrase-file", "pass"]).args(words);
    command.output().unwrap()
}

fn says(realm: &TestRealm, words: &[&str]) -> String {
    let output = runs(realm, words);
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn json(realm: &TestRealm, words: &[&str]) -> Value {
    serde_json::from_str(&says(realm, &[&["--json"], words].concat())).unwrap()
}

/// The program looks at the clock of the machine; what was filed in 2020 is late by any clock.
#[test]
fn a_late_answer_is_told_of_in_every_list_and_forgotten_when_it_comes() {
    let Cast { realm, mut observer, mut commander, mut cell } = cast();
    files_a_report(&mut observer, at("2020-03-01T08:00:00Z"), 31);
    observer.pack(at("2020-03-01T08:05:00Z"), &mut SeededDice(1)).unwrap();
    for packet in observer.vault().pending(RoadName::Relay).unwrap() {
        observer.vault().carried(packet.digest, RoadName::Relay, at("2020-03-01T08:10:00Z")).unwrap();
    }
    drop(observer);

    let told = json(&realm, &["report", "list"]);
    let (id, overdue) = (told[0]["id"].as_str().unwrap(), &told[0]["overdue"]);
    assert_eq!(overdue["expected"], "2020-03-06T08:00:00Z", "{told}");
    assert_eq!(overdue["last_seen"], "on_the_way");
    assert!(overdue["days"].as_u64().is_some_and(|days| days > 1_000));
    let roads: Vec<&str> =
        overdue["roads"].as_array().unwrap().iter().map(|one| one["road"].as_str().unwrap()).collect();
    assert_eq!(roads, ["folder", "carrier", "relay"], "the roads it has not taken first");
    assert_eq!(overdue["roads"][2]["taken"], "2020-03-01T08:10:00Z");
    let shown = says(&realm, &["report", "show", id]);
    for said in [
        "Word from the police was expected by 6 Mar 08:00Z",
        "Nobody has said yet that it arrived",
        "What you filed stays here, sealed",
        "to your commander: vigilia packet write --to-folder DIR",
        "to the relay: vigilia sync (taken 1 Mar 08:10Z)",
    ] {
        assert!(shown.contains(said), "{said}: {shown}");
    }
    assert_eq!(&json(&realm, &["report", "show", id])["overdue"], overdue);
    assert!(says(&realm, &["report", "list"]).contains("answer overdue since 6 Mar 08:00Z"));
    for words in [["report", "list"], ["answers", "list"]] {
        let said = says(&realm, &words);
        assert!(said.contains("The answer to 1 report is overdue; it is safe on this device."), "{said}");
    }
    says(&realm, &["settings", "set", "language", "de"]);
    assert!(says(&realm, &["answers", "list"]).contains("ist die Antwort überfällig"));

    // The other road, as it was told.
    fs::create_dir(realm.home("stick")).unwrap();
    assert_eq!(json(&realm, &["packet", "write", "--to-folder", "stick"])["sent"], 1);
    let told = json(&realm, &["report", "show", id]);
    assert_eq!(told["overdue"]["roads"][0]["road"], "carrier", "{told}");
    let (stick, mut dice) = (realm.home("stick"), SeededDice(2));
    read_folder(&mut commander, &stick, at("2026-11-22T08:00:00Z"), &mut |_| {}).unwrap();
    commander.forward_what_is_due(at("2026-11-26T08:00:00Z"), &mut dice).unwrap();
    let mut hands = |desk: &mut dyn Correspondent, now| {
        write_to_folder(desk, &stick, at(now), &mut dice, &mut |_| {}).unwrap();
    };
    hands(&mut commander, "2026-11-26T08:10:00Z");
    read_folder(&mut cell, &stick, at("2026-11-26T09:00:00Z"), &mut |_| {}).unwrap();
    cell.acknowledge(at("2026-11-26T09:10:00Z")).unwrap();
    hands(&mut cell, "2026-11-26T09:20:00Z");
    read_folder(&mut commander, &stick, at("2026-11-26T10:00:00Z"), &mut |_| {}).unwrap();
    hands(&mut commander, "2026-11-26T10:10:00Z");

    says(&realm, &["packet", "read", "stick"]);
    let told = json(&realm, &["report", "list"]);
    assert_eq!((&told[0]["overdue"], &told[0]["standing"]), (&Value::Null, &"acknowledged".into()), "{told}");
    for words in [&["report", "list"][..], &["answers", "list"], &["report", "show", id]] {
        let said = says(&realm, words);
        assert!(!said.contains("überfällig") && !said.contains("erwartet"), "{said}");
    }
}

#[test]
fn a_word_of_the_cell_proves_that_it_has_the_report_even_where_it_overtakes_the_acknowledgement() {
    let Cast { mut observer, mut cell, .. } = cast();
    let report = files_a_report(&mut observer, at("2026-11-01T08:00:00Z"), 31);
    let late = at("2026-11-20T08:00:00Z");
    assert_eq!(observer.overdue(late).unwrap().len(), 1);
    let (me, cell) = (observer.vault().profile().me, cell.vault().profile());
    let outcome = Outcome::new(FeedbackStatus::UnderInvestigation, None).unwrap();
    let heard = |audience| {
        let said = FeedbackV1::new(report, me, audience, outcome, None, at("2026-11-19T08:00:00Z"));
        sign(said, &cell.signing, cell.realm.id()).unwrap()
    };
    observer.vault().take_feedback(&heard(Audience::Observer), late).unwrap();
    assert_eq!(observer.overdue(late).unwrap(), vec![]);
}
