//! The parts of a report in JSON: counts, indicators, circumstances, attachments.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::catalogue::indicator::IndicatorId;
use crate::domain::entity::EntityRef;
use crate::domain::grading::Basis;
use crate::domain::ids::Digest;
use crate::domain::observation::{Aggravators, Attachment, Counts, IndicatorSeen, LocalAuthority};
use crate::domain::observation_terms::TriState;
use crate::domain::text::Line;
use crate::wire::spelling::{Code, Plain, present};

fn zero(count: &u16) -> bool {
    *count == 0
}

/// How many people; what is left out is zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CountsV1 {
    /// Men.
    #[serde(skip_serializing_if = "zero")]
    pub men: u16,
    /// Women.
    #[serde(skip_serializing_if = "zero")]
    pub women: u16,
    /// Boys who look under 18.
    #[serde(skip_serializing_if = "zero")]
    pub boys: u16,
    /// Girls who look under 18.
    #[serde(skip_serializing_if = "zero")]
    pub girls: u16,
    /// Not seen well enough to say.
    #[serde(skip_serializing_if = "zero")]
    pub unknown: u16,
}

impl CountsV1 {
    /// Whether nobody was counted.
    pub(crate) fn nobody(&self) -> bool {
        *self == Self::default()
    }
}

/// An indicator that was met.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IndicatorV1 {
    /// Which one. A newer catalogue may know ids that this program does not.
    pub id: Plain<IndicatorId>,
    /// How it came to be known.
    pub basis: Code<Basis>,
    /// Which entity shows it.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub subject: Option<Plain<EntityRef>>,
    /// A few words.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub note: Option<Plain<Line>>,
}

/// Circumstances that make a case graver; what is left out is unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct AggravatorsV1 {
    /// Somebody looked under 18.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub apparent_minor: Option<Code<TriState>>,
    /// Three or more people acted together.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub organised_group: Option<Code<TriState>>,
    /// An official took part or looked away.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub official_involved: Option<Code<TriState>>,
    /// Somebody's life was in danger, or somebody died.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub life_danger: Option<Code<TriState>>,
}

impl AggravatorsV1 {
    /// Whether nothing is known.
    pub(crate) fn all_unknown(&self) -> bool {
        *self == Self::default()
    }
}

/// Whether a local authority was told, and what came of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LocalAuthorityV1 {
    /// Whether one was told.
    pub told: Code<TriState>,
    /// Which one, and when.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub who: Option<Plain<Line>>,
    /// Whether it acted.
    pub acted: Code<TriState>,
}

/// A file that goes with the report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AttachmentV1 {
    /// SHA-256 of the bytes, taken before anything touched them.
    pub sha256: Plain<Digest>,
    /// Size in bytes.
    pub size: u64,
    /// Media type (RFC 6838).
    pub media_type: Plain<Line>,
    /// The attachment this one was made from.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub derived_from: Option<Plain<Digest>>,
}

fn known(answer: TriState) -> Option<Code<TriState>> {
    (answer != TriState::Unknown).then_some(Code(answer))
}

fn told(answer: Option<Code<TriState>>) -> TriState {
    answer.map_or(TriState::Unknown, |answer| answer.0)
}

impl From<&IndicatorSeen> for IndicatorV1 {
    fn from(seen: &IndicatorSeen) -> Self {
        Self {
            id: Plain(seen.id.clone()),
            basis: Code(seen.basis),
            subject: seen.subject.map(Plain),
            note: seen.note.clone().map(Plain),
        }
    }
}

impl From<IndicatorV1> for IndicatorSeen {
    fn from(seen: IndicatorV1) -> Self {
        Self {
            id: seen.id.0,
            basis: seen.basis.0,
            subject: seen.subject.map(|subject| subject.0),
            note: seen.note.map(|note| note.0),
        }
    }
}

impl From<&Counts> for CountsV1 {
    fn from(counts: &Counts) -> Self {
        let Counts { men, women, boys, girls, unknown } = *counts;
        Self { men, women, boys, girls, unknown }
    }
}

impl From<CountsV1> for Counts {
    fn from(counts: CountsV1) -> Self {
        let CountsV1 { men, women, boys, girls, unknown } = counts;
        Self { men, women, boys, girls, unknown }
    }
}

impl From<&Aggravators> for AggravatorsV1 {
    fn from(aggravators: &Aggravators) -> Self {
        Self {
            apparent_minor: known(aggravators.apparent_minor),
            organised_group: known(aggravators.organised_group),
            official_involved: known(aggravators.official_involved),
            life_danger: known(aggravators.life_danger),
        }
    }
}

impl From<AggravatorsV1> for Aggravators {
    fn from(aggravators: AggravatorsV1) -> Self {
        Self {
            apparent_minor: told(aggravators.apparent_minor),
            organised_group: told(aggravators.organised_group),
            official_involved: told(aggravators.official_involved),
            life_danger: told(aggravators.life_danger),
        }
    }
}

impl From<&LocalAuthority> for LocalAuthorityV1 {
    fn from(authority: &LocalAuthority) -> Self {
        Self {
            told: Code(authority.told),
            who: authority.who.clone().map(Plain),
            acted: Code(authority.acted),
        }
    }
}

impl From<LocalAuthorityV1> for LocalAuthority {
    fn from(authority: LocalAuthorityV1) -> Self {
        Self { told: authority.told.0, who: authority.who.map(|who| who.0), acted: authority.acted.0 }
    }
}

impl From<&Attachment> for AttachmentV1 {
    fn from(attachment: &Attachment) -> Self {
        Self {
            sha256: Plain(attachment.digest),
            size: attachment.size,
            media_type: Plain(attachment.media_type.clone()),
            derived_from: attachment.derived_from.map(Plain),
        }
    }
}

impl From<AttachmentV1> for Attachment {
    fn from(attachment: AttachmentV1) -> Self {
        Self {
            digest: attachment.sha256.0,
            size: attachment.size,
            media_type: attachment.media_type.0,
            derived_from: attachment.derived_from.map(|original| original.0),
        }
    }
}
