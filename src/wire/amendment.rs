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
//! alone stay void whatever a later roster says, for it may have been signed before its authorities knew. Nobody vouches for
//! void keys any more, except late for a device whose place another has taken: it stays void, and the word tells whose
//! place it had taken itself.

use std::sync::Arc;

use crate::crypto::signing::VerifyingKey;
use crate::domain::ids::{Digest, MemberId};
use crate::domain::people::Role;
use crate::wire::kind::Kind;
use crate::wire::membership::MembershipV1;
use crate::wire::realm::Realm;
use crate::wire::revocation::RevocationV1;
use crate::wire::roster::{Member, Revoked, Roster};
use crate::wire::statement::{
    Signed, SignedStatement, SignerError, StatementError, UnverifiedStatement, member_of, payload_of,
};

/// Most amendments in one sequence, whoever writes it: what is more comes in the next.
pub const MOST: usize = 1_000;
/// Most bytes of a sequence of amendments, in the same way.
pub const MOST_BYTES: usize = 2 << 20;
/// How often what has to wait for another amendment is looked at again.
const ROUNDS: usize = 8;

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

/// An amendment with the outcome of checking who signed it. Checking takes a hundred times as long as judging, so it is
/// done once, and where nobody waits for it.
#[derive(Debug, Clone)]
pub struct SoundedAmendment {
    statement: UnverifiedStatement,
    word: Result<Amendment, AmendmentError>,
}

impl SoundedAmendment {
    /// Its identity.
    pub fn digest(&self) -> Digest {
        self.statement.digest()
    }

    /// Who it claims to be from.
    pub fn signer(&self) -> MemberId {
        self.statement.signer()
    }

    /// The statement as it came.
    pub fn into_statement(self) -> UnverifiedStatement {
        self.statement
    }
}

/// What became of amendments that arrived together.
#[derive(Debug, Default)]
pub struct Judged {
    /// What counts, in the order in which it was put in force.
    pub good: Vec<Amendment>,
    /// What counts and changes nothing any more, so that nobody need keep it.
    pub idle: Vec<Digest>,
    /// What does not, and why.
    pub refused: Vec<(UnverifiedStatement, AmendmentError)>,
}

impl Roster {
    /// Checks who signed an amendment that has just arrived, and reads it.
    pub fn sound(&self, statement: UnverifiedStatement, realm: &Realm) -> SoundedAmendment {
        let word = match statement.kind() {
            Kind::Membership => self
                .verify::<MembershipV1>(statement.clone())
                .map(|signed| Amendment::Membership(Box::new(signed))),
            Kind::Revocation => match authority(statement.signer(), realm) {
                Some(key) => statement.clone().verify_with::<RevocationV1>(&key, realm.id()),
                None => self.verify::<RevocationV1>(statement.clone()),
            }
            .map(Amendment::Revocation),
            _ => Err(StatementError::WrongKind),
        };
        SoundedAmendment { statement, word: word.map_err(AmendmentError::from) }
    }

    /// Judges an amendment that has just arrived, by the people in force.
    ///
    /// # Errors
    /// [`AmendmentError`]; the people in force stay as they are.
    pub fn judge(&self, statement: UnverifiedStatement, realm: &Realm) -> Result<Amendment, AmendmentError> {
        let word = self.sound(statement, realm).word?;
        self.permits(&word, realm)?;
        Ok(word)
    }

    /// Whether whoever signed an amendment may say it, as people are by now.
    fn permits(&self, word: &Amendment, realm: &Realm) -> Result<(), AmendmentError> {
        let statement = word.statement();
        let alone = authority(statement.signer(), realm).is_some();
        let signer = self.member(statement.signer());
        let stands = signer.is_some_and(|signer| {
            signer.revoked.is_none() && statement.kind().signers().contains(&signer.role.0)
        });
        match word {
            Amendment::Membership(_) if !stands => Err(StatementError::from(SignerError::Revoked).into()),
            Amendment::Membership(signed) => self.may_vouch(signed),
            Amendment::Revocation(_) if !alone && !stands => {
                Err(StatementError::from(SignerError::Revoked).into())
            }
            Amendment::Revocation(signed) => {
                let revoked = self.member(signed.payload.member.0).ok_or(AmendmentError::Unknown)?;
                match alone {
                    true if revoked.role.0 == Role::Relay => Err(AmendmentError::NotAlone),
                    false if !self.is_his(statement.signer(), revoked) => Err(AmendmentError::NotHis),
                    _ => Ok(()),
                }
            }
        }
    }

    /// Whether a revocation says no more than one that is in force.
    fn is_idle(&self, word: &Amendment) -> bool {
        let Amendment::Revocation(signed) = word else { return false };
        let said = signed.payload.revoked().map(|revoked| revoked.through_sequence);
        let before = self.since.void.get(&signed.payload.member.0).map(|revoked| revoked.through_sequence);
        matches!((before, said), (Some(before), Ok(said)) if before <= said)
    }

    /// Judges amendments that have just arrived and puts in force what counts. They may come in any order: one that has to
    /// wait for another is judged again once that one is in force.
    ///
    /// # Errors
    /// As [`Roster::amend`].
    pub fn judge_all(
        &mut self,
        statements: Vec<UnverifiedStatement>,
        realm: &Realm,
    ) -> Result<Judged, StatementError> {
        let sounded = statements.into_iter().map(|statement| self.sound(statement, realm)).collect();
        self.judge_sounded(sounded, realm)
    }

    /// The same for those whose signatures were checked before, by these people in force or by those just before them.
    ///
    /// # Errors
    /// As [`Roster::amend`].
    pub fn judge_sounded(
        &mut self,
        sounded: Vec<SoundedAmendment>,
        realm: &Realm,
    ) -> Result<Judged, StatementError> {
        let (mut judged, mut left) = (Judged::default(), Vec::new());
        for SoundedAmendment { statement, word } in sounded {
            match word {
                Ok(word) => left.push((statement, word)),
                Err(why) => judged.refused.push((statement, why)),
            }
        }
        // Somebody is vouched for before his keys become void.
        left.sort_by_key(|(statement, _)| statement.kind());
        for round in 1..=ROUNDS {
            let (before, mut waiting) = (left.len(), Vec::new());
            for (statement, word) in left {
                match self.permits(&word, realm) {
                    Ok(()) if self.is_idle(&word) => judged.idle.push(statement.digest()),
                    Ok(()) => {
                        self.amend(&word)?;
                        judged.good.push(word);
                    }
                    Err(why) => waiting.push((statement, word, why)),
                }
            }
            if waiting.len() == before || waiting.is_empty() || round == ROUNDS {
                judged.refused.extend(waiting.into_iter().map(|(statement, _, why)| (statement, why)));
                break;
            }
            left = waiting.into_iter().map(|(statement, word, _)| (statement, word)).collect();
        }
        Ok(judged)
    }

    /// Puts an amendment in force that was judged, now or when it was stored.
    ///
    /// # Errors
    /// None that a payload which was read can cause.
    pub fn amend(&mut self, amendment: &Amendment) -> Result<(), StatementError> {
        match amendment {
            Amendment::Membership(signed) => {
                let late = self.comes_late(&signed.payload);
                self.vouch(&signed.payload.member, signed.statement.signer(), late);
                self.note_place_taken(&signed.payload);
            }
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
        if self.is_void(id) && !self.place_is_taken(id) {
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
        // Whoever he replaces keeps his callsign until his own keys are void. A device whose place was taken before it was
        // heard of comes in void: see `Roster::comes_late`.
        let callsign =
            |other: &Member| other.callsign == newcomer.callsign && !self.is_followed(id, other.id());
        let line = |other: &Member| other.transport_key == newcomer.transport_key;
        if others().any(|other| callsign(other) || line(other)) {
            return Err(AmendmentError::Taken);
        }
        Ok(())
    }

    /// The commander who vouches for a member; nobody for those the authorities have named themselves.
    pub fn voucher_of(&self, id: MemberId) -> Option<MemberId> {
        self.since.vouched.get(&id).map(|(_, by)| *by)
    }

    /// Whether these keys became void since the roster was signed, or were on it.
    fn is_void(&self, id: MemberId) -> bool {
        self.since.void.contains_key(&id) || self.member(id).is_some_and(|member| member.revoked.is_some())
    }

    /// Adds somebody a commander vouches for. Of two such words the one with the later last day stands, so that their
    /// order does not matter.
    fn vouch(&mut self, member: &Member, by: MemberId, late: Option<Revoked>) {
        let id = member.id();
        let last = |member: &Member| member.valid_until.as_ref().map(|last| last.0);
        let outlived = self.since.vouched.get(&id).is_some_and(|(known, _)| last(known) >= last(member));
        if !outlived && !self.by_id.contains_key(&id) {
            let revoked = self.since.void.get(&id).cloned().or(late);
            Arc::make_mut(&mut self.since).vouched.insert(id, (Member { revoked, ..member.clone() }, by));
        }
    }

    /// Makes somebody's keys void. Of two such words the one that leaves fewer reports good stands.
    fn make_void(&mut self, id: MemberId, revoked: Revoked) {
        // Whoever came late is void without anybody's word, until there is one.
        let named = |id: &MemberId| self.by_id.contains_key(id);
        let before =
            self.since.void.get(&id).or_else(|| self.member(id).filter(|_| named(&id))?.revoked.as_ref());
        if before.is_some_and(|before| before.through_sequence <= revoked.through_sequence) {
            return;
        }
        let fallen =
            self.member(id).map(|member| Member { revoked: Some(revoked.clone()), ..member.clone() });
        let since = Arc::make_mut(&mut self.since);
        since.void.insert(id, revoked);
        match (self.by_id.get(&id), fallen) {
            (Some(place), Some(fallen)) => drop(since.fallen.insert(*place, fallen)),
            (None, Some(fallen)) => {
                if let Some((member, _)) = since.vouched.get_mut(&id) {
                    *member = fallen;
                }
            }
            (_, None) => {}
        }
    }
}

/// The key of the authority with this id, if it is one of the realm's.
fn authority(id: MemberId, realm: &Realm) -> Option<VerifyingKey> {
    let keys = realm.authorities().iter().map(|authority| authority.signing_key.0);
    keys.into_iter().find(|key| member_of(key) == id)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::signing::SigningKey;
    use crate::wire::cast::{
        AUTHORITIES, CELL, COMMANDER, OBSERVER, RELAY, STRANGER, key, member, members, membership, realm,
        revocation, roster, roster_of,
    };
    use crate::wire::spelling::Plain;
    use crate::wire::statement::{Payload, SignerError, sign};

    /// Somebody no roster names; his commander vouches for him.
    const NEW: u8 = 90;
    /// Somebody else of whom that is true.
    const OTHER: u8 = 91;

    fn said<P: Payload>(word: P, by: u8) -> UnverifiedStatement {
        let signed = sign(word, &key(by), realm().id()).unwrap();
        UnverifiedStatement::parse(signed.statement.bytes()).unwrap()
    }

    fn id(of: u8) -> MemberId {
        member_of(&key(of).verifying_key())
    }

    fn people(words: &[UnverifiedStatement]) -> Roster {
        let mut people = roster();
        let judged = people.judge_all(words.to_vec(), &realm()).unwrap();
        assert!(judged.refused.is_empty(), "{:?}", judged.refused);
        people
    }

    fn refused(people: &Roster, word: UnverifiedStatement) -> Option<AmendmentError> {
        people.judge(word, &realm()).err()
    }

    fn good_through(people: &Roster, of: u8) -> Option<u32> {
        people.member(id(of)).unwrap().revoked.as_ref().map(|revoked| revoked.through_sequence)
    }

    #[test]
    fn whoever_is_vouched_for_is_a_member_until_his_keys_are_void() {
        let vouched = people(&[said(membership(NEW), COMMANDER)]);
        assert_eq!(vouched.voucher_of(id(NEW)), Some(id(COMMANDER)));
        assert_eq!(vouched.everybody().count(), members().len() + 1);
        let line = membership(NEW).member.transport_key.unwrap().0;
        assert_eq!(vouched.holder_of(&line).map(Member::id), Some(id(NEW)));
        let gone = people(&[said(revocation(NEW, Some(3)), COMMANDER), said(membership(NEW), COMMANDER)]);
        assert!(gone.holder_of(&line).is_none() && gone.active().count() == members().len());
        assert_eq!(good_through(&gone, NEW), Some(2), "whatever order they came in");
        assert_eq!(vouched.payload(), roster().payload(), "what the authorities signed is what it was");
    }

    #[test]
    fn a_commander_speaks_for_his_own_observers_alone() {
        let mut members = members();
        let mut foreign = member(40, Role::Commander);
        foreign.contingent = Some(Plain("KFOR2".parse().unwrap()));
        members.push(foreign);
        let people = roster_of(members);
        let mut theirs = membership(NEW);
        theirs.member.contingent = Some(Plain("KFOR2".parse().unwrap()));
        assert_eq!(refused(&people, said(membership(NEW), COMMANDER)), None);
        assert_eq!(refused(&people, said(theirs.clone(), COMMANDER)), Some(AmendmentError::NotHis));
        assert_eq!(refused(&people, said(theirs, 40)), None);
        assert_eq!(refused(&people, said(revocation(OBSERVER, None), COMMANDER)), None);
        for (of, by) in [(CELL, COMMANDER), (RELAY, COMMANDER), (COMMANDER, COMMANDER), (OBSERVER, 40)] {
            let word = said(revocation(of, None), by);
            assert_eq!(refused(&people, word), Some(AmendmentError::NotHis), "{of} by {by}");
        }
        assert_eq!(refused(&people, said(revocation(NEW, None), COMMANDER)), Some(AmendmentError::Unknown));
        for by in [OBSERVER, CELL, RELAY] {
            let word = refused(&people, said(membership(NEW), by));
            assert_eq!(word, Some(AmendmentError::Statement(StatementError::Signer(SignerError::WrongRole))));
        }
    }

    #[test]
    fn one_authority_alone_voids_any_keys_but_the_relays_and_vouches_for_nobody() {
        let people = roster();
        for of in [OBSERVER, COMMANDER, CELL] {
            assert_eq!(refused(&people, said(revocation(of, None), AUTHORITIES[0])), None);
        }
        let shut = said(revocation(RELAY, None), AUTHORITIES[1]);
        assert_eq!(refused(&people, shut), Some(AmendmentError::NotAlone));
        let unknown = AmendmentError::Statement(StatementError::Signer(SignerError::NotOnRoster));
        assert_eq!(refused(&people, said(membership(NEW), AUTHORITIES[0])), Some(unknown));
        assert_eq!(refused(&people, said(revocation(OBSERVER, None), STRANGER)), Some(unknown));
    }

    #[test]
    fn nobody_slips_in_under_anothers_callsign_or_by_anothers_line() {
        let people = people(&[said(membership(NEW), COMMANDER)]);
        let mut namesake = membership(OTHER);
        namesake.member.callsign = member(OBSERVER, Role::Observer).callsign;
        assert_eq!(refused(&people, said(namesake.clone(), COMMANDER)), Some(AmendmentError::Taken));
        namesake.replaces = Some(Plain(id(OBSERVER)));
        let live = refused(&people, said(namesake.clone(), COMMANDER));
        assert_eq!(live, Some(AmendmentError::Taken), "in his place, but he is still in it");
        let mut gone = people.clone();
        gone.amend(&gone.judge(said(revocation(OBSERVER, None), COMMANDER), &realm()).unwrap()).unwrap();
        assert_eq!(refused(&gone, said(namesake.clone(), COMMANDER)), None, "in his place, he may");
        namesake.replaces = Some(Plain(id(CELL)));
        assert_eq!(refused(&people, said(namesake, COMMANDER)), Some(AmendmentError::NotHis));
        let mut listening = membership(OTHER);
        listening.member.transport_key = membership(NEW).member.transport_key;
        assert_eq!(refused(&people, said(listening, COMMANDER)), Some(AmendmentError::Taken));
        let mut himself = membership(OTHER);
        himself.member.callsign = member(CELL, Role::Cell).callsign;
        assert_eq!(refused(&people, said(himself, COMMANDER)), Some(AmendmentError::Taken));
    }

    #[test]
    fn void_keys_stay_void_whoever_says_otherwise() {
        let words = [said(revocation(NEW, Some(5)), COMMANDER), said(membership(NEW), COMMANDER)];
        let people = people(&words);
        assert_eq!(refused(&people, said(membership(NEW), COMMANDER)), Some(AmendmentError::Void));
        // A roster that names him says who he is, and was signed before its authorities had heard.
        let mut named = members();
        named.push(member(NEW, Role::Observer));
        let mut later = roster_of(named);
        for word in &words {
            let judged = Amendment::restored(word.bytes().to_vec()).unwrap();
            later.amend(&judged).unwrap();
        }
        assert_eq!((good_through(&later, NEW), later.voucher_of(id(NEW))), (Some(4), None));
    }

    #[test]
    fn of_two_words_the_stricter_stands_in_whatever_order_they_come() {
        let through = |first, second| {
            let words = [first, second].map(|from| said(revocation(OBSERVER, from), COMMANDER));
            let mut people = roster();
            for word in words {
                let word = people.judge(word, &realm()).unwrap();
                people.amend(&word).unwrap();
            }
            good_through(&people, OBSERVER)
        };
        assert_eq!((through(Some(8), Some(3)), through(Some(3), Some(8))), (Some(2), Some(2)));
        assert_eq!((through(None, Some(8)), through(Some(8), None)), (Some(0), Some(0)));
        let mut longer = membership(NEW);
        longer.member.valid_until = Some(Plain(crate::wire::cast::at("2028-01-01T00:00:00Z")));
        for words in [[membership(NEW), longer.clone()], [longer.clone(), membership(NEW)]] {
            let people = people(&words.map(|word| said(word, COMMANDER)));
            assert_eq!(people.member(id(NEW)).unwrap().valid_until, longer.member.valid_until);
        }
    }

    #[test]
    fn a_word_of_another_realm_or_with_a_letter_changed_is_refused() {
        let key: SigningKey = key(COMMANDER);
        let foreign = sign(membership(NEW), &key, crate::domain::ids::RealmId::from_bytes([9; 16])).unwrap();
        let foreign = UnverifiedStatement::parse(foreign.statement.bytes()).unwrap();
        let broken = AmendmentError::Statement(StatementError::BadSignature);
        assert_eq!(refused(&roster(), foreign), Some(broken));
        let mut altered = said(membership(NEW), COMMANDER).bytes().to_vec();
        let at = altered.windows(5).position(|some| some == b"KFOR1").unwrap();
        altered[at + 4] = b'2';
        assert_eq!(refused(&roster(), UnverifiedStatement::parse(&altered).unwrap()), Some(broken));
    }

    #[test]
    fn a_revocation_that_says_no_more_than_another_is_not_kept() {
        let mut people = people(&[said(revocation(OBSERVER, Some(3)), COMMANDER)]);
        let words = [Some(3), Some(8), None, Some(9)].map(|from| said(revocation(OBSERVER, from), COMMANDER));
        let digests: Vec<Digest> = words.iter().map(UnverifiedStatement::digest).collect();
        let judged = people.judge_all(words.to_vec(), &realm()).unwrap();
        assert_eq!(judged.idle, [digests[0], digests[1], digests[3]]);
        assert_eq!((judged.good.len(), judged.refused.len()), (1, 0), "the stricter one counts");
        assert_eq!(good_through(&people, OBSERVER), Some(0));
    }

    #[test]
    fn what_waits_for_each_other_without_end_is_looked_at_a_few_times_and_no_more() {
        // Each takes the callsign that the one before him leaves, and nobody says in whose place.
        let chain = 100..100 + 3 * u8::try_from(ROUNDS).unwrap();
        let mut words = Vec::new();
        for of in chain.clone() {
            let mut newcomer = membership(of);
            newcomer.member.callsign = membership(NEW).member.callsign;
            words.push(said(newcomer, COMMANDER));
            words.push(said(revocation(of, None), COMMANDER));
        }
        let mut people = roster();
        let judged = people.judge_all(words.clone(), &realm()).unwrap();
        assert_eq!(judged.good.len(), 2 * ROUNDS);
        let left = words.len() - judged.good.len();
        assert_eq!(judged.refused.len(), left);
        let taken = |why: &AmendmentError| matches!(why, AmendmentError::Taken | AmendmentError::Unknown);
        assert!(judged.refused.iter().all(|(_, why)| taken(why)), "told as it stands, and tried again");
        let judged = people.judge_all(words, &realm()).unwrap();
        assert!(judged.good.len() >= 2, "and what comes again goes on where it was");
    }

    #[test]
    fn who_lost_his_keys_after_a_signature_was_checked_says_nothing_any_more() {
        let mut people = roster();
        let sounded = people.sound(said(membership(NEW), COMMANDER), &realm());
        let gone = people.judge(said(revocation(COMMANDER, None), AUTHORITIES[0]), &realm()).unwrap();
        people.amend(&gone).unwrap();
        let judged = people.judge_sounded(vec![sounded], &realm()).unwrap();
        let revoked = AmendmentError::Statement(StatementError::Signer(SignerError::Revoked));
        assert_eq!(judged.refused.first().map(|(_, why)| *why), Some(revoked));
        assert!(judged.good.is_empty());
    }
}
