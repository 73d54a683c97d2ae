//! One person's signed word.
//!
//! A statement is a COSE_Sign1 (RFC 9052, tag 18). Its protected header holds the algorithm, the signer's key id and
//! the content type; its payload is JSON; the external data bind it to a realm. The signer's bytes are kept and passed
//! on untouched, and the SHA-256 of those bytes is the statement's identity. So that one signature cannot stand under
//! two identities, only the one deterministic encoding (RFC 8949, section 4.2.1) with an empty unprotected header is
//! accepted.

use coset::cbor::de::from_reader_with_recursion_limit;
use coset::cbor::value::Value;
use coset::{
    AsCborValue, CoseSign1, CoseSign1Builder, Header, HeaderBuilder, RegisteredLabelWithPrivate,
    TaggedCborSerializable, iana,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::crypto::digest::sha256;
use crate::crypto::signing::{SigningKey, VerifyingKey};
use crate::domain::ids::{Digest, MemberId, RealmId};
use crate::domain::time::Timestamp;
use crate::wire::kind::{ContentType, Kind};

/// The tag of COSE_Sign1.
const SIGN1: u64 = 18;
/// Deepest nesting of a statement's CBOR; a COSE_Sign1 needs four levels.
const DEPTH: usize = 16;
/// What a statement may add to its payload: header, signature, framing.
const FRAMING: usize = 512;

/// The JSON of one kind of statement.
pub trait Payload: Serialize + DeserializeOwned {
    /// Which kind.
    const KIND: Kind;

    /// When its signer says it was made.
    fn at(&self) -> Timestamp;

    /// The number of a report in its author's chain; nothing for other kinds.
    fn sequence(&self) -> Option<u32> {
        None
    }
}

/// Why a signer does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignerError {
    /// Nobody by that id on the roster.
    #[error("the signer is not on the roster held here; a newer roster may know him")]
    NotOnRoster,
    /// His role may not sign this kind.
    #[error("the signer's role may not sign this kind of statement")]
    WrongRole,
    /// His keys are void.
    #[error("the signer's keys were revoked")]
    Revoked,
}

/// Why bytes are not an acceptable statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StatementError {
    /// Not a COSE_Sign1, or not in its one deterministic encoding.
    #[error("this is not a statement, or it was damaged on the way")]
    Malformed,
    /// Larger than its kind may be.
    #[error("this statement is larger than any statement of its kind may be")]
    TooLarge,
    /// Of a version or kind this program does not know.
    #[error(
        "this statement was made by a newer version of the program; it is kept as it came: update, then read it again"
    )]
    FutureVersion,
    /// Another kind than the one expected here.
    #[error("this statement is of another kind than belongs here")]
    WrongKind,
    /// Signed by nobody on the roster, or by somebody whose keys are void.
    #[error(transparent)]
    Signer(#[from] SignerError),
    /// The signature does not hold: altered, forged, or of another realm.
    #[error("the signature does not hold: the statement was altered, forged, or belongs to another realm")]
    BadSignature,
    /// The signature holds but the payload is not what the schema says.
    #[error("this statement is signed but does not follow its schema")]
    BadPayload,
}

/// Bytes shaped like a statement. Nothing in them has been checked against a key.
#[derive(Debug, Clone)]
pub struct UnverifiedStatement {
    bytes: Vec<u8>,
    cose: CoseSign1,
    kind: Kind,
    signer: MemberId,
    digest: Digest,
}

/// A statement whose signature holds, as the bytes that were signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedStatement {
    bytes: Vec<u8>,
    kind: Kind,
    signer: MemberId,
    digest: Digest,
}

/// A verified statement with its payload.
#[derive(Debug, Clone, PartialEq)]
pub struct Signed<P> {
    /// What it says.
    pub payload: P,
    /// The signed bytes.
    pub statement: SignedStatement,
}

/// Binds a signature to one realm and to this format.
pub(crate) fn external_data(realm: RealmId) -> Vec<u8> {
    [b"vigilia/1".as_slice(), realm.as_bytes()].concat()
}

/// The digest of some bytes.
pub fn digest_of(bytes: &[u8]) -> Digest {
    Digest::from_bytes(sha256(bytes))
}

/// The member who holds this key.
pub fn member_of(key: &VerifyingKey) -> MemberId {
    MemberId::from_bytes(key.key_id())
}

/// The protected header of everything that is signed here.
pub(crate) fn protected_header(key: &VerifyingKey, kind: Option<Kind>) -> Header {
    let header = HeaderBuilder::new().algorithm(iana::Algorithm::EdDSA).key_id(key.key_id().to_vec());
    match kind {
        Some(kind) => header.content_type(kind.content_type()).build(),
        None => header.build(),
    }
}

/// Whether a protected header names the one algorithm in use.
pub(crate) fn names_ed25519(header: &Header) -> bool {
    header.alg == Some(RegisteredLabelWithPrivate::Assigned(iana::Algorithm::EdDSA))
}

/// The kind a protected header names.
pub(crate) fn kind_in(header: &Header) -> Result<Kind, StatementError> {
    match &header.content_type {
        Some(coset::ContentType::Text(text)) => match Kind::of_content_type(text) {
            ContentType::Known(kind) => Ok(kind),
            ContentType::Future => Err(StatementError::FutureVersion),
            ContentType::Foreign => Err(StatementError::Malformed),
        },
        _ => Err(StatementError::Malformed),
    }
}

/// Reads one tagged CBOR item of bounded depth that fills `bytes` to the end.
pub(crate) fn tagged(bytes: &[u8], tag: u64) -> Result<Value, StatementError> {
    let mut rest = bytes;
    let value = from_reader_with_recursion_limit(&mut rest, DEPTH).map_err(|_| StatementError::Malformed)?;
    match value {
        Value::Tag(found, inner) if found == tag && rest.is_empty() => Ok(*inner),
        _ => Err(StatementError::Malformed),
    }
}

impl UnverifiedStatement {
    /// Reads the shape of a statement.
    ///
    /// # Errors
    /// `Malformed`, `TooLarge` or `FutureVersion`; never panics, whatever the bytes.
    pub fn parse(bytes: &[u8]) -> Result<Self, StatementError> {
        if bytes.len() > Kind::Roster.limit() + FRAMING {
            return Err(StatementError::TooLarge);
        }
        let value = tagged(bytes, SIGN1)?;
        let cose = CoseSign1::from_cbor_value(value).map_err(|_| StatementError::Malformed)?;
        let header = &cose.protected.header;
        let kind = kind_in(header)?;
        let signer = MemberId::try_from(header.key_id.as_slice()).map_err(|_| StatementError::Malformed)?;
        if cose.payload.as_ref().is_none_or(|payload| payload.len() > kind.limit()) {
            return Err(StatementError::TooLarge);
        }
        let rebuilt = cose.clone().to_tagged_vec().map_err(|_| StatementError::Malformed)?;
        if !names_ed25519(header) || !cose.unprotected.is_empty() || rebuilt != bytes {
            return Err(StatementError::Malformed);
        }
        Ok(Self { bytes: bytes.to_vec(), kind, signer, digest: digest_of(bytes), cose })
    }

    /// What it claims to be.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Who it claims to be from.
    pub fn signer(&self) -> MemberId {
        self.signer
    }

    /// Its identity.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The payload, unproven: only to find the key that a request is to be checked with.
    pub(crate) fn unproven_payload<P: Payload>(&self) -> Result<P, StatementError> {
        let payload = self.cose.payload.as_deref().unwrap_or_default();
        serde_json::from_slice(payload).map_err(|_| StatementError::BadPayload)
    }

    /// Checks the signature against one key, then reads the payload. For statements that cannot be on the roster yet.
    pub fn verify_with<P: Payload>(
        self,
        key: &VerifyingKey,
        realm: RealmId,
    ) -> Result<Signed<P>, StatementError> {
        if self.kind != P::KIND {
            return Err(StatementError::WrongKind);
        }
        self.cose.verify_signature(&external_data(realm), |signature, signed| {
            let signature = signature.try_into().map_err(|_| StatementError::BadSignature)?;
            key.verify(signed, signature).map_err(|_| StatementError::BadSignature)
        })?;
        let payload = self.cose.payload.as_deref().unwrap_or_default();
        let payload = serde_json::from_slice(payload).map_err(|_| StatementError::BadPayload)?;
        let Self { bytes, kind, signer, digest, .. } = self;
        Ok(Signed { payload, statement: SignedStatement { bytes, kind, signer, digest } })
    }
}

impl SignedStatement {
    /// A statement that was verified before it was stored; the vault is encrypted and authenticated.
    pub(crate) fn restored(bytes: Vec<u8>) -> Result<Self, StatementError> {
        let UnverifiedStatement { bytes, kind, signer, digest, .. } = UnverifiedStatement::parse(&bytes)?;
        Ok(Self { bytes, kind, signer, digest })
    }

    /// What it is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Who signed it.
    pub fn signer(&self) -> MemberId {
        self.signer
    }

    /// Its identity.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// The bytes that were signed.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// Signs a payload.
///
/// # Errors
/// `TooLarge` when the payload exceeds the limit of its kind, `BadPayload` when it cannot be written as JSON.
pub fn sign<P: Payload>(payload: P, key: &SigningKey, realm: RealmId) -> Result<Signed<P>, StatementError> {
    let json = serde_json::to_vec(&payload).map_err(|_| StatementError::BadPayload)?;
    if json.len() > P::KIND.limit() {
        return Err(StatementError::TooLarge);
    }
    let public = key.verifying_key();
    let cose = CoseSign1Builder::new()
        .protected(protected_header(&public, Some(P::KIND)))
        .payload(json)
        .create_signature(&external_data(realm), |signed| key.sign(signed).to_vec())
        .build();
    let bytes = cose.to_tagged_vec().map_err(|_| StatementError::Malformed)?;
    let statement =
        SignedStatement { digest: digest_of(&bytes), bytes, kind: P::KIND, signer: member_of(&public) };
    Ok(Signed { payload, statement })
}

/// Reads the payload of a statement that was verified before.
pub fn payload_of<P: Payload>(statement: &SignedStatement) -> Result<P, StatementError> {
    if statement.kind != P::KIND {
        return Err(StatementError::WrongKind);
    }
    let value = tagged(&statement.bytes, SIGN1)?;
    let cose = CoseSign1::from_cbor_value(value).map_err(|_| StatementError::Malformed)?;
    serde_json::from_slice(cose.payload.as_deref().unwrap_or_default())
        .map_err(|_| StatementError::BadPayload)
}
