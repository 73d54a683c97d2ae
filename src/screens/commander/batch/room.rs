//! What the room knows.

use chrono::{DateTime, Utc};

use crate::desks::carrying::exchange::Exchange;
use crate::desks::carrying::progress::{Advance, Moving, Progress};
use crate::desks::commander::preview::Preview;
use crate::desks::commander::queue::QueueRow;
use crate::domain::time::Timestamp;
use crate::language::phrase::Phrase;
use crate::screens::commander::batch::keys::Place;
use crate::screens::commander::errand::Carried;
use crate::screens::desk::folder::Ask;
use crate::screens::desk::keys::Context;
use crate::vault::lines::{MeasuredLine, ReckonedOn};

/// What goes next, and over which line.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BatchRoom {
    /// What goes now; nothing until it was read.
    pub loaded: Option<Loaded>,
    /// The first line shown.
    pub first: usize,
    /// What is asked.
    pub asking: Option<Asking>,
    /// The folder named last, while the program runs.
    pub folder: String,
    /// The contact with the relay.
    pub call: Call,
    /// What a stick brought and took, or why it could not.
    pub carried: Option<Result<Box<Carried>, Phrase>>,
}

/// What goes now, as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The batches, and what waits.
    pub preview: Preview,
    /// The reports in them, as the queue shows them.
    pub rows: Vec<QueueRow>,
    /// The line that times are reckoned on.
    pub choice: ReckonedOn,
    /// What the line did that was used last.
    pub measured: Option<MeasuredLine>,
    /// Packets that are sealed and that the relay has not taken, and their bytes.
    pub sealed: (usize, u64),
    /// When it was read.
    pub as_of: AsOf,
}

/// When something was read: as long as nothing changes in the vault and no time is up, it need not be read again. That
/// matters for what goes now, because a thousand reports take half a second to compress.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AsOf {
    /// Changes made in the vault until then, since it was opened.
    pub changes: u64,
    /// By the clock.
    pub at: Timestamp,
    /// When the first report goes by itself that did not go then.
    pub soonest: Option<Timestamp>,
}

impl AsOf {
    /// Not every time that can be up is told here, so nothing holds for longer, in seconds.
    const HOLDS_S: i64 = 60;

    /// Whether what was read is still so.
    #[must_use]
    pub fn holds(&self, changes: u64, now: Timestamp) -> bool {
        self.changes == changes
            && (0..Self::HOLDS_S).contains(&now.seconds_since(self.at))
            && self.soonest.is_none_or(|soonest| now < soonest)
    }
}

/// Something that is asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Asking {
    /// Whether what goes now is to be sealed.
    Forward,
    /// Which stick.
    Folder(Ask),
}

/// A contact with the relay.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Call {
    /// None since the desk was opened.
    #[default]
    None,
    /// Under way.
    Open(Box<OnTheLine>),
    /// Over.
    Over {
        /// When.
        at: Timestamp,
        /// What it moved.
        done: Box<Exchange>,
        /// What ended it before everything was done.
        why: Option<Phrase>,
    },
}

/// A contact under way.
#[derive(Debug, Clone, PartialEq)]
pub struct OnTheLine {
    /// With whom, by address.
    pub relay: String,
    /// Since when.
    pub since: Timestamp,
    /// How far sending is.
    pub sent: Option<Advance>,
    /// How far reading is.
    pub read: Option<Advance>,
    /// What stopped it last, and when it goes on by itself.
    pub waits: Option<(Phrase, Timestamp)>,
}

impl OnTheLine {
    /// A contact that has just begun.
    #[must_use]
    pub fn new(relay: String, since: Timestamp) -> Self {
        Self { relay, since, sent: None, read: None, waits: None }
    }

    /// It came further. After a pause it is measured anew.
    pub fn further(&mut self, progress: Progress, now: DateTime<Utc>) {
        let paused = self.waits.take().is_some();
        let way = match progress.moving {
            Moving::Sending => &mut self.sent,
            Moving::Reading => &mut self.read,
            // No line does either.
            Moving::Writing | Moving::Looking => return,
        };
        *way = Some(Advance::after(way.filter(|_| !paused), progress, now));
    }
}

impl BatchRoom {
    /// Where its own keys act now, and those every desk has, the nearest first.
    #[must_use]
    pub fn places(&self) -> (&'static [Place], &'static [Context]) {
        const ROOM: &[Context] = &[Context::Rooms, Context::Letterless, Context::Anywhere];
        match (&self.asking, &self.call) {
            (Some(Asking::Forward), _) => (&[], &[Context::Question, Context::Anywhere]),
            (Some(Asking::Folder(_)), _) => (&[], &[Context::Folder, Context::Anywhere]),
            (None, Call::Open(_)) => (&[Place::Calling, Place::Room], ROOM),
            (None, _) => (&[Place::Room], ROOM),
        }
    }

    /// Whether a contact is under way.
    #[must_use]
    pub fn is_calling(&self) -> bool {
        matches!(self.call, Call::Open(_))
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::OnTheLine;
    use crate::desks::carrying::progress::{Advance, Moving, Progress, Rate};
    use crate::domain::time::Timestamp;
    use crate::language::phrase::Phrase;

    #[test]
    fn each_way_is_measured_for_itself_and_anew_after_a_pause() {
        let since = Timestamp::parse("2026-11-21T14:30:00Z").unwrap();
        let at = |seconds| since.instant() + TimeDelta::seconds(seconds);
        let rate = |way: Option<Advance>| way.unwrap().rate();
        let sending = |bytes| Progress::new(Moving::Sending, 0, 1).weighing(bytes, 100_000);
        let mut line = OnTheLine::new("relay:8443".to_owned(), since);
        line.further(sending(16_384), at(20));
        line.further(Progress::new(Moving::Reading, 1, 3), at(25));
        line.further(sending(26_384), at(30));
        assert_eq!((rate(line.sent), rate(line.read)), (Some(Rate::Bytes(1_000)), None));
        line.waits = Some((Phrase::verbatim("cut off"), Timestamp::new(at(90))));
        line.further(sending(36_384), at(95));
        assert_eq!((rate(line.sent), line.waits), (None, None), "the pause is no part of the rate");
    }
}
