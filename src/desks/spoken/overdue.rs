//! An answer that should have been here by now: since when, how far the report is known to have come, and the roads that
//! are open.

use crate::desks::observer::overdue::OverdueReport;
use crate::desks::spoken::terms;
use crate::domain::overdue::{LastSeen, OtherRoad};
use crate::language::phrase::Phrase;
use crate::language::word::Word;

/// The mark on a report in a list, in one line.
#[must_use]
pub fn mark(report: &OverdueReport) -> Phrase {
    Word("overdue-mark").with("when", terms::instant(report.overdue.expected))
}

/// How many there are, on a command line.
#[must_use]
pub fn told(count: usize) -> Phrase {
    Word("overdue-told").with("count", count)
}

/// How a road is taken at the face that offers it.
pub trait HowTo {
    /// What to press, or to type.
    fn take(&self, road: OtherRoad) -> Phrase;
}

/// Everything that is known of one, a paragraph each: since when, how far, what that means, and the roads, those it has
/// not taken first.
#[must_use]
pub fn explained(report: &OverdueReport, how: &dyn HowTo) -> Vec<Phrase> {
    let overdue = &report.overdue;
    let since = Word("overdue-since").with("days", overdue.days);
    let mut text = vec![
        since.with("when", terms::instant(overdue.expected)),
        last_seen(overdue.last_seen).into(),
        Word("overdue-means").into(),
        Word("overdue-roads").into(),
    ];
    text.extend(overdue.roads.iter().map(|one| match report.handed.took(*one) {
        Some(at) => by(Word("overdue-by-taken"), *one, how).with("when", terms::instant(at)),
        None => by(Word("overdue-by"), *one, how),
    }));
    text.push(Word("overdue-after").into());
    text
}

/// A road with how it is taken.
#[must_use]
pub fn by(sentence: Word, one: OtherRoad, how: &dyn HowTo) -> Phrase {
    sentence.with("road", road(one)).with("how", how.take(one))
}

const fn last_seen(how_far: LastSeen) -> Word {
    match how_far {
        LastSeen::Here => Word("overdue-here"),
        LastSeen::OnTheWay => Word("overdue-on-the-way"),
        LastSeen::OnTheShelf => Word("overdue-on-the-shelf"),
        LastSeen::WithCommander => Word("overdue-with-commander"),
    }
}

const fn road(one: OtherRoad) -> Word {
    match one {
        OtherRoad::Relay => Word("overdue-road-relay"),
        OtherRoad::Folder => Word("overdue-road-folder"),
        OtherRoad::Carrier => Word("overdue-road-carrier"),
    }
}
