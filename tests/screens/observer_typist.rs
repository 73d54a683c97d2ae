//! Somebody at the observer's desk.

use std::sync::atomic::AtomicBool;

use vigilia::crypto::passphrase::WorkFactor;
use vigilia::desks::observer::ObserverDesk;
use vigilia::domain::catalogue::Catalogue;
use vigilia::domain::marking::Marking;
use vigilia::domain::people::Role;
use vigilia::domain::time::Timestamp;
use vigilia::language::tongue::Tongue;
use vigilia::screens::desk::errand::{Errand as _, News, With};
use vigilia::screens::desk::front::{Badge, Front};
use vigilia::screens::desk::message;
use vigilia::screens::kit::event_loop::Moment;
use vigilia::screens::kit::theme::ThemeName;
use vigilia::screens::observer::effects::perform;
use vigilia::screens::observer::errand::Errand;
use vigilia::screens::observer::form::report_form::ReportForm;
use vigilia::screens::observer::message::{Effect, Told};
use vigilia::screens::observer::state::{Screen, State};
use vigilia::screens::observer::update::update;

use crate::support::realm::TestRealm;
use crate::typist::{Kind, Somebody, moment};

pub type Typist = Somebody<AtTheObserversDesk>;

pub struct AtTheObserversDesk;

impl Kind for AtTheObserversDesk {
    type State = State;
    type Effect = Effect;
    type Told = Told;
    type Desk = ObserverDesk;

    fn update(state: &mut State, message: message::Message<Told>, moment: Moment) -> Vec<Effect> {
        update(state, message, moment)
    }

    fn spoken_anew(state: &mut State) {
        state.narrow();
    }

    fn carry_out(typist: &mut Typist, effect: Effect) {
        if let Effect::Go(errand) = effect {
            return typist.run(&errand);
        }
        let now = Timestamp::new(typist.moment.now);
        if let Some(told) = perform(effect, &mut typist.desk, &mut typist.dice, now) {
            typist.told(told);
        }
    }
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
        let looks = (ThemeName::Dark, Tongue::English);
        let front = Front::new(badge, Catalogue::embedded().unwrap(), looks, (80, 24), moment());
        Self::sits(State::new(front), desk, realm, vec![Effect::LoadReports])
    }

    /// Does an errand to its end; the thread that lends the desk in the program is tested where it stands.
    fn run(&mut self, errand: &Errand) {
        let (mut progress, stop) = (Vec::new(), AtomicBool::new(false));
        let passphrases = self.state.take_passphrases();
        let outcome = errand.run(
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
            self.told(News::Going(how_far).into());
        }
        self.told(News::Came(outcome).into());
    }

    /// Reads the lists anew, as they are after every errand.
    pub fn told_anew(&mut self) {
        self.carry_out(vec![Effect::LoadReports]);
    }

    pub fn form(&self) -> &ReportForm {
        match &self.state.screen {
            Screen::Form(form) => form,
            other => panic!("no form is open but {other:?}"),
        }
    }
}
