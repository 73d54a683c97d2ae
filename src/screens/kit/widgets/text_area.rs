//! A field of several lines.

use std::ops::Range;

use ratatui::layout::Rect;

use crate::language::word::Word;
use crate::screens::kit::edit::{Edit, Step};
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text::{self, cells};
use crate::screens::kit::widgets::text_field::{before, behind, word_before, word_behind};

/// How many changes can be taken back.
const MEMORY: usize = 100;

/// A text being written, broken into lines between words, with a cursor in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextArea {
    text: String,
    /// Byte place in `text`, always on the edge of a character.
    cursor: usize,
    /// Characters at most.
    limit: usize,
    /// Columns in which it is shown; the cursor moves by these lines.
    columns: usize,
    past: Vec<(String, usize)>,
    /// What was taken back, the last taken back last; gone with the next change.
    future: Vec<(String, usize)>,
    /// The last change was a letter of a word: the next letter belongs to the same change.
    in_word: bool,
    hint: Option<Word>,
    /// Byte ranges of words that are pointed out, until the text is another one.
    marked: Vec<Range<usize>>,
}

impl TextArea {
    /// An empty text of at most `limit` characters.
    #[must_use]
    pub fn new(limit: usize, columns: usize, hint: Option<Word>) -> Self {
        Self {
            text: String::new(),
            cursor: 0,
            limit,
            columns: columns.max(1),
            past: Vec::new(),
            future: Vec::new(),
            in_word: false,
            hint,
            marked: Vec::new(),
        }
    }

    /// What is written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Writes something else instead; nothing of before can be taken back.
    pub fn set(&mut self, text: &str) {
        self.text.clear();
        self.cursor = 0;
        self.insert(text);
        self.past.clear();
        self.future.clear();
        self.in_word = false;
        self.marked.clear();
    }

    /// Points words out, by their bytes, until the text is another one.
    pub fn mark(&mut self, words: Vec<Range<usize>>) {
        self.marked = words;
    }

    /// Shows it in so many columns from now on.
    pub fn fit(&mut self, columns: usize) {
        self.columns = columns.max(1);
    }

    /// How many lines it takes.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.layout().len()
    }

    /// Changes the text; says whether it is another one now.
    pub fn edit(&mut self, edit: &Edit) -> bool {
        let changed = self.change(edit);
        if changed {
            self.marked.clear();
        }
        changed
    }

    fn change(&mut self, edit: &Edit) -> bool {
        match edit {
            Edit::Type(c) => {
                let letter = !c.is_whitespace();
                if !(letter && self.in_word) {
                    self.remember();
                }
                self.future.clear();
                self.in_word = letter;
                self.insert(c.encode_utf8(&mut [0; 4]))
            }
            Edit::Paste(text) => {
                self.remember();
                self.in_word = false;
                self.insert(text)
            }
            Edit::Step(step) => {
                self.in_word = false;
                self.step(*step)
            }
        }
    }

    /// Whether a step up or down would leave the text.
    #[must_use]
    pub fn leaves(&self, step: Step) -> bool {
        let layout = self.layout();
        let line = self.line_of_cursor(&layout);
        match step {
            Step::Up => line == 0,
            Step::Down => line + 1 >= layout.len(),
            _ => false,
        }
    }

    fn remember(&mut self) {
        self.future.clear();
        if self.past.len() == MEMORY {
            self.past.remove(0);
        }
        self.past.push((self.text.clone(), self.cursor));
    }

    fn insert(&mut self, text: &str) -> bool {
        let room = self.limit.saturating_sub(self.text.chars().count());
        let added: String = plain_text::many_lines(text).chars().take(room).collect();
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
            Step::Up => self.move_lines(|line| line.checked_sub(1)),
            Step::Down => self.move_lines(|line| line.checked_add(1)),
            Step::Home => self.cursor = self.own_line().start,
            Step::End => {
                let line = self.own_line();
                let words = self.text.get(line.clone()).unwrap_or_default();
                // Where the line was broken between words, its end is the beginning of the next one.
                let broken =
                    self.text.get(line.end..).is_some_and(|rest| !rest.is_empty() && !rest.starts_with('\n'));
                self.cursor = if broken { line.start + words.trim_end().len() } else { line.end };
            }
            Step::Backspace => return self.take(before, self.cursor),
            Step::Delete => return self.take(self.cursor, behind),
            Step::DeleteWord => return self.take(word_before(&self.text, self.cursor), self.cursor),
            Step::Undo => return self.swap_time(true),
            Step::Redo => return self.swap_time(false),
        }
        false
    }

    fn take(&mut self, from: usize, to: usize) -> bool {
        if from == to {
            return false;
        }
        self.remember();
        self.text.replace_range(from..to, "");
        self.cursor = from;
        true
    }

    /// Takes a change back, or makes it again.
    fn swap_time(&mut self, back: bool) -> bool {
        let (from, to) =
            if back { (&mut self.past, &mut self.future) } else { (&mut self.future, &mut self.past) };
        let Some((text, cursor)) = from.pop() else { return false };
        let changed = text != self.text;
        to.push((std::mem::replace(&mut self.text, text), self.cursor));
        self.cursor = cursor;
        changed
    }

    fn layout(&self) -> Vec<Range<usize>> {
        plain_text::wrap(&self.text, self.columns)
    }

    fn line_of_cursor(&self, layout: &[Range<usize>]) -> usize {
        layout.iter().rposition(|line| line.start <= self.cursor).unwrap_or(0)
    }

    fn own_line(&self) -> Range<usize> {
        let layout = self.layout();
        layout.get(self.line_of_cursor(&layout)).cloned().unwrap_or(0..0)
    }

    /// Goes to another line and stays in the column as far as that line reaches.
    fn move_lines(&mut self, to: impl FnOnce(usize) -> Option<usize>) {
        let layout = self.layout();
        let line = self.line_of_cursor(&layout);
        let start = layout.get(line).map_or(0, |line| line.start);
        let column = plain_text::width(self.text.get(start..self.cursor).unwrap_or_default());
        let Some(target) = to(line).and_then(|line| layout.get(line)) else { return };
        let words = self.text.get(target.clone()).unwrap_or_default();
        self.cursor = target.start + plain_text::beginning(words, column).len();
    }

    /// Draws as many lines as there is room for, the one with the cursor among them.
    pub fn draw(&self, pen: &mut Pen<'_>, area: Rect, focused: bool) {
        let theme = pen.theme();
        if let Some(hint) = self.hint.filter(|_| self.text.is_empty()) {
            pen.paragraph(area, 0, &pen.tongue().say(hint), theme.muted);
        }
        let layout = self.layout();
        let current = self.line_of_cursor(&layout);
        let room = usize::from(area.height).max(1);
        let first = if focused { (current + 1).saturating_sub(room) } else { 0 };
        for (row, line) in layout.iter().skip(first).take(room).enumerate() {
            let words = self.text.get(line.clone()).unwrap_or_default().trim_end();
            pen.write(area, 0, cells(row), words, theme.plain);
            for marked in &self.marked {
                let from = marked.start.max(line.start);
                let part = self.text.get(from..marked.end.min(line.start + words.len())).unwrap_or_default();
                let column = plain_text::width(self.text.get(line.start..from).unwrap_or_default());
                pen.write(area, cells(column), cells(row), part, theme.error);
            }
        }
        if focused {
            let start = layout.get(current).map_or(0, |line| line.start);
            let column = plain_text::width(self.text.get(start..self.cursor).unwrap_or_default());
            pen.point(area, cells(column).min(area.width.saturating_sub(1)), cells(current - first));
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::TextArea;
    use crate::screens::kit::edit::{Edit, KEYS, Step};

    fn type_all(area: &mut TextArea, text: &str) {
        for c in text.chars() {
            area.edit(&Edit::Type(c));
        }
    }

    #[test]
    fn the_last_word_is_taken_back_first() {
        let mut area = TextArea::new(100, 20, None);
        type_all(&mut area, "grey van");
        area.edit(&Edit::Paste(" with curtains".to_owned()));
        for expected in ["grey van", "grey ", "grey", ""] {
            assert!(area.edit(&Edit::Step(Step::Undo)));
            assert_eq!(area.text(), expected);
        }
        assert!(!area.edit(&Edit::Step(Step::Undo)));
    }

    #[test]
    fn what_was_taken_back_is_made_again_until_something_else_is_written() {
        let mut area = TextArea::new(100, 20, None);
        type_all(&mut area, "grey van");
        for _ in 0..3 {
            area.edit(&Edit::Step(Step::Undo));
        }
        for expected in ["grey", "grey ", "grey van"] {
            assert!(area.edit(&Edit::Step(Step::Redo)));
            assert_eq!(area.text(), expected);
        }
        assert!(!area.edit(&Edit::Step(Step::Redo)));
        area.edit(&Edit::Step(Step::Undo));
        type_all(&mut area, "bus");
        assert!(!area.edit(&Edit::Step(Step::Redo)), "the other future is gone");
        assert_eq!(area.text(), "grey bus");
    }

    #[test]
    fn the_cursor_moves_by_the_lines_that_are_shown() {
        let mut area = TextArea::new(100, 10, None);
        type_all(&mut area, "a grey van stood there");
        assert_eq!(area.lines(), 3);
        assert!(area.leaves(Step::Down) && !area.leaves(Step::Up));
        area.edit(&Edit::Step(Step::Up));
        area.edit(&Edit::Step(Step::Home));
        area.edit(&Edit::Type('#'));
        assert_eq!(area.text(), "a grey van #stood there");
        area.edit(&Edit::Step(Step::Up));
        assert!(area.leaves(Step::Up));
        area.edit(&Edit::Step(Step::End));
        area.edit(&Edit::Type('s'));
        assert_eq!(area.text(), "a grey vans #stood there");
    }

    #[test]
    fn words_are_pointed_out_over_the_edge_of_a_line_until_the_text_is_another_one() {
        use ratatui::buffer::Buffer;
        use ratatui::layout::Rect;

        use crate::language::tongue::Tongue;
        use crate::screens::kit::pen::Pen;
        use crate::screens::kit::theme::{Theme, ThemeName};

        let mut area = TextArea::new(100, 10, None);
        type_all(&mut area, "a grey van stood there");
        area.mark(vec![2..16, 90..99]);
        let shown = |area: &TextArea| -> Vec<String> {
            let (whole, theme) = (Rect::new(0, 0, 12, 3), Theme::of(ThemeName::Dark));
            let mut buffer = Buffer::empty(whole);
            area.draw(&mut Pen::new(&mut buffer, theme, Tongue::English), whole, false);
            let cell = |x, y| if buffer[(x, y)].fg == theme.error.fg.unwrap() { '^' } else { '.' };
            (0..3).map(|y| (0..12).map(|x| cell(x, y)).collect()).collect()
        };
        assert_eq!(shown(&area), ["..^^^^^^^^..", "^^^^^.......", "............"]);
        assert!(!area.edit(&Edit::Step(Step::Left)));
        assert_eq!(shown(&area)[1], "^^^^^.......", "a step changes nothing");
        area.edit(&Edit::Type('s'));
        assert_eq!(shown(&area), ["............"; 3]);
    }

    #[test]
    fn pasted_text_keeps_its_lines_and_nothing_that_acts() {
        let mut area = TextArea::new(100, 10, None);
        area.edit(&Edit::Paste("one\r\ntwo\tthree\u{1b}]0;x\u{7}".to_owned()));
        assert_eq!(area.text(), "one\ntwo three\u{fffd}]0;x\u{fffd}");
    }

    proptest! {
        #[test]
        fn no_order_of_edits_leaves_the_edge_of_a_character(
            order in proptest::collection::vec((any::<char>(), 0_usize..24), 0..60), columns in 1_usize..9
        ) {
            let mut area = TextArea::new(30, columns, None);
            for (c, choice) in order {
                let step = KEYS.0.get(choice).map(|binding| Edit::Step(binding.command));
                area.edit(&step.unwrap_or(Edit::Type(c)));
                prop_assert!(area.text.is_char_boundary(area.cursor));
                prop_assert!(area.text.chars().count() <= 30);
            }
        }
    }
}
