//! What a soldier happened to see or hear.

use crate::domain::catalogue::indicator::{IndicatorId, Labels};
use crate::domain::code::codes;
use crate::domain::duty::Duty;
use crate::domain::entity::{EntityKind, EntityRef, Link};
use crate::domain::grading::Basis;
use crate::domain::ids::Digest;
use crate::domain::observation_terms::{SuspectedKind, TriState};
use crate::domain::phase::Phase;
use crate::domain::place::Place;
use crate::domain::protocol_form::ProtocolForm;
use crate::domain::text::{Line, Narrative};
use crate::domain::time::Period;

codes! {
    /// The language a report is written in.
    Language, "language" {
        Dutch = "nl",
        French = "fr",
        German = "de",
        English = "en",
    }
}

impl Labels {
    /// What it is called in this language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Dutch => &self.nl,
            Language::French => &self.fr,
            Language::German => &self.de,
            Language::English => &self.en,
        }
    }
}

/// How many people, as far as they were seen. A fine is multiplied by the number of victims in Belgian law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Men.
    pub men: u16,
    /// Women.
    pub women: u16,
    /// Boys who look under 18.
    pub boys: u16,
    /// Girls who look under 18.
    pub girls: u16,
    /// People not seen well enough to say.
    pub unknown: u16,
}

impl Counts {
    /// Everybody.
    pub fn total(&self) -> u32 {
        [self.men, self.women, self.boys, self.girls, self.unknown].into_iter().map(u32::from).sum()
    }

    /// Whether anybody looked under 18.
    pub fn minors(&self) -> bool {
        self.boys > 0 || self.girls > 0
    }
}

/// An indicator of the catalogue that was met, and how it came to be known.
#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorSeen {
    /// Which one.
    pub id: IndicatorId,
    /// How it came to be known.
    pub basis: Basis,
    /// Which entity of the report shows it.
    pub subject: Option<EntityRef>,
    /// A few words.
    pub note: Option<Line>,
}

/// A person or thing the report speaks of.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// Its name inside the report.
    pub reference: EntityRef,
    /// What it is.
    pub kind: EntityKind,
}

/// The five circumstances that make a case graver.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aggravators {
    /// Somebody looked under 18.
    pub apparent_minor: TriState,
    /// Three or more people acted together.
    pub organised_group: TriState,
    /// An official took part or looked away.
    pub official_involved: TriState,
    /// Somebody's life was in danger, or somebody died.
    pub life_danger: TriState,
}

impl Default for Aggravators {
    fn default() -> Self {
        let unknown = TriState::Unknown;
        Self {
            apparent_minor: unknown,
            organised_group: unknown,
            official_involved: unknown,
            life_danger: unknown,
        }
    }
}

/// Whether a local authority was told, and what came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct LocalAuthority {
    /// Whether one was told.
    pub told: TriState,
    /// Which one, and when.
    pub who: Option<Line>,
    /// Whether it acted.
    pub acted: TriState,
}

/// A file that goes with the report. Its bytes live elsewhere; its digest was taken before anything touched them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// SHA-256 of the bytes.
    pub digest: Digest,
    /// Size in bytes.
    pub size: u64,
    /// Media type, RFC 6838: `image/jpeg`.
    pub media_type: Line,
    /// The attachment this one was made from, if it is a smaller or redacted copy.
    pub derived_from: Option<Digest>,
}

/// A complete observation.
#[derive(Debug, Clone, PartialEq)]
pub struct Observation {
    /// When.
    pub observed: Period,
    /// Where.
    pub place: Place,
    /// On which duty.
    pub duty: Duty,
    /// At which stage of the movement or work.
    pub phase: Phase,
    /// Trafficking, smuggling, both, unknown.
    pub suspected: SuspectedKind,
    /// Which of the protocol's six forms it may be.
    pub forms: Vec<ProtocolForm>,
    /// How many people.
    pub counts: Counts,
    /// What fits the catalogue.
    pub indicators: Vec<IndicatorSeen>,
    /// Nothing fits the catalogue, and yet it was odd.
    pub just_odd: bool,
    /// Persons and things.
    pub entities: Vec<Entity>,
    /// How they hang together.
    pub links: Vec<Link>,
    /// What was seen or heard.
    pub facts: Option<Narrative>,
    /// What the observer thinks of it, kept apart from the facts.
    pub assessment: Option<Narrative>,
    /// Graver circumstances.
    pub aggravators: Aggravators,
    /// Whether local police were told.
    pub local_authority: LocalAuthority,
    /// What was done about objects and the scene.
    pub scene_and_objects: Option<Line>,
    /// Files that go with it.
    pub attachments: Vec<Attachment>,
    /// The language it is written in.
    pub language: Language,
}

impl Default for LocalAuthority {
    fn default() -> Self {
        Self { told: TriState::Unknown, who: None, acted: TriState::Unknown }
    }
}
