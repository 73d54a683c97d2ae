//! The soldier's desk.

pub mod answers;
pub mod attaching;
pub mod entry;
pub mod overdue;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::desks::enrolment::{at_desk, roster_in_force};
use crate::desks::error::DeskError;
use crate::domain::answer::Audience;
use crate::domain::catalogue::Catalogue;
use crate::domain::draft::{Draft, DraftField, Filing};
use crate::domain::ids::{Dice, Digest, PacketId, ReportId};
use crate::domain::marking::{Ceiling, Marking};
use crate::domain::observation::Language;
use crate::domain::people::{Addressee, Role};
use crate::domain::report::{FiledReport, Return};
use crate::domain::time::{ClockState, Timestamp};
use crate::vault::answers::HeldFeedback;
use crate::vault::reports::HeldReport;
use crate::vault::summaries::ReportSummary;
use crate::vault::unlock::Vault;
use crate::vault::wipe::Unsent;
use crate::wire::contents::Contents;
use crate::wire::packet::Packet;
use crate::wire::report::ReportV1;
use crate::wire::roster::Roster;
use crate::wire::sealing::{Dispatch, empty_slot, seal_packet};
use crate::wire::spelling::{Code, Plain};
use crate::wire::statement::sign;
use crate::wire::tally::TallyV1;

/// Attachments up to this size travel with the words; larger ones follow in packets of their own.
pub const WITH_THE_WORDS: usize = 64 << 10;
/// What travels with the words of one packet at most, all attachments together: an hour of a poor road, not a night.
const ALL_WITH_THE_WORDS: u64 = 1 << 20;

/// What a soldier can do.
pub struct ObserverDesk {
    pub(in crate::desks) vault: Vault,
    pub(in crate::desks) catalogue: Catalogue,
}

/// A draft and how long it has been left alone. Nothing ever discards a draft but its author.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftInHand {
    /// What is written so far.
    pub draft: Draft,
    /// When it was last saved.
    pub saved: Timestamp,
    /// Whole days since then; none where the clock was set back.
    pub idle_days: u32,
    /// Left alone for so long that its author should be asked what it is to become.
    pub is_old: bool,
}

impl DraftInHand {
    /// Days after which a draft asks what it is to become.
    pub const OLD_DAYS: u32 = 30;

    fn at((draft, saved): (Draft, Timestamp), now: Timestamp) -> Self {
        let idle_days = u32::try_from(now.seconds_since(saved).max(0) / 86_400).unwrap_or(u32::MAX);
        Self { draft, saved, idle_days, is_old: idle_days >= Self::OLD_DAYS }
    }
}

/// A report with everything that was said of it to its author.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnReport {
    /// The report and the facts about it.
    pub held: HeldReport,
    /// Why it came back, if it did.
    pub returned: Option<Return>,
    /// What the police said of it, oldest first.
    pub answers: Vec<HeldFeedback>,
}

impl ObserverDesk {
    /// Sits down at an observer's desk.
    pub fn open(vault: Vault) -> Result<Self, DeskError> {
        at_desk(&vault, Role::Observer)?;
        Ok(Self { vault, catalogue: Catalogue::embedded()? })
    }

    /// The vault underneath.
    pub fn vault(&mut self) -> &mut Vault {
        &mut self.vault
    }

    /// The indicators he can pick from.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// Begins a report.
    pub fn begin(
        &mut self,
        language: Language,
        now: Timestamp,
        dice: &mut dyn Dice,
    ) -> Result<Draft, DeskError> {
        let draft = Draft::begin(ReportId::fresh(now, dice), now, language);
        self.vault.begin_draft(&draft, now)?;
        Ok(draft)
    }

    /// Begins a new version of a filed report.
    pub fn begin_correction(
        &mut self,
        of: ReportId,
        now: Timestamp,
        dice: &mut dyn Dice,
    ) -> Result<Draft, DeskError> {
        let filed = self.vault.report(self.vault.report_digest(of)?)?;
        let draft = Draft::correcting(&filed.report, ReportId::fresh(now, dice), now);
        self.vault.begin_draft(&draft, now)?;
        Ok(draft)
    }

    /// Keeps a draft that was written elsewhere: a script, an exercise.
    pub fn keep(&mut self, draft: &Draft, now: Timestamp) -> Result<(), DeskError> {
        Ok(self.vault.begin_draft(draft, now)?)
    }

    /// Saves one field of a draft and gives back the instant to show: when this returns, the field outlasts a power cut.
    pub fn save(&mut self, draft: &Draft, field: DraftField, now: Timestamp) -> Result<Timestamp, DeskError> {
        self.vault.save_draft_field(draft, field, now)?;
        Ok(now)
    }

    /// A draft.
    pub fn draft(&self, id: ReportId) -> Result<Draft, DeskError> {
        Ok(self.vault.draft(id)?)
    }

    /// Every draft, with when it was last saved.
    pub fn drafts(&self) -> Result<Vec<(Draft, Timestamp)>, DeskError> {
        Ok(self.vault.drafts()?)
    }

    /// Every draft, the one saved last first, with how long it has been left alone.
    pub fn drafts_in_hand(&self, now: Timestamp) -> Result<Vec<DraftInHand>, DeskError> {
        let mut drafts: Vec<_> =
            self.vault.drafts()?.into_iter().map(|one| DraftInHand::at(one, now)).collect();
        drafts.sort_by_key(|draft| Reverse((draft.saved, draft.draft.id)));
        Ok(drafts)
    }

    /// Throws a draft away.
    pub fn discard(&mut self, id: ReportId, now: Timestamp) -> Result<(), DeskError> {
        Ok(self.vault.discard_draft(id, now)?)
    }

    /// Files a draft: from here on it is signed, counted and never changed.
    pub fn file(&mut self, id: ReportId, now: Timestamp) -> Result<FiledReport, DeskError> {
        let roster = roster_in_force(&self.vault)?;
        let draft = self.vault.draft(id)?;
        let profile = self.vault.profile();
        let last = self.vault.last_of_chain(profile.me)?;
        let marking = Marking::default();
        Ceiling(roster.limits().ceiling.0).permits(marking)?;
        let clock = self.clock(&roster, now)?;
        let filing = Filing {
            author: profile.me,
            sequence: last.map_or(1, |(sequence, _)| sequence.saturating_add(1)),
            previous: last.map(|(_, digest)| digest),
            now,
            clock,
            marking,
        };
        let filed = draft.file(filing, &self.catalogue)?;
        let report = sign(ReportV1::from(&filed), &profile.signing, profile.realm.id())?;
        let counted = TallyV1 {
            filed: filed.head().sequence,
            head: Some(Plain(report.statement.digest())),
            at: Plain(now),
            clock: Code(clock),
        };
        let tally = sign(counted, &profile.signing, profile.realm.id())?;
        self.vault.file_report(id, &report, &tally, now)?;
        Ok(filed)
    }

    /// Every report with all its words, the one filed last first: for a few. A list takes
    /// [`ObserverDesk::report_list`].
    pub fn reports(&self) -> Result<Vec<OwnReport>, DeskError> {
        self.vault.reports()?.into_iter().map(|held| self.own(held)).collect()
    }

    /// One report with all its words.
    pub fn report(&self, id: ReportId) -> Result<OwnReport, DeskError> {
        self.own(self.vault.report(self.vault.report_digest(id)?)?)
    }

    /// Every report as a list shows it, the one filed last first.
    pub fn report_list(&mut self) -> Result<Vec<ReportSummary>, DeskError> {
        Ok(self.vault.summaries()?)
    }

    /// One report as a list shows it: what to put into the list after filing, instead of listing everything again.
    pub fn report_line(&mut self, id: ReportId) -> Result<ReportSummary, DeskError> {
        let digest = self.vault.report_digest(id)?;
        Ok(self.vault.summary(digest)?)
    }

    /// What would be lost with this device, because nobody else has it yet.
    pub fn unsent(&self) -> Result<Unsent, DeskError> {
        Ok(self.vault.unsent()?)
    }

    fn own(&self, held: HeldReport) -> Result<OwnReport, DeskError> {
        Ok(OwnReport {
            returned: self.vault.return_of(held.digest)?.map(|(_, returned)| returned),
            answers: self.vault.feedback_on(held.digest, Audience::Observer)?,
            held,
        })
    }

    /// Packs what was filed and is in no packet yet, for the commander. Words and small attachments first, among them the
    /// reduced copies of photographs; each large attachment follows alone. Every packet carries the tally and exactly one
    /// integrity slot.
    pub fn pack(&mut self, now: Timestamp, dice: &mut dyn Dice) -> Result<Vec<Digest>, DeskError> {
        let roster = roster_in_force(&self.vault)?;
        let to = self.commander(&roster)?;
        let me = self.vault.profile().me;
        let fresh = self.vault.reports_not_riding(me, &to)?;
        let fresh: Vec<HeldReport> =
            fresh.into_iter().map(|report| self.vault.report(report)).collect::<Result<_, _>>()?;
        let (words, alone) = self.split(&fresh, &to)?;
        let mut packets = Vec::new();
        if !fresh.is_empty() {
            packets.push(self.seal(&fresh, &words, &to, &roster, now, dice)?);
        }
        for attachment in alone {
            packets.push(self.seal(&[], &[attachment], &to, &roster, now, dice)?);
        }
        let mut names = Vec::new();
        for (packet, riders) in packets {
            self.vault.keep_packet(&packet, &riders, now)?;
            names.push(packet.digest());
        }
        Ok(names)
    }

    /// The attachments of filed reports that are in no packet yet, smallest first: those that go with the words of these
    /// reports, and those that follow alone. A correction names the files of the report it corrects; they are not sent
    /// twice. Power may have failed between the words and a large one: it is owed until it rides.
    fn split(&self, reports: &[HeldReport], to: &Addressee) -> Result<(Vec<Digest>, Vec<Digest>), DeskError> {
        let named: BTreeSet<Digest> = (reports.iter())
            .flat_map(|report| &report.report.observation().attachments)
            .map(|attachment| attachment.digest)
            .collect();
        let mut owed = self.vault.attachments_not_riding(self.vault.profile().me, to)?;
        owed.sort_unstable_by_key(|(digest, size)| (*size, *digest));
        let (mut words, mut alone, mut carried) = (Vec::new(), Vec::new(), 0_u64);
        for (digest, size) in owed {
            let with_it = carried.saturating_add(size);
            if named.contains(&digest) && size <= WITH_THE_WORDS as u64 && with_it <= ALL_WITH_THE_WORDS {
                carried = with_it;
                words.push(digest);
            } else {
                alone.push(digest);
            }
        }
        Ok((words, alone))
    }

    fn seal(
        &self,
        reports: &[HeldReport],
        attachments: &[Digest],
        to: &Addressee,
        roster: &Roster,
        now: Timestamp,
        dice: &mut dyn Dice,
    ) -> Result<(Packet, Vec<Digest>), DeskError> {
        let me = self.vault.profile().me;
        let tally = self.vault.latest_tallies()?.into_iter().find(|(observer, _)| *observer == me);
        let mut riders: Vec<Digest> = reports.iter().map(|report| report.digest).collect();
        riders.extend(tally.map(|(_, digest)| digest));
        let statements =
            riders.iter().map(|digest| self.vault.statement(*digest)).collect::<Result<_, _>>()?;
        let bytes =
            attachments.iter().map(|digest| self.vault.attachment(*digest)).collect::<Result<_, _>>()?;
        let contents = Contents { statements, attachments: bytes, slots: vec![empty_slot(roster)?] };
        let heads = || reports.iter().map(|report| report.report.head());
        let dispatch = Dispatch {
            packet: PacketId::fresh(now, dice),
            to: to.clone(),
            precedence: heads().map(|head| head.precedence.before_release()).max().unwrap_or_default(),
            marking: heads().map(|head| head.marking).max().unwrap_or_default(),
            created: now,
        };
        riders.extend(attachments);
        Ok((seal_packet(&contents, &dispatch, roster, &self.vault.profile().signing)?, riders))
    }

    fn commander(&self, roster: &Roster) -> Result<Addressee, DeskError> {
        let mine = &self.vault.profile().contingent;
        let commands =
            |role: Role, contingent: Option<&_>| role == Role::Commander && contingent == mine.as_ref();
        let commander = (roster.active()).find(|member| {
            commands(member.role.0, member.contingent.as_ref().map(|contingent| &contingent.0))
        });
        commander.map(|member| Addressee::Member(member.id())).ok_or(DeskError::NoCommander)
    }

    fn clock(&self, roster: &Roster, now: Timestamp) -> Result<ClockState, DeskError> {
        let heard = self.vault.newest_word_from_the_centre()?.max(Some(roster.issued()));
        Ok(ClockState::judged(now, heard))
    }
}
