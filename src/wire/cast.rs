//! The people the tests of this room are about: always the same keys, in one exercise realm.

use crate::crypto::secret::Secret32;
use crate::crypto::signing::SigningKey;
use crate::crypto::transport::TransportKey;
use crate::domain::people::Role;
use crate::domain::revocation::RevocationReason;
use crate::domain::text::Line;
use crate::domain::time::Timestamp;
use crate::wire::keys::RecipientText;
use crate::wire::membership::MembershipV1;
use crate::wire::realm::{Authority, Charter, Realm};
use crate::wire::revocation::RevocationV1;
use crate::wire::roster::{Limits, Member, Roster, RosterV1, SignedRoster};
use crate::wire::spelling::{Code, Plain};
use crate::wire::statement::{digest_of, member_of};

/// The two authorities of the charter.
pub const AUTHORITIES: [u8; 2] = [1, 2];
pub const OBSERVER: u8 = 3;
pub const COMMANDER: u8 = 4;
pub const CELL: u8 = 5;
pub const INTEGRITY: u8 = 6;
pub const RELAY: u8 = 7;
/// Somebody who is on no roster.
pub const STRANGER: u8 = 99;

pub fn key(of: u8) -> SigningKey {
    SigningKey::from_secret(Secret32::taken_from(&mut [of; 32]))
}

pub fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

pub fn noon() -> Timestamp {
    at("2026-11-21T12:00:00Z")
}

pub fn line(words: &str) -> Line {
    Line::new(words).unwrap()
}

pub fn charter() -> Charter {
    let authorities = AUTHORITIES.map(|of| Authority {
        callsign: Plain(format!("AUTH-{of}").parse().unwrap()),
        signing_key: Plain(key(of).verifying_key()),
    });
    Charter {
        name: Plain(line("Exercise Grey Heron")),
        exercise: true,
        founded: Plain(at("2026-11-01T08:00:00Z")),
        threshold: 2,
        authorities: authorities.into(),
    }
}

pub fn realm() -> Realm {
    Realm::found(charter(), None).unwrap()
}

pub fn member(of: u8, role: Role) -> Member {
    let transport = TransportKey::from_secret(Secret32::taken_from(&mut [of + 100; 32]));
    let deployed = matches!(role, Role::Observer | Role::Commander);
    Member {
        role: Code(role),
        callsign: Plain(format!("{}-{of}", role.to_string().to_uppercase()).parse().unwrap()),
        contingent: deployed.then(|| Plain("KFOR1".parse().unwrap())),
        signing_key: Plain(key(of).verifying_key()),
        recipient: None,
        transport_key: Some(Plain(transport.public())),
        valid_until: None,
        revoked: None,
    }
}

/// One member of every desk, and the relay.
pub fn members() -> Vec<Member> {
    let roles = [
        (OBSERVER, Role::Observer),
        (COMMANDER, Role::Commander),
        (CELL, Role::Cell),
        (INTEGRITY, Role::Integrity),
        (RELAY, Role::Relay),
    ];
    roles.map(|(of, role)| member(of, role)).into()
}

pub fn payload(members: Vec<Member>) -> RosterV1 {
    RosterV1 { epoch: 1, issued: Plain(noon()), limits: Limits::default(), members }
}

/// A roster in force, of these members.
pub fn roster_of(members: Vec<Member>) -> Roster {
    let [first, second] = AUTHORITIES.map(key);
    let proposal = SignedRoster::propose(payload(members), &first, &realm()).unwrap();
    proposal.co_sign(&second, &realm()).unwrap().into_roster(&realm()).unwrap()
}

pub fn roster() -> Roster {
    roster_of(members())
}

/// The commander's word that somebody is an observer of his contingent.
pub fn membership(of: u8) -> MembershipV1 {
    let member = Member {
        recipient: RecipientText::new(&format!("age1pq1{}", "q".repeat(1_952))).map(Plain),
        valid_until: Some(Plain(at("2027-06-30T00:00:00Z"))),
        ..member(of, Role::Observer)
    };
    MembershipV1 { member, request: Plain(digest_of(b"request")), replaces: None, at: Plain(noon()) }
}

/// The word that somebody's keys are void.
pub fn revocation(of: u8, from_report: Option<u32>) -> RevocationV1 {
    let member = Plain(member_of(&key(of).verifying_key()));
    RevocationV1 { member, reason: Code(RevocationReason::Lost), since: None, from_report, at: Plain(noon()) }
}
