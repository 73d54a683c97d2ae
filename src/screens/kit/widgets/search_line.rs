//! A line of words that narrow what stands below it.

use ratatui::layout::Rect;

use crate::language::word::Word;
use crate::screens::kit::edit::Edit;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text;
use crate::screens::kit::widgets::text_field::TextField;

/// Characters such a line may have.
const LIMIT: usize = 60;

/// Words being typed, or typed before and still in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchLine {
    field: TextField,
    writing: bool,
}

impl Default for SearchLine {
    fn default() -> Self {
        Self { field: TextField::new(LIMIT, None), writing: false }
    }
}

impl SearchLine {
    /// Gives it the keys.
    pub fn begin(&mut self) {
        self.writing = true;
    }

    /// Takes the keys away and leaves the words in force.
    pub fn leave(&mut self) {
        self.writing = false;
    }

    /// Takes the keys and the words away.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Whether it has the keys.
    #[must_use]
    pub fn is_writing(&self) -> bool {
        self.writing
    }

    /// Whether it is on the screen: it has the keys or narrows something.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.writing || !self.field.text().is_empty()
    }

    /// Changes the line; says whether it says something else now.
    pub fn edit(&mut self, edit: &Edit) -> bool {
        !matches!(edit, Edit::Type('\n')) && self.field.edit(edit)
    }

    /// What is typed.
    #[must_use]
    pub fn text(&self) -> &str {
        self.field.text()
    }

    /// The words, in small letters and without marks.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        plain_text::folded(self.field.text()).split_whitespace().map(ToOwned::to_owned).collect()
    }

    /// Draws it with its prompt, and behind it how much is left.
    pub fn draw(&self, pen: &mut Pen<'_>, area: Rect, prompt: Word, left: &str) {
        let theme = pen.theme();
        let prompt = pen.tongue().say(prompt).into_owned();
        let column = pen.write(area, 0, 0, &prompt, theme.title).saturating_add(1);
        let room = plain_text::cells(plain_text::width(left)).saturating_add(2);
        let field = Rect {
            x: area.x.saturating_add(column),
            width: area.width.saturating_sub(column).saturating_sub(room),
            ..area
        };
        self.field.draw(pen, field, self.writing);
        let at = area.width.saturating_sub(room).saturating_add(1);
        pen.write(area, at, 0, left, theme.muted);
    }
}

#[cfg(test)]
mod tests {
    use super::SearchLine;
    use crate::screens::kit::edit::Edit;

    #[test]
    fn words_stay_in_force_until_they_are_taken_away() {
        let mut line = SearchLine::default();
        assert!(!line.is_open());
        line.begin();
        line.edit(&Edit::Paste("  Étudiante GREY ".to_owned()));
        line.leave();
        assert!(line.is_open() && !line.is_writing());
        assert_eq!(line.words(), ["etudiante", "grey"]);
        line.clear();
        assert!(!line.is_open() && line.words().is_empty());
    }
}
