//! Somebody at the commander's desk.

use vigilia::desks::commander::CommanderDesk;
use vigilia::domain::catalogue::Catalogue;
use vigilia::domain::ids::Digest;
use vigilia::domain::marking::Marking;
use vigilia::domain::time::Timestamp;
use vigilia::language::tongue::Tongue;
use vigilia::screens::commander::effects::perform;
use vigilia::screens::commander::message::{Effect, Heard, Told};
use vigilia::screens::commander::review::message as review_message;
use vigilia::screens::commander::review::room::Sheet;
use vigilia::screens::commander::review::update::{begin, keep};
use vigilia::screens::commander::room::Room;
use vigilia::screens::commander::running::Running;
use vigilia::screens::commander::state::State;
use vigilia::screens::commander::update::{enter, update};
use vigilia::screens::commander::work::Work;
use vigilia::screens::desk::front::{Badge, Front, Notice};
use vigilia::screens::desk::message;
use vigilia::screens::kit::event_loop::{Moment, Queue};
use vigilia::screens::kit::theme::ThemeName;

use crate::support::realm::TestRealm;
use crate::typist::{Kind, Somebody, moment};

pub type Commander = Somebody<AtTheCommandersDesk>;

pub struct AtTheCommandersDesk;

impl Kind for AtTheCommandersDesk {
    type State = State;
    type Effect = Effect;
    type Told = Told;
    type Desk = CommanderDesk;

    fn update(state: &mut State, message: message::Message<Told>, moment: Moment) -> Vec<Effect> {
        update(state, message, moment)
    }

    fn spoken_anew(_state: &mut State) {}

    fn carry_out(commander: &mut Commander, effect: Effect) {
        let now = Timestamp::new(commander.moment.now);
        let queue = Queue::<Heard>::new();
        let mut work =
            Work { desk: &mut commander.desk, dice: &mut commander.dice, now, tell: &queue.sender() };
        if let Some(told) = perform(effect, &mut work, &mut Running::default()) {
            commander.told(told);
        }
    }
}

impl Commander {
    /// Sits down at this desk, on a terminal of 80 by 24.
    pub fn at(desk: CommanderDesk, realm: TestRealm) -> Self {
        let badge = Badge {
            realm: "SILVER ARROW".to_owned(),
            callsign: "KFOR1-CMD".to_owned(),
            marking: Marking::default(),
            exercise: true,
        };
        let looks = (ThemeName::Dark, Tongue::English);
        let front = Front::new(badge, Catalogue::embedded().unwrap(), looks, (80, 24), moment());
        Self::sits(State::new(front), desk, realm, Vec::new())
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
        let called = |row: &vigilia::desks::queue::QueueRow| {
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
}
