//! What went, as it stands in the list, and which of it a few words leave.

use std::collections::BTreeSet;

use crate::desks::commander::sent::SentReport;
use crate::desks::spoken::{answers, shown, terms};
use crate::domain::answer::RefusalReason;
use crate::domain::catalogue::Catalogue;
use crate::domain::catalogue::indicator::IndicatorId;
use crate::domain::code::Coded;
use crate::domain::ids::Digest;
use crate::domain::standing::{Stage, Standing};
use crate::domain::time::Timestamp;
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::desk::words;
use crate::screens::kit::plain_text::folded;

/// A report that went: what a row needs and no more, so that ten thousand of them stay light.
#[derive(Debug, Clone, PartialEq)]
pub struct SentLine {
    /// Which.
    pub digest: Digest,
    /// Who filed it, and his number for it.
    pub who: String,
    /// When it was forwarded.
    pub forwarded: Option<Timestamp>,
    /// The grade it went with; none when it went as it stood.
    pub grade: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// What.
    pub indicators: Vec<IndicatorId>,
    /// Nothing fitted, and yet it was odd.
    pub just_odd: bool,
    /// How the facts begin.
    pub opening: Option<String>,
    /// How far it has come.
    pub standing: Standing,
    /// Why the cell could not take it.
    pub refused: Option<RefusalReason>,
    /// How often the cell told the commander what came of it, and when last.
    pub answers: (u32, Option<Timestamp>),
    folded: String,
}

impl SentLine {
    /// A row of what went.
    #[must_use]
    pub fn new(sent: SentReport) -> Self {
        let (row, report) = (sent.row.clone(), sent.row.report);
        let who = format!("{} {}", words::who(sent.author.as_ref(), row.author), report.sequence);
        let position = report.position.as_ref().map(shown::position_written);
        let place = report.place.map(|place| place.as_str().to_owned()).or(position);
        let opening = report.opening.map(|opening| opening.as_str().to_owned());
        let parts = [Some(who.clone()), place.clone(), opening.clone()];
        Self {
            digest: report.digest,
            forwarded: report.facts.forwarded,
            grade: row.review.filter(|review| !review.as_it_stands).map(|review| review.grade.to_string()),
            indicators: report.indicators,
            just_odd: report.just_odd,
            standing: sent.standing,
            refused: row.refused,
            answers: (row.answers, row.last_answer),
            folded: folded(&parts.into_iter().flatten().collect::<Vec<_>>().join("\n")),
            who,
            place,
            opening,
        }
    }

    /// What, in one line.
    #[must_use]
    pub fn what(&self, catalogue: &Catalogue) -> Phrase {
        match (self.indicators.first(), &self.opening) {
            (Some(first), _) => {
                let known = catalogue.get(first);
                let label = known
                    .map_or_else(|| Phrase::verbatim(first.to_string()), |known| terms::label(&known.labels));
                let more = self.indicators.len() - 1;
                if more > 0 { words::and_more(label, more) } else { label }
            }
            (None, _) if self.just_odd => Word("just-odd").into(),
            (None, Some(opening)) => Phrase::verbatim(opening),
            (None, None) => Phrase::verbatim(""),
        }
    }

    /// What the cell said beyond what the line tells by itself, below it; and whether it is good news.
    #[must_use]
    pub fn below(&self) -> Option<(Phrase, bool)> {
        if let Some(why) = self.refused {
            return Some((answers::refusal(why).into(), false));
        }
        let (count, last) = self.answers;
        let last = last.filter(|_| count > 1)?;
        Some((Word("sent-answers").with("count", count).with("when", terms::instant(last)), true))
    }
}

/// What each typed word was found in, before any row is looked at.
pub struct Filter {
    wanted: Vec<Wanted>,
}

struct Wanted {
    word: String,
    indicators: BTreeSet<IndicatorId>,
    stages: BTreeSet<Stage>,
}

impl Filter {
    /// Understands some folded words in the language on the screen.
    #[must_use]
    pub fn new(words: Vec<String>, catalogue: &Catalogue, tongue: Tongue) -> Self {
        if words.is_empty() {
            return Self { wanted: Vec::new() };
        }
        let labels: Vec<_> = catalogue
            .iter()
            .map(|row| (&row.id, folded(&tongue.speak(&terms::label(&row.labels)))))
            .collect();
        let stages: Vec<_> = Stage::ALL
            .iter()
            .map(|stage| (*stage, folded(&tongue.say(terms::stage(*stage, true)))))
            .collect();
        let wanted = words.into_iter().map(|word| Wanted {
            indicators: (labels.iter())
                .filter(|(_, label)| label.contains(&word))
                .map(|(id, _)| (*id).clone())
                .collect(),
            stages: stages.iter().filter(|(_, said)| said.contains(&word)).map(|(stage, _)| *stage).collect(),
            word,
        });
        Self { wanted: wanted.collect() }
    }

    /// Whether every word is found somewhere in a row.
    #[must_use]
    pub fn lets_through(&self, line: &SentLine) -> bool {
        self.wanted.iter().all(|wanted| {
            line.folded.contains(&wanted.word)
                || wanted.stages.contains(&line.standing.stage)
                || line.indicators.iter().any(|id| wanted.indicators.contains(id))
        })
    }
}
