//! Files of a report: a real photograph on a real disk, attached by keys.

use std::path::{Path, PathBuf};

use vigilia::domain::draft::DraftField;
use vigilia::domain::observation_terms::{PositionMethod, TimePrecision};
use vigilia::screens::observer::form::entries::Entry;
use vigilia::screens::observer::form::report_form::Over;
use vigilia::screens::observer::message::Effect;

use crate::observer_typist::Typist;
use crate::support::photographs::{Facts, jpeg, noisy};

/// From the first field to "Files".
const TO_FILES: &str = "n<PgUp><PgUp>";

/// A folder on a real disk, gone with the test.
struct Stick(PathBuf);

impl Stick {
    fn with(name: &str, files: &[(&str, &[u8])]) -> Self {
        let folder = PathBuf::from(format!("/tmp/vigilia-{name}-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("DCIM")).unwrap();
        for (name, bytes) in files {
            std::fs::write(folder.join(name), bytes).unwrap();
        }
        Self(folder)
    }

    fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Stick {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn photo() -> Vec<u8> {
    jpeg(&noisy(640, 480, 200, 3), 640, 480, 90, Some(&Facts::mitrovica()))
}

#[test]
fn a_photograph_is_attached_by_keys_and_what_its_camera_wrote_is_only_offered() {
    let stick = Stick::with("photo", &[("DCIM/van.jpg", &photo())]);
    let mut typist = Typist::sits_down();
    typist.press(TO_FILES);
    assert_eq!(typist.form().focused(), Entry::Files);
    typist.press("<Enter>").sees("files-none");
    typist.press(&format!("{}/D<Tab>v<Tab>", stick.path().display()));
    assert!(typist.form().files.path.text().ends_with("/DCIM/van.jpg"));
    typist.press("<Enter>").sees_in("files-attached", (80, 24)).sees_in("files-attached", (120, 40));
    let draft = typist.form().draft.clone();
    assert!(!draft.attachments.is_empty());
    assert_eq!(typist.desk.draft(draft.id).unwrap(), draft);
    assert_eq!(
        typist.form().files.path.text(),
        "",
        "a path stands on the screen no longer than it is needed"
    );
    assert!(draft.place.is_none(), "nothing is taken over by itself");
    typist.press("<F4><F5>").sees_in("files-taken-over", (80, 24));
    let draft = typist.form().draft.clone();
    assert_eq!(draft.observed.as_ref().unwrap().precision(), TimePrecision::About);
    assert_eq!(draft.place.as_ref().unwrap().position().unwrap().method, PositionMethod::Gps);
    assert_eq!(typist.desk.draft(draft.id).unwrap(), draft);
    typist.press("<Esc>").sees("form-with-file");
    typist.press("<Enter><F8>");
    assert!(typist.form().draft.attachments.is_empty());
    assert!(typist.desk.draft(draft.id).unwrap().attachments.is_empty());
}

#[test]
fn a_file_that_cannot_be_attached_is_refused_with_the_reason() {
    let stick = Stick::with("refused", &[("empty.txt", b"")]);
    let mut typist = Typist::sits_down();
    typist.press(TO_FILES).press("<Enter><Enter>");
    assert!(typist.shown().contains("! Type where the file is"), "{}", typist.shown());
    for (name, said) in [
        ("empty.txt", "This file is empty"),
        ("none.txt", "There is no file of that name"),
        ("DCIM", "This is a folder"),
    ] {
        typist.press(&format!("{}/{name}<Enter>", stick.path().display()));
        assert!(typist.shown().contains(said), "{}", typist.shown());
        typist.press("<C-w>");
    }
    assert!(typist.form().draft.attachments.is_empty());
    assert!(!typist.asked.iter().any(|effect| matches!(effect, Effect::Save(_, DraftField::Attachments))));
}

#[test]
fn what_must_never_be_copied_takes_no_file_and_the_row_says_so_beforehand() {
    let mut typist = Typist::sits_down();
    typist
        .press("n<Tab><Tab><Tab><Enter>abuse seen<Enter><Esc><PgUp><PgUp><PgUp><PgUp><PgUp>")
        .sees("files-forbidden");
    assert_eq!(typist.form().focused(), Entry::Files);
    typist.press("<Enter>");
    assert_eq!(typist.form().over, Over::Nothing);
    assert!(typist.shown().contains("forbids any picture or file"), "{}", typist.shown());
}

#[test]
fn what_forbids_files_after_one_was_attached_holds_up_filing_until_it_is_off() {
    let stick = Stick::with("after", &[("note.txt", b"a note")]);
    let mut typist = Typist::sits_down();
    typist
        .press(TO_FILES)
        .press("<Enter>")
        .press(&format!("{}/note.txt<Enter><Esc>", stick.path().display()));
    typist.press("<PgDn><PgDn><PgDn>Gate 1<Tab><Tab><Enter>abuse seen<Enter><Esc><C-f><Enter>");
    assert_eq!(typist.form().focused(), Entry::Files);
    typist.press("<Enter><F8><C-f><Enter>");
    assert_eq!(typist.desk.reports().unwrap().len(), 1);
}
