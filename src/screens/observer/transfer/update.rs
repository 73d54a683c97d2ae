//! What keys change where packets are handed over.

use std::path::PathBuf;

use crate::desks::paths::common_beginning;
use crate::screens::kit::edit::Edit;
use crate::screens::observer::errand::{Errand, Outcome, Progress};
use crate::screens::observer::keys::Command;
use crate::screens::observer::message::Effect;
use crate::screens::observer::room::Room;
use crate::screens::observer::state::State;
use crate::screens::observer::transfer::room::{Ask, Direction, Underway};

/// Lines a page key goes.
const PAGE: usize = 10;

/// Types into the folder that is being named.
pub fn write(state: &mut State, edit: &Edit) -> Vec<Effect> {
    if let Some(ask) = &mut state.transfer.ask
        && ask.field.edit(edit)
    {
        ask.offers.clear();
    }
    Vec::new()
}

/// Obeys a command in the room.
pub fn obey(state: &mut State, command: Command) -> Vec<Effect> {
    if state.transfer.ask.is_some() {
        return in_ask(state, command);
    }
    let room = &mut state.transfer;
    match command {
        Command::Write => room.ask = Some(Ask::new(Direction::Write, &room.folder)),
        Command::ReadBack => room.ask = Some(Ask::new(Direction::Read, &room.folder)),
        Command::Up => room.first = room.first.saturating_sub(1),
        Command::PageUp => room.first = room.first.saturating_sub(PAGE),
        Command::Down => state.scroll_transfer(1),
        Command::PageDown => state.scroll_transfer(PAGE),
        Command::Leave => return state.enter(Room::Reports),
        _ => {}
    }
    Vec::new()
}

fn in_ask(state: &mut State, command: Command) -> Vec<Effect> {
    let Some(ask) = &mut state.transfer.ask else { return Vec::new() };
    match command {
        Command::Leave => state.transfer.ask = None,
        Command::Complete => return vec![Effect::Complete(ask.field.text().to_owned())],
        Command::Open if !ask.field.text().trim().is_empty() => {
            let folder = ask.field.text().trim().to_owned();
            let errand = match ask.direction {
                Direction::Write => Errand::Write(PathBuf::from(&folder)),
                Direction::Read => Errand::Read(PathBuf::from(&folder)),
            };
            state.transfer.folder = folder;
            return go(state, errand);
        }
        _ => {}
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
    let Some(ask) = &mut state.transfer.ask else { return };
    if ask.field.text() != typed {
        return;
    }
    let common = common_beginning(&folders);
    if common.len() > typed.len() {
        ask.field.set(&common);
    }
    ask.offers = if folders.len() > 1 { folders } else { Vec::new() };
}

/// An errand is under way and a key was pressed: it can only be asked to end.
pub fn while_lent(state: &mut State, command: Command) -> Vec<Effect> {
    let Some(errand) = &mut state.errand else { return Vec::new() };
    errand.leaving |= command == Command::Quit;
    if matches!(command, Command::Leave | Command::Quit) && !errand.stopping {
        errand.stopping = true;
        return vec![Effect::Stop];
    }
    Vec::new()
}

/// An errand tells how far it is.
pub fn going(state: &mut State, progress: Progress) {
    if let Some(errand) = &mut state.errand {
        errand.progress = progress;
    }
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
