//! The persons and things of a report in front of its form: their list, or the one being described.

use ratatui::layout::Rect;

use crate::desks::spoken::{codes, told};
use crate::domain::entity::EntityRef;
use crate::language::word::Word;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text::{self, cells};
use crate::screens::kit::widgets::form_layout;
use crate::screens::kit::widgets::list::{self, Entry, Piece};
use crate::screens::observer::form::report_form::ReportForm;
use crate::screens::observer::form::thing_form::ThingForm;
use crate::screens::observer::form::things::Things;

/// Draws the list, or the one being described.
pub fn draw(form: &ReportForm, things: &Things, pen: &mut Pen<'_>, area: Rect) {
    let (theme, tongue) = (pen.theme(), pen.tongue());
    let inner = Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(2), ..area };
    if let Some(thing) = &things.editing {
        one(thing, pen, inner);
        return;
    }
    let keys = plain_text::wrapped(&tongue.say(Word("things-keys")), usize::from(inner.width));
    let foot = cells(keys.len());
    let list_area = Rect { height: inner.height.saturating_sub(foot + 1), ..inner };
    if form.draft.entities.is_empty() {
        pen.paragraph(list_area, 0, &tongue.say(Word("things-none")), theme.plain);
    }
    let piece = |column, text: String, style| Piece { column, columns: inner.width, text, style };
    let ties_of = |reference: EntityRef| {
        form.draft.links.iter().filter(move |link| link.from == reference).map(told::link)
    };
    let entries: Vec<Entry> = form
        .draft
        .entities
        .iter()
        .map(|entity| {
            let mut lines = vec![vec![piece(0, tongue.speak(&told::entity(entity)), theme.plain)]];
            lines
                .extend(ties_of(entity.reference).map(|tie| vec![piece(3, tongue.speak(&tie), theme.muted)]));
            Entry { lines }
        })
        .collect();
    list::draw(pen, list_area, &entries, things.at.min(entries.len().saturating_sub(1)));
    let below = Rect { y: inner.y.saturating_add(inner.height.saturating_sub(foot)), height: foot, ..inner };
    pen.paragraph(below, 0, &tongue.say(Word("things-keys")), theme.muted);
}

fn one(thing: &ThingForm, pen: &mut Pen<'_>, area: Rect) {
    let (theme, tongue) = (pen.theme(), pen.tongue());
    let kind = codes::entity(thing.kind);
    let name = thing.reference.map_or(String::new(), |reference| format!("{reference} "));
    pen.write(area, 0, 0, &format!("{name}{}", tongue.say(kind)), theme.title);
    pen.write(area, 0, 1, &tongue.say(Word("thing-limit")), theme.muted);
    let fields = Rect { y: area.y.saturating_add(3), height: area.height.saturating_sub(3), ..area };
    form_layout::draw(&thing.form, pen, fields);
}
