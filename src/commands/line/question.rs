//! The questions, in the order they are put: what makes a report useful first, the rest for whoever knows more.

use crate::domain::draft::Draft;
use crate::domain::observation_terms::TriState;
use crate::language::word::Word;

/// A question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    When,
    Where,
    PlaceWords,
    PositionError,
    PositionMethod,
    Duty,
    Indicators,
    Men,
    Women,
    Boys,
    Girls,
    Unknown,
    Facts,
    More,
    Entities,
    Ties,
    SignsInDetail,
    Assessment,
    OwnPosition,
    NearSchool,
    Phase,
    Suspected,
    Forms,
    ApparentMinor,
    OrganisedGroup,
    OfficialInvolved,
    LifeDanger,
    LocalTold,
    LocalWho,
    LocalActed,
    Scene,
    Attachments,
    Precedence,
    Language,
    File,
}

impl Question {
    /// All of them, in order.
    pub const ALL: [Self; 35] = [
        Self::When,
        Self::Where,
        Self::PlaceWords,
        Self::PositionError,
        Self::PositionMethod,
        Self::Duty,
        Self::Indicators,
        Self::Men,
        Self::Women,
        Self::Boys,
        Self::Girls,
        Self::Unknown,
        Self::Facts,
        Self::More,
        Self::Entities,
        Self::Ties,
        Self::SignsInDetail,
        Self::Assessment,
        Self::OwnPosition,
        Self::NearSchool,
        Self::Phase,
        Self::Suspected,
        Self::Forms,
        Self::ApparentMinor,
        Self::OrganisedGroup,
        Self::OfficialInvolved,
        Self::LifeDanger,
        Self::LocalTold,
        Self::LocalWho,
        Self::LocalActed,
        Self::Scene,
        Self::Attachments,
        Self::Precedence,
        Self::Language,
        Self::File,
    ];

    /// The next one that this draft gives a reason for; after the last comes the last.
    pub fn next(self, draft: &Draft) -> Self {
        Self::ALL.into_iter().find(|one| *one > self && one.applies(draft)).unwrap_or(Self::File)
    }

    /// Whether there is a reason to put it.
    fn applies(self, draft: &Draft) -> bool {
        let place = draft.place.as_ref();
        match self {
            Self::PlaceWords | Self::PositionError | Self::PositionMethod => {
                place.is_some_and(|place| place.position().is_some())
            }
            Self::OwnPosition | Self::NearSchool => place.is_some(),
            Self::Ties => draft.entities.len() > 1,
            Self::SignsInDetail => !draft.indicators.is_empty(),
            Self::LocalWho | Self::LocalActed => draft.local_authority.told == TriState::Yes,
            _ => true,
        }
    }

    /// The question, and what helps to answer it.
    pub fn words(self) -> (Word, Word) {
        match self {
            Self::When => (Word("ask-when"), Word("hint-when")),
            Self::Where => (Word("ask-where"), Word("hint-where")),
            Self::PlaceWords => (Word("ask-place-words"), Word("hint-place-words")),
            Self::PositionError => (Word("ask-position-error"), Word("hint-position-error")),
            Self::PositionMethod => (Word("ask-position-method"), Word("hint-position-method")),
            Self::Duty => (Word("ask-duty"), Word("hint-duty")),
            Self::Indicators => (Word("ask-indicators"), Word("hint-indicators")),
            Self::Men => (Word("ask-men"), Word("hint-men")),
            Self::Women => (Word("ask-women"), Word("hint-women")),
            Self::Boys => (Word("ask-boys"), Word("hint-boys")),
            Self::Girls => (Word("ask-girls"), Word("hint-girls")),
            Self::Unknown => (Word("ask-unknown-people"), Word("hint-unknown-people")),
            Self::Facts => (Word("ask-facts"), Word("hint-facts")),
            Self::More => (Word("ask-more"), Word("hint-more")),
            Self::Entities => (Word("ask-entities"), Word("hint-entities")),
            Self::Ties => (Word("ask-links"), Word("hint-links")),
            Self::SignsInDetail => (Word("ask-indicator-note"), Word("hint-indicator-note")),
            Self::Assessment => (Word("ask-assessment"), Word("hint-assessment")),
            Self::OwnPosition => (Word("ask-own-position"), Word("hint-own-position")),
            Self::NearSchool => (Word("ask-near-school"), Word("hint-near-school")),
            Self::Phase => (Word("ask-phase"), Word("hint-phase")),
            Self::Suspected => (Word("ask-suspected"), Word("hint-suspected")),
            Self::Forms => (Word("ask-forms"), Word("hint-forms")),
            Self::ApparentMinor => (Word("ask-apparent-minor"), Word("hint-apparent-minor")),
            Self::OrganisedGroup => (Word("ask-organised-group"), Word("hint-organised-group")),
            Self::OfficialInvolved => (Word("ask-official-involved"), Word("hint-official-involved")),
            Self::LifeDanger => (Word("ask-life-danger"), Word("hint-life-danger")),
            Self::LocalTold => (Word("ask-local-told"), Word("hint-local-told")),
            Self::LocalWho => (Word("ask-local-who"), Word("hint-local-who")),
            Self::LocalActed => (Word("ask-local-acted"), Word("hint-local-acted")),
            Self::Scene => (Word("ask-scene-and-objects"), Word("hint-scene-and-objects")),
            Self::Attachments => (Word("ask-attachments"), Word("hint-attachments")),
            Self::Precedence => (Word("ask-precedence"), Word("hint-precedence")),
            Self::Language => (Word("ask-language"), Word("hint-language")),
            Self::File => (Word("ask-file"), Word("file-text")),
        }
    }
}
