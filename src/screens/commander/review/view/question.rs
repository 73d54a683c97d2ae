//! Questions in front of both sides: whether something leaves at once.

use ratatui::layout::Rect;

use crate::language::word::Word;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::widgets::popup::{self, Popup};

/// He made it IMMEDIATE.
pub fn release(pen: &mut Pen<'_>, area: Rect) {
    let answers = [("[y]", Word("review-release-yes")), ("[Esc]", Word("review-release-no"))];
    draw(pen, area, Word("review-release"), Word("review-release-text"), &answers);
}

/// The author suggests IMMEDIATE, and nobody has decided.
pub fn suggested(pen: &mut Pen<'_>, area: Rect) {
    let answers = [
        ("[y]", Word("review-release-yes")),
        ("[n]", Word("review-release-not")),
        ("[Esc]", Word("review-release-read")),
    ];
    draw(pen, area, Word("review-release-suggested"), Word("review-release-suggested-text"), &answers);
}

fn draw(pen: &mut Pen<'_>, area: Rect, title: Word, text: Word, answers: &[(&str, Word)]) {
    let say = |word| pen.tongue().say(word).into_owned();
    let answers = answers.iter().map(|(key, word)| ((*key).to_owned(), say(*word))).collect();
    let popup = Popup { title: say(title), text: say(text), answers };
    popup::draw(pen, area, &popup);
}
