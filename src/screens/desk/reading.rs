//! Lines to read, each with what it is.

use crate::domain::time::Timestamp;
use crate::geography::dtg;
use crate::geography::zone::Zone;
use crate::screens::kit::plain_text;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// A heading.
    Title,
    /// Text.
    Plain,
    /// Good news: it arrived, it was answered.
    Good,
    /// Something to do.
    Warning,
    /// By the way.
    Muted,
}

/// Columns a text has on a terminal of this width.
#[must_use]
pub fn columns(width: u16) -> usize {
    usize::from(width.saturating_sub(4).min(100)).max(1)
}

/// An instant as a date-time group in Z, to the minute.
#[must_use]
pub fn group(at: Timestamp) -> String {
    dtg::format(at.instant(), Zone::ZULU)
}

/// Paragraphs as lines of so many columns.
#[must_use]
pub fn broken(text: Vec<(Tone, String)>, columns: usize) -> Vec<(Tone, String)> {
    let lines = |(tone, paragraph): (Tone, String)| {
        let lines = plain_text::wrapped(&plain_text::many_lines(&paragraph), columns);
        lines.into_iter().map(move |line| (tone, line))
    };
    text.into_iter().flat_map(lines).collect()
}
