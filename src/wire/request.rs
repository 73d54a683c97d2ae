//! Somebody asks to be put on the roster.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::crypto::signing::VerifyingKey;
use crate::crypto::transport::TransportPublicKey;
use crate::domain::ids::RealmId;
use crate::domain::people::{Callsign, Contingent, Role};
use crate::domain::time::Timestamp;
use crate::wire::keys::RecipientText;
use crate::wire::kind::Kind;
use crate::wire::roster::Member;
use crate::wire::spelling::{Code, Plain, present};
use crate::wire::statement::{Payload, Signed, StatementError, UnverifiedStatement, member_of};

/// A request, signed with the key it asks for, which proves that the asker holds it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Request")]
pub struct RequestV1 {
    /// What he will do.
    pub role: Code<Role>,
    /// What others will call him.
    pub callsign: Plain<Callsign>,
    /// His contingent.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub contingent: Option<Plain<Contingent>>,
    /// The key his statements will be checked with.
    pub signing_key: Plain<VerifyingKey>,
    /// What packets for him are to be sealed to.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub recipient: Option<Plain<RecipientText>>,
    /// The key his TLS connections will be pinned by.
    pub transport_key: Plain<TransportPublicKey>,
    /// When he asked.
    pub at: Plain<Timestamp>,
}

impl Payload for RequestV1 {
    const KIND: Kind = Kind::Request;
    fn at(&self) -> Timestamp {
        self.at.0
    }
}

impl RequestV1 {
    /// Reads a request and checks that it is signed with the key it asks for.
    pub fn read(bytes: &[u8], realm: RealmId) -> Result<Signed<Self>, StatementError> {
        let unverified = UnverifiedStatement::parse(bytes)?;
        if unverified.kind() != Kind::Request {
            return Err(StatementError::WrongKind);
        }
        let asked: Self = unverified.unproven_payload()?;
        if member_of(&asked.signing_key.0) != unverified.signer() {
            return Err(StatementError::BadSignature);
        }
        unverified.verify_with(&asked.signing_key.0, realm)
    }

    /// The entry on the roster he asks for.
    pub fn member(&self) -> Member {
        Member {
            role: self.role,
            callsign: self.callsign.clone(),
            contingent: self.contingent.clone(),
            signing_key: self.signing_key.clone(),
            recipient: self.recipient.clone(),
            transport_key: Some(self.transport_key.clone()),
            valid_until: None,
            revoked: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::cast::{OBSERVER, STRANGER, charter, key, member, noon, realm};
    use crate::wire::realm::Realm;
    use crate::wire::receipt::CollectionV1;
    use crate::wire::statement::{digest_of, sign};

    fn request() -> RequestV1 {
        let member = member(OBSERVER, Role::Observer);
        RequestV1 {
            role: member.role,
            callsign: member.callsign,
            contingent: member.contingent,
            signing_key: member.signing_key,
            recipient: RecipientText::new(&format!("age1pq1{}", "q".repeat(1_952))).map(Plain),
            transport_key: member.transport_key.unwrap(),
            at: Plain(noon()),
        }
    }

    #[test]
    fn a_request_proves_that_the_asker_holds_the_key_and_becomes_an_entry() {
        let signed = sign(request(), &key(OBSERVER), realm().id()).unwrap();
        let read = RequestV1::read(signed.statement.bytes(), realm().id()).unwrap();
        assert_eq!(read, signed);
        let entry = read.payload.member();
        assert_eq!(entry.id(), member_of(&key(OBSERVER).verifying_key()));
        assert_eq!(entry.recipient, request().recipient);
        assert!(entry.revoked.is_none());
    }

    #[test]
    fn a_request_for_somebody_elses_key_is_refused() {
        let theft = sign(request(), &key(STRANGER), realm().id()).unwrap();
        let refused = RequestV1::read(theft.statement.bytes(), realm().id());
        assert_eq!(refused.err(), Some(StatementError::BadSignature));
    }

    #[test]
    fn a_request_of_another_realm_or_another_kind_is_refused() {
        let mut live = charter();
        live.exercise = false;
        let live = Realm::found(live, None).unwrap();
        let foreign = sign(request(), &key(OBSERVER), live.id()).unwrap();
        let refused = RequestV1::read(foreign.statement.bytes(), realm().id());
        assert_eq!(refused.err(), Some(StatementError::BadSignature));

        let collection = CollectionV1 { packet: Plain(digest_of(b"packet")), at: Plain(noon()) };
        let other = sign(collection, &key(OBSERVER), realm().id()).unwrap();
        let refused = RequestV1::read(other.statement.bytes(), realm().id());
        assert_eq!(refused.err(), Some(StatementError::WrongKind));
    }
}
