//! A long list from which several entries are picked, narrowed by typing.

use ratatui::layout::Rect;

use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::kit::edit::{Edit, Step};
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text::{self, cells};
use crate::screens::kit::theme::Theme;
use crate::screens::kit::widgets::list::{self, Entry, Piece};
use crate::screens::kit::widgets::text_field::TextField;

/// Columns of the sign that tells whether a row is picked, with the blank behind it.
const SIGN: u16 = 4;

/// An entry that may be picked.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What is shown.
    pub label: Phrase,
    /// In which manner it is picked, if it is: a place in the list of manners.
    pub manner: Option<usize>,
    /// What more was said of it, shown below its label.
    pub said: Vec<Phrase>,
}

/// The whole list, what narrows it, and where the keys act.
#[derive(Debug, Clone, PartialEq)]
pub struct Picker {
    rows: Vec<Row>,
    manners: Vec<Word>,
    filter: TextField,
    /// What was typed led to a pick: the next letter begins anew.
    done: bool,
    /// The places of the rows that are shown, in their order.
    shown: Vec<usize>,
    /// Place among the rows that are shown.
    selected: usize,
}

impl Picker {
    /// A list in which nothing is narrowed yet. A pick begins with the first of `manners`.
    #[must_use]
    pub fn new(rows: Vec<Row>, manners: Vec<Word>, hint: Word) -> Self {
        let shown = (0..rows.len()).collect();
        Self { rows, manners, filter: TextField::new(40, Some(hint)), done: false, shown, selected: 0 }
    }

    /// What is typed.
    #[must_use]
    pub fn typed(&self) -> &str {
        self.filter.text()
    }

    /// Shows these rows in this order, the keys on the first.
    pub fn show(&mut self, places: Vec<usize>) {
        self.shown = places;
        self.selected = 0;
    }

    /// The rows, whether shown or not.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The place of the selected row, if any is shown.
    #[must_use]
    pub fn selected(&self) -> Option<usize> {
        self.shown.get(self.selected).copied()
    }

    /// Goes up or down by so many rows.
    pub fn move_by(&mut self, steps: isize) {
        self.selected = list::moved(self.selected, self.shown.len(), steps);
    }

    /// Picks a row, or takes it back.
    pub fn toggle(&mut self, place: usize) {
        if let Some(row) = self.rows.get_mut(place) {
            row.manner = if row.manner.is_none() { Some(0) } else { None };
        }
        self.done = true;
    }

    /// Says more of a row.
    pub fn say(&mut self, place: usize, manner: Option<usize>, said: Vec<Phrase>) {
        if let Some(row) = self.rows.get_mut(place) {
            (row.manner, row.said) = (manner, said);
        }
    }

    /// Gives the selected pick the next manner, or the one before; says whether there was a pick to give it to.
    pub fn turn_manner(&mut self, onward: bool) -> bool {
        let count = self.manners.len().max(1);
        let picked =
            self.selected().and_then(|place| self.rows.get_mut(place)).and_then(|row| row.manner.as_mut());
        let Some(manner) = picked else { return false };
        *manner = if onward { (*manner + 1) % count } else { (*manner + count - 1) % count };
        true
    }

    /// Types into the filter; says whether something else stands there now. The first letter after a pick begins anew.
    pub fn edit(&mut self, edit: &Edit) -> bool {
        if matches!(edit, Edit::Step(Step::Up | Step::Down)) {
            return false;
        }
        let anew = std::mem::take(&mut self.done) && !matches!(edit, Edit::Step(_));
        if anew {
            self.filter.set("");
        }
        self.filter.edit(edit) || anew
    }

    /// Draws the filter and, below it, the rows that fit; a picked one bears a cross and its manner.
    pub fn draw(&self, pen: &mut Pen<'_>, area: Rect, prompt: Word, nothing: Word) {
        let (theme, tongue) = (pen.theme(), pen.tongue());
        let start = pen.write(area, 0, 0, &tongue.say(prompt), theme.title).saturating_add(1);
        let field = Rect { x: area.x.saturating_add(start), width: area.width.saturating_sub(start), ..area };
        self.filter.draw(pen, field, true);
        let below = Rect { y: area.y.saturating_add(1), height: area.height.saturating_sub(1), ..area }
            .intersection(area);
        if self.shown.is_empty() {
            pen.paragraph(below, 1, &tongue.say(nothing), theme.muted);
        }
        let entries: Vec<Entry> = self
            .shown
            .iter()
            .filter_map(|place| self.rows.get(*place))
            .enumerate()
            .map(|(place, row)| self.entry(row, place == self.selected, area.width, (theme, tongue)))
            .collect();
        list::draw(pen, below, &entries, self.selected);
    }

    /// A row; the selected one is shown in full, on as many lines as it takes.
    fn entry(&self, row: &Row, selected: bool, width: u16, (theme, tongue): (Theme, Tongue)) -> Entry {
        let manner = row.manner.and_then(|manner| self.manners.get(manner)).map(|manner| tongue.say(*manner));
        let manner_columns = manner.as_ref().map_or(0, |manner| cells(plain_text::width(manner)) + 1);
        let whole = tongue.speak(&row.label);
        let columns = width.saturating_sub(list::MARGIN + SIGN + manner_columns + 1);
        let piece =
            |column, columns, text: &str, style| Piece { column, columns, text: text.to_owned(), style };
        let broken = plain_text::wrapped(&plain_text::one_line(&whole), usize::from(columns));
        let label = if selected { broken } else { vec![whole] };
        let mut lines: Vec<Vec<Piece>> =
            label.iter().map(|line| vec![piece(SIGN, columns, line, theme.plain)]).collect();
        for said in &row.said {
            let line = format!("- {}", tongue.speak(said));
            lines.push(vec![piece(SIGN, width.saturating_sub(list::MARGIN + SIGN), &line, theme.muted)]);
        }
        if let Some(first) = lines.first_mut() {
            first.push(piece(0, 3, if row.manner.is_some() { "[x]" } else { "[ ]" }, theme.title));
            let right = SIGN.saturating_add(columns).saturating_add(1);
            first.push(piece(right, manner_columns, manner.as_deref().unwrap_or(""), theme.title));
        }
        Entry { lines }
    }
}

#[cfg(test)]
mod tests {
    use super::{Picker, Row};
    use crate::language::phrase::Phrase;
    use crate::language::word::Word;
    use crate::screens::kit::edit::{Edit, Step};

    fn picker() -> Picker {
        let row = |label: &str| Row { label: Phrase::verbatim(label), manner: None, said: Vec::new() };
        let manners = vec![Word("basis-saw-myself"), Word("basis-hearsay")];
        Picker::new(["Papers kept", "Hidden people", "A scar"].map(row).into(), manners, Word("pick-hint"))
    }

    #[test]
    fn what_is_shown_is_told_from_outside_and_the_keys_begin_at_its_first() {
        let mut picker = picker();
        picker.move_by(2);
        assert!(picker.edit(&Edit::Paste("pers".to_owned())));
        picker.show(vec![1]);
        assert_eq!((picker.typed(), picker.selected()), ("pers", Some(1)));
        picker.show(Vec::new());
        assert_eq!(picker.selected(), None);
    }

    #[test]
    fn the_first_letter_after_a_pick_begins_anew() {
        let mut picker = picker();
        picker.edit(&Edit::Paste("scar".to_owned()));
        picker.toggle(2);
        assert!(picker.edit(&Edit::Type('p')));
        assert_eq!(picker.typed(), "p");
        picker.toggle(0);
        picker.edit(&Edit::Step(Step::Home));
        picker.edit(&Edit::Type('q'));
        assert_eq!(picker.typed(), "qp", "whoever goes back into it goes on with it");
    }

    #[test]
    fn a_pick_survives_being_narrowed_away_and_turns_through_the_manners() {
        let mut picker = picker();
        assert!(!picker.turn_manner(true), "nothing is picked yet");
        picker.toggle(0);
        assert!(picker.turn_manner(true));
        picker.show(vec![2]);
        assert_eq!(picker.rows().first().and_then(|row| row.manner), Some(1));
        picker.show(vec![0, 1, 2]);
        assert!(picker.turn_manner(true));
        assert!(picker.turn_manner(false));
        assert_eq!(picker.rows().first().and_then(|row| row.manner), Some(1));
        picker.toggle(9);
    }
}
