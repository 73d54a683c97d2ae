//! An errand under way: how far it is, in front of everything.

use ratatui::layout::Rect;

use crate::desks::carrying::progress::Advance;
use crate::desks::spoken::measures;
use crate::language::word::Word;
use crate::screens::desk::errand::{Errand, Lent, Underway};
use crate::screens::kit::pen::Pen;
use crate::screens::kit::widgets::popup::{self, Popup};

/// Columns of the bar.
const BAR: usize = 40;

/// Draws how far it is, and that it can be stopped.
pub fn draw<E: Errand>(underway: &Underway<E>, pen: &mut Pen<'_>, area: Rect) {
    let tongue = pen.tongue();
    let say = |word| tongue.say(word).into_owned();
    let Lent { title, text, stops } = underway.errand.lent();
    let how_far =
        |advance: &Advance| format!("\n\n{}\n{}", bar(advance), tongue.speak(&measures::moving(advance)));
    let how_far = underway.advance.as_ref().filter(|_| stops).map(how_far).unwrap_or_default();
    let answers = match (stops, underway.stopping) {
        (true, false) => vec![("[Esc]".to_owned(), say(Word("key-stop")))],
        (true, true) => vec![("…".to_owned(), say(Word("lent-stopping")))],
        (false, _) => Vec::new(),
    };
    popup::draw(pen, area, &Popup { title: say(title), text: say(text) + &how_far, answers });
}

fn bar(advance: &Advance) -> String {
    let filled = (advance.at.done * BAR).checked_div(advance.at.of).unwrap_or(0).min(BAR);
    format!("[{}{}]", "#".repeat(filled), "-".repeat(BAR - filled))
}
