//! What the form says of its own: how much is picked, who and what is described, what is attached.

use crate::desks::observer::attaching::{LARGEST_ATTACHMENT, MOST_ATTACHMENTS};
use crate::desks::place_names::Town;
use crate::desks::spoken::measures;
use crate::domain::alert::{Alert, Calls};
use crate::domain::completeness::Part;
use crate::domain::draft::Draft;
use crate::domain::observation::Attachment;
use crate::language::phrase::Phrase;
use crate::language::word::Word;

/// What must be read now, each thing once: danger to life says already that local help comes first.
#[must_use]
pub fn alerts(calls: &Calls) -> Vec<Alert> {
    let danger = calls.alerts.contains(&Alert::DangerToLife);
    let said = |alert: &Alert| !(danger && *alert == Alert::LocalHelp);
    calls.alerts.iter().copied().filter(said).collect()
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

/// A part of a report.
#[must_use]
pub const fn part(part: Part) -> Word {
    match part {
        Part::When => Word("part-when"),
        Part::Where => Word("part-where"),
        Part::Duty => Word("part-duty"),
        Part::What => Word("part-what"),
        Part::Who => Word("part-who"),
        Part::Particulars => Word("part-particulars"),
        Part::Facts => Word("part-facts"),
    }
}

/// A town was taken for the place.
#[must_use]
pub fn taken(town: &Town) -> Phrase {
    Word("town-taken")
        .with("name", town.name.as_str())
        .with("country", town.country.code())
        .with("error", town.reach_m)
}

/// What stands at "Who and what".
#[must_use]
pub fn described(count: usize) -> Phrase {
    if count == 0 { Word("things-hint").into() } else { Word("things-described").with("count", count) }
}

/// What stands at "Files"; where what is picked forbids them, that.
#[must_use]
pub fn attached(draft: &Draft, allowed: bool) -> Phrase {
    let count = originals(draft).count();
    match (allowed, count) {
        (false, _) => Word("files-forbidden").into(),
        (true, 0) => Word("files-hint").into(),
        (true, count) => Word("files-attached").with("count", count),
    }
}

/// The files of a draft, smaller copies left out.
pub fn originals(draft: &Draft) -> impl Iterator<Item = &Attachment> {
    draft.attachments.iter().filter(|one| one.derived_from.is_none())
}

/// One line for each file: what it is, its size, and that of its smaller copy.
#[must_use]
pub fn files(draft: &Draft) -> Vec<Phrase> {
    originals(draft).map(|one| file(one, draft)).collect()
}

/// A file in one line.
#[must_use]
pub fn file(one: &Attachment, draft: &Draft) -> Phrase {
    let copy = draft.attachments.iter().find(|copy| copy.derived_from == Some(one.digest));
    let word = if copy.is_some() { Word("file-with-copy") } else { Word("file-line") };
    let said = word
        .with("kind", one.media_type.as_str())
        .with("size", measures::size(one.size))
        .with("digest", one.digest.short());
    match copy {
        Some(copy) => said.with("copy", measures::size(copy.size)),
        None => said,
    }
}

/// How much may be attached.
#[must_use]
pub fn limits() -> Phrase {
    Word("files-limits").with("count", MOST_ATTACHMENTS).with("size", measures::size(LARGEST_ATTACHMENT))
}
