//! Whatever a person, a cat or a terminal may do to a desk.

use std::fmt::Debug;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use proptest::prelude::*;
use vigilia::screens::desk::message::Message;

/// A key, a paste, another size or a pause.
pub fn message<T: Debug + Clone>() -> impl Strategy<Value = Message<T>> {
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
    let plain = prop_oneof![3 => named, 3 => "[a-z0-9 ?~/+-]".prop_map(|text| KeyCode::Char(text.chars().next().unwrap())), 1 => any::<char>().prop_map(KeyCode::Char)];
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
