//! What a commander has begun to say of a report and not signed. It binds nobody and leaves his desk by no road.

use crate::domain::grading::{Handling, HandlingCode, NatoGrade};
use crate::domain::ids::Digest;
use crate::domain::marking::{Caveat, Marking};
use crate::domain::observation_terms::TriState;
use crate::domain::precedence::Precedence;
use crate::domain::report::Review;

/// A review as far as it is written: words as they were typed, in the middle of a sentence perhaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BegunReview {
    /// Reliability of the source and credibility of the information.
    pub grade: NatoGrade,
    /// What may be done with it.
    pub handling: HandlingCode,
    /// The words of an H3; they stay while another code is chosen.
    pub restriction: String,
    /// Who may not see it.
    pub caveats: Vec<Caveat>,
    /// How fast it goes.
    pub precedence: Precedence,
    /// Its marking from here on.
    pub marking: Marking,
    /// The commander's words.
    pub comment: String,
    /// Whether he told a local authority.
    pub told: TriState,
    /// Which one, and when.
    pub told_who: String,
    /// Whether it acted.
    pub acted: TriState,
    /// The report it repeats, by the digest of its statement.
    pub repeats: Option<Digest>,
}

impl BegunReview {
    /// As if everything that was signed had just been written.
    #[must_use]
    pub fn of(review: &Review) -> Self {
        let local = review.local_authority.as_ref();
        let who = local.and_then(|local| local.who.as_ref());
        Self {
            grade: review.grade,
            handling: review.handling.code(),
            restriction: match &review.handling {
                Handling::H3(words) => words.as_str().to_owned(),
                Handling::H0 | Handling::H1 | Handling::H2 => String::new(),
            },
            caveats: review.caveats.clone(),
            precedence: review.precedence,
            marking: review.marking,
            comment: review.comment.as_ref().map_or_else(String::new, |words| words.as_str().to_owned()),
            told: local.map_or(TriState::Unknown, |local| local.told),
            told_who: who.map_or_else(String::new, |who| who.as_str().to_owned()),
            acted: local.map_or(TriState::Unknown, |local| local.acted),
            repeats: review.duplicate_of,
        }
    }
}
