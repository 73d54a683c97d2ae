//! A report as its author signed it, and what is known about it, as lines to read. Facts and assessment stand apart;
//! what the program adds stands under headings of its own.

use crate::desks::signer::Signature;
use crate::desks::spoken::measures::size;
use crate::desks::spoken::{codes, grades, terms, told};
use crate::domain::catalogue::Catalogue;
use crate::domain::catalogue::ilo::AgeGroup;
use crate::domain::draft::Draft;
use crate::domain::report::{FiledReport, ReportHead, Return};
use crate::domain::screening::DimensionState;
use crate::language::phrase::{Arg, Phrase};
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::commander::review::original::Original;
use crate::screens::commander::review::words;
use crate::screens::desk::reading::{Tone, broken, group};

/// A paragraph.
type Said = (Tone, String);

/// Columns on both sides of the text that stay empty.
const MARGINS: u16 = 4;

/// The lines of an original in a part of so many columns.
#[must_use]
pub fn lines(original: &Original, catalogue: &Catalogue, width: u16, tongue: Tongue) -> Vec<Said> {
    let columns = usize::from(width.saturating_sub(MARGINS).min(100)).max(1);
    let writer = Writer { tongue, catalogue, original };
    let report = &original.opened.held.report;
    let mut text = writer.signature();
    text.extend(writer.calls());
    text.extend(writer.pointed_out());
    text.push(gap());
    text.extend(writer.observation(report));
    text.push(gap());
    text.extend(writer.attachments());
    text.push(gap());
    text.extend(writer.screening());
    text.push(gap());
    text.extend(writer.before());
    text.extend(writer.answers());
    text.extend(writer.head(report.head()));
    broken(text, columns)
}

fn gap() -> Said {
    (Tone::Plain, String::new())
}

/// Writes the parts of a report in one language.
struct Writer<'a> {
    tongue: Tongue,
    catalogue: &'a Catalogue,
    original: &'a Original,
}

impl Writer<'_> {
    fn say(&self, word: Word) -> String {
        self.tongue.say(word).into_owned()
    }

    fn speak(&self, phrase: &Phrase) -> String {
        self.tongue.speak(phrase)
    }

    fn title(&self, word: Word) -> Said {
        (Tone::Title, self.say(word))
    }

    fn warned(&self, phrase: impl Into<Phrase>) -> Said {
        (Tone::Warning, format!("! {}", self.speak(&phrase.into())))
    }

    /// `Where: Gate 1`.
    fn part(&self, label: Word, text: impl Into<Arg>) -> Said {
        (Tone::Plain, self.speak(&Word("report-part").with("label", label).with("text", text)))
    }

    /// Who signed it, and whether that holds today.
    fn signature(&self) -> Vec<Said> {
        let who = words::author(self.original);
        let mut text = match self.original.opened.signature {
            Signature::Holds => {
                vec![(Tone::Good, self.speak(&Word("original-signed").with("who", who)))]
            }
            Signature::RevokedSince => vec![self.warned(Word("original-signed-revoked").with("who", who))],
            Signature::SignerGone => vec![self.warned(Word("original-signer-gone").with("who", who))],
            Signature::Broken => vec![self.warned(Word("original-broken").with("who", who))],
        };
        let received = terms::instant(self.original.opened.received);
        text.push((Tone::Muted, self.speak(&Word("original-received").with("when", received))));
        if self.original.beside.rivals > 0 {
            text.push(self.warned(Word("original-rival").with("number", self.original.head().sequence)));
        }
        text
    }

    /// What the signs call for: for his eyes, nothing is decided by it.
    fn calls(&self) -> Vec<Said> {
        words::alerts(self.original).into_iter().map(|alert| self.warned(words::alert(alert))).collect()
    }

    /// Other reports that this one repeats.
    fn pointed_out(&self) -> Vec<Said> {
        let told = &self.original.opened.repeats.told;
        let more = self.original.repeated().len().saturating_sub(1);
        let mut text = Vec::new();
        if let Some(first) = told.first() {
            let what = words::reason(&first.reason, self.catalogue);
            let other = words::other(self.original, first.other);
            let said = Word("original-repeats").with("report", other).with("what", what).with("more", more);
            text.push((Tone::Title, format!("= {}", self.speak(&said))));
        }
        let marked = self.original.opened.duplicates.iter().map(|other| words::other(self.original, *other));
        let marked: Vec<Phrase> = marked.collect();
        if !marked.is_empty() {
            let said = Word("original-marked-same").with("reports", marked);
            text.push((Tone::Title, format!("= {}", self.speak(&said))));
        }
        text
    }

    /// What was seen, line by line, facts and assessment under headings of their own; the files stand below.
    fn observation(&self, report: &FiledReport) -> Vec<Said> {
        let head = report.head();
        let mut draft = Draft::correcting(report, head.id, head.recorded);
        draft.attachments.clear();
        let (facts, assessment) = (draft.facts.take(), draft.assessment.take());
        let lines = told::draft(&draft, self.catalogue);
        let mut text = vec![self.title(Word("original-observation"))];
        text.extend(lines.into_iter().map(|line| self.part(line.label, line.text)));
        for (heading, words) in [(Word("original-facts"), facts), (Word("original-assessment"), assessment)] {
            text.push(gap());
            text.push(self.title(heading));
            text.push(match words {
                Some(words) => (Tone::Plain, words.as_str().to_owned()),
                None => (Tone::Muted, self.say(Word("original-nothing"))),
            });
        }
        text
    }

    fn attachments(&self) -> Vec<Said> {
        let all = &self.original.opened.attachments;
        let mut text = vec![self.title(Word("report-attachments"))];
        if all.is_empty() {
            text.push((Tone::Muted, self.say(Word("report-no-attachments"))));
        }
        for (place, held) in all.iter().enumerate() {
            let attachment = &held.attachment;
            let here = if held.here { Word("original-here") } else { Word("original-not-here") };
            let mut line = format!(
                "{}. {}, {}, {}",
                place + 1,
                attachment.media_type.as_str(),
                self.speak(&size(attachment.size)),
                self.say(here)
            );
            let of = attachment.derived_from;
            if let Some(original) = all.iter().position(|other| Some(other.attachment.digest) == of) {
                let copy = Word("report-copy-of").with("number", original + 1);
                line.push_str(&format!(", {}", self.speak(&copy)));
            }
            text.push((Tone::Plain, line));
        }
        text
    }

    /// How the signs screen, each dimension that shows any, with the caution beside it.
    fn screening(&self) -> Vec<Said> {
        let screening = &self.original.opened.screening;
        let mut text = vec![self.title(Word("screening"))];
        text.push((Tone::Muted, self.say(Word("screening-caution"))));
        let mut seen = 0_usize;
        for (dimension, count, state) in self.original.opened.dimensions() {
            if state == DimensionState::NothingSeen {
                continue;
            }
            seen += 1;
            let line = Word("screening-line")
                .with("letters", dimension.letters())
                .with("dimension", grades::dimension(dimension))
                .with("state", grades::dimension_state(state))
                .with("strong", count.strong)
                .with("medium", count.medium)
                .with("weak", count.weak);
            text.push((Tone::Plain, self.speak(&line)));
        }
        if seen == 0 {
            text.push((Tone::Plain, self.say(Word("screening-nothing"))));
        } else {
            text.push((Tone::Plain, self.say(grades::pattern(screening.pattern()))));
        }
        if screening.age_group() == AgeGroup::Child {
            text.push((Tone::Muted, self.say(Word("screening-child"))));
        }
        if !screening.awaiting_phase().is_empty() {
            let count = screening.awaiting_phase().len();
            text.push((Tone::Muted, self.speak(&Word("screening-awaits").with("count", count))));
        }
        text
    }

    /// Earlier versions, and what was given back before.
    fn before(&self) -> Vec<Said> {
        let mut text = Vec::new();
        for version in &self.original.opened.versions {
            let newer = version.recorded > self.original.head().recorded;
            let word = if newer { Word("original-newer") } else { Word("original-earlier") };
            let line = word.with("number", version.sequence).with("when", terms::instant(version.recorded));
            text.push((Tone::Plain, self.speak(&line)));
        }
        for (number, returned) in &self.original.beside.returned_before {
            text.extend(self.returned(*number, returned));
        }
        let number = self.original.head().sequence;
        text.extend(self.original.opened.returns.iter().flat_map(|returned| self.returned(number, returned)));
        if text.is_empty() {
            return text;
        }
        let mut whole = vec![self.title(Word("original-before"))];
        whole.append(&mut text);
        whole.push(gap());
        whole
    }

    fn returned(&self, number: u32, returned: &Return) -> Vec<Said> {
        let line = Word("original-returned")
            .with("number", number)
            .with("when", terms::instant(returned.at))
            .with("reason", terms::returned(returned.reason));
        let mut text = vec![(Tone::Plain, self.speak(&line))];
        text.extend(returned.note.iter().map(|note| (Tone::Plain, format!("  {}", note.as_str()))));
        text
    }

    /// What the police said of it to its commander.
    fn answers(&self) -> Vec<Said> {
        let mut text = Vec::new();
        for held in &self.original.opened.answers {
            let said = Word("original-answered")
                .with("when", terms::instant(held.feedback.at()))
                .with("what", terms::outcome(held.feedback.outcome()));
            text.push((Tone::Good, self.speak(&said)));
            text.extend(held.feedback.text().map(|words| (Tone::Plain, words.as_str().to_owned())));
        }
        if !text.is_empty() {
            text.push(gap());
        }
        text
    }

    fn head(&self, head: &ReportHead) -> Vec<Said> {
        let mut text = vec![
            self.title(Word("report-filed")),
            self.part(Word("report-filed-at"), group(head.recorded)),
            self.part(Word("original-clock"), codes::clock(head.clock)),
            self.part(Word("report-marking"), grades::marking(head.marking)),
        ];
        if !head.caveats.is_empty() {
            let caveats: Vec<Phrase> =
                head.caveats.iter().map(|caveat| codes::caveat(*caveat).into()).collect();
            text.push(self.part(Word("report-caveats"), caveats));
        }
        text.push(self.part(Word("report-list"), head.catalogue_version.to_string()));
        text
    }
}
