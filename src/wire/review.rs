//! What a commander says of a report: his review, or why he gives it back.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::grading::{EuropolCode, Handling, HandlingCode, LONGEST_RESTRICTION, NatoGrade};
use crate::domain::ids::Digest;
use crate::domain::marking::{Caveat, Marking};
use crate::domain::precedence::Precedence;
use crate::domain::report::{Return, Review};
use crate::domain::return_reason::ReturnReason;
use crate::domain::text::{Line, Narrative, Text};
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
    /// Europol handling code.
    pub handling: Code<HandlingCode>,
    /// The restriction that H3, and only H3, must carry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restriction: Option<Plain<Text<LONGEST_RESTRICTION>>>,
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
            handling: Code(review.handling.code()),
            restriction: match &review.handling {
                Handling::H3(words) => Text::cleaned(words.as_str()).ok().map(Plain),
                Handling::H0 | Handling::H1 | Handling::H2 => None,
            },
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
        let grade = review.grade.parse::<NatoGrade>().map_err(|_| bad)?;
        Ok(Self {
            report: review.report.0,
            grade,
            europol: (review.europol_derived)
                .map(|code| EuropolCode::derived_as_told(grade, &code).ok_or(bad))
                .transpose()?,
            handling: Handling::new(
                review.handling.0,
                review.restriction.as_ref().map(|text| text.0.as_str()),
            )
            .map_err(|_| bad)?,
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
