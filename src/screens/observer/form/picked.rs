//! What more there is to say of a picked indicator: how it is known, who or what showed it, a few words.

use crate::desks::spoken::{terms, told};
use crate::domain::code::Coded;
use crate::domain::draft::Draft;
use crate::domain::grading::Basis;
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::kit::edit::Edit;
use crate::screens::kit::widgets::choice::Choice;
use crate::screens::kit::widgets::form::{Field, Form, Input};
use crate::screens::kit::widgets::text_field::TextField;
use crate::screens::observer::form::entries::LINE;
use crate::screens::observer::form::reading;

/// The three fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// How it is known.
    Basis,
    /// Who or what of this report showed it.
    Subject,
    /// A few words.
    Note,
}

/// The fields of one picked indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct Picked {
    /// The fields.
    pub form: Form<Detail>,
    /// The place of the indicator in the draft.
    place: usize,
}

/// Columns of the labels.
const LABEL: u16 = 14;

impl Picked {
    /// The fields of the indicator at this place of a draft's list.
    #[must_use]
    pub fn open(draft: &Draft, place: usize) -> Option<Self> {
        let seen = draft.indicators.get(place)?;
        let mut basis = Choice::new(Basis::ALL.iter().map(|basis| terms::basis(*basis)));
        basis.choose(Basis::ALL.iter().position(|one| *one == seen.basis));
        let nobody = Phrase::from(Word("subject-none"));
        let mut subject = Choice::new([nobody].into_iter().chain(draft.entities.iter().map(told::entity)));
        let shows =
            seen.subject.and_then(|subject| draft.entities.iter().position(|one| one.reference == subject));
        subject.choose(Some(shows.map_or(0, |at| at + 1)));
        let mut note = TextField::new(LINE, Some(Word("note-hint")));
        note.set(seen.note.as_ref().map_or("", |note| note.as_str()));
        let row = |key, label, input| vec![Field::new(key, label, input).labelled_in(LABEL)];
        let form = Form::new(vec![
            row(Detail::Basis, Word("detail-basis"), Input::Choice(basis)),
            row(Detail::Subject, Word("detail-subject"), Input::Choice(subject)),
            row(Detail::Note, Word("detail-note"), Input::Line(note)),
        ]);
        Some(Self { form, place })
    }

    /// Whether the last field has the keys.
    #[must_use]
    pub fn at_last(&self) -> bool {
        self.form.focused().is_some_and(|field| field.key == Detail::Note)
    }

    /// Changes the focused field.
    pub fn edit(&mut self, edit: &Edit, tongue: Tongue) {
        self.form.edit(edit, tongue);
    }

    /// Takes what is written over into a draft; says whether that changed it.
    pub fn settle(&mut self, draft: &mut Draft) -> bool {
        let before = draft.indicators.clone();
        let chosen = |key| self.form.field(key).and_then(Field::chosen);
        let basis = chosen(Detail::Basis).and_then(|at| Basis::ALL.get(at)).copied();
        let subject = chosen(Detail::Subject).and_then(|at| at.checked_sub(1));
        let subject = subject.and_then(|at| draft.entities.get(at)).map(|one| one.reference);
        let note = reading::words(self.form.text(Detail::Note));
        if let Some(seen) = draft.indicators.get_mut(self.place) {
            seen.basis = basis.unwrap_or(seen.basis);
            seen.subject = subject;
            match note {
                Ok(note) => seen.note = note,
                Err(wrong) => {
                    if let Some(field) = self.form.field_mut(Detail::Note) {
                        field.error = Some(wrong);
                    }
                }
            }
        }
        draft.indicators != before
    }
}
