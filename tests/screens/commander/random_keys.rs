//! No order of keys, pastes, pauses and sizes stops the desk or its pictures.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use proptest::prelude::*;
use vigilia::screens::commander::batch::room::Asking;
use vigilia::screens::commander::message::Message;

use crate::commander::camp;
use crate::picture;

fn key() -> impl Strategy<Value = Message> {
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
        KeyCode::F(2),
        KeyCode::F(3),
        KeyCode::F(4),
        KeyCode::F(5),
        KeyCode::F(6),
        KeyCode::F(8),
        KeyCode::F(9),
        KeyCode::F(12),
        KeyCode::Null,
        KeyCode::Insert,
    ]);
    let plain = prop_oneof![3 => named, 3 => "[nodtcqyk?~/ 0-9a-z1-5/wrvpx+-]".prop_map(|text| KeyCode::Char(text.chars().next().unwrap())), 1 => any::<char>().prop_map(KeyCode::Char)];
    let ctrl = "[flowazuedhqnpy]"
        .prop_map(|text| KeyEvent::new(KeyCode::Char(text.chars().next().unwrap()), KeyModifiers::CONTROL));
    let sizes = prop::sample::select(vec![(80, 24), (120, 40), (200, 60), (79, 24), (1, 1), (0, 0), (80, 3)]);
    prop_oneof![
        12 => plain.prop_map(|code| Message::Key(KeyEvent::new(code, KeyModifiers::NONE))),
        3 => ctrl.prop_map(Message::Key),
        1 => any::<String>().prop_map(Message::Paste),
        1 => sizes.prop_map(|(columns, rows)| Message::Resized(columns, rows)),
        1 => Just(Message::Tick),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    #[test]
    fn any_keys_leave_a_desk_that_can_be_drawn(messages in prop::collection::vec(key(), 1..120)) {
        let mut typist = camp::owed();
        for message in messages {
            // A folder that chance has named is no place to write to.
            let names = matches!(typist.state.batch.asking, Some(Asking::Folder(_)));
            if names && matches!(&message, Message::Key(key) if key.code == KeyCode::Enter) {
                continue;
            }
            typist.hear(message);
            let picture = picture::of(&typist.state);
            prop_assert!(!picture.chars().any(|c| c.is_control() && c != '\n'));
        }
        // Whatever was pressed, everything that was owed is owed or forwarded, and nothing is gone.
        let forwarded = typist.desk.sent().unwrap().reports.len();
        prop_assert_eq!(typist.desk.queue().unwrap().len() + forwarded, 7);
    }
}
