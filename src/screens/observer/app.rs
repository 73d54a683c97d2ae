//! Ties the observer's terminal together: the queue, the state, the pictures and the desk.

use std::collections::VecDeque;
use std::io;
use std::time::Duration;

use crate::desks::observer::ObserverDesk;
use crate::domain::ids::Dice;
use crate::domain::time::Timestamp;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::kit::event_loop::{self, Event, Flow, Moment, Queue, Stop};
use crate::screens::kit::input::Input;
use crate::screens::kit::terminal::Terminal;
use crate::screens::kit::theme::ThemeName;
use crate::screens::observer::effects;
use crate::screens::observer::errand::Outcome;
use crate::screens::observer::lending::Lending;
use crate::screens::observer::message::{Effect, Message, Told};
use crate::screens::observer::state::State;
use crate::screens::observer::update::update;
use crate::screens::observer::view;

/// After this long without a key, what is being written is saved.
const PAUSE: Duration = Duration::from_secs(2);

/// What the edge of the program gives: the only clock and the only dice there are.
pub struct Edge<'a> {
    /// Tells the instant and the local offset.
    pub clock: &'a dyn Fn() -> Moment,
    /// New ids are drawn with them.
    pub dice: &'a mut dyn Dice,
    /// The language to begin with.
    pub tongue: Tongue,
    /// The colours to begin with.
    pub theme: ThemeName,
}

/// How the desk was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// By its person.
    ByKey,
    /// A signal asked for it. Everything understood so far is saved.
    BySignal,
    /// The keyboard was gone. Everything understood so far is saved.
    InputLost,
}

/// Why the terminal could not be used. Nothing that was saved is touched.
#[derive(Debug, thiserror::Error)]
#[error("the terminal could not be used; everything you saved is safe: {0}")]
pub struct TerminalError(#[from] io::Error);

/// Sits down at the terminal and stays until it is left. When this returns, the terminal is as it was before: only
/// then may anything be printed.
///
/// # Errors
/// When there is no terminal, or it is gone.
pub fn run(mut desk: ObserverDesk, edge: &mut Edge<'_>) -> Result<Left, TerminalError> {
    let mut terminal = Terminal::enter()?;
    let size = terminal.size()?;
    let clock = edge.clock;
    let mut state = State::new(
        effects::badge(&mut desk),
        desk.catalogue().clone(),
        (edge.theme, edge.tongue),
        size,
        clock(),
    );
    let dice = &mut *edge.dice;
    let queue = Queue::<Told>::new();
    let _input = Input::listen(queue.sender())?;
    let mut left = Left::ByKey;
    let mut lending = Lending::new(desk);
    let mut carry_out = |state: &mut State, wanted: Vec<Effect>, moment: Moment| {
        carry_out(state, wanted, (&mut lending, &queue), dice, moment)
    };
    carry_out(&mut state, vec![Effect::LoadReports], clock());
    event_loop::run(
        &queue,
        &mut state,
        (clock, PAUSE),
        |state, afresh| {
            if afresh {
                terminal.forget_picture()?;
            }
            terminal.draw(|frame| view::draw(state, frame))
        },
        |state, event, moment| {
            let message = match event {
                Event::Key(key) => Message::Key(key),
                Event::Paste(text) => Message::Paste(text),
                Event::Resized(columns, rows) => Message::Resized(columns, rows),
                Event::Tick => Message::Tick,
                Event::News(told) => Message::Told(told),
                Event::Stop(stop) => {
                    left = if stop == Stop::Signal { Left::BySignal } else { Left::InputLost };
                    let wanted = update(state, Message::Tick, moment);
                    carry_out(state, wanted, moment);
                    return Flow::End;
                }
            };
            let wanted = update(state, message, moment);
            carry_out(state, wanted, moment)
        },
    )?;
    Ok(left)
}

/// Carries effects out in order, and lets the state hear what came of each; what follows from that comes last.
fn carry_out(
    state: &mut State,
    wanted: Vec<Effect>,
    (lending, queue): (&mut Lending, &Queue<Told>),
    dice: &mut dyn Dice,
    moment: Moment,
) -> Flow {
    let mut waiting = VecDeque::from(wanted);
    let mut flow = Flow::On;
    while let Some(effect) = waiting.pop_front() {
        match effect {
            Effect::Redraw => flow = Flow::Afresh,
            Effect::Leave => return Flow::End,
            Effect::Stop => lending.stop(),
            Effect::Go(errand) => {
                let passphrases = state.take_passphrases();
                let begun = lending.go(errand, passphrases, Timestamp::new(moment.now), queue.sender());
                if let Err(error) = begun {
                    let why = Word("fault-other").with("detail", error.to_string());
                    let told = Told::Came(Box::new(Outcome::Failed(why)));
                    waiting.extend(update(state, Message::Told(told), moment));
                }
            }
            effect => {
                let now = Timestamp::new(moment.now);
                let Some(told) = effects::perform(effect, &mut lending.desk(), dice, now) else {
                    continue;
                };
                if matches!(told, Told::NotSaved(..)) {
                    // Filing or leaving would act on a draft that lacks this field.
                    waiting.clear();
                }
                waiting.extend(update(state, Message::Told(told), moment));
            }
        }
    }
    flow
}
