//! An answer that lies open.

use crate::desks::observer::answers::OpenedAnswer;
use crate::domain::time::Timestamp;

/// One answer, from one of its lines on.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerPage {
    /// What it says and what became of its signature.
    pub opened: OpenedAnswer,
    /// The first line shown.
    pub first: usize,
    /// Which of the reports it is about is chosen.
    pub chosen: usize,
    /// When it was opened.
    pub at: Timestamp,
}

impl AnswerPage {
    /// It lies open at its beginning.
    #[must_use]
    pub fn new(opened: OpenedAnswer, at: Timestamp) -> Self {
        Self { opened, first: 0, chosen: 0, at }
    }

    /// The number of the chosen report.
    #[must_use]
    pub fn report(&self) -> Option<u32> {
        self.opened.answer.heard.about.get(self.chosen).copied()
    }

    /// Whether there is another report to choose.
    #[must_use]
    pub fn is_about_several(&self) -> bool {
        self.opened.answer.heard.about.len() > 1
    }

    /// Chooses another of the reports it is about; after the last comes the first.
    pub fn choose(&mut self, onward: bool) {
        let count = self.opened.answer.heard.about.len().max(1);
        self.chosen = if onward { (self.chosen + 1) % count } else { (self.chosen + count - 1) % count };
    }
}
