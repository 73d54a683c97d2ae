//! What every desk says of reports and files.

use crate::language::phrase::Phrase;
use crate::language::word::Word;

/// A report by its number.
#[must_use]
pub fn report_number(number: u32) -> Phrase {
    Word("report-number").with("number", number)
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
