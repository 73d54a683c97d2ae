//! What keys and news change in this room.

use crossterm::event::KeyEvent;

use crate::domain::time::Timestamp;
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::commander::batch::keys::{Command, KEYS};
use crate::screens::commander::batch::message::{Effect as BatchEffect, News};
use crate::screens::commander::batch::room::{Asking, Call, OnTheLine};
use crate::screens::commander::batch::{moved, text};
use crate::screens::commander::errand::{Carried, Errand};
use crate::screens::commander::message::Effect;
use crate::screens::commander::state::{Screen, State};
use crate::screens::desk::folder::{Answer, Ask, Direction};
use crate::screens::desk::front::Notice;
use crate::screens::desk::keys::Command as DeskCommand;
use crate::screens::desk::reading;
use crate::screens::kit::edit::Edit;
use crate::screens::kit::widgets::list;

/// What must be read for the room.
pub fn enter(state: &mut State) -> Vec<Effect> {
    let known = state.batch.loaded.as_ref().map(|loaded| loaded.as_of);
    vec![Effect::Batch(BatchEffect::Load(known))]
}

/// What a key does in the room; nothing where its table does not know it.
pub fn press(state: &mut State, key: KeyEvent) -> Option<Vec<Effect>> {
    let command = KEYS.command(state.batch.places().0, key)?;
    Some(match command {
        Command::Go(go) => {
            let columns = reading::columns(state.front.size.0);
            let lines = text::lines(&state.batch, &state.front, columns).len();
            state.batch.first = list::moved(state.batch.first, lines, go.steps());
            Vec::new()
        }
        Command::Forward => {
            let goes = state.batch.loaded.as_ref().is_some_and(|loaded| !loaded.preview.batches.is_empty());
            if goes {
                state.batch.asking = Some(Asking::Forward);
            } else {
                state.front.notice = Some(Notice::Failed(Word("batch-nothing").into()));
            }
            Vec::new()
        }
        Command::Sync => sync(state),
        Command::HangUp => vec![Effect::Batch(BatchEffect::HangUp)],
        Command::Line => {
            let Some(loaded) = &mut state.batch.loaded else { return Some(Vec::new()) };
            loaded.choice = loaded.choice.next();
            if loaded.measured.is_none() && text::line(loaded).is_none() {
                loaded.choice = loaded.choice.next();
            }
            vec![Effect::Batch(BatchEffect::Reckon(loaded.choice))]
        }
        Command::Write => ask(state, Direction::Write),
        Command::Read => ask(state, Direction::Read),
        Command::Leave => {
            state.screen = Screen::Queue;
            Vec::new()
        }
    })
}

fn ask(state: &mut State, direction: Direction) -> Vec<Effect> {
    state.batch.asking = Some(Asking::Folder(Ask::new(direction, &state.batch.folder)));
    Vec::new()
}

/// Sends and receives over every road: first the folder used last, if it is there, then the relay. Asked for in any room.
pub fn sync(state: &mut State) -> Vec<Effect> {
    if state.batch.is_calling() {
        // What became ready meanwhile goes along; nobody calls twice.
        return vec![Effect::Batch(BatchEffect::More)];
    }
    state.batch.carried = None;
    vec![Effect::Batch(BatchEffect::FindFolder)]
}

/// Obeys what a key does at every desk: words, a folder, a question, where one is open here.
pub fn obey(state: &mut State, command: DeskCommand) -> Vec<Effect> {
    match &state.batch.asking {
        Some(Asking::Forward) => {
            state.batch.asking = None;
            if command == DeskCommand::Yes { vec![Effect::Batch(BatchEffect::Forward)] } else { Vec::new() }
        }
        Some(Asking::Folder(ask)) => {
            let direction = ask.direction;
            match ask.obey(command) {
                Some(Answer::Away) => state.batch.asking = None,
                Some(Answer::Complete(typed)) => return vec![Effect::Batch(BatchEffect::Complete(typed))],
                Some(Answer::Named(folder)) => {
                    state.batch.folder = folder.display().to_string();
                    return state.lend(match direction {
                        Direction::Write => Errand::Write(folder),
                        Direction::Read => Errand::Read(folder),
                    });
                }
                None => {}
            }
            Vec::new()
        }
        None => Vec::new(),
    }
}

/// Writes into the field that has the keys.
pub fn write(state: &mut State, edit: &Edit) -> Vec<Effect> {
    if let Some(Asking::Folder(ask)) = &mut state.batch.asking {
        ask.edit(edit);
    }
    Vec::new()
}

/// Hears what came of an effect.
pub fn hear(state: &mut State, news: News) -> Vec<Effect> {
    let now = Timestamp::new(state.front.moment.now);
    let room = &mut state.batch;
    match news {
        News::Loaded(loaded) => room.loaded = Some(*loaded),
        News::Forwarded { reports, packets } => {
            let done = Word("batch-forwarded").with("reports", reports).with("packets", packets);
            state.front.notice = Some(Notice::Done(done));
            room.first = 0;
            state.queue.mark_stale();
            let mut effects = vec![Effect::Batch(BatchEffect::Load(None))];
            if room.is_calling() {
                effects.push(Effect::Batch(BatchEffect::More));
            }
            return effects;
        }
        News::Folders { typed, folders } => {
            if let Some(Asking::Folder(ask)) = &mut room.asking {
                ask.offer(&typed, folders);
            }
        }
        News::Folder(Some(folder)) => return state.lend(Errand::Exchange(folder)),
        News::Folder(None) => return vec![Effect::Batch(BatchEffect::Call)],
        News::Called { relay } => room.call = Call::Open(Box::new(OnTheLine::new(relay, now))),
        News::Further(progress) => {
            if let Call::Open(line) = &mut room.call {
                line.further(progress, state.front.moment.now);
            }
        }
        News::Waits { why, next_try } => {
            if let Call::Open(line) = &mut room.call {
                line.waits = Some((why, next_try));
            }
        }
        News::Ended { done, why } => {
            state.front.notice = Some(match &why {
                None => Notice::Done(moved::sent_and_read(&done)),
                Some(why) => Notice::Failed(why.clone()),
            });
            room.call = Call::Over { at: now, done, why };
            state.moved = true;
        }
        News::Failed(why) => state.front.notice = Some(Notice::Failed(why)),
    }
    Vec::new()
}

/// An errand with a stick has ended.
pub fn came(state: &mut State, errand: &Errand, outcome: Result<Box<Carried>, Phrase>) -> Vec<Effect> {
    // A folder that was not understood stays on the screen to be put right.
    if outcome.is_ok() {
        state.batch.asking = None;
    }
    state.batch.carried = Some(outcome);
    state.batch.first = 0;
    state.moved = true;
    let calls = matches!(errand, Errand::Exchange(_));
    if calls { vec![Effect::Batch(BatchEffect::Call)] } else { Vec::new() }
}
