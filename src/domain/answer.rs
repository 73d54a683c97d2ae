//! What the cell says back.

use crate::domain::code::codes;
use crate::domain::feedback_status::{FeedbackStatus, NoActionReason};
use crate::domain::ids::Digest;
use crate::domain::text::Narrative;
use crate::domain::time::Timestamp;

codes! {
    /// Who a text of feedback is for.
    Audience, "audience" {
        /// The soldier who reported: words that are safe on his device.
        Observer = "observer",
        /// His commander.
        Commander = "commander",
    }
}

codes! {
    /// Why the cell could not take a statement.
    RefusalReason, "refusal_reason" {
        /// The signature does not hold, or the signer is not on the roster.
        NotAuthentic = "not_authentic",
        /// The signer's keys were revoked before.
        Revoked = "revoked",
        /// Another report carries the same number.
        Forked = "forked",
        /// Signed, but not what the schema says.
        Unreadable = "unreadable",
        /// Marked above what the realm may hold.
        AboveCeiling = "above_ceiling",
    }
}

/// What came of a report. A reason stands with `no_action` and with nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    status: FeedbackStatus,
    reason: Option<NoActionReason>,
}

/// A reason where none belongs, or none where one must stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("\"no action\" must say why, and only \"no action\" has a reason")]
pub struct ReasonMisplaced;

impl Outcome {
    /// An outcome with its reason, if it needs one.
    pub fn new(status: FeedbackStatus, reason: Option<NoActionReason>) -> Result<Self, ReasonMisplaced> {
        if (status == FeedbackStatus::NoAction) == reason.is_some() {
            Ok(Self { status, reason })
        } else {
            Err(ReasonMisplaced)
        }
    }

    /// What came of it.
    pub fn status(self) -> FeedbackStatus {
        self.status
    }

    /// Why nothing follows.
    pub fn reason(self) -> Option<NoActionReason> {
        self.reason
    }
}

/// The cell's word on what came of a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Feedback {
    report: Digest,
    audience: Audience,
    outcome: Outcome,
    text: Option<Narrative>,
    at: Timestamp,
}

impl Feedback {
    /// Feedback whose signature was verified.
    #[cfg(feature = "field")]
    pub(crate) fn vouched_for(
        report: Digest,
        audience: Audience,
        outcome: Outcome,
        text: Option<Narrative>,
        at: Timestamp,
    ) -> Self {
        Self { report, audience, outcome, text, at }
    }

    /// The report's statement.
    pub fn report(&self) -> Digest {
        self.report
    }

    /// Who it is for.
    pub fn audience(&self) -> Audience {
        self.audience
    }

    /// What came of it.
    pub fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// The words.
    pub fn text(&self) -> Option<&Narrative> {
        self.text.as_ref()
    }

    /// When.
    pub fn at(&self) -> Timestamp {
        self.at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_action_always_says_why_and_nothing_else_does() {
        assert!(Outcome::new(FeedbackStatus::NoAction, Some(NoActionReason::TooVague)).is_ok());
        assert_eq!(Outcome::new(FeedbackStatus::NoAction, None), Err(ReasonMisplaced));
        assert_eq!(
            Outcome::new(FeedbackStatus::LinkedToKnown, Some(NoActionReason::TooVague)),
            Err(ReasonMisplaced)
        );
    }
}
