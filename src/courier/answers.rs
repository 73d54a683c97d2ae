//! What a relay answered, or did not: read within limits, and told in the program's own words.

use std::io::{self, Read};

use reqwest::blocking::Response;

use crate::courier::heard::Heard;
use crate::courier::road::{RoadError, Unreached};
use crate::crypto::handshake::{BrokenOff, broken_off};
use crate::domain::ids::Digest;
use crate::wire::receipt::ReceiptV1;
use crate::wire::relay_api::{
    AMENDMENTS_HEADER, OFFSET_HEADER, ProblemCode, ProblemV1, ROSTER_HEADER, WAITING_HEADER,
};
use crate::wire::roster::Roster;
use crate::wire::statement::{Signed, UnverifiedStatement};

/// Most bytes of a small answer: a receipt, a problem.
pub(crate) const MOST_SMALL: u64 = 16 << 10;

/// Whoever asked for a packet to be carried said no on the way.
pub(crate) fn given_up() -> RoadError {
    damaged("the packet was given up on the way".to_owned())
}

/// What an answer says beside.
pub(crate) fn told(answer: &Response) -> Heard {
    let text = |name: &str| answer.headers().get(name).and_then(|text| text.to_str().ok());
    Heard {
        waiting: text(WAITING_HEADER).and_then(|number| number.parse().ok()),
        epoch: text(ROSTER_HEADER).and_then(|number| number.parse().ok()),
        amendments: text(AMENDMENTS_HEADER).and_then(|number| number.parse().ok()),
    }
}

/// How many bytes the relay says it holds.
pub(crate) fn offset(answer: &Response) -> Option<u64> {
    answer.headers().get(OFFSET_HEADER)?.to_str().ok()?.parse().ok()
}

pub(crate) fn odd_offset() -> RoadError {
    damaged("the relay says it holds an impossible part of the packet".to_owned())
}

pub(crate) fn damaged(what: String) -> RoadError {
    RoadError::Damaged { what }
}

/// A receipt counts when an active relay of the roster signed it for this very packet.
pub(crate) fn receipt(roster: &Roster, bytes: &[u8], packet: Digest) -> Result<Signed<ReceiptV1>, RoadError> {
    let receipt = UnverifiedStatement::parse(bytes)
        .and_then(|statement| roster.verify::<ReceiptV1>(statement))
        .map_err(|error| damaged(format!("the relay's receipt cannot be accepted: {error}")))?;
    match receipt.payload.packet.0 == packet {
        true => Ok(receipt),
        false => Err(damaged("the relay's receipt is for another packet".to_owned())),
    }
}

/// A line that broke while an answer was being read.
pub(crate) fn broke(error: io::Error) -> RoadError {
    let silent = matches!(error.kind(), io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock);
    RoadError::NotReached { why: if silent { Unreached::NoAnswer } else { Unreached::CutOff } }
}

pub(crate) fn not_reached(error: reqwest::Error) -> RoadError {
    match broken_off(&error) {
        Some(BrokenOff::ByThem) => RoadError::refused(ProblemCode::NotAMember),
        Some(BrokenOff::ByUs) => RoadError::WrongRelay,
        None => {
            let why = if error.is_timeout() {
                Unreached::NoAnswer
            } else if error.is_connect() {
                Unreached::NoConnection
            } else {
                Unreached::CutOff
            };
            RoadError::NotReached { why }
        }
    }
}

/// Reads an answer of at most `most` bytes.
pub(crate) fn small(answer: Response, most: u64) -> Result<Vec<u8>, RoadError> {
    let mut bytes = Vec::new();
    answer.take(most + 1).read_to_end(&mut bytes).map_err(broke)?;
    if bytes.len() as u64 > most {
        return Err(damaged("the relay's answer is larger than any may be".to_owned()));
    }
    Ok(bytes)
}

/// What a relay says no with.
pub(crate) fn refusal(answer: Response) -> RoadError {
    let status = answer.status();
    let problem = small(answer, MOST_SMALL).ok().and_then(|bytes| ProblemV1::read(&bytes));
    match problem {
        Some(problem) => RoadError::refused(problem.code.0),
        None if status.is_server_error() => RoadError::refused(ProblemCode::CannotStore),
        None => damaged(format!("the relay answered {status} and no more")),
    }
}
