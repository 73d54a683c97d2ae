//! The commander's queue, in words and in JSON.

use serde_json::{Value, json};

use crate::commands::edge::now;
use crate::commands::failure::Failure;
use crate::commands::marked::Edges;
use crate::commands::session::Session;
use crate::commands::show;
use crate::desks::commander::CommanderDesk;
use crate::desks::commander::queue::{QueueRow, QueueState};
use crate::domain::catalogue::Catalogue;
use crate::domain::code::Coded;
use crate::domain::overdue::Countdown;
use crate::domain::place::Given;
use crate::domain::repeats::{Repeat, RepeatReason};
use crate::domain::time::Timestamp;

/// Lists what is owed.
pub fn run(desk: &mut CommanderDesk, session: &Session) -> Result<(), Failure> {
    let now = now();
    let rows = desk.queue_rows(now)?;
    if let Some(back) = desk.clock_set_back()? {
        let (showed, shows) = (show::dtg(back.showed), show::dtg(back.shows));
        session.output().note(&format!(
            "The clock of this desk was set back, from {showed} to {shows}. The time your reports have spent here stays spent; check the clock."
        ));
    }
    let mut words: Vec<String> = rows.iter().map(|row| in_words(row, now, desk.catalogue())).collect();
    if words.is_empty() {
        words.push("Nothing is owed: every report has gone to Brussels.".to_owned());
    }
    let told = rows.iter().map(|row| in_json(row, now, desk.catalogue())).collect();
    Edges::of(desk.vault()).result(session.output(), &words.join("\n"), Value::Array(told));
    Ok(())
}

fn in_words(row: &QueueRow, now: Timestamp, catalogue: &Catalogue) -> String {
    let due = show::dtg(row.due);
    let state = match row.state {
        QueueState::Reviewed(grade) => format!("graded {grade}, ready to go"),
        _ if row.superseded => "replaced by a newer version; goes along with the next batch".to_owned(),
        QueueState::Returned(reason) => format!("given back ({reason}), goes as it stands {due}"),
        QueueState::Completed => format!("completed, to review; goes as it stands {due}"),
        QueueState::New => format!("to review; goes as it stands {due}"),
    };
    let asked = if row.suggests_immediate { " (suggested; you release it)" } else { "" };
    let mut lines = vec![
        format!("{}  {:<9} {}  {}", row.id, row.precedence.code(), show::period(&row.observed), place(row)),
        format!("    {} — {state}; {}{asked}", what(row, catalogue), countdown(row.countdown(now))),
    ];
    lines.extend(row.repeats.iter().map(|repeat| format!("    {}", repeated(repeat))));
    lines.extend(row.more_repeats.then(|| "    and more reports that it repeats".to_owned()));
    lines.join("\n")
}

/// How long a report still has.
pub fn countdown(left: Countdown) -> String {
    let span = |seconds: i64| match seconds {
        60.. => format!("{} h {:02} min", seconds / 3_600, seconds / 60 % 60),
        _ => "less than a minute".to_owned(),
    };
    match left {
        Countdown::Left(seconds) => format!("{} left", span(seconds)),
        Countdown::Over(seconds) => format!("its time is up since {}", span(seconds)),
    }
}

/// Which report it repeats, and why.
pub fn repeated(repeat: &Repeat) -> String {
    let apart = |metres: u32, minutes: u32| format!("{metres} m and {minutes} min apart");
    let why = match &repeat.reason {
        RepeatReason::SameWords => "the same author with the same words".to_owned(),
        RepeatReason::SameSighting { metres, minutes, .. } => {
            format!("perhaps the same sighting: {}, an indicator in common", apart(*metres, *minutes))
        }
        RepeatReason::SamePlace { metres, minutes } => {
            format!("the same place: {}", apart(*metres, *minutes))
        }
        RepeatReason::SharedMark { kind, mark, partial } => {
            let partial = if *partial { " (partial)" } else { "" };
            format!("the same {kind}{partial}: {}", mark.text())
        }
    };
    format!("repeats {}: {why}", repeat.other_id)
}

/// A repeat in JSON.
pub fn repeated_in_json(repeat: &Repeat) -> Value {
    let mut told = match &repeat.reason {
        RepeatReason::SameWords => json!({ "reason": "same_words" }),
        RepeatReason::SameSighting { metres, minutes, indicators } => json!({
            "reason": "same_sighting",
            "metres": metres,
            "minutes": minutes,
            "indicators": indicators.iter().map(ToString::to_string).collect::<Vec<_>>(),
        }),
        RepeatReason::SamePlace { metres, minutes } => {
            json!({ "reason": "same_place", "metres": metres, "minutes": minutes })
        }
        RepeatReason::SharedMark { kind, mark, partial } => {
            json!({ "reason": "same_mark", "kind": kind.code(), "mark": mark.text(), "partial": partial })
        }
    };
    if let Value::Object(fields) = &mut told {
        fields.insert("id".to_owned(), json!(repeat.other_id.to_string()));
    }
    told
}

fn place(row: &QueueRow) -> String {
    let position = row.position.as_ref().map(|given| match given {
        Given::Grid(grid) => grid.as_str().to_owned(),
        Given::Degrees { latitude, longitude } => format!("{latitude:.5}, {longitude:.5}"),
    });
    let words = row.place.as_ref().map(|words| words.as_str().to_owned());
    [position, words].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn what(row: &QueueRow, catalogue: &Catalogue) -> String {
    let first = row.indicators.first();
    let label =
        first.map(|id| catalogue.get(id).map_or_else(|| id.to_string(), |known| known.labels.en.clone()));
    let opening = || row.opening.as_ref().map(|opening| opening.as_str().to_owned());
    label.or_else(opening).unwrap_or_else(|| "odd, nothing from the list".to_owned())
}

fn in_json(row: &QueueRow, now: Timestamp, catalogue: &Catalogue) -> Value {
    let (state, grade, reason) = match row.state {
        QueueState::New => ("new", None, None),
        QueueState::Completed => ("completed", None, None),
        QueueState::Returned(reason) => ("returned", None, Some(reason.code())),
        QueueState::Reviewed(grade) => ("reviewed", Some(grade.to_string()), None),
    };
    let left = match row.countdown(now) {
        Countdown::Left(seconds) => seconds,
        Countdown::Over(seconds) => seconds.saturating_neg(),
    };
    json!({
        "id": row.id.to_string(),
        "digest": row.digest.to_string(),
        "author": row.author.to_string(),
        "callsign": row.callsign.as_ref().map(ToString::to_string),
        "sequence": row.sequence,
        "observed_from": row.observed.from().to_string(),
        "place": place(row),
        "what": what(row, catalogue),
        "precedence": row.precedence.code(),
        "suggests_immediate": row.suggests_immediate,
        "minors": row.minors,
        "attachments": row.attachments,
        "state": state,
        "reason": reason,
        "grade": grade,
        "received": row.received.to_string(),
        "due": row.due.to_string(),
        "seconds_left": left,
        "superseded": row.superseded,
        "completes": row.completes.map(|version| version.to_string()),
        "repeats": row.repeats.iter().map(repeated_in_json).collect::<Vec<_>>(),
        "more_repeats": row.more_repeats,
    })
}
