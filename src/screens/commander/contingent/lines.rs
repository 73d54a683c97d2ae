//! What the list tells of one observer, and of all of them.

use crate::desks::commander::contingent::ContingentMember;
use crate::domain::silence::SILENT_AFTER_DAYS;
use crate::domain::time::Timestamp;
use crate::language::phrase::Phrase;
use crate::language::word::Word;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// All of them, in a few counts; those of which there is none are left out.
#[must_use]
pub fn counts(members: &[ContingentMember], now: Timestamp) -> Vec<Phrase> {
    let good = || members.iter().filter(|member| member.revoked.is_none());
    let quiet = good().filter(|member| is_quiet(member, now)).count();
    let missing: usize = members.iter().map(|member| usize::try_from(member.missing).unwrap_or(0)).sum();
    let mut said = vec![Word("people-count").with("count", good().count())];
    if quiet > 0 {
        said.push(Word("people-count-quiet").with("count", quiet).with("days", SILENT_AFTER_DAYS));
    }
    if missing > 0 {
        said.push(Word("people-count-missing").with("count", missing));
    }
    said
}

/// Whether nothing of his came for so long that it is worth a question.
#[must_use]
pub fn is_quiet(member: &ContingentMember, now: Timestamp) -> bool {
    days(member.last_contact, now).is_none_or(|days| days >= SILENT_AFTER_DAYS)
}

fn days(last: Option<Timestamp>, now: Timestamp) -> Option<u32> {
    let days = (now.seconds_since(last?) / DAY).max(0);
    Some(u32::try_from(days).unwrap_or(u32::MAX))
}

/// How long ago something of his came.
#[must_use]
pub fn last_contact(member: &ContingentMember, now: Timestamp) -> Phrase {
    match days(member.last_contact, now) {
        None => Word("people-never").into(),
        Some(0) => Word("people-today").into(),
        Some(days) => Word("people-days").with("days", days),
    }
}

/// How he came to be here, or that his keys are void.
#[must_use]
pub const fn standing(member: &ContingentMember) -> Word {
    match (&member.revoked, member.vouched_by) {
        (Some(_), _) => Word("people-void"),
        (None, Some(_)) => Word("people-vouched"),
        (None, None) => Word("people-on-roster"),
    }
}

/// What is to be known about him, and whether it is grave.
#[must_use]
pub fn below(member: &ContingentMember) -> Option<(Phrase, bool)> {
    if member.missing > 0 {
        return Some((Word("people-missing").with("count", member.missing), true));
    }
    let down = member.waiting + member.packed;
    (down > 0 && member.revoked.is_none()).then(|| (Word("people-down").with("count", down), false))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::MemberId;

    fn member(last_contact: Option<&str>) -> ContingentMember {
        ContingentMember {
            id: MemberId::from_bytes([1; 16]),
            callsign: "KFOR1-OBS1".parse().unwrap(),
            vouched_by: None,
            valid_until: None,
            revoked: None,
            last_contact: last_contact.map(|at| Timestamp::parse(at).unwrap()),
            filed: 4,
            held: 3,
            missing: 1,
            unacknowledged: 0,
            waiting: 2,
            packed: 0,
        }
    }

    #[test]
    fn a_clock_that_was_set_back_makes_nobody_quiet() {
        let now = Timestamp::parse("2026-11-21T12:00:00Z").unwrap();
        assert!(is_quiet(&member(None), now));
        assert!(!is_quiet(&member(Some("2026-12-30T12:00:00Z")), now));
        assert!(!is_quiet(&member(Some("2026-10-22T12:00:01Z")), now));
        assert!(is_quiet(&member(Some("2026-10-22T12:00:00Z")), now));
    }

    #[test]
    fn what_is_missing_stands_before_what_waits() {
        assert!(below(&member(None)).unwrap().1);
        let complete = ContingentMember { missing: 0, ..member(None) };
        assert!(!below(&complete).unwrap().1);
        assert_eq!(below(&ContingentMember { waiting: 0, ..complete }), None);
    }
}
