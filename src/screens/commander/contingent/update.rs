//! What keys and news change in this room.

use crossterm::event::KeyEvent;

use crate::domain::time::Timestamp;
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::commander::contingent::asked::{Asked, Leaving, Naming, Placing};
use crate::screens::commander::contingent::keys::{Command, KEYS};
use crate::screens::commander::contingent::message::{self, News};
use crate::screens::commander::contingent::room::Open;
use crate::screens::commander::message::Effect;
use crate::screens::commander::state::{Screen, State};
use crate::screens::desk::folder::Answer;
use crate::screens::desk::front::Notice;
use crate::screens::desk::keys::Command as DeskCommand;
use crate::screens::kit::edit::Edit;

/// What must be read for the room: people may have been heard of meanwhile.
pub fn enter(_state: &mut State) -> Vec<Effect> {
    asks(message::Effect::Load)
}

fn asks(effect: message::Effect) -> Vec<Effect> {
    vec![Effect::Contingent(effect)]
}

/// What a key does in the room; nothing where its table does not know it.
pub fn press(state: &mut State, key: KeyEvent) -> Option<Vec<Effect>> {
    let command = KEYS.command(state.contingent.places().0, key)?;
    let room = &mut state.contingent;
    match command {
        Command::Go(go) => match &mut room.open {
            Some(Open::Leaving(leaving)) => leaving.step(go.steps()),
            _ => room.step(go.steps()),
        },
        Command::Open => room.open = room.selected().map(|member| Open::One(member.id)),
        Command::Search => room.search.begin(),
        Command::Enrol => room.open = Some(Open::Naming(Naming::new(None, &room.last))),
        Command::Replace => match room.in_hand() {
            Some(replaced) => room.open = Some(Open::Naming(Naming::new(Some(replaced), &room.last))),
            None => tell(state, Word("people-nobody-in-hand")),
        },
        Command::Revoke => match room.in_hand() {
            Some(one) => room.open = Some(Open::Leaving(Leaving::new(one.member, one.callsign))),
            None => tell(state, Word("people-nobody-in-hand")),
        },
        Command::On => on(state),
        Command::Yes => return Some(yes(state)),
        Command::Leave => leave(state),
    }
    Some(Vec::new())
}

fn tell(state: &mut State, why: impl Into<Phrase>) {
    state.front.notice = Some(Notice::Failed(why.into()));
}

/// Puts the last question, where everything for it is there.
fn on(state: &mut State) {
    let now = Timestamp::new(state.front.moment.now);
    match &mut state.contingent.open {
        Some(Open::Asked(asked)) if asked.until(now).is_none() => tell(state, Word("people-no-days")),
        Some(Open::Asked(asked)) if asked.applying.callsign_of.is_some() && asked.replaces.is_none() => {
            tell(state, Word("fault-name-taken"));
        }
        Some(Open::Asked(asked)) => asked.is_last = true,
        Some(Open::Leaving(leaving)) => leaving.is_last = true,
        _ => {}
    }
}

/// Does what the last question was about.
fn yes(state: &mut State) -> Vec<Effect> {
    let now = Timestamp::new(state.front.moment.now);
    match &state.contingent.open {
        Some(Open::Asked(asked)) => asked.until(now).map_or_else(Vec::new, |until| {
            asks(message::Effect::Enrol {
                request: asked.request.clone(),
                until,
                replaces: asked.revoking(),
                folder: asked.folder.clone(),
            })
        }),
        Some(Open::Leaving(leaving)) => asks(message::Effect::Revoke(leaving.revoking())),
        _ => Vec::new(),
    }
}

fn leave(state: &mut State) {
    let room = &mut state.contingent;
    match &mut room.open {
        Some(Open::Asked(asked)) if asked.is_last => asked.is_last = false,
        Some(Open::Leaving(leaving)) if leaving.is_last => leaving.is_last = false,
        Some(_) => room.open = None,
        None if room.search.is_open() => room.search.clear(),
        None => state.screen = Screen::Queue,
    }
}

/// Obeys what a key does at every desk: words, a path.
pub fn obey(state: &mut State, command: DeskCommand) -> Vec<Effect> {
    let room = &mut state.contingent;
    if let Some(answer) = room.ask().and_then(|ask| ask.obey(command)) {
        return answered(state, answer);
    }
    match command {
        DeskCommand::Go(go) if room.search.is_writing() => room.step(go.steps()),
        DeskCommand::Open if room.search.is_writing() => room.search.leave(),
        DeskCommand::Leave if room.search.is_writing() => room.search.clear(),
        _ => {}
    }
    Vec::new()
}

fn answered(state: &mut State, answer: Answer) -> Vec<Effect> {
    let room = &mut state.contingent;
    match (answer, &room.open) {
        (Answer::Complete(typed), _) => asks(message::Effect::Complete(typed)),
        (Answer::Away, Some(Open::Placing(_))) => {
            // His file is nowhere else: it is asked for until it lies somewhere, or he is enrolled once more.
            tell(state, Word("people-not-placed"));
            state.contingent.open = None;
            Vec::new()
        }
        (Answer::Away, _) => {
            room.open = None;
            Vec::new()
        }
        (Answer::Named(path), Some(Open::Placing(placing))) => {
            asks(message::Effect::Place(Box::new(placing.enrolled.clone()), path))
        }
        (Answer::Named(path), _) => {
            room.last = path.display().to_string();
            asks(message::Effect::ReadRequest(path))
        }
    }
}

/// Writes into the field that has the keys.
pub fn write(state: &mut State, edit: &Edit) -> Vec<Effect> {
    state.contingent.edit(edit);
    Vec::new()
}

/// Hears what came of an effect.
pub fn hear(state: &mut State, news: News) -> Vec<Effect> {
    let room = &mut state.contingent;
    match news {
        News::Listed(members) => room.show(members),
        News::Paths(typed, found) => {
            if let Some(ask) = room.ask() {
                ask.offer(&typed, found);
            }
        }
        News::Asks(applying, path, request) => {
            if let Some(Open::Naming(naming)) = &room.open {
                let asked = Asked::new(*applying, request, &path, naming.replaces.clone());
                room.open = Some(Open::Asked(Box::new(asked)));
            }
        }
        News::Placed(placed) => {
            room.open = Some(Open::Placed(placed));
            return asks(message::Effect::Load);
        }
        News::NotPlaced(enrolled, why) => {
            room.open = Some(Open::Placing(Box::new(Placing::new(*enrolled))));
            tell(state, why);
            return asks(message::Effect::Load);
        }
        News::Revoked(revoked) => {
            room.open = None;
            let said = Word("people-revoked")
                .with("who", revoked.callsign.as_str())
                .with("number", revoked.from_report);
            state.front.notice = Some(Notice::Done(said));
            return asks(message::Effect::Load);
        }
        News::Failed(why) => {
            match &mut room.open {
                Some(Open::Asked(asked)) => asked.is_last = false,
                Some(Open::Leaving(leaving)) => leaving.is_last = false,
                _ => {}
            }
            tell(state, why);
        }
    }
    Vec::new()
}
