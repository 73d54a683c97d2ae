//! What keys and news change in the queue.

use crossterm::event::KeyEvent;

use crate::desks::commander::queue::QueueState;
use crate::domain::ids::Digest;
use crate::language::word::Word;
use crate::screens::commander::message::Effect;
use crate::screens::commander::queue::keys::{Command, KEYS};
use crate::screens::commander::queue::lines::{self, QueueLine};
use crate::screens::commander::queue::message::{self, News};
use crate::screens::commander::queue::words;
use crate::screens::commander::review;
use crate::screens::commander::state::State;
use crate::screens::desk::front::Notice;
use crate::screens::desk::keys::Command as DeskCommand;
use crate::screens::kit::edit::Edit;

/// What must be read for the room.
pub fn enter(state: &mut State) -> Vec<Effect> {
    let changed = state.review.take_changed();
    if state.queue.is_to_be_read() {
        vec![Effect::Queue(message::Effect::Load)]
    } else if changed.is_empty() {
        Vec::new()
    } else {
        vec![reload(changed)]
    }
}

/// What a key does in the room; nothing where its table does not know it.
pub fn press(state: &mut State, key: KeyEvent) -> Option<Vec<Effect>> {
    let command = KEYS.command(state.queue.places().0, key)?;
    match command {
        Command::Go(go) => state.queue.step(go.steps()),
        Command::Open => return Some(open(state)),
        Command::Search => state.queue.search.begin(),
        Command::NextKind => state.queue.show_kind(true, &state.front),
        Command::PreviousKind => state.queue.show_kind(false, &state.front),
        Command::TakeBack => return Some(take_back(state)),
        Command::Widen => {
            state.queue.widen(&state.front);
        }
        Command::Quit => return Some(vec![Effect::Leave]),
    }
    Some(Vec::new())
}

/// Obeys what a key does at every desk, while words are typed.
pub fn obey(state: &mut State, command: DeskCommand) -> Vec<Effect> {
    match command {
        DeskCommand::Go(go) => state.queue.step(go.steps()),
        DeskCommand::Open => return open(state),
        DeskCommand::Leave => {
            state.queue.widen(&state.front);
        }
        _ => {}
    }
    Vec::new()
}

/// Writes into the words that narrow the list.
pub fn write(state: &mut State, edit: &Edit) -> Vec<Effect> {
    if state.queue.search.is_writing() {
        state.queue.edit(edit, &state.front);
    }
    Vec::new()
}

/// Lays the selected report before him, and behind it those that are shown; the words stay in force. Whoever begins at
/// one that waits for him goes on to the next that does, past those he signed or gave back before.
fn open(state: &mut State) -> Vec<Effect> {
    state.queue.search.leave();
    let Some(selected) = state.queue.selected_line() else { return Vec::new() };
    let (report, is_waiting) = (selected.row.digest, waits(selected));
    let lines = (0..state.queue.shown()).filter_map(|place| state.queue.shown_line(place));
    let order = lines.filter(|line| !is_waiting || waits(line)).map(|line| line.row.digest).collect();
    review::update::begin(state, order, report)
}

/// Whether it waits for a review.
fn waits(line: &QueueLine) -> bool {
    matches!(line.row.state, QueueState::New | QueueState::Completed)
}

fn take_back(state: &mut State) -> Vec<Effect> {
    match state.queue.to_take_back(&state.review.signed) {
        Some(report) => vec![Effect::Queue(message::Effect::TakeBack(report))],
        None => {
            state.front.notice = Some(Notice::Failed(Word("queue-nothing-to-take-back").into()));
            Vec::new()
        }
    }
}

fn reload(reports: Vec<Digest>) -> Effect {
    Effect::Queue(message::Effect::Reload(reports))
}

/// Hears what came of an effect.
pub fn hear(state: &mut State, news: News) -> Vec<Effect> {
    let State { queue, front, .. } = state;
    match news {
        News::Listed(listed) => {
            queue.set_back = listed.set_back;
            queue.show(lines::of_rows(listed.rows, &listed.marks), front);
        }
        News::Changed(asked, rows) => {
            queue.change(front, |lines| lines::put_in_place(lines, &asked, rows));
        }
        News::TakenBack(report) => {
            let called = queue.line(report).map(|line| words::called(&line.called()));
            let called = called.unwrap_or_else(|| Word("queue-one-report").into());
            front.notice = Some(Notice::Done(Word("queue-taken-back").with("report", called)));
            queue.select(report);
            state.review.owed_again(report);
            return enter(state);
        }
        News::Failed(why) => front.notice = Some(Notice::Failed(why)),
    }
    Vec::new()
}
