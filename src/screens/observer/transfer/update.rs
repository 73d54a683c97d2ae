//! What keys change where packets are handed over.

use crate::screens::desk::errand::Underway;
use crate::screens::desk::folder::{Answer, Ask, Direction};
use crate::screens::desk::keys::{Command as DeskCommand, Go};
use crate::screens::kit::edit::Edit;
use crate::screens::observer::errand::{Errand, Outcome};
use crate::screens::observer::keys::Command;
use crate::screens::observer::message::Effect;
use crate::screens::observer::room::Room;
use crate::screens::observer::state::State;

/// Types into the folder that is being named.
pub fn write(state: &mut State, edit: &Edit) -> Vec<Effect> {
    if let Some(ask) = &mut state.transfer.ask {
        ask.edit(edit);
    }
    Vec::new()
}

/// Obeys a command in the room.
pub fn obey(state: &mut State, command: Command) -> Vec<Effect> {
    let room = &mut state.transfer;
    match command {
        Command::Write => room.ask = Some(Ask::new(Direction::Write, &room.folder)),
        Command::ReadBack => room.ask = Some(Ask::new(Direction::Read, &room.folder)),
        Command::Go(go @ (Go::Up | Go::PageUp)) => {
            room.first = room.first.saturating_add_signed(go.steps());
        }
        Command::Go(go @ (Go::Down | Go::PageDown)) => state.scroll_transfer(go.steps().unsigned_abs()),
        Command::Leave => return state.enter(Room::Reports),
        _ => {}
    }
    Vec::new()
}

/// Obeys a command while a folder is named.
pub fn in_ask(state: &mut State, command: DeskCommand) -> Vec<Effect> {
    let Some(ask) = &state.transfer.ask else { return Vec::new() };
    let direction = ask.direction;
    match ask.obey(command) {
        Some(Answer::Away) => state.transfer.ask = None,
        Some(Answer::Complete(typed)) => return vec![Effect::Complete(typed)],
        Some(Answer::Named(folder)) => {
            state.transfer.folder = folder.display().to_string();
            return go(
                state,
                match direction {
                    Direction::Write => Errand::Write(folder),
                    Direction::Read => Errand::Read(folder),
                },
            );
        }
        None => {}
    }
    Vec::new()
}

/// Begins an errand: from now until it comes back, the desk is lent.
pub fn go(state: &mut State, errand: Errand) -> Vec<Effect> {
    state.errand = Some(Underway::new(errand.clone()));
    vec![Effect::Go(errand)]
}

/// Folders were found for what was typed.
pub fn offered(state: &mut State, typed: &str, folders: Vec<String>) {
    if let Some(ask) = &mut state.transfer.ask {
        ask.offer(typed, folders);
    }
}

/// An errand is under way and a key was pressed: it can only be asked to end.
pub fn while_lent(state: &mut State, command: DeskCommand) -> Vec<Effect> {
    let Some(errand) = &mut state.errand else { return Vec::new() };
    let asked = errand.asked(command == DeskCommand::Leave, command == DeskCommand::Quit);
    if asked { vec![Effect::Stop] } else { Vec::new() }
}

/// Packets were carried, or were not.
pub fn came(state: &mut State, outcome: Outcome) -> Vec<Effect> {
    // A folder that was not understood stays on the screen to be put right.
    if !matches!(outcome, Outcome::Failed(_)) {
        state.transfer.ask = None;
    }
    state.transfer.last = Some(outcome);
    state.transfer.first = 0;
    vec![Effect::LoadReports]
}
