//! The report that is talked about, saved after every answer.

use std::collections::BTreeSet;

use chrono::FixedOffset;

use crate::commands::edge::{local_offset, now};
use crate::commands::failure::Failure;
use crate::commands::line::talk::Talk;
use crate::desks::observer::ObserverDesk;
use crate::desks::spoken::advice;
use crate::domain::alert::{Alert, Calls, calls};
use crate::domain::draft::{Draft, DraftField};
use crate::domain::time::Timestamp;

/// A report that is talked about.
pub struct Conversation<'a> {
    /// The desk it lies on.
    pub desk: &'a mut ObserverDesk,
    /// What is written so far.
    pub draft: Draft,
    /// Who is talked to.
    pub talk: Talk<'a>,
    /// Whether the vault has it: a draft in which nothing was answered is not begun.
    kept: bool,
    told: BTreeSet<Alert>,
}

impl<'a> Conversation<'a> {
    /// Talks about a draft; `kept` when the vault has it already.
    pub fn new(desk: &'a mut ObserverDesk, draft: Draft, kept: bool, talk: Talk<'a>) -> Self {
        Self { desk, draft, talk, kept, told: BTreeSet::new() }
    }

    /// Whether the vault has it.
    pub fn is_kept(&self) -> bool {
        self.kept
    }

    /// The clock, now and here.
    pub fn clock(&self) -> (Timestamp, FixedOffset) {
        (now(), local_offset())
    }

    /// Begins the draft in the vault, if it is not there yet.
    pub fn keep(&mut self) -> Result<(), Failure> {
        if !self.kept {
            self.desk.keep(&self.draft, now())?;
            self.kept = true;
        }
        Ok(())
    }

    /// Saves what changed, in this order, and says what must be read now.
    pub fn save(&mut self, fields: &[DraftField]) -> Result<(), Failure> {
        // Power fails before this: the answer is lost and nothing else. After it: the answer is there.
        if self.kept {
            for field in fields {
                self.desk.save(&self.draft, *field, now())?;
            }
        } else {
            self.keep()?;
        }
        self.warn();
        Ok(())
    }

    /// What stands in the draft calls for.
    pub fn calls(&self) -> Calls {
        calls(&self.draft, self.desk.catalogue())
    }

    /// Says what must be read before going on, each once.
    pub fn warn(&mut self) {
        for alert in self.calls().alerts {
            if self.told.insert(alert) {
                self.talk.say(advice::alert(alert));
            }
        }
    }
}
