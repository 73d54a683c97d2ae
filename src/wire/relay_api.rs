//! What a relay and its clients say to each other over HTTP.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use crate::domain::code::codes;
use crate::domain::ids::Digest;
use crate::domain::precedence::Precedence;
use crate::domain::text::Line;
use crate::wire::spelling::{Code, Plain};

/// The header that tells, in the answer to an upload, how many packets wait for the sender.
pub const WAITING_HEADER: &str = "vigilia-waiting";
/// The header that tells, in every answer about packets, the epoch of the roster in force.
pub const ROSTER_HEADER: &str = "vigilia-roster";
/// The header that tells, in every answer to somebody whom amendments of the roster concern, the number of the last of
/// them; in the answer to a question for them, of the last that it holds.
pub const AMENDMENTS_HEADER: &str = "vigilia-amendments";
/// The header that tells from which byte an upload goes on (IETF draft on resumable uploads).
pub const OFFSET_HEADER: &str = "upload-offset";
/// The header that announces how large a packet will be (the same draft).
pub const LENGTH_HEADER: &str = "upload-length";
/// The header that tells whether all of a packet has come, `?1` or `?0` (the same draft).
pub const COMPLETE_HEADER: &str = "upload-complete";
/// The media type of a statement on its own.
pub const STATEMENT_TYPE: &str = "application/cose; cose-type=\"cose-sign1\"";
/// The media type of several statements, one behind the other (RFC 8742).
pub const SEQUENCE_TYPE: &str = "application/cbor-seq";
/// The media type of an error (RFC 9457).
pub const PROBLEM_TYPE: &str = "application/problem+json";
/// Most packets told in one answer to a listing.
pub const PAGE: usize = 200;

/// What waits for a member, most urgent first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Waiting packets")]
pub struct WaitingV1 {
    /// At most 200 of them.
    #[schemars(length(max = 200))]
    pub packets: Vec<WaitingPacket>,
    /// Where the next listing goes on; the same value again when nothing came.
    pub cursor: u64,
    /// Whether more wait beyond these.
    pub more: bool,
}

/// One packet that waits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WaitingPacket {
    /// SHA-256 of the whole packet: its name.
    pub sha256: Plain<Digest>,
    /// Its size in bytes.
    pub size: u64,
    /// How fast it goes.
    pub precedence: Code<Precedence>,
}

codes! {
    /// What went wrong, for a program to act on.
    ProblemCode, "problem_code" {
        /// The connection's key is not on the roster, or void.
        NotAMember = "not_a_member",
        /// No such packet, or not this member's.
        NoSuchPacket = "no_such_packet",
        /// The name is not the digest of the bytes.
        WrongName = "wrong_name",
        /// Not a packet, or its label cannot be accepted.
        BadPacket = "bad_packet",
        /// A packet of another realm, or by a stranger or a revoked member.
        BadSender = "bad_sender",
        /// Larger than any packet.
        TooLarge = "too_large",
        /// The upload goes on from another offset: the one in the answer.
        WrongOffset = "wrong_offset",
        /// Marked above what the realm may hold.
        AboveCeiling = "above_ceiling",
        /// A membership or a revocation does not count here.
        BadAmendment = "bad_amendment",
        /// The request itself makes no sense.
        BadRequest = "bad_request",
        /// No such address.
        NoSuchPath = "no_such_path",
        /// The relay's disk is full or failing; nothing was taken.
        CannotStore = "cannot_store",
    }
}

/// An error (RFC 9457). It never holds content.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Problem")]
pub struct ProblemV1 {
    /// Always `about:blank`: the code says it all.
    #[schemars(extend("const" = "about:blank"))]
    pub r#type: String,
    /// What happened, in one sentence. A relay may be hostile: what a screen would act on is refused.
    #[serde(deserialize_with = "sentence")]
    #[schemars(with = "Plain<Line>")]
    pub title: String,
    /// The HTTP status, 400 to 599.
    #[schemars(range(min = 400, max = 599))]
    pub status: u16,
    /// What happened, for a program.
    pub code: Code<ProblemCode>,
}

fn sentence<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    Plain::<Line>::deserialize(deserializer).map(|line| line.0.as_str().to_owned())
}

impl WaitingV1 {
    /// Reads what a relay answered; `None` if it does not follow its schema.
    #[cfg(feature = "field")]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }
}

impl ProblemV1 {
    /// Reads what a relay answered; `None` if it does not follow its schema.
    #[cfg(feature = "field")]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::code::Coded;

    fn problem(code: ProblemCode) -> ProblemV1 {
        let title = "The relay took nothing.".to_owned();
        ProblemV1 { r#type: "about:blank".to_owned(), title, status: 507, code: Code(code) }
    }

    #[test]
    fn every_problem_reads_back() {
        for code in ProblemCode::ALL {
            let json = serde_json::to_string(&problem(*code)).unwrap();
            assert_eq!(serde_json::from_str::<ProblemV1>(&json).unwrap(), problem(*code));
        }
    }

    #[test]
    fn a_hostile_relay_cannot_write_on_the_screen_through_an_error() {
        for title in ["\u{1b}]0;owned\u{7}", "a\u{202e}b", "", &"x".repeat(201)] {
            let hostile = ProblemV1 { title: title.to_owned(), ..problem(ProblemCode::CannotStore) };
            let json = serde_json::to_string(&hostile).unwrap();
            assert!(serde_json::from_str::<ProblemV1>(&json).is_err(), "{title:?}");
        }
    }
}
