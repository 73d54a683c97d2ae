//! Giving a report back: what follows from it, the reasons, the note.

use ratatui::layout::Rect;

use crate::desks::spoken::terms;
use crate::language::word::Word;
use crate::screens::commander::review::give_back::GiveBack;
use crate::screens::commander::review::room::Sheet;
use crate::screens::commander::review::words;
use crate::screens::desk::front::Front;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::widgets::form_layout;

/// Draws what will happen, and below it the fields.
pub fn draw(sheet: &Sheet, back: &GiveBack, front: &Front, pen: &mut Pen<'_>, area: Rect) {
    let (theme, tongue) = (pen.theme(), front.tongue);
    let inner = Rect { x: area.x.saturating_add(2), width: area.width.saturating_sub(4).min(100), ..area };
    let title = Word("give-back").with("report", words::called(&sheet.original));
    let row = pen.paragraph(inner, 0, &tongue.speak(&title), theme.title);
    let due = sheet.original.opened.due.unwrap_or(sheet.original.opened.received);
    let text = Word("give-back-text").with("when", terms::instant(due));
    let row = pen.paragraph(inner, row, &tongue.speak(&text), theme.plain).saturating_add(1);
    let fields = Rect { y: area.y.saturating_add(row), height: area.height.saturating_sub(row), ..area };
    form_layout::draw(&back.form, pen, fields);
}
