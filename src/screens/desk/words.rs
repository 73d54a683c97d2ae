//! What every desk says of reports and files.

use crate::desks::spoken::{shown, terms};
use crate::domain::catalogue::Catalogue;
use crate::domain::catalogue::indicator::IndicatorId;
use crate::domain::ids::MemberId;
use crate::domain::people::Callsign;
use crate::domain::place::Given;
use crate::domain::text::Line;
use crate::language::phrase::Phrase;
use crate::language::word::Word;

/// A report by its number.
#[must_use]
pub fn report_number(number: u32) -> Phrase {
    Word("report-number").with("number", number)
}

/// Somebody by his callsign; by the beginning of his id, where the roster does not know him.
#[must_use]
pub fn who(callsign: Option<&Callsign>, id: MemberId) -> String {
    callsign.map_or_else(|| id.to_string().chars().take(8).collect(), ToString::to_string)
}

/// A label and how many more.
#[must_use]
pub fn and_more(label: Phrase, more: usize) -> Phrase {
    Word("and-more").with("label", label).with("more", more)
}

/// Where, in one line: its words, otherwise its position.
#[must_use]
pub fn place(words: Option<&Line>, position: Option<&Given>) -> Phrase {
    let words = words.map(|words| words.as_str().to_owned());
    words
        .or_else(|| position.map(shown::position_written))
        .map_or_else(|| Word("no-place").into(), Phrase::Verbatim)
}

/// What, in one line: the first indicator and how many more, otherwise that it was odd, otherwise the facts.
#[must_use]
pub fn what(
    indicators: &[IndicatorId],
    just_odd: bool,
    opening: Option<&str>,
    catalogue: &Catalogue,
) -> Phrase {
    match (indicators, opening) {
        ([first, more @ ..], _) => {
            let known = catalogue.get(first);
            let label = known
                .map_or_else(|| Phrase::verbatim(first.to_string()), |known| terms::label(&known.labels));
            if more.is_empty() { label } else { and_more(label, more.len()) }
        }
        ([], _) if just_odd => Word("just-odd").into(),
        ([], Some(opening)) => Phrase::verbatim(opening),
        ([], None) => Word("nothing-yet").into(),
    }
}
