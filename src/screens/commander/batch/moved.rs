//! What the roads do and what they moved, as lines to read.

use std::time::Duration;

use crate::desks::carrying::exchange::Exchange;
use crate::desks::intake::not_read::by_reason;
use crate::desks::spoken::{measures, terms};
use crate::domain::time::Timestamp;
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::commander::batch::room::{BatchRoom, Call, OnTheLine};
use crate::screens::commander::errand::Carried;
use crate::screens::desk::front::Front;
use crate::screens::desk::reading::{Tone, broken};
use crate::screens::desk::stick_text;

/// What the roads do now, or did last, as lines of so many columns.
#[must_use]
pub fn lines(room: &BatchRoom, front: &Front, columns: usize) -> Vec<(Tone, String)> {
    let mut text = Vec::new();
    let mut say = |tone: Tone, phrase: Phrase| text.push((tone, front.tongue.speak(&phrase)));
    match &room.carried {
        Some(Ok(carried)) => by_stick(carried, &mut say),
        Some(Err(why)) => say(Tone::Warning, Word("stick-failed").with("why", why.clone())),
        None => {}
    }
    match &room.call {
        Call::None => {}
        Call::Open(line) => under_way(line, Timestamp::new(front.moment.now), &mut say),
        Call::Over { at, done, why } => {
            say(Tone::Title, Word("line-over").with("when", terms::instant(*at)));
            over(done, &mut say);
            if let Some(why) = why {
                say(Tone::Warning, Word("line-stopped").with("why", why.clone()));
            }
        }
    }
    broken(text, columns)
}

/// What a contact moved, in one sentence.
#[must_use]
pub fn sent_and_read(done: &Exchange) -> Phrase {
    Word("line-moved").with("sent", done.sent.len()).with("read", done.read.len())
}

fn under_way(line: &OnTheLine, now: Timestamp, say: &mut dyn FnMut(Tone, Phrase)) {
    let calling =
        Word("line-open").with("relay", line.relay.as_str()).with("since", terms::instant(line.since));
    say(Tone::Title, calling);
    for way in [&line.sent, &line.read].into_iter().flatten() {
        say(Tone::Plain, measures::moving(way));
    }
    if let Some((why, next_try)) = &line.waits {
        say(Tone::Warning, Word("line-stopped").with("why", why.clone()));
        let left = u64::try_from(next_try.seconds_since(now)).unwrap_or(0);
        say(Tone::Plain, Word("line-next-try").with("left", measures::span(Duration::from_secs(left))));
    }
}

fn over(done: &Exchange, say: &mut dyn FnMut(Tone, Phrase)) {
    let bytes: u64 = done.sent.iter().map(|(_, size)| size).sum();
    if !done.sent.is_empty() {
        let sent = Word("moved-sent").with("count", done.sent.len()).with("size", measures::size(bytes));
        say(Tone::Good, sent.with("receipts", done.receipts));
    }
    if done.already > 0 {
        say(Tone::Plain, Word("transfer-already").with("count", done.already));
    }
    if done.left_out > 0 {
        say(Tone::Plain, Word("transfer-left-out").with("count", done.left_out));
    }
    if !done.read.is_empty() {
        say(Tone::Good, Word("moved-read").with("count", done.read.len()));
    }
    if done.sent.is_empty() && done.read.is_empty() && done.already == 0 {
        say(Tone::Plain, Word("moved-nothing").into());
    }
    if let Some(epoch) = done.roster {
        say(Tone::Good, Word("transfer-roster").with("epoch", epoch.to_string()));
    }
    stick_text::not_taken(&done.read, &by_reason(&done.refused, &done.unusable), say);
}

fn by_stick(carried: &Carried, say: &mut dyn FnMut(Tone, Phrase)) {
    say(Tone::Title, Word("stick-done").into());
    if let Some((read, stopped)) = &carried.read {
        let said = Word("moved-read").with("count", read.read.len());
        stick_text::came_back(read, *stopped, said, say);
    }
    if let Some((written, stopped)) = &carried.written {
        stick_text::wrote(written, *stopped, say);
    }
}
