//! The files of a report in front of its form: what is attached, a look at one, and the path of the next.

use ratatui::layout::Rect;

use crate::desks::observer::attaching::TakenAt;
use crate::desks::spoken::shown;
use crate::domain::alert::calls;
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text::cells;
use crate::screens::kit::widgets::list::{self, Entry, Piece};
use crate::screens::kit::widgets::preview;
use crate::screens::observer::form::report_form::ReportForm;
use crate::screens::observer::form::words;
use crate::screens::observer::state::State;

/// Draws the list on the left, the look at the selected file on the right, and the path at the foot.
pub fn draw(state: &State, form: &ReportForm, pen: &mut Pen<'_>, area: Rect) {
    let (theme, tongue) = (pen.theme(), pen.tongue());
    let inner = Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(2), ..area };
    let (columns, rows) = state.preview_cells();
    let left = Rect { width: inner.width.saturating_sub(columns + 2), ..inner };
    let mut row = pen.paragraph(left, 0, &tongue.speak(&words::limits()), theme.muted);
    if !calls(&form.draft, &state.front.catalogue).attachments_allowed {
        row = pen.paragraph(left, row, &format!("! {}", tongue.say(Word("fault-no-media"))), theme.warning);
    }
    row += 1;
    let files = &form.files;
    let entries: Vec<Entry> = words::originals(&form.draft)
        .map(|one| {
            let text = tongue.speak(&words::file(one, &form.draft));
            Entry { lines: vec![vec![Piece { column: 0, columns: left.width, text, style: theme.plain }]] }
        })
        .collect();
    if entries.is_empty() {
        pen.paragraph(
            Rect { y: left.y.saturating_add(row), ..left },
            0,
            &tongue.say(Word("files-none")),
            theme.plain,
        );
        row += 1;
    } else {
        let height = cells(entries.len()).min(6);
        let part = Rect { y: left.y.saturating_add(row), height, ..left };
        list::draw(pen, part, &entries, files.at.min(entries.len().saturating_sub(1)));
        row += height;
    }
    row += 1;
    for line in suggestions(form) {
        row = pen.paragraph(left, row, &tongue.speak(&line), theme.plain);
    }
    look(
        form,
        pen,
        Rect { x: inner.x.saturating_add(inner.width - columns), width: columns, height: rows, ..inner },
    );
    foot(form, pen, inner);
}

/// What the camera of the selected file wrote, and the keys that take it over.
fn suggestions(form: &ReportForm) -> Vec<Phrase> {
    let Some(suggests) = form.files.suggests(&form.draft) else { return Vec::new() };
    let time = suggests.time.map(|shot| match shot {
        TakenAt::Instant(at) => {
            Word("suggests-time").with("time", at.instant().format("%Y-%m-%d %H:%MZ").to_string())
        }
        TakenAt::ByItsClock(clock) => {
            Word("suggests-clock").with("time", clock.format("%Y-%m-%d %H:%M").to_string())
        }
    });
    let place = suggests.position.as_ref().map(|position| {
        Word("suggests-place")
            .with("place", shown::position_written(&position.given))
            .with("error", position.error_m)
    });
    time.into_iter().chain(place).collect()
}

fn look(form: &ReportForm, pen: &mut Pen<'_>, area: Rect) {
    let (theme, tongue) = (pen.theme(), pen.tongue());
    let selected = form.files.selected(&form.draft).map(|one| one.digest);
    match &form.files.preview {
        Some((of, Some(picture))) if Some(*of) == selected => preview::draw(pen, area, picture),
        Some((of, None)) if Some(*of) == selected => {
            pen.paragraph(area, 0, &tongue.say(Word("no-preview")), theme.muted);
        }
        _ => {}
    }
}

/// What was done, what the path may become, and the path.
fn foot(form: &ReportForm, pen: &mut Pen<'_>, area: Rect) {
    let (theme, tongue) = (pen.theme(), pen.tongue());
    let row = area.height.saturating_sub(1);
    let end = pen.write(area, 0, row, &tongue.say(Word("path")), theme.title).saturating_add(1);
    let field = Rect {
        x: area.x.saturating_add(end),
        y: area.y.saturating_add(row),
        width: area.width.saturating_sub(end),
        height: 1,
    };
    form.files.path.draw(pen, field, true);
    if let Some((done, text)) = &form.files.told {
        let (sign, style) = if *done { ("=", theme.good) } else { ("!", theme.error) };
        pen.write(area, 0, row.saturating_sub(1), &format!("{sign} {}", tongue.speak(text)), style);
    }
    if !form.files.paths.is_empty() {
        let names: Vec<&str> = form.files.paths.iter().map(|path| last(path)).collect();
        pen.write(area, 0, row.saturating_sub(2), &format!("· {}", names.join("  ")), theme.muted);
    }
}

/// The last step of a path.
fn last(path: &str) -> &str {
    let bare = path.trim_end_matches(std::path::is_separator);
    let cut = bare.rfind(std::path::is_separator).map_or(0, |at| at + 1);
    path.get(cut..).unwrap_or(path)
}
