//! What the queue says of an owed report.

use crate::desks::commander::queue::QueueState;
use crate::desks::spoken::measures;
use crate::domain::mark::MarkKind;
use crate::domain::overdue::Countdown;
use crate::domain::repeats::RepeatReason;
use crate::domain::time::Timestamp;
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::commander::queue::lines::{Called, QueueLine, Tally};

/// What each state is called, for whoever looks for it.
pub const STATES: [Word; 4] = [
    Word("queue-state-new"),
    Word("queue-state-returned"),
    Word("queue-state-completed"),
    Word("queue-state-reviewed"),
];

/// What was done about it, in one word.
#[must_use]
pub const fn state_word(state: QueueState) -> Word {
    match state {
        QueueState::New => Word("queue-state-new"),
        QueueState::Returned(_) => Word("queue-state-returned"),
        QueueState::Completed => Word("queue-state-completed"),
        QueueState::Reviewed(_) => Word("queue-state-reviewed"),
    }
}

/// What was done about it.
#[must_use]
pub fn state(state: QueueState) -> Phrase {
    let word = state_word(state);
    match state {
        QueueState::Reviewed(grade) => {
            Word("queue-graded").with("grade", grade.to_string()).with("state", word)
        }
        _ => word.into(),
    }
}

/// How long it still has.
#[must_use]
pub fn countdown(countdown: Countdown) -> Phrase {
    match countdown {
        Countdown::Left(seconds) => measures::time_left(seconds),
        Countdown::Over(_) => Word("queue-over").into(),
    }
}

/// What a report is called.
#[must_use]
pub fn called(called: &Called) -> Phrase {
    Word("queue-report").with("who", called.who.as_str()).with("number", called.number)
}

/// How many there are of each kind, and when the next one goes by itself.
#[must_use]
pub fn tally(tally: &Tally, now: Timestamp) -> Vec<Phrase> {
    let (over, next) = tally.goes(now);
    let counted = [
        (Word("queue-count-new"), tally.new),
        (Word("queue-count-returned"), tally.returned),
        (Word("queue-count-completed"), tally.completed),
        (Word("queue-count-reviewed"), tally.reviewed),
        (Word("queue-count-over"), over),
    ];
    let mut said = vec![Word("queue-count-owed").with("count", tally.owed)];
    said.extend(
        counted.into_iter().filter(|(_, count)| *count > 0).map(|(word, count)| word.with("count", count)),
    );
    said.extend(next.map(|seconds| Word("queue-soonest").with("left", measures::time_left(seconds))));
    said
}

/// What a row says below itself: what the author suggests, what it completes, what it repeats. The sign says how grave.
#[must_use]
pub fn below(line: &QueueLine, now: Timestamp) -> Vec<(Sign, Phrase)> {
    let row = &line.row;
    let is_reviewed = matches!(row.state, QueueState::Reviewed(_));
    let mut said = Vec::new();
    if row.suggests_immediate {
        let word = if row.minors { Word("queue-suggested-minor") } else { Word("queue-suggested") };
        said.push((Sign::Grave, word.into()));
    } else if row.minors && !is_reviewed {
        said.push((Sign::Grave, Word("queue-minor").into()));
    }
    if row.countdown(now).is_over() && !is_reviewed {
        said.push((Sign::Grave, Word("queue-goes-now").into()));
    }
    if row.superseded {
        said.push((Sign::Aside, Word("queue-superseded").into()));
    }
    if row.completes.is_some() {
        said.push((
            Sign::Aside,
            match &line.completes {
                Some(other) => Word("queue-completes").with("report", called(other)),
                None => Word("queue-completes-gone").into(),
            },
        ));
    }
    said.extend(repeats(line).map(|repeats| (Sign::Aside, repeats)));
    said
}

/// How grave something below a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// It is his to act on.
    Grave,
    /// It is good to know.
    Aside,
}

/// Which report it repeats first, why, and how many more there are.
fn repeats(line: &QueueLine) -> Option<Phrase> {
    let first = line.row.repeats.first()?;
    let other = line.repeats.as_ref().map_or_else(|| Word("queue-one-gone").into(), called);
    let near = |word: Word, metres: u32, minutes: u32| {
        word.with("report", other.clone()).with("metres", metres).with("minutes", minutes)
    };
    let why = match &first.reason {
        RepeatReason::SameWords => Word("repeat-words").with("report", other),
        RepeatReason::SameSighting { metres, minutes, .. } => {
            near(Word("repeat-sighting"), *metres, *minutes)
        }
        RepeatReason::SharedMark { kind, mark, partial } => {
            let word = match (kind, partial) {
                (MarkKind::Plate, false) => Word("repeat-plate"),
                (MarkKind::Plate, true) => Word("repeat-plate-perhaps"),
                (MarkKind::Phone, _) => Word("repeat-phone"),
                (MarkKind::Document, _) => Word("repeat-document"),
                (MarkKind::Boat, _) => Word("repeat-boat"),
            };
            word.with("report", other).with("mark", mark.text())
        }
        RepeatReason::SamePlace { metres, minutes } => near(Word("repeat-place"), *metres, *minutes),
    };
    let others: std::collections::BTreeSet<_> = line.row.repeats.iter().map(|repeat| repeat.other).collect();
    Some(match (others.len() - 1, line.row.more_repeats) {
        (0, false) => why,
        (more, false) => Word("repeat-and-more").with("why", why).with("more", more),
        (more, true) => Word("repeat-and-many-more").with("why", why).with("more", more),
    })
}
