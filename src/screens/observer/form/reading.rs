//! What stands in the fields of a form, read into its draft.

use crate::desks::spoken::typed;
use crate::domain::code::Coded;
use crate::domain::draft::{Draft, DraftField};
use crate::domain::observation::Counts;
use crate::domain::observation_terms::{PositionMethod, TriState};
use crate::domain::place::{Given, Place, Position};
use crate::domain::precedence::Precedence;
use crate::domain::text::{InvalidText, Line, Text};
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::kit::event_loop::Moment;
use crate::screens::kit::widgets::form::{Field, Form};
use crate::screens::observer::form::entries::Entry;
use crate::screens::observer::form::when_entry;
use crate::screens::observer::form::where_entry::{self, Where};

/// The draft with one field read into it, and which field of the draft that is.
///
/// # Errors
/// The sentence that says what was not understood.
pub fn read(
    form: &Form<Entry>,
    draft: &Draft,
    entry: Entry,
    at: Moment,
) -> Result<(Draft, DraftField), Phrase> {
    let mut next = draft.clone();
    let text = form.text(entry);
    let field = match entry {
        Entry::When => {
            next.observed = when_entry::read(text, at).map_err(|wrong| typed::time(&wrong))?;
            DraftField::Observed
        }
        Entry::Where | Entry::InWords | Entry::HowFar | Entry::KnownFrom | Entry::StoodAt | Entry::School => {
            next.place = place(form, draft, entry)?;
            DraftField::Place
        }
        Entry::Duty => {
            next.duty = chosen(form, entry);
            DraftField::Duty
        }
        // These write into the draft themselves.
        Entry::What => DraftField::Indicators,
        Entry::Things => DraftField::Entities,
        Entry::Files => DraftField::Attachments,
        Entry::Men | Entry::Women | Entry::Boys | Entry::Girls | Entry::Unknown => {
            next.counts = counts(form);
            DraftField::Counts
        }
        Entry::Facts => {
            next.facts = words(text)?;
            DraftField::Facts
        }
        Entry::Assessment => {
            next.assessment = words(text)?;
            DraftField::Assessment
        }
        Entry::Phase => {
            next.phase = chosen(form, entry);
            DraftField::Phase
        }
        Entry::Suspected => {
            next.suspected = chosen(form, entry);
            DraftField::Suspected
        }
        Entry::Forms => {
            let places = form.field(entry).map(Field::chosen_several).unwrap_or_default();
            next.forms = places.into_iter().filter_map(nth).collect();
            DraftField::Forms
        }
        Entry::Minor | Entry::Group | Entry::Official | Entry::Life => {
            next.aggravators.apparent_minor = known(form, Entry::Minor);
            next.aggravators.organised_group = known(form, Entry::Group);
            next.aggravators.official_involved = known(form, Entry::Official);
            next.aggravators.life_danger = known(form, Entry::Life);
            DraftField::Aggravators
        }
        Entry::Told | Entry::ToldWho | Entry::Acted => {
            next.local_authority.told = known(form, Entry::Told);
            next.local_authority.acted = known(form, Entry::Acted);
            next.local_authority.who = words(form.text(Entry::ToldWho))?;
            DraftField::LocalAuthority
        }
        Entry::Scene => {
            next.scene_and_objects = words(text)?;
            DraftField::SceneAndObjects
        }
        Entry::Urgency => {
            let place = form.field(entry).and_then(Field::chosen);
            let suggestible = place.and_then(|place| place.checked_sub(1));
            next.precedence = suggestible.and_then(|place| Precedence::SUGGESTIBLE.get(place)).copied();
            DraftField::Precedence
        }
    };
    Ok((next, field))
}

fn nth<C: Coded>(place: usize) -> Option<C> {
    C::ALL.get(place).copied()
}

fn chosen<C: Coded>(form: &Form<Entry>, entry: Entry) -> Option<C> {
    form.field(entry).and_then(Field::chosen).and_then(nth)
}

fn known(form: &Form<Entry>, entry: Entry) -> TriState {
    chosen(form, entry).unwrap_or_default()
}

/// Words as they are kept; none where nothing is written.
///
/// # Errors
/// The sentence that says why they cannot be kept.
pub fn words<const MAX: usize>(text: &str) -> Result<Option<Text<MAX>>, Phrase> {
    match Text::cleaned(text) {
        Ok(said) => Ok(Some(said)),
        Err(InvalidText::Empty) => Ok(None),
        Err(wrong) => Err(typed::text(wrong)),
    }
}

fn counts(form: &Form<Entry>) -> Counts {
    let count = |entry| form.text(entry).parse().unwrap_or(0);
    Counts {
        men: count(Entry::Men),
        women: count(Entry::Women),
        boys: count(Entry::Boys),
        girls: count(Entry::Girls),
        unknown: count(Entry::Unknown),
    }
}

fn touched(form: &Form<Entry>, entry: Entry) -> bool {
    form.field(entry).is_some_and(|field| field.touched)
}

/// The place as its six fields tell it together.
fn place(form: &Form<Entry>, draft: &Draft, entry: Entry) -> Result<Option<Place>, Phrase> {
    let old = draft.place.as_ref();
    let (position, said) = here(form, old.and_then(Place::position), entry)?;
    let beside = form.text(Entry::InWords).trim();
    let told = match (said, beside.is_empty()) {
        (said, true) => said,
        (None, false) => Some(Line::cleaned(beside).map_err(typed::text)?),
        (Some(said), false) => {
            let both = format!("{}, {beside}", said.as_str());
            Some(Line::cleaned(&both).map_err(typed::text)?)
        }
    };
    let stood = stood(form, old.and_then(|old| old.observer_at.as_ref()), entry);
    let Ok(mut place) = Place::new(position, told) else {
        // Neither a position nor words is no place, and what hangs on one has nowhere to be kept.
        let hangs = matches!(entry, Entry::StoodAt | Entry::School);
        return if hangs { Err(Word("place-first").into()) } else { Ok(None) };
    };
    place.observer_at = stood?;
    place.near_school = old.map(|old| old.near_school).unwrap_or_default();
    place.near_school.within_350_m = known(form, Entry::School);
    Ok(Some(place))
}

/// The position itself, and the words that stand in its field instead.
fn here(
    form: &Form<Entry>,
    old: Option<&Position>,
    entry: Entry,
) -> Result<(Option<Position>, Option<Line>), Phrase> {
    let (given, digits, said) = match where_entry::read(form.text(Entry::Where)) {
        // Read once: what was not written in again is not rounded again.
        _ if !touched(form, Entry::Where) && old.is_some() => stored(old),
        Ok(Where::Nothing) => (None, 1, None),
        Ok(Where::Point { given, error_m }) => (Some(given), error_m, None),
        Ok(Where::Words(said)) => (None, 1, Some(said)),
        Err(wrong) if entry == Entry::Where => return Err(wrong),
        Err(_) => stored(old),
    };
    // Another position has another error, unless that was written after it.
    let replaced = touched(form, Entry::Where) && old.is_some() && !touched(form, Entry::HowFar);
    let by_hand = form.text(Entry::HowFar).parse().ok().filter(|metres| *metres > 0 && !replaced);
    let position = given.map(|given| Position {
        given,
        error_m: by_hand.unwrap_or(digits),
        method: chosen(form, Entry::KnownFrom).unwrap_or(PositionMethod::Estimate),
    });
    Ok((position, said))
}

/// A stored position and its error, beside no words of its own.
fn stored(position: Option<&Position>) -> (Option<Given>, u32, Option<Line>) {
    (position.map(|at| at.given.clone()), position.map_or(1, |at| at.error_m), None)
}

/// Where the author stood himself. Words alone cannot be kept there.
fn stood(form: &Form<Entry>, old: Option<&Position>, entry: Entry) -> Result<Option<Position>, Phrase> {
    if !touched(form, Entry::StoodAt) {
        return Ok(old.cloned());
    }
    match where_entry::read(form.text(Entry::StoodAt)) {
        Ok(Where::Nothing) => Ok(None),
        Ok(Where::Point { given, error_m }) => {
            Ok(Some(Position { given, error_m, method: PositionMethod::Estimate }))
        }
        Ok(Where::Words(_)) if entry == Entry::StoodAt => Err(Word("stood-at-words").into()),
        Err(wrong) if entry == Entry::StoodAt => Err(wrong),
        Ok(Where::Words(_)) | Err(_) => Ok(old.cloned()),
    }
}
