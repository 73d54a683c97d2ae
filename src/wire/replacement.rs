//! Which device stands for which: a soldier who lost his device has his answers come to the next one.
//!
//! ```text
//!  device 1, lost ◀─ takes its place ─ device 2, broken ◀─ takes its place ─ device 3, in good standing
//!                                                                            stands for 2 and for 1
//! ```
//!
//! **A device stands for another when a membership that counts here says that it takes its place, or the place of one that
//! had taken it.** The rules:
//!
//! - Only a word that was judged and stands counts: whoever may vouch for the newcomer, and nobody else, says so. What the
//!   next roster says of either changes nothing of it.
//! - Nobody in good standing is stood for, and nobody whose own keys are void stands for anybody: so each answer has one
//!   device it goes to, and a circle of words leads nowhere.
//! - Both are observers of one contingent, and known here. Of anybody else nothing is known that could be relied on.
//! - Whoever is replaced keeps his callsign until his keys are void: whoever takes it waits for that.
//! - Where two take the same place, the later word counts, by the clock of whoever said so: then every desk agrees,
//!   in whatever order the words came.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::code::Coded;
use crate::domain::ids::MemberId;
use crate::domain::people::Role;
use crate::domain::revocation::RevocationReason;
use crate::domain::text::Line;
use crate::wire::membership::MembershipV1;
use crate::wire::roster::{Member, Revoked, Roster};
use crate::wire::spelling::Plain;

impl Roster {
    /// The earlier devices a member stands for, by id; none for most.
    pub fn stands_for(&self, member: MemberId) -> BTreeSet<MemberId> {
        let mut earlier = BTreeSet::new();
        let Some(himself) = self.member(member).filter(|member| member.revoked.is_none()) else {
            return earlier;
        };
        let mut before = vec![member];
        while let Some(later) = before.pop() {
            for (device, _) in self.since.followed.iter().filter(|(_, (by, _))| *by == later) {
                let known = self.member(*device).is_some_and(|device| may_be_stood_for(device, himself));
                if known && earlier.insert(*device) {
                    before.push(*device);
                }
            }
        }
        earlier
    }

    /// The member who stands for a device now, if one does.
    pub fn stood_for_by(&self, device: MemberId) -> Option<MemberId> {
        self.followers(device).find(|follower| self.stands_for(*follower).contains(&device))
    }

    /// Whether another took the place of a device, whatever became of either.
    pub(super) fn place_is_taken(&self, device: MemberId) -> bool {
        self.since.followed.contains_key(&device)
    }

    /// Whether a device is another, or one that took its place later; whatever became of either.
    pub(super) fn is_followed(&self, device: MemberId, later: MemberId) -> bool {
        device == later || self.followers(device).any(|follower| follower == later)
    }

    /// How somebody comes in whose place is taken already, under his callsign, by a member in good standing: void, with
    /// nothing good, until the word comes that says how far he counts. Two live members never share a callsign.
    pub(super) fn comes_late(&self, word: &MembershipV1) -> Option<Revoked> {
        let (newcomer, id) = (&word.member, word.member.id());
        let follows = |other: &Member| {
            other.id() != id && other.callsign == newcomer.callsign && self.is_followed(id, other.id())
        };
        self.active().any(follows).then(|| {
            let reason = Line::new(RevocationReason::Lost.code()).ok()?;
            Some(Revoked { at: word.at.clone(), reason: Plain(reason), through_sequence: 0 })
        })?
    }

    /// Remembers whose place a newcomer takes.
    pub(super) fn note_place_taken(&mut self, word: &MembershipV1) {
        let Some(device) = word.replaces.as_ref().map(|replaced| replaced.0) else { return };
        let taken = (word.member.id(), word.at.0);
        let known = self.since.followed.get(&device);
        if known.is_none_or(|(by, at)| (*at, *by) < (taken.1, taken.0)) {
            Arc::make_mut(&mut self.since).followed.insert(device, taken);
        }
    }

    /// Who took the place of a device, then who took theirs; each once, even where words go round.
    fn followers(&self, device: MemberId) -> impl Iterator<Item = MemberId> {
        let next = |device: &MemberId| self.since.followed.get(device).map(|(by, _)| *by);
        std::iter::successors(next(&device), next).take(self.since.followed.len())
    }
}

fn may_be_stood_for(device: &Member, by: &Member) -> bool {
    let observers = device.role.0 == Role::Observer && by.role.0 == Role::Observer;
    observers && device.revoked.is_some() && by.contingent.is_some() && device.contingent == by.contingent
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::Timestamp;
    use crate::wire::cast::{
        CELL, COMMANDER, OBSERVER, at, key, member, members, membership, noon, realm, revocation, roster,
        roster_of,
    };
    use crate::wire::statement::{Payload, UnverifiedStatement, member_of, sign};

    const SECOND: u8 = 90;
    const THIRD: u8 = 91;
    const OTHER: u8 = 92;

    fn id(of: u8) -> MemberId {
        member_of(&key(of).verifying_key())
    }

    fn said<P: Payload>(word: P, by: u8) -> UnverifiedStatement {
        let signed = sign(word, &key(by), realm().id()).unwrap();
        UnverifiedStatement::parse(signed.statement.bytes()).unwrap()
    }

    /// A newcomer takes a place, under the callsign of whoever had it.
    fn takes(newcomer: u8, of: u8, when: Timestamp) -> UnverifiedStatement {
        let mut word = membership(newcomer);
        word.member.callsign = member(OBSERVER, Role::Observer).callsign;
        (word.replaces, word.at) = (Some(Plain(id(of))), Plain(when));
        said(word, COMMANDER)
    }

    fn void(of: u8) -> UnverifiedStatement {
        said(revocation(of, Some(3)), COMMANDER)
    }

    fn put(people: &mut Roster, words: &[UnverifiedStatement]) {
        let judged = people.judge_all(words.to_vec(), &realm()).unwrap();
        assert!(judged.refused.is_empty(), "{:?}", judged.refused);
    }

    fn stands_for(people: &Roster, of: u8) -> Vec<u8> {
        let devices = people.stands_for(id(of));
        let known =
            [OBSERVER, SECOND, THIRD, OTHER].into_iter().filter(|known| devices.contains(&id(*known)));
        let known: Vec<u8> = known.collect();
        assert_eq!(known.len(), devices.len());
        known
    }

    #[test]
    fn the_last_of_several_devices_stands_for_all_before_it_in_whatever_order_the_words_come() {
        let words =
            [takes(SECOND, OBSERVER, noon()), void(OBSERVER), takes(THIRD, SECOND, noon()), void(SECOND)];
        for [a, b, c, d] in orders() {
            let mut people = roster();
            let mut left: Vec<UnverifiedStatement> = Vec::new();
            for word in [a, b, c, d].map(|place: usize| words[place].clone()) {
                // One by one, as they come in packets of their own; what is refused is read again with the next.
                left.push(word);
                let judged = people.judge_all(left, &realm()).unwrap();
                left = judged.refused.into_iter().map(|(word, _)| word).collect();
            }
            assert!(left.is_empty(), "{:?}", [a, b, c, d]);
            assert_eq!(stands_for(&people, THIRD), [OBSERVER, SECOND], "{:?}", [a, b, c, d]);
            assert!(stands_for(&people, SECOND).is_empty() && stands_for(&people, OBSERVER).is_empty());
            assert_eq!(people.stood_for_by(id(OBSERVER)), Some(id(THIRD)));
            assert_eq!(people.stood_for_by(id(THIRD)), None);
        }
    }

    fn orders() -> Vec<[usize; 4]> {
        let all = 0..4_usize.pow(4);
        let order = |number: usize| [number / 64, number / 16 % 4, number / 4 % 4, number % 4];
        all.map(order).filter(|order| BTreeSet::from(*order).len() == 4).collect()
    }

    #[test]
    fn nobody_stands_for_a_device_in_good_standing_and_no_void_keys_stand_for_anybody() {
        let mut people = roster();
        let mut second = membership(SECOND);
        second.replaces = Some(Plain(id(OBSERVER)));
        put(&mut people, &[said(second, COMMANDER)]);
        assert!(stands_for(&people, SECOND).is_empty(), "the other's keys are not void");
        put(&mut people, &[void(OBSERVER)]);
        assert_eq!(stands_for(&people, SECOND), [OBSERVER]);
        put(&mut people, &[void(SECOND)]);
        assert!(stands_for(&people, SECOND).is_empty());
        assert_eq!(people.stood_for_by(id(OBSERVER)), None);
    }

    #[test]
    fn two_live_members_never_share_a_callsign_whatever_is_said_of_whose_place_and_in_whatever_order() {
        // A puppet under his callsign, said to take his place, or said to be a device whose place he took; or both.
        let words = [
            takes(SECOND, OBSERVER, noon()),
            takes(OBSERVER, SECOND, noon()),
            takes(THIRD, SECOND, noon()),
            takes(OTHER, THIRD, noon()),
        ];
        for order in orders() {
            let mut people = roster();
            let mut left: Vec<UnverifiedStatement> = Vec::new();
            for place in order {
                left.push(words[place].clone());
                let judged = people.judge_all(left, &realm()).unwrap();
                left = judged.refused.into_iter().map(|(word, _)| word).collect();
                let callsign = &member(OBSERVER, Role::Observer).callsign;
                let live: Vec<MemberId> =
                    (people.active()).filter(|member| member.callsign == *callsign).map(Member::id).collect();
                assert_eq!(live, [id(OBSERVER)], "{order:?}");
            }
        }
    }

    #[test]
    fn whoever_comes_late_is_void_until_the_word_comes_that_says_how_far_he_counts() {
        let mut people = roster();
        put(&mut people, &[void(OBSERVER), takes(THIRD, SECOND, noon())]);
        put(&mut people, &[takes(SECOND, OBSERVER, noon())]);
        let good =
            |people: &Roster| people.member(id(SECOND)).unwrap().revoked.as_ref().unwrap().through_sequence;
        assert_eq!((good(&people), people.stood_for_by(id(SECOND))), (0, Some(id(THIRD))));
        put(&mut people, &[void(SECOND)]);
        assert_eq!(good(&people), 2);
    }

    #[test]
    fn only_a_word_that_counts_makes_a_device_stand_for_another() {
        let (mut cell, mut theirs, mut people) = (membership(SECOND), membership(OTHER), roster());
        put(&mut people, &[void(OBSERVER)]);
        cell.replaces = Some(Plain(id(CELL)));
        theirs.replaces = Some(Plain(id(OBSERVER)));
        theirs.member.contingent = Some(Plain("KFOR2".parse().unwrap()));
        for word in [said(cell, COMMANDER), said(theirs, COMMANDER), said(membership(SECOND), OBSERVER)] {
            assert!(people.judge(word, &realm()).is_err());
        }
        for of in [SECOND, OTHER, COMMANDER, CELL, OBSERVER] {
            assert!(people.stands_for(id(of)).is_empty(), "{of}");
        }
    }

    #[test]
    fn a_device_of_another_contingent_or_of_nobody_known_is_stood_for_by_nobody() {
        let foreign = || {
            let mut foreign = member(OTHER, Role::Observer);
            foreign.contingent = Some(Plain("KFOR2".parse().unwrap()));
            foreign
        };
        // The word comes before the roster that names him; the void keys with it.
        let mut people = roster();
        let mut word = membership(SECOND);
        word.replaces = Some(Plain(id(OTHER)));
        let judged = people.judge(said(word, COMMANDER), &realm()).unwrap();
        people.amend(&judged).unwrap();
        assert!(stands_for(&people, SECOND).is_empty(), "nobody knows him");
        let mut named = members();
        named.push(foreign());
        named[5].revoked = Some(revocation(OTHER, None).revoked().unwrap());
        let mut people = roster_of(named);
        people.amend(&judged).unwrap();
        assert!(stands_for(&people, SECOND).is_empty(), "he is another commander's");
    }

    #[test]
    fn words_that_go_round_lead_nowhere() {
        let mut people = roster();
        put(&mut people, &[takes(SECOND, OBSERVER, noon()), void(OBSERVER)]);
        put(&mut people, &[takes(THIRD, SECOND, noon()), void(SECOND)]);
        // The commander says by mistake that the second had taken the place of the third.
        put(&mut people, &[takes(SECOND, THIRD, noon())]);
        assert_eq!(stands_for(&people, THIRD), [OBSERVER, SECOND]);
        assert_eq!(people.stood_for_by(id(SECOND)), Some(id(THIRD)));
        put(&mut people, &[void(THIRD)]);
        for of in [OBSERVER, SECOND, THIRD] {
            assert!(stands_for(&people, of).is_empty() && people.stood_for_by(id(of)).is_none());
        }
    }

    #[test]
    fn of_two_that_take_one_place_the_later_word_counts_whatever_comes_first() {
        let mut second = membership(SECOND);
        second.replaces = Some(Plain(id(OBSERVER)));
        let mut other = membership(OTHER);
        (other.replaces, other.at) = (second.replaces.clone(), Plain(at("2026-11-22T12:00:00Z")));
        let (second, other) = (said(second, COMMANDER), said(other, COMMANDER));
        for words in [[second.clone(), other.clone()], [other, second]] {
            let mut people = roster();
            put(&mut people, &words);
            put(&mut people, &[void(OBSERVER)]);
            assert_eq!((stands_for(&people, SECOND), stands_for(&people, OTHER)), (vec![], vec![OBSERVER]));
        }
    }

    #[test]
    fn a_roster_that_names_both_leaves_it_as_it_was() {
        let words = [takes(SECOND, OBSERVER, noon()), void(OBSERVER)];
        let judged: Vec<_> = {
            let mut people = roster();
            people.judge_all(words.to_vec(), &realm()).unwrap().good
        };
        let mut named = members();
        named[0].revoked = Some(revocation(OBSERVER, Some(3)).revoked().unwrap());
        named.push(member(SECOND, Role::Observer));
        let mut later = roster_of(named);
        judged.iter().for_each(|word| later.amend(word).unwrap());
        assert_eq!(stands_for(&later, SECOND), [OBSERVER]);
    }

    #[test]
    fn a_void_device_is_vouched_for_late_only_as_one_whose_place_was_taken_and_stays_void() {
        let mut named = members();
        let mut second = member(SECOND, Role::Observer);
        second.callsign = named[0].callsign.clone();
        for void in [&mut named[0], &mut second] {
            void.revoked = Some(revocation(OBSERVER, Some(3)).revoked().unwrap());
        }
        named.push(second);
        let mut people = roster_of(named);
        let late = takes(SECOND, OBSERVER, noon());
        assert!(people.judge(late.clone(), &realm()).is_err(), "nobody has taken its place");
        put(&mut people, &[late, takes(THIRD, SECOND, noon())]);
        assert_eq!(stands_for(&people, THIRD), [OBSERVER, SECOND]);
        assert!(people.member(id(SECOND)).unwrap().revoked.is_some());
        assert!(people.active().all(|member| member.id() != id(SECOND)));
    }
}
