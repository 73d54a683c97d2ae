//! A filed report and everything that was said of it, as lines to read: answers first, the newest on top, then what was
//! filed, all of it.

use crate::desks::spoken::{codes, terms, told};
use crate::domain::answer::Feedback;
use crate::domain::catalogue::Catalogue;
use crate::domain::draft::Draft;
use crate::domain::observation::Attachment;
use crate::domain::report::{FiledReport, ReportHead, Return};
use crate::domain::standing::Standing;
use crate::language::phrase::{Arg, Phrase};
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::observer::reading::{Tone, broken, group};
use crate::screens::observer::report_page::ReportPage;
use crate::screens::observer::words;

/// A paragraph.
type Said = (Tone, String);

/// The lines of a report as they are shown in a language.
#[must_use]
pub fn report(page: &ReportPage, catalogue: &Catalogue, columns: usize, tongue: Tongue) -> Vec<Said> {
    let own = &page.own;
    let (filed, head) = (&own.held.report, own.held.report.head());
    let standing = terms::standing(Standing::of(&own.held.facts), own.held.handed_over);
    let mut text = vec![
        (Tone::Title, tongue.speak(&words::report_number(head.sequence))),
        (Tone::Good, tongue.speak(&standing)),
    ];
    text.extend(answers(page, tongue));
    text.push((Tone::Plain, String::new()));
    text.push((Tone::Title, tongue.say(Word("report-as-filed")).into_owned()));
    let writer = Writer { tongue, catalogue };
    text.extend(writer.observation(filed));
    text.push((Tone::Plain, String::new()));
    text.extend(writer.attachments(&filed.observation().attachments));
    text.push((Tone::Plain, String::new()));
    text.extend(writer.head(head));
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
    fn part(&self, label: Word, text: impl Into<Arg>) -> Said {
        (Tone::Plain, self.tongue.speak(&Word("report-part").with("label", label).with("text", text)))
    }

    /// What was seen, line by line; the files follow in full below.
    fn observation(&self, report: &FiledReport) -> Vec<Said> {
        let head = report.head();
        let mut draft = Draft::correcting(report, head.id, head.recorded);
        draft.attachments.clear();
        let lines = told::draft(&draft, self.catalogue);
        lines.into_iter().map(|line| self.part(line.label, line.text)).collect()
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

    fn head(&self, head: &ReportHead) -> Vec<Said> {
        let mut text = vec![
            (Tone::Title, self.say(Word("report-filed"))),
            self.part(Word("report-filed-at"), group(head.recorded)),
            self.part(Word("report-clock"), codes::clock(head.clock)),
            self.part(Word("report-marking"), head.marking.banner()),
        ];
        if !head.caveats.is_empty() {
            let caveats: Vec<Phrase> =
                head.caveats.iter().map(|caveat| codes::caveat(*caveat).into()).collect();
            text.push(self.part(Word("report-caveats"), caveats));
        }
        text.push(self.part(Word("report-list"), head.catalogue_version.to_string()));
        if head.supersedes.is_some() {
            text.push((Tone::Plain, self.say(Word("report-corrects"))));
        }
        text
    }
}
