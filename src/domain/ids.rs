//! Names of things: who, which report, which packet, which bytes.

use std::fmt;

use uuid::{Uuid, Variant};

use crate::domain::time::Timestamp;

/// A source of randomness, given by whoever stands at the edge: the operating system, or a seeded exercise.
pub trait Dice {
    /// Fills `out` with random bytes.
    fn roll(&mut self, out: &mut [u8]);
}

/// A name that does not read back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a valid {what}")]
pub struct InvalidId {
    what: &'static str,
}

/// Declares an id of `N` bytes, written as lowercase hexadecimal digits.
macro_rules! bytes_id {
    ($(#[doc = $doc:literal])+ $name:ident, $len:literal, $what:literal) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; $len]);

        impl $name {
            /// The id made of these bytes.
            pub const fn from_bytes(bytes: [u8; $len]) -> Self {
                Self(bytes)
            }

            /// The bytes of the id.
            pub const fn as_bytes(&self) -> &[u8; $len] {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = InvalidId;
            fn from_str(text: &str) -> Result<Self, InvalidId> {
                let mut bytes = [0; $len];
                unhex(text, &mut bytes).map(|()| Self(bytes)).ok_or(InvalidId { what: $what })
            }
        }

        impl TryFrom<&[u8]> for $name {
            type Error = InvalidId;
            fn try_from(bytes: &[u8]) -> Result<Self, InvalidId> {
                bytes.try_into().map(Self).map_err(|_| InvalidId { what: $what })
            }
        }
    };
}

/// Declares an id that is a UUID version 7 (RFC 9562): the time it was given, then chance. More versions may be read.
macro_rules! uuid_id {
    ($(#[doc = $doc:literal])+ $name:ident, $what:literal, $version:pat) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Uuid);

        impl $name {
            /// A new id, given at `now`.
            pub fn fresh(now: Timestamp, dice: &mut dyn Dice) -> Self {
                let mut chance = [0; 10];
                dice.roll(&mut chance);
                Self(uuid::Builder::from_unix_timestamp_millis(now.unix_millis(), &chance).into_uuid())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0.hyphenated(), f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = InvalidId;
            fn from_str(text: &str) -> Result<Self, InvalidId> {
                match Uuid::try_parse(text) {
                    Ok(uuid)
                        if matches!(uuid.get_version_num(), $version)
                            && uuid.get_variant() == Variant::RFC4122 =>
                    {
                        Ok(Self(uuid))
                    }
                    _ => Err(InvalidId { what: $what }),
                }
            }
        }
    };
}

bytes_id! {
    /// The SHA-256 of some bytes: a statement, an attachment, a packet, a slot.
    Digest, 32, "SHA-256 digest"
}

bytes_id! {
    /// A member of a realm: the first 16 bytes of the SHA-256 of the member's public signing key, so that the name
    /// cannot be claimed without the key. The same bytes are the `kid` of every statement the member signs.
    MemberId, 16, "member id"
}

bytes_id! {
    /// A realm: the first 16 bytes of the SHA-256 of its charter, so that neither its authorities nor its being an
    /// exercise can be changed without becoming another realm.
    RealmId, 16, "realm id"
}

uuid_id! {
    /// One report. While it is a draft its id is the time and chance (version 7); filing gives it the id that follows
    /// from its author and its number (version 8), so that no statement needs to carry it.
    ReportId, "report id", 7 | 8
}

impl ReportId {
    /// The id of an author's report with this number, from 1: a UUID version 8 (RFC 9562) of the first twelve bytes of
    /// the author's id and the number. A correction is a new report with a number of its own.
    pub fn of(author: MemberId, sequence: u32) -> Self {
        let mut bytes = [0; 16];
        for (byte, from) in
            bytes.iter_mut().zip(author.as_bytes().iter().take(12).chain(&sequence.to_be_bytes()))
        {
            *byte = *from;
        }
        Self(uuid::Builder::from_custom_bytes(bytes).into_uuid())
    }
}

uuid_id! {
    /// One packet on its way.
    PacketId, "packet id", 7
}

uuid_id! {
    /// One batch a commander compiled.
    BatchId, "batch id", 7
}

impl Digest {
    /// The first eight hexadecimal digits, enough to point at something in a list.
    pub fn short(&self) -> String {
        self.to_string().chars().take(8).collect()
    }
}

fn unhex(text: &str, out: &mut [u8]) -> Option<()> {
    let digits = text.as_bytes();
    if digits.len() != out.len() * 2 {
        return None;
    }
    for (pair, byte) in digits.chunks_exact(2).zip(out) {
        let [high, low] = pair else { return None };
        *byte = nibble(*high)? << 4 | nibble(*low)?;
    }
    Some(())
}

fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Dice that count.
    pub(in crate::domain) struct Counting(pub(in crate::domain) u8);
    impl Dice for Counting {
        fn roll(&mut self, out: &mut [u8]) {
            for byte in out {
                self.0 = self.0.wrapping_add(1);
                *byte = self.0;
            }
        }
    }

    #[test]
    fn ids_read_back_what_they_show() {
        let digest = Digest::from_bytes([0xab; 32]);
        assert_eq!(digest.to_string().parse(), Ok(digest));
        let now = Timestamp::parse("2026-11-21T14:30:00Z").unwrap();
        let report = ReportId::fresh(now, &mut Counting(0));
        assert_eq!(report.to_string().parse(), Ok(report));
        assert_ne!(report, ReportId::fresh(now, &mut Counting(1)));
    }

    #[test]
    fn a_name_in_another_shape_is_refused() {
        assert!("AB".repeat(32).parse::<Digest>().is_err(), "capitals");
        assert!("ab".repeat(31).parse::<Digest>().is_err(), "too short");
        assert!("é".repeat(32).parse::<Digest>().is_err(), "not hexadecimal");
        assert!("936da01f-9abd-4d9d-80c7-02af85c822a8".parse::<ReportId>().is_err(), "version 4");
    }

    #[test]
    fn a_filed_reports_id_follows_from_its_author_and_number() {
        let author = MemberId::from_bytes([0xab; 16]);
        let id = ReportId::of(author, 3);
        assert_eq!(id.to_string(), "abababab-abab-8bab-abab-abab00000003");
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_ne!(id, ReportId::of(author, 4));
        assert_ne!(id, ReportId::of(MemberId::from_bytes([0xac; 16]), 3));
    }

    #[test]
    fn ids_of_later_reports_sort_after_earlier_ones() {
        let early = ReportId::fresh(Timestamp::parse("2026-11-21T14:30:00Z").unwrap(), &mut Counting(200));
        let late = ReportId::fresh(Timestamp::parse("2026-11-21T14:30:01Z").unwrap(), &mut Counting(0));
        assert!(early < late);
    }
}
