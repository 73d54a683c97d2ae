//! Who belongs to a realm, signed by its authorities together.
//!
//! ```text
//!  proposal (one signature) ── co-sign ──▶ roster (threshold met) ── install ──▶ in force, if its epoch is higher
//! ```
//!
//! A roster is several people's word, so it is a COSE_Sign (RFC 9052, tag 98): one payload, one signature for each
//! authority, each bound to the realm. It counts only with signatures of enough different authorities of the charter.

use std::collections::{BTreeMap, BTreeSet};

use coset::{
    AsCborValue, CoseSign, CoseSignBuilder, CoseSignatureBuilder, HeaderBuilder, TaggedCborSerializable,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::crypto::signing::{SigningKey, VerifyingKey};
use crate::crypto::transport::TransportPublicKey;
use crate::domain::ids::{Digest, MemberId, RealmId};
use crate::domain::marking::Marking;
use crate::domain::people::{Addressee, Callsign, Contingent, Role};
use crate::domain::text::Line;
use crate::domain::time::Timestamp;
use crate::wire::keys::RecipientText;
use crate::wire::kind::Kind;
use crate::wire::realm::Realm;
use crate::wire::spelling::{Code, Plain};
use crate::wire::statement::{
    Payload, Signed, SignerError, StatementError, UnverifiedStatement, digest_of, external_data, kind_in,
    member_of, names_ed25519, protected_header, tagged,
};

/// The tag of COSE_Sign.
const SIGN: u64 = 98;
/// More signatures than any charter has authorities.
const MOST_SIGNATURES: usize = 32;

/// The payload of a roster.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Roster")]
pub struct RosterV1 {
    /// Counts up; a lower or equal epoch never replaces the roster in force.
    pub epoch: u32,
    /// When it was proposed.
    pub issued: Plain<Timestamp>,
    /// The realm's limits.
    pub limits: Limits,
    /// Everybody, revoked members included.
    pub members: Vec<Member>,
}

/// What the realm allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Hours after which an owed report goes on as it stands.
    pub forwarding_hours: u32,
    /// Nothing above this marking is created or imported.
    pub ceiling: Code<Marking>,
}

impl Default for Limits {
    fn default() -> Self {
        Self { forwarding_hours: 72, ceiling: Code(Marking::LimitedDistribution) }
    }
}

/// One member and his keys.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// What he does.
    pub role: Code<Role>,
    /// What others call him.
    pub callsign: Plain<Callsign>,
    /// The contingent he belongs to; observers and commanders have one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contingent: Option<Plain<Contingent>>,
    /// The key his statements are checked with.
    pub signing_key: Plain<VerifyingKey>,
    /// What packets for him are sealed to; a relay has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipient: Option<Plain<RecipientText>>,
    /// The key his TLS connections are pinned by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transport_key: Option<Plain<TransportPublicKey>>,
    /// Last day by the relay's clock; field clocks are never asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Plain<Timestamp>>,
    /// Set when his keys are void.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoked: Option<Revoked>,
}

/// That a member's keys are void.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Revoked {
    /// When it was decided.
    pub at: Plain<Timestamp>,
    /// Why, in a few words.
    pub reason: Plain<Line>,
    /// Reports numbered up to here were known before and stay good.
    pub through_sequence: u32,
}

impl Member {
    /// His id.
    pub fn id(&self) -> MemberId {
        member_of(&self.signing_key.0)
    }
}

/// Why bytes are not a roster in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RosterError {
    /// Not a roster, or of another realm.
    #[error("not an acceptable roster: {0}")]
    Statement(#[from] StatementError),
    /// Not enough different authorities have signed.
    #[error(
        "the roster carries {found} of {needed} authority signatures; it is a proposal until the others sign"
    )]
    TooFewSignatures {
        /// How many good signatures of different authorities.
        found: usize,
        /// How many the charter asks for.
        needed: usize,
    },
    /// A signature by somebody who is not an authority of this realm, or one that does not hold.
    #[error("the roster carries a signature that is not a good one of this realm's authorities")]
    ForeignSignature,
    /// Two entries with one key or one callsign.
    #[error("the roster names one member twice")]
    Twice,
}

/// A roster, or a proposal for one, whose signatures hold.
#[derive(Debug, Clone)]
pub struct SignedRoster {
    bytes: Vec<u8>,
    payload: RosterV1,
    signers: BTreeSet<MemberId>,
}

/// A roster with enough signatures.
#[derive(Debug, Clone)]
pub struct Roster {
    realm: RealmId,
    bytes: Vec<u8>,
    payload: RosterV1,
    by_id: BTreeMap<MemberId, usize>,
}

impl SignedRoster {
    /// Proposes a roster: the first signature.
    pub fn propose(payload: RosterV1, key: &SigningKey, realm: &Realm) -> Result<Self, RosterError> {
        let json = serde_json::to_vec(&payload).map_err(|_| StatementError::BadPayload)?;
        let header = HeaderBuilder::new().content_type(Kind::Roster.content_type()).build();
        let empty = CoseSignBuilder::new().protected(header).payload(json).build();
        Self::with_signature(empty, key, realm)
    }

    /// Reads a roster or a proposal and checks every signature on it.
    pub fn read(bytes: &[u8], realm: &Realm) -> Result<Self, RosterError> {
        if bytes.len() > Kind::Roster.limit() + 1024 * MOST_SIGNATURES {
            return Err(StatementError::TooLarge.into());
        }
        let cose = CoseSign::from_cbor_value(tagged(bytes, SIGN)?).map_err(|_| StatementError::Malformed)?;
        if kind_in(&cose.protected.header)? != Kind::Roster {
            return Err(StatementError::WrongKind.into());
        }
        let rebuilt = cose.clone().to_tagged_vec().map_err(|_| StatementError::Malformed)?;
        if rebuilt != bytes || !cose.unprotected.is_empty() || cose.signatures.len() > MOST_SIGNATURES {
            return Err(StatementError::Malformed.into());
        }
        let mut signers = BTreeSet::new();
        for (which, signature) in cose.signatures.iter().enumerate() {
            let header = &signature.protected.header;
            let known = realm.authorities().iter().map(|authority| authority.signing_key.0);
            let key = known
                .into_iter()
                .find(|key| key.key_id().as_slice() == header.key_id)
                .filter(|_| names_ed25519(header) && signature.unprotected.is_empty())
                .ok_or(RosterError::ForeignSignature)?;
            cose.verify_signature(which, &external_data(realm.id()), |signature, signed| {
                let signature = signature.try_into().map_err(|_| RosterError::ForeignSignature)?;
                key.verify(signed, signature).map_err(|_| RosterError::ForeignSignature)
            })?;
            signers.insert(member_of(&key));
        }
        let payload: RosterV1 = serde_json::from_slice(cose.payload.as_deref().unwrap_or_default())
            .map_err(|_| StatementError::BadPayload)?;
        let ids: BTreeSet<_> = payload.members.iter().map(Member::id).collect();
        let active = payload.members.iter().filter(|member| member.revoked.is_none());
        let (mut callsigns, mut named) = (BTreeSet::new(), 0);
        for member in active {
            callsigns.insert(&member.callsign.0);
            named += 1;
        }
        if ids.len() != payload.members.len() || callsigns.len() != named {
            return Err(RosterError::Twice);
        }
        Ok(Self { bytes: bytes.to_vec(), payload, signers })
    }

    /// Adds another authority's signature.
    pub fn co_sign(&self, key: &SigningKey, realm: &Realm) -> Result<Self, RosterError> {
        let cose =
            CoseSign::from_cbor_value(tagged(&self.bytes, SIGN)?).map_err(|_| StatementError::Malformed)?;
        if self.signers.contains(&member_of(&key.verifying_key())) {
            return Ok(self.clone());
        }
        Self::with_signature(cose, key, realm)
    }

    fn with_signature(cose: CoseSign, key: &SigningKey, realm: &Realm) -> Result<Self, RosterError> {
        let blank =
            CoseSignatureBuilder::new().protected(protected_header(&key.verifying_key(), None)).build();
        let aad = external_data(realm.id());
        let mut signature = blank.clone();
        signature.signature = key.sign(&cose.tbs_data(&aad, &blank)).to_vec();
        let mut cose = cose;
        cose.signatures.push(signature);
        let bytes = cose.to_tagged_vec().map_err(|_| StatementError::Malformed)?;
        Self::read(&bytes, realm)
    }

    /// What it says.
    pub fn payload(&self) -> &RosterV1 {
        &self.payload
    }

    /// Which authorities have signed.
    pub fn signers(&self) -> &BTreeSet<MemberId> {
        &self.signers
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The roster, if enough authorities have signed.
    pub fn into_roster(self, realm: &Realm) -> Result<Roster, RosterError> {
        if self.signers.len() < realm.threshold() {
            return Err(RosterError::TooFewSignatures {
                found: self.signers.len(),
                needed: realm.threshold(),
            });
        }
        let by_id =
            self.payload.members.iter().enumerate().map(|(place, member)| (member.id(), place)).collect();
        Ok(Roster { realm: realm.id(), bytes: self.bytes, payload: self.payload, by_id })
    }
}

impl Roster {
    /// Reads a roster that counts.
    pub fn read(bytes: &[u8], realm: &Realm) -> Result<Self, RosterError> {
        SignedRoster::read(bytes, realm)?.into_roster(realm)
    }

    /// Its realm.
    pub fn realm(&self) -> RealmId {
        self.realm
    }

    /// Its epoch.
    pub fn epoch(&self) -> u32 {
        self.payload.epoch
    }

    /// When it was proposed.
    pub fn issued(&self) -> Timestamp {
        self.payload.issued.0
    }

    /// The realm's limits.
    pub fn limits(&self) -> Limits {
        self.payload.limits
    }

    /// Its payload, to draw up the next roster from.
    pub fn payload(&self) -> &RosterV1 {
        &self.payload
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The identity of this roster.
    pub fn digest(&self) -> Digest {
        digest_of(&self.bytes)
    }

    /// A member, revoked or not.
    pub fn member(&self, id: MemberId) -> Option<&Member> {
        self.by_id.get(&id).and_then(|place| self.payload.members.get(*place))
    }

    /// Everybody whose keys are good.
    pub fn active(&self) -> impl Iterator<Item = &Member> {
        self.payload.members.iter().filter(|member| member.revoked.is_none())
    }

    /// Everybody a packet for this addressee is for.
    pub fn addressed(&self, to: &Addressee) -> Vec<&Member> {
        self.active().filter(|member| to.includes(member.id(), member.role.0)).collect()
    }

    /// The active member who holds this transport key.
    pub fn holder_of(&self, key: &TransportPublicKey) -> Option<&Member> {
        self.active().find(|member| member.transport_key.as_ref().is_some_and(|held| held.0 == *key))
    }

    /// Checks that a statement's signer is on the roster, may sign its kind and has signed it; then reads the payload.
    pub fn verify<P: Payload>(&self, statement: UnverifiedStatement) -> Result<Signed<P>, StatementError> {
        let member = self.member(statement.signer()).ok_or(SignerError::NotOnRoster)?;
        if !statement.kind().signers().contains(&member.role.0) {
            return Err(SignerError::WrongRole.into());
        }
        let signed = statement.verify_with::<P>(&member.signing_key.0, self.realm)?;
        still_good(member, signed.payload.sequence())?;
        Ok(signed)
    }
}

/// Whether a revoked member's statement was known before his keys became void. The time a statement claims does
/// not count: a thief can write any date.
fn still_good(member: &Member, sequence: Option<u32>) -> Result<(), SignerError> {
    match (&member.revoked, sequence) {
        (None, _) => Ok(()),
        (Some(revoked), Some(number)) if number <= revoked.through_sequence => Ok(()),
        (Some(_), _) => Err(SignerError::Revoked),
    }
}
