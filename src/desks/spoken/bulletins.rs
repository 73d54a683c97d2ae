//! Bulletins in words.

use crate::desks::observer::answers::Heading;
use crate::desks::spoken::terms;
use crate::domain::bulletin::{BulletinKind, Validity};
use crate::domain::observation::Language;
use crate::domain::time::Timestamp;
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;

/// The language of a bulletin that is wanted where this one is spoken.
#[must_use]
pub const fn language(tongue: Tongue) -> Language {
    match tongue {
        Tongue::Dutch => Language::Dutch,
        Tongue::French => Language::French,
        Tongue::German => Language::German,
        Tongue::English => Language::English,
    }
}

/// What it is.
#[must_use]
pub const fn kind(kind: BulletinKind) -> Word {
    match kind {
        BulletinKind::Newsletter => Word("bulletin-newsletter"),
        BulletinKind::Briefing => Word("bulletin-briefing"),
        BulletinKind::Syllabus => Word("bulletin-syllabus"),
    }
}

/// What it is called, in one line.
#[must_use]
pub fn headline(heading: &Heading, tongue: Tongue) -> Phrase {
    Word("bulletin-headline")
        .with("kind", kind(heading.kind))
        .with("number", heading.number)
        .with("title", Phrase::verbatim(heading.title(language(tongue))))
}

/// How long it is in force, at a glance.
#[must_use]
pub fn standing(heading: &Heading, now: Timestamp) -> Phrase {
    match heading.validity(now) {
        Validity::InForce => Word("bulletin-until").with("day", terms::day(heading.until)),
        Validity::Expired => Word("bulletin-expired").with("day", terms::day(heading.until)),
        Validity::Replaced => Word("bulletin-replaced").into(),
    }
}

/// What is to be known of one that no longer counts.
#[must_use]
pub fn outdated(heading: &Heading, now: Timestamp) -> Option<Word> {
    match heading.validity(now) {
        Validity::InForce => None,
        Validity::Expired => Some(Word("bulletin-is-expired")),
        Validity::Replaced => Some(Word("bulletin-is-replaced")),
    }
}

/// Which others should be here and are not, where it can tell.
#[must_use]
pub fn missing(heading: &Heading, now: Timestamp) -> Option<Phrase> {
    let numbers: Vec<String> = heading.missing(now).iter().map(u32::to_string).collect();
    let told = || Word("bulletin-missing").with("count", numbers.len()).with("numbers", numbers.join(", "));
    (!numbers.is_empty()).then(told)
}
