//! What a message changes on the locked screen. No clock, no disk, no terminal.

use chrono::TimeDelta;
use crossterm::event::KeyEvent;
use zeroize::Zeroize;

use crate::language::word::Word;
use crate::screens::kit::event_loop::Moment;
use crate::screens::kit::keymap::Chord;
use crate::screens::lock::keys::{Command, Context, KEYS};
use crate::screens::lock::message::{Effect, Message, Told};
use crate::screens::lock::state::{Notice, Stage, State};
use crate::screens::lock::wipe_question::{self, Answer};

/// A passphrase half typed and left alone for this long is taken away.
const FORGOTTEN_AFTER: TimeDelta = TimeDelta::seconds(60);

/// Takes one message in.
pub fn update(state: &mut State, message: Message, moment: Moment) -> Option<Effect> {
    if let Stage::Waiting(from, seconds) = state.stage
        && moment.now < from
    {
        // The clock was set back: the vault counts anew from here, and so does the screen.
        state.stage = Stage::Waiting(moment.now, seconds);
    }
    state.last_key = state.last_key.min(moment.now);
    state.moment = moment;
    match message {
        Message::Key(key) => {
            state.last_key = moment.now;
            return press(state, key);
        }
        Message::Paste(mut text) => {
            state.last_key = moment.now;
            if std::mem::take(&mut state.asks_to_wipe) || !takes_letters(state) {
                text.zeroize();
            } else {
                state.entry.paste(text);
            }
        }
        Message::Resized(columns, rows) => state.size = (columns, rows),
        Message::Tick => {
            let alone = moment.now.signed_duration_since(state.last_key);
            if alone >= FORGOTTEN_AFTER && !state.entry.is_empty() {
                state.entry.clear();
            }
            if matches!(state.stage, Stage::Waiting(..)) && state.seconds_to_wait() == 0 {
                state.stage = Stage::Typing;
            }
        }
        Message::Told(told) => hear(state, told),
    }
    None
}

fn takes_letters(state: &State) -> bool {
    state.contexts().contains(&Context::Entry)
}

fn press(state: &mut State, key: KeyEvent) -> Option<Effect> {
    if state.asks_to_wipe {
        match wipe_question::answer(key) {
            Answer::Wipe => return Some(Effect::Wipe),
            Answer::Again => {}
            Answer::No => state.asks_to_wipe = false,
        }
        return None;
    }
    match KEYS.command(state.contexts(), key) {
        Some(Command::Unlock) => return unlock(state),
        Some(Command::Backspace) => state.entry.pop(),
        Some(Command::Clear) => state.entry.clear(),
        Some(Command::AskToWipe) => state.asks_to_wipe = true,
        Some(Command::Language) => state.tongue = state.tongue.next(),
        Some(Command::Theme) => state.theme = state.theme.next(),
        Some(Command::Redraw) => return Some(Effect::Redraw),
        Some(Command::Quit) => {
            state.entry.clear();
            return Some(Effect::Leave);
        }
        None => {
            if let Some(letter) = Chord::of(key).typed().filter(|_| takes_letters(state)) {
                state.entry.push(letter);
            }
        }
    }
    None
}

fn unlock(state: &mut State) -> Option<Effect> {
    // What was typed stays: it is tried when it may be.
    if state.entry.is_empty() || state.seconds_to_wait() > 0 {
        return None;
    }
    state.notices.clear();
    state.stage = Stage::Checking(state.moment.now);
    Some(Effect::Unlock(state.entry.take()))
}

fn hear(state: &mut State, told: Told) {
    let (notice, seconds) = match told {
        Told::Wrong(seconds) => (Word("lock-wrong").into(), seconds),
        Told::TooSoon(seconds) => (Word("lock-too-soon").into(), seconds),
        Told::Failed(why) => (why, 0),
    };
    state.notices = vec![Notice::Failed(notice)];
    state.stage = if seconds == 0 { Stage::Typing } else { Stage::Waiting(state.moment.now, seconds) };
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta, Utc};
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    use super::update;
    use crate::language::phrase::Phrase;
    use crate::language::tongue::Tongue;
    use crate::screens::kit::event_loop::Moment;
    use crate::screens::kit::theme::ThemeName;
    use crate::screens::lock::message::{Effect, Message, Told};
    use crate::screens::lock::state::{Stage, State};
    use crate::screens::lock::wipe_question::Loss;

    fn at(second: i64) -> Moment {
        let now = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::seconds(second);
        Moment { now, local: chrono::FixedOffset::east_opt(0).unwrap() }
    }

    fn locked() -> State {
        State::new(false, (ThemeName::Dark, Tongue::English), Loss::Unknown, (80, 24), at(0))
    }

    fn press(state: &mut State, code: KeyCode, second: i64) -> Option<Effect> {
        update(state, Message::Key(KeyEvent::new(code, KeyModifiers::NONE)), at(second))
    }

    fn write(state: &mut State, text: &str, second: i64) {
        text.chars().for_each(|c| assert!(press(state, KeyCode::Char(c), second).is_none()));
    }

    fn tried(effect: Option<Effect>) -> Option<String> {
        match effect {
            Some(Effect::Unlock(passphrase)) => Some(passphrase.expose().to_owned()),
            _ => None,
        }
    }

    #[test]
    fn what_was_typed_and_pasted_is_tried_and_no_longer_held() {
        let mut state = locked();
        assert!(press(&mut state, KeyCode::Enter, 0).is_none(), "nothing is tried for nothing");
        write(&mut state, "correct horsf", 0);
        press(&mut state, KeyCode::Backspace, 0);
        assert!(update(&mut state, Message::Paste("e battery\n".to_owned()), at(0)).is_none());
        assert_eq!(tried(press(&mut state, KeyCode::Enter, 1)).as_deref(), Some("correct horse battery"));
        assert!(state.entry.is_empty());
        assert_eq!(state.stage, Stage::Checking(at(1).now));
        // Meanwhile nothing is typed and nothing is tried twice.
        write(&mut state, "impatient", 1);
        assert!(press(&mut state, KeyCode::Enter, 1).is_none());
        assert!(state.entry.is_empty());
    }

    #[test]
    fn a_wait_is_counted_down_and_what_is_typed_meanwhile_is_kept_until_then() {
        let mut state = locked();
        update(&mut state, Message::Told(Told::Wrong(5)), at(10));
        write(&mut state, "horse", 11);
        assert_eq!(state.seconds_to_wait(), 4);
        assert!(press(&mut state, KeyCode::Enter, 14).is_none());
        // The clock is set back by an hour; the wait begins anew and ends.
        update(&mut state, Message::Tick, at(-3_600));
        assert_eq!(state.seconds_to_wait(), 5);
        write(&mut state, "s", -3_596);
        assert!(press(&mut state, KeyCode::Enter, -3_596).is_none());
        assert_eq!(tried(press(&mut state, KeyCode::Enter, -3_595)).as_deref(), Some("horses"));
    }

    #[test]
    fn a_passphrase_half_typed_and_left_alone_is_taken_away() {
        let mut state = locked();
        write(&mut state, "correct", 0);
        update(&mut state, Message::Tick, at(59));
        assert!(!state.entry.is_empty());
        update(&mut state, Message::Tick, at(60));
        assert!(state.entry.is_empty());
    }

    #[test]
    fn leaving_and_emptying_leave_no_passphrase_behind() {
        for key in [KeyEvent::from(KeyCode::Esc), KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL)] {
            let mut state = locked();
            write(&mut state, "correct", 0);
            update(&mut state, Message::Key(key), at(1));
            assert!(state.entry.is_empty());
        }
    }

    #[test]
    fn a_wipe_takes_two_different_keys_even_while_a_passphrase_is_checked() {
        let mut state = locked();
        write(&mut state, "w", 0);
        for stage in [Stage::Typing, Stage::Checking(at(0).now)] {
            state.stage = stage;
            assert!(press(&mut state, KeyCode::F(9), 1).is_none());
            assert!(press(&mut state, KeyCode::F(9), 1).is_none());
            assert!(press(&mut state, KeyCode::Enter, 1).is_none(), "any other key cancels");
            assert!(!state.asks_to_wipe);
            press(&mut state, KeyCode::F(9), 1);
            assert!(matches!(press(&mut state, KeyCode::Char('w'), 1), Some(Effect::Wipe)));
            state.asks_to_wipe = false;
        }
        press(&mut state, KeyCode::F(9), 1);
        assert!(update(&mut state, Message::Paste("w".to_owned()), at(1)).is_none());
        assert!(!state.asks_to_wipe, "a pasted letter is no key");
    }

    #[test]
    fn what_else_went_wrong_is_told_and_can_be_tried_again() {
        let mut state = locked();
        state.stage = Stage::Checking(at(0).now);
        update(&mut state, Message::Told(Told::Failed(Phrase::verbatim("no disk"))), at(1));
        assert_eq!(state.stage, Stage::Typing);
        assert_eq!(state.notices.len(), 1);
    }
}
