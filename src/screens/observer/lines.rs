//! Reports as they stand in the list.

use crate::desks::spoken::{shown, terms};
use crate::domain::answer::Outcome;
use crate::domain::catalogue::Catalogue;
use crate::domain::draft::Draft;
use crate::domain::ids::{MemberId, ReportId};
use crate::domain::observation::IndicatorSeen;
use crate::domain::place::Place;
use crate::domain::report::FiledReport;
use crate::domain::return_reason::ReturnReason;
use crate::domain::standing::{Facts, Standing};
use crate::domain::text::{Line, Narrative};
use crate::domain::time::{Period, Timestamp};
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::observer::words;

/// A report or a draft, with everything that was said of it to its author.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportLine {
    /// Which.
    pub id: ReportId,
    /// Its number, once it is filed.
    pub sequence: Option<u32>,
    /// When it was seen.
    pub observed: Option<Period>,
    /// Where, in one line.
    pub place: Phrase,
    /// What, in one line.
    pub what: Phrase,
    /// The facts, once it is filed: signed, so nothing can be changed here.
    pub facts: Option<Narrative>,
    /// How far it has come.
    pub standing: Standing,
    /// When it was first given to a road, as far as this device knows.
    pub handed_over: Option<Timestamp>,
    /// What was answered, the newest first.
    pub answers: Vec<AnswerLine>,
    /// Whether it is still being written.
    pub is_draft: bool,
}

/// Something that was said of a report to its author.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerLine {
    /// When it was signed.
    pub at: Timestamp,
    /// What it says.
    pub said: Said,
}

/// Who answered, and what.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// The police cell tells what came of it.
    ByCell {
        /// Which officer's desk signed it.
        signer: MemberId,
        /// From the closed list.
        outcome: Outcome,
        /// In words.
        text: Option<Narrative>,
    },
    /// The commander gave it back for completion.
    ByCommander {
        /// From the closed list.
        reason: ReturnReason,
        /// A few words.
        note: Option<Line>,
    },
}

impl ReportLine {
    /// When it was last answered.
    #[must_use]
    pub fn last_answer(&self) -> Option<Timestamp> {
        self.answers.iter().map(|answer| answer.at).max()
    }
}

/// Puts the list in order: what was answered last on top, then what is still being written, then the rest, the newest
/// first.
pub fn sort(lines: &mut [ReportLine]) {
    for line in lines.iter_mut() {
        line.answers.sort_by_key(|answer| std::cmp::Reverse(answer.at));
    }
    lines.sort_by_key(|line| {
        std::cmp::Reverse((line.last_answer(), line.is_draft, line.sequence.unwrap_or(u32::MAX), line.id))
    });
}

/// A place in one line: its words, otherwise its position.
#[must_use]
pub fn place(place: Option<&Place>) -> Phrase {
    let position = |place: &Place| place.position().map(|position| shown::position_written(&position.given));
    place
        .and_then(|place| place.words().map(|said| said.as_str().to_owned()).or_else(|| position(place)))
        .map_or_else(|| Word("no-place").into(), Phrase::Verbatim)
}

/// What was seen in one line: the first indicator and how many more, otherwise that it was odd, otherwise the facts.
#[must_use]
pub fn what(
    seen: &[IndicatorSeen],
    just_odd: bool,
    facts: Option<&Narrative>,
    catalogue: &Catalogue,
) -> Phrase {
    match (seen.first(), facts) {
        (Some(first), _) => {
            let label = indicator(first, catalogue);
            if seen.len() > 1 { words::and_more(label, seen.len() - 1) } else { label }
        }
        (None, _) if just_odd => Word("just-odd").into(),
        (None, Some(facts)) => Phrase::verbatim(facts.as_str()),
        (None, None) => Word("nothing-yet").into(),
    }
}

/// What an indicator is called; its name, where this device's catalogue does not know it.
#[must_use]
pub fn indicator(seen: &IndicatorSeen, catalogue: &Catalogue) -> Phrase {
    let known = catalogue.get(&seen.id);
    known.map_or_else(|| Phrase::verbatim(seen.id.to_string()), |known| terms::label(&known.labels))
}

/// A draft as a line.
#[must_use]
pub fn of_draft(draft: &Draft, catalogue: &Catalogue) -> ReportLine {
    ReportLine {
        id: draft.id,
        sequence: None,
        observed: draft.observed.clone(),
        place: place(draft.place.as_ref()),
        what: what(&draft.indicators, draft.just_odd, draft.facts.as_ref(), catalogue),
        facts: None,
        standing: Standing::of(&Facts::default()),
        handed_over: None,
        answers: Vec::new(),
        is_draft: true,
    }
}

/// A filed report as a line.
#[must_use]
pub fn of_report(
    report: &FiledReport,
    (facts, handed_over): (&Facts, Option<Timestamp>),
    answers: Vec<AnswerLine>,
    catalogue: &Catalogue,
) -> ReportLine {
    let (head, seen) = (report.head(), report.observation());
    ReportLine {
        id: head.id,
        sequence: Some(head.sequence),
        observed: Some(seen.observed.clone()),
        place: place(Some(&seen.place)),
        what: what(&seen.indicators, seen.just_odd, seen.facts.as_ref(), catalogue),
        facts: seen.facts.clone(),
        standing: Standing::of(facts),
        handed_over,
        answers,
        is_draft: false,
    }
}

#[cfg(test)]
mod tests {
    use super::{AnswerLine, ReportLine, Said, of_draft, sort};
    use crate::domain::catalogue::Catalogue;
    use crate::domain::draft::Draft;
    use crate::domain::ids::{Dice, ReportId};
    use crate::domain::observation::Language;
    use crate::domain::return_reason::ReturnReason;
    use crate::domain::time::Timestamp;

    struct Same(u8);
    impl Dice for Same {
        fn roll(&mut self, out: &mut [u8]) {
            out.fill(self.0);
        }
    }

    fn line(hour: u32, answered: Option<u32>, is_draft: bool) -> ReportLine {
        let at = |hour| Timestamp::parse("2026-11-21T00:00:00Z").unwrap().plus_hours(hour);
        let draft = Draft::begin(ReportId::fresh(at(hour), &mut Same(7)), at(hour), Language::English);
        let said = Said::ByCommander { reason: ReturnReason::TimeUnclear, note: None };
        ReportLine {
            answers: answered.map(|hour| AnswerLine { at: at(hour), said }).into_iter().collect(),
            is_draft,
            sequence: (!is_draft).then_some(hour),
            ..of_draft(&draft, &Catalogue::embedded().unwrap())
        }
    }

    #[test]
    fn the_last_answer_is_on_top_then_drafts_then_the_newest() {
        let mut lines = vec![
            line(1, None, false),
            line(2, Some(30), false),
            line(3, None, false),
            line(4, None, true),
            line(5, Some(20), false),
        ];
        sort(&mut lines);
        assert_eq!(
            lines.iter().map(|line| line.sequence).collect::<Vec<_>>(),
            [Some(2), Some(5), None, Some(3), Some(1)]
        );
    }
}
