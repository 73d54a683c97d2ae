//! What lies on the commander's desk while he reviews. Plain data: no key, no way to the disk.

use std::collections::BTreeSet;

use crate::domain::ids::Digest;
use crate::media::preview::Preview;
use crate::screens::commander::review::entries::Entry;
use crate::screens::commander::review::give_back::GiveBack;
use crate::screens::commander::review::keys::Place;
use crate::screens::commander::review::message::Effect;
use crate::screens::commander::review::original::Original;
use crate::screens::commander::review::statement::Statement;
use crate::screens::desk::keys::Context;
use crate::screens::kit::widgets::list;

/// The review: one report after the other, in the order of the queue.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReviewRoom {
    /// The reports he goes through, in the order they are owed.
    order: Vec<Digest>,
    /// Those of them that he signed or gave back since.
    done: BTreeSet<Digest>,
    /// The report that lies open.
    pub sheet: Option<Box<Sheet>>,
    /// The reports that stand differently in the queue since it was read.
    changed: BTreeSet<Digest>,
    /// What he signed since he sat down and may take back, the last one last.
    pub signed: Vec<Digest>,
}

/// A report that lies open: the original on one side, his statement on the other.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The original, and what is known about it. Nothing changes it.
    pub original: Original,
    /// What he says of it.
    pub statement: Statement,
    /// Which side has the keys.
    pub side: Side,
    /// The first line of the original that is shown.
    pub first: usize,
    /// What stands in front of both.
    pub over: Over,
}

/// A side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// What was signed by its author.
    Original,
    /// What the commander says of it.
    Statement,
}

/// What stands in front of both sides.
#[derive(Debug, Clone, PartialEq)]
pub enum Over {
    /// Nothing.
    Nothing,
    /// The reports this one repeats, and where the keys are among them.
    Repeats(usize),
    /// One of those reports, from one of its lines on; behind it the list, with the keys where they were.
    Other(Box<Original>, usize, usize),
    /// The attachments.
    Files(Files),
    /// Giving back.
    GiveBack(Box<GiveBack>),
    /// Whether something he made IMMEDIATE leaves at once.
    Release,
    /// Whether the IMMEDIATE of the author is released.
    Suggested,
}

/// The attachments in front of both sides.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Files {
    /// Which one the keys are on.
    pub at: usize,
    /// What one looks like, if it is a picture that is here.
    pub preview: Option<(Digest, Option<Preview>)>,
}

impl ReviewRoom {
    /// Goes through these reports from now on, in this order.
    pub fn go_through(&mut self, order: Vec<Digest>) {
        self.order = order;
        self.done.clear();
    }

    /// The report that lies open.
    #[must_use]
    pub fn open(&self) -> Option<Digest> {
        self.sheet.as_ref().map(|sheet| sheet.original.digest())
    }

    /// What is to be kept of the open report now, where he began to say something and did not sign it.
    #[must_use]
    pub fn keep(&mut self) -> Option<Effect> {
        let sheet = self.sheet.as_deref_mut().filter(|sheet| !sheet.original.is_gone())?;
        let report = sheet.original.digest();
        sheet.statement.to_keep(|begun| Effect::Keep(report, begun))
    }

    /// Lays the open report aside; what was begun on it is to be kept.
    #[must_use]
    pub fn lay_aside(&mut self) -> Option<Effect> {
        let keep = self.keep();
        self.sheet = None;
        keep
    }

    /// Whether he began to say something of the open report and did not sign it.
    #[must_use]
    pub fn is_unsigned(&self) -> bool {
        self.sheet
            .as_ref()
            .is_some_and(|sheet| !sheet.original.is_gone() && sheet.statement.begun().is_some())
    }

    /// This report needs nothing more now.
    pub fn done_with(&mut self, report: Digest) {
        self.done.insert(report);
        self.changed.insert(report);
    }

    /// This report is owed a review again.
    pub fn owed_again(&mut self, report: Digest) {
        self.done.remove(&report);
        self.changed.insert(report);
        self.signed.retain(|signed| *signed != report);
    }

    /// The report behind the open one, or before it, that is not done with; round at the end.
    #[must_use]
    pub fn neighbour(&self, onward: bool) -> Option<Digest> {
        let here = self.open();
        let at = self.order.iter().position(|report| Some(*report) == here);
        let (before, behind) = self.order.split_at(at.unwrap_or(0).min(self.order.len()));
        let round = behind.iter().chain(before);
        let wanted = |report: &&Digest| Some(**report) != here && !self.done.contains(*report);
        if onward {
            round.copied().find(|report| wanted(&report))
        } else {
            round.rev().copied().find(|report| wanted(&report))
        }
    }

    /// The reports that stand differently in the queue since this was last asked.
    pub fn take_changed(&mut self) -> Vec<Digest> {
        std::mem::take(&mut self.changed).into_iter().collect()
    }

    /// How many of those he goes through are left, the open one among them.
    #[must_use]
    pub fn left(&self) -> usize {
        self.order.iter().filter(|report| !self.done.contains(*report)).count()
    }

    /// Where its own keys act now, and those every desk has, the nearest first.
    #[must_use]
    pub fn places(&self) -> (&'static [Place], &'static [Context]) {
        let own = self.sheet.as_ref().map_or(&[Place::Reading][..], |sheet| sheet.places());
        (
            own,
            if self.takes_letters() {
                &[Context::Anywhere]
            } else {
                &[Context::Letterless, Context::Anywhere]
            },
        )
    }

    /// Shows below each field of the statement what it means now.
    pub fn show_back(&mut self) {
        if let Some(sheet) = self.sheet.as_deref_mut() {
            let derived = sheet.original.opened.europol_for(sheet.statement.grade());
            sheet.statement.show_back(sheet.side == Side::Statement, derived);
        }
    }

    /// Whether letters typed now are part of a text.
    #[must_use]
    pub fn takes_letters(&self) -> bool {
        self.sheet.as_ref().is_some_and(|sheet| match (&sheet.over, sheet.side) {
            (Over::Nothing, Side::Statement) => sheet.statement.takes_letters(),
            (Over::GiveBack(_), _) => true,
            _ => false,
        })
    }
}

impl Sheet {
    fn places(&self) -> &'static [Place] {
        match (&self.over, self.side) {
            (Over::Repeats(_), _) => &[Place::Repeats],
            (Over::Other(..), _) => &[Place::Other],
            (Over::Files(_), _) => &[Place::Files],
            (Over::GiveBack(_), _) => &[Place::GiveBack],
            (Over::Release, _) => &[Place::Release],
            (Over::Suggested, _) => &[Place::Suggested],
            (Over::Nothing, Side::Original) => &[Place::Original],
            (Over::Nothing, Side::Statement) if self.statement.focused() == Entry::Repeats => {
                &[Place::OnRepeats, Place::Statement]
            }
            (Over::Nothing, Side::Statement) => &[Place::Statement],
        }
    }
}

impl Files {
    /// The attachment the keys are on.
    #[must_use]
    pub fn selected(&self, sheet: &Sheet) -> Option<Digest> {
        let count = sheet.original.files().count();
        sheet.original.files().nth(list::moved(self.at, count, 0)).map(|held| held.attachment.digest)
    }
}

/// What follows from a key or from news, for the frame around this room.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Turn {
    /// What the world is asked for, in this order.
    pub wanted: Vec<Effect>,
    /// Whether he is back in the queue.
    pub leaves: bool,
}

impl Turn {
    /// One thing is asked for.
    #[must_use]
    pub fn asks(effect: Effect) -> Self {
        Self { wanted: vec![effect], ..Self::default() }
    }

    /// What is to be kept first, then what follows.
    #[must_use]
    pub fn after(mut self, keep: Option<Effect>) -> Self {
        self.wanted.splice(0..0, keep);
        self
    }
}
