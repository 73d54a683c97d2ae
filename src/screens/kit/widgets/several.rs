//! A closed list of a few answers, of which several may be chosen.

use ratatui::layout::Rect;

use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::screens::kit::edit::{Edit, Step};
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text::{self, cells};

/// Columns between two answers.
const GAP: usize = 2;

/// A few answers, each with a box before it.
#[derive(Debug, Clone, PartialEq)]
pub struct Several {
    options: Vec<(Phrase, bool)>,
    /// The place of the answer where the keys act.
    at: usize,
}

impl Several {
    /// Answers, none of which is chosen yet.
    #[must_use]
    pub fn new<P: Into<Phrase>>(options: impl IntoIterator<Item = P>) -> Self {
        Self { options: options.into_iter().map(|option| (option.into(), false)).collect(), at: 0 }
    }

    /// The places of the chosen answers in the list.
    #[must_use]
    pub fn chosen(&self) -> Vec<usize> {
        self.options.iter().enumerate().filter(|(_, (_, chosen))| *chosen).map(|(place, _)| place).collect()
    }

    /// Chooses exactly these.
    pub fn choose(&mut self, places: &[usize]) {
        for (place, (_, chosen)) in self.options.iter_mut().enumerate() {
            *chosen = places.contains(&place);
        }
    }

    /// Arrows go from answer to answer, a letter to the next one that begins with it as it is shown, the space bar
    /// chooses or takes back. Says whether something else is chosen now.
    pub fn edit(&mut self, edit: &Edit, tongue: Tongue) -> bool {
        let count = self.options.len().max(1);
        match edit {
            Edit::Type(' ') => {
                let Some((_, chosen)) = self.options.get_mut(self.at) else { return false };
                *chosen = !*chosen;
                return true;
            }
            Edit::Step(Step::Right) => self.at = (self.at + 1) % count,
            Edit::Step(Step::Left) => self.at = (self.at + count - 1) % count,
            Edit::Type(letter) => {
                let wanted = plain_text::folded(letter.encode_utf8(&mut [0; 4]));
                let fits = |place: &usize| {
                    let option = self.options.get(*place).map(|(option, _)| tongue.speak(option));
                    option.is_some_and(|option| plain_text::folded(&option).starts_with(&wanted))
                };
                let after = self.at + 1;
                self.at = (after..count).chain(0..after).find(fits).unwrap_or(self.at);
            }
            Edit::Step(_) | Edit::Paste(_) => {}
        }
        false
    }

    /// How many rows it takes in so many columns.
    #[must_use]
    pub fn height(&self, columns: u16, tongue: Tongue) -> u16 {
        self.places(columns, tongue).last().map_or(1, |(_, row, _)| row.saturating_add(1))
    }

    /// Column, row and text of each answer.
    fn places(&self, columns: u16, tongue: Tongue) -> Vec<(u16, u16, String)> {
        let (mut column, mut row) = (0, 0_u16);
        let mut all = Vec::new();
        for (option, chosen) in &self.options {
            let sign = if *chosen { "[x]" } else { "[ ]" };
            let text = format!("{sign} {}", tongue.speak(option));
            let wide = plain_text::width(&text);
            if column > 0 && column + wide > usize::from(columns) {
                (column, row) = (0, row.saturating_add(1));
            }
            all.push((cells(column), row, text));
            column += wide + GAP;
        }
        all
    }

    /// Draws all answers, on as many rows as they take.
    pub fn draw(&self, pen: &mut Pen<'_>, area: Rect, focused: bool) {
        let theme = pen.theme();
        for (place, (column, row, text)) in self.places(area.width, pen.tongue()).into_iter().enumerate() {
            let here = focused && place == self.at;
            pen.write(area, column, row, &text, if here { theme.selected } else { theme.plain });
            if here {
                pen.point(area, column.saturating_add(1), row);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Several;
    use crate::language::phrase::Phrase;
    use crate::language::tongue::Tongue;
    use crate::screens::kit::edit::{Edit, Step};

    #[test]
    fn several_are_chosen_and_taken_back() {
        let mut several = Several::new(["labour", "sexual", "organ"].map(Phrase::verbatim));
        let press = |several: &mut Several, edit| several.edit(&edit, Tongue::English);
        assert!(press(&mut several, Edit::Type(' ')));
        assert!(!press(&mut several, Edit::Type('o')) && press(&mut several, Edit::Type(' ')));
        assert_eq!(several.chosen(), [0, 2]);
        assert!(!press(&mut several, Edit::Step(Step::Right)));
        assert!(press(&mut several, Edit::Type(' ')));
        assert_eq!(several.chosen(), [2]);
        assert_eq!((several.height(40, Tongue::English), several.height(12, Tongue::English)), (1, 3));
        assert!(!Several::new(Vec::<Phrase>::new()).edit(&Edit::Type(' '), Tongue::English));
    }
}
