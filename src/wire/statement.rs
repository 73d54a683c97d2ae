//! One person's signed word.
//!
//! A statement is a COSE_Sign1 (RFC 9052, tag 18). Its protected header holds the algorithm, the signer's key id and
//! the content type; its payload is JSON; the external data bind it to a realm. The signer's bytes are kept and passed
//! on untouched, and the SHA-256 of those bytes is the statement's identity.

use std::fmt;

use coset::{CoseSign1, CoseSign1Builder, Header, TaggedCborSerializable};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::crypto::digest::sha256;
use crate::crypto::signing::{SigningKey, VerifyingKey};
use crate::domain::ids::{Digest, MemberId, RealmId};
use crate::domain::time::Timestamp;
use crate::wire::envelope::{external_data, is_exactly, read_sign1, statement_header};
use crate::wire::kind::{ContentType, Kind, LARGEST_STATEMENT};

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

    /// What no field can tell alone: that the parts agree. Asked before signing and after verifying, so that nothing
    /// is signed that a reader would refuse.
    ///
    /// # Errors
    /// `BadPayload` when they do not.
    fn check(&self) -> Result<(), StatementError> {
        Ok(())
    }
}

/// Why a signer does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignerError {
    /// Nobody by that id on the roster.
    #[error("the signer is not on the roster held here; a newer roster may know him")]
    NotOnRoster,
    /// His role may not sign this kind.
    #[error("the signer's role may not sign this kind of statement; nothing of it was used")]
    WrongRole,
    /// His keys are void.
    #[error("the signer's keys were revoked; nothing of it was used")]
    Revoked,
}

/// Why bytes are not an acceptable statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StatementError {
    /// Not a COSE_Sign1, or not in its one deterministic encoding.
    #[error(
        "this is not a statement, or it was damaged on the way; nothing of it was used: ask for it again"
    )]
    Malformed,
    /// Larger than its kind may be.
    #[error("this statement is larger than any of its kind may be; nothing of it was used")]
    TooLarge,
    /// Of a version or kind this program does not know.
    #[error(
        "this statement was made by a newer version of the program; it is kept as it came: update, then read it again"
    )]
    FutureVersion,
    /// Another kind than the one expected here.
    #[error("this statement is of another kind than belongs here; nothing of it was used")]
    WrongKind,
    /// Signed by nobody on the roster, or by somebody whose keys are void.
    #[error(transparent)]
    Signer(#[from] SignerError),
    /// The signature does not hold: altered, forged, or of another realm.
    #[error(
        "the signature does not hold: the statement was altered, forged, or belongs to another realm; nothing of it was \
         used"
    )]
    BadSignature,
    /// The payload is not what the schema of its kind says, though the signature may hold.
    #[error("this statement does not follow its schema; nothing of it was used")]
    BadPayload,
}

/// Bytes shaped like a statement. Nothing in them has been checked against a key.
#[derive(Clone)]
pub struct UnverifiedStatement {
    bytes: Vec<u8>,
    cose: CoseSign1,
    kind: Kind,
    signer: MemberId,
    digest: Digest,
}

/// A statement whose signature holds, as the bytes that were signed.
#[derive(Clone, PartialEq, Eq)]
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

/// The digest of some bytes.
pub fn digest_of(bytes: &[u8]) -> Digest {
    Digest::from_bytes(sha256(bytes))
}

/// The member who holds this key.
pub fn member_of(key: &VerifyingKey) -> MemberId {
    MemberId::from_bytes(key.key_id())
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

/// Reads the JSON of a payload, and checks that its parts agree.
pub(crate) fn read_payload<P: Payload>(cose: &CoseSign1) -> Result<P, StatementError> {
    let json = cose.payload.as_deref().unwrap_or_default();
    let payload: P = serde_json::from_slice(json).map_err(|_| StatementError::BadPayload)?;
    payload.check()?;
    Ok(payload)
}

/// Content never reaches a log by way of a debug print: here and below, a name stands for the bytes.
impl fmt::Debug for UnverifiedStatement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "UnverifiedStatement({} {})", self.kind, self.digest.short())
    }
}

impl fmt::Debug for SignedStatement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SignedStatement({} {})", self.kind, self.digest.short())
    }
}

impl UnverifiedStatement {
    /// Reads the shape of a statement.
    ///
    /// # Errors
    /// `Malformed`, `TooLarge` or `FutureVersion`; never panics, whatever the bytes.
    pub fn parse(bytes: &[u8]) -> Result<Self, StatementError> {
        if bytes.len() > LARGEST_STATEMENT + FRAMING {
            return Err(StatementError::TooLarge);
        }
        let cose = read_sign1(bytes).ok_or(StatementError::Malformed)?;
        let header = &cose.protected.header;
        let kind = kind_in(header)?;
        if kind == Kind::Roster {
            return Err(StatementError::WrongKind);
        }
        let signer = MemberId::try_from(header.key_id.as_slice()).map_err(|_| StatementError::Malformed)?;
        if cose.payload.as_ref().is_some_and(|payload| payload.len() > kind.limit()) {
            return Err(StatementError::TooLarge);
        }
        if !is_exactly(&cose.protected, statement_header(kind, signer.as_bytes())) {
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
        read_payload(&self.cose)
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
        self.holds_for(key, realm)?;
        self.believed()
    }

    /// That this key has signed it.
    pub(crate) fn holds_for(&self, key: &VerifyingKey, realm: RealmId) -> Result<(), StatementError> {
        if member_of(key) != self.signer {
            return Err(StatementError::BadSignature);
        }
        self.cose.verify_signature(&external_data(realm), |signature, signed| {
            let signature = signature.try_into().map_err(|_| StatementError::BadSignature)?;
            key.verify(signed, signature).map_err(|_| StatementError::BadSignature)
        })
    }

    /// The payload of a statement whose signature was found to hold.
    pub(crate) fn believed<P: Payload>(self) -> Result<Signed<P>, StatementError> {
        if self.kind != P::KIND {
            return Err(StatementError::WrongKind);
        }
        let payload = read_payload(&self.cose)?;
        let Self { bytes, kind, signer, digest, .. } = self;
        Ok(Signed { payload, statement: SignedStatement { bytes, kind, signer, digest } })
    }
}

impl SignedStatement {
    /// A statement that was verified before it was stored; the vault is encrypted and authenticated, and a
    /// relay that keeps its own shelf from others has nobody else to ask.
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
/// `TooLarge` when the payload exceeds the limit of its kind, `BadPayload` when a reader would refuse it. Nothing is
/// signed then.
pub fn sign<P: Payload>(payload: P, key: &SigningKey, realm: RealmId) -> Result<Signed<P>, StatementError> {
    let json = serde_json::to_vec(&payload).map_err(|_| StatementError::BadPayload)?;
    if json.len() > P::KIND.limit() {
        return Err(StatementError::TooLarge);
    }
    let public = key.verifying_key();
    let cose = CoseSign1Builder::new()
        .protected(statement_header(P::KIND, &public.key_id()))
        .payload(json)
        .create_signature(&external_data(realm), |signed| key.sign(signed).to_vec())
        .build();
    // Read back as others will: a number that JSON cannot write, for one, would only be noticed far away.
    read_payload::<P>(&cose)?;
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
    read_payload(&read_sign1(&statement.bytes).ok_or(StatementError::Malformed)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::cast::{OBSERVER, STRANGER, charter, key, noon, realm};
    use crate::wire::realm::Realm;
    use crate::wire::receipt::{CollectionV1, ReceiptV1};
    use crate::wire::spelling::Plain;
    use coset::iana;

    fn collection() -> CollectionV1 {
        CollectionV1 { packet: Plain(digest_of(b"packet")), at: Plain(noon()) }
    }

    fn signed() -> Signed<CollectionV1> {
        sign(collection(), &key(OBSERVER), realm().id()).unwrap()
    }

    fn read<P: Payload>(bytes: &[u8]) -> Result<Signed<P>, StatementError> {
        UnverifiedStatement::parse(bytes)?.verify_with(&key(OBSERVER).verifying_key(), realm().id())
    }

    /// A statement signed as it should be, around any header and any payload.
    fn forged(header: Header, payload: &[u8]) -> Vec<u8> {
        CoseSign1Builder::new()
            .protected(header)
            .payload(payload.to_vec())
            .create_signature(&external_data(realm().id()), |signed| key(OBSERVER).sign(signed).to_vec())
            .build()
            .to_tagged_vec()
            .unwrap()
    }

    fn header(kind: Kind) -> Header {
        statement_header(kind, &key(OBSERVER).verifying_key().key_id())
    }

    #[test]
    fn a_statement_reads_back_as_it_was_signed() {
        let ours = signed();
        let read = read::<CollectionV1>(ours.statement.bytes()).unwrap();
        assert_eq!(read, ours);
        assert_eq!(read.statement.kind(), Kind::Collection);
        assert_eq!(read.statement.signer(), member_of(&key(OBSERVER).verifying_key()));
        assert_eq!(read.statement.digest(), digest_of(ours.statement.bytes()));
        assert_eq!(payload_of::<CollectionV1>(&read.statement).unwrap(), collection());
        assert_eq!(payload_of::<ReceiptV1>(&read.statement).err(), Some(StatementError::WrongKind));
        assert_eq!(SignedStatement::restored(ours.statement.bytes().to_vec()).unwrap(), ours.statement);
    }

    #[test]
    fn the_same_words_are_signed_with_the_same_bytes() {
        assert_eq!(signed().statement.bytes(), signed().statement.bytes());
    }

    #[test]
    fn a_statement_of_another_realm_is_refused() {
        let mut live = charter();
        live.exercise = false;
        let live = Realm::found(live, None).unwrap();
        let foreign = sign(collection(), &key(OBSERVER), live.id()).unwrap();
        assert_eq!(read::<CollectionV1>(foreign.statement.bytes()).err(), Some(StatementError::BadSignature));
    }

    #[test]
    fn a_byte_altered_anywhere_is_noticed() {
        let bytes = signed().statement.bytes().to_vec();
        for place in 0..bytes.len() {
            for change in [0x01, 0x20, 0x80, 0xff] {
                let mut altered = bytes.clone();
                altered[place] ^= change;
                assert!(read::<CollectionV1>(&altered).is_err(), "byte {place}, {change:#x}");
            }
        }
        for end in 0..bytes.len() {
            assert_eq!(read::<CollectionV1>(&bytes[..end]).err(), Some(StatementError::Malformed), "{end}");
        }
    }

    #[test]
    fn a_signature_holds_for_its_own_key_alone() {
        let statement = UnverifiedStatement::parse(signed().statement.bytes()).unwrap();
        let stranger = key(STRANGER).verifying_key();
        let refused = statement.verify_with::<CollectionV1>(&stranger, realm().id());
        assert_eq!(refused.err(), Some(StatementError::BadSignature));

        // Signed by the stranger in the observer's name, and held against either key.
        let json = serde_json::to_vec(&collection()).unwrap();
        let lie = CoseSign1Builder::new()
            .protected(header(Kind::Collection))
            .payload(json)
            .create_signature(&external_data(realm().id()), |signed| key(STRANGER).sign(signed).to_vec())
            .build()
            .to_tagged_vec()
            .unwrap();
        assert_eq!(read::<CollectionV1>(&lie).err(), Some(StatementError::BadSignature));
        let lie = UnverifiedStatement::parse(&lie).unwrap();
        let refused = lie.verify_with::<CollectionV1>(&stranger, realm().id());
        assert_eq!(refused.err(), Some(StatementError::BadSignature));
    }

    #[test]
    fn another_kind_than_expected_is_refused() {
        let refused = read::<ReceiptV1>(signed().statement.bytes());
        assert_eq!(refused.err(), Some(StatementError::WrongKind));
        // A roster is several people's word, never one's.
        let alone = forged(header(Kind::Roster), b"{}");
        assert_eq!(UnverifiedStatement::parse(&alone).err(), Some(StatementError::WrongKind));
    }

    #[test]
    fn a_statement_of_a_newer_program_says_so_whatever_else_is_in_its_header() {
        for newer in
            ["application/vnd.vigilia.collection.v2+json", "application/vnd.vigilia.hologram.v1+json"]
        {
            let mut header = header(Kind::Collection);
            header.content_type = Some(coset::ContentType::Text(newer.to_owned()));
            header.alg = Some(iana::Algorithm::ES512.into());
            header.key_id = vec![1; 32];
            let parsed = UnverifiedStatement::parse(&forged(header, b"\x00binary"));
            assert_eq!(parsed.err(), Some(StatementError::FutureVersion), "{newer}");
        }
    }

    #[test]
    fn a_header_that_is_not_exactly_ours_is_refused() {
        type Change = fn(&mut Header);
        let changes: [(&str, Change); 7] = [
            ("no algorithm", |header| header.alg = None),
            ("another algorithm", |header| header.alg = Some(iana::Algorithm::ES256.into())),
            ("no key", |header| header.key_id.clear()),
            ("a short key", |header| header.key_id.truncate(15)),
            ("no content type", |header| header.content_type = None),
            ("something critical", |header| header.crit.push(iana::HeaderParameter::Alg.into())),
            ("an initialisation vector", |header| header.iv = vec![1]),
        ];
        let json = serde_json::to_vec(&collection()).unwrap();
        for (what, change) in changes {
            let mut header = header(Kind::Collection);
            change(&mut header);
            let parsed = UnverifiedStatement::parse(&forged(header, &json));
            assert_eq!(parsed.err(), Some(StatementError::Malformed), "{what}");
        }
    }

    #[test]
    fn a_payload_beyond_the_limit_of_its_kind_is_refused_unread() {
        for (kind, limit) in [(Kind::Collection, 256 << 10), (Kind::Label, 1 << 10)] {
            let fits = forged(header(kind), &vec![b' '; limit]);
            assert!(UnverifiedStatement::parse(&fits).is_ok(), "{kind}");
            let larger = forged(header(kind), &vec![b' '; limit + 1]);
            assert_eq!(UnverifiedStatement::parse(&larger).err(), Some(StatementError::TooLarge), "{kind}");
        }
        let huge = vec![0x81; LARGEST_STATEMENT + FRAMING + 1];
        assert_eq!(UnverifiedStatement::parse(&huge).err(), Some(StatementError::TooLarge));
    }

    #[test]
    fn json_outside_the_schema_is_refused_though_it_is_signed() {
        let good = serde_json::to_string(&collection()).unwrap();
        let inside = good.strip_prefix('{').unwrap();
        for bad in [
            format!("{{\"more\":1,{inside}"),
            format!("{{\"at\":\"2026-11-21T12:00:00Z\",{inside}"),
            good.replace("12:00:00Z", "12:00:00+00:00"),
            format!("{good} x"),
            format!("\u{feff}{good}"),
            "[".repeat(100_000),
            String::new(),
            "null".to_owned(),
        ] {
            let refused = read::<CollectionV1>(&forged(header(Kind::Collection), bad.as_bytes()));
            let start: String = bad.chars().take(60).collect();
            assert_eq!(refused.err(), Some(StatementError::BadPayload), "{start}");
        }
        assert!(read::<CollectionV1>(&forged(header(Kind::Collection), good.as_bytes())).is_ok());
    }

    #[test]
    fn nothing_is_signed_that_a_reader_would_refuse() {
        let mut endless = collection();
        endless.at = Plain(noon().plus_hours(u32::MAX).plus_hours(u32::MAX));
        assert!(endless.at.0.to_string().starts_with('+'));
        assert_eq!(sign(endless, &key(OBSERVER), realm().id()).err(), Some(StatementError::BadPayload));
    }

    #[test]
    fn a_debug_print_shows_no_content() {
        let statement = signed().statement;
        let short = digest_of(statement.bytes()).short();
        assert_eq!(format!("{statement:?}"), format!("SignedStatement(collection {short})"));
        let unverified = UnverifiedStatement::parse(statement.bytes()).unwrap();
        assert_eq!(format!("{unverified:?}"), format!("UnverifiedStatement(collection {short})"));
    }

    #[test]
    fn every_refusal_says_what_became_of_the_statement() {
        for error in [
            StatementError::Malformed,
            StatementError::TooLarge,
            StatementError::WrongKind,
            StatementError::BadSignature,
            StatementError::BadPayload,
            SignerError::WrongRole.into(),
            SignerError::Revoked.into(),
        ] {
            assert!(error.to_string().contains("nothing of it was used"), "{error}");
        }
        assert!(StatementError::FutureVersion.to_string().ends_with("update, then read it again"));
        assert!(SignerError::NotOnRoster.to_string().contains("a newer roster may know him"));
    }
}
