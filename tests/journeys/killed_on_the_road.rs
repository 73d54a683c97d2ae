//! Both ends of the line killed in the middle of a photograph, as real processes: nothing is lost, nothing is shown twice.

use std::process::{Command, Stdio};
use std::time::Duration;

use crate::flaky_line::{FlakyLine, Shape};
use crate::the_built_program::{Headquarters, PROGRAM, RelayProcess, free_port};

#[test]
fn a_photograph_outlives_the_death_of_both_ends() {
    let hq = Headquarters::new();
    let address = free_port();
    hq.found(&address);
    hq.file_a_report_with_a_photograph();
    let relay = RelayProcess::start(&hq);

    // A line that lets 400 KB through and then says nothing more: the program hangs in the middle of the photograph.
    let line = FlakyLine::shaped(&address, Shape { hang: Some((9, 400_000)), ..Shape::default() });
    let mut sync = Command::new(PROGRAM)
        .current_dir(hq.path(""))
        .args(["--json", "--home", "obs", "--passphrase-file", "obs.pass"])
        .args(["sync", "--relay", line.address(), "--wait", "1h"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
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
