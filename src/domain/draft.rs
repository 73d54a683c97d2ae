//! A report while it is being written.

use std::collections::BTreeSet;

use crate::domain::catalogue::Catalogue;
use crate::domain::catalogue::terms::Flag;
use crate::domain::code::codes;
use crate::domain::duty::Duty;
use crate::domain::entity::{EntityRef, Link};
use crate::domain::ids::{Digest, MemberId, ReportId};
use crate::domain::marking::{Caveat, Marking};
use crate::domain::observation::{
    Aggravators, Attachment, Counts, Entity, IndicatorSeen, Language, LocalAuthority, Observation,
};
use crate::domain::observation_terms::SuspectedKind;
use crate::domain::phase::Phase;
use crate::domain::place::Place;
use crate::domain::precedence::Precedence;
use crate::domain::protocol_form::ProtocolForm;
use crate::domain::report::{FiledReport, ReportHead};
use crate::domain::text::{Line, Narrative};
use crate::domain::time::{ClockState, Period, Timestamp};

/// A report being written: any part may be missing, nothing is signed, only its author sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Its id as long as it is a draft.
    pub id: ReportId,
    /// When it was begun.
    pub begun: Timestamp,
    /// The report it will correct.
    pub supersedes: Option<ReportId>,
    /// When.
    pub observed: Option<Period>,
    /// Where.
    pub place: Option<Place>,
    /// On which duty.
    pub duty: Option<Duty>,
    /// At which stage.
    pub phase: Option<Phase>,
    /// Trafficking, smuggling, both, unknown.
    pub suspected: Option<SuspectedKind>,
    /// Which of the six forms.
    pub forms: Vec<ProtocolForm>,
    /// How many people.
    pub counts: Counts,
    /// What fits the catalogue.
    pub indicators: Vec<IndicatorSeen>,
    /// Nothing fits, and yet it was odd.
    pub just_odd: bool,
    /// Persons and things.
    pub entities: Vec<Entity>,
    /// How they hang together.
    pub links: Vec<Link>,
    /// What was seen or heard.
    pub facts: Option<Narrative>,
    /// What the author thinks of it.
    pub assessment: Option<Narrative>,
    /// Graver circumstances.
    pub aggravators: Aggravators,
    /// Whether local police were told.
    pub local_authority: LocalAuthority,
    /// What was done about objects and the scene.
    pub scene_and_objects: Option<Line>,
    /// Files that go with it.
    pub attachments: Vec<Attachment>,
    /// How urgent the author thinks it is, if he chose; otherwise the indicators suggest.
    pub precedence: Option<Precedence>,
    /// The language it is written in.
    pub language: Language,
}

codes! {
    /// One field of a draft: what is saved when somebody leaves it.
    DraftField, "draft_field" {
        Observed = "observed",
        Place = "place",
        Duty = "duty",
        Phase = "phase",
        Suspected = "suspected",
        Forms = "forms",
        Counts = "counts",
        Indicators = "indicators",
        JustOdd = "just_odd",
        Entities = "entities",
        Links = "links",
        Facts = "facts",
        Assessment = "assessment",
        Aggravators = "aggravators",
        LocalAuthority = "local_authority",
        SceneAndObjects = "scene_and_objects",
        Attachments = "attachments",
        Precedence = "precedence",
        Language = "language",
    }
}

/// What stands between a draft and its filing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Obstacle {
    /// No time.
    #[error("say when it was")]
    Time,
    /// No place.
    #[error("say where it was; \"unknown, near …\" will do")]
    Place,
    /// No indicator, not "just odd", no facts.
    #[error("say what it was: one indicator, \"just odd\", or a sentence")]
    Substance,
    /// It speaks of our own side, and the road that keeps it from the commander is not open yet.
    #[error(
        "this report speaks of our own side and must not go through the commander; it stays a draft on this device, \
         and the Federal Ombudsman can be reached directly"
    )]
    OwnForces,
    /// Files are attached to what must never be copied.
    #[error(
        "take the attached files off this report: what it tells of must never be photographed or copied; the words \
         are kept and are enough"
    )]
    NoMedia,
}

/// A draft that cannot be filed yet, given back whole.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("the report is not complete: {}", obstacles.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
pub struct Unfinished {
    /// The draft, unchanged.
    pub draft: Box<Draft>,
    /// What stands in the way.
    pub obstacles: Vec<Obstacle>,
}

/// What the act of filing adds to a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filing {
    /// Who files.
    pub author: MemberId,
    /// The next number of his chain.
    pub sequence: u32,
    /// The digest of his report before this one.
    pub previous: Option<Digest>,
    /// When.
    pub now: Timestamp,
    /// What the device knows of its clock.
    pub clock: ClockState,
    /// The marking of the realm.
    pub marking: Marking,
}

impl Draft {
    /// An empty draft.
    pub fn begin(id: ReportId, begun: Timestamp, language: Language) -> Self {
        Self {
            id,
            begun,
            supersedes: None,
            observed: None,
            place: None,
            duty: None,
            phase: None,
            suspected: None,
            forms: Vec::new(),
            counts: Counts::default(),
            indicators: Vec::new(),
            just_odd: false,
            entities: Vec::new(),
            links: Vec::new(),
            facts: None,
            assessment: None,
            aggravators: Aggravators::default(),
            local_authority: LocalAuthority::default(),
            scene_and_objects: None,
            attachments: Vec::new(),
            precedence: None,
            language,
        }
    }

    /// A draft that starts from a filed report and will supersede it.
    pub fn correcting(filed: &FiledReport, id: ReportId, begun: Timestamp) -> Self {
        let Observation {
            observed,
            place,
            duty,
            phase,
            suspected,
            forms,
            counts,
            indicators,
            just_odd,
            entities,
            links,
            facts,
            assessment,
            aggravators,
            local_authority,
            scene_and_objects,
            attachments,
            language,
        } = filed.observation().clone();
        Self {
            id,
            begun,
            supersedes: Some(filed.head().id),
            observed: Some(observed),
            place: Some(place),
            duty: Some(duty),
            phase: Some(phase),
            suspected: Some(suspected),
            forms,
            counts,
            indicators,
            just_odd,
            entities,
            links,
            facts,
            assessment,
            aggravators,
            local_authority,
            scene_and_objects,
            attachments,
            precedence: Some(filed.head().precedence),
            language,
        }
    }

    /// What stands in the way of filing; empty when nothing does.
    pub fn obstacles(&self, catalogue: &Catalogue) -> Vec<Obstacle> {
        let mut found = Vec::new();
        if self.observed.is_none() {
            found.push(Obstacle::Time);
        }
        if self.place.is_none() {
            found.push(Obstacle::Place);
        }
        if self.indicators.is_empty() && !self.just_odd && self.facts.is_none() {
            found.push(Obstacle::Substance);
        }
        let flags = self.flags(catalogue);
        if flags.contains(&Flag::RestrictedChannel) {
            found.push(Obstacle::OwnForces);
        }
        // Whichever came first, the file or the indicator.
        if flags.contains(&Flag::NoMedia) && !self.attachments.is_empty() {
            found.push(Obstacle::NoMedia);
        }
        found
    }

    /// The flags of every indicator picked so far, without repetition.
    pub fn flags(&self, catalogue: &Catalogue) -> Vec<Flag> {
        let mut flags: Vec<Flag> = self
            .indicators
            .iter()
            .filter_map(|seen| catalogue.get(&seen.id))
            .flat_map(|indicator| indicator.flags.iter().copied())
            .collect();
        flags.sort_unstable();
        flags.dedup();
        flags
    }

    /// Takes away whatever points at what is not there, as after a power cut between two fields. Gives the fields
    /// that changed; none in a whole draft.
    pub fn mend(&mut self) -> Vec<DraftField> {
        let named: BTreeSet<EntityRef> = self.entities.iter().map(|entity| entity.reference).collect();
        let mut changed = Vec::new();
        let lost = |seen: &&mut IndicatorSeen| seen.subject.is_some_and(|subject| !named.contains(&subject));
        for seen in self.indicators.iter_mut().filter(lost) {
            seen.subject = None;
            changed = vec![DraftField::Indicators];
        }
        let before = self.links.len();
        self.links.retain(|link| named.contains(&link.from) && named.contains(&link.to));
        if self.links.len() != before {
            changed.push(DraftField::Links);
        }
        changed
    }

    /// Files the draft, or gives it back with what is missing.
    pub fn file(mut self, filing: Filing, catalogue: &Catalogue) -> Result<FiledReport, Unfinished> {
        let obstacles = self.obstacles(catalogue);
        let flags = self.flags(catalogue);
        match (self.observed.clone(), self.place.clone()) {
            (Some(observed), Some(place)) if obstacles.is_empty() => {
                // A report that points at nothing is refused by whoever receives it.
                self.mend();
                let head = ReportHead {
                    id: ReportId::of(filing.author, filing.sequence),
                    author: filing.author,
                    sequence: filing.sequence,
                    previous: filing.previous,
                    supersedes: self.supersedes,
                    recorded: filing.now,
                    clock: filing.clock,
                    catalogue_version: catalogue.version(),
                    marking: filing.marking,
                    caveats: Caveat::brought_by(&flags),
                    precedence: self.precedence.unwrap_or_else(|| Precedence::suggested_by(&flags)),
                };
                let observation = Observation {
                    observed,
                    place,
                    duty: self.duty.unwrap_or(Duty::Other),
                    phase: self.phase.unwrap_or(Phase::Unknown),
                    suspected: self.suspected.unwrap_or(SuspectedKind::Unknown),
                    forms: self.forms,
                    counts: self.counts,
                    indicators: self.indicators,
                    just_odd: self.just_odd,
                    entities: self.entities,
                    links: self.links,
                    facts: self.facts,
                    assessment: self.assessment,
                    aggravators: self.aggravators,
                    local_authority: self.local_authority,
                    scene_and_objects: self.scene_and_objects,
                    attachments: self.attachments,
                    language: self.language,
                };
                Ok(FiledReport::filed(head, observation))
            }
            _ => Err(Unfinished { draft: Box::new(self), obstacles }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::entity::LinkType;
    use crate::domain::grading::Basis;
    use crate::domain::ids::Dice;
    use crate::domain::observation_terms::TimePrecision;

    struct Zeros;
    impl Dice for Zeros {
        fn roll(&mut self, out: &mut [u8]) {
            out.fill(0);
        }
    }

    fn now() -> Timestamp {
        Timestamp::parse("2026-11-21T14:30:00Z").unwrap()
    }

    fn filing() -> Filing {
        Filing {
            author: MemberId::from_bytes([1; 16]),
            sequence: 1,
            previous: None,
            now: now(),
            clock: ClockState::Unchecked,
            marking: Marking::default(),
        }
    }

    fn empty() -> Draft {
        Draft::begin(ReportId::fresh(now(), &mut Zeros), now(), Language::French)
    }

    fn complete(indicator: &str) -> Draft {
        let mut draft = empty();
        draft.observed = Some(Period::moment(now(), TimePrecision::Exact));
        draft.place = Some(Place::new(None, Line::new("at the north gate").ok()).unwrap());
        let id = indicator.parse().unwrap();
        draft.indicators.push(IndicatorSeen { id, basis: Basis::SawMyself, subject: None, note: None });
        draft
    }

    #[test]
    fn what_is_missing_gives_the_draft_back_whole() {
        let catalogue = Catalogue::embedded().unwrap();
        let mut draft = empty();
        draft.assessment = Narrative::new("It felt wrong.").ok();
        let unfinished = draft.clone().file(filing(), &catalogue).unwrap_err();
        assert_eq!(unfinished.obstacles, vec![Obstacle::Time, Obstacle::Place, Obstacle::Substance]);
        assert_eq!(*unfinished.draft, draft);
        assert!(unfinished.to_string().contains("say when it was"));
    }

    #[test]
    fn just_odd_or_a_sentence_is_substance_enough() {
        let catalogue = Catalogue::embedded().unwrap();
        let mut draft = complete("trn.covered_windows");
        draft.indicators.clear();
        assert_eq!(draft.obstacles(&catalogue), vec![Obstacle::Substance]);
        draft.just_odd = true;
        assert!(draft.obstacles(&catalogue).is_empty());
        draft.just_odd = false;
        draft.facts = Narrative::new("Three cars met without lights.").ok();
        assert!(draft.file(filing(), &catalogue).is_ok());
    }

    #[test]
    fn what_speaks_of_our_own_side_never_takes_the_ordinary_road() {
        let catalogue = Catalogue::embedded().unwrap();
        let unfinished = complete("own.profits").file(filing(), &catalogue).unwrap_err();
        assert_eq!(unfinished.obstacles, vec![Obstacle::OwnForces]);
    }

    #[test]
    fn indicators_bring_their_caveats_and_suggest_haste() {
        let catalogue = Catalogue::embedded().unwrap();
        let filed = complete("trn.official_lets_pass").file(filing(), &catalogue).unwrap();
        assert!(filed.head().caveats.contains(&Caveat::NoHostNation));
        assert_eq!(filed.head().precedence, Precedence::Routine);
        let filed = complete("trn.hidden_people").file(filing(), &catalogue).unwrap();
        assert_eq!(filed.head().precedence, Precedence::Immediate);
    }

    #[test]
    fn what_points_at_nothing_is_not_filed() {
        let catalogue = Catalogue::embedded().unwrap();
        let mut draft = complete("trn.scout_car");
        let [one, other] = [1, 2].map(|number| EntityRef::nth(number).unwrap());
        draft.indicators.iter_mut().for_each(|seen| seen.subject = Some(one));
        draft.links.push(Link { from: one, to: other, link: LinkType::Drives });
        let filed = draft.file(filing(), &catalogue).unwrap();
        assert!(filed.observation().links.is_empty());
        assert!(filed.observation().indicators.iter().all(|seen| seen.subject.is_none()));
    }

    #[test]
    fn a_correction_is_a_new_report_that_names_the_old_one() {
        let catalogue = Catalogue::embedded().unwrap();
        let filed = complete("trn.scout_car").file(filing(), &catalogue).unwrap();
        let mut dice = crate::domain::ids::tests::Counting(9);
        let correction = Draft::correcting(&filed, ReportId::fresh(now(), &mut dice), now());
        assert_eq!(correction.supersedes, Some(filed.head().id));
        let again = correction.file(Filing { sequence: 2, ..filing() }, &catalogue).unwrap();
        assert_eq!(again.observation(), filed.observation());
        assert_ne!(again.head().id, filed.head().id);
    }
}
