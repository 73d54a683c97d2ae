//! The commander's people: who they are, what is missing of them, and who comes and goes.
//!
//! ```text
//!  request file ─ read ─▶ fingerprint, compared by voice ─ enrol ─▶ membership ─▶ install file for the new device
//!  device lost ─ revoke ─▶ revocation ┐                                │
//!                                     └── with the next exchange ──────┴─▶ relay, cell; an authority names him later
//! ```
//!
//! All of it works without Brussels and reaches it with whatever goes there next.

use crate::desks::commander::CommanderDesk;
use crate::desks::earlier_reports::answers_for;
use crate::desks::enrolment::roster_in_force;
use crate::desks::error::DeskError;
use crate::desks::identity::in_groups;
use crate::domain::code::Coded;
use crate::domain::ids::MemberId;
use crate::domain::people::{Callsign, Contingent, Role};
use crate::domain::revocation::RevocationReason;
use crate::domain::text::Line;
use crate::domain::time::{ClockState, Timestamp};
use crate::vault::contingent::Holdings;
use crate::vault::error::VaultError;
use crate::wire::amendment::{AmendmentError, write_sequence};
use crate::wire::membership::MembershipV1;
use crate::wire::request::RequestV1;
use crate::wire::revocation::RevocationV1;
use crate::wire::roster::{Member, Roster};
use crate::wire::spelling::{Code, Plain};
use crate::wire::statement::{SignedStatement, UnverifiedStatement};

/// Hours a commander vouches for if he names no last day: half a year, the longest tour and some weeks. By then a roster
/// names the observer.
pub const USUAL_HOURS: u32 = 24 * 183;

/// One observer of the contingent.
#[derive(Debug, Clone, PartialEq)]
pub struct ContingentMember {
    /// His id.
    pub id: MemberId,
    /// What others call him.
    pub callsign: Callsign,
    /// The commander who vouches for him; none for somebody the authorities have named on the roster.
    pub vouched_by: Option<MemberId>,
    /// His last day at the relay, if he has one.
    pub valid_until: Option<Timestamp>,
    /// That his keys are void.
    pub revoked: Option<RevokedMember>,
    /// When something of his last came here.
    pub last_contact: Option<Timestamp>,
    /// How many reports he says he has filed: the tally that counts most, or the highest number that is here.
    pub filed: u32,
    /// How many of them are here.
    pub held: u32,
    /// How many of them are missing here.
    pub missing: u32,
    /// How many of those that are here the cell has neither accepted nor refused.
    pub unacknowledged: u32,
    /// Answers and returned reports that wait to go down to him, in no packet yet.
    pub waiting: u32,
    /// Packets for him that no road has taken yet.
    pub packed: u32,
}

/// That somebody's keys are void.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevokedMember {
    /// Why, in the words of the roster or by its code.
    pub words: Line,
    /// Why, if it is one of the closed list.
    pub reason: Option<RevocationReason>,
    /// Since when.
    pub since: Timestamp,
    /// Reports up to this number stay good; 0 for those alone that were accepted before.
    pub good_through: u32,
}

/// Somebody who asks to be enrolled, as his request says it.
#[derive(Debug, Clone, PartialEq)]
pub struct Applying {
    /// The id he will have.
    pub member: MemberId,
    /// What he wants to be called.
    pub callsign: Callsign,
    /// His contingent.
    pub contingent: Contingent,
    /// When he asked, by his clock.
    pub asked: Timestamp,
    /// The fingerprint of his keys in groups of four, to be compared by voice: he sees the same on his own device.
    pub fingerprint: String,
    /// Who has this callsign now. Enrolling is refused unless the newcomer takes that one's place.
    pub callsign_of: Option<MemberId>,
    /// He is a member already; enrolling him again lengthens his time.
    pub already: bool,
}

/// From which report on somebody's keys are void.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum VoidFrom {
    /// From the number after the highest that is here. What he filed and did not hand in is lost with his keys; say a
    /// number if he knows how many that were.
    #[default]
    AfterWhatIsHere,
    /// From this number on, at least 1. Reports below it are still taken, whenever they arrive.
    Report(u32),
}

/// Why and from when somebody's keys are void.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revoking {
    /// Whose.
    pub member: MemberId,
    /// Why.
    pub reason: RevocationReason,
    /// From which report on.
    pub from: VoidFrom,
    /// Since when the device is out of his hands, if that is known.
    pub since: Option<Timestamp>,
}

/// What enrolling came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enrolled {
    /// Who.
    pub member: MemberId,
    /// What he is called.
    pub callsign: Callsign,
    /// His last day.
    pub until: Timestamp,
    /// The file for his device: the roster, his membership, and the revocation of the device it takes the place of. It
    /// is all he needs, and an authority that gets it names him on the next roster.
    pub install_file: Vec<u8>,
}

/// What revoking came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevokedNow {
    /// Who.
    pub member: MemberId,
    /// What he was called.
    pub callsign: Callsign,
    /// Reports from this number on are void.
    pub from_report: u32,
    /// The statement, for whoever is to learn it by hand.
    pub statement: Vec<u8>,
}

impl CommanderDesk {
    /// Every observer of the contingent: those in good standing by callsign, then those revoked.
    pub fn contingent(&self) -> Result<Vec<ContingentMember>, DeskError> {
        let people = roster_in_force(&self.vault)?;
        let holdings = self.vault.holdings()?;
        let mut members = Vec::new();
        for member in people.everybody().filter(|member| self.is_mine(member)) {
            let held = holdings.get(&member.id()).copied().unwrap_or_default();
            let mut one = one_of_them(member, &people, held);
            if one.revoked.is_some() {
                // Nothing goes to void keys: what waits, waits for whoever takes their place.
                (one.waiting, one.packed) = (0, 0);
            } else if !people.stands_for(one.id).is_empty() {
                let waiting = answers_for(&self.vault, one.id, &people)?.len();
                one.waiting = u32::try_from(waiting).unwrap_or(u32::MAX);
            }
            members.push(one);
        }
        members.sort_by(|one, other| {
            let key =
                |member: &ContingentMember| (member.revoked.is_some(), member.callsign.clone(), member.id);
            key(one).cmp(&key(other))
        });
        Ok(members)
    }

    /// Reads a request file: what to compare by voice before anybody is enrolled. Nothing is changed.
    ///
    /// # Errors
    /// `NotMine` for anybody but an observer of this contingent; a request that is damaged, or of another realm.
    pub fn read_request(&self, request: &[u8]) -> Result<Applying, DeskError> {
        let people = roster_in_force(&self.vault)?;
        let signed = RequestV1::read(request, people.realm())?;
        let member = signed.payload.member();
        let contingent = match &member.contingent {
            Some(contingent) if self.is_mine(&member) => contingent.0.clone(),
            _ => return Err(DeskError::NotMine),
        };
        let (id, callsign) = (member.id(), member.callsign.0);
        let namesake = people.active().find(|other| other.callsign.0 == callsign && other.id() != id);
        Ok(Applying {
            member: id,
            contingent,
            asked: signed.payload.at.0,
            fingerprint: in_groups(id),
            callsign_of: namesake.map(Member::id),
            already: people.member(id).is_some(),
            callsign,
        })
    }

    /// Enrols whoever asks, until a last day; where he takes the place of a device that is gone, that one is revoked with
    /// it, or neither, and the answers to what was filed with that one come to the new one. Compare the fingerprint by voice first: whoever holds those keys signs as this observer.
    ///
    /// # Errors
    /// `Amendment` when the callsign is somebody else's or the keys were revoked; `ClockBehind` when the clock of this device
    /// stands before the newest word of the centre. Nothing is changed then.
    pub fn enrol(
        &mut self,
        request: &[u8],
        until: Option<Timestamp>,
        replaces: Option<Revoking>,
        now: Timestamp,
    ) -> Result<Enrolled, DeskError> {
        let applying = self.read_request(request)?;
        let known = roster_in_force(&self.vault)?.member(applying.member).cloned();
        if known.is_some_and(|known| known.revoked.is_some()) {
            return Err(AmendmentError::Void.into());
        }
        let asked = RequestV1::read(request, self.vault.profile().realm.id())?;
        let heard = self.vault.newest_word_from_the_centre()?;
        let heard = heard.max(Some(roster_in_force(&self.vault)?.issued()));
        // The relay goes by its own clock: a last day reckoned by one that fell back would shut him out from the first.
        if ClockState::judged(now, heard) == ClockState::Doubtful {
            return Err(DeskError::ClockBehind);
        }
        let until = until.unwrap_or_else(|| now.plus_hours(USUAL_HOURS));
        if until <= now {
            return Err(DeskError::AlreadyOver);
        }
        let member = Member { valid_until: Some(Plain(until)), ..asked.payload.member() };
        let membership = self.signed(MembershipV1 {
            member,
            request: Plain(asked.statement.digest()),
            replaces: replaces.map(|replaced| Plain(replaced.member)),
            at: Plain(now),
        })?;
        let mut statements = vec![membership.statement];
        if let Some(replaced) = replaces {
            statements.push(self.revocation(replaced, now)?.0);
        }
        self.put_in_force(&statements, now)?;
        Ok(Enrolled {
            member: applying.member,
            callsign: applying.callsign,
            until,
            install_file: self.install_file(applying.member, &statements)?,
        })
    }

    /// The roster, what was just said, and what was said before of the devices the newcomer stands for, as far as it counts
    /// for somebody who has heard nothing yet: by it his device knows whose answers are for him.
    fn install_file(&self, newcomer: MemberId, statements: &[SignedStatement]) -> Result<Vec<u8>, DeskError> {
        let people = roster_in_force(&self.vault)?;
        let earlier = people.stands_for(newcomer);
        let said = self.vault.amendments()?.into_iter().filter(|word| earlier.contains(&word.member()));
        let before = said.map(|word| word.statement().clone()).filter(|word| !statements.contains(word));
        let mut all: Vec<SignedStatement> = before.collect();
        if !all.is_empty() {
            all.extend_from_slice(statements);
            let realm = &self.vault.profile().realm;
            let unverified = all.iter().map(|word| UnverifiedStatement::parse(word.bytes()));
            let read = Roster::read(people.bytes(), realm)?
                .judge_all(unverified.collect::<Result<_, _>>()?, realm)?
                .good;
            all = read.iter().map(|word| word.statement().clone()).collect();
        }
        let all = if all.is_empty() { statements } else { &all };
        Ok(write_sequence(Some(&people), all))
    }

    /// Makes the keys of an observer of this contingent void. This is final: whoever comes back comes with new keys.
    /// What was taken from him before stays, and so do his reports below the number.
    ///
    /// # Errors
    /// `Amendment` for anybody but an observer of this contingent. Nothing is changed then.
    pub fn revoke(&mut self, revoking: Revoking, now: Timestamp) -> Result<RevokedNow, DeskError> {
        let (statement, from_report) = self.revocation(revoking, now)?;
        let people = roster_in_force(&self.vault)?;
        let known = people.member(revoking.member).ok_or(VaultError::NotFound("member"))?;
        let callsign = known.callsign.0.clone();
        let bytes = statement.bytes().to_vec();
        self.put_in_force(&[statement], now)?;
        Ok(RevokedNow { member: revoking.member, callsign, from_report, statement: bytes })
    }

    fn is_mine(&self, member: &Member) -> bool {
        let contingent = member.contingent.as_ref().map(|contingent| &contingent.0);
        member.role.0 == Role::Observer
            && contingent.is_some()
            && contingent == self.vault.profile().contingent.as_ref()
    }

    /// The revocation, and the number it counts from. By default the number after the highest that is here, so that
    /// every desk agrees on what stays good, however late this reaches it.
    fn revocation(&self, revoking: Revoking, now: Timestamp) -> Result<(SignedStatement, u32), DeskError> {
        let Revoking { member, reason, from, since } = revoking;
        let from = match from {
            VoidFrom::Report(number) => number.max(1),
            VoidFrom::AfterWhatIsHere => {
                let highest = self.vault.last_of_chain(member)?.map_or(0, |(sequence, _)| sequence);
                highest.saturating_add(1)
            }
        };
        let word = RevocationV1 {
            member: Plain(member),
            reason: Code(reason),
            since: since.map(Plain),
            from_report: Some(from),
            at: Plain(now),
        };
        Ok((self.signed(word)?.statement, from))
    }

    /// Judges what was signed here as others will, and puts all of it in force or nothing.
    fn put_in_force(&mut self, statements: &[SignedStatement], now: Timestamp) -> Result<(), DeskError> {
        let realm = self.vault.profile().realm.clone();
        let unverified = statements
            .iter()
            .map(|statement| UnverifiedStatement::parse(statement.bytes()))
            .collect::<Result<_, _>>()?;
        let judged = roster_in_force(&self.vault)?.judge_all(unverified, &realm)?;
        if let Some((_, why)) = judged.refused.first() {
            return Err((*why).into());
        }
        // Power fails before this line: nobody is enrolled and nobody revoked.
        self.vault.amend(&judged.good, now)?;
        Ok(())
    }
}

fn one_of_them(member: &Member, people: &Roster, held: Holdings) -> ContingentMember {
    let revoked = member.revoked.as_ref().map(|revoked| RevokedMember {
        reason: RevocationReason::from_code(revoked.reason.0.as_str()),
        words: revoked.reason.0.clone(),
        since: revoked.at.0,
        good_through: revoked.through_sequence,
    });
    ContingentMember {
        id: member.id(),
        callsign: member.callsign.0.clone(),
        vouched_by: people.voucher_of(member.id()),
        valid_until: member.valid_until.as_ref().map(|last| last.0),
        revoked,
        last_contact: held.last_heard,
        filed: held.filed,
        held: held.held,
        missing: held.filed.saturating_sub(held.held),
        unacknowledged: held.unanswered,
        waiting: held.to_pack,
        packed: held.packed,
    }
}
