//! An errand under way: how far it is, in front of everything.

use ratatui::layout::Rect;

use crate::language::word::Word;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::widgets::popup::{self, Popup};
use crate::screens::observer::errand::Errand;
use crate::screens::observer::state::State;
use crate::screens::observer::transfer::room::Underway;

/// Columns of the bar.
const BAR: usize = 40;

/// Draws how far it is, and that it can be stopped.
pub fn draw(state: &State, underway: &Underway, pen: &mut Pen<'_>, area: Rect) {
    let say = |word| state.tongue.say(word).into_owned();
    let (title, text, stops) = match underway.errand {
        Errand::Write(_) => (Word("lent-write"), Word("lent-write-text"), true),
        Errand::Read(_) => (Word("lent-read"), Word("lent-read-text"), true),
        Errand::ChangePassphrase => (Word("lent-passphrase"), Word("lent-passphrase-text"), false),
    };
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
