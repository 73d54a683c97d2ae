//! No order of keys, pastes, pauses and sizes stops the desk or its pictures.

use proptest::prelude::*;
use vigilia::screens::observer::message::Effect;

use crate::any_message::message;
use crate::observer_typist::Typist;
use crate::picture;

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn any_keys_leave_a_desk_that_can_be_drawn(messages in prop::collection::vec(message(), 1..120)) {
        let mut typist = Typist::sits_down();
        typist.press("n");
        for message in messages {
            typist.hear(message);
            let picture = picture::of(&typist.state);
            prop_assert!(!picture.chars().any(|c| c.is_control() && c != '\n'));
        }
        // What was saved on the way reads back as it was saved.
        for effect in typist.asked.iter().rev() {
            if let Effect::Save(draft, _) = effect
                && let Ok(held) = typist.desk.draft(draft.id)
            {
                prop_assert_eq!(&held, draft.as_ref());
                break;
            }
        }
    }
}
