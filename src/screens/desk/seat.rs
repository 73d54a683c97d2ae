//! What whoever sits down at a desk finds, and what he leaves behind when he rises.

use crate::domain::ids::ReportId;
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::screens::kit::event_loop::{Moment, Stop};
use crate::screens::kit::signals::Signals;
use crate::screens::kit::terminal::Terminal;
use crate::screens::kit::theme::ThemeName;
use crate::screens::lock::guard::Why;
use crate::vault::error::VaultError;
use crate::vault::settings::LockAfter;
use crate::vault::wipe::{Unsent, Wiped};

/// What whoever sits down finds.
pub struct Seat<'a> {
    /// The terminal, taken over.
    pub terminal: &'a mut Terminal,
    /// Whoever may tell from outside to end or to step aside.
    pub signals: &'a Signals,
    /// Tells the instant and the local offset.
    pub clock: &'a dyn Fn() -> Moment,
    /// Wipes the vault, open as it is.
    pub wipe: &'a dyn Fn() -> Result<Wiped, VaultError>,
    /// How soon it locks itself.
    pub lock_after: LockAfter,
    /// Look and language to begin with.
    pub looks: (ThemeName, Tongue),
}

/// What whoever rises leaves behind; the desk is closed and its state gone.
pub struct Rose {
    /// Why.
    pub left: Left,
    /// Look and language as they were.
    pub looks: (ThemeName, Tongue),
    /// The draft that was open.
    pub draft: Option<ReportId>,
    /// What nobody else has yet, if it could be counted.
    pub unsent: Option<Unsent>,
}

/// How the desk was left.
pub enum Left {
    /// By its person.
    ByKey,
    /// Told from outside. Everything understood so far is saved.
    Stopped(Stop),
    /// Locked.
    Locked(Why, Kept),
    /// With the vault wiped, or not wholly.
    Wiped(Result<Wiped, VaultError>),
}

/// What became of what was going on when the desk was locked.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// Of what was being written.
    pub written: Written,
    /// Of what was under way without him: that it was stopped, and what of it is safe.
    pub stopped: Option<Phrase>,
}

/// What became of what was being written.
#[derive(Debug, Clone, PartialEq)]
pub enum Written {
    /// Nothing was.
    Nothing,
    /// It is saved.
    All,
    /// Not all of it is, and what is not is gone.
    Not(Phrase),
}
