//! What keys and news change in this room.

use crossterm::event::KeyEvent;

use crate::domain::time::Timestamp;
use crate::screens::commander::message::Effect;
use crate::screens::commander::sent::keys::{Command, KEYS};
use crate::screens::commander::sent::message::{Effect as SentEffect, News};
use crate::screens::commander::sent::page;
use crate::screens::commander::sent::room::Part;
use crate::screens::commander::state::{Screen, State};
use crate::screens::desk::front::Notice;
use crate::screens::desk::keys::{Command as DeskCommand, Go};
use crate::screens::desk::reading;
use crate::screens::kit::edit::Edit;
use crate::screens::kit::widgets::list;

/// What must be read for the room.
pub fn enter(_state: &mut State) -> Vec<Effect> {
    vec![Effect::Sent(SentEffect::Load)]
}

/// What a key does in the room; nothing where its table does not know it.
pub fn press(state: &mut State, key: KeyEvent) -> Option<Vec<Effect>> {
    let command = KEYS.command(state.sent.places().0, key)?;
    match command {
        Command::Go(go) => step(state, go),
        Command::Open => {
            let wanted = match state.sent.part {
                Part::Bulletins => state.sent.bulletins.selected().map(|row| SentEffect::Read(row.digest())),
                _ => state.sent.reports.selected().map(|line| SentEffect::Open(line.digest)),
            };
            return Some(wanted.map(Effect::Sent).into_iter().collect());
        }
        Command::Search => state.sent.search.begin(),
        Command::Reports => state.sent.part = Part::Reports,
        Command::Bulletins => state.sent.part = Part::Bulletins,
        Command::Packets => state.sent.part = Part::Packets(0),
        Command::Leave => match state.sent.part {
            Part::Reports | Part::Bulletins if state.sent.search.is_open() => {
                state.sent.search.clear();
                state.sent.narrow(&state.front);
            }
            Part::Reports => state.screen = Screen::Queue,
            Part::Bulletins | Part::Packets(_) | Part::Page(..) => state.sent.part = Part::Reports,
            Part::Bulletin(..) => state.sent.part = Part::Bulletins,
        },
    }
    Some(Vec::new())
}

fn step(state: &mut State, go: Go) {
    let (room, front) = (&mut state.sent, &state.front);
    let columns = reading::columns(front.size.0);
    let count = match &room.part {
        Part::Reports => room.reports.left.len(),
        Part::Bulletins => room.bulletins.left.len(),
        Part::Packets(_) => page::packets(room, front, columns).len(),
        Part::Page(opened, _) => page::report(opened, &front.catalogue, columns, front.tongue).len(),
        Part::Bulletin(opened, _) => page::bulletin(room, opened, front, columns).len(),
    };
    let at = match &mut room.part {
        Part::Reports => &mut room.reports.at,
        Part::Bulletins => &mut room.bulletins.at,
        Part::Packets(first) | Part::Page(_, first) | Part::Bulletin(_, first) => first,
    };
    *at = list::moved(*at, count, go.steps());
}

/// Obeys what a key does at every desk: words, a folder, a question, where one is open here.
pub fn obey(state: &mut State, command: DeskCommand) -> Vec<Effect> {
    if !state.sent.search.is_writing() {
        return Vec::new();
    }
    match command {
        DeskCommand::Open => state.sent.search.leave(),
        DeskCommand::Leave => {
            state.sent.search.clear();
            state.sent.narrow(&state.front);
        }
        DeskCommand::Go(go) => step(state, go),
        _ => {}
    }
    Vec::new()
}

/// Writes into the field that has the keys.
pub fn write(state: &mut State, edit: &Edit) -> Vec<Effect> {
    if state.sent.search.is_writing() && state.sent.search.edit(edit) {
        (state.sent.reports.at, state.sent.bulletins.at) = (0, 0);
        state.sent.narrow(&state.front);
    }
    Vec::new()
}

/// Hears what came of an effect.
pub fn hear(state: &mut State, news: News) -> Vec<Effect> {
    match news {
        News::Loaded(sent, bulletins) => state.sent.take(*sent, bulletins, &state.front),
        News::Opened(opened) => state.sent.part = Part::Page(opened, 0),
        News::Bulletin(opened) => {
            let now = Timestamp::new(state.front.moment.now);
            state.sent.seen(opened.line.statement, now);
            state.sent.part = Part::Bulletin(opened, 0);
        }
        News::Failed(why) => state.front.notice = Some(Notice::Failed(why)),
    }
    Vec::new()
}
