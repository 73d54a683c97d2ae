//! A batch put together: what is in it, what follows it, and how large each packet becomes.
//!
//! ```text
//!  going ─▶ compiled for rehearsal ─▶ length of the words ──┐
//!        └▶ compiled ─▶ words, padded to that length ───────┴▶ packets as large as was told
//! ```
//!
//! The name of a batch and its time are drawn when it goes, and differ by a few bytes once they are compressed. So the
//! words are rehearsed with a name and a time that follow from what goes, given a few bytes to spare, and padded to what
//! that comes to. That is why a preview can tell the size of a packet to the byte before it exists.
//!
//! Which attachments ride with the words was decided by bytes. A packet of its own costs an attachment 1,557 bytes for
//! each officer at the cell, 700 for the label and the head of the seal, and 1,000 with a round trip on the line: about
//! 5 KB for two officers. Up to 8 KiB that would be half as much again or more, so what is that small rides along; but
//! all of it together takes 8 KiB at most, which holds the words up by 27 seconds at 2.4 kbit/s and by 7 at 9.6. With
//! 64 KiB, as formats allow, one report's picture would hold up twenty reports for four minutes. With what is IMMEDIATE
//! nothing rides along at all.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::crypto::digest::sha256;
use crate::desks::commander::portions::{Item, Portion};
use crate::desks::commander::{CommanderDesk, unjudged};
use crate::desks::error::DeskError;
use crate::desks::observer::attaching::LARGEST_ATTACHMENT;
use crate::domain::batch::Batch;
use crate::domain::ids::{BatchId, Dice, Digest, PacketId};
use crate::domain::marking::Marking;
use crate::domain::people::{Addressee, Role};
use crate::domain::precedence::Precedence;
use crate::domain::report::{Review, ReviewedReport};
use crate::domain::time::{ClockState, Timestamp};
use crate::vault::outbound::Uncarried;
use crate::vault::reports::HeldReport;
use crate::wire::batch::{BatchV1, digest_of_all, digest_of_set};
use crate::wire::contents::{Contents, SLOT_LENGTH};
use crate::wire::kind::Kind;
use crate::wire::review::ReviewV1;
use crate::wire::roster::Roster;
use crate::wire::sealing::{Dispatch, packet_length, plain_length};
use crate::wire::spelling::{Code, Plain};
use crate::wire::statement::{Signed, SignedStatement};

/// Attachments up to this size travel with the words of their batch, and all of them together take no more.
const WITH_THE_WORDS: u64 = 8 << 10;
/// That many of them at most: some are a few bytes long, and a packet has a limit of items.
const MOST_WITH_THE_WORDS: usize = 100;
/// Slots that share one packet.
pub(super) const SLOTS_A_PACKET: usize = 1_000;
/// Bytes kept for what a batch's name and time may cost more than at the rehearsal.
const SPARE: usize = 48;

/// One report that goes.
pub(super) struct Going {
    pub held: HeldReport,
    /// Its review; none when its time is up before it was reviewed.
    pub review: Option<(Digest, Review)>,
    pub attachments: Vec<Uncarried>,
}

/// Reports that go in one batch, with what else that batch tells.
pub(super) struct Group {
    pub going: Vec<Going>,
    pub tallies: Vec<Digest>,
    /// Rivals, as evidence; who was enrolled and who revoked.
    pub others: Vec<Digest>,
    pub returns: Vec<Digest>,
    pub slots: Vec<Digest>,
    /// One report that was released as IMMEDIATE and waits for nothing.
    pub alone: bool,
}

/// Something that follows the words in a packet of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Follower {
    /// An attachment.
    Attachment {
        /// SHA-256 of its bytes.
        digest: Digest,
        /// A report that names it.
        report: Digest,
        /// How fast its report goes; no attachment goes as fast as words that are IMMEDIATE.
        precedence: Precedence,
        /// Its size in bytes.
        size: u64,
    },
    /// So many integrity slots.
    Slots(usize),
}

/// A batch as it is signed.
pub(super) struct Compiled {
    pub batch: Batch,
    pub statement: Signed<BatchV1>,
    /// Reviews made because the time was up.
    pub late: Vec<Signed<ReviewV1>>,
    /// What is in the packet with the words, and what rides in it.
    pub words: (Contents, Vec<Digest>),
}

/// Dice that fall as what goes says: a name that is as hard to compress as any.
struct Rehearsed(Digest, u8);

impl Dice for Rehearsed {
    fn roll(&mut self, out: &mut [u8]) {
        for piece in out.chunks_mut(32) {
            self.1 = self.1.wrapping_add(1);
            let mut drawn = self.0.as_bytes().to_vec();
            drawn.push(self.1);
            for (byte, drawn) in piece.iter_mut().zip(sha256(&drawn)) {
                *byte = drawn;
            }
        }
    }
}

impl Group {
    /// How fast its words go.
    pub fn precedence(&self) -> Precedence {
        let reviewed = self.going.iter().map(|going| match &going.review {
            Some((_, review)) => review.precedence,
            None => going.held.report.head().precedence.before_release(),
        });
        reviewed.max().unwrap_or_default()
    }

    /// The highest marking in it.
    pub fn marking(&self) -> Marking {
        let markings = self.going.iter().map(|going| match &going.review {
            Some((_, review)) => review.marking,
            None => going.held.report.head().marking,
        });
        markings.max().unwrap_or_default()
    }

    /// The attachments that go with the words, the smallest first, and what follows: by the precedence of its report,
    /// then the smallest first, and slots last.
    pub fn split(&self) -> (Vec<Digest>, Vec<Follower>) {
        let mut each: BTreeMap<Digest, (Uncarried, Precedence)> = BTreeMap::new();
        for going in &self.going {
            let precedence = match &going.review {
                Some((_, review)) => review.precedence.before_release(),
                None => going.held.report.head().precedence.before_release(),
            };
            for attachment in &going.attachments {
                let known = each.entry(attachment.digest).or_insert((*attachment, precedence));
                known.1 = known.1.max(precedence);
            }
        }
        let mut each: Vec<(Uncarried, Precedence)> = each.into_values().collect();
        each.sort_unstable_by_key(|(attachment, _)| (attachment.size, attachment.digest));
        let (mut with, mut followers, mut together) = (Vec::new(), Vec::new(), 0_u64);
        for (attachment, precedence) in each {
            together = together.saturating_add(attachment.size);
            if together <= WITH_THE_WORDS && with.len() < MOST_WITH_THE_WORDS && !self.alone {
                with.push(attachment.digest);
            } else {
                let Uncarried { digest, size, report } = attachment;
                followers.push(Follower::Attachment { digest, report, precedence, size });
            }
        }
        // A stable order: within a precedence the smallest stays first.
        followers.sort_by_key(|follower| match follower {
            Follower::Attachment { precedence, .. } => Reverse(*precedence),
            Follower::Slots(_) => Reverse(Precedence::Routine),
        });
        followers.extend(self.slots.chunks(SLOTS_A_PACKET).map(|some| Follower::Slots(some.len())));
        (with, followers)
    }
}

impl CommanderDesk {
    /// Reads what a portion holds, and tells how many bytes its words take under their seal. Attachments that are `carried`
    /// by what goes before it are left out.
    pub(super) fn read_portion(
        &self,
        portion: &Portion,
        carried: &BTreeSet<Digest>,
        roster: &Roster,
    ) -> Result<(Group, usize), DeskError> {
        let (mut reports, mut tallies, mut others) = (Vec::new(), Vec::new(), Vec::new());
        for item in &portion.items {
            match item {
                Item::Report(place, report) => reports.push((*place, report.digest)),
                Item::Other(digest, _) if self.vault.kind_of(*digest)? == Kind::Tally => {
                    tallies.push(*digest);
                }
                Item::Other(digest, _) => others.push(*digest),
            }
        }
        // In a batch the reports stand as their authors would have them: by precedence and age.
        reports.sort_unstable();
        let mut going = Vec::new();
        for (_, digest) in reports {
            let mut attachments = self.vault.uncarried_of(digest, LARGEST_ATTACHMENT)?;
            attachments.retain(|attachment| !carried.contains(&attachment.digest));
            going.push(Going {
                held: self.vault.report(digest)?,
                review: self.vault.review_of(digest)?,
                attachments,
            });
        }
        let Portion { returns, slots, alone, .. } = portion.clone();
        let group = Group { going, tallies, others, returns, slots, alone };
        let plain = self.rehearse(&group, roster)?;
        Ok((group, plain))
    }

    /// Puts a batch together and signs it.
    pub(super) fn compile(
        &self,
        group: &Group,
        id: BatchId,
        at: Timestamp,
        roster: &Roster,
    ) -> Result<Compiled, DeskError> {
        let (mut reviewed, mut reviews, mut late) = (Vec::new(), Vec::new(), Vec::new());
        for going in &group.going {
            let review = match &going.review {
                Some((digest, review)) => {
                    reviews.push(self.vault.statement(*digest)?);
                    review.clone()
                }
                None => {
                    let review = unjudged(&going.held, &self.catalogue, at);
                    let signed = self.signed(ReviewV1::from(&review))?;
                    reviews.push(signed.statement.clone());
                    late.push(signed);
                    review
                }
            };
            reviewed.push(going.held.report.clone().review(review));
        }
        let batch = match reviewed.is_empty() {
            true => Batch::of_news(id, at),
            false => Batch::compile(id, reviewed, at)?,
        };
        let statement = self.batch_statement(&batch, group, &reviews, roster)?;
        let words = self.words(group, reviews, &statement)?;
        Ok(Compiled { batch, statement, late, words })
    }

    /// How many bytes the words take under their seal, whenever they go.
    fn rehearse(&self, group: &Group, roster: &Roster) -> Result<usize, DeskError> {
        let reports: Vec<Digest> = group.going.iter().map(|going| going.held.digest).collect();
        let mut dice = Rehearsed(digest_of_all(&reports), 0);
        let at = roster.issued();
        let rehearsed = self.compile(group, BatchId::fresh(at, &mut dice), at, roster)?;
        Ok(plain_length(&rehearsed.words.0, SPARE)?)
    }

    /// What is written on a packet to the cell.
    pub(super) fn to_the_cell(
        packet: PacketId,
        precedence: Precedence,
        marking: Marking,
        now: Timestamp,
    ) -> Dispatch {
        Dispatch { packet, to: Addressee::Role(Role::Cell), precedence, marking, created: now }
    }

    /// The packet sizes of a group: the words, of which `plain` bytes are under the seal, and each follower.
    pub(super) fn sizes(
        &self,
        group: &Group,
        plain: usize,
        followers: &[Follower],
        roster: &Roster,
    ) -> Result<(usize, Vec<usize>), DeskError> {
        let (key, marking) = (&self.vault.profile().signing, group.marking());
        let mut dice = Rehearsed(digest_of_all(&[]), 0);
        let at = roster.issued();
        let mut packet = |plain, precedence| {
            let dispatch = Self::to_the_cell(PacketId::fresh(at, &mut dice), precedence, marking, at);
            packet_length(plain, &dispatch, roster, key)
        };
        let words = packet(plain, group.precedence())?;
        let mut sizes = Vec::new();
        for follower in followers {
            sizes.push(packet(self.plain_of(follower)?, follower.precedence())?);
        }
        Ok((words, sizes))
    }

    /// How many bytes a follower takes under its seal. That of an attachment follows from its bytes and is kept, because
    /// it takes long to find.
    pub(super) fn plain_of(&self, follower: &Follower) -> Result<usize, DeskError> {
        match follower {
            Follower::Attachment { digest, .. } => {
                if let Some(known) = self.vault.sealed_alone(*digest)? {
                    return Ok(known);
                }
                let attachments = vec![self.vault.attachment(*digest)?];
                let plain = plain_length(&Contents { attachments, ..Contents::default() }, 0)?;
                self.vault.remember_sealed_alone(*digest, plain)?;
                Ok(plain)
            }
            // A slot is sealed already and shrinks by nothing: any bytes of its length that do not repeat tell as much.
            Follower::Slots(count) => {
                let mut dice = Rehearsed(digest_of_all(&[]), 0);
                let noise = |dice: &mut Rehearsed| {
                    let mut slot = vec![0; SLOT_LENGTH];
                    dice.roll(&mut slot);
                    slot
                };
                let slots = std::iter::repeat_with(|| noise(&mut dice)).take(*count).collect();
                Ok(plain_length(&Contents { slots, ..Contents::default() }, SPARE)?)
            }
        }
    }

    /// The packet with the words: reports, reviews, the batch statement, tallies, rivals, who was enrolled
    /// and revoked, small attachments.
    fn words(
        &self,
        group: &Group,
        reviews: Vec<SignedStatement>,
        batch: &Signed<BatchV1>,
    ) -> Result<(Contents, Vec<Digest>), DeskError> {
        let mut statements = Vec::new();
        for going in &group.going {
            statements.push(self.vault.statement(going.held.digest)?);
        }
        statements.extend(reviews);
        statements.push(batch.statement.clone());
        for other in group.tallies.iter().chain(&group.others) {
            statements.push(self.vault.statement(*other)?);
        }
        let mut riders: Vec<Digest> = statements.iter().map(SignedStatement::digest).collect();
        let (with, _) = group.split();
        riders.extend(&with);
        let attachments =
            with.iter().map(|digest| self.vault.attachment(*digest)).collect::<Result<_, _>>()?;
        Ok((Contents { statements, attachments, slots: Vec::new() }, riders))
    }

    fn batch_statement(
        &self,
        batch: &Batch,
        group: &Group,
        reviews: &[SignedStatement],
        roster: &Roster,
    ) -> Result<Signed<BatchV1>, DeskError> {
        let reviews: Vec<Digest> = reviews.iter().map(SignedStatement::digest).collect();
        let heard = self.vault.newest_word_from_the_centre()?.max(Some(roster.issued()));
        let told = |reviewed: &ReviewedReport| Plain(reviewed.review().report);
        self.signed(BatchV1 {
            id: Plain(batch.id()),
            reports: batch.reports().iter().map(told).collect(),
            reviews: Plain(digest_of_all(&reviews)),
            returns: group.returns.iter().copied().map(Plain).collect(),
            tallies: Plain(digest_of_set(group.tallies.clone())),
            slots: Plain(digest_of_set(group.slots.clone())),
            slot_count: u32::try_from(group.slots.len()).unwrap_or(u32::MAX),
            at: Plain(batch.compiled()),
            clock: Code(ClockState::judged(batch.compiled(), heard)),
        })
    }
}

impl Follower {
    /// What its packet says of its haste.
    pub fn precedence(&self) -> Precedence {
        match self {
            Self::Attachment { precedence, .. } => *precedence,
            Self::Slots(_) => Precedence::Routine,
        }
    }
}
