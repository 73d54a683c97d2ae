//! Which reports a few typed words leave in the list.

use std::collections::BTreeSet;

use crate::desks::spoken::terms;
use crate::domain::catalogue::Catalogue;
use crate::domain::catalogue::indicator::IndicatorId;
use crate::domain::code::Coded;
use crate::domain::standing::Stage;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::kit::plain_text::folded;
use crate::screens::observer::lines::ReportLine;

/// What each word was found in, before any row is looked at: labels and standings are few, rows are many.
pub struct ReportFilter {
    wanted: Vec<Wanted>,
}

struct Wanted {
    word: String,
    indicators: BTreeSet<IndicatorId>,
    /// The stages whose words hold it, each before and after it was handed over.
    stages: BTreeSet<(Stage, bool)>,
    odd: bool,
    overdue: bool,
}

impl ReportFilter {
    /// Understands some folded words in the language on the screen.
    #[must_use]
    pub fn new(words: Vec<String>, catalogue: &Catalogue, tongue: Tongue) -> Self {
        let said = |word| folded(&tongue.say(word));
        let labels: Vec<_> = catalogue
            .iter()
            .map(|row| (&row.id, folded(&tongue.speak(&terms::label(&row.labels)))))
            .collect();
        let stages: Vec<_> = Stage::ALL
            .iter()
            .flat_map(|stage| [(*stage, false), (*stage, true)])
            .map(|(stage, handed)| ((stage, handed), said(terms::stage(stage, handed))))
            .collect();
        let odd = said(Word("just-odd"));
        let overdue = said(Word("overdue-word"));
        let wanted = words
            .into_iter()
            .map(|word| Wanted {
                indicators: (labels.iter())
                    .filter(|(_, label)| label.contains(&word))
                    .map(|(id, _)| (*id).clone())
                    .collect(),
                stages: (stages.iter())
                    .filter(|(_, standing)| standing.contains(&word))
                    .map(|(stage, _)| *stage)
                    .collect(),
                odd: odd.contains(&word),
                overdue: overdue.contains(&word),
                word,
            })
            .collect();
        Self { wanted }
    }

    /// Whether every word is found somewhere in a row.
    #[must_use]
    pub fn lets_through(&self, line: &ReportLine) -> bool {
        self.wanted.iter().all(|wanted| {
            line.folded.contains(&wanted.word)
                || wanted.odd && line.just_odd
                || wanted.overdue && line.overdue.is_some()
                || wanted.stages.contains(&(line.standing.stage, line.handed_over.is_some()))
                || line.indicators.iter().any(|id| wanted.indicators.contains(id))
        })
    }
}
