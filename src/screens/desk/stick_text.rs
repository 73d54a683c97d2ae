//! What a stick took and brought, for every desk.

use crate::desks::carrying::transfer::{ReadBack, Written};
use crate::desks::intake::Intake;
use crate::desks::intake::not_read::{LeftThere, by_reason};
use crate::desks::spoken::{left_there, roads};
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::desk::reading::Tone;

/// What was written; whether it was stopped before the end.
pub fn wrote(written: &Written, stopped: bool, say: &mut dyn FnMut(Tone, Phrase)) {
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

/// What was read, and how that is said at this desk; whether it was stopped before the end.
pub fn came_back(read: &ReadBack, stopped: bool, said: Phrase, say: &mut dyn FnMut(Tone, Phrase)) {
    if stopped {
        say(Tone::Warning, Word("transfer-stopped").with("done", read.done).with("of", read.of));
    }
    if read.read.is_empty() && read.again == 0 && read.refused.is_empty() && read.unusable.is_empty() {
        say(Tone::Plain, Word("transfer-nothing-there").into());
    }
    if !read.read.is_empty() {
        say(Tone::Good, said);
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
    not_taken(&read.read, &by_reason(&read.refused, &read.unusable), say);
}

/// What of the packets that were read was set aside or had been taken out of them, and what could not be read at all, with
/// the reasons.
pub fn not_taken(read: &[Intake], left: &[LeftThere], say: &mut dyn FnMut(Tone, Phrase)) {
    for (statement, why) in read.iter().flat_map(|intake| &intake.set_aside) {
        let aside = Word("transfer-set-aside").with("what", statement.short());
        say(Tone::Warning, aside.with("why", roads::set_aside(*why)));
    }
    let without = read.iter().filter(|intake| intake.slot_missing).count();
    if without > 0 {
        say(Tone::Warning, Word("transfer-slot-missing").with("count", without));
    }
    for left in left {
        let told = Word("transfer-refused").with("what", left_there::names(left));
        say(Tone::Warning, told.with("why", left_there::why(&left.why)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desks::intake::set_aside::SetAside;
    use crate::domain::ids::{Digest, MemberId};
    use crate::language::tongue::Tongue;

    #[test]
    fn what_was_set_aside_or_taken_out_on_the_way_is_told_beside_what_was_read() {
        let intake = Intake {
            packet: Digest::from_bytes([1; 32]),
            sender: MemberId::from_bytes([2; 16]),
            again: false,
            taken: Vec::new(),
            set_aside: vec![(Digest::from_bytes([0xab; 32]), SetAside::AnotherObserver)],
            attachments: 0,
            slots: 0,
            slot_missing: true,
        };
        let read = ReadBack { done: 1, of: 1, read: vec![intake], ..ReadBack::default() };
        let mut told = Vec::new();
        let said = Word("moved-read").with("count", 1_usize);
        came_back(&read, false, said, &mut |tone, phrase| told.push((tone, Tongue::English.speak(&phrase))));
        let warned: Vec<_> = told.iter().filter(|(tone, _)| *tone == Tone::Warning).collect();
        assert_eq!(warned.len(), 2, "{told:?}");
        assert!(warned[0].1.contains("Set aside (abababab)"), "{told:?}");
        assert!(warned[1].1.contains("without its integrity slot"), "{told:?}");
    }
}
