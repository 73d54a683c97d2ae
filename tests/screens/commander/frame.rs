//! The desk around its rooms: tabs, help, guide, who sits here, and another passphrase.

use vigilia::language::tongue::Tongue;
use vigilia::screens::commander::keys::ROOMS;
use vigilia::screens::commander::message::Effect;
use vigilia::screens::commander::room::Room;
use vigilia::screens::commander::{batch, contingent, queue, sent};
use vigilia::screens::desk::keys::{Context, KEYS};
use vigilia::screens::desk::message::Message;
use vigilia::screens::kit::keymap::HelpLine;
use vigilia::vault::unlock::Vault;

use crate::commander::camp;
use crate::support::realm::{PASSPHRASE, noon, passphrase};

#[test]
fn the_rooms_are_a_digit_or_a_tab_away_and_escape_leads_home() {
    let mut typist = camp::nothing_owed();
    for (key, room) in ["1", "2", "3", "4", "5", "6"].into_iter().zip(Room::ALL) {
        typist.press(key);
        assert_eq!(typist.state.room(), room);
        typist.press("<Tab>");
        assert_eq!(typist.state.room(), room.next());
        typist.press("<S-Tab>");
        assert_eq!(typist.state.room(), room);
        typist.press("<Esc>");
        assert_eq!(typist.state.room(), Room::Queue);
    }
}

#[test]
fn rooms_and_who_sits_here_are_shown_in_every_language() {
    let mut typist = camp::nothing_owed();
    typist.press("6").sees_its_look("commander_me");
    typist.press("5").sees_its_look("commander_guide");
    typist.press("1<F1>").sees("commander_help");
}

#[test]
fn the_help_begins_with_the_keys_of_the_room_and_tells_every_key() {
    let mut typist = camp::owed();
    typist.press("?");
    let shown = typist.shown();
    assert!(shown.lines().nth(2).unwrap().contains("In the queue"), "{shown}");
    let mut read = String::new();
    for _ in 0..40 {
        read.push_str(&typist.shown());
        typist.press("<PgDn>");
    }
    let all = queue::keys::HELP.iter().flat_map(|(place, _)| queue::keys::KEYS.help(*place));
    let all = all.chain(ROOMS.help(())).chain(KEYS.help(Context::Rooms)).chain(KEYS.help(Context::Anywhere));
    for HelpLine { keys, label } in all {
        let label = Tongue::English.say(label);
        assert!(read.lines().any(|line| line.contains(&keys) && line.contains(&*label)), "{keys} {label}");
    }
}

#[test]
fn the_way_to_the_help_stands_in_the_bar_of_every_room_in_every_language() {
    let mut typist = camp::owed();
    for tongue in Tongue::ALL {
        typist.state.front.tongue = tongue;
        for room in ["1", "2", "3", "4", "5", "6"] {
            let shown = typist.press(room).shown();
            let bar = shown.lines().rev().find(|line| line.contains("F1"));
            assert!(
                bar.is_some_and(|bar| bar.contains(&*tongue.say(KEYS.bar(&[Context::Anywhere])[0].label))),
                "{tongue:?} {room}: {shown}"
            );
        }
    }
    assert_eq!(queue::keys::KEYS.clashes(), []);
    assert_eq!(batch::keys::KEYS.clashes(), []);
    assert_eq!(sent::keys::KEYS.clashes(), []);
    assert_eq!(contingent::keys::KEYS.clashes(), []);
}

#[test]
fn another_passphrase_opens_the_commanders_vault() {
    let mut typist = camp::nothing_owed();
    typist.press("6<Down><Down><Down><Enter>").press(PASSPHRASE);
    typist.press("<Tab>four walls and a roof<Enter>four walls and a roof<Enter>");
    assert!(typist.shown().contains("The new passphrase opens this device"), "{}", typist.shown());
    let home = typist.realm.home("KFOR1-CMD");
    drop(typist.desk);
    let four_walls = vigilia::crypto::secret::Passphrase::new("four walls and a roof".to_owned());
    assert!(Vault::unlock(&home, &four_walls, noon(5_000)).is_ok());
    assert!(Vault::unlock(&home, &passphrase(), noon(5_000)).is_err());
}

#[test]
fn language_and_colours_are_kept_and_leaving_takes_one_key() {
    let mut typist = camp::nothing_owed();
    assert!(matches!(typist.press_in_vain("<F3>").as_slice(), [Effect::Choose(_)]));
    assert!(matches!(typist.press_in_vain("<F2>").as_slice(), [Effect::Choose(_)]));
    assert_eq!(typist.press_in_vain("<C-c>"), [Effect::Leave]);
    assert_eq!(typist.press_in_vain("q"), [Effect::Leave]);
}

#[test]
fn a_window_that_is_too_small_says_so_and_takes_no_key_but_those_that_lead_out() {
    let mut typist = camp::owed();
    typist.hear(Message::Resized(79, 24));
    assert_eq!(typist.press_in_vain("<Down>/s u2<Enter>"), []);
    assert_eq!(typist.state.room(), Room::Queue);
    let shown = typist.shown();
    assert!(shown.contains("80 x 24"), "{shown}");
    assert_eq!(typist.press_in_vain("<C-c>"), [Effect::Leave]);
}
