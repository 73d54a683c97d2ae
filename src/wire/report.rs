//! A report in JSON: an observer's signed word.
//!
//! What is unknown, empty or the default is left out, so a short report is a short statement. The author is told by
//! who signed; the exercise by the realm the signature is bound to.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::duty::Duty;
use crate::domain::entity::EntityRef;
use crate::domain::ids::{Digest, ReportId};
use crate::domain::marking::{Caveat, Marking};
use crate::domain::observation::{Attachment, Entity, IndicatorSeen, Language, LocalAuthority, Observation};
use crate::domain::observation_terms::SuspectedKind;
use crate::domain::phase::Phase;
use crate::domain::precedence::Precedence;
use crate::domain::protocol_form::ProtocolForm;
use crate::domain::report::{FiledReport, ReportHead};
use crate::domain::text::{Line, Narrative};
use crate::domain::time::{ClockState, Timestamp};
use crate::wire::entity::{EntityV1, LinkV1};
use crate::wire::kind::Kind;
use crate::wire::observation::{AggravatorsV1, AttachmentV1, CountsV1, IndicatorV1, LocalAuthorityV1};
use crate::wire::place::{PeriodV1, PlaceV1};
use crate::wire::spelling::{Code, Plain, codes, uncoded};
use crate::wire::statement::{Payload, Signed, StatementError};

/// Most entries of any list in a report.
const MOST: usize = 99;

/// A report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Report")]
pub struct ReportV1 {
    /// Which report.
    pub id: Plain<ReportId>,
    /// The author's number for it, from 1, without gaps.
    #[schemars(range(min = 1))]
    pub sequence: u32,
    /// SHA-256 of the author's report statement before this one; left out for his first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<Plain<Digest>>,
    /// The report this one corrects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supersedes: Option<Plain<ReportId>>,
    /// When it was filed, by the author's clock.
    pub recorded: Plain<Timestamp>,
    /// What the author's device knew of that clock.
    pub clock: Code<ClockState>,
    /// Version of the indicator catalogue it was written with.
    pub catalogue: u32,
    /// Its marking.
    pub marking: Code<Marking>,
    /// Who may not see it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub caveats: Vec<Code<Caveat>>,
    /// How urgent the author thinks it is.
    pub precedence: Code<Precedence>,
    /// The language it is written in.
    pub language: Code<Language>,
    /// When.
    pub observed: PeriodV1,
    /// Where.
    pub place: PlaceV1,
    /// On which duty.
    pub duty: Code<Duty>,
    /// At which stage of the movement or work.
    #[serde(default = "unknown_phase", skip_serializing_if = "is_unknown_phase")]
    pub phase: Code<Phase>,
    /// Trafficking, smuggling, both, unknown.
    #[serde(default = "unknown_kind", skip_serializing_if = "is_unknown_kind")]
    pub suspected: Code<SuspectedKind>,
    /// Which of the protocol's six forms it may be.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forms: Vec<Code<ProtocolForm>>,
    /// How many people.
    #[serde(default, skip_serializing_if = "CountsV1::nobody")]
    pub counts: CountsV1,
    /// What fits the catalogue.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 99))]
    pub indicators: Vec<IndicatorV1>,
    /// Nothing fits the catalogue, and yet it was odd.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub just_odd: bool,
    /// Persons and things.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 99))]
    pub entities: Vec<EntityV1>,
    /// How they hang together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 99))]
    pub links: Vec<LinkV1>,
    /// What was seen or heard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facts: Option<Plain<Narrative>>,
    /// What the author thinks of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assessment: Option<Plain<Narrative>>,
    /// Graver circumstances.
    #[serde(default, skip_serializing_if = "AggravatorsV1::all_unknown")]
    pub aggravators: AggravatorsV1,
    /// Whether local police were told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub local_authority: Option<LocalAuthorityV1>,
    /// What was done about objects and the scene.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scene_and_objects: Option<Plain<Line>>,
    /// Files that go with it, by digest.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 99))]
    pub attachments: Vec<AttachmentV1>,
}

fn unknown_phase() -> Code<Phase> {
    Code(Phase::Unknown)
}

fn is_unknown_phase(phase: &Code<Phase>) -> bool {
    phase.0 == Phase::Unknown
}

fn unknown_kind() -> Code<SuspectedKind> {
    Code(SuspectedKind::Unknown)
}

fn is_unknown_kind(kind: &Code<SuspectedKind>) -> bool {
    kind.0 == SuspectedKind::Unknown
}

impl Payload for ReportV1 {
    const KIND: Kind = Kind::Report;
    fn at(&self) -> Timestamp {
        self.recorded.0
    }
    fn sequence(&self) -> Option<u32> {
        Some(self.sequence)
    }
}

impl From<&FiledReport> for ReportV1 {
    fn from(report: &FiledReport) -> Self {
        let (head, seen) = (report.head(), report.observation());
        Self {
            id: Plain(head.id),
            sequence: head.sequence,
            previous: head.previous.map(Plain),
            supersedes: head.supersedes.map(Plain),
            recorded: Plain(head.recorded),
            clock: Code(head.clock),
            catalogue: head.catalogue_version,
            marking: Code(head.marking),
            caveats: codes(&head.caveats),
            precedence: Code(head.precedence),
            language: Code(seen.language),
            observed: (&seen.observed).into(),
            place: (&seen.place).into(),
            duty: Code(seen.duty),
            phase: Code(seen.phase),
            suspected: Code(seen.suspected),
            forms: codes(&seen.forms),
            counts: (&seen.counts).into(),
            indicators: seen.indicators.iter().map(IndicatorV1::from).collect(),
            just_odd: seen.just_odd,
            entities: seen.entities.iter().map(EntityV1::from).collect(),
            links: seen.links.iter().map(LinkV1::from).collect(),
            facts: seen.facts.clone().map(Plain),
            assessment: seen.assessment.clone().map(Plain),
            aggravators: (&seen.aggravators).into(),
            local_authority: (seen.local_authority != LocalAuthority::default())
                .then(|| (&seen.local_authority).into()),
            scene_and_objects: seen.scene_and_objects.clone().map(Plain),
            attachments: seen.attachments.iter().map(AttachmentV1::from).collect(),
        }
    }
}

impl TryFrom<&Signed<ReportV1>> for FiledReport {
    type Error = StatementError;
    fn try_from(signed: &Signed<ReportV1>) -> Result<Self, StatementError> {
        let bad = StatementError::BadPayload;
        let said = signed.payload.clone();
        let lists = [said.indicators.len(), said.entities.len(), said.links.len(), said.attachments.len()];
        if said.sequence == 0 || lists.into_iter().any(|length| length > MOST) {
            return Err(bad);
        }
        let entities: Vec<Entity> = said.entities.into_iter().map(Entity::from).collect();
        let named: BTreeSet<EntityRef> = entities.iter().map(|entity| entity.reference).collect();
        let pointed = (said.indicators.iter().filter_map(|seen| seen.subject.as_ref()))
            .chain(said.links.iter().flat_map(|link| [&link.from, &link.to]));
        if named.len() != entities.len() || !pointed.into_iter().all(|at| named.contains(&at.0)) {
            return Err(bad);
        }
        let head = ReportHead {
            id: said.id.0,
            author: signed.statement.signer(),
            sequence: said.sequence,
            previous: said.previous.map(|previous| previous.0),
            supersedes: said.supersedes.map(|old| old.0),
            recorded: said.recorded.0,
            clock: said.clock.0,
            catalogue_version: said.catalogue,
            marking: said.marking.0,
            caveats: uncoded(&said.caveats),
            precedence: said.precedence.0,
        };
        let observation = Observation {
            observed: said.observed.try_into()?,
            place: said.place.try_into()?,
            duty: said.duty.0,
            phase: said.phase.0,
            suspected: said.suspected.0,
            forms: uncoded(&said.forms),
            counts: said.counts.into(),
            indicators: said.indicators.into_iter().map(IndicatorSeen::from).collect(),
            just_odd: said.just_odd,
            entities,
            links: said.links.into_iter().map(Into::into).collect(),
            facts: said.facts.map(|facts| facts.0),
            assessment: said.assessment.map(|assessment| assessment.0),
            aggravators: said.aggravators.into(),
            local_authority: said.local_authority.map(LocalAuthority::from).unwrap_or_default(),
            scene_and_objects: said.scene_and_objects.map(|words| words.0),
            attachments: said.attachments.into_iter().map(Attachment::from).collect(),
            language: said.language.0,
        };
        Ok(Self::vouched_for(head, observation))
    }
}
