//! One sitting at the terminal: locked, open, locked again, until somebody leaves or wipes.
//!
//! ```text
//!  locked screen ── passphrase ──▶ the desk of whoever's vault it is ── lock ──▶ locked screen ── …
//! ```
//!
//! Between two openings only this is kept: language and look, which draft was open, and how much nobody else had.

use std::io;

use crate::desks::commander::CommanderDesk;
use crate::desks::error::DeskError;
use crate::desks::observer::ObserverDesk;
use crate::desks::spoken::faults;
use crate::domain::ids::{Dice, ReportId};
use crate::domain::people::Role;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::commander::app as commander;
use crate::screens::desk::looks;
use crate::screens::desk::seat::{self, Kept, Seat, Written};
use crate::screens::kit::event_loop::{Moment, Stop};
use crate::screens::kit::signals::Signals;
use crate::screens::kit::terminal::Terminal;
use crate::screens::kit::theme::ThemeName;
use crate::screens::lock::app::{self as locked, Door};
use crate::screens::lock::guard::Why;
use crate::screens::lock::state::{Notice, State};
use crate::screens::lock::wipe_question::Loss;
use crate::screens::observer::app as observer;
use crate::vault::error::VaultError;
use crate::vault::settings::Settings;
use crate::vault::unlock::Vault;
use crate::vault::wipe::{Unsent, Wiped};

/// What the edge of the program gives: the only clock and the only dice there are, and the way to the vault.
pub struct Edge<'a> {
    /// Tells the instant and the local offset.
    pub clock: &'a dyn Fn() -> Moment,
    /// New ids are drawn with them.
    pub dice: &'a mut dyn Dice,
    /// The way to the vault.
    pub door: Door,
    /// The language to begin with, and whether it was asked for: then it stands above the one chosen at the desk.
    pub tongue: (Tongue, bool),
    /// The colours to begin with; those chosen at the desk stand above them.
    pub theme: ThemeName,
}

/// How the sitting ended.
#[derive(Debug)]
pub enum Left {
    /// By its person.
    ByKey(Tongue),
    /// Told from outside. Everything understood so far is saved.
    Stopped(Stop),
    /// The vault belongs to somebody whose desk has no screen.
    NoScreen(Role),
    /// The vault is wiped.
    Wiped(Tongue, Wiped),
    /// It is not, or not wholly.
    NotWiped(VaultError),
}

/// Why a sitting could not go on. Nothing that was saved is touched.
#[derive(Debug, thiserror::Error)]
#[error("the terminal could not be used; everything you saved is safe: {0}")]
pub struct TerminalError(#[from] io::Error);

/// What is kept while it is locked.
struct Between {
    looks: (ThemeName, Tongue),
    /// Whether the language is no longer the person's to choose in his vault: he did here, or on the command line.
    tongue_chosen: bool,
    theme_chosen: bool,
    exercise: bool,
    unsent: Option<Unsent>,
    draft: Option<ReportId>,
    notices: Vec<Notice>,
}

/// Sits down at the terminal, with a vault that is open already or at the locked screen, and stays until it is left. When
/// this returns, the terminal is as it was before: only then may anything be printed.
///
/// # Errors
/// When there is no terminal, or it is gone.
pub fn run(edge: &mut Edge<'_>, opened: Option<Vault>) -> Result<Left, TerminalError> {
    if let Some(role) = opened.as_ref().map(|vault| vault.profile().role).filter(|role| !has_screen(*role)) {
        return Ok(Left::NoScreen(role));
    }
    let mut terminal = Terminal::enter()?;
    let signals = Signals::watch()?;
    let (tongue, tongue_chosen) = edge.tongue;
    let mut between = Between {
        looks: (edge.theme, tongue),
        tongue_chosen,
        theme_chosen: false,
        exercise: false,
        unsent: None,
        draft: None,
        notices: Vec::new(),
    };
    let mut vault = opened;
    loop {
        let open = match vault.take() {
            Some(open) => open,
            None => match at_the_door(&mut terminal, &signals, edge, &mut between)? {
                locked::Left::Opened(open) => *open,
                locked::Left::ByKey => return Ok(Left::ByKey(between.looks.1)),
                locked::Left::Stopped(stop) => return Ok(Left::Stopped(stop)),
                locked::Left::Wiped(wiped) => return wiped_away(terminal, edge, wiped, between.looks.1),
            },
        };
        let role = open.profile().role;
        if !has_screen(role) {
            return Ok(Left::NoScreen(role));
        }
        let left = match at_the_desk(&mut terminal, &signals, edge, &mut between, open)? {
            Ok(left) => left,
            // Nobody can sit down at it: the locked screen says why, and what is safe.
            Err(fault) => {
                between.notices = vec![Notice::Failed(faults::desk(&fault))];
                continue;
            }
        };
        match left {
            seat::Left::ByKey => return Ok(Left::ByKey(between.looks.1)),
            seat::Left::Stopped(stop) => return Ok(Left::Stopped(stop)),
            seat::Left::Wiped(wiped) => {
                // It was this window that had it open.
                let wiped = wiped.map(|_| Wiped { open_elsewhere: false });
                return wiped_away(terminal, edge, wiped, between.looks.1);
            }
            seat::Left::Locked(why, kept) => between.notices = notices(why, kept),
        }
    }
}

fn has_screen(role: Role) -> bool {
    matches!(role, Role::Observer | Role::Commander)
}

fn at_the_door(
    terminal: &mut Terminal,
    signals: &Signals,
    edge: &Edge<'_>,
    between: &mut Between,
) -> io::Result<locked::Left> {
    let loss = between.unsent.map_or(Loss::Unknown, Loss::WhenLastOpen);
    let mut state = State::new(between.exercise, between.looks, loss, terminal.size()?, (edge.clock)());
    state.notices = std::mem::take(&mut between.notices);
    let left = locked::run(terminal, signals, &edge.door, edge.clock, &mut state);
    between.theme_chosen |= state.theme != between.looks.0;
    between.tongue_chosen |= state.tongue != between.looks.1;
    between.looks = (state.theme, state.tongue);
    left
}

fn at_the_desk(
    terminal: &mut Terminal,
    signals: &Signals,
    edge: &mut Edge<'_>,
    between: &mut Between,
    vault: Vault,
) -> io::Result<Result<seat::Left, DeskError>> {
    let role = vault.profile().role;
    between.exercise = vault.profile().realm.is_exercise();
    let settings = match vault.settings() {
        Ok(settings) => settings,
        Err(fault) => return Ok(Err(fault.into())),
    };
    between.choose(&settings);
    let seat = Seat {
        terminal,
        signals,
        clock: edge.clock,
        wipe: &*edge.door.wipe,
        lock_after: settings.lock_after,
        looks: between.looks,
    };
    let rose = if role == Role::Commander {
        CommanderDesk::open(vault).map(|desk| commander::run(desk, seat, edge.dice))
    } else {
        ObserverDesk::open(vault).map(|desk| observer::run(desk, seat, edge.dice, between.draft.take()))
    };
    let rose = match rose {
        Ok(rose) => rose?,
        Err(fault) => return Ok(Err(fault)),
    };
    between.looks = rose.looks;
    between.draft = rose.draft;
    between.unsent = rose.unsent;
    Ok(Ok(rose.left))
}

impl Between {
    /// Takes what is chosen in the vault, the first time it is open; from then on what was last on the screen counts.
    fn choose(&mut self, settings: &Settings) {
        if !self.tongue_chosen
            && let Some(language) = settings.language
        {
            self.looks.1 = looks::spoken(language);
        }
        if !self.theme_chosen
            && let Some(theme) = settings.theme
        {
            self.looks.0 = looks::seen(theme);
        }
        (self.tongue_chosen, self.theme_chosen) = (true, true);
    }
}

/// Leaves nothing on the screen, and nothing in the folder that was made while the vault was closing.
fn wiped_away(
    terminal: Terminal,
    edge: &Edge<'_>,
    wiped: Result<Wiped, VaultError>,
    tongue: Tongue,
) -> Result<Left, TerminalError> {
    // The vault is wiped either way; a terminal that is gone shows nothing.
    let _ = terminal.leave_nothing();
    let outcome = match ((edge.door.wipe)(), wiped) {
        // What could not be removed while the vault was open could be now, or there was nothing left.
        (Ok(_) | Err(VaultError::NoVault), Ok(wiped)) => Ok(wiped),
        (Ok(wiped), Err(_)) => Ok(wiped),
        (Err(VaultError::NoVault), Err(_)) => Ok(Wiped { open_elsewhere: false }),
        (Err(fault), _) => Err(fault),
    };
    Ok(match outcome {
        Ok(wiped) => Left::Wiped(tongue, wiped),
        Err(fault) => Left::NotWiped(fault),
    })
}

/// What the locked screen tells first.
fn notices(why: Why, kept: Kept) -> Vec<Notice> {
    let by_itself = match why {
        Why::Idle(after) => Some(Notice::Said(Word("lock-idle").with("minutes", after.minutes()))),
        Why::Asked => None,
    };
    let written = match kept.written {
        Written::Nothing => None,
        Written::All => Some(Notice::Said(Word("lock-kept").into())),
        Written::Not(phrase) => Some(Notice::Failed(phrase)),
    };
    by_itself.into_iter().chain(written).chain(kept.stopped.map(Notice::Said)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Between, ThemeName, notices};
    use crate::domain::observation::Language;
    use crate::language::phrase::Phrase;
    use crate::language::tongue::Tongue;
    use crate::language::word::Word;
    use crate::screens::desk::seat::{Kept, Written};
    use crate::screens::lock::guard::Why;
    use crate::screens::lock::state::Notice;
    use crate::vault::settings::{LockAfter, Settings, Theme};

    fn between(tongue_chosen: bool, theme_chosen: bool) -> Between {
        Between {
            looks: (ThemeName::Dark, Tongue::English),
            tongue_chosen,
            theme_chosen,
            exercise: false,
            unsent: None,
            draft: None,
            notices: Vec::new(),
        }
    }

    #[test]
    fn whoever_was_locked_out_is_told_why_what_was_kept_and_what_was_broken_off() {
        let said = |phrase: &Phrase| Notice::Said(phrase.clone());
        let stopped = Phrase::verbatim("the line was hung up");
        let kept = |written| Kept { written, stopped: Some(stopped.clone()) };
        let idle = Why::Idle(LockAfter::default());
        let five: Phrase = Word("lock-idle").with("minutes", 5);
        assert_eq!(notices(idle, kept(Written::Nothing)), [said(&five), said(&stopped)]);
        let lost = Phrase::verbatim("one field is lost");
        let told = notices(Why::Asked, kept(Written::Not(lost.clone())));
        assert_eq!(told, [Notice::Failed(lost), said(&stopped)]);
        assert_eq!(notices(Why::Asked, Kept { written: Written::Nothing, stopped: None }), []);
    }

    #[test]
    fn what_was_chosen_at_the_desk_holds_unless_something_nearer_was_chosen_here() {
        let chosen =
            Settings { language: Some(Language::French), theme: Some(Theme::Night), ..Settings::default() };
        for (tongue, theme, looks) in [
            (false, false, (ThemeName::Night, Tongue::French)),
            (true, false, (ThemeName::Night, Tongue::English)),
            (false, true, (ThemeName::Dark, Tongue::French)),
        ] {
            let mut between = between(tongue, theme);
            between.choose(&Settings::default());
            assert_eq!(between.looks, (ThemeName::Dark, Tongue::English), "nothing chosen changes nothing");
            let mut between = Between { tongue_chosen: tongue, theme_chosen: theme, ..between };
            between.choose(&chosen);
            assert_eq!(between.looks, looks);
            between.looks = (ThemeName::Light, Tongue::German);
            between.choose(&chosen);
            assert_eq!(
                between.looks,
                (ThemeName::Light, Tongue::German),
                "the screen stays as it was locked"
            );
        }
    }
}
