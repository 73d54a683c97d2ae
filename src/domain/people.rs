//! Who takes part.

use std::fmt;
use std::str::FromStr;

use crate::domain::code::{Coded, codes};
use crate::domain::ids::MemberId;

codes! {
    /// What a member of a realm does.
    Role, "role" {
        /// A deployed soldier who reports what he sees on his ordinary duty.
        Observer = "observer",
        /// A contingent commander or his operations officer, who reviews and forwards.
        Commander = "commander",
        /// The operations centre's shelf, which carries and cannot read.
        Relay = "relay",
        /// The trafficking cell of the Federal Police.
        Cell = "cell",
        /// The desk that alone can open integrity slots.
        Integrity = "integrity",
        /// A key holder who signs the roster.
        Authority = "authority",
    }
}

/// A name that is too long, empty or holds other characters than it may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{what}: use 1 to {limit} capital letters, digits and dashes, such as {example}")]
pub struct InvalidName {
    what: &'static str,
    limit: usize,
    example: &'static str,
}

macro_rules! name {
    ($(#[doc = $doc:literal])+ $name:ident, $what:literal, $limit:literal, $example:literal) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The name as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = InvalidName;
            fn from_str(text: &str) -> Result<Self, InvalidName> {
                let fits = (1..=$limit).contains(&text.len())
                    && text.bytes().all(|b| matches!(b, b'A'..=b'Z' | b'0'..=b'9' | b'-'));
                if fits {
                    Ok(Self(text.to_owned()))
                } else {
                    Err(InvalidName { what: $what, limit: $limit, example: $example })
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

name! {
    /// A member's pseudonym: what others call him. Never a soldier's name.
    Callsign, "callsign", 24, "KFOR1-OBS3"
}

name! {
    /// A contingent: one commander and the observers he answers for.
    Contingent, "contingent", 16, "KFOR1"
}

/// Who a packet is for: one member, or whoever holds a role.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Addressee {
    /// One member.
    Member(MemberId),
    /// Every active member of a role.
    Role(Role),
}

/// A text that names nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an addressee such as role:cell or member:<id>")]
pub struct InvalidAddressee;

impl Addressee {
    /// Whether a packet for this addressee is for the given member.
    pub fn includes(&self, member: MemberId, role: Role) -> bool {
        match self {
            Self::Member(id) => *id == member,
            Self::Role(wanted) => *wanted == role,
        }
    }
}

impl fmt::Display for Addressee {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Member(id) => write!(f, "member:{id}"),
            Self::Role(role) => write!(f, "role:{role}"),
        }
    }
}

impl FromStr for Addressee {
    type Err = InvalidAddressee;
    fn from_str(text: &str) -> Result<Self, InvalidAddressee> {
        match text.split_once(':') {
            Some(("member", id)) => id.parse().map(Self::Member).map_err(|_| InvalidAddressee),
            Some(("role", role)) => Role::from_code(role).map(Self::Role).ok_or(InvalidAddressee),
            _ => Err(InvalidAddressee),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_hold_nothing_that_could_be_a_path_or_an_escape() {
        assert!("KFOR1-OBS3".parse::<Callsign>().is_ok());
        for bad in ["", "../x", "kfor", "A B", "É", "A/B", "\u{1b}[2J", &"A".repeat(25)] {
            assert!(bad.parse::<Callsign>().is_err(), "{bad:?}");
        }
    }

    #[test]
    fn an_addressee_reads_back_and_includes_only_its_own() {
        let me = MemberId::from_bytes([7; 16]);
        let other = MemberId::from_bytes([8; 16]);
        for addressee in [Addressee::Member(me), Addressee::Role(Role::Cell)] {
            assert_eq!(addressee.to_string().parse(), Ok(addressee));
        }
        assert!(Addressee::Member(me).includes(me, Role::Observer));
        assert!(!Addressee::Member(me).includes(other, Role::Observer));
        assert!(Addressee::Role(Role::Cell).includes(other, Role::Cell));
        assert!(!Addressee::Role(Role::Cell).includes(me, Role::Commander));
        assert!("role:king".parse::<Addressee>().is_err());
    }
}
