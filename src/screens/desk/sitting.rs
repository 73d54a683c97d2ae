//! The loop at an open desk: the guard hears everything first, then the desk.

use std::io;
use std::time::Duration;

use ratatui::Frame;

use crate::language::tongue::Tongue;
use crate::screens::desk::message::Message;
use crate::screens::desk::seat::{Kept, Left, Seat};
use crate::screens::kit::event_loop::{self, Event, Flow, Moment, Queue, Stop};
use crate::screens::kit::input::Input;
use crate::screens::kit::theme::ThemeName;
use crate::screens::lock::guard::{Guard, Verdict, Why};
use crate::screens::lock::view::over_a_desk;
use crate::screens::lock::wipe_question::Loss;
use crate::vault::error::VaultError;
use crate::vault::settings::LockAfter;
use crate::vault::wipe::Wiped;

/// After this long without a key, what is being written is saved.
const PAUSE: Duration = Duration::from_secs(2);

/// Somebody at an open desk. Dropping it drops everything he had open.
pub trait Sitting {
    /// What his effects and workers have to tell.
    type News: Send + 'static;

    /// Look and language now.
    fn looks(&self) -> (ThemeName, Tongue);

    /// Draws what he sees.
    fn draw(&self, frame: &mut Frame<'_>);

    /// Lets the desk hear something, and carries out what follows.
    fn hear(&mut self, message: Message<Self::News>, moment: Moment) -> Flow;

    /// How soon it locks itself, where that may be another time since this was last asked.
    fn lock_after(&mut self) -> Option<LockAfter>;

    /// What a wipe would destroy that nobody else has. Whoever wipes does not wait for an answer.
    fn loss(&self) -> Loss;

    /// Saves what is being written and ends what is under way, once, because its writer is not asked any more.
    fn keep(&mut self, moment: Moment) -> Kept;
}

/// Why the loop ended, before the desk is closed.
enum End {
    Quit,
    Stop(Stop),
    Lock(Why),
    Wiped(Result<Wiped, VaultError>),
}

/// Stays at an open desk until it is left, locked or wiped.
///
/// # Errors
/// When the terminal is gone.
pub fn sit<S: Sitting>(sitting: &mut S, queue: &Queue<S::News>, seat: Seat<'_>) -> io::Result<Left> {
    let Seat { terminal, signals, clock, wipe, lock_after, .. } = seat;
    let _input = Input::listen(queue.sender(), signals)?;
    let mut watched = (sitting, Guard::new(lock_after, clock().now));
    let mut end = End::Quit;
    event_loop::run(
        queue,
        &mut watched,
        (clock, PAUSE),
        |(sitting, guard), afresh| {
            if afresh {
                terminal.forget_picture()?;
            }
            terminal.draw(|frame| {
                sitting.draw(frame);
                over_a_desk::draw(guard, sitting.looks(), frame);
            })
        },
        |(sitting, guard), event, moment| {
            match guard.hear(&event, moment.now) {
                Verdict::Pass => {}
                Verdict::Mine => return Flow::On,
                Verdict::Count => {
                    guard.ask(sitting.loss());
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
            let flow = sitting.hear(message, moment);
            // What was chosen meanwhile counts from now on.
            if let Some(lock_after) = sitting.lock_after() {
                guard.lock_after(lock_after);
            }
            flow
        },
    )?;
    let (sitting, _) = watched;
    Ok(match end {
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
    })
}
