//! What a roster changes against the one in force, and what it lacks: told to whoever is about to sign it.
//!
//! A signature covers the whole roster, so every difference is told. An entry that is passed over in silence here is one
//! that a single authority can slip past the other.

use crate::domain::people::Role;
use crate::wire::roster::{Member, Revoked, RosterV1};

/// Every difference, one line each.
pub fn changes(current: Option<&RosterV1>, next: &RosterV1) -> Vec<String> {
    let none = Vec::new();
    let before = current.map_or(&none, |roster| &roster.members);
    let known = |of: &[Member], member: &Member| of.iter().find(|known| known.id() == member.id()).cloned();
    let mut told = Vec::new();
    for member in &next.members {
        let line = format!("{} ({}) {}", member.callsign.0, member.role.0, member.id());
        match known(before, member) {
            None => told.push(format!("+ {line}{}", revocation(member.revoked.as_ref()))),
            Some(old) if old == *member => {}
            Some(old) => {
                if let (None, revoked @ Some(_)) = (&old.revoked, &member.revoked) {
                    told.push(format!("- {line}{}", revocation(revoked.as_ref())));
                } else if old.revoked != member.revoked {
                    told.push(format!("! {line}: the revocation was changed or taken back"));
                }
                let parts = altered(&old, member);
                if !parts.is_empty() {
                    told.push(format!("! {line}: changed {}", parts.join(", ")));
                }
            }
        }
    }
    for gone in before.iter().filter(|old| known(&next.members, old).is_none()) {
        told.push(format!("! {} ({}) {} is left out", gone.callsign.0, gone.role.0, gone.id()));
    }
    if let Some(old) = current.map(|roster| roster.limits).filter(|old| *old != next.limits) {
        told.push(format!(
            "! limits: forwarding {} to {} hours, ceiling {} to {}",
            old.forwarding_hours, next.limits.forwarding_hours, old.ceiling.0, next.limits.ceiling.0
        ));
    }
    told
}

/// The parts of an entry that differ, revocation apart.
fn altered(old: &Member, new: &Member) -> Vec<&'static str> {
    let parts = [
        ("role", old.role != new.role),
        ("callsign", old.callsign != new.callsign),
        ("contingent", old.contingent != new.contingent),
        ("the key packets are sealed to", old.recipient != new.recipient),
        ("the key of the line", old.transport_key != new.transport_key),
        ("the last day", old.valid_until != new.valid_until),
    ];
    parts.into_iter().filter(|(_, differs)| *differs).map(|(part, _)| part).collect()
}

fn revocation(revoked: Option<&Revoked>) -> String {
    revoked.map_or_else(String::new, |revoked| {
        format!(
            " revoked: {}; his reports up to number {} stay good",
            revoked.reason.0.as_str(),
            revoked.through_sequence
        )
    })
}

/// What a roster lacks so that reports can travel, one line each.
pub fn lacks(roster: &RosterV1) -> Vec<String> {
    let active = |role| {
        let of_role = move |member: &&Member| member.revoked.is_none() && member.role.0 == role;
        roster.members.iter().filter(of_role)
    };
    let needed = [
        (Role::Relay, "no relay: packets go by folder only (--relay-key)"),
        (Role::Cell, "no cell: nothing can be forwarded"),
        (Role::Integrity, "no integrity desk: observers can hand nothing over"),
    ];
    let mut told: Vec<String> = needed
        .into_iter()
        .filter(|(role, _)| active(*role).next().is_none())
        .map(|(_, what)| what.to_owned())
        .collect();
    let commanded: Vec<_> = active(Role::Commander).map(|member| &member.contingent).collect();
    let mut alone: Vec<&str> = active(Role::Observer)
        .filter(|member| !commanded.contains(&&member.contingent))
        .filter_map(|member| member.contingent.as_ref().map(|contingent| contingent.0.as_str()))
        .collect();
    alone.sort_unstable();
    alone.dedup();
    told.extend(
        alone.iter().map(|name| format!("no commander for {name}: its observers can hand nothing over")),
    );
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::signing::SigningKey;
    use crate::crypto::transport::TransportKey;
    use crate::domain::marking::Marking;
    use crate::domain::text::Line;
    use crate::domain::time::Timestamp;
    use crate::wire::roster::Limits;
    use crate::wire::spelling::{Code, Plain};

    fn at() -> Plain<Timestamp> {
        Plain(Timestamp::parse("2026-11-21T14:30:00Z").unwrap())
    }

    fn member(callsign: &str, role: Role) -> Member {
        let in_contingent = matches!(role, Role::Observer | Role::Commander);
        Member {
            role: Code(role),
            callsign: Plain(callsign.parse().unwrap()),
            contingent: in_contingent.then(|| Plain("KFOR1".parse().unwrap())),
            signing_key: Plain(SigningKey::generate().unwrap().verifying_key()),
            recipient: None,
            transport_key: Some(Plain(TransportKey::generate().unwrap().public())),
            valid_until: None,
            revoked: None,
        }
    }

    fn roster() -> RosterV1 {
        let members = vec![
            member("KFOR1-OBS1", Role::Observer),
            member("KFOR1-CMD", Role::Commander),
            member("CELL", Role::Cell),
            member("INTEGRITY", Role::Integrity),
            member("RELAY", Role::Relay),
        ];
        RosterV1 { epoch: 1, issued: at(), limits: Limits::default(), members }
    }

    fn told(change: impl FnOnce(&mut RosterV1)) -> Vec<String> {
        let before = roster();
        let mut after = before.clone();
        change(&mut after);
        changes(Some(&before), &after)
    }

    fn revoked() -> Option<Revoked> {
        Some(Revoked { at: at(), reason: Plain(Line::new("laptop lost").unwrap()), through_sequence: 7 })
    }

    #[test]
    fn nothing_that_is_signed_is_passed_over() {
        assert!(told(|_| {}).is_empty());
        assert_eq!(changes(None, &roster()).len(), 5);
        let stranger = TransportKey::generate().unwrap().public();
        type Change = fn(&mut Member);
        let one_each: [(&str, Change); 4] = [
            ("role", |cell| cell.role = Code(Role::Commander)),
            ("callsign", |cell| cell.callsign = Plain("CELL-2".parse().unwrap())),
            ("contingent", |cell| cell.contingent = Some(Plain("KFOR2".parse().unwrap()))),
            ("the last day", |cell| cell.valid_until = Some(at())),
        ];
        for (part, change) in one_each {
            let lines = told(|roster| change(&mut roster.members[2]));
            assert!(lines.len() == 1 && lines[0].ends_with(&format!(": changed {part}")), "{lines:?}");
        }
        let lines = told(|roster| roster.members[2].transport_key = Some(Plain(stranger)));
        assert!(lines.len() == 1 && lines[0].ends_with(": changed the key of the line"), "{lines:?}");
        let lines = told(|roster| roster.members[2].revoked = revoked());
        assert!(lines.len() == 1 && lines[0].starts_with("- CELL (cell)"), "{lines:?}");
        let lines = told(|roster| drop(roster.members.remove(2)));
        assert!(lines.len() == 1 && lines[0].ends_with("is left out"), "{lines:?}");
        let lines = told(|roster| roster.limits.forwarding_hours = 9_000);
        assert_eq!(lines.len(), 1, "{lines:?}");
        let lines = told(|roster| roster.limits.ceiling = Code(Marking::Secret));
        assert_eq!(lines.len(), 1, "{lines:?}");
    }

    #[test]
    fn a_revocation_taken_back_is_told() {
        let mut before = roster();
        before.members[0].revoked = revoked();
        let mut after = before.clone();
        after.members[0].revoked = None;
        let lines = changes(Some(&before), &after);
        assert!(lines.len() == 1 && lines[0].ends_with("changed or taken back"), "{lines:?}");
    }

    #[test]
    fn a_roster_by_which_reports_cannot_travel_says_what_is_missing() {
        assert!(lacks(&roster()).is_empty());
        let mut bare = roster();
        bare.members.retain(|member| member.role.0 == Role::Observer);
        assert_eq!(lacks(&bare).len(), 4);
        let mut beheaded = roster();
        beheaded.members[1].revoked = revoked();
        assert_eq!(lacks(&beheaded), ["no commander for KFOR1: its observers can hand nothing over"]);
    }
}
