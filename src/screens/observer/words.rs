//! What this desk says of its own: what was done with a report, and what was not.
//!
//! The words themselves stand in the language room, where a test watches over the rule above all: a soldier is no
//! investigator, and no text asks him to do anything but tell what he saw or heard anyway.

use crate::desks::spoken::terms;
use crate::domain::draft::DraftField;
use crate::language::phrase::Phrase;
use crate::language::word::Word;

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
