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
use crate::wire::spelling::{Code, Plain, codes, present, uncoded};
use crate::wire::statement::{Payload, Signed, StatementError};

/// Most entries of any list in a report.
const MOST: usize = 99;

/// A report: what an observer happened to see or hear, as he signed it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Report")]
pub struct ReportV1 {
    /// The author's number for it, from 1, without gaps.
    #[schemars(range(min = 1))]
    pub sequence: u32,
    /// SHA-256 of the author's report statement before this one; left out for his first.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub previous: Option<Plain<Digest>>,
    /// The report this one corrects.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub supersedes: Option<Plain<ReportId>>,
    /// When it was filed, UTC, by the author's clock.
    pub recorded: Plain<Timestamp>,
    /// What the author's device knew of that clock.
    pub clock: Code<ClockState>,
    /// Version of the indicator catalogue it was written with.
    pub catalogue: u32,
    /// How widely it may be known.
    pub marking: Code<Marking>,
    /// Who may not see it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 99))]
    pub caveats: Vec<Code<Caveat>>,
    /// How urgent the author thinks it is.
    pub precedence: Code<Precedence>,
    /// The language it is written in.
    pub language: Code<Language>,
    /// When it was observed.
    pub observed: PeriodV1,
    /// Where it was observed.
    pub place: PlaceV1,
    /// On which duty.
    pub duty: Code<Duty>,
    /// At which stage of the movement or work; left out when unknown.
    #[serde(default = "unknown_phase", skip_serializing_if = "is_unknown_phase")]
    pub phase: Code<Phase>,
    /// Trafficking, smuggling or both; left out when unknown.
    #[serde(default = "unknown_kind", skip_serializing_if = "is_unknown_kind")]
    pub suspected: Code<SuspectedKind>,
    /// Which of the protocol's six forms it may be.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 99))]
    pub forms: Vec<Code<ProtocolForm>>,
    /// How many people, as far as they were seen.
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
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub facts: Option<Plain<Narrative>>,
    /// What the author thinks of it.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub assessment: Option<Plain<Narrative>>,
    /// Graver circumstances, as far as they are known.
    #[serde(default, skip_serializing_if = "AggravatorsV1::all_unknown")]
    pub aggravators: AggravatorsV1,
    /// Whether local police were told.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub local_authority: Option<LocalAuthorityV1>,
    /// What was done about objects and the scene.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
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
    fn check(&self) -> Result<(), StatementError> {
        self.observation().map(|_| ())
    }
}

impl ReportV1 {
    /// What was observed, if every part of it can be.
    ///
    /// # Errors
    /// `BadPayload` for a list that is too long, a reference to an entity that is not there, a grid reference that
    /// does not exist, or a period that ends before it begins.
    fn observation(&self) -> Result<Observation, StatementError> {
        let bad = StatementError::BadPayload;
        let said = self.clone();
        let lists = [
            said.caveats.len(),
            said.forms.len(),
            said.indicators.len(),
            said.entities.len(),
            said.links.len(),
            said.attachments.len(),
        ];
        if said.sequence == 0 || lists.into_iter().any(|length| length > MOST) {
            return Err(bad);
        }
        let entities: Vec<Entity> = said.entities.into_iter().map(Entity::from).collect();
        let named: BTreeSet<EntityRef> = entities.iter().map(|entity| entity.reference).collect();
        let mut pointed = (self.indicators.iter().filter_map(|seen| seen.subject.as_ref()))
            .chain(self.links.iter().flat_map(|link| [&link.from, &link.to]));
        if named.len() != entities.len() || !pointed.all(|at| named.contains(&at.0)) {
            return Err(bad);
        }
        Ok(Observation {
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
        })
    }
}

impl From<&FiledReport> for ReportV1 {
    fn from(report: &FiledReport) -> Self {
        let (head, seen) = (report.head(), report.observation());
        Self {
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
        let said = &signed.payload;
        let head = ReportHead {
            id: ReportId::of(signed.statement.signer(), said.sequence),
            author: signed.statement.signer(),
            sequence: said.sequence,
            previous: said.previous.as_ref().map(|previous| previous.0),
            supersedes: said.supersedes.as_ref().map(|old| old.0),
            recorded: said.recorded.0,
            clock: said.clock.0,
            catalogue_version: said.catalogue,
            marking: said.marking.0,
            caveats: uncoded(&said.caveats),
            precedence: said.precedence.0,
        };
        Ok(Self::vouched_for(head, said.observation()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::code::Coded;
    use crate::domain::entity::{Document, EntityKind, Link, LinkType, Person, Vehicle, VehicleType};
    use crate::domain::grading::Basis;
    use crate::domain::ids::MemberId;
    use crate::domain::observation::{Aggravators, Counts};
    use crate::domain::observation_terms::{PositionMethod, TimePrecision, TriState};
    use crate::domain::place::{Given, NearSchool, Place, Position};
    use crate::domain::subject_category::SubjectCategory;
    use crate::domain::text::Text;
    use crate::domain::time::Period;
    use crate::wire::cast::{OBSERVER, at, key, noon, realm};
    use crate::wire::statement::{UnverifiedStatement, digest_of, member_of, sign};
    use proptest::option::of;
    use proptest::prelude::*;
    use proptest::sample::select;
    use serde_json::{Value, json};

    fn author() -> MemberId {
        member_of(&key(OBSERVER).verifying_key())
    }

    fn id(number: u32) -> ReportId {
        ReportId::of(author(), number)
    }

    fn words(text: &str) -> Option<Line> {
        Some(Line::new(text).unwrap())
    }

    fn head() -> ReportHead {
        ReportHead {
            id: id(1),
            author: author(),
            sequence: 1,
            previous: None,
            supersedes: None,
            recorded: noon(),
            clock: ClockState::Unchecked,
            catalogue_version: 1,
            marking: Marking::LimitedDistribution,
            caveats: vec![],
            precedence: Precedence::Routine,
        }
    }

    /// What nobody can leave out, and nothing else.
    fn least() -> FiledReport {
        let observation = Observation {
            observed: Period::new(noon(), noon(), TimePrecision::Exact, None).unwrap(),
            place: Place::new(None, words("behind the mill")).unwrap(),
            duty: Duty::Other,
            phase: Phase::Unknown,
            suspected: SuspectedKind::Unknown,
            forms: vec![],
            counts: Counts::default(),
            indicators: vec![],
            just_odd: true,
            entities: vec![],
            links: vec![],
            facts: None,
            assessment: None,
            aggravators: Aggravators::default(),
            local_authority: LocalAuthority::default(),
            scene_and_objects: None,
            attachments: vec![],
            language: Language::Dutch,
        };
        FiledReport::vouched_for(head(), observation)
    }

    fn vehicle(kind: VehicleType) -> Vehicle {
        Vehicle {
            kind,
            plate: words("01-2?3-AB"),
            country: words("RKS"),
            make: words("VW Crafter"),
            colour: words("white"),
            direction: words("north"),
            description: words("curtains"),
        }
    }

    fn every_entity() -> Vec<Entity> {
        let person = Person {
            category: Some(SubjectCategory::PossibleVictim),
            description: words("thin, grey coat"),
            age: words("about 16"),
            language: words("Albanian"),
            nationality_shown: words("MDA"),
            name_shown: words("Ана"),
        };
        let document = Document {
            kind: Line::new("passport").unwrap(),
            number: words("X12?45"),
            country: words("MDA"),
            description: words("photo glued"),
        };
        let kinds = vec![
            EntityKind::Person(person),
            EntityKind::Vehicle(vehicle(VehicleType::Van)),
            EntityKind::Boat(vehicle(VehicleType::Boat)),
            EntityKind::Phone { number: Line::new("+383 4? 123").unwrap(), description: words("on a slip") },
            EntityKind::Document(document),
            EntityKind::Place { description: Line::new("bar at the bridge").unwrap() },
            EntityKind::Organisation {
                name: Line::new("Lux Travel").unwrap(),
                description: words("sticker"),
            },
        ];
        let named = |(place, kind)| Entity { reference: EntityRef::nth(place + 1).unwrap(), kind };
        kinds.into_iter().enumerate().map(named).collect()
    }

    /// Every field set to something that is not its default.
    fn most() -> FiledReport {
        let [e1, e2] = [1, 2].map(|number| EntityRef::nth(number).unwrap());
        let degrees = Given::degrees(42.891_4, 20.866).unwrap();
        let grid = Given::grid("34TDN8905848763").unwrap();
        let mut place = Place::new(
            Some(Position { given: grid, error_m: 10, method: PositionMethod::Gps }),
            words("petrol station"),
        )
        .unwrap();
        place.observer_at = Some(Position { given: degrees, error_m: 50, method: PositionMethod::Map });
        place.near_school = NearSchool { within_350_m: TriState::Yes, distance_m: Some(210) };
        let head = ReportHead {
            id: id(7),
            sequence: 7,
            previous: Some(digest_of(b"sixth")),
            supersedes: Some(id(2)),
            clock: ClockState::Doubtful,
            catalogue_version: 3,
            marking: Marking::Restricted,
            caveats: Caveat::ALL.to_vec(),
            precedence: Precedence::Immediate,
            ..head()
        };
        let observation = Observation {
            observed: Period::new(
                at("2026-11-21T10:00:00Z"),
                noon(),
                TimePrecision::Period,
                Some("-2h".to_owned()),
            )
            .unwrap(),
            place,
            duty: Duty::Checkpoint,
            phase: Phase::Transit,
            suspected: SuspectedKind::Both,
            forms: ProtocolForm::ALL.to_vec(),
            counts: Counts { men: 1, women: 2, boys: 3, girls: 4, unknown: u16::MAX },
            indicators: vec![IndicatorSeen {
                id: "mob.documents_held".parse().unwrap(),
                basis: Basis::ToldByEyewitness,
                subject: Some(e1),
                note: words("driver kept them"),
            }],
            just_odd: true,
            entities: every_entity(),
            links: vec![Link { from: e1, to: e2, link: LinkType::Inside }],
            facts: Some(Narrative::new("One.\nTwo \u{1f690} “quoted” \\ /").unwrap()),
            assessment: Some(Narrative::new("They seemed afraid.").unwrap()),
            aggravators: Aggravators {
                apparent_minor: TriState::Yes,
                organised_group: TriState::No,
                official_involved: TriState::Yes,
                life_danger: TriState::No,
            },
            local_authority: LocalAuthority {
                told: TriState::Yes,
                who: words("patrol, 1130"),
                acted: TriState::No,
            },
            scene_and_objects: words("left as it was"),
            attachments: vec![Attachment {
                digest: digest_of(b"photo"),
                size: u64::MAX,
                media_type: Line::new("image/jpeg").unwrap(),
                derived_from: Some(digest_of(b"original")),
            }],
            language: Language::French,
        };
        FiledReport::vouched_for(head, observation)
    }

    /// Signs a report, carries the bytes over, verifies and reads them.
    fn carried(report: &FiledReport) -> FiledReport {
        let signed = sign(ReportV1::from(report), &key(OBSERVER), realm().id()).unwrap();
        let arrived = UnverifiedStatement::parse(signed.statement.bytes()).unwrap();
        let verified = arrived.verify_with(&key(OBSERVER).verifying_key(), realm().id()).unwrap();
        assert_eq!(verified, signed);
        FiledReport::try_from(&verified).unwrap()
    }

    fn json_of(report: &FiledReport) -> Value {
        serde_json::to_value(ReportV1::from(report)).unwrap()
    }

    fn read(json: &Value) -> Result<ReportV1, serde_json::Error> {
        serde_json::from_str(&json.to_string())
    }

    /// Whether a report, changed like this, is still read and its parts still agree.
    fn accepted(report: &FiledReport, change: impl FnOnce(&mut Value)) -> bool {
        let mut json = json_of(report);
        change(&mut json);
        read(&json).is_ok_and(|report| report.check().is_ok())
    }

    #[test]
    fn a_report_with_every_field_and_one_with_none_arrive_as_they_left() {
        assert_eq!(carried(&most()), most());
        assert_eq!(carried(&least()), least());
    }

    #[test]
    fn a_short_report_is_a_short_statement() {
        let json = json_of(&least()).to_string();
        assert!(json.len() < 400, "{} bytes: {json}", json.len());
    }

    #[test]
    fn every_field_of_the_schema_is_used_by_the_fullest_report() {
        let schema = schemars::schema_for!(ReportV1);
        let fields = schema.get("properties").unwrap().as_object().unwrap();
        let json = json_of(&most());
        assert!(fields.keys().all(|field| json.get(field).is_some()), "{json}");
    }

    /// Every object inside a value, as the path to it.
    fn objects(value: &Value, at: String, found: &mut Vec<String>) {
        match value {
            Value::Object(map) => {
                map.iter().for_each(|(field, inner)| objects(inner, format!("{at}/{field}"), found));
                found.push(at);
            }
            Value::Array(items) => (items.iter().enumerate())
                .for_each(|(number, inner)| objects(inner, format!("{at}/{number}"), found)),
            _ => {}
        }
    }

    #[test]
    fn a_field_that_nobody_knows_or_that_is_null_is_refused_wherever_it_stands() {
        let mut places = Vec::new();
        objects(&json_of(&most()), String::new(), &mut places);
        assert!(places.len() > 15, "{places:?}");
        for place in places {
            let inside = |json: &mut Value, field: &str, value: Value| {
                json.pointer_mut(&place).unwrap().as_object_mut().unwrap().insert(field.to_owned(), value);
            };
            assert!(!accepted(&most(), |json| inside(json, "ethnicity", json!("x"))), "{place}");
            let fields: Vec<String> =
                json_of(&most()).pointer(&place).unwrap().as_object().unwrap().keys().cloned().collect();
            for field in fields {
                assert!(!accepted(&most(), |json| inside(json, &field, Value::Null)), "{place}/{field}");
            }
        }
    }

    #[test]
    fn a_field_that_stands_twice_is_refused_wherever_it_stands() {
        let json = json_of(&most()).to_string();
        for twice in [
            ("\"sequence\":7", "\"sequence\":7,\"sequence\":8"),
            ("\"men\":1", "\"men\":1,\"men\":2"),
            ("\"plate\":\"01-2?3-AB\"", "\"plate\":\"01-2?3-AB\",\"plate\":\"other\""),
            ("\"type\":\"phone\"", "\"type\":\"phone\",\"type\":\"person\""),
            ("\"name_shown\":", "\"name_shown\":\"X\",\"name_shown\":"),
        ] {
            let doubled = json.replacen(twice.0, twice.1, 1);
            assert_ne!(doubled, json, "{}", twice.0);
            assert!(serde_json::from_str::<ReportV1>(&doubled).is_err(), "{}", twice.0);
        }
    }

    #[test]
    fn what_is_pointed_at_must_be_there_and_only_once() {
        let good = most();
        assert!(accepted(&good, |_| {}));
        assert!(!accepted(&good, |json| json["indicators"][0]["subject"] = json!("e9")));
        assert!(!accepted(&good, |json| json["links"][0]["to"] = json!("e9")));
        assert!(!accepted(&good, |json| json["entities"][1]["ref"] = json!("e1")));
        assert!(!accepted(&good, |json| json["entities"] = json!([])));
    }

    #[test]
    fn a_grid_reference_exists_and_is_written_in_one_way() {
        let with = |grid: &str| accepted(&most(), |json| json["place"]["position"]["mgrs"] = json!(grid));
        for exists in ["34TDN8905848763", "34TDN8948", "34TDN", "31UES9523633638", "ZAB9645452981"] {
            assert!(with(exists), "{exists}");
        }
        for absent in [
            "32XKG1234",
            "34XEN1234",
            "31VFH1234",
            "34IDN1234",
            "61TDN1234",
            "34T",
            "34TDN123",
            "TDN1234",
            "",
        ] {
            assert!(!with(absent), "{absent}");
        }
        for other_spelling in ["34tdn8948", "34T DN 89 48", " 34TDN8948", "4QFJ1267", "034TDN8948"] {
            assert!(!with(other_spelling), "{other_spelling}");
        }
        assert!(with("04QFJ1267"));
    }

    #[test]
    fn a_position_is_given_in_one_notation_and_within_the_globe() {
        let with = |position: Value| accepted(&most(), |json| json["place"]["position"] = position);
        let degrees = |lat: f64, lon: f64| json!({"lat": lat, "lon": lon, "error_m": 1, "method": "gps"});
        assert!(with(degrees(-90.0, 180.0)) && with(degrees(90.0, -180.0)));
        assert!(!with(degrees(90.000_1, 0.0)) && !with(degrees(0.0, -180.000_1)));
        assert!(!with(json!({"error_m": 1, "method": "gps"})));
        assert!(!with(json!({"lat": 1.0, "error_m": 1, "method": "gps"})));
        assert!(!with(json!({"mgrs": "34TDN8948", "lat": 1.0, "lon": 1.0, "error_m": 1, "method": "gps"})));
        assert!(!with(json!({"mgrs": "34TDN8948", "lon": 1.0, "error_m": 1, "method": "gps"})));
        for number in ["NaN", "Infinity", "-Infinity", "1e999", "\"1\""] {
            let text = json_of(&most()).to_string().replace("42.8914", number);
            assert!(text.contains(number) && serde_json::from_str::<ReportV1>(&text).is_err(), "{number}");
        }
    }

    #[test]
    fn a_place_is_told_by_a_position_or_by_words() {
        assert!(!accepted(&most(), |json| json["place"] = json!({})));
        assert!(!accepted(&most(), |json| json["place"] = json!({"near_school": {"within_350_m": "yes"}})));
        assert!(accepted(&most(), |json| json["place"] = json!({"words": "near the mill"})));
    }

    #[test]
    fn a_period_never_ends_before_it_begins() {
        assert!(!accepted(&most(), |json| json["observed"]["to"] = json!("2026-11-21T09:59:59Z")));
        assert!(accepted(&most(), |json| json["observed"]["to"] = json!("2026-11-21T10:00:00Z")));
    }

    #[test]
    fn numbers_and_lists_have_their_ends() {
        assert!(!accepted(&most(), |json| json["sequence"] = json!(0)));
        assert!(!accepted(&most(), |json| json["sequence"] = json!(u64::from(u32::MAX) + 1)));
        assert!(!accepted(&most(), |json| json["sequence"] = json!(1.0)));
        assert!(!accepted(&most(), |json| json["counts"]["men"] = json!(65_536)));
        for (list, entry) in [
            ("caveats", json!("minor")),
            ("forms", json!("labour")),
            ("indicators", json!({"id": "mob.documents_held", "basis": "hearsay"})),
            ("links", json!({"from": "e1", "to": "e2", "link": "uses"})),
        ] {
            assert!(accepted(&most(), |json| json[list] = json!(vec![entry.clone(); 99])), "{list}");
            assert!(!accepted(&most(), |json| json[list] = json!(vec![entry; 100])), "{list}");
        }
        assert!(!accepted(&most(), |json| json["entities"][0]["ref"] = json!("e100")));
    }

    #[test]
    fn words_that_act_on_a_screen_are_refused() {
        for hostile in ["\u{1b}[2J", "a\u{202e}b", "\u{0}", "\u{85}", " ", ""] {
            assert!(!accepted(&most(), |json| json["facts"] = json!(hostile)), "{hostile:?}");
            assert!(!accepted(&most(), |json| json["entities"][1]["plate"] = json!(hostile)), "{hostile:?}");
        }
        assert!(!accepted(&most(), |json| json["facts"] = json!("x".repeat(8_001))));
        assert!(accepted(&most(), |json| json["facts"] = json!("\u{1f690}".repeat(8_000))));
    }

    fn code<T: Coded + std::fmt::Debug>() -> impl Strategy<Value = T> {
        select(T::ALL)
    }

    fn line_of<const MAX: usize>() -> impl Strategy<Value = Text<MAX>> {
        "\\PC{1,40}".prop_filter_map("words", |text| Text::new(&text).ok())
    }

    fn position() -> impl Strategy<Value = Position> {
        let degrees = (-90.0..=90.0, -180.0..=180.0).prop_map(|(lat, lon)| Given::degrees(lat, lon).unwrap());
        let grid = select(vec!["34TDN8905848763", "34TEN1323", "04QFJ1267", "31UES", "ZAB9645452981"]);
        let given = prop_oneof![degrees, grid.prop_map(|grid| Given::grid(grid).unwrap())];
        (given, any::<u32>(), code()).prop_map(|(given, error_m, method)| Position { given, error_m, method })
    }

    fn place() -> impl Strategy<Value = Place> {
        let parts = (of(position()), of(line_of()), of(position()), code(), of(any::<u32>()));
        parts.prop_filter_map("somewhere", |(position, words, observer_at, within_350_m, distance_m)| {
            let near_school = NearSchool { within_350_m, distance_m };
            Place::new(position, words).ok().map(|mut place| {
                (place.observer_at, place.near_school) = (observer_at, near_school);
                place
            })
        })
    }

    fn period() -> impl Strategy<Value = Period> {
        (0_u32..50_000, 0_u32..50, code(), of("\\PC{0,50}")).prop_map(|(from, hours, precision, entered)| {
            let from = at("2020-01-01T00:00:00Z").plus_hours(from);
            Period::new(from, from.plus_hours(hours), precision, entered).unwrap()
        })
    }

    fn vehicle_like() -> impl Strategy<Value = Vehicle> {
        let words = || of(line_of());
        (code(), words(), words(), words(), words(), words(), words()).prop_map(
            |(kind, plate, country, make, colour, direction, description)| Vehicle {
                kind,
                plate,
                country,
                make,
                colour,
                direction,
                description,
            },
        )
    }

    fn entity_kind() -> impl Strategy<Value = EntityKind> {
        let words = || of(line_of());
        let person = (of(code()), words(), words(), words(), words(), words()).prop_map(
            |(category, description, age, language, nationality_shown, name_shown)| {
                EntityKind::Person(Person {
                    category,
                    description,
                    age,
                    language,
                    nationality_shown,
                    name_shown,
                })
            },
        );
        let document =
            (line_of(), words(), words(), words()).prop_map(|(kind, number, country, description)| {
                EntityKind::Document(Document { kind, number, country, description })
            });
        prop_oneof![
            person,
            vehicle_like().prop_map(EntityKind::Vehicle),
            vehicle_like().prop_map(EntityKind::Boat),
            (line_of(), words()).prop_map(|(number, description)| EntityKind::Phone { number, description }),
            document,
            line_of().prop_map(|description| EntityKind::Place { description }),
            (line_of(), words())
                .prop_map(|(name, description)| EntityKind::Organisation { name, description }),
        ]
    }

    prop_compose! {
        fn things()(kinds in prop::collection::vec(entity_kind(), 0..6))(
            links in prop::collection::vec((0..=kinds.len(), 0..=kinds.len(), code()), 0..4),
            seen in prop::collection::vec((code(), of(0..=kinds.len()), of(line_of())), 0..4),
            kinds in Just(kinds),
        ) -> (Vec<Entity>, Vec<Link>, Vec<IndicatorSeen>) {
            let name = |place: usize| EntityRef::nth(place + 1).unwrap();
            let there = |place: usize| place < kinds.len();
            let links = (links.iter())
                .filter(|(from, to, _)| there(*from) && there(*to))
                .map(|(from, to, link)| Link { from: name(*from), to: name(*to), link: *link })
                .collect();
            let seen = (seen.iter().cloned())
                .map(|(basis, subject, note)| IndicatorSeen {
                    id: "mob.documents_held".parse().unwrap(),
                    basis,
                    subject: subject.filter(|place| there(*place)).map(name),
                    note,
                })
                .collect();
            let named = |(place, kind): (usize, &EntityKind)| Entity { reference: name(place), kind: kind.clone() };
            (kinds.iter().enumerate().map(named).collect(), links, seen)
        }
    }

    prop_compose! {
        fn observation()(
            (observed, place, duty, phase, suspected) in (period(), place(), code(), code(), code()),
            forms in prop::collection::vec(code(), 0..4),
            [men, women, boys, girls, unknown] in any::<[u16; 5]>(),
            (entities, links, indicators) in things(),
            (just_odd, facts, assessment) in (any::<bool>(), of(line_of()), of(line_of())),
            (apparent_minor, organised_group, official_involved, life_danger) in (code(), code(), code(), code()),
            (told, who, acted) in (code(), of(line_of()), code()),
            scene_and_objects in of(line_of()),
            files in prop::collection::vec((any::<u8>(), any::<u64>(), line_of(), of(any::<u8>())), 0..3),
            language in code(),
        ) -> Observation {
            let attachment = |(bytes, size, media_type, original): (u8, u64, Line, Option<u8>)| Attachment {
                digest: digest_of(&[bytes]),
                size,
                media_type,
                derived_from: original.map(|original| digest_of(&[original])),
            };
            Observation {
                observed, place, duty, phase, suspected, forms,
                counts: Counts { men, women, boys, girls, unknown },
                indicators, just_odd, entities, links, facts, assessment,
                aggravators: Aggravators { apparent_minor, organised_group, official_involved, life_danger },
                local_authority: LocalAuthority { told, who, acted },
                scene_and_objects,
                attachments: files.into_iter().map(attachment).collect(),
                language,
            }
        }
    }

    prop_compose! {
        fn filed()(
            observation in observation(),
            sequence in 1..=u32::MAX,
            (previous, supersedes) in (of(any::<u8>()), of(any::<u32>())),
            (clock, marking, precedence) in (code(), code(), code()),
            catalogue_version in any::<u32>(),
            caveats in prop::collection::vec(code(), 0..4),
        ) -> FiledReport {
            let head = ReportHead {
                id: id(sequence),
                sequence,
                previous: previous.map(|report| digest_of(&[report])),
                supersedes: supersedes.map(id),
                clock, marking, precedence, catalogue_version, caveats,
                ..head()
            };
            FiledReport::vouched_for(head, observation)
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(100))]
        #[test]
        fn any_report_arrives_as_it_left(report in filed()) {
            prop_assert_eq!(carried(&report), report);
        }
    }
}
