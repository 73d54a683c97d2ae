//! Ties the commander's terminal together: the queue of events, the state, the pictures, the desk, and what runs beside it.

use std::collections::VecDeque;
use std::io;

use ratatui::Frame;

use crate::desks::commander::CommanderDesk;
use crate::domain::ids::Dice;
use crate::domain::time::Timestamp;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::commander::batch::message::Tidings;
use crate::screens::commander::errand::{Errand, Outcome};
use crate::screens::commander::message::{Effect, Heard, Message, Told};
use crate::screens::commander::review;
use crate::screens::commander::review::message::News;
use crate::screens::commander::room::Room;
use crate::screens::commander::running::Running;
use crate::screens::commander::state::State;
use crate::screens::commander::update::{enter, update};
use crate::screens::commander::work::Work;
use crate::screens::commander::{effects, view};
use crate::screens::desk::errand;
use crate::screens::desk::front::Front;
use crate::screens::desk::lending::Lending;
use crate::screens::desk::message;
use crate::screens::desk::seat::{Kept, Left, Rose, Seat, Written};
use crate::screens::desk::sitting::{self, Sitting as _, sit};
use crate::screens::kit::event_loop::{Flow, Moment, Queue};
use crate::screens::kit::theme::ThemeName;
use crate::screens::lock::wipe_question::Loss;
use crate::vault::settings::LockAfter;

/// Sits down at an open desk and stays until it is left, locked or wiped.
///
/// # Errors
/// When the terminal is gone.
pub fn run(mut desk: CommanderDesk, seat: Seat<'_>, dice: &mut dyn Dice) -> io::Result<Rose> {
    let now = (seat.clock)();
    let catalogue = desk.catalogue().clone();
    let front = Front::new(effects::badge(&mut desk), catalogue, seat.looks, seat.terminal.size()?, now);
    let queue = Queue::<Heard>::new();
    let mut sitting = Sitting {
        state: State::new(front),
        lending: Lending::new(desk),
        running: Running::default(),
        kept_waiting: Vec::new(),
        queue: &queue,
        dice,
        chosen: None,
    };
    let first = enter(&mut sitting.state, Room::Queue);
    sitting.carry_out(first, now);
    let left = sit(&mut sitting, &queue, seat)?;
    let unsent = if matches!(left, Left::Wiped(_)) { None } else { sitting.lending.desk().unsent().ok() };
    Ok(Rose { left, looks: sitting.looks(), draft: None, unsent })
}

/// Everything at one open desk, so that leaving it drops everything.
struct Sitting<'a> {
    state: State,
    /// What runs ends before the desk is closed.
    running: Running,
    lending: Lending<CommanderDesk>,
    /// What the line told while the desk was lent.
    kept_waiting: Vec<Tidings>,
    queue: &'a Queue<Heard>,
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
                    if let Some(told) =
                        self.with_the_desk(moment, |work, running| effects::perform(effect, work, running))
                    {
                        waiting.extend(update(&mut self.state, Message::Told(told), moment));
                    }
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

    fn with_the_desk<T>(&mut self, moment: Moment, act: impl FnOnce(&mut Work<'_>, &mut Running) -> T) -> T {
        let mut desk = self.lending.desk();
        let (now, tell) = (Timestamp::new(moment.now), self.queue.sender());
        let mut work = Work { desk: &mut desk, dice: self.dice, now, tell: &tell };
        act(&mut work, &mut self.running)
    }

    /// Lends the desk to an errand; what cannot even be begun is told at once.
    fn lend(&mut self, errand: Errand, moment: Moment) -> Vec<Effect> {
        let passphrases = self.state.take_passphrases();
        let begun = self.lending.go(errand, passphrases, Timestamp::new(moment.now), self.queue.sender());
        let Err(error) = begun else { return Vec::new() };
        let why = Word("fault-other").with("detail", error.to_string());
        update(&mut self.state, Message::Told(errand::News::Came(Outcome::Failed(why)).into()), moment)
    }

    /// Takes in what the line tells. While the desk is lent that waits, so that neither stops the other.
    fn take_in(&mut self, tidings: Option<Tidings>, moment: Moment) -> Flow {
        self.kept_waiting.extend(tidings);
        if self.lending.is_lent() {
            return Flow::On;
        }
        let mut wanted = Vec::new();
        for tidings in std::mem::take(&mut self.kept_waiting) {
            for news in self.with_the_desk(moment, |work, running| running.line.hear(tidings, work)) {
                wanted.extend(update(&mut self.state, Message::Told(Told::Batch(news)), moment));
            }
        }
        self.carry_out(wanted, moment)
    }
}

impl sitting::Sitting for Sitting<'_> {
    type News = Heard;

    fn looks(&self) -> (ThemeName, Tongue) {
        (self.state.front.theme, self.state.front.tongue)
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        view::draw(&self.state, frame);
    }

    fn hear(&mut self, message: message::Message<Heard>, moment: Moment) -> Flow {
        let message = match message {
            message::Message::Key(key) => Message::Key(key),
            message::Message::Paste(text) => Message::Paste(text),
            message::Message::Resized(columns, rows) => Message::Resized(columns, rows),
            message::Message::Tick => Message::Tick,
            message::Message::Told(Heard::Told(told)) => Message::Told(told),
            message::Message::Told(Heard::Line(tidings)) => return self.take_in(Some(tidings), moment),
        };
        let wanted = update(&mut self.state, message, moment);
        match self.carry_out(wanted, moment) {
            Flow::On if !self.kept_waiting.is_empty() => self.take_in(None, moment),
            flow => flow,
        }
    }

    fn lock_after(&mut self) -> Option<LockAfter> {
        self.chosen.take()
    }

    fn loss(&self) -> Loss {
        if self.lending.is_lent() {
            return Loss::Unknown;
        }
        self.lending.desk().unsent().map_or(Loss::Unknown, Loss::Now)
    }

    fn keep(&mut self, moment: Moment) -> Kept {
        Kept { written: self.write_down(moment), stopped: self.running.stop() }
    }
}

impl Sitting<'_> {
    /// Keeps what was begun and not signed.
    fn write_down(&mut self, moment: Moment) -> Written {
        for effect in review::update::keep(&mut self.state) {
            let told = self.with_the_desk(moment, |work, running| effects::perform(effect, work, running));
            if let Some(Told::Review(News::NotKept(_, why))) = told {
                return Written::Not(Word("review-not-kept").with("why", why));
            }
        }
        if self.state.review.is_unsigned() { Written::All } else { Written::Nothing }
    }
}
