//! Ties the observer's terminal together: the queue, the guard, the state, the pictures and the desk.

use std::collections::VecDeque;
use std::io;
use std::thread;

use ratatui::Frame;

use crate::desks::observer::ObserverDesk;
use crate::desks::spoken::terms;
use crate::domain::ids::{Dice, ReportId};
use crate::domain::time::Timestamp;
use crate::geography::borders::Borders;
use crate::geography::gazetteer::Gazetteer;
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::desk::errand::News;
use crate::screens::desk::front::Front;
use crate::screens::desk::lending::Lending;
use crate::screens::desk::seat::{Kept, Left, Rose, Seat, Written};
use crate::screens::desk::sitting::{self, Sitting as _, sit};
use crate::screens::kit::event_loop::{Flow, Moment, Queue};
use crate::screens::kit::theme::ThemeName;
use crate::screens::lock::wipe_question::Loss;
use crate::screens::observer::errand::{Errand, Outcome};
use crate::screens::observer::form::update as form_update;
use crate::screens::observer::message::{Effect, Message, Told};
use crate::screens::observer::state::{Screen, State};
use crate::screens::observer::update::update;
use crate::screens::observer::{effects, view, words};
use crate::vault::settings::LockAfter;
use crate::vault::wipe::Unsent;

/// Sits down at an open desk and stays until it is left, locked or wiped. `draft` is the one that was open when it was
/// last locked.
///
/// # Errors
/// When the terminal is gone.
pub fn run(
    mut desk: ObserverDesk,
    seat: Seat<'_>,
    dice: &mut dyn Dice,
    draft: Option<ReportId>,
) -> io::Result<Rose> {
    let now = (seat.clock)();
    let catalogue = desk.catalogue().clone();
    let front = Front::new(effects::badge(&mut desk), catalogue, seat.looks, seat.terminal.size()?, now);
    let queue = Queue::<Told>::new();
    let lending = Lending::new(desk);
    let mut sitting = Sitting { state: State::new(front), lending, queue: &queue, dice, chosen: None };
    // Read while the list is looked at, so that the first letter of a place finds it there. Where no thread can be had,
    // that letter waits for it instead.
    let _ = thread::Builder::new().name("places".to_owned()).spawn(|| {
        Gazetteer::of_the_world();
        Borders::of_the_world();
    });
    sitting.carry_out([Effect::LoadReports].into_iter().chain(draft.map(Effect::Open)).collect(), now);
    let left = sit(&mut sitting, &queue, seat)?;
    let draft = match &sitting.state.screen {
        Screen::Form(form) => Some(form.draft.id),
        _ => None,
    };
    let unsent = if matches!(left, Left::Wiped(_)) { None } else { sitting.lending.desk().unsent().ok() };
    Ok(Rose { left, looks: sitting.looks(), draft, unsent })
}

/// Everything at one open desk, so that leaving it drops everything.
struct Sitting<'a> {
    state: State,
    lending: Lending<ObserverDesk>,
    queue: &'a Queue<Told>,
    dice: &'a mut dyn Dice,
    /// How soon it locks itself, where that was read since it was last asked.
    chosen: Option<LockAfter>,
}

impl Sitting<'_> {
    /// Carries effects out in order, and lets the state hear what came of each; what follows from that comes last.
    fn carry_out(&mut self, wanted: Vec<Effect>, moment: Moment) -> Flow {
        let mut waiting = VecDeque::from(wanted);
        let mut flow = Flow::On;
        let touches_the_desk = !waiting.is_empty();
        while let Some(effect) = waiting.pop_front() {
            match effect {
                Effect::Redraw => flow = Flow::Afresh,
                Effect::Leave => return Flow::End,
                Effect::Stop => self.lending.stop(),
                Effect::Go(errand) => waiting.extend(self.lend(errand, moment)),
                effect => {
                    let now = Timestamp::new(moment.now);
                    let Some(told) = effects::perform(effect, &mut self.lending.desk(), self.dice, now)
                    else {
                        continue;
                    };
                    if matches!(told, Told::NotSaved(..)) {
                        // Filing or leaving would act on a draft that lacks this field.
                        waiting.clear();
                    }
                    waiting.extend(update(&mut self.state, Message::Told(told), moment));
                }
            }
        }
        if touches_the_desk
            && !self.lending.is_lent()
            && let Ok(settings) = self.lending.desk().settings()
        {
            self.chosen = Some(settings.lock_after);
        }
        flow
    }

    /// Lends the desk to an errand; what cannot even be begun is told at once.
    fn lend(&mut self, errand: Errand, moment: Moment) -> Vec<Effect> {
        let passphrases = self.state.take_passphrases();
        let begun = self.lending.go(errand, passphrases, Timestamp::new(moment.now), self.queue.sender());
        let Err(error) = begun else { return Vec::new() };
        let why = Word("fault-other").with("detail", error.to_string());
        update(&mut self.state, Message::Told(News::Came(Outcome::Failed(why)).into()), moment)
    }
}

impl sitting::Sitting for Sitting<'_> {
    type News = Told;

    fn looks(&self) -> (ThemeName, Tongue) {
        (self.state.front.theme, self.state.front.tongue)
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        view::draw(&self.state, frame);
    }

    fn hear(&mut self, message: Message, moment: Moment) -> Flow {
        let wanted = update(&mut self.state, message, moment);
        self.carry_out(wanted, moment)
    }

    fn lock_after(&mut self) -> Option<LockAfter> {
        self.chosen.take()
    }

    /// While an errand has the desk, the lists tell.
    fn loss(&self) -> Loss {
        if !self.lending.is_lent() {
            return self.lending.desk().unsent().map_or(Loss::Unknown, Loss::Now);
        }
        let drafts = self.state.lines().iter().filter(|line| line.is_draft).count();
        Loss::Now(Unsent {
            reports: self.state.transfer.reports_waiting(),
            drafts: u32::try_from(drafts).unwrap_or(u32::MAX),
            packets: u32::try_from(self.state.transfer.packets_waiting().0).unwrap_or(u32::MAX),
        })
    }

    fn keep(&mut self, moment: Moment) -> Kept {
        Kept { written: self.write_down(moment), stopped: None }
    }
}

impl Sitting<'_> {
    /// Saves what is being written.
    fn write_down(&mut self, moment: Moment) -> Written {
        let effects = form_update::save(&mut self.state, true);
        let Screen::Form(form) = &self.state.screen else { return Written::Nothing };
        let not_understood = form.not_understood();
        let (mut lost, mut reason) = (Vec::new(), None);
        for effect in effects {
            let now = Timestamp::new(moment.now);
            let told = effects::perform(effect, &mut self.lending.desk(), self.dice, now);
            if let Some(Told::NotSaved(_, field, why)) = told {
                lost.push(Phrase::from(terms::draft_field(field)));
                reason = Some(why);
            }
        }
        match reason {
            Some(why) => Written::Not(Word("lock-not-kept").with("fields", lost).with("why", why)),
            None if not_understood.is_empty() => Written::All,
            None => Written::Not(words::kept_but(&not_understood)),
        }
    }
}
