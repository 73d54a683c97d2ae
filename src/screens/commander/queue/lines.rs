//! Owed reports as they stand in the list, with what they are found again by.

use std::collections::BTreeMap;

use crate::desks::commander::queue::{QueueRow, QueueState};
use crate::desks::spoken::shown;
use crate::domain::catalogue::Catalogue;
use crate::domain::ids::Digest;
use crate::domain::mark::Mark;
use crate::domain::place::Given;
use crate::domain::text::Text;
use crate::domain::time::Timestamp;
use crate::language::phrase::Phrase;
use crate::screens::desk::words;
use crate::screens::kit::plain_text;

/// An owed report.
#[derive(Debug, Clone, PartialEq)]
pub struct QueueLine {
    /// What the desk says of it.
    pub row: QueueRow,
    /// What the report is called that it repeats first, as far as it is owed too.
    pub repeats: Option<Called>,
    /// What the version is called that it completes, as far as that is owed too.
    pub completes: Option<Called>,
    /// What is the same in every language, in small letters and without marks, to be found again by.
    folded: String,
    /// Its plates and numbers, letters and digits alone.
    marks: Vec<String>,
}

/// What a report is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Called {
    /// Who filed it.
    pub who: String,
    /// The author's number for it.
    pub number: u32,
}

impl Called {
    fn of(row: &QueueRow) -> Self {
        Self { who: who(row), number: row.sequence }
    }
}

/// Who filed a report.
#[must_use]
pub fn who(row: &QueueRow) -> String {
    words::who(row.callsign.as_ref(), row.author)
}

/// How many there are of each kind, and when they go.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Of all.
    pub owed: usize,
    /// Nobody looked at them yet.
    pub new: usize,
    /// They were given back.
    pub returned: usize,
    /// They complete one that was given back.
    pub completed: usize,
    /// They are reviewed and wait for the batch.
    pub reviewed: usize,
    /// When each that nobody reviewed goes, in order.
    due: Vec<Timestamp>,
}

impl Tally {
    /// Counts.
    #[must_use]
    pub fn of(lines: &[QueueLine]) -> Self {
        let mut tally = Self { owed: lines.len(), ..Self::default() };
        for line in lines {
            match line.row.state {
                QueueState::New => tally.new += 1,
                QueueState::Returned(_) => tally.returned += 1,
                QueueState::Completed => tally.completed += 1,
                QueueState::Reviewed(_) => tally.reviewed += 1,
            }
            if !matches!(line.row.state, QueueState::Reviewed(_)) {
                tally.due.push(line.row.due);
            }
        }
        tally.due.sort();
        tally
    }

    /// How many that nobody reviewed go with the next batch as they stand, and in how many seconds the next one does.
    #[must_use]
    pub fn goes(&self, now: Timestamp) -> (usize, Option<i64>) {
        let over = self.due.partition_point(|due| *due <= now);
        (over, self.due.get(over).map(|due| due.seconds_since(now)))
    }
}

/// The rows of the desk as lines, in their order. `marks` are the plates and numbers of each.
#[must_use]
pub fn of_rows(rows: Vec<QueueRow>, marks: &BTreeMap<Digest, Vec<Mark>>) -> Vec<QueueLine> {
    let line = |row: QueueRow| {
        let marks = marks.get(&row.digest).into_iter().flatten();
        let marks = marks.map(|mark| letters_and_digits(mark.text())).collect();
        QueueLine { folded: folded(&row), marks, repeats: None, completes: None, row }
    };
    let mut lines: Vec<QueueLine> = rows.into_iter().map(line).collect();
    name_others(&mut lines);
    lines
}

/// Puts lines that were read again in the place of what they were before, in the order of the queue; those of `asked`
/// that did not come again have gone.
pub fn put_in_place(lines: &mut Vec<QueueLine>, asked: &[Digest], again: Vec<QueueRow>) {
    let mut before: BTreeMap<Digest, QueueLine> = BTreeMap::new();
    for line in lines.extract_if(.., |line| asked.contains(&line.row.digest)) {
        before.insert(line.row.digest, line);
    }
    for row in again {
        let marks = before.remove(&row.digest).map(|line| line.marks).unwrap_or_default();
        let place = lines.partition_point(|line| line.row.place_in_queue() <= row.place_in_queue());
        lines.insert(place, QueueLine { folded: folded(&row), marks, repeats: None, completes: None, row });
    }
    name_others(lines);
}

/// Says of each what the others are called that it speaks of.
fn name_others(lines: &mut [QueueLine]) {
    let places: BTreeMap<Digest, usize> =
        lines.iter().enumerate().map(|(place, line)| (line.row.digest, place)).collect();
    let called = |lines: &[QueueLine], other: Digest| {
        places.get(&other).and_then(|place| lines.get(*place)).map(QueueLine::called)
    };
    for place in 0..lines.len() {
        let Some(line) = lines.get(place) else { continue };
        let repeats = line.row.repeats.first().and_then(|repeat| called(lines, repeat.other));
        let completes = line.row.completes.and_then(|other| called(lines, other));
        if let Some(line) = lines.get_mut(place) {
            (line.repeats, line.completes) = (repeats, completes);
        }
    }
}

impl QueueLine {
    /// What it is called.
    #[must_use]
    pub fn called(&self) -> Called {
        Called::of(&self.row)
    }

    /// Where, in one line: its words, otherwise its position.
    #[must_use]
    pub fn place(&self) -> Phrase {
        words::place(self.row.place.as_ref(), self.row.position.as_ref())
    }

    /// What, in one line: the first indicator and how many more, otherwise that it was odd, otherwise the facts.
    #[must_use]
    pub fn what(&self, catalogue: &Catalogue) -> Phrase {
        let row = &self.row;
        let opening = row.opening.as_ref().map(Text::as_str);
        words::what(&row.indicators, row.just_odd, opening, catalogue)
    }

    /// Whether it holds a folded word, in any language.
    #[must_use]
    pub fn holds(&self, word: &Sought) -> bool {
        self.folded.contains(&word.folded) || self.marks.iter().any(|mark| mark.contains(&word.sign))
    }
}

/// A word that is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought {
    /// In small letters and without marks.
    pub folded: String,
    /// Its letters and digits alone, as plates and numbers are compared.
    sign: String,
}

impl Sought {
    /// Takes a folded word.
    #[must_use]
    pub fn new(folded: String) -> Self {
        Self { sign: letters_and_digits(&folded), folded }
    }
}

fn letters_and_digits(text: &str) -> String {
    plain_text::folded(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

fn folded(row: &QueueRow) -> String {
    let position = row.position.as_ref().map(|given| match given {
        Given::Grid(grid) => grid.as_str().to_owned(),
        Given::Degrees { latitude, longitude } => format!("{latitude:.5} {longitude:.5}"),
    });
    let parts = [
        Some(who(row)),
        Some(row.sequence.to_string()),
        Some(shown::time_written(&row.observed)),
        row.place.as_ref().map(|words| words.as_str().to_owned()),
        position,
        row.opening.as_ref().map(|opening| opening.as_str().to_owned()),
    ];
    plain_text::folded(&parts.into_iter().flatten().collect::<Vec<_>>().join("\n"))
}
