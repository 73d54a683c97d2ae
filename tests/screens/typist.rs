//! Somebody at the observer's desk: presses keys, and has a real desk under his hands.

use std::sync::atomic::AtomicBool;

use chrono::{FixedOffset, TimeZone, Utc};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use vigilia::crypto::passphrase::WorkFactor;
use vigilia::desks::observer::ObserverDesk;
use vigilia::domain::catalogue::Catalogue;
use vigilia::domain::ids::MemberId;
use vigilia::domain::marking::Marking;
use vigilia::domain::people::Role;
use vigilia::domain::time::Timestamp;
use vigilia::language::tongue::Tongue;
use vigilia::screens::kit::event_loop::Moment;
use vigilia::screens::kit::theme::ThemeName;
use vigilia::screens::observer::effects::perform;
use vigilia::screens::observer::errand::{self, Errand, With};
use vigilia::screens::observer::form::report_form::ReportForm;
use vigilia::screens::observer::message::{Effect, Message, Told};
use vigilia::screens::observer::state::{Badge, Screen, State};
use vigilia::screens::observer::update::update;

use crate::picture;
use crate::support::realm::{SeededDice, TestRealm};

/// 21 November 2026, 15:02 in Z, one hour later on the wall.
pub fn moment() -> Moment {
    let now = Utc.with_ymd_and_hms(2026, 11, 21, 15, 2, 0).unwrap();
    Moment { now, local: FixedOffset::east_opt(3_600).unwrap() }
}

pub struct Typist {
    pub state: State,
    pub desk: ObserverDesk,
    /// Everything the desk was asked to do, in order.
    pub asked: Vec<Effect>,
    pub moment: Moment,
    dice: SeededDice,
    pub realm: TestRealm,
}

impl Typist {
    /// Sits down at an empty desk of an exercise, on a terminal of 80 by 24.
    pub fn sits_down() -> Self {
        let mut realm = TestRealm::exercise("SILVER ARROW");
        let mut observer = realm.apply(Role::Observer, "KFOR1-OBS1", Some("KFOR1"));
        let mut commander = realm.apply(Role::Commander, "KFOR1-CMD", Some("KFOR1"));
        realm.admit(&mut [&mut observer, &mut commander]);
        Self::at(ObserverDesk::open(observer).unwrap(), realm)
    }

    /// Sits down at this desk.
    pub fn at(desk: ObserverDesk, realm: TestRealm) -> Self {
        let badge = Badge {
            realm: "SILVER ARROW".to_owned(),
            callsign: "KFOR1-OBS1".to_owned(),
            marking: Marking::default(),
            exercise: true,
        };
        let catalogue = Catalogue::embedded().unwrap();
        let state = State::new(badge, catalogue, (ThemeName::Dark, Tongue::English), (80, 24), moment());
        let mut typist =
            Self { state, desk, asked: Vec::new(), moment: moment(), dice: SeededDice(7), realm };
        typist.carry_out(vec![Effect::LoadReports]);
        typist
    }

    /// Presses keys: letters as they are, others as `<Tab>`, `<S-Tab>`, `<C-f>`, `<Down>`.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for key in parsed(keys) {
            self.hear(Message::Key(key));
        }
        self
    }

    pub fn hear(&mut self, message: Message) -> &mut Self {
        let wanted = update(&mut self.state, message, self.moment);
        self.carry_out(wanted);
        self
    }

    fn carry_out(&mut self, wanted: Vec<Effect>) {
        for effect in wanted {
            self.asked.push(effect.clone());
            if let Effect::Go(errand) = effect {
                self.run(&errand);
                continue;
            }
            let told = perform(effect, &mut self.desk, &mut self.dice, Timestamp::new(self.moment.now));
            if let Some(told) = told {
                self.hear(Message::Told(told));
            }
        }
    }

    /// Does an errand to its end; the thread that lends the desk in the program is tested where it stands.
    fn run(&mut self, errand: &Errand) {
        let (mut progress, stop) = (Vec::new(), AtomicBool::new(false));
        let passphrases = self.state.take_passphrases();
        let outcome = errand::run(
            errand,
            passphrases,
            &mut With {
                desk: &mut self.desk,
                dice: &mut self.dice,
                now: Timestamp::new(self.moment.now),
                work: WorkFactor::LEAST,
                stop: &stop,
                tell: &mut |how_far| progress.push(how_far),
            },
        );
        for how_far in progress {
            self.hear(Message::Told(Told::Going(how_far)));
        }
        self.hear(Message::Told(Told::Came(Box::new(outcome))));
    }

    /// Presses keys and keeps what they ask for from being done.
    pub fn press_in_vain(&mut self, keys: &str) -> Vec<Effect> {
        let moment = self.moment;
        let press = |key| update(&mut self.state, Message::Key(key), moment);
        parsed(keys).into_iter().flat_map(press).collect()
    }

    /// Hears what became of something.
    pub fn told(&mut self, told: Told) -> &mut Self {
        self.hear(Message::Told(told))
    }

    /// Reads the lists anew, as they are after every errand.
    pub fn told_anew(&mut self) {
        self.carry_out(vec![Effect::LoadReports]);
    }

    /// Looks at the screen in both sizes, every language and every look.
    pub fn sees(&mut self, name: &str) -> &mut Self {
        for size in picture::SIZES {
            self.sees_in(name, size);
        }
        let mut state = self.state.clone();
        if let Some(who) = &mut state.me.who {
            who.key = MemberId::from_bytes([0xa7; 16]);
        }
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
            let mut state = State { tongue, ..self.state.clone() };
            if let Some(who) = &mut state.me.who {
                // Keys are drawn anew for every story.
                who.key = MemberId::from_bytes([0xa7; 16]);
            }
            state.narrow();
            let wanted = update(&mut state, Message::Resized(columns, rows), self.moment);
            assert_eq!(wanted, [], "nothing happens to the world by looking");
            picture::looks_like(&state, &format!("{}/{name}", tongue.code()));
        }
        self
    }

    /// What the terminal shows now.
    pub fn shown(&self) -> String {
        picture::of(&self.state)
    }

    pub fn form(&self) -> &ReportForm {
        match &self.state.screen {
            Screen::Form(form) => form,
            other => panic!("no form is open but {other:?}"),
        }
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
