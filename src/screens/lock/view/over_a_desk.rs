//! What the guard shows in front of an open desk.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::theme::{Theme, ThemeName};
use crate::screens::lock::guard::Guard;
use crate::screens::lock::view::question;

/// Rows from the bottom to the line where every desk tells what happened: below it stand the keys and the marking.
const NOTICE_FROM_BOTTOM: u16 = 3;

/// Draws the question if it is put, and the word that it will lock itself if it will soon.
pub fn draw(guard: &Guard, (theme, tongue): (ThemeName, Tongue), frame: &mut Frame<'_>) {
    let mut pen = Pen::over(frame.buffer_mut(), Theme::of(theme), tongue);
    if guard.locks_soon() {
        let whole = pen.whole();
        let y = whole.height.saturating_sub(NOTICE_FROM_BOTTOM);
        let line = Rect { y, height: 1, ..whole }.intersection(whole);
        pen.clear(line);
        let warning = pen.theme().warning;
        pen.write(line, 1, 0, &format!("! {}", tongue.say(Word("locks-soon"))), warning);
    }
    if let Some(loss) = guard.question() {
        let cursor = question::draw(&mut pen, loss);
        frame.set_cursor_position(cursor);
    }
}
