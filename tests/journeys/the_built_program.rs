//! The built program, from founding a realm to the answer in the soldier's own profile: real processes, real files, a
//! real port.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::cheap_keys::wrap_cheaply;
use crate::support::photographs::{Facts, jpeg, noisy};

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_vigilia");

/// Somebody's passphrase.
fn words_of(name: &str) -> String {
    format!("the words of {name} are many")
}

/// A folder in which everybody keeps his profile, and the program run in it.
pub struct Headquarters {
    folder: TempDir,
}

impl Headquarters {
    pub fn new() -> Self {
        let folder = TempDir::new().unwrap();
        for name in ["defence", "police", "obs", "cmd", "cell", "int", "late"] {
            fs::write(folder.path().join(format!("{name}.pass")), words_of(name) + "\n").unwrap();
        }
        Self { folder }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, home: &str, words: &[&str]) -> Command {
        let pass = Path::new(home).file_name().unwrap().to_str().unwrap().replace("authority-", "");
        let mut command = Command::new(PROGRAM);
        command
            .current_dir(self.folder.path())
            .args(["--json", "--home", home, "--passphrase-file", &format!("{pass}.pass")])
            .args(words)
            .stdin(Stdio::null());
        command
    }

    pub fn run(&self, home: &str, words: &[&str]) -> Output {
        self.command(home, words).output().unwrap()
    }

    /// Starts a command that is not waited for.
    pub fn start(&self, home: &str, words: &[&str]) -> Child {
        self.command(home, words).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    }

    /// Runs a command that must succeed, and reads its JSON.
    pub fn json(&self, home: &str, words: &[&str]) -> Value {
        let output = self.run(home, words);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{words:?}: {said}");
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{words:?}: {said}"))
    }

    /// Runs a command that must fail with a code, and gives back what it said.
    pub fn refusal(&self, home: &str, code: i32, words: &[&str]) -> String {
        let output = self.run(home, words);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{words:?}: {said}");
        said
    }

    pub fn found(&self, relay: &str) {
        let words = ["realm", "create", "--dir", "realm", "--name", "SILVER ARROW", "--exercise"];
        let more = ["--relay-address", relay, "--second-passphrase-file", "police.pass"];
        self.json("defence", &[&words[..], &more[..]].concat());
        for (home, role, callsign, contingent) in [
            ("obs", "observer", "KFOR1-OBS1", "KFOR1"),
            ("cmd", "commander", "KFOR1-CMD", "KFOR1"),
            ("cell", "cell", "CELL", ""),
            ("int", "integrity", "INTEGRITY", ""),
        ] {
            let request = format!("{home}.request");
            let words =
                ["member", "request", "--realm", "realm/realm.json", "--role", role, "--callsign", callsign];
            let mut words = [&words[..], &["--out", &request]].concat();
            if !contingent.is_empty() {
                words.extend(["--contingent", contingent]);
            }
            self.json(home, &words);
            wrap_cheaply(&self.path(home), &words_of(home));
        }
        let requests = ["obs.request", "cmd.request", "cell.request", "int.request"];
        let words =
            [&["member", "approve"], &requests[..], &["--relay-key", "realm/relay/relay.keys"]].concat();
        let told = self.json("realm/authority-defence", &[&words[..], &["--out", "proposal"]].concat());
        assert_eq!(told["complete"], false);
        // One authority alone puts nothing in force.
        let said = self.refusal("obs", 4, &["member", "install", "proposal"]);
        assert!(said.contains("1 of 2 authority signatures"), "{said}");
        let roster = "realm/relay/roster.vigilia-roster";
        let told = self.json("realm/authority-police", &["member", "approve", "proposal", "--out", roster]);
        assert_eq!(told["complete"], true);
        for home in ["obs", "cmd", "cell"] {
            assert_eq!(self.json(home, &["member", "install", roster])["on_it"], true);
        }
    }

    pub fn file_a_report(&self) -> String {
        let words =
            ["report", "new", "--when", "-20m", "--where", "34T DN 89058 48763", "--duty", "checkpoint"];
        let more = ["--indicator", "trn.covered_windows", "--women", "4", "--girls", "2", "--file"];
        let facts = ["--facts", "Grey van, windows covered, waved through."];
        self.json("obs", &[&words[..], &more[..], &facts[..]].concat())["id"].as_str().unwrap().to_owned()
    }
}

impl Headquarters {
    /// A report with a photograph, another for each seed, that travels in a packet of its own.
    pub fn file_a_report_with_a_photograph(&self, seed: u64) -> String {
        let photo = jpeg(&noisy(800, 600, 200, seed), 800, 600, 90, None);
        assert!(photo.len() > 150_000, "{}", photo.len());
        fs::write(self.path("photo.jpg"), &photo).unwrap();
        let words =
            ["report", "new", "--when", "-20m", "--where", "34T DN 89058 48763", "--duty", "checkpoint"];
        let more =
            ["--indicator", "trn.covered_windows", "--facts", "Grey van, windows covered, waved through."];
        let draft = self.json("obs", &[&words[..], &more[..]].concat());
        let draft = draft["id"].as_str().unwrap();
        self.json("obs", &["report", "attach", draft, "photo.jpg"]);
        self.json("obs", &["report", "file", draft])["id"].as_str().unwrap().to_owned()
    }
}

/// The relay as a process of its own, stopped in order when dropped.
pub struct RelayProcess(Child);

impl RelayProcess {
    pub fn start(headquarters: &Headquarters) -> Self {
        let mut child = Command::new(PROGRAM)
            .current_dir(headquarters.folder.path())
            .args(["relay", "serve", "--config", "realm/relay/relay.json"])
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let listening = lines.by_ref().map_while(Result::ok).find(|line| line.contains("listening on"));
        assert!(listening.is_some(), "the relay says when it listens");
        std::thread::spawn(move || lines.for_each(drop));
        Self(child)
    }

    pub fn stop(mut self) {
        let pid = rustix::process::Pid::from_child(&self.0);
        rustix::process::kill_process(pid, rustix::process::Signal::TERM).unwrap();
        assert!(self.0.wait().unwrap().success(), "a relay that is told to stop ends in order");
    }
}

impl RelayProcess {
    /// Pulls the plug.
    pub fn kill(mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for RelayProcess {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A port that was free a moment ago.
pub fn free_port() -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().to_string()
}

#[test]
fn a_realm_is_founded_and_a_report_goes_to_brussels_and_back() {
    let hq = Headquarters::new();
    hq.found(&free_port());
    let report = hq.file_a_report();
    fs::create_dir(hq.path("stick")).unwrap();

    // By hand to the commander.
    assert_eq!(hq.json("obs", &["packet", "write", "--to-folder", "stick"])["sent"], 1);
    let told = hq.json("cmd", &["sync", "--folder", "stick"]);
    assert_eq!((told["read"].as_u64(), told["taken"].as_u64()), (Some(1), Some(2)), "{told}");
    assert_eq!(hq.json("cmd", &["review", "list"])[0]["id"], report.as_str());
    let owed = &hq.json("cmd", &["review", "list"])[0];
    assert!(owed["state"] == "new" && owed["seconds_left"].as_i64().is_some_and(|left| left > 0));
    let opened = hq.json("cmd", &["review", "show", report.as_str()]);
    assert!(opened["signature"] == "holds" && opened["callsign"] == "KFOR1-OBS1", "{opened}");
    let note = "Vraag de bestuurder waar het was.";
    let back = ["review", "return", report.as_str(), "--reason", "place_unclear", "--note", note];
    let said = hq.refusal("cmd", 1, &back);
    assert!(said.contains("Characters 1 to 19") && said.contains("stays owed"), "{said}");
    let half = ["review", "grade", report.as_str(), "--reliability", "C", "--caveat", "victim_identity"];
    let graded = hq.json("cmd", &half);
    assert_eq!((&graded["grade"], &graded["caveats"][0]), (&"C6".into(), &"victim_identity".into()));
    hq.json("cmd", &["review", "take-back", report.as_str()]);
    assert_eq!(hq.json("cmd", &["review", "list"])[0]["state"], "new");
    let words = ["review", "grade", report.as_str(), "B2", "--comment", "Seen twice this week."];
    assert_eq!(hq.json("cmd", &words)["grade"], "B2");
    assert_eq!(hq.json("cmd", &["batch", "forward"])["reports"], 1);

    // Over the line to Brussels; while the relay is down, everything stays queued.
    let said = hq.refusal("cmd", 5, &["sync", "--once"]);
    assert!(said.contains("nothing is lost"), "{said}");
    let relay = RelayProcess::start(&hq);
    let told = hq.json("cmd", &["sync"]);
    assert_eq!(
        (told["sent"].as_u64(), told["receipts"].as_u64()),
        (Some(2), Some(2)),
        "words and slots: {told}"
    );
    // The cell reads, and its acknowledgement leaves in the same contact.
    let told = hq.json("cell", &["sync"]);
    assert_eq!(
        (told["read"].as_u64(), told["set_aside"].as_u64(), told["sent"].as_u64()),
        (Some(2), Some(0), Some(1))
    );
    let inbox = hq.json("cell", &["inbox", "list"]);
    assert_eq!(
        (inbox["reports"][0]["id"].as_str(), inbox["reports"][0]["grade"].as_str()),
        (Some(&*report), Some("B2"))
    );
    assert_eq!(inbox["findings"].as_array().map(Vec::len), Some(0));
    let words = ["inbox", "answer", report.as_str(), "--status", "linked_to_known"];
    let texts =
        ["--to-observer", "Thank you. It fits other reports.", "--to-commander", "Plate known to us."];
    hq.json("cell", &[&words[..], &texts[..]].concat());
    hq.json("cell", &["sync"]);

    // And home again, by hand for the last mile.
    hq.json("cmd", &["sync"]);
    relay.stop();
    hq.json("cmd", &["sync", "--folder", "stick"]);
    hq.json("obs", &["sync", "--folder", "stick"]);
    let shown = hq.json("obs", &["report", "show", &report]);
    assert_eq!(shown["standing"], "answered");
    assert_eq!(shown["answers"][0]["text"], "Thank you. It fits other reports.");
    assert!(!shown.to_string().contains("Plate known"), "the commander's words stay with him");
    let answers = hq.json("obs", &["answers", "list"]);
    let feedback = answers.as_array().unwrap().iter().find(|one| one["kind"] == "feedback").unwrap();
    assert_eq!((feedback["status"].as_str(), feedback["seen"].is_null()), (Some("linked_to_known"), true));
    let id: String = feedback["id"].as_str().unwrap().chars().take(8).collect();
    let answer = hq.json("obs", &["answers", "show", &id]);
    assert_eq!(
        (answer["signature"].as_str(), answer["signer"]["callsign"].as_str()),
        (Some("holds"), Some("CELL"))
    );
    assert_eq!(answer["said"]["text"], "Thank you. It fits other reports.");
    assert_eq!(answer["exercise"], true);
    let answers = hq.json("obs", &["answers", "list"]);
    assert!(
        answers.as_array().unwrap().iter().any(|one| one["id"] == feedback["id"] && !one["seen"].is_null())
    );
    hq.refusal("obs", 1, &["answers", "show", "00000000"]);
    let me = hq.json("obs", &["me"]);
    assert_eq!(
        (me["callsign"].as_str(), me["unsent"]["reports"].as_u64()),
        (Some("KFOR1-OBS1"), Some(0)),
        "{me}"
    );
    assert_eq!(hq.json("obs", &["store", "check"])["whole"], true);

    // Wrong use and wrong words have their own exit codes, and a sentence.
    let said = hq.refusal("obs", 2, &["report", "new", "--where", "32X KG 12345 12345"]);
    assert!(said.contains("--where"), "{said}");
    fs::write(hq.path("obs.pass"), "something else entirely\n").unwrap();
    assert!(hq.refusal("obs", 3, &["report", "list"]).contains("nothing was changed"));
    // Wiped in one command, without the passphrase.
    let told = hq.json("obs", &["store", "wipe", "--yes"]);
    assert_eq!((told["wiped"].as_bool(), told["unsent"].is_null()), (Some(true), true), "{told}");
    assert_eq!(fs::read_dir(hq.path("obs")).unwrap().count(), 0);
}

#[test]
fn a_person_makes_the_desk_his_own_and_takes_it_away_again() {
    let hq = Headquarters::new();
    hq.found(&free_port());
    hq.json("obs", &["settings", "set", "theme", "night"]);
    let told = hq.json("obs", &["settings", "set", "lock-after", "10"]);
    assert_eq!((told["language"].is_null(), told["theme"].as_str()), (true, Some("night")), "{told}");
    assert_eq!(told["lock_after_minutes"], 10);
    let said = hq.refusal("obs", 2, &["settings", "set", "lock-after", "0"]);
    assert!(said.contains("cannot be turned off"), "{said}");

    hq.file_a_report();
    fs::create_dir(hq.path("stick")).unwrap();
    let told = hq.json("obs", &["packet", "write", "--to-folder", "stick"]);
    assert_eq!((told["sent"].as_u64(), told["already_there"].as_u64()), (Some(1), Some(0)));
    let told = hq.json("obs", &["sync", "--folder", "stick"]);
    assert_eq!((told["sent"].as_u64(), told["already_there"].as_u64()), (Some(0), Some(1)), "{told}");
    let told = hq.json("obs", &["packet", "waiting"]);
    assert_eq!(
        (told["unpacked"].as_u64(), told["packets"][0]["reports"].as_u64()),
        (Some(0), Some(1)),
        "{told}"
    );
    assert_eq!(hq.json("cmd", &["packet", "read", "stick"])[0]["taken"], 2);

    fs::write(hq.path("new.pass"), "vier losse woorden samen\n").unwrap();
    fs::write(hq.path("short.pass"), "kort\n").unwrap();
    let change = |file| ["store", "passphrase", "--new-passphrase-file", file];
    assert!(hq.refusal("obs", 2, &change("short.pass")).contains("fewer than 12"));
    assert_eq!(hq.json("obs", &change("new.pass"))["changed"], true);
    assert!(hq.refusal("obs", 3, &["report", "list"]).contains("wrong passphrase"));
    fs::rename(hq.path("new.pass"), hq.path("obs.pass")).unwrap();
    let told = hq.json("obs", &["store", "wipe", "--yes"]);
    assert_eq!(
        (told["unsent"]["reports"].as_u64(), told["unsent"]["drafts"].as_u64()),
        (Some(0), Some(0)),
        "{told}"
    );
    assert_eq!(fs::read_dir(hq.path("obs")).unwrap().count(), 0);
}

#[test]
fn a_killed_program_leaves_a_vault_that_opens() {
    let hq = Headquarters::new();
    hq.found(&free_port());
    for round in 0..3 {
        let mut child = Command::new(PROGRAM)
            .current_dir(hq.folder.path())
            .args(["--home", "obs", "--passphrase-file", "obs.pass", "report", "new", "--from", "-"])
            .stdin(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // The program holds the vault open and waits for the rest of its input.
        std::io::Write::write_all(child.stdin.as_mut().unwrap(), b"{ \"facts\": \"half a sent").unwrap();
        if round > 0 {
            while fs::metadata(hq.path("obs/vault.db-wal")).is_err() && child.try_wait().unwrap().is_none() {
                std::thread::yield_now();
            }
        }
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(hq.json("obs", &["store", "check"])["whole"], true);
    }
    hq.file_a_report();
    assert_eq!(hq.json("obs", &["report", "list"]).as_array().map(Vec::len), Some(1));
}

#[test]
fn the_exercise_plays_and_tells_its_figures() {
    let folder = TempDir::new().unwrap();
    let dir = folder.path().join("kept");
    let output = Command::new(PROGRAM)
        .args(["demo", "--json", "--reports", "12", "--dir"])
        .arg(&dir)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let last = String::from_utf8(output.stdout).unwrap();
    let told: Value = serde_json::from_str(last.lines().last().unwrap()).unwrap();
    assert_eq!(told["verified"], true);
    for figure in ["reports_forwarded", "reports_received", "reports_acknowledged"] {
        assert_eq!(told[figure], told["reports_filed"], "{figure}");
    }
    assert_eq!(told["feedback_delivered"], told["feedback_given"]);
    assert!(told["bytes_per_report_on_wire"].as_u64().is_some_and(|bytes| bytes > 0));
    // The profiles it kept are real ones.
    fs::write(folder.path().join("pass"), "exercise exercise exercise\n").unwrap();
    let listed = Command::new(PROGRAM)
        .args(["--json", "--home"])
        .arg(dir.join("cell"))
        .arg("--passphrase-file")
        .arg(folder.path().join("pass"))
        .args(["inbox", "list"])
        .output()
        .unwrap();
    let inbox: Value = serde_json::from_slice(&listed.stdout).unwrap();
    assert_eq!(
        inbox["reports"].as_array().map(|reports| reports.len() as u64),
        told["reports_filed"].as_u64()
    );
}

#[test]
fn a_folder_without_a_profile_says_so_before_it_asks_for_anything() {
    let folder = TempDir::new().unwrap();
    let output = Command::new(PROGRAM)
        .env("VIGILIA_HOME", folder.path())
        .args(["report", "list"])
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("vigilia member request"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is made by looking");
}

#[test]
fn completions_name_the_commands_and_a_closed_pipe_is_no_fault() {
    for shell in ["bash", "zsh", "fish"] {
        let output = Command::new(PROGRAM).args(["completions", shell]).output().unwrap();
        assert!(output.status.success());
        assert!(String::from_utf8_lossy(&output.stdout).contains("batch"), "{shell}");
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let status = Command::new(PROGRAM).args(["completions", shell]).stdout(writer).status().unwrap();
        assert!(status.success(), "{shell}");
    }
}

#[test]
fn a_soldier_attaches_a_photograph_looks_it_over_and_takes_it_off_again() {
    let headquarters = Headquarters::new();
    headquarters.found("127.0.0.1:1");
    let photo = jpeg(&noisy(640, 480, 200, 3), 640, 480, 90, Some(&Facts::mitrovica()));
    fs::write(headquarters.path("IMG_0001"), &photo).unwrap();
    let draft = headquarters.json("obs", &["report", "new", "--when", "now"]);
    let draft = draft["id"].as_str().unwrap();

    let told = headquarters.json("obs", &["report", "attach", draft, "IMG_0001"]);
    assert_eq!(
        (told["media_type"].as_str(), told["size"].as_u64()),
        (Some("image/jpeg"), Some(photo.len() as u64))
    );
    assert!(told["copy"]["size"].as_u64().unwrap() <= 48 << 10, "{told}");
    assert_eq!(told["copy"]["derived_from"], told["sha256"]);
    assert_eq!(told["taken_at"]["error_m"], 5);
    let digest = told["sha256"].as_str().unwrap();
    let listed = headquarters.json("obs", &["report", "attachments", draft]);
    assert_eq!(listed.as_array().unwrap().len(), 2);
    assert!(listed.as_array().unwrap().iter().all(|one| one["here"] == true));

    headquarters.json("obs", &["report", "save-attachment", draft, digest, "--out", "copy.jpg"]);
    assert_eq!(fs::read(headquarters.path("copy.jpg")).unwrap(), photo);
    let said =
        headquarters.refusal("obs", 1, &["report", "save-attachment", draft, digest, "--out", "copy.jpg"]);
    assert!(said.contains("left as it is"), "{said}");

    let left = headquarters.json("obs", &["report", "detach", draft, digest]);
    assert_eq!(left, Value::Array(Vec::new()));
    headquarters.refusal("obs", 1, &["report", "save-attachment", draft, digest, "--out", "again.jpg"]);
    assert!(!headquarters.path("again.jpg").exists());
}
