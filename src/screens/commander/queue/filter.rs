//! Which owed reports a few typed words and a kind leave in the list.

use std::collections::BTreeSet;

use crate::desks::commander::queue::QueueState;
use crate::desks::spoken::{codes, terms};
use crate::domain::catalogue::Catalogue;
use crate::domain::catalogue::indicator::IndicatorId;
use crate::domain::code::Coded;
use crate::domain::precedence::Precedence;
use crate::domain::time::Timestamp;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::commander::queue::lines::{QueueLine, Sought};
use crate::screens::commander::queue::words;
use crate::screens::kit::plain_text::folded;

/// Reports of one kind alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Only {
    /// All of them.
    #[default]
    All,
    /// Nobody looked at them yet.
    New,
    /// They were given back.
    Returned,
    /// They complete one that was given back.
    Completed,
    /// Their time is up.
    Over,
    /// They are reviewed and wait for the batch.
    Reviewed,
}

impl Only {
    /// In the order in which a key goes through them.
    pub const ALL: [Self; 6] =
        [Self::All, Self::New, Self::Returned, Self::Completed, Self::Over, Self::Reviewed];

    /// The next one, or the one before; they go round.
    #[must_use]
    pub fn beside(self, onward: bool) -> Self {
        let count = Self::ALL.len();
        let at = Self::ALL.iter().position(|only| *only == self).unwrap_or(0);
        let next = if onward { at + 1 } else { at + count - 1 };
        Self::ALL.get(next % count).copied().unwrap_or_default()
    }

    /// What it is called.
    #[must_use]
    pub const fn word(self) -> Word {
        match self {
            Self::All => Word("queue-only-all"),
            Self::New => Word("queue-only-new"),
            Self::Returned => Word("queue-only-returned"),
            Self::Completed => Word("queue-only-completed"),
            Self::Over => Word("queue-only-over"),
            Self::Reviewed => Word("queue-only-reviewed"),
        }
    }

    fn lets_through(self, line: &QueueLine, now: Timestamp) -> bool {
        let state = line.row.state;
        match self {
            Self::All => true,
            Self::New => state == QueueState::New,
            Self::Returned => matches!(state, QueueState::Returned(_)),
            Self::Completed => state == QueueState::Completed,
            Self::Over => line.row.countdown(now).is_over(),
            Self::Reviewed => matches!(state, QueueState::Reviewed(_)),
        }
    }
}

/// What each word was found in, before any row is looked at: labels and states are few, rows are many.
pub struct Filter {
    only: Only,
    now: Timestamp,
    wanted: Vec<Wanted>,
}

struct Wanted {
    word: Sought,
    indicators: BTreeSet<IndicatorId>,
    /// The states whose word holds it.
    states: Vec<Word>,
    precedences: Vec<Precedence>,
    over: bool,
    odd: bool,
}

impl Filter {
    /// Understands some folded words in the language on the screen.
    #[must_use]
    pub fn new(
        only: Only,
        typed: Vec<String>,
        catalogue: &Catalogue,
        tongue: Tongue,
        now: Timestamp,
    ) -> Self {
        let said = |word| folded(&tongue.say(word));
        let labels: Vec<_> = catalogue
            .iter()
            .map(|row| (&row.id, folded(&tongue.speak(&terms::label(&row.labels)))))
            .collect();
        let states = words::STATES.map(|state| (state, said(state)));
        let precedences: Vec<_> =
            Precedence::ALL.iter().map(|one| (*one, said(codes::precedence(*one)))).collect();
        let (over, odd) = (said(Word("queue-over")), said(Word("just-odd")));
        let wanted = typed
            .into_iter()
            .map(|word| Wanted {
                indicators: (labels.iter())
                    .filter(|(_, label)| label.contains(&word))
                    .map(|(id, _)| (*id).clone())
                    .collect(),
                states: (states.iter())
                    .filter(|(_, said)| said.contains(&word))
                    .map(|(state, _)| *state)
                    .collect(),
                precedences: (precedences.iter())
                    .filter(|(_, said)| said.contains(&word))
                    .map(|(one, _)| *one)
                    .collect(),
                over: over.contains(&word),
                odd: odd.contains(&word),
                word: Sought::new(word),
            })
            .collect();
        Self { only, now, wanted }
    }

    /// Whether it is of the kind, and every word is found somewhere in it.
    #[must_use]
    pub fn lets_through(&self, line: &QueueLine) -> bool {
        let row = &line.row;
        self.only.lets_through(line, self.now)
            && self.wanted.iter().all(|wanted| {
                line.holds(&wanted.word)
                    || wanted.odd && row.just_odd
                    || wanted.states.contains(&words::state_word(row.state))
                    || wanted.precedences.contains(&row.precedence)
                    || wanted.over && row.countdown(self.now).is_over()
                    || row.indicators.iter().any(|id| wanted.indicators.contains(id))
            })
    }
}
