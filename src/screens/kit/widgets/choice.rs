//! A closed list of a few answers, one of which may be chosen.

use ratatui::layout::Rect;

use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::screens::kit::edit::{Edit, Step};
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text::{self, cells};

/// Columns between two answers where they take several rows.
const GAP: usize = 2;

/// A few answers in a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    options: Vec<Phrase>,
    chosen: Option<usize>,
}

impl Choice {
    /// Answers, none of which is chosen yet.
    #[must_use]
    pub fn new<P: Into<Phrase>>(options: impl IntoIterator<Item = P>) -> Self {
        Self { options: options.into_iter().map(Into::into).collect(), chosen: None }
    }

    /// The place of the chosen answer in the list.
    #[must_use]
    pub fn chosen(&self) -> Option<usize> {
        self.chosen
    }

    /// Chooses an answer by its place, or none where there is no such place.
    pub fn choose(&mut self, place: Option<usize>) {
        self.chosen = place.filter(|place| *place < self.options.len());
    }

    /// Arrows and the space bar go through the answers, a letter jumps to the next one that begins with it as it is
    /// shown. Says whether another answer is chosen now.
    pub fn edit(&mut self, edit: &Edit, tongue: Tongue) -> bool {
        let before = self.chosen;
        let count = self.options.len();
        let onward = self.chosen.map_or(0, |place| (place + 1) % count.max(1));
        match edit {
            Edit::Step(Step::Right) | Edit::Type(' ') => self.choose(Some(onward)),
            Edit::Step(Step::Left) => {
                let back = self.chosen.map_or(count, |place| if place == 0 { count } else { place });
                self.choose(back.checked_sub(1));
            }
            Edit::Type(letter) => {
                let wanted = plain_text::folded(letter.encode_utf8(&mut [0; 4]));
                let fits = |place: &usize| {
                    self.options
                        .get(*place)
                        .is_some_and(|option| plain_text::folded(&tongue.speak(option)).starts_with(&wanted))
                };
                let found = (onward..count).chain(0..onward).find(fits);
                self.choose(found.or(before));
            }
            Edit::Step(_) | Edit::Paste(_) => {}
        }
        self.chosen != before
    }

    /// Whether all answers fit in one row of so many columns.
    #[must_use]
    pub fn fits(&self, columns: u16, tongue: Tongue) -> bool {
        let all: usize = self.options.iter().map(|one| plain_text::width(&tongue.speak(one)) + 1).sum();
        all < usize::from(columns)
    }

    /// How many rows all answers take in so many columns.
    #[must_use]
    pub fn height(&self, columns: u16, tongue: Tongue) -> u16 {
        self.places(columns, tongue).last().map_or(1, |(_, row, _)| row.saturating_add(1))
    }

    /// Column, row and text of each answer, brackets around the chosen one; the one behind it stands where it stood.
    fn places(&self, columns: u16, tongue: Tongue) -> Vec<(u16, u16, String)> {
        let (mut column, mut row) = (0, 0_u16);
        let mut all = Vec::new();
        for (place, option) in self.options.iter().enumerate() {
            let option = tongue.speak(option);
            let chosen = self.chosen == Some(place);
            let text = if chosen { format!("[{option}]") } else { option };
            // Brackets count for each, so that nothing moves to another row by being chosen.
            let wide = plain_text::width(&text) + if chosen { 0 } else { 2 };
            if column > 0 && column + wide > usize::from(columns) {
                (column, row) = (0, row.saturating_add(1));
            }
            all.push((cells(column), row, text.clone()));
            column += plain_text::width(&text) + GAP;
        }
        all
    }

    /// Draws all answers with brackets around the chosen one, in a row or in as many as they take; that one alone where
    /// there is no room.
    pub fn draw(&self, pen: &mut Pen<'_>, area: Rect, focused: bool) {
        let theme = pen.theme();
        let options: Vec<_> = self.options.iter().map(|option| pen.tongue().speak(option)).collect();
        let chosen = self.chosen.and_then(|place| options.get(place));
        let style = if focused { theme.selected } else { theme.title };
        let fits = self.fits(area.width, pen.tongue());
        let mut cursor = 0;
        if !fits && self.height(area.width, pen.tongue()) <= area.height {
            for (place, (column, row, text)) in self.places(area.width, pen.tongue()).into_iter().enumerate()
            {
                let chosen = self.chosen == Some(place);
                pen.write(area, column, row, &text, if chosen { style } else { theme.plain });
                if focused && (chosen || (place == 0 && self.chosen.is_none())) {
                    pen.point(area, column.saturating_add(u16::from(chosen)), row);
                }
            }
            return;
        }
        if !fits {
            pen.write(area, 0, 0, &format!("‹ {} ›", chosen.map_or("–", String::as_str)), style);
            cursor = 2;
        } else {
            let mut column = 0;
            for (place, option) in options.iter().enumerate() {
                if self.chosen == Some(place) {
                    cursor = column + 1;
                    column = pen.write(area, column, 0, &format!("[{option}]"), style);
                } else {
                    column = pen.write(area, column, 0, option, theme.plain);
                }
                column = column.saturating_add(1);
            }
        }
        if focused {
            pen.point(area, cursor, 0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Choice;
    use crate::language::tongue::Tongue;
    use crate::language::word::Word;
    use crate::screens::kit::edit::{Edit, Step};

    fn duties() -> Choice {
        Choice::new(["duty-checkpoint", "duty-patrol", "duty-guard", "duty-convoy"].map(Word))
    }

    #[test]
    fn arrows_go_round_from_nothing_chosen() {
        let mut choice = duties();
        assert!(choice.edit(&Edit::Step(Step::Left), Tongue::English));
        assert_eq!(choice.chosen(), Some(3));
        assert!(choice.edit(&Edit::Step(Step::Right), Tongue::English));
        assert_eq!(choice.chosen(), Some(0));
        assert!(choice.edit(&Edit::Type(' '), Tongue::English));
        assert_eq!(choice.chosen(), Some(1));
    }

    #[test]
    fn a_letter_goes_to_the_next_answer_that_begins_with_it() {
        let mut choice = duties();
        for expected in [0, 3, 0] {
            choice.edit(&Edit::Type('C'), Tongue::English);
            assert_eq!(choice.chosen(), Some(expected));
        }
        assert!(!choice.edit(&Edit::Type('x'), Tongue::English));
    }

    #[test]
    fn there_is_nothing_to_choose_from_nothing() {
        let mut choice = Choice::new(Vec::<Word>::new());
        for edit in [Edit::Step(Step::Left), Edit::Step(Step::Right), Edit::Type('a')] {
            assert!(!choice.edit(&edit, Tongue::English));
        }
    }
}
