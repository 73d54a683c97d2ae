//! What the room knows.

use chrono::{DateTime, Utc};

use crate::desks::exchange::Exchange;
use crate::desks::preview::Preview;
use crate::desks::progress::Progress;
use crate::desks::queue::QueueRow;
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
    Open(OnTheLine),
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
    /// Packets sent, and how many there are.
    pub sent: Option<(usize, usize)>,
    /// Packets read, and how many there are.
    pub read: Option<(usize, usize)>,
    /// The packet that is on its way.
    pub part: Option<Part>,
    /// What stopped it last, and when it goes on by itself.
    pub waits: Option<(Phrase, Timestamp)>,
}

/// A packet that is on its way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// How much of it is there.
    pub done: u64,
    /// Of how much.
    pub of: u64,
    /// When it was first heard of, and how much was there then.
    pub from: (DateTime<Utc>, u64),
    /// When it was last heard of.
    pub last: DateTime<Utc>,
}

impl Part {
    /// Bytes a second, once that can be told.
    #[must_use]
    pub fn rate(&self) -> Option<u64> {
        let millis =
            u64::try_from((self.last - self.from.0).num_milliseconds()).ok().filter(|took| *took > 0)?;
        let came = self.done.checked_sub(self.from.1).filter(|came| *came > 0)?;
        Some((came.saturating_mul(1_000) / millis).max(1))
    }

    /// Seconds until all of it is there, once that can be told.
    #[must_use]
    pub fn left(&self) -> Option<u64> {
        self.rate().map(|rate| self.of.saturating_sub(self.done).div_ceil(rate))
    }
}

impl OnTheLine {
    /// A contact that has just begun.
    #[must_use]
    pub fn new(relay: String, since: Timestamp) -> Self {
        Self { relay, since, sent: None, read: None, part: None, waits: None }
    }

    /// It came further.
    pub fn further(&mut self, progress: Progress, now: DateTime<Utc>) {
        self.waits = None;
        match progress {
            Progress::Sending { done, of } => (self.sent, self.part) = (Some((done, of)), None),
            Progress::Reading { done, of } => (self.read, self.part) = (Some((done, of)), None),
            Progress::Looking { .. } => {}
            Progress::Part { done, of } => {
                let same = self.part.filter(|part| part.of == of && part.done <= done);
                let from = same.map_or((now, done), |part| part.from);
                self.part = Some(Part { done, of, from, last: now });
            }
        }
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
    use crate::desks::progress::Progress;
    use crate::domain::time::Timestamp;

    #[test]
    fn the_rate_of_a_packet_and_the_time_it_still_takes_are_told_once_they_are_known() {
        let since = Timestamp::parse("2026-11-21T14:30:00Z").unwrap();
        let at = |seconds| since.instant() + TimeDelta::seconds(seconds);
        let mut line = OnTheLine::new("relay:8443".to_owned(), since);
        line.further(Progress::Part { done: 16_384, of: 100_000 }, at(20));
        assert_eq!(line.part.unwrap().rate(), None);
        line.further(Progress::Part { done: 26_384, of: 100_000 }, at(30));
        let part = line.part.unwrap();
        assert_eq!((part.rate(), part.left()), (Some(1_000), Some(74)));
        line.further(Progress::Part { done: 900, of: 1_000 }, at(31));
        assert_eq!(line.part.unwrap().rate(), None, "another packet is measured anew");
        line.further(Progress::Sending { done: 1, of: 2 }, at(32));
        assert_eq!((line.part, line.sent), (None, Some((1, 2))));
    }
}
