//! The contingent: who comes, who goes, and that no single key does either.

use std::fs;
use std::path::Path;

use tempfile::TempDir;
use vigilia::desks::enrolment::request;
use vigilia::desks::observer::ObserverDesk;
use vigilia::domain::observation::Language;
use vigilia::domain::people::Role;
use vigilia::screens::desk::message::Message;
use vigilia::vault::unlock::Vault;

use crate::commander::camp::{Camp, files, owed, three_days_on};
use crate::commander::typist::Typist;
use crate::stories::at;
use crate::support::realm::SeededDice;
use crate::support::sightings::grey_van;

/// A newcomer with his request on a stick, and the commander among his people.
fn newcomer(callsign: &str) -> (Typist, Vault, TempDir) {
    let mut camp = Camp::pitched();
    let vault = camp.realm.apply_as(Role::Observer, callsign, Some("KFOR1"), "new-device");
    let stick = tempfile::tempdir().unwrap();
    let asked = request(vault.profile(), at("2026-11-24T14:00:00Z")).unwrap();
    fs::write(stick.path().join("request"), asked.bytes()).unwrap();
    files(&mut camp.one, &mut camp.commander, (at("2026-11-21T13:00:00Z"), 11), |_| {});
    let mut typist = camp.sits_down(three_days_on());
    typist.press("4");
    (typist, vault, stick)
}

fn names(typist: &mut Typist, path: &Path) {
    typist.hear(Message::Paste(path.display().to_string()));
    typist.press("<Enter>");
}

fn install_file(stick: &TempDir) -> Option<Vec<u8>> {
    let files = fs::read_dir(stick.path()).unwrap().map(|entry| entry.unwrap().path());
    let mut found = files.filter(|path| path.extension().is_some_and(|ending| ending == "vigilia-member"));
    Some(fs::read(found.next()?).unwrap())
}

#[test]
fn everybody_stands_in_one_line_and_in_full() {
    let mut typist = owed();
    typist.press("4");
    typist.sees("commander_contingent");
    typist.press("<Enter>").sees("commander_contingent-one");
    typist.press("<Esc>/obs2<Enter>");
    let shown = typist.shown();
    assert!(shown.contains("KFOR1-OBS2") && !shown.contains("KFOR1-OBS1"), "{shown}");
    typist.press("/zzz").sees_its_look("commander_contingent-nobody-left");
}

#[test]
fn a_newcomer_is_enrolled_by_his_request_and_reports() {
    let (mut typist, mut vault, stick) = newcomer("KFOR1-OBS3");
    typist.press("n").sees("commander_contingent-which-request");
    names(&mut typist, &stick.path().join("request"));
    let fingerprint = vigilia::desks::identity::in_groups(vault.profile().me);
    assert!(typist.shown().contains(&fingerprint), "{}", typist.shown());
    typist.press("<BS><BS><BS>90");
    assert!(install_file(&stick).is_none());
    typist.press("<Enter>");
    assert!(install_file(&stick).is_none(), "the last question stands before it");
    typist.press("<Esc>");
    assert!(typist.shown().contains("90"), "{}", typist.shown());
    typist.press("<Enter><Enter>");
    let shown = typist.shown();
    assert!(shown.contains("KFOR1-OBS3 is enrolled") && shown.contains("vigilia-member"), "{shown}");
    typist.press("<Esc>");
    assert!(typist.shown().contains("enrolled here"), "{}", typist.shown());

    let now = at("2026-11-24T16:00:00Z");
    vigilia::desks::enrolment::install(&mut vault, &install_file(&stick).unwrap(), now).unwrap();
    let mut observer = ObserverDesk::open(vault).unwrap();
    let draft = observer.begin(Language::English, now, &mut SeededDice(40)).unwrap();
    let (id, draft) = (draft.id, grey_van(draft, now));
    observer.discard(id, now).unwrap();
    observer.keep(&draft, now).unwrap();
    observer.file(id, now).unwrap();
    assert_eq!(observer.pack(now, &mut SeededDice(41)).unwrap().len(), 1, "he can seal to his commander");
}

#[test]
fn who_asks_is_looked_at_before_anything_is_done() {
    let (mut typist, _, stick) = newcomer("KFOR1-OBS3");
    names(typist.press("n"), &stick.path().join("request"));
    // Keys are drawn anew in every run: the groups are put out of the picture's way.
    if let Some(vigilia::screens::commander::contingent::room::Open::Asked(asked)) =
        &mut typist.state.contingent.open
    {
        asked.applying.fingerprint = "0123 4567 89ab cdef 0123 4567 89ab cdef".to_owned();
    }
    typist.sees("commander_contingent-asked");
    typist.press("<Enter>").sees("commander_contingent-sure");
    typist.press("<Esc><Esc>");
    assert!(install_file(&stick).is_none() && !typist.shown().contains("KFOR1-OBS3"));
}

#[test]
fn what_is_no_request_is_said_so_and_changes_nothing() {
    let (mut typist, _, stick) = newcomer("KFOR1-OBS3");
    let other = stick.path().join("notes.txt");
    fs::write(&other, "no request").unwrap();
    names(typist.press("n"), &other);
    assert!(typist.shown().contains("holds no request"), "{}", typist.shown());
    typist.press("<Esc>n");
    names(&mut typist, stick.path());
    assert!(typist.shown().contains('!'), "{}", typist.shown());
}

#[test]
fn a_callsign_that_is_taken_is_enrolled_only_in_its_place() {
    let (mut typist, _, stick) = newcomer("KFOR1-OBS1");
    names(typist.press("n"), &stick.path().join("request"));
    typist.press("<Enter><Enter>");
    assert!(install_file(&stick).is_none(), "{}", typist.shown());
    typist.press("<Esc>");
    // The first in the list is KFOR1-OBS1.
    names(typist.press("l"), &stick.path().join("request"));
    assert!(typist.shown().contains("takes the place of KFOR1-OBS1"), "{}", typist.shown());
    typist.press("<Enter><Enter>");
    assert!(install_file(&stick).is_some(), "{}", typist.shown());
    typist.press("<Esc>");
    let shown = typist.shown();
    assert!(shown.contains("keys void") && shown.contains("enrolled here"), "{shown}");
}

#[test]
fn keys_become_void_for_a_reason_and_after_a_question() {
    let (mut typist, _, _stick) = newcomer("KFOR1-OBS3");
    typist.press("r<Down>").sees("commander_contingent-leaving");
    typist.press("<Enter>").sees_its_look("commander_contingent-leaving-sure");
    typist.press("<Esc>");
    assert!(typist.desk.contingent().unwrap().iter().all(|member| member.revoked.is_none()));
    typist.press("<Enter><Enter>");
    let shown = typist.shown();
    assert!(shown.contains("The keys of KFOR1-OBS1 are void from report 2 on"), "{shown}");
    typist.press("<End>").sees("commander_contingent-void");
    typist.press("r");
    assert!(typist.shown().contains("Select somebody whose keys are good"), "{}", typist.shown());
}

/// Any keys but two Enter in a row: nobody comes and nobody goes.
#[test]
fn keys_at_random_enrol_and_revoke_nobody() {
    let (mut typist, _, stick) = newcomer("KFOR1-OBS3");
    let keys =
        ["n", "l", "r", "<Down>", "<Up>", "7", "<BS>", "<Esc>", "<Enter>", "q", "y", "<Tab>", "/", "x"];
    let before = typist.desk.contingent().unwrap();
    let (mut dice, mut last) = (7_u32, "");
    for _ in 0..400 {
        dice = dice.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let key = keys[usize::try_from(dice >> 16).unwrap() % keys.len()];
        if key == "<Enter>" && last == "<Enter>" {
            continue;
        }
        last = key;
        typist.press("4");
        typist.press(key);
    }
    assert_eq!(typist.desk.contingent().unwrap(), before);
    assert!(install_file(&stick).is_none());
}
