//! What a message changes: `(state, message, moment)` in, effects out. No clock, no dice, no disk, no terminal.

use crossterm::event::KeyEvent;

use crate::domain::ids::Digest;
use crate::screens::commander::batch::keys::SYNC;
use crate::screens::commander::errand::{Errand, Outcome};
use crate::screens::commander::keys::ROOMS;
use crate::screens::commander::message::{Effect, Message, Told};
use crate::screens::commander::room::Room;
use crate::screens::commander::state::{Screen, State};
use crate::screens::commander::{batch, contingent, help_text, queue, review, sent};
use crate::screens::desk::errand::News;
use crate::screens::desk::front::Notice;
use crate::screens::desk::keys::{self as desk_keys, Command, Context};
use crate::screens::desk::me::update::Wish;
use crate::screens::desk::{guide, me};
use crate::screens::kit::edit::Edit;
use crate::screens::kit::event_loop::Moment;

/// Takes one message in.
pub fn update(state: &mut State, message: Message, moment: Moment) -> Vec<Effect> {
    state.front.moment = moment;
    match message {
        Message::Key(key) => {
            state.front.notice = None;
            press(state, key)
        }
        Message::Paste(text) => write(state, &Edit::Paste(text)),
        Message::Resized(columns, rows) => {
            state.front.size = (columns, rows);
            review::update::resized(state);
            Vec::new()
        }
        // While the desk is lent, nobody writes.
        Message::Tick if state.errand.is_none() => review::update::keep(state),
        Message::Tick => Vec::new(),
        Message::Told(told) => hear(state, told),
    }
}

/// Asks the tables in turn what a key does, the nearest first; where none knows it, it is a letter.
fn press(state: &mut State, key: KeyEvent) -> Vec<Effect> {
    if state.room_has_the_keys() {
        let open = state.review.open();
        let done = match state.screen {
            Screen::Queue => queue::update::press(state, key),
            Screen::Review => {
                review::update::press(state, key).map(|asked| back_from_review(state, open, asked))
            }
            Screen::Batch => batch::update::press(state, key),
            Screen::Sent => sent::update::press(state, key),
            Screen::Contingent => contingent::update::press(state, key),
            Screen::Guide | Screen::Me => None,
        };
        if let Some(effects) = done {
            return effects;
        }
        if SYNC.command(&[()], key).is_some() {
            return batch::update::sync(state);
        }
    }
    let places = state.places();
    if places.contains(&Context::Rooms)
        && let Some(room) = ROOMS.command(&[()], key)
    {
        return enter(state, room);
    }
    match desk_keys::command(places, key) {
        Some(command) => obey(state, command),
        None => Edit::of(key).map_or_else(Vec::new, |edit| write(state, &edit)),
    }
}

/// Writes into the field that has the keys, if one can be seen.
fn write(state: &mut State, edit: &Edit) -> Vec<Effect> {
    if !state.room_has_the_keys() {
        return Vec::new();
    }
    match state.screen {
        Screen::Queue => return queue::update::write(state, edit),
        Screen::Review => return review::update::write(state, edit),
        Screen::Batch => return batch::update::write(state, edit),
        Screen::Sent => return sent::update::write(state, edit),
        Screen::Contingent => return contingent::update::write(state, edit),
        Screen::Guide if state.front.guide.search.is_writing() => {
            guide::update::write(&mut state.front, edit);
        }
        Screen::Me => me::update::write(&mut state.front, edit),
        Screen::Guide => {}
    }
    Vec::new()
}

/// Goes to a room, and says what must be read for it.
pub fn enter(state: &mut State, room: Room) -> Vec<Effect> {
    state.front.me.open = None;
    match room {
        Room::Queue => {
            state.screen = Screen::Queue;
            queue::update::enter(state)
        }
        Room::Batch => {
            state.screen = Screen::Batch;
            batch::update::enter(state)
        }
        Room::Sent => {
            state.screen = Screen::Sent;
            sent::update::enter(state)
        }
        Room::Contingent => {
            state.screen = Screen::Contingent;
            contingent::update::enter(state)
        }
        Room::Guide => {
            state.screen = Screen::Guide;
            Vec::new()
        }
        Room::Me => {
            state.screen = Screen::Me;
            vec![Effect::LoadMe]
        }
    }
}

/// Obeys what a key does at every desk.
fn obey(state: &mut State, command: Command) -> Vec<Effect> {
    if let Some(chosen) = state.front.change_looks(command) {
        narrow_anew(state);
        // While the desk is lent, the choice holds for this time only.
        return if state.errand.is_some() { Vec::new() } else { vec![Effect::Choose(chosen)] };
    }
    if let (Some(errand), false) = (&mut state.errand, command == Command::Redraw) {
        let asked = errand.asked(command == Command::Leave, command == Command::Quit);
        return if asked { vec![Effect::Stop] } else { Vec::new() };
    }
    match command {
        Command::Redraw => return vec![Effect::Redraw],
        Command::Quit => return leave(state),
        _ if help_takes(state, command) => return Vec::new(),
        Command::NextRoom => return enter(state, state.room().next()),
        Command::PreviousRoom => return enter(state, state.room().previous()),
        _ => {}
    }
    match state.screen {
        Screen::Queue => queue::update::obey(state, command),
        // Its own table knows every key that does something there.
        Screen::Review => Vec::new(),
        Screen::Batch => batch::update::obey(state, command),
        Screen::Sent => sent::update::obey(state, command),
        Screen::Contingent => contingent::update::obey(state, command),
        Screen::Guide if guide::update::obey(&mut state.front, command) => enter(state, Room::Queue),
        Screen::Guide => Vec::new(),
        Screen::Me => match me::update::obey(&mut state.front, command) {
            Some(Wish::Leave) => enter(state, Room::Queue),
            Some(Wish::Choose(setting)) => {
                narrow_anew(state);
                vec![Effect::Choose(setting)]
            }
            Some(Wish::ChangePassphrase) => state.lend(Errand::ChangePassphrase),
            None => Vec::new(),
        },
    }
}

/// Leaves the desk; what was begun is kept first.
fn leave(state: &mut State) -> Vec<Effect> {
    let keep = review::update::keep(state);
    keep.into_iter().chain([Effect::Leave]).collect()
}

/// What narrows the lists is said in the language on the screen.
fn narrow_anew(state: &mut State) {
    state.queue.narrow(&state.front);
    state.sent.narrow(&state.front);
}

fn help_takes(state: &mut State, command: Command) -> bool {
    let lines = help_text::height(state);
    state.front.help(command, lines)
}

/// Whoever is back in the queue from a review finds the report he had before him, and each as it stands now.
fn back_from_review(state: &mut State, open: Option<Digest>, mut asked: Vec<Effect>) -> Vec<Effect> {
    if state.screen == Screen::Queue {
        if let Some(open) = open {
            state.queue.select(open);
        }
        asked.extend(enter(state, Room::Queue));
    }
    asked
}

/// Says what must be read again for what is on the screen, because packets came or went.
fn read_again(state: &mut State) -> Vec<Effect> {
    state.queue.mark_stale();
    match state.screen {
        Screen::Queue => queue::update::enter(state),
        Screen::Batch => batch::update::enter(state),
        Screen::Sent => sent::update::enter(state),
        Screen::Contingent => contingent::update::enter(state),
        Screen::Me => vec![Effect::LoadMe],
        // What lies open there is not changed by what moves.
        Screen::Review | Screen::Guide => Vec::new(),
    }
}

/// Hears what came of an effect; where packets moved, what is on the screen is read again first.
fn hear(state: &mut State, told: Told) -> Vec<Effect> {
    let wanted = take_in(state, told);
    if !std::mem::take(&mut state.moved) {
        return wanted;
    }
    let again = read_again(state);
    again.into_iter().chain(wanted).collect()
}

fn take_in(state: &mut State, told: Told) -> Vec<Effect> {
    match told {
        Told::Queue(news) => return queue::update::hear(state, news),
        Told::Review(news) => {
            let open = state.review.open();
            let asked = review::update::hear(state, news);
            return back_from_review(state, open, asked);
        }
        Told::Batch(news) => return batch::update::hear(state, news),
        Told::Sent(news) => return sent::update::hear(state, news),
        Told::Contingent(news) => return contingent::update::hear(state, news),
        Told::Me(who) => state.front.me.who = Some(*who),
        Told::Errand(news) => match *news {
            News::Going(progress) => {
                if let Some(errand) = &mut state.errand {
                    errand.further(progress, state.front.moment.now);
                }
            }
            News::Came(outcome) => return came(state, outcome),
        },
        Told::Failed(why) => state.front.notice = Some(Notice::Failed(why)),
    }
    Vec::new()
}

/// An errand has ended, and the desk is back.
fn came(state: &mut State, outcome: Outcome) -> Vec<Effect> {
    let Some(underway) = state.errand.take() else { return Vec::new() };
    let mut effects = match (&underway.errand, outcome) {
        (Errand::ChangePassphrase, Outcome::Failed(why)) => {
            me::update::changed(&mut state.front, Err(why));
            vec![Effect::LoadMe]
        }
        (Errand::ChangePassphrase, _) => {
            me::update::changed(&mut state.front, Ok(()));
            vec![Effect::LoadMe]
        }
        (errand, Outcome::Carried(carried)) => batch::update::came(state, errand, Ok(carried)),
        (errand, Outcome::Failed(why)) => batch::update::came(state, errand, Err(why)),
        (_, Outcome::PassphraseChanged) => Vec::new(),
    };
    if underway.leaving {
        effects.extend(leave(state));
    }
    effects
}
