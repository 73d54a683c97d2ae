//! What waits and what was carried, as lines to read.

use crate::desks::carrying::transfer::{ReadBack, Written};
use crate::desks::intake::Intake;
use crate::desks::intake::not_read::by_reason;
use crate::desks::spoken::{left_there, measures, roads};
use crate::domain::time::Timestamp;
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::desk::reading::{Tone, broken, group};
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
        Outcome::Wrote { written, stopped } => wrote(written, *stopped, say),
        Outcome::Read { read, stopped } => came_back(read, *stopped, say),
        Outcome::PassphraseChanged => {}
        Outcome::Failed(why) => say(Tone::Warning, Word("transfer-failed").with("why", why.clone())),
    }
}

fn wrote(written: &Written, stopped: bool, say: &mut dyn FnMut(Tone, Phrase)) {
    if written.of == 0 {
        return say(Tone::Plain, Word("transfer-nothing-to-write").into());
    }
    if stopped {
        let done = Word("transfer-stopped").with("done", written.done()).with("of", written.of);
        say(Tone::Warning, done);
    }
    if written.new > 0 {
        say(Tone::Good, Word("transfer-wrote").with("count", written.new));
    }
    if written.already > 0 {
        say(Tone::Plain, Word("transfer-already").with("count", written.already));
    }
    if written.left_out > 0 {
        say(Tone::Plain, Word("transfer-left-out").with("count", written.left_out));
    }
    if !stopped {
        say(Tone::Plain, Word("transfer-take-out").into());
    }
}

fn came_back(read: &ReadBack, stopped: bool, say: &mut dyn FnMut(Tone, Phrase)) {
    if stopped {
        say(Tone::Warning, Word("transfer-stopped").with("done", read.done).with("of", read.of));
    }
    if read.read.is_empty() && read.again == 0 && read.refused.is_empty() && read.unusable.is_empty() {
        say(Tone::Plain, Word("transfer-nothing-there").into());
    }
    if !read.read.is_empty() {
        let answers = Word("transfer-answers").with("count", read.answers());
        say(Tone::Good, Word("transfer-read").with("count", read.read.len()).with("answers", answers));
    }
    if read.again > 0 {
        say(Tone::Plain, Word("transfer-again").with("count", read.again));
    }
    if let Some(epoch) = read.roster {
        say(Tone::Good, Word("transfer-roster").with("epoch", epoch.to_string()));
    }
    if read.for_others > 0 {
        say(Tone::Muted, Word("transfer-for-others").with("count", read.for_others));
    }
    for (statement, why) in read.read.iter().flat_map(|intake: &Intake| &intake.set_aside) {
        let aside = Word("transfer-set-aside").with("what", statement.short());
        say(Tone::Warning, aside.with("why", roads::set_aside(*why)));
    }
    for left in by_reason(&read.refused, &read.unusable) {
        let told = Word("transfer-refused").with("what", left_there::names(&left));
        say(Tone::Warning, told.with("why", left_there::why(&left.why)));
    }
}
