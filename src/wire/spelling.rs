//! How domain values are spelled in JSON.
//!
//! Domain types know nothing of JSON. Two wrappers lend them a spelling: [`Code`] for members of closed lists, and
//! [`Plain`] for everything that is a string of a certain shape. Both refuse on reading what they would not write,
//! and both tell the schema the same rule that they keep.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::catalogue::indicator::IndicatorId;
use crate::domain::code::Coded;
use crate::domain::entity::EntityRef;
use crate::domain::grading::NatoGrade;
use crate::domain::ids::{BatchId, Digest, MemberId, PacketId, RealmId, ReportId};
use crate::domain::people::{Addressee, Callsign, Contingent};
use crate::domain::text::Text;
use crate::domain::time::Timestamp;

/// A member of a closed list, spelled by its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code<T>(pub T);

impl<T: Coded> Serialize for Code<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.code())
    }
}

impl<'de, T: Coded> Deserialize<'de> for Code<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = Cow::<str>::deserialize(deserializer)?;
        T::from_code(&code).map(Self).ok_or_else(|| D::Error::custom(format_args!("not a {} code", T::LIST)))
    }
}

impl<T: Coded> JsonSchema for Code<T> {
    fn schema_name() -> Cow<'static, str> {
        T::LIST.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let codes: Vec<&str> = T::ALL.iter().map(|member| member.code()).collect();
        json_schema!({ "description": T::MEANING, "type": "string", "enum": codes })
    }
}

/// A value spelled as a string of a certain shape.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plain<T>(pub T);

/// What [`Plain`] needs to know of a type.
pub trait Spelling: Sized {
    /// The name of the shape in schemas.
    const NAME: &'static str;
    /// The shape, as an ECMA-262 regular expression.
    const PATTERN: &'static str;
    /// What the value is, with its unit or source.
    const MEANING: &'static str;
    /// The longest string, in characters.
    const LONGEST: usize;
    /// The string for this value.
    fn spell(&self) -> Cow<'_, str>;
    /// The value of this string, if it has one.
    fn read(text: &str) -> Option<Self>;
}

impl<T: Spelling> Serialize for Plain<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.spell())
    }
}

impl<'de, T: Spelling> Deserialize<'de> for Plain<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        let value = T::read(&text).filter(|value| value.spell() == text);
        value.map(Self).ok_or_else(|| D::Error::custom(format_args!("not a {}", T::NAME)))
    }
}

impl<T: Spelling> JsonSchema for Plain<T> {
    fn schema_name() -> Cow<'static, str> {
        T::NAME.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": T::MEANING,
            "type": "string",
            "pattern": T::PATTERN,
            "maxLength": T::LONGEST
        })
    }
}

/// Reads an optional field that is there. What is not known is left out; `null` would be a second way to say so.
pub(crate) fn present<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    T::deserialize(deserializer).map(Some)
}

/// Lends a spelling to types that already read and show themselves.
macro_rules! spelled {
    ($($type:ty, $name:literal, $pattern:literal, $longest:literal, $meaning:literal;)+) => { $(
        impl Spelling for $type {
            const NAME: &'static str = $name;
            const PATTERN: &'static str = $pattern;
            const MEANING: &'static str = $meaning;
            const LONGEST: usize = $longest;
            fn spell(&self) -> Cow<'_, str> {
                self.to_string().into()
            }
            fn read(text: &str) -> Option<Self> {
                text.parse().ok()
            }
        }
    )+ };
}

spelled! {
    Digest, "digest", "^[0-9a-f]{64}$", 64, "SHA-256 (FIPS 180-4), hexadecimal.";
    MemberId, "member_id", "^[0-9a-f]{32}$", 32,
        "First 16 bytes of the SHA-256 of the member's public signing key, hexadecimal.";
    RealmId, "realm_id", "^[0-9a-f]{32}$", 32, "First 16 bytes of the SHA-256 of the realm's charter, hexadecimal.";
    ReportId, "report_id", "^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", 36,
        "UUID version 8 (RFC 9562) of a filed report: the first 12 bytes of its author's id, then its number.";
    PacketId, "packet_id", "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", 36,
        "UUID version 7 (RFC 9562) of a packet.";
    BatchId, "batch_id", "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", 36,
        "UUID version 7 (RFC 9562) of a batch.";
    Callsign, "callsign", "^[A-Z0-9-]{1,24}$", 24, "A member's pseudonym.";
    Contingent, "contingent", "^[A-Z0-9-]{1,16}$", 16, "A contingent.";
    Addressee, "addressee",
        "^(member:[0-9a-f]{32}|role:(observer|commander|relay|cell|integrity|authority))$", 39,
        "Who a packet is for: one member, or a role.";
    IndicatorId, "indicator_id", "^[a-z]{3}\\.[a-z][a-z0-9_]{0,39}$", 44, "An indicator of the catalogue.";
    NatoGrade, "nato_grade", "^[A-F][1-6]$", 2,
        "A NATO grade (AJP-2.1): reliability of the source, then credibility of the information; F6 judges neither.";
    EntityRef, "entity_ref", "^e[1-9][0-9]?$", 3, "An entity of the same report.";
}

impl Spelling for Timestamp {
    const NAME: &'static str = "timestamp";
    const PATTERN: &'static str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$";
    const MEANING: &'static str = "An instant in UTC, to the second (RFC 3339).";
    const LONGEST: usize = 20;
    fn spell(&self) -> Cow<'_, str> {
        self.to_string().into()
    }
    fn read(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }
}

impl<const MAX: usize> Spelling for Text<MAX> {
    // One name for each length: a schema knows a shape by its name alone.
    const NAME: &'static str = match MAX {
        40 => "as_typed",
        80 => "title",
        200 => "line",
        500 => "restriction",
        8_000 => "narrative",
        _ => "text",
    };
    const PATTERN: &'static str = "^[^\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]*[^\\s\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff][^\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]*$";
    const MEANING: &'static str = "Words as a person wrote them, without control characters and without characters that turn direction.";
    const LONGEST: usize = MAX;
    fn spell(&self) -> Cow<'_, str> {
        self.as_str().into()
    }
    fn read(text: &str) -> Option<Self> {
        Self::new(text).ok()
    }
}

/// Wraps every member of a list.
pub fn codes<T: Copy>(members: &[T]) -> Vec<Code<T>> {
    members.iter().copied().map(Code).collect()
}

/// Unwraps every member of a list.
pub fn uncoded<T: Copy>(members: &[Code<T>]) -> Vec<T> {
    members.iter().map(|code| code.0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::precedence::Precedence;
    use crate::domain::text::{Line, Narrative};

    fn reads<T: Spelling>(text: &str) -> bool {
        serde_json::from_value::<Plain<T>>(text.into()).is_ok()
    }

    #[test]
    fn a_value_is_spelled_in_one_way() {
        let id = "01a1fdfa-4600-7cac-acac-acacacacacac";
        assert!(reads::<ReportId>(id));
        for other in [
            id.to_uppercase(),
            id.replace('-', ""),
            format!("{{{id}}}"),
            format!("urn:uuid:{id}"),
            id.replace("-7", "-4"),
            id.replace("-acac-", "-0cac-"),
            format!("{id} "),
        ] {
            assert!(!reads::<ReportId>(&other), "{other}");
        }
        assert!(reads::<NatoGrade>("B2") && !reads::<NatoGrade>("b2") && !reads::<NatoGrade>(" B2"));
        assert!(reads::<Digest>(&"0a".repeat(32)) && !reads::<Digest>(&"0A".repeat(32)));
        assert!(!reads::<Timestamp>("2026-11-21T12:00:00+00:00"));
        assert!(reads::<EntityRef>("e1") && !reads::<EntityRef>("e01"));
        assert!(reads::<Addressee>("role:cell") && !reads::<Addressee>("role:king"));
        assert!(!reads::<Line>("tab\there") && !reads::<Line>(" "));
    }

    #[test]
    fn a_code_of_a_closed_list_is_read_exactly() {
        let reads = |text: &str| serde_json::from_value::<Code<Precedence>>(text.into()).is_ok();
        assert!(reads("priority") && !reads("Priority") && !reads("priority ") && !reads("urgent"));
    }

    #[test]
    fn what_is_refused_is_never_repeated_in_the_error() {
        let secret = "the informer's name \u{7}";
        let error = serde_json::from_value::<Plain<Line>>(secret.into()).unwrap_err().to_string();
        assert_eq!(error, "not a line");
        let error = serde_json::from_value::<Code<Precedence>>("informer".into()).unwrap_err().to_string();
        assert_eq!(error, "not a precedence code");
    }

    #[test]
    fn texts_of_different_length_have_schemas_of_their_own() {
        let names = [
            <Text<40> as Spelling>::NAME,
            <Text<80> as Spelling>::NAME,
            <Line as Spelling>::NAME,
            <Text<500> as Spelling>::NAME,
            <Narrative as Spelling>::NAME,
        ];
        assert!(names.iter().enumerate().all(|(at, name)| !names[..at].contains(name)), "{names:?}");
    }
}
