//! The commander's desk: he adds, he never edits, and he cannot withhold.
//!
//! ```text
//!  owed: filed, not in a batch ──┬─ review ──▶ ready ──────────────┐
//!                                ├─ return ──▶ still owed ─ limit ─┼─▶ batch ─▶ packets for Brussels
//!                                └─ nothing ─▶ limit: as it stands ┘
//!  answers from Brussels ─▶ one packet for each observer concerned
//! ```

use crate::crypto::digest::sha256;
use crate::desks::enrolment::{at_desk, roster_in_force};
use crate::desks::error::DeskError;
use crate::domain::answer::Audience;
use crate::domain::batch::Batch;
use crate::domain::catalogue::Catalogue;
use crate::domain::catalogue::terms::Flag;
use crate::domain::grading::{Basis, EuropolCode, Handling, NatoGrade};
use crate::domain::ids::{BatchId, Dice, Digest, PacketId};
use crate::domain::marking::{Ceiling, Marking};
use crate::domain::people::{Addressee, Role};
use crate::domain::precedence::Precedence;
use crate::domain::report::{FiledReport, Return, Review};
use crate::domain::return_reason::ReturnReason;
use crate::domain::screening::Screening;
use crate::domain::text::{Line, Narrative};
use crate::domain::time::{ClockState, Timestamp};
use crate::vault::answers::HeldFeedback;
use crate::vault::batches::Forwarding;
use crate::vault::reports::HeldReport;
use crate::vault::unlock::Vault;
use crate::wire::batch::BatchV1;
use crate::wire::contents::{Contents, SLOT_LENGTH};
use crate::wire::packet::Packet;
use crate::wire::review::{ReturnV1, ReviewV1};
use crate::wire::roster::Roster;
use crate::wire::sealing::{Dispatch, seal_packet};
use crate::wire::spelling::{Code, Plain};
use crate::wire::statement::{Signed, SignedStatement, sign};

/// Attachments up to this size travel with the words of their batch.
const WITH_THE_WORDS: usize = 8 << 10;
/// Slots that share one packet.
const SLOTS_A_PACKET: usize = 1_000;

/// What a commander can do.
pub struct CommanderDesk {
    vault: Vault,
    catalogue: Catalogue,
}

/// An owed report as the commander sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Owed {
    /// The report and the facts about it.
    pub held: HeldReport,
    /// His review, if he made one.
    pub review: Option<Review>,
    /// Why he gave it back, if he did.
    pub returned: Option<Return>,
    /// When it goes on as it stands.
    pub due: Timestamp,
}

/// What a commander decides about a report. Whatever he leaves out follows from the report.
#[derive(Debug, Clone, Default)]
pub struct Judgement {
    /// His grade; F6 when he cannot judge.
    pub grade: Option<NatoGrade>,
    /// What may be done with it.
    pub handling: Option<Handling>,
    /// How fast it goes; only he releases IMMEDIATE.
    pub precedence: Option<Precedence>,
    /// A higher marking than the author's.
    pub marking: Option<Marking>,
    /// His words.
    pub comment: Option<Narrative>,
}

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

impl CommanderDesk {
    /// Sits down at a commander's desk.
    pub fn open(vault: Vault) -> Result<Self, DeskError> {
        at_desk(&vault, Role::Commander)?;
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

    /// Reports that have not gone to Brussels, the most urgent and then the oldest first.
    pub fn queue(&self) -> Result<Vec<Owed>, DeskError> {
        let hours = roster_in_force(&self.vault)?.limits().forwarding_hours;
        let mut owed = Vec::new();
        for held in self.vault.reports()? {
            if held.facts.forwarded.is_none() {
                owed.push(Owed {
                    review: self.vault.review_of(held.digest)?.map(|(_, review)| review),
                    returned: self.vault.return_of(held.digest)?.map(|(_, returned)| returned),
                    due: held.report.head().recorded.plus_hours(hours),
                    held,
                });
            }
        }
        owed.sort_by_key(|owed| {
            let head = owed.held.report.head();
            (std::cmp::Reverse(head.precedence), head.recorded, head.id)
        });
        Ok(owed)
    }

    /// Everything held, gone or not.
    pub fn reports(&self) -> Result<Vec<HeldReport>, DeskError> {
        Ok(self.vault.reports()?)
    }

    /// Opens a report to read it, which is logged.
    pub fn consult(&self, report: Digest, now: Timestamp) -> Result<HeldReport, DeskError> {
        let held = self.vault.report(report)?;
        self.vault.log_consultation(report, "review", now)?;
        Ok(held)
    }

    /// What the police said of a report to its commander.
    pub fn answers(&self, report: Digest) -> Result<Vec<HeldFeedback>, DeskError> {
        Ok(self.vault.feedback_on(report, Audience::Commander)?)
    }

    /// How the indicators of a report screen. For commanders and the cell alone, never for the observer.
    pub fn screening(&self, report: &FiledReport) -> Screening {
        screening(report, &self.catalogue)
    }

    /// Reviews a report. Until it is forwarded a later review replaces an earlier one; both are kept.
    pub fn review(
        &mut self,
        report: Digest,
        judgement: Judgement,
        now: Timestamp,
    ) -> Result<Review, DeskError> {
        let held = self.vault.report(report)?;
        if held.facts.forwarded.is_some() {
            return Err(DeskError::AlreadyForwarded);
        }
        let review = judged(&held, judgement, &self.catalogue, now);
        if review.marking < held.report.head().marking {
            return Err(DeskError::MarkingLowered);
        }
        let roster = roster_in_force(&self.vault)?;
        Ceiling(roster.limits().ceiling.0).permits(review.marking)?;
        let signed = self.signed(ReviewV1::from(&review))?;
        self.vault.take_review(&signed, now)?;
        Ok(review)
    }

    /// Gives a report back to its author. It stays owed, and goes on as it stands when its time is up.
    pub fn give_back(
        &mut self,
        report: Digest,
        reason: ReturnReason,
        note: Option<Line>,
        now: Timestamp,
    ) -> Result<(), DeskError> {
        if self.vault.report(report)?.facts.forwarded.is_some() {
            return Err(DeskError::AlreadyForwarded);
        }
        let signed = self.signed(ReturnV1::from(&Return { report, reason, note, at: now }))?;
        self.vault.take_return(&signed, now)?;
        Ok(())
    }

    /// What the next batch would hold.
    pub fn preview(&self, now: Timestamp) -> Result<Preview, DeskError> {
        let queue = self.queue()?;
        let goes: Vec<&Owed> = queue.iter().filter(|owed| owed.review.is_some() || owed.due <= now).collect();
        let (_, large) = self.split_attachments(goes.iter().map(|owed| &owed.held))?;
        Ok(Preview {
            reviewed: goes.iter().filter(|owed| owed.review.is_some()).count(),
            as_they_stand: goes.iter().filter(|owed| owed.review.is_none()).count(),
            waiting: queue.len() - goes.len(),
            attachments: large.len(),
            slots: self.vault.uncounted_slots()?.len(),
        })
    }

    /// Forwards every reviewed report, and as they stand those whose time is up. The words go in one packet; large
    /// attachments and the slots follow in packets of their own.
    pub fn forward(&mut self, now: Timestamp, dice: &mut dyn Dice) -> Result<Forwarded, DeskError> {
        let roster = roster_in_force(&self.vault)?;
        let (mut late, mut reviewed, mut statements, mut reviews) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut held_reports = Vec::new();
        for owed in self.queue()? {
            let digest = owed.held.digest;
            let (review, statement) = match self.vault.review_of(digest)? {
                Some((statement, review)) => (review, self.vault.statement(statement)?),
                None if owed.due <= now => {
                    let review = as_it_stands(&owed, now);
                    let signed = self.signed(ReviewV1::from(&review))?;
                    late.push(signed.clone());
                    (review, signed.statement)
                }
                None => continue,
            };
            statements.push(self.vault.statement(digest)?);
            reviews.push(statement);
            reviewed.push(owed.held.report.clone().review(review));
            held_reports.push(owed.held);
        }
        let batch = Batch::compile(BatchId::fresh(now, dice), reviewed, now)?;
        let tallies: Vec<Digest> =
            self.vault.latest_tallies()?.into_iter().map(|(_, digest)| digest).collect();
        let slots = self.vault.uncounted_slots()?;
        let signed_batch = self.batch_statement(&batch, &reviews, &tallies, &slots, &roster)?;

        let (small, large) = self.split_attachments(held_reports.iter())?;
        let mut riders: Vec<Digest> = statements.iter().map(SignedStatement::digest).collect();
        riders.extend(reviews.iter().map(SignedStatement::digest));
        riders.push(signed_batch.statement.digest());
        riders.extend(&small);
        statements.extend(reviews);
        statements.push(signed_batch.statement.clone());
        for tally in &tallies {
            statements.push(self.vault.statement(*tally)?);
        }
        let attachments =
            small.iter().map(|digest| self.vault.attachment(*digest)).collect::<Result<_, _>>()?;
        let words = Contents { statements, attachments, slots: Vec::new() };
        let heads = || batch.reports().iter().map(|reviewed| reviewed.review());
        let dispatch = |packet, precedence| Dispatch {
            packet,
            to: Addressee::Role(Role::Cell),
            precedence,
            marking: heads().map(|review| review.marking).max().unwrap_or_default(),
            created: now,
        };
        let urgency = heads().map(|review| review.precedence).max().unwrap_or_default();
        let key = &self.vault.profile().signing;
        let seal = |contents: &Contents, precedence, dice: &mut dyn Dice| {
            seal_packet(contents, &dispatch(PacketId::fresh(now, dice), precedence), &roster, key)
        };
        let mut packets: Vec<(Packet, Vec<Digest>)> = vec![(seal(&words, urgency, dice)?, riders)];
        for digest in large {
            let contents =
                Contents { attachments: vec![self.vault.attachment(digest)?], ..Contents::default() };
            packets.push((seal(&contents, Precedence::default(), dice)?, vec![digest]));
        }
        for some in slots.chunks(SLOTS_A_PACKET) {
            let bytes = some.iter().map(|(_, bytes)| bytes.clone()).collect();
            let contents = Contents { slots: bytes, ..Contents::default() };
            let names = some.iter().map(|(digest, _)| *digest).collect();
            packets.push((seal(&contents, Precedence::default(), dice)?, names));
        }
        let sizes: Vec<(Digest, usize)> =
            packets.iter().map(|(packet, _)| (packet.digest(), packet.bytes().len())).collect();
        let counted = slots.iter().map(|(digest, _)| *digest).collect();
        self.vault
            .forward(&Forwarding { reviews: late, batch: signed_batch, packets, slots: counted }, now)?;
        Ok(Forwarded {
            batch: batch.id(),
            reports: heads().map(|review| review.report).collect(),
            words: sizes.first().copied().unwrap_or((Digest::from_bytes([0; 32]), 0)),
            followers: sizes.into_iter().skip(1).collect(),
        })
    }

    /// Packs for each observer what Brussels said to him and what was given back to him, as far as no packet carries
    /// it yet.
    pub fn pass_down(&mut self, now: Timestamp, dice: &mut dyn Dice) -> Result<Vec<Digest>, DeskError> {
        let roster = roster_in_force(&self.vault)?;
        let mine = self.vault.profile().contingent.clone();
        let contingent = |member: &&crate::wire::roster::Member| {
            member.role.0 == Role::Observer && member.contingent.as_ref().map(|c| &c.0) == mine.as_ref()
        };
        let mut names = Vec::new();
        for observer in roster.active().filter(contingent) {
            let riders = self.vault.undelivered_to(observer.id())?;
            if riders.is_empty() {
                continue;
            }
            let statements =
                riders.iter().map(|digest| self.vault.statement(*digest)).collect::<Result<_, _>>()?;
            let contents = Contents { statements, ..Contents::default() };
            let dispatch = Dispatch {
                packet: PacketId::fresh(now, dice),
                to: Addressee::Member(observer.id()),
                precedence: Precedence::default(),
                marking: Marking::default(),
                created: now,
            };
            let packet = seal_packet(&contents, &dispatch, &roster, &self.vault.profile().signing)?;
            self.vault.keep_packet(&packet, &riders, now)?;
            names.push(packet.digest());
        }
        Ok(names)
    }

    fn signed<P: crate::wire::statement::Payload>(&self, payload: P) -> Result<Signed<P>, DeskError> {
        let profile = self.vault.profile();
        Ok(sign(payload, &profile.signing, profile.realm.id())?)
    }

    fn batch_statement(
        &self,
        batch: &Batch,
        reviews: &[SignedStatement],
        tallies: &[Digest],
        slots: &[(Digest, Vec<u8>)],
        roster: &Roster,
    ) -> Result<Signed<BatchV1>, DeskError> {
        debug_assert!(
            slots.iter().all(|(_, bytes)| bytes.len() == SLOT_LENGTH),
            "intake takes no other length"
        );
        let mut tallies = tallies.to_vec();
        tallies.sort_unstable();
        let heard = self.vault.newest_word_from_the_centre()?.max(Some(roster.issued()));
        self.signed(BatchV1 {
            id: Plain(batch.id()),
            reports: batch.reports().iter().map(|reviewed| Plain(reviewed.review().report)).collect(),
            reviews: Plain(digest_over(reviews.iter().map(SignedStatement::digest))),
            returns: self.vault.open_returns()?.into_iter().map(Plain).collect(),
            tallies: Plain(digest_over(tallies.into_iter())),
            slots: Plain(digest_over(slots.iter().map(|(digest, _)| *digest))),
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

/// SHA-256 over digests, one after the other.
pub(crate) fn digest_over(digests: impl Iterator<Item = Digest>) -> Digest {
    let bytes: Vec<u8> = digests.flat_map(|digest| *digest.as_bytes()).collect();
    Digest::from_bytes(sha256(&bytes))
}

/// How the indicators of a report screen.
pub(crate) fn screening(report: &FiledReport, catalogue: &Catalogue) -> Screening {
    let seen = report.observation();
    Screening::of(
        catalogue,
        seen.indicators.iter().map(|indicator| &indicator.id),
        seen.counts.minors(),
        seen.phase,
    )
}

fn as_it_stands(owed: &Owed, now: Timestamp) -> Review {
    Review::as_it_stands(owed.held.digest, &owed.held.report, now)
}

/// The review that follows from a judgement: what the commander left out follows from the report, and a report that
/// touches officials is never handled more freely than H2.
fn judged(held: &HeldReport, judgement: Judgement, catalogue: &Catalogue, now: Timestamp) -> Review {
    let (head, seen) = (held.report.head(), held.report.observation());
    let grade = judgement.grade.unwrap_or(NatoGrade::UNJUDGED);
    let basis = seen.indicators.iter().map(|indicator| indicator.basis).min().unwrap_or(Basis::SawMyself);
    let officials = (seen.indicators.iter())
        .filter_map(|indicator| catalogue.get(&indicator.id))
        .any(|indicator| indicator.has(Flag::Official));
    let handling = judgement.handling.unwrap_or_default();
    Review {
        report: held.digest,
        grade,
        europol: EuropolCode::derived_from(grade, basis, false),
        handling: if officials { handling.where_officials_are_involved() } else { handling },
        caveats: head.caveats.clone(),
        precedence: judgement.precedence.unwrap_or_else(|| head.precedence.before_release()),
        marking: judgement.marking.unwrap_or(head.marking),
        comment: judgement.comment,
        as_it_stands: false,
        at: now,
    }
}
