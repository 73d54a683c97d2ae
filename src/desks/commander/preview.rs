//! What goes with the next batch, before it goes: each report, the size of each packet, and the time on a line.
//!
//! ```text
//!  what is ready ─▶ batches: released ones first, each alone ─▶ reports, sizes ─▶ seconds on a line
//!  what still waits ─▶ how many, and the soonest to go by itself
//! ```
//!
//! Sizes are those of the packets that would be made now, to the byte. No packet is made for that; what an attachment takes
//! by itself is kept, because it takes long to find.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::time::Duration;

use crate::courier::line::Line;
use crate::desks::commander::CommanderDesk;
use crate::desks::commander::batching::{Follower, Going, Group};
use crate::desks::commander::portions::{Item, Portion, Portions};
use crate::desks::enrolment::roster_in_force;
use crate::desks::error::DeskError;
use crate::desks::observer::attaching::LARGEST_ATTACHMENT;
use crate::domain::grading::NatoGrade;
use crate::domain::ids::{Digest, ReportId};
use crate::domain::precedence::Precedence;
use crate::domain::time::Timestamp;
use crate::vault::lines::{MeasuredLine, ReckonedOn};
use crate::wire::roster::Roster;

/// What would go now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preview {
    /// The batches, in the order they go: each report that was released as IMMEDIATE alone, then all others.
    pub batches: Vec<BatchPreview>,
    /// Reports that wait for a review and still have time.
    pub waiting: usize,
    /// When the first of these goes by itself.
    pub soonest: Option<Timestamp>,
}

/// One batch that would go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchPreview {
    /// Its reports, in order.
    pub reports: Vec<Goes>,
    /// Whether it is one report that was released as IMMEDIATE.
    pub alone: bool,
    /// The size in bytes of the packet with the words.
    pub words: usize,
    /// What follows in packets of its own, in order, and the size of each packet in bytes.
    pub followers: Vec<(Follower, usize)>,
    /// How many tallies of observers it tells.
    pub tallies: usize,
}

/// One report that would go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goes {
    /// The digest of its statement.
    pub digest: Digest,
    /// Its id.
    pub id: ReportId,
    /// Its grade; none when it goes as it stands.
    pub grade: Option<NatoGrade>,
    /// How fast it goes.
    pub precedence: Precedence,
    /// How many attachments of it go, and their size in bytes.
    pub attachments: (usize, u64),
    /// How many of its attachments are not here yet: they follow when they come.
    pub missing: usize,
    /// How many are larger than an attachment may be, which no device of ours sends: they never go.
    pub too_large: u32,
}

/// What is shown so far.
#[derive(Default)]
struct Shown {
    batches: Vec<BatchPreview>,
    /// What was signed of it.
    gone: BTreeSet<Digest>,
    /// The attachments that go with it.
    carried: BTreeSet<Digest>,
}

/// How long it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Seconds {
    /// Until all words are there.
    pub words: Duration,
    /// From then until everything that follows them is there.
    pub followers: Duration,
}

impl Preview {
    /// How many reports were reviewed.
    #[must_use]
    pub fn reviewed(&self) -> usize {
        self.reports().filter(|goes| goes.grade.is_some()).count()
    }

    /// How many go as they stand because their time is up, or because their author replaced them.
    #[must_use]
    pub fn as_they_stand(&self) -> usize {
        self.reports().filter(|goes| goes.grade.is_none()).count()
    }

    /// Every report that goes.
    pub fn reports(&self) -> impl Iterator<Item = &Goes> {
        self.batches.iter().flat_map(|batch| &batch.reports)
    }

    /// Everything that follows the words, with the size of its packet.
    pub fn followers(&self) -> impl Iterator<Item = &(Follower, usize)> {
        self.batches.iter().flat_map(|batch| &batch.followers)
    }

    /// How many attachments follow in packets of their own.
    #[must_use]
    pub fn attachments(&self) -> usize {
        self.followers().filter(|(follower, _)| matches!(follower, Follower::Attachment { .. })).count()
    }

    /// How many integrity slots follow.
    #[must_use]
    pub fn slots(&self) -> usize {
        let slots = self
            .followers()
            .map(|(follower, _)| if let Follower::Slots(count) = follower { *count } else { 0 });
        slots.sum()
    }

    /// Bytes of all packets with words.
    #[must_use]
    pub fn words(&self) -> usize {
        self.batches.iter().map(|batch| batch.words).sum()
    }

    /// How long it takes on a line, in one contact that begins with a fresh handshake.
    #[must_use]
    pub fn seconds(&self, line: &Line) -> Seconds {
        let words: Vec<u64> = self.batches.iter().map(|batch| batch.words as u64).collect();
        let followers: Vec<u64> = self.followers().map(|(_, size)| *size as u64).collect();
        let (words, followers) = line.sending(&words, &followers);
        Seconds { words, followers }
    }
}

/// The line that a choice stands for: the usual round trip goes with each speed. Nothing was measured before the first
/// contact.
#[must_use]
pub fn line_of(choice: ReckonedOn, measured: Option<&MeasuredLine>) -> Option<Line> {
    let known = |bits, millis| Some(Line { bits, round_trip: Duration::from_millis(millis) });
    match choice {
        ReckonedOn::K2 => known(2_400, 1_500),
        ReckonedOn::K9 => known(9_600, 800),
        ReckonedOn::K64 => known(64_000, 600),
        ReckonedOn::K512 => known(512_000, 600),
        ReckonedOn::Measured => measured.map(|line| Line { bits: line.bits, round_trip: line.round_trip }),
    }
}

impl CommanderDesk {
    /// What would go now, with the size of each packet. What cannot be packed is left out, and waits.
    pub fn preview(&self, now: Timestamp) -> Result<Preview, DeskError> {
        let hours = self.hours()?;
        let mut shown = Shown::default();
        self.preview_portions(self.released()?, &mut shown)?;
        let normal = self.normal(now, &shown.gone)?;
        self.preview_portions(normal, &mut shown)?;
        let batches = shown.batches;
        let goes: BTreeSet<Digest> =
            batches.iter().flat_map(|batch| &batch.reports).map(|goes| goes.digest).collect();
        let waits = self.vault.unbatched()?.into_iter().filter(|one| !goes.contains(&one.digest));
        let waits: Vec<Timestamp> = waits.map(|one| one.time.due(hours)).collect();
        Ok(Preview { batches, waiting: waits.len(), soonest: waits.into_iter().min() })
    }

    /// How much was changed in the vault since it was opened: while that stays the same, so does all that was read.
    pub fn changes(&self) -> u64 {
        self.vault.changes()
    }

    /// The line that times are reckoned on, and what it was chosen by.
    pub fn reckoned_on(&self) -> Result<(ReckonedOn, Option<MeasuredLine>), DeskError> {
        let measured = self.vault.line_used_last()?;
        let usual = if measured.is_some() { ReckonedOn::Measured } else { ReckonedOn::default() };
        Ok((self.vault.reckoned_on()?.unwrap_or(usual), measured))
    }

    /// Chooses that line.
    pub fn reckon_on(&mut self, choice: ReckonedOn) -> Result<(), DeskError> {
        Ok(self.vault.reckon_on(choice)?)
    }

    /// Shows each portion that can be made, as forwarding would make it.
    fn preview_portions(&self, portions: Vec<Portion>, shown: &mut Shown) -> Result<(), DeskError> {
        let roster = roster_in_force(&self.vault)?;
        let mut portions = Portions::of(portions);
        while let Some(portion) = portions.next() {
            match self.read_portion(&portion, &shown.carried, &roster) {
                Err(why) => portions.cannot_make(portion, why)?,
                Ok((group, plain)) => {
                    let Some(batch) = portions.held_up.note(self.previewed(&group, plain, &roster))? else {
                        continue;
                    };
                    shown.gone.extend(portion.items.iter().map(Item::digest));
                    let attachments = group.going.iter().flat_map(|going| &going.attachments);
                    shown.carried.extend(attachments.map(|attachment| attachment.digest));
                    shown.batches.push(batch);
                }
            }
        }
        Ok(())
    }

    fn previewed(&self, group: &Group, plain: usize, roster: &Roster) -> Result<BatchPreview, DeskError> {
        let (_, followers) = group.split();
        let (words, sizes) = self.sizes(group, plain, &followers, roster)?;
        let mut followers: Vec<(Follower, usize)> = followers.into_iter().zip(sizes).collect();
        // As they lie on the road.
        followers.sort_by_key(|(follower, size)| (Reverse(follower.precedence()), *size));
        Ok(BatchPreview {
            reports: group.going.iter().map(|going| self.row(going)).collect::<Result<_, _>>()?,
            alone: group.alone,
            words,
            followers,
            tallies: group.tallies.len(),
        })
    }

    fn row(&self, going: &Going) -> Result<Goes, DeskError> {
        let head = going.held.report.head();
        let review = going.review.as_ref().map(|(_, review)| review);
        let here = self.vault.attachments_of(going.held.digest)?;
        Ok(Goes {
            digest: going.held.digest,
            id: head.id,
            grade: review.map(|review| review.grade),
            precedence: review.map_or(head.precedence.before_release(), |review| review.precedence),
            attachments: (
                going.attachments.len(),
                going.attachments.iter().map(|attachment| attachment.size).sum(),
            ),
            missing: here.iter().filter(|(_, here)| !here).count(),
            too_large: self.vault.too_large_of(going.held.digest, LARGEST_ATTACHMENT)?,
        })
    }
}
