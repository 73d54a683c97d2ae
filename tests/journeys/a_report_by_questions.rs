//! A report by the plain line mode of the built program: over a pipe, in a terminal, cut short, and by hostile hands.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;
use vigilia::language::tongue::Tongue;
use vigilia::language::word::Word;

use crate::pseudo_terminal::PseudoTerminal;
use crate::support::photographs::{Facts, jpeg, noisy};
use crate::support::realm::{PASSPHRASE, TestRealm, cast};

const PROGRAM: &str = env!("CARGO_BIN_EXE_vigilia");

/// A soldier with a profile, and the program run in his folder.
struct Soldier {
    realm: TestRealm,
    speaks: Vec<&'static str>,
}

impl Soldier {
    fn new() -> Self {
        let cast = cast();
        fs::write(cast.realm.home("pass"), PASSPHRASE).unwrap();
        Self { realm: cast.realm, speaks: vec!["--language", "en"] }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.realm.home(name)
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command.env_remove("VIGILIA_LANGUAGE").env("LC_ALL", "C").current_dir(self.path(""));
        command.args(["--home", "KFOR1-OBS1", "--passphrase-file", "pass"]).args(&self.speaks).args(words);
        command
    }

    fn piped(&self, words: &[&str]) -> Child {
        let mut command = self.command(words);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().unwrap()
    }

    /// Runs a command with all its answers, and the end of the input behind them.
    fn answers(&self, words: &[&str], answers: &[u8]) -> Output {
        let mut child = self.piped(words);
        let mut input = child.stdin.take().unwrap();
        let answers = answers.to_vec();
        // A program that has heard enough closes its end.
        let writing = std::thread::spawn(move || {
            let _ = input.write_all(&answers);
        });
        let output = child.wait_with_output().unwrap();
        writing.join().unwrap();
        output
    }

    fn json(&self, words: &[&str]) -> Value {
        let output = self.answers(&[&["--json"], words].concat(), b"");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{words:?}: {said}");
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{words:?}: {said}"))
    }

    fn listed(&self) -> Vec<Value> {
        self.json(&["report", "list"]).as_array().unwrap().clone()
    }

    /// The one draft there is.
    fn draft(&self) -> (String, Value) {
        let drafts: Vec<Value> = self.listed().into_iter().filter(|one| one["standing"] == "draft").collect();
        assert_eq!(drafts.len(), 1, "{drafts:?}");
        let id = drafts[0]["id"].as_str().unwrap().to_owned();
        let shown = self.json(&["report", "show", &id]);
        (id, shown)
    }
}

fn lines(answers: &[&str]) -> Vec<u8> {
    format!("{}\n", answers.join("\n")).into_bytes()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The answers that come to the same as the example of `report template`.
fn everything() -> Vec<&'static str> {
    let when_and_where =
        ["211430ZNOV26", "34T DN 89058 48763", "at the petrol station, north side of the road", "20", "gps"];
    let signs = [
        "checkpoint",
        "Van with covered windows carrying women or children",
        "1",
        "",
        "Papers appear false, altered",
        "1",
        "3",
        "",
        "far more people than seats",
        "1",
        "saw or heard it",
        "",
    ];
    let people = ["4", "6", "1", "1", ""];
    let facts =
        ["A white van with covered windows stopped at the barrier and was waved through.", ".", "yes"];
    let things = [
        "vehicle",
        "van",
        "01-4?2-KD",
        "RKS",
        "Sprinter",
        "white",
        "north",
        "dent at the back", //
        "person",
        "presumed suspect",
        "tall, grey cap",
        "about 40",
        "not recognised",
        "",
        "", //
        "phone",
        "+383 44 1?3 4??",
        "on the door of the van", //
        "5",
        "passport",
        "P1?3",
        "unknown",
        "photo pasted over", //
        "boat",
        "none",
        "",
        "",
        "grey",
        "",
        "", //
        "place",
        "the yard behind the station", //
        "7",
        "a transport firm",
        "its name was on the van",
        "", //
        "yes",
        "2",
        "drives",
        "1",
        "yes",
        "3",
        "seen at",
        "1",
        "", //
        "",
        "",
        "",
        "",
        "1",
        "about twelve people",
    ];
    let rest = [
        "The driver seemed to be known.",
        ".",
        "34T DN 8900 4870",
        "no", //
        "on the way",
        "both",
        "1 5",
        "yes",
        "",
        "",
        "no", //
        "yes",
        "police post at the bridge, 1510 local time",
        "no",
        "nothing was moved", //
        "photo.jpg",
        "",
        "priority",
        "english",
    ];
    [&when_and_where[..], &signs, &people, &facts, &things, &rest].concat()
}

#[test]
fn a_whole_report_by_questions_is_the_same_as_from_a_script() {
    let soldier = Soldier::new();
    fs::write(soldier.path("photo.jpg"), jpeg(&noisy(64, 48, 20, 3), 64, 48, 80, None)).unwrap();
    let template = soldier.json(&["report", "template"]).to_string();
    fs::write(soldier.path("entry.json"), template.replace("-20m", "211430ZNOV26")).unwrap();
    let scripted = soldier.json(&["report", "new", "--from", "entry.json", "--file"]);

    let mut answers = everything();
    answers.push("yes");
    let output = soldier.answers(&["--json", "report", "new"], &lines(&answers));
    assert!(output.status.success(), "{}", said(&output));
    let filed: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(filed["sequence"], 2);

    let show = |filed: &Value| soldier.json(&["report", "show", filed["id"].as_str().unwrap()]);
    let (asked, scripted) = (show(&filed), show(&scripted));
    assert_eq!(asked["report"], scripted["report"], "{}", said(&output));
    assert_eq!(asked["report"]["entities"].as_array().map(Vec::len), Some(7));
    assert_eq!((asked["standing"].as_str(), asked["exercise"].as_bool()), (Some("filed"), Some(true)));
    // The marking stands first and last, and nothing moves a cursor or sets a colour.
    let said = said(&output);
    let edge = |line: Option<&str>| line.is_some_and(|line| line.contains("BEPERKTE VERSPREIDING"));
    assert!(edge(said.lines().next()) && edge(said.lines().last()), "{said}");
    assert!(said.contains("EXERCISE EXERCISE EXERCISE") && !said.contains('\u{1b}'));
    assert!(said.contains("Filled in: 100 of 100."), "{said}");
}

#[test]
fn a_minimal_report_takes_few_answers_and_a_place_by_its_name_is_taken_by_a_number() {
    let soldier = Soldier::new();
    let answers =
        ["", "mitrovca", "1", "", "", "", "patrol", "0", "", "", "4", "", "", "", "Odd.", ".", "", "y"];
    let output = soldier.answers(&["report", "new"], &lines(&answers));
    assert!(output.status.success(), "{}", said(&output));
    assert!(String::from_utf8_lossy(&output.stdout).contains("Filed as your number 1"));
    let id = soldier.listed()[0]["id"].as_str().unwrap().to_owned();
    let report = soldier.json(&["report", "show", &id])["report"].clone();
    assert_eq!(report["place"]["words"], "Mitrovica");
    assert_eq!(report["place"]["position"]["method"], "map");
    assert_eq!((report["counts"]["women"].as_u64(), report["just_odd"].as_bool()), (Some(4), Some(true)));
    assert_eq!(report["observed"]["precision"], "about");
    // In words, in the language that was asked for, with its marking.
    let shown = soldier.answers(&["report", "show", &id], b"");
    let shown = String::from_utf8(shown.stdout).unwrap();
    assert!(shown.contains("4 women") && shown.contains("Duty: patrol"), "{shown}");
    assert!(shown.starts_with("NIET GECLASSIFICEERD") && shown.trim_end().ends_with("EXERCISE"), "{shown}");
}

#[test]
fn going_back_taking_out_and_help_leave_what_was_meant() {
    let soldier = Soldier::new();
    let answers = [
        "2561",
        "?",
        "-",
        "-20m",
        "by the old mill",
        "guard",
        "-",
        "-",
        "behind the station",
        "",
        "van",
        "1",
        "-",
        "1",
        "1",
        "--",
        "papers appear false",
        "1",
        "hearsay",
        "the interpreter",
        "",
        "3",
        "-",
        "5",
        "!",
    ];
    let output = soldier.answers(&["--json", "report", "new"], &lines(&answers));
    assert!(output.status.success(), "{}", said(&output));
    let said = said(&output);
    assert!(said.contains("This is the first question."), "{said}");
    assert!(said.contains("It says: guard"), "the duty stands when it is passed again: {said}");
    let (id, draft) = soldier.draft();
    let kept: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(kept["id"].as_str(), Some(id.as_str()));
    assert_eq!(draft["report"]["place"]["words"], "behind the station");
    assert_eq!(draft["report"]["counts"]["men"], 5);
    let signs = draft["report"]["indicators"].as_array().unwrap();
    assert_eq!(signs.len(), 1, "{draft}");
    assert_eq!(
        (signs[0]["basis"].as_str(), signs[0]["note"].as_str()),
        (Some("hearsay"), Some("the interpreter"))
    );
}

#[test]
fn a_killed_conversation_goes_on_where_it_was() {
    let soldier = Soldier::new();
    let mut child = soldier.piped(&["report", "new"]);
    let mut input = child.stdin.take().unwrap();
    input
        .write_all(&lines(&["-20m", "34T DN 89058 48763", "", "", "", "patrol", "", "1", "", "", "", ""]))
        .unwrap();
    let mut said = BufReader::new(child.stderr.take().unwrap()).lines().map_while(Result::ok);
    // A line that is refused tells that the one before it was heard, and what was heard is saved.
    input.write_all(b"A white van.\n\x1b\nIt went nor").unwrap();
    assert!(said.any(|line| line.contains("would act on the screen")));
    child.kill().unwrap();
    child.wait().unwrap();
    drop(said);

    let (id, draft) = soldier.draft();
    assert_eq!(draft["report"]["duty"], "patrol");
    assert_eq!(draft["report"]["counts"]["men"], 1);
    assert_eq!(draft["report"]["facts"], "A white van.", "half a line is no line");
    let again = ["", "", "", "", "", "", "0", "", "", "", "", "", "", "", "", "yes"];
    let output = soldier.answers(&["report", "edit", &id], &lines(&again));
    assert!(output.status.success(), "{}", self::said(&output));
    assert!(self::said(&output).contains("It says: 34T DN 89058 48763"), "{}", self::said(&output));
    assert!(soldier.listed().iter().all(|one| one["standing"] == "filed"));
}

#[test]
fn the_end_of_the_input_keeps_the_draft_and_says_so() {
    let soldier = Soldier::new();
    let output = soldier.answers(&["report", "new"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("nothing is kept"), "{}", said(&output));
    assert_eq!(soldier.listed().len(), 0);

    // Without a line feed behind the last answer, and in the middle of a pick and of a text.
    for answers in [
        &b"now\nby the mill"[..],
        b"now\nby the mill\npatrol\nvan windows\n1\n",
        b"\n\n\n0\n\n\n\n\n\n\nA van.\n",
    ] {
        let output = soldier.answers(&["report", "new"], answers);
        assert_eq!(output.status.code(), Some(1));
        let (id, draft) = soldier.draft();
        assert!(said(&output).contains(&format!("vigilia report edit {id}")), "{}", said(&output));
        let report = &draft["report"];
        let last = ["place", "indicators", "facts"].into_iter().find(|part| !report[part].is_null());
        assert!(last.is_some(), "{draft}");
        soldier.json(&["report", "discard", &id]);
    }
}

#[test]
fn hostile_lines_are_refused_and_the_conversation_goes_on() {
    let soldier = Soldier::new();
    let mut answers = b"\x1b[2J\x1b]0;owned\x07now\n".to_vec();
    answers.extend(vec![b'x'; 1 << 20]);
    answers.extend(b"\nno\xff\xfeise\n\xe2\x80\xaetxet\nnow\n");
    answers.extend(b"by the \x00 mill\nby the mill\n\n99999999999999999999\n-1\n\n");
    answers.extend(lines(&["70000", "-3", "2", "", "", "", ""]));
    // Longer than the field, in one line and then in many.
    answers.extend([vec![b'y'; 31_000], b"\n".to_vec()].concat());
    for _ in 0..9 {
        answers.extend([vec![b'z'; 1_000], b"\n".to_vec()].concat());
    }
    answers.extend(b".\n!\n");
    let output = soldier.answers(&["report", "new"], &answers);
    assert!(output.status.success(), "{}", said(&output));
    assert!(!output.stderr.iter().any(|byte| *byte < b' ' && *byte != b'\n'), "nothing acts on the terminal");
    let (_, draft) = soldier.draft();
    assert_eq!(
        (draft["report"]["place"]["words"].as_str(), draft["report"]["counts"]["men"].as_u64()),
        (Some("by the mill"), Some(2))
    );
    let facts = draft["report"]["facts"].as_str().unwrap();
    assert!(facts.starts_with("zzz") && facts.len() == 7 * 1_001 - 1, "{}", facts.len());
}

#[test]
fn a_report_on_our_own_side_stops_explains_and_stays_a_draft() {
    let soldier = Soldier::new();
    let pick = |answer: &str| {
        let answers = [
            "",
            "by the gate",
            "guard",
            "force vehicle, pass or post",
            "1",
            answer,
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            ".",
            "no",
        ];
        soldier.answers(&["report", "new"], &lines(&answers))
    };
    let output = pick("no");
    assert!(said(&output).contains("must not go through your commander"), "{}", said(&output));
    let (id, draft) = soldier.draft();
    assert!(draft["report"]["indicators"].is_null(), "{draft}");
    soldier.json(&["report", "discard", &id]);

    let output = pick("1");
    assert!(output.status.success() && !said(&output).contains("File it now?"), "{}", said(&output));
    let (id, draft) = soldier.draft();
    assert_eq!(draft["report"]["indicators"][0]["id"], "own.assets_used");
    let refused = soldier.answers(&["report", "file", &id], b"");
    assert_eq!(refused.status.code(), Some(1));
}

#[test]
fn what_must_never_be_copied_takes_no_file_and_a_camera_only_offers() {
    let soldier = Soldier::new();
    fs::write(soldier.path("photo.jpg"), jpeg(&noisy(64, 48, 20, 3), 64, 48, 80, Some(&Facts::mitrovica())))
        .unwrap();
    let to_the_files = |sign: &str, rest: &[&str]| {
        let mut answers = vec!["", "by the gate", "guard", sign, "1", "", ""];
        answers.extend([""; 5]);
        answers.extend(["A photograph.", ".", "yes"]);
        answers.extend([""; 14]);
        answers.extend(rest);
        soldier.answers(&["report", "new"], &lines(&answers))
    };
    let output =
        to_the_files("van with covered windows", &["no such file", "photo.jpg", "no", "yes", "", "!"]);
    let (id, draft) = soldier.draft();
    let report = &draft["report"];
    assert_eq!(report["attachments"].as_array().map(Vec::len), Some(1), "{}", said(&output));
    assert_eq!(report["observed"]["precision"], "about", "the time was not taken over");
    assert_eq!(report["place"]["position"]["method"], "gps", "the position was, by a yes");
    assert_eq!(report["place"]["words"], "by the gate");
    soldier.json(&["report", "discard", &id]);

    let output = to_the_files("child sexual abuse images", &["!"]);
    assert!(said(&output).contains("Never photograph, copy or forward"), "{}", said(&output));
    assert!(!said(&output).contains("Type the path of a file"), "{}", said(&output));
}

#[test]
fn a_correction_by_questions_supersedes_what_was_filed() {
    let soldier = Soldier::new();
    let filed = soldier.json(&[
        "report",
        "new",
        "--when",
        "now",
        "--where",
        "by the mill",
        "--men",
        "3",
        "--facts",
        "A van.",
        "--file",
    ]);
    let old = filed["id"].as_str().unwrap();
    let answers = vec!["", "", "", "", "4", "", "", "", "", "+", "Plate 01-?2.", ".", "", "yes"];
    let output = soldier.answers(&["--json", "report", "correct", old], &lines(&answers));
    assert!(output.status.success(), "{}", said(&output));
    let new: Value = serde_json::from_slice(&output.stdout).unwrap();
    let shown = soldier.json(&["report", "show", new["id"].as_str().unwrap()]);
    assert_eq!(shown["supersedes"].as_str(), Some(old));
    assert_eq!(
        (shown["report"]["counts"]["men"].as_u64(), shown["report"]["facts"].as_str()),
        (Some(4), Some("A van.\nPlate 01-?2."))
    );
    assert_eq!(soldier.json(&["report", "show", old])["standing"], "superseded");
    // What is given to a draft takes the place of what stood there, and nothing else.
    let draft = soldier.json(&["report", "correct", old, "--women", "2"]);
    let id = draft["id"].as_str().unwrap();
    soldier.json(&["report", "edit", id, "--facts", "Two vans.", "--duty", "patrol"]);
    let shown = soldier.json(&["report", "show", id]);
    let report = &shown["report"];
    assert_eq!((report["facts"].as_str(), report["counts"]["men"].as_u64()), (Some("Two vans."), Some(3)));
    assert_eq!((report["duty"].as_str(), report["counts"]["women"].as_u64()), (Some("patrol"), Some(2)));
}

#[test]
fn the_questions_speak_what_was_asked_for_or_chosen() {
    let mut soldier = Soldier::new();
    for tongue in Tongue::ALL {
        soldier.speaks = vec!["--language", tongue.code()];
        let output = soldier.answers(&["report", "new"], b"!\n");
        assert!(said(&output).contains(&*tongue.say(Word("ask-when"))), "{}", said(&output));
    }
    soldier.speaks = Vec::new();
    soldier.json(&["settings", "set", "language", "fr"]);
    let output = soldier.answers(&["report", "new"], "?\n\npar là\n\n!\n".as_bytes());
    assert!(said(&output).contains("Quand l’avez-vous vu"), "{}", said(&output));
    assert_eq!(soldier.draft().1["report"]["language"], "fr");
}

#[test]
fn in_a_terminal_each_question_waits_behind_a_plain_prompt() {
    let soldier = Soldier::new();
    let mut terminal = PseudoTerminal::run(&mut soldier.command(&["report", "new"]), 80, 24);
    terminal.wait_for("When did you see or hear it?");
    terminal.wait_for("> ");
    terminal.press("-20m\n");
    terminal.wait_for("Where was it?");
    terminal.press("34T DN 89058 48763\n");
    terminal.wait_for("42.89");
    terminal.press("\n\n\n");
    terminal.wait_for("Which duty were you on?");
    terminal.press("4\n0\n");
    terminal.wait_for("Picked: just odd");
    terminal.press("\n\n\n\n\n\n\nno\n");
    terminal.wait_for("File it now?");
    terminal.press("yes\n");
    terminal.wait_for("Filed as your number 1");
    assert!(terminal.end().success());
    assert!(terminal.is_as_before());
    assert!(!terminal.raw().contains(&0x1b), "no cursor is moved and no colour set");
    assert_eq!(soldier.listed()[0]["standing"], "filed");
}

#[test]
fn guide_catalogue_and_places_are_read_without_a_profile() {
    let run = |words: &[&str]| {
        let output = Command::new(PROGRAM)
            .env_remove("VIGILIA_LANGUAGE")
            .args(["--home", "/nonexistent"])
            .args(words)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        assert!(output.status.success(), "{words:?}: {}", said(&output));
        String::from_utf8(output.stdout).unwrap()
    };
    for tongue in Tongue::ALL {
        let spoken = |words: &[&str]| run(&[&["--language", tongue.code()], words].concat());
        let never = spoken(&["guide", "never"]);
        assert!(never.contains(&*tongue.say(Word("guide-never-1"))), "{never}");
        assert!(never.starts_with("NIET GECLASSIFICEERD"), "{never}");
    }
    assert!(run(&["--language", "en", "guide"]).contains("recognise-child"));
    assert!(run(&["--language", "de", "guide", "--find", "Passphrase"]).contains("device"));
    let found = run(&[
        "--json",
        "--language",
        "de",
        "indicator",
        "search",
        "verhangte",
        "fenster",
        "--duty",
        "checkpoint",
    ]);
    let found: Value = serde_json::from_str(&found).unwrap();
    assert!(found.as_array().unwrap().iter().any(|one| one["id"] == "trn.covered_windows"), "{found}");
    let listed: Value = serde_json::from_str(&run(&["--json", "indicator", "list"])).unwrap();
    assert!(listed.as_array().unwrap().len() > 80);
    let place: Value =
        serde_json::from_str(&run(&["--json", "place", "34T", "DN", "89058", "48763"])).unwrap();
    assert_eq!((place["country"].as_str(), place["nearest"].as_array().map(Vec::len)), (Some("XK"), Some(5)));
    assert!(run(&["--language", "fr", "place", "mitrovca"]).contains("Kosovo"));
}
