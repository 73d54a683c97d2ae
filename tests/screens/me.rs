//! Who sits here: what is chosen is in force at once and kept, and the passphrase can be changed.

use vigilia::domain::observation::Language;
use vigilia::language::tongue::Tongue;
use vigilia::screens::kit::theme::ThemeName;
use vigilia::vault::settings::Theme;
use vigilia::vault::unlock::Vault;

use crate::observer_typist::Typist;
use crate::stories;
use crate::support::realm::{PASSPHRASE, noon, passphrase};

#[test]
fn it_tells_who_sits_here_and_whether_the_clock_can_be_right() {
    let mut typist = stories::answered();
    typist.press("5").sees_its_look("me");
    typist.moment.now -= chrono::TimeDelta::hours(6);
    typist.press("5").sees_its_look("me-clock-wrong");
}

#[test]
fn what_is_chosen_is_in_force_at_once_and_kept() {
    let mut typist = Typist::sits_down();
    typist.press("5<Right><Down><Right><Right><Down><Left><Left>");
    assert_eq!((typist.state.front.tongue, typist.state.front.theme), (Tongue::Dutch, ThemeName::Night));
    let kept = typist.desk.settings().unwrap();
    assert_eq!((kept.language, kept.theme), (Some(Language::Dutch), Some(Theme::Night)));
    assert_eq!(kept.lock_after.minutes(), 2);
    assert!(typist.shown().contains("2 minuten zonder toets"), "{}", typist.shown());
    typist.press("<Left><Left>");
    assert_eq!(typist.desk.settings().unwrap().lock_after.minutes(), 60, "it goes round and is never off");
}

#[test]
fn about_names_the_version_and_the_licence() {
    Typist::sits_down().press("5<End><Enter>").sees("about").press("<Esc>");
}

#[test]
fn another_passphrase_opens_the_vault_and_the_old_one_no_longer_does() {
    let mut typist = Typist::sits_down();
    typist.press("5<Down><Down><Down><Enter>").sees("passphrase");
    typist.press(PASSPHRASE).press("<Tab>four walls and a roof<Enter>four walls and a roof");
    assert!(!typist.shown().contains("four"), "it is never shown");
    assert!(!format!("{:?}", typist.state).contains("four walls"), "and never told");
    typist.press("<Enter>");
    assert!(
        typist.shown().contains("The new passphrase opens this device from now on."),
        "{}",
        typist.shown()
    );
    let home = typist.realm.home("KFOR1-OBS1");
    drop(typist.desk);
    let four_walls = vigilia::crypto::secret::Passphrase::new("four walls and a roof".to_owned());
    assert!(Vault::unlock(&home, &four_walls, noon(1)).is_ok());
    assert!(Vault::unlock(&home, &passphrase(), noon(1)).is_err());
}

#[test]
fn what_cannot_be_a_passphrase_is_said_before_anything_is_tried() {
    let mut typist = Typist::sits_down();
    typist.press("5<Down><Down><Down><Enter>");
    for (keys, said) in [
        ("<Tab><Tab><Enter>", "Type the one you use now first."),
        ("<Tab>old<Tab>short<Tab><Enter>", "fewer than 12 characters"),
        ("<S-Tab><C-w>four walls and a roof<Tab>four walls<Enter>", "The two new ones differ."),
    ] {
        typist.press(keys);
        assert!(typist.shown().contains(said), "{said}: {}", typist.shown());
        assert!(typist.state.errand.is_none());
    }
    typist.sees("passphrase-differs");
    typist.press(" and a roof<Enter>");
    assert!(typist.shown().contains("passphrase"), "the old one does not fit: {}", typist.shown());
    typist.sees("passphrase-wrong");
}

#[test]
fn while_it_is_changed_nothing_can_be_stopped_half_way() {
    let mut typist = Typist::sits_down();
    typist.press("5<Down><Down><Down><Enter>old<Tab>four walls and a roof<Tab>four walls and a roof");
    typist.press_in_vain("<Enter>");
    typist.sees("lent-passphrase");
}
