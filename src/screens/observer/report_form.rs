//! The form of a draft: what stands in its fields, how it is read, and which field of the draft it changes.

use crate::desks::spoken::{terms, typed};
use crate::domain::catalogue::Catalogue;
use crate::domain::code::Coded;
use crate::domain::draft::{Draft, DraftField};
use crate::domain::duty::Duty;
use crate::domain::observation::Counts;
use crate::domain::observation_terms::PositionMethod;
use crate::domain::place::{Given, Place, Position};
use crate::domain::precedence::Precedence;
use crate::domain::text::{InvalidText, Line, Narrative};
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::kit::edit::Edit;
use crate::screens::kit::event_loop::Moment;
use crate::screens::kit::widgets::form::{Field, Form, Reaction};
use crate::screens::observer::entries::{self, Entry};
use crate::screens::observer::picking::Picking;
use crate::screens::observer::where_entry::{self, Where};
use crate::screens::observer::{advice, lines, when_entry, words};

/// A draft being written in.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportForm {
    /// The draft, with every field that was understood.
    pub draft: Draft,
    /// The fields as they are shown.
    pub form: Form<Entry>,
    /// The list of indicators, while it is open.
    pub picking: Option<Picking>,
    /// When the focused field was last written in: `-20m` counts from there, not from when it is read.
    typed: Option<Moment>,
    /// Fields that are not durable yet because saving failed.
    unsaved: Vec<DraftField>,
}

impl ReportForm {
    /// The form of a draft, in which long fields have so many columns.
    #[must_use]
    pub fn open(draft: Draft, columns: usize, catalogue: &Catalogue, at: Moment) -> Self {
        let form = Form::new(entries::rows(columns));
        let mut opened = Self { draft, form, picking: None, typed: None, unsaved: Vec::new() };
        opened.fill();
        for entry in [Entry::When, Entry::Where, Entry::What, Entry::Urgency] {
            opened.show_back(entry, catalogue, at);
        }
        opened
    }

    /// Writes what the draft holds into the fields.
    fn fill(&mut self) {
        let draft = &self.draft;
        let position = draft.place.as_ref().and_then(Place::position);
        let said = draft.place.as_ref().and_then(Place::words).map_or("", Line::as_str);
        let number = |count: u16| if count == 0 { String::new() } else { count.to_string() };
        let narrative =
            |text: Option<&Narrative>| text.map_or(String::new(), |text| text.as_str().to_owned());
        let urgency = draft.precedence.map_or(Some(0), |chosen| {
            Precedence::SUGGESTIBLE.iter().position(|one| *one == chosen).map(|at| at + 1)
        });
        let method = position.map_or(PositionMethod::Estimate, |position| position.method);
        let counts = draft.counts;
        let texts = [
            (Entry::Where, position.map_or_else(|| said.to_owned(), |at| where_entry::written(&at.given))),
            (Entry::InWords, if position.is_some() { said.to_owned() } else { String::new() }),
            (Entry::HowFar, position.map(how_far).unwrap_or_default()),
            (Entry::Men, number(counts.men)),
            (Entry::Women, number(counts.women)),
            (Entry::Boys, number(counts.boys)),
            (Entry::Girls, number(counts.girls)),
            (Entry::Unknown, number(counts.unknown)),
            (Entry::Facts, narrative(draft.facts.as_ref())),
            (Entry::Assessment, narrative(draft.assessment.as_ref())),
        ];
        let choices = [
            (Entry::KnownFrom, PositionMethod::ALL.iter().position(|one| *one == method)),
            (Entry::Duty, draft.duty.and_then(|duty| Duty::ALL.iter().position(|one| *one == duty))),
            (Entry::Urgency, urgency),
        ];
        let when = draft.observed.as_ref().map(when_entry::written).unwrap_or_default();
        self.with(Entry::When, |field| field.offer_text(&when));
        for (entry, text) in texts {
            self.with(entry, |field| field.set_text(&text));
        }
        for (entry, place) in choices {
            self.with(entry, |field| field.choose(place));
        }
    }

    fn with(&mut self, entry: Entry, change: impl FnOnce(&mut Field<Entry>)) {
        if let Some(field) = self.form.field_mut(entry) {
            change(field);
        }
    }

    /// The field that has the keys.
    #[must_use]
    pub fn focused(&self) -> Entry {
        self.form.focused().map_or(Entry::When, |field| field.key)
    }

    /// The labels of the fields that hold what was not understood.
    #[must_use]
    pub fn not_understood(&self) -> Vec<Word> {
        self.form.fields().filter(|field| field.error.is_some()).map(|field| field.label).collect()
    }

    /// Changes the focused field; what is understood so far is shown at once.
    pub fn edit(&mut self, edit: &Edit, tongue: Tongue, at: Moment) -> Reaction {
        let reaction = self.form.edit(edit, tongue);
        if reaction == Reaction::Changed {
            self.typed = Some(at);
            let text = self.form.focused().map(|field| field.text().to_owned()).unwrap_or_default();
            let echo = match self.focused() {
                Entry::When => when_entry::read(&text, at)
                    .ok()
                    .flatten()
                    .map(|period| when_entry::shown_back(&period, at))
                    .unwrap_or_default(),
                Entry::Where => where_entry::read(&text).map(|place| shown(&place)).unwrap_or_default(),
                _ => return reaction,
            };
            self.with(self.focused(), |field| field.echo = echo);
        }
        reaction
    }

    /// Takes what was written in the focused field over into the draft. Gives the fields of the draft to be saved:
    /// the one that changed, and those that could not be saved before. What is not understood changes nothing, and is
    /// told only when the field is left.
    pub fn settle(&mut self, leaving: bool, catalogue: &Catalogue, at: Moment) -> Vec<DraftField> {
        let entry = self.focused();
        let mut to_save = std::mem::take(&mut self.unsaved);
        if self.form.focused().is_some_and(|field| field.touched) {
            match self.read(entry, self.typed.unwrap_or(at)) {
                Ok((next, changed)) => {
                    if next != self.draft {
                        self.draft = next;
                        to_save.push(changed);
                    }
                    if leaving {
                        self.tidy(entry, catalogue, at);
                    }
                }
                Err(wrong) if leaving => self.with(entry, |field| {
                    field.error = Some(wrong);
                    field.echo.clear();
                }),
                Err(_) => {}
            }
        }
        to_save.sort_unstable();
        to_save.dedup();
        to_save
    }

    /// Remembers that a field could not be saved, so that it is tried again.
    pub fn save_again(&mut self, field: DraftField) {
        self.unsaved.push(field);
    }

    /// Whether something on the screen is not durable although it was tried.
    #[must_use]
    pub fn holds_unsaved(&self) -> bool {
        !self.unsaved.is_empty()
    }

    /// Writes what was understood into the field that is left.
    fn tidy(&mut self, entry: Entry, catalogue: &Catalogue, at: Moment) {
        let when = self.draft.observed.as_ref().map(when_entry::written).unwrap_or_default();
        let position = self.draft.place.as_ref().and_then(Place::position).cloned();
        self.with(entry, |field| field.touched = false);
        match (entry, &position) {
            (Entry::When, _) => self.with(entry, |field| field.offer_text(&when)),
            (Entry::Where | Entry::HowFar, Some(position)) => {
                let metres = how_far(position);
                self.with(Entry::HowFar, |field| field.set_text(&metres));
            }
            _ => {}
        }
        // Degrees stay as they were typed: written anew they would look better known than they are.
        if let (Entry::Where, Some(Position { given: given @ Given::Grid(_), .. })) = (entry, &position) {
            self.with(entry, |field| field.set_text(&where_entry::written(given)));
        }
        let of_place = matches!(entry, Entry::InWords | Entry::HowFar | Entry::KnownFrom);
        let where_stands = self.form.field(Entry::Where).is_some_and(|field| !field.touched);
        self.show_back(if of_place && where_stands { Entry::Where } else { entry }, catalogue, at);
    }

    /// Shows beside a field what the draft holds for it.
    pub fn show_back(&mut self, entry: Entry, catalogue: &Catalogue, at: Moment) {
        let draft = &self.draft;
        let echo = match entry {
            Entry::When => {
                draft.observed.as_ref().map(|period| when_entry::shown_back(period, at)).unwrap_or_default()
            }
            Entry::Where => match draft.place.as_ref().map(|place| (place.position(), place.words())) {
                Some((Some(position), _)) => where_entry::shown_back(&position.given, position.error_m),
                Some((None, Some(_))) => vec![Word("kept-as-words").into()],
                _ => Vec::new(),
            },
            Entry::What => {
                let shown = words::picked(draft.indicators.len(), draft.just_odd);
                let label = |seen| {
                    Word("known-by")
                        .with("label", lines::indicator(seen, catalogue))
                        .with("basis", terms::basis(seen.basis))
                };
                let picked = draft.indicators.iter().map(label).collect();
                self.with(Entry::What, |field| field.show(shown));
                picked
            }
            Entry::Urgency if advice::suggested(draft, catalogue) == Precedence::Immediate => {
                vec![Word("urgency-suggested").into()]
            }
            _ => Vec::new(),
        };
        self.with(entry, |field| field.echo = echo);
    }

    /// The draft with one field read into it, and which field of the draft that is.
    fn read(&self, entry: Entry, at: Moment) -> Result<(Draft, DraftField), Phrase> {
        let mut next = self.draft.clone();
        let chosen = self.form.field(entry).and_then(Field::chosen);
        let text = self.form.text(entry);
        let field = match entry {
            Entry::When => {
                next.observed = when_entry::read(text, at).map_err(|wrong| typed::time(&wrong))?;
                DraftField::Observed
            }
            Entry::Where | Entry::InWords | Entry::HowFar | Entry::KnownFrom => {
                next.place = self.place(entry)?;
                DraftField::Place
            }
            Entry::Duty => {
                next.duty = chosen.and_then(|place| Duty::ALL.get(place)).copied();
                DraftField::Duty
            }
            // The list of indicators writes into the draft itself.
            Entry::What => DraftField::Indicators,
            Entry::Men | Entry::Women | Entry::Boys | Entry::Girls | Entry::Unknown => {
                next.counts = self.counts();
                DraftField::Counts
            }
            Entry::Facts => {
                next.facts = narrative(text)?;
                DraftField::Facts
            }
            Entry::Assessment => {
                next.assessment = narrative(text)?;
                DraftField::Assessment
            }
            Entry::Urgency => {
                let suggestible = chosen.and_then(|place| place.checked_sub(1));
                next.precedence = suggestible.and_then(|place| Precedence::SUGGESTIBLE.get(place)).copied();
                DraftField::Precedence
            }
        };
        Ok((next, field))
    }

    fn counts(&self) -> Counts {
        let count = |entry| self.form.text(entry).parse().unwrap_or(0);
        Counts {
            men: count(Entry::Men),
            women: count(Entry::Women),
            boys: count(Entry::Boys),
            girls: count(Entry::Girls),
            unknown: count(Entry::Unknown),
        }
    }

    /// The place as the four fields tell it together.
    fn place(&self, entry: Entry) -> Result<Option<Place>, Phrase> {
        let old = self.draft.place.as_ref();
        let old_position = old.and_then(Place::position);
        let touched = |entry| self.form.field(entry).is_some_and(|field| field.touched);
        let (given, digits, said) = match where_entry::read(self.form.text(Entry::Where)) {
            // Read once: what was not written in again is not rounded again.
            _ if !touched(Entry::Where) && old_position.is_some() => stored(old_position),
            Ok(Where::Nothing) => (None, 1, None),
            Ok(Where::Point { given, error_m, .. }) => (Some(given), error_m, None),
            Ok(Where::Words(said)) => (None, 1, Some(said)),
            Err(wrong) if entry == Entry::Where => return Err(wrong),
            Err(_) => stored(old_position),
        };
        // Another position has another error, unless that was written after it.
        let replaced = touched(Entry::Where) && old_position.is_some() && !touched(Entry::HowFar);
        let by_hand = self.form.text(Entry::HowFar).parse().ok().filter(|metres| *metres > 0 && !replaced);
        let method = self.form.field(Entry::KnownFrom).and_then(Field::chosen);
        let method = method.and_then(|place| PositionMethod::ALL.get(place)).copied();
        let position = given.map(|given| Position {
            given,
            error_m: by_hand.unwrap_or(digits),
            method: method.unwrap_or(PositionMethod::Estimate),
        });
        let beside = self.form.text(Entry::InWords).trim();
        let told = match (said, beside.is_empty()) {
            (said, true) => said,
            (None, false) => Some(Line::cleaned(beside).map_err(typed::text)?),
            (Some(said), false) => {
                let both = format!("{}, {beside}", said.as_str());
                Some(Line::cleaned(&both).map_err(typed::text)?)
            }
        };
        // Neither a position nor words is no place.
        let Ok(mut place) = Place::new(position, told) else { return Ok(None) };
        if let Some(old) = old {
            place.observer_at.clone_from(&old.observer_at);
            place.near_school = old.near_school;
        }
        Ok(Some(place))
    }
}

/// A stored position and its error, beside no words of its own.
fn stored(position: Option<&Position>) -> (Option<Given>, u32, Option<Line>) {
    (position.map(|at| at.given.clone()), position.map_or(1, |at| at.error_m), None)
}

/// The error as it stands in its field: empty where the digits of the position tell it.
fn how_far(position: &Position) -> String {
    match where_entry::read(&where_entry::written(&position.given)) {
        Ok(Where::Point { error_m, .. }) if error_m == position.error_m => String::new(),
        _ => position.error_m.to_string(),
    }
}

fn narrative(text: &str) -> Result<Option<Narrative>, Phrase> {
    match Narrative::cleaned(text) {
        Ok(said) => Ok(Some(said)),
        Err(InvalidText::Empty) => Ok(None),
        Err(wrong) => Err(typed::text(wrong)),
    }
}

fn shown(place: &Where) -> Vec<Phrase> {
    match place {
        Where::Nothing => Vec::new(),
        Where::Point { shown, .. } => shown.clone(),
        Where::Words(_) => vec![Word("kept-as-words").into()],
    }
}
