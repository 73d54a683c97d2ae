//! One line for each request, and for each thing the duty officer should know. Never a name or a word of what is carried.

use std::fmt;
use std::sync::Arc;

use crate::domain::code::Coded;
use crate::domain::people::Callsign;
use crate::domain::time::Timestamp;
use crate::wire::relay_api::ProblemCode;

/// Where lines go: standard error, or a test.
pub type Log = Arc<dyn Fn(&LogLine) + Send + Sync>;
/// The relay's clock.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LogLine {
    /// A request was answered.
    Request(Answered),
    /// Something the duty officer should know.
    Event {
        /// When.
        at: Timestamp,
        /// What, in one sentence.
        what: String,
    },
}

/// A request that was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// When it came.
    pub at: Timestamp,
    /// `PUT`, `GET` and so on.
    pub method: String,
    /// The address as a pattern: never the name of a packet.
    pub route: String,
    /// The HTTP status.
    pub status: u16,
    /// What went wrong, if anything.
    pub code: Option<ProblemCode>,
    /// More of it, for the log alone.
    pub detail: Option<String>,
    /// Bytes the request brought.
    pub received: u64,
    /// Bytes the answer takes.
    pub sent: u64,
    /// Who asked, if it was a member.
    pub member: Option<Callsign>,
}

impl fmt::Display for LogLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Event { at, what } => write!(f, "{at} {what}"),
            Self::Request(line) => {
                let member = line.member.as_ref().map_or("-", Callsign::as_str);
                let code = line.code.map_or("-", Coded::code);
                write!(f, "{} {} {} {} {code} ", line.at, line.method, line.route, line.status)?;
                write!(f, "in={} out={} {member}", line.received, line.sent)?;
                line.detail.iter().try_for_each(|detail| write!(f, " ({detail})"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_tells_who_what_and_how_it_ended() {
        let line = LogLine::Request(Answered {
            at: Timestamp::parse("2026-11-21T14:30:00Z").unwrap(),
            method: "PUT".to_owned(),
            route: "/v1/packets/{sha256}".to_owned(),
            status: 403,
            code: Some(ProblemCode::BadSender),
            detail: Some("the signer's keys were revoked".to_owned()),
            received: 7_512,
            sent: 120,
            member: Some("KFOR1-CDR".parse().unwrap()),
        });
        assert_eq!(
            line.to_string(),
            "2026-11-21T14:30:00Z PUT /v1/packets/{sha256} 403 bad_sender in=7512 out=120 KFOR1-CDR (the signer's \
             keys were revoked)"
        );
    }
}
