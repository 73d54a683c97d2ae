//! What waits and what was carried, as lines to read.

use crate::desks::spoken::measures;
use crate::domain::time::Timestamp;
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::desk::reading::{Tone, broken, group};
use crate::screens::desk::stick_text;
use crate::screens::observer::errand::Outcome;
use crate::screens::observer::overdue::AllOverdue;
use crate::screens::observer::transfer::room::TransferRoom;

/// What the list of reports tells of the roads.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roads {
    /// When the oldest report that no road has yet was filed.
    pub oldest: Option<Timestamp>,
    /// When something was last handed over.
    pub last: Option<Timestamp>,
    /// The reports that should have been answered by now.
    pub overdue: Option<AllOverdue>,
}

/// The room as lines of so many columns.
#[must_use]
pub fn lines(room: &TransferRoom, roads: &Roads, columns: usize, tongue: Tongue) -> Vec<(Tone, String)> {
    let mut text = Vec::new();
    let mut say = |tone: Tone, phrase: Phrase| text.push((tone, tongue.speak(&phrase)));
    waits(room, roads, &mut say);
    // What just happened is told before what else may be done.
    let overdue = roads.overdue.as_ref();
    let (first, last) = if room.last.is_none() { (overdue, None) } else { (None, overdue) };
    late(first, &mut say);
    say(Tone::Plain, Phrase::verbatim(""));
    say(Tone::Plain, Word("transfer-how").into());
    if let Some(outcome) = &room.last {
        say(Tone::Plain, Phrase::verbatim(""));
        came(outcome, &mut say);
    }
    late(last, &mut say);
    broken(text, columns)
}

fn late(overdue: Option<&AllOverdue>, say: &mut dyn FnMut(Tone, Phrase)) {
    if let Some(overdue) = overdue {
        say(Tone::Plain, Phrase::verbatim(""));
        overdue.say(say);
    }
}

fn waits(room: &TransferRoom, roads: &Roads, say: &mut dyn FnMut(Tone, Phrase)) {
    if room.waiting.is_none() {
        return say(Tone::Muted, Word("loading").into());
    }
    let (reports, (packets, bytes)) = (room.reports_waiting(), room.packets_waiting());
    if reports == 0 && packets == 0 {
        say(Tone::Good, Word("transfer-nothing").into());
    } else {
        say(Tone::Title, Word("transfer-waits").with("count", reports));
        if packets > 0 {
            let size = measures::size(bytes);
            say(Tone::Plain, Word("transfer-packets").with("count", packets).with("size", size));
        }
        let unpacked = room.waiting.as_ref().map_or(0, |waiting| waiting.unpacked);
        if unpacked > 0 {
            say(Tone::Plain, Word("transfer-unpacked").with("count", unpacked));
        }
        if let Some(oldest) = roads.oldest {
            say(Tone::Plain, Word("transfer-oldest").with("when", group(oldest)));
        }
    }
    say(
        Tone::Plain,
        match roads.last {
            Some(last) => Word("transfer-last").with("when", group(last)),
            None => Word("transfer-never").into(),
        },
    );
    let gone =
        room.waiting.iter().flat_map(|waiting| &waiting.packets).filter(|packet| !packet.is_unsent()).count();
    if gone > 0 {
        say(Tone::Muted, Word("transfer-unconfirmed").with("count", gone));
    }
}

fn came(outcome: &Outcome, say: &mut dyn FnMut(Tone, Phrase)) {
    match outcome {
        Outcome::Wrote { written, stopped } => stick_text::wrote(written, *stopped, say),
        Outcome::Read { read, stopped } => {
            let answers = Word("transfer-answers").with("count", read.answers());
            let said = Word("transfer-read").with("count", read.read.len()).with("answers", answers);
            stick_text::came_back(read, *stopped, said, say);
        }
        Outcome::PassphraseChanged => {}
        Outcome::Failed(why) => say(Tone::Warning, Word("transfer-failed").with("why", why.clone())),
    }
}
