//! Grading: how far a source and its information are trusted, and what a recipient may do with them.
//!
//! Two systems stand side by side. A commander gives the NATO grade (AJP-2.1): source and information, judged apart.
//! The police use Europol's (Regulation (EU) 2016/794, art. 29). There is no official table between them, and their
//! second axes measure different things: the one how likely, the other how known. The program proposes a Europol code
//! and says that it is derived; an officer of the police decides.

use crate::domain::code::{Coded, codes};
use crate::domain::text::{InvalidText, Text};
use std::fmt;
use std::str::FromStr;

codes! {
    /// How reliable a source is, by the NATO scale; F is no basis to judge, not the worst.
    SourceReliability, "source_reliability" {
        /// Completely reliable.
        A = "A",
        /// Usually reliable.
        B = "B",
        /// Fairly reliable.
        C = "C",
        /// Not usually reliable.
        D = "D",
        /// Unreliable.
        E = "E",
        /// Cannot be judged.
        F = "F",
    }
}

codes! {
    /// How credible information is, by the NATO scale; 6 is no basis to judge, not the worst.
    InformationCredibility, "information_credibility" {
        /// Confirmed by other sources.
        Confirmed = "1",
        /// Probably true.
        ProbablyTrue = "2",
        /// Possibly true.
        PossiblyTrue = "3",
        /// Doubtful.
        Doubtful = "4",
        /// Improbable.
        Improbable = "5",
        /// Cannot be judged.
        Unjudged = "6",
    }
}

/// A NATO grade: source and information, always both, such as `B2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct NatoGrade {
    /// How reliable the source is.
    pub source: SourceReliability,
    /// How credible the information is, judged apart from its source.
    pub information: InformationCredibility,
}

impl NatoGrade {
    /// `F6`: nobody has judged yet. The grade of every report until a commander gives another.
    pub const UNJUDGED: Self =
        Self { source: SourceReliability::F, information: InformationCredibility::Unjudged };
}

impl Default for NatoGrade {
    fn default() -> Self {
        Self::UNJUDGED
    }
}

impl fmt::Display for NatoGrade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.source, self.information)
    }
}

/// The text is not a NATO grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "a grade is a letter A to F for the source and a figure 1 to 6 for the information, for example B2; \
     F6 if neither can be judged"
)]
pub struct NotAGrade;

impl FromStr for NatoGrade {
    type Err = NotAGrade;

    /// Reads `B2` or `b2`, with or without space around it.
    fn from_str(text: &str) -> Result<Self, NotAGrade> {
        let text = text.trim();
        let (source, information) = text.split_at_checked(1).ok_or(NotAGrade)?;
        Ok(Self {
            source: SourceReliability::from_code(&source.to_ascii_uppercase()).ok_or(NotAGrade)?,
            information: InformationCredibility::from_code(information).ok_or(NotAGrade)?,
        })
    }
}

codes! {
    /// How the observer came to know one statement.
    Basis, "basis" {
        /// He saw or heard it.
        SawMyself = "saw_myself",
        /// A camera, a sensor or another device recorded it.
        DeviceRecorded = "device_recorded",
        /// Somebody who saw it told him, unasked.
        ToldByEyewitness = "told_by_eyewitness",
        /// It was told by somebody who did not see it.
        Hearsay = "hearsay",
        /// He concludes it: an assessment, not information.
        MyConclusion = "my_conclusion",
    }
}

impl Basis {
    /// Whether the observer, or his device, is the first hand.
    #[must_use]
    pub const fn is_first_hand(self) -> bool {
        matches!(self, Self::SawMyself | Self::DeviceRecorded)
    }
}

codes! {
    /// How reliable a source is, by Europol's scale.
    EuropolSource, "europol_source" {
        /// No doubt, or reliable in all instances.
        A = "A",
        /// Reliable in most instances.
        B = "B",
        /// Unreliable in most instances.
        C = "C",
        /// Cannot be assessed.
        X = "X",
    }
}

codes! {
    /// How information came to be known, by Europol's scale.
    EuropolInformation, "europol_information" {
        /// Its accuracy is not in doubt.
        NotInDoubt = "1",
        /// Known personally to the source, but not to the official who passes it on.
        KnownToSource = "2",
        /// Not known personally to the source, but corroborated by other information already recorded.
        Corroborated = "3",
        /// Not known personally to the source, and cannot be corroborated.
        Uncorroborated = "4",
    }
}

/// A Europol code, such as `B2`, which knows whether the program derived it or an officer decided it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct EuropolCode {
    source: EuropolSource,
    information: EuropolInformation,
    origin: Origin,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Origin {
    Derived { from: NatoGrade },
    Officer,
}

impl EuropolCode {
    /// Proposes a code from the commander's grade, the basis of the statement, and whether another recorded report
    /// corroborates it. `None` for a conclusion, which is an assessment and belongs with the assessments.
    ///
    /// Source: A, B, C, D, E, F become A, B, B, C, C, X; but the observer is a soldier of our own, so his first-hand
    /// statement stands as B until somebody judges it otherwise, that is, while its grade is still `F6`.
    /// Information: 2 at first hand; otherwise 3 if corroborated and 4 if not. Never 1: accuracy beyond doubt takes
    /// an officer who verified it, see [`EuropolCode::decided_by_officer`].
    #[must_use]
    pub fn derived_from(grade: NatoGrade, basis: Basis, corroborated: bool) -> Option<Self> {
        let information = match (basis, corroborated) {
            (Basis::MyConclusion, _) => return None,
            (Basis::SawMyself | Basis::DeviceRecorded, _) => EuropolInformation::KnownToSource,
            (Basis::ToldByEyewitness | Basis::Hearsay, true) => EuropolInformation::Corroborated,
            (Basis::ToldByEyewitness | Basis::Hearsay, false) => EuropolInformation::Uncorroborated,
        };
        let source = match grade.source {
            SourceReliability::A => EuropolSource::A,
            SourceReliability::B | SourceReliability::C => EuropolSource::B,
            SourceReliability::D | SourceReliability::E => EuropolSource::C,
            SourceReliability::F if grade == NatoGrade::UNJUDGED && basis.is_first_hand() => EuropolSource::B,
            SourceReliability::F => EuropolSource::X,
        };
        Some(Self { source, information, origin: Origin::Derived { from: grade } })
    }

    /// The code an officer of the police gave; it overrides any derived one and is free of its rules.
    #[must_use]
    pub const fn decided_by_officer(source: EuropolSource, information: EuropolInformation) -> Self {
        Self { source, information, origin: Origin::Officer }
    }

    /// A derived code as its commander's program told it. `None` for a code that no derivation gives: information 1
    /// takes an officer.
    #[must_use]
    pub fn derived_as_told(grade: NatoGrade, text: &str) -> Option<Self> {
        let mut letters = text.chars().map(String::from);
        let source = EuropolSource::from_code(&letters.next()?)?;
        let information = EuropolInformation::from_code(&letters.next()?)?;
        let derivable = information != EuropolInformation::NotInDoubt && letters.next().is_none();
        derivable.then_some(Self { source, information, origin: Origin::Derived { from: grade } })
    }

    /// How reliable the source is.
    #[must_use]
    pub const fn source(self) -> EuropolSource {
        self.source
    }

    /// How the information came to be known.
    #[must_use]
    pub const fn information(self) -> EuropolInformation {
        self.information
    }

    /// Whether the program proposed it. A derived code is always shown as derived.
    #[must_use]
    pub const fn is_derived(self) -> bool {
        matches!(self.origin, Origin::Derived { .. })
    }

    /// Whether its B was derived from a C, "fairly reliable", which Europol's scale cannot say; shown as a note.
    #[must_use]
    pub const fn is_fairly_reliable(self) -> bool {
        matches!(self.origin, Origin::Derived { from: NatoGrade { source: SourceReliability::C, .. } })
    }
}

impl fmt::Display for EuropolCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.source, self.information)
    }
}

codes! {
    /// What a recipient may do with information, by Europol's handling codes.
    HandlingCode, "handling" {
        /// Use it to prevent and combat crime, under the law that applies.
        H0 = "H0",
        /// Not in judicial proceedings without the provider's permission.
        H1 = "H1",
        /// Not to be passed on without the provider's permission.
        H2 = "H2",
        /// Another restriction, which must be written out.
        H3 = "H3",
    }
}

/// The longest restriction, in characters.
pub const LONGEST_RESTRICTION: usize = 500;

/// The text of an H3: 1 to 500 characters, trimmed, with nothing in it that a screen would act on but line breaks.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Restriction(Text<LONGEST_RESTRICTION>);

impl Restriction {
    /// Checks the text of a restriction.
    ///
    /// # Errors
    /// [`HandlingError::NoRestriction`] if nothing is written, [`HandlingError::BadRestriction`] if it is too long or
    /// holds control characters.
    pub fn parse(text: &str) -> Result<Self, HandlingError> {
        match Text::new(text.trim()) {
            Ok(text) => Ok(Self(text)),
            Err(InvalidText::Empty) => Err(HandlingError::NoRestriction),
            Err(InvalidText::TooLong { .. } | InvalidText::Control) => Err(HandlingError::BadRestriction),
        }
    }

    /// The restriction as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The restriction as a checked text.
    #[must_use]
    pub const fn text(&self) -> &Text<LONGEST_RESTRICTION> {
        &self.0
    }
}

/// What a recipient may do with information. H2 in the Defence chain unless a commander says otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum Handling {
    /// Use it to prevent and combat crime, under the law that applies.
    H0,
    /// Not in judicial proceedings without the provider's permission.
    H1,
    /// Not to be passed on without the provider's permission; the default.
    #[default]
    H2,
    /// The restriction that is written out.
    H3(Restriction),
}

/// A handling code and its text do not belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HandlingError {
    /// An H3 without its text.
    #[error("H3 needs the restriction written out; write it, or choose H0, H1 or H2")]
    NoRestriction,
    /// A restriction that cannot be carried.
    #[error(
        "a restriction has at most {LONGEST_RESTRICTION} characters and no control characters; shorten it"
    )]
    BadRestriction,
    /// A text with a code that carries none.
    #[error("only H3 carries a restriction in words; choose H3, or remove the text")]
    NeedlessRestriction,
}

impl Handling {
    /// Joins a code and its text.
    ///
    /// # Errors
    /// [`HandlingError`] if H3 has no usable text, or another code has one.
    pub fn new(code: HandlingCode, restriction: Option<&str>) -> Result<Self, HandlingError> {
        match (code, restriction) {
            (HandlingCode::H3, text) => Restriction::parse(text.unwrap_or_default()).map(Self::H3),
            (_, Some(_)) => Err(HandlingError::NeedlessRestriction),
            (HandlingCode::H0, None) => Ok(Self::H0),
            (HandlingCode::H1, None) => Ok(Self::H1),
            (HandlingCode::H2, None) => Ok(Self::H2),
        }
    }

    /// Its code.
    #[must_use]
    pub const fn code(&self) -> HandlingCode {
        match self {
            Self::H0 => HandlingCode::H0,
            Self::H1 => HandlingCode::H1,
            Self::H2 => HandlingCode::H2,
            Self::H3(_) => HandlingCode::H3,
        }
    }

    /// The handling of a report that touches officials: never freer than H2. An H3 keeps its own words.
    #[must_use]
    pub fn where_officials_are_involved(self) -> Self {
        match self {
            Self::H0 | Self::H1 | Self::H2 => Self::H2,
            Self::H3(restriction) => Self::H3(restriction),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        Basis, EuropolCode, EuropolInformation, EuropolSource, Handling, HandlingCode, HandlingError,
        InformationCredibility, NatoGrade, NotAGrade, Restriction, SourceReliability,
    };
    use crate::domain::code::Coded;
    use proptest::prelude::*;

    fn stands<C: Coded + std::fmt::Debug>(codes: &str) {
        assert_eq!(C::ALL.iter().map(|member| member.code()).collect::<Vec<_>>().join(" "), codes);
        assert!(C::ALL.iter().all(|member| C::from_code(member.code()) == Some(*member)));
    }

    fn derived(grade: &str, basis: Basis, corroborated: bool) -> Option<String> {
        EuropolCode::derived_from(grade.parse().unwrap(), basis, corroborated).map(|code| code.to_string())
    }

    #[test]
    fn the_published_codes_stand() {
        stands::<SourceReliability>("A B C D E F");
        stands::<InformationCredibility>("1 2 3 4 5 6");
        stands::<Basis>("saw_myself device_recorded told_by_eyewitness hearsay my_conclusion");
        stands::<EuropolSource>("A B C X");
        stands::<EuropolInformation>("1 2 3 4");
        stands::<HandlingCode>("H0 H1 H2 H3");
    }

    #[test]
    fn a_grade_is_read_as_it_is_shown_and_always_has_both_halves() {
        for source in SourceReliability::ALL {
            for information in InformationCredibility::ALL {
                let grade = NatoGrade { source: *source, information: *information };
                assert_eq!(grade.to_string().parse(), Ok(grade));
                assert_eq!(format!(" {} ", grade.to_string().to_lowercase()).parse(), Ok(grade));
            }
        }
        for bad in ["", "B", "2", "G2", "B7", "B0", "2B", "B 2", "B22", "BB", "é2", "B²"] {
            assert_eq!(bad.parse::<NatoGrade>(), Err(NotAGrade), "{bad}");
        }
        assert_eq!(NatoGrade::default().to_string(), "F6");
    }

    #[test]
    fn a_derived_source_follows_the_table() {
        for (grade, europol) in [("A1", "A"), ("B1", "B"), ("C1", "B"), ("D1", "C"), ("E1", "C"), ("F1", "X")]
        {
            for basis in [Basis::SawMyself, Basis::DeviceRecorded, Basis::ToldByEyewitness, Basis::Hearsay] {
                let code = derived(grade, basis, false).unwrap();
                assert_eq!(code.get(..1), Some(europol), "{grade} {basis}");
            }
        }
    }

    #[test]
    fn our_own_soldier_at_first_hand_is_b_until_he_is_judged_otherwise() {
        assert_eq!(derived("F6", Basis::SawMyself, false).as_deref(), Some("B2"));
        assert_eq!(derived("F6", Basis::DeviceRecorded, false).as_deref(), Some("B2"));
        assert_eq!(derived("F6", Basis::ToldByEyewitness, false).as_deref(), Some("X4"));
        assert_eq!(derived("F6", Basis::Hearsay, true).as_deref(), Some("X3"));
        assert_eq!(derived("F3", Basis::SawMyself, false).as_deref(), Some("X2"), "the commander did judge");
        assert_eq!(derived("E6", Basis::SawMyself, false).as_deref(), Some("C2"));
    }

    #[test]
    fn derived_information_follows_the_basis_and_the_corroboration() {
        for (basis, alone, corroborated) in [
            (Basis::SawMyself, "A2", "A2"),
            (Basis::DeviceRecorded, "A2", "A2"),
            (Basis::ToldByEyewitness, "A4", "A3"),
            (Basis::Hearsay, "A4", "A3"),
        ] {
            assert_eq!(derived("A1", basis, false).as_deref(), Some(alone), "{basis}");
            assert_eq!(derived("A1", basis, true).as_deref(), Some(corroborated), "{basis}");
        }
    }

    #[test]
    fn a_conclusion_has_no_code_and_nothing_derived_is_beyond_doubt() {
        for source in SourceReliability::ALL {
            for information in InformationCredibility::ALL {
                let grade = NatoGrade { source: *source, information: *information };
                for corroborated in [false, true] {
                    assert_eq!(EuropolCode::derived_from(grade, Basis::MyConclusion, corroborated), None);
                    for basis in Basis::ALL {
                        let code = EuropolCode::derived_from(grade, *basis, corroborated);
                        assert!(code.is_none_or(|code| code.information() != EuropolInformation::NotInDoubt));
                        assert!(code.is_none_or(EuropolCode::is_derived));
                    }
                }
            }
        }
    }

    #[test]
    fn a_b_made_of_a_c_says_so_and_an_officers_code_is_not_derived() {
        let fairly = |grade: &str| {
            EuropolCode::derived_from(grade.parse().unwrap(), Basis::SawMyself, false)
                .unwrap()
                .is_fairly_reliable()
        };
        assert!(fairly("C2"));
        assert!(!fairly("B2") && !fairly("F6"));
        let decided = EuropolCode::decided_by_officer(EuropolSource::A, EuropolInformation::NotInDoubt);
        assert_eq!(decided.to_string(), "A1");
        assert!(!decided.is_derived() && !decided.is_fairly_reliable());
    }

    #[test]
    fn an_h3_has_its_text_and_no_other_code_has_one() {
        assert_eq!(Handling::default(), Handling::H2);
        for empty in [None, Some(""), Some(" \n\t ")] {
            assert_eq!(Handling::new(HandlingCode::H3, empty), Err(HandlingError::NoRestriction));
        }
        let h3 = Handling::new(HandlingCode::H3, Some(" Not before 1 May.\nAsk first. ")).unwrap();
        assert!(matches!(&h3, Handling::H3(text) if text.as_str() == "Not before 1 May.\nAsk first."));
        for code in HandlingCode::ALL.iter().filter(|code| **code != HandlingCode::H3) {
            assert_eq!(Handling::new(*code, None).map(|handling| handling.code()), Ok(*code));
            assert_eq!(Handling::new(*code, Some("x")), Err(HandlingError::NeedlessRestriction));
        }
    }

    #[test]
    fn a_restriction_is_short_and_plain() {
        assert!(Restriction::parse(&"é".repeat(500)).is_ok());
        assert_eq!(Restriction::parse(&"é".repeat(501)), Err(HandlingError::BadRestriction));
        assert_eq!(Restriction::parse("red\u{1b}[31m"), Err(HandlingError::BadRestriction));
    }

    #[test]
    fn a_report_that_touches_officials_is_never_freer_than_h2() {
        let h3 = Handling::new(HandlingCode::H3, Some("Brussels only")).unwrap();
        for (before, after) in [
            (Handling::H0, Handling::H2),
            (Handling::H1, Handling::H2),
            (Handling::H2, Handling::H2),
            (h3.clone(), h3),
        ] {
            assert_eq!(before.where_officials_are_involved(), after);
        }
    }

    proptest! {
        #[test]
        fn foreign_text_is_a_grade_or_is_refused(text in "\\PC{0,4}") {
            if let Ok(grade) = text.parse::<NatoGrade>() {
                prop_assert_eq!(grade.to_string(), text.trim().to_uppercase());
            }
        }
    }
}
