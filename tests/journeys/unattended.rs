//! Sending and receiving with nobody there: from a timer, beside a desk that may be open.

use std::fs;

use vigilia::crypto::secret::Passphrase;
use vigilia::desks::commander::CommanderDesk;
use vigilia::domain::time::Timestamp;
use vigilia::vault::unlock::Vault;

use crate::the_built_program::{Headquarters, RelayProcess, free_port};

#[test]
fn a_timer_leaves_an_open_desk_alone_and_does_everything_once_it_is_closed() {
    let hq = Headquarters::new();
    hq.found(&free_port());
    hq.file_a_report();
    let relay = RelayProcess::start(&hq);
    assert_eq!(hq.json("obs", &["sync"])["receipts"], 1);

    let passphrase = fs::read_to_string(hq.path("cmd.pass")).unwrap();
    let passphrase = Passphrase::new(passphrase.lines().next().unwrap_or_default().to_owned());
    let now = Timestamp::parse("2026-11-22T12:00:00Z").unwrap();
    let open = CommanderDesk::open(Vault::unlock(&hq.path("cmd"), &passphrase, now).unwrap()).unwrap();
    for words in [&["sync"][..], &["sync", "--once"], &["sync", "--wait", "1s"]] {
        let said = hq.refusal("cmd", 3, words);
        assert!(said.contains("desk of this profile is open") && said.contains("nothing is lost"), "{said}");
        assert!(said.contains("--wait") && said.contains("F5"), "what to do is said: {said}");
    }
    drop(open);

    // Everything both ways over every road there is, in one act.
    fs::create_dir(hq.path("stick")).unwrap();
    hq.json("cmd", &["sync", "--folder", "stick"]);
    let told = hq.json("cmd", &["sync", "--wait", "1m"]);
    assert_eq!((told["roads"].as_u64(), told["read"].as_u64()), (Some(2), Some(1)), "{told}");
    let report = hq.json("cmd", &["review", "list"])[0]["id"].as_str().unwrap().to_owned();

    // What he releases is packed at once, and goes with the next run of the timer.
    hq.json("cmd", &["review", "grade", &report, "B2", "--precedence", "immediate"]);
    let told = hq.json("cmd", &["batch", "preview", "--link", "2.4"]);
    assert_eq!(
        (told["reviewed"].as_u64(), told["link"].as_str()),
        (Some(0), Some("2.4")),
        "it is packed: {told}"
    );
    let told = hq.json("cmd", &["sync"]);
    assert_eq!(told["receipts"], 1, "{told}");
    let told = hq.json("cmd", &["batch", "preview", "--link", "measured"]);
    assert!(told["bits_a_second"].as_u64() > Some(0) && told["measured"].is_string(), "{told}");
    assert_eq!(hq.json("cell", &["sync"])["read"], 1);
    relay.stop();
}
