//! Who sits here, in words.

use crate::desks::identity::Identity;
use crate::domain::time::ClockState;
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::desk::reading::{Tone, broken, group};
use crate::screens::lock::wipe_question::{ASKS, WIPES};

/// Who he is and what his device knows, as lines of so many columns.
#[must_use]
pub fn lines(who: &Identity, columns: usize, tongue: Tongue) -> Vec<(Tone, String)> {
    let contingent = who.contingent.as_ref().map_or("–", |contingent| contingent.as_str());
    let mut text: Vec<(Tone, Phrase)> = vec![
        (
            Tone::Title,
            Word("me-who")
                .with("callsign", who.callsign.as_str())
                .with("contingent", contingent)
                .with("realm", who.realm.as_str()),
        ),
        (Tone::Plain, Word("me-key").with("key", who.key_in_groups())),
        match &who.roster {
            Some((epoch, issued)) => {
                (Tone::Plain, Word("me-roster").with("epoch", epoch.to_string()).with("when", group(*issued)))
            }
            None => (Tone::Warning, Word("me-no-roster").into()),
        },
    ];
    let heard = who.newest_word.map_or_else(String::new, group);
    text.push(match who.clock {
        ClockState::Checked => (Tone::Good, Word("me-clock-checked").with("when", heard)),
        ClockState::Unchecked => (Tone::Plain, Word("me-clock-unchecked").with("when", heard)),
        ClockState::Doubtful => (Tone::Warning, Word("me-clock-doubtful").with("when", heard)),
    });
    let unsent = Word("me-unsent").with("reports", who.unsent.reports).with("drafts", who.unsent.drafts);
    text.push((Tone::Plain, unsent));
    let asks = ASKS.first().map(ToString::to_string).unwrap_or_default();
    text.push((Tone::Plain, Word("me-wipe").with("first", asks).with("second", WIPES)));
    broken(text.into_iter().map(|(tone, phrase)| (tone, tongue.speak(&phrase))).collect(), columns)
}
