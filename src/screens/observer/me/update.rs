//! What keys change in the room of who sits here.

use crate::desks::spoken::terms;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::kit::edit::Edit;
use crate::screens::kit::theme::ThemeName;
use crate::screens::kit::widgets::list;
use crate::screens::observer::errand::{Errand, Outcome};
use crate::screens::observer::keys::{Command, steps};
use crate::screens::observer::me::about;
use crate::screens::observer::me::passphrase::NewPassphrase;
use crate::screens::observer::me::room::{Open, Row};
use crate::screens::observer::message::Effect;
use crate::screens::observer::reading;
use crate::screens::observer::room::Room;
use crate::screens::observer::state::{Notice, State};
use crate::screens::observer::transfer;
use crate::vault::settings::{LockAfter, Setting, Theme};

/// Minutes until the lock that can be chosen.
const MINUTES: [u8; 8] = [1, 2, 3, 5, 10, 15, 30, 60];

/// Types into the field that has the keys.
pub fn write(state: &mut State, edit: &Edit) -> Vec<Effect> {
    if let Some(Open::Passphrase(chosen)) = &mut state.me.open {
        chosen.edit(edit);
    }
    Vec::new()
}

/// Obeys a command in the room.
pub fn obey(state: &mut State, command: Command) -> Vec<Effect> {
    match &mut state.me.open {
        Some(Open::Passphrase(_)) => in_passphrase(state, command),
        Some(Open::About(first)) => {
            if let Some(steps) = steps(command) {
                let lines =
                    about::lines(state.catalogue.version(), reading::columns(state.size.0), state.tongue);
                *first = list::moved(*first, lines.len(), steps);
            } else if command == Command::Leave {
                state.me.open = None;
            }
            Vec::new()
        }
        None => in_rows(state, command),
    }
}

fn in_rows(state: &mut State, command: Command) -> Vec<Effect> {
    if let Some(steps) = steps(command) {
        state.me.row = list::moved(state.me.row, Row::ALL.len(), steps);
        return Vec::new();
    }
    let row = state.me.selected();
    match (command, row) {
        (Command::Leave, _) => return state.enter(Room::Reports),
        (Command::Open, Row::Passphrase) => state.me.open = Some(Open::Passphrase(NewPassphrase::default())),
        (Command::Open, Row::About) => state.me.open = Some(Open::About(0)),
        (Command::Onward | Command::Open, row) => return choose(state, row, true),
        (Command::Backward, row) => return choose(state, row, false),
        _ => {}
    }
    Vec::new()
}

/// Goes one choice on or back; what is chosen is in force at once.
fn choose(state: &mut State, row: Row, onward: bool) -> Vec<Effect> {
    match row {
        Row::Language => {
            state.tongue = beside(&Tongue::ALL, state.tongue, onward);
            vec![Effect::Choose(language(state.tongue))]
        }
        Row::Theme => {
            state.theme = beside(&ThemeName::ALL, state.theme, onward);
            vec![Effect::Choose(theme(state.theme))]
        }
        Row::LockAfter => {
            let Some(who) = &mut state.me.who else { return Vec::new() };
            let minutes = beside(&MINUTES, who.settings.lock_after.minutes(), onward);
            let Some(after) = LockAfter::new(minutes) else { return Vec::new() };
            who.settings.lock_after = after;
            vec![Effect::Choose(Setting::LockAfter(after))]
        }
        Row::Passphrase | Row::About => Vec::new(),
    }
}

/// The choice beside one, going round; the first where there is no such choice.
fn beside<T: Copy + PartialEq>(all: &[T], one: T, onward: bool) -> T {
    let count = all.len();
    let at = all.iter().position(|other| *other == one);
    let next = at.map_or(0, |at| if onward { at + 1 } else { at + count - 1 });
    all.get(next % count.max(1)).copied().unwrap_or(one)
}

/// The language as it is kept.
#[must_use]
pub fn language(tongue: Tongue) -> Setting {
    Setting::Language(terms::written_in(tongue))
}

/// The look as it is kept.
#[must_use]
pub fn theme(name: ThemeName) -> Setting {
    Setting::Theme(match name {
        ThemeName::Dark => Theme::Dark,
        ThemeName::Light => Theme::Light,
        ThemeName::Night => Theme::Night,
        ThemeName::HighContrast => Theme::HighContrast,
        ThemeName::NoColour => Theme::NoColour,
    })
}

fn in_passphrase(state: &mut State, command: Command) -> Vec<Effect> {
    let Some(Open::Passphrase(chosen)) = &mut state.me.open else { return Vec::new() };
    match command {
        Command::NextField => chosen.next(),
        Command::PreviousField => chosen.previous(),
        Command::Leave => state.me.open = None,
        Command::Open if !chosen.is_at_the_end() => chosen.next(),
        Command::Open => match chosen.obstacle() {
            Some(wrong) => chosen.wrong = Some(wrong),
            None => return transfer::update::go(state, Errand::ChangePassphrase),
        },
        _ => {}
    }
    Vec::new()
}

/// The passphrase was changed, or was not.
pub fn came(state: &mut State, outcome: Outcome) -> Vec<Effect> {
    match outcome {
        Outcome::Failed(why) => {
            state.me.open = Some(Open::Passphrase(NewPassphrase::refused(why)));
        }
        _ => {
            state.me.open = None;
            state.notice = Some(Notice::Done(Word("passphrase-changed").into()));
        }
    }
    vec![Effect::LoadMe]
}
