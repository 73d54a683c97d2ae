//! Who belongs to a realm, signed by its authorities together.
//!
//! ```text
//!  proposal (one signature) ── co-sign ──▶ roster (threshold met) ── install ──▶ in force, if its epoch is higher
//! ```
//!
//! A roster is several people's word, so it is a COSE_Sign (RFC 9052, tag 98): one payload, one signature for each
//! authority, each bound to the realm. It counts only with signatures of enough different authorities of the charter.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use coset::{CoseSign, CoseSignBuilder, CoseSignatureBuilder, TaggedCborSerializable};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::crypto::signing::{SigningKey, VerifyingKey};
use crate::crypto::transport::TransportPublicKey;
use crate::domain::ids::{Digest, MemberId, RealmId};
use crate::domain::marking::Marking;
use crate::domain::people::{Addressee, Callsign, Contingent, Role};
use crate::domain::text::Line;
use crate::domain::time::Timestamp;
use crate::wire::checked::{CheckedStatement, Revocation};
use crate::wire::envelope::{
    MOST_SIGNATURES, external_data, is_exactly, kind_header, read_sign, signer_header,
};
use crate::wire::keys::RecipientText;
use crate::wire::kind::Kind;
use crate::wire::realm::Realm;
use crate::wire::spelling::{Code, Plain, present};
use crate::wire::statement::{
    Payload, Signed, SignerError, StatementError, UnverifiedStatement, digest_of, kind_in, member_of,
};

/// Largest roster with its signatures, in bytes: what everybody who keeps, carries or reads one goes by.
pub const MOST_BYTES: usize = Kind::Roster.limit() + 1024 * MOST_SIGNATURES;

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

impl RosterV1 {
    fn names_somebody_twice(&self) -> bool {
        let active = || self.members.iter().filter(|member| member.revoked.is_none());
        repeats(self.members.iter().map(Member::id))
            || repeats(active().map(|member| &member.callsign.0))
            || repeats(active().filter_map(|member| member.transport_key.as_ref()).map(|key| key.0))
    }
}

fn repeats<T: Ord>(mut values: impl Iterator<Item = T>) -> bool {
    let mut seen = BTreeSet::new();
    !values.all(|value| seen.insert(value))
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
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub contingent: Option<Plain<Contingent>>,
    /// The key his statements are checked with.
    pub signing_key: Plain<VerifyingKey>,
    /// What packets for him are sealed to; a relay has none.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub recipient: Option<Plain<RecipientText>>,
    /// The key his TLS connections are pinned by.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub transport_key: Option<Plain<TransportPublicKey>>,
    /// Last day by the relay's clock; field clocks are never asked.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub valid_until: Option<Plain<Timestamp>>,
    /// Set when his keys are void.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
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
    #[error("not an acceptable roster, so the one in force stays: {0}")]
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
    #[error(
        "the roster carries a signature that is not a good one of this realm's authorities; the one in force stays"
    )]
    ForeignSignature,
    /// Two entries with one signing key; or two active ones with one callsign or one transport key, by which a
    /// connection would be taken for another member's.
    #[error("the roster names one member twice; the one in force stays")]
    Twice,
}

/// A roster, or a proposal for one, whose signatures hold.
#[derive(Debug, Clone)]
pub struct SignedRoster {
    bytes: Vec<u8>,
    payload: RosterV1,
    signers: BTreeSet<MemberId>,
}

/// A roster with enough signatures, and what was said of members since it was signed: the people in force. A copy of it is
/// another hand on the same: in a large realm it is a megabyte, and every desk asks for it with every step.
#[derive(Debug, Clone)]
pub struct Roster {
    realm: RealmId,
    bytes: Arc<[u8]>,
    payload: Arc<RosterV1>,
    pub(super) by_id: Arc<BTreeMap<MemberId, usize>>,
    pub(super) since: Arc<Since>,
}

/// What was said of members since their roster was signed.
#[derive(Debug, Clone, Default)]
pub(super) struct Since {
    /// Members on the roster whose keys became void since, by their place on it.
    pub fallen: BTreeMap<usize, Member>,
    /// Members a commander vouches for, and who that was. Whoever stands on the roster needs nobody's word.
    pub vouched: BTreeMap<MemberId, (Member, MemberId)>,
    /// Keys that became void since, whether their holder is known here or not.
    pub void: BTreeMap<MemberId, Revoked>,
    /// Devices whose place another took: which one, and when by the clock of whoever said so.
    pub followed: BTreeMap<MemberId, (MemberId, Timestamp)>,
}

impl SignedRoster {
    /// Proposes a roster: the first signature.
    pub fn propose(payload: RosterV1, key: &SigningKey, realm: &Realm) -> Result<Self, RosterError> {
        let json = serde_json::to_vec(&payload).map_err(|_| StatementError::BadPayload)?;
        if json.len() > Kind::Roster.limit() {
            return Err(StatementError::TooLarge.into());
        }
        let empty = CoseSignBuilder::new().protected(kind_header(Kind::Roster)).payload(json).build();
        Self::with_signature(empty, key, realm)
    }

    /// Reads a roster or a proposal and checks every signature on it.
    pub fn read(bytes: &[u8], realm: &Realm) -> Result<Self, RosterError> {
        if bytes.len() > MOST_BYTES {
            return Err(StatementError::TooLarge.into());
        }
        let cose = read_sign(bytes).ok_or(StatementError::Malformed)?;
        if kind_in(&cose.protected.header)? != Kind::Roster {
            return Err(StatementError::WrongKind.into());
        }
        // Signatures stand in rising order of their keys, each once: whoever carries a roster cannot reorder or
        // repeat them into bytes of another identity.
        let kids = cose.signatures.iter().map(|signature| &signature.protected.header.key_id);
        if !is_exactly(&cose.protected, kind_header(Kind::Roster)) || !kids.is_sorted_by(|a, b| a < b) {
            return Err(StatementError::Malformed.into());
        }
        let mut signers = BTreeSet::new();
        for (which, signature) in cose.signatures.iter().enumerate() {
            let key = (realm.authorities().iter())
                .map(|authority| authority.signing_key.0)
                .find(|key| is_exactly(&signature.protected, signer_header(&key.key_id())))
                .ok_or(RosterError::ForeignSignature)?;
            cose.verify_signature(which, &external_data(realm.id()), |signature, signed| {
                let signature = signature.try_into().map_err(|_| RosterError::ForeignSignature)?;
                key.verify(signed, signature).map_err(|_| RosterError::ForeignSignature)
            })?;
            signers.insert(member_of(&key));
        }
        let payload: RosterV1 = serde_json::from_slice(cose.payload.as_deref().unwrap_or_default())
            .map_err(|_| StatementError::BadPayload)?;
        if payload.names_somebody_twice() {
            return Err(RosterError::Twice);
        }
        Ok(Self { bytes: bytes.to_vec(), payload, signers })
    }

    /// Adds another authority's signature.
    pub fn co_sign(&self, key: &SigningKey, realm: &Realm) -> Result<Self, RosterError> {
        let cose = read_sign(&self.bytes).ok_or(StatementError::Malformed)?;
        if self.signers.contains(&member_of(&key.verifying_key())) {
            return Ok(self.clone());
        }
        Self::with_signature(cose, key, realm)
    }

    fn with_signature(cose: CoseSign, key: &SigningKey, realm: &Realm) -> Result<Self, RosterError> {
        let header = signer_header(&key.verifying_key().key_id());
        let blank = CoseSignatureBuilder::new().protected(header).build();
        let aad = external_data(realm.id());
        let mut signature = blank.clone();
        signature.signature = key.sign(&cose.tbs_data(&aad, &blank)).to_vec();
        let mut cose = cose;
        cose.signatures.push(signature);
        cose.signatures.sort_by(|a, b| a.protected.header.key_id.cmp(&b.protected.header.key_id));
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
        Ok(Roster {
            realm: realm.id(),
            bytes: self.bytes.into(),
            payload: Arc::new(self.payload),
            by_id: Arc::new(by_id),
            since: Arc::default(),
        })
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

    /// Its payload as the authorities signed it, to draw up the next roster from.
    pub fn payload(&self) -> &RosterV1 {
        &self.payload
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The identity of these bytes. The same list with one more signature is another identity: go by the epoch.
    pub fn digest(&self) -> Digest {
        digest_of(&self.bytes)
    }

    /// A member, revoked or not, on the roster or vouched for.
    pub fn member(&self, id: MemberId) -> Option<&Member> {
        match self.by_id.get(&id) {
            Some(place) => self.since.fallen.get(place).or_else(|| self.payload.members.get(*place)),
            None => self.since.vouched.get(&id).map(|(member, _)| member),
        }
    }

    /// Everybody, revoked or not: those on the roster, then those vouched for.
    pub fn everybody(&self) -> impl Iterator<Item = &Member> {
        let named = self.payload.members.iter().enumerate();
        named
            .map(|(place, member)| self.since.fallen.get(&place).unwrap_or(member))
            .chain(self.since.vouched.values().map(|(member, _)| member))
    }

    /// Everybody whose keys are good.
    pub fn active(&self) -> impl Iterator<Item = &Member> {
        self.everybody().filter(|member| member.revoked.is_none())
    }

    /// Everybody a packet for this addressee is for.
    pub fn addressed(&self, to: &Addressee) -> Vec<&Member> {
        self.active().filter(|member| to.includes(member.id(), member.role.0)).collect()
    }

    /// The active member who holds this transport key.
    pub fn holder_of(&self, key: &TransportPublicKey) -> Option<&Member> {
        self.active().find(|member| member.transport_key.as_ref().is_some_and(|held| held.0 == *key))
    }

    /// Whether these are the same people in force, and not only the same roster.
    pub fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.payload, &other.payload) && Arc::ptr_eq(&self.since, &other.since)
    }

    /// Checks that a statement's signer is a member, may sign its kind and has signed it; then reads the payload.
    pub fn verify<P: Payload>(&self, statement: UnverifiedStatement) -> Result<Signed<P>, StatementError> {
        self.check(statement).read()
    }

    /// Checks the same of a statement of any kind, and reads nothing yet.
    pub fn check(&self, statement: UnverifiedStatement) -> CheckedStatement {
        let outcome = self.signed_by_a_member(&statement);
        CheckedStatement::new(statement, outcome)
    }

    /// The same as [`Roster::verify`] for what goes around statements that are checked one by one: somebody whose keys are
    /// void by now may still hand in the reports of his that stay good.
    #[cfg(feature = "field")]
    pub(super) fn verify_around<P: Payload>(
        &self,
        statement: UnverifiedStatement,
    ) -> Result<Signed<P>, StatementError> {
        self.check(statement).read_around()
    }

    fn signed_by_a_member(&self, statement: &UnverifiedStatement) -> Result<Revocation, StatementError> {
        let member = self.member(statement.signer()).ok_or(SignerError::NotOnRoster)?;
        if !statement.kind().signers().contains(&member.role.0) {
            return Err(SignerError::WrongRole.into());
        }
        statement.holds_for(&member.signing_key.0, self.realm)?;
        Ok(member.revoked.as_ref().map(|revoked| revoked.through_sequence))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::code::Coded;
    use crate::wire::cast::{
        AUTHORITIES, CELL, COMMANDER, OBSERVER, RELAY, STRANGER, charter, key, line, member, members, noon,
        payload, realm, roster, roster_of,
    };
    use crate::wire::receipt::{CollectionV1, ReceiptV1};
    use crate::wire::statement::sign;

    fn proposal() -> SignedRoster {
        SignedRoster::propose(payload(members()), &key(AUTHORITIES[0]), &realm()).unwrap()
    }

    fn read(bytes: &[u8]) -> Result<Roster, RosterError> {
        Roster::read(bytes, &realm())
    }

    fn refused(members: Vec<Member>) -> Option<RosterError> {
        SignedRoster::propose(payload(members), &key(AUTHORITIES[0]), &realm()).err()
    }

    fn revoked(mut member: Member, through_sequence: u32) -> Member {
        let reason = Plain(line("device lost"));
        member.revoked = Some(Revoked { at: Plain(noon()), reason, through_sequence });
        member
    }

    fn collection(of: u8) -> UnverifiedStatement {
        let payload = CollectionV1 { packet: Plain(digest_of(b"packet")), at: Plain(noon()) };
        let signed = sign(payload, &key(of), realm().id()).unwrap();
        UnverifiedStatement::parse(signed.statement.bytes()).unwrap()
    }

    #[test]
    fn one_signature_is_a_proposal_and_two_are_a_roster() {
        let proposal = proposal();
        let too_few = RosterError::TooFewSignatures { found: 1, needed: 2 };
        assert_eq!(read(proposal.bytes()).err(), Some(too_few));
        let agreed = SignedRoster::read(proposal.bytes(), &realm()).unwrap();
        let agreed = agreed.co_sign(&key(AUTHORITIES[1]), &realm()).unwrap();
        assert_eq!(agreed.signers().len(), 2);
        let roster = read(agreed.bytes()).unwrap();
        assert_eq!(roster.payload(), &payload(members()));
        assert_eq!((roster.epoch(), roster.realm()), (1, realm().id()));
    }

    #[test]
    fn an_authority_counts_once_however_often_it_signs() {
        let proposal = proposal();
        let again = proposal.co_sign(&key(AUTHORITIES[0]), &realm()).unwrap();
        assert_eq!(again.bytes(), proposal.bytes());

        // The same signature written down twice.
        let mut cose = read_sign(proposal.bytes()).unwrap();
        cose.signatures.push(cose.signatures[0].clone());
        let twice = cose.to_tagged_vec().unwrap();
        assert_eq!(read(&twice).err(), Some(StatementError::Malformed.into()));
    }

    #[test]
    fn the_order_in_which_authorities_sign_leaves_no_trace() {
        let [first, second] = AUTHORITIES.map(key);
        let one_way = SignedRoster::propose(payload(members()), &first, &realm()).unwrap();
        let other_way = SignedRoster::propose(payload(members()), &second, &realm()).unwrap();
        let one_way = one_way.co_sign(&second, &realm()).unwrap();
        let other_way = other_way.co_sign(&first, &realm()).unwrap();
        assert_eq!(one_way.bytes(), other_way.bytes());

        let mut cose = read_sign(one_way.bytes()).unwrap();
        cose.signatures.reverse();
        assert_eq!(read(&cose.to_tagged_vec().unwrap()).err(), Some(StatementError::Malformed.into()));
    }

    #[test]
    fn a_signature_of_anybody_else_is_refused() {
        let stranger = SignedRoster::propose(payload(members()), &key(STRANGER), &realm());
        assert_eq!(stranger.err(), Some(RosterError::ForeignSignature));
        let joined = proposal().co_sign(&key(COMMANDER), &realm());
        assert_eq!(joined.err(), Some(RosterError::ForeignSignature));

        // The second authority's name over a signature it never gave.
        let mut cose = read_sign(roster().bytes()).unwrap();
        let borrowed = cose.signatures[0].signature.clone();
        cose.signatures[1].signature = borrowed;
        assert_eq!(read(&cose.to_tagged_vec().unwrap()).err(), Some(RosterError::ForeignSignature));
    }

    #[test]
    fn a_roster_of_another_realm_is_refused() {
        let mut live = charter();
        live.exercise = false;
        let live = Realm::found(live, None).unwrap();
        let foreign = SignedRoster::propose(payload(members()), &key(AUTHORITIES[0]), &live).unwrap();
        assert_eq!(read(foreign.bytes()).err(), Some(RosterError::ForeignSignature));
    }

    #[test]
    fn a_byte_altered_anywhere_is_noticed() {
        let bytes = roster().bytes().to_vec();
        for place in 0..bytes.len() {
            let mut altered = bytes.clone();
            altered[place] ^= 1;
            assert!(read(&altered).is_err(), "byte {place}");
        }
        assert_eq!(read(&bytes[..bytes.len() - 1]).err(), Some(StatementError::Malformed.into()));
    }

    #[test]
    fn nobody_stands_on_a_roster_twice() {
        let other =
            |of, role| Member { signing_key: Plain(key(of).verifying_key()), ..member(OBSERVER, role) };
        let same_key = Member { callsign: Plain("OTHER".parse().unwrap()), ..member(OBSERVER, Role::Cell) };
        assert_eq!(refused(vec![member(OBSERVER, Role::Observer), same_key]), Some(RosterError::Twice));

        let mut same_callsign = other(50, Role::Observer);
        same_callsign.transport_key = None;
        let with = |second: &Member| refused(vec![member(OBSERVER, Role::Observer), second.clone()]);
        assert_eq!(with(&same_callsign), Some(RosterError::Twice));
        // A pseudonym is free again once its holder's keys are void.
        assert_eq!(with(&revoked(same_callsign, 0)), None);

        let mut same_transport = other(50, Role::Commander);
        same_transport.callsign = Plain("OTHER".parse().unwrap());
        assert_eq!(with(&same_transport), Some(RosterError::Twice));
        assert_eq!(with(&revoked(same_transport, 0)), None);
    }

    #[test]
    fn json_outside_the_schema_is_refused_though_it_is_signed() {
        let good = serde_json::to_string(&payload(members())).unwrap();
        let written = |json: String| {
            let empty =
                CoseSignBuilder::new().protected(kind_header(Kind::Roster)).payload(json.into_bytes());
            SignedRoster::with_signature(empty.build(), &key(AUTHORITIES[0]), &realm()).err()
        };
        assert_eq!(written(good.clone()), None);
        for bad in [
            good.replacen("{", "{\"more\":1,", 1),
            good.replacen("{", "{\"epoch\":1,", 1),
            good.replace("\"role\":\"observer\"", "\"role\":\"observer\",\"valid_until\":null"),
            good.replace("\"role\":\"observer\"", "\"role\":\"king\""),
            good.replace("\"epoch\":1", "\"epoch\":-1"),
        ] {
            assert_eq!(written(bad), Some(StatementError::BadPayload.into()));
        }
    }

    #[test]
    fn a_roster_of_a_newer_program_says_so() {
        let mut header = kind_header(Kind::Roster);
        header.content_type =
            Some(coset::ContentType::Text("application/vnd.vigilia.roster.v2+json".to_owned()));
        let newer = CoseSignBuilder::new().protected(header).payload(b"{}".to_vec()).build();
        let refused = SignedRoster::with_signature(newer, &key(AUTHORITIES[0]), &realm());
        assert_eq!(refused.err(), Some(StatementError::FutureVersion.into()));
    }

    #[test]
    fn ten_thousand_members_fit() {
        let longest = Member {
            recipient: RecipientText::new(&format!("age1pq1{}", "q".repeat(1_952))).map(Plain),
            valid_until: Some(Plain(noon())),
            ..revoked(member(OBSERVER, Role::Observer), u32::MAX)
        };
        assert!(serde_json::to_vec(&longest).unwrap().len() * 10_000 < Kind::Roster.limit());
    }

    #[test]
    fn members_sign_what_their_role_may_and_nothing_else() {
        let roster = roster();
        for of in [OBSERVER, COMMANDER, CELL] {
            assert!(roster.verify::<CollectionV1>(collection(of)).is_ok());
        }
        let relay = roster.verify::<CollectionV1>(collection(RELAY));
        assert_eq!(relay.err(), Some(SignerError::WrongRole.into()));
        let stranger = roster.verify::<CollectionV1>(collection(STRANGER));
        assert_eq!(stranger.err(), Some(SignerError::NotOnRoster.into()));
        let other_kind = roster.verify::<ReceiptV1>(collection(CELL));
        assert_eq!(other_kind.err(), Some(StatementError::WrongKind));
    }

    #[test]
    fn every_kind_but_a_request_has_somebody_who_may_sign_it() {
        for kind in Kind::ALL {
            assert_eq!(kind.signers().is_empty(), *kind == Kind::Request, "{kind}");
        }
    }

    #[test]
    fn void_keys_sign_nothing_more() {
        let void = revoked(member(OBSERVER, Role::Observer), 7);
        let roster = roster_of(vec![void.clone(), member(CELL, Role::Cell)]);
        let refused = roster.verify::<CollectionV1>(collection(OBSERVER));
        assert_eq!(refused.err(), Some(SignerError::Revoked.into()));
        assert!(roster.verify::<CollectionV1>(collection(CELL)).is_ok());
    }

    #[test]
    fn a_revoked_member_is_known_but_neither_addressed_nor_let_in() {
        let void = revoked(member(CELL, Role::Cell), 0);
        let transport = void.transport_key.clone().unwrap().0;
        let roster = roster_of(vec![void.clone(), member(50, Role::Cell)]);
        assert_eq!(roster.member(void.id()), Some(&void));
        assert_eq!(roster.holder_of(&transport), None);
        let addressed = roster.addressed(&Addressee::Role(Role::Cell));
        assert_eq!(addressed, [&member(50, Role::Cell)]);
        assert!(roster.addressed(&Addressee::Member(void.id())).is_empty());
    }
}
