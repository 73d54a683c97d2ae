//! What this desk says of its own: what was done with a report, and what was not.
//!
//! The words themselves stand in the language room, where a test watches over the rule above all: a soldier is no
//! investigator, and no text asks him to do anything but tell what he saw or heard anyway.

use crate::desks::spoken::terms;
use crate::domain::draft::DraftField;
use crate::language::phrase::Phrase;
use crate::language::word::Word;

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
