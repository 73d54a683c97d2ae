//! What was observed, as options or as JSON with the same names: for scripts, and for whoever knows what he wants.

use std::path::PathBuf;

use clap::Args;
use serde::Deserialize;

use crate::commands::edge::{local_offset, now};
use crate::commands::failure::Failure;
use crate::desks::observer::entry;
use crate::desks::spoken::shown;
use crate::domain::catalogue::Catalogue;
use crate::domain::code::Coded;
use crate::domain::draft::Draft;
use crate::domain::entity::{EntityRef, Link, LinkType};
use crate::domain::grading::Basis;
use crate::domain::observation::{Entity, IndicatorSeen};
use crate::domain::observation_terms::{PositionMethod, TriState};
use crate::domain::place::Position;
use crate::domain::precedence::Precedence;
use crate::domain::text::{Line, Narrative};
use crate::geography::place_text::parse_position;
use crate::language::tongue::Tongue;
use crate::wire::entity::{EntityV1, LinkV1};
use crate::wire::observation::IndicatorV1;

/// A filled-in example of the JSON, with every part a report can have.
pub const TEMPLATE: &str = include_str!("report_template.json");

/// The parts of a report a person may enter. What is given takes the place of what stood there.
#[derive(Debug, Default, Clone, PartialEq, Args, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Entry {
    /// When: now, -20m, 1430, 211430ZNOV26, or two of them with a dash between; ~ in front: about.
    #[arg(long, allow_hyphen_values = true)]
    pub when: Option<String>,
    /// Where: a grid reference, degrees, or words.
    #[arg(long = "where", allow_hyphen_values = true)]
    #[serde(rename = "where")]
    pub place: Option<String>,
    /// The place in words, beside a position.
    #[arg(long)]
    pub words: Option<String>,
    /// How many metres the position may be off.
    #[arg(long)]
    pub error_m: Option<u32>,
    /// How the position was found: gps, map or estimate.
    #[arg(long)]
    pub method: Option<String>,
    /// Where you stood yourself, if elsewhere: a grid reference or degrees.
    #[arg(long, allow_hyphen_values = true)]
    pub own_position: Option<String>,
    /// A school or place used by children within 350 m: yes, no or unknown.
    #[arg(long)]
    pub near_school: Option<String>,
    /// checkpoint, patrol, guard, convoy or other.
    #[arg(long)]
    pub duty: Option<String>,
    /// transit, stay_or_work, recruitment or unknown.
    #[arg(long)]
    pub phase: Option<String>,
    /// thb (trafficking), som (smuggling), both or unknown.
    #[arg(long)]
    pub suspected: Option<String>,
    /// labour, sexual, childsex, child, immigration or organ. May be given several times.
    #[arg(long = "form", value_name = "FORM")]
    pub forms: Vec<String>,
    /// An indicator of the catalogue; append :basis when you did not see it yourself. May be given several times.
    #[arg(long = "indicator", value_name = "ID[:BASIS]", value_parser = indicator)]
    pub indicators: Vec<IndicatorEntry>,
    /// Nothing from the list, just odd.
    #[arg(long)]
    pub just_odd: bool,
    /// Men.
    #[arg(long)]
    pub men: Option<u16>,
    /// Women.
    #[arg(long)]
    pub women: Option<u16>,
    /// Boys who look under 18.
    #[arg(long)]
    pub boys: Option<u16>,
    /// Girls who look under 18.
    #[arg(long)]
    pub girls: Option<u16>,
    /// People not seen well enough to say.
    #[arg(long)]
    pub unknown: Option<u16>,
    /// A person or thing, as JSON: {"ref":"e1","type":"vehicle","kind":"van","plate":"01-4?2-KD"}. May be given several
    /// times.
    #[arg(long = "entity", value_name = "JSON", value_parser = entity)]
    pub entities: Vec<EntityV1>,
    /// A tie between two of them, such as e1:drives:e2. May be given several times.
    #[arg(long = "link", value_name = "FROM:TIE:TO", value_parser = link)]
    pub links: Vec<LinkV1>,
    /// What you saw or heard.
    #[arg(long)]
    pub facts: Option<String>,
    /// What you think of it.
    #[arg(long)]
    pub assessment: Option<String>,
    /// Somebody looked under 18: yes, no or unknown.
    #[arg(long)]
    pub apparent_minor: Option<String>,
    /// Three or more people acted together: yes, no or unknown.
    #[arg(long)]
    pub organised_group: Option<String>,
    /// An official took part or looked away: yes, no or unknown.
    #[arg(long)]
    pub official_involved: Option<String>,
    /// Somebody's life was in danger, or somebody died: yes, no or unknown.
    #[arg(long)]
    pub life_danger: Option<String>,
    /// A local authority was told: yes, no or unknown.
    #[arg(long)]
    pub local_told: Option<String>,
    /// Which one, and when.
    #[arg(long)]
    pub local_who: Option<String>,
    /// It acted: yes, no or unknown.
    #[arg(long)]
    pub local_acted: Option<String>,
    /// What was done about objects and the scene, and by whom.
    #[arg(long)]
    pub scene_and_objects: Option<String>,
    /// A file to attach. May be given several times.
    #[arg(long = "attach", value_name = "FILE")]
    pub attachments: Vec<PathBuf>,
    /// How urgent you think it is: routine, priority or immediate.
    #[arg(long)]
    pub precedence: Option<String>,
    /// The language you write in: nl, fr, de or en.
    #[arg(long)]
    pub language: Option<String>,
}

/// An indicator as it is entered: its name, with or without how it is known, or all of it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum IndicatorEntry {
    /// `trn.covered_windows`, `trn.covered_windows:hearsay`.
    Named(String),
    /// With the person or thing that shows it, and a note.
    Whole(IndicatorV1),
}

fn indicator(text: &str) -> Result<IndicatorEntry, String> {
    Ok(IndicatorEntry::Named(text.to_owned()))
}

fn entity(text: &str) -> Result<EntityV1, String> {
    serde_json::from_str(text)
        .map_err(|_| "not a person or thing in the shape of the report's schema".to_owned())
}

fn link(text: &str) -> Result<LinkV1, String> {
    let mut parts = text.split(':');
    let (from, tie, to) = (parts.next(), parts.next(), parts.next());
    let named = |name: Option<&str>| name.and_then(|name| name.parse::<EntityRef>().ok());
    match (named(from), tie.and_then(LinkType::from_code), named(to), parts.next()) {
        (Some(from), Some(link), Some(to), None) => Ok(LinkV1::from(&Link { from, to, link })),
        _ => Err(format!("write it as e1:drives:e2; ties are {}", known::<LinkType>())),
    }
}

fn known<T: Coded>() -> String {
    T::ALL.iter().map(|member| member.code()).collect::<Vec<_>>().join(", ")
}

fn wrong(option: &str, why: &dyn std::fmt::Display) -> Failure {
    Failure::usage(format!("--{option}: {why}"))
}

fn coded<T: Coded>(option: &str, code: &str) -> Result<T, Failure> {
    T::from_code(code).ok_or_else(|| wrong(option, &format!("one of {}", known::<T>())))
}

fn put<T: Coded>(option: &str, code: Option<&String>, held: &mut T) -> Result<(), Failure> {
    if let Some(code) = code {
        *held = coded(option, code)?;
    }
    Ok(())
}

fn put_some<T: Coded>(option: &str, code: Option<&String>, held: &mut Option<T>) -> Result<(), Failure> {
    if let Some(code) = code {
        *held = Some(coded(option, code)?);
    }
    Ok(())
}

fn put_line(option: &str, words: Option<&String>, held: &mut Option<Line>) -> Result<(), Failure> {
    if let Some(words) = words {
        *held = Some(Line::cleaned(words).map_err(|why| wrong(option, &why))?);
    }
    Ok(())
}

fn put_text(option: &str, words: Option<&String>, held: &mut Option<Narrative>) -> Result<(), Failure> {
    if let Some(words) = words {
        *held = Some(Narrative::cleaned(words).map_err(|why| wrong(option, &why))?);
    }
    Ok(())
}

impl Entry {
    /// Writes what was entered into a draft; `notes` collects how times and places were understood.
    ///
    /// # Errors
    /// The first thing that was not understood; the draft is then to be thrown away.
    pub fn apply(
        &self,
        draft: &mut Draft,
        catalogue: &Catalogue,
        notes: &mut Vec<String>,
    ) -> Result<(), Failure> {
        self.when_and_where(draft, notes)?;
        put_some("duty", self.duty.as_ref(), &mut draft.duty)?;
        put_some("phase", self.phase.as_ref(), &mut draft.phase)?;
        put_some("suspected", self.suspected.as_ref(), &mut draft.suspected)?;
        if !self.forms.is_empty() {
            draft.forms = self.forms.iter().map(|code| coded("form", code)).collect::<Result<_, _>>()?;
        }
        self.people_and_things(draft, catalogue)?;
        put_text("facts", self.facts.as_ref(), &mut draft.facts)?;
        put_text("assessment", self.assessment.as_ref(), &mut draft.assessment)?;
        let graver = &mut draft.aggravators;
        put("apparent-minor", self.apparent_minor.as_ref(), &mut graver.apparent_minor)?;
        put("organised-group", self.organised_group.as_ref(), &mut graver.organised_group)?;
        put("official-involved", self.official_involved.as_ref(), &mut graver.official_involved)?;
        put("life-danger", self.life_danger.as_ref(), &mut graver.life_danger)?;
        let local = &mut draft.local_authority;
        put("local-told", self.local_told.as_ref(), &mut local.told)?;
        put_line("local-who", self.local_who.as_ref(), &mut local.who)?;
        put("local-acted", self.local_acted.as_ref(), &mut local.acted)?;
        put_line("scene-and-objects", self.scene_and_objects.as_ref(), &mut draft.scene_and_objects)?;
        put_some("precedence", self.precedence.as_ref(), &mut draft.precedence)?;
        if draft.precedence.is_some_and(|precedence| !precedence.is_suggestible()) {
            let offered: Vec<&str> = Precedence::SUGGESTIBLE.iter().map(|one| one.code()).collect();
            return Err(wrong("precedence", &format!("one of {}", offered.join(", "))));
        }
        put("language", self.language.as_ref(), &mut draft.language)
    }

    fn when_and_where(&self, draft: &mut Draft, notes: &mut Vec<String>) -> Result<(), Failure> {
        if let Some(text) = &self.when {
            let understood = entry::time(text, now(), local_offset()).map_err(|why| wrong("when", &why))?;
            notes.push(format!("when: {}", understood.shown_back));
            draft.observed = Some(understood.period);
        }
        if let Some(text) = &self.place {
            let understood = entry::place(text).map_err(|why| wrong("where", &why))?;
            notes.push(format!("where: {}", understood.shown_back));
            let (position, words) = (understood.place.position().cloned(), understood.place.words().cloned());
            for line in position.iter().flat_map(|at| shown::position(at).into_iter().skip(1)) {
                notes.push(format!("where: {}", Tongue::English.speak(&line)));
            }
            draft.place = entry::place_of(draft.place.as_ref(), position, words).ok();
        }
        let beside = [self.words.is_some(), self.error_m.is_some(), self.method.is_some()];
        if beside.contains(&true) {
            let old = draft.place.as_ref();
            let mut position = old.and_then(|place| place.position().cloned());
            let mut words = old.and_then(|place| place.words().cloned());
            put_line("words", self.words.as_ref(), &mut words)?;
            let nowhere = || wrong("where", &"give a position first");
            if let Some(error_m) = self.error_m {
                position.as_mut().ok_or_else(nowhere)?.error_m = error_m;
            }
            if let Some(method) = &self.method {
                position.as_mut().ok_or_else(nowhere)?.method = coded("method", method)?;
            }
            draft.place = Some(entry::place_of(old, position, words).map_err(|why| wrong("where", &why))?);
        }
        if self.own_position.is_some() || self.near_school.is_some() {
            let place = draft.place.as_mut().ok_or_else(|| wrong("where", &"say where it was first"))?;
            put("near-school", self.near_school.as_ref(), &mut place.near_school.within_350_m)?;
            if let Some(text) = &self.own_position {
                place.observer_at = Some(stood_at(text)?);
            }
        }
        Ok(())
    }

    fn people_and_things(&self, draft: &mut Draft, catalogue: &Catalogue) -> Result<(), Failure> {
        if !self.entities.is_empty() {
            draft.entities.clear();
            for one in &self.entities {
                let one = Entity::from(one.clone());
                if draft.entity(one.reference).is_some() {
                    return Err(wrong("entity", &format!("{} is described twice", one.reference)));
                }
                draft.entities.push(one);
            }
        }
        if !self.links.is_empty() {
            draft.links.clear();
            for one in &self.links {
                draft.link(one.clone().into()).map_err(|why| wrong("link", &why))?;
            }
        }
        if !self.indicators.is_empty() {
            draft.indicators =
                self.indicators.iter().map(|one| one.seen(draft, catalogue)).collect::<Result<_, _>>()?;
        }
        draft.just_odd |= self.just_odd;
        // Somebody else's answer may have pointed at what is no longer there.
        draft.mend();
        let counts = &mut draft.counts;
        let all = [
            (self.men, &mut counts.men),
            (self.women, &mut counts.women),
            (self.boys, &mut counts.boys),
            (self.girls, &mut counts.girls),
            (self.unknown, &mut counts.unknown),
        ];
        for (given, held) in all {
            *held = given.unwrap_or(*held);
        }
        Ok(())
    }
}

fn stood_at(text: &str) -> Result<Position, Failure> {
    let entered = parse_position(text).map_err(|why| wrong("own-position", &why))?;
    entry::position(&entered).map_err(|why| wrong("own-position", &why))
}

impl IndicatorEntry {
    fn seen(&self, draft: &Draft, catalogue: &Catalogue) -> Result<IndicatorSeen, Failure> {
        let seen = match self {
            Self::Whole(whole) => IndicatorSeen::from(whole.clone()),
            Self::Named(text) => {
                let (id, basis) = text.split_once(':').unwrap_or((text, Basis::SawMyself.code()));
                let id = id.parse().map_err(|why| wrong("indicator", &why))?;
                IndicatorSeen { id, basis: coded("indicator", basis)?, subject: None, note: None }
            }
        };
        if catalogue.get(&seen.id).is_none() {
            return Err(wrong("indicator", &format!("{} is not in the catalogue", seen.id)));
        }
        match seen.subject {
            Some(subject) if draft.entity(subject).is_none() => {
                Err(wrong("indicator", &format!("{subject} is not described")))
            }
            _ => Ok(seen),
        }
    }
}

/// What the closed lists hold, for the help.
pub fn codes() -> String {
    format!(
        "near_school, apparent_minor, organised_group, official_involved, life_danger, local_told, local_acted: {}\n\
         method: {}\nbasis of an indicator: {}\ntie of a link: {}",
        known::<TriState>(),
        known::<PositionMethod>(),
        known::<Basis>(),
        known::<LinkType>(),
    )
}

#[cfg(test)]
mod tests {
    use super::{Entry, TEMPLATE};
    use crate::domain::catalogue::Catalogue;
    use crate::domain::draft::Draft;
    use crate::domain::ids::{Dice, ReportId};
    use crate::domain::observation::Language;
    use crate::domain::observation_terms::TriState;
    use crate::domain::time::Timestamp;

    struct Zeros;
    impl Dice for Zeros {
        fn roll(&mut self, out: &mut [u8]) {
            out.fill(0);
        }
    }

    fn draft() -> Draft {
        let now = Timestamp::parse("2026-11-21T14:30:00Z").unwrap();
        Draft::begin(ReportId::fresh(now, &mut Zeros), now, Language::English)
    }

    fn applied(entry: &str) -> Result<Draft, String> {
        let entry: Entry = serde_json::from_str(entry).unwrap();
        let mut draft = draft();
        let catalogue = Catalogue::embedded().unwrap();
        match entry.apply(&mut draft, &catalogue, &mut Vec::new()) {
            Ok(()) => Ok(draft),
            Err(failure) => Err(failure.sentence().to_owned()),
        }
    }

    #[test]
    fn the_template_fills_every_part_of_a_report() {
        let entry: Entry = serde_json::from_str(TEMPLATE).unwrap();
        assert_eq!(entry.attachments.len(), 1);
        let catalogue = Catalogue::embedded().unwrap();
        let mut draft = draft();
        entry.apply(&mut draft, &catalogue, &mut Vec::new()).unwrap();
        let place = draft.place.as_ref().unwrap();
        assert!(place.position().is_some() && place.words().is_some() && place.observer_at.is_some());
        assert_ne!(place.near_school.within_350_m, TriState::Unknown);
        let some = [
            draft.observed.is_some(),
            draft.duty.is_some(),
            draft.phase.is_some(),
            draft.suspected.is_some(),
            !draft.forms.is_empty(),
            draft.counts.total() > 0,
            draft.indicators.iter().any(|seen| seen.subject.is_some() && seen.note.is_some()),
            draft.entities.len() == 7,
            !draft.links.is_empty(),
            draft.facts.is_some(),
            draft.assessment.is_some(),
            draft.local_authority.who.is_some(),
            draft.scene_and_objects.is_some(),
            draft.precedence.is_some(),
        ];
        assert!(!some.contains(&false), "{some:?}");
        assert_eq!(draft.mend(), []);
        assert!(draft.obstacles(&catalogue).iter().all(|obstacle| obstacle.to_string().contains("files")));
    }

    #[test]
    fn what_points_at_nothing_or_is_no_code_is_refused() {
        for (entry, says) in [
            (r#"{"links":[{"from":"e1","to":"e2","link":"drives"}]}"#, "no longer in this report"),
            (
                r#"{"indicators":[{"id":"trn.covered_windows","basis":"hearsay","subject":"e1"}]}"#,
                "not described",
            ),
            (r#"{"indicators":["trn.no_such_thing"]}"#, "not in the catalogue"),
            (r#"{"near_school":"yes"}"#, "say where"),
            (r#"{"where":"by the bridge","error_m":5}"#, "position first"),
            (r#"{"precedence":"flash"}"#, "immediate"),
            (
                r#"{"where":"by the bridge","own_position":"behind me"}"#,
                "neither a grid reference nor degrees",
            ),
        ] {
            let said = applied(entry).unwrap_err();
            assert!(said.contains(says), "{entry}: {said}");
        }
    }
}
