//! What the cell says back: that it has every byte, and what came of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::answer::{Audience, Feedback, Outcome, RefusalReason};
use crate::domain::feedback_status::{FeedbackStatus, NoActionReason};
use crate::domain::ids::{Digest, MemberId};
use crate::domain::text::Narrative;
use crate::domain::time::Timestamp;
use crate::wire::kind::Kind;
use crate::wire::spelling::{Code, Plain};
use crate::wire::statement::{Payload, Signed, StatementError};

/// The cell's acknowledgement to one observer, sent by itself once every byte named is durable.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Acknowledgement")]
pub struct AcknowledgementV1 {
    /// Whose reports.
    pub observer: Plain<MemberId>,
    /// SHA-256 of the report statements and attachments the cell has, every byte of each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accepted: Vec<Plain<Digest>>,
    /// What arrived and could not be taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refused: Vec<Refused>,
    /// When.
    pub at: Plain<Timestamp>,
}

/// Something that arrived and could not be taken.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Refused {
    /// SHA-256 of the statement.
    pub statement: Plain<Digest>,
    /// Why.
    pub reason: Code<RefusalReason>,
}

impl Payload for AcknowledgementV1 {
    const KIND: Kind = Kind::Acknowledgement;
    fn at(&self) -> Timestamp {
        self.at.0
    }
}

/// What came of a report, in the words for one audience. The text for the commander is a statement of its own, which
/// the observer is never sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Feedback")]
pub struct FeedbackV1 {
    /// SHA-256 of the report statement.
    pub report: Plain<Digest>,
    /// Whose report.
    pub observer: Plain<MemberId>,
    /// Who these words are for.
    pub audience: Code<Audience>,
    /// What came of it.
    pub status: Code<FeedbackStatus>,
    /// Why nothing follows; only and always with `no_action`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Code<NoActionReason>>,
    /// The words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Plain<Narrative>>,
    /// When.
    pub at: Plain<Timestamp>,
}

impl Payload for FeedbackV1 {
    const KIND: Kind = Kind::Feedback;
    fn at(&self) -> Timestamp {
        self.at.0
    }
}

impl FeedbackV1 {
    /// The feedback as it is signed.
    pub fn new(
        report: Digest,
        observer: MemberId,
        audience: Audience,
        outcome: Outcome,
        text: Option<Narrative>,
        at: Timestamp,
    ) -> Self {
        Self {
            report: Plain(report),
            observer: Plain(observer),
            audience: Code(audience),
            status: Code(outcome.status()),
            reason: outcome.reason().map(Code),
            text: text.map(Plain),
            at: Plain(at),
        }
    }
}

impl TryFrom<&Signed<FeedbackV1>> for Feedback {
    type Error = StatementError;
    fn try_from(signed: &Signed<FeedbackV1>) -> Result<Self, StatementError> {
        let said = &signed.payload;
        let outcome = Outcome::new(said.status.0, said.reason.map(|reason| reason.0))
            .map_err(|_| StatementError::BadPayload)?;
        Ok(Self::vouched_for(
            said.report.0,
            said.audience.0,
            outcome,
            said.text.clone().map(|text| text.0),
            said.at.0,
        ))
    }
}
