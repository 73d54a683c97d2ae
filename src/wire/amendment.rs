//! What amends the roster between two of them: memberships and revocations.
//!
//! ```text
//!  roster, signed by the authorities ─┐
//!  a commander vouches ───────────────┼─ judged once, when it arrives ─▶ kept ─▶ the people in force
//!  keys are void ─────────────────────┘
//! ```
//!
//! **A word is judged once, when it arrives, by the people in force there and then; afterwards it stands, whatever
//! becomes of its signer.** A commander whose keys are void vouches for nobody and revokes nobody any more, whatever date
//! he writes: a thief of his keys can write any, so the order of arrival is the only one to be trusted. What he had said
//! before stays said: the soldier he enrolled goes on reporting, and a stolen device does not come back to life because
//! whoever reported it has left. Where this leaves somebody out, a roster that names him brings him in.
//!
//! A roster stands above every word: whoever is on it needs nobody to vouch for him, and is what it says he is. Void keys
//! alone stay void whatever a later roster says, for it may have been signed before its authorities knew.

use std::collections::BTreeSet;

use minicbor::Decoder;

use crate::domain::ids::{Digest, MemberId};
use crate::domain::people::Role;
use crate::wire::kind::Kind;
use crate::wire::membership::MembershipV1;
use crate::wire::realm::Realm;
use crate::wire::revocation::RevocationV1;
use crate::wire::roster::{Member, Revoked, Roster};
use crate::wire::statement::{
    Signed, SignedStatement, StatementError, UnverifiedStatement, member_of, payload_of,
};

/// Most amendments in one sequence: more than a commander says in a year.
pub const MOST: usize = 4_096;
/// Most bytes of a sequence of amendments.
pub const MOST_BYTES: usize = 8 << 20;

/// What amends the roster.
#[derive(Debug, Clone, PartialEq)]
pub enum Amendment {
    /// A commander vouches for an observer.
    Membership(Box<Signed<MembershipV1>>),
    /// A member's keys are void.
    Revocation(Signed<RevocationV1>),
}

/// Why an amendment does not count here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AmendmentError {
    /// It cannot be accepted as a statement.
    #[error(transparent)]
    Statement(#[from] StatementError),
    /// A commander speaks of somebody who is not his.
    #[error(
        "a commander vouches for observers of his own contingent and revokes them, and nobody else; nothing was changed: \
         for others ask an authority"
    )]
    NotHis,
    /// An authority alone would shut the relay.
    #[error(
        "the relay is revoked by a roster that both authorities sign, never by one of them alone; nothing was changed"
    )]
    NotAlone,
    /// Somebody else has this callsign, or the key of his line.
    #[error(
        "another member has this callsign or this transport key; nothing was changed: take another callsign, or name \
         him whose place the newcomer takes"
    )]
    Taken,
    /// These keys are void.
    #[error(
        "these keys were revoked, which is final; nothing was changed: whoever comes back makes a new profile and asks \
         anew"
    )]
    Void,
    /// It revokes somebody who is not known here.
    #[error("it revokes somebody who is not known here yet; it will be read again when he is")]
    Unknown,
}

impl Amendment {
    /// An amendment that was judged before it was stored.
    pub(crate) fn restored(bytes: Vec<u8>) -> Result<Self, StatementError> {
        let statement = SignedStatement::restored(bytes)?;
        Ok(match statement.kind() {
            Kind::Membership => {
                Self::Membership(Box::new(Signed { payload: payload_of(&statement)?, statement }))
            }
            _ => Self::Revocation(Signed { payload: payload_of(&statement)?, statement }),
        })
    }

    /// The statement.
    pub fn statement(&self) -> &SignedStatement {
        match self {
            Self::Membership(signed) => &signed.statement,
            Self::Revocation(signed) => &signed.statement,
        }
    }

    /// Whom it is about.
    pub fn member(&self) -> MemberId {
        match self {
            Self::Membership(signed) => signed.payload.member.id(),
            Self::Revocation(signed) => signed.payload.member.0,
        }
    }
}

impl Roster {
    /// Judges an amendment that has just arrived, by the people in force.
    ///
    /// # Errors
    /// [`AmendmentError`]; the people in force stay as they are.
    pub fn judge(&self, statement: UnverifiedStatement, realm: &Realm) -> Result<Amendment, AmendmentError> {
        match statement.kind() {
            Kind::Membership => {
                let signed = self.verify::<MembershipV1>(statement)?;
                self.may_vouch(&signed)?;
                Ok(Amendment::Membership(Box::new(signed)))
            }
            Kind::Revocation => {
                let authority = (realm.authorities().iter())
                    .map(|authority| authority.signing_key.0)
                    .find(|key| member_of(key) == statement.signer());
                let signed = match authority {
                    Some(key) => statement.verify_with::<RevocationV1>(&key, realm.id())?,
                    None => self.verify::<RevocationV1>(statement)?,
                };
                let revoked = self.member(signed.payload.member.0).ok_or(AmendmentError::Unknown)?;
                match authority {
                    Some(_) if revoked.role.0 == Role::Relay => Err(AmendmentError::NotAlone),
                    None if !self.is_his(signed.statement.signer(), revoked) => Err(AmendmentError::NotHis),
                    _ => Ok(Amendment::Revocation(signed)),
                }
            }
            _ => Err(StatementError::WrongKind.into()),
        }
    }

    /// Puts an amendment in force that was judged, now or when it was stored.
    ///
    /// # Errors
    /// None that a payload which was read can cause.
    pub fn amend(&mut self, amendment: &Amendment) -> Result<(), StatementError> {
        match amendment {
            Amendment::Membership(signed) => self.vouch(&signed.payload.member, signed.statement.signer()),
            Amendment::Revocation(signed) => {
                self.make_void(signed.payload.member.0, signed.payload.revoked()?);
            }
        }
        Ok(())
    }

    /// Whether an observer is of a commander's contingent.
    fn is_his(&self, commander: MemberId, observer: &Member) -> bool {
        let contingent = self.member(commander).and_then(|member| member.contingent.as_ref());
        observer.role.0 == Role::Observer
            && contingent.is_some()
            && observer.contingent.as_ref() == contingent
    }

    fn may_vouch(&self, signed: &Signed<MembershipV1>) -> Result<(), AmendmentError> {
        let (newcomer, id) = (&signed.payload.member, signed.payload.member.id());
        if !self.is_his(signed.statement.signer(), newcomer) {
            return Err(AmendmentError::NotHis);
        }
        if self.is_void(id) {
            return Err(AmendmentError::Void);
        }
        if self.member(id).is_some_and(|known| known.contingent != newcomer.contingent) {
            return Err(AmendmentError::NotHis);
        }
        let replaced = signed.payload.replaces.as_ref().map(|replaced| replaced.0);
        // The revocation that makes room may come behind in the same packet.
        let known = replaced.and_then(|replaced| self.member(replaced));
        if known.is_some_and(|known| !self.is_his(signed.statement.signer(), known)) {
            return Err(AmendmentError::NotHis);
        }
        let others = || self.active().filter(|other| other.id() != id);
        let callsign = |other: &Member| other.callsign == newcomer.callsign && Some(other.id()) != replaced;
        let line = |other: &Member| other.transport_key == newcomer.transport_key;
        if others().any(|other| callsign(other) || line(other)) {
            return Err(AmendmentError::Taken);
        }
        Ok(())
    }

    /// The commander who vouches for a member; nobody for those the authorities have named themselves.
    pub fn voucher_of(&self, id: MemberId) -> Option<MemberId> {
        self.vouched.get(&id).map(|(_, by)| *by)
    }

    /// Whether these keys became void since the roster was signed, or were on it.
    fn is_void(&self, id: MemberId) -> bool {
        self.void.contains_key(&id) || self.member(id).is_some_and(|member| member.revoked.is_some())
    }

    /// Adds somebody a commander vouches for. Of two such words the one with the later last day stands, so that their
    /// order does not matter.
    fn vouch(&mut self, member: &Member, by: MemberId) {
        let id = member.id();
        let last = |member: &Member| member.valid_until.as_ref().map(|last| last.0);
        let outlived = self.vouched.get(&id).is_some_and(|(known, _)| last(known) >= last(member));
        if !outlived && !self.by_id.contains_key(&id) {
            let revoked = self.void.get(&id).cloned();
            self.vouched.insert(id, (Member { revoked, ..member.clone() }, by));
        }
    }

    /// Makes somebody's keys void. Of two such words the one that leaves fewer reports good stands.
    fn make_void(&mut self, id: MemberId, revoked: Revoked) {
        let before = self.void.get(&id).or_else(|| self.member(id)?.revoked.as_ref());
        if before.is_some_and(|before| before.through_sequence <= revoked.through_sequence) {
            return;
        }
        let fallen =
            self.member(id).map(|member| Member { revoked: Some(revoked.clone()), ..member.clone() });
        self.void.insert(id, revoked);
        match (self.by_id.get(&id), fallen) {
            (Some(place), Some(fallen)) => drop(self.fallen.insert(*place, fallen)),
            (None, Some(fallen)) => {
                if let Some((member, _)) = self.vouched.get_mut(&id) {
                    *member = fallen;
                }
            }
            (_, None) => {}
        }
    }
}

/// A sequence of amendments, after the roster they amend if there is one: a CBOR Sequence (RFC 8742) of the statements as
/// they were signed. What a new device installs, and what a relay is told.
pub fn write_sequence<'a>(
    roster: Option<&Roster>,
    amendments: impl IntoIterator<Item = &'a SignedStatement>,
) -> Vec<u8> {
    let mut bytes = roster.map(|roster| roster.bytes().to_vec()).unwrap_or_default();
    amendments.into_iter().for_each(|statement| bytes.extend_from_slice(statement.bytes()));
    bytes
}

/// What a sequence holds, nothing of it judged.
#[derive(Debug, Clone, Default)]
pub struct UnverifiedSequence {
    /// The bytes of a roster at its beginning.
    pub roster: Option<Vec<u8>>,
    /// The amendments, in their order.
    pub amendments: Vec<UnverifiedStatement>,
}

impl UnverifiedSequence {
    /// Reads a sequence. Never panics, whatever the bytes.
    ///
    /// # Errors
    /// `TooLarge`, `Malformed`, or `WrongKind` for a statement of another kind; nothing of it counts then.
    pub fn read(bytes: &[u8]) -> Result<Self, StatementError> {
        let (mut sequence, mut seen) = (Self::default(), BTreeSet::<Digest>::new());
        let mut input = Decoder::new(bytes);
        while input.position() < bytes.len() {
            let from = input.position();
            input.skip().map_err(|_| StatementError::Malformed)?;
            let item = bytes.get(from..input.position()).unwrap_or_default();
            if from == 0 && item.starts_with(&ROSTER_TAG) {
                sequence.roster = Some(item.to_vec());
                continue;
            }
            if sequence.amendments.len() >= MOST {
                return Err(StatementError::TooLarge);
            }
            let statement = UnverifiedStatement::parse(item)?;
            if !matches!(statement.kind(), Kind::Membership | Kind::Revocation) {
                return Err(StatementError::WrongKind);
            }
            if seen.insert(statement.digest()) {
                sequence.amendments.push(statement);
            }
        }
        Ok(sequence)
    }
}

/// How a COSE_Sign begins (RFC 9052, tag 98).
const ROSTER_TAG: [u8; 2] = [0xd8, 0x62];
