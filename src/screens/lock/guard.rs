//! Stands between the keyboard and an open desk: locks it, and asks before a wipe. It hears everything first, so its keys
//! act in every field, list and question, and no desk has to know of them.

use chrono::{DateTime, TimeDelta, Utc};
use crossterm::event::{KeyCode, KeyEvent};

use crate::language::word::Word;
use crate::screens::kit::event_loop::Event;
use crate::screens::kit::keymap::{Binding, Chord, HelpLine, Keymap};
use crate::screens::lock::wipe_question::{self, ASKS, Answer, Loss};
use crate::vault::settings::LockAfter;

/// How long before it locks itself that is told; half of the time where there is only one minute.
const TOLD_BEFORE: TimeDelta = TimeDelta::seconds(60);

/// What the keys of the guard do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Lock at once.
    Lock,
    /// Ask whether to wipe.
    AskToWipe,
}

/// The keys of the guard.
pub const KEYS: Keymap<(), Command> = Keymap(&[
    Binding {
        context: (),
        chords: &[Chord::key(KeyCode::F(12)), Chord::ctrl('k')],
        command: Command::Lock,
        label: Word("key-lock"),
        in_bar: false,
    },
    Binding {
        context: (),
        chords: ASKS,
        command: Command::AskToWipe,
        label: Word("key-wipe"),
        in_bar: false,
    },
]);

/// The lines of the help that tell of these keys.
#[must_use]
pub fn help() -> Vec<HelpLine> {
    KEYS.help(())
}

/// Why a desk locks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// By a key, or asked from outside.
    Asked,
    /// Nobody pressed a key for this long.
    Idle(LockAfter),
}

/// What is to be done with something that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The desk hears it.
    Pass,
    /// It was meant for the guard.
    Mine,
    /// Lock.
    Lock(Why),
    /// Count what nobody else has, and tell it to [`Guard::ask`].
    Count,
    /// Wipe.
    Wipe,
}

/// Watches over one open desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guard {
    lock_after: LockAfter,
    last_key: DateTime<Utc>,
    last_seen: DateTime<Utc>,
    question: Option<Loss>,
}

impl Guard {
    /// Begins to watch.
    #[must_use]
    pub fn new(lock_after: LockAfter, now: DateTime<Utc>) -> Self {
        Self { lock_after, last_key: now, last_seen: now, question: None }
    }

    /// Chooses how soon it locks itself.
    pub fn lock_after(&mut self, lock_after: LockAfter) {
        self.lock_after = lock_after;
    }

    /// Puts the question, with what would be lost.
    pub fn ask(&mut self, loss: Loss) {
        self.question = Some(loss);
    }

    /// The question, while it is put.
    #[must_use]
    pub fn question(&self) -> Option<Loss> {
        self.question
    }

    /// Whether it locks itself within a minute.
    #[must_use]
    pub fn locks_soon(&self) -> bool {
        let whole = self.whole();
        self.idle() >= whole - TOLD_BEFORE.min(whole / 2)
    }

    fn whole(&self) -> TimeDelta {
        TimeDelta::minutes(self.lock_after.minutes().into())
    }

    fn idle(&self) -> TimeDelta {
        self.last_seen.signed_duration_since(self.last_key)
    }

    /// Hears something before the desk does. Only what a person does keeps a desk open.
    pub fn hear<N>(&mut self, event: &Event<N>, now: DateTime<Utc>) -> Verdict {
        if now < self.last_seen {
            // The clock was set back: the time is counted anew, or the desk would stay open until it has caught up.
            self.last_key = now;
        }
        self.last_seen = now;
        // A device that slept wakes up here with a key; that key must not act on the desk.
        let too_late = self.idle() >= self.whole();
        match event {
            Event::Stop(_) => Verdict::Pass,
            Event::StepAside => Verdict::Lock(Why::Asked),
            Event::Key(key) if KEYS.command(&[()], *key) == Some(Command::Lock) => Verdict::Lock(Why::Asked),
            _ if too_late => Verdict::Lock(Why::Idle(self.lock_after)),
            Event::Key(key) => self.key(*key, now),
            Event::Paste(_) => {
                self.last_key = now;
                if self.question.take().is_some() { Verdict::Mine } else { Verdict::Pass }
            }
            Event::Resized(..) | Event::Tick | Event::News(_) => Verdict::Pass,
        }
    }

    fn key(&mut self, key: KeyEvent, now: DateTime<Utc>) -> Verdict {
        self.last_key = now;
        if self.question.is_some() {
            match wipe_question::answer(key) {
                Answer::Wipe => return Verdict::Wipe,
                Answer::Again => {}
                Answer::No => self.question = None,
            }
            return Verdict::Mine;
        }
        match KEYS.command(&[()], key) {
            Some(Command::AskToWipe) => Verdict::Count,
            _ => Verdict::Pass,
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta, Utc};
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    use super::{Guard, KEYS, Verdict, Why};
    use crate::screens::kit::event_loop::{Event, Stop};
    use crate::screens::lock::wipe_question::Loss;
    use crate::vault::settings::LockAfter;

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::seconds(second)
    }

    fn five() -> Guard {
        Guard::new(LockAfter::default(), at(0))
    }

    fn key(code: KeyCode) -> Event<()> {
        Event::Key(KeyEvent::new(code, KeyModifiers::NONE))
    }

    fn ctrl(letter: char) -> Event<()> {
        Event::Key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL))
    }

    const TICK: Event<()> = Event::Tick;

    #[test]
    fn a_desk_nobody_touches_locks_after_its_minutes_and_says_so_before() {
        let mut guard = five();
        let idle = Verdict::Lock(Why::Idle(LockAfter::default()));
        assert_eq!(guard.hear(&TICK, at(239)), Verdict::Pass);
        assert!(!guard.locks_soon());
        assert_eq!(guard.hear(&TICK, at(240)), Verdict::Pass);
        assert!(guard.locks_soon());
        assert_eq!(guard.hear(&TICK, at(299)), Verdict::Pass);
        assert_eq!(guard.hear(&TICK, at(300)), idle);
        let mut guard = Guard::new(LockAfter::new(1).unwrap(), at(0));
        guard.hear(&TICK, at(29));
        assert!(!guard.locks_soon());
        guard.hear(&TICK, at(30));
        assert!(guard.locks_soon());
        guard.lock_after(LockAfter::new(60).unwrap());
        assert!(!guard.locks_soon());
        assert_eq!(guard.hear(&TICK, at(3_599)), Verdict::Pass);
    }

    #[test]
    fn only_what_a_person_does_keeps_it_open() {
        for event in [Event::Resized(80, 24), Event::News(()), Event::Tick] {
            let mut guard = five();
            guard.hear(&event, at(200));
            assert_eq!(guard.hear(&TICK, at(300)), Verdict::Lock(Why::Idle(LockAfter::default())));
        }
        for event in [key(KeyCode::Tab), Event::Paste("x".to_owned())] {
            let mut guard = five();
            assert_eq!(guard.hear(&event, at(299)), Verdict::Pass);
            assert_eq!(guard.hear(&TICK, at(598)), Verdict::Pass);
            assert!(guard.locks_soon());
        }
    }

    #[test]
    fn the_key_that_wakes_a_sleeping_device_does_not_reach_the_desk() {
        let mut guard = five();
        assert!(matches!(guard.hear(&key(KeyCode::Char('d')), at(90_000)), Verdict::Lock(Why::Idle(_))));
        // Told from outside to end, it ends all the same.
        assert_eq!(guard.hear(&Event::<()>::Stop(Stop::Signal), at(90_000)), Verdict::Pass);
    }

    #[test]
    fn a_clock_that_is_set_back_does_not_keep_it_open() {
        let mut guard = five();
        guard.hear(&key(KeyCode::Tab), at(7_200));
        assert_eq!(guard.hear(&TICK, at(3_600)), Verdict::Pass);
        assert!(matches!(guard.hear(&TICK, at(3_900)), Verdict::Lock(Why::Idle(_))));
    }

    #[test]
    fn the_lock_keys_and_a_stop_signal_lock_whatever_is_asked() {
        for event in [key(KeyCode::F(12)), ctrl('k'), Event::StepAside] {
            let mut guard = five();
            assert_eq!(guard.hear(&event, at(1)), Verdict::Lock(Why::Asked));
            guard.ask(Loss::Unknown);
            assert_eq!(guard.hear(&event, at(2)), Verdict::Lock(Why::Asked));
        }
    }

    #[test]
    fn a_wipe_takes_two_different_keys_and_any_other_cancels() {
        for first in [key(KeyCode::F(9)), ctrl('x')] {
            let mut guard = five();
            assert_eq!(
                guard.hear(&key(KeyCode::Char('w')), at(1)),
                Verdict::Pass,
                "a letter alone is a letter"
            );
            assert_eq!(guard.hear(&first, at(1)), Verdict::Count);
            guard.ask(Loss::Unknown);
            // A key that bounces or is held down neither wipes nor takes the question away.
            for _ in 0..9 {
                assert_eq!(guard.hear(&first, at(1)), Verdict::Mine);
            }
            assert_eq!(guard.question(), Some(Loss::Unknown));
            assert_eq!(guard.hear(&key(KeyCode::Char('w')), at(1)), Verdict::Wipe);
        }
        for other in [
            key(KeyCode::Enter),
            key(KeyCode::Esc),
            key(KeyCode::Char('q')),
            ctrl('c'),
            ctrl('w'),
            Event::Paste("w".to_owned()),
        ] {
            let mut guard = five();
            guard.ask(Loss::Unknown);
            assert_eq!(guard.hear(&other, at(1)), Verdict::Mine, "{other:?}");
            assert_eq!(guard.question(), None);
        }
    }

    #[test]
    fn no_key_does_two_things() {
        assert_eq!(KEYS.clashes(), []);
    }
}
