//! Ties the observer's terminal together: the queue, the guard, the state, the pictures and the desk.

use std::collections::VecDeque;
use std::io;
use std::thread;
use std::time::Duration;

use crate::desks::observer::ObserverDesk;
use crate::desks::spoken::terms;
use crate::domain::ids::{Dice, ReportId};
use crate::domain::time::Timestamp;
use crate::geography::borders::Borders;
use crate::geography::gazetteer::Gazetteer;
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::kit::event_loop::{self, Event, Flow, Moment, Queue, Stop};
use crate::screens::kit::input::Input;
use crate::screens::kit::signals::Signals;
use crate::screens::kit::terminal::Terminal;
use crate::screens::kit::theme::ThemeName;
use crate::screens::lock::guard::{Guard, Verdict, Why};
use crate::screens::lock::view::over_a_desk;
use crate::screens::lock::wipe_question::Loss;
use crate::screens::observer::errand::{Errand, Outcome};
use crate::screens::observer::form::update as form_update;
use crate::screens::observer::lending::Lending;
use crate::screens::observer::message::{Effect, Message, Told};
use crate::screens::observer::state::{Screen, State};
use crate::screens::observer::update::update;
use crate::screens::observer::{effects, view, words};
use crate::vault::error::VaultError;
use crate::vault::settings::LockAfter;
use crate::vault::wipe::{Unsent, Wiped};

/// After this long without a key, what is being written is saved.
const PAUSE: Duration = Duration::from_secs(2);

/// What whoever sits down finds.
pub struct Seat<'a> {
    /// The terminal, taken over.
    pub terminal: &'a mut Terminal,
    /// Whoever may tell from outside to end or to step aside.
    pub signals: &'a Signals,
    /// Tells the instant and the local offset.
    pub clock: &'a dyn Fn() -> Moment,
    /// New ids are drawn with them.
    pub dice: &'a mut dyn Dice,
    /// Wipes the vault, open as it is.
    pub wipe: &'a dyn Fn() -> Result<Wiped, VaultError>,
    /// How soon it locks itself.
    pub lock_after: LockAfter,
    /// The draft that was open when it was last locked.
    pub draft: Option<ReportId>,
}

/// What whoever rises leaves behind; the desk is closed and its state gone.
pub struct Rose {
    /// Why.
    pub left: Left,
    /// Look and language as they were.
    pub looks: (ThemeName, Tongue),
    /// The draft that was open.
    pub draft: Option<ReportId>,
    /// What nobody else has yet, if it could be counted.
    pub unsent: Option<Unsent>,
}

/// How the desk was left.
pub enum Left {
    /// By its person.
    ByKey,
    /// Told from outside. Everything understood so far is saved.
    Stopped(Stop),
    /// Locked.
    Locked(Why, Kept),
    /// With the vault wiped, or not wholly.
    Wiped(Result<Wiped, VaultError>),
}

/// What became of what was being written when the desk was locked.
#[derive(Debug, Clone, PartialEq)]
pub enum Kept {
    /// Nothing was.
    NothingToKeep,
    /// It is saved.
    All,
    /// Not all of it is, and what is not is gone.
    Not(Phrase),
}

/// Why the loop ended, before the desk is closed.
enum End {
    Quit,
    Stop(Stop),
    Lock(Why),
    Wiped(Result<Wiped, VaultError>),
}

/// Sits down at an open desk and stays until it is left, locked or wiped.
///
/// # Errors
/// When the terminal is gone.
pub fn run(mut desk: ObserverDesk, seat: Seat<'_>, looks: (ThemeName, Tongue)) -> io::Result<Rose> {
    let Seat { terminal, signals, clock, dice, wipe, lock_after, draft } = seat;
    let size = terminal.size()?;
    let state = State::new(effects::badge(&mut desk), desk.catalogue().clone(), looks, size, clock());
    let queue = Queue::<Told>::new();
    let (guard, lending) = (Guard::new(lock_after, clock().now), Lending::new(desk));
    let mut sitting = Sitting { state, guard, lending, queue: &queue, dice };
    let _input = Input::listen(queue.sender(), signals)?;
    // Read while the list is looked at, so that the first letter of a place finds it there. Where no thread can be had,
    // that letter waits for it instead.
    let _ = thread::Builder::new().name("places".to_owned()).spawn(|| {
        Gazetteer::of_the_world();
        Borders::of_the_world();
    });
    let mut end = End::Quit;
    sitting.carry_out([Effect::LoadReports].into_iter().chain(draft.map(Effect::Open)).collect(), clock());
    event_loop::run(
        &queue,
        &mut sitting,
        (clock, PAUSE),
        |sitting, afresh| {
            if afresh {
                terminal.forget_picture()?;
            }
            terminal.draw(|frame| sitting.draw(frame))
        },
        |sitting, event, moment| {
            match sitting.guard.hear(&event, moment.now) {
                Verdict::Pass => {}
                Verdict::Mine => return Flow::On,
                Verdict::Count => {
                    sitting.guard.ask(sitting.loss());
                    return Flow::On;
                }
                Verdict::Lock(why) => {
                    end = End::Lock(why);
                    return Flow::End;
                }
                Verdict::Wipe => {
                    // The key first: whoever wipes may have no time for the rest.
                    end = End::Wiped(wipe());
                    return Flow::End;
                }
            }
            let message = match event {
                Event::Key(key) => Message::Key(key),
                Event::Paste(text) => Message::Paste(text),
                Event::Resized(columns, rows) => Message::Resized(columns, rows),
                Event::Tick | Event::StepAside => Message::Tick,
                Event::News(told) => Message::Told(told),
                Event::Stop(stop) => {
                    end = End::Stop(stop);
                    return Flow::End;
                }
            };
            let wanted = update(&mut sitting.state, message, moment);
            sitting.carry_out(wanted, moment)
        },
    )?;
    let left = match end {
        End::Quit => Left::ByKey,
        End::Stop(stop) => {
            sitting.keep(clock());
            Left::Stopped(stop)
        }
        End::Lock(why) => {
            // Whoever looks over his shoulder is faster than a slow disk.
            terminal.show_nothing()?;
            Left::Locked(why, sitting.keep(clock()))
        }
        End::Wiped(wiped) => {
            // The vault is wiped either way.
            let _ = terminal.show_nothing();
            Left::Wiped(wiped)
        }
    };
    let draft = match &sitting.state.screen {
        Screen::Form(form) => Some(form.draft.id),
        _ => None,
    };
    let unsent = if matches!(left, Left::Wiped(_)) { None } else { sitting.lending.desk().unsent().ok() };
    Ok(Rose { left, looks: (sitting.state.theme, sitting.state.tongue), draft, unsent })
}

/// Everything at one open desk, so that leaving it drops everything.
struct Sitting<'a> {
    state: State,
    guard: Guard,
    lending: Lending,
    queue: &'a Queue<Told>,
    dice: &'a mut dyn Dice,
}

impl Sitting<'_> {
    fn draw(&self, frame: &mut ratatui::Frame<'_>) {
        view::draw(&self.state, frame);
        over_a_desk::draw(&self.guard, (self.state.theme, self.state.tongue), frame);
    }

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
        // What was chosen meanwhile counts from now on.
        if touches_the_desk
            && !self.lending.is_lent()
            && let Ok(settings) = self.lending.desk().settings()
        {
            self.guard.lock_after(settings.lock_after);
        }
        flow
    }

    /// Lends the desk to an errand; what cannot even be begun is told at once.
    fn lend(&mut self, errand: Errand, moment: Moment) -> Vec<Effect> {
        let passphrases = self.state.take_passphrases();
        let begun = self.lending.go(errand, passphrases, Timestamp::new(moment.now), self.queue.sender());
        let Err(error) = begun else { return Vec::new() };
        let why = Word("fault-other").with("detail", error.to_string());
        update(&mut self.state, Message::Told(Told::Came(Box::new(Outcome::Failed(why)))), moment)
    }

    /// What a wipe would destroy that nobody else has. Whoever wipes does not wait for an errand: while one has the desk,
    /// the lists tell.
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

    /// Saves what is being written, once, because its writer is not asked any more.
    fn keep(&mut self, moment: Moment) -> Kept {
        let effects = form_update::save(&mut self.state, true);
        let Screen::Form(form) = &self.state.screen else { return Kept::NothingToKeep };
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
            Some(why) => Kept::Not(Word("lock-not-kept").with("fields", lost).with("why", why)),
            None if not_understood.is_empty() => Kept::All,
            None => Kept::Not(words::kept_but(&not_understood)),
        }
    }
}
