//! The trafficking cell's desk: everything arrives, everything is acknowledged, and the answer goes home.
//!
//! ```text
//!  packet ─ intake ─▶ report + review ─▶ acknowledgement, by itself ─┐
//!                            └─ officer answers ─▶ feedback × 2 ─────┼─▶ packet for the commander ─▶ observer
//!                                       officer tells all ─▶ bulletin ─┘
//! ```

pub mod findings;
pub(super) mod parcels;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::desks::cell::parcels::next_parcel;
use crate::desks::earlier_reports::earlier_reports;
use crate::desks::enrolment::{at_desk, roster_in_force};
use crate::desks::error::DeskError;
use crate::desks::held_up::HeldUp;
use crate::domain::answer::{Audience, Outcome, RefusalReason};
use crate::domain::catalogue::Catalogue;
use crate::domain::chain::{disputed, findings};
use crate::domain::ids::{Dice, Digest, MemberId, PacketId};
use crate::domain::marking::Marking;
use crate::domain::people::{Addressee, Callsign, Contingent, Role};
use crate::domain::precedence::Precedence;
use crate::domain::report::{FiledReport, Review};
use crate::domain::screening::Screening;
use crate::domain::text::Narrative;
use crate::domain::time::Timestamp;
use crate::vault::answers::HeldFeedback;
use crate::vault::reports::HeldReport;
use crate::vault::unlock::Vault;
use crate::wire::answer::{AcknowledgementV1, FeedbackV1, MOST_NAMED, Refused};
use crate::wire::contents::Contents;
use crate::wire::report::ReportV1;
use crate::wire::roster::{Member, Roster};
use crate::wire::sealing::{Dispatch, seal_packet};
use crate::wire::spelling::{Code, Plain};
use crate::wire::statement::{Payload, Signed, sign};

/// What the cell can do.
pub struct CellDesk {
    pub(super) vault: Vault,
    catalogue: Catalogue,
}

/// A report in the cell's inbox.
#[derive(Debug, Clone, PartialEq)]
pub struct Received {
    /// The report and the facts about it.
    pub held: HeldReport,
    /// The commander's review, if it came.
    pub review: Option<Review>,
    /// What the cell said of it so far, to the observer.
    pub answers: Vec<HeldFeedback>,
    /// Attachments it names, and whether each has arrived.
    pub attachments: Vec<(Digest, bool)>,
    /// Other reports of its author under the same number: two histories, and it may be the wrong one.
    pub rivals: Vec<Digest>,
}

/// What was promised and has not arrived. It may only be late: words travel before what follows them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outstanding {
    /// Reports that a batch names and that are not here.
    pub reports: Vec<Digest>,
    /// Integrity slots that batches have counted and that are not here.
    pub slots: u32,
    /// Commanders who gave several batches one name, which no honest program does, and how many of them bear the name of
    /// another. Every one of them was taken.
    pub named_again: Vec<(Callsign, u32)>,
}

impl CellDesk {
    /// Sits down at the cell's desk.
    pub fn open(vault: Vault) -> Result<Self, DeskError> {
        at_desk(&vault, Role::Cell)?;
        Ok(Self { vault, catalogue: Catalogue::embedded()? })
    }

    /// The vault underneath.
    pub fn vault(&mut self) -> &mut Vault {
        &mut self.vault
    }

    /// The catalogue indicators are looked up in.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// Everything received: unanswered first, then by precedence, then the oldest.
    pub fn inbox(&self) -> Result<Vec<Received>, DeskError> {
        let mut inbox = Vec::new();
        for held in self.vault.reports()? {
            inbox.push(self.received(held)?);
        }
        inbox.sort_by_key(|received| {
            let released = received.review.as_ref().map(|review| review.precedence);
            let precedence =
                released.unwrap_or_else(|| received.held.report.head().precedence.before_release());
            let head = received.held.report.head();
            (!received.answers.is_empty(), std::cmp::Reverse(precedence), head.recorded, head.id)
        });
        Ok(inbox)
    }

    /// Opens a report to read it, which is logged.
    pub fn consult(&self, report: Digest, now: Timestamp) -> Result<Received, DeskError> {
        let held = self.vault.report(report)?;
        self.vault.log_consultation(report, "inbox", now)?;
        self.received(held)
    }

    /// How the indicators of a report screen. Indicators neither prove nor disprove.
    pub fn screening(&self, report: &FiledReport) -> Screening {
        crate::desks::commander::screening(report, &self.catalogue)
    }

    /// Acknowledges, observer by observer, every report and attachment that is here with every byte and that no
    /// acknowledgement covers yet, a thousand in a word. Where two histories of one author contradict each other, no report in doubt is
    /// accepted: each is refused with the reason, so that its author hears of it, and all are kept. What was accepted
    /// before the other history came stays accepted: every byte of it is here. Needs nobody at the desk.
    ///
    /// # Errors
    /// When this device cannot store; or what went wrong with one author, once all others have been told.
    pub fn acknowledge(&mut self, now: Timestamp) -> Result<usize, DeskError> {
        let mut by_observer: BTreeMap<MemberId, BTreeSet<Digest>> = BTreeMap::new();
        for (observer, digest) in self.vault.unacknowledged()? {
            by_observer.entry(observer).or_default().insert(digest);
        }
        for observer in self.vault.authors_of_rivals()? {
            by_observer.entry(observer).or_default();
        }
        let mut refused_by: BTreeMap<MemberId, Vec<Digest>> = BTreeMap::new();
        for (observer, accepted) in &mut by_observer {
            let (links, tallies) = self.vault.chain(*observer)?;
            let disputed = disputed(&findings(&links, &tallies));
            for link in links.iter().filter(|link| disputed.contains(&link.sequence)) {
                accepted.remove(&link.digest);
            }
            for number in disputed {
                refused_by.entry(*observer).or_default().extend(self.vault.undecided(*observer, number)?);
            }
        }
        for (observer, digest) in self.vault.unacknowledged_attachments()? {
            by_observer.entry(observer).or_default().insert(digest);
        }
        // A commander hears in his own name that those he enrolled and revoked are known here.
        let people = roster_in_force(&self.vault)?;
        for (signer, digest) in self.vault.unacknowledged_amendments()? {
            if people.member(signer).is_some_and(|signer| signer.role.0 == Role::Commander) {
                by_observer.entry(signer).or_default().insert(digest);
            }
        }
        let (mut count, mut held_up) = (0, HeldUp::default());
        for (author, accepted) in by_observer {
            let refused = refused_by.remove(&author).unwrap_or_default();
            let named = accepted.len();
            let done = self.acknowledge_to(author, accepted, refused, now);
            count += held_up.note(done)?.map_or(0, |()| named);
        }
        held_up.told(count)
    }

    /// Tells one author what is here of him, in as many words as it takes.
    fn acknowledge_to(
        &mut self,
        author: MemberId,
        accepted: BTreeSet<Digest>,
        refused: Vec<Digest>,
        now: Timestamp,
    ) -> Result<(), DeskError> {
        let forked = |statement| Refused { statement: Plain(statement), reason: Code(RefusalReason::Forked) };
        let named: Vec<_> = accepted.into_iter().map(Ok).chain(refused.into_iter().map(Err)).collect();
        for some in named.chunks(MOST_NAMED) {
            let signed = self.signed(AcknowledgementV1 {
                observer: Plain(author),
                accepted: some.iter().filter_map(|one| one.ok().map(Plain)).collect(),
                refused: some.iter().filter_map(|one| one.err().map(forked)).collect(),
                at: Plain(now),
            })?;
            // Power fails between two of them: the rest is told with the next contact.
            self.vault.take_acknowledgement(&signed, now)?;
        }
        Ok(())
    }

    /// The other reports that carry the number of this one. None of them is more true than another.
    pub fn rivals_of(&self, report: Digest) -> Result<Vec<FiledReport>, DeskError> {
        let rivals = self.vault.rivals_of(report)?.into_iter();
        rivals.map(|rival| Ok(FiledReport::try_from(&self.vault.signed::<ReportV1>(rival)?)?)).collect()
    }

    /// Answers a report: one text that is safe on the soldier's device, and one for his commander.
    pub fn answer(
        &mut self,
        report: Digest,
        outcome: Outcome,
        to_observer: Option<Narrative>,
        to_commander: Option<Narrative>,
        now: Timestamp,
    ) -> Result<(), DeskError> {
        let observer = self.vault.report(report)?.report.head().author;
        for (audience, text) in [(Audience::Observer, to_observer), (Audience::Commander, to_commander)] {
            let signed = self.signed(FeedbackV1::new(report, observer, audience, outcome, text, now))?;
            self.vault.take_feedback(&signed, now)?;
        }
        Ok(())
    }

    /// Packs what was said and is in no packet yet: for each observer to his commander, or to himself if nobody
    /// commands his contingent: to the device that stands for his where his was lost. Bulletins ride along.
    ///
    /// # Errors
    /// When this device cannot store; or what went wrong with one addressee, once all others were packed for.
    pub fn pack(&mut self, now: Timestamp, dice: &mut dyn Dice) -> Result<Vec<Digest>, DeskError> {
        let roster = roster_in_force(&self.vault)?;
        let mut said: BTreeMap<Addressee, Vec<Digest>> = BTreeMap::new();
        for (observer, statement, audience) in self.vault.everything_said()? {
            let contingent = roster.member(observer).and_then(|member| member.contingent.as_ref());
            let commander = contingent.and_then(|contingent| commander_of(&roster, &contingent.0));
            // Where his device was lost, the one that stands for it.
            let himself = Addressee::Member(roster.stood_for_by(observer).unwrap_or(observer));
            match (commander, audience) {
                (Some(commander), _) => said.entry(commander).or_default().push(statement),
                (None, Audience::Observer) => said.entry(himself).or_default().push(statement),
                (None, Audience::Commander) => {}
            }
        }
        for (to, bulletin) in self.bulletins_to_send(&roster, now)? {
            said.entry(to).or_default().push(bulletin);
        }
        let (mut names, mut held_up) = (Vec::new(), HeldUp::default());
        for (to, statements) in said {
            held_up.note(self.pack_for(&to, &statements, &roster, &mut names, now, dice))?;
        }
        self.vault.lapse(now)?;
        held_up.told(names)
    }

    /// Packs what somebody was told and no packet to him carries yet, in as many packets as it takes.
    fn pack_for(
        &mut self,
        to: &Addressee,
        statements: &[Digest],
        roster: &Roster,
        names: &mut Vec<Digest>,
        now: Timestamp,
        dice: &mut dyn Dice,
    ) -> Result<(), DeskError> {
        let mut left: VecDeque<Digest> = self.vault.not_riding(statements, to)?.into();
        while !left.is_empty() && !roster.addressed(to).is_empty() {
            let mut riders = next_parcel(&self.vault, &mut left)?;
            if let Addressee::Member(member) = to {
                riders.extend(earlier_reports(&mut self.vault, &riders, *member, roster, now)?);
            }
            let statements =
                riders.iter().map(|digest| self.vault.statement(*digest)).collect::<Result<_, _>>()?;
            let contents = Contents { statements, ..Contents::default() };
            let dispatch = Dispatch {
                packet: PacketId::fresh(now, dice),
                to: to.clone(),
                precedence: Precedence::default(),
                marking: Marking::default(),
                created: now,
            };
            let packet = seal_packet(&contents, &dispatch, roster, &self.vault.profile().signing)?;
            self.vault.keep_packet(&packet, &riders, now)?;
            names.push(packet.digest());
        }
        Ok(())
    }

    /// What batches have promised and has not arrived.
    pub fn outstanding(&self) -> Result<Outstanding, DeskError> {
        let people = roster_in_force(&self.vault)?;
        let callsign = |(commander, batches)| Some((people.member(commander)?.callsign.0.clone(), batches));
        Ok(Outstanding {
            reports: self.vault.batched_but_missing()?,
            slots: self.vault.slots_missing()?,
            named_again: self.vault.batches_named_again()?.into_iter().filter_map(callsign).collect(),
        })
    }

    fn received(&self, held: HeldReport) -> Result<Received, DeskError> {
        Ok(Received {
            review: self.vault.review_of(held.digest)?.map(|(_, review)| review),
            answers: self.vault.feedback_on(held.digest, Audience::Observer)?,
            attachments: self.vault.attachments_of(held.digest)?,
            rivals: self.vault.rivals_of(held.digest)?,
            held,
        })
    }

    pub(super) fn signed<P: Payload>(&self, payload: P) -> Result<Signed<P>, DeskError> {
        let profile = self.vault.profile();
        Ok(sign(payload, &profile.signing, profile.realm.id())?)
    }
}

/// Whoever commands a contingent.
pub(super) fn commander_of(roster: &Roster, contingent: &Contingent) -> Option<Addressee> {
    let commands = |member: &&Member| {
        member.role.0 == Role::Commander && member.contingent.as_ref().map(|his| &his.0) == Some(contingent)
    };
    roster.active().find(commands).map(|member| Addressee::Member(member.id()))
}
