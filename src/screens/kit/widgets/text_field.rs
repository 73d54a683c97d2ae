//! A field of one line.

use ratatui::layout::Rect;

use crate::language::word::Word;
use crate::screens::kit::edit::{Edit, Step};
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text::{self, cells};

/// A line being written, with a cursor in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextField {
    text: String,
    /// Byte place in `text`, always on the edge of a character.
    cursor: usize,
    /// Characters at most.
    limit: usize,
    digits_only: bool,
    /// What stands in it was only offered: the first letter typed takes its place.
    offered: bool,
    /// Shown while nothing is written.
    hint: Option<Word>,
}

impl TextField {
    /// An empty line of at most `limit` characters.
    #[must_use]
    pub fn new(limit: usize, hint: Option<Word>) -> Self {
        Self { text: String::new(), cursor: 0, limit, digits_only: false, offered: false, hint }
    }

    /// An empty number of at most `limit` digits.
    #[must_use]
    pub fn digits(limit: usize, hint: Option<Word>) -> Self {
        Self { digits_only: true, ..Self::new(limit, hint) }
    }

    /// What is written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether letters have no business in it, so that keys may mean something else.
    #[must_use]
    pub fn takes_letters(&self) -> bool {
        !self.digits_only
    }

    /// Writes something else instead, with the cursor behind it.
    pub fn set(&mut self, text: &str) {
        self.text.clear();
        self.cursor = 0;
        self.offered = false;
        self.insert(text);
    }

    /// Writes something that the next letter typed takes the place of; a step of the cursor keeps it.
    pub fn offer(&mut self, text: &str) {
        self.set(text);
        self.offered = true;
    }

    /// Changes the line; says whether the text is another one now.
    pub fn edit(&mut self, edit: &Edit) -> bool {
        let offered = std::mem::take(&mut self.offered);
        if offered && !matches!(edit, Edit::Step(_)) {
            self.set("");
        }
        match edit {
            Edit::Type(c) => self.insert(c.encode_utf8(&mut [0; 4])),
            Edit::Paste(text) => self.insert(text),
            Edit::Step(step) => self.step(*step),
        }
    }

    /// Puts text in at the cursor: a line break becomes a blank, what acts on a terminal becomes a sign, and what
    /// goes beyond the limit stays out.
    fn insert(&mut self, text: &str) -> bool {
        let room = self.limit.saturating_sub(self.text.chars().count());
        let allowed = |c: &char| !self.digits_only || c.is_ascii_digit();
        let added: String = plain_text::one_line(text).chars().filter(allowed).take(room).collect();
        self.text.insert_str(self.cursor, &added);
        self.cursor += added.len();
        !added.is_empty()
    }

    fn step(&mut self, step: Step) -> bool {
        let (before, behind) = (before(&self.text, self.cursor), behind(&self.text, self.cursor));
        match step {
            Step::Left => self.cursor = before,
            Step::Right => self.cursor = behind,
            Step::WordLeft => self.cursor = word_before(&self.text, self.cursor),
            Step::WordRight => self.cursor = word_behind(&self.text, self.cursor),
            Step::Home => self.cursor = 0,
            Step::End => self.cursor = self.text.len(),
            Step::Backspace => return self.take(before, self.cursor),
            Step::Delete => return self.take(self.cursor, behind),
            Step::DeleteWord => return self.take(word_before(&self.text, self.cursor), self.cursor),
            Step::Up | Step::Down | Step::Undo | Step::Redo => {}
        }
        false
    }

    fn take(&mut self, from: usize, to: usize) -> bool {
        self.text.replace_range(from..to, "");
        self.cursor = from;
        from != to
    }

    /// Draws the line, shifted so that the cursor can be seen.
    pub fn draw(&self, pen: &mut Pen<'_>, area: Rect, focused: bool) {
        let theme = pen.theme();
        if let Some(hint) = self.hint.filter(|_| self.text.is_empty()) {
            pen.write(area, 0, 0, &pen.tongue().say(hint), theme.muted);
        }
        let columns = usize::from(area.width);
        let ahead = self.text.get(..self.cursor).unwrap_or_default();
        let mut first = 0;
        while plain_text::width(ahead.get(first..).unwrap_or_default()) >= columns.max(1) {
            first = behind(ahead, first);
        }
        let shown = if focused { self.text.get(first..).unwrap_or_default() } else { &self.text };
        pen.write(area, 0, 0, shown, if self.offered { theme.muted } else { theme.plain });
        if focused {
            let column = plain_text::width(ahead.get(first..).unwrap_or_default());
            pen.point(area, cells(column), 0);
        }
    }
}

/// The place before the character that ends at `at`; marks that stand on a character go with it.
pub(super) fn before(text: &str, at: usize) -> usize {
    let ahead = text.get(..at).unwrap_or_default();
    let base = ahead.char_indices().rev().find(|(_, c)| plain_text::char_width(*c) > 0 || *c == '\n');
    base.map_or(0, |(place, _)| place)
}

/// The place behind the character that begins at `at`, and behind the marks that stand on it.
pub(super) fn behind(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let next = rest.char_indices().skip(1).find(|(_, c)| plain_text::char_width(*c) > 0 || *c == '\n');
    next.map_or(text.len(), |(place, _)| at + place)
}

/// The beginning of the word before `at`.
pub(super) fn word_before(text: &str, at: usize) -> usize {
    let ahead = text.get(..at).unwrap_or_default().trim_end();
    ahead.char_indices().rev().find(|(_, c)| c.is_whitespace()).map_or(0, |(place, c)| place + c.len_utf8())
}

/// The place behind the word at `at`.
pub(super) fn word_behind(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let begins = rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len());
    let word = rest.get(begins..).unwrap_or_default();
    at + begins + word.find(char::is_whitespace).unwrap_or(word.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::TextField;
    use crate::screens::kit::edit::{Edit, KEYS, Step};

    fn written(text: &str) -> TextField {
        let mut field = TextField::new(40, None);
        field.set(text);
        field
    }

    #[test]
    fn pasted_text_cannot_act() {
        let mut field = TextField::new(40, None);
        assert!(field.edit(&Edit::Paste("van\u{1b}[2J\r\nred\u{202e}\u{7}".to_owned())));
        assert_eq!(field.text(), "van\u{fffd}[2J red\u{fffd}\u{fffd}");
    }

    #[test]
    fn the_limit_counts_characters() {
        let mut field = TextField::new(3, None);
        field.set("éééé");
        assert_eq!(field.text(), "ééé");
        assert!(!field.edit(&Edit::Type('x')));
    }

    #[test]
    fn a_number_takes_digits_only() {
        let mut field = TextField::digits(3, None);
        assert!(!field.edit(&Edit::Type('a')));
        assert!(field.edit(&Edit::Paste("about 12".to_owned())));
        assert_eq!(field.text(), "12");
    }

    #[test]
    fn a_mark_is_deleted_with_the_letter_it_stands_on() {
        let mut field = written("cafe\u{301}");
        assert!(field.edit(&Edit::Step(Step::Backspace)));
        assert_eq!(field.text(), "caf");
    }

    #[test]
    fn what_is_offered_gives_way_to_what_is_typed_but_not_to_a_step() {
        let mut field = written("");
        field.offer("~211430ZNOV26");
        assert!(field.edit(&Edit::Type('9')));
        assert_eq!(field.text(), "9");
        field.offer("~211430ZNOV26");
        assert!(field.edit(&Edit::Step(Step::Backspace)));
        assert!(field.edit(&Edit::Type('7')));
        assert_eq!(field.text(), "~211430ZNOV27");
    }

    #[test]
    fn words_are_crossed_and_deleted_whole() {
        let mut field = written("grey van, plate");
        field.edit(&Edit::Step(Step::WordLeft));
        field.edit(&Edit::Type('a'));
        assert_eq!(field.text(), "grey van, aplate");
        field.edit(&Edit::Step(Step::End));
        assert!(field.edit(&Edit::Step(Step::DeleteWord)));
        assert_eq!(field.text(), "grey van, ");
    }

    proptest! {
        #[test]
        fn no_order_of_edits_leaves_the_edge_of_a_character(
            order in proptest::collection::vec((any::<char>(), 0_usize..24), 0..60)
        ) {
            let mut field = TextField::new(20, None);
            for (c, choice) in order {
                let step = KEYS.0.get(choice).map(|binding| Edit::Step(binding.command));
                field.edit(&step.unwrap_or(Edit::Type(c)));
                prop_assert!(field.text.is_char_boundary(field.cursor));
                prop_assert!(field.text.chars().count() <= 20);
                prop_assert!(!field.text.chars().any(char::is_control));
            }
        }
    }
}
