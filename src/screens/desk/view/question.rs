//! A question in front of the screen.

use ratatui::layout::Rect;

use crate::language::word::Word;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::widgets::popup::{self, Popup};

/// A question with both answers.
pub struct Question {
    /// In a few words.
    pub title: Word,
    /// What it is about.
    pub text: String,
    /// What Enter does.
    pub yes: Word,
    /// What Esc does.
    pub no: Word,
}

/// Draws it.
pub fn draw(pen: &mut Pen<'_>, area: Rect, question: Question) {
    let tongue = pen.tongue();
    let say = |word| tongue.say(word).into_owned();
    let answer = |key: &str, meaning| (format!("[{key}]"), say(meaning));
    let answers = vec![answer("Enter", question.yes), answer("Esc", question.no)];
    popup::draw(pen, area, &Popup { title: say(question.title), text: question.text, answers });
}
