//! What the cell says back: that it has every byte, and what came of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::answer::{Audience, Feedback, Outcome, RefusalReason};
use crate::domain::feedback_status::{FeedbackStatus, NoActionReason};
use crate::domain::ids::{Digest, MemberId};
use crate::domain::text::Narrative;
use crate::domain::time::Timestamp;
use crate::wire::kind::Kind;
use crate::wire::spelling::{Code, Plain, present};
use crate::wire::statement::{Payload, Signed, StatementError};

/// Most reports and attachments that one acknowledgement names. Accepted each takes 67 bytes and refused 105, so a thousand
/// stay well below the 256 KiB of a statement; whoever handed in more is sent several.
pub const MOST_NAMED: usize = 1_000;

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
    /// When, UTC, by the cell's clock.
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
#[schemars(title = "Feedback", extend(
    "if" = { "properties": { "status": { "const": "no_action" } } },
    "then" = { "required": ["reason"] },
    "else" = { "not": { "required": ["reason"] } }
))]
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
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub reason: Option<Code<NoActionReason>>,
    /// The words, for this audience alone.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub text: Option<Plain<Narrative>>,
    /// When, UTC, by the cell's clock.
    pub at: Plain<Timestamp>,
}

impl Payload for FeedbackV1 {
    const KIND: Kind = Kind::Feedback;
    fn at(&self) -> Timestamp {
        self.at.0
    }
    fn check(&self) -> Result<(), StatementError> {
        self.outcome().map(|_| ())
    }
}

impl FeedbackV1 {
    fn outcome(&self) -> Result<Outcome, StatementError> {
        Outcome::new(self.status.0, self.reason.map(|reason| reason.0))
            .map_err(|_| StatementError::BadPayload)
    }

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
        Ok(Self::vouched_for(
            said.report.0,
            said.audience.0,
            said.outcome()?,
            said.text.clone().map(|text| text.0),
            said.at.0,
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::code::Coded;
    use crate::wire::cast::{CELL, OBSERVER, key, noon, realm};
    use crate::wire::statement::{UnverifiedStatement, digest_of, member_of, sign};

    fn feedback(outcome: Outcome, text: Option<Narrative>) -> FeedbackV1 {
        let observer = member_of(&key(OBSERVER).verifying_key());
        FeedbackV1::new(digest_of(b"report"), observer, Audience::Observer, outcome, text, noon())
    }

    #[test]
    fn feedback_arrives_as_it_left_whatever_the_outcome() {
        for status in FeedbackStatus::ALL {
            let reason = (*status == FeedbackStatus::NoAction).then_some(NoActionReason::TooVague);
            let outcome = Outcome::new(*status, reason).unwrap();
            let text = Some(Narrative::new("Thank you.").unwrap());
            let signed = sign(feedback(outcome, text.clone()), &key(CELL), realm().id()).unwrap();
            let arrived = UnverifiedStatement::parse(signed.statement.bytes()).unwrap();
            let verified = arrived.verify_with(&key(CELL).verifying_key(), realm().id()).unwrap();
            let read = Feedback::try_from(&verified).unwrap();
            assert_eq!((read.report(), read.audience()), (digest_of(b"report"), Audience::Observer));
            assert_eq!((read.outcome(), read.text(), read.at()), (outcome, text.as_ref(), noon()));
        }
    }

    #[test]
    fn an_acknowledgement_that_names_as_much_as_may_be_can_be_signed() {
        let observer = Plain(member_of(&key(OBSERVER).verifying_key()));
        let named = || (0..MOST_NAMED).map(|n| Plain(digest_of(&n.to_le_bytes())));
        let refused =
            named().map(|statement| Refused { statement, reason: Code(RefusalReason::Forked) }).collect();
        let word = AcknowledgementV1 { observer, accepted: named().collect(), refused, at: Plain(noon()) };
        assert!(sign(word, &key(CELL), realm().id()).is_ok(), "and twice as much");
    }

    #[test]
    fn no_action_without_a_reason_is_neither_signed_nor_read() {
        let outcome = Outcome::new(FeedbackStatus::NoAction, Some(NoActionReason::Resources)).unwrap();
        let mut silent = feedback(outcome, None);
        silent.reason = None;
        assert_eq!(silent.check(), Err(StatementError::BadPayload));
        assert_eq!(sign(silent, &key(CELL), realm().id()).err(), Some(StatementError::BadPayload));
        let mut needless = feedback(outcome, None);
        needless.status = Code(FeedbackStatus::Received);
        assert_eq!(needless.check(), Err(StatementError::BadPayload));
    }
}
