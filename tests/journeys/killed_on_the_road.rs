//! Either end of the line killed at any moment, as real processes: nothing is lost, nothing is shown twice.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::time::Duration;

use serde_json::Value;
use vigilia::domain::ids::Dice;

use crate::flaky_line::{FlakyLine, Shape};
use crate::support::realm::SeededDice;
use crate::the_built_program::{Headquarters, RelayProcess, free_port};

#[test]
fn a_photograph_outlives_the_death_of_both_ends() {
    let hq = Headquarters::new();
    let address = free_port();
    hq.found(&address);
    hq.file_a_report_with_a_photograph(3);
    let relay = RelayProcess::start(&hq);

    // A line that lets 400 KB through and then says nothing more: the program hangs in the middle of the photograph.
    let line = FlakyLine::shaped(&address, Shape { hang: Some((9, 400_000)), ..Shape::default() });
    let mut sync = hq.start("obs", &["sync", "--relay", line.address(), "--wait", "1h"]);
    line.wait_for_silence(Duration::from_secs(120));
    // A timer's second run ends quietly.
    let second = hq.json("obs", &["sync"]);
    assert_eq!(second["busy"], true);
    sync.kill().unwrap();
    sync.wait().unwrap();
    relay.kill();

    let waiting = hq.json("obs", &["packet", "waiting"]);
    let photograph = waiting["packets"].as_array().unwrap().iter().find(|packet| packet["reports"] == 0);
    let photograph = photograph.expect("the photograph still waits");
    assert!(photograph["under_way"]["tries"].as_u64() >= Some(1), "{photograph}");
    let size = photograph["size"].as_u64().unwrap();
    // Nobody answers now: the work is queued, and the reason is kept with the packet.
    let said = hq.refusal("obs", 5, &["sync", "--once"]);
    assert!(said.contains("nothing is lost"), "{said}");
    let waiting = hq.json("obs", &["packet", "waiting"]);
    let stopped =
        &waiting["packets"].as_array().unwrap().iter().find(|packet| packet["reports"] == 0).unwrap();
    assert_eq!(stopped["under_way"]["trouble"], "no_connection", "{stopped}");

    let relay = RelayProcess::start(&hq);
    let line = FlakyLine::to(&address);
    let told = hq.json("obs", &["sync", "--relay", line.address()]);
    assert_eq!(told["receipts"], 1, "{told}");
    assert!((line.crossed().0 as u64) + 200_000 < size, "{:?} of {size} bytes: it went on", line.crossed());
    let told = hq.json("cmd", &["sync"]);
    assert_eq!((told["read"].as_u64(), told["refused"].as_u64()), (Some(2), Some(0)), "{told}");
    let again = hq.json("cmd", &["sync"]);
    assert_eq!(again["read"], 0, "nothing is shown twice: {again}");
    relay.stop();
}

/// How many moments somebody dies at; a quarter of them in the hands of each who speaks with the relay.
const MOMENTS: u64 = 24;
/// Whose turn it is, again and again.
const TURNS: [&str; 4] = ["obs", "cmd", "cell", "cmd"];

/// Where moments fall. `VIGILIA_KILL_SEED` draws others.
fn seed() -> u64 {
    std::env::var("VIGILIA_KILL_SEED").map_or(1_809, |seed| seed.parse().unwrap())
}

fn roll(dice: &mut SeededDice, below: u64) -> u64 {
    let mut bytes = [0; 8];
    dice.roll(&mut bytes);
    u64::from_be_bytes(bytes) % below
}

/// Everything is judged and forwarded, or answered, that waits for somebody.
fn does_what_is_due(hq: &Headquarters, who: &str) {
    if who == "cmd" {
        let owed = hq.json("cmd", &["review", "list"]);
        let owed: Vec<&str> =
            owed.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
        for id in &owed {
            hq.json("cmd", &["review", "grade", id, "B2"]);
        }
        if !owed.is_empty() {
            hq.json("cmd", &["batch", "forward"]);
        }
    }
    if who == "cell" {
        let inbox = hq.json("cell", &["inbox", "list"]);
        for report in inbox["reports"].as_array().unwrap().iter().filter(|one| one["answered"] == false) {
            let words = ["inbox", "answer", report["id"].as_str().unwrap(), "--status", "linked_to_known"];
            hq.json("cell", &[&words[..], &["--to-observer", "It fits other reports."]].concat());
        }
    }
}

/// What somebody still has to send: packets without a receipt, and those that are half there.
fn left_over(hq: &Headquarters, who: &str) -> Vec<Value> {
    let waiting = hq.json(who, &["packet", "waiting"]);
    assert_eq!(waiting["unpacked"], 0, "{who}: {waiting}");
    let packets = waiting["packets"].as_array().unwrap().iter();
    packets.filter(|one| one["receipt"] != true || !one["under_way"].is_null()).cloned().collect()
}

#[test]
fn whoever_dies_at_whatever_moment_nothing_is_lost_and_nothing_comes_twice() {
    let hq = Headquarters::new();
    let address = free_port();
    hq.found(&address);
    let mut relay = RelayProcess::start(&hq);
    let mut dice = SeededDice(seed());
    eprintln!("VIGILIA_KILL_SEED={}", dice.0);
    let mut filed = BTreeSet::new();
    for moment in 0..MOMENTS {
        let who = TURNS[usize::try_from(moment % 4).unwrap()];
        if who == "obs" {
            filed.insert(match moment % 8 {
                0 => hq.file_a_report_with_a_photograph(moment),
                _ => hq.file_a_report(),
            });
        }
        does_what_is_due(&hq, who);
        // As often among the first bytes of a handshake as in the middle of a photograph.
        let bytes = usize::try_from((256 << roll(&mut dice, 10)) + roll(&mut dice, 256)).unwrap();
        let (silent, dies) = (roll(&mut dice, 2) == 0, roll(&mut dice, 3));
        let shape = Shape { silent_after: silent.then_some(bytes), ..Shape::default() };
        let line = FlakyLine::shaped(&address, shape);
        let mut sync = hq.start(who, &["sync", "--once", "--relay", line.address()]);
        // Until so much has crossed, or there was not so much to say.
        while !line.has_carried(bytes, Duration::from_millis(20)) && sync.try_wait().unwrap().is_none() {}
        let told = if silent { "and the line falls silent" } else { "and the line holds" };
        let whom = ["he is killed", "the relay is killed", "both are killed"][usize::try_from(dies).unwrap()];
        if dies != 1 {
            sync.kill().unwrap();
        }
        if dies != 0 {
            relay.kill();
            relay = RelayProcess::start(&hq);
        }
        let ended = sync.wait().unwrap();
        eprintln!("{moment}: {who} speaks, {bytes} bytes cross {told}, {whom}: {ended}");
        assert_ne!(ended.code(), Some(101), "it panicked");
    }

    let mut moved = true;
    for _ in 0..6 {
        moved = false;
        for who in ["obs", "cmd", "cell", "cmd", "obs"] {
            does_what_is_due(&hq, who);
            let told = hq.json(who, &["sync"]);
            moved |= told["sent"] != 0 || told["read"] != 0;
            assert_eq!(told["refused"], 0, "{who}: {told}");
        }
        if !moved {
            break;
        }
    }
    assert!(!moved, "it comes to rest");

    let inbox = hq.json("cell", &["inbox", "list"]);
    let names = |reports: &Value| -> Vec<String> {
        reports.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
    };
    let arrived = names(&inbox["reports"]);
    assert_eq!(arrived.len(), filed.len(), "each once: {inbox}");
    assert_eq!(arrived.iter().cloned().collect::<BTreeSet<_>>(), filed);
    assert_eq!(inbox["findings"], Value::Array(Vec::new()));
    assert_eq!(
        (inbox["reports_outstanding"].as_u64(), inbox["slots_outstanding"].as_u64()),
        (Some(0), Some(0))
    );
    for id in &filed {
        let shown = hq.json("cell", &["inbox", "show", id]);
        assert_eq!(shown["attachments_missing"], 0, "{shown}");
    }
    let listed = hq.json("obs", &["report", "list"]);
    assert_eq!(names(&listed).into_iter().collect::<BTreeSet<_>>(), filed);
    assert!(listed.as_array().unwrap().iter().all(|report| report["standing"] == "answered"), "{listed}");
    let mut answers: BTreeMap<String, usize> = BTreeMap::new();
    for answer in hq.json("obs", &["answers", "list"]).as_array().unwrap() {
        if answer["kind"] == "feedback" {
            *answers.entry(answer["about"].to_string()).or_default() += 1;
        }
    }
    assert_eq!(answers.len(), filed.len(), "{answers:?}");
    assert!(answers.values().all(|number| *number == 1), "{answers:?}");
    for who in ["obs", "cmd", "cell"] {
        assert_eq!(left_over(&hq, who), Vec::<Value>::new(), "{who}");
        assert_eq!(hq.json(who, &["store", "check"])["whole"], true);
    }
    let unfinished = fs::read_dir(hq.path("realm/relay/shelf/unfinished")).unwrap().count();
    assert_eq!(unfinished, 0, "nothing lies half sent at the relay");
    relay.stop();
}
