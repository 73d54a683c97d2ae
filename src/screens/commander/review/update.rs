//! What keys and news change in the review. What stands in front of both sides, what is signed, and what is heard have files
//! of their own.

use crossterm::event::KeyEvent;

use crate::domain::ids::Digest;
use crate::language::word::Word;
use crate::screens::commander::message::Effect as Asked;
use crate::screens::commander::review::give_back::GiveBack;
use crate::screens::commander::review::keys::{Command, KEYS, steps};
use crate::screens::commander::review::message::{Effect, News};
use crate::screens::commander::review::room::{Over, ReviewRoom, Side, Turn};
use crate::screens::commander::review::{hearing, in_front, shape, signing, text};
use crate::screens::commander::state::{Screen, State};
use crate::screens::desk::front::{Front, Notice};
use crate::screens::kit::edit::Edit;
use crate::screens::kit::widgets::form::{Input, Reaction};

/// Sits down to review these reports, in this order, from one of them on.
pub fn begin(state: &mut State, order: Vec<Digest>, at: Digest) -> Vec<Asked> {
    let keep = state.review.lay_aside();
    state.review.go_through(order);
    state.screen = Screen::Review;
    follow(state, Turn::asks(Effect::Open(at)).after(keep))
}

/// What a key does in the review; nothing where its table does not know it.
pub fn press(state: &mut State, key: KeyEvent) -> Option<Vec<Asked>> {
    let command = KEYS.command(state.review.places().0, key)?;
    let turn = act(&mut state.review, &mut state.front, command);
    Some(follow(state, turn))
}

/// Writes into the field that has the keys.
pub fn write(state: &mut State, edit: &Edit) -> Vec<Asked> {
    write_in(&mut state.review, &state.front, edit);
    Vec::new()
}

/// Hears what came of an effect.
pub fn hear(state: &mut State, news: News) -> Vec<Asked> {
    if matches!(news, News::Opened(..)) {
        state.screen = Screen::Review;
    }
    let turn = hearing::take_in(&mut state.review, &mut state.front, news);
    follow(state, turn)
}

/// What follows for the frame around the room, which reads the queue again where he is back in it.
fn follow(state: &mut State, turn: Turn) -> Vec<Asked> {
    if turn.leaves {
        state.screen = Screen::Queue;
    }
    turn.wanted.into_iter().map(Asked::Review).collect()
}

/// Does what a key means.
fn act(room: &mut ReviewRoom, front: &mut Front, command: Command) -> Turn {
    let Some(sheet) = room.sheet.as_deref_mut() else { return Turn { leaves: true, ..Turn::default() } };
    let turn = match (&sheet.over, sheet.side) {
        (Over::Nothing, Side::Original) => on_original(room, front, command),
        (Over::Nothing, Side::Statement) => on_statement(room, front, command),
        _ => in_front::act(sheet, front, command),
    };
    room.show_back();
    turn
}

/// Types or pastes where the keys act.
fn write_in(room: &mut ReviewRoom, front: &Front, edit: &Edit) {
    let Some(sheet) = room.sheet.as_deref_mut() else { return };
    match (&mut sheet.over, sheet.side) {
        (Over::GiveBack(back), _) => back.edit(edit, front.tongue),
        (Over::Nothing, Side::Statement) => match sheet.statement.edit(edit, front.tongue) {
            Reaction::Before => sheet.statement.form.previous(),
            Reaction::Behind => sheet.statement.form.next(),
            Reaction::Changed | Reaction::Stayed => {}
        },
        _ => {}
    }
    room.show_back();
}

/// What is to be kept now of what he is writing.
pub fn keep(state: &mut State) -> Vec<Asked> {
    state.review.keep().map(Asked::Review).into_iter().collect()
}

/// The terminal has another size.
pub fn resized(state: &mut State) {
    let front = &state.front;
    let Some(sheet) = state.review.sheet.as_deref_mut() else { return };
    sheet.statement.fit(shape::long_field(front.size));
    if let Over::GiveBack(back) = &mut sheet.over {
        back.form.fit(shape::note(front.size));
    }
}

fn on_original(room: &mut ReviewRoom, front: &mut Front, act: Command) -> Turn {
    if act == Command::Leave {
        return leave(room, front);
    }
    if let Command::NextReport | Command::PreviousReport = act {
        let Some(next) = room.neighbour(act == Command::NextReport) else {
            front.notice = Some(Notice::Done(Word("review-no-other").into()));
            return Turn::default();
        };
        let keep = room.lay_aside();
        return Turn::asks(Effect::Open(next)).after(keep);
    }
    if act == Command::TakeBack {
        return signing::take_back(room, front);
    }
    let Some(sheet) = room.sheet.as_deref_mut() else { return Turn::default() };
    if let Some(steps) = steps(act, shape::page(front.size)) {
        let area = shape::original(front.size);
        let lines = text::lines(&sheet.original, &front.catalogue, area.width, front.tongue);
        sheet.first = shape::scrolled(sheet.first, lines.len(), area.height, steps);
        return Turn::default();
    }
    match act {
        Command::Sign => return signing::ask_or_sign(sheet, front),
        Command::Side => sheet.side = Side::Statement,
        Command::GiveBack if sheet.original.is_gone() => {
            front.notice = Some(Notice::Failed(Word("review-gone").into()));
        }
        Command::GiveBack => sheet.over = Over::GiveBack(Box::new(GiveBack::new(shape::note(front.size)))),
        Command::Repeats => in_front::open_repeats(sheet, front),
        Command::Files => return in_front::open_files(sheet, front),
        _ => {}
    }
    Turn::default()
}

fn on_statement(room: &mut ReviewRoom, front: &mut Front, act: Command) -> Turn {
    let Some(sheet) = room.sheet.as_deref_mut() else { return Turn::default() };
    match act {
        Command::Sign => return signing::ask_or_sign(sheet, front),
        Command::Side | Command::Leave => sheet.side = Side::Original,
        Command::Repeats => in_front::open_repeats(sheet, front),
        Command::Enter => {
            let long =
                matches!(sheet.statement.form.focused().map(|field| &field.input), Some(Input::Area(_)));
            if long {
                sheet.statement.edit(&Edit::Type('\n'), front.tongue);
            } else {
                sheet.statement.form.next();
            }
        }
        _ => {}
    }
    Turn::default()
}

/// Back to the queue; what was begun is kept, and he is told.
fn leave(room: &mut ReviewRoom, front: &mut Front) -> Turn {
    if room.is_unsigned() {
        front.notice = Some(Notice::Done(Word("review-kept").into()));
    }
    Turn { leaves: true, ..Turn::default() }.after(room.lay_aside())
}
