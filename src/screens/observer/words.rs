//! What this desk says of its own: what a draft lacks, what must be read now, and how much is picked.
//!
//! The words themselves stand in the language room, where a test watches over the rule above all: a soldier is no
//! investigator, and no text asks him to do anything but tell what he saw or heard anyway.

use crate::desks::spoken::terms;
use crate::domain::draft::DraftField;
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::observer::advice::{Alert, Missed, Part};

/// A report by its number.
#[must_use]
pub fn report_number(number: u32) -> Phrase {
    Word("report-number").with("number", number)
}

/// A report was filed.
#[must_use]
pub fn filed(number: u32) -> Phrase {
    Word("filed").with("number", number)
}

/// The draft is kept, but for what was not understood.
#[must_use]
pub fn kept_but(labels: &[Word]) -> Phrase {
    let quoted = labels.iter().map(|label| Word("quoted").with("text", *label)).collect::<Vec<_>>();
    Word("kept-but").with("count", labels.len()).with("fields", quoted)
}

/// A field could not be saved.
#[must_use]
pub fn not_saved(field: DraftField, why: Phrase) -> Phrase {
    Word("not-saved").with("field", terms::draft_field(field)).with("why", why)
}

/// A label and how many more.
#[must_use]
pub fn and_more(label: Phrase, more: usize) -> Phrase {
    Word("and-more").with("label", label).with("more", more)
}

/// What stands at "What": how much is picked.
#[must_use]
pub fn picked(count: usize, just_odd: bool) -> Phrase {
    match (count, just_odd) {
        (0, false) => Word("what-hint").into(),
        (0, true) => Word("picked-odd").into(),
        (count, false) => Word("picked").with("count", count),
        (count, true) => Word("picked-and-odd").with("count", count),
    }
}

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

/// A position in its second notation, with its error.
#[must_use]
pub fn second_notation(notation: &str, error_m: u32) -> Phrase {
    Word("second-notation").with("notation", notation).with("error", error_m)
}

/// The more usual name of a grid square.
#[must_use]
pub fn alternative_grid(reference: &str) -> Phrase {
    Word("alternative-grid").with("reference", reference)
}

/// A part of a report.
#[must_use]
pub const fn part(part: Part) -> Word {
    match part {
        Part::When => Word("part-when"),
        Part::Where => Word("part-where"),
        Part::Duty => Word("part-duty"),
        Part::What => Word("part-what"),
        Part::Who => Word("part-who"),
        Part::Facts => Word("part-facts"),
    }
}

/// What an officer would miss.
#[must_use]
pub const fn missed(missed: Missed) -> Word {
    match missed {
        Missed::ExactTime => Word("missed-exact-time"),
        Missed::Position => Word("missed-position"),
        Missed::PositionError => Word("missed-position-error"),
        Missed::Plate => Word("missed-plate"),
        Missed::Counts => Word("missed-counts"),
        Missed::Facts => Word("missed-facts"),
        Missed::Description => Word("missed-description"),
    }
}

/// What must be read before going on.
#[must_use]
pub const fn alert(alert: Alert) -> Word {
    match alert {
        Alert::OwnForces => Word("alert-own-forces"),
        Alert::LocalHelp => Word("alert-local-help"),
        Alert::SuggestsImmediate => Word("alert-suggests-immediate"),
        Alert::FirstAid => Word("alert-first-aid"),
        Alert::NoMedia => Word("alert-no-media"),
    }
}
