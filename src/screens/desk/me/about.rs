//! About the program: what it is, whose data it holds, under which licences.

use crate::geography::sources::attribution;
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::desk::reading::{Tone, broken};

/// About the program, as lines of so many columns.
#[must_use]
pub fn lines(catalogue_version: u32, columns: usize, tongue: Tongue) -> Vec<(Tone, String)> {
    let version = Word("about-version").with("version", env!("CARGO_PKG_VERSION"));
    let list = Word("about-list").with("version", catalogue_version.to_string());
    let said = |tone: Tone, phrase: Phrase| (tone, tongue.speak(&phrase));
    let text = vec![
        said(Tone::Title, version),
        said(Tone::Plain, Word("about-what").into()),
        said(Tone::Plain, Phrase::verbatim("")),
        said(Tone::Plain, list),
        said(Tone::Plain, Word("about-approval").into()),
        said(Tone::Plain, Phrase::verbatim("")),
        said(Tone::Plain, Word("about-licence").into()),
        said(Tone::Plain, Word("about-data").into()),
        said(Tone::Plain, Phrase::verbatim(attribution())),
    ];
    broken(text, columns)
}
