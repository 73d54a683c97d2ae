//! What a commander says of a report: his review, or why he gives it back.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::grading::{EuropolCode, Handling, HandlingCode, LONGEST_RESTRICTION, NatoGrade};
use crate::domain::ids::Digest;
use crate::domain::marking::{Caveat, Marking};
use crate::domain::observation::LocalAuthority;
use crate::domain::precedence::Precedence;
use crate::domain::report::{Return, Review};
use crate::domain::return_reason::ReturnReason;
use crate::domain::text::{Line, Narrative, Text};
use crate::domain::time::Timestamp;
use crate::wire::kind::Kind;
use crate::wire::observation::LocalAuthorityV1;
use crate::wire::spelling::{Code, Plain, codes, present, uncoded};
use crate::wire::statement::{Payload, StatementError};

/// A commander's review of one report: what he adds; he never edits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Review", extend(
    "if" = { "properties": { "handling": { "const": "H3" } } },
    "then" = { "required": ["restriction"] },
    "else" = { "not": { "required": ["restriction"] } }
))]
pub struct ReviewV1 {
    /// SHA-256 of the report statement that is reviewed.
    pub report: Plain<Digest>,
    /// NATO grade: reliability A to F, credibility 1 to 6 (AJP-2.1). F6 says that neither can be judged.
    pub grade: Plain<NatoGrade>,
    /// Europol code that follows from the grade and the basis; always derived, so never with
    /// information 1, which takes an officer.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    #[schemars(regex(pattern = "^[ABCX][2-4]$"))]
    pub europol_derived: Option<String>,
    /// Europol handling code.
    pub handling: Code<HandlingCode>,
    /// The restriction that H3, and only H3, must carry.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub restriction: Option<Plain<Text<LONGEST_RESTRICTION>>>,
    /// Who may not see it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub caveats: Vec<Code<Caveat>>,
    /// How fast it goes.
    pub precedence: Code<Precedence>,
    /// Its marking.
    pub marking: Code<Marking>,
    /// The commander's words.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub comment: Option<Plain<Narrative>>,
    /// Whether the commander told a local authority, and what came of it.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub local_authority: Option<LocalAuthorityV1>,
    /// SHA-256 of another report's statement, of which this one tells the same sighting. Both go on.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub duplicate_of: Option<Plain<Digest>>,
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
    fn check(&self) -> Result<(), StatementError> {
        Review::try_from(self.clone()).map(|_| ())
    }
}

impl From<&Review> for ReviewV1 {
    fn from(review: &Review) -> Self {
        Self {
            report: Plain(review.report),
            grade: Plain(review.grade),
            europol_derived: review.europol.as_ref().map(ToString::to_string),
            handling: Code(review.handling.code()),
            restriction: match &review.handling {
                Handling::H3(words) => Some(Plain(words.text().clone())),
                Handling::H0 | Handling::H1 | Handling::H2 => None,
            },
            caveats: codes(&review.caveats),
            precedence: Code(review.precedence),
            marking: Code(review.marking),
            comment: review.comment.clone().map(Plain),
            local_authority: review.local_authority.as_ref().map(LocalAuthorityV1::from),
            duplicate_of: review.duplicate_of.map(Plain),
            as_it_stands: review.as_it_stands,
            at: Plain(review.at),
        }
    }
}

impl TryFrom<ReviewV1> for Review {
    type Error = StatementError;
    fn try_from(review: ReviewV1) -> Result<Self, StatementError> {
        let bad = StatementError::BadPayload;
        let grade = review.grade.0;
        let duplicate_of = review.duplicate_of.map(|other| other.0);
        if duplicate_of == Some(review.report.0) {
            return Err(bad);
        }
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
            local_authority: review.local_authority.map(LocalAuthority::from),
            duplicate_of,
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
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::code::Coded;
    use crate::domain::observation_terms::TriState;
    use crate::wire::cast::{COMMANDER, key, line, noon, realm};
    use crate::wire::statement::{UnverifiedStatement, digest_of, sign};
    use serde_json::json;

    fn review() -> Review {
        let grade = "B2".parse().unwrap();
        Review {
            report: digest_of(b"report"),
            grade,
            europol: EuropolCode::derived_as_told(grade, "B2"),
            handling: Handling::new(HandlingCode::H3, Some("only the cell\nat Brussels")).unwrap(),
            caveats: Caveat::ALL.to_vec(),
            precedence: Precedence::Immediate,
            marking: Marking::LimitedDistribution,
            comment: Some(Narrative::new("Same van as last week.").unwrap()),
            local_authority: Some(LocalAuthority {
                told: TriState::Yes,
                who: Some(line("border police, 1145Z")),
                acted: TriState::No,
            }),
            duplicate_of: Some(digest_of(b"another report")),
            as_it_stands: true,
            at: noon(),
        }
    }

    fn carried<P: Payload>(payload: P) -> P {
        let signed = sign(payload, &key(COMMANDER), realm().id()).unwrap();
        let arrived = UnverifiedStatement::parse(signed.statement.bytes()).unwrap();
        arrived.verify_with(&key(COMMANDER).verifying_key(), realm().id()).unwrap().payload
    }

    #[test]
    fn a_review_arrives_as_it_left_with_every_handling() {
        assert_eq!(Review::try_from(carried(ReviewV1::from(&review()))).unwrap(), review());
        for handling in [Handling::H0, Handling::H1, Handling::H2] {
            let least = Review {
                europol: None,
                handling,
                caveats: vec![],
                comment: None,
                local_authority: None,
                duplicate_of: None,
                as_it_stands: false,
                grade: NatoGrade::UNJUDGED,
                ..review()
            };
            assert_eq!(Review::try_from(carried(ReviewV1::from(&least))).unwrap(), least);
        }
    }

    #[test]
    fn half_a_grading_and_a_restriction_out_of_place_are_refused() {
        let accepted = |field: &str, value: serde_json::Value| {
            let mut json = serde_json::to_value(ReviewV1::from(&review())).unwrap();
            json[field] = value;
            serde_json::from_value::<ReviewV1>(json).is_ok_and(|review| review.check().is_ok())
        };
        assert!(accepted("grade", json!("F6")));
        for grade in ["B", "2", "b2", "B7", "G1", ""] {
            assert!(!accepted("grade", json!(grade)), "{grade}");
        }
        for code in ["B1", "D2", "B22", "b2", ""] {
            assert!(!accepted("europol_derived", json!(code)), "{code}");
        }
        assert!(!accepted("handling", json!("H2")), "only H3 carries a restriction");
        let mut bare = serde_json::to_value(ReviewV1::from(&review())).unwrap();
        bare.as_object_mut().unwrap().remove("restriction");
        let bare: ReviewV1 = serde_json::from_value(bare).unwrap();
        assert_eq!(bare.check(), Err(StatementError::BadPayload));
        assert_eq!(sign(bare, &key(COMMANDER), realm().id()).err(), Some(StatementError::BadPayload));
    }

    #[test]
    fn a_return_arrives_as_it_left() {
        for note in [None, Some(line("which bridge?"))] {
            for reason in ReturnReason::ALL {
                let returned =
                    Return { report: digest_of(b"report"), reason: *reason, note: note.clone(), at: noon() };
                assert_eq!(Return::from(carried(ReturnV1::from(&returned))), returned);
            }
        }
    }
}
