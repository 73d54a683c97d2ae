//! A filed report and everything that was said of it, as lines to read: answers first, the newest on top, then what was
//! filed, all of it.

use crate::desks::spoken::{codes, terms};
use crate::domain::answer::Feedback;
use crate::domain::catalogue::Catalogue;
use crate::domain::entity::EntityKind;
use crate::domain::observation::{Attachment, Counts, Entity, IndicatorSeen, Observation};
use crate::domain::place::Position;
use crate::domain::report::{ReportHead, Return};
use crate::domain::standing::Standing;
use crate::domain::text::{Line, Text};
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::observer::reading::{Tone, broken, group};
use crate::screens::observer::report_page::ReportPage;
use crate::screens::observer::{lines, when_entry, where_entry, words};

/// A paragraph.
type Said = (Tone, String);

/// The lines of a report as they are shown in a language.
#[must_use]
pub fn report(page: &ReportPage, catalogue: &Catalogue, columns: usize, tongue: Tongue) -> Vec<Said> {
    let own = &page.own;
    let (head, seen) = (own.held.report.head(), own.held.report.observation());
    let standing = terms::standing(Standing::of(&own.held.facts), own.held.handed_over);
    let mut text = vec![
        (Tone::Title, tongue.speak(&words::report_number(head.sequence))),
        (Tone::Good, tongue.speak(&standing)),
    ];
    text.extend(answers(page, tongue));
    text.push((Tone::Plain, String::new()));
    text.push((Tone::Title, tongue.say(Word("report-as-filed")).into_owned()));
    let writer = Writer { tongue, catalogue };
    text.extend(writer.observation(seen));
    text.push((Tone::Plain, String::new()));
    text.extend(writer.attachments(&seen.attachments));
    text.push((Tone::Plain, String::new()));
    text.extend(writer.head(head, seen));
    broken(text, columns)
}

/// The line at which the attachments begin.
#[must_use]
pub fn attachments_at(lines: &[Said], tongue: Tongue) -> usize {
    let title = tongue.say(Word("report-attachments"));
    lines.iter().position(|(tone, line)| *tone == Tone::Title && *line == title).unwrap_or(0)
}

fn answers(page: &ReportPage, tongue: Tongue) -> Vec<Said> {
    let own = &page.own;
    let by_cell = own
        .answers
        .iter()
        .map(|held| (held.feedback.at(), by_cell(page.signer(held), &held.feedback, tongue)));
    let by_commander = own.returned.iter().map(|returned| (returned.at, by_commander(returned, tongue)));
    let mut all: Vec<_> = by_cell.chain(by_commander).collect();
    all.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    if all.is_empty() {
        return vec![(Tone::Muted, tongue.say(Word("no-answer-yet")).into_owned())];
    }
    all.into_iter().flat_map(|(_, said)| [vec![(Tone::Plain, String::new())], said].concat()).collect()
}

fn by_cell(desk: String, feedback: &Feedback, tongue: Tongue) -> Vec<Said> {
    let who = Word("by-cell").with("desk", desk).with("when", terms::instant(feedback.at()));
    let mut said = vec![
        (Tone::Title, tongue.speak(&who)),
        (Tone::Good, tongue.speak(&terms::outcome(feedback.outcome()))),
    ];
    said.extend(feedback.text().map(|text| (Tone::Plain, text.as_str().to_owned())));
    said
}

fn by_commander(returned: &Return, tongue: Tongue) -> Vec<Said> {
    let who = Word("by-commander").with("when", terms::instant(returned.at));
    let mut said = vec![
        (Tone::Title, tongue.speak(&who)),
        (Tone::Warning, format!("! {}", tongue.say(terms::returned(returned.reason)))),
    ];
    said.extend(returned.note.iter().map(|note| (Tone::Plain, note.as_str().to_owned())));
    said.push((Tone::Plain, tongue.say(Word("returned-advice")).into_owned()));
    said
}

/// Writes the parts of a report in one language.
struct Writer<'a> {
    tongue: Tongue,
    catalogue: &'a Catalogue,
}

impl Writer<'_> {
    fn say(&self, word: Word) -> String {
        self.tongue.say(word).into_owned()
    }

    /// `Where: Gate 1`.
    fn part(&self, label: Word, text: impl Into<String>) -> Said {
        let said = Word("report-part").with("label", label).with("text", text.into());
        (Tone::Plain, self.tongue.speak(&said))
    }

    fn coded(&self, label: Word, code: Word) -> Said {
        self.part(label, self.say(code))
    }

    fn observation(&self, seen: &Observation) -> Vec<Said> {
        let precision = self.say(terms::time_precision(seen.observed.precision()));
        let mut text = vec![
            self.part(Word("report-when"), format!("{}, {precision}", when_entry::written(&seen.observed))),
        ];
        text.extend(seen.place.words().map(|words| self.part(Word("report-where"), words.as_str())));
        text.extend(seen.place.position().map(|at| self.part(Word("report-position"), self.position(at))));
        let stood = seen.place.observer_at.as_ref();
        text.extend(stood.map(|at| self.part(Word("report-stood"), self.position(at))));
        text.push(self.coded(Word("report-duty"), terms::duty(seen.duty)));
        text.push(self.coded(Word("report-phase"), codes::phase(seen.phase)));
        text.push(self.coded(Word("report-suspected"), codes::suspected(seen.suspected)));
        if !seen.forms.is_empty() {
            let forms: Vec<_> = seen.forms.iter().map(|form| self.say(codes::form(*form))).collect();
            text.push(self.part(Word("report-forms"), forms.join(", ")));
        }
        text.push(self.part(Word("report-people"), self.counts(&seen.counts)));
        text.push((Tone::Plain, String::new()));
        text.extend(self.signs(seen));
        text.extend(self.entities(seen));
        for (label, words) in
            [(Word("report-facts"), &seen.facts), (Word("report-assessment"), &seen.assessment)]
        {
            let Some(words) = words else { continue };
            text.push((Tone::Title, self.say(label)));
            text.push((Tone::Plain, words.as_str().to_owned()));
            text.push((Tone::Plain, String::new()));
        }
        text.extend(self.circumstances(seen));
        text
    }

    fn position(&self, at: &Position) -> String {
        let method = self.say(terms::method(at.method));
        let others = where_entry::shown_back(&at.given, at.error_m);
        let others: Vec<String> = others.iter().map(|other| self.tongue.speak(other)).collect();
        format!("{} = {}, {method}", where_entry::written(&at.given), others.join(", "))
    }

    fn counts(&self, counts: &Counts) -> String {
        let all = [
            (counts.men, Word("men")),
            (counts.women, Word("women")),
            (counts.boys, Word("boys")),
            (counts.girls, Word("girls")),
            (counts.unknown, Word("unknown")),
        ];
        let some = all.into_iter().filter(|(count, _)| *count > 0);
        let told: Vec<String> = some.map(|(count, who)| format!("{}: {count}", self.say(who))).collect();
        if told.is_empty() { self.say(Word("report-no-people")) } else { told.join(", ") }
    }

    fn signs(&self, seen: &Observation) -> Vec<Said> {
        let mut text = vec![(Tone::Title, self.say(Word("report-signs")))];
        if seen.just_odd {
            text.push((Tone::Plain, format!("- {}", self.say(Word("just-odd")))));
        }
        text.extend(seen.indicators.iter().map(|one| (Tone::Plain, self.sign(one))));
        text.push((Tone::Plain, String::new()));
        text
    }

    fn sign(&self, seen: &IndicatorSeen) -> String {
        let known = Word("known-by")
            .with("label", lines::indicator(seen, self.catalogue))
            .with("basis", terms::basis(seen.basis));
        let subject = seen.subject.map(|subject| format!(" {subject}")).unwrap_or_default();
        let note = seen.note.as_ref().map(|note| format!(": {}", note.as_str())).unwrap_or_default();
        format!("- {}{subject}{note}", self.tongue.speak(&known))
    }

    fn entities(&self, seen: &Observation) -> Vec<Said> {
        if seen.entities.is_empty() {
            return Vec::new();
        }
        let mut text = vec![(Tone::Title, self.say(Word("report-entities")))];
        text.extend(seen.entities.iter().map(|entity| (Tone::Plain, self.entity(entity))));
        text.extend(seen.links.iter().map(|link| {
            (Tone::Plain, format!("- {} {} {}", link.from, self.say(codes::tie(link.link)), link.to))
        }));
        text.push((Tone::Plain, String::new()));
        text
    }

    fn entity(&self, entity: &Entity) -> String {
        let kind = self.say(codes::entity(&entity.kind));
        let parts = self.particulars(&entity.kind);
        let parts = if parts.is_empty() { String::new() } else { format!(": {}", parts.join(", ")) };
        format!("- {} {kind}{parts}", entity.reference)
    }

    fn particulars(&self, kind: &EntityKind) -> Vec<String> {
        let words = |all: &[&Option<Line>]| -> Vec<String> {
            all.iter().filter_map(|one| one.as_ref()).map(|line| line.as_str().to_owned()).collect()
        };
        match kind {
            EntityKind::Person(person) => {
                let category = person.category.map(|category| self.say(codes::category(category)));
                let rest = words(&[
                    &person.description,
                    &person.age,
                    &person.language,
                    &person.nationality_shown,
                    &person.name_shown,
                ]);
                category.into_iter().chain(rest).collect()
            }
            EntityKind::Vehicle(vehicle) | EntityKind::Boat(vehicle) => {
                let rest = words(&[
                    &vehicle.plate,
                    &vehicle.country,
                    &vehicle.make,
                    &vehicle.colour,
                    &vehicle.direction,
                    &vehicle.description,
                ]);
                [self.say(codes::vehicle(vehicle.kind))].into_iter().chain(rest).collect()
            }
            EntityKind::Phone { number, description } => {
                [number.as_str().to_owned()].into_iter().chain(words(&[description])).collect()
            }
            EntityKind::Document(document) => {
                let rest = words(&[&document.number, &document.country, &document.description]);
                [document.kind.as_str().to_owned()].into_iter().chain(rest).collect()
            }
            EntityKind::Place { description } => vec![description.as_str().to_owned()],
            EntityKind::Organisation { name, description } => {
                [name.as_str().to_owned()].into_iter().chain(words(&[description])).collect()
            }
        }
    }

    fn circumstances(&self, seen: &Observation) -> Vec<Said> {
        let (graver, local) = (&seen.aggravators, &seen.local_authority);
        let mut text = vec![(Tone::Title, self.say(Word("report-graver")))];
        for (label, answer) in [
            (Word("report-school"), seen.place.near_school.within_350_m),
            (Word("report-minor"), graver.apparent_minor),
            (Word("report-group"), graver.organised_group),
            (Word("report-official"), graver.official_involved),
            (Word("report-life"), graver.life_danger),
        ] {
            text.push(self.coded(label, codes::tri_state(answer)));
        }
        text.push((Tone::Plain, String::new()));
        text.push((Tone::Title, self.say(Word("report-done"))));
        text.push(self.coded(Word("report-told"), codes::tri_state(local.told)));
        text.extend(local.who.iter().map(|who| self.part(Word("report-told-whom"), who.as_str())));
        text.push(self.coded(Word("report-acted"), codes::tri_state(local.acted)));
        let scene = seen.scene_and_objects.iter();
        text.extend(scene.map(|words| self.part(Word("report-scene"), Text::as_str(words))));
        text
    }

    fn attachments(&self, attachments: &[Attachment]) -> Vec<Said> {
        let mut text = vec![(Tone::Title, self.say(Word("report-attachments")))];
        if attachments.is_empty() {
            text.push((Tone::Muted, self.say(Word("report-no-attachments"))));
            return text;
        }
        for (place, attachment) in attachments.iter().enumerate() {
            let size = words::size(attachment.size);
            let kind = attachment.media_type.as_str();
            let mut line = format!("{}. {kind}, {}", place + 1, self.tongue.speak(&size));
            let of = attachment.derived_from;
            let original = attachments.iter().position(|other| Some(other.digest) == of);
            if let Some(original) = original {
                let copy = Word("report-copy-of").with("number", original + 1);
                line.push_str(&format!(", {}", self.tongue.speak(&copy)));
            }
            text.push((Tone::Plain, line));
            text.push((Tone::Muted, format!("   SHA-256 {}", attachment.digest)));
        }
        text.push((Tone::Muted, self.say(Word("report-save-out"))));
        text
    }

    fn head(&self, head: &ReportHead, seen: &Observation) -> Vec<Said> {
        let mut text = vec![
            (Tone::Title, self.say(Word("report-filed"))),
            self.part(Word("report-filed-at"), group(head.recorded)),
            self.coded(Word("report-clock"), codes::clock(head.clock)),
            self.coded(Word("report-urgency"), codes::precedence(head.precedence)),
            self.part(Word("report-marking"), head.marking.banner()),
        ];
        if !head.caveats.is_empty() {
            let caveats: Vec<_> =
                head.caveats.iter().map(|caveat| self.say(codes::caveat(*caveat))).collect();
            text.push(self.part(Word("report-caveats"), caveats.join(", ")));
        }
        text.push(self.coded(Word("report-language"), codes::language(seen.language)));
        text.push(self.part(Word("report-list"), head.catalogue_version.to_string()));
        if head.supersedes.is_some() {
            text.push((Tone::Plain, self.say(Word("report-corrects"))));
        }
        text
    }
}
