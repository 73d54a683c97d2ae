//! What was answered to an observer: who signed it, when, and whether the signature still holds.
//!
//! Every answer was verified when it was taken in. It is verified again each time it is opened, from the bytes that were
//! signed and the roster in force, without any line.

use std::collections::BTreeMap;

use crate::desks::error::DeskError;
use crate::desks::observer::ObserverDesk;
use crate::desks::signer::{Signature, Signer, signature_of, signer_of};
use crate::domain::answer::{Feedback, Outcome, RefusalReason};
use crate::domain::bulletin::{Beside, Bulletin, BulletinKind, Title, Validity, in_language};
use crate::domain::ids::Digest;
use crate::domain::observation::Language;
use crate::domain::report::Return;
use crate::domain::return_reason::ReturnReason;
use crate::domain::text::{Line, Narrative};
use crate::domain::time::Timestamp;
use crate::vault::bulletins::HeldBulletin;
use crate::vault::error::VaultError;
use crate::vault::heard::{AnswerKind, HeardAnswer};
use crate::wire::answer::{AcknowledgementV1, FeedbackV1};
use crate::wire::bulletin::BulletinV1;
use crate::wire::review::ReturnV1;
use crate::wire::roster::Roster;
use crate::wire::statement::{Payload, Signed, StatementError};

/// An answer as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Which, when, about what, seen or not.
    pub heard: HeardAnswer,
    /// Who signed it, as far as the roster in force knows him.
    pub signer: Option<Signer>,
    /// What came of the report, where it says so.
    pub outcome: Option<Outcome>,
    /// What it is called, where it is a bulletin.
    pub bulletin: Option<Heading>,
}

/// What a list shows of a bulletin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Its number among those of its desk.
    pub number: u32,
    /// What it is.
    pub kind: BulletinKind,
    /// What it is called, in each of its languages.
    pub titles: Vec<(Language, Title)>,
    /// Until when it is in force.
    pub until: Timestamp,
    /// Another that is here stands in its place.
    pub replaced: bool,
    /// Others of the same desk that should be here and are not. The newest of each desk alone can tell.
    missing: Vec<Beside>,
}

impl Heading {
    pub(in crate::desks) fn of(held: &HeldBulletin, missing: &[(Digest, Vec<Beside>)]) -> Self {
        let told = &held.bulletin;
        let missing = missing.iter().find(|(by, _)| *by == held.statement);
        Self {
            number: told.number,
            kind: told.kind,
            titles: told.editions.iter().map(|one| (one.language, one.title.clone())).collect(),
            until: told.until,
            replaced: held.replaced,
            missing: missing.map(|(_, others)| others.clone()).unwrap_or_default(),
        }
    }

    /// What it is called in this language, or in the first it has.
    #[must_use]
    pub fn title(&self, language: Language) -> &str {
        in_language(&self.titles, language, |(of, _)| *of)
            .map(|(_, title)| title.as_str())
            .unwrap_or_default()
    }

    /// Numbers of the same desk that should be here at an instant and are not. The newest of each desk alone can tell.
    #[must_use]
    pub fn missing(&self, now: Timestamp) -> Vec<u32> {
        let due = self.missing.iter().filter(|other| other.until > now);
        due.map(|other| other.number).collect()
    }

    /// How it stands at an instant.
    #[must_use]
    pub fn validity(&self, now: Timestamp) -> Validity {
        Validity::of(self.until, self.replaced, now)
    }
}

/// An answer that was opened: its words, and what became of its signature.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenedAnswer {
    /// As the list shows it.
    pub answer: Answer,
    /// Whether the signature holds today.
    pub signature: Signature,
    /// What it says; nothing where the signature does not hold.
    pub said: Option<Said>,
}

/// What an answer says.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// The cell has every byte.
    Acknowledged {
        /// How many reports and attachments it names.
        items: usize,
        /// What it could not take.
        refused: Vec<RefusalReason>,
    },
    /// The cell tells what came of it.
    Feedback {
        /// From the closed list.
        outcome: Outcome,
        /// In words.
        text: Option<Narrative>,
    },
    /// The commander gave it back.
    Returned {
        /// From the closed list.
        reason: ReturnReason,
        /// A few words.
        note: Option<Line>,
    },
    /// The cell tells everybody.
    Bulletin(Box<Bulletin>),
}

impl ObserverDesk {
    /// Every answer, the newest first.
    pub fn answers(&self) -> Result<Vec<Answer>, DeskError> {
        let (roster, headings) = (self.vault.roster()?, self.headings(None)?);
        self.vault
            .heard(None)?
            .into_iter()
            .map(|heard| self.listed(heard, roster.as_ref(), &headings))
            .collect()
    }

    /// One answer with its words, verified anew.
    pub fn answer(&self, statement: Digest) -> Result<OpenedAnswer, DeskError> {
        let roster = self.vault.roster()?.ok_or(DeskError::NoRoster)?;
        let heard = self.vault.heard(Some(statement))?.pop().ok_or(VaultError::NotFound("answer"))?;
        let answer = self.listed(heard, Some(&roster), &self.headings(Some(statement))?)?;
        let (signature, said) = match answer.heard.kind {
            AnswerKind::Acknowledgement => self.opened::<AcknowledgementV1>(statement, &roster)?,
            AnswerKind::Feedback => self.opened::<FeedbackV1>(statement, &roster)?,
            AnswerKind::Return => self.opened::<ReturnV1>(statement, &roster)?,
            AnswerKind::Bulletin => self.opened::<BulletinV1>(statement, &roster)?,
        };
        Ok(OpenedAnswer { answer, signature, said })
    }

    /// Remembers that he has looked at some answers.
    pub fn mark_seen(&mut self, answers: &[Digest], now: Timestamp) -> Result<(), DeskError> {
        Ok(self.vault.mark_seen(answers, now)?)
    }

    fn headings(&self, only: Option<Digest>) -> Result<BTreeMap<Digest, Heading>, DeskError> {
        let (missing, held) = (self.vault.missing_bulletins()?, self.vault.bulletins(only)?);
        Ok(held.iter().map(|held| (held.statement, Heading::of(held, &missing))).collect())
    }

    fn listed(
        &self,
        heard: HeardAnswer,
        roster: Option<&Roster>,
        headings: &BTreeMap<Digest, Heading>,
    ) -> Result<Answer, DeskError> {
        let outcome = match heard.kind {
            AnswerKind::Feedback => {
                let signed = self.vault.signed::<FeedbackV1>(heard.statement)?;
                Some(Feedback::try_from(&signed)?.outcome())
            }
            AnswerKind::Acknowledgement | AnswerKind::Return | AnswerKind::Bulletin => None,
        };
        let bulletin = headings.get(&heard.statement).cloned();
        let signer = roster.and_then(|roster| signer_of(roster, heard.signer));
        Ok(Answer { signer, outcome, bulletin, heard })
    }

    fn opened<P: Payload + Speaks>(
        &self,
        digest: Digest,
        roster: &Roster,
    ) -> Result<(Signature, Option<Said>), DeskError> {
        let signature = signature_of::<P>(&self.vault, digest, roster)?;
        if signature == Signature::Broken {
            return Ok((signature, None));
        }
        Ok((signature, Some(P::said(self.vault.signed::<P>(digest)?)?)))
    }
}

/// A statement that answers an observer.
trait Speaks: Sized {
    fn said(signed: Signed<Self>) -> Result<Said, StatementError>;
}

impl Speaks for AcknowledgementV1 {
    fn said(signed: Signed<Self>) -> Result<Said, StatementError> {
        let refused = signed.payload.refused.iter().map(|refused| refused.reason.0).collect();
        Ok(Said::Acknowledged { items: signed.payload.accepted.len(), refused })
    }
}

impl Speaks for FeedbackV1 {
    fn said(signed: Signed<Self>) -> Result<Said, StatementError> {
        let feedback = Feedback::try_from(&signed)?;
        Ok(Said::Feedback { outcome: feedback.outcome(), text: feedback.text().cloned() })
    }
}

impl Speaks for ReturnV1 {
    fn said(signed: Signed<Self>) -> Result<Said, StatementError> {
        let Return { reason, note, .. } = signed.payload.into();
        Ok(Said::Returned { reason, note })
    }
}

impl Speaks for BulletinV1 {
    fn said(signed: Signed<Self>) -> Result<Said, StatementError> {
        Ok(Said::Bulletin(Box::new(Bulletin::try_from(&signed.payload)?)))
    }
}
