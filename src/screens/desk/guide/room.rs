//! Which chapter is open, and what it is narrowed by.

use crate::desks::spoken::guide::{CHAPTERS, Chapter};
use crate::domain::catalogue::Catalogue;
use crate::language::tongue::Tongue;
use crate::screens::desk::guide::text;
use crate::screens::kit::edit::Edit;
use crate::screens::kit::widgets::search_line::SearchLine;

/// The guide as it lies open.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GuideRoom {
    /// The place of the open chapter among all.
    pub chapter: usize,
    /// The first line of it that is shown.
    pub first: usize,
    /// What narrows the chapters.
    pub search: SearchLine,
}

/// What the guide is shown with: it looks different in another language and width.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// The indicators.
    pub catalogue: &'a Catalogue,
    /// The language.
    pub tongue: Tongue,
    /// Columns the text has.
    pub columns: usize,
    /// Rows the text has.
    pub rows: usize,
}

impl GuideRoom {
    /// The open chapter.
    #[must_use]
    pub fn open(&self) -> Option<&'static Chapter> {
        CHAPTERS.get(self.chapter)
    }

    /// The places of the chapters that what is typed leaves.
    #[must_use]
    pub fn left(&self, catalogue: &Catalogue, tongue: Tongue) -> Vec<usize> {
        let words = self.search.words();
        let holds = |chapter: &Chapter| words.is_empty() || text::holds(chapter, &words, catalogue, tongue);
        CHAPTERS.iter().enumerate().filter(|(_, chapter)| holds(chapter)).map(|(place, _)| place).collect()
    }

    /// Changes the words; the first chapter that holds them is opened where they stand.
    pub fn edit(&mut self, edit: &Edit, shown: Shown<'_>) {
        if !self.search.edit(edit) {
            return;
        }
        let left = self.left(shown.catalogue, shown.tongue);
        if !left.contains(&self.chapter) {
            self.chapter = left.first().copied().unwrap_or(self.chapter);
        }
        self.open_at_hit(shown);
    }

    /// Goes so many chapters on among those that are left.
    pub fn step(&mut self, steps: isize, shown: Shown<'_>) {
        let left = self.left(shown.catalogue, shown.tongue);
        let at = left.iter().position(|place| *place == self.chapter).unwrap_or(0);
        let last = left.len().saturating_sub(1);
        self.chapter = left.get(at.saturating_add_signed(steps).min(last)).copied().unwrap_or(self.chapter);
        self.open_at_hit(shown);
    }

    /// Reads a page on or back; where the chapter ends, in the one behind or before.
    pub fn read(&mut self, onward: bool, shown: Shown<'_>) {
        let count = self.lines(shown).len();
        let page = shown.rows.saturating_sub(1).max(1);
        if onward && self.first + shown.rows < count {
            self.first = (self.first + page).min(count.saturating_sub(shown.rows));
        } else if onward {
            let before = self.chapter;
            self.step(1, shown);
            self.first = if self.chapter == before { count.saturating_sub(shown.rows) } else { 0 };
        } else if self.first > 0 {
            self.first = self.first.saturating_sub(page);
        } else {
            let before = self.chapter;
            self.step(-1, shown);
            if self.chapter != before {
                self.first = self.lines(shown).len().saturating_sub(shown.rows);
            }
        }
    }

    fn lines(&self, shown: Shown<'_>) -> Vec<text::Line> {
        let words = self.search.words();
        let lines = |chapter| text::lines(chapter, &words, shown.catalogue, shown.columns, shown.tongue);
        self.open().map(lines).unwrap_or_default()
    }

    fn open_at_hit(&mut self, shown: Shown<'_>) {
        let lines = self.lines(shown);
        let hit = lines.iter().position(|line| line.hit).unwrap_or(0);
        let last_page = lines.len().saturating_sub(shown.rows);
        // A line or two above it, so that it is not read out of nowhere.
        self.first = if hit < shown.rows { 0 } else { (hit - 2).min(last_page) };
    }
}
