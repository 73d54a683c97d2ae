//! The locked screen, and what stands in front of an open desk before it locks itself or is wiped.

use chrono::TimeDelta;
use crossterm::event::KeyEvent;
use vigilia::desks::error::DeskError;
use vigilia::desks::spoken::faults;
use vigilia::domain::catalogue::Catalogue;
use vigilia::domain::marking::Marking;
use vigilia::language::phrase::Phrase;
use vigilia::language::tongue::Tongue;
use vigilia::language::word::Word;
use vigilia::screens::commander::queue;
use vigilia::screens::desk::keys as desk;
use vigilia::screens::kit::event_loop::{Event, Moment};
use vigilia::screens::kit::theme::ThemeName;
use vigilia::screens::lock::guard::{self, Guard, Verdict};
use vigilia::screens::lock::message::{Effect, Message, Told};
use vigilia::screens::lock::state::{Notice, State};
use vigilia::screens::lock::update::update;
use vigilia::screens::lock::view::{locked, over_a_desk};
use vigilia::screens::lock::wipe_question::Loss;
use vigilia::screens::observer::keys::KEYS;
use vigilia::screens::observer::view;
use vigilia::vault::error::VaultError;
use vigilia::vault::settings::LockAfter;
use vigilia::vault::wipe::Unsent;

use crate::observer_typist::Typist;
use crate::picture;
use crate::typist::{moment, parsed};

fn later(seconds: i64) -> Moment {
    let whole = moment();
    Moment { now: whole.now + TimeDelta::seconds(seconds), ..whole }
}

/// Somebody in front of the locked screen.
struct Visitor {
    state: State,
    seconds: i64,
}

impl Visitor {
    fn comes(loss: Loss) -> Self {
        let looks = (ThemeName::Dark, Tongue::English);
        Self { state: State::new(false, looks, loss, (80, 24), moment()), seconds: 0 }
    }

    fn hear(&mut self, message: Message) -> Option<Effect> {
        update(&mut self.state, message, later(self.seconds))
    }

    fn press(&mut self, keys: &str) -> Option<Effect> {
        parsed(keys).into_iter().filter_map(|key| self.hear(Message::Key(key))).last()
    }

    fn waits(&mut self, seconds: i64) -> &mut Self {
        self.seconds += seconds;
        assert!(self.hear(Message::Tick).is_none());
        self
    }

    /// Looks at the screen in both sizes, every language and every look.
    fn sees(&mut self, name: &str) {
        let (size, tongue, theme) = (self.state.size, self.state.tongue, self.state.theme);
        for size in picture::SIZES {
            self.state.size = size;
            for tongue in Tongue::ALL {
                self.state.tongue = tongue;
                let name = format!("{}/{name}", tongue.code());
                picture::picture_looks_like(size, &name, &|frame| locked::draw(&self.state, frame));
            }
        }
        (self.state.size, self.state.tongue) = (size, tongue);
        let looked_at = std::cell::RefCell::new(&mut self.state);
        picture::pictures_in_every_theme(size, name, &|theme, frame| {
            looked_at.borrow_mut().theme = theme;
            locked::draw(&looked_at.borrow(), frame);
        });
        self.state.theme = theme;
    }

    fn shown(&self) -> String {
        picture::text(self.state.size, &|frame| locked::draw(&self.state, frame))
    }
}

const SOME: Unsent = Unsent { reports: 2, drafts: 1, packets: 1 };

#[test]
fn the_program_begins_locked_and_says_what_it_is() {
    let mut visitor = Visitor::comes(Loss::Unknown);
    visitor.sees("locked");
    let shown = visitor.shown();
    let [dutch, _] = [0, 1].map(|part| Marking::default().banner().split(" / ").nth(part).unwrap());
    assert!(shown.starts_with(&" ".repeat(17)) && shown.contains(dutch), "{shown}");
}

#[test]
fn what_is_typed_shows_neither_its_letters_nor_its_length() {
    let mut visitor = Visitor::comes(Loss::Unknown);
    visitor.press("q");
    let short = visitor.shown();
    visitor.press("correct horse battery staple");
    assert_eq!(visitor.shown(), short);
    visitor.sees("locked-typed");
}

#[test]
fn while_it_is_checked_something_turns_and_the_seconds_count() {
    let mut visitor = Visitor::comes(Loss::Unknown);
    let Some(Effect::Unlock(passphrase)) = visitor.press("correct horse<Enter>") else { panic!("tried") };
    assert_eq!(passphrase.expose(), "correct horse");
    visitor.sees("locked-checking");
    let before = visitor.shown();
    visitor.waits(2);
    assert!(visitor.shown() != before && visitor.shown().contains("2 s"), "{}", visitor.shown());
}

#[test]
fn a_wrong_passphrase_is_told_and_soon_the_next_one_must_wait() {
    let mut visitor = Visitor::comes(Loss::Unknown);
    visitor.press("wrong<Enter>");
    visitor.hear(Message::Told(Told::Wrong(0)));
    visitor.sees("locked-wrong");
    visitor.press("wrong<Enter>");
    visitor.hear(Message::Told(Told::Wrong(5)));
    visitor.sees("locked-wait");
    assert!(visitor.press("correct horse<Enter>").is_none());
    visitor.waits(4);
    assert!(visitor.shown().contains("in 1 second."), "{}", visitor.shown());
    visitor.waits(1);
    assert!(!visitor.shown().contains("second."), "{}", visitor.shown());
    assert!(matches!(visitor.press("<Enter>"), Some(Effect::Unlock(_))), "what was typed meanwhile is tried");
    visitor.hear(Message::Told(Told::TooSoon(40)));
    visitor.sees("locked-too-soon");
}

#[test]
fn what_else_keeps_it_closed_is_told() {
    let mut visitor = Visitor::comes(Loss::Unknown);
    visitor.press("right<Enter>");
    visitor.hear(Message::Told(Told::Failed(faults::vault(&VaultError::InUse))));
    assert!(visitor.shown().contains("open in another window"), "{}", visitor.shown());
}

#[test]
fn after_a_lock_it_says_why_and_what_became_of_the_words() {
    let mut visitor = Visitor::comes(Loss::WhenLastOpen(SOME));
    visitor.state.exercise = true;
    visitor.state.notices =
        vec![Notice::Said(Word("lock-idle").with("minutes", 5)), Notice::Said(Word("lock-kept").into())];
    visitor.sees("locked-by-itself");
    let fields = vec![Phrase::from(Word("field-place"))];
    let why = faults::vault(&VaultError::DiskFull);
    let lost = Word("lock-not-kept").with("fields", fields).with("why", why);
    visitor.state.notices = vec![Notice::Failed(lost)];
    visitor.sees("locked-not-kept");
}

#[test]
fn before_a_wipe_it_tells_what_would_be_lost_as_far_as_it_can_be_known() {
    let mut visitor = Visitor::comes(Loss::Unknown);
    visitor.press("half a pass<F9>");
    visitor.sees("locked-wipe-unknown");
    assert!(visitor.press("<Esc>").is_none());
    assert!(visitor.shown().contains("••••"), "cancelled, it stands as before");
    let mut visitor = Visitor::comes(Loss::WhenLastOpen(SOME));
    visitor.press("<F9>");
    visitor.sees("locked-wipe-last-known");
    assert!(matches!(visitor.press("w"), Some(Effect::Wipe)));
}

#[test]
fn language_and_colours_can_be_changed_before_anybody_is_known() {
    let mut visitor = Visitor::comes(Loss::Unknown);
    visitor.press("<F3>");
    assert!(visitor.shown().contains("vergrendeld"), "{}", visitor.shown());
    visitor.press("<F2><F2>");
    assert_eq!(visitor.state.theme, ThemeName::Night);
    assert!(matches!(visitor.press("<C-l>"), Some(Effect::Redraw)));
    assert!(matches!(visitor.press("<C-c>"), Some(Effect::Leave)));
}

#[test]
fn no_order_of_keys_stops_the_locked_screen_and_no_size_hides_the_question() {
    let mut visitor = Visitor::comes(Loss::Unknown);
    for size in [(1, 1), (0, 0), (30, 6), (79, 24), (200, 60)] {
        visitor.hear(Message::Resized(size.0, size.1));
        visitor.press("<Tab><Up>é<BS><BS><F1><Del><Home><F9>");
        visitor.shown();
        visitor.press("<F12>");
        visitor.shown();
    }
    visitor.hear(Message::Resized(30, 12));
    visitor.press("<F9>");
    assert!(visitor.shown().contains("[w]"), "{}", visitor.shown());
}

/// Looks at a desk with its guard in front.
fn sees_guarded(typist: &Typist, guard: &Guard, name: &str) {
    for size in picture::SIZES {
        for tongue in Tongue::ALL {
            let mut state = typist.state.clone();
            (state.front.tongue, state.front.size) = (tongue, size);
            picture::picture_looks_like(size, &format!("{}/{name}", tongue.code()), &|frame| {
                view::draw(&state, frame);
                over_a_desk::draw(guard, (ThemeName::Dark, tongue), frame);
            });
        }
    }
    picture::pictures_in_every_theme((80, 24), name, &|theme, frame| {
        let mut state = typist.state.clone();
        state.front.theme = theme;
        view::draw(&state, frame);
        over_a_desk::draw(guard, (theme, Tongue::English), frame);
    });
}

fn key(text: &str) -> Event<()> {
    Event::Key::<()>(parsed(text)[0])
}

#[test]
fn the_question_before_a_wipe_stands_in_front_of_whatever_is_open() {
    let mut typist = Typist::sits_down();
    let mut guard = Guard::new(LockAfter::default(), moment().now);
    typist.press("n1430<Tab>at the north gate");
    assert_eq!(guard.hear(&key("<F9>"), moment().now), Verdict::Count);
    guard.ask(Loss::Now(typist.desk.unsent().unwrap()));
    sees_guarded(&typist, &guard, "wipe-in-front-of-the-form");
    assert_eq!(guard.hear(&key("<Esc>"), moment().now), Verdict::Mine);
    let again = picture::text((80, 24), &|frame| {
        view::draw(&typist.state, frame);
        over_a_desk::draw(&guard, (ThemeName::Dark, Tongue::English), frame);
    });
    assert_eq!(again, typist.shown(), "cancelled, nothing has changed");
}

#[test]
fn a_minute_before_it_locks_itself_that_is_told_on_the_screen() {
    let typist = Typist::sits_down();
    let mut guard = Guard::new(LockAfter::default(), moment().now);
    assert_eq!(guard.hear(&Event::<()>::Tick, later(241).now), Verdict::Pass);
    sees_guarded(&typist, &guard, "locks-soon");
}

/// The guard hears first, so a key of its own would never reach a desk that has it too.
#[test]
fn no_key_of_the_desk_is_taken_by_its_guard() {
    let taken: Vec<KeyEvent> =
        ["<F12>", "<C-k>", "<F9>", "<C-x>"].iter().flat_map(|key| parsed(key)).collect();
    for key in taken {
        assert!(guard::KEYS.command(&[()], key).is_some());
        for binding in KEYS.0 {
            assert_eq!(KEYS.command(&[binding.context], key), None, "{key:?}");
        }
        for binding in desk::KEYS.0 {
            assert_eq!(desk::KEYS.command(&[binding.context], key), None, "{key:?}");
        }
        for binding in queue::keys::KEYS.0 {
            assert_eq!(queue::keys::KEYS.command(&[binding.context], key), None, "{key:?}");
        }
    }
}

#[test]
fn a_desk_without_its_catalogue_is_not_opened_and_says_what_is_safe() {
    let mut visitor = Visitor::comes(Loss::Unknown);
    let broken = Catalogue::read(1, "").unwrap_err();
    visitor.state.notices = vec![Notice::Failed(faults::desk(&DeskError::Catalogue(broken)))];
    visitor.sees("locked-no-catalogue");
}
