//! What a commander says of a report: his review, or why he gives it back.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::code::Coded;
use crate::domain::grading::{EuropolCode, Handling, NatoGrade};
use crate::domain::ids::Digest;
use crate::domain::marking::{Caveat, Marking};
use crate::domain::precedence::Precedence;
use crate::domain::report::{Return, Review};
use crate::domain::return_reason::ReturnReason;
use crate::domain::text::{Line, Narrative};
use crate::domain::time::Timestamp;
use crate::wire::kind::Kind;
use crate::wire::spelling::{Code, Plain, codes, uncoded};
use crate::wire::statement::{Payload, StatementError};

/// A commander's review.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Review")]
pub struct ReviewV1 {
    /// SHA-256 of the report statement that is reviewed.
    pub report: Plain<Digest>,
    /// NATO grade: reliability A to F, credibility 1 to 6 (AJP-2.1). F6 says that neither can be judged.
    #[schemars(regex(pattern = "^[A-F][1-6]$"))]
    pub grade: String,
    /// Europol code that follows from the grade and the basis; always derived, never an officer's own evaluation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = "^[ABCX][1-4]$"))]
    pub europol_derived: Option<String>,
    /// Handling code H0 to H3 (Europol).
    #[schemars(regex(pattern = "^H[0-3]$"))]
    pub handling: String,
    /// The text that H3 must carry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handling_text: Option<Plain<Line>>,
    /// Who may not see it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub caveats: Vec<Code<Caveat>>,
    /// How fast it goes.
    pub precedence: Code<Precedence>,
    /// Its marking.
    pub marking: Code<Marking>,
    /// The commander's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Plain<Narrative>>,
    /// Forwarded unreviewed because the time was up.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub as_it_stands: bool,
    /// When, by the commander's clock.
    pub at: Plain<Timestamp>,
}

impl Payload for ReviewV1 {
    const KIND: Kind = Kind::Review;
    fn at(&self) -> Timestamp {
        self.at.0
    }
}

impl From<&Review> for ReviewV1 {
    fn from(review: &Review) -> Self {
        Self {
            report: Plain(review.report),
            grade: review.grade.to_string(),
            europol_derived: review.europol.as_ref().map(ToString::to_string),
            handling: review.handling.code().to_owned(),
            handling_text: review.handling.text().map(|text| Plain(text.clone())),
            caveats: codes(&review.caveats),
            precedence: Code(review.precedence),
            marking: Code(review.marking),
            comment: review.comment.clone().map(Plain),
            as_it_stands: review.as_it_stands,
            at: Plain(review.at),
        }
    }
}

impl TryFrom<ReviewV1> for Review {
    type Error = StatementError;
    fn try_from(review: ReviewV1) -> Result<Self, StatementError> {
        let bad = StatementError::BadPayload;
        Ok(Self {
            report: review.report.0,
            grade: review.grade.parse::<NatoGrade>().map_err(|_| bad)?,
            europol: review.europol_derived.map(|code| EuropolCode::read_derived(&code).ok_or(bad)).transpose()?,
            handling: Handling::read(&review.handling, review.handling_text.map(|text| text.0)).ok_or(bad)?,
            caveats: uncoded(&review.caveats),
            precedence: review.precedence.0,
            marking: review.marking.0,
            comment: review.comment.map(|comment| comment.0),
            as_it_stands: review.as_it_stands,
            at: review.at.0,
        })
    }
}

/// A report given back for completion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Return")]
pub struct ReturnV1 {
    /// SHA-256 of the report statement that is given back.
    pub report: Plain<Digest>,
    /// Why.
    pub reason: Code<ReturnReason>,
    /// A few words. They never ask to investigate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Plain<Line>>,
    /// When, by the commander's clock.
    pub at: Plain<Timestamp>,
}

impl Payload for ReturnV1 {
    const KIND: Kind = Kind::Return;
    fn at(&self) -> Timestamp {
        self.at.0
    }
}

impl From<&Return> for ReturnV1 {
    fn from(returned: &Return) -> Self {
        Self {
            report: Plain(returned.report),
            reason: Code(returned.reason),
            note: returned.note.clone().map(Plain),
            at: Plain(returned.at),
        }
    }
}

impl From<ReturnV1> for Return {
    fn from(returned: ReturnV1) -> Self {
        Self {
            report: returned.report.0,
            reason: returned.reason.0,
            note: returned.note.map(|note| note.0),
            at: returned.at.0,
        }
    }
}
