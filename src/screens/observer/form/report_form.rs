//! A draft being written in: its fields, what stands in front of them, and what is saved of it.

use crate::desks::place_names;
use crate::desks::spoken::shown;
use crate::domain::catalogue::Catalogue;
use crate::domain::draft::{Draft, DraftField};
use crate::domain::place::{Given, Place, Position};
use crate::domain::text::Line;
use crate::domain::time::Timestamp;
use crate::geography::chart::Chart;
use crate::geography::position;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::kit::edit::Edit;
use crate::screens::kit::event_loop::Moment;
use crate::screens::kit::widgets::form::{Field, Form, Reaction};
use crate::screens::observer::form::entries::{self, Entry};
use crate::screens::observer::form::files::Files;
use crate::screens::observer::form::keys::Spot;
use crate::screens::observer::form::map::{self, Map};
use crate::screens::observer::form::names::{Names, in_words};
use crate::screens::observer::form::picking::Picking;
use crate::screens::observer::form::things::Things;
use crate::screens::observer::form::{echo, fill, reading, words};
use crate::screens::observer::message::Effect;

/// A draft being written in.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportForm {
    /// The draft, with every field that was understood.
    pub draft: Draft,
    /// The fields as they are shown.
    pub form: Form<Entry>,
    /// What stands in front of them.
    pub over: Over,
    /// The files of this report, and what was said of them.
    pub files: Files,
    /// The places that may be meant by the name being typed.
    pub names: Names,
    /// The small map, where there is a position.
    pub map: Option<Chart>,
    /// When something was saved last.
    pub saved: Option<Timestamp>,
    /// When the focused field was last written in: `-20m` counts from there, not from when it is read.
    typed: Option<Moment>,
    /// Fields that are not durable yet because saving failed.
    unsaved: Vec<DraftField>,
}

/// What stands in front of the fields.
#[derive(Debug, Clone, PartialEq)]
pub enum Over {
    /// Nothing.
    Nothing,
    /// The list of indicators.
    Picking(Picking),
    /// Persons and things.
    Things(Things),
    /// Files.
    Files,
    /// The large map.
    Map(Map),
}

/// Cells of the small map.
pub const SMALL_MAP: (u16, u16) = (24, 8);

impl ReportForm {
    /// The form of a draft, in which long fields have so many columns.
    #[must_use]
    pub fn open(draft: Draft, columns: usize, catalogue: &Catalogue, at: Moment) -> Self {
        let mut form = Form::new(entries::rows(columns));
        fill::fill(&mut form, &draft);
        let mut opened = Self {
            draft,
            form,
            over: Over::Nothing,
            files: Files::default(),
            names: Names::default(),
            map: None,
            saved: None,
            typed: None,
            unsaved: Vec::new(),
        };
        let all: Vec<Entry> = opened.form.fields().map(|field| field.key).collect();
        for entry in all {
            opened.show_back(entry, catalogue, at);
        }
        opened
    }

    /// Changes one field, if there is such a field.
    pub fn with(&mut self, entry: Entry, change: impl FnOnce(&mut Field<Entry>)) {
        if let Some(field) = self.form.field_mut(entry) {
            change(field);
        }
    }

    /// The field that has the keys.
    #[must_use]
    pub fn focused(&self) -> Entry {
        self.form.focused().map_or(Entry::When, |field| field.key)
    }

    /// Where the keys of the form act now, the nearest first.
    #[must_use]
    pub fn spots(&self) -> &'static [Spot] {
        match &self.over {
            Over::Picking(picking) if picking.details.is_some() => &[Spot::Picked, Spot::Everywhere],
            Over::Picking(_) => &[Spot::Picker, Spot::Everywhere],
            Over::Things(things) if things.editing.is_some() => &[Spot::Thing, Spot::Everywhere],
            Over::Things(_) => &[Spot::Things, Spot::Kinds, Spot::Everywhere],
            Over::Files => &[Spot::Files, Spot::Everywhere],
            Over::Map(_) => &[Spot::Map, Spot::Everywhere],
            Over::Nothing => match self.focused() {
                _ if self.names.chosen().is_some() => {
                    &[Spot::NameChosen, Spot::Names, Spot::Fields, Spot::Everywhere]
                }
                _ if !self.names.is_empty() => &[Spot::Names, Spot::Fields, Spot::Everywhere],
                Entry::What => &[Spot::OnWhat, Spot::Fields, Spot::Everywhere],
                Entry::Things => &[Spot::Kinds, Spot::Fields, Spot::Everywhere],
                _ => &[Spot::Fields, Spot::Everywhere],
            },
        }
    }

    /// Whether letters typed now are part of a text.
    #[must_use]
    pub fn takes_letters(&self) -> bool {
        match &self.over {
            Over::Nothing => self.form.focused().is_some_and(Field::takes_letters),
            Over::Things(things) => things.editing.is_some(),
            Over::Picking(_) | Over::Files => true,
            Over::Map(_) => false,
        }
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
            let entry = self.focused();
            let text = self.form.text(entry).to_owned();
            if let Some(echo) = echo::while_typed(entry, &text, at) {
                self.with(entry, |field| field.echo = echo);
            }
            if matches!(entry, Entry::Where | Entry::StoodAt) {
                self.offer(Names::of(&text, self.somewhere_near()));
            }
        }
        reaction
    }

    /// Offers other names below the focused field.
    pub fn offer(&mut self, names: Names) {
        self.names = names;
        let offers = self.names.offers();
        self.with(self.focused(), |field| field.offers = offers);
    }

    /// A position of this draft, so that a town nearby comes before its namesakes.
    fn somewhere_near(&self) -> Option<position::Position> {
        let place = self.draft.place.as_ref()?;
        let stood = place.observer_at.as_ref().map(|stood| &stood.given);
        let here = place.position().map(|here| &here.given);
        let other = if self.focused() == Entry::StoodAt { here } else { stood.or(here) };
        other.and_then(place_names::point)
    }

    /// Takes the chosen town for the position of the focused field; what was typed becomes its words.
    pub fn take_name(&mut self, catalogue: &Catalogue, at: Moment) -> Vec<DraftField> {
        let Some(town) = self.names.chosen().cloned() else { return Vec::new() };
        let Ok(position) = town.position() else { return Vec::new() };
        let entry = self.focused();
        self.offer(Names::default());
        let fields = if entry == Entry::StoodAt {
            let text = shown::position_written(&position.given);
            self.with(entry, |field| {
                field.set_text(&text);
                field.touched = true;
            });
            self.settle(true, catalogue, at)
        } else {
            self.put_at(position, in_words(&town), catalogue, at)
        };
        let taken = words::taken(&town);
        self.with(entry, |field| field.echo.insert(0, taken));
        fields
    }

    /// Puts a position into the draft, with words where it has none of its own.
    pub fn put_at(
        &mut self,
        position: Position,
        said: Option<Line>,
        catalogue: &Catalogue,
        at: Moment,
    ) -> Vec<DraftField> {
        let old = self.draft.place.clone();
        let kept = self.form.text(Entry::InWords).trim().to_owned();
        let said = reading::words(&kept).ok().flatten().or(said);
        let Ok(mut place) = Place::new(Some(position), said) else { return Vec::new() };
        if let Some(old) = old {
            place.observer_at = old.observer_at;
            place.near_school = old.near_school;
        }
        self.draft.place = Some(place);
        fill::fill_place(&mut self.form, &self.draft);
        self.with(Entry::Where, |field| field.error = None);
        self.show_back(Entry::Where, catalogue, at);
        self.to_save([DraftField::Place])
    }

    /// Takes what was written in the focused field over into the draft. Gives the fields of the draft to be saved:
    /// the one that changed, and those that could not be saved before. What is not understood changes nothing, and is
    /// told only when the field is left.
    pub fn settle(&mut self, leaving: bool, catalogue: &Catalogue, at: Moment) -> Vec<DraftField> {
        let entry = self.focused();
        if leaving && !self.names.is_empty() {
            self.offer(Names::default());
        }
        let mut changed = None;
        if self.form.focused().is_some_and(|field| field.touched) {
            match reading::read(&self.form, &self.draft, entry, self.typed.unwrap_or(at)) {
                Ok((next, field)) => {
                    if next != self.draft {
                        self.draft = next;
                        changed = Some(field);
                    }
                    let text = self.form.text(entry).to_owned();
                    let advice = echo::advice(entry, &text, self.draft.language);
                    self.with(entry, |field| field.advice = advice);
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
        self.to_save(changed)
    }

    /// These fields, and those that could not be saved before, each once.
    pub fn to_save(&mut self, changed: impl IntoIterator<Item = DraftField>) -> Vec<DraftField> {
        let mut all = std::mem::take(&mut self.unsaved);
        for field in changed {
            if !all.contains(&field) {
                all.push(field);
            }
        }
        all
    }

    /// The effects that save these fields, in this order.
    #[must_use]
    pub fn saving(&self, fields: impl IntoIterator<Item = DraftField>) -> Vec<Effect> {
        fields.into_iter().map(|field| Effect::Save(Box::new(self.draft.clone()), field)).collect()
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
        let when = self.draft.observed.as_ref().map(shown::time_written);
        let place = self.draft.place.as_ref();
        let position = place.and_then(Place::position).cloned();
        let stood = place.and_then(|place| place.observer_at.clone());
        self.with(entry, |field| field.touched = false);
        let rewrite = |form: &mut Self, given: &Given| {
            // Degrees stay as they were typed: written anew they would look better known than they are.
            if matches!(given, Given::Grid(_)) {
                let text = shown::position_written(given);
                form.with(entry, |field| field.set_text(&text));
            }
        };
        match (entry, &position, &stood) {
            (Entry::When, ..) => self.with(entry, |field| field.offer_text(&when.unwrap_or_default())),
            (Entry::StoodAt, _, Some(stood)) => rewrite(self, &stood.given),
            (Entry::Where | Entry::HowFar, Some(position), _) => {
                let metres = fill::how_far(position);
                self.with(Entry::HowFar, |field| field.set_text(&metres));
                if entry == Entry::Where {
                    rewrite(self, &position.given);
                }
            }
            _ => {}
        }
        self.show_back(entry, catalogue, at);
        let of_place = matches!(entry, Entry::InWords | Entry::HowFar | Entry::KnownFrom);
        if of_place && self.form.field(Entry::Where).is_some_and(|field| !field.touched) {
            self.show_back(Entry::Where, catalogue, at);
        }
    }

    /// Shows beside a field what the draft holds for it.
    pub fn show_back(&mut self, entry: Entry, catalogue: &Catalogue, at: Moment) {
        if entry == Entry::Where {
            self.map = map::chart(&self.draft, SMALL_MAP, None);
        }
        let (echo, opens) = echo::of(entry, &self.draft, catalogue, at);
        let text = self.form.text(entry).to_owned();
        let advice = echo::advice(entry, &text, self.draft.language);
        self.with(entry, |field| {
            field.echo = echo;
            field.advice = advice;
            if let Some(opens) = opens {
                field.show(opens);
            }
        });
    }

    /// Shows everything again that hangs on what was picked.
    pub fn show_picks(&mut self, catalogue: &Catalogue, at: Moment) {
        for entry in [Entry::What, Entry::Urgency, Entry::Files].into_iter().chain(Entry::GRAVER) {
            self.show_back(entry, catalogue, at);
        }
    }
}
