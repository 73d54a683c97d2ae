//! One thing seen: what is written of it, and the parts of the form that follow from the words.

use chrono::{FixedOffset, Timelike};

use crate::desks::exercise::dice::SeededDice;
use crate::desks::exercise::kosovo::Locality;
use crate::desks::exercise::plan::{Cast, Plan, Tells};
use crate::desks::exercise::ride::Ride;
use crate::desks::exercise::words::{Gaps, Words, filled};
use crate::domain::catalogue::Catalogue;
use crate::domain::catalogue::indicator::IndicatorId;
use crate::domain::entity::{Document, EntityKind, EntityRef, Link, LinkType, Person, Vehicle};
use crate::domain::observation::{Counts, Entity, IndicatorSeen, Language};
use crate::domain::subject_category::SubjectCategory;
use crate::domain::text::{Line, Narrative};
use crate::domain::time::Timestamp;

/// Most characters of the facts of an exercise report.
const LONGEST_FACTS: usize = 800;
/// Firms nobody has founded.
const FIRMS: [&str; 6] =
    ["Drini Bau", "Adria Kitchen Services", "Ibar Logistik", "Sharri Clean", "Alba Montage", "NordFood KS"];

/// What a scene is made from.
pub struct Setting<'a> {
    /// The kind of sighting.
    pub plan: &'a Plan,
    /// The words of the observer's language.
    pub words: &'a Words,
    /// Near which locality.
    pub locality: Locality,
    /// When it was seen.
    pub seen: Timestamp,
    /// The vehicle and the second one, as far as they were recognised.
    pub rides: [Option<Ride>; 2],
    /// The telephone number, if one comes into it.
    pub phone: String,
    /// Whether a photograph goes with it.
    pub photo: bool,
}

/// What one observer has to tell.
#[derive(Debug, Clone, Default)]
pub struct Scene {
    /// What he saw or heard.
    pub facts: Option<Narrative>,
    /// What he thinks.
    pub assessment: Option<Narrative>,
    /// What fits the catalogue.
    pub indicators: Vec<IndicatorSeen>,
    /// Persons and things.
    pub entities: Vec<Entity>,
    /// How they hang together.
    pub links: Vec<Link>,
    /// How many people.
    pub counts: Counts,
    /// The gaps his sentences were filled with.
    pub gaps: Gaps,
}

impl Scene {
    /// Plays the setting.
    pub fn set(setting: &Setting<'_>, catalogue: &Catalogue, dice: &mut SeededDice) -> Self {
        let counts = counted(setting.plan, dice);
        let gaps = setting.gaps(counts, dice);
        let mut scene = Self { counts, gaps, ..Self::default() };
        let (sentences, told) = setting.sentences(dice);
        scene.facts = facts(&sentences, &scene.gaps, dice);
        scene.assessment = setting.assessment(&scene.gaps, dice);
        scene.describe(setting, &sentences.concat(), dice);
        for (id, basis) in told.into_iter().flat_map(|tells| tells.iter()) {
            let known = IndicatorId::parse(id).ok().filter(|id| catalogue.get(id).is_some());
            let fresh = known.filter(|id| scene.indicators.iter().all(|seen| seen.id != *id));
            let vehicle = scene.entities.iter().find(|one| matches!(one.kind, EntityKind::Vehicle(_)));
            let subject =
                vehicle.map(|one| one.reference).filter(|_| id.starts_with("trn.") && dice.one_in(2));
            let note = dice.word(setting.words.lines("note"));
            let note = Line::new(note).ok().filter(|_| dice.one_in(8));
            scene.indicators.extend(fresh.map(|id| IndicatorSeen { id, basis: *basis, subject, note }));
        }
        scene
    }

    /// Describes what the words speak of, and ties it together.
    fn describe(&mut self, setting: &Setting<'_>, spoken: &str, dice: &mut SeededDice) {
        let words = setting.words;
        let says = |gap: &str| spoken.contains(gap);
        let always = ["van", "trail", "scout"].contains(&setting.plan.key);
        let [first, second] = &setting.rides;
        let first = first.as_ref().filter(|_| always || says("{van}") || says("{plate}"));
        let vehicle = first.and_then(|ride| {
            let plated = always || says("{plate}") || !dice.one_in(3);
            let kind = self.vehicle(ride, plated, words, dice);
            self.add(kind)
        });
        let other = second.as_ref().filter(|_| says("{van2}")).and_then(|ride| {
            let kind = self.vehicle(ride, dice.one_in(2), words, dice);
            self.add(kind)
        });
        self.tie(vehicle, other, LinkType::TravelsWith);
        for part in setting.plan.cast {
            // In haste nobody is described.
            if dice.one_in(3) {
                continue;
            }
            let person = self.person(*part, words, dice);
            let person = self.add(EntityKind::Person(person));
            let tie = if *part == Cast::Suspect { LinkType::Drives } else { LinkType::Inside };
            self.tie(person, vehicle, tie);
        }
        if says("{phone}") {
            let number = Line::new(&setting.phone).ok();
            let at = Line::new(dice.word(words.lines("phone.at"))).ok();
            if let Some(number) = number {
                self.add(EntityKind::Phone { number, description: at });
            }
        }
        if setting.plan.house {
            let house = Line::new(dice.word(words.lines("place.words"))).ok();
            let house = house.and_then(|description| self.add(EntityKind::Place { description }));
            self.tie(vehicle, house, LinkType::SeenAt);
        }
        if says("{firm}") {
            let name = self.gaps.get("firm").and_then(|name| Line::new(name).ok());
            if let Some(name) = name {
                self.add(EntityKind::Organisation { name, description: None });
            }
        }
        if setting.plan.key == "papers" {
            let number = format!(
                "{}0{}?{}",
                dice.word(&["P", "A", "U"]),
                dice.between(100, 999),
                dice.between(10, 99)
            );
            let (kind, odd) = (dice.word(words.lines("paper")), dice.word(words.lines("paper.odd")));
            if let Ok(kind) = Line::new(kind) {
                let (number, description) = (Line::new(&number).ok(), Line::new(odd).ok());
                self.add(EntityKind::Document(Document { kind, number, country: None, description }));
            }
        }
    }

    fn vehicle(&self, ride: &Ride, plated: bool, words: &Words, dice: &mut SeededDice) -> EntityKind {
        let line = |text: &str| Line::new(text).ok();
        let nth = |section: &str, place: usize| words.lines(section).get(place).and_then(|text| line(text));
        EntityKind::Vehicle(Vehicle {
            kind: ride.kind,
            plate: line(&ride.plate).filter(|_| plated),
            country: line(ride.country).filter(|_| plated && !dice.one_in(3)),
            make: line(ride.make),
            colour: nth("paint", ride.colour),
            direction: self.gaps.get("to").and_then(|to| line(to)).filter(|_| dice.one_in(2)),
            description: nth("marks", ride.mark).filter(|_| dice.one_in(3)),
        })
    }

    fn person(&self, part: Cast, words: &Words, dice: &mut SeededDice) -> Person {
        let people = words.lines("person");
        // Men come first in the section, then women, then a child, then workers.
        let (category, looks) = match part {
            Cast::Suspect => (SubjectCategory::SuspectPresumed, people.get(..5)),
            Cast::Victim => (SubjectCategory::PossibleVictim, people.get(5..8)),
            Cast::Child => (SubjectCategory::PossibleVictim, people.get(8..9)),
        };
        let age = match part {
            Cast::Child => self.gaps.get("age").cloned().unwrap_or_default(),
            Cast::Suspect | Cast::Victim => {
                let young = dice.between(3, 9) * 5;
                format!("{young}-{}", young + 5)
            }
        };
        let heard = self.gaps.get("lang").and_then(|heard| Line::new(heard).ok());
        Person {
            category: Some(category),
            description: Line::new(dice.word(looks.unwrap_or_default())).ok(),
            age: Line::new(&age).ok().filter(|_| !dice.one_in(3)),
            language: heard.filter(|_| dice.one_in(3)),
            ..Person::default()
        }
    }

    fn add(&mut self, kind: EntityKind) -> Option<EntityRef> {
        let reference = EntityRef::nth(self.entities.len() + 1).ok()?;
        self.entities.push(Entity { reference, kind });
        Some(reference)
    }

    fn tie(&mut self, from: Option<EntityRef>, to: Option<EntityRef>, link: LinkType) {
        if let (Some(from), Some(to)) = (from, to) {
            self.links.push(Link { from, to, link });
        }
    }
}

impl Setting<'_> {
    fn gaps(&self, counts: Counts, dice: &mut SeededDice) -> Gaps {
        let words = self.words;
        let minors = counts.boys + counts.girls;
        let group = counts.total() - u32::from(counts.men);
        let group = if group == 0 { counts.total().max(3) } else { group };
        let (heard, other) = (dice.word(words.lines("language")), dice.word(words.lines("language")));
        let mut gaps = Gaps::from([
            ("place", self.locality.name.to_owned()),
            ("road", self.locality.road.to_owned()),
            ("to", dice.word(self.locality.towards).to_owned()),
            ("time", clock(self.seen, words.language())),
            ("spot", dice.word(words.lines("spot")).to_owned()),
            ("men", counts.men.to_string()),
            ("women", counts.women.to_string()),
            ("kids", minors.to_string()),
            ("n", group.to_string()),
            ("age", dice.between(5, 15).to_string()),
            ("lang", heard.to_owned()),
            ("lang2", other.to_owned()),
            ("wear", dice.word(words.lines("wear")).to_owned()),
            ("weather", dice.word(words.lines("weather")).to_owned()),
            ("abroad", dice.word(words.lines("abroad")).to_owned()),
            ("minutes", dice.between(4, 45).to_string()),
            ("days", dice.between(2, 9).to_string()),
            ("price", (dice.between(6, 45) * 100).to_string()),
            ("firm", dice.word(&FIRMS).to_owned()),
            ("phone", self.phone.clone()),
        ]);
        for (ride, name) in self.rides.iter().zip(["van", "van2"]) {
            if let Some(ride) = ride {
                let colour = words.lines("colour").get(ride.colour).copied().unwrap_or_default();
                gaps.insert(name, ride.called(words.language(), colour));
            }
        }
        if let [Some(ride), _] = &self.rides {
            gaps.insert("plate", ride.plate.clone());
            let mark = words.lines("marks").get(ride.mark).copied().unwrap_or_default();
            gaps.insert("marks", mark.to_owned());
        }
        gaps
    }

    /// The sentences of the facts, gaps open, and what they tell.
    fn sentences(&self, dice: &mut SeededDice) -> (Vec<&'static str>, Vec<Tells>) {
        let plan = self.plan;
        let (mut sentences, mut told) = (Vec::new(), Vec::new());
        let more = format!("{}.more", plan.key);
        let mut drawn = vec![(plan.key, plan.tells)];
        if dice.below(10) < 7 {
            drawn.push((more.as_str(), plan.adds));
        }
        for (section, tells) in drawn {
            let lines: Vec<_> = self.words.lines(section).iter().copied().zip(tells).collect();
            if let Some((line, tells)) = dice.pick(&lines).copied() {
                sentences.push(line);
                told.push(*tells);
            }
        }
        let mut details = self.words.lines("detail").to_vec();
        if plan.rides.0.is_some() && plan.key != "odd" {
            details.extend(self.words.lines("detail.ride"));
        }
        if plan.men.max(plan.others) != (0, 0) {
            details.extend(self.words.lines("detail.people"));
        }
        if !self.photo && plan.key != "gear" {
            details.extend(self.words.lines("detail.nophoto"));
        }
        for _ in 0..dice.word(&["1", "22", "22", "333", "333", "4444"]).len() {
            let detail = dice.word(&details);
            if !sentences.contains(&detail) {
                sentences.push(detail);
            }
        }
        if dice.one_in(3) {
            sentences.push(dice.word(self.words.lines("detail.seen")));
        }
        (sentences, told)
    }

    fn assessment(&self, gaps: &Gaps, dice: &mut SeededDice) -> Option<Narrative> {
        let own = self.words.lines(&format!("think.{}", self.plan.key));
        let mut any = self.words.lines("think").to_vec();
        // What looks innocent is not thought grave.
        if !self.plan.tells.iter().all(|tells| tells.is_empty()) {
            any.extend(self.words.lines("think.grave"));
        }
        let thoughts = match dice.below(10) {
            0..=2 => return None,
            3..=5 if !own.is_empty() => vec![dice.word(own)],
            6 | 7 if !own.is_empty() => vec![dice.word(own), dice.word(&any)],
            _ => vec![dice.word(&any)],
        };
        let thoughts: Vec<String> = thoughts.into_iter().map(|thought| filled(thought, gaps)).collect();
        Narrative::new(&thoughts.join(" ")).ok()
    }
}

/// The sentences as one text, the last ones left away until it is short enough.
fn facts(sentences: &[&'static str], gaps: &Gaps, dice: &mut SeededDice) -> Option<Narrative> {
    let between = if dice.one_in(6) { "\n" } else { " " };
    let mut told: Vec<String> = sentences.iter().map(|sentence| filled(sentence, gaps)).collect();
    while told.len() > 1 && told.join(between).chars().count() > LONGEST_FACTS {
        told.pop();
    }
    Narrative::new(&told.join(between)).ok()
}

fn counted(plan: &Plan, dice: &mut SeededDice) -> Counts {
    let mut some =
        |(low, high): (u16, u16)| u16::try_from(dice.between(u32::from(low), u32::from(high))).unwrap_or(low);
    let (men, women, children, unknown) =
        (some(plan.men), some(plan.women), some(plan.children), some(plan.others));
    let girls = some((0, children));
    Counts { men, women, boys: children - girls, girls, unknown }
}

/// The time of day in Kosovo in winter, as each language writes it.
fn clock(at: Timestamp, language: Language) -> String {
    let winter = FixedOffset::east_opt(3_600);
    let local = winter
        .map_or_else(|| at.instant().naive_utc(), |zone| at.instant().with_timezone(&zone).naive_local());
    let (hour, minute) = (local.hour(), local.minute());
    match language {
        Language::Dutch => format!("{hour:02}u{minute:02}"),
        Language::French => format!("{hour:02}h{minute:02}"),
        Language::German => format!("{hour:02}:{minute:02} Uhr"),
        Language::English => format!("{hour:02}:{minute:02}"),
    }
}
