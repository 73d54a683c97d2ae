//! A question in front of the screen.

use ratatui::layout::Rect;

use crate::screens::kit::pen::Pen;
use crate::screens::kit::widgets::popup::{self, Popup};
use crate::screens::observer::state::{Question, State};
use crate::screens::observer::words;

/// Draws the question with both answers.
pub fn draw(state: &State, question: &Question, pen: &mut Pen<'_>, area: Rect) {
    let (title, text, yes, no) = match question {
        Question::File => (words::FILE, words::FILE_TEXT.to_owned(), words::FILE_YES, words::FILE_NO),
        Question::NotYet(obstacles) => {
            let lines: Vec<String> =
                obstacles.iter().map(|obstacle| format!("- {}", words::obstacle(*obstacle))).collect();
            (words::NOT_YET, lines.join("\n"), words::NOT_YET_YES, words::KEY_BACK)
        }
        Question::Discard(id) => {
            let draft =
                state.line(*id).map(|line| format!("{}, {}. ", line.place, line.what)).unwrap_or_default();
            (words::DISCARD, format!("{draft}{}", words::DISCARD_TEXT), words::DISCARD_YES, words::DISCARD_NO)
        }
        Question::OwnForces(_) => (
            words::OWN_FORCES,
            words::OWN_FORCES_TEXT.to_owned(),
            words::OWN_FORCES_YES,
            words::OWN_FORCES_NO,
        ),
    };
    let answer = |key: &str, meaning: &str| (format!("[{key}]"), meaning.to_owned());
    let answers = vec![answer("Enter", yes), answer("Esc", no)];
    popup::draw(pen, area, &Popup { title: title.to_owned(), text, answers });
}
