//! What keys change in the room of who sits here.

use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::desk::front::{Front, Notice};
use crate::screens::desk::keys::Command;
use crate::screens::desk::looks;
use crate::screens::desk::me::about;
use crate::screens::desk::me::passphrase::NewPassphrase;
use crate::screens::desk::me::room::{Open, Row};
use crate::screens::desk::reading;
use crate::screens::kit::edit::Edit;
use crate::screens::kit::theme::ThemeName;
use crate::screens::kit::widgets::list;
use crate::vault::settings::{LockAfter, Setting};

/// Minutes until the lock that can be chosen.
const MINUTES: [u8; 8] = [1, 2, 3, 5, 10, 15, 30, 60];

/// What the room asks of its desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// To go where the desk begins.
    Leave,
    /// To keep what was chosen.
    Choose(Setting),
    /// To put the new passphrase in the place of the old one.
    ChangePassphrase,
}

/// Types into the field that has the keys.
pub fn write(front: &mut Front, edit: &Edit) {
    if let Some(Open::Passphrase(chosen)) = &mut front.me.open {
        chosen.edit(edit);
    }
}

/// Obeys a command in the room.
pub fn obey(front: &mut Front, command: Command) -> Option<Wish> {
    match &mut front.me.open {
        Some(Open::Passphrase(_)) => return in_passphrase(front, command),
        Some(Open::About(first)) => {
            if let Command::Go(go) = command {
                let columns = reading::columns(front.size.0);
                let lines = about::lines(front.catalogue.version(), columns, front.tongue);
                *first = list::moved(*first, lines.len(), go.steps());
            } else if command == Command::Leave {
                front.me.open = None;
            }
        }
        None => return in_rows(front, command),
    }
    None
}

fn in_rows(front: &mut Front, command: Command) -> Option<Wish> {
    let row = front.me.selected();
    match (command, row) {
        (Command::Go(go), _) => front.me.row = list::moved(front.me.row, Row::ALL.len(), go.steps()),
        (Command::Leave, _) => return Some(Wish::Leave),
        (Command::Open, Row::Passphrase) => front.me.open = Some(Open::Passphrase(NewPassphrase::default())),
        (Command::Open, Row::About) => front.me.open = Some(Open::About(0)),
        (Command::Onward | Command::Open, row) => return choose(front, row, true).map(Wish::Choose),
        (Command::Backward, row) => return choose(front, row, false).map(Wish::Choose),
        _ => {}
    }
    None
}

/// Goes one choice on or back; what is chosen is in force at once.
fn choose(front: &mut Front, row: Row, onward: bool) -> Option<Setting> {
    match row {
        Row::Language => {
            front.tongue = beside(&Tongue::ALL, front.tongue, onward);
            Some(looks::kept_language(front.tongue))
        }
        Row::Theme => {
            front.theme = beside(&ThemeName::ALL, front.theme, onward);
            Some(looks::kept_theme(front.theme))
        }
        Row::LockAfter => {
            let who = front.me.who.as_mut()?;
            let minutes = beside(&MINUTES, who.settings.lock_after.minutes(), onward);
            let after = LockAfter::new(minutes)?;
            who.settings.lock_after = after;
            Some(Setting::LockAfter(after))
        }
        Row::Passphrase | Row::About => None,
    }
}

/// The choice beside one, going round; the first where there is no such choice.
fn beside<T: Copy + PartialEq>(all: &[T], one: T, onward: bool) -> T {
    let count = all.len();
    let at = all.iter().position(|other| *other == one);
    let next = at.map_or(0, |at| if onward { at + 1 } else { at + count - 1 });
    all.get(next % count.max(1)).copied().unwrap_or(one)
}

fn in_passphrase(front: &mut Front, command: Command) -> Option<Wish> {
    let Some(Open::Passphrase(chosen)) = &mut front.me.open else { return None };
    match command {
        Command::NextField => chosen.next(),
        Command::PreviousField => chosen.previous(),
        Command::Leave => front.me.open = None,
        Command::Open if !chosen.is_at_the_end() => chosen.next(),
        Command::Open => match chosen.obstacle() {
            Some(wrong) => chosen.wrong = Some(wrong),
            None => return Some(Wish::ChangePassphrase),
        },
        _ => {}
    }
    None
}

/// The passphrase was changed, or was not, and why.
pub fn changed(front: &mut Front, changed: Result<(), Phrase>) {
    match changed {
        Err(why) => front.me.open = Some(Open::Passphrase(NewPassphrase::refused(why))),
        Ok(()) => {
            front.me.open = None;
            front.notice = Some(Notice::Done(Word("passphrase-changed").into()));
        }
    }
}
