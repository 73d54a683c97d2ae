//! A vault that cannot be opened is never made anew, and what was saved before stays safe.

use std::fs;
use std::path::Path;

use vigilia::crypto::passphrase::WorkFactor;
use vigilia::crypto::secret::Passphrase;
use vigilia::desks::observer::ObserverDesk;
use vigilia::domain::draft::DraftField;
use vigilia::domain::observation::Language;
use vigilia::domain::people::Role;
use vigilia::domain::text::Narrative;
use vigilia::vault::error::VaultError;
use vigilia::vault::unlock::Vault;
use vigilia::vault::wipe::wipe;

use crate::support::realm::{Cast, SeededDice, TestRealm, cast, noon, passphrase};
use crate::support::sightings::files_a_report;
use crate::tiny_disk::TinyDisk;

/// A profile that was made and closed.
fn closed_profile(realm: &TestRealm) -> std::path::PathBuf {
    drop(realm.apply(Role::Observer, "KFOR1-OBS1", Some("KFOR1")));
    realm.home("KFOR1-OBS1")
}

fn unlock(home: &Path, minutes: u32) -> Result<Vault, VaultError> {
    Vault::unlock(home, &passphrase(), noon(minutes))
}

fn refusal(home: &Path) -> VaultError {
    match unlock(home, 0) {
        Ok(_) => panic!("the vault opened"),
        Err(error) => error,
    }
}

#[test]
fn a_wrong_passphrase_changes_nothing_and_is_soon_made_to_wait() {
    let realm = TestRealm::live("LIVE");
    let home = closed_profile(&realm);
    let before = (fs::read(home.join("vault.db")).unwrap(), fs::read(home.join("vault.key.age")).unwrap());
    let wrong = Passphrase::new("not the passphrase".to_owned());
    for wait in [0, 0, 5] {
        let told = Vault::unlock(&home, &wrong, noon(0)).err();
        assert!(
            matches!(told, Some(VaultError::WrongPassphrase { seconds, .. }) if seconds == wait),
            "{told:?}"
        );
    }
    // Now even the right one waits: whoever tries must not learn by the clock which is which.
    let Err(VaultError::Throttled { until, seconds: 5 }) = unlock(&home, 0) else {
        panic!("it did not wait")
    };
    assert_eq!(until.seconds_since(noon(0)), 5);
    // A program that was started again knows it too, and so does a lock screen before anybody types.
    assert_eq!(Vault::closed_until(&home, noon(0)), Some(until));
    assert_eq!(Vault::closed_until(&home, until), None);
    assert_eq!(
        before,
        (fs::read(home.join("vault.db")).unwrap(), fs::read(home.join("vault.key.age")).unwrap())
    );
    assert!(unlock(&home, 1).is_ok());
    assert!(unlock(&home, 1).is_ok(), "a right passphrase ends the count");
}

#[test]
fn a_damaged_key_file_says_so_and_stays_as_it_is() {
    let realm = TestRealm::live("LIVE");
    let home = closed_profile(&realm);
    let file = home.join("vault.key.age");
    let whole = fs::read(&file).unwrap();
    for damaged in [&whole[..whole.len() / 2], &whole[..whole.len() - 1], b"", b"age-encryption.org/v1\n"] {
        fs::write(&file, damaged).unwrap();
        let error = refusal(&home);
        assert!(matches!(error, VaultError::KeyFileDamaged), "{error:?}");
        assert_eq!(fs::read(&file).unwrap(), damaged);
    }
    fs::write(&file, &whole).unwrap();
    assert!(unlock(&home, 0).is_ok());
}

#[test]
fn a_damaged_database_says_so_and_stays_as_it_is() {
    let realm = TestRealm::live("LIVE");
    let home = closed_profile(&realm);
    let file = home.join("vault.db");
    let whole = fs::read(&file).unwrap();
    let mut flipped = whole.clone();
    flipped[200] ^= 1;
    let cut = whole[..4096 + 77].to_vec();
    for damaged in [flipped, cut, vec![0; 4096]] {
        fs::write(&file, &damaged).unwrap();
        let error = refusal(&home);
        assert!(matches!(error, VaultError::Damaged), "{error:?}");
        assert_eq!(fs::read(&file).unwrap(), damaged, "never written over");
    }
    fs::write(&file, &whole).unwrap();
    unlock(&home, 0).unwrap().check().unwrap();
}

#[test]
fn a_missing_database_is_not_made_anew() {
    let realm = TestRealm::live("LIVE");
    let home = closed_profile(&realm);
    fs::remove_file(home.join("vault.db")).unwrap();
    assert!(matches!(refusal(&home), VaultError::Damaged));
    assert!(!home.join("vault.db").exists());
}

#[test]
fn an_unencrypted_database_in_its_place_is_not_opened() {
    let realm = TestRealm::live("LIVE");
    let home = closed_profile(&realm);
    let mut plain = b"SQLite format 3\0".to_vec();
    plain.resize(8192, 0);
    fs::write(home.join("vault.db"), &plain).unwrap();
    assert!(matches!(refusal(&home), VaultError::Damaged | VaultError::NotEncrypted));
    assert_eq!(fs::read(home.join("vault.db")).unwrap(), plain);
}

#[test]
fn another_profiles_key_does_not_open_it() {
    let realm = TestRealm::live("LIVE");
    let mine = closed_profile(&realm);
    drop(realm.apply(Role::Observer, "KFOR1-OBS2", Some("KFOR1")));
    fs::copy(realm.home("KFOR1-OBS2").join("vault.key.age"), mine.join("vault.key.age")).unwrap();
    assert!(matches!(refusal(&mine), VaultError::Damaged));
}

#[test]
fn two_programs_do_not_open_one_vault() {
    let realm = TestRealm::live("LIVE");
    let open = realm.apply(Role::Observer, "KFOR1-OBS1", Some("KFOR1"));
    assert!(matches!(refusal(&realm.home("KFOR1-OBS1")), VaultError::InUse));
    drop(open);
    assert!(unlock(&realm.home("KFOR1-OBS1"), 0).is_ok());
}

#[test]
fn a_profile_is_never_made_over_another() {
    let realm = TestRealm::live("LIVE");
    let home = closed_profile(&realm);
    let before = fs::read(home.join("vault.key.age")).unwrap();
    let applicant = vigilia::desks::enrolment::Applicant {
        role: Role::Observer,
        callsign: "KFOR1-OBS9".parse().unwrap(),
        contingent: "KFOR1".parse().ok(),
    };
    let made = vigilia::desks::enrolment::make_profile(
        &home,
        &passphrase(),
        WorkFactor::LEAST,
        realm.realm.clone(),
        applicant,
        noon(0),
    );
    assert!(made.is_err());
    assert_eq!(fs::read(home.join("vault.key.age")).unwrap(), before);
}

#[test]
fn a_draft_is_there_again_field_by_field() {
    let mut cast = cast();
    let home = cast.realm.home("KFOR1-OBS1");
    let mut draft = cast.observer.begin(Language::Dutch, noon(0), &mut SeededDice(3)).unwrap();
    draft.facts = Narrative::new("Grijze bestelwagen, ruiten afgedekt.").ok();
    cast.observer.save(&draft, DraftField::Facts, noon(1)).unwrap();
    draft.counts.women = 4;
    draft.assessment = Narrative::new("never saved").ok();
    cast.observer.save(&draft, DraftField::Counts, noon(2)).unwrap();
    // The program is killed here: nothing is closed, nothing is told.
    std::mem::drop(cast.observer);
    let desk = ObserverDesk::open(unlock(&home, 3).unwrap()).unwrap();
    let found = desk.draft(draft.id).unwrap();
    assert_eq!((found.facts, found.counts.women, found.language), (draft.facts, 4, Language::Dutch));
    assert_eq!(found.assessment, None, "only the field being typed is lost");
}

#[test]
fn no_file_of_the_vault_shows_a_word_of_it() {
    let mut cast = cast();
    files_a_report(&mut cast.observer, noon(0), 5);
    let home = cast.realm.home("KFOR1-OBS1");
    let mut files = 0;
    for file in fs::read_dir(&home).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        files += 1;
        for word in ["covered windows", "01-482-KD", "KFOR1-OBS1", "SILVER ARROW", "AGE-SECRET-KEY", "34TDN"]
        {
            assert!(!bytes.windows(word.len()).any(|window| window == word.as_bytes()), "{word}");
        }
    }
    assert!(files >= 3, "database, key and lock are there");
}

#[test]
fn a_wiped_profile_is_gone_at_once() {
    let realm = TestRealm::live("LIVE");
    let home = closed_profile(&realm);
    wipe(&home).unwrap();
    assert_eq!(fs::read_dir(&home).unwrap().count(), 0);
    assert!(matches!(refusal(&home), VaultError::NoVault));
}

/// A profile on a disk of its own.
fn profile_on(disk: &TinyDisk) -> (Cast, std::path::PathBuf) {
    let mut cast = cast();
    files_a_report(&mut cast.observer, noon(0), 5);
    let from = cast.realm.home("KFOR1-OBS1");
    let to = disk.path().join("obs");
    let cast = Cast { observer: ObserverDesk::open(moved(cast.observer, &from, &to)).unwrap(), ..cast };
    (cast, to)
}

/// Closes a profile, copies its folder, and opens the copy.
fn moved(desk: ObserverDesk, from: &Path, to: &Path) -> Vault {
    drop(desk);
    fs::create_dir_all(to).unwrap();
    for file in fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), to.join(file.file_name())).unwrap();
    }
    unlock(to, 1).unwrap()
}

#[test]
fn on_a_full_disk_what_was_saved_before_is_safe_and_the_rest_says_so() {
    let Some(disk) = TinyDisk::of(4_096) else { return };
    let (mut cast, home) = profile_on(&disk);
    let draft = cast.observer.begin(Language::English, noon(2), &mut SeededDice(9)).unwrap();
    disk.fill_up_to(0);
    let photo = vec![7; 1 << 20];
    let full = cast.observer.attach(draft.id, &photo, noon(3)).unwrap_err();
    assert!(full.to_string().contains("disk is full"), "{full}");
    drop(cast.observer);
    disk.make_room();
    let mut desk = ObserverDesk::open(unlock(&home, 4).unwrap()).unwrap();
    desk.vault().check().unwrap();
    assert_eq!(desk.reports().unwrap().len(), 1);
    assert_eq!(desk.draft(draft.id).unwrap().attachments, vec![]);
    // The bytes and the line that names them come together: nothing lies there that no draft would ever take away.
    let digest = vigilia::domain::ids::Digest::from_bytes(vigilia::crypto::digest::sha256(&photo));
    assert!(!desk.vault().holds_attachment(digest).unwrap());
    desk.attach(draft.id, &photo, noon(5)).unwrap();
}

#[test]
fn on_a_full_disk_a_draft_is_found_as_it_was_last_said_to_be_saved() {
    let Some(disk) = TinyDisk::of(4_096) else { return };
    let (mut cast, home) = profile_on(&disk);
    let mut draft = cast.observer.begin(Language::English, noon(2), &mut SeededDice(9)).unwrap();
    disk.fill_up_to(0);
    let mut saved = None;
    let refused = (0..10_000).find_map(|number| {
        draft.facts = Narrative::new(&format!("{number} {}", "words ".repeat(600))).ok();
        match cast.observer.save(&draft, DraftField::Facts, noon(3)) {
            Ok(at) => {
                assert_eq!(at, noon(3));
                saved.clone_from(&draft.facts);
                None
            }
            Err(error) => Some(error),
        }
    });
    assert!(refused.unwrap().to_string().contains("this was not saved"));
    drop(cast.observer);
    disk.make_room();
    let mut desk = ObserverDesk::open(unlock(&home, 4).unwrap()).unwrap();
    assert_eq!(desk.draft(draft.id).unwrap().facts, saved);
    desk.save(&draft, DraftField::Facts, noon(5)).unwrap();
    assert_eq!(desk.draft(draft.id).unwrap().facts, draft.facts);
}

#[test]
fn a_write_protected_folder_says_so_and_nothing_is_touched() {
    let Some(disk) = TinyDisk::of(4_096) else { return };
    let (cast, home) = profile_on(&disk);
    drop(cast.observer);
    disk.write_protect();
    let error = refusal(&home);
    assert!(matches!(error, VaultError::ReadOnly), "{error:?}");
    let realm = TestRealm::live("LIVE");
    let applicant = vigilia::desks::enrolment::Applicant {
        role: Role::Observer,
        callsign: "KFOR1-OBS9".parse().unwrap(),
        contingent: "KFOR1".parse().ok(),
    };
    let made = vigilia::desks::enrolment::make_profile(
        &disk.path().join("new"),
        &passphrase(),
        WorkFactor::LEAST,
        realm.realm.clone(),
        applicant,
        noon(0),
    );
    assert!(matches!(made, Err(vigilia::desks::error::DeskError::Vault(VaultError::ReadOnly))));
}
