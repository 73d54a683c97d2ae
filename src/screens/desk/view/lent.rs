//! An errand under way: how far it is, in front of everything.

use ratatui::layout::Rect;

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
    let progress = underway.progress;
    let filled = (progress.done * BAR).checked_div(progress.of).unwrap_or(0).min(BAR);
    let bar = if stops {
        format!("\n\n[{}{}] {}/{}", "#".repeat(filled), "-".repeat(BAR - filled), progress.done, progress.of)
    } else {
        String::new()
    };
    let answers = match (stops, underway.stopping) {
        (true, false) => vec![("[Esc]".to_owned(), say(Word("key-stop")))],
        (true, true) => vec![("…".to_owned(), say(Word("lent-stopping")))],
        (false, _) => Vec::new(),
    };
    popup::draw(pen, area, &Popup { title: say(title), text: say(text) + &bar, answers });
}
