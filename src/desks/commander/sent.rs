//! What went to Brussels and what became of it; what is on its way there and back to the observers.
//!
//! ```text
//!  forwarded ─ receipt of the relay ─ acknowledged, or refused with a reason ─ answered
//!  packet ─ tried ─ so far ─ stopped by something, next try ─ taken
//! ```

use std::path::PathBuf;

use crate::desks::commander::CommanderDesk;
use crate::desks::enrolment::roster_in_force;
use crate::desks::error::DeskError;
use crate::desks::signer::{Signature, Signer, signature_of, signer_of};
use crate::domain::answer::{Audience, Feedback};
use crate::domain::ids::Digest;
use crate::domain::people::Callsign;
use crate::domain::report::Review;
use crate::domain::standing::Standing;
use crate::domain::time::Timestamp;
use crate::vault::packets::RoadName;
use crate::vault::reports::HeldReport;
use crate::vault::sent::{PacketUnderWay, SentRow};
use crate::wire::answer::FeedbackV1;

/// What went, and what is on its way.
#[derive(Debug, Clone, PartialEq)]
pub struct Sent {
    /// Every report that was forwarded, the last first.
    pub reports: Vec<SentReport>,
    /// Every packet that the relay has not taken, in the order it goes.
    pub packets: Vec<PacketUnderWay>,
}

/// A report that was forwarded.
#[derive(Debug, Clone, PartialEq)]
pub struct SentReport {
    /// The report, its review, its batch and what the cell said.
    pub row: SentRow,
    /// What its author is called, as far as the roster in force knows him.
    pub author: Option<Callsign>,
    /// How far it has come.
    pub standing: Standing,
}

/// A forwarded report that was opened, with everything that was said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenedSent {
    /// The report.
    pub held: HeldReport,
    /// Who filed it, as far as the roster in force knows him.
    pub author: Option<Signer>,
    /// The review that went along.
    pub review: Option<Review>,
    /// What the cell said to the commander, the oldest first.
    pub answers: Vec<AnswerToCommander>,
}

/// Something the cell said to the commander.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerToCommander {
    /// Who signed it, as far as the roster in force knows him.
    pub signer: Option<Signer>,
    /// Whether the signature holds today.
    pub signature: Signature,
    /// What it says; nothing where the signature does not hold.
    pub said: Option<Feedback>,
}

impl CommanderDesk {
    /// What went to Brussels and what became of it, and what is on its way to the relay.
    pub fn sent(&mut self) -> Result<Sent, DeskError> {
        let roster = roster_in_force(&self.vault)?;
        let rows = self.vault.sent_reports()?;
        let reports = rows.into_iter().map(|row| SentReport {
            author: roster.member(row.author).map(|member| member.callsign.0.clone()),
            standing: Standing::of(&row.report.facts),
            row,
        });
        Ok(Sent { reports: reports.collect(), packets: self.vault.packets_under_way(RoadName::Relay)? })
    }

    /// How many packets are sealed that the relay has not taken, and their bytes.
    pub fn sealed(&self) -> Result<(usize, u64), DeskError> {
        let pending = self.vault.pending(RoadName::Relay)?;
        Ok((pending.len(), pending.iter().map(|packet| packet.size).sum()))
    }

    /// The folder that packets were last exchanged by, if it is there now.
    pub fn folder_at_hand(&self) -> Result<Option<PathBuf>, DeskError> {
        let last = self.vault.known_folders()?.into_iter().next().map(PathBuf::from);
        Ok(last.filter(|folder| folder.is_dir()))
    }

    /// Opens a report that was forwarded, which is logged. Every answer is verified anew, from the bytes that were signed
    /// and the roster in force.
    pub fn open_sent(&mut self, report: Digest, now: Timestamp) -> Result<OpenedSent, DeskError> {
        let roster = roster_in_force(&self.vault)?;
        let held = self.vault.report(report)?;
        self.vault.log_consultation(report, "sent", now)?;
        let mut answers = Vec::new();
        for heard in self.vault.feedback_on(report, Audience::Commander)? {
            let signature = signature_of::<FeedbackV1>(&self.vault, heard.statement, &roster)?;
            answers.push(AnswerToCommander {
                signer: signer_of(&roster, heard.signer),
                signature,
                said: Some(heard.feedback).filter(|_| signature != Signature::Broken),
            });
        }
        let review = self.vault.review_of(report)?.map(|(_, review)| review);
        let author = signer_of(&roster, held.report.head().author);
        Ok(OpenedSent { held, author, review, answers })
    }
}
