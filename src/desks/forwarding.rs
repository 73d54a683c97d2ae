//! Forwarding to Brussels: everything that is ready, and everything whose time is up.
//!
//! ```text
//!  released as IMMEDIATE ── alone, at once ──▶ a batch of its own, before everything else on every road
//!  reviewed ─────────────┐
//!  time up: as it stands ─┤
//!  tallies of everybody ──┼─▶ batch statement ─▶ one packet with the words
//!  rivals, as evidence ───┤                  └─▶ attachments and slots, in packets of their own, after the words
//!  enrolled, revoked ─────┘
//! ```
//!
//! Nobody needs to decide that something goes: whatever is due goes with any exchange, by itself.
//!
//! The tallies of everybody go with every batch, and each goes once. Signature, head and member alone are 112 bytes that
//! nothing shrinks: for three hundred observers 34 KB, two minutes of a line of 2.4 kbit/s, with every batch. A packet is
//! kept and offered until the relay has signed for it, so a tally that rides in one needs no second carrier; and where the
//! report that it counts up to goes along, the cell knows as much without it.

use crate::desks::batching::{Compiled, Follower, Going, Group};
use crate::desks::commander::CommanderDesk;
use crate::desks::enrolment::roster_in_force;
use crate::desks::error::DeskError;
use crate::domain::batch::EmptyBatch;
use crate::domain::ids::{BatchId, Dice, Digest, MemberId, PacketId};
use crate::domain::overdue::Countdown;
use crate::domain::people::{Addressee, Role};
use crate::domain::precedence::Precedence;
use crate::domain::time::Timestamp;
use crate::vault::batches::Forwarding;
use crate::vault::outbound::Unbatched;
use crate::wire::contents::Contents;
use crate::wire::packet::Packet;
use crate::wire::roster::Roster;
use crate::wire::sealing::seal_packet_evenly;
use crate::wire::tally::TallyV1;

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

impl CommanderDesk {
    /// Packs everything that goes without anybody's decision: what was released, what is due to Brussels, attachments
    /// that came after their words had gone, and what was said to the observers.
    pub fn pack(&mut self, now: Timestamp, dice: &mut dyn Dice) -> Result<Vec<Digest>, DeskError> {
        let mut forwarded = self.release(now, dice)?;
        forwarded.extend(self.forward_what_is_due(now, dice)?);
        let mut packets: Vec<Digest> = (forwarded.iter())
            .flat_map(|forwarded| forwarded.followers.iter().chain([&forwarded.words]))
            .map(|(packet, _)| *packet)
            .collect();
        packets.extend(self.send_after(now, dice)?);
        packets.extend(self.pass_down(now, dice)?);
        Ok(packets)
    }

    /// Packs what was released as IMMEDIATE, each report alone with its author's tally, to go at once. Whatever else is
    /// ready waits for the next batch. To be called as soon as a review releases a report.
    pub fn release(&mut self, now: Timestamp, dice: &mut dyn Dice) -> Result<Vec<Forwarded>, DeskError> {
        let roster = roster_in_force(&self.vault)?;
        let mut forwarded = Vec::new();
        for group in self.released()? {
            // Power fails between two of them: the rest is released with the next exchange.
            forwarded.push(self.forward_group(&group, &roster, now, dice)?);
        }
        Ok(forwarded)
    }

    /// Forwards if the time of some owed report is up, or if there is news of a gap or of two histories, which waits for
    /// nobody. What is reviewed goes along.
    pub fn forward_what_is_due(
        &mut self,
        now: Timestamp,
        dice: &mut dyn Dice,
    ) -> Result<Vec<Forwarded>, DeskError> {
        self.vault.look_at_clock(now)?;
        let hours = self.hours()?;
        let time_is_up = self.vault.unbatched()?.iter().any(|one| is_up(one, hours, now));
        if time_is_up || self.has_news(now)? { self.forward(now, dice) } else { Ok(Vec::new()) }
    }

    /// Forwards every reviewed report, and as they stand those whose time is up: first what was released as IMMEDIATE,
    /// each in a batch of its own, then everything else in one. The words go in one packet; large attachments and the
    /// slots follow in packets of their own. At least one batch is made.
    pub fn forward(&mut self, now: Timestamp, dice: &mut dyn Dice) -> Result<Vec<Forwarded>, DeskError> {
        let mut forwarded = self.release(now, dice)?;
        let roster = roster_in_force(&self.vault)?;
        let group = self.normal(now)?;
        if !group.going.is_empty() || group.news {
            forwarded.push(self.forward_group(&group, &roster, now, dice)?);
        }
        if forwarded.is_empty() { Err(EmptyBatch.into()) } else { Ok(forwarded) }
    }

    fn forward_group(
        &mut self,
        group: &Group,
        roster: &Roster,
        now: Timestamp,
        dice: &mut dyn Dice,
    ) -> Result<Forwarded, DeskError> {
        let plain = self.rehearse(group, roster)?;
        let compiled = self.compile(group, BatchId::fresh(now, dice), now, roster)?;
        let Compiled { batch, statement, late, words } = compiled;
        let mut seal = |contents: &Contents, plain, precedence| {
            let packet = PacketId::fresh(now, dice);
            let dispatch = Self::to_the_cell(packet, precedence, group.marking(), now);
            seal_packet_evenly(contents, plain, &dispatch, roster, &self.vault.profile().signing)
        };
        let mut packets: Vec<(Packet, Vec<Digest>)> = Vec::new();
        packets.push((seal(&words.0, plain, group.precedence())?, words.1));
        let mut slots = group.slots.iter();
        for follower in group.split().1 {
            let (contents, riders) = match follower {
                Follower::Attachment { digest, .. } => {
                    let attachments = vec![self.vault.attachment(digest)?];
                    (Contents { attachments, ..Contents::default() }, vec![digest])
                }
                Follower::Slots(count) => {
                    let (names, bytes) = slots.by_ref().take(count).cloned().unzip();
                    (Contents { slots: bytes, ..Contents::default() }, names)
                }
            };
            packets.push((seal(&contents, self.plain_of(&follower)?, follower.precedence())?, riders));
        }
        let mut sizes = packets.iter().map(|(packet, _)| (packet.digest(), packet.bytes().len()));
        let (words, followers) = (sizes.next().ok_or(EmptyBatch)?, sizes.collect());
        let counted = group.slots.iter().map(|(digest, _)| *digest).collect();
        self.vault.forward(&Forwarding { reviews: late, batch: statement, packets, slots: counted }, now)?;
        let reports = batch.reports().iter().map(|reviewed| reviewed.review().report).collect();
        Ok(Forwarded { batch: batch.id(), reports, words, followers })
    }

    /// Packs the attachments whose bytes came after their words had gone.
    fn send_after(&mut self, now: Timestamp, dice: &mut dyn Dice) -> Result<Vec<Digest>, DeskError> {
        let late = self.vault.uncarried_latecomers()?;
        let roster = roster_in_force(&self.vault)?;
        let mut names = Vec::new();
        for attachment in late {
            let review = self.vault.review_of(attachment.report)?.map(|(_, review)| review);
            let (precedence, marking) = match review {
                Some(review) => (review.precedence.before_release(), review.marking),
                None => Default::default(),
            };
            let contents = Contents {
                attachments: vec![self.vault.attachment(attachment.digest)?],
                ..Contents::default()
            };
            let dispatch = Self::to_the_cell(PacketId::fresh(now, dice), precedence, marking, now);
            let packet = seal_packet_evenly(&contents, 0, &dispatch, &roster, &self.vault.profile().signing)?;
            self.vault.keep_packet(&packet, &[attachment.digest], now)?;
            names.push(packet.digest());
        }
        Ok(names)
    }

    /// What was released as IMMEDIATE: each report with its author's tally, and nothing else.
    pub(super) fn released(&self) -> Result<Vec<Group>, DeskError> {
        let mut groups = Vec::new();
        for one in self.vault.unbatched()? {
            if !one.reviewed.is_some_and(Precedence::needs_release) {
                continue;
            }
            let going = vec![self.going(&one)?];
            let tallies = self.tallies_to_tell(&going, |observer| observer == one.author)?;
            // Without them the cell may not know its author yet.
            let others = self.amendments_to_tell()?;
            groups.push(Group { going, tallies, others, slots: Vec::new(), alone: true, news: false });
        }
        Ok(groups)
    }

    /// Everything else that goes: every report that is reviewed or whose time is up, with its review, and what there is
    /// to tell of observers.
    pub(super) fn normal(&self, now: Timestamp) -> Result<Group, DeskError> {
        self.vault.look_at_clock(now)?;
        let hours = self.hours()?;
        let mut going = Vec::new();
        for one in self.vault.unbatched()? {
            let time_is_up = is_up(&one, hours, now);
            let goes = match one.reviewed {
                Some(precedence) => !precedence.needs_release(),
                // A version that was replaced goes along: it is withheld no more than any other.
                None => time_is_up || one.superseded,
            };
            if goes {
                going.push(self.going(&one)?);
            }
        }
        Ok(Group {
            tallies: self.tallies_to_tell(&going, |_| true)?,
            others: [self.rivals_to_tell()?, self.amendments_to_tell()?].concat(),
            slots: self.vault.uncounted_slots()?,
            alone: false,
            news: self.has_news(now)?,
            going,
        })
    }

    /// How many hours a report may stay here.
    pub(super) fn hours(&self) -> Result<u32, DeskError> {
        Ok(roster_in_force(&self.vault)?.limits().forwarding_hours)
    }

    fn going(&self, one: &Unbatched) -> Result<Going, DeskError> {
        Ok(Going {
            held: self.vault.report(one.digest)?,
            review: self.vault.review_of(one.digest)?,
            attachments: self.vault.uncarried_of(one.digest)?,
        })
    }

    /// The latest tally of these observers, except where the cell can tell as much without it.
    fn tallies_to_tell(
        &self,
        going: &[Going],
        whose: impl Fn(MemberId) -> bool,
    ) -> Result<Vec<Digest>, DeskError> {
        let mut tallies = Vec::new();
        for (observer, digest) in self.vault.latest_tallies()? {
            let claim = self.vault.signed::<TallyV1>(digest)?.payload.claim();
            if whose(observer) && !going.iter().any(|going| Some(going.held.digest) == claim.head) {
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
    /// revoked, a tally that counts up to a report that never came here, or slots that have waited as long as a report
    /// may.
    fn has_news(&self, now: Timestamp) -> Result<bool, DeskError> {
        let hours = self.hours()?;
        let oldest = self.vault.oldest_uncounted_slot()?;
        let mut news = !self.rivals_to_tell()?.is_empty()
            || !self.amendments_to_tell()?.is_empty()
            || oldest.is_some_and(|since| Countdown::of(since, hours, now).is_over());
        for tally in self.tallies_to_tell(&[], |_| true)? {
            let head = self.vault.signed::<TallyV1>(tally)?.payload.claim().head;
            news |= head.map(|head| self.vault.holds(head)).transpose()? == Some(false);
        }
        Ok(news)
    }
}

/// Whether the time of an owed report is up.
fn is_up(one: &Unbatched, hours: u32, now: Timestamp) -> bool {
    Countdown::until(one.time.due(hours), one.time.received, now).is_over()
}
