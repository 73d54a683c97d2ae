//! Fields one below the other, gone through with Tab, Shift-Tab and Enter.

use std::ops::Range;

use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::kit::edit::{Edit, Step};
use crate::screens::kit::widgets::choice::Choice;
use crate::screens::kit::widgets::several::Several;
use crate::screens::kit::widgets::text_area::TextArea;
use crate::screens::kit::widgets::text_field::TextField;

/// What a field is written with.
#[derive(Debug, Clone, PartialEq)]
pub enum Input {
    /// One line.
    Line(TextField),
    /// Several lines.
    Area(TextArea),
    /// One of a few answers.
    Choice(Choice),
    /// Several of a few answers.
    Several(Several),
    /// Opens something of its own; holds what it shows of it.
    Opener(Phrase),
}

/// A field with its label and what is said about what stands in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Field<K> {
    /// Which one.
    pub key: K,
    /// What it is called.
    pub label: Word,
    /// What stands in it.
    pub input: Input,
    /// What may be meant by what is being written, and which of it the keys are on.
    pub offers: (Vec<Phrase>, Option<usize>),
    /// What was understood, line by line.
    pub echo: Vec<Phrase>,
    /// What is worth a thought about it; it holds nothing up.
    pub advice: Vec<Phrase>,
    /// What was not understood.
    pub error: Option<Phrase>,
    /// Whether it was written in since it was last read.
    pub touched: bool,
    /// Columns for the sign of focus and the label.
    pub label_columns: u16,
}

/// Columns for the sign of focus and a label of usual length.
const LABEL: u16 = 11;

impl<K> Field<K> {
    /// A field about which nothing is said yet.
    pub fn new(key: K, label: Word, input: Input) -> Self {
        Self {
            key,
            label,
            input,
            offers: (Vec::new(), None),
            echo: Vec::new(),
            advice: Vec::new(),
            error: None,
            touched: false,
            label_columns: LABEL,
        }
    }

    /// With so many columns for its label, so that it stands in line with its neighbours.
    #[must_use]
    pub fn labelled_in(self, label_columns: u16) -> Self {
        Self { label_columns, ..self }
    }

    /// What is written in it; empty where nothing is written but chosen.
    #[must_use]
    pub fn text(&self) -> &str {
        match &self.input {
            Input::Line(line) => line.text(),
            Input::Area(area) => area.text(),
            Input::Choice(_) | Input::Several(_) | Input::Opener(_) => "",
        }
    }

    /// The place of the chosen answer.
    #[must_use]
    pub fn chosen(&self) -> Option<usize> {
        match &self.input {
            Input::Choice(choice) => choice.chosen(),
            _ => None,
        }
    }

    /// The places of the chosen answers where there may be several.
    #[must_use]
    pub fn chosen_several(&self) -> Vec<usize> {
        match &self.input {
            Input::Several(several) => several.chosen(),
            _ => Vec::new(),
        }
    }

    /// Whether letters typed here are part of a text.
    #[must_use]
    pub fn takes_letters(&self) -> bool {
        match &self.input {
            Input::Line(line) => line.takes_letters(),
            Input::Area(_) => true,
            Input::Choice(_) | Input::Several(_) | Input::Opener(_) => false,
        }
    }

    /// Writes something else into it, without counting as touched.
    pub fn set_text(&mut self, text: &str) {
        match &mut self.input {
            Input::Line(line) => line.set(text),
            Input::Area(area) => area.set(text),
            Input::Choice(_) | Input::Several(_) | Input::Opener(_) => {}
        }
    }

    /// Points words of a long text out, by their bytes, until it is changed.
    pub fn mark(&mut self, words: Vec<Range<usize>>) {
        if let Input::Area(area) = &mut self.input {
            area.mark(words);
        }
    }

    /// Writes something into it that the next letter typed takes the place of, without counting as touched.
    pub fn offer_text(&mut self, text: &str) {
        match &mut self.input {
            Input::Line(line) => line.offer(text),
            _ => self.set_text(text),
        }
    }

    /// Shows something else of what it opens.
    pub fn show(&mut self, phrase: impl Into<Phrase>) {
        if let Input::Opener(shown) = &mut self.input {
            *shown = phrase.into();
        }
    }

    /// Chooses an answer, without counting as touched.
    pub fn choose(&mut self, place: Option<usize>) {
        if let Input::Choice(choice) = &mut self.input {
            choice.choose(place);
        }
    }

    /// Chooses several answers, without counting as touched.
    pub fn choose_several(&mut self, places: &[usize]) {
        if let Input::Several(several) = &mut self.input {
            several.choose(places);
        }
    }

    fn edit(&mut self, edit: &Edit, tongue: Tongue) -> bool {
        match &mut self.input {
            Input::Line(line) => line.edit(edit),
            Input::Area(area) => area.edit(edit),
            Input::Choice(choice) => choice.edit(edit, tongue),
            Input::Several(several) => several.edit(edit, tongue),
            Input::Opener(_) => false,
        }
    }

    /// Whether this step has nowhere to go inside the field.
    fn leaves(&self, step: Step) -> bool {
        match &self.input {
            Input::Area(area) => area.leaves(step),
            _ => matches!(step, Step::Up | Step::Down),
        }
    }
}

/// What came of a key in a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reaction {
    /// What stands in the focused field is another thing now.
    Changed,
    /// The key leads to the field before.
    Before,
    /// The key leads to the field behind.
    Behind,
    /// At most the cursor moved.
    Stayed,
}

/// Rows of fields, one of which has the keys. A row may hold several fields beside each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Form<K> {
    rows: Vec<Vec<Field<K>>>,
    /// The place of the focused field, counted through all rows.
    focus: usize,
}

impl<K: Copy + PartialEq> Form<K> {
    /// A form that begins at its first field.
    #[must_use]
    pub fn new(rows: Vec<Vec<Field<K>>>) -> Self {
        Self { rows, focus: 0 }
    }

    /// The rows.
    #[must_use]
    pub fn rows(&self) -> &[Vec<Field<K>>] {
        &self.rows
    }

    /// Every field, from top to bottom.
    pub fn fields(&self) -> impl Iterator<Item = &Field<K>> {
        self.rows.iter().flatten()
    }

    /// One field.
    #[must_use]
    pub fn field(&self, key: K) -> Option<&Field<K>> {
        self.fields().find(|field| field.key == key)
    }

    /// One field, to be changed.
    pub fn field_mut(&mut self, key: K) -> Option<&mut Field<K>> {
        self.rows.iter_mut().flatten().find(|field| field.key == key)
    }

    /// What is written in a field; empty where there is no such field.
    #[must_use]
    pub fn text(&self, key: K) -> &str {
        self.field(key).map_or("", Field::text)
    }

    /// The field that has the keys.
    #[must_use]
    pub fn focused(&self) -> Option<&Field<K>> {
        self.fields().nth(self.focus)
    }

    /// Gives the keys to a field.
    pub fn focus_on(&mut self, key: K) {
        let place = self.fields().position(|field| field.key == key);
        self.focus = place.unwrap_or(self.focus);
    }

    /// The form as it is shown while the keys are elsewhere.
    #[must_use]
    pub fn without_focus(&self) -> Self {
        Self { rows: self.rows.clone(), focus: usize::MAX }
    }

    /// Gives the keys to the next field; after the last comes the first.
    pub fn next(&mut self) {
        let count = self.fields().count();
        self.focus = if self.focus + 1 < count { self.focus + 1 } else { 0 };
    }

    /// Gives the keys to the field before; before the first comes the last.
    pub fn previous(&mut self) {
        let count = self.fields().count();
        self.focus = self.focus.checked_sub(1).unwrap_or(count.saturating_sub(1));
    }

    /// Changes the focused field, as it is shown in this language.
    pub fn edit(&mut self, edit: &Edit, tongue: Tongue) -> Reaction {
        let focus = self.focus;
        let Some(field) = self.rows.iter_mut().flatten().nth(focus) else { return Reaction::Stayed };
        match edit {
            Edit::Step(Step::Up) if field.leaves(Step::Up) => Reaction::Before,
            Edit::Step(Step::Down) if field.leaves(Step::Down) => Reaction::Behind,
            other if field.edit(other, tongue) => {
                field.touched = true;
                // What was said about it was said about something else.
                field.error = None;
                Reaction::Changed
            }
            _ => Reaction::Stayed,
        }
    }

    /// Shows the long fields in so many columns from now on.
    pub fn fit(&mut self, columns: usize) {
        for field in self.rows.iter_mut().flatten() {
            if let Input::Area(area) = &mut field.input {
                area.fit(columns);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Field, Form, Input, Reaction};
    use crate::language::phrase::Phrase;
    use crate::language::tongue::Tongue;
    use crate::language::word::Word;
    use crate::screens::kit::edit::{Edit, Step};
    use crate::screens::kit::widgets::text_area::TextArea;
    use crate::screens::kit::widgets::text_field::TextField;

    fn form() -> Form<u8> {
        let line = |key| Field::new(key, Word("when"), Input::Line(TextField::new(10, None)));
        let area = Field::new(4, Word("facts"), Input::Area(TextArea::new(100, 10, None)));
        Form::new(vec![vec![line(1)], vec![line(2), line(3)], vec![area]])
    }

    #[test]
    fn fields_are_gone_through_in_reading_order_and_round() {
        let mut form = form();
        let mut seen = Vec::new();
        for _ in 0..5 {
            seen.extend(form.focused().map(|field| field.key));
            form.next();
        }
        assert_eq!(seen, [1, 2, 3, 4, 1]);
        form.focus_on(1);
        form.previous();
        assert_eq!(form.focused().map(|field| field.key), Some(4));
    }

    #[test]
    fn writing_touches_the_focused_field_and_takes_back_what_was_said_of_it() {
        let mut form = form();
        form.focus_on(2);
        form.field_mut(2).unwrap().error = Some(Phrase::verbatim("not a time"));
        assert_eq!(form.edit(&Edit::Type('x'), Tongue::English), Reaction::Changed);
        let field = form.field(2).unwrap();
        assert!(field.touched && field.error.is_none());
        assert_eq!((field.text(), form.text(1)), ("x", ""));
    }

    #[test]
    fn up_and_down_leave_a_field_where_it_ends() {
        let mut form = form();
        assert_eq!(form.edit(&Edit::Step(Step::Down), Tongue::English), Reaction::Behind);
        form.focus_on(4);
        form.edit(&Edit::Paste("one\ntwo".to_owned()), Tongue::English);
        assert_eq!(form.edit(&Edit::Step(Step::Up), Tongue::English), Reaction::Stayed);
        assert_eq!(form.edit(&Edit::Step(Step::Up), Tongue::English), Reaction::Before);
    }
}
