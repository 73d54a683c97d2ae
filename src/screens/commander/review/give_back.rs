//! Giving a report back for completion: a reason from the closed list and, if he wants, a note that asks nobody to
//! investigate. The report stays owed.

use std::ops::Range;

use crate::desks::spoken::terms;
use crate::domain::code::Coded;
use crate::domain::no_orders::orders;
use crate::domain::return_reason::ReturnReason;
use crate::domain::text::{InvalidText, Line};
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::kit::edit::Edit;
use crate::screens::kit::widgets::choice::Choice;
use crate::screens::kit::widgets::form::{Field, Form, Input, Reaction};
use crate::screens::kit::widgets::text_area::TextArea;

/// The fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Why.
    Reason,
    /// A few words.
    Note,
}

/// Columns for the sign of focus and the label.
const LABEL: u16 = 11;
/// Characters a note holds.
const NOTE: usize = 200;

/// What is written before it is given back.
#[derive(Debug, Clone, PartialEq)]
pub struct GiveBack {
    /// Reason and note.
    pub form: Form<Part>,
    /// A note was refused: from now on the words that ask somebody to investigate are pointed out as he writes.
    refused: bool,
}

impl GiveBack {
    /// No reason yet; the note has so many columns.
    #[must_use]
    pub fn new(columns: usize) -> Self {
        let reasons = ReturnReason::ALL.iter().map(|reason| terms::returned(*reason));
        let reason = Field::new(Part::Reason, Word("give-back-reason"), Input::Choice(Choice::new(reasons)));
        let note = TextArea::new(NOTE, columns, Some(Word("give-back-note-hint")));
        let note = Field::new(Part::Note, Word("give-back-note"), Input::Area(note));
        let form = Form::new(vec![vec![reason.labelled_in(LABEL)], vec![note.labelled_in(LABEL)]]);
        Self { form, refused: false }
    }

    /// Writes or chooses in the focused field; the arrows lead from one to the other.
    pub fn edit(&mut self, edit: &Edit, tongue: Tongue) {
        match self.form.edit(edit, tongue) {
            Reaction::Before => self.form.previous(),
            Reaction::Behind => self.form.next(),
            Reaction::Changed if self.refused => self.point_out(),
            Reaction::Changed | Reaction::Stayed => {}
        }
    }

    /// Points out in the note itself which words ask somebody to investigate.
    fn point_out(&mut self) {
        // As it is read: a blank in place of a line feed takes as many bytes.
        let found = orders(&self.form.text(Part::Note).replace('\n', " "));
        if let Some(note) = self.form.field_mut(Part::Note) {
            note.mark(found);
        }
    }

    /// What he gives it back for.
    ///
    /// # Errors
    /// The field that does not hold what it must is told at; nothing is changed.
    pub fn read(&mut self) -> Option<(ReturnReason, Option<Line>)> {
        let chosen = self.form.field(Part::Reason).and_then(Field::chosen);
        let Some(reason) = chosen.and_then(|place| ReturnReason::ALL.get(place)).copied() else {
            self.wrong(Part::Reason, Word("give-back-reason-needed").into());
            return None;
        };
        // A note is a line: what was parted by Enter is parted by a blank.
        let note = Line::cleaned(&self.form.text(Part::Note).replace('\n', " "));
        match note {
            Ok(note) => Some((reason, Some(note))),
            Err(InvalidText::Empty) if reason == ReturnReason::Other => {
                self.wrong(Part::Note, Word("give-back-note-needed").into());
                None
            }
            Err(InvalidText::Empty) => Some((reason, None)),
            Err(InvalidText::TooLong { .. } | InvalidText::Control) => {
                self.wrong(Part::Note, Word("judge-comment-bad").into());
                None
            }
        }
    }

    /// The note asks to investigate: says which words do, there and in the note, and what to write instead.
    pub fn asks(&mut self, note: &str, phrase: Range<usize>) {
        let words = note.get(phrase).unwrap_or(note);
        self.wrong(Part::Note, Word("give-back-asks").with("words", words));
        self.refused = true;
        self.point_out();
    }

    fn wrong(&mut self, part: Part, why: Phrase) {
        self.form.focus_on(part);
        if let Some(field) = self.form.field_mut(part) {
            field.error = Some(why);
        }
    }
}
