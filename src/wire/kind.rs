//! The kinds of statement, and who may sign which.

use crate::domain::code::{Coded, codes};
use crate::domain::people::Role;

codes! {
    /// What a statement says.
    Kind, "kind" {
        /// A commander vouches for an observer. Stands before whatever that observer signs.
        Membership = "membership",
        /// A member's keys are void.
        Revocation = "revocation",
        /// Which reports of an earlier device the answers are about that its successor is given.
        EarlierReports = "earlier_reports",
        /// An observation.
        Report = "report",
        /// How many reports an observer has filed, and the head of his chain.
        Tally = "tally",
        /// What a commander adds to a report.
        Review = "review",
        /// A report given back for completion.
        Return = "return",
        /// What a commander sends in one go.
        Batch = "batch",
        /// The relay has a packet.
        Receipt = "receipt",
        /// The cell has every byte.
        Acknowledgement = "acknowledgement",
        /// What came of a report.
        Feedback = "feedback",
        /// What the cell tells everybody.
        Bulletin = "bulletin",
        /// Who belongs to a realm.
        Roster = "roster",
        /// What a carrier sees of a packet.
        Label = "label",
        /// Somebody asks to be put on the roster.
        Request = "request",
        /// An addressee has a packet and the shelf may forget it.
        Collection = "collection",
    }
}

/// The version of every kind this program writes and reads.
pub const VERSION: u32 = 1;

/// The most bytes the payload of any one person's statement may have.
pub const LARGEST_STATEMENT: usize = 256 << 10;

/// What stands before and after the kind in a content type.
const TREE: &str = "application/vnd.vigilia.";
const SYNTAX: &str = "+json";

/// What a content type turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContentType {
    /// A kind of this version.
    Known(Kind),
    /// One of ours, made by a newer program.
    Future,
    /// Not ours.
    Foreign,
}

impl Kind {
    /// Who may sign this kind. A roster is not a statement of one signer; a request is signed by the key it asks for.
    pub fn signers(self) -> &'static [Role] {
        match self {
            Self::Report | Self::Tally => &[Role::Observer],
            Self::Review | Self::Return | Self::Batch | Self::Membership => &[Role::Commander],
            Self::EarlierReports => &[Role::Commander, Role::Cell],
            // An authority stands in the charter, not on the roster; see `Roster::judge`.
            Self::Revocation => &[Role::Commander, Role::Authority],
            Self::Receipt => &[Role::Relay],
            Self::Acknowledgement | Self::Feedback | Self::Bulletin => &[Role::Cell],
            Self::Roster => &[Role::Authority],
            Self::Label | Self::Collection => &[Role::Observer, Role::Commander, Role::Cell, Role::Integrity],
            Self::Request => &[],
        }
    }

    /// The most bytes a payload of this kind may have.
    pub const fn limit(self) -> usize {
        match self {
            // Ten thousand members, whose hybrid recipients alone take 1,959 characters each.
            Self::Roster => 32 << 20,
            Self::Label | Self::Revocation => 1 << 10,
            // A hybrid recipient takes 1,959 characters.
            Self::Membership => 4 << 10,
            Self::EarlierReports
            | Self::Report
            | Self::Tally
            | Self::Review
            | Self::Return
            | Self::Batch
            | Self::Receipt
            | Self::Acknowledgement
            | Self::Feedback
            | Self::Bulletin
            | Self::Request
            | Self::Collection => LARGEST_STATEMENT,
        }
    }

    /// The media type, for example `application/vnd.vigilia.report.v1+json`.
    pub fn content_type(self) -> String {
        format!("{TREE}{}.v{VERSION}{SYNTAX}", self.code())
    }

    /// Tells what a content type stands for.
    pub fn of_content_type(text: &str) -> ContentType {
        let named = text
            .strip_prefix(TREE)
            .and_then(|rest| rest.strip_suffix(SYNTAX))
            .and_then(|rest| rest.rsplit_once(".v"));
        match named {
            Some((code, version)) if is_code(code) => match (Self::from_code(code), number(version)) {
                (Some(kind), Some(VERSION)) => ContentType::Known(kind),
                (_, Some(VERSION..)) => ContentType::Future,
                _ => ContentType::Foreign,
            },
            _ => ContentType::Foreign,
        }
    }
}

/// Whether a word could be the code of a kind, known here or not.
fn is_code(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

/// A version written in the one way there is.
fn number(text: &str) -> Option<u32> {
    text.parse::<u32>().ok().filter(|number| number.to_string() == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_content_type_leads_back_to_its_kind_or_says_that_it_is_newer() {
        for kind in Kind::ALL {
            assert_eq!(Kind::of_content_type(&kind.content_type()), ContentType::Known(*kind));
        }
        assert_eq!(Kind::of_content_type("application/vnd.vigilia.report.v2+json"), ContentType::Future);
        assert_eq!(Kind::of_content_type("application/vnd.vigilia.hologram.v1+json"), ContentType::Future);
        let foreign =
            ["report.v01", "report.v0", "report.v+1", "report.v", "report", ".v1", "Report.v1", "a.v1.v1"];
        for name in foreign {
            let text = format!("{TREE}{name}{SYNTAX}");
            assert_eq!(Kind::of_content_type(&text), ContentType::Foreign, "{text}");
        }
        assert_eq!(Kind::of_content_type("text/html"), ContentType::Foreign);
        assert_eq!(Kind::of_content_type("application/vnd.vigilia.report.v1+cbor"), ContentType::Foreign);
    }
}
