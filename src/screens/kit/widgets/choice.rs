//! A closed list of a few answers, one of which may be chosen.

use ratatui::layout::Rect;

use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::kit::edit::{Edit, Step};
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text;

/// A few answers in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    options: Vec<Word>,
    chosen: Option<usize>,
}

impl Choice {
    /// Answers, none of which is chosen yet.
    #[must_use]
    pub fn new(options: impl IntoIterator<Item = Word>) -> Self {
        Self { options: options.into_iter().collect(), chosen: None }
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
                        .is_some_and(|option| plain_text::folded(&tongue.say(*option)).starts_with(&wanted))
                };
                let found = (onward..count).chain(0..onward).find(fits);
                self.choose(found.or(before));
            }
            Edit::Step(_) | Edit::Paste(_) => {}
        }
        self.chosen != before
    }

    /// Draws all answers in a row with brackets around the chosen one, or that one alone where there is no room.
    pub fn draw(&self, pen: &mut Pen<'_>, area: Rect, focused: bool) {
        let theme = pen.theme();
        let options: Vec<_> = self.options.iter().map(|option| pen.tongue().say(*option)).collect();
        let chosen = self.chosen.and_then(|place| options.get(place));
        let style = if focused { theme.selected } else { theme.title };
        let all: usize = options.iter().map(|option| plain_text::width(option) + 1).sum();
        let mut cursor = 0;
        if all + 1 > usize::from(area.width) {
            pen.write(area, 0, 0, &format!("‹ {} ›", chosen.map_or("–", |option| option.as_ref())), style);
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
        let mut choice = Choice::new([]);
        for edit in [Edit::Step(Step::Left), Edit::Step(Step::Right), Edit::Type('a')] {
            assert!(!choice.edit(&edit, Tongue::English));
        }
    }
}
