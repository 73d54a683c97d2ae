//! How much, how long, and how far something is.

use std::time::Duration;

use crate::desks::carrying::progress::{Advance, Moving, Rate};
use crate::language::phrase::Phrase;
use crate::language::word::Word;

const HOUR: i64 = 3_600;
const MINUTE: i64 = 60;
/// From so many hours on, minutes say nothing.
const HOURS_ALONE: i64 = 10;

/// A number of bytes, as people read it.
#[must_use]
pub fn size(bytes: u64) -> Phrase {
    const STEP: u64 = 1024;
    let tenths = |unit: u64| {
        let tenths = u32::try_from(bytes.saturating_mul(10) / unit).unwrap_or(u32::MAX);
        f64::from(tenths) / 10.0
    };
    match bytes {
        0..STEP => Word("size-bytes").with("size", tenths(1)),
        STEP..1_048_576 => Word("size-kib").with("size", tenths(STEP)),
        _ => Word("size-mib").with("size", tenths(STEP * STEP)),
    }
}

/// A time as a person says it.
#[must_use]
pub fn span(time: Duration) -> Phrase {
    let number = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    match time.as_secs() {
        seconds @ 0..100 => Word("span-seconds").with("count", number(seconds.max(1))),
        seconds @ 100..6_000 => Word("span-minutes").with("count", number(seconds.div_ceil(60))),
        seconds @ 6_000..172_800 => Word("span-hours")
            .with("hours", number(seconds / 3_600))
            .with("minutes", number(seconds % 3_600 / 60)),
        seconds => Word("span-days").with("count", number(seconds / 86_400)),
    }
}

/// The time a report still has, in seconds, as it is read at a glance: never longer than it is.
#[must_use]
pub fn time_left(seconds: i64) -> Phrase {
    let whole = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
    let (hours, minutes) = (seconds / HOUR, seconds % HOUR / MINUTE);
    if hours >= HOURS_ALONE {
        Word("left-hours").with("hours", whole(hours))
    } else if hours > 0 {
        Word("left-hours-minutes").with("hours", whole(hours)).with("minutes", format!("{minutes:02}"))
    } else {
        Word("left-minutes").with("minutes", whole(minutes.max(1)))
    }
}

/// How far it is, how fast it goes and how long it still takes, as far as that is known.
#[must_use]
pub fn advance(advance: &Advance) -> Phrase {
    let at = advance.at;
    let mut told = Word("advance-count").with("done", at.done).with("of", at.of);
    match (advance.rate(), at.bytes) {
        (None, _) => {}
        (Some(Rate::Packets(packets)), _) => {
            let packets = u32::try_from(packets).unwrap_or(u32::MAX);
            told = Word("advance-packets").with("before", told).with("count", packets);
        }
        // So slow that it is bytes that are waited for.
        (Some(Rate::Bytes(rate)), bytes) => {
            let (done, of) = bytes.unwrap_or_default();
            told = Word("advance-bytes").with("before", told).with("done", size(done)).with("of", size(of));
            told = told.with("rate", size(rate));
        }
    }
    match advance.left() {
        Some(left) => Word("advance-left").with("before", told).with("left", span(left)),
        None => told,
    }
}

/// The same with what is being done.
#[must_use]
pub fn moving(going: &Advance) -> Phrase {
    let word = match going.at.moving {
        Moving::Sending => Word("advance-sending"),
        Moving::Writing => Word("advance-writing"),
        Moving::Looking => Word("advance-looking"),
        Moving::Reading => Word("advance-reading"),
    };
    word.with("how", advance(going))
}

#[cfg(test)]
mod tests {
    use super::moving;
    use crate::desks::carrying::progress::{Advance, Moving, Progress};
    use crate::language::tongue::Tongue;

    fn said(from: Progress, to: Progress, seconds: i64) -> [String; 4] {
        let noon = chrono::DateTime::UNIX_EPOCH;
        let later = noon + chrono::TimeDelta::seconds(seconds);
        let going = Advance::after(Some(Advance::after(None, from, noon)), to, later);
        Tongue::ALL.map(|tongue| tongue.speak(&moving(&going)))
    }

    #[test]
    fn it_is_said_in_every_language_with_its_own_numbers() {
        let reading = |done| Progress::new(Moving::Reading, done, 10_000);
        assert_eq!(
            said(reading(0), reading(1_240), 3),
            [
                "Gelezen: 1240 van 10.000 · 413/s · nog 21 s",
                "Lus : 1240 sur 10\u{a0}000 · 413/s · encore 21 s",
                "Gelesen: 1240 von 10.000 · 413/s · noch 21 s",
                "Read: 1240 of 10,000 · 413/s · 21 s left",
            ]
        );
        let sending = |done, bytes| Progress::new(Moving::Sending, done, 3).weighing(bytes, 307_200);
        assert_eq!(
            said(sending(0, 0), sending(1, 16_384), 16),
            [
                "Verzonden: 1 van 3 · 16 KiB van 300 KiB · 1 KiB/s · nog 5 min",
                "Envoyés : 1 sur 3 · 16 Kio sur 300 Kio · 1 Kio/s · encore 5 min",
                "Gesendet: 1 von 3 · 16 KiB von 300 KiB · 1 KiB/s · noch 5 min",
                "Sent: 1 of 3 · 16 KiB of 300 KiB · 1 KiB/s · 5 min left",
            ]
        );
        assert_eq!(said(reading(0), reading(0), 9)[3], "Read: 0 of 10,000", "nothing is invented");
    }
}
