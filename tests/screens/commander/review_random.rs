//! No order of keys in a review changes a report, or signs without the key that signs.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use proptest::prelude::*;
use vigilia::screens::commander::state::Screen;
use vigilia::screens::desk::message::Message;

use crate::commander::camp::a_day;
use crate::picture;

fn key() -> impl Strategy<Value = KeyEvent> {
    let named = prop::sample::select(vec![
        KeyCode::Tab,
        KeyCode::BackTab,
        KeyCode::Enter,
        KeyCode::Esc,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::PageUp,
        KeyCode::PageDown,
        KeyCode::Delete,
        KeyCode::Backspace,
        KeyCode::F(1),
        KeyCode::F(3),
        KeyCode::F(8),
    ]);
    let letter = "[a-z1-6 ?]".prop_map(|text| KeyCode::Char(text.chars().next().unwrap()));
    let plain = prop_oneof![3 => named, 3 => letter, 1 => any::<char>().prop_map(KeyCode::Char)];
    let ctrl =
        "[fzuwhy]".prop_map(|text| (KeyCode::Char(text.chars().next().unwrap()), KeyModifiers::CONTROL));
    prop_oneof![8 => plain.prop_map(|code| (code, KeyModifiers::NONE)), 1 => ctrl]
        .prop_map(|(code, held)| KeyEvent::new(code, held))
}

/// The keys that sign, or answer what a signing key asked.
fn may_sign(key: KeyEvent) -> bool {
    match key.code {
        KeyCode::Enter | KeyCode::F(8) => true,
        KeyCode::Char('f') => key.modifiers == KeyModifiers::CONTROL,
        KeyCode::Char('y' | 'n') => key.modifiers.is_empty(),
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]
    #[test]
    fn any_keys_leave_the_reports_as_signed_and_sign_only_by_the_key_that_signs(
        keys in prop::collection::vec(key(), 1..160), wide in any::<bool>()
    ) {
        let mut commander = a_day();
        let order = commander.owed();
        let bytes = |commander: &mut super::typist::Typist| -> Vec<Vec<u8>> {
            let read = |report| commander.desk.vault().statement(report).unwrap().bytes().to_vec();
            order.iter().copied().map(read).collect()
        };
        let before = bytes(&mut commander);
        if wide {
            commander.hear(Message::Resized(120, 40));
        }
        commander.opens(0);
        for key in keys {
            let signed = commander.signings();
            commander.hear(Message::Key(key));
            prop_assert!(may_sign(key) || commander.signings() == signed, "{key:?} signed");
            let picture = picture::of(&commander.state);
            prop_assert!(!picture.chars().any(|c| c.is_control() && c != '\n'));
            if commander.state.screen != Screen::Review {
                commander.opens(0);
            }
        }
        prop_assert_eq!(&bytes(&mut commander), &before);
        let forwarded = commander.desk.sent().unwrap().reports.len();
        let everything = commander.owed().len() + forwarded;
        prop_assert_eq!(everything, before.len(), "every report is owed, or released and forwarded");
    }
}
