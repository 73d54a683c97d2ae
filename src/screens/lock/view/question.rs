//! The question before a wipe.

use ratatui::layout::Position;

use crate::language::word::Word;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::widgets::popup::{self, Popup};
use crate::screens::lock::wipe_question::{self, Loss, WIPES};

/// Draws it in front of everything, and gives where the cursor rests meanwhile: behind no field.
pub fn draw(pen: &mut Pen<'_>, loss: Loss) -> Position {
    let tongue = pen.tongue();
    let say = |word| tongue.say(word).into_owned();
    let popup = Popup {
        title: say(Word("wipe-title")),
        text: tongue.speak(&wipe_question::text(loss)),
        answers: vec![
            (format!("[{WIPES}]"), say(Word("wipe-yes"))),
            ("[Esc]".to_owned(), say(Word("wipe-no"))),
        ],
    };
    // On a small terminal it takes all there is.
    let whole = pen.whole();
    popup::draw(pen, whole, &popup);
    Position::new(whole.width.saturating_sub(1), whole.height.saturating_sub(1))
}
