//! A vault that an older program wrote, kept as it was: opened today, everything is there.

use std::fs;
use std::path::Path;

use vigilia::desks::observer::ObserverDesk;
use vigilia::domain::observation::Language;
use vigilia::vault::settings::{LockAfter, Setting, Settings};
use vigilia::vault::unlock::Vault;

use crate::support::realm::{SeededDice, noon, passphrase};

/// `old_vaults/1` was made before there were settings, summaries and seen answers: one report, filed and packed, and one
/// draft.
#[test]
fn a_vault_of_the_first_tables_opens_with_everything_in_it() {
    let home = tempfile::tempdir().unwrap();
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/journeys/old_vaults/1");
    for name in ["vault.db", "vault.key.age"] {
        fs::copy(old.join(name), home.path().join(name)).unwrap();
    }
    let open = || ObserverDesk::open(Vault::unlock(home.path(), &passphrase(), noon(60)).unwrap()).unwrap();
    let mut desk = open();
    desk.vault().check().unwrap();
    let listed = desk.report_list().unwrap();
    assert_eq!((listed.len(), listed[0].sequence, listed[0].unseen), (1, 1, 0));
    assert_eq!(listed[0].place.as_ref().unwrap().as_str(), "checkpoint north of Mitrovica");
    assert_eq!(listed[0].indicators[0].as_str(), "trn.covered_windows");
    assert_eq!(desk.report(listed[0].id).unwrap().held.digest, listed[0].digest);
    let marks = desk.vault().marks().unwrap();
    assert_eq!(marks[0].marks[0].text(), "01482KD", "what reports are compared by was made for it");
    assert!(marks[0].spot.is_some() && marks[0].facts.is_some());
    let drafts = desk.drafts().unwrap();
    assert_eq!((drafts.len(), drafts[0].0.language), (1, Language::Dutch));
    assert_eq!(drafts[0].0.facts.as_ref().unwrap().as_str(), "Grijze bestelwagen, ruiten afgedekt.");
    assert!(desk.vault().custody().unwrap().len() > 1, "the log is one chain");
    assert_eq!(desk.waiting().unwrap().packets.len(), 1);
    assert!(desk.pack(noon(61), &mut SeededDice(1)).unwrap().is_empty(), "nothing is packed twice");

    assert_eq!(desk.vault().begun_review(listed[0].digest).unwrap(), None);

    // And what is new works in it, and lasts.
    let packet = vigilia::domain::ids::Digest::from_bytes([7; 32]);
    desk.vault().could_not_read(packet, "nobody can open it", noon(61)).unwrap();
    assert_eq!(desk.vault().still_unread(packet).unwrap().as_deref(), Some("nobody can open it"));
    assert_eq!(desk.settings().unwrap(), Settings::default());
    desk.set(Setting::LockAfter(LockAfter::new(10).unwrap())).unwrap();
    drop(desk);
    assert_eq!(open().settings().unwrap().lock_after.minutes(), 10);
}
