//! What can go wrong in a request: one sentence for the caller, one for the log.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::domain::marking::AboveCeiling;
use crate::relay::shelf::database::ShelfError;
use crate::relay::unfinished::CannotAppend;
use crate::wire::amendment::AmendmentError;
use crate::wire::packet::PacketError;
use crate::wire::relay_api::{OFFSET_HEADER, PROBLEM_TYPE, ProblemCode, ProblemV1};
use crate::wire::spelling::Code;
use crate::wire::statement::StatementError;

/// Why a request was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The key of the connection is void, or not on the roster any more.
    #[error("the key of the connection belongs to no active member")]
    NotAMember,
    /// There is no such packet, or none that this member may know of: the two are one answer.
    #[error("no such packet for this member")]
    NoSuchPacket,
    /// The name is not the digest of the bytes.
    #[error("the name is not the digest of the bytes")]
    WrongName,
    /// The packet cannot be accepted.
    #[error("{0}")]
    BadPacket(PacketError),
    /// The statement of collection cannot be accepted.
    #[error("collection: {0}")]
    BadCollection(StatementError),
    /// A membership or a revocation does not count here.
    #[error("amendment: {0}")]
    BadAmendment(AmendmentError),
    /// Who signed the label, or for which realm, does not count here.
    #[error("{0}")]
    BadSender(StatementError),
    /// Larger than any packet.
    #[error("larger than any packet")]
    TooLarge,
    /// Too large for what its label claims.
    #[error("larger than a packet may be whose label says IMMEDIATE or FLASH")]
    TooLargeToHurry,
    /// The upload stands elsewhere.
    #[error("the upload goes on from byte {0}")]
    WrongOffset(u64),
    /// The same packet comes by a newer request.
    #[error("a newer request carries on with this upload")]
    Superseded,
    /// Marked too high.
    #[error("{0}")]
    AboveCeiling(AboveCeiling),
    /// The request makes no sense.
    #[error("{0}")]
    BadRequest(&'static str),
    /// The upload came too slowly or broke off.
    #[error("the body stalled or broke off")]
    Stalled,
    /// No such address.
    #[error("no such address")]
    NoSuchPath,
    /// The address does not take this method.
    #[error("no such method at this address")]
    NoSuchMethod,
    /// The relay itself is no longer on the roster.
    #[error("this relay is not on the roster in force as an active relay; it takes nothing until it is")]
    RelayVoid,
    /// The shelf failed.
    #[error("{0}")]
    CannotStore(ShelfError),
    /// The disk failed while an upload was being received.
    #[error("the disk failed while an upload was being received: {0}")]
    CannotSpool(String),
}

impl From<ShelfError> for Problem {
    fn from(error: ShelfError) -> Self {
        Self::CannotStore(error)
    }
}

impl From<CannotAppend> for Problem {
    fn from(error: CannotAppend) -> Self {
        match error {
            CannotAppend::From(held) => Self::WrongOffset(held),
            CannotAppend::Superseded => Self::Superseded,
            CannotAppend::Disk(error) if error.kind() == std::io::ErrorKind::StorageFull => {
                Self::CannotStore(ShelfError::Full)
            }
            CannotAppend::Disk(error) => Self::CannotSpool(error.to_string()),
        }
    }
}

impl From<PacketError> for Problem {
    fn from(error: PacketError) -> Self {
        match error {
            PacketError::TooLarge => Self::TooLarge,
            PacketError::Label(label @ (StatementError::Signer(_) | StatementError::BadSignature)) => {
                Self::BadSender(label)
            }
            other => Self::BadPacket(other),
        }
    }
}

/// What the log is to say of an answer, carried along with it.
#[derive(Debug, Clone)]
pub struct Noted {
    /// What went wrong, for a program.
    pub code: ProblemCode,
    /// More of it, for the log alone.
    pub detail: String,
}

impl Problem {
    /// What went wrong, for a program.
    pub fn code(&self) -> ProblemCode {
        match self {
            Self::NotAMember => ProblemCode::NotAMember,
            Self::NoSuchPacket => ProblemCode::NoSuchPacket,
            Self::WrongName => ProblemCode::WrongName,
            Self::BadPacket(_) => ProblemCode::BadPacket,
            Self::BadSender(_) => ProblemCode::BadSender,
            Self::TooLarge | Self::TooLargeToHurry => ProblemCode::TooLarge,
            Self::AboveCeiling(_) => ProblemCode::AboveCeiling,
            Self::WrongOffset(_) | Self::Superseded => ProblemCode::WrongOffset,
            Self::BadAmendment(_) => ProblemCode::BadAmendment,
            Self::BadRequest(_) | Self::BadCollection(_) | Self::Stalled => ProblemCode::BadRequest,
            Self::NoSuchPath | Self::NoSuchMethod => ProblemCode::NoSuchPath,
            Self::RelayVoid | Self::CannotStore(_) | Self::CannotSpool(_) => ProblemCode::CannotStore,
        }
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotAMember | Self::BadSender(_) => StatusCode::FORBIDDEN,
            Self::NoSuchPacket | Self::NoSuchPath => StatusCode::NOT_FOUND,
            Self::NoSuchMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::WrongName
            | Self::BadPacket(_)
            | Self::AboveCeiling(_)
            | Self::BadCollection(_)
            | Self::BadAmendment(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooLarge | Self::TooLargeToHurry => StatusCode::PAYLOAD_TOO_LARGE,
            Self::WrongOffset(_) | Self::Superseded => StatusCode::CONFLICT,
            Self::BadRequest(_) => StatusCode::BAD_REQUEST,
            Self::Stalled => StatusCode::REQUEST_TIMEOUT,
            Self::RelayVoid => StatusCode::SERVICE_UNAVAILABLE,
            Self::CannotStore(_) | Self::CannotSpool(_) => StatusCode::INSUFFICIENT_STORAGE,
        }
    }

    /// What the caller is told. It never says more than he may know.
    pub fn title(&self) -> &'static str {
        match self {
            Self::NotAMember => "This device's key is void or not on the relay's roster; nothing was taken.",
            Self::NoSuchPacket => "There is no such packet for you.",
            Self::WrongName => "The packet is not the one its name says; nothing was taken.",
            Self::BadPacket(_) => "This is not a packet, or it was damaged on the way; nothing was taken.",
            Self::BadCollection(_) => {
                "The statement of collection cannot be accepted; the packet still waits."
            }
            Self::BadAmendment(_) => {
                "A membership or a revocation among these does not count here; those that do were taken."
            }
            Self::BadSender(_) => {
                "The packet belongs to another realm, or its sender is unknown here or revoked; nothing was taken."
            }
            Self::TooLarge => "The packet is larger than 64 MiB; nothing was taken.",
            Self::TooLargeToHurry => {
                "What is labelled IMMEDIATE or FLASH may have 256 KiB; nothing was taken: label it PRIORITY."
            }
            Self::WrongOffset(_) => "The upload goes on from another offset; what came before is kept.",
            Self::Superseded => "A newer request carries on with this upload; what came before is kept.",
            Self::AboveCeiling(_) => {
                "The packet is marked above what this realm may hold; nothing was taken."
            }
            Self::BadRequest(_) => "The request makes no sense; nothing was done.",
            Self::Stalled => "The upload stalled; what came of a large packet is kept, and it can go on.",
            Self::NoSuchPath => "There is no such address.",
            Self::NoSuchMethod => "This address is not used in that way.",
            Self::RelayVoid => "This relay is not on the roster in force; nothing was taken.",
            Self::CannotStore(_) | Self::CannotSpool(_) => {
                "The relay cannot store anything at present; nothing was taken."
            }
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (status, code) = (self.status(), self.code());
        let told = ProblemV1 {
            r#type: "about:blank".to_owned(),
            title: self.title().to_owned(),
            status: status.as_u16(),
            code: Code(code),
        };
        let json = serde_json::to_vec(&told).unwrap_or_default();
        let mut response = Response::new(Body::from(json));
        *response.status_mut() = status;
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM_TYPE));
        if let Self::WrongOffset(held) = self {
            response.headers_mut().insert(OFFSET_HEADER, HeaderValue::from(held));
        }
        if matches!(
            self,
            Self::NotAMember | Self::Stalled | Self::TooLarge | Self::TooLargeToHurry | Self::Superseded
        ) {
            // What may still come of the body is not worth reading.
            response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
        }
        response.extensions_mut().insert(Noted { code, detail: self.to_string() });
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_caller_learns_less_than_the_log() {
        let problem = Problem::from(ShelfError::Database("table packets is missing".to_owned()));
        assert!(problem.to_string().contains("table packets"));
        assert!(!problem.title().contains("table"));
        assert_eq!(problem.status(), StatusCode::INSUFFICIENT_STORAGE);
    }

    #[test]
    fn a_label_of_a_stranger_is_the_senders_fault_and_any_other_label_the_packets() {
        let of = |error: StatementError| Problem::from(PacketError::from(error)).code();
        assert_eq!(of(StatementError::BadSignature), ProblemCode::BadSender);
        assert_eq!(of(StatementError::BadPayload), ProblemCode::BadPacket);
        assert_eq!(Problem::from(PacketError::Exchanged).code(), ProblemCode::BadPacket);
        assert_eq!(Problem::from(PacketError::TooLarge).code(), ProblemCode::TooLarge);
    }
}
