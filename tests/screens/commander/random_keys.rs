//! No order of keys, pastes, pauses and sizes stops the desk or its pictures.

use crossterm::event::KeyCode;
use proptest::prelude::*;
use vigilia::screens::commander::batch::room::Asking;
use vigilia::screens::commander::message::Message;

use crate::any_message::message;
use crate::commander::camp;
use crate::picture;

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    #[test]
    fn any_keys_leave_a_desk_that_can_be_drawn(messages in prop::collection::vec(message(), 1..120)) {
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
