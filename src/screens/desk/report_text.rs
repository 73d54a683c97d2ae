//! A filed report as lines to read, part by part, whoever filed it and whoever reads it.

use crate::desks::spoken::{codes, measures, told};
use crate::domain::catalogue::Catalogue;
use crate::domain::draft::Draft;
use crate::domain::observation::Attachment;
use crate::domain::report::{FiledReport, ReportHead};
use crate::language::phrase::{Arg, Phrase};
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::desk::reading::{Tone, group};

/// A paragraph.
type Said = (Tone, String);

/// The line at which the attachments begin.
#[must_use]
pub fn attachments_at(lines: &[Said], tongue: Tongue) -> usize {
    let title = tongue.say(Word("report-attachments"));
    lines.iter().position(|(tone, line)| *tone == Tone::Title && *line == title).unwrap_or(0)
}

/// Writes the parts of a report in one language.
pub struct Writer<'a> {
    /// The language.
    pub tongue: Tongue,
    /// The indicators.
    pub catalogue: &'a Catalogue,
}

impl Writer<'_> {
    fn say(&self, word: Word) -> String {
        self.tongue.say(word).into_owned()
    }

    /// `Where: Gate 1`.
    #[must_use]
    pub fn part(&self, label: Word, text: impl Into<Arg>) -> Said {
        (Tone::Plain, self.tongue.speak(&Word("report-part").with("label", label).with("text", text)))
    }

    /// What was seen, line by line; the files have lines of their own.
    #[must_use]
    pub fn observation(&self, report: &FiledReport) -> Vec<Said> {
        let head = report.head();
        let mut draft = Draft::correcting(report, head.id, head.recorded);
        draft.attachments.clear();
        let lines = told::draft(&draft, self.catalogue);
        lines.into_iter().map(|line| self.part(line.label, line.text)).collect()
    }

    /// The files, under a heading.
    #[must_use]
    pub fn attachments(&self, attachments: &[Attachment]) -> Vec<Said> {
        let mut text = vec![(Tone::Title, self.say(Word("report-attachments")))];
        if attachments.is_empty() {
            text.push((Tone::Muted, self.say(Word("report-no-attachments"))));
            return text;
        }
        for (place, attachment) in attachments.iter().enumerate() {
            let size = measures::size(attachment.size);
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

    /// How it was filed, under a heading.
    #[must_use]
    pub fn head(&self, head: &ReportHead) -> Vec<Said> {
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
