//! A vault that is wiped, at any moment; locked; given another passphrase.

use std::fs;
use std::path::{Path, PathBuf};

use vigilia::crypto::passphrase::{WorkFactor, open_with_passphrase};
use vigilia::crypto::secret::Passphrase;
use vigilia::desks::observer::ObserverDesk;
use vigilia::domain::observation::Language;
use vigilia::domain::people::Role;
use vigilia::vault::error::VaultError;
use vigilia::vault::settings::{Setting, Settings, Theme};
use vigilia::vault::unlock::Vault;
use vigilia::vault::wipe::{Unsent, Wiped, wipe};

use crate::support::realm::{SeededDice, TestRealm, cast, noon, passphrase};
use crate::support::sightings::files_a_report;

fn closed_profile(realm: &TestRealm) -> PathBuf {
    drop(realm.apply(Role::Observer, "KFOR1-OBS1", Some("KFOR1")));
    realm.home("KFOR1-OBS1")
}

fn unlock(home: &Path) -> Result<Vault, VaultError> {
    Vault::unlock(home, &passphrase(), noon(0))
}

fn phrase(words: &str) -> Passphrase {
    Passphrase::new(words.to_owned())
}

fn names(home: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(home)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn what_would_be_lost_is_counted_before_a_wipe() {
    let mut cast = cast();
    let desk = &mut cast.observer;
    assert_eq!(desk.unsent().unwrap(), Unsent::default());
    files_a_report(desk, noon(0), 5);
    files_a_report(desk, noon(1), 6);
    desk.begin(Language::French, noon(2), &mut SeededDice(9)).unwrap();
    assert_eq!(desk.unsent().unwrap(), Unsent { reports: 2, drafts: 1, packets: 0 });
    let packets = desk.pack(noon(3), &mut SeededDice(10)).unwrap();
    assert_eq!(desk.unsent().unwrap(), Unsent { reports: 2, drafts: 1, packets: 1 });
    desk.vault().carried(packets[0], vigilia::vault::packets::RoadName::Folder, noon(4)).unwrap();
    assert_eq!(desk.unsent().unwrap(), Unsent { reports: 0, drafts: 1, packets: 0 });
}

#[test]
fn a_wipe_leaves_nothing_of_a_vault_and_touches_nothing_else() {
    let realm = TestRealm::live("LIVE");
    let home = closed_profile(&realm);
    let leftovers =
        [".vault-a1B2c3.part", "vault.db-wal", "vault.db-shm", "vault.db-journal", "vault.attempts"];
    for name in leftovers {
        fs::write(home.join(name), b"old bytes").unwrap();
    }
    fs::write(home.join("letter.txt"), b"not ours").unwrap();
    assert_eq!(wipe(&home).unwrap(), Wiped { open_elsewhere: false });
    assert_eq!(names(&home), ["letter.txt"]);
    assert!(matches!(unlock(&home), Err(VaultError::NoVault)));
    assert!(matches!(wipe(&home), Err(VaultError::NoVault)), "there is nothing left to wipe");
    // A new profile may be made there.
    closed_profile(&realm);
    assert!(unlock(&home).is_ok());
}

/// On Unix a name that is gone may still be held open. What it held is looked at through that.
#[cfg(unix)]
#[test]
fn the_sealed_key_is_overwritten_where_it_lay() {
    use std::io::Read;
    let realm = TestRealm::live("LIVE");
    let home = closed_profile(&realm);
    let held = fs::File::open(home.join("vault.key.age")).unwrap();
    wipe(&home).unwrap();
    let mut bytes = Vec::new();
    held.take(1 << 20).read_to_end(&mut bytes).unwrap();
    assert!(bytes.len() > 100 && bytes.iter().all(|byte| *byte == 0));
}

#[test]
fn a_wipe_cut_short_anywhere_opens_for_nobody_says_so_and_is_finished_by_another() {
    let realm = TestRealm::live("LIVE");
    let home = closed_profile(&realm);
    let key = home.join("vault.key.age");
    let length = fs::read(&key).unwrap().len();
    // Power failed after the key was overwritten, and after its name was gone.
    let steps: [&dyn Fn(); 2] =
        [&|| fs::write(&key, vec![0; length]).unwrap(), &|| fs::remove_file(&key).unwrap()];
    for step in steps {
        step();
        let told = unlock(&home).err().unwrap();
        assert!(matches!(told, VaultError::KeyGone), "{told:?}");
        assert!(told.to_string().contains("vigilia store wipe"), "{told}");
        let copy = tempfile::tempdir().unwrap();
        for name in names(&home) {
            fs::copy(home.join(&name), copy.path().join(&name)).unwrap();
        }
        wipe(copy.path()).unwrap();
        assert_eq!(names(copy.path()), Vec::<String>::new());
    }
    // Nor is a new profile made over what is left of the old one.
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
    assert!(matches!(made, Err(vigilia::desks::error::DeskError::Vault(VaultError::KeyGone))));
}

#[test]
fn an_open_vault_can_be_wiped_from_outside_and_that_is_told() {
    let realm = TestRealm::live("LIVE");
    let open = realm.apply(Role::Observer, "KFOR1-OBS1", Some("KFOR1"));
    let home = realm.home("KFOR1-OBS1");
    assert_eq!(wipe(&home).unwrap(), Wiped { open_elsewhere: true });
    drop(open);
    assert_eq!(names(&home), Vec::<String>::new(), "closing it makes nothing anew");
    assert!(matches!(unlock(&home), Err(VaultError::NoVault)));
}

#[test]
fn a_new_passphrase_opens_and_the_old_one_does_not() {
    let realm = TestRealm::live("LIVE");
    let home = closed_profile(&realm);
    let vault = unlock(&home).unwrap();
    let new = phrase("vier losse woorden samen");
    let change =
        |old: &Passphrase, new: &Passphrase| vault.change_passphrase(old, new, WorkFactor::LEAST, noon(0));
    let before = fs::read(home.join("vault.key.age")).unwrap();
    assert!(matches!(change(&phrase("not the old one"), &new), Err(VaultError::WrongPassphrase { .. })));
    assert!(matches!(change(&passphrase(), &phrase("eleven char")), Err(VaultError::TooShort)));
    assert_eq!(fs::read(home.join("vault.key.age")).unwrap(), before);
    change(&passphrase(), &new).unwrap();
    drop(vault);
    assert!(matches!(unlock(&home), Err(VaultError::WrongPassphrase { .. })));
    assert!(Vault::unlock(&home, &new, noon(0)).is_ok());
    // The key is the same: only what it is sealed with changed. A copy made before still opens with the old one.
    let sealed = fs::read(home.join("vault.key.age")).unwrap();
    let (then, now) =
        (open_with_passphrase(&before, &passphrase(), 32), open_with_passphrase(&sealed, &new, 32));
    assert_eq!(then.unwrap().expose(), now.unwrap().expose());
    assert_eq!(names(&home), ["vault.db", "vault.key.age", "vault.lock"]);
}

#[test]
fn what_an_interrupted_change_of_passphrase_left_is_swept_away() {
    let realm = TestRealm::live("LIVE");
    let home = closed_profile(&realm);
    fs::copy(home.join("vault.key.age"), home.join(".vault-x1Y2z3.part")).unwrap();
    drop(unlock(&home).unwrap());
    assert_eq!(names(&home), ["vault.db", "vault.key.age", "vault.lock"]);
}

/// To lock is to drop. What the keys do when they are dropped stands in their types; that no file stays open is seen
/// here.
#[cfg(target_os = "linux")]
#[test]
fn a_locked_vault_holds_no_file_open() {
    let mut cast = cast();
    files_a_report(&mut cast.observer, noon(0), 5);
    let home = cast.realm.home("KFOR1-OBS1");
    let held_open = || {
        let open = fs::read_dir("/proc/self/fd").unwrap();
        let files = open.filter_map(|entry| fs::read_link(entry.ok()?.path()).ok());
        files.filter(|file| file.starts_with(&home)).count()
    };
    assert!(held_open() >= 2, "the database and the lock");
    drop(cast.observer);
    assert_eq!(held_open(), 0);
    assert_eq!(ObserverDesk::open(unlock(&home).unwrap()).unwrap().report_list().unwrap().len(), 1);
}

#[test]
fn a_new_choice_replaces_the_old_one_and_no_other() {
    let mut cast = cast();
    cast.observer.set(Setting::Theme(Theme::Night)).unwrap();
    cast.observer.set(Setting::Language(Language::Dutch)).unwrap();
    let settings = cast.observer.settings().unwrap();
    assert_eq!((settings.theme, settings.language), (Some(Theme::Night), Some(Language::Dutch)));
    cast.observer.set(Setting::Language(Language::German)).unwrap();
    let settings = cast.observer.settings().unwrap();
    assert_eq!(settings, Settings { language: Some(Language::German), ..settings });
}
