//! What the cell tells everybody, as lines to read.

use crate::desks::observer::answers::Heading;
use crate::desks::spoken::bulletins;
use crate::domain::bulletin::{Bulletin, in_language};
use crate::domain::time::Timestamp;
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::desk::reading::{Tone, group};

/// How long it is in force, what is to be known of it (`beside` with it), and its words in his language if it was written
/// in it.
#[must_use]
pub fn lines(
    told: &Bulletin,
    heading: &Heading,
    beside: Option<Phrase>,
    now: Timestamp,
    tongue: Tongue,
) -> Vec<(Tone, String)> {
    let language = bulletins::language(tongue);
    let valid = Word("bulletin-in-force").with("from", group(told.issued)).with("until", group(told.until));
    let mut text = vec![(Tone::Muted, tongue.speak(&valid))];
    let outdated = bulletins::outdated(heading, now).map(Phrase::from);
    let warnings = outdated.into_iter().chain(beside);
    text.extend(warnings.map(|phrase| (Tone::Warning, format!("! {}", tongue.speak(&phrase)))));
    if let Some(edition) = in_language(&told.editions, language, |edition| edition.language) {
        if edition.language != language {
            text.push((Tone::Muted, tongue.say(Word("bulletin-other-language")).into_owned()));
        }
        text.push((Tone::Plain, String::new()));
        text.push((Tone::Plain, edition.text.as_str().to_owned()));
    }
    text
}
