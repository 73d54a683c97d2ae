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
//! Nobody needs to decide that something goes: whatever is due goes with any exchange, by itself. What is too much for one
//! batch goes in several (`portions.rs`); what follows the words is packed one by one when they are safe, so
//! that a thousand photographs are never in memory together, and what power or a full disk left unpacked is packed with the
//! next exchange.
//!
//! The tallies of everybody go with every batch, and each goes once. Signature, head and member alone are 112 bytes that
//! nothing shrinks: for three hundred observers 34 KB, two minutes of a line of 2.4 kbit/s, with every batch. A packet is
//! kept and offered until the relay has signed for it, so a tally that rides in one needs no second carrier; and where the
//! report that it counts up to goes along, the cell knows as much without it.

use std::collections::BTreeSet;

use crate::desks::commander::CommanderDesk;
use crate::desks::commander::batching::{Compiled, Follower, Group, SLOTS_A_PACKET};
use crate::desks::commander::portions::{Portion, Portions};
use crate::desks::enrolment::roster_in_force;
use crate::desks::error::DeskError;
use crate::desks::held_up::HeldUp;
use crate::desks::observer::attaching::LARGEST_ATTACHMENT;
use crate::domain::batch::EmptyBatch;
use crate::domain::ids::{BatchId, Dice, Digest, PacketId};
use crate::domain::marking::Marking;
use crate::domain::time::Timestamp;
use crate::vault::batches::Forwarding;
use crate::vault::outbound::Uncarried;
use crate::wire::contents::Contents;
use crate::wire::packet::Packet;
use crate::wire::roster::Roster;
use crate::wire::sealing::seal_packet_evenly;

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
    ///
    /// # Errors
    /// Where something could not be packed, everything else was.
    pub fn pack(&mut self, now: Timestamp, dice: &mut dyn Dice) -> Result<Vec<Digest>, DeskError> {
        let (mut held_up, mut packets) = (HeldUp::default(), Vec::new());
        // What the last time left unpacked goes before anything new is.
        packets.extend(self.send_after(&mut held_up, now, dice)?);
        let released = held_up.note(self.release(now, dice))?.unwrap_or_default();
        let due = held_up.note(self.forward_what_is_due(now, dice))?.unwrap_or_default();
        let due = released.iter().chain(&due);
        packets
            .extend(due.flat_map(|one| one.followers.iter().chain([&one.words])).map(|(packet, _)| *packet));
        packets.extend(held_up.note(self.pass_down(now, dice))?.unwrap_or_default());
        held_up.told(packets)
    }

    /// Packs what was released as IMMEDIATE, each report alone with its author's tally, to go at once. Whatever else is
    /// ready waits for the next batch. To be called as soon as a review releases a report.
    ///
    /// # Errors
    /// Where something could not be packed, everything else was.
    pub fn release(&mut self, now: Timestamp, dice: &mut dyn Dice) -> Result<Vec<Forwarded>, DeskError> {
        let released = self.released()?;
        let mut forwarded = Vec::new();
        // Power fails between two of them: the rest is released with the next exchange.
        self.forward_portions(released, &mut forwarded, now, dice)?.told(forwarded)
    }

    /// Forwards if the time of some owed report is up, or if there is news of a gap or of two histories, which waits for
    /// nobody. What is reviewed goes along.
    ///
    /// # Errors
    /// As [`CommanderDesk::forward`].
    pub fn forward_what_is_due(
        &mut self,
        now: Timestamp,
        dice: &mut dyn Dice,
    ) -> Result<Vec<Forwarded>, DeskError> {
        self.vault.look_at_clock(now)?;
        if self.is_due(now)? { self.forward(now, dice) } else { Ok(Vec::new()) }
    }

    /// Forwards every reviewed report, and as they stand those whose time is up: first what was released as IMMEDIATE,
    /// each in a batch of its own, then everything else in one, or in several where it is too much for one. The words of a
    /// batch go in one packet; large attachments and the slots follow in packets of their own.
    ///
    /// # Errors
    /// `Empty` where nothing is ready. Where something could not be packed, everything else was.
    pub fn forward(&mut self, now: Timestamp, dice: &mut dyn Dice) -> Result<Vec<Forwarded>, DeskError> {
        let mut forwarded = Vec::new();
        let released = self.released()?;
        let mut held_up = self.forward_portions(released, &mut forwarded, now, dice)?;
        let normal = self.normal(now, &BTreeSet::new())?;
        held_up = self.forward_portions(normal, &mut forwarded, now, dice)?.or(held_up);
        let forwarded = held_up.told(forwarded)?;
        if forwarded.is_empty() { Err(EmptyBatch.into()) } else { Ok(forwarded) }
    }

    /// Makes a batch of each portion that can be made.
    fn forward_portions(
        &mut self,
        portions: Vec<Portion>,
        forwarded: &mut Vec<Forwarded>,
        now: Timestamp,
        dice: &mut dyn Dice,
    ) -> Result<HeldUp, DeskError> {
        let roster = roster_in_force(&self.vault)?;
        let mut portions = Portions::of(portions);
        while let Some(portion) = portions.next() {
            match self.read_portion(&portion, &BTreeSet::new(), &roster) {
                Err(why) => portions.cannot_make(portion, why)?,
                Ok((group, plain)) => {
                    let held_up = &mut portions.held_up;
                    let made = self.forward_group(&group, plain, &roster, held_up, now, dice);
                    forwarded.extend(held_up.note(made)?);
                }
            }
        }
        Ok(portions.held_up)
    }

    fn forward_group(
        &mut self,
        group: &Group,
        plain: usize,
        roster: &Roster,
        held_up: &mut HeldUp,
        now: Timestamp,
        dice: &mut dyn Dice,
    ) -> Result<Forwarded, DeskError> {
        let compiled = self.compile(group, BatchId::fresh(now, dice), now, roster)?;
        let Compiled { batch, statement, late, words } = compiled;
        let packet = PacketId::fresh(now, dice);
        let dispatch = Self::to_the_cell(packet, group.precedence(), group.marking(), now);
        let packet = seal_packet_evenly(&words.0, plain, &dispatch, roster, &self.vault.profile().signing)?;
        let sealed = (packet.digest(), packet.bytes().len());
        let slots = group.slots.clone();
        let words = (packet, words.1);
        self.vault.forward(&Forwarding { reviews: late, batch: statement, words, slots }, now)?;
        // Power fails here, or before any line that follows: what follows is packed with the next exchange.
        let (mut followers, mut slots) = (Vec::new(), group.slots.as_slice());
        for follower in group.split().1 {
            let (these, rest) = match follower {
                Follower::Attachment { .. } => (slots.split_at(0).0, slots),
                Follower::Slots(count) => slots.split_at(count.min(slots.len())),
            };
            slots = rest;
            let made = self.send_follower(&follower, these, group.marking(), roster, now, dice);
            followers.extend(held_up.note(made)?);
        }
        let reports = batch.reports().iter().map(|reviewed| reviewed.review().report).collect();
        Ok(Forwarded { batch: batch.id(), reports, words: sealed, followers })
    }

    /// Packs one thing that follows its words, by itself.
    fn send_follower(
        &mut self,
        follower: &Follower,
        slots: &[Digest],
        marking: Marking,
        roster: &Roster,
        now: Timestamp,
        dice: &mut dyn Dice,
    ) -> Result<(Digest, usize), DeskError> {
        let plain = self.plain_of(follower)?;
        let (contents, riders) = match follower {
            Follower::Attachment { digest, .. } => {
                let attachments = vec![self.vault.attachment(*digest)?];
                (Contents { attachments, ..Contents::default() }, vec![*digest])
            }
            Follower::Slots(_) => {
                let bytes = slots.iter().map(|slot| self.vault.slot(*slot)).collect::<Result<_, _>>()?;
                (Contents { slots: bytes, ..Contents::default() }, slots.to_vec())
            }
        };
        let dispatch = Self::to_the_cell(PacketId::fresh(now, dice), follower.precedence(), marking, now);
        let signing = &self.vault.profile().signing;
        let packet: Packet = seal_packet_evenly(&contents, plain, &dispatch, roster, signing)?;
        self.vault.keep_packet(&packet, &riders, now)?;
        Ok((packet.digest(), packet.bytes().len()))
    }

    /// Packs what follows words that have gone and was not packed with them: attachments whose bytes came later, and
    /// whatever was still to be packed when power failed.
    fn send_after(
        &mut self,
        held_up: &mut HeldUp,
        now: Timestamp,
        dice: &mut dyn Dice,
    ) -> Result<Vec<Digest>, DeskError> {
        let roster = roster_in_force(&self.vault)?;
        let mut names = Vec::new();
        for Uncarried { digest, size, report } in self.vault.uncarried_latecomers(LARGEST_ATTACHMENT)? {
            let review = self.vault.review_of(report)?.map(|(_, review)| review);
            let (precedence, marking) = match review {
                Some(review) => (review.precedence.before_release(), review.marking),
                None => Default::default(),
            };
            let follower = Follower::Attachment { digest, report, precedence, size };
            let made = self.send_follower(&follower, &[], marking, &roster, now, dice);
            names.extend(held_up.note(made)?);
        }
        let slots = self.vault.uncarried_slots()?;
        for of_one_batch in slots.chunk_by(|one, other| one.0 == other.0) {
            for some in of_one_batch.chunks(SLOTS_A_PACKET) {
                let some: Vec<Digest> = some.iter().map(|(_, slot)| *slot).collect();
                let follower = Follower::Slots(some.len());
                let made = self.send_follower(&follower, &some, Marking::default(), &roster, now, dice);
                names.extend(held_up.note(made)?);
            }
        }
        Ok(names.into_iter().map(|(packet, _)| packet).collect())
    }
}
