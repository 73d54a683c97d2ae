//! What the review says of its own: which report lies open, how long it still has, what was signed.

use crate::desks::error::DeskError;
use crate::desks::spoken::{codes, faults, measures, terms};
use crate::domain::alert::Alert;
use crate::domain::catalogue::Catalogue;
use crate::domain::ids::Digest;
use crate::domain::mark::MarkKind;
use crate::domain::overdue::Countdown;
use crate::domain::repeats::RepeatReason;
use crate::domain::report::Review;
use crate::domain::time::Timestamp;
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::commander::review::original::Original;
use crate::screens::commander::review::statement::Statement;
use crate::screens::desk::words;

/// How long a report still has, and what happens then. Nobody needs to do anything for it.
#[must_use]
pub fn countdown(countdown: Countdown) -> Phrase {
    match countdown {
        Countdown::Left(seconds) => Word("review-goes").with("left", measures::time_left(seconds)),
        Countdown::Over(_) => Word("review-goes-over").into(),
    }
}

/// What the title says of the open report: whose it is and when it goes, whatever he does.
#[must_use]
pub fn title(original: &Original, now: Timestamp) -> Phrase {
    let goes = match (original.is_gone(), &original.opened.review) {
        (true, _) => Word("review-goes-gone").into(),
        (false, Some(_)) => Word("review-goes-signed").into(),
        (false, None) => original.opened.due.map_or_else(
            || Word("review-goes-over").into(),
            |due| countdown(Countdown::until(due, original.opened.received, now)),
        ),
    };
    Word("review-title").with("report", called(original)).with("goes", goes)
}

/// What the author is called; the beginning of his id, where the roster does not know him.
#[must_use]
pub fn author(original: &Original) -> String {
    words::who(original.opened.author.as_ref().map(|signer| &signer.callsign), original.head().author)
}

/// What a report is called.
#[must_use]
pub fn called(original: &Original) -> Phrase {
    Word("review-report").with("who", author(original)).with("number", original.head().sequence)
}

/// What another report held here is called; the beginning of its digest, where nothing is known of it.
#[must_use]
pub fn other(original: &Original, other: Digest) -> Phrase {
    let Some(known) = original.beside.others.get(&other) else { return Phrase::verbatim(other.short()) };
    let who = words::who(known.callsign.as_ref(), known.author);
    Word("review-report").with("who", who).with("number", known.sequence)
}

/// Why a report repeats another one.
#[must_use]
pub fn reason(reason: &RepeatReason, catalogue: &Catalogue) -> Phrase {
    let near = |word: Word, metres: u32, minutes: u32| word.with("metres", metres).with("minutes", minutes);
    match reason {
        RepeatReason::SameWords => Word("review-repeat-same-words").into(),
        RepeatReason::SameSighting { metres, minutes, indicators } => {
            let named = |id| catalogue.get(id).map(|known| terms::label(&known.labels));
            let all: Vec<Phrase> = indicators.iter().filter_map(named).collect();
            near(Word("review-repeat-same-sighting"), *metres, *minutes).with("indicators", all)
        }
        RepeatReason::SharedMark { kind, mark, partial } => {
            let word =
                if *partial { Word("review-repeat-perhaps-shared") } else { Word("review-repeat-shared") };
            word.with("kind", mark_kind(*kind)).with("mark", mark.text())
        }
        RepeatReason::SamePlace { metres, minutes } => {
            near(Word("review-repeat-same-place"), *metres, *minutes)
        }
    }
}

const fn mark_kind(kind: MarkKind) -> Word {
    match kind {
        MarkKind::Plate => Word("review-mark-plate"),
        MarkKind::Phone => Word("review-mark-phone"),
        MarkKind::Document => Word("review-mark-document"),
        MarkKind::Boat => Word("review-mark-boat"),
    }
}

/// What was signed, in this sentence.
#[must_use]
pub fn signed(sentence: Word, report: Option<Phrase>, review: &Review) -> Phrase {
    sentence
        .with("report", report.unwrap_or_else(|| Word("review-it").into()))
        .with("grade", review.grade.to_string())
        .with("handling", review.handling.code().to_string())
        .with("precedence", codes::precedence(review.precedence))
}

/// His statement in short, as signing would take it.
#[must_use]
pub fn in_short(statement: &Statement) -> Phrase {
    Word("review-in-short")
        .with("grade", statement.grade().to_string())
        .with("handling", statement.handling_code().to_string())
        .with("precedence", codes::precedence(statement.precedence()))
}

/// What the signs of a report call for, each thing once, the gravest first.
#[must_use]
pub fn alerts(original: &Original) -> Vec<Alert> {
    let called = &original.opened.alerts;
    let danger = called.contains(&Alert::DangerToLife);
    let mut alerts: Vec<Alert> = called
        .iter()
        .copied()
        .filter(|alert| *alert != Alert::SuggestsImmediate && !(danger && *alert == Alert::LocalHelp))
        .collect();
    if original.head().precedence.needs_release() {
        alerts.insert(0, Alert::SuggestsImmediate);
    }
    alerts
}

/// What a commander is told of it. It asks nothing of anybody.
#[must_use]
pub const fn alert(alert: Alert) -> Word {
    match alert {
        Alert::OwnForces | Alert::OwnForcesArea => Word("review-alert-own-forces-area"),
        Alert::DangerToLife => Word("review-alert-danger-to-life"),
        Alert::LocalHelp => Word("review-alert-local-help"),
        Alert::FirstAid => Word("review-alert-first-aid"),
        Alert::NoMedia => Word("review-alert-no-media"),
        Alert::SuggestsImmediate => Word("review-alert-suggests-immediate"),
        Alert::Minor => Word("review-alert-minor"),
        Alert::NoHostNation => Word("review-alert-no-host-nation"),
    }
}

/// What could not be done here, and why.
#[must_use]
pub fn fault(fault: &DeskError) -> Phrase {
    match fault {
        DeskError::AlreadyForwarded => Word("review-gone").into(),
        DeskError::NotReviewed => Word("review-nothing-to-take-back").into(),
        DeskError::NotADuplicate => Word("review-not-a-duplicate").into(),
        other => faults::desk(other),
    }
}
