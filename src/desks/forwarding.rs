//! Forwarding to Brussels: everything that is ready, and everything whose time is up.
//!
//! ```text
//!  reviewed ─────────────┐
//!  time up: as it stands ─┤
//!  tallies of everybody ──┼─▶ batch statement ─▶ one packet with the words
//!  rivals, as evidence ───┤                  └─▶ large attachments and slots, in packets of their own, after the words
//!  enrolled, revoked ─────┘
//! ```
//!
//! Nobody needs to decide that something goes: whatever is due goes with any exchange, by itself.

use crate::desks::commander::{CommanderDesk, Owed, unjudged};
use crate::desks::enrolment::roster_in_force;
use crate::desks::error::DeskError;
use crate::domain::batch::{Batch, EmptyBatch};
use crate::domain::ids::{BatchId, Dice, Digest, PacketId};
use crate::domain::people::{Addressee, Role};
use crate::domain::precedence::Precedence;
use crate::domain::report::{Review, ReviewedReport};
use crate::domain::time::{ClockState, Timestamp};
use crate::vault::batches::Forwarding;
use crate::vault::reports::HeldReport;
use crate::wire::batch::{BatchV1, digest_of_all, digest_of_set};
use crate::wire::contents::{Contents, SLOT_LENGTH};
use crate::wire::packet::Packet;
use crate::wire::review::ReviewV1;
use crate::wire::roster::Roster;
use crate::wire::sealing::{Dispatch, seal_packet};
use crate::wire::spelling::{Code, Plain};
use crate::wire::statement::{Signed, SignedStatement};
use crate::wire::tally::TallyV1;

/// Attachments up to this size travel with the words of their batch.
const WITH_THE_WORDS: usize = 8 << 10;
/// Slots that share one packet.
const SLOTS_A_PACKET: usize = 1_000;

/// What would go with the next batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// Reports reviewed.
    pub reviewed: usize,
    /// Reports that go as they stand because their time is up.
    pub as_they_stand: usize,
    /// Reports that wait for a review and still have time.
    pub waiting: usize,
    /// Attachments that follow in packets of their own.
    pub attachments: usize,
    /// Integrity slots that follow.
    pub slots: usize,
}

/// What was forwarded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forwarded {
    /// Which batch.
    pub batch: BatchId,
    /// The reports that went.
    pub reports: Vec<Digest>,
    /// The packet with the words, and its size in bytes.
    pub words: (Digest, usize),
    /// Packets that follow with attachments and slots, and their size in bytes.
    pub followers: Vec<(Digest, usize)>,
}

/// One report that goes, with its review: made before, or now because the time is up.
struct Going {
    held: HeldReport,
    review: Review,
    statement: SignedStatement,
    late: Option<Signed<ReviewV1>>,
}

impl CommanderDesk {
    /// What the next batch would hold.
    pub fn preview(&self, now: Timestamp) -> Result<Preview, DeskError> {
        let queue = self.queue()?;
        let goes: Vec<&Owed> = (queue.iter())
            .filter(|owed| {
                owed.review.is_some() || owed.held.facts.superseded || owed.countdown(now).is_over()
            })
            .collect();
        let (_, large) = self.split_attachments(goes.iter().map(|owed| &owed.held))?;
        Ok(Preview {
            reviewed: goes.iter().filter(|owed| owed.review.is_some()).count(),
            as_they_stand: goes.iter().filter(|owed| owed.review.is_none()).count(),
            waiting: queue.len() - goes.len(),
            attachments: large.len(),
            slots: self.vault.uncounted_slots()?.len(),
        })
    }

    /// Packs everything that goes without anybody's decision: what is due to Brussels, and what was said to the
    /// observers.
    pub fn pack(&mut self, now: Timestamp, dice: &mut dyn Dice) -> Result<Vec<Digest>, DeskError> {
        let forwarded = self.forward_what_is_due(now, dice)?;
        let mut packets: Vec<Digest> = (forwarded.iter())
            .flat_map(|forwarded| forwarded.followers.iter().chain([&forwarded.words]))
            .map(|(packet, _)| *packet)
            .collect();
        packets.extend(self.pass_down(now, dice)?);
        Ok(packets)
    }

    /// Forwards if the time of some owed report is up, or if there is news of a gap or of two histories, which waits for
    /// nobody. What is reviewed goes along.
    pub fn forward_what_is_due(
        &mut self,
        now: Timestamp,
        dice: &mut dyn Dice,
    ) -> Result<Option<Forwarded>, DeskError> {
        let time_is_up = self.soonest_due(now)?.is_some_and(|(_, countdown)| countdown.is_over());
        if time_is_up || self.has_news()? { self.forward(now, dice).map(Some) } else { Ok(None) }
    }

    /// Forwards every reviewed report, and as they stand those whose time is up. The words go in one packet; large
    /// attachments and the slots follow in packets of their own.
    pub fn forward(&mut self, now: Timestamp, dice: &mut dyn Dice) -> Result<Forwarded, DeskError> {
        let roster = roster_in_force(&self.vault)?;
        let going = self.going(now)?;
        let reviewed: Vec<_> =
            going.iter().map(|going| going.held.report.clone().review(going.review.clone())).collect();
        let id = BatchId::fresh(now, dice);
        let batch = match reviewed.is_empty() && self.has_news()? {
            true => Batch::of_news(id, now),
            false => Batch::compile(id, reviewed, now)?,
        };
        let tallies = self.tallies_to_tell(&going)?;
        let slots = self.vault.uncounted_slots()?;
        let signed_batch = self.batch_statement(&batch, &going, &tallies, &slots, &roster)?;
        let (small, large) = self.split_attachments(going.iter().map(|going| &going.held))?;

        let mut loads = vec![self.words(&going, &signed_batch, &tallies, &small)?];
        for digest in large {
            let contents =
                Contents { attachments: vec![self.vault.attachment(digest)?], ..Contents::default() };
            loads.push((contents, vec![digest]));
        }
        for some in slots.chunks(SLOTS_A_PACKET) {
            let (names, bytes) = some.iter().cloned().unzip();
            loads.push((Contents { slots: bytes, ..Contents::default() }, names));
        }
        let reviews = || batch.reports().iter().map(ReviewedReport::review);
        let marking = reviews().map(|review| review.marking).max().unwrap_or_default();
        // Only the words are urgent; what follows them is not.
        let mut precedence = reviews().map(|review| review.precedence).max().unwrap_or_default();
        let mut packets: Vec<(Packet, Vec<Digest>)> = Vec::new();
        for (contents, riders) in loads {
            let packet = PacketId::fresh(now, dice);
            let dispatch =
                Dispatch { packet, to: Addressee::Role(Role::Cell), precedence, marking, created: now };
            packets
                .push((seal_packet(&contents, &dispatch, &roster, &self.vault.profile().signing)?, riders));
            precedence = Precedence::default();
        }
        let mut sizes = packets.iter().map(|(packet, _)| (packet.digest(), packet.bytes().len()));
        let words = sizes.next().ok_or(EmptyBatch)?;
        let followers = sizes.collect();
        let late = going.into_iter().filter_map(|going| going.late).collect();
        let counted = slots.into_iter().map(|(digest, _)| digest).collect();
        self.vault
            .forward(&Forwarding { reviews: late, batch: signed_batch, packets, slots: counted }, now)?;
        Ok(Forwarded {
            batch: batch.id(),
            reports: reviews().map(|review| review.report).collect(),
            words,
            followers,
        })
    }

    /// What goes: every owed report that is reviewed or whose time is up, with its review.
    fn going(&self, now: Timestamp) -> Result<Vec<Going>, DeskError> {
        self.vault.look_at_clock(now)?;
        let mut going = Vec::new();
        for owed in self.queue()? {
            let time_is_up = owed.countdown(now).is_over();
            let held = owed.held;
            match self.vault.review_of(held.digest)? {
                Some((digest, review)) => {
                    going.push(Going { statement: self.vault.statement(digest)?, review, late: None, held });
                }
                // A version that was replaced goes along: it is withheld no more than any other.
                None if time_is_up || held.facts.superseded => {
                    let review = unjudged(&held, &self.catalogue, now);
                    let late = self.signed(ReviewV1::from(&review))?;
                    going.push(Going { statement: late.statement.clone(), review, late: Some(late), held });
                }
                None => {}
            }
        }
        Ok(going)
    }

    /// The latest tally of every observer, except where the cell can tell as much without it: the very report it counts
    /// up to goes along, or an earlier packet that is kept until it has arrived carries the same tally.
    fn tallies_to_tell(&self, going: &[Going]) -> Result<Vec<Digest>, DeskError> {
        let mut tallies = Vec::new();
        for (_, digest) in self.vault.latest_tallies()? {
            let claim = self.vault.signed::<TallyV1>(digest)?.payload.claim();
            if !going.iter().any(|going| Some(going.held.digest) == claim.head) {
                tallies.push(digest);
            }
        }
        Ok(self.vault.not_riding(&tallies, &Addressee::Role(Role::Cell))?)
    }

    /// Reports that carry the number of another, as far as the cell was not sent them: both histories are its to judge.
    fn rivals_to_tell(&self) -> Result<Vec<Digest>, DeskError> {
        Ok(self.vault.not_riding(&self.vault.rivals()?, &Addressee::Role(Role::Cell))?)
    }

    /// Whom he enrolled and whose keys he made void, as far as the cell was not sent that.
    fn amendments_to_tell(&self) -> Result<Vec<Digest>, DeskError> {
        let mine = self.vault.amendments_by(self.vault.profile().me)?;
        Ok(self.vault.not_riding(&mine, &Addressee::Role(Role::Cell))?)
    }

    /// Whether the cell is to hear something that no report of this desk tells: two histories, somebody enrolled or
    /// revoked, or a tally that counts up to a report that never came here.
    fn has_news(&self) -> Result<bool, DeskError> {
        let mut news = !self.rivals_to_tell()?.is_empty() || !self.amendments_to_tell()?.is_empty();
        for tally in self.tallies_to_tell(&[])? {
            let head = self.vault.signed::<TallyV1>(tally)?.payload.claim().head;
            news |= head.map(|head| self.vault.holds(head)).transpose()? == Some(false);
        }
        Ok(news)
    }

    /// The packet with the words: reports, reviews, the batch statement, tallies, rivals, who was
    /// enrolled and revoked, small attachments.
    fn words(
        &self,
        going: &[Going],
        batch: &Signed<BatchV1>,
        tallies: &[Digest],
        attachments: &[Digest],
    ) -> Result<(Contents, Vec<Digest>), DeskError> {
        let mut statements = Vec::new();
        for going in going {
            statements.push(self.vault.statement(going.held.digest)?);
        }
        statements.extend(going.iter().map(|going| going.statement.clone()));
        statements.push(batch.statement.clone());
        let (rivals, amendments) = (self.rivals_to_tell()?, self.amendments_to_tell()?);
        for other in tallies.iter().copied().chain(rivals).chain(amendments) {
            statements.push(self.vault.statement(other)?);
        }
        let mut riders: Vec<Digest> = statements.iter().map(SignedStatement::digest).collect();
        riders.extend(attachments);
        let attachments =
            attachments.iter().map(|digest| self.vault.attachment(*digest)).collect::<Result<_, _>>()?;
        Ok((Contents { statements, attachments, slots: Vec::new() }, riders))
    }

    fn batch_statement(
        &self,
        batch: &Batch,
        going: &[Going],
        tallies: &[Digest],
        slots: &[(Digest, Vec<u8>)],
        roster: &Roster,
    ) -> Result<Signed<BatchV1>, DeskError> {
        debug_assert!(
            slots.iter().all(|(_, bytes)| bytes.len() == SLOT_LENGTH),
            "intake takes no other length"
        );
        let reviews: Vec<Digest> = going.iter().map(|going| going.statement.digest()).collect();
        let heard = self.vault.newest_word_from_the_centre()?.max(Some(roster.issued()));
        self.signed(BatchV1 {
            id: Plain(batch.id()),
            reports: batch.reports().iter().map(|reviewed| Plain(reviewed.review().report)).collect(),
            reviews: Plain(digest_of_all(&reviews)),
            returns: self.vault.open_returns()?.into_iter().map(Plain).collect(),
            tallies: Plain(digest_of_set(tallies.to_vec())),
            slots: Plain(digest_of_set(slots.iter().map(|(digest, _)| *digest).collect())),
            slot_count: u32::try_from(slots.len()).unwrap_or(u32::MAX),
            at: Plain(batch.compiled()),
            clock: Code(ClockState::judged(batch.compiled(), heard)),
        })
    }

    /// The attachments of these reports whose bytes are here: those that go with the words, and those that follow.
    fn split_attachments<'a>(
        &self,
        reports: impl Iterator<Item = &'a HeldReport>,
    ) -> Result<(Vec<Digest>, Vec<Digest>), DeskError> {
        let (mut small, mut large) = (Vec::new(), Vec::new());
        for held in reports {
            let here: Vec<Digest> = self
                .vault
                .attachments_of(held.digest)?
                .into_iter()
                .filter(|(_, here)| *here)
                .map(|(d, _)| d)
                .collect();
            for attachment in
                held.report.observation().attachments.iter().filter(|a| here.contains(&a.digest))
            {
                let with_words = usize::try_from(attachment.size).is_ok_and(|size| size <= WITH_THE_WORDS);
                let list = if with_words { &mut small } else { &mut large };
                if !list.contains(&attachment.digest) {
                    list.push(attachment.digest);
                }
            }
        }
        Ok((small, large))
    }
}
