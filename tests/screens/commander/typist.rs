//! Somebody at the commander's desk.

use std::ops::{Deref, DerefMut};
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::{Receiver, Sender, channel};

use vigilia::crypto::passphrase::WorkFactor;
use vigilia::desks::commander::CommanderDesk;
use vigilia::desks::commander::queue::QueueRow;
use vigilia::domain::catalogue::Catalogue;
use vigilia::domain::ids::Digest;
use vigilia::domain::time::Timestamp;
use vigilia::language::tongue::Tongue;
use vigilia::screens::commander::effects::{badge, perform};
use vigilia::screens::commander::errand::Errand;
use vigilia::screens::commander::message::{Effect, Heard, Told};
use vigilia::screens::commander::review::message as review_message;
use vigilia::screens::commander::review::room::Sheet;
use vigilia::screens::commander::review::update::{begin, keep};
use vigilia::screens::commander::room::Room;
use vigilia::screens::commander::running::Running;
use vigilia::screens::commander::state::State;
use vigilia::screens::commander::update::{enter, update};
use vigilia::screens::commander::work::Work;
use vigilia::screens::desk::errand::{Errand as _, News, With};
use vigilia::screens::desk::front::{Front, Notice};
use vigilia::screens::desk::message;
use vigilia::screens::kit::event_loop::{Event, Moment};
use vigilia::screens::kit::theme::ThemeName;

use crate::support::realm::TestRealm;
use crate::typist::{Kind, Somebody};

pub type Typist = Somebody<AtTheCommandersDesk>;

pub struct AtTheCommandersDesk;

/// The desk with what runs beside it.
pub struct Open {
    pub desk: CommanderDesk,
    pub running: Running,
    pub tell: Sender<Event<Heard>>,
    /// What whoever works beside the desk told the loop.
    pub told: Receiver<Event<Heard>>,
}

impl Deref for Open {
    type Target = CommanderDesk;

    fn deref(&self) -> &CommanderDesk {
        &self.desk
    }
}

impl DerefMut for Open {
    fn deref_mut(&mut self) -> &mut CommanderDesk {
        &mut self.desk
    }
}

impl Kind for AtTheCommandersDesk {
    type State = State;
    type Effect = Effect;
    type Told = Told;
    type Desk = Open;

    fn update(state: &mut State, message: message::Message<Told>, moment: Moment) -> Vec<Effect> {
        update(state, message, moment)
    }

    fn spoken_anew(state: &mut State) {
        state.queue.narrow(&state.front);
        state.sent.narrow(&state.front);
    }

    fn carry_out(typist: &mut Typist, effect: Effect) {
        if let Effect::Go(errand) = effect {
            return typist.run(&errand);
        }
        let Open { desk, running, tell, .. } = &mut typist.desk;
        let now = Timestamp::new(typist.moment.now);
        let told = perform(effect, &mut Work { desk, dice: &mut typist.dice, now, tell }, running);
        if let Some(told) = told {
            typist.told(told);
        }
    }
}

impl Typist {
    /// Sits down at this desk, on a terminal of 80 by 24.
    pub fn at(mut desk: CommanderDesk, realm: TestRealm, moment: Moment) -> Self {
        let looks = (ThemeName::Dark, Tongue::English);
        let badge = badge(&mut desk);
        let front = Front::new(badge, Catalogue::embedded().unwrap(), looks, (80, 24), moment);
        let mut state = State::new(front);
        let first = enter(&mut state, Room::Queue);
        let (tell, told) = channel();
        Self::sits(state, Open { desk, running: Running::default(), tell, told }, realm, first)
    }

    /// He goes away until the desk locks itself, comes back and unlocks it. All that outlives this is the vault.
    pub fn is_locked_and_unlocks(&mut self) -> &mut Self {
        let kept = keep(&mut self.state);
        self.carry_out(kept);
        self.state = State::new(Front::new(
            self.state.front.badge.clone(),
            self.state.front.catalogue.clone(),
            (self.state.front.theme, self.state.front.tongue),
            self.state.front.size,
            self.moment,
        ));
        let first = enter(&mut self.state, Room::Queue);
        self.carry_out(first);
        self
    }

    /// The owed reports, in the order of the queue.
    pub fn owed(&self) -> Vec<Digest> {
        let rows = self.desk.queue_rows(Timestamp::new(self.moment.now)).unwrap();
        rows.into_iter().map(|row| row.digest).collect()
    }

    /// Opens one of the owed reports, to go on from there.
    pub fn opens(&mut self, place: usize) -> &mut Self {
        let order = self.owed();
        let at = order[place];
        let wanted = begin(&mut self.state, order, at);
        self.carry_out(wanted);
        self
    }

    /// Opens the report its author numbered so.
    pub fn opens_number(&mut self, author: &str, sequence: u32) -> &mut Self {
        let rows = self.desk.queue_rows(Timestamp::new(self.moment.now)).unwrap();
        let called = |row: &QueueRow| {
            row.sequence == sequence && row.callsign.as_ref().is_some_and(|one| one.as_str() == author)
        };
        self.opens(rows.iter().position(called).unwrap())
    }

    pub fn sheet(&self) -> &Sheet {
        self.state.review.sheet.as_deref().expect("a report lies open")
    }

    /// What he is told on the line above the keys.
    pub fn notice(&self) -> String {
        match &self.state.front.notice {
            Some(Notice::Done(text) | Notice::Failed(text)) => self.state.front.tongue.speak(text),
            None => String::new(),
        }
    }

    /// How often he signed something.
    pub fn signings(&self) -> usize {
        let signs = |effect: &&Effect| {
            use review_message::Effect as Asked;
            matches!(effect, Effect::Review(Asked::Sign(..) | Asked::GiveBack(..)))
        };
        self.asked.iter().filter(signs).count()
    }

    /// Does an errand to its end; the thread that lends the desk in the program is tested where it stands.
    fn run(&mut self, errand: &Errand) {
        let (mut progress, stop) = (Vec::new(), AtomicBool::new(false));
        let passphrases = self.state.take_passphrases();
        let outcome = errand.run(
            passphrases,
            &mut With {
                desk: &mut self.desk.desk,
                dice: &mut self.dice,
                now: Timestamp::new(self.moment.now),
                work: WorkFactor::LEAST,
                stop: &stop,
                tell: &mut |how_far| progress.push(how_far),
            },
        );
        for how_far in progress {
            self.told(News::Going(how_far).into());
        }
        self.told(News::Came(outcome).into());
    }
}
