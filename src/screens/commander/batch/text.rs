//! What goes now, as lines to read.

use std::time::Duration;

use crate::courier::line::Line;
use crate::desks::commander::batching::Follower;
use crate::desks::commander::preview::{BatchPreview, Goes, line_of};
use crate::desks::commander::queue::QueueRow;
use crate::desks::spoken::{codes, measures, terms};
use crate::domain::time::Timestamp;
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::commander::batch::room::{BatchRoom, Loaded};
use crate::screens::desk::front::Front;
use crate::screens::desk::reading::{Tone, broken};
use crate::screens::desk::words;
use crate::screens::kit::plain_text::{fitted, width};
use crate::vault::lines::ReckonedOn;

/// Columns of a grade, and of a precedence.
const GRADE: usize = 15;
const PRECEDENCE: usize = 12;
/// Columns of who filed it, with his number for it.
const WHO: usize = 21;

/// The room as lines of so many columns.
#[must_use]
pub fn lines(room: &BatchRoom, front: &Front, columns: usize) -> Vec<(Tone, String)> {
    let tongue = front.tongue;
    let say = |phrase: Phrase| tongue.speak(&phrase);
    let Some(loaded) = &room.loaded else {
        return broken(vec![(Tone::Muted, say(Word("commander-loading").into()))], columns);
    };
    let preview = &loaded.preview;
    let mut text = Vec::new();
    if preview.batches.is_empty() {
        text.push((Tone::Title, say(Word("batch-nothing").into())));
    } else {
        let goes =
            Word("batch-goes").with("reviewed", preview.reviewed()).with("unseen", preview.as_they_stand());
        text.push((Tone::Title, say(goes)));
    }
    if let Some(soonest) = preview.soonest {
        let left = u64::try_from(soonest.seconds_since(Timestamp::new(front.moment.now))).unwrap_or(0);
        let waits =
            Word("batch-waiting").with("count", preview.waiting).with("when", terms::instant(soonest));
        text.push((Tone::Muted, say(waits.with("left", measures::span(Duration::from_secs(left))))));
    }
    let (packets, bytes) = loaded.sealed;
    if packets > 0 {
        let sealed = Word("batch-sealed-before").with("count", packets).with("size", measures::size(bytes));
        text.push((Tone::Muted, say(sealed)));
    }
    if !preview.batches.is_empty() {
        text.push((Tone::Plain, say(takes(loaded))));
    }
    let mut text = broken(text, columns);
    for batch in &preview.batches {
        text.push((Tone::Plain, String::new()));
        let title = if batch.alone { Word("batch-alone") } else { Word("batch-together") };
        let tone = if batch.alone { Tone::Warning } else { Tone::Title };
        text.extend(broken(vec![(tone, say(title.into()))], columns));
        for goes in &batch.reports {
            let row = loaded.rows.iter().find(|row| row.digest == goes.digest);
            text.push((Tone::Plain, fitted(&line_of_report(goes, row, front), columns)));
        }
        text.extend(broken(vec![(Tone::Muted, say(sizes(batch)))], columns));
    }
    text
}

/// The line that times are reckoned on.
#[must_use]
pub fn line(loaded: &Loaded) -> Option<Line> {
    line_of(loaded.choice, loaded.measured.as_ref())
}

/// How long it takes, and on which line.
fn takes(loaded: &Loaded) -> Phrase {
    let Some(line) = line(loaded) else { return Word("batch-no-line").into() };
    let seconds = loaded.preview.seconds(&line);
    let on = match (loaded.choice, &loaded.measured) {
        (ReckonedOn::Measured, Some(measured)) => Word("batch-measured")
            .with("rate", kilobits(measured.bits))
            .with("when", terms::instant(measured.at)),
        _ => Word("batch-rate").with("rate", kilobits(line.bits)),
    };
    let told = Word("batch-takes").with("line", on).with("words", measures::span(seconds.words));
    match seconds.followers.is_zero() {
        true => told,
        false => Word("batch-takes-both").with("words", told).with("rest", measures::span(seconds.followers)),
    }
}

fn kilobits(bits: u64) -> f64 {
    f64::from(u32::try_from(bits / 100).unwrap_or(u32::MAX)) / 10.0
}

fn sizes(batch: &BatchPreview) -> Phrase {
    let bytes = |count: usize| measures::size(count as u64);
    let told = Word("batch-size").with("size", bytes(batch.words));
    let attachments = batch.followers.iter().filter(|(what, _)| matches!(what, Follower::Attachment { .. }));
    let (count, size) = attachments.fold((0_usize, 0), |(count, all), (_, size)| (count + 1, all + size));
    let slots = batch.followers.iter().filter(|(what, _)| matches!(what, Follower::Slots(_)));
    let (packets, slots) = slots.fold((0_usize, 0), |(count, all), (_, size)| (count + 1, all + size));
    let mut told = told;
    if count > 0 {
        told = Word("batch-size-files").with("before", told).with("count", count).with("size", bytes(size));
    }
    if packets > 0 {
        told = Word("batch-size-slots").with("before", told).with("size", bytes(slots));
    }
    told
}

/// One report on one line: grade, precedence, whose, when, where, files.
fn line_of_report(goes: &Goes, row: Option<&QueueRow>, front: &Front) -> String {
    let tongue = front.tongue;
    let grade = match goes.grade {
        Some(grade) => grade.to_string(),
        None => tongue.say(Word("batch-as-it-stands")).into_owned(),
    };
    let precedence = tongue.say(codes::precedence(goes.precedence)).into_owned();
    let who = row.map_or_else(String::new, |row| {
        format!("{} {}", words::who(row.callsign.as_ref(), row.author), row.sequence)
    });
    let mut line = [(grade, GRADE), (precedence, PRECEDENCE), (who, WHO)]
        .map(|(text, columns)| padded(&text, columns))
        .concat();
    if let Some(row) = row {
        line.push_str(&tongue.speak(&terms::instant(row.observed.from())));
        let place = row.place.as_ref().map(|place| place.as_str().to_owned());
        if let Some(place) = place {
            line.push_str(&format!(" {place}"));
        }
    }
    line.push_str(&files(goes, tongue));
    line
}

fn files(goes: &Goes, tongue: Tongue) -> String {
    let (count, size) = goes.attachments;
    let mut told = String::new();
    if count > 0 {
        let files = Word("batch-files").with("count", count).with("size", measures::size(size));
        told.push_str(&format!(" · {}", tongue.speak(&files)));
    }
    if goes.missing > 0 {
        told.push_str(&format!(" · {}", tongue.speak(&Word("batch-missing").with("count", goes.missing))));
    }
    if goes.too_large > 0 {
        told.push_str(&format!(
            " · {}",
            tongue.speak(&Word("batch-too-large").with("count", goes.too_large))
        ));
    }
    told
}

fn padded(text: &str, columns: usize) -> String {
    let text = fitted(text, columns.saturating_sub(1));
    let left = columns.saturating_sub(width(&text));
    text + &" ".repeat(left)
}
