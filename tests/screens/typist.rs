//! Somebody at a desk: presses keys, and has a real desk under his hands.

use std::fmt::Debug;

use chrono::{FixedOffset, TimeZone, Utc};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use vigilia::domain::ids::MemberId;
use vigilia::language::tongue::Tongue;
use vigilia::screens::desk::message::Message;
use vigilia::screens::kit::event_loop::Moment;

use crate::picture::{self, Shown};
use crate::support::realm::{SeededDice, TestRealm};

/// 21 November 2026, 15:02 in Z, one hour later on the wall.
pub fn moment() -> Moment {
    let now = Utc.with_ymd_and_hms(2026, 11, 21, 15, 2, 0).unwrap();
    Moment { now, local: FixedOffset::east_opt(3_600).unwrap() }
}

/// A kind of desk: how its state changes, and how what it asks is done.
pub trait Kind: Sized {
    type State: Shown;
    type Effect: Clone + PartialEq + Debug;
    type Told;
    type Desk;

    fn update(state: &mut Self::State, message: Message<Self::Told>, moment: Moment) -> Vec<Self::Effect>;
    /// What follows from another language on the screen.
    fn spoken_anew(state: &mut Self::State);
    /// Does what was asked, and lets him hear what came of it.
    fn carry_out(somebody: &mut Somebody<Self>, effect: Self::Effect);
}

pub struct Somebody<K: Kind> {
    pub state: K::State,
    pub desk: K::Desk,
    /// Everything the desk was asked to do, in order.
    pub asked: Vec<K::Effect>,
    pub moment: Moment,
    pub dice: SeededDice,
    pub realm: TestRealm,
}

impl<K: Kind> Somebody<K> {
    /// Sits down at this desk, and has this read first.
    pub fn sits(state: K::State, desk: K::Desk, realm: TestRealm, first: Vec<K::Effect>) -> Self {
        let moment = state.front().moment;
        let mut somebody = Self { state, desk, asked: Vec::new(), moment, dice: SeededDice(7), realm };
        somebody.carry_out(first);
        somebody
    }

    /// Presses keys: letters as they are, others as `<Tab>`, `<S-Tab>`, `<C-f>`, `<Down>`.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for key in parsed(keys) {
            self.hear(Message::Key(key));
        }
        self
    }

    pub fn hear(&mut self, message: Message<K::Told>) -> &mut Self {
        let wanted = K::update(&mut self.state, message, self.moment);
        self.carry_out(wanted);
        self
    }

    pub fn carry_out(&mut self, wanted: Vec<K::Effect>) {
        for effect in wanted {
            self.asked.push(effect.clone());
            K::carry_out(self, effect);
        }
    }

    /// Presses keys and keeps what they ask for from being done.
    pub fn press_in_vain(&mut self, keys: &str) -> Vec<K::Effect> {
        let moment = self.moment;
        let press = |key| K::update(&mut self.state, Message::Key(key), moment);
        parsed(keys).into_iter().flat_map(press).collect()
    }

    /// Hears what became of something.
    pub fn told(&mut self, told: K::Told) -> &mut Self {
        self.hear(Message::Told(told))
    }

    /// Looks at the screen in both sizes, every language and every look.
    pub fn sees(&mut self, name: &str) -> &mut Self {
        self.sees_its_look(name);
        let mut state = self.state.clone();
        without_its_key(&mut state);
        picture::looks_in_every_theme(&state, name);
        self
    }

    /// Looks at a screen that names its own look: in both sizes and every language.
    pub fn sees_its_look(&mut self, name: &str) -> &mut Self {
        for size in picture::SIZES {
            self.sees_in(name, size);
        }
        self
    }

    /// Looks at the screen in one size and every language.
    pub fn sees_in(&mut self, name: &str, (columns, rows): (u16, u16)) -> &mut Self {
        for tongue in Tongue::ALL {
            let mut state = self.state.clone();
            state.front_mut().tongue = tongue;
            without_its_key(&mut state);
            K::spoken_anew(&mut state);
            let wanted = K::update(&mut state, Message::Resized(columns, rows), self.moment);
            assert_eq!(wanted, [], "nothing happens to the world by looking");
            picture::looks_like(&state, &format!("{}/{name}", tongue.code()));
        }
        self
    }

    /// What the terminal shows now.
    pub fn shown(&self) -> String {
        picture::of(&self.state)
    }
}

/// Keys are drawn anew for every story.
fn without_its_key(state: &mut impl Shown) {
    if let Some(who) = &mut state.front_mut().me.who {
        who.key = MemberId::from_bytes([0xa7; 16]);
    }
}

/// The keys of a text: `ab<Tab><C-f>`.
pub fn parsed(keys: &str) -> Vec<KeyEvent> {
    let mut all = Vec::new();
    let mut rest = keys;
    while let Some(first) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|inner| inner.split_once('>'));
        match named {
            Some((name, behind)) => {
                all.push(named_key(name));
                rest = behind;
            }
            None => {
                all.push(KeyEvent::new(KeyCode::Char(first), KeyModifiers::NONE));
                rest = rest.get(first.len_utf8()..).unwrap();
            }
        }
    }
    all
}

fn named_key(name: &str) -> KeyEvent {
    if let Some(letter) = name.strip_prefix("C-") {
        return KeyEvent::new(KeyCode::Char(letter.chars().next().unwrap()), KeyModifiers::CONTROL);
    }
    let code = match name {
        "Tab" => KeyCode::Tab,
        "S-Tab" => KeyCode::BackTab,
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "PgUp" => KeyCode::PageUp,
        "PgDn" => KeyCode::PageDown,
        "Del" => KeyCode::Delete,
        "BS" => KeyCode::Backspace,
        "F1" => KeyCode::F(1),
        "F2" => KeyCode::F(2),
        "F3" => KeyCode::F(3),
        "F4" => KeyCode::F(4),
        "F5" => KeyCode::F(5),
        "F6" => KeyCode::F(6),
        "F8" => KeyCode::F(8),
        "F9" => KeyCode::F(9),
        "F12" => KeyCode::F(12),
        other => panic!("no key is called {other}"),
    };
    KeyEvent::new(code, KeyModifiers::NONE)
}
