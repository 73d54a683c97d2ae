//! What is shown back beside each field, and what is worth a thought about it.

use crate::desks::spoken::{advice as spoken, shown, terms, told};
use crate::domain::alert::{Aggravator, calls};
use crate::domain::catalogue::Catalogue;
use crate::domain::draft::Draft;
use crate::domain::observation::Language;
use crate::domain::observation_terms::PositionMethod;
use crate::domain::place::{Place, Position};
use crate::domain::precedence::Precedence;
use crate::domain::time::Timestamp;
use crate::domain::wording::{Field, Wording};
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::kit::event_loop::Moment;
use crate::screens::observer::form::entries::Entry;
use crate::screens::observer::form::where_entry::{self, Where};
use crate::screens::observer::form::{when_entry, words};
use crate::screens::observer::lines;

/// How many remarks on one text are shown; more would not be read.
const REMARKS: usize = 3;
/// The most of a text that a remark quotes, in characters.
const QUOTED: usize = 30;

/// What is understood of a field while it is being written, for the fields where that can be told.
#[must_use]
pub fn while_typed(entry: Entry, text: &str, at: Moment) -> Option<Vec<Phrase>> {
    let told = match entry {
        Entry::When => when_entry::read(text, at)
            .ok()
            .flatten()
            .map(|period| shown::time(&period, Timestamp::new(at.now), at.local))
            .unwrap_or_default(),
        Entry::Where | Entry::StoodAt => match where_entry::read(text) {
            Ok(Where::Point { given, error_m }) => {
                shown::position(&Position { given, error_m, method: PositionMethod::Estimate })
            }
            Ok(Where::Words(_)) if entry == Entry::Where => vec![Word("kept-as-words").into()],
            _ => Vec::new(),
        },
        _ => return None,
    };
    Some(told)
}

/// What the draft holds for a field: the lines below it, and for one that opens something what it shows of that.
#[must_use]
pub fn of(entry: Entry, draft: &Draft, catalogue: &Catalogue, at: Moment) -> (Vec<Phrase>, Option<Phrase>) {
    let place = draft.place.as_ref();
    let lines = match entry {
        Entry::When => {
            let seen = draft.observed.as_ref();
            seen.map(|period| shown::time(period, Timestamp::new(at.now), at.local)).unwrap_or_default()
        }
        Entry::Where => match place.map(|place| (place.position(), place.words())) {
            Some((Some(position), _)) => shown::position(position),
            Some((None, Some(_))) => vec![Word("kept-as-words").into()],
            _ => Vec::new(),
        },
        Entry::StoodAt => {
            let stood: Option<&Position> = place.and_then(|place: &Place| place.observer_at.as_ref());
            stood.map(shown::position).unwrap_or_default()
        }
        Entry::What => {
            let label = |seen| {
                Word("known-by")
                    .with("label", lines::indicator(seen, catalogue))
                    .with("basis", terms::basis(seen.basis))
            };
            let picked = draft.indicators.iter().map(label).collect();
            return (picked, Some(words::picked(draft.indicators.len(), draft.just_odd)));
        }
        Entry::Things => {
            let all = draft.entities.iter().map(told::entity).collect();
            return (all, Some(words::described(draft.entities.len())));
        }
        Entry::Files => {
            let calls = calls(draft, catalogue);
            return (words::files(draft), Some(words::attached(draft, calls.attachments_allowed)));
        }
        Entry::Minor => suggested(Aggravator::ApparentMinor, draft, catalogue),
        Entry::Official => suggested(Aggravator::OfficialInvolved, draft, catalogue),
        Entry::Life => suggested(Aggravator::LifeDanger, draft, catalogue),
        Entry::Urgency => {
            let hastens = calls(draft, catalogue).precedence == Precedence::Immediate;
            hastens.then(|| Word("urgency-suggested").into()).into_iter().collect()
        }
        _ => Vec::new(),
    };
    (lines, None)
}

/// Suggested by what was picked or counted, never answered.
fn suggested(one: Aggravator, draft: &Draft, catalogue: &Catalogue) -> Vec<Phrase> {
    let called = calls(draft, catalogue).suggested.contains(&one);
    called.then(|| Word("yes-suggested").into()).into_iter().collect()
}

/// What is worth a thought about the wording of the two long fields. It holds nothing up.
#[must_use]
pub fn advice(entry: Entry, text: &str, language: Language) -> Vec<Phrase> {
    let field = match entry {
        Entry::Facts => Field::Facts,
        Entry::Assessment => Field::Assessment,
        _ => return Vec::new(),
    };
    let remarks = Wording::of(language).remarks(text, field);
    let told = remarks.into_iter().take(REMARKS).map(|remark| {
        let quoted: String = text.get(remark.range).unwrap_or_default().chars().take(QUOTED).collect();
        Word("remark").with("text", quoted).with("why", spoken::remark(remark.kind))
    });
    told.collect()
}
