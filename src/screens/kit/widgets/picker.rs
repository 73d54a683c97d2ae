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
    /// Everything it may be found by.
    pub found_by: String,
    /// In which manner it is picked, if it is: a place in the list of manners.
    pub manner: Option<usize>,
}

/// The whole list, what narrows it, and where the keys act.
#[derive(Debug, Clone, PartialEq)]
pub struct Picker {
    rows: Vec<Row>,
    manners: Vec<Word>,
    filter: TextField,
    /// Place among the rows that are shown.
    selected: usize,
}

impl Picker {
    /// A list in which nothing is narrowed yet. A pick begins with the first of `manners`.
    #[must_use]
    pub fn new(rows: Vec<Row>, manners: Vec<Word>, hint: Word) -> Self {
        let rows =
            rows.into_iter().map(|row| Row { found_by: plain_text::folded(&row.found_by), ..row }).collect();
        Self { rows, manners, filter: TextField::new(40, Some(hint)), selected: 0 }
    }

    /// The rows, whether shown or not.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The places of the rows that hold every word that was typed.
    #[must_use]
    pub fn shown(&self) -> Vec<usize> {
        let typed = plain_text::folded(self.filter.text());
        let words: Vec<&str> = typed.split_whitespace().collect();
        let fits = |row: &Row| words.iter().all(|word| row.found_by.contains(word));
        self.rows.iter().enumerate().filter(|(_, row)| fits(row)).map(|(place, _)| place).collect()
    }

    /// The place of the selected row, if any is shown.
    #[must_use]
    pub fn selected(&self) -> Option<usize> {
        self.shown().get(self.selected).copied()
    }

    /// Goes up or down by so many rows.
    pub fn move_by(&mut self, steps: isize) {
        self.selected = list::moved(self.selected, self.shown().len(), steps);
    }

    /// Picks a row, or takes it back.
    pub fn toggle(&mut self, place: usize) {
        if let Some(row) = self.rows.get_mut(place) {
            row.manner = if row.manner.is_none() { Some(0) } else { None };
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

    /// Types into the filter; the selection goes back to the first row that fits.
    pub fn edit(&mut self, edit: &Edit) {
        let narrows = !matches!(edit, Edit::Step(Step::Up | Step::Down));
        if narrows && self.filter.edit(edit) {
            self.selected = 0;
        }
    }

    /// Draws the filter and, below it, the rows that fit; a picked one bears a cross and its manner.
    pub fn draw(&self, pen: &mut Pen<'_>, area: Rect, prompt: Word, nothing: Word) {
        let (theme, tongue) = (pen.theme(), pen.tongue());
        let start = pen.write(area, 0, 0, &tongue.say(prompt), theme.title).saturating_add(1);
        let field = Rect { x: area.x.saturating_add(start), width: area.width.saturating_sub(start), ..area };
        self.filter.draw(pen, field, true);
        let below = Rect { y: area.y.saturating_add(1), height: area.height.saturating_sub(1), ..area }
            .intersection(area);
        let shown = self.shown();
        if shown.is_empty() {
            pen.paragraph(below, 1, &tongue.say(nothing), theme.muted);
        }
        let entries: Vec<Entry> = shown
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
        let row = |label: &str, also: &str| Row {
            label: Phrase::verbatim(label),
            found_by: format!("{label} {also}"),
            manner: None,
        };
        Picker::new(
            vec![
                row("Papers kept", "Papieren bijgehouden"),
                row("Hidden people", "Personnes cachées"),
                row("A scar", ""),
            ],
            vec![Word("basis-saw-myself"), Word("basis-hearsay")],
            Word("pick-hint"),
        )
    }

    #[test]
    fn every_word_typed_narrows_the_list_in_any_language_and_without_marks() {
        let mut picker = picker();
        picker.move_by(2);
        picker.edit(&Edit::Paste("CACHEES pers".to_owned()));
        assert_eq!(picker.shown(), [1]);
        assert_eq!(picker.selected(), Some(1));
        picker.edit(&Edit::Type('x'));
        assert_eq!(picker.selected(), None);
    }

    #[test]
    fn a_pick_survives_being_narrowed_away_and_turns_through_the_manners() {
        let mut picker = picker();
        assert!(!picker.turn_manner(true), "nothing is picked yet");
        picker.toggle(0);
        assert!(picker.turn_manner(true));
        picker.edit(&Edit::Paste("scar".to_owned()));
        assert_eq!(picker.rows().first().and_then(|row| row.manner), Some(1));
        picker.edit(&Edit::Step(Step::DeleteWord));
        assert!(picker.turn_manner(true));
        assert!(picker.turn_manner(false));
        assert_eq!(picker.rows().first().and_then(|row| row.manner), Some(1));
        picker.toggle(9);
    }
}
