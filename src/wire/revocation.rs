//! A member's keys are void.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::code::Coded;
use crate::domain::ids::MemberId;
use crate::domain::revocation::RevocationReason;
use crate::domain::text::Line;
use crate::domain::time::Timestamp;
use crate::wire::kind::Kind;
use crate::wire::roster::Revoked;
use crate::wire::spelling::{Code, Plain, present};
use crate::wire::statement::{Payload, StatementError};

/// That a member's keys are void, said by his commander or by one authority. It is never taken back.
///
/// What was accepted before stays. Of what comes after, reports numbered below `from_report` are still taken, because
/// their author filed them before he lost his keys; without that number nothing is. A date decides nothing: whoever
/// holds the keys can write any.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Revocation")]
pub struct RevocationV1 {
    /// Whose keys.
    pub member: Plain<MemberId>,
    /// Why.
    pub reason: Code<RevocationReason>,
    /// Since when they may have been in other hands, as far as is known. It is told to people and decides nothing.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub since: Option<Plain<Timestamp>>,
    /// The number of the first report that is void; 1 for all of them. Left out, everything that arrives after this is.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    #[schemars(range(min = 1))]
    pub from_report: Option<u32>,
    /// When it was decided, by the signer's clock.
    pub at: Plain<Timestamp>,
}

impl Payload for RevocationV1 {
    const KIND: Kind = Kind::Revocation;

    fn at(&self) -> Timestamp {
        self.at.0
    }

    fn check(&self) -> Result<(), StatementError> {
        let later = self.since.as_ref().is_some_and(|since| since.0 > self.at.0);
        if self.from_report == Some(0) || later { Err(StatementError::BadPayload) } else { Ok(()) }
    }
}

impl RevocationV1 {
    /// What it says, as it would stand on a roster.
    ///
    /// # Errors
    /// None that a code of the closed list can cause.
    pub fn revoked(&self) -> Result<Revoked, StatementError> {
        Ok(Revoked {
            at: self.since.clone().unwrap_or_else(|| self.at.clone()),
            reason: Plain(Line::new(self.reason.0.code()).map_err(|_| StatementError::BadPayload)?),
            through_sequence: self.from_report.map_or(0, |from| from.saturating_sub(1)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::cast::{COMMANDER, at, key, realm, revocation};
    use crate::wire::statement::sign;

    #[test]
    fn a_number_that_no_report_has_or_a_loss_that_lies_ahead_is_refused() {
        let signed = |word| sign(word, &key(COMMANDER), realm().id()).map(|_| ());
        assert_eq!(signed(revocation(90, Some(1))), Ok(()));
        assert_eq!(signed(revocation(90, Some(0))), Err(StatementError::BadPayload));
        let ahead = RevocationV1 { since: Some(Plain(at("2027-01-01T00:00:00Z"))), ..revocation(90, None) };
        assert_eq!(signed(ahead), Err(StatementError::BadPayload));
    }

    #[test]
    fn reports_below_the_number_stay_good_and_without_one_none_does() {
        let good = |from| revocation(90, from).revoked().unwrap().through_sequence;
        assert_eq!((good(Some(8)), good(Some(1)), good(None)), (7, 0, 0));
    }
}
