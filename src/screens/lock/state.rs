//! What the locked screen holds: no word of anybody's, and a passphrase for as long as it is being typed.

use chrono::{DateTime, TimeDelta, Utc};

use crate::domain::marking::Marking;
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::screens::kit::event_loop::Moment;
use crate::screens::kit::theme::ThemeName;
use crate::screens::lock::keys::Context;
use crate::screens::lock::passphrase_entry::PassphraseEntry;
use crate::screens::lock::wipe_question::Loss;

/// Everything the view may show and the update may change.
pub struct State {
    /// What stands at top and bottom. Which realm it is, the vault alone knows; this is what every desk begins with.
    pub marking: Marking,
    /// Whether it is an exercise, once that was seen in this run.
    pub exercise: bool,
    /// The language.
    pub tongue: Tongue,
    /// The colours.
    pub theme: ThemeName,
    /// Columns and rows.
    pub size: (u16, u16),
    /// When the last message came.
    pub moment: Moment,
    /// When the last key or paste came.
    pub last_key: DateTime<Utc>,
    /// What is being typed.
    pub entry: PassphraseEntry,
    /// How far it is.
    pub stage: Stage,
    /// What happened, in the order it is told.
    pub notices: Vec<Notice>,
    /// What would be lost by a wipe, as far as is known here.
    pub loss: Loss,
    /// Whether that is being asked.
    pub asks_to_wipe: bool,
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// A passphrase can be typed.
    Typing,
    /// One is being checked since then.
    Checking(DateTime<Utc>),
    /// One can be typed, and will be tried from so many seconds after this instant on.
    Waiting(DateTime<Utc>, u32),
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Notice {
    /// It may be known.
    Said(Phrase),
    /// It must be read.
    Failed(Phrase),
}

impl State {
    /// A locked screen with an empty field.
    #[must_use]
    pub fn new(
        exercise: bool,
        (theme, tongue): (ThemeName, Tongue),
        loss: Loss,
        size: (u16, u16),
        moment: Moment,
    ) -> Self {
        Self {
            marking: Marking::default(),
            exercise,
            tongue,
            theme,
            size,
            moment,
            last_key: moment.now,
            entry: PassphraseEntry::new(),
            stage: Stage::Typing,
            notices: Vec::new(),
            loss,
            asks_to_wipe: false,
        }
    }

    /// Where the keys act now, the nearest first.
    #[must_use]
    pub fn contexts(&self) -> &'static [Context] {
        match self.stage {
            Stage::Checking(_) => &[Context::Anywhere],
            Stage::Typing | Stage::Waiting(..) => &[Context::Entry, Context::Anywhere],
        }
    }

    /// Seconds until the next passphrase is tried.
    #[must_use]
    pub fn seconds_to_wait(&self) -> u32 {
        let Stage::Waiting(from, seconds) = self.stage else { return 0 };
        let passed = self.moment.now.signed_duration_since(from).max(TimeDelta::zero()).num_seconds();
        seconds.saturating_sub(u32::try_from(passed).unwrap_or(u32::MAX))
    }
}
