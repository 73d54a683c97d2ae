//! A commander vouches for an observer of his contingent, so that a soldier is enrolled where there is no line.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{Digest, MemberId};
use crate::domain::people::Role;
use crate::domain::time::Timestamp;
use crate::wire::kind::Kind;
use crate::wire::roster::Member;
use crate::wire::spelling::{Plain, present};
use crate::wire::statement::{Payload, StatementError};

/// A commander's word that somebody is an observer of his contingent. It counts from when it arrives: field clocks are
/// wrong, and a start that lies ahead would lock a soldier out because his commander's clock runs fast.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Membership")]
pub struct MembershipV1 {
    /// The observer as he would stand on a roster: with every key, a contingent and a last day, and not revoked.
    pub member: Member,
    /// Digest of the request statement that this answers: what the asker has signed with the key he asks for.
    pub request: Plain<Digest>,
    /// Whose lost or broken device this member takes the place of; its keys are void by a revocation of their own.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub replaces: Option<Plain<MemberId>>,
    /// When, by the commander's clock.
    pub at: Plain<Timestamp>,
}

impl Payload for MembershipV1 {
    const KIND: Kind = Kind::Membership;

    fn at(&self) -> Timestamp {
        self.at.0
    }

    /// An observer with everything he needs, for a time that has an end, in nobody's place but another's.
    fn check(&self) -> Result<(), StatementError> {
        let member = &self.member;
        let whole = member.role.0 == Role::Observer
            && member.contingent.is_some()
            && member.recipient.is_some()
            && member.transport_key.is_some()
            && member.revoked.is_none()
            && member.valid_until.as_ref().is_some_and(|last| last.0 > self.at.0)
            && self.replaces.as_ref().is_none_or(|replaced| replaced.0 != member.id());
        if whole { Ok(()) } else { Err(StatementError::BadPayload) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::cast::{COMMANDER, at, key, membership, realm};
    use crate::wire::spelling::Code;
    use crate::wire::statement::sign;

    #[test]
    fn nobody_is_vouched_for_who_could_not_stand_on_a_roster_as_an_observer() {
        type Change = fn(&mut MembershipV1);
        let faults: [Change; 9] = [
            |word| word.member.role = Code(Role::Commander),
            |word| word.member.role = Code(Role::Cell),
            |word| word.member.contingent = None,
            |word| word.member.recipient = None,
            |word| word.member.transport_key = None,
            |word| word.member.valid_until = None,
            |word| word.member.valid_until = Some(word.at.clone()),
            |word| word.replaces = Some(Plain(word.member.id())),
            |word| word.at = Plain(at("2031-01-01T00:00:00Z")),
        ];
        let signed = |word| sign(word, &key(COMMANDER), realm().id());
        assert!(signed(membership(90)).is_ok());
        for fault in faults {
            let mut word = membership(90);
            fault(&mut word);
            assert_eq!(signed(word.clone()).err(), Some(StatementError::BadPayload), "{word:?}");
        }
    }
}
