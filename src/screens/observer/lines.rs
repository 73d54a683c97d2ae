//! Reports as they stand in the list: what a row needs and no more, so that ten thousand of them stay light.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::desks::observer::DraftInHand;
use crate::desks::observer::answers::Answer;
use crate::desks::observer::overdue::OverdueReport;
use crate::desks::spoken::{shown, terms};
use crate::domain::answer::Outcome;
use crate::domain::catalogue::Catalogue;
use crate::domain::catalogue::indicator::IndicatorId;
use crate::domain::ids::ReportId;
use crate::domain::observation::IndicatorSeen;
use crate::domain::place::{Given, Place};
use crate::domain::standing::{Facts, Standing};
use crate::domain::text::Line;
use crate::domain::time::{Period, Timestamp};
use crate::language::phrase::Phrase;
use crate::screens::desk::words;
use crate::screens::kit::plain_text;
use crate::vault::heard::AnswerKind;
use crate::vault::summaries::ReportSummary;

/// Characters of the facts a row may show.
const OPENING: usize = 120;

/// A report or a draft.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportLine {
    /// Which.
    pub id: ReportId,
    /// Its number, once it is filed.
    pub sequence: Option<u32>,
    /// When it was seen.
    pub observed: Option<Period>,
    /// The words of the place.
    pub words: Option<Line>,
    /// The position of the place.
    pub position: Option<Given>,
    /// The indicators that were picked.
    pub indicators: Vec<IndicatorId>,
    /// Nothing fitted, and yet it was odd.
    pub just_odd: bool,
    /// How the facts begin.
    pub opening: Option<String>,
    /// How far it has come.
    pub standing: Standing,
    /// When it was first given to a road, as far as this device knows.
    pub handed_over: Option<Timestamp>,
    /// The newest of what was answered and not looked at yet.
    pub news: Option<News>,
    /// How many answers were not looked at yet.
    pub unseen: u32,
    /// That its answer should have been here by now, and what is known of that.
    pub overdue: Option<Box<OverdueReport>>,
    /// Whether it is still being written.
    pub is_draft: bool,
    /// Whole days a draft has been left alone.
    pub idle_days: u32,
    /// A draft that was left alone for so long that it asks what it is to become.
    pub is_old: bool,
    /// What is the same in every language, in small letters and without marks, to be found again by.
    pub folded: String,
}

/// An answer that was not looked at yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct News {
    /// When it was signed.
    pub at: Timestamp,
    /// What kind it is.
    pub kind: AnswerKind,
    /// What came of the report, where it says so.
    pub outcome: Option<Outcome>,
}

impl ReportLine {
    /// Where, in one line: its words, otherwise its position.
    #[must_use]
    pub fn place(&self) -> Phrase {
        words::place(self.words.as_ref(), self.position.as_ref())
    }

    /// What, in one line: the first indicator and how many more, otherwise that it was odd, otherwise the facts.
    #[must_use]
    pub fn what(&self, catalogue: &Catalogue) -> Phrase {
        words::what(&self.indicators, self.just_odd, self.opening.as_deref(), catalogue)
    }

    fn fold(&mut self) {
        let number = self.sequence.map(|number| number.to_string());
        let position = self.position.as_ref().map(|given| match given {
            Given::Grid(grid) => grid.as_str().to_owned(),
            Given::Degrees { latitude, longitude } => format!("{latitude:.5} {longitude:.5}"),
        });
        let parts = [
            number,
            self.observed.as_ref().map(shown::time_written),
            self.words.as_ref().map(|words| words.as_str().to_owned()),
            position,
            self.opening.clone(),
        ];
        self.folded = plain_text::folded(&parts.into_iter().flatten().collect::<Vec<_>>().join("\n"));
    }
}

/// Puts the list in order: what was answered and not looked at yet on top, then what is still being written, the one
/// saved last first, then what should have been answered by now, then the rest, each the newest first.
pub fn sort(lines: &mut [ReportLine]) {
    lines.sort_by_key(|line| {
        let days_busy = if line.is_draft { u32::MAX - line.idle_days } else { 0 };
        Reverse((line.news.map(|news| news.at), days_busy, line.overdue.is_some(), line.sequence, line.id))
    });
}

/// What an indicator is called; its name, where this device's catalogue does not know it.
#[must_use]
pub fn indicator(seen: &IndicatorSeen, catalogue: &Catalogue) -> Phrase {
    label(&seen.id, catalogue)
}

fn label(id: &IndicatorId, catalogue: &Catalogue) -> Phrase {
    let known = catalogue.get(id);
    known.map_or_else(|| Phrase::verbatim(id.to_string()), |known| terms::label(&known.labels))
}

/// A draft as a row.
#[must_use]
pub fn of_draft(held: &DraftInHand) -> ReportLine {
    let draft = &held.draft;
    let opening = |text: &str| text.replace('\n', " ").chars().take(OPENING).collect();
    let mut line = ReportLine {
        id: draft.id,
        sequence: None,
        observed: draft.observed.clone(),
        words: draft.place.as_ref().and_then(Place::words).cloned(),
        position: draft.place.as_ref().and_then(Place::position).map(|at| at.given.clone()),
        indicators: draft.indicators.iter().map(|seen| seen.id.clone()).collect(),
        just_odd: draft.just_odd,
        opening: draft.facts.as_ref().map(|facts| opening(facts.as_str())),
        standing: Standing::of(&Facts::default()),
        handed_over: None,
        news: None,
        unseen: 0,
        overdue: None,
        is_draft: true,
        idle_days: held.idle_days,
        is_old: held.is_old,
        folded: String::new(),
    };
    line.fold();
    line
}

/// A filed report as a row.
#[must_use]
pub fn of_summary(summary: ReportSummary, news: &BTreeMap<u32, News>) -> ReportLine {
    let mut line = ReportLine {
        id: summary.id,
        sequence: Some(summary.sequence),
        observed: Some(summary.observed),
        words: summary.place,
        position: summary.position,
        indicators: summary.indicators,
        just_odd: summary.just_odd,
        opening: summary.opening.map(|opening| opening.as_str().to_owned()),
        standing: Standing::of(&summary.facts),
        handed_over: summary.handed_over,
        news: news.get(&summary.sequence).copied(),
        unseen: summary.unseen,
        overdue: None,
        is_draft: false,
        idle_days: 0,
        is_old: false,
        folded: String::new(),
    };
    line.fold();
    line
}

/// The newest answer to each report that was not looked at yet, by the number of the report.
#[must_use]
pub fn news(answers: &[Answer]) -> BTreeMap<u32, News> {
    let mut newest = BTreeMap::new();
    for answer in answers.iter().filter(|answer| answer.heard.seen.is_none()) {
        let news = News { at: answer.heard.at, kind: answer.heard.kind, outcome: answer.outcome };
        for number in &answer.heard.about {
            let held = newest.entry(*number).or_insert(news);
            if held.at < news.at {
                *held = news;
            }
        }
    }
    newest
}

#[cfg(test)]
mod tests {
    use super::{News, ReportLine, of_draft, sort};
    use crate::desks::observer::DraftInHand;
    use crate::domain::draft::Draft;
    use crate::domain::ids::{Dice, ReportId};
    use crate::domain::observation::Language;
    use crate::domain::time::Timestamp;
    use crate::vault::heard::AnswerKind;

    struct Same(u8);
    impl Dice for Same {
        fn roll(&mut self, out: &mut [u8]) {
            out.fill(self.0);
        }
    }

    fn line(hour: u32, answered: Option<u32>, is_draft: bool) -> ReportLine {
        let at = |hour| Timestamp::parse("2026-11-21T00:00:00Z").unwrap().plus_hours(hour);
        let draft = Draft::begin(ReportId::fresh(at(hour), &mut Same(7)), at(hour), Language::English);
        let held = DraftInHand { draft, saved: at(hour), idle_days: 9 - hour, is_old: false };
        ReportLine {
            news: answered.map(|hour| News { at: at(hour), kind: AnswerKind::Return, outcome: None }),
            is_draft,
            sequence: (!is_draft).then_some(hour),
            ..of_draft(&held)
        }
    }

    #[test]
    fn new_answers_are_on_top_then_drafts_then_the_newest() {
        let mut lines = vec![
            line(1, None, false),
            line(2, Some(30), false),
            line(3, None, false),
            line(4, None, true),
            line(5, Some(20), false),
            line(6, None, true),
        ];
        sort(&mut lines);
        assert_eq!(
            lines.iter().map(|line| (line.sequence, line.idle_days)).collect::<Vec<_>>(),
            [(Some(2), 7), (Some(5), 4), (None, 3), (None, 5), (Some(3), 6), (Some(1), 8)]
        );
    }
}
