//! What keys and news change in this room.

use crossterm::event::KeyEvent;

use crate::screens::commander::contingent::keys::{Command, KEYS};
use crate::screens::commander::contingent::message::News;
use crate::screens::commander::message::Effect;
use crate::screens::commander::state::{Screen, State};
use crate::screens::desk::keys::Command as DeskCommand;
use crate::screens::kit::edit::Edit;

/// What must be read for the room.
pub fn enter(_state: &mut State) -> Vec<Effect> {
    Vec::new()
}

/// What a key does in the room; nothing where its table does not know it.
pub fn press(state: &mut State, key: KeyEvent) -> Option<Vec<Effect>> {
    let command = KEYS.command(state.contingent.places().0, key)?;
    match command {
        Command::Leave => state.screen = Screen::Queue,
    }
    Some(Vec::new())
}

/// Obeys what a key does at every desk: words, a folder, a question, where one is open here.
pub fn obey(_state: &mut State, _command: DeskCommand) -> Vec<Effect> {
    Vec::new()
}

/// Writes into the field that has the keys.
pub fn write(_state: &mut State, _edit: &Edit) -> Vec<Effect> {
    Vec::new()
}

/// Hears what came of an effect.
pub fn hear(_state: &mut State, news: News) -> Vec<Effect> {
    match news {}
}
