//! What a commander judges with: the words of each grade and code, and of the screening.

use crate::domain::catalogue::ilo::IloDimension;
use crate::domain::grading::{HandlingCode, InformationCredibility, SourceReliability};
use crate::domain::marking::Marking;
use crate::domain::screening::{DimensionState, ScreeningPattern};
use crate::language::phrase::{Phrase, Translated};
use crate::language::word::Word;

/// How reliable a source is (AJP-2.1).
#[must_use]
pub const fn source(code: SourceReliability) -> Word {
    match code {
        SourceReliability::A => Word("source-a"),
        SourceReliability::B => Word("source-b"),
        SourceReliability::C => Word("source-c"),
        SourceReliability::D => Word("source-d"),
        SourceReliability::E => Word("source-e"),
        SourceReliability::F => Word("source-f"),
    }
}

/// How credible information is (AJP-2.1).
#[must_use]
pub const fn information(code: InformationCredibility) -> Word {
    match code {
        InformationCredibility::Confirmed => Word("information-1"),
        InformationCredibility::ProbablyTrue => Word("information-2"),
        InformationCredibility::PossiblyTrue => Word("information-3"),
        InformationCredibility::Doubtful => Word("information-4"),
        InformationCredibility::Improbable => Word("information-5"),
        InformationCredibility::Unjudged => Word("information-6"),
    }
}

/// What a recipient may do with it.
#[must_use]
pub const fn handling(code: HandlingCode) -> Word {
    match code {
        HandlingCode::H0 => Word("handling-h0"),
        HandlingCode::H1 => Word("handling-h1"),
        HandlingCode::H2 => Word("handling-h2"),
        HandlingCode::H3 => Word("handling-h3"),
    }
}

/// A marking by its last words, in one language of Belgium: French for who reads French, Dutch for everybody else, as the
/// law gives no third. All of it stands at the top of every screen.
#[must_use]
pub fn marking(marking: Marking) -> Phrase {
    let last = |words: &str| words.rsplit(" – ").next().unwrap_or(words).to_owned();
    let mut both = marking.banner().split(" / ").map(last);
    let nl = both.next().unwrap_or_default();
    let fr = both.next().unwrap_or_else(|| nl.clone());
    Translated { de: nl.clone(), en: nl.clone(), nl, fr }.into()
}

/// A dimension of the ILO's lists.
#[must_use]
pub const fn dimension(code: IloDimension) -> Word {
    match code {
        IloDimension::DeceptiveRecruitment => Word("ilo-deceptive-recruitment"),
        IloDimension::CoerciveRecruitment => Word("ilo-coercive-recruitment"),
        IloDimension::VulnerableRecruitment => Word("ilo-vulnerable-recruitment"),
        IloDimension::Exploitation => Word("ilo-exploitation"),
        IloDimension::CoercionAtDestination => Word("ilo-coercion-at-destination"),
        IloDimension::VulnerabilityAtDestination => Word("ilo-vulnerability-at-destination"),
    }
}

/// What one dimension shows.
#[must_use]
pub const fn dimension_state(state: DimensionState) -> Word {
    match state {
        DimensionState::Positive => Word("ilo-positive"),
        DimensionState::Negative => Word("ilo-negative"),
        DimensionState::NothingSeen => Word("ilo-nothing-seen"),
    }
}

/// How the dimensions stand together.
#[must_use]
pub const fn pattern(pattern: ScreeningPattern) -> Word {
    match pattern {
        ScreeningPattern::AllElements => Word("ilo-all-elements"),
        ScreeningPattern::DeceptionAndExploitation => Word("ilo-deception-and-exploitation"),
        ScreeningPattern::ExploitationOnly => Word("ilo-exploitation-only"),
        ScreeningPattern::OtherCombination => Word("ilo-other-combination"),
        ScreeningPattern::NonePositive => Word("ilo-none-positive"),
    }
}
